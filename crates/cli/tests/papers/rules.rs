//! The rules of the built-in rulebooks, as their authors wrote them.

use serde_json::{Map, Value};
use zhengpin_law::author::load_folder;

use crate::root;

/// A kind of rule, and where rules of this kind stand in a rulebook.
pub(crate) struct Kind {
    /// What it is called.
    pub(crate) name: &'static str,
    /// The keys that lead to its rules; `*` stands for every key there.
    path: &'static [&'static str],
}

/// Every kind of rule that a scenario can be looked at for.
pub(crate) const KINDS: &[Kind] = &[
    Kind { name: "verdict", path: &["issues", "*", "verdicts", "*"] },
    Kind { name: "element", path: &["elements", "*"] },
    Kind { name: "alert", path: &["alerts", "*"] },
    Kind { name: "constraint", path: &["constraints", "*"] },
    Kind { name: "deadline", path: &["deadlines", "*"] },
    Kind { name: "duty", path: &["duties", "*"] },
    Kind { name: "sentence", path: &["documents", "*", "sections", "*", "sentences", "*"] },
    Kind { name: "tier", path: &["ledger", "tiers", "*"] },
    Kind { name: "measure", path: &["ledger", "measures", "*"] },
    Kind { name: "window", path: &["ledger", "windows", "*"] },
    Kind { name: "node", path: &["ledger", "nodes", "*"] },
    Kind { name: "closure", path: &["ledger", "closures", "*"] },
    Kind { name: "charge", path: &["ledger", "charges", "*"] },
    Kind { name: "circumstance", path: &["ledger", "circumstances", "*"] },
];

/// A rulebook as written.
pub(crate) struct Written {
    /// Its id.
    pub(crate) id: String,
    /// All of it.
    pub(crate) source: Map<String, Value>,
}

impl Written {
    /// The rules of a kind: the ids on the way to each, joined by `/`, and what it says.
    pub(crate) fn rules(&self, kind: &Kind) -> Vec<(String, &Value)> {
        let mut found = Vec::new();
        for (key, value) in &self.source {
            if kind.path.first() == Some(&key.as_str()) {
                walk(value, kind.path.get(1..).unwrap_or_default(), "", &mut found);
            }
        }
        found
    }
}

fn walk<'a>(value: &'a Value, path: &[&str], name: &str, found: &mut Vec<(String, &'a Value)>) {
    let Some((step, rest)) = path.split_first() else {
        found.push((name.to_owned(), value));
        return;
    };
    for (key, value) in value.as_object().into_iter().flatten() {
        match (*step, name) {
            ("*", "") => walk(value, rest, key, found),
            ("*", _) => walk(value, rest, &format!("{name}/{key}"), found),
            (step, _) if step == key => walk(value, rest, name, found),
            _ => {}
        }
    }
}

/// Every built-in rulebook, in order.
pub(crate) fn rulebooks() -> Vec<Written> {
    let found = load_folder(&root().join("src/rulebooks")).unwrap();
    let written = found.rulebooks.iter().map(|loaded| Written {
        id: loaded.value.rulebook.clone(),
        source: loaded.source().clone(),
    });
    written.collect()
}
