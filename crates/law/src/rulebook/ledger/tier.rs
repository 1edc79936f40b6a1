//! Tiers of findings, and circumstances that change how a finding counts.

use serde::{Deserialize, Serialize};

use super::{Confidence, Imposed, Read, Validity, Variants};
use crate::text::Text;

/// A tier of findings.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Its name.
    pub title: Text,
    /// Which findings belong to it.
    pub says: Text,
    /// The book in which its points are counted; the first, if left out.
    #[serde(default)]
    pub book: Option<Variants<String>>,
    /// Points per finding, item, time or point.
    pub points: Variants<u32>,
    /// What the points are taken for.
    pub per: Per,
    /// The fewest that one finding can have of what the points are taken for, where a range is
    /// published: a finding with fewer is refused. 0 is none to be stated.
    #[serde(default)]
    pub least_booked: Option<u32>,
    /// The most of it.
    #[serde(default)]
    pub most_booked: Option<u32>,
    /// Whether its findings close the account, whatever the points.
    #[serde(default)]
    pub closes: bool,
    /// Whether the points are taken off the book instead.
    #[serde(default)]
    pub credit: bool,
    /// Whether it costs points of which no number is known; `points` is then 0. What a platform
    /// booked is held against nothing.
    #[serde(default)]
    pub unnumbered: bool,
    /// Other points for the first finding of its kind.
    #[serde(default)]
    pub first: Option<Variants<First>>,
    /// The windows in which its findings are counted together.
    #[serde(default)]
    pub windows: Vec<Within>,
    /// Whether its findings are strikes. Where no variant holds, the rule on strikes is not
    /// in force.
    pub strike: Variants<StrikeRule>,
    /// The tier that takes its place where a circumstance calls for one tier more: the first
    /// that holds.
    #[serde(default)]
    pub upgrade: Vec<Upgrade>,
    /// The measures it carries.
    #[serde(default)]
    pub measures: Vec<Imposed>,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
    /// The reading taken of the text, and why.
    #[serde(default)]
    pub reading: Option<Text>,
}

/// What points are taken for, or an amount is stated for.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// Once for the finding.
    #[default]
    Finding,
    /// For every listing in it.
    Item,
    /// For every time that it covers.
    Time,
    /// For every point that the platform booked.
    Point,
}

/// Other points for the first finding of its kind.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct First {
    /// The points.
    pub points: u32,
    /// The label that makes findings one kind; all of the tier are, if left out.
    #[serde(default)]
    pub by: Option<String>,
}

/// A window in which the findings of a tier are counted together.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Within {
    /// The window.
    pub window: String,
    /// Whether it limits their points.
    #[serde(default = "yes")]
    pub caps: bool,
    /// Whether they are one strike together.
    #[serde(default = "yes")]
    pub merges: bool,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
    /// The readings under which it holds; any, if left out.
    #[serde(default)]
    pub read: Read,
}

fn yes() -> bool {
    true
}

/// Whether findings of a tier are strikes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StrikeRule {
    /// Each is one.
    Each,
    /// Every time that it covers is one.
    EachTime,
    /// All in one window are one together.
    PerWindow,
    /// None is.
    Never,
}

/// The tier that takes another's place one higher.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Upgrade {
    /// The tier.
    pub to: String,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// The readings under which it holds; any, if left out.
    #[serde(default)]
    pub read: Read,
}

/// A circumstance of a finding, named in the request by its id.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Circumstance {
    /// The question.
    pub ask: Text,
    /// What it does, in a sentence.
    pub says: Text,
    /// What it does.
    pub effect: Effect,
    /// What begins in place of the tier's measures, where the finding does not count.
    #[serde(default)]
    pub imposes: Vec<Imposed>,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}

/// What a circumstance does to a finding.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// No points, no strike, no window; the listings go all the same.
    NotCounted,
    /// The finding is judged one tier higher.
    Upgrade,
}
