//! What the checker finds in a ledger: one deliberately broken rulebook for each kind.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/law.rs"]
mod provisions;

use provisions::LAW;
use serde_json::{Value, json};
use zhengpin::author::read_yaml;
use zhengpin::check::{Severity, check, severity};
use zhengpin::compile::Law;
use zhengpin::problem::{Code, Problem};
use zhengpin::rulebook::{Instruments, Rulebook};

/// A small ledger in which nothing is to be found.
const SOUND: &str = "
rulebook: test/ledger
title: {zh: 账, en: ledger}
summary: {zh: 账, en: ledger}
as_of: 2026-01-01
in_force: {from: 2020-01-01}
ledger:
  offset: '+08:00'
  time_of_day: '12:00'
  limits: {findings: 100, items: 100, yuan: 1000}
  readings:
    r:
      title: {zh: 读, en: r}
      says: {zh: 读, en: r}
      default: one
      choices: {one: {title: {zh: 一, en: one}}, two: {title: {zh: 二, en: two}}}
      cite: [law/1]
  labels:
    right: {ask: {zh: 权, en: right}, says: {zh: 权, en: right}}
  amounts:
    deposit: {ask: {zh: 金, en: deposit}, says: {zh: 金, en: deposit}, of: account}
  books:
    main: {title: {zh: 账, en: main}, life: {days: 365, from: instant, cite: [law/1]}}
  strike_lives:
    s: {title: {zh: 命, en: life}, days: 365, from: day, cite: [law/1]}
  measures:
    m: {title: {zh: 措, en: m}, says: {zh: 措, en: m}}
  windows:
    w: {title: {zh: 窗, en: w}, days: 3, cap: 12, by: right, cite: [law/1]}
  tiers:
    t:
      title: {zh: 档, en: t}
      says: {zh: 档, en: t}
      points: [{is: 2, read: {r: one}}, {is: 4}]
      per: finding
      windows: [{window: w}]
      strike: each
      measures: [{measures: [m], days: 7, cite: [law/1]}]
      cite: [law/1]
  circumstances:
    c: {ask: {zh: 况, en: c}, says: {zh: 况, en: c}, effect: not_counted, cite: [law/1]}
  repeats:
    p: {title: {zh: 复, en: p}, by: [right], at: 3, tiers: [t], becomes: t, cite: [law/1]}
  nodes:
    n: {title: {zh: 点, en: n}, at: 12, imposes: [{measures: [m], days: 7, cite: [law/1]}]}
  closures:
    x: {title: {zh: 关, en: x}, counts: points, at: 48, imposes: [{measures: [m], cite: [law/1]}]}
  year_ends:
    y: {title: {zh: 年, en: y}, counts: points, cite: [law/1]}
  charges:
    z: {title: {zh: 费, en: z}, share_of: deposit, percent: 50, cite: [law/1]}
";

/// Everything found in the sound ledger after `change`.
fn found(change: impl FnOnce(&mut Value)) -> Vec<Problem> {
    let mut value = read_yaml(SOUND).unwrap().0;
    change(&mut value);
    let rulebook: Rulebook = serde_json::from_value(value).unwrap();
    let law: Instruments = serde_json::from_value(read_yaml(LAW).unwrap().0).unwrap();
    match check(&rulebook, &Law::of(&law)) {
        Ok((_, problems)) | Err(problems) => problems,
    }
}

/// Puts a value under a path of the ledger.
fn put(path: &str, new: Value) -> impl FnOnce(&mut Value) + use<> {
    let (around, key) = path.rsplit_once('/').unwrap();
    let (around, key) = (format!("/ledger{around}"), key.to_owned());
    move |value| {
        let around = value.pointer_mut(&around).unwrap_or_else(|| panic!("{around}"));
        around.as_object_mut().unwrap().insert(key, new);
    }
}

/// Asserts that a change is found as `code` at `path`, with that severity, and nothing else.
fn finds(code: Code, path: &str, grave: Severity, change: impl FnOnce(&mut Value)) {
    let found = found(change);
    let [problem] = found.as_slice() else { panic!("{code:?} at {path}: {found:#?}") };
    assert_eq!((problem.code, problem.path.as_str()), (code, path));
    assert_eq!(severity(code), grave);
    let said = zhengpin::library::built_in().messages.of(problem);
    assert!(!said.zh.is_empty() && !said.en.contains('{'), "{}", said.en);
}

use Severity::{Error, Note};

/// Where a ledger cites provisions.
const CITING: [&str; 12] = [
    "/books/main/life",
    "/strike_lives/s",
    "/windows/w",
    "/tiers/t",
    "/tiers/t/measures/0",
    "/circumstances/c",
    "/repeats/p",
    "/nodes/n/imposes/0",
    "/closures/x/imposes/0",
    "/year_ends/y",
    "/charges/z",
    "/readings/r",
];

