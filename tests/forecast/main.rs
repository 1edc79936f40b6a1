//! The forecast and the what-if, against runs of the ledgers that they speak of.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may stop"
)]

#[path = "../support/typed.rs"]
mod typed;

mod appealed;
mod drawn;
mod running_out;
mod ways;

use drawn::{for_all, run};
use serde_json::json;
use ways::{named, together};
use zhengpin::rulebook::Per;
use zhengpin::simulate::EndingOf;

// Source: design.md, the contract of `simulate`: a forecast says what would come out.
#[test]
fn one_further_finding_does_what_the_forecast_says() {
    for_all(600, |ledger, simulation, forecast| {
        let described = ledger.on();
        let expected: Vec<&str> = described
            .tiers
            .iter()
            .filter(|tier| simulation.status.open && !tier.credit && tier.per != Per::Point)
            .map(|tier| tier.id.as_str())
            .collect();
        let told: Vec<&str> = forecast.next.iter().map(|next| next.tier.as_str()).collect();
        assert_eq!(told, expected);
        for next in &forecast.next {
            let ran = run(&ledger.with(&together(&forecast.at, &[(next.tier.clone(), 1)])));
            let entry = ran.entries.last().unwrap();
            assert_eq!(
                (next.points, next.lost, next.strike, next.ledger, next.strikes),
                (entry.points, entry.lost, entry.strike, entry.ledger, entry.strikes),
                "{}",
                next.tier
            );
            assert_eq!((next.closes, next.node), (entry.closes, entry.node), "{}", next.tier);
            assert_eq!(next.measures, entry.measures, "{}", next.tier);
        }
    });
}

type Counts = (i32, u32, u32, u32, u32, Vec<(String, u32, u32)>);

// Source: law/penalties.md, A3, A4.10 and S0 question 8, worked out by hand.
#[test]
fn a_shop_with_26_points_and_two_strikes() {
    let request = json!({
        "rulebook": "taobao/counterfeit",
        "findings": [
            {"id": "a", "issued": "2017-04-01", "tier": "serious"},
            {"id": "b", "issued": "2017-05-02", "tier": "information"},
        ],
        "until": "2017-05-03",
    });
    let forecast = run(&request).forecast.unwrap();
    assert_eq!(forecast.at, "2017-05-03T23:59+08:00");
    assert_eq!((forecast.points_left, forecast.strikes_left), (Some(22), Some(1)));
    let way = |rule: &str| {
        let way = forecast.ways.iter().find(|way| way.rule == rule).unwrap();
        way.findings.iter().map(|findings| named(findings)).collect::<Vec<_>>()
    };
    let one = |tier: &str, items| vec![(tier.to_owned(), items)];
    assert_eq!(
        way("closure/three_strikes"),
        [one("sale", 1), one("serious", 1), one("very_serious", 1), one("information", 1)]
    );
    assert_eq!(
        way("closure/points"),
        [
            one("facilitation", 11),
            one("facilitation_serious", 2),
            one("serious", 1),
            one("very_serious", 1)
        ]
    );
    // The window of 2 May is over: another finding of information is a strike of its own.
    let strikes = forecast.ways.iter().find(|way| way.rule == "closure/three_strikes").unwrap();
    assert_eq!(strikes.findings[3][0].at, "2017-05-05T00:00+08:00");
    let turns = forecast.year_ends.iter();
    let turns: Vec<(i32, u32, u32)> =
        turns.map(|turn| (turn.year, turn.points_after, turn.strikes_after)).collect();
    assert_eq!(turns, [(2017, 24, 2), (2018, 0, 2), (2021, 0, 0)]);
    let window = forecast.ends.first().unwrap();
    assert_eq!((window.what, window.at.as_str()), (EndingOf::Window, "2017-05-05T00:00+08:00"));
}

// Source: law/penalties.md section C, Kuaishou: violation points less study points. 30 studied
// against 20 leave 10 to be used up before the first of the 100 counts.
#[test]
fn study_points_beyond_the_points_come_on_top_of_what_is_left() {
    let request = json!({
        "rulebook": "kuaishou/counterfeit",
        "findings": [
            {"id": "a", "issued": "2022-09-01", "tier": "violation", "items": 20},
            {"id": "b", "issued": "2022-09-02", "tier": "study", "items": 30},
        ],
    });
    let forecast = run(&request).forecast.unwrap();
    assert_eq!((forecast.points_limit, forecast.points_left), (Some(100), Some(110)));
}

// Source: law/penalties.md, A3.1: what is closed stays closed, and nothing more can come.
#[test]
fn a_closed_account_has_no_next_finding_and_no_way() {
    let request = json!({
        "rulebook": "taobao/counterfeit",
        "findings": [{"id": "a", "issued": "2017-04-01", "tier": "very_serious"}],
    });
    let forecast = run(&request).forecast.unwrap();
    assert!(forecast.next.is_empty() && forecast.ways.is_empty());
    assert!(forecast.ends.is_empty() && forecast.year_ends.is_empty());
    assert!(forecast.appeals[0].reopens);
}

#[test]
fn no_forecast_is_made_where_none_is_wanted() {
    let request = json!({"rulebook": "taobao/counterfeit", "findings": [], "forecast": false});
    assert!(run(&request).forecast.is_none());
}
