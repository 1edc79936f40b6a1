//! `cargo +nightly fuzz run decide --features libfuzzer`: see `zhengpin_fuzz::targets::decide`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::decide(data));
