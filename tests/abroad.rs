//! The ledgers of platforms abroad against a second implementation: points that lapse with the
//! turn of a quarter or after 90 and 180 days, and fines for each product up to a limit.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/dice.rs"]
mod dice;
#[path = "support/abroad_oracle.rs"]
mod oracle;
#[path = "support/readings.rs"]
mod readings;
#[path = "support/typed.rs"]
mod typed;

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use dice::Dice;
use oracle::{Finding, Readings};
use serde_json::{Value, json};
use typed::typed;
use zhengpin::compile::{CompiledLedger, Library, LifeLength};
use zhengpin::describe::describe;
use zhengpin::library::built_in;
use zhengpin::rulebook::{Per, Turn, TurnDay};
use zhengpin::simulate::{Simulation, simulate};

struct Platform {
    id: &'static str,
    offset: &'static str,
    /// The readings and their choices, the default first.
    readings: &'static [(&'static str, &'static [&'static str])],
    /// Tiers, and the fewest and the most items of a finding.
    tiers: &'static [(&'static str, u32, u32)],
    /// Days on which something changes, and days before a turn.
    starts: &'static [&'static str],
}

const OVERLAP: (&str, &[&str]) = ("overlap", &["heaviest", "successive"]);

const PLATFORMS: [Platform; 5] = [
    Platform {
        id: "shopee",
        offset: "+08:00",
        readings: &[("turn", &["first_monday", "first_day", "last_monday"]), OVERLAP],
        tiers: &[("counterfeit", 1, 2), ("counterfeit", 1, 5), ("other_points", 1, 8)],
        starts: &["2024-04-01T00:00", "2024-06-27T12:00", "2025-12-20T12:00", "2026-03-25T12:00"],
    },
    Platform {
        id: "shopee-tw",
        offset: "+08:00",
        readings: &[("turn", &["first_monday", "first_day"]), OVERLAP],
        tiers: &[("counterfeit", 1, 1), ("counterfeit", 1, 3)],
        starts: &["2022-12-19T00:00", "2023-03-28T12:00", "2024-02-27T12:00"],
    },
    Platform {
        id: "tiktok-shop-th",
        offset: "+07:00",
        readings: &[("life", &["days_180", "days_90"])],
        tiers: &[
            ("counterfeit", 4, 40),
            ("ip", 1, 24),
            ("knockoff", 1, 4),
            ("other_points", 1, 20),
        ],
        starts: &["2025-06-10T00:00", "2025-06-15T12:00", "2025-12-20T12:00"],
    },
    Platform {
        id: "tiktok-shop-id",
        offset: "+07:00",
        readings: &[("life", &["day_not_counted", "day_counted"]), OVERLAP],
        tiers: &[
            ("counterfeit", 4, 40),
            ("ip", 1, 24),
            ("knockoff", 1, 4),
            ("other_points", 1, 20),
        ],
        starts: &["2024-12-29T00:00", "2025-06-15T12:00", "2027-11-20T12:00"],
    },
    Platform {
        id: "dhgate",
        offset: "+08:00",
        readings: &[],
        tiers: &[("card_case", 1, 14)],
        starts: &["2024-04-02T00:00", "2025-02-27T12:00"],
    },
];

fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

fn ledger(dice: &mut Dice, platform: &Platform) -> (Vec<Finding>, Option<NaiveDate>) {
    let mut at = time(dice.of(platform.starts));
    let mut findings = Vec::new();
    for _ in 0..=dice.roll(9) {
        at += TimeDelta::minutes(match dice.roll(10) {
            0 => 0,
            1 | 2 => i64::from(dice.roll(1440)),
            3..=5 => i64::from(dice.roll(9) * 1440 + dice.roll(3) * 719),
            6 => 90 * 1440 - i64::from(dice.roll(2)),
            7 => 180 * 1440 - i64::from(dice.roll(2)),
            8 => 28 * 1440 - i64::from(dice.roll(2)),
            _ => i64::from(1440 * (5 + dice.roll(60))),
        });
        let (tier, least, most) = dice.of(platform.tiers);
        let items = least + dice.roll(most + 1 - least);
        findings.push(Finding { at, tier, items, reversed: dice.one_in(9) });
    }
    let until = at.date() + TimeDelta::days(i64::from(dice.roll(400)));
    (findings, dice.one_in(2).then_some(until))
}

fn readings(dice: &mut Dice, platform: &Platform) -> Readings {
    platform.readings.iter().map(|(name, choices)| (*name, dice.of(choices))).collect()
}

