//! The reference: every provision, every rule, every link, both languages, nothing unescaped.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use zhengpin_cli::reference::Reference;
use zhengpin_law::author::{self, Found};
use zhengpin_law::compile::{Compiled, compile};
use zhengpin_law::rulebook::Confidence;

fn found() -> Found {
    author::load_folder(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/rulebooks")))
        .expect("the rulebooks can be read")
}

fn reference_of(found: &Found) -> Reference {
    let compiled: Vec<Compiled> = found
        .rulebooks
        .iter()
        .map(|rulebook| compile(&rulebook.value, &found.law()).expect("it compiles"))
        .collect();
    Reference::of(found, &compiled).expect("the words can be read")
}

fn pages(found: &Found) -> BTreeMap<String, String> {
    reference_of(found).pages.into_iter().map(|page| (page.path, page.html)).collect()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What stands between the heading of an entry and the next entry.
fn entry<'a>(html: &'a str, anchor: &str) -> Option<&'a str> {
    let (_, rest) = html.split_once(&format!("<div class=\"entry\" id=\"{anchor}\">"))?;
    rest.split("<div class=\"entry\"").next()
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// The path that a link leads to from a page.
fn resolved(page: &str, link: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => assert!(folders.pop().is_some(), "{page}: {link} leads out of the reference"),
            other => folders.push(other),
        }
    }
    folders.join("/")
}

// Source: issue 3, "one per rulebook and per provision".
#[test]
fn every_rulebook_and_every_provision_cited_has_a_page() {
    let found = found();
    let pages = pages(&found);
    for rulebook in &found.rulebooks {
        let id = &rulebook.value.rulebook;
        assert!(pages.contains_key(&format!("rulebooks/{id}.html")), "{id}");
        let compiled = compile(&rulebook.value, &found.law()).expect("it compiles");
        for provision in &compiled.provisions {
            let page = pages.get(&format!("provisions/{}.html", provision.id));
            let page = page.unwrap_or_else(|| panic!("no page about {}", provision.id));
            let back = format!("rulebooks/{id}.html#");
            assert!(page.contains(&back), "{} does not name what {id} rests on it", provision.id);
        }
    }
}

#[test]
fn every_internal_link_resolves_to_a_page_and_a_place_on_it() {
    let pages = pages(&found());
    let mut ids: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (path, html) in &pages {
        let own = values(html, "id");
        let once: BTreeSet<&str> = own.iter().copied().collect();
        assert_eq!(once.len(), own.len(), "{path} has an id twice");
        ids.insert(path, once);
    }
    for (path, html) in &pages {
        for link in values(html, "href") {
            let (page, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if page.is_empty() { path.clone() } else { resolved(path, page) };
            let known = ids.get(target.as_str());
            let known = known.unwrap_or_else(|| panic!("{path}: no page {target}"));
            assert!(anchor.is_empty() || known.contains(anchor), "{path}: no place {link}");
        }
    }
}

// Source: issue 3, "every element, its sources, confidence, ambiguity and the reading taken,
// both languages".
#[test]
fn every_element_appears_with_all_that_is_known_of_it() {
    let found = found();
    let pages = pages(&found);
    for rulebook in &found.rulebooks {
        let html = &pages[&format!("rulebooks/{}.html", rulebook.value.rulebook)];
        for (id, element) in &rulebook.value.elements {
            let shown = entry(html, &format!("element-{id}"));
            let shown = shown.unwrap_or_else(|| panic!("{id} does not appear"));
            let confidence = match element.confidence {
                Confidence::High => "high",
                Confidence::Medium => "medium",
                Confidence::Low => "low",
            };
            let confidence = format!("data-confidence=\"{confidence}\"");
            assert_eq!(shown.matches(&confidence).count().min(2), 2, "{id}: {confidence}");
            let texts = [
                Some(&element.title),
                element.note.as_ref(),
                element.split.as_ref(),
                element.reading.as_ref(),
                element.mend.as_ref(),
            ];
            for text in texts.into_iter().flatten() {
                assert!(shown.contains(&escaped(&text.zh)), "{id}: {}", text.zh);
                assert!(shown.contains(&escaped(&text.en)), "{id}: {}", text.en);
            }
            for cited in &element.cite {
                assert!(shown.contains(&format!("provisions/{cited}.html")), "{id}: {cited}");
            }
            for case in element.cases.pro.iter().chain(&element.cases.contra) {
                assert!(shown.contains(&format!("#case-{case}")), "{id}: {case}");
            }
        }
    }
}

#[test]
fn every_fact_verdict_remark_case_and_gap_has_a_place() {
    let found = found();
    let pages = pages(&found);
    for rulebook in &found.rulebooks {
        let rulebook = &rulebook.value;
        let html = &pages[&format!("rulebooks/{}.html", rulebook.rulebook)];
        let places: BTreeSet<&str> = values(html, "id").into_iter().collect();
        let mut wanted: Vec<String> = Vec::new();
        wanted.extend(rulebook.facts.keys().map(|id| format!("fact-{id}")));
        wanted.extend(rulebook.alerts.keys().map(|id| format!("alert-{id}")));
        wanted.extend(rulebook.constraints.keys().map(|id| format!("constraint-{id}")));
        wanted.extend(rulebook.cases.keys().map(|id| format!("case-{id}")));
        wanted.extend(rulebook.gaps.keys().map(|id| format!("gap-{id}")));
        for (id, issue) in &rulebook.issues {
            wanted.extend(issue.verdicts.keys().map(|name| format!("verdict-{id}-{name}")));
        }
        if let Some(ledger) = &rulebook.ledger {
            wanted.extend(ledger.tiers.keys().map(|id| format!("ledger-tiers-{id}")));
            wanted.extend(ledger.windows.keys().map(|id| format!("ledger-windows-{id}")));
            wanted.extend(ledger.measures.keys().map(|id| format!("ledger-measures-{id}")));
            wanted.extend(ledger.nodes.keys().map(|id| format!("ledger-nodes-{id}")));
            wanted.extend(ledger.closures.keys().map(|id| format!("ledger-closures-{id}")));
            wanted.extend(ledger.year_ends.keys().map(|id| format!("ledger-year_ends-{id}")));
        }
        for place in wanted {
            assert!(places.contains(place.as_str()), "{}: no {place}", rulebook.rulebook);
        }
    }
}

// Source: docs/architecture.md, "every text exists in Chinese and in English".
#[test]
fn nothing_is_left_without_words() {
    assert_eq!(reference_of(&found()).unsaid, Vec::<String>::new());
}

#[test]
fn the_same_rulebooks_give_the_same_bytes() {
    assert_eq!(reference_of(&found()), reference_of(&found()));
}

// Source: www/src/parts/head.html, the content policy: no inline style, no inline script.
#[test]
fn pages_carry_no_inline_style_and_no_script() {
    for (path, html) in pages(&found()) {
        for forbidden in
            ["<script", "<style", " style=", " onclick", "javascript:", "http:", "https:"]
        {
            assert!(!html.contains(forbidden), "{path}: {forbidden}");
        }
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"zh-CN\">"), "{path}");
    }
}

