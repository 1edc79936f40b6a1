//! A request to describe a rulebook.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::OwnRulebook;

/// Describe a rulebook: what a form needs to know of it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct DescribeRequest {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// The day as of which it is described, `YYYY-MM-DD`; the rulebook's own, if left out.
    #[serde(default, with = "crate::day::maybe", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Date>"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub as_of: Option<Date>,
    /// Rulebooks that stand in place of the built-in ones, at most 8. Only the engine `author`
    /// and the command line take them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub with: Option<Vec<OwnRulebook>>,
}

impl DescribeRequest {
    /// A rulebook, as of its own day.
    #[must_use]
    pub fn new(rulebook: impl Into<String>) -> Self {
        Self { rulebook: rulebook.into(), ..Self::default() }
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
