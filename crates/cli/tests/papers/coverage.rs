//! Which rules come to bear in some scenario, and which in none.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::{Value, json};
use zhengpin::answer;

use crate::made::{hold, part};
use crate::rules::{KINDS, Kind, Written, rulebooks};
use crate::scenarios::{Scenario, scenarios};
use crate::updating;

const DOCUMENT: &str = "docs/assurance.md";

/// The rules that come to bear, as `kind id`.
type Borne = BTreeSet<String>;

/// Rules that no scenario can show, and why.
const NOT_SHOWN: &[(&str, &str)] = &[];

/// What comes to bear on the answer to one scenario.
fn bears(written: &Written, scenario: &Scenario, borne: &mut Borne) {
    if let Some(asked) = scenario.request.get("duties") {
        return listed(&scenario.request, asked, borne);
    }
    let text = scenario.request.to_string();
    let decides = scenario.request.get("facts").is_some();
    let told = if decides { answer::decide(&text) } else { answer::simulate(&text) };
    let told: Value = serde_json::from_str(&told).unwrap();
    if told.get("error").is_some() {
        refused(&told, borne);
        return;
    }
    for issue in list(&told["issues"]) {
        if let Some(verdict) = issue["verdict"].as_str() {
            borne.insert(format!("verdict {}/{verdict}", text_of(&issue["issue"])));
        }
        holds(&issue["application"], borne);
    }
    for warning in list(&told["warnings"]) {
        let id = text_of(&warning["about"]);
        borne.insert(format!("alert {id}"));
        certain(written, &rule(written, "alerts", id)["when"], borne);
    }
    for deadline in list(&told["deadlines"]) {
        let no_number = deadline["count"] == "no_number" && !deadline["from"].is_null();
        if no_number || !deadline["due"].is_null() || !deadline["range"].is_null() {
            let id = text_of(&deadline["id"]);
            borne.insert(format!("deadline {id}"));
            if deadline["applies"] == "yes" {
                certain(written, &rule(written, "deadlines", id)["when"], borne);
            }
        }
    }
    for entry in list(&told["entries"]) {
        booked(written, entry, borne);
    }
    if let Some(entry) = list(&told["entries"]).iter().find(|entry| entry["closes"] == true) {
        closed(written, entry, text_of(&told["status"]["closedBy"]), borne);
    }
    for (id, _) in rules_of(written, "circumstance") {
        // A finding states one under its name.
        let stated = |finding: &Value| !matches!(finding[&id], Value::Null | Value::Bool(false));
        if list(&scenario.request["findings"]).iter().any(stated) {
            borne.insert(format!("circumstance {id}"));
        }
    }
    if decides {
        drafted(written, scenario, borne);
    }
}

/// The duties that a scenario asks for.
fn listed(request: &Value, asked: &Value, borne: &mut Borne) {
    let of_scenario = ["rulebook", "asOf"].map(|key| (key, request.get(key)));
    let filters = ["who", "to", "in", "force"].map(|key| (key, asked.get(key)));
    let all = of_scenario.into_iter().chain(filters);
    let put = all.filter_map(|(key, value)| Some((key.to_owned(), value?.clone())));
    let told = answer::duties(&Value::Object(put.collect()).to_string());
    let told: Value = serde_json::from_str(&told).unwrap();
    for duty in list(&told["duties"]) {
        borne.insert(format!("duty {}", text_of(&duty["id"])));
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The elements that hold, anywhere in a tree.
fn holds(node: &Value, borne: &mut Borne) {
    if node["kind"] == "element" && node["state"] == "yes" {
        borne.insert(format!("element {}", text_of(&node["id"])));
    }
    for child in list(&node["children"]) {
        holds(child, borne);
    }
}

/// A rule of a part of a rulebook; null, where there is none.
fn rule<'a>(written: &'a Written, part: &str, id: &str) -> &'a Value {
    written.source.get(part).and_then(|part| part.get(id)).unwrap_or(&Value::Null)
}

/// The elements that hold for certain where a condition does: it is one, or asks for all of
/// several.
fn certain(written: &Written, when: &Value, borne: &mut Borne) {
    list(&when["all"]).iter().for_each(|inner| certain(written, inner, borne));
    if let Some(name) = when.as_str().filter(|name| !rule(written, "elements", name).is_null()) {
        borne.insert(format!("element {name}"));
    }
}

/// The constraint that a refusal names.
fn refused(told: &Value, borne: &mut Borne) {
    if let Some((kind, id)) = text_of(&told["error"]["rule"]).split_once('/') {
        borne.insert(format!("{kind} {id}"));
    }
}

/// The rules of a ledger that an entry rests on.
fn booked(written: &Written, entry: &Value, borne: &mut Borne) {
    borne.insert(format!("tier {}", text_of(&entry["tier"])));
    borne.insert(format!("window {}", text_of(&entry["window"]["id"])));
    for measure in list(&entry["measures"]) {
        borne.insert(format!("measure {}", text_of(&measure["code"])));
    }
    for due in list(&entry["money"]) {
        borne.insert(format!("charge {}", text_of(&due["charge"])));
    }
    for (id, node) in rules_of(written, "node") {
        // An answer names the number of points reached, in the book of the finding.
        let strikes = entry["strikes"].as_u64().filter(|_| entry["strike"] == true);
        let reached = if counts_points(node) { entry["node"].as_u64() } else { strikes };
        let every = node["every"].as_u64().zip(reached);
        let every = every.is_some_and(|(every, reached)| reached.is_multiple_of(every));
        let here = in_book(node, entry) || !counts_points(node);
        if here && (every || (reached.is_some() && node["at"].as_u64() == reached)) {
            borne.insert(format!("node {id}"));
        }
    }
}

