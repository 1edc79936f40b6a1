//! Random ledgers of each platform, and the requests that say them.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use serde_json::{Map, Value, json};
use zhengpin::library::built_in;
use zhengpin::simulate::{Simulation, simulate};

use super::audit_oracle::Booked;
use super::dice::Dice;
use super::oracle::{Exam, Finding, Readings};
use super::typed::typed;

/// A rulebook as the tests draw ledgers of it.
pub(super) struct Platform {
    pub(super) id: &'static str,
    /// The readings and their choices, the default first.
    pub(super) readings: &'static [(&'static str, &'static str, &'static str)],
    /// The tiers with the first and the last day on which they are in force.
    pub(super) tiers: &'static [(&'static str, &'static str, &'static str)],
    /// Days on which something changes, and days around leap days and New Year.
    pub(super) starts: &'static [&'static str],
}

pub(super) const PLATFORMS: [Platform; 3] = [
    Platform {
        id: "alibaba-com",
        readings: &[
            ("three_days", "hours", "calendar"),
            ("five_days", "first_counted", "first_not_counted"),
            ("life", "instant", "day"),
            ("overlap", "heaviest", "successive"),
        ],
        tiers: &[
            ("serious", "2017-11-01", "2027-01-01"),
            ("serious", "2017-11-01", "2027-01-01"),
            ("general_complaint", "2017-11-01", "2027-01-01"),
            ("general_complaint", "2017-11-01", "2027-01-01"),
            ("serious_check", "2017-11-01", "2019-07-14"),
            ("general_check", "2017-11-01", "2019-07-14"),
            ("copyright_complaint", "2022-02-24", "2027-01-01"),
            ("other_points", "2017-11-01", "2027-01-01"),
        ],
        starts: &[
            "2017-11-01T00:00",
            "2018-12-29T23:00",
            "2019-02-27T12:00",
            "2019-07-12T12:00",
            "2020-02-26T22:00",
            "2020-04-19T12:00",
            "2022-02-20T12:00",
        ],
    },
    Platform {
        id: "aliexpress",
        readings: &[
            ("three_days", "hours", "calendar"),
            ("first_warning", "account", "right"),
            ("life", "instant", "day"),
            ("overlap", "heaviest", "successive"),
        ],
        tiers: &[
            ("serious", "2021-11-23", "2027-01-01"),
            ("serious", "2021-11-23", "2027-01-01"),
            ("general", "2021-11-23", "2027-01-01"),
            ("general", "2021-11-23", "2027-01-01"),
            ("other_points", "2013-02-01", "2027-01-01"),
        ],
        starts: &[
            "2013-02-01T12:00",
            "2021-11-20T12:00",
            "2021-12-29T12:00",
            "2023-02-28T23:00",
            "2023-07-31T12:00",
        ],
    },
    Platform {
        id: "1688",
        readings: &[
            ("five_days", "first_counted", "first_not_counted"),
            ("five_days_of", "first", "each"),
            ("life", "day", "instant"),
            ("strikes", "lapse", "stay"),
            ("change", "applied", "not_applied"),
            ("overlap", "heaviest", "successive"),
        ],
        tiers: &[
            ("serious", "2016-01-01", "2023-02-06"),
            ("general", "2016-01-01", "2023-02-06"),
            ("general", "2016-01-01", "2023-02-06"),
            ("other_points", "2016-01-01", "2023-02-06"),
        ],
        starts: &[
            "2016-01-01T00:00",
            "2016-02-27T12:00",
            "2018-12-29T12:00",
            "2019-01-31T12:00",
            "2020-11-10T12:00",
            "2022-01-20T12:00",
        ],
    },
];

pub(super) fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

