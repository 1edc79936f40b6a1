//! The shape of the answer to a simulation.

use serde::Serialize;

use crate::decide::{Citation, Warning};

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
    /// How far the account is from closure.
    pub forecast: Forecast,
    /// Rules relied on that are badly attested, and law that changes.
    pub warnings: Vec<Warning>,
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
    /// Points booked.
    pub points: u32,
    /// Points not booked because the window's cap was used up.
    pub lost: u32,
    /// Points that the closure of the account booked besides.
    pub raised: u32,
    /// The ledger after the finding.
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
    /// The multiple of points that it reached; `null` where it reached none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub node: Option<u32>,
    /// Whether it closed the account.
    pub closes: bool,
    /// The measures that begin with it.
    pub measures: Vec<MeasureEntry>,
    /// The provisions behind it, in force when it was issued.
    pub citations: Vec<Citation>,
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
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// Points booked in it so far, this finding included.
    pub points: u32,
    /// The most points that can be booked in it.
    pub cap: u32,
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
    /// The provisions behind it, in force at the turn.
    pub citations: Vec<Citation>,
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
    /// The ledger.
    pub points: u32,
    /// The strikes.
    pub strikes: u32,
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
}

/// How far the account is from closure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Forecast {
    /// Points that close the account; `null` where the rules name no number.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub points_limit: Option<u32>,
    /// Strikes that close the account; `null` where the rules name no number.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub strikes_limit: Option<u32>,
    /// Points still to lose before the account is closed; 0 once it is.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub points_left: Option<u32>,
    /// Strikes still to take before the account is closed; 0 once it is.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub strikes_left: Option<u32>,
}
