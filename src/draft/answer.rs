//! The shape of a draft.

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;
use serde::Serialize;

use crate::decide::Citation;

/// The answer to [`draft`](crate::draft::draft): which sentences stand, and what is missing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The document, as the request names it.
    pub document: String,
    /// The version of the rules applied, named by the day on which it came into force.
    pub version: String,
    /// The day as of which it is written, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// The sections in which something stands, in order.
    pub sections: Vec<SectionDraft>,
    /// What is filled in: fields and facts by id. Days are `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    pub values: BTreeMap<String, String>,
    /// The fields that sentences which stand need and that are empty, in order.
    pub missing: Vec<String>,
    /// The facts on which it depends whether further sentences stand, or what those that do
    /// say; in the rulebook's order.
    pub open: Vec<String>,
    /// Whether nothing is missing and nothing is open.
    pub complete: bool,
    /// The document in words, by language. Empty for a language whose catalogue was not
    /// given.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    pub text: BTreeMap<String, String>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SectionDraft {
    /// Its id.
    pub section: String,
    /// Whether it has a heading.
    pub titled: bool,
    /// Whether each sentence stands on a line of its own.
    pub lines: bool,
    /// The sentences that stand, in order.
    pub sentences: Vec<SentenceDraft>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SentenceDraft {
    /// Its id.
    pub sentence: String,
    /// The fields and facts that it names.
    pub names: Vec<String>,
    /// The provisions behind it, in force on the day.
    pub citations: Vec<Citation>,
}
