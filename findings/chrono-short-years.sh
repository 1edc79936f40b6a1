#!/usr/bin/env bash
# chrono 0.4.45 (crates.io): a day is read from JSON as `YYYY-MM-DD`, its serde says ISO 8601.
# A year of two digits is one of the first century, without an error; blanks inside and around,
# a plus sign and single digits pass too. What the first of these was meant to be is lost.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cargo init --quiet --name seen --vcs none .
cargo add --quiet chrono@=0.4.45 --features serde
cargo add --quiet serde_json@=1.0.154
cat >src/main.rs <<'RUST'
use chrono::NaiveDate;

fn main() {
    let read = |text: &str| serde_json::from_value::<NaiveDate>(text.into()).map(|day| day.to_string());
    for text in ["24-01-05", "2024-1-5", " 2024-01-05 ", "2024- 1- 5", "+2024-01-05", "2024-02-30"] {
        println!("{text:?} is {:?}", read(text));
    }
    assert_eq!(read("24-01-05").unwrap(), "0024-01-05");
    for text in ["2024-1-5", " 2024-01-05 ", "2024- 1- 5", "+2024-01-05"] {
        assert_eq!(read(text).unwrap(), "2024-01-05");
    }
    assert!(read("2024-02-30").is_err());
}
RUST
cargo tree --quiet --depth 1 --edges normal --prefix none | grep '^chrono'
cargo run --quiet
