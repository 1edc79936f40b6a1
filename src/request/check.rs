//! A request to check rulebooks of one's own.

use serde::{Deserialize, Serialize};

use super::OwnRulebook;

/// Check rulebooks of one's own: what is wrong with them, and what is worth a look.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct CheckRequest {
    /// The rulebooks, at most 8.
    pub with: Vec<OwnRulebook>,
}

impl CheckRequest {
    /// These rulebooks.
    #[must_use]
    pub fn new(with: Vec<OwnRulebook>) -> Self {
        Self { with }
    }
}
