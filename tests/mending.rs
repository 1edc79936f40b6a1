//! Whoever mends is told every gap at once: each mend closes its gap, all of them lead to the best
//! verdict, and asking on ends.
//!
//! Source: issue 10, "All gaps, not only the first": the verdict stays settled, and `mend` asks on
//! until nothing is open that the notice will be asked for.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/random.rs"]
mod random;
#[path = "support/typed.rs"]
mod typed;
#[path = "support/word_by_word.rs"]
mod word_by_word;

use std::cell::Cell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use random::{described, on_random_facts, value};
use serde_json::json;
use typed::typed;
use word_by_word::{Read, elements};
use zhengpin::decide::{Decision, Facts, IssueAnswer, decide};
use zhengpin::library::built_in;
use zhengpin::refused::Refused;
use zhengpin::truth::Truth;

/// Rulebooks with issues that tell what is missing, and the days on which they are looked at.
const ASKED: [(&str, &str); 4] = [
    ("cn/complaint", "2026-11-22"),
    ("cn/complaint", "2020-10-01"),
    ("taobao/findings", "2026-11-22"),
    ("taobao/findings", "2016-01-01"),
];

/// Issues whose verdicts but the last all say that something is missing, so that the last is the
/// best there is.
const ALL_GAPS: [&str; 3] = ["notice", "counter_notice", "preservation"];

fn ask(rulebook: &str, day: &str, facts: &Facts) -> Result<Decision, Refused> {
    decide(
        built_in(),
        &typed(&json!({"rulebook": rulebook, "asOf": day, "facts": facts, "mend": true})),
    )
}

fn issue<'d>(decision: &'d Decision, id: &str) -> &'d IssueAnswer {
    decision.issues.iter().find(|issue| issue.issue == id).unwrap()
}

fn with(facts: &Facts, more: &Facts) -> Facts {
    let mut facts = facts.clone();
    facts.extend(more.clone());
    facts
}

/// Everything that closes some gap.
fn all_mends(answer: &IssueAnswer) -> Facts {
    answer.missing.iter().flat_map(|gap| gap.mend.clone()).collect()
}

#[test]
fn a_mend_closes_its_gap_and_none_of_it_can_be_dropped() {
    let (closed, read) = (Cell::new(0), Cell::new(0));
    for (rulebook, day) in ASKED {
        let elements = elements(rulebook);
        let file = Read { elements: &elements, day };
        on_random_facts((rulebook, day), 25, 35, |facts| {
            let decision = ask(rulebook, day, facts).unwrap();
            for was in &decision.issues {
                for gap in was.missing.iter().filter(|gap| !gap.mend.is_empty()) {
                    let open = |answer: &IssueAnswer| {
                        answer.missing.iter().any(|other| other.element == gap.element)
                    };
                    let after = with(facts, &gap.mend);
                    let told = ask(rulebook, day, &after).unwrap();
                    prop_assert!(!open(issue(&told, &was.issue)), "{} stays", gap.element);
                    for left in gap.mend.keys() {
                        let mut less = gap.mend.clone();
                        less.remove(left);
                        let Ok(told) = ask(rulebook, day, &with(facts, &less)) else { continue };
                        prop_assert!(open(issue(&told, &was.issue)), "{left} is idle");
                    }
                    if ALL_GAPS.contains(&&*was.issue) {
                        let is = |facts: &Facts| file.holds(&json!(facts), &json!(gap.element));
                        // What constraints alone leave is not read here.
                        let before = [Some(gap.state), Some(Truth::Unknown)];
                        prop_assert!(before.contains(&is(facts)), "{}", gap.element);
                        prop_assert_ne!(is(&after), Some(Truth::No), "{}", gap.element);
                        read.set(read.get() + usize::from(is(&after) == Some(Truth::Yes)));
                    }
                    closed.set(closed.get() + 1);
                }
            }
            Ok(())
        });
    }
    assert!(closed.get() > 200, "{} gaps were closed", closed.get());
    assert!(read.get() > 50, "{} of them by the file alone", read.get());
}

