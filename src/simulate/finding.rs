//! A ledger to run: its findings, and how its texts are read.

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime};

use crate::compile::{
    AmountId, Choices, CircumstanceId, Compiled, CompiledLedger, LabelId, Table, TierId, Version,
};

use super::taken::Sanction;

/// A request to run a ledger.
#[derive(Clone)]
pub(super) struct Request<'a> {
    pub(super) rulebook: &'a Compiled,
    pub(super) ledger: &'a CompiledLedger,
    pub(super) findings: Vec<RunFinding<'a>>,
    pub(super) until: Option<Date>,
    /// How each ambiguous text is read.
    pub(super) choices: Choices,
    /// Sums of money stated for the account.
    pub(super) stated: Sums,
}

/// Sums of money stated, in fen: hundredths of a yuan.
pub(super) type Sums = Table<AmountId, Option<u64>>;

/// One finding, as it is run.
#[derive(Clone)]
pub(super) struct RunFinding<'a> {
    pub(super) id: String,
    /// When it was issued, in the ledger's offset.
    pub(super) at: DateTime,
    pub(super) tier: TierId,
    pub(super) items: u32,
    /// The circumstances that it states.
    pub(super) circumstances: Vec<CircumstanceId>,
    /// What it names besides.
    pub(super) labels: Table<LabelId, Option<Name>>,
    /// Sums of money stated for it.
    pub(super) stated: Sums,
    pub(super) exam: Passed,
    pub(super) reversed: bool,
    /// What the platform booked for it, where something is stated of it.
    pub(super) taken: Option<Sanction>,
    /// What is booked in place of what the rules give.
    pub(super) forced: Forced,
    /// The version of the rules that it is judged by.
    pub(super) version: &'a Version,
}

/// Something that findings name, such as a holder: the same for all that name it alike.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) struct Name(pub(super) usize);

/// What is booked for a finding in place of what the rules give; nothing, in a run by the rules.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Forced {
    pub(super) points: Option<u32>,
    pub(super) strike: Option<bool>,
    /// Whether the account was closed with it, whatever it has reached.
    pub(super) closes: bool,
}

/// Whether the exam that a finding called for was passed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Passed {
    /// Nothing is said of it.
    Unknown,
    /// It was not.
    Never,
    /// It was, at this time.
    On(DateTime),
}
