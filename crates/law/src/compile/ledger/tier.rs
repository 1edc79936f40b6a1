//! Tiers of findings and their circumstances, as the engine runs them.

use serde::{Deserialize, Serialize};

use crate::rulebook::{Confidence, Effect, Per, StrikeRule};

use super::basis::{Basis, CompiledVariant, Conditional, When};
use super::consequence::CompiledImposed;
use super::ids::{BookId, LabelId, TierId, WindowId};

/// A tier.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledTier {
    /// Its id.
    pub id: String,
    /// The book of its points.
    pub book: Vec<CompiledVariant<BookId>>,
    /// Points per finding, item, time or point.
    pub points: Vec<CompiledVariant<u32>>,
    /// What the points are taken for.
    pub per: Per,
    /// The fewest items, times or points of one finding, where a range is published; from 1.
    pub least_booked: u32,
    /// The most of them; the limit of the ledger, where none is published.
    pub most_booked: u32,
    /// Whether its findings close the account.
    pub closes: bool,
    /// Whether the points are taken off the book.
    pub credit: bool,
    /// Whether it costs points of which no number is known.
    pub unnumbered: bool,
    /// Other points for the first finding of its kind.
    pub first: Vec<CompiledVariant<CompiledFirst>>,
    /// Its windows.
    pub windows: Vec<CompiledWithin>,
    /// Whether its findings are strikes.
    pub strike: Vec<CompiledVariant<StrikeRule>>,
    /// The tier one higher.
    pub upgrade: Vec<CompiledUpgrade>,
    /// The measures it carries.
    pub measures: Vec<CompiledImposed>,
    /// What stands behind it.
    pub basis: Basis,
}

/// Other points for the first finding of its kind.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledFirst {
    /// The points.
    pub points: u32,
    /// The label that makes findings one kind; all of the tier are, if none.
    pub by: Option<LabelId>,
}

/// A window of a tier.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledWithin {
    /// The window.
    pub window: WindowId,
    /// Whether it limits the points.
    pub caps: bool,
    /// Whether findings in it are one strike together.
    pub merges: bool,
    /// When it holds.
    pub when: When,
}

/// The tier one higher.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledUpgrade {
    /// The tier.
    pub to: TierId,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it holds.
    pub when: When,
}

/// A circumstance.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledCircumstance {
    /// Its id.
    pub id: String,
    /// What it does.
    pub effect: Effect,
    /// What begins in place of the tier's measures.
    pub imposes: Vec<CompiledImposed>,
    /// What stands behind it.
    pub basis: Basis,
}

impl Conditional for CompiledTier {
    fn when(&self) -> &When {
        &self.basis.when
    }
}

impl Conditional for CompiledWithin {
    fn when(&self) -> &When {
        &self.when
    }
}

impl Conditional for CompiledUpgrade {
    fn when(&self) -> &When {
        &self.when
    }
}

impl Conditional for CompiledCircumstance {
    fn when(&self) -> &When {
        &self.basis.when
    }
}
