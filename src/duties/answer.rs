//! The shape of the answer to a request for duties.

use chrono::NaiveDate as Date;
use serde::Serialize;

use crate::rulebook::{Confidence, Force, Rank};

/// The answer to [`duties`](crate::duties::duties).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Duties {
    /// The rulebook asked.
    pub rulebook: String,
    /// The version applied, named by the day on which it came into force.
    pub version: String,
    /// The day as of which they are told, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// All who have duties here or to whom somebody has them: what `who` and `to` may name.
    pub parties: Vec<String>,
    /// All occasions: what `in` may name.
    pub occasions: Vec<String>,
    /// The phases, in order.
    pub groups: Vec<String>,
    /// The duties asked for, in the rulebook's order. Those that are not in force are among
    /// them, and say so.
    pub duties: Vec<DutyAnswer>,
    /// What is not known or not encoded.
    pub gaps: Vec<String>,
}

/// One duty.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DutyAnswer {
    /// Its id.
    pub id: String,
    /// Who has it.
    pub who: Vec<String>,
    /// To whom; empty, where it is to nobody in particular.
    pub to: Vec<String>,
    /// On which occasions.
    #[serde(rename = "in")]
    pub occasions: Vec<String>,
    /// The phase it belongs to.
    pub group: String,
    /// With what force its text says it, whether or not that text binds anybody.
    pub force: Force,
    /// Whether it is in force on the day.
    pub standing: DutyStanding,
    /// The first day in force; `null`, where none is known.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub from: Option<Date>,
    /// The last day in force; `null`, where it has no end.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub until: Option<Date>,
    /// Whether these days are only about right: the exact ones were not found.
    pub about: bool,
    /// How often it is due; `null`, where it is due whenever its occasion is there.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Every | null"))]
    pub every: Option<Every>,
    /// The days on which it is due, oldest first: all of its time in force or, where that has
    /// no end, those of the year of the day asked. Empty too where its text names no day of the
    /// week.
    pub days: Vec<DueDay>,
    /// The provisions that list it, in force or not.
    pub citations: Vec<CitedProvision>,
    /// The provisions that bind beside it, in force or not.
    pub counterparts: Vec<CitedProvision>,
    /// How well it is attested.
    pub confidence: Confidence,
}

/// How often something is due.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Every {
    /// Once.
    Once,
    /// Every week.
    Week,
    /// Every month.
    Month,
}

/// A day on which something is due.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DueDay {
    /// The day, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub day: Date,
    /// Whether it lies before the day asked.
    pub spent: bool,
    /// Whether the text leaves open that anything is due on it.
    pub doubtful: bool,
}

/// Where something stands on a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DutyStanding {
    /// It begins later.
    NotYet,
    /// It is in force.
    InForce,
    /// It has ended.
    Lapsed,
    /// It has ended, and another that is named beside it began on the next day.
    Superseded,
}

/// A provision as it stands on the day.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CitedProvision {
    /// Its id, `instrument/article/paragraph`.
    pub provision: String,
    /// What kind of authority it has.
    pub rank: Rank,
    /// How well it is attested.
    pub confidence: Confidence,
    /// Whether it is in force on the day.
    pub standing: DutyStanding,
    /// The provision that took its place; `null`, where none is named beside it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub superseded_by: Option<String>,
    /// The first day in force; `null`, where none is known.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub from: Option<Date>,
    /// The last day in force; `null`, where it has no end.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub until: Option<Date>,
    /// Whether these days are only about right: the exact ones were not found.
    pub about: bool,
}
