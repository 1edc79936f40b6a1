//! `cargo +nightly fuzz run schedule --features libfuzzer`: see `zhengpin_fuzz::targets::schedule`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::schedule(data));
