//! What is said of requests in four places is one thing: the types, the reader, the JSON Schema
//! and the help. (The TypeScript types are held to the schema in `www/tests/contract.spec.ts`.)

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

use std::process::Command;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};
use zhengpin::answer;
use zhengpin::request::{FindingKeys, Instead, KINDS, RequestKind, Taken, keys, schema};

const COMMITTED: &str = include_str!("../../../docs/requests.schema.json");

/// What answers a kind of request, from text to text.
fn answered(kind: &RequestKind, request: &Value) -> Value {
    let answer = match kind.command {
        "decide" => answer::decide,
        "simulate" => answer::simulate,
        "draft" => answer::draft,
        "precedents" => answer::precedents,
        "schedule" => answer::schedule,
        "duties" => answer::duties,
        "compare" => answer::compare,
        "describe" => answer::describe,
        "list" => answer::list,
        "check-own" => answer::check,
        other => panic!("a kind of request without a command: {other}"),
    };
    serde_json::from_str(&answer(&request.to_string())).unwrap()
}

/// The schema of one kind.
fn validator(schema: &Value, kind: &RequestKind) -> Validator {
    let mut of_kind = schema.clone();
    let of_kind = of_kind.as_object_mut().unwrap();
    of_kind.remove("anyOf");
    of_kind.insert("$ref".to_owned(), json!(format!("#/$defs/{}", kind.name)));
    let of_kind = Value::Object(of_kind.clone());
    jsonschema::options().should_validate_formats(true).build(&of_kind).unwrap()
}

fn properties(schema: &Value, name: &str) -> Vec<String> {
    schema["$defs"][name]["properties"].as_object().unwrap().keys().cloned().collect()
}

fn example(kind: &RequestKind) -> Value {
    serde_json::from_str(kind.example).unwrap()
}

#[test]
fn the_committed_schema_is_the_one_that_the_types_give() {
    assert!(
        format!("{:#}\n", schema()) == COMMITTED,
        "docs/requests.schema.json has drifted; write it anew:\n\
         cargo run --bin zhengpin -- schema requests > docs/requests.schema.json"
    );
}

/// The reader knows the keys of the types, and no others.
#[test]
fn the_reader_takes_the_keys_of_the_schema_and_requires_what_it_requires() {
    let schema = schema();
    for kind in KINDS {
        let known = properties(&schema, kind.name);
        assert_eq!(kind.keys(), known, "{}", kind.name);
        let error = &answered(&kind, &json!({"no such key": 1}))["error"];
        let told: Vec<&Value> =
            std::iter::once(error).chain(error["more"].as_array().unwrap()).collect();
        assert_eq!(told[0]["code"], "unknown_key", "{}", kind.name);
        let said = told[0]["message"]["en"].as_str().unwrap();
        let (_, expected) = said.split_once("expected one of ").unwrap();
        let expected: Vec<&str> = expected.split(", ").collect();
        // Whoever takes rulebooks of one's own has taken them before the rest is looked at.
        assert_eq!(expected, known, "{}", kind.name);
        let required = schema["$defs"][kind.name].get("required");
        let mut required: Vec<&str> = required
            .map_or_else(Vec::new, |all| all.as_array().unwrap().iter().collect())
            .into_iter()
            .map(|key| key.as_str().unwrap())
            .collect();
        let missing = answered(&kind, &json!({}));
        let mut missing: Vec<&str> = match missing.get("error") {
            None => Vec::new(),
            Some(error) => std::iter::once(error)
                .chain(error["more"].as_array().unwrap())
                .filter(|told| told["code"] == "missing_key")
                .map(|told| told["path"].as_str().unwrap().trim_start_matches('/'))
                .collect(),
        };
        // Of two that name a document or a rulebook, the first is missed first.
        required.sort_unstable();
        missing.sort_unstable();
        assert_eq!(missing, required, "{}", kind.name);
    }
    assert_eq!(keys::<FindingKeys>(), properties(&schema, "Finding"));
    assert_eq!(keys::<Taken>(), properties(&schema, "Taken"));
    assert_eq!(keys::<Instead>(), properties(&schema, "Instead"));
}

#[test]
fn every_example_is_answered_and_fits_the_schema() {
    let schema = schema();
    for kind in KINDS {
        let example = example(&kind);
        let answer = answered(&kind, &example);
        assert!(answer.get("error").is_none(), "{}: {answer}", kind.name);
        assert!(answer.get("errors").is_none_or(|errors| *errors == json!([])), "{answer}");
        assert!(validator(&schema, &kind).is_valid(&example), "{}", kind.name);
        assert_eq!(schema["$defs"][kind.name]["examples"], json!([example]));
    }
}

