//! The forecast and the what-if, against runs of the ledgers that they speak of.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may stop"
)]

#[path = "support/typed.rs"]
mod typed;

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, TimeDelta};
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use serde_json::{Value, json};
use typed::typed;
use zhengpin::answer::try_simulate;
use zhengpin::describe::{LedgerDescription, TierDescription, describe, list};
use zhengpin::library::built_in;
use zhengpin::request::ListRequest;
use zhengpin::rulebook::{Counted, Per};
use zhengpin::simulate::{
    Appeal, Ending, EndingOf, Entry, Forecast, Further, Simulation, WhatIf, YearEndEntry, simulate,
};

fn run(request: &Value) -> Simulation {
    simulate(built_in(), &typed(request))
        .unwrap_or_else(|problems| panic!("{request}: {problems:?}"))
}

/// A random ledger of a rulebook.
#[derive(Clone, Debug)]
struct Ledger {
    rulebook: String,
    findings: Vec<Value>,
    until: Option<NaiveDate>,
}

impl Ledger {
    fn request(&self) -> Value {
        let mut request = json!({"rulebook": self.rulebook, "findings": self.findings});
        if let Some(until) = self.until {
            request["until"] = json!(until.to_string());
        }
        request
    }

    /// The request with further findings, and nothing after them.
    fn with(&self, further: &[Further]) -> Value {
        let mut request =
            json!({"rulebook": self.rulebook, "findings": self.findings, "forecast": false});
        for (number, one) in further.iter().enumerate() {
            let finding = json!({
                "id": format!("further-{number}"), "issued": one.at, "tier": one.tier,
                "items": one.items,
            });
            request["findings"].as_array_mut().unwrap().push(finding);
        }
        request
    }

    fn on(&self) -> LedgerDescription {
        let last =
            self.findings.last().map(|last| last["issued"].as_str().unwrap()[..10].to_owned());
        let day = self.until.map(|day| day.to_string()).or(last).unwrap();
        describe(built_in(), &typed(&json!({"rulebook": self.rulebook, "asOf": day})))
            .unwrap()
            .ledger
            .unwrap()
    }
}

/// Every rulebook that counts findings, with a day in each of its versions.
fn rulebooks() -> Vec<(String, Vec<NaiveDate>)> {
    let listed = list(built_in(), &ListRequest::new()).unwrap();
    let counting = listed.rulebooks.into_iter().filter(|known| known.simulates);
    counting
        .map(|known| {
            let days = known.versions.iter().map(|from| from.parse().unwrap());
            (known.rulebook.clone(), days.collect())
        })
        .collect()
}

/// The last day on which a rulebook is in force, or the last there is.
fn last_day(rulebook: &str) -> NaiveDate {
    built_in().rulebook(rulebook, "").unwrap().to.unwrap_or(NaiveDate::MAX)
}

/// Ledgers of up to six findings around the days on which something changes.
fn ledgers() -> impl Strategy<Value = Ledger> {
    let rulebooks = rulebooks();
    let finding = (0_i64..4000, any::<u16>(), 1_u32..9, 0_u8..8, 0_u8..3);
    let findings = prop::collection::vec(finding, 0..6);
    (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        findings,
        0_i64..800,
        any::<bool>(),
    )
        .prop_map(move |(book, start, drawn, later, open)| {
            let (rulebook, days) = &rulebooks[book.index(rulebooks.len())];
            let day = days[start.index(days.len())];
            let mut at = day.and_hms_opt(9, 0, 0).unwrap();
            let last = last_day(rulebook);
            let mut findings = Vec::new();
            for (hours, draw, items, fate, right) in drawn {
                at += TimeDelta::hours(match hours % 4 {
                    0 => hours % 30,
                    1 | 2 => hours % 200,
                    _ => hours,
                });
                at = at.min(last.and_hms_opt(9, 0, 0).unwrap());
                let asked = json!({"rulebook": rulebook, "asOf": at.date().to_string()});
                let described = describe(built_in(), &typed(&asked)).unwrap().ledger.unwrap();
                let tier = &described.tiers[usize::from(draw) % described.tiers.len()];
                let mut finding = json!({
                    "id": findings.len().to_string(),
                    "issued": at.format("%Y-%m-%dT%H:%M").to_string(),
                    "tier": tier.id,
                    "items": items.clamp(tier.least_booked, tier.most_booked),
                });
                if fate == 0 {
                    finding["reversed"] = json!(true);
                }
                if fate == 1
                    && let Some(circumstance) = described.circumstances.first()
                {
                    finding[circumstance] = json!(true);
                }
                if right > 0
                    && let Some(label) = described.labels.first()
                {
                    finding[label] = json!(right.to_string());
                }
                findings.push(finding);
            }
            let until = last.min(at.date() + TimeDelta::days(later % 40 * (later % 3)));
            let until = (open || findings.is_empty()).then_some(until);
            Ledger { rulebook: rulebook.clone(), findings, until }
        })
}

