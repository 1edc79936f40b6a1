//! Changes that no request can tell apart, each with the reason why.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use zhengpin::author::read_yaml;

/// The changes listed, by rulebook.
pub(crate) struct Exceptions {
    listed: BTreeMap<String, Vec<Listed>>,
    /// Those that a change was found for that nobody noticed.
    used: RefCell<BTreeSet<String>>,
}

/// Changes of one kind that cannot be told apart for one reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    /// Why no request tells them apart.
    reason: String,
    /// The changes, as the report names them.
    changes: Vec<String>,
}

impl Exceptions {
    pub(crate) fn read(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).unwrap();
        let (value, _) = read_yaml(&text).unwrap();
        let listed: BTreeMap<String, Vec<Listed>> = serde_json::from_value(value).unwrap();
        let reasons = listed.values().flatten();
        assert!(reasons.clone().all(|one| !one.reason.trim().is_empty()), "a reason is missing");
        Self { listed, used: RefCell::default() }
    }

    /// Whether a change is listed as one that cannot be told apart.
    pub(crate) fn hold(&self, rulebook: &str, change: &str) -> bool {
        let listed = self.listed.get(rulebook).into_iter().flatten();
        let holds = listed.flat_map(|one| &one.changes).any(|listed| listed == change);
        if holds {
            self.used.borrow_mut().insert(format!("{rulebook} {change}"));
        }
        holds
    }

    /// Those that are listed, though somebody notices them or there is no such change.
    pub(crate) fn stale(&self) -> Vec<String> {
        let all = self.listed.iter().flat_map(|(rulebook, listed)| {
            let changes = listed.iter().flat_map(|one| &one.changes);
            changes.map(move |change| format!("{rulebook} {change}"))
        });
        all.filter(|change| !self.used.borrow().contains(change)).collect()
    }
}
