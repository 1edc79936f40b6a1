//! The JSON Schema by which editors complete and check rulebooks.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zhengpin::author::{read_yaml, schema};

const COMMITTED: &str = include_str!("../docs/rulebook.schema.json");

#[test]
fn the_committed_schema_is_the_one_that_the_types_give() {
    assert!(
        schema() == COMMITTED,
        "docs/rulebook.schema.json has drifted; write it anew:\n\
         cargo run --bin zhengpin -- schema > docs/rulebook.schema.json"
    );
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// An independent validator accepts what the loader accepts.
#[test]
fn every_rulebook_file_and_the_skeleton_fit_the_schema() {
    let validator = validator();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = files(&root.join("src/rulebooks"));
    all.push(root.join("docs/skeleton.yaml"));
    assert!(all.len() > 50);
    for file in all {
        let (value, _) = read_yaml(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", file.display());
    }
}

/// And refuses what the loader refuses.
#[test]
fn what_does_not_fit_the_format_does_not_fit_the_schema() {
    let validator = validator();
    let title = json!({"zh": "题", "en": "title"});
    let element = |rest: Value| {
        let mut element = json!({"title": title});
        element.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        json!({"elements": {"e": element}})
    };
    assert!(validator.is_valid(&element(json!({"is": "a"}))));
    for right in ["elements", "instruments", "calendars"] {
        assert!(validator.is_valid(&json!({"format": 1, right: {}})), "{right}");
    }
    for wrong in [
        json!({"colour": 1}),
        json!({"title": {"zh": "题"}}),
        json!({"title": {"zh": "题", "en": ""}}),
        element(json!({"is": {"a": true, "b": true}})),
        element(json!({"is": 3})),
        element(json!({"confidence": "certain"})),
        element(json!({"in_force": {"from": "2026"}})),
        json!({"as_of": "2026-02-30"}),
        json!({"format": 2}),
        json!({"format": "1"}),
        json!({"elements": {"e": {"is": "a"}}}),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
    }
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(COMMITTED).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}
