//! Deadlines: the days they end on, against cases counted by others, and what must not be told.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use serde_json::{Value, json};
use zhengpin::answer;

fn ask(request: &Value) -> Value {
    let answer: Value = serde_json::from_str(&answer::decide(&request.to_string())).unwrap();
    assert!(answer.get("error").is_none(), "{answer}");
    answer
}

fn deadline(answer: &Value, id: &str) -> Value {
    let all = answer["deadlines"].as_array().unwrap();
    all.iter().find(|one| one["id"] == id).cloned().unwrap_or(Value::Null)
}

fn findings(day: &str, facts: &Value) -> Value {
    ask(&json!({"rulebook": "taobao/findings", "asOf": day, "facts": facts}))
}

/// Day of arrival, the fifteenth day after it, the day to which that one gives way, and the
/// third and the twentieth working day after it.
///
/// Source: counted with `holiday-cn` and `chinesecalendar` 1.11.0, which agree on every day
/// from 2019 to 2026; the notices of the State Council for these years.
const COUNTED: [[&str; 5]; 12] = [
    ["2019-03-07", "2019-03-22", "2019-03-22", "2019-03-12", "2019-04-04"],
    ["2020-09-14", "2020-09-29", "2020-09-29", "2020-09-17", "2020-10-16"],
    ["2021-09-17", "2021-10-02", "2021-10-08", "2021-09-23", "2021-10-21"],
    ["2022-12-20", "2023-01-04", "2023-01-04", "2022-12-23", "2023-01-18"],
    // The day after National Day is a Saturday made a working day.
    ["2023-09-20", "2023-10-05", "2023-10-07", "2023-09-25", "2023-10-24"],
    ["2024-09-20", "2024-10-05", "2024-10-08", "2024-09-25", "2024-10-23"],
    // Spring Festival.
    ["2025-01-14", "2025-01-29", "2025-02-05", "2025-01-17", "2025-02-17"],
    ["2025-09-22", "2025-10-07", "2025-10-09", "2025-09-25", "2025-10-24"],
    ["2026-01-31", "2026-02-15", "2026-02-24", "2026-02-04", "2026-03-05"],
    ["2026-09-18", "2026-10-03", "2026-10-08", "2026-09-22", "2026-10-22"],
    ["2026-11-02", "2026-11-17", "2026-11-17", "2026-11-05", "2026-11-30"],
    ["2026-11-06", "2026-11-21", "2026-11-23", "2026-11-11", "2026-12-04"],
];

#[test]
fn three_and_twenty_working_days_are_those_of_the_state_council() {
    for [arrival, _, _, third, twentieth] in COUNTED {
        let answer = findings("2026-11-22", &json!({"told_on": arrival}));
        let appeal = deadline(&answer, "appeal");
        assert_eq!(appeal["due"], third, "{arrival}");
        assert_eq!(appeal["holidaysUnknown"], json!([]), "{arrival}");
        let facts = json!({"c_date_reach_rh": arrival, "c_delay_uncontrollable": true});
        let answer =
            ask(&json!({"rulebook": "cn/complaint", "asOf": "2026-11-22", "facts": facts}));
        assert_eq!(deadline(&answer, "holder_acts_after_delay")["due"], twentieth, "{arrival}");
    }
}

#[test]
fn fifteen_days_give_way_where_they_end_on_a_day_of_rest() {
    for [arrival, fifteenth, moved, ..] in COUNTED {
        let facts = json!({"statement_reached_on": arrival, "complaint_forwarded": true});
        let told = deadline(&findings("2026-11-22", &facts), "complainant_sues");
        assert_eq!(told["due"], fifteenth, "{arrival}");
        let expected = if moved == fifteenth { Value::Null } else { json!(moved) };
        assert_eq!(told["moved"], expected, "{arrival}");
    }
}

/// Source: Civil Code art. 203 is in force from 2021; what the law before it said of days of
/// rest is not encoded, so the day as counted stands alone.
#[test]
fn before_the_civil_code_the_fifteenth_day_stands_alone() {
    let facts = json!({"c_date_reach_rh": "2020-09-20"});
    let answer = ask(&json!({"rulebook": "cn/complaint", "asOf": "2020-12-31", "facts": facts}));
    let told = deadline(&answer, "holder_acts_before_2021");
    assert_eq!((&told["due"], &told["moved"]), (&json!("2020-10-05"), &Value::Null));
    assert_eq!(deadline(&answer, "holder_acts"), Value::Null);
}

#[test]
fn the_years_counted_through_are_cited() {
    let cited = |arrival: &str| -> Vec<String> {
        let answer = findings("2026-11-22", &json!({"told_on": arrival}));
        let appeal = deadline(&answer, "appeal");
        let citations = appeal["citations"].as_array().unwrap().iter();
        let ids = citations.map(|one| one["provision"].as_str().unwrap().to_owned());
        ids.filter(|id| id.starts_with("holidays/")).collect()
    };
    assert_eq!(cited("2022-12-30"), ["holidays/2022", "holidays/2023"]);
    assert_eq!(cited("2023-03-01"), ["holidays/2023"]);
}

