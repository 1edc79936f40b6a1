//! A request to decide.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use crate::rulebook::Value;

use super::{Facts, OwnRulebook, Want};

/// Decide the issues of a rulebook on facts.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct DecideRequest {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// The day as of which the law is applied, `YYYY-MM-DD`; the rulebook's own, if left out.
    #[serde(default, with = "crate::day::maybe", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Date>"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub as_of: Option<Date>,
    /// The facts that are known, by id. One that is left out is unknown, never taken for no.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::facts"))]
    pub facts: Facts,
    /// Decide as a court would on a reported record: what is undisputed as a rule is taken to be
    /// so where nothing is said of it. No, if left out; a live form never presumes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub presume: Option<bool>,
    /// Ask on where a verdict is settled and something is missing, until everything is known that
    /// stands between the facts and the best verdict. No, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub mend: Option<bool>,
    /// The issues to decide, by id; all, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub issues: Option<Vec<String>>,
    /// How much the answer tells; all of it, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "\"full\""))]
    pub want: Option<Want>,
    /// Rulebooks that stand in place of the built-in ones, at most 8. Only the engine `author`
    /// and the command line take them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub with: Option<Vec<OwnRulebook>>,
}

impl DecideRequest {
    /// Every issue of a rulebook, on no facts.
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

    /// With this fact: `true` or `false`, a number, a day, the id of a choice, or a list of ids.
    #[must_use]
    pub fn fact(mut self, id: impl Into<String>, value: impl Into<Value>) -> Self {
        self.facts.insert(id.into(), value.into());
        self
    }

    /// With these facts besides.
    #[must_use]
    pub fn facts(mut self, facts: Facts) -> Self {
        self.facts.extend(facts);
        self
    }

    /// Presuming what is undisputed as a rule.
    #[must_use]
    pub fn presume(mut self) -> Self {
        self.presume = Some(true);
        self
    }

    /// Asking on until all that is missing is known.
    #[must_use]
    pub fn mend(mut self) -> Self {
        self.mend = Some(true);
        self
    }

    /// As much of the answer as this. Only [`decided`](crate::decide::decided) and what takes
    /// JSON listen to it.
    #[must_use]
    pub fn want(mut self, want: Want) -> Self {
        self.want = Some(want);
        self
    }

    /// This issue, and no others but those named so.
    #[must_use]
    pub fn issue(mut self, id: impl Into<String>) -> Self {
        self.issues.get_or_insert_default().push(id.into());
        self
    }

    /// With a rulebook of one's own.
    #[must_use]
    pub fn with(mut self, rulebook: OwnRulebook) -> Self {
        self.with.get_or_insert_default().push(rulebook);
        self
    }
}
