//! What to do about each gap, and what is still asked of whoever mends.

use crate::compile::{Cond, FactId, Part, Stated};
use crate::truth::Truth;

use super::case::Given;
use super::facts::shown;
use super::{Matter, Missing, application};

/// Facts with other values, as a change states them.
pub(super) type Way = Vec<(FactId, Stated)>;

/// The facts given, changed that way.
pub(super) fn changed(case: &Matter<'_>, way: &[(FactId, Stated)]) -> Given {
    let mut given = case.given.clone();
    for (fact, value) in way {
        given[*fact] = Some(value.clone());
    }
    given
}

/// The case in which everything that was stated and stands in the way is otherwise. What is
/// open stays open, so that what is asked of it is asked of whoever mends.
pub(super) fn mended<'a>(case: &Matter<'a>, way: &[(FactId, Stated)]) -> Matter<'a> {
    let stated = |(fact, _): &&(FactId, Stated)| case.given[*fact].is_some();
    let way: Way = way.iter().filter(stated).cloned().collect();
    case.with(changed(case, &way))
}

/// Tells of each gap the smallest part of the way to the best verdict that closes it.
pub(super) fn tell(case: &Matter<'_>, missing: &mut [Missing], way: &[(FactId, Stated)]) {
    for gap in missing {
        let Some(element) = case.rulebook.elements.find(|one| one.id == gap.element) else {
            continue;
        };
        for (fact, value) in part(case, &Cond::Element(element), way) {
            let fact = &case.rulebook.facts[fact];
            gap.mend.insert(fact.id.clone(), shown(fact, &value));
        }
    }
}

/// The smallest part of a way that makes a condition hold by itself; nothing, where none does.
/// What the condition itself rests on is tried first.
fn part(case: &Matter<'_>, cond: &Cond, way: &[(FactId, Stated)]) -> Way {
    let mut own = Vec::new();
    case.rulebook.walk(cond, &mut |part| match part {
        Part::Fact(fact, _) => {
            own.push(fact);
            false
        }
        Part::Element(_, element) => element.in_force.holds_on(case.day),
    });
    let holds = |part: &[(FactId, Stated)]| {
        let after = case.with(changed(case, part));
        after.is_possible() && application::truth(&after, cond) == Some(Truth::Yes)
    };
    let mut part: Way = way.iter().filter(|(fact, _)| own.contains(fact)).cloned().collect();
    if !holds(&part) {
        part = way.to_vec();
        if !holds(&part) {
            return Vec::new();
        }
    }
    for place in (0..part.len()).rev() {
        let one = part.remove(place);
        if !holds(&part) {
            part.insert(place, one);
        }
    }
    part
}
