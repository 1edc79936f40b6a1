//! Alerts, where a request asks some issues only: what bears on them is told, and no other.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/random.rs"]
mod random;
#[path = "support/typed.rs"]
mod typed;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::prelude::prop_assert_eq;
use random::{described, on_random_facts};
use serde_json::json;
use typed::typed;
use zhengpin::author::load_folder;
use zhengpin::decide::{Facts, WarningCode, decide};
use zhengpin::describe::{Description, list};
use zhengpin::library::built_in;
use zhengpin::request::ListRequest;

/// The alerts of a decision on some issues, or on all.
fn told(rulebook: &str, day: &str, facts: &Facts, issues: Option<&str>) -> BTreeSet<String> {
    let mut request = json!({"rulebook": rulebook, "asOf": day, "facts": facts});
    if let Some(issue) = issues {
        request["issues"] = json!([issue]);
    }
    let decision =
        decide(built_in(), &typed(&request)).unwrap_or_else(|no| panic!("{request}: {no:?}"));
    let alerts = decision.warnings.into_iter().filter(|one| one.code == WarningCode::Alert);
    alerts.filter_map(|alert| alert.about).collect()
}

/// Whether an alert bears on an issue, by the files: one that needs verdicts bears on the
/// issues that it names; another on those that a fact of it belongs to, and a fact that
/// belongs to none bears on all.
fn bears(description: &Description, named: &[String], alert: &str, issue: &str) -> bool {
    if !named.is_empty() {
        return named.iter().any(|one| one == issue);
    }
    let facts = description.facts.iter().filter(|fact| fact.alerts.iter().any(|one| one == alert));
    let issues: Vec<&Vec<String>> = facts.map(|fact| &fact.issues).collect();
    issues.is_empty()
        || issues.iter().any(|issues| issues.is_empty() || issues.iter().any(|one| one == issue))
}

/// Source: cases `27-filter`: an alert about facts of the notice must come when the notice is
/// asked for. What is told of all issues together is told of one of them at least.
#[test]
fn an_alert_is_told_where_an_issue_is_asked_that_it_bears_on() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let (mut known, seen) = (BTreeSet::new(), RefCell::new(BTreeSet::new()));
    for listed in list(built_in(), &ListRequest::new()).unwrap().rulebooks {
        let loaded = found.rulebooks.iter().find(|one| one.value.rulebook == listed.rulebook);
        let alerts = &loaded.unwrap().value.alerts;
        let named: BTreeMap<&String, Vec<String>> = alerts
            .iter()
            .map(|(id, alert)| {
                (id, alert.verdicts.iter().map(|(issue, _)| issue.clone()).collect())
            })
            .collect();
        for day in &listed.versions {
            let description = described(&listed.rulebook, day);
            if description.issues.is_empty() {
                continue;
            }
            known.extend(alerts.keys().map(|id| (listed.rulebook.clone(), id.clone())));
            on_random_facts((&listed.rulebook, day), 100, 15, |facts| {
                let all = told(&listed.rulebook, day, facts, None);
                let mut apart = BTreeSet::new();
                for issue in &description.issues {
                    let one = told(&listed.rulebook, day, facts, Some(&issue.id));
                    let bearing =
                        |alert: &&String| bears(&description, &named[alert], alert, &issue.id);
                    let expected: BTreeSet<String> = all.iter().filter(bearing).cloned().collect();
                    prop_assert_eq!(&one, &expected, "{} {} {}", listed.rulebook, day, issue.id);
                    apart.extend(one);
                }
                prop_assert_eq!(&apart, &all, "{} {}", listed.rulebook, day);
                let here = all.into_iter().map(|alert| (listed.rulebook.clone(), alert));
                seen.borrow_mut().extend(here);
                Ok(())
            });
        }
    }
    let unseen: Vec<_> = known.difference(&seen.borrow()).cloned().collect();
    assert!(known.len() > 90 && unseen.len() * 8 < known.len(), "never due: {unseen:?}");
}

/// Where nothing is asked, nothing is told.
#[test]
fn nothing_asked_is_nothing_told() {
    let facts = json!({"e_kinds": ["page_screenshot"], "right_type": "trademark"});
    let request = json!({"rulebook": "cn/complaint", "facts": facts, "issues": []});
    assert!(decide(built_in(), &typed(&request)).unwrap().warnings.is_empty());
}

/// What must not be sent is told to whoever asks about the notice alone, whatever issue its
/// facts belong to. Source: cases `27-filter`.
#[test]
fn what_must_not_be_sent_is_told_where_only_the_notice_is_asked() {
    let facts = json!({
        "right_in_force": false, "right_declared_invalid": "final", "right_squatted": true,
        "m_forged_right": true, "m_false_opinion": true, "right_scope_match": false,
        "claimant_role": "stranger", "n_grievance": "unauthorised_only",
    });
    let told = told("cn/complaint", "2026-11-22", &typed(&facts), Some("notice"));
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let law = found.rulebooks.iter().find(|one| one.value.rulebook == "cn/complaint").unwrap();
    let ids = law.value.alerts.keys().filter(|id| id.starts_with("do_not_send_"));
    let wanted: Vec<_> = ids.filter(|id| !id.ends_with("not_final")).collect();
    assert!(wanted.len() >= 7, "{wanted:?}");
    for id in wanted {
        assert!(told.contains(id), "{id}: {told:?}");
    }
}

/// Remarks that cite a text and the one that replaced it, and follow no act: each with the
/// reason. A remark that does is not among them.
const OF_THE_DAY_ASKED: [(&str, &str); 3] = [
    ("act_before_2021_03", "neither text was in force yet; that neither reaches back is told"),
    (
        "do_not_send_right_squatted",
        "a registration is attacked by the law of the day of the attack",
    ),
    ("prior_right_of_seller", "a registration is attacked by the law of the day of the attack"),
];

/// Source: `complaints#b-14`, `complaints#punitive-day`: an act is judged by the text of its
/// day. So a remark that cites a text and its successor, where the act's day is asked for,
/// says whose day chooses between them, or stands above with the reason.
#[test]
fn a_remark_with_two_texts_says_whose_day_chooses() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let instruments = &found.instruments.value.instruments;
    let replaced = |id: &String| instruments.get(id).and_then(|one| one.replaces.as_ref());
    let mut excepted = BTreeSet::new();
    let mut chosen = 0;
    for rulebook in found.rulebooks.iter().map(|loaded| &loaded.value) {
        if !rulebook.facts.contains_key("ctx_act_date") {
            continue;
        }
        for (id, alert) in &rulebook.alerts {
            let named = alert.cite.iter().filter_map(|id| id.split_once('/'));
            let named: BTreeSet<String> = named.map(|(one, _)| one.to_owned()).collect();
            let two = named.iter().any(|one| replaced(one).is_some_and(|old| named.contains(old)));
            if two && alert.law_of.is_some() {
                chosen += 1;
            } else if two {
                let known = OF_THE_DAY_ASKED.iter().find(|(one, _)| one == id);
                let (name, _) = known.unwrap_or_else(|| panic!("{id} cites two texts"));
                excepted.insert(*name);
            }
        }
    }
    assert!(chosen > 6, "{chosen}");
    assert_eq!(excepted.len(), OF_THE_DAY_ASKED.len());
}
