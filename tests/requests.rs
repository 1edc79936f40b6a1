//! Requests that are wrong: refused with code, path and a message in both languages, and
//! nothing of an answer beside.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::library::built_in;
use zhengpin::limits::PROBLEMS;
use zhengpin::problem::Code;

type Ask = fn(&str) -> String;

fn ask(command: Ask, request: &Value) -> Value {
    serde_json::from_str(&command(&request.to_string())).unwrap()
}

/// Asserts that the request is refused, first of all for `code` at `path`.
fn refused(command: Ask, request: &Value, code: &str, path: &str) -> Value {
    let answer = ask(command, request);
    let error = &answer["error"];
    assert_eq!(error["code"], code, "{request}: {answer}");
    assert_eq!(error["path"], path, "{request}: {answer}");
    assert_eq!(answer.as_object().unwrap().len(), 1, "an answer beside the error: {answer}");
    for told in std::iter::once(error).chain(error["more"].as_array().unwrap()) {
        for language in ["zh", "en"] {
            let said = told["message"][language].as_str().unwrap();
            assert!(!said.is_empty() && !said.contains(['{', '}']), "{said}");
            assert!(!said.ends_with(['.', '。']), "{said}");
        }
    }
    error.clone()
}

fn decide_with(facts: &Value) -> Value {
    json!({"rulebook": "cn/complaint", "asOf": "2026-11-22", "facts": facts})
}

fn simulate_with(findings: &Value) -> Value {
    json!({"rulebook": "taobao/counterfeit", "findings": findings})
}

#[test]
fn text_that_is_no_json_is_refused_with_its_place() {
    for text in ["", "{", "nonsense", "{\"facts\": {\"n_locate\": true, \"n_locate\": false}"] {
        let answer: Value = serde_json::from_str(&answer::decide(text)).unwrap();
        assert_eq!(answer["error"]["code"], "malformed_json", "{text}");
        let said = answer["error"]["message"]["en"].as_str().unwrap();
        assert!(said.contains("line 1 column"), "{said}");
    }
}

/// One of the values would be lost. The page says the same of a file (`key_twice`).
#[test]
fn every_key_that_stands_twice_is_named_where_it_stands() {
    let text = r#"{"rulebook": "cn/complaint", "facts": {"n_locate": true, "n_loc\u0061te": false,
        "n_locate": 1}, "rulebook": {"with": [1e99]}}"#;
    let answer: Value = serde_json::from_str(&answer::decide(text)).unwrap();
    let told = std::iter::once(&answer["error"]).chain(answer["error"]["more"].as_array().unwrap());
    let told: Vec<_> = told.map(|one| (one["code"].as_str(), one["path"].as_str())).collect();
    let twice = |path| (Some("key_twice"), Some(path));
    assert_eq!(told, [twice("/facts/n_locate"), twice("/facts/n_locate"), twice("/rulebook")]);
}

#[test]
fn deep_nesting_is_refused_and_does_not_overflow() {
    let text = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let answer: Value = serde_json::from_str(&answer::decide(&text)).unwrap();
    assert_eq!(answer["error"]["code"], "too_deep");
    assert_eq!(answer["error"]["path"], "/0".repeat(zhengpin::limits::NESTING));
    let open = "[".repeat(100_000);
    let answer: Value = serde_json::from_str(&answer::decide(&open)).unwrap();
    assert_eq!(answer["error"]["code"], "malformed_json");
}

