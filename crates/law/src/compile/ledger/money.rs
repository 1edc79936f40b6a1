//! What findings cost in money, as the engine runs it.

use serde::{Deserialize, Serialize};

use crate::rulebook::{AmountOf, Counted, Per};

use super::basis::{Basis, CompiledVariant, Conditional, When};
use super::ids::{AmountId, BookId, ClosureId, NodeId, TierId};

/// A sum of money that a request may state.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledAmount {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub of: AmountOf,
    /// What is counted where it is stated as 0, in units of the currency.
    pub if_none: Option<u32>,
    /// What it is stated for.
    pub per: Per,
    /// The amount counted in its place where it is not stated.
    pub or: Option<AmountId>,
}

/// What a finding costs in money.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledCharge {
    /// Its id.
    pub id: String,
    /// Of the charges of one group, only the first that applies is due.
    pub group: String,
    /// The tiers whose findings it applies to; all, if none.
    pub tiers: Vec<TierId>,
    /// What has to be reached.
    pub reached: Option<CompiledCharged>,
    /// What has to set it off; anything, if neither names one.
    pub upon: Upon,
    /// The least points that the finding itself has to book.
    pub single: Option<u32>,
    /// The share that is due, instead of a fixed sum.
    pub share: Option<Share>,
    /// Whether the share is only the most that can be due.
    pub up_to: bool,
    /// What the least is due for.
    pub per: Per,
    /// The least that is due, in units of the currency.
    pub least: Option<u32>,
    /// The most that is due, in units of the currency.
    pub most: Option<u32>,
    /// What stands behind it.
    pub basis: Basis,
}

/// A share of an amount.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Share {
    /// The amount.
    pub of: AmountId,
    /// The share, in percent. Where none holds, nothing is due.
    pub percent: Vec<CompiledVariant<u32>>,
}

/// Nodes and closures.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Upon {
    /// The nodes.
    pub nodes: Vec<NodeId>,
    /// The closures.
    pub closures: Vec<ClosureId>,
}

/// What has to be reached for a charge.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledCharged {
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are.
    pub book: BookId,
    /// The least number.
    pub from: u32,
    /// The largest number.
    pub to: Option<u32>,
}

impl Conditional for CompiledCharge {
    fn when(&self) -> &When {
        &self.basis.when
    }
}
