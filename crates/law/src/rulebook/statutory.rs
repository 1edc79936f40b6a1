//! Holidays that a regulation fixes for every year, and what an arrangement may add to them.

use chrono::NaiveDate as Date;
use serde::Deserialize;

use super::{Ordered, Validity, Weekday};

/// What is known of a year for which nothing is ordered yet.
///
/// Source: 国务院《全国年节及纪念日放假办法》 arts 2, 6 and 7.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statutory {
    /// The first day of which it speaks.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "files", schemars(with = "Date"))]
    pub from: Date,
    /// The last day of which it speaks. Beyond it no day is told.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "files", schemars(with = "Date"))]
    pub to: Date,
    /// The provisions by which days are exchanged, each cited where it is in force.
    #[serde(default)]
    pub cite: Vec<String>,
    /// The holidays, each version under an id of its own.
    pub holidays: Ordered<StatutoryHoliday>,
    /// How far an arrangement reaches around a holiday, by the name that holidays use.
    pub reaches: Ordered<Reaches>,
    /// By which principles the next arrangement is expected.
    #[serde(default)]
    pub expected: Option<Expected>,
}

impl Statutory {
    /// Every provision that it cites.
    pub fn cited(&self) -> impl Iterator<Item = &String> {
        let holidays = self.holidays.values().map(|holiday| &holiday.cite);
        let expected = self.expected.iter().flat_map(|expected| &expected.cite);
        self.cite.iter().chain(holidays).chain(expected)
    }
}

/// A holiday of the regulation.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StatutoryHoliday {
    /// Its first day.
    pub on: HolidayDay,
    /// How many days it lasts.
    pub days: u8,
    /// The provision that fixes it.
    pub cite: String,
    /// The days on which it is fixed like this.
    #[serde(default)]
    pub in_force: Validity,
    /// How far an arrangement reaches around it, among the `reaches`.
    pub reach: String,
    /// How it is expected to be arranged; as the regulation fixes it, if left out.
    #[serde(default)]
    pub expected: Option<ExpectedBlock>,
}

/// By what a holiday is found in a year.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HolidayDay {
    /// A day of the common calendar.
    Solar(MonthDay),
    /// A day of the lunar calendar, in a month that is not a leap month.
    Lunar(MonthDay),
    /// 除夕: the last day of the lunar year, whichever number it has.
    NewYearsEve,
    /// The day of a solar term.
    Term(Term),
}

/// A day of a month.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MonthDay {
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// A solar term that is a holiday.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// 清明
    Qingming,
}

/// How far an arrangement reaches around a holiday. Days beyond it are what their weekday
/// makes them.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reaches {
    /// Where further days may be made days off.
    pub off: Reach,
    /// Where weekly days of rest may be made working days.
    pub work: Reach,
    /// With how many days off in a row, made up of the holiday and the weekly days of rest
    /// that adjoin it, those stay days off; none ever does for sure, if left out.
    #[serde(default)]
    pub keeps: Option<u8>,
}

/// The days around a holiday that an arrangement may change.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// How many days before its first day.
    pub before: u8,
    /// How many days after its last day.
    pub after: u8,
    /// How many of them at most.
    pub most: u8,
}

/// The principles of the next arrangement. They bind nobody; what follows from them is told
/// as expected.
///
/// Source: 国务院办公厅关于2025年部分节假日安排的通知.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The provisions that state them.
    pub cite: Vec<String>,
    /// The first year that they speak of.
    pub from: i32,
    /// The last year for which anything is expected: the further away, the less they say.
    pub to: i32,
    /// How many working days in a row stand around a holiday at most.
    pub in_a_row: u8,
}

/// How one holiday is expected to be arranged.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExpectedBlock {
    /// How many days off in a row.
    pub days: u8,
    /// The weekday on which only the holiday itself is off. With it, the days in a row are
    /// those around the holiday that hold most weekly days of rest; without it, those from
    /// its first day on.
    #[serde(default)]
    pub alone: Option<Weekday>,
    /// Another holiday that may fall among these days.
    #[serde(default)]
    pub joined: Option<Joined>,
}

/// What changes where another holiday falls among the days off.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Joined {
    /// The other holiday.
    pub with: String,
    /// How many days off in a row there are then.
    pub days: u8,
}
