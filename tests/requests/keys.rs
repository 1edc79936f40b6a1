//! Keys that are unknown, missing, or of another kind of rulebook.

use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::library::built_in;
use zhengpin::problem::Code;

use super::{Ask, ask, refused, simulate_with};

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
