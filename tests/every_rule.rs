//! Every rule and every condition of a rulebook is enumerated: against the files, read as they
//! are.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value, json};
use zhengpin::author::{load_folder, read};
use zhengpin::compile::{Law, compile};
use zhengpin::rulebook::{Rulebook, Validity};

/// The keys under which a rule of any kind states conditions, and those under which it cites.
const CONDITIONS: [&str; 8] = ["all", "any", "not", "is", "unless", "when", "except", "never"];

/// What a rule says: how many conditions, which provisions, when it is in force.
type Said = (usize, Vec<String>, Value);

/// What the rules of a rulebook say, by path, as its files have them. A part of a rulebook
/// that holds rules is found by its shape, so that one that the format gains is found too.
fn written(source: &Map<String, Value>) -> BTreeMap<String, Said> {
    let mut rules = BTreeMap::new();
    for (part, value) in source.iter().filter(|(part, _)| *part != "ledger") {
        collect(&format!("/{part}"), value, &mut rules);
    }
    rules
}

/// Whether an object is a rule: it states conditions, cites, or holds for a time.
fn is_rule(map: &Map<String, Value>) -> bool {
    CONDITIONS.iter().chain(&["cite", "in_force"]).any(|key| map.contains_key(*key))
}

fn collect(path: &str, value: &Value, rules: &mut BTreeMap<String, Said>) {
    let Value::Object(map) = value else { return };
    let here = is_rule(map);
    if here {
        let conditions = CONDITIONS.iter().filter_map(|key| map.get(*key));
        let count = conditions.map(|stated| stated.as_array().map_or(1, Vec::len)).sum();
        let cite = map.get("cite").and_then(Value::as_array).cloned().unwrap_or_default();
        let cite = cite.iter().map(|id| id.as_str().unwrap().to_owned()).collect();
        let in_force = map.get("in_force").cloned().unwrap_or_else(|| json!({}));
        rules.insert(path.to_owned(), (count, cite, in_force));
    }
    for (key, inner) in map {
        // A condition is no rule, though `all` and `any` stand in it again.
        if !(here && CONDITIONS.contains(&key.as_str())) {
            collect(&format!("{path}/{key}"), inner, rules);
        }
    }
}

/// The same by the engine's own list of rules, those left out that say nothing of the kind.
fn enumerated(rulebook: &Rulebook) -> BTreeMap<String, Said> {
    let rules = rulebook.rules().into_iter().map(|rule| {
        let rests = rule.rests();
        let said = (rests.conditions.len(), rests.cite.to_vec(), days(rests.in_force));
        (rule.path(), said)
    });
    rules.filter(|(_, said)| *said != (0, Vec::new(), json!({}))).collect()
}

fn days(validity: Validity) -> Value {
    let ends = [("from", validity.from), ("to", validity.to)];
    let ends =
        ends.into_iter().filter_map(|(key, day)| Some((key.to_owned(), json!(day?.to_string()))));
    let about = validity.about.then(|| ("about".to_owned(), json!(true)));
    Value::Object(ends.chain(about).collect())
}

// Source: issue 9, "every rule and condition of a rulebook is enumerated in one place".
#[test]
fn every_rule_of_every_rulebook_is_enumerated_with_its_conditions() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rulebooks");
    let found = load_folder(&root).unwrap();
    let (mut rules, mut conditions) = (0, 0);
    for loaded in &found.rulebooks {
        let mut written = written(loaded.source());
        // Those that say `cite: []` or nothing but `otherwise` rest on nothing.
        written.retain(|_, said| *said != (0, Vec::new(), json!({})));
        // The rulebook itself has an `in_force` at the top, which is no rule's.
        written.remove("/in_force");
        let enumerated = enumerated(&loaded.value);
        for (path, said) in &written {
            assert_eq!(enumerated.get(path), Some(said), "{}{path}", loaded.value.rulebook);
        }
        assert_eq!(enumerated.len(), written.len(), "{}", loaded.value.rulebook);
        rules += written.len();

        // An element as compiled has one condition for its `all`, `any`, `not` or `is`, which
        // are exclusive.
        let compiled = compile(&loaded.value, &found.law()).unwrap();
        let merged: usize = loaded
            .value
            .elements
            .values()
            .map(|one| (one.all.len() + one.any.len()).saturating_sub(1))
            .sum();
        let stated: usize = written.values().map(|(count, ..)| count).sum();
        assert_eq!(compiled.conditions().len(), stated - merged, "{}", loaded.value.rulebook);
        conditions += stated;
        // Each has a place of its own, which is there in the files.
        let source = Value::Object(loaded.source().clone());
        let places: Vec<String> =
            compiled.conditions().iter().map(|one| one.place.path()).collect();
        for (number, place) in places.iter().enumerate() {
            assert!(source.pointer(place).is_some(), "{}{place}", loaded.value.rulebook);
            assert!(!places.iter().skip(number + 1).any(|other| other == place), "{place}");
        }
    }
    assert!(rules > 400 && conditions > 600, "{rules} rules, {conditions} conditions");
}

/// A name stands in many ways, and each is found, also the day that another is counted from.
#[test]
fn what_a_rule_mentions_is_found_however_it_stands() {
    let title = json!({"zh": "题", "en": "title"});
    let rulebook: Rulebook = read(json!({
        "rulebook": "t", "title": title, "summary": title,
        "as_of": "2026-01-01", "in_force": {},
        "deadlines": {"d": {
            "title": title, "says": title, "from": "f1", "done": "f2", "stated": "f3",
            "count": {"days": 3}, "who": "seller", "cite": [],
            "when": {"all": [
                "e1",
                {"not": {"any": [{"f4": true}, {"f5": {"after": {"fact": "f6", "days": 1}}}]}},
                "e1"
            ]}
        }},
        "documents": {"p": {"title": title, "sections": {"s": {"title": title, "sentences": {
            "n": {"says": {"zh": "{f7}到{f8}", "en": "{f8} and {f7}"}, "when": {"f9": {"at_least": 2}}}
        }}}}},
    }))
    .unwrap();
    let mentions: Vec<Vec<&str>> =
        rulebook.rules().iter().map(zhengpin::rulebook::Rule::mentions).collect();
    let expected: [&[&str]; 3] =
        [&["e1", "f4", "f5", "f6", "f1", "f2", "f3"], &[], &["f9", "f7", "f8"]];
    assert_eq!(mentions, expected);
    // Nothing there is a name of this law, so it does not compile, and each name is told.
    assert!(compile(&rulebook, &Law::default()).is_err());
}
