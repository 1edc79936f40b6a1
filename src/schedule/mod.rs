//! Telling for many days at once when a deadline ends.

mod answer;

use std::collections::BTreeSet;

use chrono::NaiveDate as Date;
use serde_json::{Map, Value};

use crate::compile::{Compiled, CompiledDeadline, Library, Stated};
use crate::decide::{Matter, deadlines, read_case, rulebook};
use crate::limits;
use crate::problem::{Code, Problem};
use crate::put::ask;
use crate::refused::Refused;
use crate::request::{Reader, ScheduleRequest};

pub use answer::{Schedule, ScheduledDay};

/// Tells of each day when a deadline ends that runs from it: the same as
/// [`decide`](crate::decide::decide) tells of it on nothing but that day.
///
/// # Errors
///
/// Everything that is wrong with the request. Nothing is told then.
///
/// ```
/// use zhengpin::request::ScheduleRequest;
/// use zhengpin::{day, library, schedule::schedule};
///
/// let checked = day::parse("2026-08-31").ok_or("no day")?;
/// let request = ScheduleRequest::new("cn/complaint", "platform_verifies_again").from(checked);
/// let schedule = schedule(library::built_in(), &request)?;
/// let due = schedule.days[0].deadline.as_ref().and_then(|deadline| deadline.due);
/// assert_eq!(due, day::parse("2027-02-28"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn schedule(library: &Library, request: &ScheduleRequest) -> Result<Schedule, Refused> {
    ask(library, request, answer)
}

/// Tells what a request asks that was read as a value.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn answer(library: &Library, request: &Value) -> Result<Schedule, Refused> {
    let mut reader = Reader::default();
    let Some(map) = reader.request::<ScheduleRequest>(request) else { return reader.need(None) };
    let rulebook = rulebook(library, map, "rulebook", &mut reader);
    let deadline = find(rulebook, map, &mut reader);
    let days = days(map, &mut reader);
    let case = read_case(map, "asOf", reader, &library.calendars, |_| rulebook)?;
    let (deadline, days) = Reader::default().need(deadline.zip(days))?;
    if !deadline.in_force.holds_on(case.day) {
        let nearest = deadline.in_force.from.filter(|from| case.day < *from);
        let nearest = nearest.or(deadline.in_force.to).unwrap_or(case.day);
        let problem = Problem::new(Code::NotInForce, "/asOf").with("value", case.day);
        return Err(problem.with("expected", nearest).into());
    }
    let mut reader = Reader::default();
    let told = days.iter().enumerate().filter_map(|(index, day)| {
        let told = told(&case, deadline, *day);
        if told.is_none() {
            let problem = Problem::new(Code::ContradictoryFacts, format!("/from/{index}"));
            reader.report(problem.with("value", &case.rulebook.facts[deadline.from].id));
        }
        told
    });
    let days = told.collect();
    reader.finish(Schedule {
        rulebook: case.rulebook.id.clone(),
        version: case.version.from.to_string(),
        as_of: case.day,
        days,
    })
}

/// The deadline that a request names.
fn find<'a>(
    rulebook: Option<&'a Compiled>,
    map: &Map<String, Value>,
    reader: &mut Reader,
) -> Option<&'a CompiledDeadline> {
    let Some(name) = map.get("deadline") else {
        reader.missing("", "deadline");
        return None;
    };
    let name = reader.text(name, "/deadline")?;
    let all = rulebook?.deadlines.values();
    let found = all.clone().find(|deadline| deadline.id == name);
    if found.is_none() {
        let problem = Problem::new(Code::UnknownDeadline, "/deadline").with("value", name);
        reader.report(problem.with_list("expected", all.map(|deadline| &deadline.id)));
    }
    found
}

/// The days that a request asks for, each of which may stand there once.
fn days(map: &Map<String, Value>, reader: &mut Reader) -> Option<Vec<Date>> {
    let Some(value) = map.get("from") else {
        reader.missing("", "from");
        return None;
    };
    let list = reader.list(value, "/from", limits::SCHEDULED_DAYS)?;
    let mut known = BTreeSet::new();
    let days = list.iter().enumerate().filter_map(|(index, value)| {
        let path = format!("/from/{index}");
        let day = reader.date(value, &path)?;
        if !known.insert(day) {
            reader.report(Problem::new(Code::RepeatedChoice, path).with("value", day));
        }
        Some(day)
    });
    Some(days.collect())
}

/// What is told of a deadline that runs from a day; none, where that day cannot be.
fn told(case: &Matter<'_>, deadline: &CompiledDeadline, from: Date) -> Option<ScheduledDay> {
    let mut given = case.given.clone();
    given[deadline.from] = Some(Stated::Day(from));
    let case = case.with(given);
    if !case.is_possible() {
        return None;
    }
    let told = deadlines::one(&case, deadline);
    let last = told.as_ref().and_then(|_| deadlines::last_days(&case, deadline));
    let over = last.and_then(|(safe, last)| match case.day {
        day if day <= safe => Some(false),
        day => (last < day).then_some(true),
    });
    Some(ScheduledDay { from, deadline: told, over })
}
