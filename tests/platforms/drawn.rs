//! Random ledgers of each platform, and the requests that say them.

use std::collections::BTreeMap;

use chrono::{NaiveDateTime, TimeDelta};
use serde_json::{Map, Value, json};
use zhengpin::library::built_in;
use zhengpin::simulate::{Simulation, simulate};

use super::Choices;
use super::audit_oracle::Booked;
use super::dice::Dice;
use super::oracle::{Case, Finding, Readings};
use super::typed::typed;

pub(super) struct Platform {
    pub(super) name: &'static str,
    pub(super) readings: Choices,
    /// Tiers, and whether items are points or units.
    pub(super) tiers: &'static [(&'static str, u32)],
    /// Days on which something changes: versions, year ends, leap days.
    pub(super) starts: &'static [&'static str],
    pub(super) of_account: &'static [&'static str],
    pub(super) of_finding: &'static [&'static str],
}

pub(super) const PLATFORMS: [Platform; 5] = [
    Platform {
        name: "kuaishou",
        readings: &[
            ("bound", "most", "least"),
            ("minor", "scored", "not_scored"),
            ("overlap", "heaviest", "successive"),
        ],
        tiers: &[
            ("sale_serious", 1),
            ("lookalike_very_serious", 1),
            ("sale", 1),
            ("information_very_serious", 1),
            ("information_serious", 1),
            ("facilitation_serious", 1),
            ("lookalike_serious", 1),
            ("information", 1),
            ("information", 1),
            ("facilitation", 1),
            ("lookalike", 1),
            ("violation", 40),
            ("minor_violation", 10),
            ("study", 60),
            ("study", 60),
        ],
        starts: &[
            "2021-09-01T00:00",
            "2021-12-28T12:00",
            "2022-07-28T12:00",
            "2022-12-06T12:00",
            "2022-12-28T23:59",
            "2023-04-24T12:00",
            "2024-02-27T12:00",
        ],
        of_account: &[],
        of_finding: &[],
    },
    Platform {
        name: "douyin",
        readings: &[("overlap", "own_beginning", "from_first"), ("never_again", "serious", "both")],
        tiers: &[
            ("very_serious", 1),
            ("serious", 1),
            ("global_very_serious", 1),
            ("global_serious", 1),
            ("light", 1),
            ("light", 1),
            ("global_light", 1),
            ("serious_violation", 5),
            ("serious_violation", 5),
            ("general_violation", 30),
            ("general_violation", 15),
        ],
        starts: &["2021-12-05T00:00", "2021-12-28T23:00", "2022-12-29T12:00", "2024-02-27T12:00"],
        of_account: &["deposit"],
        of_finding: &["proceeds"],
    },
    Platform {
        name: "jd",
        readings: &[
            ("year_end", "kept", "cleared"),
            ("suspected", "instead", "beside"),
            ("overlap", "heaviest", "successive"),
        ],
        tiers: &[
            ("fake", 1),
            ("fake_worldwide", 1),
            ("suspected_buyer", 1),
            ("suspected_worldwide", 1),
            ("suspected_worldwide", 1),
            ("suspected_worldwide", 1),
            ("suspected_worldwide_second", 1),
            ("suspected_worldwide_third", 1),
            ("serious_violation", 40),
            ("serious_violation", 30),
            ("serious_violation", 20),
            ("serious_violation", 60),
        ],
        starts: &[
            "2020-07-24T12:00",
            "2022-09-19T12:00",
            "2022-12-28T23:59",
            "2023-12-30T12:00",
            "2024-02-27T12:00",
        ],
        of_account: &["deposit", "sales"],
        of_finding: &[],
    },
    Platform {
        name: "pinduoduo",
        readings: &[],
        tiers: &[("fake", 5_000)],
        starts: &["2016-12-27T00:00", "2018-12-30T12:00"],
        of_account: &[],
        of_finding: &["sales", "price"],
    },
    Platform {
        name: "tmall",
        readings: &[
            ("book", "together", "own"),
            ("year_end", "kept", "cleared"),
            ("overlap", "heaviest", "successive"),
        ],
        tiers: &[
            ("counterfeit", 12),
            ("counterfeit", 26),
            ("counterfeit", 60),
            ("serious_violation", 14),
            ("serious_violation", 30),
        ],
        starts: &["2019-08-15T00:00", "2019-12-28T12:00", "2020-02-27T12:00", "2022-12-30T23:00"],
        of_account: &["deposit"],
        of_finding: &[],
    },
];