#[test]
fn nothing_is_found_in_a_sound_ledger() {
    assert_eq!(found(|_| {}), []);
}

// Article 2 is in force from 2022 only, the ledger from 2020.
#[test]
fn a_ledger_rule_whose_provision_is_not_in_force_throughout() {
    for path in CITING {
        let later = put(&format!("{path}/cite"), json!(["law/2"]));
        if path == "/readings/r" {
            // An ambiguity may come from a later text.
            assert_eq!(found(later), []);
        } else {
            finds(Code::NothingCited, &format!("/ledger{path}/cite"), Error, later);
        }
        assert_eq!(found(put(&format!("{path}/cite"), json!(["law/1", "law/2"]))), []);
    }
}

#[test]
fn a_ledger_rule_in_force_later_may_cite_what_is_in_force_then() {
    let sound = found(|it| {
        put("/charges/z/cite", json!(["law/2"]))(it);
        put("/charges/z/percent", json!([{"is": 50, "in_force": {"from": "2022-01-01"}}]))(it);
        put("/tiers/t/windows", json!([{"window": "w", "in_force": {"from": "2022-01-01"}}]))(it);
        put("/windows/w/cite", json!(["law/2"]))(it);
        put("/nodes/n/in_force", json!({"from": "2023-01-01"}))(it);
        put("/nodes/n/imposes", json!([{"measures": ["m"], "days": 7, "cite": ["law/2"]}]))(it);
    });
    assert_eq!(sound, []);
}

#[test]
fn a_provision_that_a_ledger_never_shows() {
    for path in CITING {
        let lapsed = put(&format!("{path}/cite"), json!(["law/1", "law/3"]));
        finds(Code::NeverCited, &format!("/ledger{path}/cite/1"), Note, lapsed);
    }
}

#[test]
fn a_ledger_rule_that_is_never_in_force() {
    let before = json!({"from": "2010-01-01", "to": "2019-12-31"});
    for path in ["/circumstances/c", "/repeats/p", "/year_ends/y", "/tiers/t/measures/0"] {
        let at = format!("/ledger{path}/in_force");
        finds(Code::NeverInForce, &at, Error, put(&format!("{path}/in_force"), before.clone()));
    }
    let variant =
        json!([{"is": 3, "in_force": before}, {"is": 4, "read": {"r": "two"}}, {"is": 2}]);
    let at = "/ledger/tiers/t/points/0/in_force";
    finds(Code::NeverInForce, at, Error, put("/tiers/t/points", variant));
}

#[test]
fn a_rule_read_otherwise_is_in_force_between_two_versions() {
    // Under the reading that is not taken by default, versions do not begin with the rule.
    let variants = json!([
        {"is": 3, "in_force": {"from": "2021-03-01", "to": "2021-04-30"}, "read": {"r": "two"}},
        {"is": 2},
    ]);
    assert_eq!(found(put("/tiers/t/points", variants)), []);
}

#[test]
fn a_tier_without_points_or_book_on_some_day() {
    let until =
        json!([{"is": 2, "in_force": {"to": "2021-12-31"}}, {"is": 4, "read": {"r": "two"}}]);
    finds(Code::NoValue, "/ledger/tiers/t/points", Error, put("/tiers/t/points", until));
    let from = json!([{"is": "main", "in_force": {"from": "2021-01-01"}}, {"is": "main", "read": {"r": "two"}}]);
    finds(Code::NoValue, "/ledger/tiers/t/book", Error, put("/tiers/t/book", from));
}

#[test]
fn low_confidence_in_a_ledger_without_a_word_on_why() {
    for part in ["/tiers/t", "/windows/w"] {
        let low = put(&format!("{part}/confidence"), json!("low"));
        finds(Code::UndisclosedConfidence, &format!("/ledger{part}"), Error, low);
        let sound = found(|it| {
            put(&format!("{part}/confidence"), json!("low"))(it);
            put(&format!("{part}/reading"), json!({"zh": "推论", "en": "an inference"}))(it);
        });
        assert_eq!(sound, []);
    }
    let low = put(
        "/nodes/n/imposes",
        json!([{"measures": ["m"], "cite": ["law/1"], "confidence": "low"}]),
    );
    finds(Code::UndisclosedConfidence, "/ledger/nodes/n", Error, low);
    // A window that only a named reading uses is explained by it.
    let sound = found(|it| {
        put("/windows/w/confidence", json!("low"))(it);
        put("/tiers/t/windows", json!([{"window": "w", "read": {"r": "two"}}]))(it);
    });
    assert_eq!(sound, []);
}

