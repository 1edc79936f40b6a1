//! Measures that begin.

use serde::Serialize;

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
