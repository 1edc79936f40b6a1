//! Papers to hand in: what they say, and where each sentence stands.

use serde::{Deserialize, Serialize};

use super::{Condition, Ordered, Party, Validity};
use crate::text::Text;

/// A paper that the facts of a case fill: a notice, a counter-notice, an appeal.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its name.
    pub title: Text,
    /// What it is for, and what to mind.
    #[serde(default)]
    pub note: Option<Text>,
    /// Who hands it in; anyone, if left out.
    #[serde(default)]
    pub who: Option<Party>,
    /// What whoever hands it in has to type, such as names, links and order numbers. None of
    /// it decides anything.
    #[serde(default)]
    pub fields: Ordered<Field>,
    /// Its sections, in order. One of which no sentence stands is left out.
    pub sections: Ordered<Section>,
    /// When it can be drafted; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}

/// Something to type into a document.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// What is asked for.
    pub ask: Text,
    /// How to find it, or an example.
    #[serde(default)]
    pub hint: Option<Text>,
    /// What may be typed.
    #[serde(default)]
    pub kind: Typed,
    /// Whether it may stay empty. The sentences that name it are left out then.
    #[serde(default)]
    pub optional: bool,
}

/// What may be typed into a field.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Typed {
    /// One line.
    #[default]
    Line,
    /// Several lines.
    Lines,
    /// A calendar day.
    Date,
}

/// A section of a document.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading.
    pub title: Text,
    /// Whether the heading is left out of the document.
    #[serde(default)]
    pub bare: bool,
    /// Whether each sentence stands on a line of its own; they run on, if left out.
    #[serde(default)]
    pub lines: bool,
    /// Its sentences, in order.
    pub sentences: Ordered<Sentence>,
}

/// A sentence of a document.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// The sentence, with `{…}` for a field, or for a date or number fact.
    pub says: Text,
    /// Where it stands; always, if left out. While that is open it does not stand.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Where it does not stand after all. While that is open it stands, and the facts that it
    /// rests on are told as open: for the sentences without which the paper is none.
    #[serde(default)]
    pub except: Option<Condition>,
    /// The provisions behind it.
    #[serde(default)]
    pub cite: Vec<String>,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}
