//! Days, turns of years, study points and sums.

use chrono::NaiveDate;
use serde_json::{Value, json};
use zhengpin::library::built_in;
use zhengpin::simulate::simulate;

use super::dice::Dice;
use super::drawn::{PLATFORMS, random, request, run};
use super::typed::typed;

fn simple(rulebook: &str, findings: &[(&str, &str, u32)]) -> Value {
    let findings = findings.iter().enumerate().map(|(index, (issued, tier, items))| {
        json!({"id": index.to_string(), "issued": issued, "tier": tier, "items": items})
    });
    json!({
        "rulebook": format!("{rulebook}/counterfeit"),
        "findings": findings.collect::<Vec<_>>(),
    })
}

pub(super) fn ledgers(rulebook: &str, findings: &[(&str, &str, u32)]) -> Vec<u32> {
    run(&simple(rulebook, findings)).entries.iter().map(|entry| entry.ledger).collect()
}

/// Source: law/penalties.md section C: the first day that each row names or is known of.
#[test]
fn nothing_is_computed_for_the_day_before_a_rule() {
    for (rulebook, tier, before, first, path) in [
        ("kuaishou", "sale", "2021-08-31T23:59", "2021-09-01T00:00", "issued"),
        ("kuaishou", "study", "2022-07-31T23:59", "2022-08-01T00:00", "tier"),
        ("kuaishou", "information_very_serious", "2022-12-08T23:59", "2022-12-09T00:00", "tier"),
        ("douyin", "light", "2021-12-04T23:59", "2021-12-05T00:00", "issued"),
        ("douyin", "global_light", "2021-12-08T23:59", "2021-12-09T00:00", "tier"),
        ("jd", "serious_violation", "2022-09-21T23:59", "2022-09-22T00:00", "tier"),
        ("jd", "suspected_worldwide", "2022-09-21T23:59", "2022-09-22T00:00", "tier"),
        ("jd", "suspected_buyer", "2022-09-21T23:59", "2022-09-22T00:00", "tier"),
        ("jd", "fake_worldwide", "2022-09-21T23:59", "2022-09-22T00:00", "tier"),
        ("pinduoduo", "fake", "2016-12-26T23:59", "2016-12-27T00:00", "issued"),
        ("tmall", "counterfeit", "2019-08-14T23:59", "2019-08-15T00:00", "issued"),
    ] {
        let refused =
            simulate(built_in(), &typed(&simple(rulebook, &[(before, tier, 1)]))).unwrap_err();
        let told: Vec<_> = refused.problems().map(|problem| problem.path.as_str()).collect();
        assert_eq!(told, [format!("/findings/0/{path}")], "{rulebook} {tier}");
        assert_eq!(run(&simple(rulebook, &[(first, tier, 1)])).entries.len(), 1);
    }
}

/// Source: law/penalties.md section C, Kuaishou ledger: 0 on 1 January; Douyin: 31 December
/// 23:59:59. In UTC+8, whatever offset a time is written in.
#[test]
fn points_are_cleared_at_midnight_in_beijing() {
    for (second, kuaishou, douyin) in [
        ("2022-12-31T15:59:59Z", 22, 5),
        ("2022-12-31T16:00:00Z", 2, 2),
        ("2022-12-31T23:59:59", 22, 5),
        ("2023-01-01T00:00:00", 2, 2),
        ("2023-01-01T00:59:59+09:00", 22, 5),
    ] {
        let first = "2022-11-01";
        let stands = ledgers("kuaishou", &[(first, "information", 1), (second, "violation", 2)]);
        assert_eq!(stands[1], kuaishou, "{second}");
        let stands = ledgers("douyin", &[(first, "light", 1), (second, "serious_violation", 2)]);
        assert_eq!(stands[1], douyin, "{second}");
    }
}

/// Source: law/penalties.md section C, Kuaishou ledger and Douyin, over every turn of a year
/// from the rule to 2030.
#[test]
fn every_turn_of_a_year_clears_and_no_other_night_does() {
    for year in 2022..2030 {
        for (month, day) in [(1, 31), (2, 28), (6, 30), (12, 30), (12, 31)] {
            let night = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            let morning = night.succ_opt().unwrap();
            let (late, early) = (format!("{night}T23:59"), format!("{morning}T00:00"));
            let kept = u32::from((month, day) != (12, 31));
            let stands = ledgers("kuaishou", &[(&late, "violation", 99), (&early, "violation", 1)]);
            assert_eq!(stands, [99, 1 + 99 * kept], "{night}");
            let stands = ledgers(
                "douyin",
                &[(&late, "serious_violation", 11), (&early, "serious_violation", 1)],
            );
            assert_eq!(stands, [11, 1 + 11 * kept], "{night}");
            let stands =
                ledgers("tmall", &[(&late, "counterfeit", 47), (&early, "counterfeit", 1)]);
            assert_eq!(stands, [47, 48], "{night}");
        }
    }
}

