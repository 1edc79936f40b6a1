//! What to do about each gap, and what is still asked of whoever mends.

use crate::compile::{Cond, FactId, Part, Stated};
use crate::truth::Truth;

use super::case::Given;
use super::facts::shown;
use super::missing::Gap;
use super::{Facts, Matter, application};

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

/// Finds of each gap the smallest part of the way to the best verdict that closes it.
pub(super) fn mends(case: &Matter<'_>, gaps: &[Gap<'_>], way: &[(FactId, Stated)]) -> Vec<Values> {
    gaps.iter().map(|gap| part(case, &Cond::Element(gap.id), way)).collect()
}

/// Tells it of a gap.
pub(super) fn tell(case: &Matter<'_>, mend: &[(FactId, Stated)]) -> Facts {
    let mut told = Facts::new();
    for (fact, value) in mend {
        let fact = &case.rulebook.facts[*fact];
        told.insert(fact.id.clone(), shown(fact, value));
    }
    told
}

/// What was stated and makes gaps certain, with the values that close them: what is open stays
/// open, so that it is asked of whoever mends.
pub(super) fn closing(case: &Matter<'_>, gaps: &[Gap<'_>], mends: Vec<Values>) -> Values {
    let certain = gaps.iter().zip(mends).filter(|(gap, _)| gap.state == Truth::No);
    let values = certain.flat_map(|(_, mend)| mend);
    values.filter(|(fact, _)| case.given[*fact].is_some()).collect()
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
        // Without any change it does not hold: there would be no gap.
        if part.len() == 1 {
            break;
        }
        let one = part.remove(place);
        if !holds(&part) {
            part.insert(place, one);
        }
    }
    part
}
