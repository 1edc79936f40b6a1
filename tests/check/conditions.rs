//! Conditions, verdicts and constraints that are wrong.

use serde_json::{Value, json};
use zhengpin::check::Severity::{Error, Note};
use zhengpin::problem::Code;

use super::{finds, found, put};

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
