//! What the checker finds: one deliberately broken rulebook for each kind of finding.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/law.rs"]
mod provisions;

use provisions::LAW;
use serde_json::{Value, json};
use zhengpin::author::read_yaml;
use zhengpin::check::{Severity, check, check_instruments, severity, uncited};
use zhengpin::compile::{Law, Table};
use zhengpin::problem::{Code, Problem};
use zhengpin::rulebook::{Instruments, Rulebook};

/// A small rulebook in which nothing is to be found.
const SOUND: &str = "
rulebook: test/small
title: {zh: 小, en: small}
summary: {zh: 小, en: small}
as_of: 2026-01-01
in_force: {from: 2020-01-01}
groups:
  all: {title: {zh: 全, en: all}}
facts:
  a: {kind: yes_no, group: all, ask: {zh: 甲, en: a}, proof: either, change: 'yes'}
  b: {kind: yes_no, group: all, ask: {zh: 乙, en: b}, proof: either, change: 'yes'}
  c: {kind: yes_no, group: all, ask: {zh: 丙, en: c}, proof: either, change: 'yes'}
constraints:
  k: {never: {all: [b, c]}, says: {zh: 不, en: no}}
elements:
  e: {title: {zh: 戊, en: e}, is: a, unless: [b], cite: [law/1], cases: {for: [z]}}
issues:
  i:
    title: {zh: 己, en: i}
    asks: {zh: 己, en: i}
    verdicts:
      bad: {title: {zh: 坏, en: bad}, says: {zh: 坏, en: bad}, weight: severe, unless: e}
      fair: {title: {zh: 中, en: fair}, says: {zh: 中, en: fair}, weight: caution, when: c}
      good: {title: {zh: 好, en: good}, says: {zh: 好, en: good}, weight: clear, otherwise: true}
alerts:
  w: {title: {zh: 提, en: w}, says: {zh: 提, en: w}, when: {all: [a, c]}, cite: [law/1]}
cases:
  z: {name: {zh: 案, en: z}, court: {zh: 院, en: court}, holding: {zh: 判, en: held}, confidence: high}
";

fn law(text: &str) -> Instruments {
    serde_json::from_value(read_yaml(text).unwrap().0).unwrap()
}

/// Everything found in the sound rulebook after `change`.
fn found(change: impl FnOnce(&mut Value)) -> Vec<Problem> {
    let mut value = read_yaml(SOUND).unwrap().0;
    change(&mut value);
    let rulebook: Rulebook = serde_json::from_value(value).unwrap();
    match check(&rulebook, &Law::of(&law(LAW))) {
        Ok((_, problems)) | Err(problems) => problems,
    }
}

/// Asserts that a change is found as `code` at `path`, with that severity, and nothing else.
fn finds(code: Code, path: &str, grave: Severity, change: impl FnOnce(&mut Value)) {
    let found = found(change);
    let [problem] = found.as_slice() else { panic!("{code:?}: {found:#?}") };
    assert_eq!((problem.code, problem.path.as_str()), (code, path));
    assert_eq!(severity(code), grave);
}

fn put(value: &mut Value, path: &str, new: Value) {
    let (around, key) = path.rsplit_once('/').unwrap();
    let around = value.pointer_mut(around).unwrap();
    match around {
        Value::Array(list) => list.push(new),
        around => {
            around.as_object_mut().unwrap().insert(key.to_owned(), new);
        }
    }
}

use Severity::{Error, Note};

#[test]
fn nothing_is_found_in_a_sound_rulebook() {
    assert_eq!(found(|_| {}), []);
}

#[test]
fn an_element_that_nothing_uses() {
    finds(Code::UnusedElement, "/elements/spare", Error, |it| {
        put(it, "/elements/spare", json!({"title": {"zh": "闲", "en": "spare"}, "is": "a"}));
    });
}

