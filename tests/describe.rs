//! What a form is told, against the files of the rulebooks.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may stop")]

#[path = "support/typed.rs"]
mod typed;

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use serde_json::json;
use typed::typed;
use zhengpin::author::load_folder;
use zhengpin::describe::{describe, list};
use zhengpin::library::built_in;
use zhengpin::request::ListRequest;
use zhengpin::rulebook::{Condition, Party, Rulebook};

/// The facts that a condition names, through the elements in force on a day.
fn facts<'r>(
    rulebook: &'r Rulebook,
    condition: &'r Condition,
    day: NaiveDate,
    named: &mut BTreeSet<&'r str>,
) {
    match condition {
        Condition::All(list) | Condition::Any(list) => {
            list.iter().for_each(|inner| facts(rulebook, inner, day, named));
        }
        Condition::Not(inner) => facts(rulebook, inner, day, named),
        Condition::Test(fact, _) => {
            named.insert(fact);
        }
        Condition::Name(name) => match rulebook.elements.get(name) {
            None => {
                named.insert(name);
            }
            Some(element) if element.in_force.holds_on(day) => {
                let lists = element.all.iter().chain(&element.any).chain(&element.unless);
                let all = lists.chain(element.not.iter()).chain(element.is.iter());
                all.for_each(|inner| facts(rulebook, inner, day, named));
            }
            Some(_) => {}
        },
    }
}

/// A form asks a fact because of the alerts that rest on it: exactly those.
#[test]
fn every_fact_names_the_alerts_that_rest_on_it() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let mut named_at_all = 0;
    for listed in list(built_in(), &ListRequest::new()).unwrap().rulebooks {
        let loaded = found.rulebooks.iter().find(|one| one.value.rulebook == listed.rulebook);
        let rulebook = &loaded.unwrap().value;
        for version in &listed.versions {
            let day: NaiveDate = version.parse().unwrap();
            let request = json!({"rulebook": listed.rulebook, "asOf": version});
            let description = describe(built_in(), &typed(&request)).unwrap();
            for (id, alert) in &rulebook.alerts {
                let mut expected = BTreeSet::new();
                if alert.in_force.holds_on(day) {
                    let when = alert.when.iter();
                    when.for_each(|when| facts(rulebook, when, day, &mut expected));
                }
                // A fact that is not asked on the day is not described.
                expected.retain(|fact| rulebook.facts[*fact].in_force.holds_on(day));
                let described = description.facts.iter().filter(|fact| fact.alerts.contains(id));
                let described: BTreeSet<&str> = described.map(|fact| fact.id.as_str()).collect();
                assert_eq!(described, expected, "{} {version} {id}", listed.rulebook);
                named_at_all += described.len();
            }
        }
    }
    assert!(named_at_all > 100, "{named_at_all}");
}

/// Documents and deadlines are offered beside the questions of their party: each has one, so
/// that none is out of reach.
#[test]
fn whatever_is_one_partys_stands_beside_a_question_of_that_party() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let mut bound = 0;
    for loaded in &found.rulebooks {
        let rulebook = &loaded.value;
        let asked: Vec<_> = rulebook.issues.values().map(|issue| issue.who).collect();
        let offered = |who| asked.contains(&None) || asked.contains(&Some(who));
        let documents = rulebook.documents.iter().filter_map(|(id, one)| Some((id, one.who?)));
        let due = rulebook.deadlines.iter().map(|(id, one)| (id, one.who));
        for (id, who) in documents.chain(due) {
            // What the court does is told beside what either may ask it for.
            let of_court = who == Party::Court && asked.contains(&Some(Party::Either));
            let reached = who == Party::Either || of_court || asked.is_empty() || offered(who);
            assert!(reached, "{} {id}", rulebook.rulebook);
            bound += 1;
        }
        let request = json!({"rulebook": rulebook.rulebook});
        let Ok(description) = describe(built_in(), &typed(&request)) else { continue };
        for issue in &description.issues {
            assert_eq!(issue.who, rulebook.issues[&issue.id].who, "{}", issue.id);
        }
        for document in &description.documents {
            assert_eq!(document.who, rulebook.documents[&document.id].who, "{}", document.id);
        }
    }
    assert!(bound > 3, "{bound}");
}
