//! Where an account stands, and what time did to it.

use serde::Serialize;

use crate::decide::Citation;

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
