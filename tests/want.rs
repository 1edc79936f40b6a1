//! Answers of which less is wanted: what they say is what the full answer says.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/random.rs"]
mod random;
#[path = "support/typed.rs"]
mod typed;

use std::cell::Cell;

use proptest::prelude::prop_assert_eq;
use random::{described, on_random_facts};
use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::describe::list;
use zhengpin::library::built_in;
use zhengpin::request::ListRequest;
use zhengpin::rulebook::Kind;

fn asked(request: &Value) -> Value {
    serde_json::from_str(&answer::decide(&request.to_string())).unwrap()
}

/// These keys of an object, and no others.
fn of(value: &Value, keys: &[&str]) -> Value {
    keys.iter().map(|key| ((*key).to_owned(), value[key].clone())).collect()
}

/// What is made of each entry of a list.
fn each(list: &Value, make: impl Fn(&Value) -> Value) -> Value {
    list.as_array().unwrap().iter().map(make).collect()
}

fn provisions(citations: &Value) -> Value {
    each(citations, |citation| citation["provision"].clone())
}

const ISSUE: [&str; 4] = ["issue", "verdict", "settled", "possible"];

/// What is said of the answer as such, whatever is wanted.
fn head(full: &Value) -> Value {
    let mut head = of(full, &["rulebook", "version", "asOf", "presumed"]);
    let disputed = full["byDates"].as_array().unwrap().iter();
    let disputed = disputed.filter(|found| found["bearing"] == "contradicts");
    head["disputed"] = disputed.map(|found| found["fact"].clone()).collect();
    head
}

/// The verdicts of a full answer.
fn verdicts(full: &Value) -> Value {
    let mut expected = head(full);
    expected["issues"] = each(&full["issues"], |issue| of(issue, &ISSUE));
    expected
}

/// The reasons of a full answer.
fn reasons(full: &Value) -> Value {
    let mut expected = head(full);
    expected["next"] = full["next"].clone();
    let warnings = full["warnings"].as_array().unwrap().iter();
    let of_the_day = warnings.filter(|warning| warning["code"] != "later_version");
    expected["remarks"] = of_the_day.map(|warning| of(warning, &["code", "about"])).collect();
    expected["issues"] = each(&full["issues"], |issue| {
        let mut told = of(issue, &[&ISSUE[..], &["because", "changes"]].concat());
        let lacking = ["element", "state", "verdict", "facts"];
        told["missing"] = each(&issue["missing"], |gap| of(gap, &lacking));
        told["provisions"] = provisions(&issue["citations"]);
        told
    });
    expected
}

/// Source: issue 12, point 2: the compact answers are the full one with less told. Held against
/// the full answer to the same request, on random facts of every rulebook that decides.
#[test]
fn what_is_told_is_what_the_full_answer_tells() {
    let (settled, missing) = (Cell::new(0), Cell::new(0));
    for listed in list(built_in(), &ListRequest::new()).unwrap().rulebooks {
        if listed.issues.is_empty() {
            continue;
        }
        let rulebook = listed.rulebook.as_str();
        for day in listed.versions.iter().rev().take(2) {
            for (mend, presume, open) in [(false, false, 30), (true, false, 60), (true, true, 90)] {
                on_random_facts((rulebook, day), 12, open, |facts| {
                    let mut request = json!({"rulebook": rulebook, "asOf": day, "facts": facts,
                        "mend": mend, "presume": presume});
                    let full = asked(&request);
                    request["want"] = json!("full");
                    prop_assert_eq!(&asked(&request), &full);
                    request["want"] = json!("verdict");
                    let refused = full.get("error").is_some();
                    let expected = if refused { full.clone() } else { verdicts(&full) };
                    prop_assert_eq!(asked(&request), expected);
                    request["want"] = json!("reasons");
                    let expected = if refused { full.clone() } else { reasons(&full) };
                    prop_assert_eq!(asked(&request), expected);
                    for issue in full["issues"].as_array().into_iter().flatten() {
                        settled.set(settled.get() + usize::from(issue["settled"] == true));
                        let gaps = issue["missing"].as_array().unwrap().len();
                        missing.set(missing.get() + gaps);
                    }
                    Ok(())
                });
            }
        }
    }
    assert!(settled.get() > 100 && missing.get() > 100, "{settled:?}, {missing:?}");
}

/// Source: `dates.md`: what is stated against the dates given counts as unknown while another
/// date is open that could decide.
#[test]
fn what_is_stated_against_the_dates_is_named_where_nothing_else_tells_of_it() {
    let mut seen = 0;
    for rulebook in ["cn/complaint", "taobao/findings"] {
        let asked_on = |facts: &Value, want: &str| {
            asked(&json!({"rulebook": rulebook, "asOf": "2026-11-22", "facts": facts,
                "issues": [], "want": want}))
        };
        let facts = described(rulebook, "2026-11-22").facts;
        let ids = |kind| facts.iter().filter(move |fact| fact.kind == kind).map(|fact| &fact.id);
        for (date, answered) in
            ids(Kind::Date).flat_map(|date| ids(Kind::YesNo).map(move |id| (date, id)))
        {
            // Long past, and whatever was in time is said to be so still.
            let facts = json!({date: "2020-01-02", answered: true});
            let full = asked_on(&facts, "full");
            if full.get("error").is_some() || head(&full)["disputed"] == json!([]) {
                continue;
            }
            seen += 1;
            assert_eq!(asked_on(&facts, "verdict"), verdicts(&full));
            assert_eq!(asked_on(&facts, "reasons"), reasons(&full));
        }
    }
    assert!(seen > 0, "nothing is stated against the dates");
}

/// Source: issue 12, point 2, which names the three.
#[test]
fn what_is_wanted_is_one_of_three() {
    for (want, code) in [(json!("all"), "unknown_choice"), (json!(true), "wrong_type")] {
        let told = asked(&json!({"rulebook": "cn/complaint", "facts": {}, "want": want}));
        assert_eq!(told["error"]["path"], "/want", "{told}");
        assert_eq!(told["error"]["code"], code, "{told}");
    }
    let told = asked(&json!({"rulebook": "cn/complaint", "facts": {}, "want": "all"}));
    let said = told["error"]["message"]["en"].as_str().unwrap();
    assert!(said.contains("`all`") && said.contains("verdict, reasons, full"), "{said}");
}
