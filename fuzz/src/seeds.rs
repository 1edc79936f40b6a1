//! Requests and rulebooks to begin with: those of the scenarios, and the skeleton.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Map, Value, json};
use zhengpin_law::author::read_yaml;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn yaml(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_default();
    read_yaml(&text).map(|(value, _)| value).unwrap_or_default()
}

/// Every YAML file below a folder, by path.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The findings of a scenario, each with an id.
fn named(findings: &Value) -> Value {
    let mut findings = findings.clone();
    for (number, finding) in findings.as_array_mut().into_iter().flatten().enumerate() {
        if let Some(finding) = finding.as_object_mut() {
            finding.entry("id").or_insert_with(|| json!(format!("finding-{number}")));
        }
    }
    findings
}

/// What a scenario asks.
fn request(rulebook: &Value, scenario: &Value) -> Option<Value> {
    let mut request = Map::from_iter([("rulebook".to_owned(), rulebook.clone())]);
    for (key, value) in scenario.as_object()? {
        match key.as_str() {
            "as_of" => request.insert("asOf".to_owned(), value.clone()),
            "findings" => request.insert(key.clone(), named(value)),
            "facts" | "until" | "reading" | "amounts" | "presume" => {
                request.insert(key.clone(), value.clone())
            }
            _ => None,
        };
    }
    Some(Value::Object(request))
}

/// The requests of all scenarios.
fn requests() -> &'static [Value] {
    static REQUESTS: OnceLock<Vec<Value>> = OnceLock::new();
    REQUESTS.get_or_init(|| {
        let mut requests = Vec::new();
        for file in files(&root().join("tests/scenarios")) {
            let file = yaml(&file);
            let (Some(rulebook), Some(list)) = (file.get("rulebook"), file.get("scenarios")) else {
                continue;
            };
            let list = list.as_array().into_iter().flatten();
            requests.extend(list.filter_map(|scenario| request(rulebook, scenario)));
        }
        assert!(requests.len() > 200, "the scenarios were not found");
        requests
    })
}

/// The requests that decide.
pub(crate) fn decisions() -> Vec<&'static Value> {
    requests().iter().filter(|request| request.get("facts").is_some()).collect()
}

/// The requests that run ledgers.
pub(crate) fn ledgers() -> Vec<&'static Value> {
    requests().iter().filter(|request| request.get("findings").is_some()).collect()
}

/// The skeleton that authors copy.
pub(crate) fn skeleton() -> &'static Value {
    static SKELETON: OnceLock<Value> = OnceLock::new();
    SKELETON.get_or_init(|| yaml(&root().join("docs/skeleton.yaml")))
}

/// The text of the skeleton.
pub(crate) fn skeleton_text() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| fs::read_to_string(root().join("docs/skeleton.yaml")).unwrap_or_default())
}

/// Every rulebook that the skeleton and the platforms of the scenarios name.
pub(crate) fn comparisons() -> Vec<Value> {
    let pairs = [
        ("cn/complaint", "2018-06-01", "2026-11-22"),
        ("cn/parallel-import", "2019-01-01", "2026-11-22"),
        ("taobao/findings", "2016-06-01", "2026-11-22"),
        ("taobao/counterfeit", "2016-06-01", "2017-04-01"),
    ];
    let pairs = pairs.map(
        |(rulebook, from, to)| json!({"rulebook": rulebook, "from": from, "to": to, "limit": 3}),
    );
    pairs.to_vec()
}
