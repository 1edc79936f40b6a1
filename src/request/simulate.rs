//! A request to run a ledger.

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::{Finding, OwnRulebook, Yuan};

/// Run a ledger of findings: points, strikes, measures and closure.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct SimulateRequest {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// The findings, in order of time.
    pub findings: Vec<Finding>,
    /// The day to run on to and through, `YYYY-MM-DD`, year ends included; the day of the last
    /// finding, if left out.
    #[serde(default, with = "crate::day::maybe", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Date>"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub until: Option<Date>,
    /// How ambiguous texts are read: a choice by reading; the rulebook's own, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub reading: Option<BTreeMap<String, String>>,
    /// Sums of money in yuan that stand with the account, such as its deposit, by the rulebook's
    /// names. Of one that is left out nothing is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub amounts: Option<BTreeMap<String, Yuan>>,
    /// What is taken instead: the answer says what would be different.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub what_if: Option<Instead>,
    /// Whether a forecast is made. Yes, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub forecast: Option<bool>,
    /// Rulebooks that stand in place of the built-in ones, at most 8. Only the engine `author`
    /// and the command line take them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub with: Option<Vec<OwnRulebook>>,
}

/// What is taken instead of what a request says. What is left out stays as the request says.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct Instead {
    /// The findings, in order of time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub findings: Option<Vec<Finding>>,
    /// The day to run on to and through, `YYYY-MM-DD`.
    #[serde(default, with = "crate::day::maybe", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Date>"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub until: Option<Date>,
    /// How ambiguous texts are read: a choice by reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub reading: Option<BTreeMap<String, String>>,
    /// Sums of money in yuan that stand with the account, by the rulebook's names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, number>"))]
    pub amounts: Option<BTreeMap<String, Yuan>>,
}

impl SimulateRequest {
    /// A ledger without findings.
    #[must_use]
    pub fn new(rulebook: impl Into<String>) -> Self {
        Self { rulebook: rulebook.into(), ..Self::default() }
    }

    /// With one finding more, which is not earlier than those before it.
    #[must_use]
    pub fn finding(mut self, finding: Finding) -> Self {
        self.findings.push(finding);
        self
    }

    /// Run on to this day and through it.
    #[must_use]
    pub fn until(mut self, day: Date) -> Self {
        self.until = Some(day);
        self
    }

    /// With an ambiguous text read so.
    #[must_use]
    pub fn reading(mut self, id: impl Into<String>, choice: impl Into<String>) -> Self {
        self.reading.get_or_insert_default().insert(id.into(), choice.into());
        self
    }

    /// With a sum of money that stands with the account.
    #[must_use]
    pub fn amount(mut self, id: impl Into<String>, sum: Yuan) -> Self {
        self.amounts.get_or_insert_default().insert(id.into(), sum);
        self
    }

    /// Saying what would be different.
    #[must_use]
    pub fn what_if(mut self, instead: Instead) -> Self {
        self.what_if = Some(instead);
        self
    }

    /// Without a forecast.
    #[must_use]
    pub fn without_forecast(mut self) -> Self {
        self.forecast = Some(false);
        self
    }

    /// With a rulebook of one's own.
    #[must_use]
    pub fn with(mut self, rulebook: OwnRulebook) -> Self {
        self.with.get_or_insert_default().push(rulebook);
        self
    }
}