#[test]
fn a_verdict_that_nothing_leads_to() {
    finds(Code::UnreachableVerdict, "/issues/i/verdicts/fair", Error, |it| {
        // Where `e` holds, `b` does not, so a second verdict on `b` is never reached.
        put(it, "/issues/i/verdicts/fair/when", json!({"all": ["b", "a"]}));
    });
}

#[test]
fn verdicts_that_are_said_to_exclude_each_other_and_do_not() {
    let exclusive = |it: &mut Value| put(it, "/issues/i/exclusive", json!(true));
    finds(Code::NotExclusive, "/issues/i/exclusive", Error, exclusive);
    // The counter-example is a smallest one: without `a`, `e` fails; with `c`, `fair` is met.
    let found = found(exclusive);
    let messages = &zhengpin::library::built_in().messages;
    let said = messages.of(&found.first().unwrap().clone());
    assert!(said.en.contains("`a` = `false`") && said.en.contains("`c` = `true`"), "{}", said.en);
    assert!(said.en.contains("`bad`, `fair`"), "{}", said.en);
}

#[test]
fn verdicts_that_do_exclude_each_other() {
    let sound = found(|it| {
        put(it, "/issues/i/exclusive", json!(true));
        put(it, "/issues/i/verdicts/fair/when", json!({"all": ["e", "c"]}));
    });
    assert_eq!(sound, []);
}

#[test]
fn an_issue_that_leaves_facts_without_a_verdict() {
    finds(Code::NotExhaustive, "/issues/i/verdicts", Error, |it| {
        it["issues"]["i"]["verdicts"].as_object_mut().unwrap().remove("good");
    });
}

#[test]
fn an_issue_whose_conditions_leave_nothing_over_needs_no_otherwise() {
    let sound = found(|it| {
        it["issues"]["i"]["verdicts"]["good"].as_object_mut().unwrap().remove("otherwise");
        put(it, "/issues/i/verdicts/good/when", json!("e"));
    });
    assert_eq!(sound, []);
}

#[test]
fn otherwise_anywhere_but_last() {
    finds(Code::MisplacedOtherwise, "/issues/i/verdicts", Error, |it| {
        it["issues"]["i"]["verdicts"]["fair"].as_object_mut().unwrap().remove("when");
        put(it, "/issues/i/verdicts/fair/otherwise", json!(true));
    });
}

#[test]
fn conditions_that_hold_always_or_never() {
    let element = |condition: Value| {
        move |it: &mut Value| {
            put(it, "/elements/t", json!({"title": {"zh": "恒", "en": "t"}, "any": condition}));
            put(it, "/alerts/w/when", json!({"all": ["a", "c", {"not": {"all": ["t", "b"]}}]}));
        }
    };
    finds(Code::AlwaysHolds, "/elements/t", Error, element(json!(["a", {"not": "a"}])));
    // Never, because a constraint forbids it.
    finds(Code::NeverHolds, "/elements/t", Error, element(json!([{"all": ["b", "c"]}])));
    finds(Code::NeverHolds, "/alerts/w/when", Error, |it| {
        put(it, "/alerts/w/when", json!({"all": ["b", "c"]}));
    });
}

#[test]
fn constraints_that_leave_nothing_possible() {
    finds(Code::NothingPossible, "/constraints", Error, |it| {
        let says = json!({"zh": "不", "en": "no"});
        put(it, "/constraints/l", json!({"never": "a", "says": says}));
        put(it, "/constraints/m", json!({"never": {"not": "a"}, "says": says}));
    });
}

#[test]
fn a_rule_that_is_never_in_force() {
    finds(Code::NeverInForce, "/alerts/w/in_force", Error, |it| {
        put(it, "/alerts/w/in_force", json!({"from": "2010-01-01", "to": "2019-12-31"}));
    });
}