/// Half an hour less than a life, a life, and a little more; days around windows; months.
fn step(dice: &mut Dice) -> TimeDelta {
    TimeDelta::minutes(match dice.roll(12) {
        0 => 0,
        1 | 2 => i64::from(dice.roll(1440)),
        3..=5 => i64::from(dice.roll(7) * 1440 + dice.roll(3) * 719),
        6 => 3 * 1440,
        7 => 365 * 1440 - 1,
        8 => 365 * 1440,
        9 => i64::from(1440 * (100 + dice.roll(280)) + dice.roll(1440)),
        _ => i64::from(1440 * (5 + dice.roll(60))),
    })
}

pub(super) fn ledger(dice: &mut Dice, platform: &Platform) -> (Vec<Finding>, Option<NaiveDate>) {
    let last: NaiveDate = platform.tiers[0].2.parse().unwrap();
    let mut at = time(dice.of(platform.starts));
    let mut findings = Vec::new();
    for _ in 0..=dice.roll(9) {
        at += step(dice);
        if at.date() > last {
            break;
        }
        let in_force = |(_, from, to): &&(&str, &str, &str)| {
            let day = at.date().to_string();
            *from <= day.as_str() && day.as_str() <= *to
        };
        let tiers: Vec<_> = platform.tiers.iter().filter(in_force).collect();
        let tier = dice.of(&tiers).0;
        findings.push(Finding {
            at,
            tier,
            items: 1 + if dice.one_in(2) { dice.roll(14) } else { 0 },
            right: (!dice.one_in(6)).then(|| u8::try_from(dice.roll(2)).unwrap()),
            exam: match dice.roll(5) {
                0 => Exam::Never,
                1 => Exam::On(at + TimeDelta::days(i64::from(7 * (1 + dice.roll(2))))),
                2 => Exam::On(at + TimeDelta::minutes(i64::from(dice.roll(22 * 1440)))),
                _ => Exam::Unknown,
            },
            reversed: dice.one_in(9),
            booked: Booked::default(),
        });
    }
    let from = findings.last().map_or(at.date().min(last), |last| last.at.date());
    let until = from + Days::new(u64::from(dice.roll(800)));
    (findings, dice.one_in(2).then_some(until.min(last)))
}

pub(super) fn request(
    platform: &Platform,
    findings: &[Finding],
    until: Option<NaiveDate>,
    read: &Readings,
) -> Value {
    let minute = |at: NaiveDateTime| json!(at.format("%Y-%m-%dT%H:%M").to_string());
    let findings = findings.iter().enumerate().map(|(index, one)| {
        let mut map = Map::new();
        map.insert("id".to_owned(), json!(index.to_string()));
        map.insert("issued".to_owned(), minute(one.at));
        map.insert("tier".to_owned(), json!(one.tier));
        map.insert("items".to_owned(), json!(one.items));
        map.insert("reversed".to_owned(), json!(one.reversed));
        if let Some(right) = one.right {
            map.insert("right".to_owned(), json!(right.to_string()));
        }
        match one.exam {
            Exam::Unknown => None,
            Exam::Never => map.insert("exam".to_owned(), json!(false)),
            Exam::On(at) => map.insert("exam".to_owned(), minute(at)),
        };
        Value::Object(map)
    });
    let mut request = json!({
        "rulebook": format!("{}/counterfeit", platform.id),
        "findings": findings.collect::<Vec<_>>(),
        "reading": read,
        "forecast": false,
    });
    if let Some(until) = until {
        request["until"] = json!(until.to_string());
    }
    request
}

pub(super) fn run(request: &Value) -> Simulation {
    simulate(built_in(), &typed(request))
        .unwrap_or_else(|problems| panic!("{request}: {problems:?}"))
}

pub(super) fn readings(dice: &mut Dice, platform: &Platform) -> Readings {
    let calm = dice.one_in(4);
    let choose = |(name, default, other): &(&'static str, &'static str, &'static str)| {
        (*name, if !calm && dice.one_in(3) { *other } else { *default })
    };
    platform.readings.iter().map(choose).collect()
}
