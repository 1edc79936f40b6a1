//! The properties of decisions, over random facts of the real rulebooks.
//!
//! Each property is listed in `tests/README.md`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/random.rs"]
mod random;
#[path = "support/typed.rs"]
mod typed;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use proptest::prelude::*;
use random::{described, on_random_facts, value};
use typed::typed;
use zhengpin::author::load_folder;
use zhengpin::decide::{Bearing, ByDates, Decision, Facts, IssueAnswer, Node, NodeKind, decide};
use zhengpin::describe::{FactDescription, list};
use zhengpin::library::built_in;
use zhengpin::refused::Refused;
use zhengpin::request::ListRequest;
use zhengpin::rulebook::{Alert, Kind, Value};
use zhengpin::truth::Truth;

/// Rulebooks with the days on which their properties are looked at: today's law, the law
/// before it, and the law to come.
const ASKED: [(&str, &str); 7] = [
    ("cn/complaint", "2026-11-22"),
    ("cn/complaint", "2020-01-01"),
    ("cn/parallel-import", "2026-11-22"),
    ("cn/parallel-import", "2027-01-01"),
    ("cn/parallel-import", "2020-01-01"),
    ("taobao/findings", "2026-11-22"),
    ("taobao/findings", "2016-01-01"),
];

fn ask(rulebook: &str, day: &str, facts: &Facts) -> Result<Decision, Refused> {
    decide(
        built_in(),
        &typed(&serde_json::json!({"rulebook": rulebook, "asOf": day, "facts": facts})),
    )
}

/// Runs a property on random facts of every rulebook, of which `open` in a hundred are left
/// open.
fn for_random_facts(
    cases: u32,
    open: u16,
    property: impl Fn(&str, &str, &Facts, &Decision) -> Result<(), TestCaseError>,
) {
    for (rulebook, day) in ASKED {
        on_random_facts((rulebook, day), cases, open, |facts| {
            property(rulebook, day, facts, &ask(rulebook, day, facts).unwrap())
        });
    }
}

fn issue<'d>(decision: &'d Decision, id: &str) -> &'d IssueAnswer {
    decision.issues.iter().find(|issue| issue.issue == id).unwrap()
}

/// The verdict that the application tree gives, read off without the diagram.
fn verdict_of_tree(tree: &Node) -> Option<&str> {
    for verdict in &tree.children {
        if verdict.kind == NodeKind::Otherwise {
            return verdict.id.as_deref();
        }
        match verdict.state {
            Truth::Yes => return verdict.id.as_deref(),
            Truth::No => {}
            Truth::Unknown => return None,
        }
    }
    None
}

#[test]
fn tree_and_diagram_agree() {
    // With every fact known, and with half of them open: what the tree knows, the diagram
    // knows. Facts left out for a contradiction may leave an issue open even in the first.
    for open in [0, 50] {
        for_random_facts(60, open, |_, _, _, decision| {
            for issue in &decision.issues {
                if let Some(verdict) = verdict_of_tree(&issue.application) {
                    prop_assert!(issue.settled);
                    prop_assert_eq!(issue.verdict.as_deref(), Some(verdict));
                }
            }
            Ok(())
        });
    }
}

