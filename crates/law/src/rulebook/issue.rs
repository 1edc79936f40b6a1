//! A question to decide, and its answers in order.

use serde::{Deserialize, Serialize};

use super::{Condition, Confidence, Ordered, Party, Validity};
use crate::text::Text;

/// One question to decide.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// A short name.
    pub title: Text,
    /// The question.
    pub asks: Text,
    /// The verdicts, in order: the first whose condition is met is the answer. The last one
    /// may say `otherwise`; without it, the conditions must leave nothing over.
    pub verdicts: Ordered<Verdict>,
    /// Whether the author states that no two conditions are ever met together. The checker
    /// holds them to it.
    #[serde(default)]
    pub exclusive: bool,
    /// What to call the answer while open facts can still change it. Left out: no verdict.
    #[serde(default)]
    pub open: Option<Open>,
    /// Whose question it is: a form offers beside it the documents and deadlines of that
    /// party. Left out, it offers those of all.
    #[serde(default)]
    pub who: Option<Party>,
    /// When the question arises; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}

/// One answer to an issue. It states exactly one of `when`, `unless` and `otherwise`.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// A short name.
    pub title: Text,
    /// The answer in a sentence or two, with what has to be added to it.
    pub says: Text,
    /// What it means for the user who asks.
    pub weight: Weight,
    /// The answer where this condition holds.
    #[serde(default)]
    pub when: Option<Condition>,
    /// The answer where this condition does not hold.
    #[serde(default)]
    pub unless: Option<Condition>,
    /// The answer where none before it is.
    #[serde(default)]
    pub otherwise: bool,
    /// Provisions behind the verdict as such, beside those of its elements.
    #[serde(default)]
    pub cite: Vec<String>,
    /// That nothing settles the issue, for courts differ: a decided case neither agrees with
    /// this nor contradicts it.
    #[serde(default)]
    pub undecided: bool,
    /// How well the verdict is attested where its elements are met.
    #[serde(default)]
    pub confidence: Confidence,
}

/// The name of the answer while open facts can still change it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// The verdict's id.
    pub verdict: String,
    /// A short name.
    pub title: Text,
    /// What is meant, in a sentence.
    pub says: Text,
}

/// What a verdict means for the user who asks.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Nothing to fear.
    Clear,
    /// Something to mend or to weigh.
    Caution,
    /// It hurts.
    Severe,
}

/// A remark that certain verdicts or facts call for together, such as a contradiction
/// between two regimes.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alert {
    /// A short name.
    pub title: Text,
    /// The remark.
    pub says: Text,
    /// The settled verdicts it needs, by issue: one of those listed, for every issue listed.
    /// Where none is listed it bears on the issue whatever the verdict, settled or not: what
    /// rests on facts that another issue asks for is told there too.
    #[serde(default)]
    pub verdicts: Ordered<Vec<String>>,
    /// A condition it needs besides.
    #[serde(default)]
    pub when: Option<Condition>,
    /// The tiers of a ledger that call for it: it is due where a finding is stated under one
    /// of them. Whatever the findings, if left out.
    #[serde(default)]
    pub tiers: Vec<String>,
    /// The provisions behind it.
    #[serde(default)]
    pub cite: Vec<String>,
    /// The date fact by whose day the provisions are chosen, such as that of the act: where it
    /// is stated and lies before the day asked, those in force on it are cited, lapsed or not.
    /// The day asked chooses while it is open, and where none of them was in force yet.
    #[serde(default)]
    pub law_of: Option<String>,
    /// When the remark is due; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}
