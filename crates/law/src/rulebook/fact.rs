//! What a user can state, and how it is asked.

use std::fmt;

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::{Condition, Ordered, Validity};
use crate::day;
use crate::text::Text;

/// One thing a user can state. It is unknown until stated, and unknown is never "no".
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What may be stated.
    pub kind: Kind,
    /// The section of the form that asks it.
    pub group: String,
    /// The question.
    pub ask: Text,
    /// What the question means, and how to find the answer.
    #[serde(default)]
    pub hint: Option<Text>,
    /// The possible answers of a `choice` or a `set`, in order. A `date` may have one: the
    /// statement that the day did not come.
    #[serde(default)]
    pub choices: Ordered<Choice>,
    /// The smallest admissible number.
    #[serde(default)]
    pub min: Option<i64>,
    /// The largest admissible number.
    #[serde(default)]
    pub max: Option<i64>,
    /// What stands in its place where a document names it and it is open: no question, but what
    /// belongs in a letter, such as the day of receipt. The question, if left out.
    #[serde(default)]
    pub blank: Option<Text>,
    /// Who bears its proof.
    pub proof: Party,
    /// Whether and how the user can bring another answer about.
    pub change: Alterable,
    /// What to do where this fact stands in the way.
    #[serde(default)]
    pub remedy: Option<Text>,
    /// The value a court would take where a reported record is silent. Used only by
    /// requests that say `presume: true`, never by a live form.
    #[serde(default)]
    pub undisputed: Option<Value>,
    /// The dates that answer the question, where they are given. Only a `yes_no` may name them.
    #[serde(default)]
    pub settled_by: Option<SettledBy>,
    /// The facts that the question presupposes, such as whether a code was removed for whether
    /// buyers were told of it: asked one after the other, they come before it.
    #[serde(default)]
    pub after: Vec<String>,
    /// When the question is asked at all; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}

/// What dates answer a question.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SettledBy {
    /// Deadlines, of which the first counts that is in force and applies. The answer is yes
    /// where the thing was done in time or still can be, and no where it was done too late or
    /// was not done while time ran.
    pub in_time: Vec<String>,
}

/// What kind of statement a fact is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// Exactly one of several answers.
    Choice,
    /// Any number of several answers, also none.
    Set,
    /// A whole number.
    Number,
    /// A calendar day.
    Date,
}

/// One possible answer.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The Chinese label.
    #[serde(deserialize_with = "crate::text::filled")]
    #[cfg_attr(feature = "files", schemars(length(min = 1)))]
    pub zh: String,
    /// The English label.
    #[serde(deserialize_with = "crate::text::filled")]
    #[cfg_attr(feature = "files", schemars(length(min = 1)))]
    pub en: String,
    /// What the answer means, where the label alone would not do.
    #[serde(default)]
    pub hint: Option<Text>,
}

/// Who has to prove a fact.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Whoever asserts the right.
    RightsHolder,
    /// The seller, importer or other party complained of.
    Seller,
    /// The operator of the platform.
    Platform,
    /// The court, where it has to act.
    Court,
    /// Whoever relies on it.
    Either,
}

/// Whether a user can change a fact.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Alterable {
    /// Can be changed from now on, by doing something.
    Yes,
    /// Cannot be changed, but better evidence can show it otherwise.
    Evidence,
    /// How good the proof is: choices with the best first, or yes before no. Better evidence
    /// raises it; whoever lets it fall gets nowhere by that.
    Proof,
    /// Cannot be changed.
    No,
}

/// A value that a fact can take.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Value {
    /// The answer to a yes/no question.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// A choice, or a date as `YYYY-MM-DD`.
    Text(String),
    /// The members of a set.
    List(Vec<String>),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(answer) => write!(f, "{answer}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
            Self::List(list) => f.write_str(&list.join(", ")),
        }
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Text(day::written(day))
    }
}

impl From<bool> for Value {
    fn from(answer: bool) -> Self {
        Self::Bool(answer)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<String>> for Value {
    fn from(members: Vec<String>) -> Self {
        Self::List(members)
    }
}

impl<const COUNT: usize> From<[&str; COUNT]> for Value {
    fn from(members: [&str; COUNT]) -> Self {
        Self::List(members.map(str::to_owned).into())
    }
}

/// A section of a form.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The heading.
    pub title: Text,
    /// A sentence under the heading.
    #[serde(default)]
    pub note: Option<Text>,
}

/// A combination of facts that cannot occur.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Constraint {
    /// The combination.
    pub never: Condition,
    /// Why it cannot occur, told to a user who stated it.
    pub says: Text,
}
