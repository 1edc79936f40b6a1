//! One kind of work, done as often as asked, for whoever counts the instructions that it takes:
//! `cargo xtask work`. It tells how long it took as well.
//!
//! Everything that happens once, such as unpacking the library, is the same however often the
//! work is done: what one time takes is the difference between two runs.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a benchmark may stop")]

mod made;

use std::time::Instant;

use serde_json::{Value, json};
use zhengpin::author::read_yaml;
use zhengpin::json::parse;
use zhengpin::kept::KeptRulebooks;
use zhengpin::simulate::LedgerColumns;
use zhengpin::{answer, library, request};

use made::{Draws, SellerFindings};

/// The common rule: written by `cargo xtask work`.
const RULEBOOK: &str = "BENCH_RULEBOOK";

const DAY: &str = "2026-11-22";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Cargo hands over `--bench`.
    let mut told = arguments.iter().filter(|one| !one.starts_with("--"));
    let (Some(what), Some(times)) = (told.next(), told.next()) else { return };
    let times: u32 = times.parse().unwrap();
    let mut work = work(what);
    let begun = Instant::now();
    for time in 0..times {
        work(usize::try_from(time).unwrap());
    }
    println!("{what}: {:?} each", begun.elapsed() / times.max(1));
}

/// The work of a name, to be done once for each number.
fn work(what: &str) -> Box<dyn FnMut(usize)> {
    match what.split_once(' ') {
        Some(("common", want)) => common(want, 1),
        Some(("common-among-8", want)) => common(want, 8),
        Some(("ledger", findings)) => ledger(findings.parse().unwrap()),
        Some(("sellers", findings)) => sellers(findings.parse().unwrap()),
        Some((issue, want)) => built_in(issue, want),
        None => Box::new(|_| drop(library::unpack())),
    }
}

/// The common rule, one request after the other, on facts of which no two need be alike. It is
/// the last of so many rulebooks.
fn common(want: &str, rulebooks: usize) -> Box<dyn FnMut(usize)> {
    let text = std::fs::read_to_string(std::env::var_os(RULEBOOK).unwrap()).unwrap();
    let (rulebook, _) = read_yaml(&text).unwrap_or_else(|_| std::process::exit(1));
    let rulebook = serde_json::to_value(rulebook).unwrap();
    let named = |place: usize| {
        let mut copy = rulebook.clone();
        if place + 1 < rulebooks {
            copy["rulebook"] = json!(format!("bench/copy-{place}"));
        }
        copy
    };
    let with: Vec<Value> = (0..rulebooks).map(named).collect();
    let kept = KeptRulebooks::keep(Ok(json!({"with": with})));
    let kept = kept.unwrap_or_else(|_| std::process::exit(1));
    let mut draws = Draws(7);
    let mut day = |from: u64, years: u64| {
        let (year, month, day) =
            (from + draws.below(years), 1 + draws.below(12), 1 + draws.below(28));
        format!("{year}-{month:02}-{day:02}")
    };
    let dates = (0..64).map(|_| (day(2015, 10), day(2024, 10), day(2024, 3)));
    let dates: Vec<(String, String, String)> = dates.collect();
    let mut flag = |yes: u64| draws.below(100) < yes;
    let requests = dates.into_iter().map(|(from, to, on)| {
        let mut facts = json!({"right_from": from, "right_to": to, "notice_date": on});
        for id in FLAGS {
            facts[*id] = json!(flag(match *id {
                "is_agent" => 50,
                "authorization" => 80,
                _ => 93,
            }));
        }
        json!({"rulebook": "bench/notice", "facts": facts, "want": want})
    });
    let requests: Vec<Value> = requests.collect();
    Box::new(move |time| {
        let answer = kept.decide(Ok(requests[time % requests.len()].clone()));
        drop(serde_json::to_string(&answer.unwrap_or_else(|_| std::process::exit(1))).unwrap());
    })
}

/// The facts of the common rule that are answered with yes or no.
const FLAGS: &[&str] = &[
    "identity",
    "contact",
    "right_proof",
    "is_agent",
    "authorization",
    "listing_urls",
    "evidence",
    "good_faith",
    "signature",
];

/// An issue of a built-in rulebook, or all of them: `cn/complaint:notice`. The facts are none,
/// then more and more of those that can be answered together.
fn built_in(issue: &str, want: &str) -> Box<dyn FnMut(usize)> {
    let (rulebook, issue) = issue.split_once(':').unwrap_or((issue, ""));
    let described = json!({"rulebook": rulebook, "asOf": DAY}).to_string();
    let described: Value = serde_json::from_str(&answer::describe(&described)).unwrap();
    let mut facts = json!({});
    let ask = |facts: &Value, want: &str, issue: &str| {
        let mut request = json!({"rulebook": rulebook, "asOf": DAY, "facts": facts, "want": want});
        if !issue.is_empty() {
            request["issues"] = json!([issue]);
        }
        request.to_string()
    };
    let mut requests = vec![ask(&facts, want, issue)];
    for fact in described["facts"].as_array().into_iter().flatten() {
        let first = fact["choices"].get(0);
        let values = match fact["kind"].as_str() {
            Some("yes_no") => vec![json!(requests.len() % 3 != 0), json!(requests.len() % 3 == 0)],
            Some("choice") => first.into_iter().cloned().collect(),
            Some("set") => vec![json!(first.into_iter().collect::<Vec<_>>())],
            Some("number") => vec![json!(3)],
            _ => Vec::new(),
        };
        let Some(id) = fact["id"].as_str() else { continue };
        for value in values {
            let mut tried = facts.clone();
            tried[id] = value;
            if !answer::decide(&ask(&tried, "verdict", issue)).contains("\"error\"") {
                facts = tried;
                requests.push(ask(&facts, want, issue));
                break;
            }
        }
    }
    Box::new(move |time| drop(answer::decide(&requests[time * 7 % requests.len()])))
}

/// The ledger of one seller, so many findings over ten years.
fn ledger(findings: usize) -> Box<dyn FnMut(usize)> {
    let list = (0..findings).map(|place| {
        let day = 17_257 + place * 3000 / findings;
        let day = zhengpin::day::numbered(i32::try_from(day).unwrap()).unwrap();
        json!({"id": place.to_string(), "issued": day.to_string(), "tier": "information"})
    });
    let list: Vec<Value> = list.collect();
    let request = json!({"rulebook": "taobao/counterfeit", "findings": list}).to_string();
    Box::new(move |_| drop(serde_json::to_string(&answer::try_simulate(parse(&request)).ok())))
}

/// The ledgers of many sellers, ten findings of each, in columns.
fn sellers(findings: u32) -> Box<dyn FnMut(usize)> {
    let asked = request::LedgerColumnsRequest::new("taobao/counterfeit");
    let mut ledger = LedgerColumns::new(library::built_in(), &asked).unwrap();
    let findings = SellerFindings::new(&ledger, findings);
    Box::new(move |_| findings.run(&mut ledger))
}
