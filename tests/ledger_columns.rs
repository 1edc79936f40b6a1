//! Ledgers in columns are those of requests, seller by seller.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/dice.rs"]
mod dice;
#[path = "support/typed.rs"]
mod typed;

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use dice::Dice;
use serde_json::{Value, json};
use typed::typed;
use zhengpin::compile::{Compiled, CompiledLedger};
use zhengpin::day;
use zhengpin::library::built_in;
use zhengpin::problem::Code;
use zhengpin::request::LedgerColumnsRequest;
use zhengpin::simulate::{
    AccountColumns, EntryColumns, FindingColumns, LedgerColumns, LedgerColumnsDescription,
    NOT_STATED, Simulation, simulate,
};

/// The findings of some sellers, as columns and as requests.
#[derive(Default)]
struct Drawn {
    seller: Vec<u32>,
    day: Vec<i32>,
    tier: Vec<u8>,
    second: Vec<u32>,
    items: Vec<u32>,
    reversed: Vec<u8>,
    circumstances: Vec<u32>,
    labels: Vec<(String, Vec<u32>)>,
    requests: Vec<Vec<Value>>,
}

impl Drawn {
    fn columns(&self, from: usize, to: usize) -> FindingColumns<'_> {
        let (seller, day, tier) =
            (&self.seller[from..to], &self.day[from..to], &self.tier[from..to]);
        let columns = FindingColumns::new(seller, day, tier)
            .items(&self.items[from..to])
            .second(&self.second[from..to])
            .reversed(&self.reversed[from..to])
            .circumstances(&self.circumstances[from..to]);
        let labels = self.labels.iter();
        labels.fold(columns, |all, (label, names)| all.label(label, &names[from..to]))
    }

    fn all(&self) -> FindingColumns<'_> {
        self.columns(0, self.seller.len())
    }
}

/// The days of a rulebook's ledger: close together, so that windows, years and lives are met.
fn days(rulebook: &Compiled, dice: &mut Dice, many: usize) -> Vec<NaiveDate> {
    let first = rulebook.versions.iter().map(|version| version.from);
    let starts: Vec<NaiveDate> = first.collect();
    let start = dice.of(&starts);
    let last = rulebook.to.unwrap_or(start + chrono::Days::new(1500)).min(rulebook.as_of);
    let mut days: Vec<NaiveDate> = Vec::new();
    let mut day = start;
    for _ in 0..many {
        let further = dice.of(&[0, 0, 1, 1, 2, 3, 7, 30, 90, 200, 366]);
        day = (day + chrono::Days::new(further)).min(last.max(start));
        days.push(day);
    }
    days
}

fn draw(rulebook: &Compiled, ledger: &CompiledLedger, sellers: u32, dice: &mut Dice) -> Drawn {
    let labels = ledger.labels.values().map(|label| (label.clone(), Vec::new())).collect();
    let mut drawn = Drawn { labels, ..Drawn::default() };
    for seller in 0..sellers {
        let many = usize::try_from(1 + dice.roll(14)).unwrap();
        let mut requests = Vec::new();
        let mut before: Option<(NaiveDate, u32)> = None;
        for (number, day) in days(rulebook, dice, many).into_iter().enumerate() {
            let holds = |one: &zhengpin::compile::When| one.in_force.holds_on(day);
            let tiers = ledger.tiers.values().zip(0_u8..);
            let tiers: Vec<_> = tiers.filter(|(tier, _)| holds(&tier.basis.when)).collect();
            if tiers.is_empty() {
                continue;
            }
            let (tier, code) = dice.of(&tiers);
            let noon = 12 * 60 * 60;
            let mut second = if dice.one_in(2) { dice.roll(86_400) } else { NOT_STATED };
            // In order of time; a finding without a time of day counts as some hour of it.
            if before.is_some_and(|(known, _)| known == day) {
                second = 86_399.min(before.map_or(0, |(_, at)| at) + dice.roll(2) * 3_600);
            }
            before =
                Some((day, if second == NOT_STATED { noon + 12 * 60 * 60 - 1 } else { second }));
            let (least, most) = (tier.least_booked, tier.most_booked);
            let stated = (least + dice.roll(4)).min(most);
            let items = if least == 1 && dice.one_in(3) { NOT_STATED } else { stated };
            let reversed = u8::from(dice.one_in(9));
            let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0);
            let mut finding = json!({
                "id": format!("{number}"),
                "issued": time.map_or(day.to_string(), |time| format!("{day}T{time}")),
                "tier": tier.id,
            });
            if items != NOT_STATED {
                finding["items"] = json!(items);
            }
            if reversed == 1 {
                finding["reversed"] = json!(true);
            }
            let mut bits = 0;
            for (circumstance, place) in ledger.circumstances.values().zip(0_u32..) {
                if holds(&circumstance.basis.when) && dice.one_in(5) {
                    finding[&circumstance.id] = json!(true);
                    bits |= 1 << place;
                }
            }
            for (label, names) in &mut drawn.labels {
                let name = dice.of(&[NOT_STATED, 3, 3, 8]);
                if name != NOT_STATED {
                    finding[label.as_str()] = json!(format!("name {name}"));
                }
                names.push(name);
            }
            requests.push(finding);
            drawn.seller.push(10 * seller);
            drawn.day.push(day::number(day));
            drawn.tier.push(code);
            drawn.second.push(second);
            drawn.items.push(items);
            drawn.reversed.push(reversed);
            drawn.circumstances.push(bits);
        }
        if !requests.is_empty() {
            drawn.requests.push(requests);
        }
    }
    drawn
}