#[test]
fn all_mends_together_lead_to_the_best_verdict_where_there_is_one() {
    let led = Cell::new(0);
    for (rulebook, day) in ASKED.into_iter().filter(|(rulebook, _)| *rulebook == "cn/complaint") {
        on_random_facts((rulebook, day), 40, 35, |facts| {
            let decision = ask(rulebook, day, facts).unwrap();
            for was in decision.issues.iter().filter(|was| ALL_GAPS.contains(&&*was.issue)) {
                let best = was.application.children.last().unwrap().id.clone().unwrap();
                let reachable = was.changes.iter().any(|change| change.to == best);
                for gap in &was.missing {
                    prop_assert_eq!(reachable, !gap.mend.is_empty(), "{}", gap.element);
                }
                if !reachable {
                    continue;
                }
                let after = ask(rulebook, day, &with(facts, &all_mends(was))).unwrap();
                let is = issue(&after, &was.issue);
                prop_assert_eq!(is.verdict.as_deref(), Some(&*best));
                prop_assert!(is.settled && is.missing.is_empty());
                led.set(led.get() + 1);
            }
            Ok(())
        });
    }
    assert!(led.get() > 100, "{} led there", led.get());
}

/// Answers one question, with the first value in turn that goes with what was said.
fn answered(rulebook: &str, day: &str, facts: &Facts, fact: &str, draw: u16) -> Facts {
    let description = described(rulebook, day);
    let asked = description.facts.iter().find(|one| one.id == fact).unwrap();
    let answers = (0..64).map(|turn| {
        let mut facts = facts.clone();
        facts.insert(fact.to_owned(), value(asked, draw.wrapping_add(turn)));
        facts
    });
    let mut fitting = answers.filter(|facts| ask(rulebook, day, facts).is_ok());
    fitting.next().unwrap_or_else(|| panic!("no answer to {fact}"))
}

#[test]
fn asking_on_ends_with_nothing_open_that_matters_and_never_turns_a_settled_verdict() {
    let asked_on = Cell::new(0);
    for (rulebook, day) in ASKED.into_iter().filter(|(rulebook, _)| *rulebook == "cn/complaint") {
        on_random_facts((rulebook, day), 6, 60, |facts| {
            for id in ALL_GAPS {
                let mut facts = facts.clone();
                let mut settled: BTreeMap<&str, Option<String>> = BTreeMap::new();
                for round in 0..200_u16 {
                    let request = json!({"rulebook": rulebook, "asOf": day, "facts": facts,
                        "mend": true, "issues": [id]});
                    let told = decide(built_in(), &typed(&request)).unwrap();
                    let Some(answer) = told.issues.first() else { break };
                    if answer.settled {
                        let verdict = settled.entry(id).or_insert(answer.verdict.clone());
                        prop_assert_eq!(&*verdict, &answer.verdict);
                    }
                    let Some(fact) = told.next.first() else {
                        // Whatever is open still is closed by what closes the gaps that are certain.
                        prop_assert!(answer.settled);
                        let certain = answer.missing.iter().filter(|gap| gap.state == Truth::No);
                        let certain = certain.flat_map(|gap| gap.mend.clone()).collect();
                        let after = ask(rulebook, day, &with(&facts, &certain)).unwrap();
                        let left = &issue(&after, id).missing;
                        prop_assert!(left.is_empty(), "{:?}", left.first().map(|gap| &gap.element));
                        break;
                    };
                    prop_assert!(!facts.contains_key(fact) && round < 199);
                    if answer.settled {
                        asked_on.set(asked_on.get() + 1);
                    }
                    facts = answered(rulebook, day, &facts, fact, round.wrapping_mul(7));
                }
            }
            Ok(())
        });
    }
    assert!(asked_on.get() > 20, "{} questions were asked on", asked_on.get());
}

/// Without `mend` a settled verdict ends the questions, as it always did.
#[test]
fn only_whoever_mends_is_asked_on() {
    let facts = json!({"n_locate": false});
    let asked = |mend: bool| {
        let request = json!({"rulebook": "cn/complaint", "asOf": "2026-11-22", "facts": facts,
            "issues": ["notice"], "mend": mend});
        decide(built_in(), &typed(&request)).unwrap()
    };
    assert!(asked(false).next.is_empty());
    let told = asked(true);
    assert_eq!(told.issues[0].verdict.as_deref(), Some("not_qualified"));
    assert!(told.issues[0].settled);
    for fact in ["right_type", "claimant_role", "right_in_force", "n_truth", "n_written"] {
        assert!(told.next.iter().any(|asked| asked == fact), "{fact}");
    }
    assert!(!told.next.iter().any(|asked| asked == "n_locate"));
}
