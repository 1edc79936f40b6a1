//! Comparing the law of two days: against decisions on both.
//!
//! Each property is listed in `tests/README.md`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/criteria.rs"]
mod criteria;
#[path = "support/random.rs"]
mod random;
#[path = "support/typed.rs"]
mod typed;

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use criteria::meets;
use proptest::prelude::*;
use random::on_random_facts;
use serde_json::json;
use typed::typed;
use zhengpin::author::load_folder;
use zhengpin::compare::{Comparison, Criterion, Difference, IssueComparison, compare};
use zhengpin::decide::{Decision, Facts, decide};
use zhengpin::describe::list;
use zhengpin::library::built_in;
use zhengpin::request::ListRequest;
use zhengpin::rulebook::{Imposed, Ledger, Read, Validity, Value, Variants};
use zhengpin::truth::Truth;

/// Two versions that follow each other, for every rulebook that decides.
fn neighbours() -> Vec<(String, String, String)> {
    let rulebooks = list(built_in(), &ListRequest::new()).unwrap().rulebooks;
    let deciding = rulebooks.into_iter().filter(|listed| !listed.issues.is_empty());
    deciding
        .flat_map(|listed| {
            let versions = listed.versions;
            let pairs: Vec<_> = versions
                .windows(2)
                .map(|two| (listed.rulebook.clone(), two[0].clone(), two[1].clone()))
                .collect();
            pairs
        })
        .collect()
}

fn compared(rulebook: &str, from: &str, to: &str, facts: &Facts) -> Comparison {
    let request =
        json!({"rulebook": rulebook, "from": from, "to": to, "facts": facts, "limit": 10_000});
    compare(built_in(), &typed(&request)).unwrap()
}

fn decided(rulebook: &str, day: &str, facts: &Facts) -> Decision {
    decide(built_in(), &typed(&json!({"rulebook": rulebook, "asOf": day, "facts": facts}))).unwrap()
}

/// The verdict, where it is settled. Of a day that did not come no comparison is known, so a
/// verdict may stay open although every question is answered.
fn verdict<'d>(decision: &'d Decision, issue: &str) -> Option<&'d str> {
    let answer = decision.issues.iter().find(|answer| answer.issue == issue)?;
    answer.verdict.as_deref().filter(|_| answer.settled)
}

fn issue<'c>(comparison: &'c Comparison, id: &str) -> &'c IssueComparison {
    comparison.issues.iter().find(|issue| issue.issue == id).unwrap()
}

/// Facts without the days from which it is told whether time still runs: a decision on another
/// day answers that anew, while a comparison asks what another law would say of the same facts.
fn on_either_day(rulebook: &str, day: &str, facts: &Facts) -> Facts {
    let description = random::described(rulebook, day);
    let counts = |id: &String| {
        let mut known = description.facts.iter();
        known.any(|fact| fact.id == *id && fact.deadlines.iter().any(|one| one == "appeal"))
    };
    facts.iter().filter(|(id, _)| !counts(id)).map(|(id, it)| (id.clone(), it.clone())).collect()
}

#[test]
fn exactly_the_facts_that_a_pattern_describes_get_another_verdict() {
    for (rulebook, from, to) in neighbours() {
        let all = compared(&rulebook, &from, &to, &Facts::new());
        on_random_facts((&rulebook, &to), 100, 0, |facts| {
            let facts = &on_either_day(&rulebook, &to, facts);
            let (before, after) =
                (decided(&rulebook, &from, facts), decided(&rulebook, &to, facts));
            for issue in &all.issues {
                let verdicts = verdict(&before, &issue.issue).zip(verdict(&after, &issue.issue));
                let Some((was, is)) = verdicts else { continue };
                let pair = |it: &Difference| it.from == was && it.to == is;
                prop_assert!(was == is || issue.differences.iter().any(pair), "{} {}", was, is);
                for it in &issue.differences {
                    let met = |pattern: &Vec<_>| pattern.iter().all(|one| meets(facts, one));
                    let told = it.patterns.iter().any(met);
                    prop_assert!(told == pair(it) || (!it.complete && !told), "{} {}", was, is);
                }
            }
            Ok(())
        });
    }
}

