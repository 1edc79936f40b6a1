//! A condition with a name, a citation and a degree of certainty.

use serde::{Deserialize, Serialize};

use super::{Condition, Validity};
use crate::text::Text;

/// A condition that must hold, under a name that the explanation shows.
///
/// It states exactly one of `all`, `any`, `not` and `is`, and may name exceptions under
/// `unless`: if one of them holds, the element does not, although its condition does. An
/// exception may have exceptions of its own.
///
/// On a day on which an element is not in force it is neither required nor available:
/// it is left out of every list that names it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// A short name: what holds where the element holds.
    pub title: Text,
    /// What the rule means, in plain words.
    #[serde(default)]
    pub note: Option<Text>,
    /// Holds where every one of these holds.
    #[serde(default)]
    pub all: Vec<Condition>,
    /// Holds where at least one of these holds.
    #[serde(default)]
    pub any: Vec<Condition>,
    /// Holds where this does not hold.
    #[serde(default)]
    pub not: Option<Condition>,
    /// Holds where this holds.
    #[serde(default)]
    pub is: Option<Condition>,
    /// Exceptions and defences.
    #[serde(default)]
    pub unless: Vec<Condition>,
    /// The provisions behind it, as `instrument/article/paragraph`. Those in force on the
    /// day of the decision are shown.
    #[serde(default)]
    pub cite: Vec<String>,
    /// Decided cases on it.
    #[serde(default)]
    pub cases: Cases,
    /// How well the rule is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// Where courts or texts disagree, and over what.
    #[serde(default)]
    pub split: Option<Text>,
    /// The reading taken of an ambiguous text, and why.
    #[serde(default)]
    pub reading: Option<Text>,
    /// What to do where the element fails.
    #[serde(default)]
    pub mend: Option<Text>,
    /// The element that it takes the place of: that one ends on the day before it begins.
    #[serde(default)]
    pub replaces: Option<String>,
    /// When the element is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}

/// Decided cases on an element.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cases {
    /// Cases that decided as the element says.
    #[serde(default, rename = "for", skip_serializing_if = "Vec::is_empty")]
    pub pro: Vec<String>,
    /// Cases that decided otherwise.
    #[serde(default, rename = "against", skip_serializing_if = "Vec::is_empty")]
    pub contra: Vec<String>,
}

/// How well a rule is attested.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// One poor source, memory, or an inference. Never shown as settled law.
    Low,
    /// One good source or several secondary ones, the text itself not read.
    Medium,
    /// The text was read in full.
    #[default]
    High,
}
