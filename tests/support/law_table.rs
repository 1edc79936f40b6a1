//! What the law says of every rule, as tables with sources (`tests/law`), and where a rulebook
//! says something else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};
use zhengpin::author::read_yaml;
use zhengpin::problem::child;
use zhengpin::rulebook::Ordered;

use super::references::{references, says};

/// The table of one rulebook.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    /// The rulebook that it speaks of.
    pub(crate) rulebook: String,
    /// Where its rows were read, as in a scenario.
    #[serde(deserialize_with = "references")]
    pub(crate) source: Vec<String>,
    /// What they were read against besides.
    read: Option<String>,
    /// What the law says of a rule, by the place of the rule; `/` for the rulebook as a whole.
    rows: Ordered<Map<String, Value>>,
    /// Rules, or one key of a rule, of which it could not be confirmed, each with the reason.
    /// They are held to nothing.
    #[serde(default)]
    pub(crate) unverified: BTreeMap<String, String>,
}

/// What a rule says of the law, wherever it stands.
const OF_LAW: [&str; 4] = ["cite", "law_of", "in_force", "confidence"];

/// What an element says besides: the cases that speak for it and against it.
const OF_ELEMENTS: [&str; 1] = ["cases"];

/// What is said in words of an element; a row tells that it is.
const IN_WORDS: [&str; 2] = ["split", "reading"];

/// What a rule of a ledger and a deadline say besides, as one word or number.
const OF_LEDGERS: &[&str] = &[
    "per",
    "points",
    "days",
    "hours",
    "cap",
    "at",
    "every",
    "percent",
    "least",
    "most",
    "single",
    "carry_from",
    "carry",
    "raises_to",
    "default",
    "within",
    "before",
    "not_before",
    "otherwise",
    "counts",
    "closes",
    "credit",
    "effect",
    "is",
    "strike",
    "becomes",
    "share_of",
    "to",
    "window",
    "from",
    "who",
    "count",
    "moves",
    "if_none",
    "shape",
    "once",
    "opener_only",
    "act",
    "calendar",
    "done",
    "stated",
    "offset",
    "time_of_day",
    "currency",
    "day",
    "least_booked",
    "most_booked",
];

/// What a fact, a field or a verdict says besides.
const OF_FORMS: &[&str] =
    &["proof", "change", "undisputed", "min", "max", "weight", "exclusive", "who", "optional"];

/// What a duty says besides.
const OF_DUTIES: &[&str] = &["who", "to", "in", "force", "due", "counterpart"];

impl Table {
    /// Where a rulebook, as its files say it, differs from the table.
    pub(crate) fn differences(&self, rulebook: &Map<String, Value>) -> Vec<String> {
        let mut found = Vec::new();
        let mut said = BTreeMap::new();
        let whole = Value::Object(rulebook.clone());
        Self::rules(&whole, "", &mut said);
        for path in self.unverified.keys() {
            if said.remove(path).is_some() {
                continue;
            }
            let (rule, key) = path.rsplit_once('/').unwrap_or_default();
            if said.get_mut(rule).and_then(|row| row.shift_remove(key)).is_none() {
                found.push(format!("{path}: there is no such rule"));
            }
        }
        for (path, row) in &self.rows {
            match said.remove(path) {
                Some(rule) => differ(path, row, &rule, &mut found),
                None => found.push(format!("{path}: there is no such rule")),
            }
        }
        found
            .extend(said.into_keys().map(|path| format!("{path}: the table does not speak of it")));
        found
    }

    /// Every rule that says something of the law, with what it says.
    fn rules(value: &Value, path: &str, said: &mut BTreeMap<String, Map<String, Value>>) {
        match value {
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    Self::rules(value, &child(path, &index.to_string()), said);
                }
            }
            Value::Object(map) if !map.get("zh").is_some_and(Value::is_string) => {
                let counts = path.starts_with("/ledger") || path.starts_with("/deadlines/");
                let says = |(key, value): &(&String, &Value)| {
                    let key = key.as_str();
                    let word = !value.is_array() && (!value.is_object() || key == "count");
                    OF_LAW.contains(&key)
                        || (counts && word && OF_LEDGERS.contains(&key))
                        || (path.starts_with("/duties/") && OF_DUTIES.contains(&key))
                        || (counts && key == "months")
                        || (!counts && OF_FORMS.contains(&key))
                        || (path.is_empty() && key == "as_of")
                        || (path.starts_with("/elements/")
                            && (OF_ELEMENTS.contains(&key) || IN_WORDS.contains(&key)))
                };
                let row: Map<String, Value> = map
                    .iter()
                    .filter(says)
                    .map(|(key, value)| match value.get("zh") {
                        Some(_) => (key.clone(), Value::Bool(true)),
                        None => (key.clone(), value.clone()),
                    })
                    .collect();
                if !row.is_empty() {
                    said.insert(
                        if path.is_empty() { "/".to_owned() } else { path.to_owned() },
                        row,
                    );
                }
                let apart = [
                    "cite",
                    "in_force",
                    "cases",
                    "gaps",
                    "groups",
                    "read",
                    "limits",
                    "choices",
                    "undisputed",
                ];
                let inner = map
                    .iter()
                    .filter(|(key, _)| !apart.contains(&key.as_str()) && key.as_str() != "count");
                inner.for_each(|(key, value)| Self::rules(value, &child(path, key), said));
            }
            _ => {}
        }
    }
}

/// Where a rule differs from its row. Of provisions the order does not matter.
fn differ(
    path: &str,
    row: &Map<String, Value>,
    rule: &Map<String, Value>,
    found: &mut Vec<String>,
) {
    let keys: BTreeSet<&String> = row.keys().chain(rule.keys()).collect();
    for key in keys {
        let (wanted, got) = (row.get(key), rule.get(key));
        let same = match (wanted, got) {
            (Some(Value::Array(wanted)), Some(Value::Array(got))) => {
                let set = |list: &[Value]| -> BTreeSet<String> {
                    list.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect()
                };
                set(wanted) == set(got)
            }
            _ => wanted == got,
        };
        if !same {
            found.push(format!("{path}: {key} is {got:?}, the law says {wanted:?}"));
        }
    }
}

/// The tables of all rulebooks, by the rulebook's id.
pub(crate) fn tables() -> BTreeMap<String, Table> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/law");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let tables = files.map(|file| {
        let text = std::fs::read_to_string(&file).unwrap();
        let (value, _) = read_yaml(&text).unwrap();
        let table: Table = serde_json::from_value(value)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let named = says(&table.source, table.read.as_deref());
        assert!(named, "{}: no source", file.display());
        assert!(table.unverified.values().all(|why| why.len() > 20), "{}: why?", file.display());
        (table.rulebook.clone(), table)
    });
    tables.collect()
}
