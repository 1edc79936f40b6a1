//! `cargo +nightly fuzz run with --features libfuzzer`: see `zhengpin_fuzz::targets::with`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::with(data));
