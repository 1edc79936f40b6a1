//! The changes that `cargo xtask mutate` makes: all of a small rulebook, one by one; and that no
//! rule of the real ones is left out.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

#[path = "../benches/mutate/conditions.rs"]
mod conditions;
#[path = "../benches/mutate/deciding.rs"]
mod deciding;
#[path = "../benches/mutate/ledger.rs"]
mod ledger;
#[path = "../benches/mutate/mutant.rs"]
#[allow(dead_code, reason = "the names of the kinds are for the report")]
mod mutant;
#[path = "../benches/mutate/plain.rs"]
mod plain;

use std::collections::BTreeSet;
use std::path::Path;

use mutant::{Mutant, Mutants};
use serde_json::{Map, Value};
use zhengpin::author::{load_folder, read_yaml};

fn mutants(rulebook: &Map<String, Value>, provisions: &[String]) -> Vec<Mutant> {
    let mut mutants = Mutants { provisions, found: Vec::new() };
    mutants.deciding(rulebook);
    mutants.ledger(rulebook);
    mutants.found
}

const SMALL: &str = "
facts:
  a: {kind: yes_no}
  c: {kind: choice, choices: {x: {}, y: {}}}
elements:
  e:
    all: [a, {not: {c: x}}]
    unless: [{d: {on_or_after: 2020-01-31}}]
    cite: [law/1]
    in_force: {from: 2020-01-01}
deadlines:
  d: {count: {days: 15}}
";

/// Source: tests/README.md, "Mutation": every single way that the format allows.
#[test]
fn every_change_of_a_small_rulebook() {
    let (value, _) = read_yaml(SMALL).unwrap();
    let provisions = ["law/1", "law/2", "other/1"].map(str::to_owned);
    let names: Vec<String> =
        mutants(value.as_object().unwrap(), &provisions).iter().map(Mutant::name).collect();
    let expected = [
        "/elements/e/cite/0 law/1 dropped",
        "/elements/e/cite/0 law/1 → law/2",
        "/elements/e/in_force/from 2020-01-01 → 2019-12-31",
        "/elements/e/in_force/from 2020-01-01 → 2020-01-02",
        "/elements/e/in_force/from dropped",
        "/elements/e all → any",
        "/elements/e/all/0 a dropped",
        "/elements/e/all/0 negated",
        "/elements/e/all/1 dropped",
        "/elements/e/all/1 `not` dropped",
        "/elements/e/all/1/not negated",
        "/elements/e/all/1/not/c x → y",
        "/elements/e/unless/0 dropped",
        "/elements/e/unless/0 negated",
        "/elements/e/unless/0/d/on_or_after 2020-01-31 → 2020-01-30",
        "/elements/e/unless/0/d/on_or_after 2020-01-31 → 2020-02-01",
        "/elements/e/unless/0/d on_or_after → on_or_before",
        "/deadlines/d dropped",
        "/deadlines/d/moves left out → true",
        "/deadlines/d/count/days 15 → 14",
        "/deadlines/d/count/days 15 → 16",
        "/deadlines/d/count days → working_days",
        "/deadlines/d/count days → months",
    ];
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    assert_eq!(sorted(names), sorted(expected.map(str::to_owned).to_vec()));
}

/// A change that changes nothing, or two of one name, would count for nothing.
#[test]
fn every_change_changes_something_and_has_a_name_of_its_own() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    for loaded in &found.rulebooks {
        let id = &loaded.value.rulebook;
        let all = mutants(loaded.source(), &[]);
        let names: BTreeSet<String> = all.iter().map(Mutant::name).collect();
        assert_eq!(names.len(), all.len(), "{id}");
        for mutant in &all {
            let changed = mutant.of(loaded.source());
            let order = |map: &Map<String, Value>| serde_json::to_string(map).unwrap();
            assert_ne!(order(&changed), order(loaded.source()), "{id} {}", mutant.name());
        }
    }
}

/// Every provision that a rule cites, every first and last day and every condition is changed.
#[test]
fn no_rule_is_left_out() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    for loaded in &found.rulebooks {
        let all = mutants(loaded.source(), &[]);
        let paths: BTreeSet<&str> = all.iter().map(|mutant| mutant.path.as_str()).collect();
        let mut known = 0;
        leaves(&Value::Object(loaded.source().clone()), "", &mut |path, key| {
            let wanted = match key {
                "cite" => format!("{path}/0"),
                "from" | "to" if path.contains("/in_force/") => path.to_owned(),
                "never" | "count" => path.to_owned(),
                _ => return,
            };
            let changed = paths.iter().any(|found| found.starts_with(&wanted));
            assert!(changed, "{} {path}", loaded.value.rulebook);
            known += 1;
        });
        assert!(known > 3, "{}", loaded.value.rulebook);
    }
}

/// Every value by its path and key, those of the instruments' cases apart.
fn leaves(value: &Value, path: &str, seen: &mut impl FnMut(&str, &str)) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter().filter(|(key, _)| *key != "cases") {
                let path = zhengpin::problem::child(path, key);
                seen(&path, key);
                leaves(value, &path, seen);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                leaves(value, &zhengpin::problem::child(path, &index.to_string()), seen);
            }
        }
        _ => {}
    }
}
