//! The shape of the answer to a simulation.

mod account;
mod audit;
mod entry;
mod forecast;
mod measure;
mod what_if;

use serde::Serialize;

use crate::decide::Warning;

pub use account::{BookEntry, BookTurn, ClosedBy, LapseEntry, Status, YearEndEntry};
pub use audit::{
    Agreement, Audit, Correction, EntryAudit, MeasureChange, MeasuresAudit, PointsAudit, ReadSo,
    StrikeAudit,
};
pub use entry::{Entry, MoneyEntry, StrikeReason, WindowEntry};
pub use forecast::{Appeal, Ending, EndingOf, Forecast, Further, NextFinding, Relief, Way};
pub use measure::{ExamEntry, MeasureEntry};
pub use what_if::{Differing, WhatIf};

/// The answer to [`simulate`](crate::simulate::simulate).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Simulation {
    /// The rulebook asked.
    pub rulebook: String,
    /// What each finding led to, in the order given.
    pub entries: Vec<Entry>,
    /// What every turn of the year did to the ledger.
    pub year_ends: Vec<YearEndEntry>,
    /// Where the account stands after the last finding, or on the day of `until`.
    pub status: Status,
    /// How far the account is from closure, and what may come; `null` where the request wants
    /// none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Forecast | null"))]
    pub forecast: Option<Forecast>,
    /// What would be different; `null` where the request asks nothing of it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "WhatIf | null"))]
    pub what_if: Option<WhatIf>,
    /// What lapsed with time, in order.
    pub lapses: Vec<LapseEntry>,
    /// The readings of ambiguous texts that make a difference to this ledger.
    pub readings: Vec<ReadingEntry>,
    /// Rules relied on that are badly attested, and law that changes.
    pub warnings: Vec<Warning>,
    /// The account by the platform's numbers, held against the rules; `null` where no finding
    /// states what was booked.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Audit | null"))]
    pub audit: Option<Audit>,
}

/// A reading of an ambiguous text that makes a difference to this ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReadingEntry {
    /// The reading's id in the rulebook.
    pub reading: String,
    /// How it is read here.
    pub chosen: String,
    /// The choices that would change something.
    pub alternatives: Vec<Alternative>,
}

/// What another choice of a reading would change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Alternative {
    /// The choice.
    pub choice: String,
    /// The findings whose outcome it changes, by id.
    pub entries: Vec<String>,
    /// Where the account would stand.
    pub status: Status,
}