/// Source: law/penalties.md section C, Kuaishou ledger: study points are taken off.
#[test]
fn study_points_never_raise_a_ledger_nor_close_the_role() {
    let platform = &PLATFORMS[0];
    let mut dice = Dice(5);
    for _ in 0..4_000 {
        let mut case = random(platform, &mut dice);
        case.until = None;
        let with = run(&request(&case));
        for (entry, finding) in with.entries.iter().zip(&case.findings) {
            assert!(finding.tier != "study" || !entry.closes, "{entry:?}");
        }
        case.findings.retain(|finding| finding.tier != "study");
        let without = run(&request(&case));
        assert!(with.status.open || !without.status.open, "{}", request(&case));
        let last = with.entries.last().map(|entry| entry.issued.get(..4).unwrap().to_owned());
        let same_year =
            without.entries.last().map(|entry| entry.issued.get(..4).unwrap().to_owned());
        if last == same_year && with.status.open == without.status.open {
            assert!(with.status.points <= without.status.points, "{}", request(&case));
        }
    }
}

/// Source: law/penalties.md section D E13: 20 points less 30 study points; the totals are set
/// against each other, so that 110 more make 100.
#[test]
fn a_surplus_of_study_points_has_to_be_used_up_before_the_limit() {
    let mut findings = vec![("2022-09-01", "violation", 20), ("2022-09-02", "study", 30)];
    let simulation = run(&simple("kuaishou", &findings));
    let forecast = simulation.forecast.unwrap();
    assert_eq!((simulation.status.points, forecast.points_left), (0, Some(110)));
    let way = forecast.ways.iter().find(|way| way.rule == "closure/hundred_net").unwrap();
    let alone = way.findings.iter().filter(|findings| findings.len() == 1);
    let alone: Vec<_> = alone.map(|one| (one[0].tier.as_str(), one[0].items)).collect();
    assert!(alone.contains(&("violation", 110)), "{alone:?}");
    for (items, open) in [(109, true), (110, false)] {
        findings.push(("2022-09-03", "violation", items));
        assert_eq!(run(&simple("kuaishou", &findings)).status.open, open);
        findings.pop();
    }
}

/// Source: law/penalties.md section C, Kuaishou 2022-12-09: what lies between the bounds.
#[test]
fn the_lower_bound_is_never_above_the_upper_one() {
    let platform = &PLATFORMS[0];
    let mut dice = Dice(11);
    for _ in 0..4_000 {
        let mut case = random(platform, &mut dice);
        case.read.insert("bound", "most");
        let most = run(&request(&case));
        case.read.insert("bound", "least");
        let least = run(&request(&case));
        for (least, most) in least.entries.iter().zip(&most.entries) {
            assert!(least.points <= most.points, "{least:?}");
            for (least, most) in least.money.iter().zip(&most.money) {
                assert_eq!((least.least, least.most), (most.least, most.most));
                assert!(least.least <= least.most);
            }
        }
        assert!(least.status.open || !most.status.open, "{}", request(&case));
    }
}

/// Source: law/penalties.md section C, JD and Pinduoduo: no limit above is known.
#[test]
fn ten_times_the_largest_sum_is_exact() {
    let request = json!({
        "rulebook": "jd/counterfeit",
        "amounts": {"sales": 1_000_000_000},
        "findings": [{"id": "a", "issued": "2023-01-01", "tier": "fake"}],
    });
    assert_eq!(run(&request).entries[0].money[0].least, Some(1_000_000_000_000));
    let request = json!({
        "rulebook": "pinduoduo/counterfeit",
        "findings": [{
            "id": "a", "issued": "2023-01-01", "tier": "fake",
            "items": 100_000, "amounts": {"price": 49_999_999.99},
        }],
    });
    let due = run(&request).entries[0].money[0].most.unwrap();
    assert_eq!(due, 4_999_999_999 * 100_000 * 10);
    assert!(due < 1 << 53, "a browser cannot hold it");
}

/// Source: invariants: every finding cites at least one provision in force on its date.
#[test]
fn every_finding_cites_a_provision() {
    for platform in &PLATFORMS {
        let mut dice = Dice(3);
        for _ in 0..500 {
            let case = random(platform, &mut dice);
            for (entry, finding) in run(&request(&case)).entries.iter().zip(&case.findings) {
                assert!(finding.reversed || !entry.citations.is_empty(), "{entry:?}");
            }
        }
    }
}
