//! Drafts: which sentences stand, what is missing, and what must not slip through.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value, json};
use zhengpin::answer;
use zhengpin::author::load_folder;
use zhengpin::rulebook::Typed;
use zhengpin::text::slots;

const APPEAL: &str = "taobao/findings/appeal";

fn draft(request: &Value) -> Value {
    serde_json::from_str(&answer::draft(&request.to_string())).unwrap()
}

fn appeal(facts: &Value, fields: &Value) -> Value {
    let request =
        json!({"document": APPEAL, "asOf": "2020-05-01", "facts": facts, "fields": fields});
    let answer = draft(&request);
    assert!(answer.get("error").is_none(), "{answer}");
    answer
}

fn refused(request: &Value, code: &str, path: &str) {
    let answer = draft(request);
    assert_eq!(answer["error"]["code"], code, "{answer}");
    assert_eq!(answer["error"]["path"], path, "{answer}");
}

fn sentences(draft: &Value) -> Vec<String> {
    let sections = draft["sections"].as_array().unwrap().iter();
    let all = sections.flat_map(|section| {
        section["sentences"].as_array().unwrap().iter().map(|one| {
            format!(
                "{}/{}",
                section["section"].as_str().unwrap(),
                one["sentence"].as_str().unwrap()
            )
        })
    });
    all.collect()
}

/// Genuine goods with purchase papers, found by the model, penalty imposed.
fn genuine() -> Value {
    json!({
        "alleged": "mark", "made_with_permission": true, "stage": "after_penalty",
        "account_closed": false, "money_taken": false, "decided_by": "staff",
        "basis": ["listing"], "papers": ["purchase"], "papers_match": true,
        "papers_real": true, "told_on": "2020-04-30",
    })
}

fn with(mut facts: Value, more: Value) -> Value {
    let Value::Object(more) = more else { panic!("an object") };
    facts.as_object_mut().unwrap().extend(more);
    facts
}

#[test]
fn every_condition_of_the_appeal_brings_its_sentence_and_no_other() {
    let plain: BTreeSet<String> = sentences(&appeal(&genuine(), &json!({}))).into_iter().collect();
    let always = ["head/to", "head/from", "head/contact", "head/about", "facts/told"];
    let always = always.iter().chain(&["facts/goods", "facts/links", "end/signature", "end/date"]);
    let mut expected: BTreeSet<String> = always.map(|id| (*id).to_owned()).collect();
    expected.extend(
        ["request/reversal", "grounds/genuine", "evidence/invoice", "evidence/matched"]
            .map(str::to_owned),
    );
    expected.insert("truth/truth".to_owned());
    assert_eq!(plain, expected);
    let excepted = json!({
        "made_with_permission": false, "mark_registered": true, "same_goods": true,
        "same_mark": true, "seen_as_owners": true, "imported": false,
        "used_in_china_first": false,
    });
    // Facts, what they bring and what they take away.
    let changes: [(Value, &[&str], &[&str]); 15] = [
        (json!({"stage": "before_penalty"}), &["request/no_penalty"], &["request/reversal"]),
        (json!({"account_closed": true}), &["request/reopen"], &[]),
        (json!({"money_taken": true}), &["request/money"], &[]),
        (json!({"decided_by": "model"}), &["grounds/model"], &[]),
        (json!({"decided_by": "model", "basis": ["spot_check"]}), &[], &[]),
        (json!({"basis": ["appraised"]}), &["grounds/appraisal"], &[]),
        (json!({"basis": ["notarised"]}), &["grounds/appraisal"], &[]),
        (json!({"papers": ["authorisation"]}), &["evidence/licence"], &["evidence/invoice"]),
        (json!({"papers": ["receipt"]}), &["evidence/receipt"], &["evidence/invoice"]),
        (json!({"papers": ["other"]}), &["evidence/other"], &["evidence/invoice"]),
        (json!({"papers": []}), &[], &["evidence/invoice", "evidence/matched"]),
        (json!({"papers_match": false}), &[], &["evidence/matched"]),
        // Whoever says that the papers are not real guarantees nothing.
        (json!({"papers_real": false}), &[], &["truth/truth"]),
        (
            with(excepted.clone(), json!({"seen_as_owners": false})),
            &["grounds/not_mistaken"],
            &["grounds/genuine"],
        ),
        (
            with(excepted, json!({"used_in_china_first": true})),
            &["grounds/used_first"],
            &["grounds/genuine"],
        ),
    ];
    for (facts, brings, takes) in changes {
        let got: BTreeSet<String> =
            sentences(&appeal(&with(genuine(), facts.clone()), &json!({}))).into_iter().collect();
        let brought: Vec<&String> = got.difference(&plain).collect();
        let taken: Vec<&String> = plain.difference(&got).collect();
        assert_eq!(brought, brings.iter().collect::<Vec<_>>(), "{facts}");
        assert_eq!(taken, takes.iter().collect::<Vec<_>>(), "{facts}");
    }
}

