//! Points, strikes, windows and measures: what a platform's ledger counts.

use serde::{Deserialize, Serialize};

use super::{Confidence, Ordered, Validity};
use crate::text::Text;

/// The rules by which findings become points, strikes, measures and closure.
///
/// Everything that can change in time carries its own time in force. A finding is judged
/// by what is in force on the day on which it was issued.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// The offset from UTC in which days are counted, such as `+08:00`.
    pub offset: String,
    /// The time of day counted for a finding that names none, such as `12:00`.
    pub time_of_day: String,
    /// The largest admissible request.
    pub limits: Limits,
    /// The measures by name.
    pub measures: Ordered<Measure>,
    /// The windows within which findings are counted together.
    #[serde(default)]
    pub windows: Ordered<Window>,
    /// The tiers of findings, gravest first.
    pub tiers: Ordered<Tier>,
    /// Circumstances that change how a finding counts.
    #[serde(default)]
    pub circumstances: Ordered<Circumstance>,
    /// Measures at every multiple of points.
    #[serde(default)]
    pub nodes: Ordered<LedgerNode>,
    /// What closes the account.
    pub closures: Ordered<Closure>,
    /// What the turn of the year does.
    #[serde(default)]
    pub year_ends: Ordered<YearEnd>,
}

/// The largest admissible request.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Findings in one request.
    pub findings: u32,
    /// Items in one finding.
    pub items: u32,
}

/// A measure.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its name.
    pub title: Text,
    /// What it means for the seller.
    pub says: Text,
    /// Whether it is done once, such as a deletion, rather than a state that lasts.
    #[serde(default)]
    pub act: bool,
}

/// A window that begins with its first finding and does not slide.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Its name.
    pub title: Text,
    /// How many calendar days it has, the day of its first finding included.
    pub days: u8,
    /// The most points that can be booked in it; what exceeds them is lost.
    pub cap: u32,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// How well it is attested that it runs on across the turn of a year.
    #[serde(default)]
    pub across_years: Confidence,
    /// The reading taken of the text, and why.
    #[serde(default)]
    pub reading: Option<Text>,
}

/// A tier of findings.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Its name.
    pub title: Text,
    /// Which findings belong to it.
    pub says: Text,
    /// Points per finding or per item.
    pub points: u32,
    /// Whether the points are taken per finding or per item.
    pub per: Per,
    /// The window in which its findings are counted together.
    #[serde(default)]
    pub window: Option<String>,
    /// Whether its findings are strikes.
    pub strike: StrikeRule,
    /// How well that is attested.
    #[serde(default)]
    pub strike_confidence: Confidence,
    /// The tier that takes its place where a circumstance calls for one tier more.
    #[serde(default)]
    pub upgrade: Option<Upgrade>,
    /// The measures it carries.
    #[serde(default)]
    pub measures: Vec<Imposed>,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// The reading taken of the text, and why.
    #[serde(default)]
    pub reading: Option<Text>,
}

/// The tier that takes another's place one higher.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Upgrade {
    /// The tier.
    pub to: String,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
}

/// What points are taken for.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// Once for the finding.
    Finding,
    /// For every listing in it.
    Item,
    /// For every time that it covers.
    Time,
}

/// Whether findings of a tier are strikes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StrikeRule {
    /// Each is one.
    Each,
    /// All in one window are one together.
    PerWindow,
    /// None is.
    Never,
}

/// Measures that begin with a finding.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Imposed {
    /// The measures.
    pub measures: Vec<String>,
    /// How many days of 24 hours they run; final, if left out.
    #[serde(default)]
    pub days: Option<u32>,
    /// The provisions behind them.
    pub cite: Vec<String>,
    /// How well they are attested.
    #[serde(default)]
    pub confidence: Confidence,
}

/// A circumstance of a finding, named in the request by its id.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
}

/// What a circumstance does to a finding.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// No points, no strike, no window; the listings go all the same.
    NotCounted,
    /// The finding is judged one tier higher.
    Upgrade,
}

/// Measures each time the ledger reaches a multiple of points.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LedgerNode {
    /// Its name.
    pub title: Text,
    /// The number of points whose multiples count.
    pub every: u32,
    /// The tiers whose findings it applies to.
    pub tiers: Vec<String>,
    /// What begins.
    pub imposes: Imposed,
    /// The reading taken of the text, and why.
    #[serde(default)]
    pub reading: Option<Text>,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}

/// What closes the account.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// Its name.
    pub title: Text,
    /// What is counted.
    pub counts: Counted,
    /// The number that closes the account.
    pub at: u32,
    /// What the ledger is raised to when it does, if it stands below.
    #[serde(default)]
    pub books: Option<u32>,
    /// What begins.
    pub imposes: Imposed,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}

/// What a closure counts.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// The points in the ledger.
    Points,
    /// The strikes.
    Strikes,
}

/// What the turn of the year does to an account that is open.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct YearEnd {
    /// Its name.
    pub title: Text,
    /// What is turned over.
    pub counts: Counted,
    /// From how many points booked in the year some are carried over; everything is
    /// cleared, if left out.
    #[serde(default)]
    pub carry_from: Option<u32>,
    /// How many are carried over then.
    #[serde(default)]
    pub carry: Option<u32>,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}
