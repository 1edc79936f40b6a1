//! What a list tells of a rulebook.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::Compiled;

/// A rulebook that there is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Listed {
    /// The id that requests name.
    pub rulebook: String,
    /// Its versions, each named by the day on which it came into force, oldest first.
    pub versions: Vec<String>,
    /// The last day on which the newest version is in force; `null` where it is open.
    #[cfg_attr(feature = "tsify", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub to: Option<Date>,
    /// The day as of which its authors state the law.
    #[cfg_attr(feature = "tsify", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// The issues it decides, in order.
    pub issues: Vec<String>,
    /// Whether it counts findings in a ledger.
    pub simulates: bool,
    /// Whether it lists duties.
    pub duties: bool,
}

impl From<&Compiled> for Listed {
    fn from(rulebook: &Compiled) -> Self {
        Self {
            rulebook: rulebook.id.clone(),
            versions: rulebook.versions.iter().map(|version| version.from.to_string()).collect(),
            to: rulebook.to,
            as_of: rulebook.as_of,
            issues: rulebook.issues.values().map(|issue| issue.id.clone()).collect(),
            simulates: rulebook.ledger.is_some(),
            duties: !rulebook.duties.is_empty(),
        }
    }
}
