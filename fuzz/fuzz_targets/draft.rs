//! `cargo +nightly fuzz run draft --features libfuzzer`: see `zhengpin_fuzz::targets::draft`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::draft(data));
