//! The ledgers of Alibaba.com, AliExpress and 1688 against a second implementation: lives of
//! points and strikes, exams, windows in which only the first finding costs anything; and their
//! boundaries in time.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/audit_oracle.rs"]
mod audit_oracle;
#[path = "support/dice.rs"]
mod dice;
#[path = "support/lives_oracle.rs"]
mod oracle;
#[path = "support/readings.rs"]
mod readings;
#[path = "support/typed.rs"]
mod typed;

use audit_oracle::{Account, Aside, Asked, Booked, Cost};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};
use dice::Dice;
use oracle::{Exam, Finding, Outcome, Readings, day};
use serde_json::{Map, Value, json};
use typed::typed;
use zhengpin::compile::{CompiledLedger, CompiledLife, Library, LifeLength};
use zhengpin::library::built_in;
use zhengpin::problem::Code;
use zhengpin::rulebook::{LifeFrom, Shape};
use zhengpin::simulate::{Entry, Simulation, simulate};

/// A rulebook as the tests draw ledgers of it.
struct Platform {
    id: &'static str,
    /// The readings and their choices, the default first.
    readings: &'static [(&'static str, &'static str, &'static str)],
    /// The tiers with the first and the last day on which they are in force.
    tiers: &'static [(&'static str, &'static str, &'static str)],
    /// Days on which something changes, and days around leap days and New Year.
    starts: &'static [&'static str],
}

