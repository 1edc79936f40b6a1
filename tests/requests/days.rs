//! Days and times that do not exist, or on which nothing is in force.

use serde_json::json;
use zhengpin::answer;

use super::{ask, decide_with, refused, simulate_with};

#[test]
fn days_that_do_not_exist_or_are_written_otherwise_are_refused() {
    let days = [
        "2026-02-30",
        "2025-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-1-1",
        "20261122",
        "2026-11-22T00:00",
        "22.11.2026",
        "-026-11-22",
        "+2026-11-2",
        "２０２６-11-22",
        "",
    ];
    for day in days {
        let request = json!({"rulebook": "cn/complaint", "asOf": day, "facts": {}});
        refused(answer::decide, &request, "not_a_date", "/asOf");
        refused(
            answer::decide,
            &decide_with(&json!({"ctx_act_date": day})),
            "not_a_date",
            "/facts/ctx_act_date",
        );
    }
    // The leap day itself is a day.
    let request = json!({"rulebook": "cn/complaint", "asOf": "2024-02-29", "facts": {}});
    assert_eq!(ask(answer::decide, &request)["asOf"], "2024-02-29");
}

#[test]
fn a_date_on_which_nothing_is_in_force_is_answered_with_the_nearest_version() {
    let request = json!({"rulebook": "cn/complaint", "asOf": "2018-12-31", "facts": {}});
    let error = refused(answer::decide, &request, "not_in_force", "/asOf");
    assert!(error["message"]["zh"].as_str().unwrap().contains("2019-01-01"));
    let early = json!([{"id": "a", "issued": "2012-12-31", "tier": "sale"}]);
    let error =
        refused(answer::simulate, &simulate_with(&early), "not_in_force", "/findings/0/issued");
    assert!(error["message"]["en"].as_str().unwrap().contains("2013-01-01"));
}

#[test]
fn a_comparison_needs_two_days_on_which_the_rules_are_in_force() {
    let with = |from: &str, to: &str| json!({"rulebook": "cn/complaint", "from": from, "to": to});
    refused(answer::compare, &json!({"rulebook": "cn/complaint"}), "missing_key", "/from");
    refused(answer::compare, &with("2018-12-31", "2026-01-01"), "not_in_force", "/from");
    refused(answer::compare, &with("2026-01-01", "2018-12-31"), "not_in_force", "/to");
    refused(answer::compare, &with("2026-02-30", "2026-01-01"), "not_a_date", "/from");
    let mut request = with("2026-12-31", "2027-01-01");
    request["limit"] = json!(-1);
    refused(answer::compare, &request, "out_of_range", "/limit");
    request["limit"] = json!(0);
    request["facts"] = json!({"right_in_force": true, "right_declared_invalid": "final"});
    refused(answer::compare, &request, "contradictory_facts", "/facts/right_in_force");
}

#[test]
fn times_that_do_not_exist_are_refused() {
    let times = [
        "2017-04-31",
        "2017-04-01T24:00",
        "2017-04-01T12",
        "2017-04-01 12:00",
        "2017-04-01T12:60",
        "2017-04-01T12:00+25:00",
        "2017-04-01T12:00+8",
        "2017-04-01T12:00[Asia/Shanghai]",
        "1 April 2017",
        "2017-04-01T12:00:",
        "2017-04-01T1２:00",
        "2017-04-01T12:00Zz",
    ];
    for time in times {
        let findings = json!([{"id": "a", "issued": time, "tier": "sale"}]);
        refused(
            answer::simulate,
            &simulate_with(&findings),
            "not_an_instant",
            "/findings/0/issued",
        );
    }
}

#[test]
fn a_time_is_the_same_however_it_is_written() {
    let at = |time: &str| {
        let findings = json!([{"id": "a", "issued": time, "tier": "sale"}]);
        ask(answer::simulate, &simulate_with(&findings))["entries"][0]["issued"].clone()
    };
    // Source: design, contract: a finding without a time of day counts as 12:00 in UTC+8.
    for time in [
        "2017-04-01",
        "2017-04-01T12:00",
        "2017-04-01T12:00+08:00",
        "2017-04-01T04:00Z",
        "2017-04-01T04:00:00.000Z",
        "2017-03-31T23:00-05:00",
        "2017-04-01T12:00:00",
    ] {
        assert_eq!(at(time), "2017-04-01T12:00+08:00", "{time}");
    }
    assert_eq!(at("2017-04-01T23:59:30"), "2017-04-01T23:59:30+08:00");
}
