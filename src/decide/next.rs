//! The questions that still matter.

use crate::compile::{CompiledIssue, Drawn, FactId, Stated};
use crate::diagram::{Forest, Shares, Spread, Var, matters};
use crate::sorted::insert_by;

/// Differences below this are rounding.
const NOISE: f64 = 1e-12;

use super::Matter;
use super::facts::names;
use super::mending::{Values, changed};

/// The open facts that can still change an open verdict: what others presuppose before them, and
/// within that those first that on average leave the verdicts least open.
///
/// Where an issue that is settled comes with what was stated and makes gaps certain, the verdict
/// does not end the questions: asked is what would still matter if those gaps were closed.
///
/// How open a verdict is, is measured by the chance that two answers drawn at random lead
/// to different verdicts.
pub(super) fn next(case: &Matter<'_>, open: &[Questioned]) -> Questions {
    let mut looked = case.asked().zip(open).filter_map(|((_, issue, drawn), open)| match open {
        Questioned::Open => Some((None, issue, drawn)),
        Questioned::Gaps(way) => Some((Some(case.with(changed(case, way))), issue, drawn)),
        Questioned::Settled => None,
    });
    let next = questions(case, &mut looked);
    Questions { together: names(case, &together(case, &next)), next: names(case, &next) }
}

/// What to ask.
pub(super) struct Questions {
    /// Everything, in order.
    pub(super) next: Vec<String>,
    /// What may be put as one question with the first, itself among them; empty, if nothing.
    pub(super) together: Vec<String>,
}

/// What is still asked about an issue.
pub(super) enum Questioned {
    /// All that can change the verdict.
    Open,
    /// What would still matter if gaps were closed, with these values in place of those stated.
    Gaps(Values),
    /// Nothing.
    Settled,
}

/// The open facts that can still change the verdict of an issue, of which all asked are open.
pub(crate) fn next_of_open(case: &Matter<'_>) -> Vec<String> {
    let facts = questions(case, &mut case.asked().map(|(_, issue, drawn)| (None, issue, drawn)));
    names(case, &facts)
}

/// An issue that is looked at, on other facts where any are given.
type Looked<'a> = (Option<Matter<'a>>, &'a CompiledIssue, &'a Drawn);

fn questions<'a>(case: &Matter<'a>, looked: &mut dyn Iterator<Item = Looked<'a>>) -> Vec<FactId> {
    let mut worth: Vec<(FactId, f64)> = Vec::new();
    for (otherwise, issue, drawn) in looked {
        let case = otherwise.as_ref().unwrap_or(case);
        let diagram = case.diagram(drawn.diagram);
        let mut forest = Forest::default();
        let root = forest.adopt(diagram, &case.known.assignment, |leaf| leaf);
        let spread = Spread::of(&forest.extract(root), issue.verdicts.len());
        let before = openness(&spread.all);
        for (var, values) in &spread.by_value {
            let gain = before - openness_after(values);
            if gain > NOISE || matters(&forest, root, *var) {
                // A fact that only bears on others through a constraint is not asked.
                for fact in asked(case, *var).into_iter().filter(|fact| drawn.facts.contains(fact))
                {
                    match worth.iter_mut().find(|(known, _)| *known == fact) {
                        Some((_, sum)) => *sum += gain.max(0.0),
                        None => worth.push((fact, gain.max(0.0))),
                    }
                }
            }
        }
    }
    let mut ordered = Vec::with_capacity(worth.len());
    for item in worth {
        insert_by(&mut ordered, item, |(fact, gain), (other, other_gain)| {
            other_gain.total_cmp(gain).then(fact.cmp(other))
        });
    }
    let mut asked: Vec<FactId> = Vec::with_capacity(ordered.len());
    for (fact, _) in ordered {
        for fact in instead(case, fact) {
            if !asked.contains(&fact) {
                asked.push(fact);
            }
        }
    }
    premises_first(case, asked)
}

/// The first question with those that may be put as one with it: which of these is the case?
/// They stand in one section, or each alone in its own; are answered by yes or no, of which a
/// court takes the same where nothing is said; and wait for no other. Empty, if it stands alone.
fn together(case: &Matter<'_>, next: &[FactId]) -> Vec<FactId> {
    let facts = &case.rulebook.facts;
    let Some(first) = next.first().map(|first| &facts[*first]) else { return Vec::new() };
    if !matches!(first.undisputed, Some(Stated::Answer(_))) {
        return Vec::new();
    }
    let alike = next
        .iter()
        .copied()
        .filter(|fact| facts[*fact].undisputed == first.undisputed && !waits(case, *fact, next));
    let alike: Vec<FactId> = alike.collect();
    let beside = |fact: &FactId| {
        alike.iter().filter(|other| facts[**other].group == facts[*fact].group).count()
    };
    let alone = next.first().is_some_and(|first| beside(first) == 1);
    let chosen = alike
        .iter()
        .copied()
        .filter(|fact| if alone { beside(fact) == 1 } else { facts[*fact].group == first.group });
    let chosen: Vec<FactId> = chosen.collect();
    if chosen.len() > 1 { chosen } else { Vec::new() }
}

/// The same questions, none before one that it presupposes: each time the first that waits for
/// no other.
fn premises_first(case: &Matter<'_>, mut left: Vec<FactId>) -> Vec<FactId> {
    let mut ordered = Vec::with_capacity(left.len());
    while let Some(ready) = left.iter().position(|fact| !waits(case, *fact, &left)) {
        ordered.push(left.remove(ready));
    }
    // A circle is refused by the checker; of one that came otherwise nothing may get lost.
    ordered.extend(left);
    ordered
}

/// Whether a fact presupposes one of those left, directly or by way of others that are open.
fn waits(case: &Matter<'_>, fact: FactId, left: &[FactId]) -> bool {
    let mut seen = vec![fact];
    let mut stack = vec![fact];
    while let Some(fact) = stack.pop() {
        let open = case.rulebook.facts[fact].after.iter().filter(|one| !case.known.has(**one));
        for premise in open {
            if left.contains(premise) {
                return true;
            }
            if !seen.contains(premise) {
                seen.push(*premise);
                stack.push(*premise);
            }
        }
    }
    false
}

/// What is asked instead of a fact of which dates say something: the dates that decide.
fn instead(case: &Matter<'_>, fact: FactId) -> Vec<FactId> {
    let found = case.by_dates.iter().find(|found| found.fact == fact);
    found.map(|found| found.open.clone()).filter(|open| !open.is_empty()).unwrap_or(vec![fact])
}

/// The open facts that a variable asks for.
fn asked(case: &Matter<'_>, var: Var) -> Vec<FactId> {
    let facts = case.rulebook.variables[var].facts();
    facts.filter(|fact| !case.known.has(*fact)).collect()
}

/// The chance that two answers drawn at random lead to different verdicts.
fn openness(shares: &Shares) -> f64 {
    let all: f64 = shares.iter().sum();
    if all <= 0.0 {
        return 0.0;
    }
    1.0 - shares.iter().map(|share| (share / all) * (share / all)).sum::<f64>()
}

/// How open the verdict is on average once the variable is known.
fn openness_after(values: &[Shares]) -> f64 {
    let weight = |shares: &Shares| shares.iter().sum::<f64>();
    let all: f64 = values.iter().map(weight).sum();
    let open: f64 = values.iter().map(|shares| weight(shares) * openness(shares)).sum();
    if all > 0.0 { open / all } else { 0.0 }
}
