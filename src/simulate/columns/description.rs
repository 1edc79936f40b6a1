//! What the codes of ledgers in columns mean.

use chrono::NaiveDate as Date;
use serde::Serialize;

use std::collections::BTreeMap;

use crate::compile::{Choices, Compiled};

use super::super::answer::{ClosedBy, StrikeReason};
use super::findings::NOT_STATED;
use super::tables::{CLOSED_BY, NO_DAY, REASONS, STILL_OPEN, words};

/// What goes into the columns of a ledger and comes out of them, and what the codes mean. Codes
/// are places in these lists, from 0 on; bits too, the lowest of the first word first.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LedgerColumnsDescription {
    /// The rulebook.
    pub rulebook: String,
    /// The day through which every ledger is run; `null`, where each ends with its last finding.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub until: Option<Date>,
    /// How each ambiguous text is read.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    pub reading: BTreeMap<String, String>,
    /// The tiers.
    pub tiers: Vec<String>,
    /// The books. An account has points in each, in this order.
    pub books: Vec<String>,
    /// The circumstances.
    pub circumstances: Vec<String>,
    /// What findings name besides: each of these may have a column.
    pub labels: Vec<String>,
    /// The measures.
    pub measures: Vec<String>,
    /// How many words the measures of a row take.
    pub words: usize,
    /// Why a finding is a strike, or why not.
    pub reasons: Vec<StrikeReason>,
    /// What closed an account.
    pub closed_by: Vec<ClosedBy>,
    /// The code of an account that is open.
    pub open: u8,
    /// The day on which such an account was closed.
    pub no_day: i32,
    /// What stands where nothing is stated, and where no number was reached.
    pub not_stated: u32,
    /// The most findings of one seller.
    pub most_findings: u32,
}

/// Describes the columns of a ledger.
pub(super) fn describe(
    rulebook: &Compiled,
    choices: &Choices,
    until: Option<Date>,
) -> LedgerColumnsDescription {
    // Every ledger that is ready has one.
    let Some(ledger) = rulebook.ledger.as_ref() else {
        return LedgerColumnsDescription::default();
    };
    let reading = ledger
        .readings
        .iter()
        .map(|(id, reading)| (reading.id.clone(), reading.choices[choices[id]].clone()));
    LedgerColumnsDescription {
        rulebook: rulebook.id.clone(),
        until,
        reading: reading.collect(),
        tiers: ledger.tiers.values().map(|tier| tier.id.clone()).collect(),
        books: ledger.books.values().map(|book| book.id.clone()).collect(),
        circumstances: ledger.circumstances.values().map(|one| one.id.clone()).collect(),
        labels: ledger.labels.values().cloned().collect(),
        measures: ledger.measures.values().map(|measure| measure.id.clone()).collect(),
        words: words(ledger),
        reasons: REASONS.to_vec(),
        closed_by: CLOSED_BY.to_vec(),
        open: STILL_OPEN,
        no_day: NO_DAY,
        not_stated: NOT_STATED,
        most_findings: ledger.limits.findings,
    }
}
