//! A request to make a ledger ready for the findings of many sellers.

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::OwnRulebook;

/// Make a ledger ready, so that the findings of many sellers can be run in columns.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct LedgerColumnsRequest {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// The day to run every ledger on to and through, `YYYY-MM-DD`, year ends included; the day
    /// of its last finding, if left out.
    #[serde(default, with = "crate::day::maybe", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub until: Option<Date>,
    /// How ambiguous texts are read: a choice by reading; the rulebook's own, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub reading: Option<BTreeMap<String, String>>,
    /// Rulebooks that stand in place of the built-in ones, at most 8. They are compiled once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub with: Option<Vec<OwnRulebook>>,
}

impl LedgerColumnsRequest {
    /// The ledger of a rulebook.
    #[must_use]
    pub fn new(rulebook: impl Into<String>) -> Self {
        Self { rulebook: rulebook.into(), ..Self::default() }
    }

    /// Run on to this day and through it.
    #[must_use]
    pub fn until(mut self, day: Date) -> Self {
        self.until = Some(day);
        self
    }

    /// With this choice of a reading.
    #[must_use]
    pub fn reading(mut self, reading: impl Into<String>, choice: impl Into<String>) -> Self {
        self.reading.get_or_insert_default().insert(reading.into(), choice.into());
        self
    }

    /// With a rulebook of one's own.
    #[must_use]
    pub fn with(mut self, rulebook: OwnRulebook) -> Self {
        self.with.get_or_insert_default().push(rulebook);
        self
    }
}