const HOSTILE: &str = r#"
format: 1
rulebook: x/y
title: {zh: "T<em>", en: "T<em>"}
summary: {zh: "S&\"<i>", en: "S&\"<i>"}
as_of: 2026-01-01
in_force: {from: 2020-01-01}
groups: {g: {title: {zh: "<u>", en: "<u>"}}}
gaps: {gap: {zh: "<script>gap", en: "<script>gap"}}
facts:
  f:
    kind: choice
    group: g
    ask: {zh: "<script>f", en: "<script>f"}
    choices: {a: {zh: "<script>a", en: "<script>a"}, b: {zh: "b", en: "b"}}
    proof: either
    change: "yes"
elements:
  e:
    title: {zh: "<script>e", en: "<script>e"}
    split: {zh: "<script>s", en: "<script>s"}
    is: {f: a}
    cite: [law/1]
issues:
  i:
    title: {zh: "<script>i", en: "<script>i"}
    asks: {zh: "<script>?", en: "<script>?"}
    verdicts:
      yes: {title: {zh: "<script>y", en: "<script>y"}, says: {zh: "<script>", en: "<script>"}, weight: clear, when: e}
      no: {title: {zh: "n", en: "n"}, says: {zh: "n", en: "n"}, weight: severe, otherwise: true, cite: [law/1]}
"#;

const INSTRUMENTS: &str = r#"
format: 1
instruments:
  law:
    title: {zh: "<script>law", en: "<script>law"}
    short: {zh: "<script>law", en: "<script>law"}
    number: <script>n
    rank: law
    in_force: {from: 2010-01-01}
    confidence: high
    provisions: {"1": {label: {zh: "<script>1", en: "<script>1"}, says: {zh: "<script>1", en: "<script>1"}}}
"#;

#[test]
fn texts_of_a_rulebook_are_escaped_wherever_they_stand() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    fs::create_dir_all(folder.join("x")).unwrap();
    fs::create_dir_all(folder.join("instruments")).unwrap();
    fs::write(folder.join("x/rulebook.yaml"), HOSTILE).unwrap();
    fs::write(folder.join("instruments/law.yaml"), INSTRUMENTS).unwrap();
    let found = author::load_folder(&folder);
    fs::remove_dir_all(&folder).unwrap();
    for (path, html) in pages(&found.expect("it can be read")) {
        assert!(!html.contains("<script"), "{path}");
        assert!(!html.contains("<em>") && !html.contains("<i>") && !html.contains("<u>"), "{path}");
        assert!(html.contains("&lt;"), "{path}");
    }
}
