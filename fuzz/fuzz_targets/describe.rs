//! `cargo +nightly fuzz run describe --features libfuzzer`: see `zhengpin_fuzz::targets::describe`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::describe(data));
