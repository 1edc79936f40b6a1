//! Points and strikes that lapse, and the turn of the year.

use std::collections::VecDeque;

use chrono::{Datelike, NaiveDate as Date, NaiveDateTime as DateTime, NaiveTime};

use crate::compile::{CompiledLife, CompiledVariant};
use crate::day;
use crate::decide::Citation;
use crate::rulebook::{Confidence, Counted, LifeFrom};

use super::account::Account;
use super::{BookTurn, LapseEntry, YearEndEntry, time};

/// Points or strikes that lapse, oldest first.
pub(super) type Lapsing<'a> = VecDeque<Lot<'a>>;

/// Points or strikes that lapse together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lot<'a> {
    /// When they lapse.
    pub(super) at: DateTime,
    /// How many they are.
    pub(super) number: u32,
    /// The rule by which they do.
    life: &'a CompiledVariant<CompiledLife>,
}

impl<'a> Lot<'a> {
    pub(super) fn new(at: DateTime, life: &'a CompiledVariant<CompiledLife>, number: u32) -> Self {
        let from = match life.is.from {
            LifeFrom::Instant => at,
            LifeFrom::Day => at.date().and_time(NaiveTime::MIN),
        };
        Self { at: time::after_days(from, life.is.days), number, life }
    }

    /// Queues up among others by when they lapse.
    pub(super) fn queue(self, lots: &mut Lapsing<'a>) {
        let place = lots.partition_point(|lot| lot.at <= self.at);
        lots.insert(place, self);
    }
}

/// What has lapsed by `at`.
fn due<'a>(lots: &mut Lapsing<'a>, at: DateTime) -> Option<Lot<'a>> {
    let due = lots.front().is_some_and(|lot| lot.at <= at);
    due.then(|| lots.pop_front())?
}

impl Account<'_> {
    /// Lets points and strikes lapse that are due by `at`, unless the account is closed.
    pub(super) fn lapse(&mut self, at: DateTime) {
        if self.closed.is_some() {
            return;
        }
        let ledger = self.ledger;
        let mut lapsed = Vec::new();
        for (rules, book) in ledger.books.iter().zip(&mut self.books) {
            while let Some(lot) = due(&mut book.lots, at) {
                book.points = book.points.saturating_sub(lot.number);
                lapsed.push((lot, Some(&rules.id)));
            }
        }
        while let Some(lot) = due(&mut self.strike_lots, at) {
            self.strikes = self.strikes.saturating_sub(lot.number);
            lapsed.push((lot, None));
        }
        lapsed.sort_by_key(|(lot, _)| lot.at);
        for (lot, book) in lapsed {
            let (points, strikes) = if book.is_some() { (lot.number, 0) } else { (0, lot.number) };
            let at = time::write(lot.at, ledger);
            self.lapses.push(LapseEntry { at, book: book.cloned(), points, strikes });
            let CompiledVariant { is: life, confidence, .. } = lot.life;
            let kind = if book.is_some() { "book" } else { "strike_life" };
            let confidence = life.confidence.min(*confidence);
            let day = lot.at.date();
            self.rely(&mut Vec::new(), kind, &life.id, &life.cite, confidence, day);
        }
    }

    /// Lets every year end that lies between where the account stands and `today`.
    pub(super) fn turn_years(&mut self, today: Date) {
        let begin = self.year.unwrap_or(today.year());
        for year in begin..today.year() {
            self.turn(year);
        }
        self.year = Some(today.year());
    }

    /// The end of a year. A closed account stays as it is.
    fn turn(&mut self, year: i32) {
        let last_day = day::last_of(year);
        let points_before: Vec<u32> = self.books.iter().map(super::account::Book::net).collect();
        let strikes_before = self.strikes;
        let ledger = self.ledger;
        let mut behind: Vec<Citation> = Vec::new();
        let mut turned = false;
        let (rules, chosen) = (ledger.year_ends.iter(), self.chosen);
        for rule in rules.filter(|rule| chosen.holds(&rule.when, last_day)) {
            turned = true;
            // Nothing to turn over is nothing to rely on, except in the main book.
            let stood = self.count(rule.counts, rule.book);
            if self.closed.is_none() {
                self.clear(rule.counts, rule.book, rule.carry_from, rule.carry);
            }
            if stood > 0 || rule.book == 0 {
                let confidence = if stood > 0 { rule.confidence } else { Confidence::High };
                self.rely(&mut behind, "year_end", &rule.id, &rule.cite, confidence, last_day);
            }
        }
        self.strikes_of_year = 0;
        self.sums.iter_mut().for_each(|sum| *sum = 0);
        if !turned {
            return;
        }
        let others = ledger.books.iter().zip(&self.books).zip(&points_before).skip(1);
        let others = others.filter(|(_, before)| **before > 0);
        self.year_ends.push(YearEndEntry {
            year,
            points_before: points_before.first().copied().unwrap_or(0),
            points_after: self.net(0),
            strikes_before,
            strikes_after: self.strikes,
            others: others
                .map(|((rules, book), before)| BookTurn {
                    book: rules.id.clone(),
                    points_before: *before,
                    points_after: book.net(),
                })
                .collect(),
            citations: behind,
        });
    }

    /// Clears a count, or leaves what is carried over.
    fn clear(&mut self, counts: Counted, book: u16, carry_from: Option<u32>, carry: Option<u32>) {
        match counts {
            Counted::Points => {
                let Some(book) = self.books.get_mut(usize::from(book)) else { return };
                let booked = book.net().saturating_sub(book.carried);
                let carries = carry_from.is_some_and(|from| from <= booked);
                book.carried = carry.filter(|_| carries).unwrap_or(0);
                book.points = book.carried;
                book.credits = 0;
                book.lots.clear();
            }
            Counted::Strikes | Counted::StrikesOfYear => {
                self.strikes = 0;
                self.strike_lots.clear();
            }
        }
    }
}