fn for_all(cases: u32, test: impl Fn(&Ledger, &Simulation, &Forecast)) {
    let config = Config {
        cases,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..Config::with_source_file(file!())
    };
    let outcome = TestRunner::new(config).run(&ledgers(), |ledger| {
        let simulation = run(&ledger.request());
        let forecast = simulation.forecast.as_ref().unwrap();
        test(&ledger, &simulation, forecast);
        Ok(())
    });
    if let Err(problem) = outcome {
        panic!("{problem}");
    }
}

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

fn named(findings: &[Further]) -> Vec<(String, u32)> {
    findings.iter().map(|one| (one.tier.clone(), one.items)).collect()
}

/// Further findings at one moment.
fn together(at: &str, findings: &[(String, u32)]) -> Vec<Further> {
    let further = |(tier, items): &(String, u32)| Further {
        tier: tier.clone(),
        items: *items,
        at: at.to_owned(),
    };
    findings.iter().map(further).collect()
}

/// Whether these further findings close the account, or reach the node with the last of them.
fn leads_to(ledger: &Ledger, findings: &[Further], rule: &str, number: u32) -> bool {
    let ran = run(&ledger.with(findings));
    let (kind, id) = rule.split_once('/').unwrap();
    if kind == "closure" {
        let described = ledger.on();
        let closure = described.closures.iter().find(|known| known.id == id).unwrap();
        let Some(last) = ran.entries.last() else { return false };
        let stands = if closure.counts == Counted::Points {
            if last.book == closure.book { last.ledger - last.raised } else { 0 }
        } else {
            last.strikes
        };
        return last.closes && number <= stands;
    }
    let node = built_in().rulebook(&ledger.rulebook, "").unwrap().ledger.as_ref();
    let node = node.and_then(|ledger| ledger.nodes.values().find(|node| node.id == id)).unwrap();
    let before = ran.entries.len() - findings.len();
    let stood = run(&ledger.request()).status.strikes;
    let strikes = ran.entries.iter().map(|entry| entry.strikes).skip(before);
    if node.counts == Counted::Points {
        ran.entries.iter().skip(before).any(|entry| entry.node.is_some_and(|node| number <= node))
    } else {
        stood < number && strikes.max().is_some_and(|strikes| number <= strikes)
    }
}

// Source: issue "the penalty simulator, complete": which smallest combination leads to each
// next measure and to closure.
#[test]
fn every_way_leads_where_it_says_and_nothing_can_be_left_out() {
    for_all(300, |ledger, _, forecast| {
        let described = ledger.on();
        let least =
            |id: &str| described.tiers.iter().find(|tier| tier.id == id).unwrap().least_booked;
        for way in &forecast.ways {
            for findings in &way.findings {
                let leads =
                    |findings: &[Further]| leads_to(ledger, findings, &way.rule, way.number);
                assert!(leads(findings), "{} {findings:?}", way.rule);
                if !way.rule.starts_with("closure/") {
                    continue;
                }
                for left_out in 0..findings.len() {
                    let mut fewer = findings.clone();
                    let mut one = fewer.remove(left_out);
                    assert!(!leads(&fewer), "{} without {one:?}: {fewer:?}", way.rule);
                    if one.items > least(&one.tier) {
                        one.items -= 1;
                        fewer.insert(left_out, one);
                        assert!(!leads(&fewer), "{} with one item less: {fewer:?}", way.rule);
                    }
                }
            }
        }
    });
}