#[test]
fn gaps_and_overlaps_between_a_rule_and_its_successor() {
    let successor = |first_ends: &str, second_begins: &str| {
        let (to, from) = (first_ends.to_owned(), second_begins.to_owned());
        move |it: &mut Value| {
            put(it, "/elements/e/in_force", json!({"to": to}));
            let mut next = it["elements"]["e"].clone();
            next["in_force"] = json!({"from": from});
            next["replaces"] = json!("e");
            put(it, "/elements/n", next);
            put(it, "/issues/i/verdicts/bad/unless", json!({"any": ["e", "n"]}));
        }
    };
    assert_eq!(found(successor("2021-12-31", "2022-01-01")), []);
    let at = "/elements/n/replaces";
    finds(Code::ValidityOverlap, at, Error, successor("2022-06-30", "2022-01-01"));
    let gap = found(successor("2021-12-30", "2022-01-01"));
    // On the day between, no element is left, and `bad` holds for want of one.
    assert!(gap.iter().any(|it| it.code == Code::ValidityGap && it.path == at), "{gap:#?}");
    finds(Code::UnknownName, "/elements/e/replaces", Error, |it| {
        put(it, "/elements/e/replaces", json!("nothing"));
    });
}

#[test]
fn a_gap_between_an_instrument_and_its_successor() {
    let text =
        LAW.replace("in_force: {from: 2020-01-01}", "in_force: {from: 2020-01-01, to: 2021-12-31}");
    let second = LAW.replace("\ninstruments:\n", "").replace("  law:", "  law2:");
    let with = |from: &str| {
        let second = second.replace("rank: law", "rank: law\n    replaces: law");
        law(&format!(
            "{text}{}",
            second.replace("{from: 2020-01-01}", &format!("{{from: {from}}}"))
        ))
    };
    assert_eq!(check_instruments(&with("2022-01-01")), []);
    let codes = |from: &str| check_instruments(&with(from)).first().map(|it| it.code);
    assert_eq!(codes("2022-01-02"), Some(Code::ValidityGap));
    assert_eq!(codes("2021-12-31"), Some(Code::ValidityOverlap));
}

#[test]
fn a_provision_replaces_one_of_the_instrument_that_its_own_replaces() {
    let text =
        LAW.replace("in_force: {from: 2020-01-01}", "in_force: {from: 2020-01-01, to: 2021-12-31}");
    let second = LAW.replace("\ninstruments:\n", "").replace("  law:", "  law2:");
    let second = second.replace("{from: 2020-01-01}", "{from: 2022-01-01}");
    let with = |replaces: &str, provision: &str| {
        let second = second.replace("rank: law", &format!("rank: law{replaces}"));
        let own = second.replace("1: {label", &format!("1: {{replaces: {provision}, label"));
        assert_ne!(own, second);
        let found = check_instruments(&law(&format!("{text}{own}")));
        found.into_iter().map(|it| (it.code, it.path)).collect::<Vec<_>>()
    };
    assert_eq!(with("\n    replaces: law", "'1'"), []);
    let wrong = [(Code::UnknownName, "/instruments/law2/provisions/1/replaces".to_owned())];
    assert_eq!(with("\n    replaces: law", "9/1"), wrong);
    // What replaces nothing has no provision that does.
    assert_eq!(with("", "'1'"), wrong);
}

