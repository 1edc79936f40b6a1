//! The ledger of a rulebook, as the engine holds it: one that runs no ledgers has none, and
//! nothing that reads or tells of one.

use serde::{Deserialize, Serialize};

use super::form::CompiledLedger;

/// What an engine keeps of a ledger that runs none: it has no value.
#[cfg(not(any(feature = "ledgers", not(target_arch = "wasm32"))))]
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
enum NoLedger {}

/// The ledger of a rulebook, if it counts findings.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct HeldLedger(
    #[cfg(any(feature = "ledgers", not(target_arch = "wasm32")))] Option<CompiledLedger>,
    #[cfg(not(any(feature = "ledgers", not(target_arch = "wasm32"))))] Option<NoLedger>,
);

#[cfg(any(feature = "ledgers", not(target_arch = "wasm32")))]
impl HeldLedger {
    /// The ledger.
    #[must_use]
    pub fn as_ref(&self) -> Option<&CompiledLedger> {
        self.0.as_ref()
    }

    /// The ledger, to be changed.
    pub fn as_mut(&mut self) -> Option<&mut CompiledLedger> {
        self.0.as_mut()
    }
}

#[cfg(not(any(feature = "ledgers", not(target_arch = "wasm32"))))]
impl HeldLedger {
    /// None.
    #[must_use]
    pub fn as_ref(&self) -> Option<&CompiledLedger> {
        self.0.as_ref().map(|kept| match *kept {})
    }
}

impl HeldLedger {
    /// Whether there is one.
    #[must_use]
    pub fn is_some(&self) -> bool {
        self.0.is_some()
    }
}

#[cfg(any(feature = "ledgers", not(target_arch = "wasm32")))]
impl From<Option<CompiledLedger>> for HeldLedger {
    fn from(ledger: Option<CompiledLedger>) -> Self {
        Self(ledger)
    }
}

#[cfg(not(any(feature = "ledgers", not(target_arch = "wasm32"))))]
impl From<Option<CompiledLedger>> for HeldLedger {
    /// Such an engine compiles no rulebooks either.
    fn from(_: Option<CompiledLedger>) -> Self {
        Self(None)
    }
}