/// Whether one of the combinations is contained in these findings.
fn contained(ways: &[Vec<Further>], findings: &[(String, u32)], lighter: &[&str]) -> bool {
    ways.iter().any(|way| {
        let mut left = findings.to_vec();
        way.iter().all(|one| {
            let fits = |(tier, items): &(String, u32)| {
                let place = |id: &str| lighter.iter().position(|known| *known == id);
                let graver =
                    place(tier).zip(place(&one.tier)).is_some_and(|(one, other)| one < other);
                let replaced = findings.len() > 1 && graver;
                (*tier == one.tier && one.items <= *items) || replaced
            };
            let place = left.iter().position(fits);
            place.map(|place| left.remove(place)).is_some()
        })
    })
}

// Source: as above; exhaustive over one and two further findings of up to twelve items.
#[test]
fn no_smaller_way_to_closure_is_missed() {
    for_all(40, |ledger, simulation, forecast| {
        if !simulation.status.open {
            assert!(forecast.ways.is_empty());
            return;
        }
        let described = ledger.on();
        let items = |tier: &TierDescription| {
            let most = if tier.per == Per::Finding { 1 } else { tier.most_booked.min(12) };
            tier.least_booked..=most
        };
        let tiers = described.tiers.iter().filter(|tier| !tier.credit && !tier.closes);
        let single: Vec<(String, u32)> =
            tiers.flat_map(|tier| items(tier).map(|items| (tier.id.clone(), items))).collect();
        let whole = described.tiers.iter().filter(|tier| tier.per == Per::Finding);
        let whole: Vec<&str> = whole.map(|tier| tier.id.as_str()).collect();
        let pairs = single.iter().flat_map(|one| {
            let firsts = whole.iter().map(|tier| ((*tier).to_owned(), 1));
            firsts.map(|first| vec![first, one.clone()])
        });
        let all: Vec<Vec<(String, u32)>> =
            single.iter().map(|one| vec![one.clone()]).chain(pairs).collect();
        for findings in all {
            for way in forecast.ways.iter().filter(|way| way.rule.starts_with("closure/")) {
                let further = together(&forecast.at, &findings);
                let leads = leads_to(ledger, &further, &way.rule, way.number);
                let known = contained(&way.findings, &findings, &whole);
                assert!(!leads || known, "{} {findings:?}", way.rule);
            }
        }
    });
}

/// When all windows that a ledger leaves open are over, from `at` on.
fn clear(ledger: &Ledger, further: &[Further], at: &str) -> String {
    let mut request = ledger.with(further);
    request.as_object_mut().unwrap().shift_remove("forecast");
    if further.is_empty() {
        request = ledger.request();
    }
    let ends = run(&request).forecast.unwrap().ends;
    let windows = ends.into_iter().filter(|end| end.what == EndingOf::Window);
    windows.map(|end| end.at).chain([at.to_owned()]).max().unwrap()
}