/// Sums in fen, of which some are not stated.
pub(super) fn amounts(dice: &mut Dice, names: &[&'static str]) -> BTreeMap<&'static str, u64> {
    let sums = [0, 5, 3_990, 100_000, 10_000_000, 10_000_001, 30_000_050];
    let mut amounts = BTreeMap::new();
    for name in names {
        if !dice.one_in(3) {
            amounts.insert(*name, dice.of(&sums));
        }
    }
    amounts
}

pub(super) fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

/// When a tier begins, where it does not with the rulebook.
fn begins(tier: &str) -> NaiveDateTime {
    time(match tier {
        "study" => "2022-08-01T00:00",
        "information_very_serious" => "2022-12-09T00:00",
        "global_light" | "global_serious" | "global_very_serious" => "2021-12-09T00:00",
        "suspected_worldwide"
        | "suspected_worldwide_second"
        | "suspected_worldwide_third"
        | "suspected_buyer"
        | "fake_worldwide" => "2022-09-22T00:00",
        _ => "2000-01-01T00:00",
    })
}

pub(super) fn random(platform: &Platform, dice: &mut Dice) -> Case {
    let mut at = time(dice.of(platform.starts));
    let mut findings = Vec::new();
    for _ in 0..=dice.roll(8) {
        at += TimeDelta::minutes(match dice.roll(8) {
            0 => 0,
            1 | 2 => i64::from(dice.roll(1440)),
            3..=5 => i64::from(dice.roll(4) * 1440 + dice.roll(3) * 719),
            6 => i64::from(1440 * (5 + dice.roll(40))),
            _ => i64::from(1440 * (30 + dice.roll(400))),
        });
        let (tier, most) = dice.of(platform.tiers);
        let jd_before =
            platform.name == "jd" && tier == "serious_violation" && at < time("2022-09-22T00:00");
        if at < begins(tier) || jd_before {
            continue;
        }
        findings.push(Finding {
            at,
            tier,
            items: 1 + dice.roll(most),
            reversed: dice.one_in(7),
            amounts: amounts(dice, platform.of_finding),
            booked: Booked::default(),
        });
    }
    let calm = dice.one_in(4);
    let read = platform.readings.iter().map(|(name, default, other)| {
        (*name, if !calm && dice.one_in(3) { *other } else { *default })
    });
    let read: Readings = read.collect();
    Case {
        platform: platform.name,
        until: dice.one_in(2).then(|| at.date() + TimeDelta::days(i64::from(dice.roll(800)))),
        findings,
        read,
        amounts: amounts(dice, platform.of_account),
    }
}

fn yuan(amounts: &BTreeMap<&'static str, u64>) -> Value {
    let written = |fen: &u64| format!("{}.{:02}", fen / 100, fen % 100);
    let sums = amounts
        .iter()
        .map(|(name, fen)| ((*name).to_owned(), serde_json::from_str(&written(fen)).unwrap()));
    Value::Object(sums.collect())
}

pub(super) fn request(case: &Case) -> Value {
    let findings = case.findings.iter().enumerate().map(|(index, one)| {
        let mut map = Map::new();
        map.insert("id".to_owned(), json!(index.to_string()));
        map.insert("issued".to_owned(), json!(one.at.format("%Y-%m-%dT%H:%M").to_string()));
        map.insert("tier".to_owned(), json!(one.tier));
        map.insert("items".to_owned(), json!(one.items));
        map.insert("amounts".to_owned(), yuan(&one.amounts));
        if one.reversed {
            map.insert("reversed".to_owned(), json!(true));
        }
        Value::Object(map)
    });
    let mut request = json!({
        "rulebook": format!("{}/counterfeit", case.platform),
        "findings": findings.collect::<Vec<_>>(),
        "reading": case.read,
        "amounts": yuan(&case.amounts),
    });
    if let Some(until) = case.until {
        request["until"] = json!(until.to_string());
    }
    request
}

pub(super) fn run(request: &Value) -> Simulation {
    simulate(built_in(), &typed(request))
        .unwrap_or_else(|problems| panic!("{request}: {problems:?}"))
}