#[test]
fn parts_of_a_ledger_that_nothing_uses() {
    let title = json!({"zh": "闲", "en": "spare"});
    let parts = [
        ("books", json!({"title": title})),
        ("measures", json!({"title": title, "says": title})),
        ("labels", json!({"ask": title, "says": title})),
        ("amounts", json!({"ask": title, "says": title, "of": "finding"})),
        ("windows", json!({"title": title, "days": 3, "cite": ["law/1"]})),
        (
            "readings",
            json!({"title": title, "says": title, "default": "a",
                "choices": {"a": {"title": title}, "b": {"title": title}}}),
        ),
    ];
    for (map, part) in parts {
        let path = format!("/ledger/{map}/spare");
        finds(Code::UnusedPart, &path, Error, put(&format!("/{map}/spare"), part));
    }
}

#[test]
fn a_window_for_named_findings_only_that_says_by_which_label() {
    let named = json!({"title": {"zh": "窗", "en": "w"}, "days": 3, "by": "right", "named_only": true, "cite": ["law/1"]});
    assert_eq!(found(put("/windows/w", named.clone())), []);
    let mut nothing = named;
    nothing.as_object_mut().unwrap().remove("by");
    let found = found(put("/windows/w", nothing));
    let codes: Vec<_> = found.iter().map(|one| (one.code, one.path.as_str())).collect();
    assert_eq!(codes, [(Code::NotOneCondition, "/ledger/windows/w")]);
}

#[test]
fn an_alert_that_a_tier_calls_for() {
    let alert = |tier: &str| {
        let text = json!({"zh": "示", "en": "a"});
        let alert = json!({"a": {"title": text, "says": text, "tiers": [tier], "cite": ["law/1"]}});
        move |value: &mut Value| {
            value.as_object_mut().unwrap().insert("alerts".to_owned(), alert);
        }
    };
    assert_eq!(found(alert("t")), []);
    let found = found(alert("nothing"));
    let codes: Vec<_> = found.iter().map(|one| (one.code, one.path.as_str())).collect();
    assert_eq!(codes, [(Code::UnknownName, "/alerts/a/tiers")]);
}

// Source: docs/rulebook.schema.json, `Life`: days with their beginning, or a turn.
#[test]
fn a_life_that_says_neither_days_nor_a_turn_or_both() {
    let turn = json!({"months": [1, 7], "day": "first_day"});
    let life = |value: Value| put("/books/main/life", value);
    let sound = json!({"until": turn, "cite": ["law/1"]});
    assert_eq!(found(life(sound)), []);
    for broken in [
        json!({"cite": ["law/1"]}),
        json!({"days": 365, "cite": ["law/1"]}),
        json!({"from": "day", "cite": ["law/1"]}),
        json!({"days": 365, "from": "day", "until": turn, "cite": ["law/1"]}),
    ] {
        finds(Code::NotOneCondition, "/ledger/books/main/life", Error, life(broken));
    }
}

// Source: the calendar: a year has twelve months.
#[test]
fn a_turn_in_no_month() {
    for months in [json!([]), json!([0]), json!([1, 13])] {
        let life = json!({"until": {"months": months, "day": "first_monday"}, "cite": ["law/1"]});
        let path = "/ledger/books/main/life/until/months";
        finds(Code::OutOfRange, path, Error, put("/books/main/life", life));
    }
}

// Source: ISO 4217: three capital letters.
#[test]
fn a_currency_that_is_none() {
    assert_eq!(found(put("/currency", json!("THB"))), []);
    for broken in ["", "US", "usd", "DOLLAR", "元"] {
        finds(Code::OutOfRange, "/ledger/currency", Error, put("/currency", json!(broken)));
    }
}

// Source: docs/rulebook.schema.json, `Charge`: a sum for every item needs a sum and no share.
#[test]
fn a_sum_for_every_item_that_names_none() {
    let title = json!({"zh": "费", "en": "z"});
    let sound = json!({"title": title, "per": "item", "least": 3, "most": 9, "cite": ["law/1"]});
    let found = found(put("/charges/z", sound));
    // The amount that the share was of is no longer used.
    assert!(found.iter().all(|one| one.code == Code::UnusedPart), "{found:#?}");
    let share = |key: &str, value: Value| {
        let mut charge = json!({
            "title": title, "share_of": "deposit", "percent": 50, "per": "item", "cite": ["law/1"],
        });
        charge[key] = value;
        put("/charges/z", charge)
    };
    for broken in [share("least", json!(3)), share("most", json!(9))] {
        finds(Code::NotOneCondition, "/ledger/charges/z", Error, broken);
    }
}
