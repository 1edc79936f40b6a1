//! Windows: findings that are counted together.

use std::collections::VecDeque;

use chrono::{Datelike, NaiveDate, NaiveDateTime as DateTime, NaiveTime, TimeDelta};

use crate::compile::{CompiledLedger, CompiledWindow, Length, WindowId};
use crate::day;
use crate::rulebook::Shape;

use super::answer::WindowEntry;
use super::time;

/// A window that is open, or was.
#[derive(Clone, Debug)]
pub(super) struct OpenWindow {
    /// When it began.
    pub(super) from: DateTime,
    /// When it is over: the first moment that is no longer in it.
    end: DateTime,
    /// The points booked in it.
    pub(super) points: u32,
    /// Whether a finding in it counts.
    pub(super) filled: bool,
    /// Whether the strike of its findings is counted.
    pub(super) struck: bool,
    /// What was booked when, where it reaches back.
    recent: VecDeque<(DateTime, u32)>,
}

impl OpenWindow {
    /// The window that a finding at `at` falls into, and whether it opens it: the one that
    /// is open, if it covers that moment, or a new one.
    pub(super) fn enter(
        known: Option<Self>,
        rules: &CompiledWindow,
        at: DateTime,
        ends_with_year: bool,
    ) -> (Self, bool) {
        match known {
            Some(mut window) if rules.shape == Shape::Trailing => {
                let still = |booked: DateTime| {
                    at < end(booked, rules.length) && !(ends_with_year && booked.year() < at.year())
                };
                while window.recent.front().is_some_and(|(booked, _)| !still(*booked)) {
                    let past = window.recent.pop_front().map_or(0, |(_, points)| points);
                    window.points = window.points.saturating_sub(past);
                }
                let opens = window.recent.is_empty();
                window.filled &= !opens;
                window.struck &= !opens;
                window.from = window.recent.front().map_or(at, |(booked, _)| *booked);
                window.end = end(at, rules.length);
                (window, opens)
            }
            Some(mut window) if window.covers(at, ends_with_year) => {
                if rules.shape == Shape::Chained {
                    window.end = end(at, rules.length);
                }
                (window, false)
            }
            _ => (
                Self {
                    from: begin(at, rules.length),
                    end: end(at, rules.length),
                    points: 0,
                    filled: false,
                    struck: false,
                    recent: VecDeque::new(),
                },
                true,
            ),
        }
    }

    /// Whether a finding at `at` falls into this window.
    pub(super) fn covers(&self, at: DateTime, ends_with_year: bool) -> bool {
        at < self.end && !(ends_with_year && self.from.year() < at.year())
    }

    /// When it is over, if no further finding falls into it.
    pub(super) fn over(&self, ends_with_year: bool) -> DateTime {
        let next = self.from.date().year().checked_add(1);
        let turn = next.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
        match turn.map(|turn| turn.and_time(NaiveTime::MIN)) {
            Some(turn) if ends_with_year => self.end.min(turn),
            _ => self.end,
        }
    }

    /// The points that can still be booked in it.
    pub(super) fn room(&self, rules: &CompiledWindow) -> u32 {
        rules.cap.map_or(u32::MAX, |cap| cap.saturating_sub(self.points))
    }

    /// Books points in it.
    pub(super) fn take(&mut self, rules: &CompiledWindow, at: DateTime, points: u32) {
        self.points = self.points.saturating_add(points);
        if rules.shape == Shape::Trailing {
            self.recent.push_back((at, points));
        }
    }

    /// What it is like now, for whoever tells of it.
    pub(super) fn seen(&self, window: WindowId, rules: &CompiledWindow, caps: bool) -> WindowSeen {
        let Self { from, end, points, .. } = *self;
        WindowSeen { window, from, end, points, cap: rules.cap.filter(|_| caps) }
    }
}

/// What a window was like when a finding had fallen into it.
#[derive(Clone, Copy, Debug)]
pub(super) struct WindowSeen {
    window: WindowId,
    from: DateTime,
    end: DateTime,
    points: u32,
    cap: Option<u32>,
}

impl WindowSeen {
    /// What is said of it.
    pub(super) fn told(&self, ledger: &CompiledLedger) -> WindowEntry {
        let rules = &ledger.windows[self.window];
        let (from, to) = match rules.length {
            Length::Days(_) => {
                let last = self.end.checked_sub_signed(TimeDelta::seconds(1));
                let last = last.unwrap_or(DateTime::MIN).date();
                (day::written(self.from.date()), day::written(last))
            }
            Length::Hours(_) => (time::write(self.from, ledger), time::write(self.end, ledger)),
        };
        WindowEntry { id: rules.id.clone(), from, to, points: self.points, cap: self.cap }
    }
}

fn begin(at: DateTime, length: Length) -> DateTime {
    match length {
        Length::Days(_) => at.date().and_time(NaiveTime::MIN),
        Length::Hours(_) => at,
    }
}

fn end(at: DateTime, length: Length) -> DateTime {
    let span = match length {
        Length::Days(days) => TimeDelta::days(i64::from(days)),
        Length::Hours(hours) => TimeDelta::hours(i64::from(hours)),
    };
    begin(at, length).checked_add_signed(span).unwrap_or(DateTime::MAX)
}
