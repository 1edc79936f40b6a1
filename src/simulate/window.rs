//! Windows: findings that are counted together.

use chrono::Days;
use chrono::NaiveDate as Date;

use crate::compile::CompiledWindow;

/// A window that is open, or was.
#[derive(Clone, Debug)]
pub(super) struct OpenWindow {
    /// Its first day.
    pub(super) from: Date,
    /// Its last day.
    pub(super) to: Date,
    /// The points booked in it.
    pub(super) points: u32,
}

/// The points that a window takes, and those that are lost to its cap.
pub(super) struct Taken {
    pub(super) points: u32,
    pub(super) lost: u32,
    /// Whether the finding opened the window.
    pub(super) opened: bool,
}

/// Books points in the window that covers `day`. A window begins with its first finding and
/// does not slide: a finding after its last day opens a new one.
pub(super) fn book(
    slot: &mut Option<OpenWindow>,
    rules: &CompiledWindow,
    day: Date,
    points: u32,
) -> Taken {
    let current = slot.take().filter(|window| day <= window.to);
    let opened = current.is_none();
    let mut window = current.unwrap_or_else(|| OpenWindow {
        from: day,
        to: last_day(day, rules.days),
        points: 0,
    });
    let taken = points.min(rules.cap.saturating_sub(window.points));
    window.points = window.points.saturating_add(taken);
    *slot = Some(window);
    Taken { points: taken, lost: points.saturating_sub(taken), opened }
}

fn last_day(first: Date, days: u8) -> Date {
    first.checked_add_days(Days::new(u64::from(days).saturating_sub(1))).unwrap_or(Date::MAX)
}
