//! The ways to what is next, and to closure: each leads there, none smaller is missed.

use chrono::TimeDelta;
use serde_json::{Value, json};
use zhengpin::describe::{TierDescription, describe};
use zhengpin::library::built_in;
use zhengpin::rulebook::{Counted, Per};
use zhengpin::simulate::{EndingOf, Forecast, Further, Simulation};

use super::drawn::{Ledger, for_all, last_day, rulebooks, run};
use super::typed::typed;

pub(super) fn named(findings: &[Further]) -> Vec<(String, u32)> {
    findings.iter().map(|one| (one.tier.clone(), one.items)).collect()
}

/// Further findings at one moment.
pub(super) fn together(at: &str, findings: &[(String, u32)]) -> Vec<Further> {
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
