//! What the calendar itself rules out.
//!
//! A date has one variable for the fixed days that it is compared with and one for each
//! other date that it is compared with. Their values are not independent: whoever acted
//! before 2021 and more than six months after a check was checked before mid-2020. The
//! combinations that no calendar allows are left out of the diagrams, exactly.

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;

use crate::day::later;
use crate::diagram::{Forest, Kids, Level, NO, Ref, Var, YES};

use super::{Id, Meaning, Variable};

/// The conditions that hold where the calendar allows the values of variables together:
/// one for each group of dates that are compared with each other.
pub(super) fn calendar(variables: &[Variable], forest: &mut Forest) -> Vec<Ref> {
    let mut conditions = Vec::new();
    for group in groups(variables) {
        let mut bounds = Vec::new();
        conditions.push(draw(&group, variables, &mut bounds, forest));
    }
    conditions
}

/// The variables of dates that are compared with each other, group by group.
fn groups(variables: &[Variable]) -> Vec<Vec<Var>> {
    let mut groups: Vec<(Vec<Id>, Vec<Var>)> = Vec::new();
    for (var, variable) in (0..).zip(variables) {
        let facts = match &variable.meaning {
            Meaning::Day(_) => vec![variable.fact],
            Meaning::Since(base, _) => vec![variable.fact, *base],
            _ => continue,
        };
        let mut joined = (facts, vec![var]);
        let apart =
            |(known, _): &(Vec<Id>, Vec<Var>)| !known.iter().any(|fact| joined.0.contains(fact));
        let (others, mine): (Vec<_>, Vec<_>) = groups.into_iter().partition(apart);
        for (facts, vars) in mine {
            joined.0.extend(facts);
            joined.1.extend(vars);
        }
        joined.1.sort_unstable();
        groups = others;
        groups.push(joined);
    }
    groups.into_iter().map(|(_, vars)| vars).filter(|vars| vars.len() > 1).collect()
}

/// What a value of a variable says of dates.
#[derive(Clone, Copy)]
enum Bound {
    /// The date is this day or later.
    From(Id, Date),
    /// The date is earlier than this day.
    Before(Id, Date),
    /// The date is so many months and days after the other, or later.
    FromOther(Id, Id, (i32, i32)),
    /// The date is earlier than so many months and days after the other.
    BeforeOther(Id, Id, (i32, i32)),
}

/// The condition over the variables left, given what those before them say.
fn draw(left: &[Var], variables: &[Variable], bounds: &mut Vec<Bound>, forest: &mut Forest) -> Ref {
    if !possible(bounds) {
        return Ref::leaf(NO);
    }
    let Some((var, rest)) = left.split_first() else { return Ref::leaf(YES) };
    let Some(variable) = variables.get(usize::from(*var)) else { return Ref::leaf(NO) };
    let mut kids = Kids::with_capacity(usize::from(variable.arity));
    for level in 0..variable.arity {
        let before = bounds.len();
        says(variable, level, bounds);
        kids.push(draw(rest, variables, bounds, forest));
        bounds.truncate(before);
    }
    forest.branch(*var, kids)
}

/// Adds what a value of a variable says.
fn says(variable: &Variable, level: Level, bounds: &mut Vec<Bound>) {
    let fact = variable.fact;
    let (below, above) = (usize::from(level).checked_sub(1), usize::from(level));
    match &variable.meaning {
        Meaning::Day(cuts) => {
            bounds.extend(below.and_then(|cut| cuts.get(cut)).map(|day| Bound::From(fact, *day)));
            bounds.extend(cuts.get(above).map(|day| Bound::Before(fact, *day)));
        }
        Meaning::Since(base, cuts) => {
            let reached = below.and_then(|cut| cuts.get(cut));
            bounds.extend(reached.map(|lag| Bound::FromOther(fact, *base, *lag)));
            bounds.extend(cuts.get(above).map(|lag| Bound::BeforeOther(fact, *base, *lag)));
        }
        _ => {}
    }
}

/// Rounds after which dates that still push each other later are taken never to settle.
const ROUNDS: usize = 400;

/// Whether any days meet all bounds.
///
/// Every bound pushes a date later, by a fixed day or by another date, or keeps it before a
/// fixed day. So the earliest days that meet the first kind meet the second if any do.
fn possible(bounds: &[Bound]) -> bool {
    let mut earliest: BTreeMap<Id, Date> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for bound in bounds {
            let at = |fact: &Id| earliest.get(fact).copied().unwrap_or(Date::MIN);
            let (fact, day) = match bound {
                Bound::From(fact, day) => (*fact, Some(*day)),
                Bound::Before(..) => continue,
                Bound::FromOther(fact, base, (months, days)) => {
                    (*fact, later(at(base), *months, *days))
                }
                Bound::BeforeOther(fact, base, lag) => (*base, first_beyond(at(fact), *lag)),
            };
            match day {
                Some(day) if at(&fact) < day => {
                    earliest.insert(fact, day);
                    moved = true;
                }
                Some(_) => {}
                None => return false,
            }
        }
        if !moved {
            return bounds.iter().all(|bound| match bound {
                Bound::Before(fact, day) => earliest.get(fact).copied().unwrap_or(Date::MIN) < *day,
                _ => true,
            });
        }
    }
    false
}

/// The first day from which so many months and days lead beyond `day`.
fn first_beyond(day: Date, (months, days): (i32, i32)) -> Option<Date> {
    const SLACK: i32 = 5;
    let earlier = later(day, -months, -days).and_then(|from| later(from, 0, -SLACK));
    let mut from = earlier.unwrap_or(Date::MIN);
    while later(from, months, days)? <= day {
        from = from.succ_opt()?;
    }
    Some(from)
}
