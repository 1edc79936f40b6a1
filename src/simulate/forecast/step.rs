//! Further findings, and the combinations of them that lead somewhere.

use chrono::NaiveDateTime as DateTime;

use crate::compile::{CompiledTier, TierId};
use crate::rulebook::Per;

/// Further findings.
pub(super) type Combination = Vec<Step>;

/// A further finding: its tier, its items, and when it comes.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) tier: TierId,
    pub(super) items: u32,
    pub(super) at: DateTime,
}

/// What leads to a goal.
#[derive(Default)]
pub(super) struct Combinations {
    pub(super) at_once: Vec<Combination>,
    pub(super) apart: Vec<Combination>,
}

/// Whether a tier counts items, times or points.
pub(super) fn is_counted(tier: &CompiledTier) -> bool {
    tier.per != Per::Finding
}
