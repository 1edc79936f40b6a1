//! A rulebook that a request brings.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A rulebook of one's own, as its JSON Schema says, with `instruments` for those that it
/// brings. It may also cite every provision that a built-in rulebook cites.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct OwnRulebook(
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "{ rulebook: string } & Record<string, unknown>")
    )]
    Map<String, Value>,
);

impl OwnRulebook {
    /// A rulebook as JSON. Whether it is sound is found out when it is used.
    #[must_use]
    pub fn new(rulebook: Map<String, Value>) -> Self {
        Self(rulebook)
    }
}

impl From<Map<String, Value>> for OwnRulebook {
    fn from(rulebook: Map<String, Value>) -> Self {
        Self(rulebook)
    }
}
