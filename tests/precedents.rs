//! Decided cases near to facts. The laws of nearness hold over all cases that are built in and
//! over random facts; a second implementation reads the files.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

#[path = "support/dice.rs"]
mod dice;
#[path = "support/precedents_oracle.rs"]
mod precedents_oracle;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use zhengpin::answer;
use zhengpin::author::read_yaml;

use dice::Dice;
use precedents_oracle::{DecidedCase, cases, distance, nearest};

const DAY: &str = "2026-11-22";

fn ask(request: &Value) -> Value {
    serde_json::from_str(&answer::precedents(&request.to_string())).unwrap()
}

/// Every case on an issue, held against facts.
fn all(rulebook: &str, issue: &str, facts: &Map<String, Value>) -> Value {
    let request =
        json!({"rulebook": rulebook, "issue": issue, "asOf": DAY, "facts": facts, "most": 1000});
    let answer = ask(&request);
    assert!(answer["error"].is_null(), "{answer}");
    answer
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

/// The issues on which cases were decided, each with these.
fn issues() -> Vec<(String, String, Vec<DecidedCase>)> {
    let all = cases();
    let pairs: BTreeSet<_> = all
        .iter()
        .flat_map(|case| case.held.keys().map(|issue| (case.rulebook.clone(), issue.clone())))
        .collect();
    let on = |rulebook: &str, issue: &str| {
        let on = |case: &&DecidedCase| case.rulebook == rulebook && case.held.contains_key(issue);
        all.iter().filter(on).cloned().collect()
    };
    pairs
        .into_iter()
        .map(|(rulebook, issue)| {
            let on = on(&rulebook, &issue);
            (rulebook, issue, on)
        })
        .collect()
}

/// Random facts of an issue: yes or no, and choices. About half are open.
fn drawn(rulebook: &str, dice: &mut Dice) -> Map<String, Value> {
    let described = json!({"rulebook": rulebook, "asOf": DAY});
    let described: Value = serde_json::from_str(&answer::describe(&described.to_string())).unwrap();
    let mut facts = Map::new();
    for fact in described["facts"].as_array().unwrap() {
        let value = match fact["kind"].as_str().unwrap() {
            "yes_no" => json!(dice.one_in(2)),
            "choice" => json!(dice.of(&list(&fact["choices"]))),
            _ => continue,
        };
        if dice.one_in(2) {
            let id = fact["id"].as_str().unwrap();
            facts.insert(id.to_owned(), value);
            // What cannot be true together is not asked.
            let request = json!({"rulebook": rulebook, "asOf": DAY, "facts": facts, "issues": []});
            if answer::decide(&request.to_string()).contains("contradictory_facts") {
                facts.remove(id);
            }
        }
    }
    facts
}

/// A second implementation over the files: the same cases in the same order, with the same facts
/// shared, different and open.
#[test]
fn the_nearest_cases_are_those_that_the_files_give() {
    let mut dice = Dice(11);
    for (rulebook, issue, decided) in issues() {
        for _ in 0..6 {
            let facts = drawn(&rulebook, &mut dice);
            let answer = all(&rulebook, &issue, &facts);
            let depends = list(&answer["facts"]);
            let expected = nearest(&decided, &depends, &facts);
            let told = answer["nearest"].as_array().unwrap();
            let ids: Vec<_> = told.iter().map(|one| one["case"].as_str().unwrap()).collect();
            let expected_ids: Vec<_> = expected.iter().map(|one| one.id.as_str()).collect();
            assert_eq!(ids, expected_ids, "{rulebook} {issue} {facts:?}");
            for (one, other) in told.iter().zip(&expected) {
                for (key, list_of) in [
                    ("shared", &other.shared),
                    ("differs", &other.differs),
                    ("asked", &other.asked),
                    ("silent", &other.silent),
                ] {
                    assert_eq!(list(&one[key]), *list_of, "{rulebook} {issue} {}", other.id);
                }
            }
        }
    }
}

/// Laws: a case's own facts are at no distance from it, and nothing nearer comes before it; what
/// two cases share and where they differ does not depend on which of them asks.
#[test]
fn a_case_is_nearest_to_itself_and_nearness_has_no_direction() {
    for (rulebook, issue, decided) in issues() {
        let answers: Vec<Value> =
            decided.iter().map(|case| all(&rulebook, &issue, &case.facts)).collect();
        let of = |asking: usize, id: &str| {
            let told = answers[asking]["nearest"].as_array().unwrap();
            let place = told.iter().position(|one| one["case"] == *id).unwrap();
            (place, &told[place])
        };
        for (at, case) in decided.iter().enumerate() {
            let (place, itself) = of(at, &case.id);
            let known = list(&answers[at]["facts"]);
            let known = known.iter().filter(|fact| case.facts.contains_key(**fact));
            assert_eq!(list(&itself["shared"]), known.copied().collect::<Vec<_>>(), "{}", case.id);
            assert_eq!((distance(itself).1, distance(itself).2), (0, 0), "{}", case.id);
            let before = &answers[at]["nearest"].as_array().unwrap()[..place];
            assert!(before.iter().all(|one| distance(one) <= distance(itself)), "{}", case.id);
            for (other_at, other) in decided.iter().enumerate() {
                let (_, there) = of(at, &other.id);
                let (_, here) = of(other_at, &case.id);
                assert_eq!(there["shared"], here["shared"], "{} {}", case.id, other.id);
                assert_eq!(there["differs"], here["differs"], "{} {}", case.id, other.id);
                assert_eq!(there["asked"], here["silent"], "{} {}", case.id, other.id);
            }
        }
    }
}

/// Laws: a fact on which the issue does not depend changes nothing; what is unknown is never
/// different, so that taking a fact away makes nothing different that was not.
#[test]
fn what_the_issue_does_not_ask_changes_nothing_and_unknown_is_never_different() {
    let mut dice = Dice(5);
    for (rulebook, issue, _) in issues() {
        let nothing = all(&rulebook, &issue, &Map::new());
        for one in nothing["nearest"].as_array().unwrap() {
            assert!(list(&one["differs"]).is_empty() && list(&one["silent"]).is_empty());
        }
        for _ in 0..3 {
            let facts = drawn(&rulebook, &mut dice);
            let answer = all(&rulebook, &issue, &facts);
            let depends = list(&answer["facts"]);
            let mut only = facts.clone();
            only.retain(|fact, _| depends.contains(&fact.as_str()));
            assert_eq!(all(&rulebook, &issue, &only)["nearest"], answer["nearest"]);
            let Some(dropped) = only.keys().next().cloned() else { continue };
            only.remove(&dropped);
            let less = all(&rulebook, &issue, &only);
            for one in less["nearest"].as_array().unwrap() {
                let told = answer["nearest"].as_array().unwrap();
                let more = told.iter().find(|other| other["case"] == one["case"]).unwrap();
                let differs = list(&more["differs"]);
                assert!(list(&one["differs"]).iter().all(|fact| differs.contains(fact)));
                assert!(!list(&one["differs"]).contains(&dropped.as_str()));
            }
        }
    }
}

/// The case in point comes first, however little is known of others; nothing is near to no facts.
///
/// Source: `parallel-imports#t5j` and the files of the cases: the
/// facts asked are those by which each was decided.
#[test]
fn the_case_in_point_comes_first() {
    let first = |rulebook: &str, issue: &str, facts: Value| {
        let request = json!({"rulebook": rulebook, "issue": issue, "asOf": DAY, "facts": facts});
        let answer = ask(&request);
        let told = answer["nearest"].as_array().unwrap();
        assert!(told.iter().all(|one| !list(&one["shared"]).is_empty()), "{answer}");
        told.first().map(|one| one["case"].as_str().unwrap().to_owned())
    };
    let imports = |facts: Value| first("cn/parallel-import", "trademark", facts);
    let pattern = json!({
        "cn_label_uses_cn_mark": true, "goods_genuine": "yes", "source_owner_relation": "same_group",
        "cn_mark_sold_under": false, "cn_mark_registered": true,
    });
    assert_eq!(imports(pattern).as_deref(), Some("coronita_2020"));
    let codes = json!({"code_removed": "lot_trace", "code_removal_disclosed": false});
    assert_eq!(imports(codes).as_deref(), Some("absolut_2013"));
    let reasons = json!({"m_false_opinion": true, "m_conflict_reason": true});
    assert_eq!(first("cn/complaint", "notifier", reasons).as_deref(), Some("lancang-gucha"));
    assert_eq!(imports(json!({})), None);
    // Who says how many is told as many.
    assert_eq!(
        all("cn/parallel-import", "trademark", &Map::new())["nearest"].as_array().unwrap().len(),
        cases()
            .iter()
            .filter(
                |case| case.rulebook == "cn/parallel-import" && case.held.contains_key("trademark")
            )
            .count()
    );
}

/// Where the cases went more than one way, the nearest of each is told however few are asked for.
#[test]
fn of_every_way_the_nearest_is_told() {
    let mut split = 0;
    for (rulebook, issue, decided) in issues() {
        for case in &decided {
            let whole = all(&rulebook, &issue, &case.facts);
            let request = json!({"rulebook": rulebook, "issue": issue, "asOf": DAY, "facts": case.facts, "most": 0});
            let answer = ask(&request);
            assert_eq!((&answer["ways"], &answer["decided"]), (&whole["ways"], &whole["decided"]));
            let told = answer["nearest"].as_array().unwrap();
            let mut expected = BTreeSet::new();
            for way in answer["ways"].as_array().unwrap() {
                let of_way =
                    |one: &&Value| list(&one["held"]).contains(&way["verdict"].as_str().unwrap());
                let all = whole["nearest"].as_array().unwrap();
                assert_eq!(way["cases"], all.iter().filter(of_way).count());
                expected.insert(all.iter().find(of_way).unwrap()["case"].as_str().unwrap());
            }
            let ids: BTreeSet<_> = told.iter().map(|one| one["case"].as_str().unwrap()).collect();
            assert_eq!(ids, expected);
            split += usize::from(answer["ways"].as_array().unwrap().len() > 1);
        }
    }
    assert!(split > 50, "{split}");
}

/// What is said of each case is what `decide` says of its facts: the rules agree where they give
/// the verdict held, contradict where they exclude it, and are open otherwise.
///
/// Source: issue 10, "cases kept apart agree or stay open, none contradicts". The one that does
/// was decided before 2010 and is said to have been reversed.
#[test]
fn the_rules_agree_or_stay_open_but_for_one_case_of_older_law() {
    let mut contradicted = Vec::new();
    let mut counted = [0, 0, 0];
    for (rulebook, issue, decided) in issues() {
        let answer = all(&rulebook, &issue, &Map::new());
        for case in &decided {
            let request = json!({"rulebook": rulebook, "asOf": DAY, "facts": case.facts, "presume": true, "issues": [issue]});
            let decision: Value =
                serde_json::from_str(&answer::decide(&request.to_string())).unwrap();
            assert!(decision["error"].is_null(), "{}: {decision}", case.id);
            let decided = &decision["issues"][0];
            let held = &case.held[&issue];
            let told = answer["nearest"].as_array().unwrap();
            let told = told.iter().find(|one| one["case"] == *case.id).unwrap();
            assert_eq!(told["facts"], json!(case.facts), "{}", case.id);
            assert_eq!(list(&told["held"]), *held, "{}", case.id);
            let verdict = decided["verdict"].as_str().filter(|_| decided["settled"] == true);
            assert_eq!(told["verdict"].as_str(), verdict, "{}", case.id);
            assert_eq!(told["missing"], decision["next"], "{}", case.id);
            let possible = list(&decided["possible"]);
            let came_out = |verdict: &str| held.iter().any(|held| held == verdict);
            let expected = match verdict {
                Some(verdict) if came_out(verdict) => "agrees",
                Some("unsettled") => "open",
                None if possible.iter().any(|one| came_out(one) || *one == "unsettled") => "open",
                _ => "contradicts",
            };
            assert_eq!(told["agreement"], expected, "{}", case.id);
            let at = ["agrees", "open", "contradicts"].iter().position(|one| *one == expected);
            counted[at.unwrap()] += 1;
            if expected == "contradicts" {
                contradicted.push(format!("{}/{}", case.rulebook, case.id));
            }
        }
    }
    println!("agrees, open, contradicts: {counted:?}");
    assert_eq!(contradicted, ["cn/complaint/friendship-press-taobao"]);
    assert!(counted[0] > 80, "{counted:?}");
}

/// What a file of reported cases first says of a case is what the case's own file says: of no
/// fact do they say different things.
#[test]
fn scenarios_and_files_say_the_same_of_a_case() {
    let cases = cases();
    let mut compared = BTreeSet::new();
    for folder in ["cn-complaint", "cn-parallel-import"] {
        for file in std::fs::read_dir(format!("tests/scenarios/{folder}")).unwrap() {
            let path = file.unwrap().path();
            if !path.file_name().unwrap().to_str().unwrap().starts_with("reported") {
                continue;
            }
            let (value, _) = read_yaml(&std::fs::read_to_string(path).unwrap()).unwrap();
            for scenario in value["scenarios"].as_array().unwrap() {
                let named = scenario["source"].as_str().and_then(|one| one.strip_prefix("case:"));
                let case = |one: &&DecidedCase| {
                    Some(format!("{}/{}", one.rulebook, one.id).as_str()) == named
                };
                let Some(case) = cases.iter().find(case) else { continue };
                if !compared.insert((&case.rulebook, &case.id)) {
                    continue;
                }
                for (fact, value) in scenario["facts"].as_object().unwrap() {
                    assert!(
                        case.facts.get(fact).is_none_or(|own| own == value),
                        "{} {fact}",
                        case.id
                    );
                }
            }
        }
    }
    assert!(compared.len() >= 70, "{}", compared.len());
}