/// Source: a reader gets from a verdict to the text, and a link leads nowhere else.
#[test]
fn sources_are_addresses_each_once_and_a_text_that_was_read_has_one() {
    const ADDRESS: &str = "https://law.example.org/law";
    assert!(LAW.contains(ADDRESS));
    let found = |text: &str| -> Vec<(Code, Severity, String)> {
        let found = check_instruments(&law(text)).into_iter();
        found.map(|it| (it.code, severity(it.code), it.path)).collect()
    };
    assert_eq!(found(LAW), []);
    let at = |place: &str| format!("/instruments/law/sources{place}");
    for wrong in ["javascript:alert(1)", "//law.example.org", "https://", "https://law", "a b", ""]
    {
        let told = found(&LAW.replace(ADDRESS, wrong));
        assert_eq!(told, [(Code::NoAddress, Severity::Error, at("/0/url"))], "{wrong}");
    }
    let source = LAW.lines().find(|line| line.contains(ADDRESS)).unwrap();
    let told = found(&LAW.replace(source, &format!("{source}\n{source}")));
    assert_eq!(told, [(Code::NoAddress, Severity::Error, at("/1/url"))]);
    let none = LAW.replace(source, "").replace("    sources:\n", "");
    let unread = LAW.replace("read: whole", "read: unread");
    assert_ne!(unread, LAW);
    for nowhere in [none, unread] {
        assert_eq!(found(&nowhere), [(Code::NowhereRead, Severity::Error, at(""))]);
        let doubted = nowhere.replace("confidence: high", "confidence: medium");
        assert_eq!(found(&doubted), [(Code::NoSource, Severity::Note, at(""))]);
        let told = nowhere.replace(
            "    provisions:",
            "    read_elsewhere: {zh: 书, en: a book}\n    provisions:",
        );
        assert_eq!(found(&told), []);
    }

    let address =
        json!([{"url": "nowhere", "keeper": "report", "read": "part", "read_on": "2026-01-01"}]);
    finds(Code::NoAddress, "/cases/z/sources/0/url", Error, |it| {
        put(it, "/cases/z/sources", address);
    });
}

#[test]
fn a_rule_whose_provision_is_not_in_force_throughout() {
    // Article 2 is in force from 2022 only.
    finds(Code::NothingCited, "/elements/e/cite", Error, |it| {
        put(it, "/elements/e/cite", json!(["law/2"]));
    });
    let sound = found(|it| put(it, "/elements/e/cite", json!(["law/1", "law/2"])));
    assert_eq!(sound, []);
    finds(Code::NothingCited, "/issues/i/verdicts/good/cite", Error, |it| {
        put(it, "/issues/i/verdicts/good/cite", json!(["law/2"]));
    });
    finds(Code::NothingCited, "/alerts/w/cite", Error, |it| {
        put(it, "/alerts/w/cite", json!(["law/2"]));
    });
}

#[test]
fn a_provision_that_is_never_shown() {
    finds(Code::NeverCited, "/elements/e/cite/1", Note, |it| {
        put(it, "/elements/e/cite", json!(["law/1", "law/3"]));
    });
}

#[test]
fn low_confidence_without_a_word_on_why() {
    finds(Code::UndisclosedConfidence, "/elements/e", Error, |it| {
        put(it, "/elements/e/confidence", json!("low"));
    });
    let sound = found(|it| {
        put(it, "/elements/e/confidence", json!("low"));
        put(it, "/elements/e/reading", json!({"zh": "推论", "en": "an inference"}));
    });
    assert_eq!(sound, []);
}

#[test]
fn facts_that_do_nothing() {
    let more = json!({"kind": "yes_no", "group": "all", "ask": {"zh": "丁", "en": "d"},
        "proof": "either", "change": "no"});
    finds(Code::UnusedFact, "/facts/d", Note, |it| put(it, "/facts/d", more.clone()));
    finds(Code::NeverMatters, "/facts/d", Note, |it| {
        put(it, "/facts/d", more.clone());
        put(
            it,
            "/elements/e/is",
            json!({"any": [{"all": ["a", "d"]}, {"all": ["a", {"not": "d"}]}]}),
        );
    });
}

#[test]
fn groups_and_cases_that_nothing_refers_to() {
    finds(Code::UnusedGroup, "/groups/empty", Note, |it| {
        put(it, "/groups/empty", json!({"title": {"zh": "空", "en": "empty"}}));
    });
    finds(Code::UnusedCase, "/cases/z", Note, |it| {
        it["elements"]["e"].as_object_mut().unwrap().remove("cases");
    });
}

#[test]
fn provisions_that_no_rulebook_cites() {
    let rulebook: Rulebook = serde_json::from_value(read_yaml(SOUND).unwrap().0).unwrap();
    let (compiled, _) = check(&rulebook, &Law::of(&law(LAW))).unwrap();
    let found = uncited(&law(LAW), &[compiled], &Table::default());
    let [problem] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(problem.code, Code::UnusedProvision);
    let said = zhengpin::library::built_in().messages.of(problem);
    assert!(said.en.contains("law/2, law/3") && !said.en.contains("law/1"), "{}", said.en);
}

