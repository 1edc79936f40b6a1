//! Puts a scenario to rulebooks, and holds the answer against what it expects.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use zhengpin::compile::Library;

use super::asked;
use super::scenario::{
    Expected, ExpectedDeadline, ExpectedDuties, ExpectedIssue, Refused, Scenario,
};
use super::scenario_ledger::check_ledger;

/// Everything that does not come out as the scenario expects.
pub(crate) fn run(library: &Library, rulebook: &str, scenario: &Scenario) -> Vec<String> {
    let mut wrong = Vec::new();
    let request = scenario.request(rulebook);
    let answer = if let Some(duties) = &scenario.duties {
        asked::duties(library, &scenario.duties(rulebook, duties))
    } else if request.get("facts").is_some() {
        asked::decide(library, &request)
    } else {
        asked::simulate(library, &request)
    };
    if let Some(wanted) = &scenario.refused {
        check_refusal(&answer, wanted, &mut wrong);
        return wrong;
    }
    if let Some(error) = answer.get("error") {
        return vec![format!("refused: {error}")];
    }
    if let Some(duties) = &scenario.duties {
        check_duties(&answer, duties, &mut wrong);
        return wrong;
    }
    match scenario.expected() {
        Expected::Nothing => {}
        Expected::Issues(issues) => check_issues(&answer, &issues, &mut wrong),
        Expected::Ledger(ledger) => check_ledger(&answer, &ledger, &mut wrong),
    }
    check_around(&answer, scenario, &mut wrong);
    for (id, wanted) in &scenario.deadlines {
        check_deadline(&answer, id, wanted, &mut wrong);
    }
    for (document, wanted) in &scenario.paragraphs {
        let draft = asked::draft(library, &scenario.draft(rulebook, document));
        let stands = paragraphs(&draft);
        if stands != *wanted {
            wrong.push(format!("{document} says {stands:?}, expected {wanted:?}"));
        }
    }
    wrong
}

fn check_refusal(answer: &Value, wanted: &Refused, wrong: &mut Vec<String>) {
    let error = &answer["error"];
    if error["code"] != *wanted.code {
        wrong.push(format!("refused as {}, expected {}", error["code"], wanted.code));
    }
    let first = error["path"].as_str().map(str::to_owned);
    let paths: Vec<String> = first.into_iter().chain(names(&error["more"], "path")).collect();
    exactly("the refusal", &paths, &wanted.paths, wrong);
}

fn check_deadline(answer: &Value, id: &str, wanted: &ExpectedDeadline, wrong: &mut Vec<String>) {
    let mut all = answer["deadlines"].as_array().into_iter().flatten();
    let Some(told) = all.find(|one| one["id"] == *id) else {
        if !wanted.absent {
            wrong.push(format!("the deadline {id} is not told"));
        }
        return;
    };
    if wanted.absent {
        wrong.push(format!("the deadline {id} is told, which it must not be"));
    }
    let mut differs = |key: &str, wanted: Value| {
        if told[key] != wanted {
            wrong.push(format!("{id}: {key} is {}, expected {wanted}", told[key]));
        }
    };
    for (key, wanted) in [
        ("applies", &wanted.applies),
        ("due", &wanted.due),
        ("moved", &wanted.moved),
        ("who", &wanted.who),
    ] {
        if let Some(wanted) = wanted {
            differs(key, if wanted == "none" { Value::Null } else { json!(wanted) });
        }
    }
    if let Some(kept) = wanted.kept {
        differs("kept", json!(kept));
    }
    let mut ends = Vec::new();
    match &wanted.range {
        None => {}
        Some(Value::Object(days)) => {
            ends.extend(days);
        }
        Some(_) => differs("range", Value::Null),
    }
    for (end, day) in ends.into_iter().filter(|(end, day)| told["range"][*end] != **day) {
        wrong.push(format!("{id}: {end} is {}, expected {day}", told["range"][end]));
    }
    if let Some(wanted) = &wanted.cites_exactly {
        exactly(
            &format!("{id}: citations"),
            &names(&told["citations"], "provision"),
            wanted,
            wrong,
        );
    }
}

fn check_duties(answer: &Value, wanted: &ExpectedDuties, wrong: &mut Vec<String>) {
    let all: Vec<&Value> = answer["duties"].as_array().into_iter().flatten().collect();
    if let Some(list) = &wanted.list {
        let often =
            |one: &&Value| wanted.every.as_ref().is_none_or(|every| one["every"] == **every);
        let told: Vec<&str> =
            all.iter().copied().filter(often).filter_map(|one| one["id"].as_str()).collect();
        if told != *list {
            wrong.push(format!("the duties are {told:?}, expected {list:?}"));
        }
    }
    let of = |id: &str, what: &str, wrong: &mut Vec<String>| {
        let found = all.iter().find(|one| one["id"] == *id).map(|one| one[what].clone());
        found.unwrap_or_else(|| {
            wrong.push(format!("the duty {id} is not told"));
            Value::Null
        })
    };
    for (id, standing) in &wanted.standing {
        let told = of(id, "standing", wrong);
        if told != **standing {
            wrong.push(format!("{id} is {told}, expected {standing}"));
        }
    }
    for (id, days) in &wanted.days {
        let told = of(id, "days", wrong);
        let said = |one: &Value| {
            let mark = |key: &str| if one[key] == true { format!(" {key}") } else { String::new() };
            let day = one["day"].as_str().unwrap_or_default();
            format!("{day}{}{}", mark("spent"), mark("doubtful"))
        };
        let told: Vec<String> = told.as_array().into_iter().flatten().map(said).collect();
        if told != *days {
            wrong.push(format!("{id}: the days are {told:?}, expected {days:?}"));
        }
    }
    for (id, beside) in &wanted.beside {
        let told = of(id, "counterparts", wrong);
        let said = |one: &Value| {
            let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
            format!("{}: {}", text("provision"), text("standing"))
        };
        let told: Vec<String> = told.as_array().into_iter().flatten().map(said).collect();
        exactly(&format!("{id}: what binds beside it"), &told, beside, wrong);
    }
}

