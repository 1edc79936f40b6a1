//! Two rulebooks compared: an edited copy against what it was made from.
//!
//! Each property is listed in `tests/README.md`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/criteria.rs"]
mod criteria;
#[path = "support/dice.rs"]
mod dice;
#[path = "support/typed.rs"]
mod typed;

use std::path::Path;

use criteria::meets;
use dice::Dice;
use serde_json::{Map, Value, json};
use typed::typed;
use zhengpin::answer;
use zhengpin::author::{load_folder, read_yaml};
use zhengpin::compare::{Changed, Comparison, Difference, IssueComparison, Rules, compare};
use zhengpin::compile::Library;
use zhengpin::decide::{Facts, decide};
use zhengpin::describe::list;
use zhengpin::library::built_in;
use zhengpin::own::own;
use zhengpin::request::ListRequest;
use zhengpin::truth::Truth;

/// A rulebook with every kind of fact, cut in every way.
const BASE: &str = "
rulebook: test/base
title: {zh: 原, en: base}
summary: {zh: 原, en: base}
as_of: 2026-01-01
in_force: {from: 2020-01-01}
groups:
  all: {title: {zh: 全, en: all}}
facts:
  sold: {kind: yes_no, group: all, ask: {zh: 售, en: sold}, proof: either, change: 'no'}
  role:
    kind: choice
    group: all
    ask: {zh: 身, en: role}
    choices: {owner: {zh: 主, en: owner}, agent: {zh: 代, en: agent}, none: {zh: 无, en: none}}
    proof: either
    change: 'no'
  papers:
    kind: set
    group: all
    ask: {zh: 证, en: papers}
    choices: {invoice: {zh: 票, en: invoice}, licence: {zh: 证, en: licence}}
    proof: either
    change: 'no'
  pieces: {kind: number, group: all, min: 0, max: 9, ask: {zh: 件, en: pieces}, proof: either, change: 'no'}
  asked: {kind: date, group: all, ask: {zh: 问, en: asked}, proof: either, change: 'no'}
  answered:
    kind: date
    group: all
    ask: {zh: 答, en: answered}
    choices: {never: {zh: 未, en: never}}
    proof: either
    change: 'no'
constraints:
  nothing_sold: {never: {all: [{sold: false}, {pieces: {at_least: 1}}]}, says: {zh: 不, en: no}}
elements:
  documented: {title: {zh: 证, en: documented}, any: [{papers: {has: invoice}}, {role: owner}], cite: [ecl/42/1]}
  many: {title: {zh: 多, en: many}, is: {pieces: {at_least: 5}}, cite: [ecl/42/1]}
  late:
    title: {zh: 迟, en: late}
    any: [{answered: never}, {answered: {after: {fact: asked, days: 30}}}, {asked: {on_or_after: 2025-01-01}}]
    cite: [ecl/42/1]
issues:
  goods:
    title: {zh: 货, en: goods}
    asks: {zh: 货, en: goods}
    verdicts:
      bad: {title: {zh: 坏, en: bad}, says: {zh: 坏, en: bad}, weight: severe, when: {all: [many, {not: documented}]}}
      fair: {title: {zh: 中, en: fair}, says: {zh: 中, en: fair}, weight: caution, unless: documented}
      good: {title: {zh: 好, en: good}, says: {zh: 好, en: good}, weight: clear, otherwise: true}
  time:
    title: {zh: 时, en: time}
    asks: {zh: 时, en: time}
    verdicts:
      late: {title: {zh: 迟, en: late}, says: {zh: 迟, en: late}, weight: severe, when: late}
      in_time: {title: {zh: 早, en: in time}, says: {zh: 早, en: in time}, weight: clear, otherwise: true}
";

/// With the version of the format, which the loader has taken out.
fn formatted(mut source: Value) -> Value {
    source["format"] = json!(1);
    source
}

fn base() -> Value {
    formatted(read_yaml(BASE).unwrap().0)
}

/// A copy of the rulebook after an edit.
fn edited(edits: &[&Edit]) -> Value {
    let mut copy = base();
    copy["rulebook"] = json!("test/copy");
    edits.iter().for_each(|edit| (edit.make)(&mut copy));
    copy
}

