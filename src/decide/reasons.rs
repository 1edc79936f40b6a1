//! Why the verdict is what it is, and what would change it.

use std::collections::BTreeMap;

use crate::compile::{CompiledIssue, Drawn, FactId, Meaning, Stated, Variable};
use crate::diagram::{
    Cost, Diagram, Full, Leaf, Level, Options, Picks, PricedOptions, Var, cheapest,
};
use crate::limits;
use crate::rulebook::{Alterable, Kind};
use crate::sorted::{insert_by, insert_once};

use super::by_dates::DateAnswer;
use super::facts::{
    facts_of, given_facts, given_only, keep_or_leave, names, representative, shown, smallest,
};
use super::mending::{Values, changed};
use super::{Bearing, Change, Matter};

/// A smallest set of the given facts that settles the verdict on its own.
pub(super) fn because(
    case: &Matter<'_>,
    drawn: &Drawn,
    verdict: Leaf,
) -> Result<Vec<String>, Full> {
    let keep = keep_or_leave(&case.known);
    let diagram = case.drawn(drawn.diagram);
    let picks = cheapest(diagram, verdict, &PricedOptions::of(diagram, &keep), 1)?;
    let facts = facts_of(case, &picks);
    let any = |kind| facts.iter().any(|fact| is_of(case, *fact, kind));
    let settles = |less| case.is_settled_by(less, drawn, verdict);
    if !case.turns_on_dates(drawn) && !any(Kind::Date) {
        // Few values are not few facts: a set has several.
        let facts = if any(Kind::Set) { smallest(case, facts, &settles) } else { facts };
        return Ok(names(case, &facts));
    }
    // Dates given answer other facts, or leave less than the diagram knows of: what is enough
    // is found by asking again without.
    let mut near: Vec<FactId> = Vec::new();
    for fact in facts.into_iter().chain(drawn.facts.iter().copied()) {
        let found = case.by_dates.iter().find(|found| found.fact == fact);
        let rests = found.map_or(&[][..], |found| &found.from);
        rests.iter().chain([&fact]).for_each(|fact| insert_once(&mut near, *fact));
    }
    near.retain(|fact| case.given[*fact].is_some());
    let enough = settles(given_only(case, &near));
    let facts = if enough { near } else { given_facts(case) };
    Ok(names(case, &smallest(case, facts, &settles)))
}

/// The smallest changes that settle each other verdict, and the first of those that settle the
/// last one, which is the best where verdicts stand for what is missing: fewest facts beyond anyone's reach
/// first, then fewest facts; of equally small ones those first that take acts rather than
/// evidence.
pub(super) fn changes(
    case: &Matter<'_>,
    issue: &CompiledIssue,
    drawn: &Drawn,
    settled: Option<Leaf>,
) -> Result<(Vec<Change>, Option<Values>), Full> {
    let mut changes: Vec<(Cost, u16, Change)> = Vec::new();
    let mut way: Option<Values> = None;
    let diagram = case.drawn(drawn.diagram);
    let options = PricedOptions::of(diagram, &change_or_add(case, drawn));
    for (leaf, verdict) in issue.by_leaf() {
        way = None;
        if settled == Some(leaf) {
            continue;
        }
        let mut found: Vec<(Cost, u16, Picks)> = Vec::new();
        for picks in cheapest(diagram, leaf, &options, limits::CHANGES_FOUND)? {
            let picks = without_needless(case, diagram, leaf, picks);
            let cost: Cost = picks.iter().map(|(var, to)| price(case, drawn, *var, *to)).sum();
            if !found.iter().any(|(.., known)| *known == picks) {
                insert_by(&mut found, (cost, by_evidence(case, &picks), picks), |one, other| {
                    (one.0, one.1).cmp(&(other.0, other.1))
                });
            }
        }
        let least = found.first().map(|(cost, ..)| *cost);
        let smallest = found.iter().take_while(|(cost, ..)| Some(*cost) == least);
        for (cost, by_evidence, picks) in smallest.take(limits::CHANGES_TOLD) {
            let Some(facts) = changed_facts(case, picks) else { continue };
            let Some(facts) = leading_there(case, drawn, leaf, facts) else { continue };
            way.get_or_insert_with(|| facts.clone());
            let actionable = facts.iter().all(|(fact, to)| in_reach(case, *fact, to));
            let mut change = Change { to: verdict.id.clone(), facts: BTreeMap::new(), actionable };
            // One after the other: collecting a map would bring a sort into the wasm.
            for (fact, value) in &facts {
                let fact = &case.rulebook.facts[*fact];
                change.facts.insert(fact.id.clone(), shown(fact, value));
            }
            if changes.iter().any(|(.., known)| *known == change) {
                continue;
            }
            insert_by(&mut changes, (*cost, *by_evidence, change), |one, other| {
                (one.0, one.1).cmp(&(other.0, other.1))
            });
        }
    }
    Ok((changes.into_iter().map(|(_, _, change)| change).collect(), way))
}