fn asked(rulebook: &Compiled, until: Option<NaiveDate>) -> LedgerColumnsRequest {
    let request = LedgerColumnsRequest::new(&rulebook.id);
    match until {
        Some(until) => request.until(until),
        None => request,
    }
}

/// Runs findings in one go.
fn ran(columns: &mut LedgerColumns, drawn: &Drawn) -> (EntryColumns, AccountColumns) {
    let (entries, mut accounts) = columns.run(&drawn.all()).unwrap();
    add(&mut accounts, columns.finish());
    (entries, accounts)
}

fn add(accounts: &mut AccountColumns, more: AccountColumns) {
    accounts.seller.extend(more.seller);
    accounts.findings.extend(more.findings);
    accounts.closed_by.extend(more.closed_by);
    accounts.closed_day.extend(more.closed_day);
    accounts.closed_second.extend(more.closed_second);
    accounts.strikes.extend(more.strikes);
    accounts.points.extend(more.points);
}

/// The names of the bits of a row.
fn measures(
    told: &LedgerColumnsDescription,
    entries: &EntryColumns,
    row: usize,
) -> BTreeSet<String> {
    let words = &entries.measures[row * told.words..(row + 1) * told.words];
    let set = |place: &usize| words[place / 32] >> (place % 32) & 1 == 1;
    (0..told.measures.len()).filter(set).map(|place| told.measures[place].clone()).collect()
}

/// Holds the entries of a seller from `first` on, and its account, against the answer to a
/// request.
fn same(
    told: &LedgerColumnsDescription,
    (entries, first): (&EntryColumns, usize),
    (accounts, seller): (&AccountColumns, usize),
    answer: &Simulation,
) {
    for (row, entry) in (first..).zip(&answer.entries) {
        assert_eq!(told.tiers[usize::from(entries.tier[row])], entry.tier);
        assert_eq!(told.books[usize::from(entries.book[row])], entry.book);
        let numbers = [
            (entries.points[row], entry.points),
            (entries.lost[row], entry.lost),
            (entries.raised[row], entry.raised),
            (entries.ledger[row], entry.ledger),
            (entries.strikes[row], entry.strikes),
            (u32::from(entries.strike[row]), u32::from(entry.strike)),
            (entries.node[row], entry.node.unwrap_or(NOT_STATED)),
            (u32::from(entries.closes[row]), u32::from(entry.closes)),
        ];
        numbers.iter().for_each(|(found, expected)| assert_eq!(found, expected, "{entry:?}"));
        assert_eq!(told.reasons[usize::from(entries.reason[row])], entry.reason);
        let expected: BTreeSet<String> =
            entry.measures.iter().map(|measure| measure.code.clone()).collect();
        let found = measures(told, entries, row);
        let same_moment = answer.entries.iter().filter(|other| other.issued == entry.issued);
        if same_moment.count() == 1 {
            assert_eq!(found, expected, "{entry:?}");
        } else {
            assert!(expected.is_subset(&found), "{entry:?}");
        }
    }
    let status = &answer.status;
    assert_eq!(usize::try_from(accounts.findings[seller]).unwrap(), answer.entries.len());
    assert_eq!(accounts.strikes[seller], status.strikes);
    let books = told.books.len();
    let points = &accounts.points[seller * books..(seller + 1) * books];
    assert!(points.iter().copied().eq(status.books.iter().map(|book| book.points)));
    assert_eq!(accounts.closed_by[seller] == told.open, status.open);
    if let Some((by, at)) = status.closed_by.zip(status.closed_at.as_ref()) {
        assert_eq!(told.closed_by[usize::from(accounts.closed_by[seller])], by);
        let day = day::numbered(accounts.closed_day[seller]).unwrap();
        let time = NaiveTime::from_num_seconds_from_midnight_opt(accounts.closed_second[seller], 0);
        let time = time.unwrap();
        let written = format!("{day}T{}", time.format("%H:%M"));
        assert!(at.starts_with(&written), "{at}, {written}");
    } else {
        assert_eq!(accounts.closed_day[seller], told.no_day);
    }
}

