//! How long answers take, from JSON text to JSON text: `cargo bench`.

#![allow(clippy::indexing_slicing, reason = "a benchmark may stop")]

use std::fmt::Write;

use divan::Bencher;
use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::library;

fn main() {
    divan::main();
}

/// The issues of the built-in rulebooks.
const ISSUES: &[(&str, &str)] = &[
    ("cn/complaint", "notice"),
    ("cn/complaint", "counter_notice"),
    ("cn/complaint", "notifier"),
    ("cn/complaint", "platform"),
    ("cn/parallel-import", "platform_rule"),
    ("cn/parallel-import", "trademark"),
    ("cn/parallel-import", "unfair_competition"),
    ("cn/parallel-import", "patent"),
    ("cn/parallel-import", "copyright"),
];

const RULEBOOKS: &[&str] = &["cn/complaint", "cn/parallel-import"];

const DAY: &str = "2026-11-22";

/// Facts as somebody has stated them who is halfway through the form: every second question
/// that matters is answered, as the first answer that goes with the others.
fn halfway(rulebook: &str) -> Value {
    let described = json!({"rulebook": rulebook, "asOf": DAY}).to_string();
    let described: Value = serde_json::from_str(&answer::describe(&described)).unwrap_or_default();
    let mut facts = json!({});
    for fact in described["facts"].as_array().into_iter().flatten().step_by(2) {
        let first = fact["choices"].get(0);
        let values = match fact["kind"].as_str() {
            Some("yes_no") => vec![json!(true), json!(false)],
            Some("choice") => first.into_iter().cloned().collect(),
            Some("set") => vec![json!(first.into_iter().collect::<Vec<_>>()), json!([])],
            Some("number") => vec![json!(3)],
            _ => vec![json!("2026-06-01")],
        };
        let Some(id) = fact["id"].as_str() else { continue };
        for value in values {
            let mut tried = facts.clone();
            tried[id] = value;
            let request = json!({"rulebook": rulebook, "asOf": DAY, "facts": tried, "issues": []});
            if !answer::decide(&request.to_string()).contains("\"error\"") {
                facts = tried;
                break;
            }
        }
    }
    facts
}

fn decision(rulebook: &str, issues: &[&str], facts: &Value) -> String {
    let mut request = json!({"rulebook": rulebook, "asOf": DAY, "facts": facts});
    if !issues.is_empty() {
        request["issues"] = json!(issues);
    }
    request.to_string()
}

#[divan::bench(args = ISSUES)]
fn decide_one_issue_on_empty_facts(bencher: Bencher, (rulebook, issue): &(&str, &str)) {
    let request = decision(rulebook, &[issue], &json!({}));
    bencher.bench(|| answer::decide(&request));
}

#[divan::bench(args = ISSUES)]
fn decide_one_issue_halfway(bencher: Bencher, (rulebook, issue): &(&str, &str)) {
    let request = decision(rulebook, &[issue], &halfway(rulebook));
    bencher.bench(|| answer::decide(&request));
}

#[divan::bench(args = RULEBOOKS)]
fn decide_all_on_empty_facts(bencher: Bencher, rulebook: &str) {
    let request = decision(rulebook, &[], &json!({}));
    bencher.bench(|| answer::decide(&request));
}

#[divan::bench(args = RULEBOOKS)]
fn decide_all_halfway(bencher: Bencher, rulebook: &str) {
    let request = decision(rulebook, &[], &halfway(rulebook));
    bencher.bench(|| answer::decide(&request));
}

#[divan::bench]
fn compare_two_days(bencher: Bencher) {
    let days = json!({"rulebook": "cn/parallel-import", "from": "2026-12-31", "to": "2027-01-01"});
    let request = days.to_string();
    bencher.bench(|| answer::compare(&request));
}

/// Each is drawn anew over the facts of both.
#[divan::bench]
fn compare_two_rulebooks(bencher: Bencher) {
    let request = json!({
        "rulebook": "cn/parallel-import",
        "against": "cn/parallel-import",
        "from": "2026-12-31",
        "to": "2027-01-01",
    });
    let request = request.to_string();
    bencher.bench(|| answer::compare(&request));
}

#[divan::bench(args = [10, 1_000, 10_000])]
fn simulate_findings(bencher: Bencher, findings: usize) {
    let mut list = String::new();
    for index in 0..findings {
        let (month, day) = (1 + index / 28 % 12, 1 + index % 28);
        let year = 2017 + index / 336 % 5;
        let comma = if index == 0 { "" } else { "," };
        // Writing to a string cannot fail.
        let _ = write!(
            list,
            r#"{comma}{{"id":"{index}","issued":"{year}-{month:02}-{day:02}","tier":"information"}}"#
        );
    }
    // The engine wants them in order of time; more than five years repeat the days.
    let mut sorted: Vec<Value> = serde_json::from_str(&format!("[{list}]")).unwrap_or_default();
    sorted.sort_by_key(|finding| finding["issued"].as_str().map(str::to_owned));
    let request = json!({"rulebook": "taobao/counterfeit", "findings": sorted}).to_string();
    bencher.bench(|| answer::simulate(&request));
}

/// What the first request waits for: the library is unpacked once.
#[divan::bench]
fn unpack_the_library(bencher: Bencher) {
    bencher.bench(library::unpack);
}