/// Source: RFC 8259, section 6: numbers beyond ±(2^53 - 1) are not the same to everybody.
#[test]
fn a_number_that_javascript_would_take_for_another_is_refused_where_it_stands() {
    let findings = r#"[{"id": "a", "issued": "2017-04-01", "tier": "information", "items": X}]"#;
    for beyond in
        ["9007199254740992", "-9007199254740993", "123456789012345678901234567890", "1e300"]
    {
        let findings = findings.replace('X', beyond);
        let text = format!(r#"{{"rulebook": "taobao/counterfeit", "findings": {findings}}}"#);
        let answer: Value = serde_json::from_str(&answer::simulate(&text)).unwrap();
        assert_eq!(answer["error"]["code"], "imprecise_number", "{beyond}");
        assert_eq!(answer["error"]["path"], "/findings/0/items", "{beyond}");
    }
}

/// A refusal stays small however much is wrong, and says how much it leaves out.
#[test]
fn a_refusal_is_bounded_and_says_what_it_leaves_out() {
    let wrong: serde_json::Map<_, _> =
        (0..20_000).map(|n| (format!("wrong{n}"), json!(true))).collect();
    let answered = answer::decide(&decide_with(&Value::Object(wrong.clone())).to_string());
    assert!(answered.len() < 1_000_000, "{}", answered.len());
    let answer: Value = serde_json::from_str(&answered).unwrap();
    let more = answer["error"]["more"].as_array().unwrap();
    assert_eq!(more.len(), PROBLEMS);
    let last = more.last().unwrap();
    assert_eq!(last["code"], "more_problems");
    assert!(last["message"]["en"].as_str().unwrap().contains(&(20_000 - PROBLEMS).to_string()));
    // The same for keys of the request, and for what its reader tells of the rest.
    let unknown = Value::Object(wrong);
    for command in [answer::decide as Ask, answer::simulate, answer::describe, answer::list] {
        let answered = command(&unknown.to_string());
        assert!(answered.len() < 2_000_000, "{}", answered.len());
        assert!(answered.contains("more_problems"), "{answered}");
    }
    let few: serde_json::Map<_, _> = (0..PROBLEMS).map(|n| (format!("x{n}"), json!(1))).collect();
    let answer = ask(answer::list, &Value::Object(few));
    assert_eq!(answer["error"]["more"].as_array().unwrap().len(), PROBLEMS - 1);
    assert!(!answer.to_string().contains("more_problems"));
}

/// Paths are made of keys, and messages of what the user wrote; neither grows with one of them.
#[test]
fn long_keys_and_values_do_not_make_a_long_refusal() {
    let long = "字".repeat(100_000);
    let error = refused(answer::decide, &json!({long.clone(): [1, 2]}), "too_long", "");
    assert!(error.to_string().len() < 2_000);
    for request in
        [decide_with(&json!({"right_type": long})), json!({"rulebook": long, "facts": {}})]
    {
        assert!(answer::decide(&request.to_string()).len() < 20_000);
    }
}

#[test]
fn an_absurdly_long_request_is_refused() {
    let text = " ".repeat(zhengpin::limits::REQUEST_BYTES + 1);
    let answer: Value = serde_json::from_str(&answer::simulate(&text)).unwrap();
    assert_eq!(answer["error"]["code"], "too_large");
}

#[test]
fn a_request_is_an_object() {
    for value in [json!(null), json!(1), json!("x"), json!([]), json!(true)] {
        for command in [answer::decide as Ask, answer::simulate, answer::describe, answer::list] {
            refused(command, &value, "wrong_type", "");
        }
    }
}

#[test]
fn unknown_keys_are_refused_everywhere() {
    let facts = json!({"rulebook": "cn/complaint", "facts": {}, "fact": {}});
    refused(answer::decide, &facts, "unknown_key", "/fact");
    let findings = json!({"rulebook": "taobao/counterfeit", "findings": [], "asOf": "2017-04-01"});
    refused(answer::simulate, &findings, "unknown_key", "/asOf");
    let finding = json!([{"id": "a", "issued": "2017-04-01", "tier": "sale", "item": 1}]);
    refused(answer::simulate, &simulate_with(&finding), "unknown_key", "/findings/0/item");
    refused(
        answer::describe,
        &json!({"rulebook": "cn/complaint", "as_of": ""}),
        "unknown_key",
        "/as_of",
    );
    let error =
        refused(answer::list, &json!({"rulebook": "cn/complaint"}), "unknown_key", "/rulebook");
    // What is expected is never left open.
    assert!(error["message"]["en"].as_str().unwrap().ends_with("expected one of with"), "{error}");
}

#[test]
fn missing_keys_are_named() {
    refused(answer::decide, &json!({"rulebook": "cn/complaint"}), "missing_key", "/facts");
    refused(answer::decide, &json!({"facts": {}}), "missing_key", "/rulebook");
    refused(
        answer::simulate,
        &json!({"rulebook": "taobao/counterfeit"}),
        "missing_key",
        "/findings",
    );
    let finding = json!([{"id": "a", "tier": "sale"}]);
    refused(answer::simulate, &simulate_with(&finding), "missing_key", "/findings/0/issued");
}

#[test]
fn an_unknown_rulebook_is_named_with_those_there_are() {
    let error = refused(
        answer::decide,
        &json!({"rulebook": "cn/complaints", "facts": {}}),
        "unknown_rulebook",
        "/rulebook",
    );
    refused(answer::describe, &json!({"rulebook": ""}), "unknown_rulebook", "/rulebook");
    let said = error["message"]["en"].as_str().unwrap();
    assert!(
        said.contains("`cn/complaints`") && said.contains("cn/complaint, cn/cross-border"),
        "{said}"
    );
}

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
fn facts_of_the_wrong_type_are_refused() {
    let wrong = [
        ("n_locate", json!("yes"), "wrong_type"),
        ("n_locate", json!(1), "wrong_type"),
        ("n_locate", json!(null), "wrong_type"),
        ("n_locate", json!([true]), "wrong_type"),
        ("right_type", json!(true), "wrong_type"),
        ("right_type", json!("Trademark"), "unknown_choice"),
        ("e_kinds", json!("notarised"), "wrong_type"),
        ("n_prior_count", json!("3"), "wrong_type"),
        ("n_prior_count", json!(1.5), "wrong_type"),
        ("n_prior_count", json!(-1), "out_of_range"),
        ("n_prior_count", json!(1.5), "wrong_type"),
        ("n_prior_count", json!(1e300), "imprecise_number"),
        ("ctx_act_date", json!(20_261_122), "wrong_type"),
        ("no_such_fact", json!(true), "unknown_fact"),
    ];
    for (fact, value, code) in wrong {
        refused(
            answer::decide,
            &decide_with(&json!({fact: value})),
            code,
            &format!("/facts/{fact}"),
        );
    }
    refused(
        answer::decide,
        &decide_with(&json!({"e_kinds": ["telepathy"]})),
        "unknown_choice",
        "/facts/e_kinds/0",
    );
    let twice = json!({"e_kinds": ["notarised", "notarised"]});
    refused(answer::decide, &decide_with(&twice), "repeated_choice", "/facts/e_kinds/1");
}

#[test]
fn a_choice_that_offers_yes_and_no_takes_true_and_false() {
    let ask_for = |value: Value| {
        ask(
            answer::decide,
            &json!({"rulebook": "cn/parallel-import", "facts": {"goods_genuine": value}}),
        )
    };
    assert_eq!(ask_for(json!(true)), ask_for(json!("yes")));
    assert_eq!(ask_for(json!(false)), ask_for(json!("no")));
    assert_ne!(ask_for(json!(true)), ask_for(json!(false)));
}

#[test]
fn contradictory_facts_are_refused_by_name_and_only_those() {
    let facts =
        json!({"right_in_force": true, "right_declared_invalid": "final", "n_locate": true});
    let error = refused(
        answer::decide,
        &decide_with(&facts),
        "contradictory_facts",
        "/facts/right_in_force",
    );
    assert_eq!(error["more"].as_array().unwrap().len(), 1);
    assert_eq!(error["more"][0]["path"], "/facts/right_declared_invalid");
    // Neither fact is wrong on its own.
    for fact in ["right_in_force", "right_declared_invalid"] {
        let alone = decide_with(&json!({fact: facts[fact]}));
        assert!(ask(answer::decide, &alone).get("error").is_none());
    }
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
fn every_problem_of_a_request_is_told_at_once() {
    let facts = json!({"n_locate": 1, "right_type": "x", "zzz": true});
    let request = json!({"rulebook": "cn/complaint", "asOf": "never", "facts": facts, "extra": 0});
    let answer = ask(answer::decide, &request);
    let error = &answer["error"];
    let mut paths: Vec<&str> = vec![error["path"].as_str().unwrap()];
    paths.extend(
        error["more"].as_array().unwrap().iter().map(|told| told["path"].as_str().unwrap()),
    );
    for path in ["/extra", "/asOf", "/facts/n_locate", "/facts/right_type", "/facts/zzz"] {
        assert!(paths.contains(&path), "{path} is not among {paths:?}");
    }
}

#[test]
fn issues_can_be_chosen_and_unknown_ones_are_refused() {
    let request = json!({"rulebook": "cn/complaint", "facts": {}, "issues": ["counter_notice"]});
    let answer = ask(answer::decide, &request);
    assert_eq!(answer["issues"].as_array().unwrap().len(), 1);
    assert_eq!(answer["issues"][0]["issue"], "counter_notice");
    let next: Vec<String> = serde_json::from_value(answer["next"].clone()).unwrap();
    assert!(
        next.contains(&"c_identity".to_owned()) && !next.contains(&"n_locate".to_owned()),
        "{next:?}"
    );
    let unknown = json!({"rulebook": "cn/complaint", "facts": {}, "issues": ["notice", "nothing"]});
    refused(answer::decide, &unknown, "unknown_issue", "/issues/1");
}

#[test]
fn a_ledger_is_simulated_and_issues_are_decided_and_not_the_other_way() {
    let decide = json!({"rulebook": "taobao/counterfeit", "facts": {}});
    refused(answer::decide, &decide, "not_decided", "/rulebook");
    let simulate = json!({"rulebook": "cn/complaint", "findings": []});
    refused(answer::simulate, &simulate, "not_simulated", "/rulebook");
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

#[test]
fn a_malformed_ledger_is_refused_with_the_entry_named() {
    let finding = |id: &str, issued: &str| json!({"id": id, "issued": issued, "tier": "sale"});
    let unsorted = json!([finding("a", "2017-04-02"), finding("b", "2017-04-01")]);
    refused(answer::simulate, &simulate_with(&unsorted), "unsorted", "/findings/1/issued");
    let twice = json!([finding("a", "2017-04-01"), finding("a", "2017-04-02")]);
    refused(answer::simulate, &simulate_with(&twice), "duplicate_id", "/findings/1/id");
    let future = json!({
        "rulebook": "taobao/counterfeit", "until": "2017-04-01", "findings": [finding("a", "2017-04-02")],
    });
    refused(answer::simulate, &future, "after_until", "/findings/0/issued");
    for items in [json!(0), json!(1_000_000_000), json!(-1)] {
        let findings =
            json!([{"id": "a", "issued": "2017-04-01", "tier": "information", "items": items}]);
        refused(answer::simulate, &simulate_with(&findings), "out_of_range", "/findings/0/items");
    }
    let tier = json!([{"id": "a", "issued": "2017-04-01", "tier": "grave"}]);
    refused(answer::simulate, &simulate_with(&tier), "unknown_tier", "/findings/0/tier");
    let reading =
        json!({"rulebook": "taobao/counterfeit", "findings": [], "reading": {"moon": "x"}});
    let error = refused(answer::simulate, &reading, "unknown_reading", "/reading/moon");
    assert!(error["message"]["en"].as_str().unwrap().contains("window, cap"), "{error}");
    let choice =
        json!({"rulebook": "taobao/counterfeit", "findings": [], "reading": {"window": "x"}});
    let error = refused(answer::simulate, &choice, "unknown_choice", "/reading/window");
    assert!(error["message"]["en"].as_str().unwrap().contains("calendar, hours"), "{error}");
    let kind = json!({"rulebook": "taobao/counterfeit", "findings": [], "reading": {"window": 72}});
    refused(answer::simulate, &kind, "wrong_type", "/reading/window");
    let many: Vec<Value> = (0..10_001).map(|n| finding(&n.to_string(), "2017-04-01")).collect();
    refused(answer::simulate, &simulate_with(&json!(many)), "too_many", "/findings");
}

#[test]
fn every_code_has_a_message_in_both_languages() {
    for code in Code::ALL {
        let text = built_in().messages.problems.get(code);
        assert!(text.is_some_and(|text| !text.zh.is_empty() && !text.en.is_empty()), "{code:?}");
    }
}

/// Source: "all problems at once": what is wrong in one place hides nothing of what is wrong in
/// another, as far as it can be read without the first.
#[test]
fn what_is_wrong_in_one_place_hides_nothing_that_is_wrong_in_another() {
    let ledger = built_in().rulebook("alibaba-com/counterfeit", "").unwrap().ledger.as_ref();
    let ledger = ledger.unwrap();
    let tier = &ledger.tiers.values().next().unwrap().id;
    let special = ledger.labels.values().next().unwrap();
    let finding = |more: &Value| {
        let mut finding = json!({"id": "f", "issued": "2020-01-01T10:00", "tier": tier});
        finding.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        finding
    };
    let ledger =
        |finding: Value| json!({"rulebook": "alibaba-com/counterfeit", "findings": [finding]});
    let mut what_if = ledger(finding(&json!({"items": 0})));
    what_if["whatIf"] = json!({"reading": {"nobody": "x"}, "until": "soon"});
    let cases: [(Ask, Value, &[&str]); 6] = [
        (
            answer::simulate,
            json!({"rulebook": "nope", "findings": [], "zzz": 1, "forecast": 5, "whatIf": {"y": 1}}),
            &["/forecast", "/rulebook", "/whatIf/y", "/zzz"],
        ),
        (
            answer::draft,
            json!({"document": "nope", "facts": 5, "asOf": "x", "zzz": 1}),
            &["/asOf", "/document", "/facts", "/zzz"],
        ),
        (
            answer::decide,
            json!({"rulebook": "taobao/findings", "facts": {"basis": ["zz", "yy"]}}),
            &["/facts/basis/0", "/facts/basis/1"],
        ),
        (
            answer::simulate,
            ledger(finding(&json!({"issued": "bad", "items": 0, special: 5}))),
            &["/findings/0/issued", "/findings/0/items", &format!("/findings/0/{special}")],
        ),
        (
            answer::simulate,
            what_if,
            &["/findings/0/items", "/whatIf/reading/nobody", "/whatIf/until"],
        ),
        // The last moment that can be written, in an offset in which it is a later one.
        (
            answer::simulate,
            ledger(finding(&json!({"issued": "9999-12-31T23:59-08:00", "items": 0}))),
            &["/findings/0/issued", "/findings/0/items"],
        ),
    ];
    for (command, request, expected) in cases {
        let error = &ask(command, &request)["error"];
        let told = std::iter::once(error).chain(error["more"].as_array().unwrap());
        let mut told: Vec<&str> = told.map(|one| one["path"].as_str().unwrap()).collect();
        told.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(told, expected, "{request}");
    }
}

/// Circumstances are read whether or not the day of the finding can be.
#[test]
fn a_circumstance_is_read_where_the_day_cannot_be() {
    for rulebook in &built_in().rulebooks {
        let Some(ledger) = rulebook.ledger.as_ref() else { continue };
        let tier = &ledger.tiers.values().next().unwrap().id;
        for circumstance in ledger.circumstances.values() {
            let finding =
                json!({"id": "f", "issued": "x", "tier": tier, circumstance.id.as_str(): 5});
            let request = json!({"rulebook": rulebook.id, "findings": [finding]});
            let error = &ask(answer::simulate, &request)["error"];
            assert_eq!(error["path"], "/findings/0/issued", "{error}");
            assert_eq!(error["more"][0]["path"], format!("/findings/0/{}", circumstance.id));
        }
    }
}
