//! What would be different.

use serde::Serialize;

use super::account::{Status, YearEndEntry};
use super::audit::Audit;
use super::entry::Entry;

/// What would be different, if other findings, readings or amounts were taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct WhatIf {
    /// The findings whose outcome differs, in the order of the request; those that only the
    /// other run has come last.
    pub entries: Vec<Differing>,
    /// What the turns of the year would do.
    pub year_ends: Vec<YearEndEntry>,
    /// Where the account would stand.
    pub status: Status,
    /// The audit of the other run; `null` where none of its findings states what was booked.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Audit | null"))]
    pub audit: Option<Audit>,
}

/// A finding whose outcome differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Differing {
    /// The finding's id.
    pub id: String,
    /// What it led to; `null` where it is in the other run only.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Entry | null"))]
    pub was: Option<Entry>,
    /// What it would lead to; `null` where the other run lacks it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Entry | null"))]
    pub is: Option<Entry>,
}