/// The sentences that stand, as `section/sentence`.
fn paragraphs(draft: &Value) -> Vec<String> {
    let sections = draft["sections"].as_array().into_iter().flatten();
    let all = sections.flat_map(|section| {
        let sentences = names(&section["sentences"], "sentence").into_iter();
        sentences.map(|sentence| format!("{}/{sentence}", section["section"].as_str().unwrap()))
    });
    all.collect()
}

/// Whether these are listed, each once or more, and no other.
fn exactly(what: &str, got: &[String], wanted: &BTreeSet<String>, wrong: &mut Vec<String>) {
    let got: BTreeSet<String> = got.iter().cloned().collect();
    if got != *wanted {
        let more: Vec<_> = got.difference(wanted).collect();
        let less: Vec<_> = wanted.difference(&got).collect();
        wrong.push(format!("{what} have {more:?} too many, lack {less:?}"));
    }
}

fn check_issues(
    answer: &Value,
    expected: &BTreeMap<String, ExpectedIssue>,
    wrong: &mut Vec<String>,
) {
    for (id, expected) in expected {
        let issues = answer["issues"].as_array().unwrap();
        let Some(issue) = issues.iter().find(|issue| issue["issue"] == **id) else {
            wrong.push(format!("{id}: the issue was not decided"));
            continue;
        };
        let mut differs = |what: &str, got: &Value, wanted: Value| {
            if *got != wanted {
                wrong.push(format!("{id}: {what} is {got}, expected {wanted}"));
            }
        };
        if let Some(verdict) = &expected.verdict {
            differs("verdict", &issue["verdict"], verdict.clone());
        }
        if let Some(settled) = expected.settled {
            differs("settled", &issue["settled"], json!(settled));
        }
        if let Some(possible) = &expected.possible {
            differs("possible", &issue["possible"], json!(possible));
        }
        let missing = names(&issue["missing"], "element");
        if expected.missing_exactly {
            differs("missing", &json!(missing), json!(expected.missing));
        }
        let cited = names(&issue["citations"], "provision");
        let present =
            [("missing", &missing, &expected.missing), ("citations", &cited, &expected.cites)];
        for (what, got, wanted) in present {
            for one in wanted.iter().filter(|one| !got.contains(one)) {
                wrong.push(format!("{id}: {what} lack {one}, have {got:?}"));
            }
        }
        if let Some(wanted) = &expected.cites_exactly {
            exactly(&format!("{id}: citations"), &cited, wanted, wrong);
        }
        for one in expected.not_cites.iter().filter(|one| cited.contains(one)) {
            wrong.push(format!("{id}: cites {one}, which it must not"));
        }
    }
}

fn check_around(answer: &Value, scenario: &Scenario, wrong: &mut Vec<String>) {
    let warned = names(&answer["warnings"], "about");
    let alerts = answer["warnings"].as_array().into_iter().flatten();
    let alerts: Vec<&Value> = alerts.filter(|one| one["code"] == "alert").collect();
    if let Some(wanted) = &scenario.alerts {
        let told: Vec<String> = names(&json!(alerts), "about");
        exactly("alerts", &told, wanted, wrong);
    }
    for (id, wanted) in &scenario.alert_cites {
        let cited = alerts.iter().find(|one| one["about"] == **id);
        let cited = cited.map(|one| names(&one["citations"], "provision")).unwrap_or_default();
        exactly(&format!("the alert {id}"), &cited, wanted, wrong);
    }
    let asked: Vec<String> = serde_json::from_value(answer["next"].clone()).unwrap_or_default();
    let mut must = |what: &str, got: &[String], wanted: &[String], present: bool| {
        for one in wanted.iter().filter(|one| got.contains(one) != present) {
            let verb = if present { "lack" } else { "have" };
            wrong.push(format!("{what} {verb} {one}: {got:?}"));
        }
    };
    must("warnings", &warned, &scenario.warnings, true);
    must("warnings", &warned, &scenario.no_warnings, false);
    must("next", &asked, &scenario.next_includes, true);
    must("next", &asked, &scenario.next_excludes, false);
}

/// The texts under a key of every entry of a list.
pub(crate) fn names(list: &Value, key: &str) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(|item| item[key].as_str().map(str::to_owned)).collect()
}
