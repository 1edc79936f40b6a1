//! Entries and accounts, column by column.

use chrono::{NaiveDateTime as DateTime, Timelike};

use crate::compile::CompiledLedger;
use crate::day;

use super::super::account::{Account, BookState};
use super::super::answer::{ClosedBy, StrikeReason};
use super::super::run::Act;
use super::findings::{NOT_STATED, ReadFinding};

/// Why a finding is a strike, or why not, by the codes.
pub(super) const REASONS: [StrikeReason; 7] = [
    StrikeReason::Own,
    StrikeReason::OpenedWindow,
    StrikeReason::Merged,
    StrikeReason::NotOfTier,
    StrikeReason::NotInForce,
    StrikeReason::NotCounted,
    StrikeReason::Reversed,
];

/// What closed an account, by the codes. The code after the last is that of one that is open.
pub(super) const CLOSED_BY: [ClosedBy; 4] =
    [ClosedBy::Points, ClosedBy::Strikes, ClosedBy::Both, ClosedBy::Finding];

/// What findings led to, a value for each row.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct EntryColumns {
    /// The tier that each was judged under, after any upgrade.
    pub tier: Vec<u8>,
    /// The book in which its points are counted.
    pub book: Vec<u8>,
    /// Points booked, or taken off by a tier that does so.
    pub points: Vec<u32>,
    /// Points not booked because the window's cap was used up.
    pub lost: Vec<u32>,
    /// Points that the closure of the account booked besides.
    pub raised: Vec<u32>,
    /// The points in its book after the finding.
    pub ledger: Vec<u32>,
    /// The strikes after the finding.
    pub strikes: Vec<u32>,
    /// 1, where the finding is a strike of its own.
    pub strike: Vec<u8>,
    /// Why it is a strike, or why not.
    pub reason: Vec<u8>,
    /// The number of points it reached at which measures are due; [`NOT_STATED`] where it reached
    /// none.
    pub node: Vec<u32>,
    /// 1, where it closed the account.
    pub closes: Vec<u8>,
    /// The measures that began with it: as many words for each row as the description says. One
    /// in whose place a graver one began at the same moment is among them.
    pub measures: Vec<u32>,
    /// How many words these take.
    words: usize,
}

/// Where accounts stand, a value for each seller.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct AccountColumns {
    /// The seller.
    pub seller: Vec<u32>,
    /// How many findings there were.
    pub findings: Vec<u32>,
    /// What closed it; 255, while it is open.
    pub closed_by: Vec<u8>,
    /// The day on which it was closed, in days since 1970-01-01; the least `i32`, while it is open.
    pub closed_day: Vec<i32>,
    /// The second of that day, since midnight; [`NOT_STATED`], while it is open.
    pub closed_second: Vec<u32>,
    /// The strikes.
    pub strikes: Vec<u32>,
    /// The points of every book, book after book: as many values for each seller as there are
    /// books.
    pub points: Vec<u32>,
}

/// The code of an account that is open.
pub(super) const STILL_OPEN: u8 = u8::MAX;

/// The day of closure of an account that is open.
pub(super) const NO_DAY: i32 = i32::MIN;

impl EntryColumns {
    /// Without a row, with room for so many.
    pub(super) fn with_room(ledger: &CompiledLedger, rows: usize) -> Self {
        let words = words(ledger);
        let (bytes, numbers) = (|| Vec::with_capacity(rows), || Vec::with_capacity(rows));
        Self {
            tier: bytes(),
            book: bytes(),
            points: numbers(),
            lost: numbers(),
            raised: numbers(),
            ledger: numbers(),
            strikes: numbers(),
            strike: bytes(),
            reason: bytes(),
            node: numbers(),
            closes: bytes(),
            measures: vec![0; rows * words],
            words,
        }
    }

    /// Adds what a finding did.
    pub(super) fn push(&mut self, account: &Account<'_>, Act { booked, effects }: &Act<'_>) {
        let row = self.tier.len();
        let (place, rules) = (booked.place, account.ledger);
        self.tier.push(code(rules.tiers.place(place.tier)));
        self.book.push(code(rules.books.place(place.book)));
        self.points.push(booked.points);
        self.lost.push(booked.lost);
        self.raised.push(effects.raised);
        self.ledger.push(account.net(place.book));
        self.strikes.push(account.strikes);
        self.strike.push(u8::from(booked.strikes > 0));
        self.reason.push(place_in(&REASONS, &booked.reason));
        self.node.push(effects.node.unwrap_or(NOT_STATED));
        self.closes.push(u8::from(effects.closes));
        for begun in &effects.measures {
            let measure = rules.measures.place(begun.id);
            let word = self.measures.get_mut(row * self.words + measure / 32);
            word.into_iter().for_each(|word| *word |= 1 << (measure % 32));
        }
    }
}

impl AccountColumns {
    /// Adds the account of a seller.
    pub(super) fn push(&mut self, account: &Account<'_>, own: &[ReadFinding]) {
        let Some(first) = own.first() else { return };
        self.seller.push(first.seller);
        self.findings.push(u32::try_from(own.len()).unwrap_or(u32::MAX));
        let closed = account.closed;
        self.closed_by.push(closed.map_or(STILL_OPEN, |closed| place_in(&CLOSED_BY, &closed.by)));
        self.closed_day.push(closed.map_or(NO_DAY, |closed| day::number(closed.at.date())));
        let second = |at: DateTime| at.num_seconds_from_midnight();
        self.closed_second.push(closed.map_or(NOT_STATED, |closed| second(closed.at)));
        self.strikes.push(account.strikes);
        self.points.extend(account.books.values().map(BookState::net));
    }
}

/// How many words it takes to have a bit for each measure.
pub(super) fn words(ledger: &CompiledLedger) -> usize {
    ledger.measures.len().div_ceil(32)
}

/// The code of one of a list that is shorter than there are codes.
fn place_in<T: PartialEq>(list: &[T], one: &T) -> u8 {
    let place = list.iter().position(|known| known == one);
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(STILL_OPEN)
}

/// A place as a code: there are no more tiers and books than codes.
fn code(place: usize) -> u8 {
    u8::try_from(place).unwrap_or(u8::MAX)
}