// Source: law/penalties.md, A3.5 and B2: findings of one window are one strike, and what the
// window caps is lost; findings of different windows count each on their own.
#[test]
fn no_smaller_way_of_findings_that_come_apart_is_missed() {
    let apart = std::cell::Cell::new(0);
    let check = |ledger: &Ledger, simulation: &Simulation, forecast: &Forecast| {
        if !simulation.status.open {
            return;
        }
        let described = ledger.on();
        let last = last_day(&ledger.rulebook);
        let tiers = described.tiers.iter().filter(|tier| !tier.credit && !tier.closes);
        let single: Vec<(String, u32)> = tiers
            .flat_map(|tier| {
                let items: &[u32] = if tier.per == Per::Finding { &[1] } else { &[1, 2, 5, 6, 7] };
                let within = tier.least_booked..=tier.most_booked;
                let items = items.iter().filter(move |items| within.contains(items));
                items.map(|items| (tier.id.clone(), *items))
            })
            .collect();
        let first_at = clear(ledger, &[], &forecast.at);
        for (tier, items) in &single {
            let first = Further { tier: tier.clone(), items: *items, at: first_at.clone() };
            let second_at = clear(ledger, std::slice::from_ref(&first), &first_at);
            // Beyond the rulebook, and in another year, other rules apply.
            if last < second_at[..10].parse().unwrap() || second_at[..4] != forecast.at[..4] {
                continue;
            }
            let alone = vec![first.clone()];
            let is_whole =
                |id: &str| described.tiers.iter().any(|it| it.id == id && it.per == Per::Finding);
            // Items are not spread over several tiers, and come last.
            let goes = |(other, _): &&(String, u32)| other == tier || is_whole(tier);
            let pairs = single.iter().filter(goes).map(|(tier, items)| {
                let second = Further { tier: tier.clone(), items: *items, at: second_at.clone() };
                vec![first.clone(), second]
            });
            for findings in std::iter::once(alone).chain(pairs) {
                for way in forecast.ways.iter().filter(|way| way.rule.starts_with("closure/")) {
                    if !leads_to(ledger, &findings, &way.rule, way.number) {
                        continue;
                    }
                    let whole = described.tiers.iter().filter(|tier| tier.per == Per::Finding);
                    let whole: Vec<&str> = whole.map(|tier| tier.id.as_str()).collect();
                    let (at_once, later): (Vec<_>, Vec<_>) = way
                        .findings
                        .iter()
                        .cloned()
                        .partition(|way| way.iter().all(|one| one.at == forecast.at));
                    let told = |ways: &[Vec<Further>]| {
                        contained(ways, &named(&findings), &whole)
                            || ways.iter().any(|way| fewer(way, &findings))
                    };
                    let known = told(&at_once) || told(&later);
                    assert!(known, "{} {findings:?}", way.rule);
                    apart.set(apart.get() + u32::from(!told(&at_once)));
                }
            }
        }
    };
    for_all(60, check);
    for ledger in histories() {
        let simulation = run(&ledger.request());
        check(&ledger, &simulation, simulation.forecast.as_ref().unwrap());
    }
    assert!(apart.get() > 200, "{}", apart.get());
}

/// One or two findings of each tier that a window counts together, ten days apart, in every
/// version.
fn histories() -> Vec<Ledger> {
    let mut histories = Vec::new();
    for (rulebook, days) in rulebooks() {
        for day in days {
            let asked = json!({"rulebook": rulebook, "asOf": day.to_string()});
            let described = describe(built_in(), &typed(&asked)).unwrap().ledger.unwrap();
            for tier in described.tiers.iter().filter(|tier| tier.window.is_some()) {
                for count in 1_i64..3 {
                    let issued = |number: i64| (day + TimeDelta::days(10 * number)).to_string();
                    let finding = |number: i64| json!({"id": number.to_string(), "issued": issued(number), "tier": tier.id});
                    let findings: Vec<Value> = (0..count).map(finding).collect();
                    let until = Some(day + TimeDelta::days(10 * count));
                    if until < Some(last_day(&rulebook)) {
                        histories.push(Ledger { rulebook: rulebook.clone(), findings, until });
                    }
                }
            }
        }
    }
    histories
}

/// Whether a way needs no more findings and no more items of any tier.
fn fewer(way: &[Further], findings: &[Further]) -> bool {
    let items = |all: &[Further], tier: &str| -> u32 {
        all.iter().filter(|one| one.tier == tier).map(|one| one.items).sum()
    };
    way.len() <= findings.len()
        && way.iter().all(|one| items(way, &one.tier) <= items(findings, &one.tier))
}

/// Source: law/penalties.md, A3.5 and A3.3: three findings of information in three windows
/// are three strikes, in one window they are one.
#[test]
fn findings_of_three_windows_close_by_strikes() {
    let request = json!({"rulebook": "taobao/counterfeit", "findings": [], "until": "2017-04-01"});
    let forecast = run(&request).forecast.unwrap();
    let way = forecast.ways.iter().find(|way| way.rule == "closure/three_strikes").unwrap();
    let information: Vec<&Vec<Further>> = way
        .findings
        .iter()
        .filter(|findings| findings.iter().all(|one| one.tier == "information"))
        .collect();
    let [findings] = information.as_slice() else { panic!("{way:?}") };
    let told: Vec<(&str, u32)> = findings.iter().map(|one| (one.at.as_str(), one.items)).collect();
    assert_eq!(
        told,
        [
            ("2017-04-01T23:59+08:00", 1),
            ("2017-04-04T00:00+08:00", 1),
            ("2017-04-07T00:00+08:00", 1),
        ]
    );
}

