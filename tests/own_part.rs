//! A document drafted from what its author answers and from nothing else says what it is for.
//!
//! Source: issue 12, "Papers drop their core sentence without a blank when a side question is
//! open". What a document is for: 法发〔2020〕32号 arts 5(1) and 7(1) (guarantee of truth), art. 10
//! (measures); `ecl/43/2` (declaration, measures after it); `spc-2020-12/5` (demand);
//! `spc-preservation/4` (application); `ecl/42/3` (damages).

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::author::load_folder;

/// A document, what its author answers, the sentences without which it is none, and what is
/// answered otherwise that takes one of them away after all.
struct Paper {
    document: &'static str,
    own: Value,
    core: &'static [&'static str],
    bad: Vec<(&'static str, Value)>,
}

#[expect(clippy::too_many_lines, reason = "a table of every document")]
fn papers() -> Vec<Paper> {
    let paper = |document, own, core, bad| Paper { document, own, core, bad };
    vec![
        paper(
            "cn/complaint/notice",
            json!({
                "right_type": "trademark", "claimant_role": "owner", "right_in_force": true,
                "right_scope_match": true, "ctx_platform_kind": "ec_platform",
                "ctx_listing_kind": "goods", "n_route": "account", "n_grievance": "counterfeit",
                "n_identity": true, "n_right_proof": true, "n_locate": true, "n_prima_facie": true,
                "n_truth": true, "n_written": true, "n_measure": true,
                "e_kinds": ["test_buy_with_report"],
            }),
            &[
                "right/owner",
                "right/trademark",
                "right/valid",
                "facts/fake",
                "request/measure",
                "truth/truth",
            ],
            vec![
                ("truth/truth", json!({"m_forged_right": true})),
                ("truth/truth", json!({"m_false_opinion": true})),
            ],
        ),
        paper(
            "cn/complaint/counter_notice",
            json!({
                "c_identity": true, "c_prima_facie": true, "c_written": true, "c_locate": true,
                "c_truth": true, "c_feature_cmp": true, "c_ground": ["licensed"],
            }),
            &[
                "declaration/denial",
                "grounds/licensed",
                "evidence/list",
                "request/forward",
                "truth/truth",
            ],
            vec![
                ("truth/truth", json!({"cm_forged": true})),
                ("truth/truth", json!({"cm_false_info": true})),
            ],
        ),
        paper(
            "cn/complaint/damages_claim",
            json!({}),
            &["notice/complaint", "loss/profit", "claim/withdraw", "claim/single"],
            vec![
                ("claim/single", json!({"w_seller_loss": false})),
                ("loss/profit", json!({"w_seller_loss": false})),
                ("claim/single", json!({"w_notice_wrong": false, "goods_genuine": false})),
            ],
        ),
        paper(
            "cn/complaint/forward_notice",
            json!({"p_measure": "remove"}),
            &["body/received", "body/down", "next/declare"],
            vec![],
        ),
        paper(
            "cn/complaint/forward_counter_notice",
            json!({}),
            &["body/received", "body/may", "body/days"],
            vec![],
        ),
        paper(
            "cn/complaint/answer",
            json!({"p_measure": "forward_only"}),
            &["notice/received", "outcome/only", "outcome/reasons", "next/appeal"],
            vec![("outcome/only", json!({"p_forward_suffices": false}))],
        ),
        paper(
            "cn/complaint/measures_after",
            json!({
                "ctx_platform_kind": "ec_platform", "c_date_reach_rh": "2026-11-02",
                "c_rh_action_told_platform": "none",
            }),
            &["body/arrived", "body/lifted"],
            vec![("body/lifted", json!({"c_delay_uncontrollable": true}))],
        ),
        paper(
            "cn/complaint/measures_after",
            json!({"c_date_reach_rh": "2026-11-02", "c_rh_action_told_platform": "2026-11-10"}),
            &["body/arrived", "body/told", "body/stays"],
            vec![],
        ),
        // A fifteenth day that may have given way: whether the measures end is a blank.
        paper(
            "cn/complaint/measures_after",
            json!({"c_date_reach_rh": "2026-11-02", "c_rh_action_told_platform": "2026-11-20"}),
            &["body/arrived", "body/told", "body/checked"],
            vec![],
        ),
        paper(
            "cn/complaint/measures_after",
            json!({"c_date_reach_rh": "2026-11-02", "c_rh_action_told_platform": "2026-12-20"}),
            &["body/arrived", "body/told", "body/late"],
            vec![("body/late", json!({"c_delay_uncontrollable": true}))],
        ),
        paper(
            "cn/complaint/preservation_application",
            json!({
                "pr_applicant": "rights_holder", "pr_stage": "before_suit", "pr_urgent": true,
                "pr_basis": true, "pr_irreparable": true, "pr_balance": true,
                "pr_public_harm": false, "pr_security": true, "right_in_force": true,
            }),
            &[
                "request/down",
                "basis/right",
                "basis/details",
                "urgency/urgent",
                "harm/irreparable",
                "harm/balance",
                "security/given",
            ],
            vec![("basis/right", json!({"right_declared_invalid": "decided_not_final"}))],
        ),
        paper(
            "cn/complaint/preservation_application",
            json!({
                "pr_applicant": "seller", "pr_stage": "in_suit", "pr_urgent": true,
                "pr_basis": true, "pr_irreparable": true, "pr_balance": true,
                "pr_public_harm": false, "pr_security": true,
            }),
            &["request/up", "request/stop", "basis/details", "security/given"],
            vec![("request/up", json!({"p_measure": "forward_only"}))],
        ),
        paper(
            "cn/complaint/reply",
            json!({"c_rh_action": "sued", "c_date_reach_rh": "2026-11-02"}),
            &["acts/arrived", "acts/sued", "acts/keep"],
            vec![],
        ),
        paper(
            "cn/complaint/withdrawal",
            json!({"goods_genuine": true}),
            &["body/genuine", "body/withdrawn"],
            vec![],
        ),
        paper(
            "cn/complaint/suit_demand",
            json!({"right_type": "trademark"}),
            &["facts/complaint", "facts/why", "demand/ask", "demand/other", "demand/then"],
            vec![
                ("demand/ask", json!({"c_rh_action": "sued"})),
                ("demand/other", json!({"c_rh_action": "sued"})),
                ("demand/then", json!({"c_rh_action": "sued"})),
            ],
        ),
        paper(
            "cn/complaint/suit_demand",
            json!({"right_type": "design"}),
            &["demand/ask", "demand/patent", "demand/then"],
            vec![("demand/patent", json!({"c_rh_action": "sued"}))],
        ),
        paper(
            "taobao/findings/appeal",
            json!({"alleged": "mark", "made_with_permission": true}),
            &["request/reversal", "grounds/genuine", "truth/truth"],
            vec![
                ("request/reversal", json!({"stage": "before_penalty"})),
                ("truth/truth", json!({"papers_real": false})),
            ],
        ),
        paper(
            "cn/parallel-import/evidence_list",
            json!({"genuineness_proof": "full"}),
            &["keep/listing", "keep/chain"],
            vec![],
        ),
        paper(
            "cn/parallel-import/reply_to_platform",
            json!({}),
            &["request/end"],
            vec![(
                "request/end",
                json!({
                    "goods_genuine": "no", "cn_holder_squatter": false, "cn_mark_registered": true,
                    "cn_reg_status": "valid", "listing_misidentifiable": true, "prior_use_cn": false,
                    "imported": false, "exclusivity_only": false,
                }),
            )],
        ),
    ]
}

