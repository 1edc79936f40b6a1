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
                    let (one, two) = (outcomes(one), outcomes(two));
                    let changed = now.issues.iter().map(|answer| answer.issue.clone());
                    let changed: Vec<String> = changed
                        .filter(|issue| one.get(issue.as_str()) != two.get(issue.as_str()))
                        .collect();
                    if !changed.is_empty() {
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
