//! What is known of years for which nothing is ordered yet: holidays of the regulation as
//! plain days, how far an arrangement reaches around them, and what is expected.

use chrono::{Datelike, NaiveDate as Date};
use serde::{Deserialize, Serialize};

use crate::day::later;
use crate::rulebook::{Calendar, HolidayDay, MonthDay, Reaches, Statutory, StatutoryHoliday, Term};

use super::names::place_of;
use super::{CompiledProvision, Law, ProvisionId, ReachId, Span, Table, expected};

/// Finds days of the lunar calendar. The engine holds none: days are found when a library is
/// compiled.
pub trait Almanac {
    /// A day of the lunar year that begins in `year`, in a month that is not a leap month;
    /// none, where there is no such day.
    fn lunar(&self, year: i32, day: MonthDay) -> Option<Date>;
    /// The day of a solar term in `year`.
    fn term(&self, year: i32, term: Term) -> Option<Date>;
}

/// What is known of years for which nothing is ordered yet.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Foresight {
    /// The first day of which it speaks.
    #[serde(with = "crate::day")]
    pub from: Date,
    /// The last day of which it speaks.
    #[serde(with = "crate::day")]
    pub to: Date,
    /// The provisions that holidays and exchanges rest on.
    pub provisions: Table<ProvisionId, CompiledProvision>,
    /// Those by which days are exchanged.
    pub arranging: Vec<ProvisionId>,
    /// How far an arrangement reaches.
    pub reaches: Table<ReachId, CompiledReaches>,
    /// The holidays of the years for which nothing is ordered, by their first day.
    pub holidays: Vec<ForeseenHoliday>,
    /// What is expected of these years.
    pub expected: Option<ExpectedDays>,
}

/// A holiday of one year.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct ForeseenHoliday {
    /// Its first day. Its days are off whatever is arranged.
    #[serde(with = "crate::day")]
    pub from: Date,
    /// How many days follow the first.
    pub more: u8,
    /// The provision that fixes it.
    pub provision: ProvisionId,
    /// How far an arrangement reaches around it.
    pub reach: ReachId,
}

/// How far an arrangement reaches around a holiday.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledReaches {
    /// Where further days may be made days off.
    pub off: CompiledReach,
    /// Where weekly days of rest may be made working days.
    pub work: CompiledReach,
    /// With how many days off in a row the weekly days of rest among them stay days off.
    pub keeps: Option<u8>,
}

/// The days around a holiday that an arrangement may change.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledReach {
    /// How many days before its first day.
    pub before: u8,
    /// How many days after its last day.
    pub after: u8,
    /// How many of them at most.
    pub most: u8,
}

/// What is expected to be ordered.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct ExpectedDays {
    /// The provisions that state the principles, among those of the calendar.
    pub cite: Vec<ProvisionId>,
    /// The first and the last year that they speak of.
    pub years: (i32, i32),
    /// Days off in a row, weekly days of rest included.
    pub off: Vec<Span>,
    /// Weekly days of rest that are made working days.
    #[serde(with = "crate::day::list")]
    pub work: Vec<Date>,
}

impl ForeseenHoliday {
    /// Its days.
    #[must_use]
    pub fn span(self) -> Span {
        Span { from: self.from, to: later(self.from, 0, i32::from(self.more)).unwrap_or(self.from) }
    }
}

impl CompiledReach {
    /// Whether a day lies this near to a holiday, and outside it.
    #[must_use]
    pub fn holds(self, holiday: Span, day: Date) -> bool {
        let near =
            |day: Date, of: Date, most: u8| (1..=i64::from(most)).contains(&(of - day).num_days());
        near(day, holiday.from, self.before) || near(holiday.to, day, self.after)
    }
}

/// The first day of a holiday in a year.
#[must_use]
pub fn first_day(almanac: &impl Almanac, on: HolidayDay, year: i32) -> Option<Date> {
    match on {
        HolidayDay::Solar(MonthDay { month, day }) => {
            Date::from_ymd_opt(year, u32::from(month), u32::from(day))
        }
        HolidayDay::Lunar(day) => almanac.lunar(year, day),
        HolidayDay::NewYearsEve => {
            later(almanac.lunar(year, MonthDay { month: 1, day: 1 })?, 0, -1)
        }
        HolidayDay::Term(term) => almanac.term(year, term),
    }
}

/// The days of a holiday in a year in which it is fixed.
pub(super) fn holiday(
    almanac: &impl Almanac,
    holiday: &StatutoryHoliday,
    year: i32,
) -> Option<Span> {
    let from = first_day(almanac, holiday.on, year)?;
    let to = later(from, 0, i32::from(holiday.days.max(1)) - 1)?;
    holiday.in_force.holds_on(from).then_some(Span { from, to })
}

/// Resolves what a calendar says of years for which nothing is ordered.
pub(super) fn compile(
    calendar: &Calendar,
    statutory: &Statutory,
    law: &Law,
    almanac: &impl Almanac,
) -> Foresight {
    let mut provisions: Table<ProvisionId, CompiledProvision> = Table::default();
    // A name that no provision bears is reported by the checker of calendars.
    let mut cite = |id: &String| {
        let known = provisions.find(|known| known.id == *id);
        known.or_else(|| provisions.push(law.provision(id)?.clone()).ok())
    };
    let arranging = statutory.cite.iter().filter_map(&mut cite).collect();
    let mut holidays: Vec<ForeseenHoliday> = Vec::new();
    let years = statutory.from.year()..=statutory.to.year();
    let open = years.filter(|year| !calendar.years.contains_key(&year.to_string()));
    for year in open.clone() {
        for one in statutory.holidays.values() {
            let reach = place_of(&statutory.reaches, &one.reach);
            let found = holiday(almanac, one, year).zip(cite(&one.cite)).zip(reach);
            holidays.extend(found.map(|((span, provision), reach)| ForeseenHoliday {
                from: span.from,
                more: one.days.saturating_sub(1),
                provision,
                reach,
            }));
        }
    }
    holidays.sort_by_key(|holiday| holiday.from);
    let expected = statutory.expected.as_ref().map(|expected| {
        let years: Vec<i32> =
            open.filter(|year| (expected.from..=expected.to).contains(year)).collect();
        let (off, work) = expected::days(calendar, statutory, almanac, &years);
        let cite = expected.cite.iter().filter_map(&mut cite).collect();
        ExpectedDays { cite, years: (expected.from, expected.to), off, work }
    });
    let reaches = statutory.reaches.values().copied().map(CompiledReaches::from);
    let reaches = Table::first(reaches);
    let (from, to) = (statutory.from, statutory.to);
    Foresight { from, to, provisions, arranging, reaches, holidays, expected }
}

impl From<Reaches> for CompiledReaches {
    fn from(reaches: Reaches) -> Self {
        let reach = |reach: crate::rulebook::Reach| CompiledReach {
            before: reach.before,
            after: reach.after,
            most: reach.most,
        };
        Self { off: reach(reaches.off), work: reach(reaches.work), keeps: reaches.keeps }
    }
}
