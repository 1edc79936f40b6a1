//! Columns on one core, natively: `cargo bench --bench columns` writes a line of JSON for each
//! figure. `cargo xtask bench` puts them beside those of other engines.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a benchmark may stop")]

mod made;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use zhengpin::author::read_yaml;
use zhengpin::decide::{Columnar, DecisionColumns, FactValues};
use zhengpin::library::built_in;
use zhengpin::request::{DecisionColumnsRequest, LedgerColumnsRequest};
use zhengpin::simulate::LedgerColumns;

use made::{Draws, SellerFindings};

const ROUNDS: usize = 9;
const ROWS: usize = 100_000;

/// The common rule: written by `cargo xtask bench` for both sides.
const RULEBOOK: &str = "BENCH_RULEBOOK";

fn main() {
    // Cargo hands over `--bench`.
    if let Some(file) = std::env::var_os(RULEBOOK) {
        let text = std::fs::read_to_string(file).unwrap();
        let (rulebook, _) = read_yaml(&text).unwrap_or_else(|_| std::process::exit(1));
        common(&serde_json::to_value(rulebook).unwrap());
    }
    ledgers();
}

/// The median time of a call.
fn timed(mut call: impl FnMut()) -> Duration {
    call();
    let mut rounds: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            call();
            begun.elapsed()
        })
        .collect();
    rounds.sort();
    rounds[ROUNDS / 2]
}

/// How many a second.
fn rate(count: usize, took: Duration) -> u64 {
    let nanoseconds = took.as_nanos().max(1);
    let rate = u128::try_from(count).unwrap() * 1_000_000_000 / nanoseconds;
    u64::try_from(rate).unwrap()
}

fn common(rulebook: &Value) {
    let request = DecisionColumnsRequest::new("bench/notice", "notice")
        .with(serde_json::from_value(rulebook.clone()).unwrap());
    let mut columns = DecisionColumns::new(built_in(), &request).unwrap();
    let mut draws = Draws(7);
    let described = columns.describe();
    let days = |from: i32, many: u64, draws: &mut Draws| -> Vec<i32> {
        (0..ROWS).map(|_| from + i32::try_from(draws.below(many)).unwrap()).collect()
    };
    let flags: Vec<(&str, Vec<u8>)> = described
        .facts
        .iter()
        .filter(|fact| fact.array == Some("Uint8Array"))
        .map(|fact| {
            let yes = match fact.fact.as_str() {
                "is_agent" => 50,
                "authorization" => 80,
                _ => 93,
            };
            let list = (0..ROWS).map(|_| u8::from(draws.below(100) < yes)).collect();
            (fact.fact.as_str(), list)
        })
        .collect();
    // 2015-01-01, 2024-06-01 and 2024-01-01, as the inputs of the other engines.
    let from = days(16_436, 3652, &mut draws);
    let to = days(19_875, 3865, &mut draws);
    let on = days(19_723, 1095, &mut draws);
    let mut facts: Vec<(&str, FactValues<'_>)> =
        flags.iter().map(|(id, list)| (*id, FactValues::Codes(list))).collect();
    facts.push(("right_from", FactValues::Days(&from)));
    facts.push(("right_to", FactValues::Days(&to)));
    facts.push(("notice_date", FactValues::Days(&on)));
    let mut tell = |what: &str, wanted: Columnar| {
        let took = timed(|| drop(columns.decide(ROWS, &facts, wanted).unwrap()));
        let line = json!({"kind": "native", "what": what, "perSecond": rate(ROWS, took)});
        println!("{line}");
    };
    tell("verdict", Columnar::default());
    tell("missing", Columnar { missing: true, because: false });
    tell("because", Columnar { missing: true, because: true });
}

fn ledgers() {
    let request = LedgerColumnsRequest::new("taobao/counterfeit");
    let mut ledger = LedgerColumns::new(built_in(), &request).unwrap();
    for count in [10_000, 100_000, 1_000_000] {
        let findings = SellerFindings::new(&ledger, count);
        let took = timed(|| findings.run(&mut ledger));
        let took = u64::try_from(took.as_micros()).unwrap();
        println!("{}", json!({"kind": "native sellers", "findings": count, "took": took}));
    }
}
