//! Random ledgers of Taobao, and the requests that say them.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde_json::{Map, Value, json};
use zhengpin::library::built_in;
use zhengpin::simulate::{Simulation, simulate};

use super::TAOBAO;
use super::audit_oracle::Booked;
use super::dice::Dice;
use super::oracle::{Finding, Readings};
use super::typed::typed;

/// The readings and their choices, the default first.
pub(super) const READINGS: [(&str, &str, &str); 15] = [
    ("window", "calendar", "hours"),
    ("cap", "shared", "trailing"),
    ("merge", "information", "all"),
    ("over_year", "runs_on", "ends"),
    ("promotion", "serious", "sale"),
    ("node_sum", "book", "own"),
    ("overlap", "heaviest", "successive"),
    ("facilitation", "not_counted", "counted"),
    ("earlier", "not_counted", "counted"),
    ("third_strike", "since_2020", "always"),
    ("strike_reset", "from_2021", "from_2022"),
    ("reversal", "replay", "keep_window"),
    ("separation", "own", "with_serious"),
    ("fixed_sums", "replace", "beside"),
    ("holder_unnamed", "apart", "same"),
];

const TIERS: [&str; 9] = [
    "information",
    "information",
    "sale",
    "serious",
    "very_serious",
    "facilitation",
    "facilitation_serious",
    "information",
    "improper_use",
];

pub(super) fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

/// Days on which something changes: versions, year ends, leap days.
const STARTS: [&str; 16] = [
    "2013-01-01T00:00",
    "2013-08-20T23:00",
    "2014-12-30T12:00",
    "2016-02-27T22:00",
    "2016-12-29T18:00",
    "2017-02-18T12:00",
    "2017-04-01T00:00",
    "2017-11-28T12:00",
    "2017-12-29T23:59",
    "2019-03-23T12:00",
    "2020-02-27T12:00",
    "2020-07-12T12:00",
    "2021-03-22T12:00",
    "2021-12-28T12:00",
    "2022-01-25T12:00",
    "2022-12-29T00:00",
];

pub(super) fn ledger(dice: &mut Dice) -> (Vec<Finding>, Option<NaiveDate>) {
    let mut at = time(dice.of(&STARTS));
    let mut findings = Vec::new();
    for _ in 0..=dice.roll(8) {
        let minutes = match dice.roll(10) {
            0 => 0,
            1 | 2 => i64::from(dice.roll(1440)),
            3..=6 => i64::from(dice.roll(4) * 1440 + dice.roll(3) * 719),
            7 => i64::from(1440 * (5 + dice.roll(30))),
            8 => 1440 * 3,
            _ => i64::from(1440 * (30 + dice.roll(400))),
        };
        at += TimeDelta::minutes(minutes);
        let other = dice.one_in(10);
        let tier = if other {
            dice.of(&["serious_violation", "general_violation"])
        } else {
            dice.of(&TIERS)
        };
        findings.push(Finding {
            at,
            tier,
            items: 1 + if other {
                dice.roll(30)
            } else if dice.one_in(3) {
                dice.roll(8)
            } else {
                0
            },
            special: dice.one_in(14),
            promoted: at >= time("2017-02-21T00:00") && dice.one_in(8),
            reversed: dice.one_in(8),
            complaint: dice
                .one_in(3)
                .then(|| (u8::try_from(dice.roll(2)).unwrap(), u8::from(dice.one_in(4)))),
            booked: Booked::default(),
        });
    }
    let until = dice.one_in(2).then(|| at.date() + TimeDelta::days(i64::from(dice.roll(800))));
    (findings, until)
}

pub(super) fn readings(dice: &mut Dice) -> Readings {
    let calm = dice.one_in(4);
    READINGS
        .iter()
        .map(|(name, default, other)| {
            (*name, if !calm && dice.one_in(4) { *other } else { *default })
        })
        .collect()
}

pub(super) fn request(findings: &[Finding], until: Option<NaiveDate>, read: &Readings) -> Value {
    let findings = findings.iter().enumerate().map(|(index, one)| {
        let mut map = Map::new();
        map.insert("id".to_owned(), json!(index.to_string()));
        map.insert("issued".to_owned(), json!(one.at.format("%Y-%m-%dT%H:%M").to_string()));
        map.insert("tier".to_owned(), json!(one.tier));
        map.insert("items".to_owned(), json!(one.items));
        for (key, on) in
            [("special", one.special), ("promoted", one.promoted), ("reversed", one.reversed)]
        {
            if on {
                map.insert(key.to_owned(), json!(true));
            }
        }
        if let Some((user, right)) = one.complaint {
            map.insert("complainant".to_owned(), json!(user.to_string()));
            map.insert("right".to_owned(), json!(right.to_string()));
        }
        Value::Object(map)
    });
    let findings: Vec<Value> = findings.collect();
    let mut request = json!({
        "rulebook": TAOBAO, "findings": findings, "reading": read, "forecast": false,
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

pub(super) fn on(day: &str, tier: &'static str, items: u32) -> Finding {
    let at = if day.contains('T') { time(day) } else { time(&format!("{day}T12:00")) };
    Finding {
        at,
        tier,
        items,
        special: false,
        promoted: false,
        reversed: false,
        complaint: None,
        booked: Booked::default(),
    }
}

pub(super) fn plain(findings: &[Finding]) -> Simulation {
    run(&request(findings, None, &Readings::new()))
}
