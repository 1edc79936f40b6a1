//! What time does to an account: points and strikes lapse, and years turn.

use chrono::{Datelike, NaiveDate as Date, NaiveDateTime as DateTime};

use crate::compile::{BookId, LedgerRule};
use crate::day;
use crate::rulebook::Confidence;
use crate::sorted;

use super::account::{Account, BookState, Carried};
use super::answer::{BookTurn, LapseEntry, YearEndEntry};
use super::relied::Relied;
use super::time;

/// What time did to an account.
#[derive(Default)]
pub(super) struct Passage<'a> {
    pub(super) turned: Vec<Turned<'a>>,
    pub(super) lapsed: Vec<Lapsed<'a>>,
}

/// Points or strikes that lapsed.
pub(super) struct Lapsed<'a> {
    /// When.
    pub(super) at: DateTime,
    pub(super) entry: LapseEntry,
    pub(super) relied: Relied<'a>,
}

/// A year that turned.
pub(super) struct Turned<'a> {
    /// What it did, still without the provisions behind it.
    pub(super) entry: YearEndEntry,
    pub(super) relied: Vec<Relied<'a>>,
}

/// Lets time pass up to a finding.
pub(super) fn pass_to<'a>(account: &mut Account<'a>, at: DateTime) -> Passage<'a> {
    let turned = turn_years(account, at.date());
    Passage { turned, lapsed: lapse(account, at) }
}

/// Lets time pass through a day.
pub(super) fn pass_through<'a>(account: &mut Account<'a>, day: Date) -> Passage<'a> {
    let turned = turn_years(account, day);
    Passage { turned, lapsed: lapse(account, time::end_of(day)) }
}

/// Lets points and strikes lapse that are due by `at`, unless the account is closed.
pub(super) fn lapse<'a>(account: &mut Account<'a>, at: DateTime) -> Vec<Lapsed<'a>> {
    if account.closed.is_some() {
        return Vec::new();
    }
    let ledger = account.ledger;
    let mut lots = Vec::new();
    for book in account.books.values_mut() {
        while let Some(lot) = book.lots.due(at) {
            book.points = book.points.saturating_sub(lot.number);
            lots.push(lot);
        }
    }
    while let Some(lot) = account.strike_lots.due(at) {
        account.strikes = account.strikes.saturating_sub(lot.number);
        lots.push(lot);
    }
    let lots = sorted::by_key(lots, |lot| lot.at);
    let lapsed = lots.into_iter().map(|lot| {
        let (book, points, strikes) = match lot.rule {
            LedgerRule::Book(id) => (Some(ledger.books[id].id.clone()), lot.number, 0),
            _ => (None, 0, lot.number),
        };
        let entry = LapseEntry { at: time::write(lot.at, ledger), book, points, strikes };
        Lapsed { at: lot.at, entry, relied: Relied::on(lot.rule, &lot.life.basis, lot.at.date()) }
    });
    lapsed.collect()
}

/// Lets every year end that lies between where the account stands and `today`.
pub(super) fn turn_years<'a>(account: &mut Account<'a>, today: Date) -> Vec<Turned<'a>> {
    let begin = account.year.replace(today.year()).unwrap_or(today.year());
    (begin..today.year()).filter_map(|year| turn(account, year)).collect()
}

/// The end of a year, if a rule says what it does. A closed account stays as it is.
fn turn<'a>(account: &mut Account<'a>, year: i32) -> Option<Turned<'a>> {
    let last_day = day::last_of(year);
    let points_before = account.books.map(|_, book| book.net());
    let strikes_before = account.strikes;
    let (ledger, chosen) = (account.ledger, account.chosen);
    let mut relied = Vec::new();
    let mut turned = false;
    for (id, rule) in &ledger.year_ends {
        if !chosen.holds(&rule.basis.when, last_day) {
            continue;
        }
        turned = true;
        // Nothing to turn over is nothing to rely on, except in the main book.
        let stood = account.count(rule.counts, rule.book);
        if account.closed.is_none() {
            let carried = Carried { from: rule.carry_from, points: rule.carry };
            account.clear(rule.counts, rule.book, carried);
        }
        if stood > 0 || rule.book == BookId::main() {
            let confidence = if stood > 0 { rule.basis.confidence } else { Confidence::High };
            let rule = Relied::on(LedgerRule::YearEnd(id), &rule.basis, last_day);
            relied.push(Relied { confidence, ..rule });
        }
    }
    account.strikes_of_year = 0;
    account.sums.values_mut().for_each(|sum| *sum = 0);
    if !turned {
        return None;
    }
    let others = account.books.iter().skip(1);
    let turn = |(id, book): (BookId, &BookState<'_>)| BookTurn {
        book: ledger.books[id].id.clone(),
        points_before: points_before[id],
        points_after: book.net(),
    };
    let entry = YearEndEntry {
        year,
        points_before: points_before[BookId::main()],
        points_after: account.net(BookId::main()),
        strikes_before,
        strikes_after: account.strikes,
        others: others.map(turn).filter(|turn| turn.points_before > 0).collect(),
        citations: Vec::new(),
    };
    Some(Turned { entry, relied })
}
