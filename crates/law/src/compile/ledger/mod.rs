//! A ledger with every name resolved.

mod form;
mod resolve;

pub use form::{
    CompiledAmount, CompiledBook, CompiledCharge, CompiledCharged, CompiledCircumstance,
    CompiledClosure, CompiledFirst, CompiledImposed, CompiledLedger, CompiledLife, CompiledMeasure,
    CompiledNode, CompiledReading, CompiledRepeat, CompiledTier, CompiledUpgrade, CompiledVariant,
    CompiledWindow, CompiledWithin, CompiledYearEnd, Length, Upon, When,
};
pub(super) use resolve::compile;
