//! How much of a decision is told.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::problem::{Code, Problem};

use super::Reader;

/// How much the answer to a request to decide tells. What is told is the same in each.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Want {
    /// The verdicts that are possible, and whether one is settled.
    Verdict,
    /// Besides, as codes: the facts that settle it, the smallest changes, what is missing, what
    /// to ask next, the provisions. For tables and programs that ask many times.
    Reasons,
    /// Everything: the tree too, the deadlines, what dates say, and the warnings.
    #[default]
    Full,
}

impl Want {
    /// Each with its name in requests.
    const NAMES: [(&'static str, Self); 3] =
        [("verdict", Self::Verdict), ("reasons", Self::Reasons), ("full", Self::Full)];

    /// Reads it from a request; none, where it is something else, which is noted.
    pub(crate) fn read(value: &Value, path: &str, reader: &mut Reader) -> Option<Self> {
        let name = reader.text(value, path)?;
        let found = Self::NAMES.into_iter().find(|(known, _)| *known == name);
        if found.is_none() {
            let problem = Problem::new(Code::UnknownChoice, path).with("value", name);
            reader.report(problem.with_list("expected", Self::NAMES.map(|(known, _)| known)));
        }
        found.map(|(_, want)| want)
    }
}