/// The facts of a change that does lead to a verdict, without those that it does not need;
/// none, if it does not lead there. The diagram alone cannot tell where dates are changed, or
/// bear on an issue otherwise than through it, or where a set, which is one fact, has several
/// values.
fn leading_there(
    case: &Matter<'_>,
    drawn: &Drawn,
    leaf: Leaf,
    mut facts: Vec<(FactId, Stated)>,
) -> Option<Vec<(FactId, Stated)>> {
    let several = |fact| is_of(case, fact, Kind::Date) || is_of(case, fact, Kind::Set);
    if !case.turns_on_dates(drawn) && !facts.iter().any(|(fact, _)| several(*fact)) {
        return Some(facts);
    }
    let leads =
        |facts: &[(FactId, Stated)]| case.settled_by(changed(case, facts), drawn) == Some(leaf);
    if !leads(&facts) {
        return None;
    }
    for place in (0..facts.len()).rev() {
        let fact = facts.remove(place);
        if !leads(&facts) {
            facts.insert(place, fact);
        }
    }
    Some(facts)
}

/// The values of a change without those that it does not need once it is stated: whoever
/// states one member of a set that was open denies the others.
fn without_needless(case: &Matter<'_>, diagram: &Diagram, leaf: Leaf, mut picks: Picks) -> Picks {
    let variables = &case.rulebook.variables;
    let member = |var: Var| {
        let variable = &variables[var];
        let open = case.known.of(variable.fact).is_none();
        (open && matches!(variable.meaning, Meaning::Member(_))).then_some(variable.fact)
    };
    let mut sets: Vec<FactId> = Vec::new();
    picks.iter().filter_map(|(var, _)| member(*var)).for_each(|set| insert_once(&mut sets, set));
    if sets.is_empty() {
        return picks;
    }
    let mut after = case.known.assignment.clone();
    for (var, variable) in variables {
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
        let needed = diagram.settled(&after) != Some(leaf);
        if needed {
            after.set(*var, Some(*level));
        }
        needed
    });
    picks
}

/// How many of the values take evidence rather than an act.
fn by_evidence(case: &Matter<'_>, picks: &Picks) -> u16 {
    let by_evidence = |var| matches!(alterable(case, var), Alterable::Evidence | Alterable::Proof);
    let evidence = picks.iter().filter(|(var, _)| by_evidence(*var));
    u16::try_from(evidence.count()).unwrap_or(u16::MAX)
}

/// What may be done when facts may be changed: a given one is kept or changed, an open one
/// stays open or is supplied.
fn change_or_add<'a>(case: &'a Matter<'_>, drawn: &'a Drawn) -> impl Fn(Var) -> Options + 'a {
    |var| {
        let known = case.known.assignment.get(var);
        let &Variable { fact, arity, .. } = &case.rulebook.variables[var];
        if let Some(found) = case.by_dates.iter().find(|found| found.fact == fact) {
            return as_dates_say(case, drawn, var, found);
        }
        let levels = (0..arity).map(|level| {
            let kept = known == Some(level);
            (level, if kept { Cost::default() } else { price(case, drawn, var, level) })
        });
        Options { open: known.is_none(), levels: levels.collect() }
    }
}

