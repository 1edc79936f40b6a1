//! Requests that are wrong: refused with code, path and a message in both languages, and
//! nothing of an answer beside.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

mod days;
mod keys;
mod stated;
mod text;

use serde_json::{Value, json};

type Ask = fn(&str) -> String;

fn ask(command: Ask, request: &Value) -> Value {
    serde_json::from_str(&command(&request.to_string())).unwrap()
}

/// Asserts that the request is refused, first of all for `code` at `path`.
fn refused(command: Ask, request: &Value, code: &str, path: &str) -> Value {
    let answer = ask(command, request);
    let error = &answer["error"];
    assert_eq!(error["code"], code, "{request}: {answer}");
    assert_eq!(error["path"], path, "{request}: {answer}");
    assert_eq!(answer.as_object().unwrap().len(), 1, "an answer beside the error: {answer}");
    for told in std::iter::once(error).chain(error["more"].as_array().unwrap()) {
        for language in ["zh", "en"] {
            let said = told["message"][language].as_str().unwrap();
            assert!(!said.is_empty() && !said.contains(['{', '}']), "{said}");
            assert!(!said.ends_with(['.', '。']), "{said}");
        }
    }
    error.clone()
}

fn decide_with(facts: &Value) -> Value {
    json!({"rulebook": "cn/complaint", "asOf": "2026-11-22", "facts": facts})
}

fn simulate_with(findings: &Value) -> Value {
    json!({"rulebook": "taobao/counterfeit", "findings": findings})
}