/// What is not in force on a day asks for nothing, in the tree as in the diagram.
///
/// Source: docs/architecture.md, "tree and diagram agree"; break.md, E2 (taobao/findings on
/// 2017-06-01, when the chances for an appeal were not in force yet).
#[test]
fn tree_and_diagram_agree_in_every_version() {
    let all = list(built_in(), &ListRequest::new()).unwrap().rulebooks;
    for listed in all.iter().filter(|listed| !listed.issues.is_empty()) {
        for day in &listed.versions {
            let rulebook = listed.rulebook.as_str();
            on_random_facts((rulebook, day), 12, 20, |facts| {
                for issue in &ask(rulebook, day, facts).unwrap().issues {
                    if let Some(verdict) = verdict_of_tree(&issue.application) {
                        prop_assert_eq!(issue.verdict.as_deref(), Some(verdict));
                        prop_assert!(issue.settled);
                    }
                }
                Ok(())
            });
        }
    }
    let day = "2017-06-01";
    let facts = serde_json::json!({"within_period": true, "channel": "finding_entry"});
    let facts: Facts = facts
        .as_object()
        .unwrap()
        .iter()
        .map(|(id, it)| {
            let value = it.as_bool().map(Value::Bool);
            (id.clone(), value.unwrap_or_else(|| Value::Text(it.as_str().unwrap().to_owned())))
        })
        .collect();
    let decision = ask("taobao/findings", day, &facts).unwrap();
    let answer = issue(&decision, "appeal");
    assert_eq!(answer.verdict.as_deref(), Some("open"));
    let states: Vec<Truth> = answer.application.children.iter().map(|it| it.state).collect();
    assert_eq!(states, [Truth::No, Truth::No, Truth::No, Truth::No, Truth::Yes]);
}

#[test]
fn settled_means_that_one_verdict_is_possible() {
    for_random_facts(40, 60, |rulebook, day, _, decision| {
        let description = described(rulebook, day);
        for issue in &decision.issues {
            prop_assert_eq!(issue.settled, issue.possible.len() == 1);
            let open = description
                .issues
                .iter()
                .find(|known| known.id == issue.issue)
                .unwrap()
                .open
                .clone();
            let expected = if issue.settled { issue.possible.first().cloned() } else { open };
            prop_assert_eq!(&issue.verdict, &expected);
        }
        Ok(())
    });
}

