//! A request for duties.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::OwnRulebook;
use crate::rulebook::Force;

/// List the duties of a rulebook: who has them to whom, on which days, and what binds beside
/// them.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct DutiesRequest {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// The day as of which they are told, `YYYY-MM-DD`; the rulebook's own, if left out.
    #[serde(default, with = "crate::day::maybe", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Date>"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub as_of: Option<Date>,
    /// Only those of this party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub who: Option<String>,
    /// Only those to this party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub to: Option<String>,
    /// Only those on this occasion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub r#in: Option<String>,
    /// Only those of this force: `must`, `should` or `may`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::force"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub force: Option<Force>,
    /// Rulebooks that stand in place of the built-in ones, at most 8. Only the engine `author`
    /// and the command line take them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub with: Option<Vec<OwnRulebook>>,
}

impl DutiesRequest {
    /// All duties of a rulebook, as of its own day.
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

    /// Only those of this party.
    #[must_use]
    pub fn who(mut self, party: impl Into<String>) -> Self {
        self.who = Some(party.into());
        self
    }

    /// Only those to this party.
    #[must_use]
    pub fn to(mut self, party: impl Into<String>) -> Self {
        self.to = Some(party.into());
        self
    }

    /// Only those on this occasion.
    #[must_use]
    pub fn on(mut self, occasion: impl Into<String>) -> Self {
        self.r#in = Some(occasion.into());
        self
    }

    /// Only those of this force.
    #[must_use]
    pub fn force(mut self, force: Force) -> Self {
        self.force = Some(force);
        self
    }

    /// With a rulebook of one's own.
    #[must_use]
    pub fn with(mut self, rulebook: OwnRulebook) -> Self {
        self.with.get_or_insert_default().push(rulebook);
        self
    }
}
