//! What is due, and by when.

use chrono::{Datelike, NaiveDate as Date};

use crate::compile::{CompiledCalendar, CompiledDeadline, Id, Stated};
use crate::day::later;
use crate::rulebook::Count;
use crate::truth::Truth;

use super::cite::{add, citations};
use super::working_days::Counted;
use super::{Case, Citation, Deadline, application};

/// The deadlines that apply or may apply, in the rulebook's order. Where only some issues are
/// asked, those whose first day is known.
pub(super) fn deadlines(case: &Case<'_>) -> Vec<Deadline> {
    let rulebook = case.rulebook;
    let in_force = rulebook.deadlines.iter().filter(|one| one.in_force.holds_on(case.day));
    in_force.filter_map(|deadline| one(case, deadline)).collect()
}

fn one(case: &Case<'_>, deadline: &CompiledDeadline) -> Option<Deadline> {
    let applies = match &deadline.when {
        Some(when) => application::truth(case, when)?,
        None => Truth::Yes,
    };
    let stated = case.known.of(deadline.from);
    let from = day(stated);
    let in_notice = deadline.stated.and_then(|stated| day(case.known.of(stated)));
    let left_out = applies == Truth::No
        || stated == Some(&Stated::Never)
        || (case.only.is_some() && from.or(in_notice).is_none());
    if left_out {
        return None;
    }
    let calendar = deadline.calendar.and_then(|id| case.calendars.get(usize::from(id)));
    let counted = || from.map_or_else(Times::default, |from| times(deadline, calendar, from));
    // What the notice itself states is not counted.
    let given = in_notice.map(|day| Times { due: Some(day), ..Times::default() });
    let Times { due, moved, years, mut unknown } = given.unwrap_or_else(counted);
    unknown.sort_unstable();
    unknown.dedup();
    let done = deadline.done.and_then(|done| day(case.known.of(done)));
    let mut cited = citations(case.rulebook, &deadline.cite, case.day);
    years.iter().for_each(|year| add(&mut cited, year.clone()));
    Some(Deadline {
        id: deadline.id.clone(),
        who: deadline.who,
        applies,
        since: name(case, deadline.from)?,
        from,
        due,
        moved,
        holidays_unknown: unknown,
        done: deadline.done.and_then(|done| name(case, done)),
        stated: deadline.stated.and_then(|stated| name(case, stated)),
        kept: due.zip(done).and_then(|(due, done)| kept(due, moved, done)),
        confidence: deadline.confidence,
        citations: cited,
    })
}

/// The first and the last of the days that may be the last of a deadline, counted from its
/// first day; none, where that is not given or the days cannot be told for certain.
pub(super) fn last_days(case: &Case<'_>, deadline: &CompiledDeadline) -> Option<(Date, Date)> {
    let calendar = deadline.calendar.and_then(|id| case.calendars.get(usize::from(id)));
    let times = times(deadline, calendar, day(case.known.of(deadline.from))?);
    let due = times.due.filter(|_| times.unknown.is_empty())?;
    Some((due, times.moved.unwrap_or(due)))
}

/// The last day of a deadline, and what it was found by.
#[derive(Default)]
struct Times {
    due: Option<Date>,
    moved: Option<Date>,
    /// The provisions that order the working days of the years counted through.
    years: Vec<Citation>,
    unknown: Vec<i32>,
}

fn times(deadline: &CompiledDeadline, calendar: Option<&CompiledCalendar>, from: Date) -> Times {
    let mut times = Times::default();
    match (deadline.count, calendar) {
        (Count::Days(days), _) => times.due = later(from, 0, i32::from(days)),
        (Count::Months(months), _) => times.due = later(from, i32::from(months), 0),
        (Count::WorkingDays(days), Some(calendar)) => {
            let counted = Counted::go(calendar, from, days);
            times.due = counted.day;
            times.unknown.extend(counted.unknown);
        }
        (Count::WorkingDays(_), None) => {}
    }
    let Some(calendar) = calendar else { return times };
    if deadline.moves
        && let Some(due) = times.due
    {
        let counted = Counted::go(calendar, due, 0);
        times.moved = counted.day.filter(|moved| *moved != due);
        times.unknown.extend(counted.unknown);
    }
    let first = if deadline.moves { times.due } else { Some(from) };
    if let Some((first, last)) = first.zip(times.moved.or(times.due)) {
        let known = (first.year()..=last.year()).filter_map(|year| calendar.year(year));
        times.years = known
            .filter_map(|year| year.provision.as_ref())
            .map(|provision| Citation {
                provision: provision.id.clone(),
                rank: provision.rank,
                confidence: provision.confidence,
            })
            .collect();
    }
    times
}

/// Whether something was done in time; not known between the last day as counted and the day
/// to which it gives way, because whether it does may be disputed.
fn kept(due: Date, moved: Option<Date>, done: Date) -> Option<bool> {
    match moved {
        Some(moved) if due < done && done <= moved => None,
        _ => Some(done <= due),
    }
}

fn day(stated: Option<&Stated>) -> Option<Date> {
    match stated {
        Some(Stated::Day(day)) => Some(*day),
        _ => None,
    }
}

fn name(case: &Case<'_>, fact: Id) -> Option<String> {
    case.rulebook.facts.get(usize::from(fact)).map(|fact| fact.id.clone())
}
