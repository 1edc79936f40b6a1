//! What the notes make of rules, as tables with a source for every row (`tests/modality`).

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};
use zhengpin::author::read_yaml;

use super::references::references;

/// The table of one rulebook.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Modalities {
    pub(crate) rulebook: String,
    pub(crate) as_of: String,
    pub(crate) issues: BTreeMap<String, IssueTable>,
}

/// What the notes make of the rules of one issue.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct IssueTable {
    /// What is stated of every case; the rest is presumed.
    pub(crate) facts: Map<String, Value>,
    /// The verdict on these alone.
    pub(crate) otherwise: String,
    /// The verdict that each kind of rule leads to.
    pub(crate) kinds: BTreeMap<String, String>,
    /// Whether rules of the rows are met, or broken.
    pub(crate) met: bool,
    pub(crate) rows: BTreeMap<String, Row>,
}

/// What the notes make of one rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    /// The element that is met or broken.
    pub(crate) rule: Option<String>,
    /// The alert that is due.
    pub(crate) alert: Option<String>,
    /// Whether the element is met, where it is not as the others.
    pub(crate) met: Option<bool>,
    /// The point of the notes.
    #[serde(deserialize_with = "references")]
    pub(crate) source: Vec<String>,
    pub(crate) kind: String,
    /// What is otherwise than in the case where nothing is.
    pub(crate) facts: Map<String, Value>,
    /// Provisions that the verdict cites.
    #[serde(default)]
    pub(crate) cites: Vec<String>,
}

pub(crate) fn modalities() -> Vec<Modalities> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/modality");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = files.map(|file| {
        let (value, _) = read_yaml(&std::fs::read_to_string(&file).unwrap()).unwrap();
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    });
    read.collect()
}
