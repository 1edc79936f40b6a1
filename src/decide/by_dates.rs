//! Facts that the dates given answer: whether something was done in time, or still can be.
//!
//! A deadline is counted by working days, and whether it has passed depends on the day of the
//! question. Neither can be drawn in a diagram, so these facts are answered before anything
//! is decided. Unknown is never taken for no here either: while a date is open on which the
//! answer turns, the dates only *suggest* it.

use std::mem;

use chrono::NaiveDate as Date;

use crate::compile::{CompiledDeadline, DeadlineId, FactId, Meaning, Stated};
use crate::diagram::Full;
use crate::rulebook::Kind;
use crate::sorted;
use crate::truth::Truth;

use super::cite::citations;
use super::facts::{self, names, shown};
use super::{Bearing, ByDates, Matter, deadlines};

/// What the dates say of one fact.
#[derive(Clone, Debug)]
pub(super) struct DateAnswer {
    pub(super) fact: FactId,
    deadline: DeadlineId,
    pub(super) answer: bool,
    /// The last day of the time; where there are two, the earliest and the latest.
    last: (Date, Date),
    /// The dates on which the answer rests.
    pub(super) from: Vec<FactId>,
    /// The open dates that could still turn the answer.
    pub(super) open: Vec<FactId>,
    pub(super) bearing: Bearing,
}

/// Answers what the dates answer, and takes back what is stated against them.
///
/// What is stated against dates that leave nothing open cannot be true together with them;
/// that is for whoever reads the case to refuse.
pub(super) fn settle(case: &mut Matter<'_>) {
    // Whatever is taken back or answered may bear on the deadlines of other facts.
    let mut rest = findings(case);
    for bearing in [Bearing::Contradicts, Bearing::Settles] {
        while let Some(place) = rest.iter().position(|one| one.bearing == bearing) {
            let found = rest.swap_remove(place);
            let answer = (bearing == Bearing::Settles).then_some(Stated::Answer(found.answer));
            let fact = found.fact;
            case.by_dates.push(found);
            case.know(fact, answer);
            rest = findings(case);
        }
    }
    for found in mem::take(&mut case.by_dates).into_iter().chain(rest) {
        sorted::insert_by(&mut case.by_dates, found, |one, two| one.fact.cmp(&two.fact));
    }
}

/// What the dates say of facts of which it is not noted yet.
fn findings(case: &Matter<'_>) -> Vec<DateAnswer> {
    let facts = case.rulebook.indexed().in_time.iter().filter_map(|id| {
        let fact = &case.rulebook.facts[*id];
        let noted = case.by_dates.iter().any(|found| found.fact == *id);
        let asked = !noted && fact.in_force.holds_on(case.day);
        asked.then(|| finding(case, *id, &fact.in_time)).flatten()
    });
    facts.collect()
}

/// What the dates say of a fact; none, where they do not say it.
fn finding(case: &Matter<'_>, fact: FactId, in_time: &[DeadlineId]) -> Option<DateAnswer> {
    let (id, deadline) = counting(case, in_time)?;
    let stated = deadline.stated.map(|stated| (stated, case.known.of(stated)));
    let mut open = Vec::new();
    let (last, mut from) = match stated {
        Some((fact, Some(Stated::Day(day)))) => ((*day, *day), vec![fact]),
        stated => {
            let last = deadlines::last_days(case, deadline)?;
            let mut from = vec![deadline.from];
            match stated {
                Some((fact, Some(_))) => from.push(fact),
                Some((fact, None)) => open.push(fact),
                None => {}
            }
            (last, from)
        }
    };
    let done = deadline.done.map(|done| (done, done_on(case, done)));
    let answer = match done {
        Some((fact, Some(Done::On(day)))) if day <= last.0 => {
            from.push(fact);
            true
        }
        _ if case.day <= last.0 => true,
        _ if case.day <= last.1 => return None,
        Some((_, Some(Done::On(day)))) if day <= last.1 => return None,
        Some((fact, Some(_))) => {
            from.push(fact);
            false
        }
        Some((fact, None)) => {
            open.push(fact);
            false
        }
        None => return None,
    };
    let bearing = match case.known.of(fact) {
        Some(Stated::Answer(stated)) if *stated == answer => Bearing::Agrees,
        Some(_) => Bearing::Contradicts,
        None if open.is_empty() => Bearing::Settles,
        None => Bearing::Suggests,
    };
    Some(DateAnswer { fact, deadline: id, answer, last, from, open, bearing })
}

