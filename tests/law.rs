//! What the rulebooks take from the law as numbers: the days on which something changes, and
//! how long every time limit is. Whoever changes one in a rulebook has to change it here too,
//! from the source.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/law_table.rs"]
mod law_table;
#[path = "support/references.rs"]
mod references;
#[path = "support/typed.rs"]
mod typed;

use std::collections::BTreeMap;
use std::path::Path;

use law_table::tables;
use serde_json::json;
use typed::typed;
use zhengpin::author::load_folder;
use zhengpin::describe::{describe, list};
use zhengpin::library::built_in;
use zhengpin::request::ListRequest;
use zhengpin::rulebook::Count;

/// A rulebook, and the first day of each of its versions with what changes on it.
type Changes = (&'static str, &'static [(&'static str, &'static str)]);

/// Source: the effective dates of the laws, read in their texts, and those of platform rules
/// in the notices and accounts that the instruments name.
const CHANGES: [Changes; 23] = [
    (
        "1688/counterfeit",
        &[
            ("2016-01-01", "the rule of 2015, whose day is unknown, from the turn of the year"),
            ("2020-11-13", "proposal: 7 and 15 days before the third closes"),
        ],
    ),
    (
        "alibaba-com/counterfeit",
        &[
            ("2017-11-01", "enforcement actions, version of 2017"),
            ("2018-01-15", "all products removed at 36 points"),
            ("2019-07-15", "the copy of that version is overdue"),
            ("2020-04-22", "exams suspended"),
            ("2022-02-24", "version of 2022: cap of 6 points a day"),
        ],
    ),
    (
        "aliexpress/counterfeit",
        &[
            ("2013-02-01", "example of the official notice of 2014"),
            ("2021-11-23", "secondary account of three times"),
            ("2023-08-03", "after the last account"),
        ],
    ),
    (
        "cn/complaint",
        &[
            ("2019-01-01", "E-Commerce Law"),
            ("2019-04-23", "Anti-Unfair Competition Law 2019"),
            ("2019-11-01", "Trademark Law 2019"),
            ("2019-12-23", "guide of the Zhejiang High Court"),
            ("2020-09-10", "opinions 32 of 2020"),
            ("2020-09-14", "reply 9 of 2020"),
            ("2020-11-06", "the ruling of Guiding Case 217"),
            ("2020-11-18", "interpretation 12 of 2020, evidence"),
            ("2021-01-01", "Civil Code"),
            ("2021-03-03", "interpretation 4 of 2021, punitive damages"),
            ("2021-05-01", "Online Trading Measures"),
            ("2021-06-01", "Patent Law and Copyright Law of 2020"),
            ("2021-11-02", "the day after the first six months of the Measures"),
            ("2022-01-01", "Civil Procedure Law renumbered"),
            ("2022-06-01", "the Beijing guide is on trial"),
            ("2022-07-18", "CNIPA's reply on proof of a suit"),
            ("2024-06-01", "the Beijing guide has lapsed"),
            ("2025-07-31", "guide on fees of platforms"),
            ("2025-08-01", "reply 11 of 2025, evaluation reports"),
            ("2025-10-15", "Anti-Unfair Competition Law 2025"),
            ("2026-02-01", "Live Commerce Measures"),
            ("2026-05-01", "interpretation 7 of 2026, punitive damages"),
            ("2026-09-01", "interpretation 18 of 2026, copyright"),
            ("2027-01-01", "Trademark Law 2026"),
        ],
    ),
    (
        "cn/cross-border",
        &[
            ("2022-06-01", "Beijing guide, by the month of issue"),
            ("2024-06-01", "two years of trial of the Beijing guide are over"),
            ("2025-05-01", "provisions on foreign-related IP disputes"),
            ("2027-01-01", "Trademark Law 2026"),
        ],
    ),
    (
        "cn/notice-2011",
        &[
            ("2011-04-21", "notice of the nine departments"),
            ("2011-07-06", "the day after the last report"),
            ("2019-01-01", "E-Commerce Law"),
        ],
    ),
    (
        "cn/parallel-import",
        &[
            ("2019-11-01", "Trademark Law 2019"),
            ("2020-06-15", "CNIPA standard on infringement"),
            ("2020-11-18", "interpretation 12 of 2020, evidence"),
            ("2021-01-01", "Cosmetics Regulation"),
            ("2021-06-01", "Patent Law and Copyright Law of 2020"),
            ("2022-06-01", "Beijing guide"),
            ("2023-01-01", "no text of Taobao's rule since"),
            ("2024-06-01", "two years of trial of the Beijing guide are over"),
            ("2025-10-15", "Anti-Unfair Competition Law 2025"),
            ("2026-03-01", "Foreign Trade Law 2025"),
            ("2027-01-01", "Trademark Law 2026"),
            ("2027-03-16", "GB 7718-2025"),
        ],
    ),
    ("dhgate/counterfeit", &[("2024-04-02", "revision of 2024")]),
    (
        "douyin/counterfeit",
        &[
            ("2021-12-05", "first account of the ledger"),
            ("2021-12-09", "global purchase"),
            ("2023-01-01", "no full text since"),
            ("2026-02-01", "Measures on platform rules"),
        ],
    ),
    ("eu/parallel-import", &[("2017-10-01", "Regulation 2017/1001")]),
    (
        "hk/parallel-import",
        &[
            ("2003-04-04", "Trade Marks Ordinance"),
            ("2007-07-06", "fifteen months in the Copyright Ordinance"),
        ],
    ),
    (
        "jd/counterfeit",
        &[
            ("2019-01-01", "beginning taken for the sum of fakes"),
            ("2020-07-27", "press on the judgment"),
            ("2022-09-22", "first account of the points, of buyers for JD Worldwide"),
            ("2023-04-02", "first account of the four numbers"),
            ("2023-04-12", "after the last account"),
            ("2026-02-01", "Measures on platform rules"),
            ("2026-06-15", "standard on disputes: the papers asked for"),
        ],
    ),
    ("jp/parallel-import", &[("2003-02-27", "judgment of the Supreme Court in Fred Perry")]),
    (
        "kuaishou/counterfeit",
        &[
            ("2021-09-01", "rule of 2021"),
            ("2021-12-31", "end of the first year"),
            ("2022-08-01", "study points"),
            ("2022-12-09", "ranges"),
            ("2023-04-27", "minor violations score no more"),
            ("2023-04-28", "after the last account"),
            ("2026-02-01", "Measures on platform rules"),
        ],
    ),
    (
        "pinduoduo/counterfeit",
        &[("2016-12-27", "ten times"), ("2026-02-01", "Measures on platform rules")],
    ),
    (
        "shopee/counterfeit",
        &[
            ("2024-04-01", "the accounts are later than March 2024"),
            ("2025-04-07", "another table in Malaysia"),
        ],
    ),
    ("shopee-tw/counterfeit", &[("2022-12-19", "notice on branded goods")]),
    (
        "taobao/counterfeit",
        &[
            ("2013-01-01", "24 carried over"),
            ("2013-08-23", "counterfeits in a book of their own"),
            ("2015-01-01", "same complainant, same right"),
            ("2017-02-21", "three strikes"),
            ("2017-12-01", "damages on trial"),
            ("2019-03-26", "shares of the deposit"),
            ("2020-04-30", "the cap is no longer in the article"),
            ("2020-07-15", "the third strike books 48"),
            ("2021-03-25", "ladder of general violations"),
            ("2021-12-31", "strikes cleared with the year"),
            ("2022-01-28", "fixed sums"),
            ("2022-04-25", "first account of grades of improper use"),
            ("2023-01-01", "no full text since"),
            ("2026-02-01", "Measures on platform rules"),
        ],
    ),
    (
        "taobao/findings",
        &[
            ("2013-01-01", "beginning"),
            ("2013-08-23", "repeated and serious; improper means"),
            ("2015-01-01", "same complainant, same right"),
            ("2015-04-10", "spot check"),
            ("2016-05-03", "hidden marks"),
            ("2017-02-21", "definitions, exceptions, appeals"),
            ("2018-01-01", "first accounts of the time for appeals"),
            ("2018-03-23", "global purchase"),
            ("2019-01-01", "E-Commerce Law"),
            ("2019-11-01", "Trademark Law 2019"),
            ("2020-09-14", "reply 9 of 2020"),
            ("2021-01-01", "Civil Code"),
            ("2023-01-01", "no full text since"),
            ("2025-08-15", "rules on disputes: the papers asked for"),
            ("2026-02-01", "Measures on platform rules"),
            ("2027-01-01", "Trademark Law 2026"),
        ],
    ),
    ("tiktok-shop-id/counterfeit", &[("2024-12-29", "date on the official page")]),
    ("tiktok-shop-th/counterfeit", &[("2025-06-10", "date on the official page")]),
    (
        "tmall/counterfeit",
        &[("2019-08-15", "account of the nodes"), ("2026-02-01", "Measures on platform rules")],
    ),
    ("us/parallel-import", &[("1999-03-26", "19 CFR 133.23")]),
];

