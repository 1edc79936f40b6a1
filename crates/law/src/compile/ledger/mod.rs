//! A ledger with every name resolved.

mod basis;
mod booked;
mod consequence;
mod form;
mod held;
mod ids;
mod life;
mod money;
mod resolve;
mod resolver;
mod rule;
mod tier;
mod unknown;
mod whole;

pub use basis::{Basis, Choices, CompiledVariant, Conditional, When};
pub use booked::{
    CompiledBook, CompiledLife, CompiledRepeat, CompiledStrikeLife, CompiledWindow,
    CompiledYearEnd, Length, LifeLength,
};
pub use consequence::{CompiledClosure, CompiledImposed, CompiledMeasure, CompiledNode};
pub use form::{CompiledLedger, CompiledReading};
pub use held::HeldLedger;
pub use ids::{
    AmountId, BookId, ChargeId, ChoiceId, CircumstanceId, ClosureId, LabelId, MeasureId, NodeId,
    ReadingId, RepeatId, StrikeLifeId, TierId, UnknownId, WindowId, YearEndId,
};
pub use money::{CompiledAmount, CompiledCharge, CompiledCharged, Share, Upon};
pub(super) use resolve::compile;
pub use rule::{LedgerRule, RuleName};
pub use tier::{
    CompiledCircumstance, CompiledFirst, CompiledTier, CompiledUpgrade, CompiledWithin,
};
pub use unknown::{CompiledStretch, CompiledUnknown};