#[test]
fn imports_with_another_owner_name_both_owners() {
    let facts = json!({
        "made_with_permission": false, "mark_registered": true, "same_goods": true,
        "same_mark": true, "seen_as_owners": true, "imported": true, "from_origin_owner": true,
        "origin_owner_differs": true, "used_in_china_first": false,
    });
    let draft = appeal(&with(genuine(), facts), &json!({}));
    assert!(sentences(&draft).contains(&"grounds/owners_differ".to_owned()));
    let missing = draft["missing"].as_array().unwrap();
    assert!(missing.contains(&json!("origin_owner")) && missing.contains(&json!("chinese_owner")));
}

#[test]
fn what_is_not_known_leaves_its_sentence_out_and_is_named() {
    let mut facts = genuine();
    facts.as_object_mut().unwrap().remove("made_with_permission");
    let draft = appeal(&facts, &json!({}));
    assert!(!sentences(&draft).contains(&"grounds/genuine".to_owned()));
    assert!(draft["open"].as_array().unwrap().contains(&json!("made_with_permission")));
    assert_eq!(draft["complete"], false);
}

#[test]
fn what_is_not_known_of_an_exception_leaves_its_sentence_and_is_named() {
    let mut facts = genuine();
    facts.as_object_mut().unwrap().remove("papers_real");
    let draft = appeal(&facts, &json!({}));
    assert!(sentences(&draft).contains(&"truth/truth".to_owned()));
    assert_eq!(draft["open"], json!(["papers_real"]));
    assert_eq!(draft["complete"], false);
}

#[test]
fn a_day_that_is_not_known_is_open() {
    let mut facts = genuine();
    facts.as_object_mut().unwrap().remove("told_on");
    let draft = appeal(&facts, &json!({}));
    assert_eq!(draft["open"], json!(["told_on"]));
    assert!(sentences(&draft).contains(&"facts/told".to_owned()));
}

/// Fills every field that the draft says is missing.
fn filled(draft: &Value) -> Map<String, Value> {
    let missing = draft["missing"].as_array().unwrap().iter();
    let fill = missing.map(|id| {
        let id = id.as_str().unwrap().to_owned();
        let value = if id.ends_with("_on") { "2020-05-03".to_owned() } else { format!("<{id}>") };
        (id, json!(value))
    });
    fill.collect()
}

/// Whether a sentence that stands names a day or a number that is not known.
fn names_what_is_open(draft: &Value) -> bool {
    let open = draft["open"].as_array().unwrap();
    let sections = draft["sections"].as_array().unwrap().iter();
    let sentences = sections.flat_map(|section| section["sentences"].as_array().unwrap());
    let mut names = sentences.flat_map(|sentence| sentence["names"].as_array().unwrap());
    names.any(|name| open.contains(name))
}

/// A complaint of fakes under a mark with everything answered.
fn notice() -> Value {
    json!({
        "right_type": "trademark", "claimant_role": "owner", "right_in_force": true,
        "right_declared_invalid": "no", "right_squatted": false, "right_scope_match": true,
        "claimant_foreign_docs": false, "ctx_platform_kind": "ec_platform",
        "ctx_listing_kind": "goods", "ctx_self_label": false, "n_route": "account",
        "n_grievance": "counterfeit", "n_identity": true, "n_right_proof": true,
        "n_locate": true, "n_prima_facie": true, "n_prior_count": 0,
        "e_kinds": ["test_buy_with_report"], "m_forged_right": false, "m_false_opinion": false,
        "right_known_unstable": false, "w_notice_wrong": false, "goods_genuine": false,
        "w_knew_wrong": false,
    })
}