#[test]
fn a_settled_verdict_survives_every_added_fact() {
    for_random_facts(12, 70, |rulebook, day, facts_before, before| {
        let description = described(rulebook, day);
        for fact in description.facts.iter().filter(|fact| !facts_before.contains_key(&fact.id)) {
            for draw in 0..4 {
                let mut more = facts_before.clone();
                more.insert(fact.id.clone(), value(fact, draw));
                let Ok(after) = ask(rulebook, day, &more) else { continue };
                // A day that speaks against what was stated is named, and neither is believed.
                let clash = |it: &ByDates| it.bearing == Bearing::Contradicts;
                let named = |all: &Decision| all.by_dates.iter().filter(|it| clash(it)).count();
                if named(before) < named(&after) {
                    continue;
                }
                for was in &before.issues {
                    let is = issue(&after, &was.issue);
                    prop_assert!(is.possible.iter().all(|verdict| was.possible.contains(verdict)));
                    prop_assert!(!was.settled || is.verdict == was.verdict);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn the_reason_is_sufficient_and_none_of_it_can_be_dropped() {
    for_random_facts(20, 40, |rulebook, day, facts, decision| {
        for was in decision.issues.iter().filter(|issue| issue.settled) {
            let keep = |ids: &[&String]| -> Facts {
                ids.iter().map(|id| ((*id).clone(), facts[*id].clone())).collect()
            };
            let reason: Vec<&String> = was.because.iter().collect();
            let alone = ask(rulebook, day, &keep(&reason)).unwrap();
            prop_assert_eq!(&issue(&alone, &was.issue).verdict, &was.verdict);
            prop_assert!(issue(&alone, &was.issue).settled);
            for dropped in &reason {
                let rest: Vec<&String> =
                    reason.iter().copied().filter(|id| id != dropped).collect();
                let less = ask(rulebook, day, &keep(&rest)).unwrap();
                prop_assert!(!issue(&less, &was.issue).settled, "{} can be dropped", dropped);
            }
        }
        Ok(())
    });
}

#[test]
fn a_smallest_change_settles_the_other_verdict_and_none_of_it_can_be_dropped() {
    for_random_facts(10, 40, |rulebook, day, facts, decision| {
        let description = described(rulebook, day);
        let sets: Vec<&String> = description
            .facts
            .iter()
            .filter(|fact| fact.kind == Kind::Set)
            .map(|fact| &fact.id)
            .collect();
        for was in &decision.issues {
            for change in &was.changes {
                prop_assert!(!was.settled || Some(&change.to) != was.verdict.as_ref());
                let mut after = facts.clone();
                after.extend(change.facts.clone());
                // The change itself never runs into a constraint.
                let after = ask(rulebook, day, &after).unwrap();
                let is = issue(&after, &was.issue);
                prop_assert!(is.settled && is.verdict.as_deref() == Some(&*change.to));
                for left in change.facts.keys().filter(|id| !sets.contains(id)) {
                    let mut less = facts.clone();
                    less.extend(
                        change
                            .facts
                            .iter()
                            .filter(|(id, _)| *id != left)
                            .map(|(id, v)| (id.clone(), v.clone())),
                    );
                    let Ok(less) = ask(rulebook, day, &less) else { continue };
                    let is = issue(&less, &was.issue);
                    prop_assert!(
                        !(is.settled && is.verdict.as_deref() == Some(&*change.to)),
                        "{} can be dropped",
                        left
                    );
                }
            }
        }
        Ok(())
    });
}

#[test]
fn no_question_is_asked_once_every_issue_is_settled() {
    for_random_facts(40, 20, |_, _, facts, decision| {
        let open: Vec<&IssueAnswer> =
            decision.issues.iter().filter(|issue| !issue.settled).collect();
        prop_assert_eq!(open.is_empty(), decision.next.is_empty());
        prop_assert!(decision.next.iter().all(|fact| !facts.contains_key(fact)));
        Ok(())
    });
}

/// The day whose law a remark cites, by the files: that of the act where the remark follows
/// it, if that lies before the day asked and anything cited was in force then.
fn day_of_law(
    alert: Option<&Alert>,
    facts: &Facts,
    asked: NaiveDate,
    holds: Holds<'_>,
) -> NaiveDate {
    let fact = alert.and_then(|alert| facts.get(alert.law_of.as_ref()?));
    let Some(Value::Text(stated)) = fact else { return asked };
    let day = zhengpin::day::parse(stated).filter(|day| *day < asked);
    let known = |day: &NaiveDate| alert.unwrap().cite.iter().any(|id| holds(id, *day));
    day.filter(known).unwrap_or(asked)
}

/// Whether a provision is in force on a day.
type Holds<'h> = &'h dyn Fn(&str, NaiveDate) -> bool;

#[test]
fn every_verdict_cites_provisions_in_force_on_its_day_and_no_others() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    for_random_facts(40, 30, |rulebook, day, facts, decision| {
        let description = described(rulebook, day);
        let provisions: BTreeMap<&str, _> =
            description.provisions.iter().map(|provision| (&*provision.id, provision)).collect();
        let law = found.rulebooks.iter().find(|one| one.value.rulebook == rulebook).unwrap();
        let asked = zhengpin::day::parse(day).unwrap();
        let holds = |id: &str, day: NaiveDate| {
            let provision = provisions[id];
            provision.from.is_none_or(|from| from <= day) && provision.to.is_none_or(|to| day <= to)
        };
        for issue in decision.issues.iter().filter(|issue| issue.settled) {
            prop_assert!(!issue.citations.is_empty(), "{} {:?}", issue.issue, issue.verdict);
        }
        for citation in decision.issues.iter().flat_map(|issue| &issue.citations) {
            prop_assert!(holds(&citation.provision, asked), "{}", citation.provision);
        }
        for warning in &decision.warnings {
            let alert = warning.about.as_ref().and_then(|id| law.value.alerts.get(id));
            let day = day_of_law(alert, facts, asked, &holds);
            for citation in &warning.citations {
                let id = &citation.provision;
                prop_assert!(holds(id, day), "{:?} cites {id} on {day}", warning.about);
            }
        }
        Ok(())
    });
}

#[test]
fn what_is_presumed_is_listed_and_never_replaces_what_is_given() {
    for_random_facts(20, 60, |rulebook, day, facts, _| {
        let request =
            serde_json::json!({"rulebook": rulebook, "asOf": day, "facts": facts, "presume": true});
        let presumed = decide(built_in(), &typed(&request)).unwrap();
        prop_assert!(presumed.presumed.keys().all(|id| !facts.contains_key(id)));
        let mut all = facts.clone();
        all.extend(presumed.presumed.clone());
        let told = ask(rulebook, day, &all).unwrap();
        prop_assert_eq!(told.issues, presumed.issues);
        Ok(())
    });
}

/// Every way of answering the questions of one small issue.
#[test]
fn small_issues_are_exact_against_brute_force() {
    let day = "2026-11-22";
    for (rulebook, id) in [("cn/parallel-import", "copyright"), ("cn/parallel-import", "patent")] {
        let description = described(rulebook, day);
        let asked: Vec<&FactDescription> = description
            .facts
            .iter()
            .filter(|fact| fact.issues.iter().any(|issue| issue == id))
            .collect();
        let arities: Vec<u16> = asked
            .iter()
            .map(|fact| {
                if fact.kind == Kind::YesNo {
                    2
                } else {
                    u16::try_from(fact.choices.len()).unwrap()
                }
            })
            .collect();
        // Each fact has one of its values, or is open: the last number stands for open.
        let patterns = |with_open: bool| {
            let extra = u16::from(with_open);
            let count: u32 = arities.iter().map(|arity| u32::from(arity + extra)).product();
            let arities = arities.clone();
            (0..count).map(move |mut number| {
                let pattern: Vec<u16> = arities
                    .iter()
                    .map(|arity| {
                        let base = u32::from(arity + extra);
                        let digit = number % base;
                        number /= base;
                        u16::try_from(digit).unwrap()
                    })
                    .collect();
                pattern
            })
        };
        let facts_of = |pattern: &[u16]| -> Facts {
            let stated =
                asked.iter().zip(pattern).zip(&arities).filter(|((_, digit), arity)| digit < arity);
            stated.map(|((fact, digit), _)| (fact.id.clone(), value(fact, *digit))).collect()
        };
        let complete: Vec<(Vec<u16>, String)> = patterns(false)
            .filter_map(|pattern| {
                let decision = ask(rulebook, day, &facts_of(&pattern)).ok()?;
                Some((pattern, issue(&decision, id).verdict.clone().unwrap()))
            })
            .collect();
        assert!(complete.len() > 10, "{id}");
        let by_pattern: BTreeMap<&Vec<u16>, &String> =
            complete.iter().map(|(pattern, verdict)| (pattern, verdict)).collect();
        for pattern in patterns(true) {
            let Ok(decision) = ask(rulebook, day, &facts_of(&pattern)) else { continue };
            let answer = issue(&decision, id);
            let fits = |full: &[u16]| {
                pattern.iter().zip(full).zip(&arities).all(|((p, f), arity)| p == arity || p == f)
            };
            let mut possible: Vec<&String> = complete
                .iter()
                .filter(|(full, _)| fits(full))
                .map(|(_, verdict)| verdict)
                .collect();
            possible.sort();
            possible.dedup();
            let mut told: Vec<&String> = answer.possible.iter().collect();
            told.sort();
            assert_eq!(told, possible, "{id} {pattern:?}");

            // A question is asked exactly if two completions that differ in it alone differ in
            // their verdicts.
            let request = serde_json::json!({"rulebook": rulebook, "asOf": day,
                "facts": facts_of(&pattern), "issues": [id]});
            let next = decide(built_in(), &typed(&request)).unwrap().next;
            for (place, fact) in asked.iter().enumerate() {
                let open = pattern[place] == arities[place];
                let fitting = complete.iter().filter(|(full, _)| fits(full));
                let matters = open
                    && fitting.clone().any(|(full, verdict)| {
                        (0..arities[place]).any(|digit| {
                            let mut other = full.clone();
                            other[place] = digit;
                            by_pattern.get(&other).is_some_and(|it| *it != verdict)
                        })
                    });
                assert_eq!(next.contains(&fact.id), matters, "{id} {pattern:?} {}", fact.id);
            }
        }
    }
}
