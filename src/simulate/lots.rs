//! Points and strikes that lapse together.

use std::collections::VecDeque;

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime, NaiveTime};

use crate::compile::{CompiledLife, LedgerRule, LifeLength};
use crate::rulebook::LifeFrom;

use super::time;

/// Points or strikes that lapse together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lot<'a> {
    /// When they lapse.
    pub(super) at: DateTime,
    /// How many they are.
    pub(super) number: u32,
    /// The rule by which they do.
    pub(super) rule: LedgerRule,
    /// What that rule says.
    pub(super) life: &'a CompiledLife,
}

/// Points or strikes that lapse, oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Lapsing<'a>(VecDeque<Lot<'a>>);

impl<'a> Lapsing<'a> {
    /// Queues up what was counted at `at`, by when it lapses.
    pub(super) fn queue(
        &mut self,
        at: DateTime,
        rule: LedgerRule,
        life: &'a CompiledLife,
        number: u32,
    ) {
        let midnight = |day: Date| day.and_time(NaiveTime::MIN);
        let ends = match &life.length {
            LifeLength::Days(days, LifeFrom::Instant) => time::after_days(at, *days),
            LifeLength::Days(days, LifeFrom::Day) => time::after_days(midnight(at.date()), *days),
            LifeLength::Until(turn) => turn.after(at.date()).map_or(DateTime::MAX, midnight),
        };
        let lot = Lot { at: ends, number, rule, life };
        let place = self.0.partition_point(|known| known.at <= lot.at);
        self.0.insert(place, lot);
    }

    /// Takes out what has lapsed by `at`, one lot after the other.
    pub(super) fn due(&mut self, at: DateTime) -> Option<Lot<'a>> {
        if self.0.front()?.at <= at { self.0.pop_front() } else { None }
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}
