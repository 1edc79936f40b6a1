//! Decided cases near to facts, once more: over the files, by comparing what is written. It knows
//! yes, no and choices, of which what is written alike is alike.

use std::cmp::Reverse;
use std::path::Path;

use serde_json::{Map, Value};
use zhengpin::author::read_yaml;

/// A case as its file has it.
#[derive(Clone)]
pub(crate) struct DecidedCase {
    pub(crate) rulebook: String,
    pub(crate) id: String,
    pub(crate) facts: Map<String, Value>,
    pub(crate) held: std::collections::BTreeMap<String, Vec<String>>,
}

/// A case held against facts.
pub(crate) struct Near<'a> {
    pub(crate) id: String,
    pub(crate) shared: Vec<&'a str>,
    pub(crate) differs: Vec<&'a str>,
    pub(crate) asked: Vec<&'a str>,
    pub(crate) silent: Vec<&'a str>,
}

/// The decided cases of all rulebooks.
pub(crate) fn cases() -> Vec<DecidedCase> {
    let mut found = Vec::new();
    for rulebook in ["cn/complaint", "cn/parallel-import"] {
        let folder = Path::new("src/rulebooks").join(rulebook).join("cases");
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let (value, _) = read_yaml(&text).unwrap();
            for (id, case) in value["cases"].as_object().unwrap() {
                let held = serde_json::from_value(case["held"].clone()).unwrap_or_default();
                let facts = case["facts"].as_object().cloned().unwrap_or_default();
                found.push(DecidedCase {
                    rulebook: rulebook.to_owned(),
                    id: id.clone(),
                    facts,
                    held,
                });
            }
        }
    }
    found
}

/// Cases in the order of their nearness to facts, by the facts on which an issue depends.
pub(crate) fn nearest<'a>(
    cases: &[DecidedCase],
    depends: &[&'a str],
    facts: &Map<String, Value>,
) -> Vec<Near<'a>> {
    let mut all: Vec<Near<'a>> = Vec::new();
    for case in cases {
        let pick = |wanted: &dyn Fn(Option<&Value>, Option<&Value>) -> bool| -> Vec<&'a str> {
            let found =
                depends.iter().filter(|fact| wanted(facts.get(**fact), case.facts.get(**fact)));
            found.copied().collect()
        };
        all.push(Near {
            id: case.id.clone(),
            shared: pick(&|mine, theirs| mine.is_some() && mine == theirs),
            differs: pick(&|mine, theirs| mine.is_some() && theirs.is_some() && mine != theirs),
            asked: pick(&|mine, theirs| mine.is_none() && theirs.is_some()),
            silent: pick(&|mine, theirs| mine.is_some() && theirs.is_none()),
        });
    }
    all.sort_by_key(|one| {
        let open = one.asked.len() + one.silent.len();
        (Reverse(one.shared.len()), one.differs.len(), open, one.id.clone())
    });
    all
}

/// How far a case that was told is: smaller is nearer.
pub(crate) fn distance(told: &Value) -> (Reverse<usize>, usize, usize) {
    let count = |key: &str| told[key].as_array().unwrap().len();
    (Reverse(count("shared")), count("differs"), count("asked") + count("silent"))
}
