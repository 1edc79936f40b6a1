//! What findings cost in money.

use serde::{Deserialize, Serialize};

use super::{Confidence, Counted, Per, Read, Validity, Variants};
use crate::text::Text;

/// A sum of money that a request may state, such as the deposit.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// The question.
    pub ask: Text,
    /// What it bears on.
    pub says: Text,
    /// Whose it is.
    pub of: AmountOf,
    /// What is counted where it is stated as 0, in units of the currency.
    #[serde(default)]
    pub if_none: Option<u32>,
    /// What it is stated for: where not for the finding as a whole, it counts as often as the
    /// finding has items.
    #[serde(default)]
    pub per: Per,
    /// The amount counted in its place where it is not stated.
    #[serde(default)]
    pub or: Option<String>,
}

/// Whose an amount is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum AmountOf {
    /// The account's: it stands once in a request.
    Account,
    /// A finding's: it stands with the finding.
    Finding,
}

/// What a finding costs in money: a share of an amount, or a sum.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Charge {
    /// Its name.
    pub title: Text,
    /// Of the charges of one group, only the first that applies is due.
    #[serde(default)]
    pub group: String,
    /// The tiers whose findings it applies to; all, if left out.
    #[serde(default)]
    pub tiers: Vec<String>,
    /// What has to be reached; nothing, if left out.
    #[serde(default)]
    pub when: Option<Charged>,
    /// The nodes and closures by whose measures it is set off, one of which has to be due with
    /// the finding; none, if left out.
    #[serde(default)]
    pub upon: Vec<String>,
    /// The least points that the finding itself has to book; any, if left out.
    #[serde(default)]
    pub single: Option<u32>,
    /// The amount of which a share is due.
    #[serde(default)]
    pub share_of: Option<String>,
    /// The share, in percent. Where no variant holds, nothing is due.
    #[serde(default)]
    pub percent: Option<Variants<u32>>,
    /// Whether the share is the most that can be due, rather than what is due.
    #[serde(default)]
    pub up_to: bool,
    /// What the sum under `least` is due for, where there is no share: once, or for every item,
    /// and then `most` limits what is due in all.
    #[serde(default)]
    pub per: Per,
    /// The least that is due, in units of the currency; the sum itself, where there is no share.
    #[serde(default)]
    pub least: Option<u32>,
    /// The most that is due, in units of the currency, where it is not the least.
    #[serde(default)]
    pub most: Option<u32>,
    /// The provisions behind it.
    pub cite: Vec<String>,
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

/// What has to be reached for a charge. A count of strikes is reached only by a finding that
/// is one.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Charged {
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are; the first, if left out.
    #[serde(default)]
    pub book: Option<String>,
    /// The least number.
    pub from: u32,
    /// The largest number; any, if left out.
    #[serde(default)]
    pub to: Option<u32>,
}
