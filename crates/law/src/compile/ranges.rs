//! What may be stated of numbers: what lies beyond it is no case.

use crate::diagram::{Forest, Level, Ref};
use crate::exact::MOST_EXACT;

use super::{CompiledFact, Meaning, Variable};

/// The conditions that numbers are ones that may be stated: one for every number of which the
/// rules tell intervals apart that lie beyond.
pub(super) fn ranges(
    variables: &[Variable],
    facts: &[CompiledFact],
    forest: &mut Forest,
) -> Vec<Ref> {
    let mut conditions = Vec::new();
    for (var, variable) in (0..).zip(variables) {
        let Meaning::Number(cuts) = &variable.meaning else { continue };
        let Some(fact) = facts.get(usize::from(variable.fact)) else { continue };
        let offered = |level| may_be_stated(fact, cuts, level);
        if !(0..variable.arity).all(offered) {
            conditions.push(forest.test(var, variable.arity, offered));
        }
    }
    conditions
}

/// Whether any number that may be stated has reached so many cuts.
pub(super) fn may_be_stated(fact: &CompiledFact, cuts: &[i64], level: Level) -> bool {
    let reached = usize::from(level);
    let from = reached.checked_sub(1).and_then(|cut| cuts.get(cut)).copied();
    let below = cuts.get(reached).copied();
    let min = fact.min.map_or(-MOST_EXACT, |min| min.max(-MOST_EXACT));
    let max = fact.max.map_or(MOST_EXACT, |max| max.min(MOST_EXACT));
    below.is_none_or(|below| min < below) && from.is_none_or(|from| from <= max)
}
