//! Points, strikes, windows, measures and money: what a platform's ledger counts.

mod booked;
mod consequence;
mod money;
mod reading;
mod tier;

use serde::{Deserialize, Serialize};

use super::{Confidence, Ordered, Validity};

pub use booked::{
    Book, Label, Life, LifeFrom, Repeat, Shape, StrikeLife, Turn, TurnDay, Window, YearEnd,
};
pub use consequence::{
    Closure, Counted, Exam, Imposed, LedgerNode, Measure, Overlap, Stretch, Summed, UnknownMeasures,
};
pub use money::{Amount, AmountOf, Charge, Charged};
pub use reading::{Read, Reading, ReadingChoice, Variant, Variants};
pub use tier::{Circumstance, Effect, First, Per, StrikeRule, Tier, Upgrade, Within};

/// The rules by which findings become points, strikes, measures, money and closure.
///
/// Everything that can change in time carries its own time in force. A finding is judged
/// by what is in force on the day on which it was issued. What depends on how an ambiguous
/// text is read says so under `read`.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "files", schemars(transform = spread))]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// The offset from UTC in which days are counted, such as `+08:00`.
    pub offset: String,
    /// The time of day counted for a finding that names none, such as `12:00`.
    pub time_of_day: String,
    /// The largest admissible request.
    pub limits: Limits,
    /// The currency of its sums, by the code of ISO 4217: yuan, if left out.
    #[serde(default = "yuan")]
    pub currency: String,
    /// Ambiguities of the text, and the ways of reading them.
    #[serde(default)]
    pub readings: Ordered<Reading>,
    /// What findings may name besides, such as the right infringed.
    #[serde(default)]
    pub labels: Ordered<Label>,
    /// Sums of money that a request may state.
    #[serde(default)]
    pub amounts: Ordered<Amount>,
    /// The books in which points are counted, each on its own. The first is the one that the
    /// rulebook is about.
    pub books: Ordered<Book>,
    /// How long a strike counts: the first of these that holds on the day on which it is
    /// counted. For good, where none does.
    #[serde(default)]
    pub strike_lives: Ordered<StrikeLife>,
    /// The measures by name.
    pub measures: Ordered<Measure>,
    /// Where the measures due are not known.
    #[serde(default)]
    pub unknown_measures: Ordered<UnknownMeasures>,
    /// What happens where a measure falls due while another of its kind runs.
    #[serde(default)]
    pub overlap: Variants<Overlap>,
    /// The windows within which findings are counted together.
    #[serde(default)]
    pub windows: Ordered<Window>,
    /// The tiers of findings, gravest first.
    pub tiers: Ordered<Tier>,
    /// Circumstances that change how a finding counts.
    #[serde(default)]
    pub circumstances: Ordered<Circumstance>,
    /// Findings that are graver because they repeat others.
    #[serde(default)]
    pub repeats: Ordered<Repeat>,
    /// Whether a reversed finding still begins the window it began.
    #[serde(default)]
    pub reversed_opens_window: Option<Read>,
    /// Measures at numbers of points or strikes.
    #[serde(default)]
    pub nodes: Ordered<LedgerNode>,
    /// What closes the account.
    pub closures: Ordered<Closure>,
    /// What the turn of the year does.
    #[serde(default)]
    pub year_ends: Ordered<YearEnd>,
    /// What findings cost in money; of the rules of one group, the first that applies.
    #[serde(default)]
    pub charges: Ordered<Charge>,
}

/// The currency of a ledger that names none.
fn yuan() -> String {
    "CNY".to_owned()
}

/// A ledger may be spread over the files of its folder, so that no key is required in any one
/// of them.
#[cfg(feature = "files")]
fn spread(schema: &mut schemars::Schema) {
    schema.remove("required");
}

/// The largest admissible request.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Findings in one request.
    pub findings: u32,
    /// Items in one finding.
    pub items: u32,
    /// A sum of money, in units of the currency; none can be stated, if left out.
    #[serde(default)]
    pub yuan: u32,
}