#[test]
fn a_user_is_concerned_exactly_if_some_answers_get_another_verdict() {
    for (rulebook, from, to) in neighbours() {
        on_random_facts((&rulebook, &to), 30, 0, |facts| {
            let facts = &on_either_day(&rulebook, &to, facts);
            let (before, after) =
                (decided(&rulebook, &from, facts), decided(&rulebook, &to, facts));
            let differs = |issue: &str| {
                let verdicts = verdict(&before, issue).zip(verdict(&after, issue));
                verdicts.map(|(was, is)| was != is)
            };
            for issue in &compared(&rulebook, &from, &to, facts).issues {
                if let Some(differs) = differs(&issue.issue) {
                    prop_assert_eq!(issue.concerned, Truth::from(differs));
                }
            }
            // With every second fact left open, what is said is true of this completion too.
            let half = facts.iter().step_by(2).map(|(id, value)| (id.clone(), value.clone()));
            for issue in &compared(&rulebook, &from, &to, &half.collect()).issues {
                let Some(differs) = differs(&issue.issue) else { continue };
                match issue.concerned {
                    Truth::Yes => prop_assert!(differs),
                    Truth::No => prop_assert!(!differs),
                    Truth::Unknown => {}
                }
            }
            Ok(())
        });
    }
}

#[test]
fn no_criterion_of_a_pattern_can_be_left_out() {
    for (rulebook, from, to) in neighbours() {
        let all = compared(&rulebook, &from, &to, &Facts::new());
        for told in &all.issues {
            for difference in &told.differences {
                for pattern in difference.patterns.iter().take(4) {
                    let ways = ways_to_meet(pattern);
                    let expect = |facts: &Facts| {
                        let all = compared(&rulebook, &from, &to, facts);
                        let is = issue(&all, &told.issue);
                        is.before == std::slice::from_ref(&difference.from)
                            && is.after == std::slice::from_ref(&difference.to)
                    };
                    assert!(ways.iter().all(expect), "{pattern:?} is not enough");
                    for left_out in pattern.iter().filter(|_| !ways.is_empty()) {
                        let without = |facts: &Facts| {
                            let mut less = facts.clone();
                            less.remove(&left_out.fact);
                            less
                        };
                        let spare = ways.iter().all(|facts| expect(&without(facts)));
                        assert!(!spare, "{left_out:?} can be left out of {pattern:?}");
                    }
                }
            }
        }
    }
}

/// Every way of meeting a pattern of yes/no facts, choices and numbers; none, where it needs
/// dates or sets.
fn ways_to_meet(pattern: &[Criterion]) -> Vec<Facts> {
    let mut ways = vec![Facts::new()];
    for criterion in pattern {
        let stated = stated(criterion);
        let longer = ways.iter().flat_map(|way| {
            stated.iter().map(|value| {
                let mut way = way.clone();
                way.insert(criterion.fact.clone(), value.clone());
                way
            })
        });
        ways = longer.collect();
    }
    ways
}

/// The values that meet a criterion on a yes/no fact or a choice, and one for a number.
fn stated(criterion: &Criterion) -> Vec<Value> {
    match (&criterion.from, &criterion.before) {
        (Some(Value::Number(from)), _) => vec![Value::Number(*from)],
        (None, Some(Value::Number(before))) => vec![Value::Number(before - 1)],
        _ => criterion.is.clone(),
    }
}

/// Source: revised Trademark Law, in force from 2027-01-01; nothing in it concerns patents.
#[test]
fn the_revised_trademark_law_changes_the_trademark_issue_alone() {
    let all = compared("cn/parallel-import", "2026-12-31", "2027-01-01", &Facts::new());
    for told in &all.issues {
        let expected = if told.issue == "trademark" { Truth::Unknown } else { Truth::No };
        assert_eq!(told.concerned, expected, "{}", told.issue);
        assert_eq!(told.differences.is_empty(), told.issue != "trademark");
    }
    let begun = &issue(&all, "trademark").begun.provisions;
    assert!(begun.iter().all(|citation| citation.provision.starts_with("tml-2026/")));
    assert!(!begun.is_empty());
}

