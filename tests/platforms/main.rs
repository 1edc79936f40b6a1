//! The ledgers of Kuaishou, Douyin, JD, Pinduoduo and Tmall against a second implementation,
//! what they refuse, and the turn of the year.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "../support/audit_oracle.rs"]
mod audit_oracle;
#[path = "../support/dice.rs"]
mod dice;
#[path = "../support/platform_oracle.rs"]
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
use drawn::{PLATFORMS, Platform, random, request};
use told::told;
use typed::typed;
use zhengpin::compile::Library;
use zhengpin::simulate::simulate;

/// Readings and their choices, the default first.
type Choices = &'static [(&'static str, &'static str, &'static str)];

/// Whether the second implementation finds another outcome than these rulebooks, for one of
/// that many random ledgers. False for a rulebook that it does not speak of.
pub(crate) fn disagrees(rulebook: &str, library: &Library, ledgers: u32) -> bool {
    let mut platforms = PLATFORMS.iter();
    let of = |platform: &&Platform| rulebook == format!("{}/counterfeit", platform.name);
    let Some(platform) = platforms.find(of) else { return false };
    let mut dice = Dice(13);
    (0..ledgers).any(|_| {
        let case = random(platform, &mut dice);
        let Ok(simulation) = simulate(library, &typed(&request(&case))) else { return true };
        let told = told(&simulation);
        let mut expected = oracle::run(&case);
        if case.findings.is_empty() {
            expected.books.clone_from(&told.books);
        }
        told != expected
    })
}