/// Source: docs/architecture.md, "What holds", 6: every way of asking gives the same answer. The
/// requests are held against the second implementations of the ledgers.
#[test]
fn sellers_are_booked_as_requests_are() {
    let (mut looked_at, mut closed, mut merged) = (0, 0, 0);
    for rulebook in &built_in().rulebooks {
        let Some(ledger) = rulebook.ledger.as_ref() else { continue };
        let mut dice = Dice(11);
        for until in [None, Some(rulebook.to.unwrap_or(rulebook.as_of + chrono::Days::new(800)))] {
            let drawn = draw(rulebook, ledger, 60, &mut dice);
            let mut columns = LedgerColumns::new(built_in(), &asked(rulebook, until)).unwrap();
            let told = columns.describe();
            let (entries, accounts) = ran(&mut columns, &drawn);
            let mut first = 0;
            for (seller, findings) in drawn.requests.iter().enumerate() {
                let mut request =
                    json!({"rulebook": rulebook.id, "findings": findings, "forecast": false});
                if let Some(until) = until {
                    request["until"] = json!(until.to_string());
                }
                let answer = simulate(built_in(), &typed(&request)).unwrap();
                same(&told, (&entries, first), (&accounts, seller), &answer);
                closed += usize::from(!answer.status.open);
                first += findings.len();
            }
            merged += entries.reason.iter().map(|reason| usize::from(*reason == 2)).sum::<usize>();
            assert_eq!(first, entries.points.len());
            assert_eq!(accounts.seller.len(), drawn.requests.len());
            looked_at += 1;
        }
    }
    assert!(looked_at > 20 && closed > 50 && merged > 50, "{looked_at}, {closed}, {merged}");
}

/// Source: where a table is cut changes nothing that it says.
#[test]
fn findings_in_parts_are_booked_as_findings_in_one() {
    let rulebook = built_in().rulebook("taobao/counterfeit", "").unwrap();
    let mut dice = Dice(5);
    let drawn = draw(rulebook, rulebook.ledger.as_ref().unwrap(), 40, &mut dice);
    let rows = drawn.seller.len();
    let mut columns = LedgerColumns::new(built_in(), &asked(rulebook, None)).unwrap();
    let (whole, whole_accounts) = ran(&mut columns, &drawn);
    for most in [1, 3, 50] {
        let mut points = Vec::new();
        let mut strikes = Vec::new();
        let mut accounts = AccountColumns::default();
        let mut from = 0;
        while from < rows {
            let to = rows.min(from + 1 + usize::try_from(dice.roll(most)).unwrap());
            let (entries, closed) = columns.run(&drawn.columns(from, to)).unwrap();
            points.extend(entries.points);
            strikes.extend(entries.strikes);
            add(&mut accounts, closed);
            from = to;
        }
        add(&mut accounts, columns.finish());
        assert_eq!((&points, &strikes), (&whole.points, &whole.strikes));
        assert_eq!(accounts, whole_accounts);
    }
}

