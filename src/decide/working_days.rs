//! Counting days by a calendar.

use chrono::{Datelike, NaiveDate as Date};

use crate::compile::CompiledCalendar;

/// A day found by a calendar, and the years that it was found through without knowing their
/// holidays.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Counted {
    pub(super) day: Option<Date>,
    pub(super) unknown: Vec<i32>,
}

impl Counted {
    /// Goes on to the working day that is the `number`th after `day`, or, with 0, to `day`
    /// itself or the first working day after it.
    pub(super) fn go(calendar: &CompiledCalendar, day: Date, number: u16) -> Self {
        let mut counted = Self { day: Some(day), unknown: Vec::new() };
        let mut left = number;
        while let Some(day) = counted.day {
            if left == 0 && (number > 0 || counted.looks(calendar, day)) {
                break;
            }
            counted.day = day.succ_opt();
            if number > 0 && counted.day.is_some_and(|day| counted.looks(calendar, day)) {
                left -= 1;
            }
        }
        counted
    }

    /// Whether a day is a working day, noting its year where the holidays are not known.
    fn looks(&mut self, calendar: &CompiledCalendar, day: Date) -> bool {
        if calendar.year(day.year()).is_none() && !self.unknown.contains(&day.year()) {
            self.unknown.push(day.year());
        }
        calendar.works(day)
    }
}
