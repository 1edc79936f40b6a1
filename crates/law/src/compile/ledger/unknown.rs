//! Where the measures due are not known, as the engine runs it.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::rulebook::Counted;

use super::basis::{Conditional, When};
use super::ids::{BookId, TierId};

/// Where the measures due are not known: the rules that were found leave them open.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledUnknown {
    /// Its id.
    pub id: String,
    /// The gap that says so.
    pub gap: String,
    /// The tiers whose findings it applies to; all, if none.
    pub tiers: Vec<TierId>,
    /// The count at which it is so; at any, if none.
    pub at: Option<CompiledStretch>,
    /// When it is so.
    pub when: When,
}

/// A stretch of a count, into which a finding brings it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledStretch {
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are.
    pub book: BookId,
    /// Its first number.
    pub from: u32,
    /// Its last number.
    pub to: u32,
    /// The number of which it has to reach a multiple.
    pub every: Option<NonZeroU32>,
}

impl CompiledStretch {
    /// Whether a count that goes from `was` to `is` comes into it.
    #[must_use]
    pub fn entered(&self, was: u32, is: u32) -> bool {
        let reached = self.every.is_none_or(|every| was / every < is / every);
        was < is && reached && (self.from..=self.to).contains(&is)
    }
}

impl Conditional for CompiledUnknown {
    fn when(&self) -> &When {
        &self.when
    }
}
