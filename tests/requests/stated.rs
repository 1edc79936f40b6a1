//! Facts and findings of the wrong kind, or against each other.

use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::library::built_in;

use super::{ask, decide_with, refused, simulate_with};

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
