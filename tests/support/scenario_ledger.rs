//! A ledger's answer against what a scenario expects.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::scenario::ExpectedLedger;
use super::scenario_run::names;

/// Holds the answer to a ledger against what has to come out.
pub(crate) fn check_ledger(answer: &Value, expected: &ExpectedLedger, wrong: &mut Vec<String>) {
    let entries = answer["entries"].as_array().unwrap();
    let column =
        |name: &str| Value::Array(entries.iter().map(|entry| entry[name].clone()).collect());
    let mut differs = |what: &str, got: Value, wanted: Value| {
        if got != wanted {
            wrong.push(format!("{what}: {got}, expected {wanted}"));
        }
    };
    differs("points", column("points"), json!(expected.points));
    differs("ledger", column("ledger"), json!(expected.ledger));
    differs("strikes", column("strikes"), json!(expected.strikes));
    let lost = expected.lost.clone().unwrap_or_else(|| vec![0; entries.len()]);
    differs("lost", column("lost"), json!(lost));
    if let Some(wanted) = &expected.restricted_days {
        let days: Vec<i64> = entries.iter().map(restricted_days).collect();
        differs("restricted days", json!(days), json!(wanted));
    }
    if let Some(wanted) = &expected.spans {
        let spans: Vec<Vec<String>> =
            entries.iter().zip(wanted).map(|(entry, wanted)| spans(entry, wanted)).collect();
        differs("spans", json!(spans), json!(wanted));
    }
    if let Some(wanted) = &expected.money {
        let money: Vec<Vec<String>> = entries.iter().map(money).collect();
        differs("money", json!(money), json!(wanted));
    }
    for (book, points) in &expected.books {
        let books = answer["status"]["books"].as_array().unwrap();
        let stands = books.iter().find(|stands| stands["book"] == **book);
        differs(book, stands.map_or(Value::Null, |stands| stands["points"].clone()), json!(points));
    }
    if let Some(wanted) = &expected.readings {
        let readings = answer["readings"].as_array().unwrap().iter();
        let readings: BTreeMap<String, Vec<String>> = readings
            .map(|reading| {
                let name = reading["reading"].as_str().unwrap().to_owned();
                (name, names(&reading["alternatives"], "choice"))
            })
            .collect();
        differs("readings", json!(readings), json!(wanted));
    }
    differs("closed by", answer["status"]["closedBy"].clone(), json!(expected.closed_by));
    let year_ends = answer["yearEnds"].as_array().unwrap().iter();
    let year_ends: BTreeMap<String, Value> =
        year_ends.map(|end| (end["year"].to_string(), end["pointsAfter"].clone())).collect();
    if let Some(wanted) = &expected.year_ends {
        differs("year ends", json!(year_ends), json!(wanted));
    }
    check_forecast(&answer["forecast"], expected, &mut differs);
    if expected.no_audit {
        differs("audit", answer["audit"].clone(), Value::Null);
    }
    if let Some(wanted) = &expected.audit {
        let audit = &answer["audit"];
        let told: Vec<String> = entries.iter().map(|entry| audited(&entry["audit"])).collect();
        differs("audit", json!(told), json!(wanted.findings));
        differs("the platform's account", json!(standing(&audit["status"])), json!(wanted.account));
        differs("turns by the platform's numbers", audit["turns"].clone(), json!(wanted.turns));
        let appeals: Vec<String> = audit["appeals"].as_array().unwrap().iter().map(first).collect();
        differs("appeals first", json!(appeals), json!(wanted.appeals));
    }
    let imposed: Vec<String> =
        entries.iter().flat_map(|entry| names(&entry["measures"], "code")).collect();
    for one in expected.measures.iter().filter(|one| !imposed.contains(one)) {
        wrong.push(format!("the measure {one} was not imposed"));
    }
    for one in expected.no_measures.iter().filter(|one| imposed.contains(one)) {
        wrong.push(format!("the measure {one} was imposed, which it must not be"));
    }
}

fn check_forecast(
    forecast: &Value,
    expected: &ExpectedLedger,
    differs: &mut impl FnMut(&str, Value, Value),
) {
    let named = |list: &str, key: &str, name: &str| {
        let mut entries = forecast[list].as_array().unwrap().iter();
        entries.find(|entry| entry[key] == *name).cloned().unwrap_or_default()
    };
    for (rule, wanted) in &expected.ways {
        let way = named("ways", "rule", rule);
        let ways = way["findings"].as_array().cloned().unwrap_or_default();
        differs(
            rule,
            json!(ways.iter().map(|way| combination(way, &forecast["at"])).collect::<Vec<_>>()),
            json!(wanted),
        );
    }
    for (tier, wanted) in &expected.next {
        let next = named("next", "tier", tier);
        let closes = if next["closes"] == true { ", closes" } else { "" };
        differs(tier, json!(format!("{} points{closes}", next["points"])), json!(wanted));
    }
    for (finding, wanted) in &expected.restores {
        let appeal = named("appeals", "finding", finding);
        let reopens = if appeal["reopens"] == true { ", reopens" } else { "" };
        let restored =
            format!("{} points, {} strikes{reopens}", appeal["points"], appeal["strikes"]);
        differs(finding, json!(restored), json!(wanted));
    }
}

