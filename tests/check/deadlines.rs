//! Deadlines, the facts that dates answer, and what is asked after what.

use serde_json::{Value, json};
use zhengpin::check::Severity::Error;
use zhengpin::check::severity;
use zhengpin::problem::{Code, Problem};

use super::{Wrong, finds, found, put};

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