/// A day set wrong by one shows as a version that begins on no day named here.
#[test]
fn the_rulebooks_change_on_the_days_of_the_law_and_on_no_others() {
    let told = list(built_in(), &ListRequest::new()).unwrap().rulebooks;
    let told: BTreeMap<String, Vec<String>> =
        told.into_iter().map(|one| (one.rulebook, one.versions)).collect();
    let law = CHANGES.map(|(rulebook, days)| {
        (rulebook.to_owned(), days.iter().map(|(day, _)| (*day).to_owned()).collect::<Vec<_>>())
    });
    assert_eq!(told, BTreeMap::from(law));
}

/// Rulebook, deadline, its length, and the provision that says so.
const LENGTHS: [(&str, &str, Count, &str); 31] = [
    // E-Commerce Law arts 42(2), 43, 44 and Civil Code 1195(2), 1196: in time, or nothing said.
    ("cn/complaint", "platform_acts", Count::NoNumber, "ecl/42/2"),
    ("cn/complaint", "platform_forwards_notice", Count::NoNumber, "ecl/42/2"),
    ("cn/complaint", "seller_declares", Count::NoNumber, "ecl/43/1"),
    ("cn/complaint", "platform_forwards_statement", Count::NoNumber, "ecl/43/2"),
    ("cn/complaint", "platform_ends_measures", Count::NoNumber, "ecl/43/2"),
    ("cn/complaint", "platform_publishes", Count::NoNumber, "ecl/44"),
    // The regulation on network dissemination, art. 17: at once.
    ("cn/complaint", "online_content_restored", Count::NoNumber, "info-network-regulation/17"),
    // Civil Code art. 1196(2): a reasonable time.
    ("cn/complaint", "holder_acts_in_reasonable_time", Count::NoNumber, "civil-code/1196/2"),
    // E-Commerce Law art. 43(2): fifteen days after the declaration has reached the holder.
    ("cn/complaint", "holder_acts", Count::Days(15), "ecl/43/2"),
    ("cn/complaint", "holder_acts_before_2021", Count::Days(15), "ecl/43/2"),
    // 法释〔2020〕9号 art. 3: at most twenty working days.
    ("cn/complaint", "holder_acts_after_delay", Count::WorkingDays(20), "spc-2020-9/3"),
    // 法释〔2009〕21号 art. 18: one month from receipt, two from sending; others by 法释〔2020〕12号
    // art. 5 a reasonable time.
    ("cn/complaint", "holder_answers_demand", Count::Months(1), "spc-patent-2009/18"),
    ("cn/complaint", "holder_answers_demand_once_sent", Count::Months(2), "spc-patent-2009/18"),
    ("cn/complaint", "holder_answers_demand_in_reasonable_time", Count::NoNumber, "spc-2020-12/5"),
    // Online Trading Measures art. 24(1): at least every six months.
    ("cn/complaint", "platform_verifies_again", Count::Months(6), "online-trading-measures/24/1"),
    // Online Trading Measures art. 30: one working day after the decision.
    (
        "cn/complaint",
        "platform_publishes_measure",
        Count::WorkingDays(1),
        "online-trading-measures/30",
    ),
    // The same, art. 26: three working days for the seller, seven for the platform.
    ("cn/complaint", "seller_reports_change", Count::WorkingDays(3), "online-trading-measures/26"),
    ("cn/complaint", "platform_updates_data", Count::WorkingDays(7), "online-trading-measures/26"),
    // 法释〔2018〕21号 art. 14: ten days from receipt of the request.
    ("cn/complaint", "court_reconsiders", Count::Days(10), "spc-preservation/14"),
    // The same, art. 5(2): five days after the measure, where it came first.
    ("cn/complaint", "court_serves_order", Count::Days(5), "spc-preservation/5/2"),
    // The same, art. 17(1): five days.
    ("cn/complaint", "court_lifts", Count::Days(5), "spc-preservation/17/1"),
    // Civil Procedure Law art. 104: thirty days after the measure.
    ("cn/complaint", "sue_after_preservation", Count::Days(30), "cpl/104"),
    ("cn/complaint", "seller_sues_after_preservation", Count::Days(30), "cpl/104"),
    // Interpretation of that law, art. 171: five days after receipt.
    ("cn/complaint", "reconsideration_of_preservation", Count::Days(5), "spc-cpl-2015/171"),
    // 法释〔2018〕21号 art. 13(3): seven days before the term ends.
    ("cn/complaint", "preservation_goes_on", Count::Days(7), "spc-preservation/13/3"),
    // Civil Procedure Law art. 139: three days before the hearing.
    ("cn/complaint", "hearing_is_told", Count::Days(3), "cpl/139"),
    // Accounts of 2018 to 2022: three working days to appeal and to answer, up to five to decide.
    ("taobao/findings", "appeal", Count::WorkingDays(3), "taobao-appeals/period"),
    ("taobao/findings", "complainant_answers", Count::WorkingDays(3), "taobao-appeals/answer"),
    ("taobao/findings", "platform_decides", Count::WorkingDays(5), "taobao-appeals/decision"),
    ("taobao/findings", "complainant_sues", Count::Days(15), "ecl/43/2"),
    ("taobao/findings", "complainant_sues_before_2021", Count::Days(15), "ecl/43/2"),
];

