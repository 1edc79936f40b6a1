//! Every direct dependency, of Rust and of npm, has a reason.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::Command;

use serde_json::Value;

use crate::made::hold;
use crate::scenarios::yaml;
use crate::{read, root, updating};

/// What the crates of the workspace name in their manifests, with version and use.
fn crates() -> BTreeMap<String, (String, String)> {
    let cargo = option_env!("CARGO").unwrap_or("cargo");
    let told = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    let mut found: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut packages: Vec<&Value> = told["packages"].as_array().unwrap().iter().collect();
    packages.sort_by_key(|package| package["name"].as_str());
    for package in packages {
        for dependency in package["dependencies"].as_array().unwrap() {
            // Crates of this repository need no reason.
            if !dependency["path"].is_null() {
                continue;
            }
            let kind =
                dependency["kind"].as_str().map_or(String::new(), |kind| format!(" ({kind})"));
            let used = format!("{}{kind}", package["name"].as_str().unwrap());
            let version = dependency["req"].as_str().unwrap().trim_start_matches('^').to_owned();
            let name = dependency["name"].as_str().unwrap().to_owned();
            let entry = found.entry(name).or_insert_with(|| (version, String::new()));
            if !entry.1.split(", ").any(|one| one == used) {
                entry.1 = if entry.1.is_empty() { used } else { format!("{}, {used}", entry.1) };
            }
        }
    }
    found
}

/// What the pages name in their manifest.
fn packages() -> BTreeMap<String, (String, String)> {
    let manifest: Value = serde_json::from_str(&read("www/package.json")).unwrap();
    let mut found = BTreeMap::new();
    for (key, used) in [("dependencies", "pages"), ("devDependencies", "build and tests")] {
        for (name, version) in manifest[key].as_object().unwrap() {
            let version = version.as_str().unwrap().to_owned();
            found.insert(name.clone(), (version, used.to_owned()));
        }
    }
    found
}

#[test]
fn every_direct_dependency_has_a_reason_and_every_reason_a_dependency() {
    let reasons = yaml(&read("docs/assurance/dependencies.yaml"));
    let mut wrong = Vec::new();
    for (kind, found, name) in
        [("rust", crates(), "made: crates"), ("npm", packages(), "made: packages")]
    {
        assert!(found.len() > 10, "the dependencies were not found");
        let reasons = reasons[kind].as_object().unwrap();
        let mut table = String::from("| | version | used by | why |\n|---|---|---|---|\n");
        for (name, (version, used)) in &found {
            match reasons.get(name).and_then(Value::as_str) {
                None => wrong.push(format!("{kind}: {name} ({used}) has no reason")),
                Some(why) => writeln!(table, "| {name} | {version} | {used} | {why} |").unwrap(),
            }
        }
        for name in reasons.keys().filter(|name| !found.contains_key(*name)) {
            wrong.push(format!("{kind}: {name} has a reason and is not used"));
        }
        if updating() {
            hold("docs/assurance.md", name, &table);
        }
    }
    assert!(wrong.is_empty(), "docs/assurance/dependencies.yaml:\n{}", wrong.join("\n"));
}
