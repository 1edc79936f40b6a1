//! What an act upon an account relied on.

use chrono::NaiveDate as Date;

use crate::compile::{Basis, LedgerRule, ProvisionId};
use crate::rulebook::Confidence;

/// A rule that an act relied on: whoever runs the ledger writes down its provisions, and that it
/// is badly attested if it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relied<'a> {
    pub(super) rule: LedgerRule,
    /// The provisions behind it.
    pub(super) cite: &'a [ProvisionId],
    /// How well what was relied on is attested.
    pub(super) confidence: Confidence,
    /// The day by which it was judged.
    pub(super) day: Date,
}

impl<'a> Relied<'a> {
    /// That a rule was relied on as it stands.
    pub(super) fn on(rule: LedgerRule, basis: &'a Basis, day: Date) -> Self {
        Self { rule, cite: &basis.cite, confidence: basis.confidence, day }
    }

    /// The same, where it was not attested better than this.
    pub(super) fn but(self, confidence: Confidence) -> Self {
        Self { confidence: self.confidence.min(confidence), ..self }
    }
}
