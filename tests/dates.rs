//! Facts that dates answer, and dates that bound each other.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/dice.rs"]
mod dice;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{Days, NaiveDate};
use dice::Dice;
use serde_json::{Map, Value, json};
use zhengpin::answer;
use zhengpin::author::load_folder;
use zhengpin::rulebook::{Comparison, Condition, DateBound, Kind, Rulebook, Test};

fn asked(rulebook: &str, day: &str, facts: &Value, issue: &str) -> Value {
    let request = json!({"rulebook": rulebook, "asOf": day, "facts": facts, "issues": [issue]});
    serde_json::from_str(&answer::decide(&request.to_string())).unwrap()
}

/// The verdicts still possible; none, where the facts are refused as contradictory.
fn possible(answer: &Value) -> Option<Vec<String>> {
    if let Some(error) = answer.get("error") {
        assert_eq!(error["code"], "contradictory_facts", "{answer}");
        return None;
    }
    let possible = answer["issues"][0]["possible"].as_array().unwrap();
    let mut possible: Vec<String> =
        possible.iter().map(|one| one.as_str().unwrap().to_owned()).collect();
    possible.sort();
    Some(possible)
}

fn refused(answer: &Value) -> Vec<String> {
    let error = &answer["error"];
    let more = error["more"].as_array().unwrap().iter();
    let paths = std::iter::once(error).chain(more).map(|one| one["path"].as_str().unwrap());
    paths.map(|path| path.strip_prefix("/facts/").unwrap().to_owned()).collect()
}