/// Source: what a request is refused for, and the doc comments of `FindingColumns`.
#[test]
fn rows_that_cannot_be_booked_are_refused_with_their_number() {
    let rulebook = built_in().rulebook("taobao/counterfeit", "").unwrap();
    let mut columns = LedgerColumns::new(built_in(), &asked(rulebook, None)).unwrap();
    let told = columns.describe();
    let tier = told.tiers.iter().position(|tier| tier == "information").unwrap();
    let tier = u8::try_from(tier).unwrap();
    let day = |text: &str| day::number(day::parse(text).unwrap());
    let (one, two) = (day("2017-04-01"), day("2017-04-02"));
    let mut refused = |findings: &FindingColumns<'_>| {
        let refused = columns.run(findings).unwrap_err();
        (refused.first().code, refused.first().path.clone())
    };
    let at = |path: &str| path.to_owned();
    let three = |day: &[i32], tier: &[u8]| (day.to_vec(), tier.to_vec());
    let tiers = [tier; 3];
    let (back_and_forth, alike) = ([one, two, one], [one; 3]);
    let unsorted = FindingColumns::new(&[1, 1, 1], &back_and_forth, &tiers);
    assert_eq!(refused(&unsorted), (Code::Unsorted, at("/day/2")));
    let back = FindingColumns::new(&[1, 2, 1], &alike, &tiers);
    assert_eq!(refused(&back), (Code::Unsorted, at("/seller/2")));
    let (days, codes) = three(&[one, i32::MIN, one], &tiers);
    assert_eq!(
        refused(&FindingColumns::new(&[1, 2, 3], &days, &codes)),
        (Code::OutOfRange, at("/day/1"))
    );
    let (days, codes) = three(&[one, one, one], &[tier, tier, 200]);
    let wrong_tier = FindingColumns::new(&[1, 2, 3], &days, &codes);
    assert_eq!(refused(&wrong_tier), (Code::OutOfRange, at("/tier/2")));
    let before = [day("2001-01-01"), one, one];
    let early = FindingColumns::new(&[1, 2, 3], &before, &tiers);
    assert_eq!(refused(&early), (Code::NotInForce, at("/day/0")));
    let good = || FindingColumns::new(&[1, 2, 3], &[17_257; 3], &tiers);
    assert_eq!(refused(&good().items(&[1, 0, 1])), (Code::OutOfRange, at("/items/1")));
    assert_eq!(refused(&good().items(&[1, 1])), (Code::UnevenColumns, at("/items")));
    assert_eq!(refused(&good().second(&[1, 1, 86_400])), (Code::OutOfRange, at("/second/2")));
    assert_eq!(refused(&good().reversed(&[2, 0, 0])), (Code::OutOfRange, at("/reversed/0")));
    let many = 1 << told.circumstances.len();
    assert_eq!(
        refused(&good().circumstances(&[0, many, 0])),
        (Code::OutOfRange, at("/circumstances/1"))
    );
    assert_eq!(refused(&good().label("hodler", &[1; 3])), (Code::UnknownKey, at("/hodler")));
    let most = usize::try_from(told.most_findings).unwrap();
    let (sellers, days, codes) = (vec![1; most + 1], vec![one; most + 1], vec![tier; most + 1]);
    let too_many = FindingColumns::new(&sellers, &days, &codes);
    assert_eq!(refused(&too_many), (Code::TooMany, format!("/seller/{most}")));

    // Nothing of a part that was refused is booked.
    let (entries, _) = columns.run(&good()).unwrap();
    assert_eq!(entries.points, [2, 2, 2]);
    let earlier = columns.run(&FindingColumns::new(&[2], &[two], &[tier])).unwrap_err();
    assert_eq!(earlier.first().path, "/seller/0");
    assert_eq!(columns.finish().seller, [3]);

    let new = |rulebook: &str| {
        let request = LedgerColumnsRequest::new(rulebook);
        LedgerColumns::new(built_in(), &request).unwrap_err().first().code
    };
    assert_eq!((new("cn/complaint"), new("cn")), (Code::NotSimulated, Code::UnknownRulebook));
}
