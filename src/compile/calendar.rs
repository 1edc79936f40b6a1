//! Calendars as the engine counts by them.

use chrono::{Datelike, NaiveDate as Date};
use serde::{Deserialize, Serialize};

use crate::rulebook::Calendar;

use super::{CompiledProvision, Law};

/// Which days are working days.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct CompiledCalendar {
    /// The id by which deadlines name it.
    pub id: String,
    /// The days of rest of a week, counted from Monday as 0.
    pub rest: Vec<u8>,
    /// The years of which the holidays are known.
    pub years: Vec<CompiledYear>,
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
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Span {
    /// The first day.
    #[serde(with = "crate::day")]
    pub from: Date,
    /// The last day.
    #[serde(with = "crate::day")]
    pub to: Date,
}

impl CompiledCalendar {
    pub(super) fn new(id: &str, calendar: &Calendar, law: &Law) -> Self {
        let rest = calendar.rest.iter().map(|day| chrono::Weekday::from(*day));
        let rest = rest.filter_map(|day| u8::try_from(day.num_days_from_monday()).ok());
        let years = calendar.years.iter().filter_map(|(year, ordered)| {
            Some(CompiledYear {
                year: year.parse().ok()?,
                off: ordered.off.iter().map(|day| Span { from: day.from, to: day.to }).collect(),
                work: ordered.work.clone(),
                provision: law.provision(&ordered.cite).cloned(),
            })
        });
        Self { id: id.to_owned(), rest: rest.collect(), years: years.collect() }
    }

    /// What was ordered for a year; none, where the holidays of that year are not known.
    #[must_use]
    pub fn year(&self, year: i32) -> Option<&CompiledYear> {
        self.years.iter().find(|known| known.year == year)
    }

    /// Whether a day is a working day. What is ordered for a year may reach into the last days
    /// of the year before. Where nothing is ordered, the day of the week decides.
    #[must_use]
    pub fn works(&self, day: Date) -> bool {
        let near = self.years.iter().filter(|known| (0..=1).contains(&(known.year - day.year())));
        for known in near {
            if known.work.contains(&day) {
                return true;
            }
            if known.off.iter().any(|span| span.from <= day && day <= span.to) {
                return false;
            }
        }
        let weekday = u8::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
        !self.rest.contains(&weekday)
    }
}