/// The rulebook and a copy of it.
fn library(copy: &Value) -> Library {
    own(built_in(), &json!([base(), copy]), "/with").sound().unwrap()
}

fn request(facts: &Facts) -> Value {
    json!({
        "rulebook": "test/base",
        "against": "test/copy",
        "from": "2026-01-01",
        "to": "2026-01-01",
        "facts": facts,
        "limit": 10_000,
    })
}

fn compared(library: &Library, facts: &Facts) -> Comparison {
    compare(library, &typed(&request(facts))).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn issue<'c>(comparison: &'c Comparison, id: &str) -> &'c IssueComparison {
    comparison.issues.iter().find(|issue| issue.issue == id).unwrap()
}

/// A change that an author might make.
struct Edit {
    name: &'static str,
    make: fn(&mut Value),
    /// The elements that it makes ask for something else.
    changed: &'static [&'static str],
}

const EDITS: &[Edit] = &[
    Edit {
        name: "a number",
        make: |copy| copy["elements"]["many"]["is"] = json!({"pieces": {"at_least": 3}}),
        changed: &["many"],
    },
    Edit {
        name: "a number that no rule tells from the other",
        make: |copy| copy["facts"]["pieces"]["max"] = json!(8),
        changed: &[],
    },
    Edit {
        name: "a day",
        make: |copy| {
            copy["elements"]["late"]["any"][2] = json!({"asked": {"on_or_after": "2024-06-01"}});
        },
        changed: &["late"],
    },
    Edit {
        name: "a time between days",
        make: |copy| {
            copy["elements"]["late"]["any"][1] =
                json!({"answered": {"after": {"fact": "asked", "days": 5}}});
        },
        changed: &["late"],
    },
    Edit {
        name: "a month instead of thirty days",
        make: |copy| {
            copy["elements"]["late"]["any"][1] =
                json!({"answered": {"after": {"fact": "asked", "months": 1}}});
        },
        changed: &["late"],
    },
    Edit {
        name: "more pieces than the other knows",
        make: |copy| {
            copy["facts"]["pieces"]["max"] = json!(100);
            copy["elements"]["many"]["is"] = json!({"pieces": {"at_least": 50}});
        },
        changed: &["many"],
    },
    Edit {
        name: "an exception",
        make: |copy| {
            copy["elements"]["documented"]["unless"] =
                json!([{"papers": {"none_of": ["licence"]}}]);
        },
        changed: &["documented"],
    },
    Edit {
        name: "the same verdicts in another order",
        make: |copy| {
            let verdicts = copy["issues"]["goods"]["verdicts"].as_object_mut().unwrap();
            let mut turned: Map<String, Value> = Map::new();
            for (id, key, rule) in [
                ("good", "when", json!("documented")),
                ("bad", "when", json!("many")),
                ("fair", "otherwise", json!(true)),
            ] {
                let mut verdict = verdicts[id].clone();
                let map = verdict.as_object_mut().unwrap();
                map.retain(|key, _| !["when", "unless", "otherwise"].contains(&key.as_str()));
                map.insert(key.to_owned(), rule);
                turned.insert(id.to_owned(), verdict);
            }
            *verdicts = turned;
        },
        changed: &[],
    },
    Edit {
        name: "a verdict of its own",
        make: |copy| {
            let verdicts = copy["issues"]["goods"]["verdicts"].as_object_mut().unwrap();
            let mut more: Map<String, Value> = Map::new();
            let mut sold = verdicts["bad"].clone();
            sold["when"] = json!({"all": ["sold", "many"]});
            more.insert("worst".to_owned(), sold);
            more.extend(verdicts.clone());
            *verdicts = more;
        },
        changed: &[],
    },
    Edit {
        name: "another order of choices, and one more",
        make: |copy| {
            copy["facts"]["role"]["choices"] = json!({
                "none": {"zh": "无", "en": "none"}, "heir": {"zh": "继", "en": "heir"},
                "owner": {"zh": "主", "en": "owner"}, "agent": {"zh": "代", "en": "agent"},
            });
            copy["elements"]["documented"]["any"][1] = json!({"role": ["heir", "owner", "none"]});
        },
        changed: &["documented"],
    },
    Edit {
        name: "one more member, listed first",
        make: |copy| {
            copy["facts"]["papers"]["choices"] = json!({
                "permit": {"zh": "许", "en": "permit"}, "invoice": {"zh": "票", "en": "invoice"},
                "licence": {"zh": "证", "en": "licence"},
            });
            copy["elements"]["documented"]["any"][0] =
                json!({"papers": {"has_any": ["permit", "licence"]}});
        },
        changed: &["documented"],
    },
    Edit {
        name: "a day that always comes",
        make: |copy| {
            copy["facts"]["answered"].as_object_mut().unwrap().shift_remove("choices");
            copy["elements"]["late"]["any"].as_array_mut().unwrap().remove(0);
        },
        // That the day did not come cannot be said of both.
        changed: &[],
    },
    Edit {
        name: "a fact of its own, asked first",
        make: |copy| {
            let mut facts: Map<String, Value> = Map::new();
            facts.insert("seized".to_owned(), copy["facts"]["sold"].clone());
            facts.extend(copy["facts"].as_object().unwrap().clone());
            copy["facts"] = Value::Object(facts);
            copy["elements"]["many"] = json!({
                "title": {"zh": "多", "en": "many"}, "cite": ["ecl/42/1"],
                "any": ["seized", {"pieces": {"at_least": 5}}],
            });
        },
        changed: &["many"],
    },
    Edit {
        name: "another constraint",
        make: |copy| {
            copy["constraints"]["owners_have_papers"] = json!({
                "never": {"all": [{"role": "owner"}, {"papers": {"none_of": ["invoice"]}}]},
                "says": {"zh": "不", "en": "no"},
            });
        },
        changed: &[],
    },
    Edit {
        name: "no constraint",
        make: |copy| {
            copy.as_object_mut().unwrap().shift_remove("constraints");
        },
        changed: &[],
    },
];

