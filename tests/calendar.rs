//! What the calendar rules out, against every pair of days in two years.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/typed.rs"]
mod typed;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use typed::typed;
use zhengpin::compile::{Compiled, Law, Library, Meaning, Stated, Table, compile};
use zhengpin::day;
use zhengpin::decide::{Known, decide};
use zhengpin::diagram::{Assignment, Level, YES};
use zhengpin::rulebook::Instruments;

/// A rulebook on dates: each element is one comparison.
fn rulebook(comparisons: &Value) -> Compiled {
    let date = json!({"kind": "date", "group": "g", "ask": {"zh": "日", "en": "day"}, "proof": "either", "change": "no"});
    let names: Vec<String> = comparisons.as_object().unwrap().keys().cloned().collect();
    let elements: serde_json::Map<String, Value> = comparisons
        .as_object()
        .unwrap()
        .iter()
        .map(|(id, condition)| {
            (
                id.clone(),
                json!({"title": {"zh": "要件", "en": id}, "is": condition, "cite": ["law/1"]}),
            )
        })
        .collect();
    let verdict = |extra: Value| {
        let mut verdict = json!({"title": {"zh": "结论", "en": "v"}, "says": {"zh": "结论", "en": "v"}, "weight": "clear"});
        verdict.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        verdict
    };
    let rulebook = json!({
        "rulebook": "test/dates",
        "title": {"zh": "日期", "en": "dates"},
        "summary": {"zh": "日期", "en": "dates"},
        "as_of": "2022-01-01",
        "in_force": {},
        "groups": {"g": {"title": {"zh": "组", "en": "g"}}},
        "facts": {"act": date, "check": date, "told": date},
        "elements": elements,
        "issues": {"all": {
            "title": {"zh": "争点", "en": "i"},
            "asks": {"zh": "争点", "en": "i"},
            "verdicts": {"yes": verdict(json!({"when": {"all": names}})), "no": verdict(json!({"otherwise": true}))},
        }},
    });
    let law = json!({"instruments": {"law": {
        "title": {"zh": "法", "en": "law"}, "short": {"zh": "法", "en": "law"}, "rank": "law",
        "in_force": {}, "confidence": "high",
        "provisions": {"1": {"label": {"zh": "第一条", "en": "art. 1"}, "says": {"zh": "说", "en": "says"}}},
    }}});
    let instruments: Instruments = serde_json::from_value(law).unwrap();
    compile(&serde_json::from_value(rulebook).unwrap(), &Law::of(&instruments)).unwrap()
}

fn values(compiled: &Compiled, known: &Assignment) -> Vec<Level> {
    (0..).take(compiled.variables.len()).map(|var| known.get(var).unwrap()).collect()
}

/// Source: Civil Code art. 202 on months; the comparisons are those of the six-monthly check
/// of sellers (Measures for online trading art. 24(1)), in force from 2021-05-01.
#[test]
fn exactly_the_values_that_some_days_have_are_allowed() {
    let compiled = rulebook(&json!({
        "in_force": {"act": {"on_or_after": "2021-05-01"}},
        "late": {"act": {"after": {"fact": "check", "months": 6}}},
        "soon": {"act": {"before": {"fact": "check", "days": 20}}},
        "checked_early": {"check": {"before": "2020-11-15"}},
        "checked_later": {"check": {"on_or_after": "2021-02-28"}},
    }));
    let dated = compiled
        .variables
        .values()
        .filter(|variable| matches!(variable.meaning, Meaning::Day(_) | Meaning::Since(..)));
    assert_eq!(dated.count(), 3);

    let first = day::parse("2020-01-01").unwrap();
    let days: Vec<_> = (0..731).map(|later| day::later(first, 0, later).unwrap()).collect();
    let mut seen = BTreeSet::new();
    for act in &days {
        for check in &days {
            let stated = vec![Some(Stated::Day(*act)), Some(Stated::Day(*check)), None];
            let stated = Table::of(stated).unwrap();
            seen.insert(values(&compiled, &Known::new(&compiled, stated).assignment));
        }
    }

    let allowed = &compiled.diagrams[compiled.versions[0].allowed];
    let mut reachable = BTreeSet::new();
    let arities: Vec<Level> = compiled.variables.values().map(|variable| variable.arity).collect();
    for number in 0..arities.iter().map(|arity| usize::from(*arity)).product() {
        let mut rest = number;
        let mut known = Assignment::default();
        for (var, arity) in (0..).zip(&arities) {
            known.set(var, Some(Level::try_from(rest % usize::from(*arity)).unwrap()));
            rest /= usize::from(*arity);
        }
        if allowed.reachable(&known).contains(YES) {
            reachable.insert(values(&compiled, &known));
        }
    }
    assert_eq!(reachable, seen);
    assert!(seen.len() < arities.iter().map(|arity| usize::from(*arity)).product());
}

/// Three dates in a circle of comparisons that no days can meet.
#[test]
fn a_verdict_that_no_days_can_reach_is_not_possible() {
    let compiled = rulebook(&json!({
        "a": {"act": {"after": {"fact": "check", "days": 10}}},
        "b": {"check": {"after": {"fact": "told", "months": 1}}},
        "c": {"told": {"on_or_after": {"fact": "act"}}},
    }));
    let library = Library { rulebooks: vec![compiled], ..Library::default() };
    let decision =
        decide(&library, &typed(&json!({"rulebook": "test/dates", "facts": {}}))).unwrap();
    assert_eq!(decision.issues[0].possible, ["no"]);
    assert!(decision.issues[0].settled);
    assert!(decision.next.is_empty());
}