/// A deadline that counts from a date fact `d`, both added to the sound rulebook.
fn add_deadline(it: &mut Value, changes: &[(&str, Value)]) {
    let text = json!({"zh": "期", "en": "d"});
    put(
        it,
        "/facts/d",
        json!({"kind": "date", "group": "all", "ask": text.clone(), "proof": "either", "change": "no"}),
    );
    put(it, "/deadlines", json!({}));
    put(
        it,
        "/deadlines/t",
        json!({
            "title": text.clone(), "says": text, "from": "d", "count": {"days": 3}, "who": "seller",
            "when": "c", "cite": ["law/1"],
        }),
    );
    for (key, value) in changes {
        put(it, &format!("/deadlines/t/{key}"), value.clone());
    }
}

#[test]
fn nothing_is_found_in_a_sound_deadline() {
    assert_eq!(found(|it| add_deadline(it, &[])), []);
}

#[test]
fn a_deadline_that_is_wrong() {
    let never = json!({"all": ["b", "c"]});
    let wrong: [(Code, &str, &str, Value); 9] = [
        (Code::NoDate, "/deadlines/t/from", "from", json!("a")),
        (Code::NoDate, "/deadlines/t/done", "done", json!("a")),
        (Code::FromOrBefore, "/deadlines/t", "before", json!("d")),
        (Code::CalendarOrNone, "/deadlines/t", "count", json!({"working_days": 3})),
        (Code::CalendarOrNone, "/deadlines/t", "moves", json!(true)),
        (Code::NothingCited, "/deadlines/t", "cite", json!([])),
        (Code::NeverHolds, "/deadlines/t/when", "when", never),
        (Code::UndisclosedConfidence, "/deadlines/t", "confidence", json!("low")),
        (Code::NeverInForce, "/deadlines/t/in_force", "in_force", json!({"to": "2019-12-31"})),
    ];
    for (code, path, key, value) in wrong {
        let found = found(|it| add_deadline(it, &[(key, value)]));
        let told = found.iter().any(|one| one.code == code && one.path == path);
        assert!(told, "{code:?}: {found:#?}");
        assert_eq!(severity(code), Error);
    }
    let moon = found(|it| add_deadline(it, &[("calendar", json!("moon"))]));
    assert!(moon.iter().any(|one| one.code == Code::UnknownName), "{moon:#?}");
    // Counted back, and by days alone.
    let back = |changes: &[(&str, Value)]| {
        let changes = changes.to_vec();
        found(|it| {
            add_deadline(it, &[("before", json!("d"))]);
            it["deadlines"]["t"].as_object_mut().unwrap().shift_remove("from");
            for (key, value) in &changes {
                put(it, &format!("/deadlines/t/{key}"), value.clone());
            }
        })
    };
    assert_eq!(back(&[]), []);
    for (key, value) in [
        ("count", json!({"working_days": 3})),
        ("moves", json!(true)),
        ("not_before", json!("2020-01-01")),
    ] {
        let told = back(&[(key, value)]);
        assert!(told.iter().any(|one| one.code == Code::FromOrBefore), "{key}: {told:#?}");
    }
}

/// The fact `a` answered by the deadline `t`, both as changed.
fn settled(it: &mut Value, changes: &[(&str, Value)]) {
    add_deadline(it, &[("done", json!("d"))]);
    put(it, "/facts/a/settled_by", json!({"in_time": ["t"]}));
    for (path, value) in changes {
        put(it, path, value.clone());
    }
}

/// What is told where these parts of the rulebook are changed, and at which path.
type Wrong<'a> = (Code, &'a str, &'a [(&'a str, Value)]);

