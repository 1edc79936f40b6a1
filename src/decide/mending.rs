//! What to do about each gap, and what is still asked of whoever mends.

use crate::compile::{Cond, FactId, Part, Stated};
use crate::truth::Truth;

use super::case::Given;
use super::facts::shown;
use super::{Matter, Missing, application};

/// Facts with other values, as a change states them.
pub(super) type Values = Vec<(FactId, Stated)>;

/// The facts given, changed that way.
pub(super) fn changed(case: &Matter<'_>, way: &[(FactId, Stated)]) -> Given {
    let mut given = case.given.clone();
    for (fact, value) in way {
        given[*fact] = Some(value.clone());
    }
    given
}

/// Tells of each gap the smallest part of the way to the best verdict that closes it. What comes
/// back is what was stated and makes gaps certain, with the values that close them: what is open
/// stays open, so that it is asked of whoever mends.
pub(super) fn tell(case: &Matter<'_>, missing: &mut [Missing], way: &[(FactId, Stated)]) -> Values {
    let mut stated = Values::new();
    for gap in missing {
        let Some(element) = case.rulebook.elements.find(|one| one.id == gap.element) else {
            continue;
        };
        for (fact, value) in part(case, &Cond::Element(element), way) {
            let told = &case.rulebook.facts[fact];
            gap.mend.insert(told.id.clone(), shown(told, &value));
            if gap.state == Truth::No && case.given[fact].is_some() {
                stated.push((fact, value));
            }
        }
    }
    stated
}

/// The smallest part of a way that makes a condition hold by itself; nothing, where none does.
/// What the condition itself rests on is tried first.
fn part(case: &Matter<'_>, cond: &Cond, way: &[(FactId, Stated)]) -> Values {
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
    let mut part: Values = way.iter().filter(|(fact, _)| own.contains(fact)).cloned().collect();
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
