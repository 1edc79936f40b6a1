//! The lunar days and solar terms of a library that agrees with the almanac of Purple Mountain
//! Observatory.
//!
//! Source: GB/T 33661-2017 on how the Chinese calendar is computed; `tests/almanac.rs` holds
//! the library against the years ordered and against another library.

use chrono::NaiveDate as Date;
use tyme4rs::tyme::lunar::{LunarDay, LunarMonth};
use tyme4rs::tyme::solar::{SolarDay, SolarTerm};

use crate::compile::Almanac;
use crate::rulebook::{MonthDay, Term};

/// The almanac of `tyme4rs`.
#[derive(Clone, Copy, Debug)]
pub struct Tyme;

impl Almanac for Tyme {
    fn lunar(&self, year: i32, day: MonthDay) -> Option<Date> {
        // `LunarDay::new` expects a month that there is, and `LunarMonth::new` a year.
        let (year, month) = (known(year)?, isize::from(day.month));
        LunarMonth::new(year, month).ok()?;
        common(&LunarDay::new(year, month, usize::from(day.day)).ok()?.get_solar_day())
    }

    fn term(&self, year: i32, term: Term) -> Option<Date> {
        // Counted from the winter solstice of the year before.
        let index = match term {
            Term::Qingming => 7,
        };
        common(&SolarTerm::from_index(known(year)?, index).get_solar_day())
    }
}

/// A year that the library reckons with.
fn known(year: i32) -> Option<isize> {
    isize::try_from(year).ok().filter(|year| (1..=9998).contains(year))
}

fn common(day: &SolarDay) -> Option<Date> {
    let year = i32::try_from(day.get_year()).ok()?;
    let (month, day) = (u32::try_from(day.get_month()).ok()?, u32::try_from(day.get_day()).ok()?);
    Date::from_ymd_opt(year, month, day)
}
