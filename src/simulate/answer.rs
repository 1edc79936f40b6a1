//! The shape of the answer to a simulation.

use serde::Serialize;

use crate::decide::{Citation, Warning};

use super::audit::{Audit, EntryAudit};
use super::forecast::Forecast;
use super::what_if::WhatIf;

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

/// What one finding led to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// The finding's id.
    pub id: String,
    /// When it was issued, to the minute, with its offset from UTC.
    pub issued: String,
    /// The version of the rules that it was judged by.
    pub version: String,
    /// The tier it was judged under, after any upgrade.
    pub tier: String,
    /// The book in which its points are counted.
    pub book: String,
    /// Points booked, or taken off by a tier that does so.
    pub points: u32,
    /// Points not booked because the window's cap was used up.
    pub lost: u32,
    /// Points that the closure of the account booked besides.
    pub raised: u32,
    /// The points in its book after the finding.
    pub ledger: u32,
    /// The strikes after the finding.
    pub strikes: u32,
    /// Whether the finding is a strike of its own.
    pub strike: bool,
    /// Why it is a strike, or why not.
    pub reason: StrikeReason,
    /// The window it fell into; `null` for tiers that have none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "WindowEntry | null"))]
    pub window: Option<WindowEntry>,
    /// The number of points it reached at which measures are due; `null` where it reached none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub node: Option<u32>,
    /// Whether it closed the account.
    pub closes: bool,
    /// The measures that begin with it.
    pub measures: Vec<MeasureEntry>,
    /// What it costs in money.
    pub money: Vec<MoneyEntry>,
    /// The provisions behind it, in force when it was issued.
    pub citations: Vec<Citation>,
    /// What the platform booked, held against the rules; `null` where nothing is stated of it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "EntryAudit | null"))]
    pub audit: Option<EntryAudit>,
}

/// Why a finding is a strike, or why not.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum StrikeReason {
    /// Every finding of this tier is one.
    Own,
    /// It opened a window, whose findings are one strike together.
    OpenedWindow,
    /// It fell into a window whose strike is already counted.
    Merged,
    /// Findings of this tier are none.
    NotOfTier,
    /// The rule on strikes was not in force.
    NotInForce,
    /// The finding does not count.
    NotCounted,
    /// The finding was reversed on appeal.
    Reversed,
}

/// The window a finding fell into.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct WindowEntry {
    /// The window's id in the rulebook.
    pub id: String,
    /// Its first day; its first moment, where it is counted in hours.
    pub from: String,
    /// Its last day; the moment at which it is over, where it is counted in hours.
    pub to: String,
    /// Points booked in it so far, this finding included.
    pub points: u32,
    /// The most points that can be booked in it; `null` where there is no such limit.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub cap: Option<u32>,
}

/// A measure and the time it runs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MeasureEntry {
    /// The measure's id in the rulebook.
    pub code: String,
    /// When it begins, to the minute, with its offset from UTC.
    pub from: String,
    /// When it ends; `null` for a measure that is final.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub until: Option<String>,
    /// When a graver one took its place; `null` where none did.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub replaced: Option<String>,
    /// The exam that the seller has to pass; `null` where there is none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "ExamEntry | null"))]
    pub exam: Option<ExamEntry>,
}

/// An exam that the seller has to pass before a measure ends.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ExamEntry {
    /// By when; `null` where the measure lasts until it is passed.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub by: Option<String>,
    /// When the measure ends if it is not passed by then; `null` where that is not fixed.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub otherwise: Option<String>,
}

/// What a finding costs in money, in fen: hundredths of a yuan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MoneyEntry {
    /// The charge's id in the rulebook.
    pub charge: String,
    /// The amount of which a share is due; `null` for a fixed sum.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub share_of: Option<String>,
    /// The share in percent; `null` for a fixed sum.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub percent: Option<u32>,
    /// The least that is due; `null` where the amount was not stated and there is no least.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub least: Option<u64>,
    /// The most that is due; `null` where the amount was not stated and there is no most.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub most: Option<u64>,
}

/// Points or strikes that lapsed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LapseEntry {
    /// When.
    pub at: String,
    /// The book whose points lapsed; `null` for strikes.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub book: Option<String>,
    /// The points that lapsed.
    pub points: u32,
    /// The strikes that lapsed.
    pub strikes: u32,
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

/// What the turn of a year did to the ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct YearEndEntry {
    /// The year that ended.
    pub year: i32,
    /// Points before the turn.
    pub points_before: u32,
    /// Points after it.
    pub points_after: u32,
    /// Strikes before the turn.
    pub strikes_before: u32,
    /// Strikes after it.
    pub strikes_after: u32,
    /// What it did to other books in which points stood.
    pub others: Vec<BookTurn>,
    /// The provisions behind it, in force at the turn.
    pub citations: Vec<Citation>,
}

/// What the turn of a year did to a book.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct BookTurn {
    /// The book.
    pub book: String,
    /// Its points before the turn.
    pub points_before: u32,
    /// Its points after it.
    pub points_after: u32,
}

/// Where the account stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// Whether the account is open.
    pub open: bool,
    /// What closed it; `null` while it is open.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "ClosedBy | null"))]
    pub closed_by: Option<ClosedBy>,
    /// When it was closed; `null` while it is open.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub closed_at: Option<String>,
    /// The points in the main book.
    pub points: u32,
    /// The strikes.
    pub strikes: u32,
    /// The points in every book. They are never added up.
    pub books: Vec<BookEntry>,
}

/// The points in a book.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct BookEntry {
    /// The book.
    pub book: String,
    /// Its points.
    pub points: u32,
}

/// What closed an account.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum ClosedBy {
    /// The ledger reached its limit.
    Points,
    /// The strikes reached their limit.
    Strikes,
    /// Both at once.
    Both,
    /// A finding of a tier that closes it whatever the count.
    Finding,
}