/// A turn of the year that changes anything.
fn changes(turn: &YearEndEntry) -> bool {
    turn.points_before != turn.points_after
        || turn.strikes_before != turn.strikes_after
        || turn.others.iter().any(|book| book.points_before != book.points_after)
}

// Source: the same ledger, run on until ten years later.
#[test]
fn what_runs_out_does_so_if_nothing_more_happens() {
    for_all(400, |ledger, simulation, forecast| {
        let day: NaiveDate = forecast.at[..10].parse().unwrap();
        let mut later = ledger.with(&[]);
        let last = last_day(&ledger.rulebook);
        let until = last.min(NaiveDate::from_ymd_opt(day.year() + 10, 1, 1).unwrap());
        later["until"] = json!(until.to_string());
        let ran = run(&later);
        let lapsed: BTreeSet<String> = ran
            .lapses
            .iter()
            .skip(simulation.lapses.len())
            .map(|lapse| {
                let what = if lapse.book.is_some() { "points" } else { "strikes" };
                format!("{} {what} {:?} {}", lapse.at, lapse.book, lapse.points + lapse.strikes)
            })
            .collect();
        let of = |ending: &&Ending| matches!(ending.what, EndingOf::Points | EndingOf::Strikes);
        let told: BTreeSet<String> = forecast
            .ends
            .iter()
            .filter(of)
            .filter(|ending| ending.at[..10].parse::<NaiveDate>().unwrap() <= last)
            .map(|ending| {
                let what = if ending.what == EndingOf::Points { "points" } else { "strikes" };
                format!("{} {what} {:?} {}", ending.at, ending.id, ending.number.unwrap())
            })
            .collect();
        assert_eq!(told, lapsed);
        let turns = ran.year_ends.iter().skip(simulation.year_ends.len());
        let turns: Vec<_> = turns.filter(|turn| changes(turn)).map(counts).collect();
        assert_eq!(forecast.year_ends.iter().map(counts).collect::<Vec<_>>(), turns);
        let order: Vec<&str> = forecast.ends.iter().map(|ending| ending.at.as_str()).collect();
        assert!(order.is_sorted(), "{order:?}");
        assert!(order.iter().all(|at| forecast.at.as_str() < *at), "{order:?}");
    });
}

type Counts = (i32, u32, u32, u32, u32, Vec<(String, u32, u32)>);

fn counts(turn: &YearEndEntry) -> Counts {
    let others = turn.others.iter();
    (
        turn.year,
        turn.points_before,
        turn.points_after,
        turn.strikes_before,
        turn.strikes_after,
        others.map(|book| (book.book.clone(), book.points_before, book.points_after)).collect(),
    )
}

/// What a finding cost on its own.
fn cost(entry: &Entry) -> Value {
    let mut cost = serde_json::to_value(entry).unwrap();
    for key in ["ledger", "strikes", "reason", "window", "node", "citations", "version"] {
        cost.as_object_mut().unwrap().remove(key);
    }
    cost
}

