//! Readings of an ambiguous text, and values that depend on them or on the day.

use serde::{Deserialize, Serialize};

use super::{Confidence, Ordered, Validity};
use crate::text::Text;

/// An ambiguity of the text, and the ways of reading it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The question that the text leaves open.
    pub title: Text,
    /// Why it is open, and why the default is taken.
    pub says: Text,
    /// The ways of reading it.
    pub choices: Ordered<ReadingChoice>,
    /// The one taken, unless the request names another.
    pub default: String,
    /// How well the default is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// Where the ambiguity comes from.
    #[serde(default)]
    pub cite: Vec<String>,
}

/// One way of reading an ambiguous text.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadingChoice {
    /// What it takes the text to say.
    pub title: Text,
    /// What speaks for or against it.
    #[serde(default)]
    pub says: Option<Text>,
}

/// The readings under which something holds: every one listed is read so.
pub type Read = Ordered<String>;

/// A value that stays the same, or one that changes with the day or the reading.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Variants<T> {
    /// The value.
    One(T),
    /// The first of these that holds.
    Many(Vec<Variant<T>>),
}

impl<T: Default> Default for Variants<T> {
    fn default() -> Self {
        Self::One(T::default())
    }
}

/// A value and when it holds.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variant<T> {
    /// The value.
    pub is: T,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
    /// The readings under which it holds; any, if left out.
    #[serde(default)]
    pub read: Read,
}
