//! Requests that people really made, each as it stands, and what has to come out.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::path::Path;

use serde_json::{Value, json};
use zhengpin::answer;

fn request(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

fn answered(answer: &str) -> Value {
    let answer: Value = serde_json::from_str(answer).unwrap();
    assert!(answer["error"].is_null(), "{answer}");
    answer
}

fn decided(request: &Value) -> Value {
    answered(&answer::decide(&request.to_string()))
}

fn simulated(request: &Value) -> Value {
    answered(&answer::simulate(&request.to_string()))
}

fn of<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().filter_map(|one| one[key].as_str()).collect()
}

fn issue<'a>(answer: &'a Value, id: &str) -> &'a Value {
    answer["issues"].as_array().unwrap().iter().find(|one| one["issue"] == *id).unwrap()
}

fn points(answer: &Value) -> Vec<u64> {
    let entries = answer["entries"].as_array().unwrap();
    entries.iter().map(|entry| entry["points"].as_u64().unwrap()).collect()
}

/// Improper use of another's right at Taobao, two complaints of one holder on 6 and 7 May
/// 2019, entered by the seller as a general violation of 2 points each: what was entered is
/// counted, and the seller is led to the tier by which it is 2 points in all.
#[test]
fn case_03_improper_use_is_led_to_its_tier_and_costs_two_points_in_all() {
    let mut asked = request("03.json");
    let answer = simulated(&asked);
    assert_eq!(points(&answer), [2, 2]);
    assert!(of(&answer["warnings"], "about").contains(&"perhaps_improper_use"));

    for finding in asked["findings"].as_array_mut().unwrap() {
        finding["tier"] = json!("improper_use");
        finding["complainant"] = json!("one holder");
    }
    let answer = simulated(&asked);
    assert_eq!(points(&answer), [2, 0]);
    let books = answer["status"]["books"].as_array().unwrap();
    let stands =
        |book: &str| books.iter().find(|one| one["book"] == *book).unwrap()["points"].clone();
    assert_eq!((stands("general"), stands("counterfeit")), (json!(2), json!(0)));
    assert_eq!(answer["status"]["strikes"], 0);
    assert!(!of(&answer["warnings"], "about").contains(&"perhaps_improper_use"));
}

/// A shop on JD.HK, the first suspicion of fakes in 2023. Source: JD.HK's own channel page,
/// undated: suspected fakes cost 25, then 50, then 100 points.
#[test]
fn case_12_the_first_suspicion_at_jd_worldwide_costs_25_points() {
    let answer = simulated(&request("12.json"));
    assert_eq!(points(&answer), [25]);
    assert_eq!(answer["status"]["open"], true);
    assert_eq!(of(&answer["entries"][0]["measures"], "code"), ["listing_down"]);
    // The source is undated, so it is said that it is not well attested.
    assert!(of(&answer["warnings"], "about").contains(&"tier/suspected_worldwide"));
}

/// A trademark owner complains with a low price and a screenshot. The papers are in order,
/// and it has to be told: is it that the goods are fake, or only that the seller is not
/// authorised? Source: Alibaba's IP platform, FAQ; E-Commerce Law art. 42(3).
#[test]
fn case_27_thin_evidence_asks_whether_the_goods_are_fake_or_the_seller_not_authorised() {
    for file in ["27.json", "27-filter.json"] {
        let mut asked = request(file);
        let answer = decided(&asked);
        let notice = issue(&answer, "notice");
        assert_eq!((&notice["verdict"], &notice["settled"]), (&json!("qualified"), &json!(true)));
        let told = of(&answer["warnings"], "about");
        assert!(told.contains(&"fake_or_unauthorised"), "{file}: {told:?}");
        assert!(told.contains(&"evidence_thin"), "{file}: {told:?}");
        assert!(!told.contains(&"do_not_send_unauthorised_only"), "{file}: {told:?}");

        asked["facts"]["n_grievance"] = json!("unauthorised_only");
        let answer = decided(&asked);
        let warnings = answer["warnings"].as_array().unwrap();
        let alert = warnings.iter().find(|one| one["about"] == "do_not_send_unauthorised_only");
        let cited = of(&alert.unwrap()["citations"], "provision");
        assert_eq!(cited, ["ecl/42/3", "ipp-practice/unauthorised"], "{file}");
    }
}

/// Genuine cosmetics of the same group in general trade, not registered with the drug
/// authority: one court held so for compulsory safety certification alone.
#[test]
fn case_35_a_missing_registration_leaves_the_trademark_unsettled() {
    let mut asked = request("35.json");
    for (day, law) in [("2020-09-15", "tml-2019/57/7"), ("2027-01-01", "tml-2026/72/7")] {
        asked["asOf"] = json!(day);
        let answer = decided(&asked);
        let trademark = issue(&answer, "trademark");
        assert_eq!(trademark["verdict"], "unsettled", "{day}");
        assert!(of(&trademark["citations"], "provision").contains(&law), "{day}");
        let split = answer["warnings"].as_array().unwrap().iter();
        let split = split.filter(|one| one["code"] == "split").map(|one| &one["about"]);
        assert!(split.into_iter().any(|about| about == "other_gap_outside_cbec"), "{day}");
    }
    // Source: Changsha Intermediate People's Court, (2009) 0073: tyres without certification.
    asked["facts"]["reg_kind"] = json!("3C");
    assert_eq!(issue(&decided(&asked), "trademark")["verdict"], "infringes");
}
