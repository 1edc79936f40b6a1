//! The shape of the answer to a schedule.

use chrono::NaiveDate as Date;
use serde::Serialize;

use crate::decide::Deadline;

/// The answer to [`schedule`](crate::schedule::schedule).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Schedule {
    /// The rulebook asked.
    pub rulebook: String,
    /// The version applied, named by the day on which it came into force.
    pub version: String,
    /// The day as of which the law was applied, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// Every day asked, in the order of the request.
    pub days: Vec<ScheduledDay>,
}

/// A day, and the deadline that runs from it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ScheduledDay {
    /// The day, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub from: Date,
    /// What a decision on nothing but this day tells of the deadline; `null` where it does not
    /// apply.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Deadline | null"))]
    pub deadline: Option<Deadline>,
    /// Whether the time is over, whatever is ordered; `null` where that is not known, as where
    /// no day can be told, or between the first and the last of the days on which it may end.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub over: Option<bool>,
}