#[test]
fn the_help_of_a_command_tells_every_key_whether_it_is_required_and_the_example() {
    let schema = schema();
    for kind in KINDS {
        let output = Command::new(env!("CARGO_BIN_EXE_zhengpin"))
            .args([kind.command, "--help"])
            .output()
            .unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<&str> = help.lines().map(str::trim_start).collect();
        let mut told = vec![kind.name];
        if kind.command == "simulate" {
            told.extend(["Finding", "Instead", "Taken"]);
        }
        for name in told {
            let part = &schema["$defs"][name];
            for (key, of_key) in part["properties"].as_object().unwrap() {
                let required = part.get("required").and_then(Value::as_array);
                let is_required = required.is_some_and(|all| all.contains(&json!(key)));
                let written = if is_required { format!("{key} ") } else { format!("{key}? ") };
                let line = lines.iter().find(|line| line.starts_with(&written));
                let about = of_key["description"].as_str().unwrap();
                let first: Vec<&str> = about.split(' ').take(3).collect();
                assert!(
                    line.is_some_and(|line| line.contains(&first.join(" "))),
                    "{written}: {help}"
                );
            }
        }
        assert!(help.contains(kind.example.trim_end()), "{help}");
    }
}

/// A value in place of another: what callers send by mistake, and what they mean.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3_i64..20_000).prop_map(Value::from),
        Just(json!(1.5)),
        Just(json!("2017-04-01")),
        Just(json!("2026-02-30")),
        Just(json!("")),
        Just(json!("notice")),
        Just(json!("cn/complaint")),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::Array),
            prop::collection::btree_map("[a-z_]{1,6}", inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Every place of a value, as a JSON pointer.
fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Object(map) => {
            for (key, below) in map {
                let key = key.replace('~', "~0").replace('/', "~1");
                places(below, &format!("{at}/{key}"), into);
            }
        }
        Value::Array(list) => {
            for (index, below) in list.iter().enumerate() {
                places(below, &format!("{at}/{index}"), into);
            }
        }
        _ => {}
    }
}

/// What the engine answers fits the schema, and what has a key that nobody knows does not.
#[test]
fn what_is_answered_fits_the_schema_and_unknown_keys_do_not() {
    let schema = schema();
    let mut runner = TestRunner::new(Config { cases: 300, ..Config::default() });
    for kind in KINDS.iter().filter(|kind| kind.command != "check-own") {
        let validator = validator(&schema, kind);
        let start = example(kind);
        let mut spots = Vec::new();
        places(&start, "", &mut spots);
        let keys: Vec<String> = kind.keys().iter().map(|key| (*key).to_owned()).collect();
        let change = (prop::sample::select(spots), prop::sample::select(keys), any_value());
        runner
            .run(&(change, any::<bool>()), |((spot, key, value), add)| {
                let mut request = start.clone();
                if add {
                    request.as_object_mut().unwrap().insert(key, value);
                } else {
                    *request.pointer_mut(&spot).unwrap() = value;
                }
                let refused = answered(kind, &request).get("error").is_some();
                prop_assert!(refused || validator.is_valid(&request), "{request}");
                if let Value::Object(map) = &mut request {
                    map.insert("unknown".to_owned(), json!(1));
                    prop_assert!(!validator.is_valid(&request), "{request}");
                    prop_assert!(answered(kind, &request).get("error").is_some());
                }
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", kind.name));
    }
}

/// Objects within a request refuse unknown keys as well, in the schema and in the engine.
#[test]
fn unknown_keys_are_refused_within_a_request_too() {
    let simulate = KINDS.iter().find(|kind| kind.command == "simulate").unwrap();
    let validator = validator(&schema(), simulate);
    for at in ["/whatIf", "/findings/0/taken"] {
        let mut request = example(simulate);
        let part = request.pointer_mut(at).and_then(Value::as_object_mut).unwrap();
        part.insert("unknown".to_owned(), json!(true));
        assert!(!validator.is_valid(&request), "{at}");
        assert_eq!(answered(simulate, &request)["error"]["code"], "unknown_key", "{at}");
    }
    // Which circumstances and labels a finding may name, only its rulebook says.
    let mut request = example(simulate);
    let finding = request.pointer_mut("/findings/0").and_then(Value::as_object_mut).unwrap();
    finding.extend(Map::from_iter([("unknown".to_owned(), json!(true))]));
    assert!(validator.is_valid(&request));
    assert_eq!(answered(simulate, &request)["error"]["path"], "/findings/0/unknown");
}