/// Complete facts, drawn by a die, of the rulebook that has more of them.
fn drawn(dice: &mut Dice, copy: &Value) -> Facts {
    let mut facts = Facts::new();
    for source in [&base(), copy] {
        for (id, fact) in source["facts"].as_object().unwrap() {
            let choices: Vec<&String> =
                fact["choices"].as_object().into_iter().flat_map(Map::keys).collect();
            let value = match fact["kind"].as_str().unwrap() {
                "yes_no" => json!(dice.one_in(2)),
                "choice" => json!(dice.of(&choices)),
                "set" => {
                    json!(choices.iter().filter(|_| dice.one_in(2)).collect::<Vec<_>>())
                }
                "number" => json!(dice.roll(10)),
                _ if !choices.is_empty() && dice.one_in(4) => json!(choices[0]),
                _ => json!(format!(
                    "202{}-0{}-0{}",
                    4 + dice.roll(2),
                    5 + dice.roll(2),
                    1 + dice.roll(9)
                )),
            };
            facts.insert(id.clone(), serde_json::from_value(value).unwrap());
        }
    }
    facts
}

/// What a rulebook decides on those of the facts that it knows: verdicts by issue, where they
/// are settled. None, if it refuses them.
fn decided(library: &Library, source: &Value, facts: &Facts) -> Option<Vec<Option<String>>> {
    let known = source["facts"].as_object().unwrap();
    let known = facts.iter().filter(|(id, _)| known.contains_key(*id));
    let known: Facts = known.map(|(id, value)| (id.clone(), value.clone())).collect();
    let request = json!({"rulebook": source["rulebook"], "facts": known});
    let decision = decide(library, &typed(&request)).ok()?;
    let verdicts = decision.issues.into_iter().map(|it| it.verdict.filter(|_| it.settled));
    Some(verdicts.collect())
}

/// Every edit, and every two of them that can be made together.
fn copies() -> Vec<(String, Value, Vec<&'static str>)> {
    let mut copies = Vec::new();
    for (index, one) in EDITS.iter().enumerate() {
        copies.push((one.name.to_owned(), edited(&[one]), one.changed.to_vec()));
        for other in &EDITS[index + 1..] {
            let changed = [one.changed, other.changed].concat();
            let name = format!("{}, {}", one.name, other.name);
            copies.push((name, edited(&[one, other]), changed));
        }
    }
    copies.retain(|(_, copy, _)| own(built_in(), &json!([base(), copy]), "/with").sound().is_ok());
    copies
}

