//! The drawings of crates and rooms are as manifests and `use` lines are.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::process::Command;

use serde_json::Value;

use crate::graph::{Graph, arrows, circle, rooms};
use crate::made::hold;
use crate::{read, root};

const DOCUMENT: &str = "docs/architecture.md";

/// The crates of the workspace and which of the others each needs, to run or to be built.
fn crates() -> Graph {
    let cargo = option_env!("CARGO").unwrap_or("cargo");
    let told = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    let mut graph = Graph::new();
    for package in told["packages"].as_array().unwrap() {
        let named = graph.entry(package["name"].as_str().unwrap().to_owned()).or_default();
        for dependency in package["dependencies"].as_array().unwrap() {
            if !dependency["path"].is_null() && dependency["kind"] != "dev" {
                named.insert(dependency["name"].as_str().unwrap().to_owned());
            }
        }
    }
    graph
}

fn drawn(graph: &Graph) -> String {
    let mut text = String::from("```mermaid\nflowchart TD\n");
    let arrows = arrows(graph);
    let touched: BTreeSet<&String> = arrows.iter().flat_map(|(from, to)| [from, to]).collect();
    for (from, to) in &arrows {
        writeln!(text, "  {from} --> {to}").unwrap();
    }
    for alone in graph.keys().filter(|room| !touched.contains(room)) {
        writeln!(text, "  {alone}").unwrap();
    }
    text.push_str("```\n");
    text
}

#[test]
fn crates_and_rooms_are_as_drawn_and_in_no_circle() {
    for (name, graph) in
        [("crates", crates()), ("crates/law/src", rooms("crates/law/src")), ("src", rooms("src"))]
    {
        assert!(graph.len() > 3, "{name}: nothing was found");
        assert_eq!(circle(&graph), None, "{name}: a circle");
        hold(DOCUMENT, &format!("drawing: {name}"), &drawn(&graph));
    }
}

#[test]
fn every_room_is_told_in_the_architecture() {
    let text = read(DOCUMENT);
    for (folder, rooms) in [("crates/law/src", rooms("crates/law/src")), ("src", rooms("src"))] {
        for room in rooms.keys() {
            let told = text.contains(&format!("`{folder}/{room}"));
            assert!(told, "{DOCUMENT} does not tell of `{folder}/{room}`");
        }
    }
}
