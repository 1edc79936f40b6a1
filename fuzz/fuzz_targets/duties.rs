//! `cargo +nightly fuzz run duties --features libfuzzer`: see `zhengpin_fuzz::targets::duties`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::duties(data));