#[test]
fn exactly_the_facts_that_a_pattern_describes_get_another_verdict() {
    let copies = copies();
    assert!(copies.len() > 60, "{}", copies.len());
    let (mut held, mut differing) = (0, 0);
    for (index, (name, copy, _)) in copies.iter().enumerate() {
        let library = library(copy);
        let all = compared(&library, &Facts::new());
        let mut dice = Dice(u64::try_from(index).unwrap());
        for _ in 0..80 {
            let facts = drawn(&mut dice, copy);
            let verdicts = decided(&library, &base(), &facts).zip(decided(&library, copy, &facts));
            let Some((before, after)) = verdicts else {
                // What one of them refuses cannot be compared.
                assert!(compare(&library, &typed(&request(&facts))).is_err(), "{name}: {facts:?}");
                continue;
            };
            let told = compared(&library, &facts);
            for (id, (was, is)) in ["goods", "time"].into_iter().zip(before.into_iter().zip(after))
            {
                let Some((was, is)) = was.zip(is) else { continue };
                held += 1;
                differing += u32::from(was != is);
                let concerned = issue(&told, id);
                assert_eq!(concerned.concerned, Truth::from(was != is), "{name}: {facts:?}");
                assert_eq!(concerned.before, std::slice::from_ref(&was));
                assert_eq!(concerned.after, std::slice::from_ref(&is));
                let pair = |it: &Difference| it.from == was && it.to == is;
                let differences = &issue(&all, id).differences;
                assert!(was == is || differences.iter().any(pair), "{name}: {facts:?}");
                for it in differences {
                    assert!(it.complete);
                    let met = |pattern: &Vec<_>| pattern.iter().all(|one| meets(&facts, one));
                    assert_eq!(it.patterns.iter().any(met), pair(it), "{name}: {facts:?}: {it:?}");
                }
            }
        }
    }
    assert!(held > 5_000 && differing > 300, "{held} {differing}");
}

#[test]
fn the_elements_that_ask_for_something_else_are_named() {
    for (name, copy, changed) in copies() {
        let told = compared(&library(&copy), &Facts::new()).against.unwrap();
        assert_eq!(told.rulebook, "test/copy");
        let mut changed = changed;
        changed.sort_by_key(|id| ["documented", "many", "late"].iter().position(|it| it == id));
        changed.dedup();
        assert_eq!(told.changed.elements, changed, "{name}");
        assert!(told.changed.alerts.is_empty() && told.changed.deadlines.is_empty());
    }
}

/// Every part of an alert and of a deadline that makes it mean something else, beside what
/// only its words and its sources say.
#[test]
fn alerts_and_deadlines_that_mean_something_else_are_named() {
    let with_alert = |make: &dyn Fn(&mut Value)| {
        let mut copy = edited(&[]);
        copy["alerts"] = json!({"stock": {
            "title": {"zh": "货", "en": "stock"}, "says": {"zh": "货", "en": "stock"},
            "verdicts": {"goods": ["bad", "fair"]}, "when": "many", "cite": ["ecl/42/1"],
        }});
        copy["deadlines"] = json!({"answer": {
            "title": {"zh": "答", "en": "answer"}, "says": {"zh": "答", "en": "answer"},
            "from": "asked", "count": {"working_days": 5}, "calendar": "china", "done": "answered",
            "who": "seller", "when": "sold", "cite": ["ecl/42/1"],
        }});
        make(&mut copy);
        copy
    };
    let mut original = with_alert(&|_| ());
    original["rulebook"] = json!("test/base");
    let changed = |make: &dyn Fn(&mut Value)| {
        let sources = json!([original, with_alert(make)]);
        let library = own(built_in(), &sources, "/with").sound().unwrap();
        compared(&library, &Facts::new()).against.unwrap().changed
    };
    let deadline = |key: &'static str, value: Value| {
        changed(&move |copy| copy["deadlines"]["answer"][key] = value.clone())
    };
    let alert = |key: &'static str, value: Value| {
        changed(&move |copy| copy["alerts"]["stock"][key] = value.clone())
    };
    let the_deadline = Changed { deadlines: vec!["answer".to_owned()], ..Changed::default() };
    assert_eq!(deadline("count", json!({"working_days": 10})), the_deadline);
    assert_eq!(deadline("who", json!("platform")), the_deadline);
    assert_eq!(deadline("moves", json!(true)), the_deadline);
    assert_eq!(deadline("from", json!("answered")), the_deadline);
    assert_eq!(deadline("when", json!({"sold": false})), the_deadline);
    // The same facts, said otherwise.
    assert_eq!(deadline("when", json!({"not": {"sold": false}})), Changed::default());
    assert_eq!(deadline("cite", json!(["ecl/42/2"])), Changed::default());
    assert_eq!(deadline("title", json!({"zh": "改", "en": "other"})), Changed::default());
    assert_eq!(alert("verdicts", json!({"goods": ["fair", "bad"]})), Changed::default());
    let the_alert = Changed { alerts: vec!["stock".to_owned()], ..Changed::default() };
    assert_eq!(alert("when", json!("sold")), the_alert);
    assert_eq!(alert("verdicts", json!({"goods": ["bad"]})), the_alert);
    assert_eq!(alert("cite", json!(["ecl/42/2"])), Changed::default());
    let turned = changed(&|copy| {
        (EDITS.iter().find(|edit| edit.name == "the same verdicts in another order").unwrap().make)(
            copy,
        );
    });
    assert_eq!(turned, Changed::default());
}

