//! The scenarios of `tests/scenarios`, as requests.

use serde_json::{Map, Value, json};
use zhengpin_law::author::read_yaml;

use crate::{files, read};

/// What a scenario says about itself or expects, and does not ask.
const NOT_ASKED: &[&str] = &[
    "name",
    "story",
    "source",
    "read",
    "expect",
    "warnings",
    "no_warnings",
    "next_includes",
    "next_excludes",
];

/// A scenario: the rulebook that it is about, and what it asks.
pub(crate) struct Scenario {
    /// The rulebook.
    pub(crate) rulebook: String,
    /// The request.
    pub(crate) request: Value,
    /// The documents it looks at.
    pub(crate) papers: Vec<String>,
    /// What is typed into them.
    pub(crate) fields: Option<Value>,
}

/// Every scenario, in the order of the files.
pub(crate) fn scenarios() -> Vec<Scenario> {
    let mut found = Vec::new();
    for path in files("tests/scenarios", ".yaml") {
        let file = yaml(&read(&path));
        let rulebook = file["rulebook"].as_str().unwrap().to_owned();
        for scenario in file["scenarios"].as_array().unwrap() {
            let request = request(&rulebook, scenario.as_object().unwrap());
            let papers = scenario["paragraphs"].as_object().into_iter().flatten();
            let papers = papers.map(|(document, _)| document.clone()).collect();
            let fields = scenario.get("fields").cloned();
            found.push(Scenario { rulebook: rulebook.clone(), request, papers, fields });
        }
    }
    found
}

/// YAML as a value.
pub(crate) fn yaml(text: &str) -> Value {
    read_yaml(text).unwrap().0
}

/// What a scenario asks.
pub(crate) fn request(rulebook: &str, scenario: &Map<String, Value>) -> Value {
    let mut request = Map::from_iter([("rulebook".to_owned(), json!(rulebook))]);
    for (key, value) in scenario {
        let key = match key.as_str() {
            key if NOT_ASKED.contains(&key) => continue,
            "as_of" => "asOf",
            // Keys that scenarios gain later are expectations, until a request knows them.
            key @ ("presume" | "facts" | "findings" | "until" | "reading" | "amounts"
            | "duties") => key,
            _ => continue,
        };
        request.insert(key.to_owned(), value.clone());
    }
    if let Some(Value::Array(findings)) = request.get_mut("findings") {
        for (index, finding) in findings.iter_mut().enumerate() {
            let finding = finding.as_object_mut().unwrap();
            finding.entry("id").or_insert_with(|| json!(format!("finding-{}", index + 1)));
        }
    }
    Value::Object(request)
}
