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

use serde_json::Value;
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

/// Whether a page tells of a rulebook, which may have several.
fn is_of(path: &str, rulebook: &str) -> bool {
    let rest = path.strip_prefix("rulebooks/").and_then(|rest| rest.strip_prefix(rulebook));
    rest.is_some_and(|rest| rest == ".html" || rest.starts_with('/'))
}

/// All pages of a rulebook, one after the other.
fn book(pages: &BTreeMap<String, String>, rulebook: &str) -> String {
    let of = pages.iter().filter(|(path, _)| is_of(path, rulebook));
    of.map(|(_, html)| html.as_str()).collect()
}

/// How many characters of text there are between the tags.
fn length(html: &str) -> usize {
    let texts = html.split('<').filter_map(|part| part.split_once('>'));
    texts.map(|(_, text)| text.chars().count()).sum()
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
        for provision in compiled.provisions.values() {
            let page = pages.get(&format!("provisions/{}.html", provision.id));
            let page = page.unwrap_or_else(|| panic!("no page about {}", provision.id));
            let back = [format!("rulebooks/{id}.html#"), format!("rulebooks/{id}/")];
            let back = back.iter().any(|back| page.contains(back));
            assert!(back, "{} does not name what {id} rests on it", provision.id);
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
        for link in values(html, "href").into_iter().filter(|link| !link.contains("://")) {
            let (page, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if page.is_empty() { path.clone() } else { resolved(path, page) };
            let known = ids.get(target.as_str());
            let known = known.unwrap_or_else(|| panic!("{path}: no page {target}"));
            assert!(anchor.is_empty() || known.contains(anchor), "{path}: no place {link}");
        }
    }
}

/// Source: a reader gets from a verdict to its provision's page, and from there to the text.
#[test]
fn addresses_of_instruments_and_cases_are_linked_where_they_stand_and_no_others_are() {
    let found = found();
    let pages = pages(&found);
    let mut leaving = 0;
    for (path, html) in &pages {
        let mut parts = path.trim_end_matches(".html").split('/');
        let id = match parts.next() {
            Some("instruments" | "provisions") => parts.next(),
            _ => None,
        };
        let instrument = id.and_then(|id| found.instruments.value.instruments.get(id));
        let of_instrument = instrument.into_iter().flat_map(|instrument| &instrument.sources);
        let book = found.rulebooks.iter().map(|book| &book.value);
        let book = book.filter(|book| is_of(path, &book.rulebook));
        let cases = book.flat_map(|book| &book.cases);
        let cases = cases.filter(|(id, _)| entry(html, &format!("case-{id}")).is_some());
        let cases = cases.map(|(_, case)| case);
        let sources = of_instrument.chain(cases.flat_map(|case| &case.sources));
        let addresses: Vec<String> = sources.map(|source| escaped(&source.url)).collect();
        let links = values(html, "href").into_iter().filter(|link| link.contains("://"));
        let links: BTreeSet<&str> = links.collect();
        let expected: BTreeSet<&str> = addresses.iter().map(String::as_str).collect();
        assert_eq!(links, expected, "{path}");
        // In both languages, and without telling the other side where the reader came from.
        let marked = html.matches("rel=\"external noreferrer\"").count();
        assert_eq!(marked, 2 * addresses.len(), "{path}");
        leaving += addresses.len();
    }
    assert!(leaving > 100, "{leaving}");
}

// Source: issue 3, "every element, its sources, confidence, ambiguity and the reading taken,
// both languages".
#[test]
fn every_element_appears_with_all_that_is_known_of_it() {
    let found = found();
    let pages = pages(&found);
    for rulebook in &found.rulebooks {
        let html = &book(&pages, &rulebook.value.rulebook);
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

/// The names in a condition, keys of tests among them, at any depth: not the choices that a test
/// compares with, which may be called like something else.
fn strings<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::String(text) => {
            found.insert(text);
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(map) => {
            for (key, value) in map {
                found.insert(key);
                let names = matches!(key.as_str(), "all" | "any" | "not" | "fact");
                if names || value.is_object() {
                    strings(value, found);
                }
            }
        }
        _ => {}
    }
}

/// The names that a deadline, or a sentence of a document, mentions where the author wrote them.
fn mentioned<'a>(rule: &'a Value, keys: &[&str]) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    keys.iter().filter_map(|key| rule.get(key)).for_each(|value| strings(value, &mut found));
    if let Some(says) = rule.get("says").and_then(|says| says.get("zh")).and_then(Value::as_str) {
        let braces = says.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        found.extend(braces);
    }
    found
}

