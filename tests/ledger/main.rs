//! Taobao's ledger against a second implementation, and what must hold of any ledger.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "../support/audit_oracle.rs"]
mod audit_oracle;
#[path = "../support/dice.rs"]
mod dice;
#[path = "../support/ledger_oracle.rs"]
mod oracle;
#[path = "../support/readings.rs"]
mod readings;
#[path = "../support/typed.rs"]
mod typed;

mod agreeing;
mod any_ledger;
mod audited;
mod days;
mod drawn;
mod refused;
mod told;

use dice::Dice;
use zhengpin::compile::Library;
use zhengpin::simulate::simulate;

const TAOBAO: &str = "taobao/counterfeit";

/// Whether the second implementation finds another outcome than these rulebooks, for one of
/// that many random ledgers. False for a rulebook that it does not speak of.
pub(crate) fn disagrees(rulebook: &str, library: &Library, ledgers: u32) -> bool {
    let mut dice = Dice(7);
    rulebook == TAOBAO
        && (0..ledgers).any(|_| {
            let (findings, until) = drawn::ledger(&mut dice);
            let read = drawn::readings(&mut dice);
            let simulation =
                simulate(library, &typed::typed(&drawn::request(&findings, until, &read)));
            simulation.map(|one| told::told(&one)) != Ok(oracle::run(&findings, until, &read))
        })
}