// Source: law/penalties.md, A6.6 and ambiguity 17: a reversal is a replay without the finding.
#[test]
fn an_appeal_restores_what_the_ledger_without_the_finding_shows() {
    for_all(600, |ledger, simulation, forecast| {
        let mut told = forecast.appeals.iter();
        for (index, entry) in simulation.entries.iter().enumerate() {
            let reason = serde_json::to_value(entry.reason).unwrap();
            if reason == "reversed" || reason == "not_counted" {
                continue;
            }
            let appeal: &Appeal = told.next().unwrap();
            let mut without = ledger.request();
            without["findings"][index]["reversed"] = json!(true);
            let ran = run(&without);
            assert_eq!(appeal.finding, entry.id);
            assert_eq!(appeal.status, ran.status);
            let book = |simulation: &Simulation| {
                let books = simulation.status.books.iter();
                books.clone().find(|book| book.book == entry.book).unwrap().points
            };
            assert_eq!(appeal.points, book(simulation).saturating_sub(book(&ran)));
            assert_eq!(
                appeal.strikes,
                simulation.status.strikes.saturating_sub(ran.status.strikes)
            );
            assert_eq!(appeal.reopens, !simulation.status.open && ran.status.open);
            let pairs = simulation.entries.iter().zip(&ran.entries).skip(index + 1);
            let changed: Vec<&str> = pairs
                .filter(|(one, other)| cost(one) != cost(other))
                .map(|(one, _)| one.id.as_str())
                .collect();
            assert_eq!(appeal.entries, changed);
            for relief in &appeal.measures {
                let same = relief.until.is_some() && relief.until == relief.instead;
                assert!(!same, "{relief:?}");
            }
        }
        assert!(told.next().is_none());
    });
}

// Source: issue "the penalty simulator, complete": what-if is the difference of two runs.
#[test]
fn what_if_is_the_difference_of_two_runs() {
    for_all(400, |ledger, simulation, _| {
        let mut request = ledger.request();
        let mut others = ledger.findings.clone();
        if others.is_empty() {
            return;
        }
        let added = json!({
            "id": "added", "issued": others.last().unwrap()["issued"], "tier": others[0]["tier"],
            "items": others[0]["items"],
        });
        others.remove(0);
        let described = ledger.on();
        if described.tiers.iter().any(|tier| added["tier"] == tier.id) {
            others.push(added);
        }
        request["whatIf"] = json!({"findings": others});
        let what_if: WhatIf = run(&request).what_if.unwrap();
        request.as_object_mut().unwrap().remove("whatIf");
        request["findings"] = json!(others);
        let other = run(&request);
        assert_eq!((&what_if.status, &what_if.year_ends), (&other.status, &other.year_ends));
        for (one, of) in [(simulation, "was"), (&other, "is")] {
            for entry in &one.entries {
                let same = |known: &&Entry| known.id == entry.id;
                let beside = if of == "was" { &other } else { simulation };
                let beside = beside.entries.iter().find(same);
                let same = beside.is_some_and(|beside| {
                    cost(beside) == cost(entry)
                        && (beside.ledger, beside.strikes) == (entry.ledger, entry.strikes)
                });
                let told = what_if.entries.iter().find(|told| told.id == entry.id);
                assert_eq!(told.is_none(), same, "{}", entry.id);
                if let Some(told) = told {
                    let told = if of == "was" { &told.was } else { &told.is };
                    assert_eq!(told.as_ref(), Some(entry));
                }
            }
        }
    });
}

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

// Source: src/simulate/findings.rs: what is wrong with the other ledger is told where it stands.
#[test]
fn what_is_wrong_with_a_what_if_is_named() {
    let wrong = |what_if: Value| {
        let request = json!({
            "rulebook": "taobao/counterfeit",
            "findings": [{"id": "a", "issued": "2017-04-01", "tier": "sale"}],
            "whatIf": what_if,
        });
        let refused = try_simulate(Ok(request)).unwrap_err().error;
        std::iter::once(refused.first).chain(refused.more).map(|one| one.path).collect::<Vec<_>>()
    };
    assert_eq!(wrong(json!({"facts": {}})), ["/whatIf/facts"]);
    assert_eq!(wrong(json!([])), ["/whatIf"]);
    assert_eq!(wrong(json!({"until": "2017-02-30"})), ["/whatIf/until"]);
    assert_eq!(wrong(json!({"until": "2017-03-01"})), ["/findings/0/issued"]);
    let finding = json!({"id": "b", "issued": "2017-04-01", "tier": "none"});
    assert_eq!(wrong(json!({"findings": [finding]})), ["/whatIf/findings/0/tier"]);
    assert_eq!(wrong(json!({"reading": {"none": "x"}})), ["/whatIf/reading/none"]);
    assert_eq!(wrong(json!({"amounts": {"none": 1}})), ["/whatIf/amounts/none"]);
}
