//! What strangers may send to zhengpin, mutated.
//!
//! [`targets`] holds one function per target. Each takes bytes, makes a request or a file of
//! them, puts it to the engine, and panics where something does not hold that must. They are
//! run by `cargo fuzz` (`fuzz_targets/`, with the feature `libfuzzer`) and, with bounded random
//! bytes and all counter-examples that were kept, by `cargo test -p zhengpin-fuzz`.

#![allow(
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a target stops where something is wrong"
)]

mod mutate;
mod seeds;
pub mod targets;
