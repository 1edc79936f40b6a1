//! What one finding led to.

use serde::Serialize;

use crate::decide::Citation;

use super::audit::EntryAudit;
use super::measure::MeasureEntry;

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

/// What a finding costs in money, in hundredths of the unit of the ledger's currency: of the
/// yuan, fen.
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
