//! Why the verdict is what it is, and what would change it.

use crate::compile::{CompiledIssue, Id, Meaning, Stated, Variable};
use crate::diagram::{Choices, Cost, Diagram, Leaf, Level, Picks, Var, cheapest};
use crate::rulebook::Alterable;
use crate::sorted::{insert_by, insert_once};

use super::facts::{facts_of, keep_or_leave, representative, shown};
use super::{Case, Change, Facts};

/// How many equally small changes are looked at for one verdict, and how many are told.
const MOST_FOUND: usize = 24;
const MOST_TOLD: usize = 6;

/// A smallest set of the given facts that settles the verdict on its own.
pub(super) fn because(case: &Case<'_>, diagram: &Diagram, verdict: Leaf) -> Vec<String> {
    facts_of(case, &cheapest(diagram, verdict, &keep_or_leave(case), 1))
}

/// The smallest changes that settle each other verdict: fewest facts beyond anyone's reach
/// first, then fewest facts; of equally small ones those first that take acts rather than
/// evidence.
pub(super) fn changes(
    case: &Case<'_>,
    issue: &CompiledIssue,
    diagram: &Diagram,
    settled: Option<Leaf>,
) -> Vec<Change> {
    let mut changes: Vec<(Cost, u16, Change)> = Vec::new();
    for (leaf, verdict) in (0..).zip(&issue.verdicts) {
        if settled == Some(leaf) {
            continue;
        }
        let mut found: Vec<(Cost, u16, Picks)> = Vec::new();
        for picks in cheapest(diagram, leaf, &change_or_add(case), MOST_FOUND) {
            let picks = without_needless(case, diagram, leaf, picks);
            let price = picks.iter().map(|(var, _)| price(case, *var));
            let cost = price.fold(Cost::default(), Cost::plus);
            if !found.iter().any(|(.., known)| *known == picks) {
                insert_by(&mut found, (cost, by_evidence(case, &picks), picks), |one, other| {
                    (one.0, one.1).cmp(&(other.0, other.1))
                });
            }
        }
        let least = found.first().map(|(cost, ..)| *cost);
        let smallest = found.iter().take_while(|(cost, ..)| Some(*cost) == least);
        for (cost, by_evidence, picks) in smallest.take(MOST_TOLD) {
            let Some(facts) = changed_facts(case, picks) else { continue };
            let change =
                Change { to: verdict.id.clone(), facts, actionable: cost.beyond_reach == 0 };
            insert_by(&mut changes, (*cost, *by_evidence, change), |one, other| {
                (one.0, one.1).cmp(&(other.0, other.1))
            });
        }
    }
    changes.into_iter().map(|(_, _, change)| change).collect()
}

/// The values of a change without those that it does not need once it is stated: whoever
/// states one member of a set that was open denies the others.
fn without_needless(case: &Case<'_>, diagram: &Diagram, leaf: Leaf, mut picks: Picks) -> Picks {
    let variables = &case.rulebook.variables;
    let member = |var: Var| {
        let variable = variables.get(usize::from(var))?;
        let open = case.known.of(variable.fact).is_none();
        (open && matches!(variable.meaning, Meaning::Member(_))).then_some(variable.fact)
    };
    let mut sets: Vec<Id> = Vec::new();
    picks.iter().filter_map(|(var, _)| member(*var)).for_each(|set| insert_once(&mut sets, set));
    if sets.is_empty() {
        return picks;
    }
    let mut after = case.known.assignment.clone();
    for (var, variable) in (0..).zip(variables) {
        if sets.binary_search(&variable.fact).is_ok() {
            after.set(var, Some(0));
        }
    }
    picks.iter().for_each(|(var, level)| after.set(*var, Some(*level)));
    picks.retain(|(var, level)| {
        if member(*var).is_some() {
            return true;
        }
        after.set(*var, case.known.assignment.get(*var));
        let needed = diagram.reachable(&after).only() != Some(leaf);
        if needed {
            after.set(*var, Some(*level));
        }
        needed
    });
    picks
}

/// How many of the values take evidence rather than an act.
fn by_evidence(case: &Case<'_>, picks: &Picks) -> u16 {
    let evidence = picks.iter().filter(|(var, _)| alterable(case, *var) == Alterable::Evidence);
    u16::try_from(evidence.count()).unwrap_or(u16::MAX)
}

/// What may be done when facts may be changed: a given one is kept or changed, an open one
/// stays open or is supplied.
fn change_or_add<'a>(case: &'a Case<'_>) -> impl Fn(Var) -> Choices + 'a {
    |var| {
        let known = case.known.assignment.get(var);
        let arity = case.rulebook.variables.get(usize::from(var)).map_or(0, |v| v.arity);
        let levels = (0..arity).map(|level| {
            let kept = known == Some(level);
            (level, if kept { Cost::default() } else { price(case, var) })
        });
        Choices { open: known.is_none(), levels: levels.collect() }
    }
}

/// What it costs to give a variable another value.
fn price(case: &Case<'_>, var: Var) -> Cost {
    Cost { beyond_reach: u16::from(alterable(case, var) == Alterable::No), values: 1 }
}

/// Whether the user can change the fact that a variable belongs to.
fn alterable(case: &Case<'_>, var: Var) -> Alterable {
    let variable = case.rulebook.variables.get(usize::from(var));
    let fact = variable.and_then(|known| case.rulebook.facts.get(usize::from(known.fact)));
    fact.map_or(Alterable::No, |fact| fact.change)
}

/// The facts as they are after the change, those that change only.
fn changed_facts(case: &Case<'_>, picks: &Picks) -> Option<Facts> {
    let mut facts = Facts::new();
    let mut sets: Vec<(Id, Vec<Level>)> = Vec::new();
    for (var, level) in picks {
        let variable = case.rulebook.variables.get(usize::from(*var))?;
        if let Meaning::Member(member) = variable.meaning {
            change_member(case, &mut sets, variable, member, *level);
            continue;
        }
        let fact = case.rulebook.facts.get(usize::from(variable.fact))?;
        let value = representative(case, variable, *level)?;
        facts.insert(fact.id.clone(), shown(fact, &value));
    }
    for (fact, members) in sets {
        let fact = case.rulebook.facts.get(usize::from(fact))?;
        facts.insert(fact.id.clone(), shown(fact, &Stated::Members(members)));
    }
    Some(facts)
}

fn change_member(
    case: &Case<'_>,
    sets: &mut Vec<(Id, Vec<Level>)>,
    variable: &Variable,
    member: Level,
    level: Level,
) {
    if !sets.iter().any(|(fact, _)| *fact == variable.fact) {
        let stated = case.known.stated.get(usize::from(variable.fact));
        let members = match stated {
            Some(Some(Stated::Members(members))) => members.clone(),
            _ => Vec::new(),
        };
        sets.push((variable.fact, members));
    }
    for (_, members) in sets.iter_mut().filter(|(fact, _)| *fact == variable.fact) {
        members.retain(|known| *known != member);
        if level == 1 {
            insert_once(members, member);
        }
    }
}
