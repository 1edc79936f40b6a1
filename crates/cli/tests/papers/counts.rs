//! Numbers in the text are as counted. What is counted stands behind the number, as
//! `<!-- = what -->`, where readers of the page do not see it.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use zhengpin::answer;

use crate::markdown::documents;
use crate::rules::{KINDS, Written, rulebooks};
use crate::scenarios::{scenarios, yaml};
use crate::{files, read, root, updating};

/// Everything that a text may count.
fn counted() -> BTreeMap<&'static str, String> {
    let written = rulebooks();
    let of_law = |id: &str| id.starts_with("cn/") || id.ends_with("/parallel-import");
    let platforms = written.iter().filter(|book| !of_law(&book.id));
    let mut platforms: Vec<&str> =
        platforms.map(|book| book.id.split('/').next().unwrap()).collect();
    platforms.dedup();
    let cases = |id: &str| {
        let book = written.iter().find(|book| book.id == id);
        book.and_then(|book| book.source["cases"].as_object()).map_or(0, serde_json::Map::len)
    };
    let provisions: usize = files("src/rulebooks/instruments", ".yaml")
        .iter()
        .map(|path| {
            let file = yaml(&read(path));
            let instruments = file["instruments"].as_object().unwrap().values();
            let count = |one: &Value| one["provisions"].as_object().map_or(0, serde_json::Map::len);
            instruments.map(count).sum::<usize>()
        })
        .sum();
    let listed: Value = serde_json::from_str(&answer::list("{}")).unwrap();
    assert_eq!(listed["rulebooks"].as_array().unwrap().len(), written.len());
    let rules: usize = KINDS
        .iter()
        .map(|kind| written.iter().map(|book| book.rules(kind).len()).sum::<usize>())
        .sum();
    let findings = files("findings", ".sh").len();
    BTreeMap::from([
        ("rulebooks", written.len().to_string()),
        ("platforms", platforms.len().to_string()),
        ("instruments", files("src/rulebooks/instruments", ".yaml").len().to_string()),
        ("provisions", provisions.to_string()),
        ("rules", rules.to_string()),
        ("cases on parallel imports", cases("cn/parallel-import").to_string()),
        ("scenarios", scenarios().len().to_string()),
        ("findings", findings.to_string()),
        ("last day stated", last_day_stated(&written)),
        ("rows of sellers", constant("www/src/reading/sellers/read.ts", "MOST_SELLERS")),
        ("KiB of an engine", kib("xtask/src/package.rs", "FIRST_BUDGET").to_string()),
        ("KiB of a rulebook", kib("xtask/src/package.rs", "RULEBOOK_BUDGET").to_string()),
        ("oldest Node", constant("xtask/src/setup.rs", "OLDEST_NODE")),
        ("oldest Rust", oldest_rust()),
    ])
}

/// What a constant of the sources is set to.
fn constant(path: &str, name: &str) -> String {
    let text = read(path);
    let named = |line: &&str| {
        let set = line.split_once(&format!("const {name}"));
        set.is_some_and(|(_, rest)| rest.starts_with(':') || rest.starts_with(" ="))
    };
    let line = text.lines().find(named);
    let set = line.and_then(|line| line.split_once('=')).unwrap_or_else(|| panic!("{name}")).1;
    set.trim().trim_end_matches(';').replace('_', "")
}

/// The last of the days as of which rulebooks state the law.
fn last_day_stated(written: &[Written]) -> String {
    let days = written.iter().map(|book| book.source["as_of"].as_str().unwrap());
    days.max().unwrap().to_owned()
}

fn kib(path: &str, name: &str) -> u32 {
    let set = constant(path, name);
    let (kib, unit) = set.split_once('*').unwrap();
    assert_eq!(unit.trim(), "1024");
    kib.trim().parse().unwrap()
}

fn oldest_rust() -> String {
    let manifest = read("Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with("rust-version"));
    line.unwrap().split('"').nth(1).unwrap().to_owned()
}

#[test]
fn every_number_that_is_marked_is_as_counted() {
    let counted = counted();
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for document in documents() {
        for (number, what) in document.counts {
            looked_at += 1;
            match counted.get(what.as_str()) {
                None => wrong.push(format!("{}: nothing counts `{what}`", document.path)),
                Some(counted) if *counted != number && updating() => {
                    let mark = format!("<!-- = {what} -->");
                    let (is, told) = (format!("{number}{mark}"), format!("{counted}{mark}"));
                    let text = read(&document.path).replace(&is, &told);
                    fs::write(root().join(&document.path), text).unwrap();
                }
                Some(counted) if *counted != number => {
                    let path = &document.path;
                    wrong.push(format!("{path}: {what}: says {number}, counted {counted}"));
                }
                Some(_) => {}
            }
        }
    }
    assert!(looked_at >= 8, "the marks were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the page of sellers says of itself in either language is what it reads.
#[test]
fn the_page_of_sellers_tells_how_many_rows_it_reads() {
    assert_eq!(counted()["rows of sellers"], "200000");
    for (path, number) in
        [("www/messages/zh.ftl", "二十万行"), ("www/messages/en.ftl", "Two hundred thousand rows")]
    {
        let text = read(path);
        let lead = text.lines().find(|line| line.starts_with("verification-lead ="));
        assert!(lead.unwrap().contains(number), "{path}");
    }
}

#[test]
fn the_readme_has_a_row_for_each_rulebook_and_its_first_day() {
    let readme = crate::markdown::document("README.md");
    let table = readme.tables.iter().find(|table| table[0][0] == "rulebook").unwrap();
    let mut rows: Vec<(&str, &str)> =
        table.iter().skip(1).map(|row| (row[0].as_str(), row[1].as_str())).collect();
    rows.sort_unstable();
    let listed = rulebooks();
    let mut listed: Vec<(&str, &str)> = listed
        .iter()
        .map(|book| {
            let from = book.source["in_force"]["from"].as_str().unwrap();
            (book.id.as_str(), from)
        })
        .collect();
    listed.sort_unstable();
    assert_eq!(rows.len(), listed.len());
    for ((named, days), (id, from)) in rows.iter().zip(&listed) {
        assert_eq!(named, id);
        assert!(days.starts_with(from), "{id}: says {days}, in force from {from}");
    }
}
