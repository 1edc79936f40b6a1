//! A ledger as the engine runs it: its tables.

use serde::{Deserialize, Serialize};

use crate::rulebook::{Confidence, Limits, Overlap};

use super::super::{ProvisionId, Table};
use super::basis::{Choices, CompiledVariant, When};
use super::booked::{
    CompiledBook, CompiledRepeat, CompiledStrikeLife, CompiledWindow, CompiledYearEnd,
};
use super::consequence::{CompiledClosure, CompiledMeasure, CompiledNode};
use super::ids::{
    AmountId, BookId, ChargeId, ChoiceId, CircumstanceId, ClosureId, LabelId, MeasureId, NodeId,
    ReadingId, RepeatId, StrikeLifeId, TierId, UnknownId, WindowId, YearEndId,
};
use super::money::{CompiledAmount, CompiledCharge};
use super::tier::{CompiledCircumstance, CompiledTier};
use super::unknown::CompiledUnknown;

/// A ledger as the engine runs it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledLedger {
    /// The offset from UTC in which days are counted, as written.
    pub offset: String,
    /// The same, in seconds.
    pub offset_seconds: i32,
    /// The time of day counted for a finding that names none, as written.
    pub time_of_day: String,
    /// The same, as hour and minute.
    pub hour_and_minute: (u32, u32),
    /// The largest admissible request.
    pub limits: Limits,
    /// The currency of its sums.
    pub currency: String,
    /// The readings of ambiguous texts.
    pub readings: Table<ReadingId, CompiledReading>,
    /// What findings may name besides.
    pub labels: Table<LabelId, String>,
    /// Sums of money that a request may state.
    pub amounts: Table<AmountId, CompiledAmount>,
    /// The books, the main one first.
    pub books: Table<BookId, CompiledBook>,
    /// How long a strike counts.
    pub strike_lives: Table<StrikeLifeId, CompiledStrikeLife>,
    /// The measures.
    pub measures: Table<MeasureId, CompiledMeasure>,
    /// Where the measures due are not known.
    pub unknown_measures: Table<UnknownId, CompiledUnknown>,
    /// What happens where measures meet.
    pub overlap: Vec<CompiledVariant<Overlap>>,
    /// The windows.
    pub windows: Table<WindowId, CompiledWindow>,
    /// The tiers, gravest first.
    pub tiers: Table<TierId, CompiledTier>,
    /// The circumstances.
    pub circumstances: Table<CircumstanceId, CompiledCircumstance>,
    /// Findings that are graver because they repeat others.
    pub repeats: Table<RepeatId, CompiledRepeat>,
    /// When a reversed finding still begins its window.
    pub reversed_opens_window: Option<When>,
    /// The nodes.
    pub nodes: Table<NodeId, CompiledNode>,
    /// What closes the account.
    pub closures: Table<ClosureId, CompiledClosure>,
    /// What the turn of the year does.
    pub year_ends: Table<YearEndId, CompiledYearEnd>,
    /// What findings cost in money.
    pub charges: Table<ChargeId, CompiledCharge>,
}

/// An ambiguity, and the ways of reading it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledReading {
    /// Its id.
    pub id: String,
    /// The ways of reading it.
    pub choices: Table<ChoiceId, String>,
    /// The one taken by default.
    pub default: ChoiceId,
    /// How well that is attested.
    pub confidence: Confidence,
    /// Where it comes from.
    pub cite: Vec<ProvisionId>,
}

impl CompiledLedger {
    /// The choices of the readings, where a request names none.
    #[must_use]
    pub fn defaults(&self) -> Choices {
        self.readings.map(|_, reading| reading.default)
    }
}