/// The closures that closed an account, by what the answer says that it was closed by.
fn closed(written: &Written, entry: &Value, by: &str, borne: &mut Borne) {
    for (id, closure) in rules_of(written, "closure") {
        let points = counts_points(closure) && in_book(closure, entry);
        let strikes = !counts_points(closure);
        if matches!(
            (by, points, strikes),
            ("points" | "both", true, _) | ("strikes" | "both", _, true)
        ) {
            borne.insert(format!("closure {id}"));
        }
    }
}

fn rules_of<'a>(written: &'a Written, name: &str) -> Vec<(String, &'a Value)> {
    let kinds = KINDS.iter().filter(|kind| kind.name == name);
    kinds.flat_map(|kind| written.rules(kind)).collect()
}

fn counts_points(rule: &Value) -> bool {
    rule["counts"].as_str().is_none_or(|counts| counts == "points")
}

fn in_book(rule: &Value, entry: &Value) -> bool {
    rule["book"].as_str().is_none_or(|book| book == text_of(&entry["book"]))
}

/// The sentences of every document that stand on the facts.
fn drafted(written: &Written, scenario: &Scenario, borne: &mut Borne) {
    let documents = written.source.get("documents").and_then(Value::as_object);
    for document in documents.into_iter().flatten().map(|(document, _)| document) {
        let mut request = scenario.request.clone();
        let request = request.as_object_mut().unwrap();
        request.retain(|key, _| ["asOf", "facts", "presume"].contains(&key.as_str()));
        request.insert("document".to_owned(), json!(format!("{}/{document}", written.id)));
        if let Some(fields) = scenario.fields.clone().filter(|_| scenario.papers.contains(document))
        {
            request.insert("fields".to_owned(), fields);
        }
        let told = answer::draft(&json!(request).to_string());
        let told: Value = serde_json::from_str(&told).unwrap();
        for section in list(&told["sections"]) {
            for sentence in list(&section["sentences"]) {
                let at = [document, text_of(&section["section"]), text_of(&sentence["sentence"])];
                borne.insert(format!("sentence {}", at.join("/")));
            }
        }
    }
}

/// What comes to bear, by rulebook.
fn all_that_bears(written: &[Written]) -> BTreeMap<String, Borne> {
    let mut borne: BTreeMap<String, Borne> = BTreeMap::new();
    for scenario in scenarios() {
        let of = written.iter().find(|one| one.id == scenario.rulebook).unwrap();
        bears(of, &scenario, borne.entry(scenario.rulebook.clone()).or_default());
    }
    borne
}

fn missing(written: &Written, kind: &Kind, borne: Option<&Borne>) -> (usize, Vec<String>) {
    let rules = written.rules(kind);
    let shown = |id: &str| {
        let name = format!("{} {id}", kind.name);
        borne.is_some_and(|borne| borne.contains(&name))
            || NOT_SHOWN.iter().any(|(rule, _)| *rule == format!("{} {name}", written.id))
    };
    let without = rules.iter().map(|(id, _)| id.clone()).filter(|id| !shown(id));
    (rules.len(), without.collect())
}

#[test]
fn a_rule_that_no_scenario_shows_is_named_in_the_assurance() {
    let written = rulebooks();
    let borne = all_that_bears(&written);
    let named = part(DOCUMENT, "made: rules without a scenario");
    let mut table = String::from("| rulebook | scenarios | rules |");
    for kind in KINDS {
        write!(table, " {} |", kind.name).unwrap();
    }
    writeln!(table, "\n|{}", "---|".repeat(3 + KINDS.len())).unwrap();
    let mut told = String::new();
    let mut news = Vec::new();
    let asked = scenarios();
    let (mut all, mut all_shown) = (0, 0);
    for book in &written {
        let mut cells = String::new();
        let (mut sum, mut shown) = (0, 0);
        for kind in KINDS {
            let (count, without) = missing(book, kind, borne.get(&book.id));
            sum += count;
            shown += count - without.len();
            match count {
                0 => cells.push_str(" – |"),
                _ => write!(cells, " {}/{count} |", count - without.len()).unwrap(),
            }
            if !without.is_empty() {
                let ids: Vec<String> = without.iter().map(|id| format!("`{id}`")).collect();
                let line = format!("- {}, {}: {}\n", book.id, kind.name, ids.join(", "));
                told.push_str(&line);
            }
            let known = named
                .lines()
                .find(|line| line.starts_with(&format!("- {}, {}:", book.id, kind.name)));
            let known = known.unwrap_or_default();
            let new = without.iter().filter(|id| !known.contains(&format!("`{id}`")));
            news.extend(new.map(|id| format!("{} {} {id}", book.id, kind.name)));
        }
        let count = asked.iter().filter(|one| one.rulebook == book.id).count();
        writeln!(table, "| {} | {count} | {shown}/{sum} |{cells}", book.id).unwrap();
        all += sum;
        all_shown += shown;
    }
    assert!(all > 400 && all_shown * 2 > all, "{all_shown} of {all}: the rules were not found");
    if updating() {
        writeln!(table, "\n{all_shown} of {all} rules come to bear in a scenario.").unwrap();
        hold(DOCUMENT, "made: rules shown by scenarios", &table);
        hold(DOCUMENT, "made: rules without a scenario", &told);
        return;
    }
    // A rule that is new needs a scenario, or is named. More scenarios are always welcome.
    assert!(news.is_empty(), "no scenario, and not named in {DOCUMENT}:\n{}", news.join("\n"));
}
