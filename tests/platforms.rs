//! The ledgers of Kuaishou, Douyin, JD, Pinduoduo and Tmall against a second implementation,
//! what they refuse, and the turn of the year.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/audit_oracle.rs"]
mod audit_oracle;
#[path = "support/dice.rs"]
mod dice;
#[path = "support/platform_oracle.rs"]
mod oracle;
#[path = "support/readings.rs"]
mod readings;
#[path = "support/typed.rs"]
mod typed;

use std::collections::BTreeMap;

use audit_oracle::{Account, Aside, Asked, Booked, Cost};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use dice::Dice;
use oracle::{Case, Finding, Readings};
use serde_json::{Map, Value, json};
use typed::typed;
use zhengpin::compile::{Library, Table};
use zhengpin::library::built_in;
use zhengpin::simulate::{Simulation, simulate};

/// Readings and their choices, the default first.
type Choices = &'static [(&'static str, &'static str, &'static str)];

struct Platform {
    name: &'static str,
    readings: Choices,
    /// Tiers, and whether items are points or units.
    tiers: &'static [(&'static str, u32)],
    /// Days on which something changes: versions, year ends, leap days.
    starts: &'static [&'static str],
    of_account: &'static [&'static str],
    of_finding: &'static [&'static str],
}

const PLATFORMS: [Platform; 5] = [
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
fn amounts(dice: &mut Dice, names: &[&'static str]) -> BTreeMap<&'static str, u64> {
    let sums = [0, 5, 3_990, 100_000, 10_000_000, 10_000_001, 30_000_050];
    let mut amounts = BTreeMap::new();
    for name in names {
        if !dice.one_in(3) {
            amounts.insert(*name, dice.of(&sums));
        }
    }
    amounts
}

fn time(text: &str) -> NaiveDateTime {
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

fn random(platform: &Platform, dice: &mut Dice) -> Case {
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

fn request(case: &Case) -> Value {
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

fn run(request: &Value) -> Simulation {
    simulate(built_in(), &typed(request))
        .unwrap_or_else(|problems| panic!("{request}: {problems:?}"))
}

/// The engine's answer, in the words of the second implementation.
fn told(simulation: &Simulation) -> oracle::Result {
    let at = |text: &String| time(text.strip_suffix("+08:00").unwrap());
    let status = &simulation.status;
    let entries = simulation.entries.iter().map(|entry| {
        assert_eq!((entry.lost, entry.raised, entry.strikes), (0, 0, 0), "{entry:?}");
        let mut measures: Vec<oracle::Measure> = entry
            .measures
            .iter()
            .map(|one| oracle::Measure {
                code: Box::leak(one.code.clone().into_boxed_str()),
                from: at(&one.from),
                until: one.until.as_ref().map(at),
                replaced: one.replaced.as_ref().map(at),
            })
            .collect();
        measures.sort();
        let mut money: Vec<oracle::Due> =
            entry.money.iter().map(|due| (due.least, due.most)).collect();
        money.sort_unstable();
        oracle::Outcome {
            points: entry.points,
            ledger: entry.ledger,
            closes: entry.closes,
            measures,
            money,
            beside: Aside::default(),
            unknown: Aside::default(),
        }
    });
    oracle::Result {
        entries: entries.collect(),
        closed: status.closed_by.map(|by| {
            let by = serde_json::to_value(by).unwrap();
            let by = ["points", "finding"].into_iter().find(|known| by == **known).unwrap();
            (by, at(status.closed_at.as_ref().unwrap()))
        }),
        books: status.books.iter().map(|book| book.points).collect(),
        years: simulation
            .year_ends
            .iter()
            .map(|end| (end.year, end.points_before, end.points_after))
            .collect(),
        turns: Aside::default(),
    }
}

/// Whether the second implementation finds another outcome than these rulebooks, for one of
/// that many random ledgers. False for a rulebook that it does not speak of.
pub(crate) fn disagrees(rulebook: &str, library: &Library, ledgers: u32) -> bool {
    let mut platforms = PLATFORMS.iter();
    let of = |platform: &&Platform| rulebook == format!("{}/counterfeit", platform.name);
    let Some(platform) = platforms.find(of) else { return false };
    let mut dice = Dice(13);
    (0..ledgers).any(|_| {
        let case = random(platform, &mut dice);
        let Ok(simulation) = simulate(library, &typed(&request(&case))) else { return true };
        let told = told(&simulation);
        let mut expected = oracle::run(&case);
        if case.findings.is_empty() {
            expected.books.clone_from(&told.books);
        }
        told != expected
    })
}

/// Source: tests/README.md, "a wrong rule is noticed".
#[test]
fn a_wrong_rule_is_noticed() {
    for platform in &PLATFORMS {
        let id = format!("{}/counterfeit", platform.name);
        assert!(!disagrees(&id, built_in(), 300), "{id}");
        let mut library = built_in().clone();
        let rulebook = library.rulebooks.iter_mut().find(|rulebook| rulebook.id == id);
        let ledger = rulebook.unwrap().ledger.as_mut().unwrap();
        ledger.closures = Table::default();
        ledger.nodes = Table::default();
        ledger.charges = Table::default();
        assert!(disagrees(&id, &library, 2_500), "{id}");
    }
}

/// Source: law/penalties.md section C, through the second implementation of it.
#[test]
fn a_second_implementation_agrees_on_sixty_thousand_ledgers() {
    let on = |platform: &Platform| {
        let mut dice = Dice(platform.name.len() as u64 + 40);
        let mut closed = 0;
        for round in 0..12_000 {
            let case = random(platform, &mut dice);
            let request = request(&case);
            let simulation = run(&request);
            let mut expected = oracle::run(&case);
            if case.findings.is_empty() {
                expected.books = told(&simulation).books;
            }
            assert_eq!(told(&simulation), expected, "round {round}: {request}");
            closed += u32::from(!simulation.status.open);
            if round % 8 == 0 {
                named_readings_are_those_that_matter(platform, &case, &simulation);
            }
        }
        let share = if platform.name == "pinduoduo" { 0..1 } else { 1_000..11_000 };
        assert!(share.contains(&closed), "{} closed {closed}", platform.name);
    };
    std::thread::scope(|scope| {
        for platform in &PLATFORMS {
            scope.spawn(move || on(platform));
        }
    });
}

/// Measures that close an account for good.
const CLOSING: [&str; 3] = ["role_closed", "cleared_out", "account_sealed"];

/// What the second implementation makes of a ledger, for the audit.
fn account(case: &Case) -> Account {
    let result = oracle::run(case);
    let strikes: Vec<bool> = result.entries.iter().map(|one| one.beside.0.2).collect();
    // Nothing clears them: no rule of these platforms counts any.
    let strikes = |upto: i32| {
        let findings = case.findings.iter().zip(&strikes);
        let counted = findings.filter(|(one, strike)| one.at.year() <= upto && **strike);
        u32::try_from(counted.count()).unwrap()
    };
    let costs = result.entries.into_iter().map(|one| {
        let (book, credit, strike, due) = one.beside.0;
        Cost {
            points: one.points,
            raised: 0,
            strike,
            due: due.into_iter().map(str::to_owned).collect(),
            unknown: one.unknown.0,
            begun: one
                .measures
                .into_iter()
                .map(|one| (one.code.to_owned(), one.from, one.until, one.replaced))
                .collect(),
            credit,
            book,
        }
    });
    Account {
        costs: costs.collect(),
        closed: result.closed,
        books: result.books,
        strikes: strikes(i32::MAX),
        turns: result
            .turns
            .0
            .into_iter()
            .map(|(year, books)| (year, books, strikes(year)))
            .collect(),
    }
}

/// Source: issue 8, "Held against the rule", through the second implementation, which answers
/// every question by running the ledger again.
#[test]
fn a_second_implementation_audits_alike() {
    let on = |platform: &Platform| {
        let mut dice = Dice(platform.name.len() as u64 + 90);
        let rulebook = built_in().rulebook(&format!("{}/counterfeit", platform.name), "").unwrap();
        let ledger = rulebook.ledger.as_ref().unwrap();
        let measures: Vec<&str> = ledger.measures.values().map(|one| one.id.as_str()).collect();
        for round in 0..3_000 {
            let case = random(platform, &mut dice);
            if case.findings.is_empty() {
                continue;
            }
            let rules = account(&case);
            let taken = audit_oracle::statements(&mut dice, &rules, &measures, &CLOSING);
            let stated = taken.clone();
            // Source: law/penalties.md, row "Pinduoduo": its points were not found, so that none
            // can be too many.
            let taken: Vec<_> = taken
                .into_iter()
                .map(|mut taken| {
                    if platform.name == "pinduoduo" {
                        taken.booked.points = None;
                    }
                    taken
                })
                .collect();
            let expected = audit_oracle::expected(&Asked {
                taken: &taken,
                at: case.findings.iter().map(|finding| finding.at).collect(),
                otherwise: platform
                    .readings
                    .iter()
                    .map(|(name, default, other)| {
                        (*name, if case.read[name] == *default { *other } else { *default })
                    })
                    .collect(),
                acts: &["goods_down", "withdrawals_frozen"],
                closing: &CLOSING,
                run: &|booked, otherwise| {
                    let mut case = case.clone();
                    case.read.extend(otherwise.iter().copied());
                    for (finding, booked) in case.findings.iter_mut().zip(booked) {
                        finding.booked = *booked;
                    }
                    account(&case)
                },
            });
            let mut request = request(&case);
            for (index, taken) in stated.iter().enumerate() {
                request["findings"][index]["taken"] = taken.request();
            }
            let told = audit_oracle::told(&run(&request));
            assert_eq!(told, expected, "round {round}: {request}");
        }
    };
    std::thread::scope(|scope| {
        for platform in &PLATFORMS {
            scope.spawn(move || on(platform));
        }
    });
}

/// A reading is named if and only if another choice of it changes an outcome, a year end or
/// where the account stands.
fn named_readings_are_those_that_matter(platform: &Platform, case: &Case, simulation: &Simulation) {
    // A turn of the year that changes nothing is like none.
    let outcome = |case: &Case| {
        let mut result = oracle::run(case);
        result.years.retain(|(_, before, after)| before != after);
        result
    };
    let chosen = outcome(case);
    let all = platform.readings.iter().map(|(name, default, other)| (*name, [*default, *other]));
    let matter = readings::that_matter(&case.read, all, |name, changed| {
        // In which book points stand is an outcome too.
        let moved = name == "book" && case.findings.iter().any(|one| one.tier == "counterfeit");
        moved || outcome(&Case { read: changed.clone(), ..case.clone() }) != chosen
    });
    assert_eq!(readings::named(simulation), matter, "{}", request(case));
}

fn simple(rulebook: &str, findings: &[(&str, &str, u32)]) -> Value {
    let findings = findings.iter().enumerate().map(|(index, (issued, tier, items))| {
        json!({"id": index.to_string(), "issued": issued, "tier": tier, "items": items})
    });
    json!({
        "rulebook": format!("{rulebook}/counterfeit"),
        "findings": findings.collect::<Vec<_>>(),
    })
}

fn ledgers(rulebook: &str, findings: &[(&str, &str, u32)]) -> Vec<u32> {
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