#[test]
fn every_time_limit_is_as_long_as_its_provision_says() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let mut known = 0;
    for rulebook in found.rulebooks.iter().map(|loaded| &loaded.value) {
        for (id, deadline) in &rulebook.deadlines {
            let law = LENGTHS.iter().find(|one| (one.0, one.1) == (&*rulebook.rulebook, &**id));
            let (.., count, provision) =
                law.unwrap_or_else(|| panic!("{} {id}: no source here", rulebook.rulebook));
            assert_eq!(deadline.count, *count, "{} {id}", rulebook.rulebook);
            assert!(deadline.cite.iter().any(|cited| cited == provision), "{id} {provision}");
            known += 1;
        }
    }
    assert_eq!(known, LENGTHS.len());
}

/// Source: the tables of `tests/law`, each of which names its own.
#[test]
fn every_rule_says_what_the_tables_of_the_law_say() {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let tables = tables();
    assert_eq!(tables.len(), found.rulebooks.len());
    let mut all = Vec::new();
    for loaded in &found.rulebooks {
        let table = &tables[&loaded.value.rulebook];
        let differences = table.differences(loaded.source()).into_iter();
        all.extend(differences.map(|one| format!("{}{one}", table.rulebook)));
    }
    assert!(all.is_empty(), "{all:#?}");
}

/// A day before a rulebook begins it decides nothing.
#[test]
fn no_rulebook_reaches_back_before_its_first_day() {
    for (rulebook, days) in CHANGES {
        let first: chrono::NaiveDate = days.first().unwrap().0.parse().unwrap();
        let asked = |day: chrono::NaiveDate| {
            describe(built_in(), &typed(&json!({"rulebook": rulebook, "asOf": day.to_string()})))
        };
        assert!(asked(first).is_ok(), "{rulebook}");
        assert!(asked(first.pred_opt().unwrap()).is_err(), "{rulebook}");
    }
}
