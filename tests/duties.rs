//! Lists of duties: what is narrowed is a part of the whole, days are those of the calendar, and
//! what binds beside a duty stands as its provision does. The lists themselves are in
//! `scenarios/`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::compile::Compiled;
use zhengpin::library::built_in;
use zhengpin::rulebook::{Due, Validity};

fn ask(request: &Value) -> Value {
    serde_json::from_str(&answer::duties(&request.to_string())).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn ids(answer: &Value) -> Vec<&str> {
    list(&answer["duties"]).iter().map(|duty| duty["id"].as_str().unwrap()).collect()
}

/// The rulebooks that list duties.
fn listing() -> Vec<&'static Compiled> {
    let all = built_in().rulebooks.iter().filter(|one| !one.duties.is_empty());
    let all: Vec<&Compiled> = all.collect();
    assert_eq!(all.len(), 2);
    all
}

fn days_of(rulebook: &Compiled) -> Vec<NaiveDate> {
    let versions = rulebook.versions.iter().map(|version| version.from);
    versions.chain([rulebook.as_of]).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Law: what is asked for with a filter is what of the whole fits it, in the same order; with two
/// filters, what fits both.
#[test]
fn a_filter_leaves_those_of_the_whole_that_fit_it() {
    let mut narrowed = 0;
    for rulebook in listing() {
        let id = rulebook.id.as_str();
        for on in days_of(rulebook) {
            let as_of = on.to_string();
            let whole = ask(&json!({"rulebook": id, "asOf": as_of}));
            assert_eq!(list(&whole["duties"]).len(), rulebook.duties.len());
            let mut filters: Vec<(&str, &str)> = vec![("force", "must"), ("force", "should")];
            filters.push(("force", "may"));
            for party in list(&whole["parties"]) {
                filters.extend([("who", party.as_str().unwrap()), ("to", party.as_str().unwrap())]);
            }
            filters
                .extend(list(&whole["occasions"]).iter().map(|one| ("in", one.as_str().unwrap())));
            let fits = |duty: &Value, (key, value): (&str, &str)| {
                duty[key] == *value || list(&duty[key]).contains(&json!(value))
            };
            for one in &filters {
                for other in filters.iter().filter(|other| other.0 != one.0).chain([one]) {
                    let told = ask(&json!({
                        "rulebook": id, "asOf": as_of, one.0: one.1, other.0: other.1,
                    }));
                    let all = list(&whole["duties"]).iter();
                    let part: Vec<&Value> =
                        all.filter(|duty| fits(duty, *one) && fits(duty, *other)).collect();
                    let told: Vec<&Value> = list(&told["duties"]).iter().collect();
                    assert_eq!(told, part, "{id} {as_of} {one:?} {other:?}");
                    narrowed += usize::from(!part.is_empty());
                }
            }
        }
    }
    assert!(narrowed > 100, "{narrowed}");
}

/// Law: a provision is in force on a day as it is in the library, and one that has ended was
/// taken over by another of the same list only where that one began on the next day.
#[test]
fn what_is_cited_stands_as_its_provision_does() {
    let mut superseded = 0;
    for rulebook in listing() {
        for on in days_of(rulebook) {
            let told = ask(&json!({"rulebook": rulebook.id, "asOf": on.to_string()}));
            for duty in list(&told["duties"]) {
                for cited in list(&duty["citations"]).iter().chain(list(&duty["counterparts"])) {
                    let id = cited["provision"].as_str().unwrap();
                    let provision = rulebook.provisions.values().find(|one| one.id == id).unwrap();
                    let holds = provision.in_force.holds_on(on);
                    assert_eq!(cited["standing"] == "in_force", holds, "{id} {on}");
                    let ended = provision.in_force.to.is_some_and(|to| to < on);
                    let gone = cited["standing"] == "lapsed" || cited["standing"] == "superseded";
                    assert_eq!(gone, ended, "{id} {on}");
                    if let Some(next) = cited["supersededBy"].as_str() {
                        let next = rulebook.provisions.values().find(|one| one.id == next).unwrap();
                        assert_eq!(next.in_force.from, provision.in_force.to.unwrap().succ_opt());
                        superseded += 1;
                    }
                }
            }
        }
    }
    assert!(superseded > 0);
}

/// Source: the calendar itself, day by day.
#[test]
fn what_comes_round_falls_on_the_days_of_the_calendar() {
    let span =
        Validity { from: Some(day("2023-11-15")), to: Some(day("2025-03-31")), about: false };
    let all = || {
        let from = day("2023-11-15").iter_days();
        from.take_while(|one| *one <= day("2025-03-31"))
    };
    let due = |text: &str| serde_json::from_str::<Due>(text).unwrap();
    let fridays = due(r#"{"weekly": {"weekday": "friday"}}"#).days(span, day("2030-01-01"));
    assert!(fridays.iter().copied().eq(all().filter(|one| one.weekday() == Weekday::Fri)));
    for of_month in 1..=31_u32 {
        let text = format!(r#"{{"monthly": {{"day": {of_month}}}}}"#);
        let told = due(&text).days(span, day("2030-01-01"));
        let lasts = |one: NaiveDate| {
            let months =
                all().filter(|other| (other.year(), other.month()) == (one.year(), one.month()));
            months.map(|other| other.day()).max().unwrap()
        };
        let wanted = all().filter(|one| one.day() == of_month.min(lasts(*one)));
        assert!(told.iter().copied().eq(wanted), "{of_month}");
    }
    // Without a day of the week there are none, and one day is itself.
    assert!(due(r#"{"weekly": {}}"#).days(span, day("2024-01-01")).is_empty());
    assert_eq!(due(r#"{"on": "2024-02-29"}"#).days(span, day("2030-01-01")), [day("2024-02-29")]);
    // Where there is no end, the days are those of the year asked, from the beginning on.
    let open = Validity { from: Some(day("2024-06-15")), to: None, about: false };
    let monthly = due(r#"{"monthly": {"day": 31}}"#);
    let told = |asked: &str| monthly.days(open, day(asked)).len();
    assert_eq!((told("2023-05-05"), told("2024-05-05"), told("2025-05-05")), (0, 7, 12));
}

/// Source: notice of 2011-04-21, point 5: a day is spent once it lies behind, not on itself.
#[test]
fn a_day_is_spent_once_it_is_over() {
    for (asked, spent) in [("2011-04-28", 0), ("2011-04-29", 0), ("2011-04-30", 1)] {
        let told = ask(&json!({"rulebook": "cn/notice-2011", "asOf": asked}));
        let list = list(&told["duties"]).iter().find(|one| one["id"] == "key_case_list").unwrap();
        let days = list["days"].as_array().unwrap();
        assert_eq!(days.iter().filter(|one| one["spent"] == true).count(), spent, "{asked}");
    }
}

/// Source: src/messages/requests.yaml; every other request is refused as this one is.
#[test]
fn what_is_wrong_with_a_request_is_told() {
    for (request, code, path) in [
        (json!({"rulebook": "cn/complaint"}), "no_duties", "/rulebook"),
        (json!({"rulebook": "cn/none"}), "unknown_rulebook", "/rulebook"),
        (json!({}), "missing_key", "/rulebook"),
        (json!({"rulebook": "cn/notice-2011", "who": 1}), "wrong_type", "/who"),
        (json!({"rulebook": "cn/notice-2011", "force": "shall"}), "unknown_term", "/force"),
        (json!({"rulebook": "cn/notice-2011", "asOf": "2011-02-30"}), "not_a_date", "/asOf"),
        (json!({"rulebook": "cn/notice-2011", "asOf": "2011-04-20"}), "not_in_force", "/asOf"),
        (json!({"rulebook": "cn/notice-2011", "every": "week"}), "unknown_key", "/every"),
    ] {
        let told = ask(&request);
        assert_eq!(
            (told["error"]["code"].as_str(), told["error"]["path"].as_str()),
            (Some(code), Some(path))
        );
    }
    // What lists duties is named.
    let told = ask(&json!({"rulebook": "cn/complaint"}));
    let said = told["error"]["message"]["en"].as_str().unwrap();
    assert!(said.contains("cn/cross-border, cn/notice-2011"), "{said}");
}

/// A rulebook of one's own may list duties, and cite what the built-in ones cite.
#[test]
fn duties_of_ones_own() {
    let title = json!({"zh": "题", "en": "title"});
    let named = json!({"title": title});
    let own = json!({
        "format": 1, "rulebook": "my/list", "title": title, "summary": title,
        "as_of": "2026-01-15", "in_force": {"from": "2026-01-01"},
        "groups": {"all": named}, "parties": {"us": named, "them": named},
        "occasions": {"trade": named},
        "duties": {"report": {
            "title": title, "says": title, "who": ["us"], "to": ["them"], "in": ["trade"],
            "group": "all", "force": "must", "due": {"monthly": {"day": 31}},
            "cite": ["ecl/41"], "counterpart": ["ecl/59"],
        }},
    });
    let told = ask(&json!({"with": [own], "rulebook": "my/list", "asOf": "2026-02-15"}));
    assert_eq!(ids(&told), ["report"]);
    let days: Vec<&str> =
        list(&told["duties"][0]["days"]).iter().map(|one| one["day"].as_str().unwrap()).collect();
    assert_eq!(days.len(), 12);
    assert_eq!(days[..3], ["2026-01-31", "2026-02-28", "2026-03-31"]);
    assert_eq!(told["duties"][0]["counterparts"][0]["standing"], "in_force");
}
