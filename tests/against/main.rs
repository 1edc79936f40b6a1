//! Two rulebooks compared: an edited copy against what it was made from.
//!
//! Each property is listed in `tests/README.md`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "../support/criteria.rs"]
mod criteria;
#[path = "../support/dice.rs"]
mod dice;
#[path = "../support/typed.rs"]
mod typed;

mod copies;
mod identical;
mod patterns;
mod refused;
