//! A request to make an issue ready for many rows.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::OwnRulebook;

/// Make an issue ready, so that many rows can be decided in columns.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct DecisionColumnsRequest {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// The issue, by its id. It has to arise on the day.
    pub issue: String,
    /// The day as of which the law is applied, `YYYY-MM-DD`; the rulebook's own, if left out.
    #[serde(default, with = "crate::day::maybe", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub as_of: Option<Date>,
    /// Rulebooks that stand in place of the built-in ones, at most 8. They are compiled once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub with: Option<Vec<OwnRulebook>>,
}

impl DecisionColumnsRequest {
    /// An issue of a rulebook, on the day of its authors.
    #[must_use]
    pub fn new(rulebook: impl Into<String>, issue: impl Into<String>) -> Self {
        Self { rulebook: rulebook.into(), issue: issue.into(), ..Self::default() }
    }

    /// As of this day.
    #[must_use]
    pub fn as_of(mut self, day: Date) -> Self {
        self.as_of = Some(day);
        self
    }

    /// With a rulebook of one's own.
    #[must_use]
    pub fn with(mut self, rulebook: OwnRulebook) -> Self {
        self.with.get_or_insert_default().push(rulebook);
        self
    }
}
