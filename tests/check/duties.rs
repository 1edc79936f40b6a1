//! Duties of a guide or a notice that are wrong.

use serde_json::{Value, json};
use zhengpin::author::read_yaml;
use zhengpin::check::Severity::{self, Error, Note};
use zhengpin::problem::Code;
use zhengpin::rulebook::Rulebook;

use super::{SOUND, finds, found, put};

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