/// The deadline that answers a fact: the first in force that applies. None, while it is not
/// known whether one does.
fn counting<'a>(
    case: &Matter<'a>,
    in_time: &[DeadlineId],
) -> Option<(DeadlineId, &'a CompiledDeadline)> {
    for id in in_time {
        let deadline = &case.rulebook.deadlines[*id];
        if !deadline.in_force.holds_on(case.day) {
            continue;
        }
        match deadlines::applies(case, deadline) {
            Some(Truth::Yes) => return Some((*id, deadline)),
            Some(Truth::Unknown) => return None,
            Some(Truth::No) | None => {}
        }
    }
    None
}

/// When something was done.
enum Done {
    On(Date),
    Never,
}

/// When something was done; none, while that is not known.
fn done_on(case: &Matter<'_>, fact: FactId) -> Option<Done> {
    match case.known.of(fact) {
        Some(Stated::Day(day)) => Some(Done::On(*day)),
        Some(_) => Some(Done::Never),
        None => never(case, fact).then_some(Done::Never),
    }
}

/// Whether the other facts leave nothing but that a day did not come.
fn never(case: &Matter<'_>, fact: FactId) -> bool {
    case.left().iter().any(|(var, left)| {
        let variable = &case.rulebook.variables[*var];
        variable.fact == fact && variable.meaning == Meaning::Never && left.only() == Some(1)
    })
}

/// What the dates say, as an answer tells it: of facts that deadlines answer, and of those of
/// which the constraints and the dates given leave one value.
pub(super) fn told(case: &Matter<'_>) -> Result<Vec<ByDates>, Full> {
    let counted = case.by_dates.iter().map(|found| {
        let deadline = &case.rulebook.deadlines[found.deadline];
        let fact = &case.rulebook.facts[found.fact];
        let told = ByDates {
            fact: fact.id.clone(),
            value: shown(fact, &Stated::Answer(found.answer)),
            bearing: found.bearing,
            deadline: Some(deadline.id.clone()),
            earliest: Some(found.last.0),
            latest: Some(found.last.1),
            from: names(case, &found.from),
            open: names(case, &found.open),
            confidence: Some(deadline.confidence),
            citations: citations(case.rulebook, &deadline.cite, case.day),
        };
        (found.fact, told)
    });
    let mut told = Vec::new();
    for one in counted.chain(left(case)?) {
        sorted::insert_by(&mut told, one, |(one, _), (two, _)| one.cmp(two));
    }
    Ok(told.into_iter().map(|(_, told)| told).collect())
}

/// The open facts of which the constraints leave one value because of dates given.
fn left(case: &Matter<'_>) -> Result<Vec<(FactId, ByDates)>, Full> {
    let mut told = Vec::new();
    let is_date = |fact: &FactId| case.rulebook.facts[*fact].kind == Kind::Date;
    if !facts::given_facts(case).iter().any(is_date) {
        return Ok(told);
    }
    for (var, left) in case.left() {
        let variable = &case.rulebook.variables[*var];
        let fact = &case.rulebook.facts[variable.fact];
        let value = match (&variable.meaning, left.only()) {
            (Meaning::Answer, Some(level)) => Stated::Answer(level == 1),
            (Meaning::Choice, Some(level)) => Stated::Choice(level),
            _ => continue,
        };
        let from = facts::leaving(case, *var)?;
        if from.iter().any(is_date)
            && fact.in_force.holds_on(case.day)
            && !case.known.has(variable.fact)
        {
            let by_dates = ByDates {
                fact: fact.id.clone(),
                value: shown(fact, &value),
                bearing: Bearing::Settles,
                deadline: None,
                earliest: None,
                latest: None,
                from: names(case, &from),
                open: Vec::new(),
                confidence: None,
                citations: Vec::new(),
            };
            told.push((variable.fact, by_dates));
        }
    }
    Ok(told)
}