#[test]
fn dates_that_answer_a_fact_and_dates_that_cannot() {
    assert_eq!(found(|it| settled(it, &[])), []);
    let by = json!({"in_time": ["t"]});
    let in_time = |list: Value| json!({"in_time": list});
    let wrong: [Wrong; 6] = [
        (Code::NotSettled, "/facts/d/settled_by/in_time", &[("/facts/d/settled_by", by)]),
        (
            Code::UnknownName,
            "/facts/a/settled_by/in_time/0",
            &[("/facts/a/settled_by", in_time(json!(["u"])))],
        ),
        (
            Code::EmptyList,
            "/facts/a/settled_by/in_time",
            &[("/facts/a/settled_by", in_time(json!([])))],
        ),
        // Time that ended before the question was ever asked.
        (
            Code::NeverSettles,
            "/facts/a/settled_by/in_time/0",
            &[
                ("/deadlines/t/in_force", json!({"to": "2023-12-31"})),
                ("/facts/a/in_force", json!({"from": "2024-01-01"})),
            ],
        ),
        // It applies only where the answer is known already.
        (Code::Circular, "/facts/a/settled_by", &[("/deadlines/t/when", json!("a"))]),
        (Code::Circular, "/facts/a/settled_by", &[("/deadlines/t/when", json!("e"))]),
    ];
    for (code, path, changes) in wrong {
        let found = found(|it| settled(it, changes));
        let told = found.iter().any(|one| one.code == code && one.path == path);
        assert!(told, "{code:?}: {found:#?}");
        assert_eq!(severity(code), Error);
    }
    // Nothing says that it was not done, so the answer could never be no.
    let found = found(|it| {
        add_deadline(it, &[]);
        put(it, "/facts/a/settled_by", json!({"in_time": ["t"]}));
    });
    let told = |one: &Problem| one.code == Code::NeverSettles;
    assert!(found.iter().any(told), "{found:#?}");
}

#[test]
fn a_fact_that_comes_after_others() {
    // No verdict rests on both before one does: `b` and `a` bear on one issue, `d` on none.
    assert_eq!(found(|it| put(it, "/facts/b/after", json!(["a"]))), []);
    finds(Code::UnknownName, "/facts/b/after/0", Error, |it| {
        put(it, "/facts/b/after", json!(["nobody"]));
    });
    finds(Code::UnknownName, "/facts/b/after/0", Error, |it| {
        // An element is no question.
        put(it, "/facts/b/after", json!(["e"]));
    });
    finds(Code::Circular, "/facts/b/after", Error, |it| put(it, "/facts/b/after", json!(["b"])));
    let circle = found(|it| {
        put(it, "/facts/a/after", json!(["b"]));
        put(it, "/facts/b/after", json!(["c"]));
        put(it, "/facts/c/after", json!(["a"]));
    });
    let told: Vec<_> = circle.iter().map(|one| (one.code, one.path.as_str())).collect();
    let paths = ["/facts/a/after", "/facts/b/after", "/facts/c/after"];
    assert_eq!(told, paths.map(|path| (Code::Circular, path)));
}

#[test]
fn a_premise_that_is_never_asked_with_the_fact() {
    let idle = found(|it| {
        add_deadline(it, &[]);
        put(it, "/facts/a/after", json!(["b", "d"]));
    });
    let [problem] = idle.as_slice() else { panic!("{idle:#?}") };
    assert_eq!((problem.code, problem.path.as_str()), (Code::IdlePremise, "/facts/a/after/1"));
    assert_eq!(severity(Code::IdlePremise), Error);
}

/// A document of one sentence, added to the sound rulebook.
fn add_document(it: &mut Value, zh: &str, en: &str, fields: &Value, when: &Value) {
    let text = json!({"zh": "文", "en": "d"});
    put(it, "/documents", json!({}));
    let sentence = json!({"says": {"zh": zh, "en": en}, "when": when, "cite": ["law/1"]});
    put(
        it,
        "/documents/p",
        json!({
            "title": text.clone(), "fields": fields, "sections": {"s": {"title": text, "sentences": {"x": sentence}}},
        }),
    );
}