/// Source: revised Trademark Law, in force from 2027-01-01: no new way to forbid a sale.
#[test]
fn nobody_who_did_not_infringe_comes_to_infringe_by_the_revised_trademark_law() {
    let all = compared("cn/parallel-import", "2026-12-31", "2027-01-01", &Facts::new());
    for difference in &issue(&all, "trademark").differences {
        assert_ne!(difference.to, "infringes");
    }
}

#[test]
fn one_day_compared_with_itself_differs_in_nothing() {
    for (rulebook, day, _) in neighbours() {
        let same = compared(&rulebook, &day, &day, &Facts::new());
        assert!(same.issues.iter().all(|issue| issue.concerned == Truth::No));
        assert_eq!(same.begun, same.ended);
        assert!(same.begun.provisions.is_empty());
    }
}

/// Source: Taobao's rule, versions of 2017-02-21 and later.
#[test]
fn a_rulebook_that_only_counts_is_compared_by_its_rules() {
    let told = compared("taobao/counterfeit", "2017-02-21", "2023-06-01", &Facts::new());
    assert!(told.issues.is_empty());
    assert!(!told.begun.provisions.is_empty());
}

/// Source: law/penalties.md B6 and B8: random checks stand only in the text that ended on
/// 2019-07-14, the limit of copyright complaints only in the one of 2022-02-24.
#[test]
fn tiers_that_begin_and_end_are_told() {
    let told = |from, to| compared("alibaba-com/counterfeit", from, to, &Facts::new());
    // Since windows are told as well, those that only these tiers use end and begin with them.
    let ended = told("2019-07-14", "2019-07-15").ended.ledger;
    let tiers = ["tier/serious_check", "tier/general_check"];
    let windows = ["window/general_checks_of_a_day", "window/serious_checks_of_a_day"];
    assert_eq!(ended, [tiers, windows].concat());
    let begun = told("2022-02-23", "2022-02-24").begun.ledger;
    assert_eq!(begun, ["tier/copyright_complaint", "window/complaints_of_a_day"]);
}

/// The rules of a ledger in force on a day, as its files say it, texts read as by default.
fn in_force(ledger: &Ledger, day: NaiveDate) -> BTreeSet<String> {
    let read = |read: &Read| read.iter().all(|(id, choice)| ledger.readings[id].default == *choice);
    let holds = |days: Validity, so: &Read| days.holds_on(day) && read(so);
    let imposed = |all: &[Imposed]| -> Vec<String> {
        let due = all.iter().filter(|one| holds(one.in_force, &one.read));
        due.flat_map(|one| one.measures.clone()).collect()
    };
    let mut rules = BTreeSet::new();
    let mut measures: Vec<String> = Vec::new();
    let mut add = |kind: &str, id: &str, so: bool| {
        if so {
            rules.insert(format!("{kind}/{id}"));
        }
        so
    };
    for (id, tier) in &ledger.tiers {
        if add("tier", id, tier.in_force.holds_on(day)) {
            measures.extend(imposed(&tier.measures));
            for one in &tier.windows {
                add("window", &one.window, holds(one.in_force, &one.read));
            }
        }
    }
    for (id, one) in &ledger.circumstances {
        if add("circumstance", id, one.in_force.holds_on(day)) {
            measures.extend(imposed(&one.imposes));
        }
    }
    for (id, one) in &ledger.nodes {
        if add("node", id, holds(one.in_force, &one.read)) {
            measures.extend(imposed(&one.imposes));
        }
    }
    for (id, one) in &ledger.closures {
        if add("closure", id, holds(one.in_force, &one.read)) {
            measures.extend(imposed(&one.imposes));
        }
    }
    for (id, one) in &ledger.repeats {
        add("repeat", id, one.in_force.holds_on(day));
    }
    for (id, one) in &ledger.strike_lives {
        add("strike_life", id, holds(one.in_force, &one.read));
    }
    for (id, one) in &ledger.year_ends {
        add("year_end", id, holds(one.in_force, &one.read));
    }
    for (id, one) in &ledger.books {
        add(
            "book",
            id,
            match &one.life {
                None => false,
                Some(Variants::One(_)) => true,
                Some(Variants::Many(lives)) => {
                    lives.iter().any(|one| holds(one.in_force, &one.read))
                }
            },
        );
    }
    for (id, one) in &ledger.charges {
        let share = match &one.percent {
            None | Some(Variants::One(_)) => true,
            Some(Variants::Many(all)) => all.iter().any(|one| holds(one.in_force, &one.read)),
        };
        add("charge", id, share && holds(one.in_force, &one.read));
    }
    for id in measures {
        add("measure", &id, true);
    }
    rules
}

