//! Documents and texts that are wrong.

use serde_json::{Value, json};
use zhengpin::author::read_yaml;
use zhengpin::check::Severity::{Error, Note};
use zhengpin::problem::Code;
use zhengpin::rulebook::Rulebook;

use super::{SOUND, finds, found, put};

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
fn a_missing_or_empty_text_does_not_fit_the_format() {
    for title in
        [json!({"zh": "小"}), json!({"zh": "小", "en": ""}), json!({"zh": " ", "en": "small"})]
    {
        let mut value = read_yaml(SOUND).unwrap().0;
        put(&mut value, "/title", title);
        assert!(serde_json::from_value::<Rulebook>(value).is_err());
    }
}