#[test]
fn what_is_said_in_another_order_makes_no_difference() {
    let names =
        ["the same verdicts in another order", "a number that no rule tells from the other"];
    for name in names {
        let edit = EDITS.iter().find(|edit| edit.name == name).unwrap();
        let told = compared(&library(&edited(&[edit])), &Facts::new());
        assert!(told.issues.iter().all(|issue| issue.concerned == Truth::No), "{name}");
    }
}

/// One edit, and exactly the pattern that it concerns.
#[test]
fn a_number_that_was_edited_concerns_the_numbers_between() {
    let told = compared(&library(&edited(&[&EDITS[0]])), &Facts::new());
    let goods = issue(&told, "goods");
    let [difference] = goods.differences.as_slice() else { panic!("{goods:?}") };
    assert_eq!((difference.from.as_str(), difference.to.as_str()), ("fair", "bad"));
    let patterns = serde_json::to_value(&difference.patterns).unwrap();
    assert_eq!(
        patterns,
        json!([[
            {"fact": "role", "is": ["agent", "none"]},
            {"fact": "papers", "lacks": "invoice"},
            {"fact": "pieces", "from": 3, "before": 5},
        ]])
    );
    assert_eq!(issue(&told, "time").concerned, Truth::No);
    assert!(issue(&told, "time").differences.is_empty());
}

#[test]
fn what_only_one_of_the_rulebooks_has_is_named() {
    let mut copy = edited(&[]);
    copy["elements"].as_object_mut().unwrap().insert(
        "seized".to_owned(),
        json!({"title": {"zh": "扣", "en": "seized"}, "is": "sold", "cite": ["ecl/42/2"]}),
    );
    let issues = copy["issues"].as_object_mut().unwrap();
    let mut goods = issues.shift_remove("goods").unwrap();
    goods["verdicts"]["bad"]["when"] = json!("seized");
    issues.insert("seizure".to_owned(), goods);
    copy["elements"].as_object_mut().unwrap().shift_remove("many");
    copy["elements"].as_object_mut().unwrap()["documented"]["cite"] = json!(["ecl/42/2"]);
    let told = compared(&library(&copy), &Facts::new());
    assert_eq!(told.begun.elements, ["seized"]);
    assert_eq!(told.ended.elements, ["many"]);
    let provisions = |rules: &Rules| -> Vec<String> {
        rules.provisions.iter().map(|it| it.provision.clone()).collect()
    };
    assert_eq!(provisions(&told.begun), ["ecl/42/2"]);
    assert!(provisions(&told.ended).is_empty());
    let ids: Vec<&str> = told.issues.iter().map(|it| it.issue.as_str()).collect();
    assert_eq!(ids, ["goods", "time", "seizure"]);
    for (id, before, after) in [("goods", 3, 0), ("seizure", 0, 3)] {
        let only = issue(&told, id);
        assert_eq!((only.before.len(), only.after.len()), (before, after));
        assert_eq!((only.concerned, only.differences.len()), (Truth::Yes, 0));
    }
}