/// Whoever shows an answer finds the words of every provision that it cites.
#[test]
fn the_years_of_a_calendar_are_described_with_the_rulebook() {
    for rulebook in ["taobao/findings", "cn/complaint"] {
        let request = json!({"rulebook": rulebook}).to_string();
        let described: Value = serde_json::from_str(&answer::describe(&request)).unwrap();
        let provisions = described["provisions"].as_array().unwrap();
        assert!(provisions.iter().any(|one| one["id"] == "holidays/2026"), "{rulebook}");
        assert!(described["texts"]["zh"]["provision/holidays/2026/says"].is_string());
    }
}

/// Source: Holiday Regulation (2024) art. 2(1): 1 January is a holiday in every year, in 2027 a
/// Friday; no arrangement for 2027 is known, and it may reach into the last days of 2026, as
/// those for 2019 and 2023 did. The case is `39-newyear.json` of the maintainers' notes.
#[test]
fn a_deadline_in_a_year_not_yet_arranged_has_an_earliest_and_a_latest_day() {
    let range = |item: &Value, key: &str| item["range"][key].clone();
    let facts = json!({"c_date_reach_rh": "2026-12-17"});
    let request = json!({"rulebook": "cn/complaint", "asOf": "2026-12-17", "facts": facts, "issues": ["counter_notice"]});
    let acts = deadline(&ask(&request), "holder_acts");
    // No single day is told, so that none that may be wrong is read for the last one.
    assert_eq!((&acts["due"], &acts["moved"]), (&Value::Null, &Value::Null));
    // The safe day is the one that does not give way; if it does, then not before Monday.
    assert_eq!(range(&acts, "counted"), "2027-01-01");
    assert_eq!(range(&acts, "earliest"), "2027-01-04");
    assert_eq!(range(&acts, "expected"), "2027-01-04");
    assert!("2027-01-04" <= range(&acts, "latest").as_str().unwrap());
    assert_eq!(range(&acts, "holidays"), json!(["2027-01-01"]));
    assert_eq!(acts["holidaysUnknown"], json!([2027]));
    let cited = acts["citations"].as_array().unwrap();
    assert!(cited.iter().any(|one| one["provision"] == "holiday-regulation-2024/2/1"));

    // Thursday 31 December may be made a day off; 1 January is one, 2 and 3 are a weekend.
    let appeal = deadline(&findings("2026-11-22", &json!({"told_on": "2026-12-30"})), "appeal");
    assert_eq!(appeal["due"], Value::Null);
    assert_eq!(range(&appeal, "counted"), Value::Null);
    assert_eq!(range(&appeal, "earliest"), "2027-01-05");
    assert_eq!(range(&appeal, "expected"), "2027-01-05");
    assert!(range(&appeal, "mayBeOff").as_array().unwrap().contains(&json!("2026-12-31")));

    // The last days of December are open even where the count ends before the year does.
    let appeal = deadline(&findings("2026-11-22", &json!({"told_on": "2026-12-24"})), "appeal");
    assert_eq!(range(&appeal, "earliest"), "2026-12-28");
    assert_eq!(range(&appeal, "expected"), "2026-12-29");
    assert_eq!(appeal["holidaysUnknown"], json!([2027]));
    // A week earlier nothing is.
    let appeal = deadline(&findings("2026-11-22", &json!({"told_on": "2026-12-17"})), "appeal");
    assert_eq!((&appeal["due"], &appeal["range"]), (&json!("2026-12-22"), &Value::Null));
    assert_eq!(appeal["holidaysUnknown"], json!([]));
}

/// Far from every holiday no arrangement known so far would reach, and one day is told; that
/// nothing is ordered for the year is told with it.
#[test]
fn between_the_holidays_of_a_year_not_yet_arranged_one_day_is_told() {
    let answer = findings("2026-11-22", &json!({"told_on": "2027-07-15"}));
    let appeal = deadline(&answer, "appeal");
    assert_eq!((&appeal["due"], &appeal["range"]), (&json!("2027-07-20"), &Value::Null));
    assert_eq!(appeal["holidaysUnknown"], json!([2027]));
}

/// Whether it was kept is told only where it holds whatever is ordered.
#[test]
fn whether_a_range_was_kept_is_told_outside_it() {
    let kept = |done: &str| {
        let facts = json!({"told_on": "2026-12-30", "appeal_filed_on": done});
        let appeal = deadline(&findings("2026-11-22", &facts), "appeal");
        (appeal["kept"].clone(), appeal["range"]["latest"].clone())
    };
    let (safe, latest) = kept("2027-01-05");
    assert_eq!(safe, true);
    assert_eq!(kept("2027-01-06").0, Value::Null);
    let latest = latest.as_str().unwrap().to_owned();
    assert_eq!(kept(&latest).0, Value::Null);
    assert_eq!(kept("2027-01-20").0, false);

    // Of a day that may give way, it is known up to the day that does not.
    let kept = |done: &str| {
        let facts = json!({
            "statement_reached_on": "2026-12-17", "complaint_forwarded": true,
            "platform_told_on": done,
        });
        deadline(&findings("2026-11-22", &facts), "complainant_sues")["kept"].clone()
    };
    assert_eq!(kept("2027-01-01"), true);
    assert_eq!(kept("2027-01-02"), Value::Null);
    assert_eq!(kept("2027-01-04"), Value::Null);
    assert_eq!(kept("2027-01-15"), false);
}