const PLATFORMS: [Platform; 3] = [
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

fn time(text: &str) -> NaiveDateTime {
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

fn ledger(dice: &mut Dice, platform: &Platform) -> (Vec<Finding>, Option<NaiveDate>) {
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

fn request(
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

fn run(request: &Value) -> Simulation {
    simulate(built_in(), &typed(request))
        .unwrap_or_else(|problems| panic!("{request}: {problems:?}"))
}

fn at(text: &str) -> NaiveDateTime {
    time(text.strip_suffix("+08:00").unwrap())
}

fn outcome(entry: &Entry) -> Outcome {
    let measures = entry.measures.iter().map(|one| oracle::Measure {
        code: one.code.clone(),
        from: at(&one.from),
        until: one.until.as_deref().map(at),
        replaced: one.replaced.as_deref().map(at),
    });
    Outcome {
        points: entry.points,
        lost: entry.lost,
        ledger: entry.ledger,
        strikes: entry.strikes,
        strike: entry.strike,
        closes: entry.closes,
        measures: measures.collect(),
        due: Aside::default(),
        unknown: Aside::default(),
    }
}

/// The engine's answer, in the words of the second implementation.
fn told(simulation: &Simulation) -> oracle::Result {
    let status = &simulation.status;
    let closed = status.closed_by.map(|by| {
        let by = serde_json::to_value(by).unwrap();
        let by = ["points", "strikes", "both"].into_iter().find(|known| by == **known).unwrap();
        (by, at(status.closed_at.as_ref().unwrap()))
    });
    let lapses = simulation.lapses.iter();
    oracle::Result {
        entries: simulation.entries.iter().map(outcome).collect(),
        lapses: lapses.map(|lapse| (at(&lapse.at), lapse.points, lapse.strikes)).collect(),
        closed,
        points: status.points,
        strikes: status.strikes,
    }
}

fn readings(dice: &mut Dice, platform: &Platform) -> Readings {
    let calm = dice.one_in(4);
    let choose = |(name, default, other): &(&'static str, &'static str, &'static str)| {
        (*name, if !calm && dice.one_in(3) { *other } else { *default })
    };
    platform.readings.iter().map(choose).collect()
}

/// Whether the second implementation finds another outcome than these rulebooks, for one of
/// that many random ledgers. False for a rulebook that it does not speak of.
pub(crate) fn disagrees(rulebook: &str, library: &Library, ledgers: u32) -> bool {
    let mut platforms = PLATFORMS.iter();
    let of = |platform: &&Platform| rulebook == format!("{}/counterfeit", platform.id);
    let Some(platform) = platforms.find(of) else { return false };
    let mut dice = Dice(11);
    (0..ledgers).any(|_| {
        let (findings, until) = ledger(&mut dice, platform);
        let read = readings(&mut dice, platform);
        let simulation = simulate(library, &typed(&request(platform, &findings, until, &read)));
        simulation.map(|one| told(&one)) != Ok(oracle::run(platform.id, &findings, until, &read))
    })
}

/// Source: law/penalties.md sections B, C and D, through the second implementation of them.
#[test]
fn a_second_implementation_agrees_on_tens_of_thousands_of_ledgers() {
    let of_platform = |platform: &Platform| {
        let mut dice = Dice(platform.id.len().try_into().unwrap());
        let (mut closed, mut lapsed) = (0, 0);
        for round in 0..24_000 {
            let (findings, until) = ledger(&mut dice, platform);
            let read = readings(&mut dice, platform);
            let request = request(platform, &findings, until, &read);
            let simulation = run(&request);
            let expected = oracle::run(platform.id, &findings, until, &read);
            assert_eq!(told(&simulation), expected, "round {round}: {request}");
            closed += u32::from(expected.closed.is_some());
            lapsed += u32::from(!expected.lapses.is_empty());
            if round % 20 == 0 {
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
        assert!(closed > 500 && lapsed > 5_000, "{}: {closed} {lapsed}", platform.id);
    };
    std::thread::scope(|scope| {
        for platform in &PLATFORMS {
            scope.spawn(move || of_platform(platform));
        }
    });
}

/// What the second implementation makes of a ledger, for the audit.
fn account(
    platform: &Platform,
    findings: &[Finding],
    until: Option<NaiveDate>,
    read: &Readings,
) -> Account {
    let result = oracle::run(platform.id, findings, until, read);
    let costs = result.entries.into_iter().map(|one| Cost {
        points: one.points,
        raised: 0,
        strike: one.strike,
        due: one.due.0.iter().map(|code| (*code).to_owned()).collect(),
        unknown: one.unknown.0,
        begun: one
            .measures
            .into_iter()
            .map(|one| (one.code, one.from, one.until, one.replaced))
            .collect(),
        credit: false,
        book: 0,
    });
    Account {
        costs: costs.collect(),
        closed: result.closed,
        books: vec![result.points],
        strikes: result.strikes,
        turns: Vec::new(),
    }
}

/// Source: issue 8, "Held against the rule", through the second implementation, which answers
/// every question by running the ledger again.
#[test]
fn a_second_implementation_audits_alike() {
    let of_platform = |platform: &Platform| {
        let acts = ["warning", "severe_warning", "products_removed"];
        let closing = ["account_closed", "membership_terminated"];
        let measures = [
            "warning",
            "account_restricted",
            "account_closed",
            "account_frozen",
            "membership_terminated",
        ];
        let known = |code: &&str| {
            let rulebook = built_in().rulebook(&format!("{}/counterfeit", platform.id), "");
            let ledger = rulebook.unwrap().ledger.as_ref().unwrap();
            ledger.measures.values().any(|measure| measure.id == **code)
        };
        let measures: Vec<&str> = measures.into_iter().filter(known).collect();
        let mut dice = Dice(u64::from(platform.id.as_bytes()[0]) + 5);
        for round in 0..3_000 {
            let (findings, until) = ledger(&mut dice, platform);
            let read = readings(&mut dice, platform);
            let rules = account(platform, &findings, until, &read);
            let taken = audit_oracle::statements(&mut dice, &rules, &measures, &closing);
            let expected = audit_oracle::expected(&Asked {
                taken: &taken,
                at: findings.iter().map(|finding| finding.at).collect(),
                otherwise: platform
                    .readings
                    .iter()
                    .map(|(name, default, other)| {
                        (*name, if read[name] == *default { *other } else { *default })
                    })
                    .collect(),
                acts: &acts,
                closing: &closing,
                run: &|booked, otherwise| {
                    let mut read = read.clone();
                    read.extend(otherwise.iter().copied());
                    let pairs = findings.iter().zip(booked);
                    let findings: Vec<Finding> = pairs
                        .map(|(one, booked)| Finding { booked: *booked, ..one.clone() })
                        .collect();
                    account(platform, &findings, until, &read)
                },
            });
            let mut request = request(platform, &findings, until, &read);
            for (index, taken) in taken.iter().enumerate() {
                request["findings"][index]["taken"] = taken.request();
            }
            let told = audit_oracle::told(&run(&request));
            assert_eq!(told, expected, "round {round}: {request}");
        }
    };
    std::thread::scope(|scope| {
        for platform in &PLATFORMS {
            scope.spawn(move || of_platform(platform));
        }
    });
}

/// A reading is named if and only if another choice of it changes an outcome or where the
/// account stands.
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
    let all = platform.readings.iter().map(|(name, default, other)| (*name, [*default, *other]));
    let matter = readings::that_matter(read, all, |_, changed| result(changed) != chosen);
    let request = request(platform, findings, until, read);
    assert_eq!(readings::named(simulation), matter, "{request}");
}

/// Changes a life that is counted in days.
fn lasting(life: &mut CompiledLife, change: impl FnOnce(&mut u32, &mut LifeFrom)) {
    if let LifeLength::Days(days, from) = &mut life.length {
        change(days, from);
    }
}

/// Each number and switch that these ledgers rest on, set wrong, is noticed by the second
/// implementation on some ledger. Source: tests/README.md, "oracle".
#[test]
fn a_wrong_rule_is_noticed() {
    type Wrong = (&'static str, &'static str, fn(&mut CompiledLedger));
    let wrong: [Wrong; 14] = [
        ("alibaba-com", "a life of 364 days", |ledger| {
            let lives = ledger.books.values_mut().flat_map(|book| &mut book.life);
            lives.for_each(|life| lasting(life, |days, _| *days = 364));
        }),
        ("alibaba-com", "a strike of 366 days", |ledger| {
            ledger.strike_lives.values_mut().for_each(|one| {
                lasting(&mut one.life, |days, _| *days = 366);
            });
        }),
        ("aliexpress", "a life to the end of the day", |ledger| {
            let lives = ledger.books.values_mut().flat_map(|book| &mut book.life);
            lives.for_each(|life| lasting(life, |_, from| *from = LifeFrom::Day));
        }),
        ("1688", "a life to the minute", |ledger| {
            let lives = ledger.books.values_mut().flat_map(|book| &mut book.life);
            lives.for_each(|life| lasting(life, |_, from| *from = LifeFrom::Instant));
        }),
        ("1688", "strikes that always lapse", |ledger| {
            ledger.strike_lives.values_mut().for_each(|one| one.life.basis.when.read.clear());
        }),
        ("alibaba-com", "a window that moves", |ledger| {
            ledger.windows.values_mut().for_each(|window| window.shape = Shape::Chained);
        }),
        ("alibaba-com", "five days that come again", |ledger| {
            ledger.windows.values_mut().for_each(|window| window.once = false);
        }),
        ("1688", "every complaint costs points", |ledger| {
            ledger.windows.values_mut().for_each(|window| window.opener_only = false);
        }),
        ("1688", "one window for all rights", |ledger| {
            ledger.windows.values_mut().for_each(|window| window.by = None);
        }),
        ("alibaba-com", "a larger limit of a day", |ledger| {
            ledger
                .windows
                .values_mut()
                .for_each(|window| window.cap = window.cap.map(|cap| cap + 1));
        }),
        ("alibaba-com", "an exam prolonged by less", |ledger| {
            let imposed = ledger.nodes.values_mut().flat_map(|node| &mut node.imposes);
            imposed.filter_map(|one| one.exam.as_mut()).for_each(|exam| exam.otherwise = Some(29));
        }),
        ("alibaba-com", "an exam allowed for longer", |ledger| {
            let imposed = ledger.nodes.values_mut().flat_map(|node| &mut node.imposes);
            imposed.filter_map(|one| one.exam.as_mut()).for_each(|exam| exam.within = Some(15));
        }),
        ("aliexpress", "a first that costs points", |ledger| {
            ledger.tiers.values_mut().for_each(|tier| tier.first.clear());
        }),
        ("alibaba-com", "a first of all rights", |ledger| {
            let first = ledger.tiers.values_mut().flat_map(|tier| &mut tier.first);
            first.for_each(|first| first.is.by = None);
        }),
    ];
    for (id, what, change) in wrong {
        let mut library = built_in().clone();
        let named = format!("{id}/counterfeit");
        let rulebook = library.rulebooks.iter_mut().find(|rulebook| rulebook.id == named);
        change(rulebook.unwrap().ledger.as_mut().unwrap());
        assert!(disagrees(&named, &library, 6_000), "{id}: {what}");
    }
}

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
