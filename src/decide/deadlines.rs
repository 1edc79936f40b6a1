//! What is due, and by when.

use chrono::NaiveDate as Date;

use crate::compile::{CompiledDeadline, FactId, Stated};
use crate::truth::Truth;

use super::cite::{add, citations};
use super::end::{self, End};
use super::{Deadline, Matter, application};

/// The deadlines that apply or may apply, in the rulebook's order. Where only some issues are
/// asked, those whose first day is known.
pub(super) fn deadlines(case: &Matter<'_>) -> Vec<Deadline> {
    let rulebook = case.rulebook;
    let in_force = rulebook.deadlines.values().filter(|one| one.in_force.holds_on(case.day));
    in_force.filter_map(|deadline| one(case, deadline)).collect()
}

/// What is told of a deadline in force; none, where it does not apply or nothing is asked of it.
pub(crate) fn one(case: &Matter<'_>, deadline: &CompiledDeadline) -> Option<Deadline> {
    let applies = applies(case, deadline)?;
    let stated = case.known.of(deadline.from);
    let from = day(stated);
    let in_notice = deadline.stated.and_then(|stated| day(case.known.of(stated)));
    let left_out = applies == Truth::No
        || stated == Some(&Stated::Never)
        || (case.only.is_some() && from.or(in_notice).is_none());
    if left_out {
        return None;
    }
    // What the notice itself states is not counted.
    let given = in_notice.map(|day| End { due: Some(day), ..End::default() });
    let end = given.unwrap_or_else(|| counted(case, deadline).unwrap_or_default());
    let done = deadline.done.and_then(|done| day(case.known.of(done)));
    let mut cited = citations(case.rulebook, &deadline.cite, case.day);
    end.cited.iter().for_each(|provision| add(&mut cited, provision.clone()));
    Some(Deadline {
        id: deadline.id.clone(),
        who: deadline.who,
        applies,
        since: name(case, deadline.from),
        from,
        count: deadline.count,
        due: end.due,
        moved: end.moved,
        kept: done.and_then(|done| kept(&end, done)),
        range: end.range,
        untold: end.untold,
        holidays_unknown: end.unknown,
        done: deadline.done.map(|done| name(case, done)),
        stated: deadline.stated.map(|stated| name(case, stated)),
        confidence: deadline.confidence,
        citations: cited,
    })
}

/// Whether a deadline in force applies; none, where what it depends on is not in force. What is
/// open of an exception does not keep it from applying.
pub(super) fn applies(case: &Matter<'_>, deadline: &CompiledDeadline) -> Option<Truth> {
    let except = deadline.except.as_ref().and_then(|except| application::truth(case, except));
    if except == Some(Truth::Yes) {
        return Some(Truth::No);
    }
    deadline.when.as_ref().map_or(Some(Truth::Yes), |when| application::truth(case, when))
}

/// The end of a deadline as counted from its first day; none, where that is not given.
fn counted(case: &Matter<'_>, deadline: &CompiledDeadline) -> Option<End> {
    let calendar = deadline.calendar.map(|id| &case.calendars[id]);
    Some(end::find(deadline, calendar, day(case.known.of(deadline.from))?))
}

/// The first and the last of the days that may be the last of a deadline, counted from its
/// first day; none, where that is not given or no day can be told.
pub(crate) fn last_days(case: &Matter<'_>, deadline: &CompiledDeadline) -> Option<(Date, Date)> {
    span(&counted(case, deadline)?)
}

/// The safe day of whoever has to act, and that of whoever waits for the end.
fn span(end: &End) -> Option<(Date, Date)> {
    match &end.range {
        Some(range) => Some((range.counted.unwrap_or(range.earliest), range.latest)),
        None => Some((end.due?, end.moved.or(end.due)?)),
    }
}

/// Whether something was done in time. It is not known between the last day as counted and
/// the day to which it gives way, because whether it does may be disputed, and between the
/// days of a range.
fn kept(end: &End, done: Date) -> Option<bool> {
    let (safe, last) = span(end)?;
    if done <= safe { Some(true) } else { (last < done).then_some(false) }
}

fn day(stated: Option<&Stated>) -> Option<Date> {
    match stated {
        Some(Stated::Day(day)) => Some(*day),
        _ => None,
    }
}

fn name(case: &Matter<'_>, fact: FactId) -> String {
    case.rulebook.facts[fact].id.clone()
}
