//! `cargo +nightly fuzz run simulate --features libfuzzer`: see `zhengpin_fuzz::targets::simulate`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| zhengpin_fuzz::targets::simulate(data));
