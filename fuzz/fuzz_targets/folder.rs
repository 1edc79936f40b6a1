//! `cargo +nightly fuzz run folder --features libfuzzer`: see `zhengpin_fuzz::targets::folder`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::folder(data));
