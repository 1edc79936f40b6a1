//! Telling for many days at once when a deadline ends.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use chrono::{Datelike, Days, NaiveDate as Date};
use serde_json::{Value, json};
use zhengpin::{answer, day, limits};

fn ask(request: &Value) -> Value {
    serde_json::from_str(&answer::schedule(&request.to_string())).unwrap()
}

/// What a decision on nothing but one day tells of a deadline.
fn decided(rulebook: &str, as_of: &str, deadline: &str, fact: &str, from: &Value) -> Value {
    let request = json!({"rulebook": rulebook, "asOf": as_of, "facts": {fact: from}, "issues": []});
    let answer: Value = serde_json::from_str(&answer::decide(&request.to_string())).unwrap();
    let mut told = answer["deadlines"].as_array().unwrap().iter();
    told.find(|one| one["id"] == deadline).cloned().unwrap_or_default()
}

/// The last days of every month of ten years and the first of the next, leap days among them.
fn ends_of_months() -> Vec<Date> {
    let first = |year, month| Date::from_ymd_opt(year, month, 1).unwrap();
    let firsts = (2019..2029).flat_map(|year| (1..=12).map(move |month| first(year, month)));
    firsts
        .flat_map(|first| (0..4).map(move |before| first - Days::new(3) + Days::new(before)))
        .collect()
}

/// A law: whatever the deadline, its calendar and its condition, a schedule tells of each day
/// what a decision on that day alone tells.
#[test]
fn a_schedule_tells_what_decisions_tell_one_by_one() {
    let days = ends_of_months();
    assert!(days.iter().any(|day| (day.month(), day.day()) == (2, 29)));
    for (rulebook, deadline, fact) in [
        ("cn/complaint", "platform_verifies_again", "p_date_last_verify"),
        ("cn/complaint", "holder_acts", "c_date_reach_rh"),
        ("cn/complaint", "holder_acts_after_delay", "c_date_reach_rh"),
        ("cn/complaint", "platform_publishes_measure", "p_date_measure"),
        ("cn/complaint", "hearing_is_told", "hearing_on"),
        ("taobao/findings", "appeal", "told_on"),
    ] {
        let (as_of, from) = ("2026-11-22", days.iter().map(Date::to_string).collect::<Vec<_>>());
        let answer = ask(&json!({
            "rulebook": rulebook, "deadline": deadline, "from": from, "asOf": as_of,
        }));
        let told = answer["days"].as_array().unwrap();
        assert_eq!(told.len(), days.len());
        for (one, day) in told.iter().zip(&days) {
            assert_eq!(one["from"], day.to_string());
            let alone = decided(rulebook, as_of, deadline, fact, &one["from"]);
            assert_eq!(one["deadline"], alone, "{rulebook} {deadline} {day}");
        }
    }
}

/// Source: Civil Code art. 202: the day of the month that corresponds, else its last one; and
/// docs/law/complaints.md#b-13 for the checks made before the measures took effect.
#[test]
fn six_months_end_on_the_corresponding_day_and_not_before_the_measures_first_ran() {
    let from = [
        "2026-05-20",
        "2026-08-31",
        "2023-08-29",
        "2023-08-30",
        "2021-05-01",
        "2021-04-30",
        "2019-01-01",
    ];
    let answer = ask(&json!({
        "rulebook": "cn/complaint", "deadline": "platform_verifies_again", "from": from,
        "asOf": "2026-11-22",
    }));
    let told = answer["days"].as_array().unwrap().iter();
    let due: Vec<&str> = told.map(|one| one["deadline"]["due"].as_str().unwrap()).collect();
    let expected = [
        "2026-11-20",
        "2027-02-28",
        "2024-02-29",
        "2024-02-29",
        "2021-11-01",
        "2021-11-01",
        "2021-11-01",
    ];
    assert_eq!(due, expected);
    assert_eq!(
        answer["days"][0]["deadline"]["citations"][0]["provision"],
        "online-trading-measures/24/1"
    );
}

/// The last day itself is in time. Between the days on which a deadline may end, whether it is
/// over is not told.
#[test]
fn whether_the_time_is_over_is_told_where_it_is_certain() {
    let over = |deadline: &str, from: &str, as_of: &str| {
        let request = json!({"rulebook": "cn/complaint", "deadline": deadline, "from": [from], "asOf": as_of});
        ask(&request)["days"][0]["over"].clone()
    };
    assert_eq!(over("platform_verifies_again", "2026-05-22", "2026-11-22"), false);
    assert_eq!(over("platform_verifies_again", "2026-05-21", "2026-11-22"), true);
    // 1 January 2027 is counted; that it gives way to Monday the 4th may be disputed.
    assert_eq!(over("holder_acts", "2026-12-17", "2027-01-01"), false);
    assert_eq!(over("holder_acts", "2026-12-17", "2027-01-02"), Value::Null);
    assert_eq!(over("holder_acts", "2026-12-17", "2027-01-20"), true);
    assert_eq!(over("holder_acts", "2060-12-25", "2061-11-22"), Value::Null);
}

#[test]
fn what_is_wrong_with_a_schedule_is_told_with_its_place() {
    let refused = |change: Value, code: &str, path: &str| {
        let mut request = json!({
            "rulebook": "cn/complaint", "deadline": "platform_verifies_again",
            "from": ["2026-05-20"], "asOf": "2026-11-22",
        });
        let (key, value) = change.as_object().unwrap().iter().next().unwrap();
        request[key] = value.clone();
        let error = ask(&request)["error"].clone();
        assert_eq!((&error["code"], &error["path"]), (&json!(code), &json!(path)), "{change}");
    };
    refused(json!({"rulebook": "cn/none"}), "unknown_rulebook", "/rulebook");
    refused(json!({"deadline": "none"}), "unknown_deadline", "/deadline");
    refused(json!({"deadline": 1}), "wrong_type", "/deadline");
    refused(json!({"from": "2026-05-20"}), "wrong_type", "/from");
    refused(json!({"from": ["2026-02-30"]}), "not_a_date", "/from/0");
    refused(json!({"from": ["2026-05-20", "2026-05-20"]}), "repeated_choice", "/from/1");
    refused(json!({"facts": {}}), "unknown_key", "/facts");
    // In force since 2021-05-01.
    refused(json!({"asOf": "2021-04-30"}), "not_in_force", "/asOf");
    let first = day::parse("2001-01-01").unwrap();
    let many = |count: usize| -> Value {
        first.iter_days().take(count).map(|day| day.to_string()).collect::<Vec<_>>().into()
    };
    refused(json!({"from": many(limits::SCHEDULED_DAYS + 1)}), "too_many", "/from");
    let most = json!({
        "rulebook": "cn/complaint", "deadline": "platform_verifies_again",
        "from": many(limits::SCHEDULED_DAYS), "asOf": "2026-11-22",
    });
    assert_eq!(ask(&most)["days"].as_array().map(Vec::len), Some(limits::SCHEDULED_DAYS));
    let bare = answer::schedule(r#"{"rulebook": "cn/complaint"}"#);
    let bare: Value = serde_json::from_str(&bare).unwrap();
    assert_eq!(
        (&bare["error"]["code"], &bare["error"]["more"][0]["path"]),
        (&json!("missing_key"), &json!("/from"))
    );
}
