//! Calendars as the engine counts by them.

use chrono::{Datelike, NaiveDate as Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::rulebook::Calendar;

use super::foresight::{Almanac, Foresight, compile};
use super::{CompiledProvision, Law};

/// Which days are working days.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct CompiledCalendar {
    /// The id by which deadlines name it.
    pub id: String,
    /// The days of rest of a week, counted from Monday as 0.
    pub rest: Vec<u8>,
    /// The years for which something is ordered.
    pub years: Vec<CompiledYear>,
    /// What is known of the other years; nothing, if there is none.
    pub foresight: Option<Foresight>,
}

/// What was ordered for one year.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledYear {
    /// The year.
    pub year: i32,
    /// The first and last day of each holiday.
    pub off: Vec<Span>,
    /// Days of rest that are made working days.
    #[serde(with = "crate::day::list")]
    pub work: Vec<Date>,
    /// The provision that orders it.
    pub provision: Option<CompiledProvision>,
}

/// A span of days, both ends included.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Span {
    /// The first day.
    #[serde(with = "crate::day")]
    pub from: Date,
    /// The last day.
    #[serde(with = "crate::day")]
    pub to: Date,
}

impl Span {
    /// Whether a day is among them.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

impl CompiledCalendar {
    pub(super) fn new(id: &str, calendar: &Calendar, law: &Law, almanac: &impl Almanac) -> Self {
        let rest = calendar.rest.iter().map(|day| Weekday::from(*day));
        let rest = rest.map(from_monday);
        let years = calendar.years.iter().filter_map(|(year, ordered)| {
            Some(CompiledYear {
                year: year.parse().ok()?,
                off: ordered.off.iter().map(|day| Span { from: day.from, to: day.to }).collect(),
                work: ordered.work.clone(),
                provision: law.provision(&ordered.cite).cloned(),
            })
        });
        let statutory = calendar.statutory.as_ref();
        Self {
            id: id.to_owned(),
            rest: rest.collect(),
            years: years.collect(),
            foresight: statutory.map(|statutory| compile(calendar, statutory, law, almanac)),
        }
    }

    /// What was ordered for a year; none, where the holidays of that year are not known.
    #[must_use]
    pub fn year(&self, year: i32) -> Option<&CompiledYear> {
        self.years.iter().find(|known| known.year == year)
    }

    /// The provisions that it rests on.
    pub fn provisions(&self) -> impl Iterator<Item = &CompiledProvision> {
        let ordered = self.years.iter().filter_map(|year| year.provision.as_ref());
        ordered.chain(self.foresight.iter().flat_map(|foresight| foresight.provisions.values()))
    }

    /// Whether a day is a weekly day of rest.
    #[must_use]
    pub fn rests(&self, day: Date) -> bool {
        self.rest.contains(&from_monday(day.weekday()))
    }

    /// Whether a day is a working day by what is ordered and by the day of the week. What is
    /// ordered for a year may reach into the last days of the year before.
    #[must_use]
    pub fn works(&self, day: Date) -> bool {
        let near = self.years.iter().filter(|known| (0..=1).contains(&(known.year - day.year())));
        for known in near {
            if known.work.contains(&day) {
                return true;
            }
            if known.off.iter().any(|span| span.holds(day)) {
                return false;
            }
        }
        !self.rests(day)
    }
}

/// The place of a day in a week that begins on Monday, counted from 0.
fn from_monday(day: Weekday) -> u8 {
    match day {
        Weekday::Mon => 0,
        Weekday::Tue => 1,
        Weekday::Wed => 2,
        Weekday::Thu => 3,
        Weekday::Fri => 4,
        Weekday::Sat => 5,
        Weekday::Sun => 6,
    }
}
