//! Which days are working days.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::{Ordered, Statutory};

/// The calendars that deadlines are counted by, from all files of the `calendars` folder.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Calendars {
    /// Each calendar under the id by which deadlines name it.
    pub calendars: Ordered<Calendar>,
}

/// The working days of a country. Of a year that is not listed only the weekly days of rest
/// and, with `statutory`, the holidays of the regulation are known.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// The days of the week on which nobody works, unless they are made working days.
    pub rest: Vec<Weekday>,
    /// What was ordered for each year, by the year.
    pub years: Ordered<CalendarYear>,
    /// What holds in years for which nothing is ordered yet.
    #[serde(default)]
    pub statutory: Option<Statutory>,
}

impl Calendar {
    /// Every provision that it cites.
    pub fn cited(&self) -> impl Iterator<Item = &String> {
        let years = self.years.values().map(|year| &year.cite);
        years.chain(self.statutory.iter().flat_map(Statutory::cited))
    }
}

/// What was ordered for one year.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// The provision that orders it.
    pub cite: String,
    /// The holidays, with the days taken in exchange and the weekends among them.
    pub off: Vec<Holiday>,
    /// Days of rest that are made working days in exchange.
    #[serde(default, with = "crate::day::list")]
    #[cfg_attr(feature = "files", schemars(with = "Vec<Date>"))]
    pub work: Vec<Date>,
}

/// A span of days on which nobody works, both ends included.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The first day.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "files", schemars(with = "Date"))]
    pub from: Date,
    /// The last day.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "files", schemars(with = "Date"))]
    pub to: Date,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    /// 星期一
    Monday,
    /// 星期二
    Tuesday,
    /// 星期三
    Wednesday,
    /// 星期四
    Thursday,
    /// 星期五
    Friday,
    /// 星期六
    Saturday,
    /// 星期日
    Sunday,
}

impl From<Weekday> for chrono::Weekday {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
            Weekday::Saturday => Self::Sat,
            Weekday::Sunday => Self::Sun,
        }
    }
}
