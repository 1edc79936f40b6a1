//! `cargo +nightly fuzz run days --features libfuzzer`: see `zhengpin_fuzz::targets::days`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::days(data));