#[test]
fn a_document_that_is_wrong() {
    let place = "/documents/p/sections/s/sentences/x";
    let field = || json!({"f": {"ask": {"zh": "填", "en": "f"}}});
    let says = format!("{place}/says");
    let when = format!("{place}/when");
    assert_eq!(found(|it| add_document(it, "{f}", "{f}", &field(), &json!("c"))), []);
    finds(Code::SlotsDiffer, &says, Error, |it| {
        add_document(it, "{f}", "f", &field(), &json!("c"));
    });
    finds(Code::UnknownName, &says, Error, |it| {
        add_document(it, "{f}{g}", "{f}{g}", &field(), &json!("c"));
    });
    // A yes/no fact has no words of its own.
    finds(Code::UnknownName, &says, Error, |it| {
        add_document(it, "{f}{a}", "{f}{a}", &field(), &json!("c"));
    });
    finds(Code::UnusedField, "/documents/p/fields/f", Note, |it| {
        add_document(it, "无", "none", &field(), &json!("c"));
    });
    finds(Code::FieldTaken, "/documents/p/fields/a", Error, |it| {
        let field = json!({"a": {"ask": {"zh": "填", "en": "f"}}});
        add_document(it, "{a}", "{a}", &field, &json!("c"));
    });
    finds(Code::NeverHolds, &when, Error, |it| {
        add_document(it, "{f}", "{f}", &field(), &json!({"all": ["b", "c"]}));
    });
    finds(Code::NeverInForce, "/documents/p/in_force", Error, |it| {
        add_document(it, "无", "none", &json!({}), &json!("c"));
        put(it, "/documents/p/in_force", json!({"to": "2019-12-31"}));
    });
    finds(Code::NeverInForce, &format!("{place}/in_force"), Error, |it| {
        add_document(it, "无", "none", &json!({}), &json!("c"));
        put(it, "/documents/p/in_force", json!({"from": "2022-01-01"}));
        put(it, &format!("{place}/in_force"), json!({"to": "2021-12-31"}));
    });
}

#[test]
fn an_exception_that_never_applies() {
    finds(Code::IdleException, "/elements/e/unless/1", Note, |it| {
        put(it, "/elements/e/unless/-", json!({"not": "a"}));
    });
}

#[test]
fn a_constraint_that_excludes_nothing_new() {
    finds(Code::IdleConstraint, "/constraints/l", Note, |it| {
        let says = json!({"zh": "不", "en": "no"});
        // It follows from `k`.
        put(it, "/constraints/l", json!({"never": {"all": ["a", "b", "c"]}, "says": says}));
    });
}

#[test]
fn circular_exceptions() {
    finds(Code::Circular, "/elements/e", Error, |it| {
        put(it, "/elements/e/unless/-", json!("x"));
        put(
            it,
            "/elements/x",
            json!({"title": {"zh": "例", "en": "x"}, "is": "c", "unless": ["e"]}),
        );
    });
}

#[test]
fn a_missing_or_empty_text_does_not_fit_the_format() {
    for title in
        [json!({"zh": "小"}), json!({"zh": "小", "en": ""}), json!({"zh": " ", "en": "small"})]
    {
        let mut value = read_yaml(SOUND).unwrap().0;
        put(&mut value, "/title", title);
        assert!(serde_json::from_value::<Rulebook>(value).is_err());
    }
}

/// The sound rulebook with a duty in which nothing is to be found.
fn with_duty(it: &mut Value) {
    let named = json!({"title": {"zh": "名", "en": "name"}});
    put(it, "/parties", json!({"one": named, "other": named}));
    put(it, "/occasions", json!({"trade": named}));
    let duty = json!({
        "title": {"zh": "报", "en": "report"}, "says": {"zh": "报", "en": "report"},
        "who": ["one"], "to": ["other"], "in": ["trade"], "group": "all", "force": "must",
        "due": {"weekly": {"weekday": "friday", "doubtful": ["2026-01-02"]}},
        "cite": ["law/1"], "counterpart": ["law/2"],
        "in_force": {"from": "2026-01-01", "to": "2026-01-31"},
    });
    put(it, "/duties", json!({"report": duty}));
}

