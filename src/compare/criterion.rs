//! Patterns in words that a rulebook's reader knows.

use crate::compile::{Compiled, Meaning, Variable};
use crate::diagram::{Leaves, Level, Pattern, Scale, Var};
use crate::rulebook::Value;

use super::Criterion;

/// What the values of a variable are like.
pub(super) fn scale(rulebook: &Compiled, var: Var) -> Scale {
    let variable = rulebook.variables.get(usize::from(var));
    let ordered = variable.is_some_and(|variable| {
        matches!(variable.meaning, Meaning::Number(_) | Meaning::Day(_) | Meaning::Since(..))
    });
    Scale { arity: variable.map_or(0, |variable| variable.arity), ordered }
}

/// What a pattern asks of each fact, in the rulebook's order.
pub(super) fn criteria(rulebook: &Compiled, pattern: &Pattern) -> Vec<Criterion> {
    let mut asked: Vec<(u16, Criterion)> = Vec::with_capacity(pattern.len());
    for (var, levels) in pattern {
        let Some(variable) = rulebook.variables.get(usize::from(*var)) else { continue };
        let criterion = criterion(rulebook, variable, levels);
        let one = (variable.fact, criterion);
        crate::sorted::insert_by(&mut asked, one, |one, other| one.0.cmp(&other.0));
    }
    asked.into_iter().map(|(_, criterion)| criterion).collect()
}

fn criterion(rulebook: &Compiled, variable: &Variable, levels: &Leaves) -> Criterion {
    let fact = rulebook.facts.get(usize::from(variable.fact));
    let id = |number: u16| rulebook.facts.get(usize::from(number)).map(|fact| fact.id.clone());
    let choice = |level: Level| fact.and_then(|fact| fact.choices.get(usize::from(level))).cloned();
    let yes = levels.contains(1);
    let mut asked = Criterion { fact: id(variable.fact).unwrap_or_default(), ..Default::default() };
    match &variable.meaning {
        Meaning::Answer => asked.is = vec![Value::Bool(yes)],
        Meaning::Choice => {
            asked.is = levels.verdicts().filter_map(choice).map(Value::Text).collect();
        }
        Meaning::Member(member) if yes => asked.has = choice(*member),
        Meaning::Member(member) => asked.lacks = choice(*member),
        Meaning::Never if yes => asked.is = choice(0).map(Value::Text).into_iter().collect(),
        Meaning::Never => asked.came = Some(true),
        Meaning::Number(cuts) => {
            (asked.from, asked.before) = bounds(cuts, levels, |cut| Value::Number(*cut));
        }
        Meaning::Day(cuts) => {
            (asked.from, asked.before) = bounds(cuts, levels, |cut| Value::from(*cut));
        }
        Meaning::Since(base, cuts) => {
            asked.since = id(*base);
            (asked.from, asked.before) = bounds(cuts, levels, |cut| Value::Text(duration(*cut)));
        }
    }
    asked
}

/// The cuts between which the levels lie.
fn bounds<T>(
    cuts: &[T],
    levels: &Leaves,
    value: impl Fn(&T) -> Value,
) -> (Option<Value>, Option<Value>) {
    let lowest = levels.verdicts().next().map(usize::from);
    let highest = levels.verdicts().last().map(usize::from);
    let from = lowest.and_then(|level| level.checked_sub(1)).and_then(|cut| cuts.get(cut));
    let before = highest.and_then(|level| cuts.get(level));
    (from.map(&value), before.map(&value))
}

/// Months and days as an ISO 8601 duration: `P6M`, `P1D`, `P0D`, `-P3D`.
fn duration((months, days): (i32, i32)) -> String {
    let sign = if months < 0 || days < 0 { "-" } else { "" };
    let (months, days) = (months.unsigned_abs(), days.unsigned_abs());
    match (months, days) {
        (0, days) => format!("{sign}P{days}D"),
        (months, 0) => format!("{sign}P{months}M"),
        (months, days) => format!("{sign}P{months}M{days}D"),
    }
}
