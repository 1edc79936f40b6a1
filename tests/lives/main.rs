//! The ledgers of Alibaba.com, AliExpress and 1688 against a second implementation: lives of
//! points and strikes, exams, windows in which only the first finding costs anything; and their
//! boundaries in time.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "../support/audit_oracle.rs"]
mod audit_oracle;
#[path = "../support/dice.rs"]
mod dice;
#[path = "../support/lives_oracle.rs"]
mod oracle;
#[path = "../support/readings.rs"]
mod readings;
#[path = "../support/typed.rs"]
mod typed;

mod agreeing;
mod audited;
mod boundaries;
mod drawn;
mod told;

use dice::Dice;
use drawn::{PLATFORMS, Platform, ledger, request};
use told::told;
use typed::typed;
use zhengpin::compile::Library;
use zhengpin::simulate::simulate;

/// Whether the second implementation finds another outcome than these rulebooks, for one of
/// that many random ledgers. False for a rulebook that it does not speak of.
pub(crate) fn disagrees(rulebook: &str, library: &Library, ledgers: u32) -> bool {
    let mut platforms = PLATFORMS.iter();
    let of = |platform: &&Platform| rulebook == format!("{}/counterfeit", platform.id);
    let Some(platform) = platforms.find(of) else { return false };
    let mut dice = Dice(11);
    (0..ledgers).any(|_| {
        let (findings, until) = ledger(&mut dice, platform);
        let read = drawn::readings(&mut dice, platform);
        let simulation = simulate(library, &typed(&request(platform, &findings, until, &read)));
        simulation.map(|one| told(&one)) != Ok(oracle::run(platform.id, &findings, until, &read))
    })
}
