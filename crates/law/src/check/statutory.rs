//! Holidays of a regulation that cannot be found, contradict each other or what was ordered.

use chrono::{Datelike, NaiveDate as Date};

use crate::compile::{Almanac, Law, Span, first_day};
use crate::day::later;
use crate::problem::{Code, Problem, child};
use crate::rulebook::{Calendar, Statutory, StatutoryHoliday, Validity};

/// Looks at what a calendar says of years for which nothing is ordered.
pub(super) fn check(
    calendar: &Calendar,
    statutory: &Statutory,
    path: &str,
    law: &Law,
    almanac: &impl Almanac,
) -> Vec<Problem> {
    let mut found = Vec::new();
    let path = format!("{path}/statutory");
    if statutory.to < statutory.from {
        found.push(wrong(&format!("{path}/to"), statutory.to, "a_later_day"));
    }
    cites(&statutory.cite, &format!("{path}/cite"), law, &mut found);
    if let Some(expected) = &statutory.expected {
        cites(&expected.cite, &format!("{path}/expected/cite"), law, &mut found);
    }
    for reach in statutory.reaches.keys() {
        if !statutory.holidays.values().any(|holiday| holiday.reach == *reach) {
            let path = child(&format!("{path}/reaches"), reach);
            found.push(wrong(&path, reach, "reach_of_holiday"));
        }
    }
    for (id, holiday) in &statutory.holidays {
        let path = child(&format!("{path}/holidays"), id);
        names(statutory, holiday, &path, law, &mut found);
        let twice = |(other, another): (&String, &StatutoryHoliday)| {
            let both = holiday.in_force.and(another.in_force);
            other != id && another.on == holiday.on && !both.is_empty()
        };
        if statutory.holidays.iter().any(twice) {
            found.push(wrong(&path, id, "holiday_once"));
        }
        days(calendar, statutory, holiday, &path, almanac, &mut found);
    }
    found
}

fn cites(cited: &[String], path: &str, law: &Law, found: &mut Vec<Problem>) {
    for (index, id) in cited.iter().enumerate() {
        if law.provision(id).is_none() {
            found.push(unknown(&format!("{path}/{index}"), id, "provision"));
        }
    }
}

/// Looks at what a holiday names.
fn names(
    statutory: &Statutory,
    holiday: &StatutoryHoliday,
    path: &str,
    law: &Law,
    found: &mut Vec<Problem>,
) {
    match law.provision(&holiday.cite) {
        None => found.push(unknown(&format!("{path}/cite"), &holiday.cite, "provision")),
        Some(provision) => {
            let span =
                Validity { from: Some(statutory.from), to: Some(statutory.to), about: false };
            let holds = holiday.in_force.and(span);
            if holds.and(provision.in_force) != holds {
                found.push(wrong(&format!("{path}/in_force"), &holiday.cite, "provision_in_force"));
            }
        }
    }
    if !statutory.reaches.contains_key(&holiday.reach) {
        found.push(unknown(&format!("{path}/reach"), &holiday.reach, "reach"));
    }
    if holiday.days == 0 {
        found.push(wrong(&format!("{path}/days"), holiday.days, "a_day_at_least"));
    }
    let Some(expected) = &holiday.expected else { return };
    if expected.days < holiday.days {
        let path = format!("{path}/expected/days");
        found.push(wrong(&path, expected.days, "days_of_holiday"));
    }
    if let Some(joined) = &expected.joined
        && !statutory.holidays.contains_key(&joined.with)
    {
        found.push(unknown(&format!("{path}/expected/joined/with"), &joined.with, "holiday"));
    }
}

/// Looks at the days of a holiday: it is found in every year in which it is fixed, and off in
/// every year for which something is ordered.
fn days(
    calendar: &Calendar,
    statutory: &Statutory,
    holiday: &StatutoryHoliday,
    path: &str,
    almanac: &impl Almanac,
    found: &mut Vec<Problem>,
) {
    for year in statutory.from.year()..=statutory.to.year() {
        let from = holiday.in_force.from.map_or(year, |from| from.year());
        let to = holiday.in_force.to.map_or(year, |to| to.year());
        if !(from..=to).contains(&year) {
            continue;
        }
        let Some(first) = first_day(almanac, holiday.on, year) else {
            found.push(wrong(&format!("{path}/on"), year, "a_day_of_every_year"));
            return;
        };
        let last = later(first, 0, i32::from(holiday.days.max(1)) - 1).unwrap_or(first);
        let span = Span { from: first, to: last };
        let off = |day: Date| works(calendar, year, day) == Some(false);
        if holiday.in_force.holds_on(first)
            && calendar.years.contains_key(&year.to_string())
            && !first.iter_days().take_while(|day| span.holds(*day)).all(off)
        {
            found.push(wrong(path, first, "off_as_ordered"));
        }
    }
}

/// Whether a day is a working day by what is ordered for a year; none, where nothing is.
fn works(calendar: &Calendar, year: i32, day: Date) -> Option<bool> {
    let ordered = calendar.years.get(&year.to_string())?;
    let off = ordered.off.iter().any(|span| span.from <= day && day <= span.to);
    let rests = calendar.rest.iter().any(|rest| chrono::Weekday::from(*rest) == day.weekday());
    Some(ordered.work.contains(&day) || !(off || rests))
}

fn unknown(path: &str, value: &str, expected: &'static str) -> Problem {
    Problem::new(Code::UnknownName, path).with("value", value).with_word("expected", expected)
}

fn wrong(path: &str, value: impl std::fmt::Display, expected: &'static str) -> Problem {
    let problem = Problem::new(Code::WrongCalendar, path).with("value", format!("`{value}`"));
    problem.with_word("expected", expected)
}
