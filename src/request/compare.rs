//! A request to compare the rules of two days, or of two rulebooks.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use crate::rulebook::Value;

use super::{Facts, OwnRulebook};

/// Compare the rules of two days, or of two rulebooks: which facts get another verdict.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct CompareRequest {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// Another rulebook, brought or built in: its rules on the day `to` are held against those
    /// of `rulebook` on the day `from`. Facts, elements and issues of one id count as the same.
    /// Only the engine `author` and the command line take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub against: Option<String>,
    /// The first day, `YYYY-MM-DD`.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "schema", schemars(with = "Date"))]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub from: Date,
    /// The second day, `YYYY-MM-DD`.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "schema", schemars(with = "Date"))]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub to: Date,
    /// The facts of somebody who asks whether the change concerns them; none, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Facts"))]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::facts"))]
    pub facts: Option<Facts>,
    /// The issues to compare, by id; all, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub issues: Option<Vec<String>>,
    /// How many patterns are told for one pair of verdicts, at most: 0 to 10,000; 12, if left
    /// out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    #[cfg_attr(feature = "schema", schemars(range(max = 10_000)))]
    pub limit: Option<u32>,
    /// Rulebooks that stand in place of the built-in ones, at most 8. Only the engine `author`
    /// and the command line take them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub with: Option<Vec<OwnRulebook>>,
}

impl CompareRequest {
    /// The rules of a rulebook on two days, whoever they concern.
    #[must_use]
    pub fn new(rulebook: impl Into<String>, from: Date, to: Date) -> Self {
        Self {
            rulebook: rulebook.into(),
            against: None,
            from,
            to,
            facts: None,
            issues: None,
            limit: None,
            with: None,
        }
    }

    /// With the rules of this rulebook on the second day in place of the same rulebook's.
    #[must_use]
    pub fn against(mut self, rulebook: impl Into<String>) -> Self {
        self.against = Some(rulebook.into());
        self
    }

    /// With this fact: `true` or `false`, a number, a day, the id of a choice, or a list of ids.
    #[must_use]
    pub fn fact(mut self, id: impl Into<String>, value: impl Into<Value>) -> Self {
        self.facts.get_or_insert_default().insert(id.into(), value.into());
        self
    }

    /// This issue, and no others but those named so.
    #[must_use]
    pub fn issue(mut self, id: impl Into<String>) -> Self {
        self.issues.get_or_insert_default().push(id.into());
        self
    }

    /// With so many patterns for one pair of verdicts, at most.
    #[must_use]
    pub fn limit(mut self, most: u32) -> Self {
        self.limit = Some(most);
        self
    }

    /// With a rulebook of one's own.
    #[must_use]
    pub fn with(mut self, rulebook: OwnRulebook) -> Self {
        self.with.get_or_insert_default().push(rulebook);
        self
    }
}
