//! `cargo +nightly fuzz run compare --features libfuzzer`: see `zhengpin_fuzz::targets::compare`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::compare(data));
