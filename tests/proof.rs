//! Worse proof is no way out: no change that is offered as one lets a grade of proof fall, and to
//! have fewer papers is not milder.
//!
//! Source: issue 12, "No papers give a milder platform verdict than full papers";
//! `parallel-imports#p-g` (proof is asked for), `parallel-imports#b1`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/random.rs"]
mod random;
#[path = "support/typed.rs"]
mod typed;

use std::cell::Cell;
use std::collections::BTreeSet;

use proptest::prelude::*;
use random::{described, on_random_facts};
use serde_json::json;
use typed::typed;
use zhengpin::decide::{Decision, Facts, decide};
use zhengpin::describe::{FactDescription, list};
use zhengpin::library::built_in;
use zhengpin::refused::Refused;
use zhengpin::request::ListRequest;
use zhengpin::rulebook::{Alterable, Kind, Value};

fn ask(rulebook: &str, day: &str, facts: &Facts, presume: bool) -> Result<Decision, Refused> {
    let request = json!({"rulebook": rulebook, "asOf": day, "facts": facts, "presume": presume});
    decide(built_in(), &typed(&request))
}

/// How far a value is from the best proof, and the place of the worst.
fn grade(fact: &FactDescription, value: &Value) -> (usize, usize) {
    match value {
        Value::Bool(answer) => (usize::from(!answer), 1),
        Value::Text(choice) => {
            let place = fact.choices.iter().position(|one| one == choice);
            (place.unwrap(), fact.choices.len() - 1)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn no_change_that_is_offered_lets_proof_fall() {
    let (raised, fallen, graded) = (Cell::new(0), Cell::new(0), Cell::new(0));
    for listed in list(built_in(), &ListRequest::new()).unwrap().rulebooks {
        let (rulebook, Some(day)) = (listed.rulebook.as_str(), listed.versions.last()) else {
            continue;
        };
        if listed.issues.is_empty() {
            continue;
        }
        let described = described(rulebook, day);
        let proof: Vec<_> =
            described.facts.iter().filter(|fact| fact.change == Alterable::Proof).collect();
        for fact in &proof {
            assert!(matches!(fact.kind, Kind::YesNo | Kind::Choice), "{}", fact.id);
            graded.set(graded.get() + 1);
        }
        if proof.is_empty() {
            continue;
        }
        on_random_facts((rulebook, day), 60, 40, |facts| {
            let Ok(decision) = ask(rulebook, day, facts, false) else { return Ok(()) };
            let changes = decision.issues.iter().flat_map(|issue| &issue.changes);
            for change in changes {
                for fact in &proof {
                    let Some(to) = change.facts.get(&fact.id) else { continue };
                    let (to, worst) = grade(fact, to);
                    let from = facts.get(&fact.id).map(|value| grade(fact, value).0);
                    let falls = from.map_or(to == worst, |from| from < to);
                    prop_assert!(!(falls && change.actionable), "{}: {:?}", fact.id, change);
                    let count = if falls { &fallen } else { &raised };
                    count.set(count.get() + 1);
                }
            }
            Ok(())
        });
    }
    assert!(graded.get() >= 5 && raised.get() > 20, "{raised:?} {fallen:?}");
}

/// Within a group or under a licence the verdict of the platform's rule is the same whatever
/// papers there are; of the owner's own goods fewer papers are worse.
#[test]
fn fewer_papers_are_not_milder() {
    let verdict = |relation: &str, papers: &str| {
        let facts = typed(&json!({"source_owner_relation": relation, "genuineness_proof": papers}));
        let decision = ask("cn/parallel-import", "2026-11-22", &facts, true).unwrap();
        let issue = decision.issues.iter().find(|issue| issue.issue == "platform_rule").unwrap();
        assert!(issue.settled, "{relation} {papers}");
        let offered = issue.changes.iter().filter(|change| change.actionable);
        let facts: BTreeSet<String> = offered.flat_map(|one| one.facts.keys().cloned()).collect();
        (issue.verdict.clone().unwrap(), facts)
    };
    for relation in ["same_group", "licensed_or_contractual"] {
        for papers in ["full", "partial", "none"] {
            assert_eq!(verdict(relation, papers).0, "excluded_if_proved", "{relation} {papers}");
        }
        assert!(!verdict(relation, "full").1.contains("genuineness_proof"), "{relation}");
    }
    assert_eq!(verdict("same_entity", "full").0, "excluded_if_proved");
    assert_eq!(verdict("same_entity", "none").0, "applies");
    assert!(verdict("same_entity", "none").1.contains("genuineness_proof"));
}