/// What cannot be known is not told: beyond the years of the calendar, and beyond the last
/// day that can be written.
#[test]
fn beyond_the_calendar_and_beyond_the_last_day_nothing_is_told() {
    let told = |day: &str, id: &str| {
        let facts = json!({"c_date_reach_rh": day, "c_delay_uncontrollable": true});
        let answer =
            ask(&json!({"rulebook": "cn/complaint", "asOf": "2026-12-17", "facts": facts}));
        deadline(&answer, id)
    };
    for (day, id, why) in [
        ("2060-12-25", "holder_acts", "beyond_calendar"),
        ("2060-12-25", "holder_acts_after_delay", "beyond_calendar"),
        ("9999-12-31", "holder_acts", "beyond_dates"),
        ("9999-12-31", "holder_acts_after_delay", "beyond_calendar"),
    ] {
        let item = told(day, id);
        assert_eq!(item["untold"], why, "{day} {id}");
        for key in ["due", "moved", "range", "kept"] {
            assert_eq!(item[key], Value::Null, "{day} {id} {key}");
        }
    }
    let facts = json!({"p_date_last_verify": "9999-10-01"});
    let answer = ask(&json!({"rulebook": "cn/complaint", "asOf": "2026-12-17", "facts": facts}));
    let item = deadline(&answer, "platform_verifies_again");
    assert_eq!((&item["due"], &item["untold"]), (&Value::Null, &json!("beyond_dates")));
    assert_eq!(told("2060-06-01", "holder_acts")["untold"], Value::Null);
}

#[test]
fn where_the_first_day_is_unknown_nothing_is_due_yet() {
    let appeal = deadline(&findings("2026-11-22", &json!({})), "appeal");
    assert_eq!(appeal["since"], "told_on");
    for key in ["from", "due", "moved", "range", "untold", "kept"] {
        assert_eq!(appeal[key], Value::Null, "{key}");
    }
    assert_eq!(appeal["who"], "seller");
}

#[test]
fn a_deadline_whose_first_day_did_not_come_is_left_out() {
    let answer = findings("2026-11-22", &json!({"statement_reached_on": "none"}));
    assert_eq!(deadline(&answer, "complainant_sues"), Value::Null);
}

#[test]
fn a_deadline_that_may_apply_says_so_and_one_that_does_not_is_left_out() {
    let open = findings("2026-11-22", &json!({}));
    assert_eq!(deadline(&open, "complainant_answers")["applies"], "unknown");
    let yes = findings("2026-11-22", &json!({"complaint_forwarded": true}));
    assert_eq!(deadline(&yes, "complainant_answers")["applies"], "yes");
    let no = findings("2026-11-22", &json!({"complaint_forwarded": false}));
    assert_eq!(deadline(&no, "complainant_answers"), Value::Null);
}

#[test]
fn outside_its_time_in_force_a_deadline_is_not_told() {
    let answer = findings("2017-12-31", &json!({"told_on": "2017-12-20"}));
    assert_eq!(answer["deadlines"], json!([]));
}

#[test]
fn whether_it_was_kept_is_told_except_where_that_is_disputed() {
    let kept = |done: &str| {
        let facts = json!({
            "statement_reached_on": "2025-09-22", "complaint_forwarded": true,
            "platform_told_on": done,
        });
        deadline(&findings("2026-11-22", &facts), "complainant_sues")["kept"].clone()
    };
    assert_eq!(kept("2025-10-07"), true);
    assert_eq!(kept("2025-10-08"), Value::Null);
    assert_eq!(kept("2025-10-09"), Value::Null);
    assert_eq!(kept("2025-10-10"), false);
    assert_eq!(kept("none"), Value::Null);
}

/// Source: Online Trading Measures art. 24(1); Civil Code art. 202.
#[test]
fn six_months_end_on_the_corresponding_day_or_the_last() {
    let due = |day: &str| {
        let facts = json!({"p_date_last_verify": day});
        let answer =
            ask(&json!({"rulebook": "cn/complaint", "asOf": "2026-11-22", "facts": facts}));
        deadline(&answer, "platform_verifies_again")["due"].clone()
    };
    assert_eq!(due("2025-08-31"), "2026-02-28");
    assert_eq!(due("2025-05-15"), "2025-11-15");
    // Checks before the rule took effect are first due on 1 November 2021.
    assert_eq!(due("2021-04-30"), "2021-11-01");
}

#[test]
fn an_answer_on_one_issue_tells_only_what_has_begun() {
    let ask_one = |facts: Value| {
        let request = json!({"rulebook": "taobao/findings", "issues": ["scope"], "facts": facts});
        ask(&request)["deadlines"].as_array().unwrap().len()
    };
    assert_eq!(ask_one(json!({})), 0);
    assert_eq!(ask_one(json!({"told_on": "2026-11-20"})), 1);
}
