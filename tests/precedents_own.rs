//! Decided cases near to facts: of a rulebook of one's own, and requests that are wrong.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use serde_json::{Value, json};
use zhengpin::answer;

fn ask(request: &Value) -> Value {
    serde_json::from_str(&answer::precedents(&request.to_string())).unwrap()
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

/// A rulebook of one's own that compares a number and the time between two days.
fn own() -> Value {
    let text = |word: &str| json!({"zh": word, "en": word});
    let fact = |kind: &str| json!({"kind": kind, "group": "all", "ask": text(kind), "proof": "either", "change": "no"});
    let case = |facts: Value, held: Value| json!({"name": text("n"), "court": text("c"), "holding": text("h"), "confidence": "high", "facts": facts, "held": {"i": held}});
    let verdict =
        |title: &str| json!({"title": text(title), "says": text(title), "weight": "clear"});
    let mut many = verdict("many");
    many["when"] = json!({"any": ["often", "late"]});
    let mut few = verdict("few");
    few["otherwise"] = json!(true);
    let element = |is: Value| json!({"title": text("e"), "is": is, "cite": ["ecl/42/1"]});
    json!({
        "format": 1, "rulebook": "my/numbers", "title": text("t"), "summary": text("t"),
        "as_of": "2026-01-01", "in_force": {"from": "2020-01-01"},
        "groups": {"all": {"title": text("all")}},
        "facts": {"count": fact("number"), "begun": fact("date"), "ended": fact("date")},
        "elements": {
            "often": element(json!({"count": {"at_least": 3}})),
            "late": element(json!({"ended": {"after": {"fact": "begun", "days": 15}}})),
        },
        "issues": {"i": {"title": text("i"), "asks": text("i"), "verdicts": {"many": many, "few": few}}},
        "cases": {
            "seven": case(json!({"count": 7}), json!(["many"])),
            "one": case(json!({"count": 1}), json!(["many"])),
            "half": case(json!({"ended": "2025-02-01"}), json!(["many", "few"])),
            "whole": case(json!({"begun": "2025-01-01", "ended": "2025-02-01"}), json!(["few"])),
        },
    })
}

/// Numbers and days are compared as the issue compares them: what lies on the same side of every
/// threshold is shared, and of the time between two days of which one is open nothing is known.
#[test]
fn what_the_issue_does_not_tell_apart_is_shared() {
    let told = |facts: Value| {
        let request = json!({"with": [own()], "rulebook": "my/numbers", "issue": "i", "facts": facts, "most": 9});
        let answer = ask(&request);
        assert!(answer["error"].is_null(), "{answer}");
        answer
    };
    let of = |answer: &Value, id: &str| {
        let nearest = answer["nearest"].as_array().unwrap();
        nearest.iter().find(|one| one["case"] == *id).unwrap().clone()
    };
    let three = told(json!({"count": 3}));
    assert_eq!(list(&of(&three, "seven")["shared"]), ["count"]);
    assert_eq!(list(&of(&three, "one")["differs"]), ["count"]);
    assert_eq!(list(&of(&told(json!({"count": 2})), "one")["shared"]), ["count"]);

    let longer = told(json!({"begun": "2025-05-01", "ended": "2025-07-01"}));
    assert_eq!(list(&of(&longer, "whole")["shared"]), ["begun", "ended"]);
    let shorter = told(json!({"begun": "2025-05-01", "ended": "2025-05-16"}));
    assert_eq!(list(&of(&shorter, "whole")["differs"]), ["begun", "ended"]);
    // Of the case it is not known when it began.
    let half = of(&shorter, "half");
    assert_eq!((list(&half["shared"]).len(), list(&half["differs"]).len()), (0, 0));
    assert_eq!(list(&half["silent"]), ["begun"]);

    // Seven are many, as held; one is not; how long it took is not known; 31 days are late.
    let agreement = |id: &str| of(&three, id)["agreement"].clone();
    assert_eq!(agreement("seven"), "agrees");
    assert_eq!(agreement("one"), "open");
    let one = of(&three, "one");
    let mut missing = list(&one["missing"]);
    missing.sort_unstable();
    assert_eq!(missing, ["begun", "ended"]);
    assert_eq!(agreement("half"), "open");
    assert_eq!(agreement("whole"), "contradicts");
    assert_eq!(
        three["ways"],
        json!([{"verdict": "many", "cases": 3}, {"verdict": "few", "cases": 2}])
    );

    let mut wrong = own();
    wrong["cases"]["one"]["facts"]["count"] = json!("x");
    wrong["cases"]["half"]["held"]["i"] = json!(["none"]);
    let request = json!({"with": [wrong], "rulebook": "my/numbers", "issue": "i", "facts": {}});
    let error = &ask(&request)["error"];
    let mut paths = vec![error["path"].as_str().unwrap()];
    paths.extend(error["more"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()));
    paths.sort_unstable();
    assert_eq!(paths, ["/with/0/cases/half/held/i", "/with/0/cases/one/facts/count"]);
}

#[test]
fn wrong_requests_are_refused_with_their_places() {
    let refused = |request: Value, code: &str, path: &str| {
        let error = ask(&request)["error"].clone();
        assert_eq!((&error["code"], &error["path"]), (&json!(code), &json!(path)), "{request}");
        error
    };
    let whole = json!({"rulebook": "cn/complaint", "issue": "platform", "facts": {}});
    let with = |key: &str, value: Value| {
        let mut request = whole.clone();
        request[key] = value;
        request
    };
    assert!(ask(&whole)["error"].is_null());
    refused(json!({"rulebook": "cn/complaint", "issue": "platform"}), "missing_key", "/facts");
    refused(json!({"rulebook": "cn/complaint", "facts": {}}), "missing_key", "/issue");
    refused(json!({"issue": "platform", "facts": {}}), "missing_key", "/rulebook");
    refused(with("issue", json!("trademark")), "unknown_issue", "/issue");
    refused(with("issues", json!(["platform"])), "unknown_key", "/issues");
    refused(with("rulebook", json!("cn/none")), "unknown_rulebook", "/rulebook");
    refused(with("rulebook", json!("taobao/counterfeit")), "unknown_issue", "/issue");
    refused(with("most", json!(1001)), "out_of_range", "/most");
    refused(with("facts", json!({"n_link": true})), "unknown_fact", "/facts/n_link");
    refused(with("asOf", json!("2010-01-01")), "not_in_force", "/asOf");
    let both = refused(
        json!({"rulebook": "cn/complaint", "issue": "x", "facts": {"n_link": true}}),
        "unknown_issue",
        "/issue",
    );
    assert_eq!(both["more"][0]["path"], "/facts/n_link");
}
