//! What the notes make of each rule, held against what the engine answers: whether what is
//! missing fails, is a gap or is only told; whether a ground decides, leaves the courts divided
//! or bars the claim.
//!
//! Source: the tables of `tests/modality`, of which every row names its own point of docs/law.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[allow(dead_code, reason = "sources are followed elsewhere")]
#[path = "support/modality_table.rs"]
mod modality_table;
#[allow(dead_code, reason = "a table is read, and not whether it names anything")]
#[path = "support/references.rs"]
mod references;

use std::collections::BTreeSet;
use std::path::Path;

use modality_table::{IssueTable, Modalities, Row, modalities};
use serde_json::{Map, Value, json};
use zhengpin::answer;
use zhengpin::author::load_folder;
use zhengpin::rulebook::Condition;

fn decided(table: &Modalities, issue: &str, facts: &Map<String, Value>) -> Value {
    let request = json!({
        "rulebook": table.rulebook, "asOf": table.as_of, "issues": [issue],
        "presume": true, "facts": facts,
    });
    let answer: Value = serde_json::from_str(&answer::decide(&request.to_string())).unwrap();
    assert!(answer.get("error").is_none(), "{request}: {}", answer["error"]);
    answer
}

/// The states in which an element stands below a node.
fn states(node: &Value, element: &str, found: &mut BTreeSet<String>) {
    if node["kind"] == "element" && node["id"] == element {
        found.insert(node["state"].as_str().unwrap().to_owned());
    }
    let children = node["children"].as_array();
    children.into_iter().flatten().for_each(|child| states(child, element, found));
}

/// What of a row the answer does not bear out.
fn differences(table: &Modalities, issue: &str, of: &IssueTable, row: &Row) -> Vec<String> {
    let mut facts = of.facts.clone();
    facts.extend(row.facts.clone());
    let answer = decided(table, issue, &facts);
    let told = &answer["issues"][0];
    let mut wrong = Vec::new();
    let Some(verdict) = of.kinds.get(&row.kind) else { return vec!["no such kind".to_owned()] };
    if told["verdict"] != **verdict || told["settled"] != true {
        wrong.push(format!("the notes say {verdict}, the answer {}", told["verdict"]));
    }
    if let Some(rule) = &row.rule {
        let mut found = BTreeSet::new();
        states(&told["application"], rule, &mut found);
        let state = if row.met.unwrap_or(of.met) { "yes" } else { "no" };
        if !found.contains(state) {
            wrong.push(format!("{rule} is not {state}: {found:?}"));
        }
    }
    if let Some(alert) = &row.alert {
        let mut about = answer["warnings"].as_array().unwrap().iter().map(|one| &one["about"]);
        if !about.any(|about| about == alert) {
            wrong.push(format!("{alert} is not told"));
        }
    }
    let cited: BTreeSet<&str> = told["citations"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["provision"].as_str())
        .collect();
    wrong.extend(
        row.cites
            .iter()
            .filter(|id| !cited.contains(id.as_str()))
            .map(|id| format!("{id} is not cited")),
    );
    if row.rule.is_none() && row.alert.is_none() {
        wrong.push("names neither rule nor alert".to_owned());
    }
    wrong
}

#[test]
fn every_rule_weighs_what_its_point_of_the_notes_says() {
    let (mut rows, mut wrong) = (0, Vec::new());
    for table in modalities() {
        for (issue, of) in &table.issues {
            let base = decided(&table, issue, &of.facts);
            if base["issues"][0]["verdict"] != *of.otherwise {
                wrong.push(format!(
                    "{issue}: {}, not {}",
                    base["issues"][0]["verdict"], of.otherwise
                ));
            }
            for (name, row) in &of.rows {
                rows += 1;
                let found = differences(&table, issue, of, row);
                wrong.extend(
                    found.iter().map(|one| format!("{} {issue}/{name}: {one}", table.rulebook)),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(rows > 110, "{rows}");
}

/// The table would notice another weight: of no issue do all kinds lead to one verdict, and
/// every kind that leads elsewhere than the case itself has a row.
#[test]
fn every_kind_is_told_apart_by_some_row() {
    for table in modalities() {
        for (issue, of) in &table.issues {
            let verdicts: BTreeSet<&String> = of.kinds.values().collect();
            assert!(verdicts.len() > 1, "{issue}");
            for kind in of.kinds.keys() {
                assert!(of.rows.values().any(|row| row.kind == *kind), "{issue}: {kind}");
            }
        }
    }
}

/// Every requirement of a notice and of a counter-notice, and every ground under trademark law,
/// has a row: what the rulebook weighs, the notes weigh.
#[test]
fn no_requirement_and_no_ground_is_without_a_row() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    for (rulebook, issue, wholes) in [
        ("cn/complaint", "notice", &["statutory_minimum", "guidance_complete"][..]),
        ("cn/complaint", "counter_notice", &["counter_minimum", "counter_guidance"]),
        ("cn/parallel-import", "trademark", &["goods_trigger", "goods_doubt"]),
    ] {
        let tables = modalities();
        let table = tables.iter().find(|table| table.rulebook == rulebook).unwrap();
        let day = zhengpin::day::parse(&table.as_of).unwrap();
        let rows: BTreeSet<&str> =
            table.issues[issue].rows.values().filter_map(|row| row.rule.as_deref()).collect();
        let law = &found.rulebooks.iter().find(|one| one.value.rulebook == rulebook).unwrap().value;
        for whole in wholes {
            let source = law.elements.get(*whole).unwrap();
            for part in source.all.iter().chain(&source.any) {
                let Condition::Name(name) = part else { panic!("{whole}: {part:?}") };
                let in_force = law.elements.get(name).unwrap().in_force.holds_on(day);
                assert!(!in_force || rows.contains(name.as_str()), "{rulebook} {name}: no row");
            }
        }
    }
}