fn draft(paper: &Paper, more: &Value) -> Value {
    let mut facts = paper.own.clone();
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let request = json!({"document": paper.document, "asOf": "2026-11-22", "facts": facts});
    let draft: Value = serde_json::from_str(&answer::draft(&request.to_string())).unwrap();
    assert!(draft["error"].is_null(), "{request}: {draft}");
    draft
}

fn stands(draft: &Value) -> BTreeSet<String> {
    let sections = draft["sections"].as_array().unwrap().iter();
    let ids = sections.flat_map(|section| {
        let own = section["section"].as_str().unwrap();
        let sentences = section["sentences"].as_array().unwrap().iter();
        sentences.map(move |one| format!("{own}/{}", one["sentence"].as_str().unwrap()))
    });
    ids.collect()
}

#[test]
fn the_core_of_every_document_stands_on_its_authors_own_part() {
    let papers = papers();
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let all = found.rulebooks.iter().flat_map(|book| {
        book.value.documents.keys().map(|id| format!("{}/{id}", book.value.rulebook))
    });
    let all: BTreeSet<String> = all.collect();
    let looked_at = papers.iter().map(|paper| paper.document.to_owned()).collect();
    assert_eq!(all, looked_at, "every document has to be looked at");
    for paper in &papers {
        let own = stands(&draft(paper, &json!({})));
        for sentence in paper.core {
            assert!(own.contains(*sentence), "{} {}: {sentence}", paper.document, paper.own);
        }
    }
}

#[test]
fn a_core_sentence_goes_on_the_bad_fact_alone_and_what_may_take_it_away_is_told_as_open() {
    for paper in papers() {
        let own = draft(&paper, &json!({}));
        let open = own["open"].as_array().unwrap();
        for (sentence, bad) in &paper.bad {
            assert!(stands(&own).contains(*sentence), "{} {sentence}", paper.document);
            let with = stands(&draft(&paper, bad));
            assert!(!with.contains(*sentence), "{} {bad}: {sentence}", paper.document);
            let asked = bad.as_object().unwrap().keys().any(|fact| open.contains(&json!(fact)));
            assert!(asked, "{} {bad} is not told as open: {open:?}", paper.document);
        }
    }
}
