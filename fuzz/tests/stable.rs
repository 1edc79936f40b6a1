//! The targets under `cargo test`: every counter-example that was kept, and bounded random
//! bytes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use zhengpin_fuzz::targets;

/// Runs a target on what is kept for it, and on so many random strings of bytes.
fn run(name: &str, cases: u32, target: fn(&[u8])) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    for file in fs::read_dir(kept).into_iter().flatten().flatten() {
        target(&fs::read(file.path()).unwrap());
    }
    let persistence = FileFailurePersistence::WithSource("regressions");
    let config = Config {
        cases,
        failure_persistence: Some(Box::new(persistence)),
        ..Config::with_source_file(file!())
    };
    let bytes = proptest::collection::vec(any::<u8>(), 0..400);
    let result = TestRunner::new(config).run(&bytes, |bytes| {
        target(&bytes);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{name}: {error}"));
}

macro_rules! runs {
    ($($target:ident $cases:literal),* $(,)?) => {
        $(#[test]
        fn $target() {
            run(stringify!($target), $cases, targets::$target);
        })*
    };
}

runs! {
    decide 600,
    simulate 600,
    draft 300,
    duties 300,
    schedule 300,
    compare 80,
    describe 150,
    check 300,
    with 150,
    folder 300,
    json 3000,
    days 3000,
}