// Source: issue 9, "the \"used by\" of the reference covers deadlines and documents"; what is
// mentioned is read from the files as they are, not through the engine's own list of rules.
#[test]
fn facts_and_elements_name_every_deadline_and_document_that_uses_them() {
    let found = found();
    let pages = pages(&found);
    let mut links = 0;
    for loaded in &found.rulebooks {
        let html = &book(&pages, &loaded.value.rulebook);
        let source = loaded.source();
        let mut uses: Vec<(String, BTreeSet<&str>)> = Vec::new();
        for (id, deadline) in
            source.get("deadlines").and_then(Value::as_object).into_iter().flatten()
        {
            let names = mentioned(deadline, &["when", "except", "from", "done", "stated"]);
            uses.push((format!("#deadlines-{id}"), names));
        }
        let documents = source.get("documents").and_then(Value::as_object).into_iter().flatten();
        for (document, value) in documents {
            for (section, value) in value["sections"].as_object().expect("sections") {
                for sentence in value["sentences"].as_object().expect("sentences").values() {
                    let anchor = format!("#documents-{document}-sections-{section}");
                    uses.push((anchor, mentioned(sentence, &["when", "except"])));
                }
            }
        }
        for (anchor, names) in uses {
            for name in names {
                let kinds = ["fact", "element"].map(|kind| format!("{kind}-{name}"));
                for shown in kinds.iter().filter_map(|id| entry(html, id)) {
                    let link = format!("{anchor}\"");
                    assert!(shown.contains(&link), "{}: {name}: no {link}", loaded.value.rulebook);
                    links += 1;
                }
            }
        }
    }
    assert!(links >= 60, "{links}");
    let findings = book(&pages, "taobao/findings");
    let forwarded = entry(&findings, "fact-complaint_forwarded").expect("the fact has a place");
    let deadlines: BTreeSet<&str> = values(forwarded, "href")
        .into_iter()
        .filter_map(|link| link.split_once("#deadlines-").map(|(_, id)| id))
        .collect();
    // Source: src/rulebooks/taobao/findings/deadlines.yaml.
    let three = ["complainant_answers", "complainant_sues", "complainant_sues_before_2021"];
    assert_eq!(deadlines, three.into_iter().collect());
}