/// An appeal that lacks nothing but time.
fn appeal(more: &Value) -> Value {
    let mut facts = json!({"stage": "after_penalty", "channel": "finding_entry"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    facts
}

fn appealed(day: &str, facts: &Value) -> Value {
    asked("taobao/findings", day, &appeal(facts), "appeal")
}

// Source: review-use.md, A1.3: the notice arrived on 2 November 2026, three working days end on
// the fifth, and beside it stood "you can still appeal, settled".
#[test]
fn time_that_has_passed_and_an_appeal_that_is_open_do_not_stand_on_one_page() {
    let facts = json!({"appeals_made": "none", "within_period": true, "told_on": "2026-11-02"});
    let answer = appealed("2026-11-28", &facts);
    assert_eq!(answer["issues"][0]["settled"], false, "{answer}");
    let said = &answer["byDates"][0];
    assert_eq!(said["fact"], "within_period");
    assert_eq!((&said["value"], &said["bearing"]), (&json!(false), &json!("contradicts")));
    assert_eq!((&said["earliest"], &said["latest"]), (&json!("2026-11-05"), &json!("2026-11-05")));
    assert_eq!(said["from"], json!(["told_on", "appeal_filed_on"]));
    // What decides is what the notice itself says.
    assert_eq!(said["open"], json!(["appeal_until"]));
    assert_eq!(answer["next"], json!(["appeal_until"]));
    assert!(!said["citations"].as_array().unwrap().is_empty());
    // A day stated in the notice prevails over the working days.
    let mut longer = facts.clone();
    longer["appeal_until"] = json!("2026-12-05");
    let answer = appealed("2026-11-28", &longer);
    assert_eq!(possible(&answer).unwrap(), ["open"]);
    assert_eq!(answer["byDates"][0]["bearing"], "agrees");
    // And where nothing is left open, the answer cannot be true together with the days.
    let mut none = facts;
    none["appeal_until"] = json!("none");
    let named = refused(&appealed("2026-11-28", &none));
    assert_eq!(named, ["appeals_made", "within_period", "told_on", "appeal_until"]);
}

/// What the dates say by themselves, told apart by hand: whether the appeal is in time, where
/// nothing open can turn it.
fn in_time(today: i32, due: Option<i32>, filed: Stated) -> Option<bool> {
    let due = due?;
    match filed {
        Stated::On(filed) if filed <= due => Some(true),
        _ if today <= due => Some(true),
        Stated::Open => None,
        Stated::Never | Stated::On(_) => Some(false),
    }
}

/// What is stated of a date.
#[derive(Clone, Copy)]
enum Stated {
    Open,
    Never,
    On(i32),
}

// Source: the hint of the question: what the notice states counts, and for an appeal that was
// filed the day of filing; the reading of the deadline: three working days otherwise.
#[test]
fn every_combination_of_days_answers_as_told_apart_by_hand() {
    // A Monday in a month without holidays; the third working day after it is the Thursday.
    let monday = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
    let day = |n: i32| (monday + Days::new(u64::try_from(n).unwrap())).to_string();
    let until = [Stated::Open, Stated::Never, Stated::On(1), Stated::On(8)];
    let filed = [0, 3, 4, 9].map(Stated::On);
    let filed = [&[Stated::Open, Stated::Never], filed.as_slice()].concat();
    let mut settled = 0;
    for told in [false, true] {
        for today in 0..12 {
            for until in until {
                for &filed in &filed {
                    let mut facts = json!({"appeals_made": "one"});
                    let mut put = |id: &str, value: Stated| match value {
                        Stated::Open => {}
                        Stated::Never => facts[id] = json!("none"),
                        Stated::On(it) => facts[id] = json!(day(it)),
                    };
                    put("told_on", if told { Stated::On(0) } else { Stated::Open });
                    put("appeal_until", until);
                    put("appeal_filed_on", filed);
                    let due = match until {
                        Stated::On(last) => Some(last),
                        Stated::Never if told => Some(3),
                        _ => None,
                    };
                    let expected = in_time(today, due, filed);
                    let answer = appealed(&day(today), &facts);
                    let verdicts: &[&str] = match expected {
                        Some(true) => &["open"],
                        Some(false) => &["out_of_time"],
                        None => &["open", "out_of_time"],
                    };
                    assert_eq!(possible(&answer).unwrap(), verdicts, "{today} {facts}");
                    let said = answer["byDates"].as_array().unwrap();
                    let settles = said.iter().any(|one| one["bearing"] == "settles");
                    assert_eq!(settles, expected.is_some(), "{today} {facts}");
                    let next = answer["next"].as_array().unwrap();
                    assert_eq!(next.is_empty(), expected.is_some());
                    settled += i32::from(settles);
                    // The reason is made of what was given, and is enough by itself.
                    let because = answer["issues"][0]["because"].as_array().unwrap();
                    let all = appeal(&facts);
                    let keep = because.iter().map(|id| id.as_str().unwrap());
                    let alone: Map<String, Value> =
                        keep.map(|id| (id.to_owned(), all[id].clone())).collect();
                    if expected.is_some() {
                        let alone = asked("taobao/findings", &day(today), &json!(alone), "appeal");
                        assert_eq!(possible(&alone).unwrap(), verdicts, "{today} {alone}");
                    }
                    // What is stated with the days agrees, or is refused or named.
                    for stated in [false, true] {
                        let mut with = facts.clone();
                        with["within_period"] = json!(stated);
                        let answer = appealed(&day(today), &with);
                        match expected {
                            Some(expected) if expected != stated => {
                                assert!(refused(&answer).contains(&"within_period".to_owned()));
                            }
                            Some(_) => assert_eq!(possible(&answer).unwrap(), verdicts),
                            None => {
                                let told = possible(&answer).unwrap();
                                let clash = answer["byDates"][0]["bearing"] == "contradicts";
                                assert_eq!(told.len() == 1, !clash, "{today} {with}");
                                let open = &answer["byDates"][0]["open"];
                                assert!(!clash || !open.as_array().unwrap().is_empty());
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(settled > 100);
}

// Source: docs/architecture.md, 3: no added fact changes a settled verdict. A day that speaks
// against an answer is named instead.
#[test]
fn what_is_settled_by_days_stays_settled_whatever_is_added() {
    let mut dice = Dice(8);
    let base = NaiveDate::from_ymd_opt(2026, 10, 26).unwrap();
    let mut grown = 0;
    for _ in 0..3000 {
        let day = |dice: &mut Dice| (base + Days::new(u64::from(dice.roll(40)))).to_string();
        let mut all = vec![
            ("told_on", json!(day(&mut dice))),
            ("within_period", json!(dice.roll(2) == 1)),
            ("appeals_made", json!(dice.of(&["none", "one", "two"]))),
            ("complaint_forwarded", json!(dice.roll(2) == 1)),
        ];
        for id in ["appeal_until", "appeal_filed_on", "appeal_forwarded_on"] {
            let never = dice.one_in(3);
            all.push((id, if never { json!("none") } else { json!(day(&mut dice)) }));
        }
        let today = day(&mut dice);
        let some: Vec<_> = all.iter().filter(|_| dice.one_in(2)).collect();
        let facts = |list: &[&(&str, Value)]| -> Value {
            list.iter()
                .map(|(id, value)| ((*id).to_owned(), value.clone()))
                .collect::<Map<_, _>>()
                .into()
        };
        let less = appealed(&today, &facts(&some));
        let Some(before) = possible(&less) else { continue };
        for one in &all {
            if some.iter().any(|(id, _)| *id == one.0) {
                continue;
            }
            let more: Vec<_> = some.iter().copied().chain([one]).collect();
            let more = appealed(&today, &facts(&more));
            let clash = |answer: &Value| {
                let said = answer["byDates"].as_array().unwrap();
                said.iter().any(|one| one["bearing"] == "contradicts")
            };
            let Some(after) = possible(&more) else { continue };
            if clash(&more) && !clash(&less) {
                assert!(
                    after.len() > 1 || !after.iter().all(|it| it == "out_of_time" || it == "open")
                );
                continue;
            }
            assert!(after.iter().all(|verdict| before.contains(verdict)), "{less} {one:?} {more}");
            grown += 1;
        }
    }
    assert!(grown > 2000);
}

/// The facts that a condition names, through its elements.
fn named(rulebook: &Rulebook, condition: &Condition, facts: &mut BTreeSet<String>) {
    match condition {
        Condition::All(list) | Condition::Any(list) => {
            list.iter().for_each(|inner| named(rulebook, inner, facts));
        }
        Condition::Not(inner) => named(rulebook, inner, facts),
        Condition::Test(fact, test) => {
            facts.insert(fact.clone());
            if let Test::Compare(
                Comparison::After(bound)
                | Comparison::Before(bound)
                | Comparison::OnOrAfter(bound)
                | Comparison::OnOrBefore(bound),
            ) = test
                && let DateBound::Lag(lag) = bound
            {
                facts.insert(lag.fact.clone());
            }
        }
        Condition::Name(name) => match rulebook.elements.get(name) {
            None => {
                facts.insert(name.clone());
            }
            Some(element) => {
                let lists = element.all.iter().chain(&element.any).chain(&element.unless);
                let all = lists.chain(element.not.iter()).chain(element.is.iter());
                all.for_each(|inner| named(rulebook, inner, facts));
            }
        },
    }
}

// Source: docs/dates.md, held against the rulebooks themselves.
#[test]
fn the_table_of_dates_names_every_date_and_every_fact_that_it_settles_or_bounds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(root.join("docs/dates.md")).unwrap();
    let mut written: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    let mut section = String::new();
    for line in table.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            title.clone_into(&mut section);
        }
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let Some(date) = cells.get(1).and_then(|cell| cell.strip_prefix('`')) else { continue };
        let names = cells[2].split('`').skip(1).step_by(2).map(str::to_owned);
        assert!(!cells[3].is_empty(), "{line}");
        written.insert((section.clone(), date.trim_end_matches('`').to_owned()), names.collect());
    }
    let folder = load_folder(&root.join("src/rulebooks")).unwrap();
    let mut found: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for rulebook in folder.rulebooks.iter().map(|loaded| &loaded.value) {
        let kind = |fact: &str| rulebook.facts[fact].kind;
        let mut pairs: Vec<BTreeSet<String>> = Vec::new();
        for constraint in rulebook.constraints.values() {
            let mut facts = BTreeSet::new();
            named(rulebook, &constraint.never, &mut facts);
            pairs.push(facts);
        }
        for (id, fact) in &rulebook.facts {
            for deadline in fact.settled_by.iter().flat_map(|by| &by.in_time) {
                let deadline = &rulebook.deadlines[deadline];
                let dates = [deadline.since(), deadline.stated.as_ref(), deadline.done.as_ref()];
                let dates = dates.into_iter().flatten().cloned();
                pairs.push(dates.chain([id.clone()]).collect());
            }
        }
        for id in rulebook.facts.keys().filter(|id| kind(id) == Kind::Date) {
            let with = pairs.iter().filter(|facts| facts.contains(id)).flatten();
            let settled = with.filter(|fact| matches!(kind(fact), Kind::YesNo | Kind::Choice));
            let key = (rulebook.rulebook.clone(), id.clone());
            found.insert(key, settled.cloned().collect());
        }
    }
    assert_eq!(written, found);
}

const LIABLE: &str = "platform";

fn complaint(facts: &Value) -> Value {
    asked("cn/complaint", "2026-11-22", facts, LIABLE)
}

// Source: break.md, E3: every day of the act that is allowed settles the verdict, and none is.
#[test]
fn a_date_that_is_only_compared_with_others_bounds_them() {
    let facts = json!({
        "p_seller_deregistered": true, "p_date_deregistered": "2023-01-01",
        "p_date_last_verify": "2020-12-01", "ctx_platform_kind": "ec_platform",
        "s_infringes": true, "p_measure": "none", "s_registration_exempt": false,
    });
    let answer = complaint(&facts);
    assert_eq!(possible(&answer).unwrap(), ["joint_full"]);
    assert_eq!(answer["next"], json!([]));
    let because = answer["issues"][0]["because"].as_array().unwrap();
    assert!(because.contains(&json!("p_date_deregistered")), "{because:?}");
    let mut none = facts;
    none["p_date_last_verify"] = json!("2021-01-10");
    none["reverify_within_6m"] = json!(true);
    let named = refused(&complaint(&none));
    let mut expected = vec![
        "p_seller_deregistered",
        "p_date_deregistered",
        "p_date_last_verify",
        "reverify_within_6m",
    ];
    expected.sort_unstable();
    let mut named: Vec<&str> = named.iter().map(String::as_str).collect();
    named.sort_unstable();
    assert_eq!(named, expected);
}

/// Of random facts with one date left open, the verdicts possible are those that the days give,
/// and facts are refused exactly where no day is allowed.
///
/// Source: the enumeration itself. Between two neighbouring days of the list no comparison
/// changes: it holds every day from which one does, of the rules and of the dates given.
#[test]
fn what_is_possible_with_an_open_date_is_what_its_days_give() {
    let groups: [(&str, &str, &[&str], &[&str]); 2] = [
        (
            "cn/complaint",
            LIABLE,
            &["ctx_act_date", "p_date_last_verify", "p_date_deregistered"],
            &[
                "p_seller_deregistered",
                "reverify_within_6m",
                "s_registration_exempt",
                "s_infringes",
            ],
        ),
        (
            "taobao/findings",
            "appeal",
            &["told_on", "appeal_filed_on", "appeal_forwarded_on"],
            &["complaint_forwarded"],
        ),
    ];
    let mut dice = Dice(3);
    let (mut narrowed, mut impossible) = (0, 0);
    for (rulebook, issue, dates, yes_no) in groups {
        for _ in 0..300 {
            let mut facts = Map::new();
            let mut days: Vec<NaiveDate> = Vec::new();
            let open = dice.of(dates);
            for date in dates.iter().filter(|date| **date != open) {
                if dice.roll(5) > 0 {
                    let start = NaiveDate::from_ymd_opt(2020, 9, 1).unwrap();
                    let day = start + Days::new(u64::from(dice.roll(900)));
                    facts.insert((*date).to_owned(), json!(day.to_string()));
                    days.push(day);
                }
            }
            for fact in yes_no {
                if dice.roll(3) > 0 {
                    facts.insert((*fact).to_owned(), json!(dice.roll(2) == 1));
                }
            }
            if rulebook == "cn/complaint" {
                facts.insert("p_measure".to_owned(), json!("none"));
                facts.insert("ctx_platform_kind".to_owned(), json!("ec_platform"));
            } else {
                facts.insert("stage".to_owned(), json!("after_penalty"));
                facts.insert("channel".to_owned(), json!("finding_entry"));
            }
            let told = possible(&asked(rulebook, "2026-11-22", &json!(facts), issue));
            let mut ways: Vec<String> = Vec::new();
            let mut allowed = false;
            for value in values(&days, rulebook == "taobao/findings" && open != "told_on") {
                let mut whole = facts.clone();
                whole.insert(open.to_owned(), value);
                if let Some(way) = possible(&asked(rulebook, "2026-11-22", &json!(whole), issue)) {
                    allowed = true;
                    ways.extend(way);
                }
            }
            ways.sort();
            ways.dedup();
            assert_eq!(told.is_some(), allowed, "{rulebook} {open} {facts:?}");
            impossible += i32::from(told.is_none());
            if let Some(told) = told {
                assert_eq!(told, ways, "{rulebook} {open} {facts:?}");
                narrowed += i32::from(told.len() == 1);
            }
        }
    }
    assert!(narrowed > 20 && impossible > 20, "{narrowed} {impossible}");
}

/// The days on which some comparison with the days given or with a fixed day may change, and
/// that the day did not come.
fn values(given: &[NaiveDate], never: bool) -> Vec<Value> {
    let fixed = ["2021-05-01", "2021-11-01", "2021-11-02"];
    let fixed = fixed.iter().map(|day| zhengpin::day::parse(day).unwrap());
    let mut days = Vec::new();
    for day in given.iter().copied().chain(fixed) {
        for months in [-6_i32, 0, 6] {
            let months = chrono::Months::new(months.unsigned_abs());
            for base in [day, day + months, day - months] {
                for around in 0..=8 {
                    days.push(base + Days::new(around) - Days::new(4));
                }
            }
        }
    }
    days.push(NaiveDate::from_ymd_opt(2000, 1, 1).unwrap());
    days.push(NaiveDate::from_ymd_opt(2040, 1, 1).unwrap());
    days.sort_unstable();
    days.dedup();
    let mut values: Vec<Value> = days.iter().map(|day| json!(day.to_string())).collect();
    if never {
        values.push(json!("none"));
    }
    values
}