/// Asserts that a change of that duty is found, and nothing else.
fn finds_in_duty(code: Code, path: &str, grave: Severity, key: &str, new: &Value) {
    finds(code, path, grave, |it| {
        with_duty(it);
        put(it, &format!("/duties/report/{key}"), new.clone());
    });
}

#[test]
fn nothing_is_found_in_a_sound_duty() {
    assert_eq!(found(with_duty), []);
}

/// Source: the brief, "dangling references, duties without force, counterparts not in force".
#[test]
fn duties_that_name_nobody_or_nothing_there_is() {
    let nobody = json!(["nobody"]);
    for (key, path) in [
        ("who", "/duties/report/who/0"),
        ("to", "/duties/report/to/0"),
        ("in", "/duties/report/in/0"),
        ("cite", "/duties/report/cite/0"),
        ("counterpart", "/duties/report/counterpart/0"),
    ] {
        finds_in_duty(Code::UnknownName, path, Error, key, &nobody);
    }
    finds_in_duty(Code::UnknownName, "/duties/report/group", Error, "group", &json!("none"));
    finds_in_duty(Code::MissingKey, "/duties/report/who", Error, "who", &json!([]));
    finds_in_duty(Code::MissingKey, "/duties/report/in", Error, "in", &json!([]));
    finds_in_duty(Code::NothingCited, "/duties/report", Error, "cite", &json!([]));
    // Without a force it is no duty at all, and is not read.
    let mut value = read_yaml(SOUND).unwrap().0;
    with_duty(&mut value);
    value["duties"]["report"].as_object_mut().unwrap().remove("force");
    assert!(serde_json::from_value::<Rulebook>(value).is_err());
}

#[test]
fn duties_beside_which_nothing_binds_today() {
    let ended = json!(["law/3"]);
    let path = "/duties/report/counterpart";
    finds_in_duty(Code::NoCounterpart, path, Error, "counterpart", &ended);
    // One that is in force is enough, and none need be named.
    for sound in [json!(["law/3", "law/2"]), json!([])] {
        let found = found(|it| {
            with_duty(it);
            put(it, path, sound);
        });
        assert_eq!(found, []);
    }
}

#[test]
fn days_on_which_no_duty_can_be_due() {
    let doubtful = json!({"weekly": {"weekday": "friday", "doubtful": ["2026-01-03"]}});
    let path = "/duties/report/due/weekly/doubtful/0";
    finds_in_duty(Code::NoDueDay, path, Error, "due", &doubtful);
    let path = "/duties/report/due/on";
    finds_in_duty(Code::NoDueDay, path, Error, "due", &json!({"on": "2026-02-01"}));
    let path = "/duties/report/due/monthly/day";
    finds_in_duty(Code::NoDueDay, path, Error, "due", &json!({"monthly": {"day": 32}}));
    let long = json!({"from": "2020-01-01", "to": "2026-01-31"});
    finds_in_duty(Code::TooComplex, "/duties/report/in_force", Error, "in_force", &long);
}

#[test]
fn duties_of_low_confidence_that_do_not_say_why() {
    let low = json!("low");
    finds_in_duty(Code::UndisclosedConfidence, "/duties/report", Error, "confidence", &low);
}

#[test]
fn parties_and_occasions_that_no_duty_names() {
    for (table, path) in [("parties", "/parties/spare"), ("occasions", "/occasions/spare")] {
        finds(Code::UnusedName, path, Note, |it| {
            with_duty(it);
            let named = json!({"title": {"zh": "名", "en": "name"}});
            put(it, &format!("/{table}/spare"), named);
        });
    }
    finds(Code::UnusedGroup, "/groups/empty", Note, |it| {
        with_duty(it);
        put(it, "/groups/empty", json!({"title": {"zh": "空", "en": "empty"}}));
    });
}
