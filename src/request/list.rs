//! A request to list the rulebooks.

use serde::{Deserialize, Serialize};

use super::OwnRulebook;

/// List the rulebooks and their versions.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct ListRequest {
    /// Rulebooks that stand in place of the built-in ones, at most 8. Only the engine `author`
    /// and the command line take them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub with: Option<Vec<OwnRulebook>>,
}

impl ListRequest {
    /// The built-in rulebooks.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With a rulebook of one's own.
    #[must_use]
    pub fn with(mut self, rulebook: OwnRulebook) -> Self {
        self.with.get_or_insert_default().push(rulebook);
        self
    }
}
