//! A request for the decided cases nearest to facts.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use crate::rulebook::Value;

use super::{Facts, OwnRulebook};

/// Find the decided cases nearest to facts, on one issue.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct PrecedentsRequest {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// The issue, by its id.
    pub issue: String,
    /// The facts that are known, by id. One that is left out is unknown, never taken for no.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::facts"))]
    pub facts: Facts,
    /// The day as of which the law is applied, `YYYY-MM-DD`; the rulebook's own, if left out.
    #[serde(default, with = "crate::day::maybe", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Date>"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub as_of: Option<Date>,
    /// How many cases are told, at most: 0 to 1,000; if left out, 5 of those that share a fact
    /// with the request. Where the cases went more than one way, the nearest that went each way
    /// is told besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000)))]
    pub most: Option<u32>,
    /// Rulebooks that stand in place of the built-in ones, at most 8. Only the engine `author`
    /// and the command line take them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub with: Option<Vec<OwnRulebook>>,
}

impl PrecedentsRequest {
    /// The cases on an issue of a rulebook, nearest to no facts.
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

    /// With this fact: `true` or `false`, a number, a day, the id of a choice, or a list of ids.
    #[must_use]
    pub fn fact(mut self, id: impl Into<String>, value: impl Into<Value>) -> Self {
        self.facts.insert(id.into(), value.into());
        self
    }

    /// With so many cases, at most.
    #[must_use]
    pub fn most(mut self, most: u32) -> Self {
        self.most = Some(most);
        self
    }

    /// With a rulebook of one's own.
    #[must_use]
    pub fn with(mut self, rulebook: OwnRulebook) -> Self {
        self.with.get_or_insert_default().push(rulebook);
        self
    }
}