/// What was booked for a finding, held against the rules.
fn audited(audit: &Value) -> String {
    let read = |one: &Value| {
        let choices = one["readings"].as_array().unwrap().iter().map(|together| {
            let together = together.as_array().unwrap().iter();
            let choices = together.map(|one| {
                let name = |key: &str| one[key].as_str().unwrap().to_owned();
                format!("{} = {}", name("reading"), name("choice"))
            });
            choices.collect::<Vec<_>>().join(" with ")
        });
        let choices = choices.collect::<Vec<_>>().join(" or ");
        if choices.is_empty() { choices } else { format!(" ({choices})") }
    };
    let mut told = Vec::new();
    let points = &audit["points"];
    if let (Some(taken), Some(due)) = (points["taken"].as_u64(), points["due"].as_u64()) {
        let by = match (taken, due) {
            _ if taken == due => "agree".to_owned(),
            _ if taken > due => format!("{} more than {due}", points["by"]),
            _ => format!("{} less than {due}", points["by"]),
        };
        told.push(format!("points: {by}{}", read(points)));
    }
    let strike = &audit["strike"];
    if let (Some(taken), Some(due)) = (strike["taken"].as_bool(), strike["due"].as_bool()) {
        let word = match (taken, due) {
            (true, false) => "not due",
            (false, true) => "not taken",
            _ => "agrees",
        };
        told.push(format!("strike: {word}{}", read(strike)));
    }
    let measures = &audit["measures"];
    if measures.is_object() {
        let mut all = Vec::new();
        let words = [("notDue", "not due"), ("notTaken", "not taken"), ("unknown", "not known")];
        for (key, word) in words {
            let list: Vec<&str> =
                measures[key].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            all.extend((!list.is_empty()).then(|| format!("{} {word}", list.join(" "))));
        }
        let all = match all.is_empty() {
            true if measures["verdict"] == "unknown" => "not known".to_owned(),
            true => "agree".to_owned(),
            false => all.join(", "),
        };
        told.push(format!("measures: {all}{}", read(measures)));
    }
    if told.is_empty() { "nothing stated".to_owned() } else { told.join("; ") }
}

fn standing(status: &Value) -> String {
    let open = if status["open"] == true { "open" } else { "closed" };
    format!("{} points, {} strikes, {open}", status["points"], status["strikes"])
}

/// A finding to appeal, and what that brings.
fn first(appeal: &Value) -> String {
    let reopens = if appeal["reopens"] == true { "reopens, " } else { "" };
    format!(
        "{}: {reopens}{} strikes, {} points; together {}",
        appeal["finding"].as_str().unwrap(),
        appeal["strikes"],
        appeal["points"],
        standing(&appeal["together"]),
    )
}

/// Further findings in a row.
fn combination(findings: &Value, now: &Value) -> String {
    let findings = findings.as_array().unwrap().iter();
    let findings = findings.map(|one| {
        let tier = one["tier"].as_str().unwrap();
        let several =
            if one["items"] == 1 { String::new() } else { format!(" × {}", one["items"]) };
        let day = one["at"].as_str().and_then(|at| at.split('T').next()).unwrap();
        let later = if one["at"] == *now { String::new() } else { format!(" from {day}") };
        format!("{tier}{several}{later}")
    });
    findings.collect::<Vec<_>>().join(" + ")
}

/// How many days the shop is hidden from a finding on.
fn restricted_days(entry: &Value) -> i64 {
    let measures = entry["measures"].as_array().unwrap();
    let hidden = measures.iter().find(|measure| measure["code"] == "shop_hidden");
    let instant = |value: &Value| {
        chrono::DateTime::parse_from_str(value.as_str().unwrap(), "%Y-%m-%dT%H:%M%:z").unwrap()
    };
    hidden.map_or(0, |hidden| (instant(&hidden["until"]) - instant(&hidden["from"])).num_days())
}

/// The measures of a finding that are named in `wanted`, as `code from until`; every one,
/// where none is wanted.
fn spans(entry: &Value, wanted: &[String]) -> Vec<String> {
    let named = |code: &str| wanted.is_empty() || wanted.iter().any(|one| one.starts_with(code));
    let measures = entry["measures"].as_array().unwrap().iter();
    let shown = measures.filter(|measure| named(measure["code"].as_str().unwrap()));
    let text = |value: &Value| value.as_str().unwrap_or("final").to_owned();
    shown
        .map(|measure| {
            let end = if measure["replaced"].is_null() { "until" } else { "replaced" };
            format!("{} {} {}", text(&measure["code"]), text(&measure["from"]), text(&measure[end]))
        })
        .collect()
}

/// What a finding costs, in units of the currency of its ledger.
fn money(entry: &Value) -> Vec<String> {
    let yuan = |fen: u64| format!("{}.{:02}", fen / 100, fen % 100);
    let due = entry["money"].as_array().unwrap().iter();
    due.map(|due| {
        let share = due["shareOf"].as_str().map(|of| format!("{}% of {of}", due["percent"]));
        match (due["least"].as_u64(), due["most"].as_u64()) {
            (Some(least), Some(most)) if least == most => yuan(least),
            (Some(least), Some(most)) => format!("{} to {}", yuan(least), yuan(most)),
            (Some(least), None) => format!("{}, at least {}", share.unwrap(), yuan(least)),
            (None, Some(most)) => format!("{}, at most {}", share.unwrap(), yuan(most)),
            (None, None) => share.unwrap(),
        }
    })
    .collect()
}