// Source: issue 10, "The notice itself drafted, from the answers, blanks marked".
#[test]
fn a_notice_is_complete_when_all_is_answered_and_typed() {
    let request = |facts: Value, fields: &Value| {
        draft(&json!({"document": "cn/complaint/notice", "asOf": "2026-11-22",
            "facts": facts, "fields": fields}))
    };
    let empty = request(notice(), &json!({}));
    assert_eq!(empty["open"], json!([]));
    let fields = Value::Object(filled(&empty));
    assert_eq!(request(notice(), &fields)["complete"], true);
    // What has to be mended before sending stands at the head, in both languages.
    let squatted = request(with(notice(), json!({"right_squatted": true})), &fields);
    let warned = [("zh", "请勿发出：权利系抢注。"), ("en", "Do not send:")];
    for (language, warning) in warned {
        assert!(squatted["text"][language].as_str().unwrap().contains(warning), "{squatted}");
    }
    // Unknown is never no: whether the mark was squatted has to be said.
    let mut facts = notice();
    facts.as_object_mut().unwrap().remove("right_squatted");
    let unsaid = request(facts, &fields);
    assert_eq!((&unsaid["open"], &unsaid["complete"]), (&json!(["right_squatted"]), &json!(false)));
}

#[test]
fn no_placeholder_is_left_unnoticed() {
    for (document, facts) in [
        (APPEAL, genuine()),
        (APPEAL, json!({})),
        ("cn/complaint/counter_notice", json!({})),
        (
            "cn/complaint/counter_notice",
            json!({"right_type": "design", "c_ground": ["licensed", "not_same"], "c_prima_facie": true,
                   "c_feature_cmp": true, "cm_forged": false, "cm_false_info": false}),
        ),
        ("cn/complaint/notice", json!({})),
        ("cn/complaint/notice", notice()),
        ("cn/complaint/reply", json!({})),
        ("cn/complaint/reply", json!({"c_rh_action": "sued", "c_date_reach_rh": "2026-11-02"})),
        ("cn/complaint/withdrawal", json!({})),
        ("cn/complaint/suit_demand", json!({"right_type": "design", "p_measure": "remove"})),
        ("cn/complaint/forward_notice", json!({"p_measure": "remove"})),
        ("cn/complaint/forward_counter_notice", json!({"c_date_to_platform": "2026-11-02"})),
        ("cn/complaint/answer", json!({"p_measure": "remove", "p_date_measure": "2026-11-03"})),
        ("cn/complaint/measures_after", json!({"c_rh_action": "none"})),
    ] {
        let request =
            |fields: &Value| json!({"document": document, "facts": facts, "fields": fields});
        let empty = draft(&request(&json!({})));
        assert_eq!(empty["complete"], false, "{document}");
        let full = draft(&request(&Value::Object(filled(&empty))));
        assert_eq!(full["missing"], json!([]), "{document}");
        assert_eq!(full["complete"], json!(full["open"] == json!([])), "{document}");
        for language in ["zh", "en"] {
            let told = |draft: &Value| draft["text"][language].as_str().unwrap().to_owned();
            assert!(told(&empty).contains('【'), "{document}");
            assert_eq!(told(&full).contains('【'), names_what_is_open(&full), "{}", told(&full));
            for text in [told(&empty), told(&full)] {
                assert!(!text.contains('{') && !text.contains('}'), "{text}");
            }
        }
    }
}

#[test]
fn what_was_typed_stands_in_the_text_and_blank_is_not_typed() {
    let draft = appeal(&genuine(), &json!({"shop": " 某某小店 ", "account": "  "}));
    assert_eq!(draft["values"]["shop"], "某某小店");
    assert!(
        draft["text"]["zh"].as_str().unwrap().contains("申诉人：某某小店（会员名：【会员名】）")
    );
    assert!(draft["missing"].as_array().unwrap().contains(&json!("account")));
}

