//! Parts of a rulebook that have no section of their own kind, such as a ledger: the rules
//! in them, found by the shape in which they are written.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use zhengpin_law::rulebook::Confidence;
use zhengpin_law::text::Text;

/// The keys under which a rule carries its name, or else what stands for it.
const TITLES: &[&str] = &["title", "ask", "name", "says"];

/// Under what name a part of a rulebook can be linked to: the keys that lead there.
pub(super) fn anchor(around: &str, key: &str) -> String {
    if around.is_empty() { key.to_owned() } else { format!("{around}-{key}") }
}

/// What a rule of a part is called.
pub(super) fn title_of(id: &str, entry: &Value) -> Text {
    let title = TITLES.iter().find_map(|key| text(entry.get(key)?));
    title.unwrap_or_else(|| Text { zh: id.to_owned(), en: id.to_owned() })
}

/// A text in both languages, where the value is one.
pub(super) fn text(value: &Value) -> Option<Text> {
    read(value)
}

/// The rules by id, where the value is a map of rules.
pub(super) fn entries(value: &Value) -> Option<&Map<String, Value>> {
    let map = value.as_object().filter(|map| !map.is_empty())?;
    let named = |entry: &Value| TITLES.iter().any(|key| entry.get(key).and_then(text).is_some());
    map.values().all(named).then_some(map)
}

/// A rule in a part of a rulebook.
#[derive(Clone, Debug)]
pub(super) struct PartRule<'a> {
    /// The key of the map that it stands in.
    pub(super) section: &'a str,
    /// Its id there.
    pub(super) id: &'a str,
    /// Under what name it can be linked to.
    pub(super) anchor: String,
    /// What is written of it.
    pub(super) value: &'a Value,
}

/// Calls `visit` with every rule in a part, at any depth. `around` is the name of what the
/// part stands in.
pub(super) fn each_rule<'a>(
    around: &str,
    section: &'a str,
    value: &'a Value,
    visit: &mut dyn FnMut(PartRule<'a>),
) {
    let here = anchor(around, section);
    let rules = entries(value).is_some();
    for (id, value) in value.as_object().into_iter().flatten() {
        if rules {
            visit(PartRule { section, id, anchor: anchor(&here, id), value });
        }
        each_rule(&here, id, value, visit);
    }
}

/// Adds every provision that a rule cites anywhere but in rules of its own.
pub(super) fn cited_in(value: &Value, cited: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                if key == "cite" {
                    cited.extend(strings(value));
                } else if !has_rules(value) {
                    cited_in(value, cited);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| cited_in(item, cited)),
        _ => {}
    }
}

/// The strings of a list, as a `cite` key holds them.
pub(super) fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().into_iter().flatten();
    items.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Whether a value holds rules, at any depth.
pub(super) fn has_rules(value: &Value) -> bool {
    let mut found = false;
    each_rule("", "", value, &mut |_| found = true);
    found
}

/// How well a rule is attested: as it says, or in full where it cites and says nothing.
pub(super) fn confidence(rule: &Map<String, Value>) -> Option<Confidence> {
    let said = rule.get("confidence").and_then(read);
    said.or_else(|| rule.contains_key("cite").then(Confidence::default))
}

/// The value as one of the format, where it is one.
pub(super) fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}
