//! Every source that a scenario (`scenarios/`), a table (`law/`) or a lesson
//! (`../www/lessons/`) names stands in the repository: a point of `docs/law`, a provision of the instruments, or a decided case of a
//! rulebook.
//!
//! Source: docs/law/README.md, "a test follows every such name". The anchors are read here from
//! the text of the notes alone; provisions and cases as the loader finds them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[allow(dead_code, reason = "only what a table names is looked at")]
#[path = "support/law_table.rs"]
mod law_table;
#[allow(dead_code, reason = "only what a table names is looked at")]
#[path = "support/modality_table.rs"]
mod modality_table;
#[path = "support/references.rs"]
mod references;
#[allow(dead_code, reason = "only what a scenario names is looked at")]
#[path = "support/scenario.rs"]
mod scenario;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, slice};

use law_table::tables;
use modality_table::modalities;
use scenario::scenario_files;
use serde::Deserialize;
use zhengpin::author::{load_folder, read_yaml};

/// What a source can name.
struct Standing {
    /// The anchors of each file of notes, by the file's name without its ending, in their order.
    points: BTreeMap<String, Vec<String>>,
    /// The provisions, as rules cite them.
    provisions: BTreeSet<String>,
    /// The decided cases, as `RULEBOOK/ID`.
    cases: BTreeSet<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The anchors that a text sets itself.
fn anchors(text: &str) -> Vec<String> {
    let after = text.split("<a id=\"").skip(1);
    after.filter_map(|rest| rest.split_once('"')).map(|(id, _)| id.to_owned()).collect()
}

impl Standing {
    fn read() -> Self {
        let mut points = BTreeMap::new();
        for entry in fs::read_dir(root().join("docs/law")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|kind| kind == "md") {
                let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
                points.insert(name, anchors(&fs::read_to_string(&path).unwrap()));
            }
        }
        let found = load_folder(&root().join("src/rulebooks")).unwrap();
        let instruments = found.instruments.value.instruments.iter();
        let provisions = instruments.flat_map(|(instrument, of)| {
            of.provisions.keys().map(move |provision| format!("{instrument}/{provision}"))
        });
        let rulebooks = found.rulebooks.iter().map(|loaded| &loaded.value);
        let cases = rulebooks
            .flat_map(|of| of.cases.keys().map(move |case| format!("{}/{case}", of.rulebook)));
        Self { points, provisions: provisions.collect(), cases: cases.collect() }
    }

    /// Whether a reference leads somewhere.
    fn has(&self, reference: &str) -> bool {
        if let Some(case) = reference.strip_prefix("case:") {
            self.cases.contains(case)
        } else if let Some((file, anchor)) = reference.split_once('#') {
            self.points.get(file).is_some_and(|of| of.iter().any(|one| one == anchor))
        } else {
            self.provisions.contains(reference)
        }
    }

    /// What of a source leads nowhere, or stands in it twice; each after who names it.
    fn wrong(&self, who: &str, source: &[String]) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut seen = BTreeSet::new();
        for one in source {
            if !self.has(one) {
                wrong.push(format!("{who}: {one} stands nowhere"));
            }
            if !seen.insert(one) {
                wrong.push(format!("{who}: {one} is named twice"));
            }
        }
        if source.is_empty() {
            wrong.push(format!("{who}: names no source"));
        }
        wrong
    }
}

/// Anchors that stand more than once in one file.
fn twice(anchors: &[String]) -> Vec<&String> {
    let mut seen = BTreeSet::new();
    anchors.iter().filter(|anchor| !seen.insert(*anchor)).collect()
}

#[test]
fn every_source_of_a_scenario_stands_in_the_repository() {
    let standing = Standing::read();
    let mut looked_at = 0;
    let mut wrong = Vec::new();
    for file in scenario_files() {
        for scenario in &file.scenarios {
            looked_at += 1;
            let who = format!("{}: {}", file.name, scenario.name);
            wrong.extend(standing.wrong(&who, &scenario.source));
        }
    }
    assert!(looked_at > 1000, "the scenarios were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_source_of_a_table_stands_in_the_repository() {
    let standing = Standing::read();
    let tables = tables();
    let wrong = tables.values().flat_map(|table| standing.wrong(&table.rulebook, &table.source));
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each row rests on a point of the notes, and not on what the rulebook cites.
#[test]
fn every_source_of_a_weight_is_a_point_of_the_notes() {
    let standing = Standing::read();
    let mut wrong = Vec::new();
    for table in modalities() {
        for (issue, of) in &table.issues {
            for (name, row) in &of.rows {
                let who = format!("{} {issue}/{name}", table.rulebook);
                wrong.extend(standing.wrong(&who, &row.source));
                let elsewhere = row.source.iter().filter(|one| !one.contains('#'));
                wrong.extend(elsewhere.map(|one| format!("{who}: {one} is no point of the notes")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Of a lesson, what it rests on; its form is checked by `www/build/lesson-files.ts`.
#[derive(Deserialize)]
struct Lesson {
    source: Vec<String>,
}

#[test]
fn every_source_of_a_lesson_stands_in_the_repository() {
    let standing = Standing::read();
    let mut looked_at = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(root().join("www/lessons")).unwrap() {
        let path = entry.unwrap().path();
        let is_yaml = path.extension().is_some_and(|kind| kind == "yaml");
        if !is_yaml || path.file_name().is_some_and(|name| name == "paths.yaml") {
            continue;
        }
        looked_at += 1;
        let (value, _) = read_yaml(&fs::read_to_string(&path).unwrap()).unwrap();
        let lesson: Lesson = serde_json::from_value(value).unwrap();
        let name = path.display().to_string();
        wrong.extend(standing.wrong(&name, &lesson.source));
    }
    assert!(looked_at >= 24, "the lessons were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_anchor_of_the_notes_stands_twice() {
    let standing = Standing::read();
    assert!(standing.points.len() > 3, "the notes were not found");
    for (file, anchors) in &standing.points {
        assert!(!anchors.is_empty(), "docs/law/{file}.md has no points");
        let twice = twice(anchors);
        assert!(twice.is_empty(), "docs/law/{file}.md: {twice:?}");
    }
}

/// What is wrong is noticed: each kind of reference, once as it stands and once not.
#[test]
fn a_source_that_leads_nowhere_is_named() {
    let standing = Standing::read();
    for (sound, broken) in [
        ("penalties#a3-9", "penalties#a3-99"),
        ("README#sure", "nowhere#sure"),
        ("ecl/42/2", "ecl/42"),
        ("case:cn/complaint/citic-xunmeng", "case:cn/parallel-import/citic-xunmeng"),
    ] {
        let named = |one: &str| standing.wrong("it", slice::from_ref(&one.to_owned()));
        assert_eq!(named(sound), Vec::<String>::new());
        assert_eq!(named(broken), [format!("it: {broken} stands nowhere")]);
    }
    assert!(!standing.has("E-Commerce Law art. 42(2)"));
    assert_eq!(standing.wrong("it", &[]), ["it: names no source"]);
    let doubled = ["ecl/44".to_owned(), "ecl/44".to_owned()];
    assert_eq!(standing.wrong("it", &doubled), ["it: ecl/44 is named twice"]);
    let doubled = anchors("<a id=\"one\"></a> <a id=\"two\"></a> <a id=\"one\"></a>");
    assert_eq!(twice(&doubled), ["one"]);
}