#[test]
fn braces_that_were_typed_are_no_placeholders() {
    let draft = appeal(&genuine(), &json!({"shop": "{account}"}));
    assert!(
        draft["text"]["zh"].as_str().unwrap().contains("申诉人：{account}（会员名：【会员名】）")
    );
}

#[test]
fn an_optional_field_brings_its_sentence_only_when_typed() {
    let more = "grounds/more".to_owned();
    assert!(!sentences(&appeal(&genuine(), &json!({}))).contains(&more));
    let draft = appeal(&genuine(), &json!({"more": "另有说明。"}));
    assert!(sentences(&draft).contains(&more));
}

#[test]
fn the_law_of_the_day_decides_what_is_cited() {
    let cited = |day: &str| {
        let request = json!({"document": "cn/complaint/counter_notice", "asOf": day, "facts": {}});
        draft(&request).to_string().contains("civil-code/1196/1")
    };
    assert!(!cited("2020-12-31"));
    assert!(cited("2021-01-01"));
}

#[test]
fn requests_that_are_wrong_are_refused() {
    refused(&json!({"facts": {}}), "missing_key", "/document");
    refused(&json!({"document": APPEAL}), "missing_key", "/facts");
    refused(&json!({"document": "appeal", "facts": {}}), "unknown_document", "/document");
    refused(&json!({"document": APPEAL, "facts": {}, "to": 1}), "unknown_key", "/to");
    refused(&json!({"document": APPEAL, "facts": {"x": 1}}), "unknown_fact", "/facts/x");
    refused(
        &json!({"document": APPEAL, "facts": {}, "fields": {"x": "1"}}),
        "unknown_field",
        "/fields/x",
    );
    refused(
        &json!({"document": APPEAL, "facts": {}, "fields": {"shop": 1}}),
        "wrong_type",
        "/fields/shop",
    );
    refused(
        &json!({"document": APPEAL, "facts": {}, "fields": {"signed_on": "3 May"}}),
        "not_a_date",
        "/fields/signed_on",
    );
    let long = "长".repeat(4001);
    refused(
        &json!({"document": APPEAL, "facts": {}, "fields": {"shop": long}}),
        "too_long",
        "/fields/shop",
    );
    refused(
        &json!({"document": APPEAL, "asOf": "2017-02-20", "facts": {}}),
        "not_in_force",
        "/asOf",
    );
}

#[test]
fn fields_for_days_are_told_from_lines() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let documents = found.rulebooks.iter().flat_map(|rulebook| rulebook.value.documents.values());
    for document in documents {
        for (id, field) in &document.fields {
            assert_eq!(field.kind == Typed::Date, id.ends_with("_on"), "{id}");
        }
    }
}

/// A question does not belong in a letter: what a sentence names and is open has words of its own.
///
/// Source: issue 12, "Question texts as blanks in formal letters".
#[test]
fn what_is_open_in_a_letter_is_no_question() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let mut named = 0;
    for rulebook in found.rulebooks.iter().map(|one| &one.value) {
        let sections = rulebook.documents.values().flat_map(|one| one.sections.values());
        for sentence in sections.flat_map(|section| section.sentences.values()) {
            for fact in slots(&sentence.says.zh).iter().filter_map(|id| rulebook.facts.get(*id)) {
                let blank = fact.blank.as_ref().unwrap_or_else(|| panic!("{}", fact.ask.zh));
                assert!(!blank.zh.contains(['？', '?']) && !blank.en.contains('?'), "{}", blank.en);
                named += 1;
            }
        }
    }
    assert!(named > 8, "{named}");
    let request = json!({"document": "cn/complaint/forward_counter_notice", "facts": {}});
    let text = &draft(&request)["text"];
    let told = ["zh", "en"].map(|language| text[language].as_str().unwrap().to_owned());
    assert!(told[0].contains("于【收到声明的日期】收到"), "{}", told[0]);
    assert!(told[1].contains("【day on which the counter-notice was received】"), "{}", told[1]);
    assert!(!told.iter().any(|text| text.contains(['？', '?'])), "{told:?}");
}

#[test]
fn slots_are_found_in_order_and_once() {
    assert_eq!(slots("{b} and {a}, {b}"), ["b", "a"]);
    assert!(slots("none } { here").is_empty());
}