fn request(
    platform: &Platform,
    findings: &[Finding],
    until: Option<NaiveDate>,
    read: &Readings,
) -> Value {
    let findings = findings.iter().enumerate().map(|(index, one)| {
        json!({
            "id": index.to_string(),
            "issued": one.at.format("%Y-%m-%dT%H:%M").to_string(),
            "tier": one.tier,
            "items": one.items,
            "reversed": one.reversed,
        })
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

fn run(request: &Value) -> Simulation {
    simulate(built_in(), &typed(request))
        .unwrap_or_else(|problems| panic!("{request}: {problems:?}"))
}

/// The engine's answer, in the words of the second implementation.
fn told(simulation: &Simulation, platform: &Platform) -> oracle::Result {
    let at = |text: &String| time(text.strip_suffix(platform.offset).unwrap());
    let entries = simulation.entries.iter().map(|entry| {
        assert_eq!((entry.lost, entry.strikes), (0, 0));
        let code = |told: &str| {
            let rulebook = format!("{}/counterfeit", platform.id);
            let ledger = built_in().rulebook(&rulebook, "").unwrap().ledger.as_ref().unwrap();
            let known = ledger.measures.values().find(|measure| measure.id == told);
            known.unwrap().id.as_str()
        };
        let mut measures: Vec<oracle::Measure> = entry
            .measures
            .iter()
            .map(|one| oracle::Measure {
                code: code(&one.code),
                from: at(&one.from),
                until: one.until.as_ref().map(at),
                replaced: one.replaced.as_ref().map(at),
            })
            .collect();
        measures.sort();
        let exact = |due: &zhengpin::simulate::MoneyEntry| {
            assert_eq!(due.least, due.most);
            due.least.unwrap()
        };
        oracle::Outcome {
            points: entry.points,
            ledger: entry.ledger,
            closes: entry.closes,
            measures,
            money: entry.money.iter().map(exact).collect(),
        }
    });
    oracle::Result {
        entries: entries.collect(),
        lapses: simulation.lapses.iter().map(|one| (at(&one.at), one.points)).collect(),
        closed: simulation.status.closed_at.as_ref().map(at),
        points: simulation.status.points,
    }
}

/// Whether the second implementation finds another outcome than these rulebooks, for one of
/// that many random ledgers. False for a rulebook that it does not speak of.
pub(crate) fn disagrees(rulebook: &str, library: &Library, ledgers: u32) -> bool {
    let mut platforms = PLATFORMS.iter();
    let of = |platform: &&Platform| rulebook == format!("{}/counterfeit", platform.id);
    let Some(platform) = platforms.find(of) else { return false };
    let mut dice = Dice(17);
    (0..ledgers).any(|_| {
        let (findings, until) = ledger(&mut dice, platform);
        let read = readings(&mut dice, platform);
        let simulation = simulate(library, &typed(&request(platform, &findings, until, &read)));
        simulation.map(|one| told(&one, platform))
            != Ok(oracle::run(platform.id, &findings, until, &read))
    })
}

/// Source: law/penalties.md section C, through the second implementation of it.
#[test]
fn a_second_implementation_agrees_on_tens_of_thousands_of_ledgers() {
    let of_platform = |platform: &Platform| {
        let mut dice = Dice(platform.id.len().try_into().unwrap());
        let (mut closed, mut lapsed) = (0, 0);
        for round in 0..10_000 {
            let (findings, until) = ledger(&mut dice, platform);
            let read = readings(&mut dice, platform);
            let request = request(platform, &findings, until, &read);
            let simulation = run(&request);
            let expected = oracle::run(platform.id, &findings, until, &read);
            assert_eq!(told(&simulation, platform), expected, "round {round}: {request}");
            closed += u32::from(expected.closed.is_some());
            lapsed += u32::from(!expected.lapses.is_empty());
            if round % 10 == 0 {
                named_readings_are_those_that_matter(
                    platform,
                    &findings,
                    until,
                    &read,
                    &simulation,
                );
            }
        }
        // The ledgers drawn are worth drawing.
        let with_an_end = !["shopee", "dhgate"].contains(&platform.id);
        assert_eq!(closed > 500, with_an_end, "{}: {closed}", platform.id);
        assert_eq!(lapsed > 2_000, platform.id != "dhgate", "{}: {lapsed}", platform.id);
    };
    std::thread::scope(|scope| {
        for platform in &PLATFORMS {
            scope.spawn(move || of_platform(platform));
        }
    });
}

/// A choice of a reading is named if and only if it changes an outcome or where the account
/// stands.
fn named_readings_are_those_that_matter(
    platform: &Platform,
    findings: &[Finding],
    until: Option<NaiveDate>,
    read: &Readings,
    simulation: &Simulation,
) {
    let result = |read: &Readings| {
        // When something lapsed is told, but is no outcome by itself.
        let result = oracle::run(platform.id, findings, until, read);
        oracle::Result { lapses: Vec::new(), ..result }
    };
    let chosen = result(read);
    let all = platform.readings.iter().copied();
    let matter = readings::that_matter(read, all, |_, changed| result(changed) != chosen);
    let request = request(platform, findings, until, read);
    assert_eq!(readings::named(simulation), matter, "{request}");
}

/// Each number and switch that these ledgers rest on, set wrong, is noticed by the second
/// implementation on some ledger. Source: tests/README.md, "oracle".
#[test]
fn a_wrong_rule_is_noticed() {
    fn turns(ledger: &mut CompiledLedger) -> impl Iterator<Item = &mut Turn> {
        let lives = ledger.books.values_mut().flat_map(|book| &mut book.life);
        lives.filter_map(|life| match &mut life.length {
            LifeLength::Until(turn) => Some(turn),
            LifeLength::Days(..) => None,
        })
    }
    fn days(ledger: &mut CompiledLedger) -> impl Iterator<Item = &mut u32> {
        let lives = ledger.books.values_mut().flat_map(|book| &mut book.life);
        lives.filter_map(|life| match &mut life.length {
            LifeLength::Days(days, _) => Some(days),
            LifeLength::Until(_) => None,
        })
    }
    type Wrong = (&'static str, &'static str, fn(&mut CompiledLedger));
    let wrong: [Wrong; 10] = [
        ("shopee", "a quarter of its own", |ledger| {
            turns(ledger).for_each(|turn| turn.months = vec![2, 5, 8, 11]);
        }),
        ("shopee", "a quarter too few", |ledger| {
            turns(ledger).for_each(|turn| turn.months.retain(|month| *month != 10));
        }),
        ("shopee", "the first for the last Monday", |ledger| {
            let last = turns(ledger).filter(|turn| turn.day == TurnDay::LastMonday);
            last.for_each(|turn| turn.day = TurnDay::FirstMonday);
        }),
        ("shopee-tw", "the first day for the Monday", |ledger| {
            turns(ledger).for_each(|turn| turn.day = TurnDay::FirstDay);
        }),
        ("shopee-tw", "seven points", |ledger| {
            ledger.closures.values_mut().for_each(|closure| closure.at = 7);
        }),
        ("tiktok-shop-th", "a life of a day more", |ledger| days(ledger).for_each(|it| *it += 1)),
        ("tiktok-shop-id", "a life of a day less", |ledger| days(ledger).for_each(|it| *it -= 1)),
        ("tiktok-shop-id", "measures of a day more", |ledger| {
            let imposed = ledger.nodes.values_mut().flat_map(|node| &mut node.imposes);
            imposed.for_each(|one| one.days = one.days.map(|days| days + 1));
        }),
        ("dhgate", "no limit", |ledger| {
            ledger.charges.values_mut().for_each(|charge| charge.most = None);
        }),
        ("dhgate", "a fine for the case", |ledger| {
            ledger.charges.values_mut().for_each(|charge| charge.per = Per::Finding);
        }),
    ];
    for (id, what, change) in wrong {
        let mut library = built_in().clone();
        let named = format!("{id}/counterfeit");
        let rulebook = library.rulebooks.iter_mut().find(|rulebook| rulebook.id == named);
        change(rulebook.unwrap().ledger.as_mut().unwrap());
        // A sum that is no longer exact is told apart by the assertion that it is.
        let noticed = catch_unwind(AssertUnwindSafe(|| disagrees(&named, &library, 2_000)));
        assert!(noticed.unwrap_or(true), "{id}: {what}");
        assert!(!disagrees(&named, built_in(), 200), "{id}");
    }
}

/// Source: the calendar: a turn is the first day of its kind after the day, and there are four
/// a year, 13 or 14 weeks apart where they are Mondays.
#[test]
fn turns_come_round_on_their_days_and_on_no_others() {
    let first = NaiveDate::from_ymd_opt(2023, 12, 25).unwrap();
    for (months, kind) in [
        ([1, 4, 7, 10], TurnDay::FirstDay),
        ([1, 4, 7, 10], TurnDay::FirstMonday),
        ([3, 6, 9, 12], TurnDay::LastMonday),
    ] {
        let turn = Turn { months: months.to_vec(), day: kind };
        let is_turn = |day: NaiveDate| {
            let monday = day.weekday() == Weekday::Mon;
            months.contains(&day.month())
                && match kind {
                    TurnDay::FirstDay => day.day() == 1,
                    TurnDay::FirstMonday => monday && day.day() <= 7,
                    TurnDay::LastMonday => monday && (day + TimeDelta::days(7)).day() <= 7,
                }
        };
        for day in first.iter_days().take(4_000) {
            let expected = day.iter_days().skip(1).find(|day| is_turn(*day));
            assert_eq!(turn.after(day), expected, "{kind:?} after {day}");
        }
        let turns = first.iter_days().take(7 * 1_461).filter(|day| is_turn(*day)).count();
        assert!((4 * 28 - 1..=4 * 28 + 1).contains(&turns), "{kind:?} {turns}");
    }
    let last = Turn { months: vec![1], day: TurnDay::FirstDay };
    assert_eq!(last.after(NaiveDate::MAX), None);
}

/// Source: law/penalties.md section C: the first day of each row.
#[test]
fn nothing_is_computed_for_the_day_before_a_rule() {
    for (rulebook, tier, before, first) in [
        ("shopee", "counterfeit", "2024-03-31T23:59", "2024-04-01T00:00"),
        ("shopee-tw", "counterfeit", "2022-12-18T23:59", "2022-12-19T00:00"),
        ("tiktok-shop-th", "ip", "2025-06-09T23:59", "2025-06-10T00:00"),
        ("tiktok-shop-id", "ip", "2024-12-28T23:59", "2024-12-29T00:00"),
        ("dhgate", "card_case", "2024-04-01T23:59", "2024-04-02T00:00"),
    ] {
        let asked = |issued: &str| {
            json!({
                "rulebook": format!("{rulebook}/counterfeit"),
                "findings": [{"id": "a", "issued": issued, "tier": tier}],
            })
        };
        let refused = simulate(built_in(), &typed(&asked(before))).unwrap_err();
        assert_eq!(refused.first().path, "/findings/0/issued", "{rulebook}");
        assert_eq!(run(&asked(first)).entries.len(), 1);
    }
}

/// Source: law/penalties.md section C, row "DHgate": US dollars; every other ledger counts yuan
/// where it counts money at all. ISO 4217.
#[test]
fn the_currency_of_a_ledger_is_told() {
    for rulebook in built_in().rulebooks.iter().filter(|rulebook| rulebook.ledger.is_some()) {
        let told = describe(built_in(), &typed(&json!({"rulebook": rulebook.id}))).unwrap();
        let expected = if rulebook.id == "dhgate/counterfeit" { "USD" } else { "CNY" };
        assert_eq!(told.ledger.unwrap().currency, expected, "{}", rulebook.id);
    }
}

/// Source: law/penalties.md section C: midnight where the site counts, whatever offset a time
/// is written in.
#[test]
fn a_quarter_turns_at_midnight_in_the_time_of_the_ledger() {
    for (later, left) in [
        ("2024-10-06T15:59Z", 3),
        ("2024-10-06T16:00Z", 1),
        ("2024-10-07T00:59+09:00", 3),
        ("2024-10-07T01:00+09:00", 1),
    ] {
        let simulation = run(&json!({
            "rulebook": "shopee/counterfeit",
            "findings": [
                {"id": "a", "issued": "2024-08-01", "tier": "counterfeit", "items": 2},
                {"id": "b", "issued": later, "tier": "counterfeit"},
            ],
        }));
        assert_eq!(simulation.entries[1].ledger, left, "{later}");
    }
}

/// Source: law/penalties.md section C: what will lapse is told beforehand.
#[test]
fn the_forecast_tells_the_turn_of_the_quarter() {
    let simulation = run(&json!({
        "rulebook": "shopee-tw/counterfeit",
        "findings": [{"id": "a", "issued": "2026-11-20", "tier": "counterfeit", "items": 2}],
    }));
    let forecast = simulation.forecast.unwrap();
    let ends: Vec<_> = forecast.ends.iter().map(|end| (end.at.as_str(), end.number)).collect();
    assert_eq!(ends, [("2027-01-04T00:00+08:00", Some(2))]);
    assert_eq!(forecast.points_left, Some(4));
    assert!(forecast.year_ends.is_empty());
}
