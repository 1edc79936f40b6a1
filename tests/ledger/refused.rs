//! Ledgers that are wrong, with every entry that is.

use serde_json::{Value, json};
use zhengpin::answer::try_simulate;
use zhengpin::library::built_in;
use zhengpin::simulate::simulate;

use super::TAOBAO;
use super::typed::typed;

fn rejected(request: &Value) -> Vec<(String, String)> {
    let refused = try_simulate(Ok(request.clone())).unwrap_err().error;
    let told = std::iter::once(&refused.first).chain(&refused.more);
    told.map(|told| (told.code.to_string(), told.path.clone())).collect()
}

#[test]
fn a_malformed_ledger_names_every_entry_that_is_wrong() {
    let findings = json!([
        {"id": "a", "issued": "2017-04-02", "tier": "information"},
        {"id": "b", "issued": "2017-04-01", "tier": "information"},
        {"id": "a", "issued": "2017-04-03", "tier": "information"},
        {"id": "c", "issued": "2017-04-04", "tier": "information", "items": 0},
        {"id": "d", "issued": "2017-04-05", "tier": "information", "items": 1_000_000_000},
        {"id": "e", "issued": "2012-04-05", "tier": "information"},
        {"id": "f", "issued": "2017-02-30", "tier": "information"},
        {"id": "g", "issued": "2017-04-06", "tier": "information", "complainant": 7},
        {"id": "h", "issued": "2017-04-06", "tier": "information", "exam": true},
        {"id": "i", "issued": "2017-04-06", "tier": "information", "amounts": {"deposit": 1}},
        {"id": "j", "issued": "2017-04-06", "tier": "information", "taken": 24},
        {"id": "k", "issued": "2017-04-06", "tier": "information", "taken": {
            "points": -1, "strike": "yes", "strikes": 1,
            "measures": ["shop_hidden", "shop_gone", "shop_hidden", 7],
        }},
        {"id": "l", "issued": "2017-04-06", "tier": "information", "taken": {
            "points": 2.5, "measures": "shop_hidden",
        }},
        {"id": "m", "issued": "2017-04-06", "tier": "information", "taken": {"points": 1_000_000_000}},
    ]);
    let request = json!({"rulebook": TAOBAO, "findings": findings});
    let told: Vec<(String, String)> = rejected(&request);
    for (code, path) in [
        ("unsorted", "/findings/1/issued"),
        ("duplicate_id", "/findings/2/id"),
        ("out_of_range", "/findings/3/items"),
        ("out_of_range", "/findings/4/items"),
        ("not_in_force", "/findings/5/issued"),
        ("not_an_instant", "/findings/6/issued"),
        ("wrong_type", "/findings/7/complainant"),
        ("wrong_type", "/findings/8/exam"),
        ("unknown_key", "/findings/9/amounts/deposit"),
        ("wrong_type", "/findings/10/taken"),
        ("unknown_key", "/findings/11/taken/strikes"),
        ("out_of_range", "/findings/11/taken/points"),
        ("wrong_type", "/findings/11/taken/strike"),
        ("unknown_choice", "/findings/11/taken/measures/1"),
        ("repeated_choice", "/findings/11/taken/measures/2"),
        ("wrong_type", "/findings/11/taken/measures/3"),
        ("wrong_type", "/findings/12/taken/points"),
        ("wrong_type", "/findings/12/taken/measures"),
        ("out_of_range", "/findings/13/taken/points"),
    ] {
        assert!(told.contains(&(code.to_owned(), path.to_owned())), "{code} {path}: {told:?}");
    }
}

#[test]
fn sums_of_money_are_read_to_the_fen_and_refused_otherwise() {
    let with = |deposit: Value| json!({"rulebook": TAOBAO, "findings": [], "amounts": {"deposit": deposit}});
    for deposit in [json!(0), json!(1000), json!(39.9), json!(0.05)] {
        assert!(simulate(built_in(), &typed(&with(deposit))).is_ok());
    }
    for deposit in [json!("1000"), json!(1.005), json!(-1), json!(null)] {
        let told = rejected(&with(deposit.clone()));
        assert_eq!(told, [("wrong_type".to_owned(), "/amounts/deposit".to_owned())], "{deposit}");
    }
    let told = rejected(&with(json!(1_000_000_001)));
    assert_eq!(told, [("out_of_range".to_owned(), "/amounts/deposit".to_owned())]);
}

/// Promotion is upgraded since 2017-02-21; before that day it cannot be stated.
#[test]
fn a_circumstance_that_is_not_in_force_is_refused() {
    let findings = json!([{"id": "a", "issued": "2017-02-20", "tier": "sale", "promoted": true}]);
    let told = rejected(&json!({"rulebook": TAOBAO, "findings": findings}));
    assert_eq!(told, [("not_in_force".to_owned(), "/findings/0/promoted".to_owned())]);
}