/// Source: Civil Code art. 202: a month ends on the corresponding day, so it is longer or
/// shorter than thirty days.
#[test]
fn a_month_and_thirty_days_are_told_apart_in_one_rulebook() {
    let mut copy = edited(&[]);
    copy["elements"]["late"]["any"] =
        json!([{"answered": {"after": {"fact": "asked", "days": 30}}}]);
    let mut in_months = copy["elements"]["late"].clone();
    in_months["any"] = json!([{"answered": {"after": {"fact": "asked", "months": 1}}}]);
    copy["elements"]["late_by_months"] = in_months;
    let mut issue = copy["issues"]["time"].clone();
    issue["verdicts"]["late"]["when"] = json!("late_by_months");
    copy["issues"]["months"] = issue;
    let library = library(&copy);
    for (asked, answered, by_days, by_months) in [
        ("2026-02-01", "2026-03-01", "in_time", "in_time"),
        ("2026-02-01", "2026-03-03", "in_time", "late"),
        ("2026-02-01", "2026-03-04", "late", "late"),
        ("2026-01-01", "2026-02-01", "late", "in_time"),
    ] {
        let facts = json!({"asked": asked, "answered": answered});
        let facts: Facts = serde_json::from_value(facts).unwrap();
        let verdicts = decided(&library, &copy, &facts).unwrap();
        let told: Vec<&str> = verdicts[1..].iter().map(|it| it.as_deref().unwrap()).collect();
        assert_eq!(told, [by_days, by_months], "{asked} {answered}");
    }
}

/// The rulebooks of the project, as their authors wrote them.
fn sources() -> Vec<Value> {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    found.rulebooks.iter().map(|loaded| Value::Object(loaded.source().clone())).collect()
}

fn copied(source: &Value) -> Value {
    let mut copy = formatted(source.clone());
    copy["rulebook"] = json!("test/copy");
    copy
}

#[test]
fn an_identical_copy_differs_in_nothing() {
    for source in sources() {
        let copy = copied(&source);
        let library = own(built_in(), &json!([copy]), "/with").sound().unwrap().beside(built_in());
        let day = &source["as_of"];
        let told = compare(
            &library,
            &typed(
                &json!({"rulebook": source["rulebook"], "against": "test/copy", "from": day, "to": day}),
            ),
        );
        let told = told.unwrap_or_else(|problems| panic!("{}: {problems:?}", source["rulebook"]));
        for issue in &told.issues {
            assert_eq!(issue.concerned, Truth::No, "{}", issue.issue);
            assert_eq!(issue.before, issue.after);
            assert!(issue.differences.is_empty());
        }
        assert_eq!((&told.begun, &told.ended), (&Rules::default(), &Rules::default()));
        assert_eq!(told.against.unwrap().changed, Changed::default());
    }
}

/// Comparing a rulebook on two days and comparing it with a copy on the second day are two
/// ways to the same answer.
#[test]
fn a_copy_on_another_day_differs_as_the_days_do() {
    let mut compared_days = 0;
    for listed in list(built_in(), &ListRequest::new()).unwrap().rulebooks {
        if listed.issues.is_empty() {
            continue;
        }
        let sources = sources();
        let source = sources.iter().find(|it| it["rulebook"] == listed.rulebook.as_str()).unwrap();
        let library =
            own(built_in(), &json!([copied(source)]), "/with").sound().unwrap().beside(built_in());
        for days in listed.versions.windows(2) {
            let mut request = json!({"rulebook": listed.rulebook, "from": days[0], "to": days[1]});
            let by_days = compare(&library, &typed(&request)).unwrap();
            request["against"] = json!("test/copy");
            let by_copy = compare(&library, &typed(&request)).unwrap();
            assert_eq!(by_copy.issues, by_days.issues, "{} {days:?}", listed.rulebook);
            assert_eq!((&by_copy.begun, &by_copy.ended), (&by_days.begun, &by_days.ended));
            compared_days += 1;
        }
    }
    assert!(compared_days > 3);
}