/// Source: the rulebooks' own files: what is in force on one day and not on the other, computed
/// from the format, for every rulebook with a ledger and every two of its versions.
#[test]
fn every_rule_of_a_ledger_that_begins_or_ends_is_told() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    for rulebook in found.rulebooks.iter().map(|loaded| &loaded.value) {
        let Some(ledger) = rulebook.ledger.as_ref() else { continue };
        let listed = list(built_in(), &ListRequest::new()).unwrap().rulebooks;
        let listed = listed.into_iter().find(|one| one.rulebook == rulebook.rulebook).unwrap();
        for from in &listed.versions {
            for to in &listed.versions {
                let (before, after) = (from.parse().unwrap(), to.parse().unwrap());
                let (before, after) = (in_force(ledger, before), in_force(ledger, after));
                let told = compared(&rulebook.rulebook, from, to, &Facts::new());
                let about = format!("{} from {from} to {to}", rulebook.rulebook);
                let only = |here: &BTreeSet<String>, there: &BTreeSet<String>| -> Vec<String> {
                    here.difference(there).cloned().collect()
                };
                let sorted = |told: &[String]| {
                    let mut told = told.to_vec();
                    told.sort();
                    told
                };
                assert_eq!(sorted(&told.begun.ledger), only(&after, &before), "{about}");
                assert_eq!(sorted(&told.ended.ledger), only(&before, &after), "{about}");
                let kind = |rule: &String| rule.split('/').next().unwrap().to_owned();
                kinds.extend(told.begun.ledger.iter().map(kind));
            }
        }
    }
    // The rulebooks exercise these kinds.
    for kind in ["tier", "node", "year_end", "charge", "measure"] {
        assert!(kinds.contains(kind), "{kind}: {kinds:?}");
    }
}

/// Source: the rulebooks' own files: the duties in force on one day and not on the other, for
/// every rulebook that lists some and every two of its versions.
#[test]
fn every_duty_that_begins_or_ends_is_told() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let (mut begun, mut ended) = (0, 0);
    let listing = found.rulebooks.iter().map(|loaded| &loaded.value);
    for rulebook in listing.filter(|one| !one.duties.is_empty()) {
        let listed = list(built_in(), &ListRequest::new()).unwrap().rulebooks;
        let listed = listed.into_iter().find(|one| one.rulebook == rulebook.rulebook).unwrap();
        let in_force = |day: &str| -> Vec<&String> {
            let day = day.parse().unwrap();
            let held = rulebook.duties.iter().filter(|(_, duty)| duty.in_force.holds_on(day));
            held.map(|(id, _)| id).collect()
        };
        for from in &listed.versions {
            for to in &listed.versions {
                let (before, after) = (in_force(from), in_force(to));
                let told = compared(&rulebook.rulebook, from, to, &Facts::new());
                let about = format!("{} from {from} to {to}", rulebook.rulebook);
                let only = |here: &[&String], there: &[&String]| -> Vec<String> {
                    here.iter().filter(|id| !there.contains(id)).map(|id| (*id).clone()).collect()
                };
                assert_eq!(told.begun.duties, only(&after, &before), "{about}");
                assert_eq!(told.ended.duties, only(&before, &after), "{about}");
                begun += told.begun.duties.len();
                ended += told.ended.duties.len();
            }
        }
    }
    // Source: the notice of 2011 and Beijing's guide, whose duties have all lapsed.
    assert!(begun > 0 && ended > 0, "{begun} begun, {ended} ended");
}