/// What may be done with a fact of which dates say something: nothing against them.
fn as_dates_say(case: &Matter<'_>, drawn: &Drawn, var: Var, found: &DateAnswer) -> Options {
    let known = case.known.assignment.get(var);
    let answer = Level::from(found.answer);
    let cost = if known.is_some() { Cost::default() } else { price(case, drawn, var, answer) };
    let said = (answer, cost);
    let levels = if found.bearing == Bearing::Contradicts { None } else { Some(said) };
    Options { open: known.is_none(), levels: levels.into_iter().collect() }
}

/// What it costs to give a variable another value. One that bears on the issue through a
/// constraint alone costs more than one that the issue asks for: no right comes into force because
/// an application on it is said to look like winning. Worse proof is no way out.
fn price(case: &Matter<'_>, drawn: &Drawn, var: Var, to: Level) -> Cost {
    let variable = &case.rulebook.variables[var];
    let asked = drawn.facts.contains(&variable.fact);
    // Of a fact that nobody can change no value is in reach, of another any but worse proof.
    let reached = match alterable(case, var) {
        Alterable::Proof => {
            representative(case, variable, to).is_none_or(|to| in_reach(case, variable.fact, &to))
        }
        alterable => alterable != Alterable::No,
    };
    let beyond = !asked || !reached;
    Cost { beyond_reach: u16::from(beyond), values: if asked { 1 } else { 2 } }
}

/// Whether the user can bring a value of a fact about. Proof can be raised, and not be let fall;
/// where it is not known how good it is, there may be some.
fn in_reach(case: &Matter<'_>, fact: FactId, to: &Stated) -> bool {
    let told = &case.rulebook.facts[fact];
    match told.change {
        Alterable::No => false,
        Alterable::Yes | Alterable::Evidence => true,
        Alterable::Proof => {
            let worst = told.choices.len().saturating_sub(1).max(1);
            grade(to) <= case.known.of(fact).map_or(worst - 1, grade)
        }
    }
}

/// How far proof is from the best: the place of a choice, or of yes and no.
fn grade(stated: &Stated) -> usize {
    match stated {
        Stated::Answer(answer) => usize::from(!answer),
        Stated::Choice(choice) => usize::from(*choice),
        _ => 0,
    }
}

/// Whether the user can change the fact that a variable belongs to.
fn alterable(case: &Matter<'_>, var: Var) -> Alterable {
    case.rulebook.facts[case.rulebook.variables[var].fact].change
}

/// The facts as they are after the change, those that change only, in the rulebook's order.
fn changed_facts(case: &Matter<'_>, picks: &Picks) -> Option<Vec<(FactId, Stated)>> {
    let mut facts: BTreeMap<FactId, Stated> = BTreeMap::new();
    let mut sets: Vec<(FactId, Vec<Level>)> = Vec::new();
    for (var, level) in picks {
        let variable = &case.rulebook.variables[*var];
        if let Meaning::Member(member) = variable.meaning {
            change_member(case, &mut sets, variable, member, *level);
            continue;
        }
        let value = representative(case, variable, *level)?;
        // Of two values that one date is given for, the one that both speak of.
        let known = facts.get(&variable.fact);
        if known.is_none_or(|known| !meets(case, picks, variable.fact, known)) {
            facts.insert(variable.fact, value);
        }
    }
    facts.extend(sets.into_iter().map(|(fact, members)| (fact, Stated::Members(members))));
    Some(facts.into_iter().collect())
}

/// Whether a fact is of a kind.
fn is_of(case: &Matter<'_>, fact: FactId, kind: Kind) -> bool {
    case.rulebook.facts[fact].kind == kind
}

/// Whether a value of a fact gives its variables the values picked.
fn meets(case: &Matter<'_>, picks: &Picks, fact: FactId, value: &Stated) -> bool {
    let mut known = case.known.clone();
    known.put(case.rulebook, fact, Some(value.clone()));
    let mut picks = picks.iter().filter(|(var, _)| case.rulebook.variables[*var].fact == fact);
    picks.all(|(var, level)| known.assignment.get(*var) == Some(*level))
}

fn change_member(
    case: &Matter<'_>,
    sets: &mut Vec<(FactId, Vec<Level>)>,
    variable: &Variable,
    member: Level,
    level: Level,
) {
    if !sets.iter().any(|(fact, _)| *fact == variable.fact) {
        let members = match case.known.of(variable.fact) {
            Some(Stated::Members(members)) => members.clone(),
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
