//! A request to draft a document.

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use crate::rulebook::Value;

use super::{Facts, OwnRulebook};

/// Draft a document: the sentences that stand on the facts, and what is missing.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct DraftRequest {
    /// The rulebook's id and the document's, as in `taobao/findings/appeal`.
    pub document: String,
    /// The day as of which it is written, `YYYY-MM-DD`; the rulebook's own, if left out.
    #[serde(default, with = "crate::day::maybe", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Date>"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub as_of: Option<Date>,
    /// The facts that are known, by id. One that is left out is unknown, never taken for no.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::facts"))]
    pub facts: Facts,
    /// What was typed, by field: at most 4,000 characters each. Blank is not typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub fields: Option<BTreeMap<String, String>>,
    /// Rulebooks that stand in place of the built-in ones, at most 8. Only the engine `author`
    /// and the command line take them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub with: Option<Vec<OwnRulebook>>,
}

impl DraftRequest {
    /// A document on no facts, with nothing typed.
    #[must_use]
    pub fn new(document: impl Into<String>) -> Self {
        Self { document: document.into(), ..Self::default() }
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

    /// With this typed into a field.
    #[must_use]
    pub fn field(mut self, id: impl Into<String>, typed: impl Into<String>) -> Self {
        self.fields.get_or_insert_default().insert(id.into(), typed.into());
        self
    }

    /// With a rulebook of one's own.
    #[must_use]
    pub fn with(mut self, rulebook: OwnRulebook) -> Self {
        self.with.get_or_insert_default().push(rulebook);
        self
    }
}
