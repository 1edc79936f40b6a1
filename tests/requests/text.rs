//! Text that is no request, or more than anybody asks.

use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::limits::PROBLEMS;

use super::{Ask, ask, decide_with, refused};

#[test]
fn text_that_is_no_json_is_refused_with_its_place() {
    for text in ["", "{", "nonsense", "{\"facts\": {\"n_locate\": true, \"n_locate\": false}"] {
        let answer: Value = serde_json::from_str(&answer::decide(text)).unwrap();
        assert_eq!(answer["error"]["code"], "malformed_json", "{text}");
        let said = answer["error"]["message"]["en"].as_str().unwrap();
        assert!(said.contains("line 1 column"), "{said}");
    }
}

/// One of the values would be lost. The page says the same of a file (`key_twice`).
#[test]
fn every_key_that_stands_twice_is_named_where_it_stands() {
    let text = r#"{"rulebook": "cn/complaint", "facts": {"n_locate": true, "n_loc\u0061te": false,
        "n_locate": 1}, "rulebook": {"with": [1e99]}}"#;
    let answer: Value = serde_json::from_str(&answer::decide(text)).unwrap();
    let told = std::iter::once(&answer["error"]).chain(answer["error"]["more"].as_array().unwrap());
    let told: Vec<_> = told.map(|one| (one["code"].as_str(), one["path"].as_str())).collect();
    let twice = |path| (Some("key_twice"), Some(path));
    assert_eq!(told, [twice("/facts/n_locate"), twice("/facts/n_locate"), twice("/rulebook")]);
}

#[test]
fn deep_nesting_is_refused_and_does_not_overflow() {
    let text = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let answer: Value = serde_json::from_str(&answer::decide(&text)).unwrap();
    assert_eq!(answer["error"]["code"], "too_deep");
    assert_eq!(answer["error"]["path"], "/0".repeat(zhengpin::limits::NESTING));
    let open = "[".repeat(100_000);
    let answer: Value = serde_json::from_str(&answer::decide(&open)).unwrap();
    assert_eq!(answer["error"]["code"], "malformed_json");
}

/// Source: RFC 8259, section 6: numbers beyond ±(2^53 - 1) are not the same to everybody.
#[test]
fn a_number_that_javascript_would_take_for_another_is_refused_where_it_stands() {
    let findings = r#"[{"id": "a", "issued": "2017-04-01", "tier": "information", "items": X}]"#;
    for beyond in
        ["9007199254740992", "-9007199254740993", "123456789012345678901234567890", "1e300"]
    {
        let findings = findings.replace('X', beyond);
        let text = format!(r#"{{"rulebook": "taobao/counterfeit", "findings": {findings}}}"#);
        let answer: Value = serde_json::from_str(&answer::simulate(&text)).unwrap();
        assert_eq!(answer["error"]["code"], "imprecise_number", "{beyond}");
        assert_eq!(answer["error"]["path"], "/findings/0/items", "{beyond}");
    }
}

/// A refusal stays small however much is wrong, and says how much it leaves out.
#[test]
fn a_refusal_is_bounded_and_says_what_it_leaves_out() {
    let wrong: serde_json::Map<_, _> =
        (0..20_000).map(|n| (format!("wrong{n}"), json!(true))).collect();
    let answered = answer::decide(&decide_with(&Value::Object(wrong.clone())).to_string());
    assert!(answered.len() < 1_000_000, "{}", answered.len());
    let answer: Value = serde_json::from_str(&answered).unwrap();
    let more = answer["error"]["more"].as_array().unwrap();
    assert_eq!(more.len(), PROBLEMS);
    let last = more.last().unwrap();
    assert_eq!(last["code"], "more_problems");
    assert!(last["message"]["en"].as_str().unwrap().contains(&(20_000 - PROBLEMS).to_string()));
    // The same for keys of the request, and for what its reader tells of the rest.
    let unknown = Value::Object(wrong);
    for command in [answer::decide as Ask, answer::simulate, answer::describe, answer::list] {
        let answered = command(&unknown.to_string());
        assert!(answered.len() < 2_000_000, "{}", answered.len());
        assert!(answered.contains("more_problems"), "{answered}");
    }
    let few: serde_json::Map<_, _> = (0..PROBLEMS).map(|n| (format!("x{n}"), json!(1))).collect();
    let answer = ask(answer::list, &Value::Object(few));
    assert_eq!(answer["error"]["more"].as_array().unwrap().len(), PROBLEMS - 1);
    assert!(!answer.to_string().contains("more_problems"));
}

/// Paths are made of keys, and messages of what the user wrote; neither grows with one of them.
#[test]
fn long_keys_and_values_do_not_make_a_long_refusal() {
    let long = "字".repeat(100_000);
    let error = refused(answer::decide, &json!({long.clone(): [1, 2]}), "too_long", "");
    assert!(error.to_string().len() < 2_000);
    for request in
        [decide_with(&json!({"right_type": long})), json!({"rulebook": long, "facts": {}})]
    {
        assert!(answer::decide(&request.to_string()).len() < 20_000);
    }
}

#[test]
fn an_absurdly_long_request_is_refused() {
    let text = " ".repeat(zhengpin::limits::REQUEST_BYTES + 1);
    let answer: Value = serde_json::from_str(&answer::simulate(&text)).unwrap();
    assert_eq!(answer["error"]["code"], "too_large");
}

#[test]
fn a_request_is_an_object() {
    for value in [json!(null), json!(1), json!("x"), json!([]), json!(true)] {
        for command in [answer::decide as Ask, answer::simulate, answer::describe, answer::list] {
            refused(command, &value, "wrong_type", "");
        }
    }
}
