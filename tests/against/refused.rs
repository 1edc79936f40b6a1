//! Rulebooks that cannot be compared, and those that can.

use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::decide::Facts;

use super::copies::{base, edited, request};
use super::identical::{copied, sources};

#[test]
fn rulebooks_that_cannot_be_compared_are_refused() {
    let ask = |copy: &Value, change: &dyn Fn(&mut Value)| {
        let mut request = request(&Facts::new());
        change(&mut request);
        request["with"] = json!([base(), copy]);
        let answer: Value = serde_json::from_str(&answer::compare(&request.to_string())).unwrap();
        let error = &answer["error"];
        (
            error["code"].as_str().unwrap_or("").to_owned(),
            error["path"].as_str().unwrap_or("").to_owned(),
        )
    };
    let told = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    let same = edited(&[]);
    assert_eq!(ask(&same, &|_| ()), told("", ""));
    let other_kind = {
        let mut copy = edited(&[]);
        let sold = copy["facts"]["sold"].clone();
        copy["facts"]["pieces"] = sold;
        copy["elements"]["many"]["is"] = json!("pieces");
        copy.as_object_mut().unwrap().shift_remove("constraints");
        copy
    };
    assert_eq!(ask(&other_kind, &|_| ()), told("facts_differ", "/against"));
    let no_common_range = {
        let mut copy = edited(&[]);
        copy["facts"]["pieces"]["min"] = json!(10);
        copy["facts"]["pieces"]["max"] = json!(20);
        copy["elements"]["many"]["is"] = json!({"pieces": {"at_least": 15}});
        copy.as_object_mut().unwrap().shift_remove("constraints");
        copy
    };
    assert_eq!(ask(&no_common_range, &|_| ()), told("facts_differ", "/against"));
    let no_common_choice = {
        let mut copy = edited(&[]);
        let word = json!({"zh": "他", "en": "other"});
        copy["facts"]["role"]["choices"] = json!({"maker": word, "dealer": word});
        copy["elements"]["documented"]["any"][1] = json!({"role": "maker"});
        copy
    };
    assert_eq!(ask(&no_common_choice, &|_| ()), told("facts_differ", "/against"));
    let nothing_in_common = {
        let mut copy = edited(&[]);
        copy["facts"]["sold"]["ask"] = json!({"zh": "卖", "en": "sells"});
        let never = json!({"any": ["sold", {"pieces": {"at_most": 0}}]});
        copy["constraints"]["nobody_sells"] =
            json!({"never": never, "says": {"zh": "不", "en": "no"}});
        copy.as_object_mut().unwrap()["constraints"]
            .as_object_mut()
            .unwrap()
            .shift_remove("nothing_sold");
        copy["elements"]["many"]["is"] = json!({"pieces": {"at_least": 2}});
        copy
    };
    assert_eq!(ask(&nothing_in_common, &|_| ()), told("nothing_in_common", "/against"));
    let unknown = told("unknown_rulebook", "/against");
    assert_eq!(ask(&same, &|request| request["against"] = json!("test/none")), unknown);
    let wrong = told("wrong_type", "/against");
    assert_eq!(ask(&same, &|request| request["against"] = json!(1)), wrong);
    let early = told("not_in_force", "/to");
    assert_eq!(ask(&same, &|request| request["to"] = json!("2019-12-31")), early);
    let unknown = told("unknown_fact", "/facts/nobody_asks");
    assert_eq!(ask(&same, &|request| request["facts"]["nobody_asks"] = json!(true)), unknown);
    let contradictory = told("contradictory_facts", "/facts/sold");
    let facts = json!({"sold": false, "pieces": 1});
    assert_eq!(ask(&same, &|request| request["facts"] = facts.clone()), contradictory);
}

/// Of two rulebooks that a request names, one may be built in though it brings the other.
#[test]
fn a_rulebook_that_is_brought_can_be_held_against_a_built_in_one() {
    let sources = sources();
    let source = sources.iter().find(|it| it["rulebook"] == "cn/complaint").unwrap();
    let mut request = json!({
        "with": [copied(source)], "rulebook": "cn/complaint", "against": "test/copy",
        "from": "2026-11-22", "to": "2026-11-22",
    });
    let told: Value = serde_json::from_str(&answer::compare(&request.to_string())).unwrap();
    assert_eq!(
        told["against"],
        json!({
            "rulebook": "test/copy",
            "neverInForce": false,
            "changed": {"elements": [], "alerts": [], "deadlines": []},
        })
    );
    // Without the second rulebook only what the request brings is asked, as everywhere.
    request.as_object_mut().unwrap().shift_remove("against");
    let told: Value = serde_json::from_str(&answer::compare(&request.to_string())).unwrap();
    assert_eq!(told["error"]["code"], "unknown_rulebook");
}