#[test]
fn rulebooks_that_cannot_be_compared_are_refused() {
    let ask = |copy: &Value, change: &dyn Fn(&mut Value)| {
        let mut request = request(&Facts::new());
        change(&mut request);
        request["with"] = json!([base(), copy]);
        let answer: Value = serde_json::from_str(&answer::compare(&request.to_string())).unwrap();
        let error = &answer["error"];
        (
            error["code"].as_str().unwrap_or("").to_owned(),
            error["path"].as_str().unwrap_or("").to_owned(),
        )
    };
    let told = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    let same = edited(&[]);
    assert_eq!(ask(&same, &|_| ()), told("", ""));
    let other_kind = {
        let mut copy = edited(&[]);
        let sold = copy["facts"]["sold"].clone();
        copy["facts"]["pieces"] = sold;
        copy["elements"]["many"]["is"] = json!("pieces");
        copy.as_object_mut().unwrap().shift_remove("constraints");
        copy
    };
    assert_eq!(ask(&other_kind, &|_| ()), told("facts_differ", "/against"));
    let no_common_range = {
        let mut copy = edited(&[]);
        copy["facts"]["pieces"]["min"] = json!(10);
        copy["facts"]["pieces"]["max"] = json!(20);
        copy["elements"]["many"]["is"] = json!({"pieces": {"at_least": 15}});
        copy.as_object_mut().unwrap().shift_remove("constraints");
        copy
    };
    assert_eq!(ask(&no_common_range, &|_| ()), told("facts_differ", "/against"));
    let no_common_choice = {
        let mut copy = edited(&[]);
        let word = json!({"zh": "他", "en": "other"});
        copy["facts"]["role"]["choices"] = json!({"maker": word, "dealer": word});
        copy["elements"]["documented"]["any"][1] = json!({"role": "maker"});
        copy
    };
    assert_eq!(ask(&no_common_choice, &|_| ()), told("facts_differ", "/against"));
    let nothing_in_common = {
        let mut copy = edited(&[]);
        copy["facts"]["sold"]["ask"] = json!({"zh": "卖", "en": "sells"});
        let never = json!({"any": ["sold", {"pieces": {"at_most": 0}}]});
        copy["constraints"]["nobody_sells"] =
            json!({"never": never, "says": {"zh": "不", "en": "no"}});
        copy.as_object_mut().unwrap()["constraints"]
            .as_object_mut()
            .unwrap()
            .shift_remove("nothing_sold");
        copy["elements"]["many"]["is"] = json!({"pieces": {"at_least": 2}});
        copy
    };
    assert_eq!(ask(&nothing_in_common, &|_| ()), told("nothing_in_common", "/against"));
    let unknown = told("unknown_rulebook", "/against");
    assert_eq!(ask(&same, &|request| request["against"] = json!("test/none")), unknown);
    let wrong = told("wrong_type", "/against");
    assert_eq!(ask(&same, &|request| request["against"] = json!(1)), wrong);
    let early = told("not_in_force", "/to");
    assert_eq!(ask(&same, &|request| request["to"] = json!("2019-12-31")), early);
    let unknown = told("unknown_fact", "/facts/nobody_asks");
    assert_eq!(ask(&same, &|request| request["facts"]["nobody_asks"] = json!(true)), unknown);
    let contradictory = told("contradictory_facts", "/facts/sold");
    let facts = json!({"sold": false, "pieces": 1});
    assert_eq!(ask(&same, &|request| request["facts"] = facts.clone()), contradictory);
}

/// Of two rulebooks that a request names, one may be built in though it brings the other.
#[test]
fn a_rulebook_that_is_brought_can_be_held_against_a_built_in_one() {
    let sources = sources();
    let source = sources.iter().find(|it| it["rulebook"] == "cn/complaint").unwrap();
    let mut request = json!({
        "with": [copied(source)], "rulebook": "cn/complaint", "against": "test/copy",
        "from": "2026-11-22", "to": "2026-11-22",
    });
    let told: Value = serde_json::from_str(&answer::compare(&request.to_string())).unwrap();
    assert_eq!(
        told["against"],
        json!({
            "rulebook": "test/copy",
            "neverInForce": false,
            "changed": {"elements": [], "alerts": [], "deadlines": []},
        })
    );
    // Without the second rulebook only what the request brings is asked, as everywhere.
    request.as_object_mut().unwrap().shift_remove("against");
    let told: Value = serde_json::from_str(&answer::compare(&request.to_string())).unwrap();
    assert_eq!(told["error"]["code"], "unknown_rulebook");
}
