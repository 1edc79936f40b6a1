//! The properties that are tested, counted by component from `tests/README.md`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::made::hold;
use crate::markdown::document;
use crate::root;

#[test]
fn the_assurance_counts_the_properties_that_the_tests_list() {
    let tests = document("tests/README.md");
    let properties = tests.tables.iter().find(|table| table[0][0] == "name").unwrap();
    assert_eq!(properties[0], ["name", "component", "kind", "property"]);
    let mut counted: BTreeMap<&str, (usize, usize, Vec<&str>)> = BTreeMap::new();
    for row in properties.iter().skip(1) {
        let [name, component, kind, property] = row.as_slice() else { panic!("{row:?}") };
        assert!(!property.is_empty(), "{name} says nothing");
        let entry = counted.entry(component).or_default();
        let random = kind.contains("random");
        let all =
            kind.contains("exhaustive") || kind.contains("every") || kind.contains("25 kinds");
        entry.0 += usize::from(all);
        entry.1 += usize::from(random);
        entry.2.push(name);
    }
    let mut table =
        String::from("| of | over all cases | over random ones | names |\n|---|---|---|---|\n");
    for (component, (all, random, names)) in &counted {
        writeln!(table, "| {component} | {all} | {random} | {} |", names.join(", ")).unwrap();
    }
    hold("docs/assurance.md", "made: properties", &table);
}

#[test]
fn the_assurance_leads_to_the_latest_mutation_run() {
    let run = root().join("docs/assurance/mutation.md");
    let told = if run.exists() {
        "The latest run is in [assurance/mutation.md](assurance/mutation.md).\n"
    } else {
        "No run is recorded yet.\n"
    };
    hold("docs/assurance.md", "made: mutation", told);
}
