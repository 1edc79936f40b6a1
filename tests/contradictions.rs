//! Facts that cannot be true together are refused by a rule that they break themselves.
//!
//! Source: issue 12, "Contradictions name the wrong rule"; the constraints as the files have them,
//! read word by word by a second implementation.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/word_by_word.rs"]
mod word_by_word;

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};
use word_by_word::{Read, elements, part};
use zhengpin::answer;
use zhengpin::truth::Truth;

const DAY: &str = "2026-11-22";
const RULEBOOKS: [&str; 3] = ["cn/complaint", "cn/parallel-import", "taobao/findings"];
/// On either side of every day with which constraints compare, close and far.
const DAYS: [&str; 6] =
    ["2021-04-01", "2021-05-02", "2021-11-02", "2022-05-01", "2022-05-02", "2023-06-01"];

/// The facts that a condition names, those of its elements too.
fn named(condition: &Json, elements: &Map<String, Json>, facts: &mut BTreeSet<String>) {
    match condition {
        Json::String(name) => match elements.get(name) {
            Some(element) => {
                for key in ["all", "any", "not", "is"] {
                    element.get(key).into_iter().for_each(|own| named(own, elements, facts));
                }
            }
            None => {
                facts.insert(name.clone());
            }
        },
        Json::Array(list) => list.iter().for_each(|inner| named(inner, elements, facts)),
        Json::Object(map) => {
            for (key, inner) in map {
                if ["all", "any", "not"].contains(&key.as_str()) {
                    named(inner, elements, facts);
                    continue;
                }
                facts.insert(key.clone());
                let bounds = inner.as_object().into_iter().flat_map(Map::values);
                let others = bounds.filter_map(|bound| bound["fact"].as_str());
                facts.extend(others.map(str::to_owned));
            }
        }
        _ => {}
    }
}

/// What may be stated of a fact.
fn values(fact: &Json) -> Vec<Json> {
    let choices = fact["choices"].as_object().map(|all| all.keys().map(|key| json!(key)));
    match fact["kind"].as_str().unwrap() {
        "yes_no" => vec![json!(true), json!(false)],
        "choice" => choices.unwrap().collect(),
        "number" => (0..3).map(|number| json!(number)).collect(),
        "date" => choices.into_iter().flatten().chain(DAYS.map(|day| json!(day))).collect(),
        kind => panic!("{kind}"),
    }
}

/// Every way to break a constraint of which nothing can be left out.
fn violations(read: &Read<'_>, never: &Json, facts: &Map<String, Json>) -> Vec<Json> {
    let mut names = BTreeSet::new();
    named(never, read.elements, &mut names);
    let mut all = vec![Map::new()];
    for name in names {
        let mut more = Vec::new();
        for known in &all {
            for value in values(&facts[&name]) {
                let mut with = known.clone();
                with.insert(name.clone(), value);
                more.push(with);
            }
        }
        all.extend(more);
    }
    let broken = |facts: &Map<String, Json>| {
        read.holds(&Json::Object(facts.clone()), never) == Some(Truth::Yes)
    };
    all.retain(|facts| {
        broken(facts)
            && facts.keys().all(|left_out| {
                let mut less = facts.clone();
                less.remove(left_out);
                !broken(&less)
            })
    });
    all.into_iter().map(Json::Object).collect()
}

fn refused(rulebook: &str, facts: &Json) -> Vec<Json> {
    let request = json!({"rulebook": rulebook, "asOf": DAY, "facts": facts});
    let answer: Json = serde_json::from_str(&answer::decide(&request.to_string())).unwrap();
    let error = &answer["error"];
    assert_eq!(error["code"], "contradictory_facts", "{rulebook} {facts}");
    let more = error["more"].as_array().cloned().unwrap_or_default();
    [vec![error.clone()], more].concat()
}

#[test]
fn every_way_to_break_a_constraint_names_one_that_these_facts_break() {
    let (mut tried, mut own) = (0, 0);
    for rulebook in RULEBOOKS {
        let elements = elements(rulebook);
        let (facts, constraints) = (part(rulebook, "facts"), part(rulebook, "constraints"));
        let read = Read { elements: &elements, day: DAY };
        let mut by_itself = BTreeSet::new();
        for (id, constraint) in &constraints {
            for violation in violations(&read, &constraint["never"], &facts) {
                tried += 1;
                let problems = refused(rulebook, &violation);
                let mut told = Map::new();
                for problem in &problems {
                    let path = problem["path"].as_str().unwrap();
                    let fact = path.strip_prefix("/facts/").unwrap();
                    told.insert(fact.to_owned(), violation[fact].clone());
                }
                let told = Json::Object(told);
                let breaks =
                    |id: &str| read.holds(&told, &constraints[id]["never"]) == Some(Truth::Yes);
                let broken: Vec<&String> = constraints.keys().filter(|id| breaks(id)).collect();
                let rule = problems[0]["rule"].as_str();
                let rule = rule.and_then(|rule| rule.strip_prefix("constraint/"));
                match rule {
                    Some(rule) => assert!(breaks(rule), "{rulebook} {id}: {told} names {rule}"),
                    // What the calendar answers is no constraint's.
                    None => assert!(broken.is_empty(), "{rulebook} {id}: {told} names nothing"),
                }
                if broken == [id] {
                    assert_eq!(rule, Some(id.as_str()), "{rulebook} {told}");
                    by_itself.insert(id.clone());
                    own += 1;
                }
            }
        }
        let never_named: Vec<_> =
            constraints.keys().filter(|id| !by_itself.contains(*id)).collect();
        assert!(never_named.is_empty(), "{rulebook}: {never_named:?}");
    }
    assert!(tried > 300 && own > 200, "{tried} {own}");
}

/// What stood in the report on the fault.
#[test]
fn the_rule_named_is_the_one_broken_and_not_the_first() {
    for (rulebook, facts, rule) in [
        (
            "cn/complaint",
            json!({"right_type": "utility_model", "n_eval_report": "n_a"}),
            "report_not_applicable",
        ),
        (
            "cn/complaint",
            json!({"w_knew_wrong": false, "m_forged_right": true}),
            "forged_without_knowing",
        ),
        (
            "cn/parallel-import",
            json!({"cn_label_affixed": false, "cn_label_covers": true}),
            "no_cover_without_label",
        ),
    ] {
        for problem in refused(rulebook, &facts) {
            assert_eq!(problem["rule"], format!("constraint/{rule}"), "{facts}");
        }
    }
}
