//! Calendars that contradict themselves, or that nothing counts by.

use chrono::{Datelike, NaiveDate as Date, Weekday};

use crate::compile::{Almanac, CalendarId, Compiled, Law, Table};
use crate::problem::{Code, Problem, child};
use crate::rulebook::{Calendar, CalendarYear, Calendars};

use super::statutory;

/// Looks at every calendar.
pub(super) fn check(
    calendars: &Calendars,
    law: &Law,
    rulebooks: &[Compiled],
    almanac: &impl Almanac,
) -> Vec<Problem> {
    let mut found = Vec::new();
    let most = Table::<CalendarId, ()>::MOST;
    if most < calendars.calendars.len() {
        let problem = Problem::new(Code::TooComplex, "/calendars");
        found.push(problem.with("value", calendars.calendars.len()).with("expected", most));
    }
    for (id, calendar) in &calendars.calendars {
        let path = child("/calendars", id);
        let mut deadlines = rulebooks.iter().flat_map(|rulebook| rulebook.deadlines.values());
        let place = law.calendars().find(|known| known.id == *id);
        if !deadlines.any(|deadline| deadline.calendar.is_some() && deadline.calendar == place) {
            found.push(Problem::new(Code::UnusedCalendar, &path).with("value", id));
        }
        for (year, ordered) in &calendar.years {
            let path = child(&format!("{path}/years"), year);
            if law.provision(&ordered.cite).is_none() {
                let problem = Problem::new(Code::UnknownName, format!("{path}/cite"));
                let problem = problem.with("value", &ordered.cite);
                found.push(problem.with_word("expected", "provision"));
            }
            match year.parse() {
                Ok(number) if year.len() == 4 => days(calendar, ordered, number, &path, &mut found),
                _ => found.push(wrong(&path, year, "a_year")),
            }
        }
        if let Some(holidays) = &calendar.statutory {
            found.extend(statutory::check(calendar, holidays, &path, law, almanac));
        }
    }
    found
}

/// Looks at the days of one year: those off belong to it or to the December before it and
/// stand once, those worked are weekly days of rest and not off.
fn days(
    calendar: &Calendar,
    ordered: &CalendarYear,
    year: i32,
    path: &str,
    found: &mut Vec<Problem>,
) {
    let belongs = |day: Date| day.year() == year || (day.year() == year - 1 && day.month() == 12);
    let mut last: Option<Date> = None;
    for (index, holiday) in ordered.off.iter().enumerate() {
        let after = last.is_none_or(|last| last < holiday.from);
        if !after || holiday.to < holiday.from || !belongs(holiday.from) || !belongs(holiday.to) {
            found.push(wrong(&format!("{path}/off/{index}"), holiday.from, "holiday_of_year"));
        }
        last = Some(holiday.to);
    }
    for (index, day) in ordered.work.iter().enumerate() {
        let rest = calendar.rest.iter().any(|rest| Weekday::from(*rest) == day.weekday());
        let off = ordered.off.iter().any(|span| span.from <= *day && *day <= span.to);
        if !rest || off || !belongs(*day) {
            found.push(wrong(&format!("{path}/work/{index}"), day, "day_of_rest"));
        }
    }
}

fn wrong(path: &str, value: impl std::fmt::Display, expected: &'static str) -> Problem {
    let problem = Problem::new(Code::WrongCalendar, path).with("value", format!("`{value}`"));
    problem.with_word("expected", expected)
}
