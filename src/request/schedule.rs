//! A request to tell when a deadline ends.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::OwnRulebook;

/// Tell for many days at once when a deadline ends that runs from them.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct ScheduleRequest {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// The deadline, by its id.
    pub deadline: String,
    /// The days from which it runs, `YYYY-MM-DD`: at most 4,000, each once.
    #[serde(with = "crate::day::list")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Date>", length(max = 4000)))]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub from: Vec<Date>,
    /// The day as of which the law is applied, `YYYY-MM-DD`, and on which the time is over or
    /// not; the rulebook's own, if left out.
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

impl ScheduleRequest {
    /// A deadline of a rulebook, from no days.
    #[must_use]
    pub fn new(rulebook: impl Into<String>, deadline: impl Into<String>) -> Self {
        Self { rulebook: rulebook.into(), deadline: deadline.into(), ..Self::default() }
    }

    /// From this day besides.
    #[must_use]
    pub fn from(mut self, day: Date) -> Self {
        self.from.push(day);
        self
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
