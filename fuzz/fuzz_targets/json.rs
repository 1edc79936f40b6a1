//! `cargo +nightly fuzz run json --features libfuzzer`: see `zhengpin_fuzz::targets::json`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::json(data));
