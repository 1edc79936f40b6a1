//! `cargo +nightly fuzz run check --features libfuzzer`: see `zhengpin_fuzz::targets::check`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::check(data));
