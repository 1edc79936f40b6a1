//! The ids of a ledger's tables.

use super::super::ids::{ids, sealed::Placed};

ids! {
    /// A reading of an ambiguous text.
    ReadingId,
    /// A way of reading an ambiguous text, among those of its reading.
    ChoiceId,
    /// Something that findings may name.
    LabelId,
    /// A sum of money that a request may state.
    AmountId,
    /// A book.
    BookId,
    /// How long a strike counts.
    StrikeLifeId,
    /// A measure.
    MeasureId,
    /// A stretch of a count in which the measures due are not known.
    UnknownId,
    /// A window.
    WindowId,
    /// A tier of findings.
    TierId,
    /// A circumstance of findings.
    CircumstanceId,
    /// A rule on findings that repeat others.
    RepeatId,
    /// A node.
    NodeId,
    /// What closes the account.
    ClosureId,
    /// What the turn of the year does.
    YearEndId,
    /// What a finding costs in money.
    ChargeId,
}

impl BookId {
    /// The main book, which the rulebook is about: the first. No ledger is compiled without one.
    pub fn main() -> Self {
        Self::at(0)
    }
}
