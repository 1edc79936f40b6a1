//! When points lapse, and where no rules are.

use chrono::{Datelike, Days};
use serde_json::json;
use zhengpin::library::built_in;
use zhengpin::problem::Code;
use zhengpin::simulate::simulate;

use super::dice::Dice;
use super::drawn::{PLATFORMS, ledger, request, run};
use super::oracle::{Readings, day};
use super::typed::typed;

/// What one finding leaves in the book at a later moment.
fn left(rulebook: &str, first: &str, later: &str) -> u32 {
    let finding = |id, issued| json!({"id": id, "issued": issued, "tier": "other_points"});
    let findings = [finding("a", first), finding("b", later)];
    let simulation = run(&json!({"rulebook": rulebook, "findings": findings}));
    simulation.entries[1].ledger - 1
}

/// Source: law/penalties.md E11 and E12; every day of three years, one of them a leap year.
#[test]
fn every_day_of_three_years_lapses_365_days_later() {
    for first in day(2018, 12, 1).iter_days().take(1_100) {
        let last = first + Days::new(364);
        let next = last.succ_opt().unwrap();
        let at_noon = format!("{first}T12:00");
        let count = |book: &str, later: String| left(book, &at_noon, &later);
        let ali = "aliexpress/counterfeit";
        assert_eq!(count(ali, format!("{next}T11:59")), 1, "{first}");
        assert_eq!(count(ali, format!("{next}T12:00")), 0, "{first}");
        if next <= day(2023, 2, 6) {
            assert_eq!(count("1688/counterfeit", format!("{last}T23:59")), 1, "{first}");
            assert_eq!(count("1688/counterfeit", format!("{next}T00:00")), 0, "{first}");
        }
        // A year with a leap day in it is over one day earlier in the calendar.
        let leap_day = day(2020, 2, 29);
        if let Some(anniversary) = first.with_year(first.year() + 1) {
            let crossed = first <= leap_day && leap_day < anniversary;
            assert_eq!(anniversary != next, crossed, "{first}");
        }
    }
}

/// Source: law/penalties.md E12 and A4.9: midnight in UTC+8, whatever offset a time has.
#[test]
fn midnight_in_beijing_ends_a_life() {
    for (later, expected) in [
        ("2020-01-30T15:59:59Z", 1),
        ("2020-01-30T16:00:00Z", 0),
        ("2020-01-30T23:59:59+08:00", 1),
        ("2020-01-31T00:00+08:00", 0),
        ("2020-01-30T10:59-05:00", 1),
        ("2020-01-30T11:00-05:00", 0),
    ] {
        assert_eq!(left("1688/counterfeit", "2019-01-31", later), expected, "{later}");
    }
}

/// Source: law/penalties.md E11: the instant is kept in whatever offset it is written.
#[test]
fn a_life_to_the_hour_ends_at_the_same_instant_everywhere() {
    for (later, expected) in
        [("2014-02-01T03:59:59Z", 1), ("2014-02-01T04:00Z", 0), ("2014-01-31T20:00-08:00", 0)]
    {
        let ali = "aliexpress/counterfeit";
        assert_eq!(left(ali, "2013-02-01T12:00", later), expected, "{later}");
    }
}

/// Source: law/penalties.md section B, C: what is in force when. Nothing else is applied instead.
#[test]
fn where_nothing_is_in_force_nothing_is_answered() {
    let refused = |rulebook: &str, issued: &str, tier: &str, path: &str| {
        let finding = json!({"id": "a", "issued": issued, "tier": tier});
        let request = json!({"rulebook": rulebook, "findings": [finding]});
        let refused = simulate(built_in(), &typed(&request)).unwrap_err();
        let told = refused
            .problems()
            .map(|problem| (serde_json::to_value(problem.code).unwrap(), problem.path.as_str()));
        assert_eq!(told.collect::<Vec<_>>(), [(json!("not_in_force"), path)], "{request}");
    };
    let allowed = |rulebook: &str, issued: &str, tier: &str| {
        run(
            &json!({"rulebook": rulebook, "findings": [{"id": "a", "issued": issued, "tier": tier}]}),
        );
    };
    let (com, express, b2b) =
        ("alibaba-com/counterfeit", "aliexpress/counterfeit", "1688/counterfeit");
    let (issued, tier) = ("/findings/0/issued", "/findings/0/tier");
    refused(com, "2017-10-31", "serious", issued);
    allowed(com, "2017-11-01", "serious");
    allowed(com, "2019-07-14", "general_check");
    refused(com, "2019-07-15", "general_check", tier);
    refused(com, "2019-07-15", "serious_check", tier);
    refused(com, "2022-02-23", "copyright_complaint", tier);
    allowed(com, "2022-02-24", "copyright_complaint");
    refused(express, "2013-01-31", "other_points", issued);
    refused(express, "2021-11-22", "serious", tier);
    allowed(express, "2021-11-23", "serious");
    refused(b2b, "2015-12-31", "general", issued);
    allowed(b2b, "2023-02-06", "serious");
    refused(b2b, "2023-02-07", "serious", issued);
    // The last moment of a day in Beijing, written elsewhere.
    allowed(b2b, "2023-02-06T15:59Z", "serious");
    refused(b2b, "2023-02-06T16:00Z", "serious", issued);
}

/// Source: as above: a ledger is not run on into a time for which no rule is known.
#[test]
fn a_ledger_is_not_run_on_beyond_its_rules() {
    let until = |rulebook: &str, day: &str| {
        simulate(built_in(), &typed(&json!({"rulebook": rulebook, "findings": [], "until": day})))
    };
    assert!(until("1688/counterfeit", "2023-02-06").is_ok());
    let refused = until("1688/counterfeit", "2023-02-07").unwrap_err();
    assert_eq!(refused.first().path, "/until");
    assert_eq!(refused.first().code, Code::NotInForce);
    assert!(until("alibaba-com/counterfeit", "2017-10-31").is_err());
    assert!(until("alibaba-com/counterfeit", "2030-01-01").is_ok());
}

/// Source: invariants: every finding cites at least one provision in force on its date.
#[test]
fn every_finding_cites_a_provision() {
    for platform in &PLATFORMS {
        let mut dice = Dice(5);
        for _ in 0..1_000 {
            let (findings, until) = ledger(&mut dice, platform);
            let simulation = run(&request(platform, &findings, until, &Readings::new()));
            for (entry, finding) in simulation.entries.iter().zip(&findings) {
                assert!(finding.reversed || !entry.citations.is_empty(), "{entry:?}");
            }
        }
    }
}
