//! Measures, and what sets them off: nodes and closures.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::{Confidence, Read, Validity, Variants};
use crate::text::Text;

/// A measure.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its name.
    pub title: Text,
    /// What it means for the seller.
    pub says: Text,
    /// Whether it is done once, such as a deletion, rather than a state that lasts.
    #[serde(default)]
    pub act: bool,
    /// Whether it closes the account: a platform that is said to have taken it has closed it.
    #[serde(default)]
    pub closes: bool,
}

/// Where the measures due are not known, because the rule on them was not found. What a platform
/// took is not held against what is known then.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnknownMeasures {
    /// The gap of the rulebook that says so.
    pub gap: String,
    /// The tiers whose findings it applies to; all, if left out.
    #[serde(default)]
    pub tiers: Vec<String>,
    /// The count at which it is so; at any, if left out.
    #[serde(default)]
    pub at: Option<Stretch>,
    /// When it is so; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
    /// The readings under which it is so; any, if left out.
    #[serde(default)]
    pub read: Read,
}

/// A stretch of a count, into which a finding brings it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are; the first, if left out.
    #[serde(default)]
    pub book: Option<String>,
    /// Its first number.
    pub from: u32,
    /// Its last number.
    pub to: u32,
    /// The number of which a multiple has to be reached; any number, if left out.
    #[serde(default)]
    pub every: Option<NonZeroU32>,
}

/// What happens where a measure falls due while another of its kind runs.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Overlap {
    /// Only the one that ends later runs, from its own beginning.
    #[default]
    Heaviest,
    /// Only the one that ends later runs, its time counted from where the other began.
    HeaviestFromFirst,
    /// It begins when the other has ended.
    Successive,
}

/// Measures that begin together.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Imposed {
    /// The measures.
    pub measures: Vec<String>,
    /// How many days of 24 hours they run; final, if left out.
    #[serde(default)]
    pub days: Option<u32>,
    /// The exam that the seller has to pass.
    #[serde(default)]
    pub exam: Option<Exam>,
    /// The provisions behind them.
    pub cite: Vec<String>,
    /// How well they are attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// When they are in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
    /// The readings under which they are due; any, if left out.
    #[serde(default)]
    pub read: Read,
}

/// An exam that ends measures. Where it names no days, the measures last until it is passed.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exam {
    /// Within how many days it has to be passed.
    #[serde(default)]
    pub within: Option<u32>,
    /// How many days the measures run if it is not, from their beginning.
    #[serde(default)]
    pub otherwise: Option<u32>,
}

/// Measures each time a count reaches a number, or a multiple of it. It has either `every`
/// or `at`; of several `at` reached at once, only the highest applies.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LedgerNode {
    /// Its name.
    pub title: Text,
    /// What is counted.
    #[serde(default)]
    pub counts: Counted,
    /// The book, where points are; the first, if left out.
    #[serde(default)]
    pub book: Option<String>,
    /// The number whose multiples count.
    #[serde(default)]
    pub every: Option<NonZeroU32>,
    /// The number that counts.
    #[serde(default)]
    pub at: Option<NonZeroU32>,
    /// The tiers whose findings it applies to; all, if left out.
    #[serde(default)]
    pub tiers: Vec<String>,
    /// Which points are summed up for it.
    #[serde(default)]
    pub sums: Variants<Summed>,
    /// What begins.
    pub imposes: Vec<Imposed>,
    /// The reading taken of the text, and why.
    #[serde(default)]
    pub reading: Option<Text>,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
    /// The readings under which it holds; any, if left out.
    #[serde(default)]
    pub read: Read,
}

/// Which points are summed up for a node.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Summed {
    /// All in the book.
    #[default]
    Book,
    /// Those of its tiers in the year.
    Tiers,
}

/// What closes the account.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// Its name.
    pub title: Text,
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are; the first, if left out.
    #[serde(default)]
    pub book: Option<String>,
    /// The number that closes the account.
    pub at: u32,
    /// What the ledger is raised to when it does, if it stands below.
    #[serde(default)]
    pub raises_to: Option<u32>,
    /// What begins.
    pub imposes: Vec<Imposed>,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
    /// The readings under which it holds; any, if left out.
    #[serde(default)]
    pub read: Read,
}

/// What is counted.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// The points in a book.
    #[default]
    Points,
    /// The strikes.
    Strikes,
    /// The strikes of the calendar year.
    StrikesOfYear,
}
