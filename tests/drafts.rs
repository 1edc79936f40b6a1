//! Drafts that never were law: what they would have changed is told, and nothing is decided by
//! them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::author::{amended, load_folder, read_yaml};

const ID: &str = "draft-ecl-2021/complaint";
const DAY: &str = "2026-11-29";

/// The draft of 2021, put together with the rulebook that it would have changed.
fn draft() -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("src/drafts/ecl-2021.yaml")).unwrap();
    let (mut draft, _) = read_yaml(&text).unwrap();
    let amends = draft.as_object_mut().unwrap().shift_remove("amends").unwrap();
    let found = load_folder(&root.join("src/rulebooks")).unwrap();
    let law = found.rulebooks.iter().find(|one| one.value.rulebook == amends).unwrap();
    amended(Value::Object(law.source().clone()), draft)
}

fn ask(put: impl Fn(&str) -> String, request: &Value) -> Value {
    serde_json::from_str(&put(&request.to_string())).unwrap()
}

fn compared() -> Value {
    let request = json!({
        "with": [draft()], "rulebook": "cn/complaint", "against": ID, "from": DAY, "to": DAY,
    });
    ask(answer::compare, &request)
}

/// Source: complaints#draft-2021: only arts 43 and 84 were touched.
#[test]
fn what_the_draft_of_2021_would_have_changed_is_told_and_marked() {
    let told = compared();
    assert_eq!(told["against"]["rulebook"], ID);
    assert_eq!(told["against"]["neverInForce"], true);
    assert_eq!(told["against"]["changed"]["deadlines"], json!(["holder_acts"]));
    let ids = |key: &str, kind: &str| -> Vec<String> {
        let list = told[key][kind].as_array().unwrap().iter();
        list.map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    let begun =
        ["measures_may_be_suspended", "false_declaration_doubles", "licence_may_be_revoked"];
    assert_eq!(ids("begun", "alerts"), begun);
    assert_eq!(ids("ended", "alerts"), ["told_in_time", "told_after_fifteen_days"]);
    for issue in told["issues"].as_array().unwrap() {
        assert_eq!(issue["differences"], json!([]), "a verdict would have changed: {issue}");
    }
}

/// Source: docs/law/complaints.md: the draft never was law; no request is decided by it.
#[test]
fn nothing_is_decided_by_what_never_was_law() {
    let asked = json!({"with": [draft()], "rulebook": ID, "facts": {}, "asOf": DAY});
    let told = ask(answer::decide, &asked);
    assert_eq!(told["error"]["code"], "never_law", "{told}");
    assert_eq!(told["error"]["path"], "/rulebook");
    let document = format!("{ID}/counter_notice");
    let paper = json!({"with": [draft()], "document": document, "facts": {}, "asOf": DAY});
    assert_eq!(ask(answer::draft, &paper)["error"]["code"], "never_law");
    let days = json!({"with": [draft()], "rulebook": ID, "from": DAY, "to": DAY});
    assert_eq!(ask(answer::compare, &days)["error"]["code"], "never_law");
    let reversed = json!({
        "with": [draft()], "rulebook": ID, "against": "cn/complaint", "from": DAY, "to": DAY,
    });
    assert_eq!(ask(answer::compare, &reversed)["error"]["code"], "never_law");
}

/// The same rules that say nothing of themselves cite what is no law, and are refused.
#[test]
fn law_that_cites_a_draft_is_refused() {
    let mut posing = draft();
    posing.as_object_mut().unwrap().shift_remove("never_in_force");
    let told = ask(answer::check, &json!({"with": [posing]}));
    let errors = told["errors"].as_array().unwrap();
    assert!(errors.iter().any(|one| one["code"] == "never_law"), "{told}");
    assert!(errors.iter().all(|one| one["path"].as_str().unwrap().contains("/cite/")), "{told}");
    let sound = ask(answer::check, &json!({"with": [draft()]}));
    assert_eq!(sound["errors"], json!([]));
}

/// Nothing built in decides by a draft, or cites one.
#[test]
fn no_rulebook_that_is_built_in_says_that_it_never_was_law() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rulebooks");
    let found = load_folder(&root).unwrap();
    assert!(found.rulebooks.len() > 10, "the rulebooks were not found");
    assert!(found.rulebooks.iter().all(|one| one.value.never_in_force.is_none()));
    assert!(found.instruments.value.instruments.values().all(|one| !one.never_in_force));
}