#[test]
fn every_fact_verdict_remark_case_and_gap_has_a_place() {
    let found = found();
    let pages = pages(&found);
    for rulebook in &found.rulebooks {
        let rulebook = &rulebook.value;
        let html = &book(&pages, &rulebook.rulebook);
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

// Source: issue 11, "earlier and later versions of a provision linked": from the instruments'
// own `replaces`, read here in both directions.
#[test]
fn earlier_and_later_versions_are_linked_from_each_provision() {
    let found = found();
    let pages = pages(&found);
    let mut links = 0;
    for (id, instrument) in &found.instruments.value.instruments {
        let Some(before) = &instrument.replaces else { continue };
        for (here, there) in [(id, before), (before, id)] {
            let of = format!("provisions/{here}/");
            let page = format!("instruments/{here}.html");
            let own = pages.iter().filter(|(path, _)| path.starts_with(&of) || **path == page);
            for (path, html) in own {
                let (_, shown) = html.split_once("class=\"pair properties versions\"").expect(path);
                let shown = shown.split("</section>").next().expect("something follows");
                let link = format!("instruments/{there}.html\"");
                assert!(shown.contains(&link), "{path} does not lead to {there}");
                links += 1;
            }
        }
    }
    assert!(links > 100, "{links}");
    assert!(!pages["instruments/ecl.html"].contains("properties versions"));
}

// Source: docs/law/complaints.md, 0.3, and docs/law/parallel-imports.md: what of the Trademark Law of
// 2019 stands where in that of 2026; docs/law/penalties.md knows of no provision of a platform's
// later rule that says the same as an earlier one. Not linked is what the later text alone has:
// 73(3), indicative use.
#[test]
fn provisions_that_take_each_others_place_are_linked_in_both_directions() {
    let found = found();
    let pages = pages(&found);
    let shown = |id: &str| -> Vec<String> {
        let html = &pages[&format!("provisions/{id}.html")];
        let Some((_, shown)) = html.split_once("class=\"pair properties successors\"") else {
            return Vec::new();
        };
        let shown = shown.split("</section>").next().expect("something follows");
        let links = values(shown, "href").into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        links.into_iter().collect()
    };
    let leads = |from: &str, to: &str| {
        let own = format!("provisions/{to}.html");
        assert!(
            shown(from).iter().any(|link| link.ends_with(&own)),
            "{from} to {to}: {:?}",
            shown(from)
        );
    };
    for (earlier, later) in [
        ("tml-2019/57", "tml-2026/72"),
        ("tml-2019/57/7", "tml-2026/72/7"),
        ("tml-2019/59/3", "tml-2026/73/4"),
        ("tml-2019/63/1", "tml-2026/77/1"),
        ("tml-2019/64/2", "tml-2026/78/2"),
        ("tml-2019/68/4", "tml-2026/54"),
        ("tml-2019/68/4", "tml-2026/81"),
        ("spc-punitive-2021/3/2", "spc-punitive-2026/6"),
        ("aucl-2019/11", "aucl-2025/12"),
        ("aucl-2019/17/1", "aucl-2025/22/1"),
        ("tort-law/36/2", "civil-code/1195/2"),
    ] {
        leads(earlier, later);
        leads(later, earlier);
    }
    for alone in ["tml-2026/73/3", "tml-2026/70", "ecl/42/1", "aucl-2025/13/4"] {
        assert_eq!(shown(alone), Vec::<String>::new(), "{alone}");
    }
}

/// The most characters that a page may have, in both languages together.
const LONG: usize = 40_000;

// Source: issue 11, "long rulebook pages split so that none is longer than a long article".
#[test]
fn no_page_is_longer_than_a_long_article() {
    let long = pages(&found());
    let long = long.iter().map(|(path, html)| (path.as_str(), length(html)));
    let long: Vec<_> = long.filter(|(_, length)| *length > LONG).collect();
    assert!(long.is_empty(), "{long:?}");
}

// Source: issue 11: the addresses that were given out before a page was split lead on.
#[test]
fn every_place_of_a_long_rulebook_leads_on_from_its_first_page() {
    let found = found();
    let pages = pages(&found);
    let mut split = 0;
    for loaded in &found.rulebooks {
        let id = &loaded.value.rulebook;
        let first = format!("rulebooks/{id}.html");
        let lines: Vec<&str> = pages[&first].split("<li id=\"").skip(1).collect();
        for (path, html) in pages.iter().filter(|(path, _)| is_of(path, id) && **path != first) {
            split += 1;
            let sections = loaded.source().keys().cloned().collect::<BTreeSet<_>>();
            let named = ["main", "issues", "gaps"];
            for place in values(html, "id") {
                if sections.contains(place) || named.contains(&place) {
                    continue;
                }
                let own = format!("{place}\"");
                let inner = format!(" id=\"{own}");
                let found =
                    lines.iter().find(|line| line.starts_with(&own) || line.contains(&inner));
                let found = found.unwrap_or_else(|| panic!("{first} does not lead to {place}"));
                let item = found.split("</li>").next().unwrap();
                let link = values(item, "href")[0].split('#').next().unwrap();
                assert_eq!(resolved(&first, link), *path, "{place}");
            }
        }
    }
    assert!(split > 30, "{split}");
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
        // What a link leads to is another test's; nothing else may name an address.
        let linked = html.matches("<a href=\"http").count();
        assert_eq!(html.matches("http").count(), linked, "{path} names an address besides links");
        for forbidden in ["<script", "<style", " style=", " onclick", "javascript:"] {
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
