//! The later versions of the law that a decision names.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/random.rs"]
mod random;
#[path = "support/typed.rs"]
mod typed;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::prop_assert_eq;
use random::{described, on_random_facts};
use serde_json::json;
use typed::typed;
use zhengpin::decide::{Decision, Facts, WarningCode, decide};
use zhengpin::describe::list;
use zhengpin::library::built_in;
use zhengpin::request::ListRequest;
use zhengpin::rulebook::Kind;

/// The facts that are asked on a day and are no dates: what a date answers depends on the day
/// itself, and not on the law alone.
fn asked(rulebook: &str, day: &str) -> BTreeSet<String> {
    let facts = described(rulebook, day).facts.into_iter();
    facts.filter(|fact| fact.kind != Kind::Date).map(|fact| fact.id).collect()
}

/// What is decided on a day, on those of the facts that are asked then.
fn decided(
    rulebook: &str,
    (day, asked): &(String, BTreeSet<String>),
    facts: &Facts,
) -> Option<Decision> {
    let facts: BTreeMap<_, _> = facts.iter().filter(|(id, _)| asked.contains(*id)).collect();
    let request = json!({"rulebook": rulebook, "asOf": day, "facts": facts});
    decide(built_in(), &typed(&request)).ok()
}

/// What each issue comes to.
fn outcomes(decision: &Decision) -> BTreeMap<&str, (&Vec<String>, Vec<&String>)> {
    let told = decision.issues.iter().map(|answer| {
        let cited = answer.citations.iter().map(|citation| &citation.provision).collect();
        (answer.issue.as_str(), (&answer.possible, cited))
    });
    told.collect()
}

/// The alerts due, each with the issues that it names.
fn alerts(decision: &Decision) -> BTreeSet<(&str, &Vec<String>)> {
    let alerts = decision.warnings.iter().filter(|one| one.code == WarningCode::Alert);
    alerts.map(|one| (one.about.as_deref().unwrap(), &one.issues)).collect()
}

/// Source: issue 10, all later versions that touch the answers are named. Held against the
/// same question put to every version, one after the other.
#[test]
fn every_version_that_changes_an_answer_is_named() {
    let (named, several) = (Cell::new(0), Cell::new(0));
    for listed in list(built_in(), &ListRequest::new()).unwrap().rulebooks {
        if listed.issues.is_empty() {
            continue;
        }
        let rulebook = listed.rulebook.as_str();
        let versions = listed.versions.iter().map(|day| (day.clone(), asked(rulebook, day)));
        let versions: Vec<_> = versions.collect();
        for (place, version) in versions.iter().enumerate() {
            on_random_facts((rulebook, &version.0), 8, 40, |facts| {
                let Some(now) = decided(rulebook, version, facts) else { return Ok(()) };
                let mut before = Some(now.clone());
                let mut expected = Vec::new();
                for later in versions.iter().skip(place + 1) {
                    let then = decided(rulebook, later, facts);
                    // What one version refuses is not the matter here.
                    let (Some(one), Some(two)) = (&before, &then) else { return Ok(()) };
                    let (alerts, alerts_then) = (alerts(one), alerts(two));
                    let turned: Vec<_> = alerts.symmetric_difference(&alerts_then).collect();
                    let (one, two) = (outcomes(one), outcomes(two));
                    let changed = now.issues.iter().map(|answer| answer.issue.clone());
                    let changed: Vec<String> = changed
                        .filter(|issue| {
                            one.get(issue.as_str()) != two.get(issue.as_str())
                                || turned.iter().any(|(_, issues)| issues.contains(issue))
                        })
                        .collect();
                    if !changed.is_empty() || !turned.is_empty() {
                        expected.push((later.0.clone(), changed));
                    }
                    before = then;
                }
                let told = now.warnings.iter().filter(|one| one.code == WarningCode::LaterVersion);
                let told: Vec<_> =
                    told.map(|one| (one.from.unwrap().to_string(), one.issues.clone())).collect();
                named.set(named.get() + usize::from(!told.is_empty()));
                several.set(several.get() + usize::from(told.len() > 1));
                prop_assert_eq!(told, expected, "{} {}", rulebook, version.0);
                Ok(())
            });
        }
    }
    assert!(named.get() > 20 && several.get() > 5, "{named:?} {several:?}");
}

/// A later version that changes a remark and no verdict is named as well, as the pages do.
///
/// Source: gb-7718-2025, in force from 2027-03-16; review-use A2.21.
#[test]
fn a_version_that_changes_a_remark_alone_is_named() {
    let days = |day: &str| -> Vec<String> {
        let request = json!({"rulebook": "cn/parallel-import", "asOf": day,
            "facts": {"channel": "general_trade", "imported": true, "reg_kind": "cn_label"}});
        let decision = decide(built_in(), &typed(&request)).unwrap();
        let later =
            decision.warnings.into_iter().filter(|one| one.code == WarningCode::LaterVersion);
        later.map(|one| one.from.unwrap().to_string()).collect()
    };
    assert_eq!(days("2026-11-22"), ["2027-01-01", "2027-03-16"]);
    assert_eq!(days("2027-03-15"), ["2027-03-16"]);
    assert!(days("2027-03-16").is_empty());
}
