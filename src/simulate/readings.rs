//! Which readings of ambiguous texts make a difference to a ledger.

use std::cell::Cell;

use chrono::NaiveDate as Date;

use crate::compile::{CompiledReading, CompiledVariant, CompiledWindow, Id, When};

use super::account::Account;
use super::findings::Request;
use super::{Alternative, Entry, ReadingEntry, YearEndEntry, run};

/// How each ambiguous text is read, and which readings a run looked at.
#[derive(Clone, Copy)]
pub(super) struct Chosen<'a> {
    /// The choice of every reading.
    pub(super) choices: &'a [Id],
    /// The readings of which another choice would have changed what a rule says, as bits. One
    /// that is not among them makes no difference to the run.
    pub(super) looked_at: &'a Cell<u64>,
}

impl Chosen<'_> {
    /// Whether a rule holds on `day`.
    pub(super) fn holds(self, when: &When, day: Date) -> bool {
        if !when.in_force.holds_on(day) {
            return false;
        }
        let chosen = |reading: Id| self.choices.get(usize::from(reading)).copied();
        let otherwise = |(reading, choice): &&(Id, Id)| chosen(*reading) != Some(*choice);
        let mut missed = when.read.iter().filter(otherwise);
        match (missed.next(), missed.next()) {
            (None, _) => {
                when.read.iter().for_each(|(reading, _)| self.look_at(*reading));
                true
            }
            (Some((reading, _)), None) => {
                self.look_at(*reading);
                false
            }
            _ => false,
        }
    }

    /// Whether a window that is open on `day` ends with the year.
    pub(super) fn ends_with_year(self, window: &CompiledWindow, day: Date) -> bool {
        window.ends_with_year.as_ref().is_some_and(|when| self.holds(when, day))
    }

    /// The first of several values that holds on `day`.
    pub(super) fn first<T>(
        self,
        variants: &[CompiledVariant<T>],
        day: Date,
    ) -> Option<&CompiledVariant<T>> {
        variants.iter().find(|variant| self.holds(&variant.when, day))
    }

    fn look_at(self, reading: Id) {
        let bit = 1_u64.checked_shl(u32::from(reading)).unwrap_or(0);
        self.looked_at.set(self.looked_at.get() | bit);
    }

    /// Whether another choice of this reading could change the run.
    pub(super) fn looked_at(self, reading: usize) -> bool {
        let bit = u32::try_from(reading).ok().and_then(|reading| 1_u64.checked_shl(reading));
        bit.is_none_or(|bit| self.looked_at.get() & bit != 0)
    }
}

/// The readings of which another choice would change the outcome of a finding, the turn of a
/// year or where the account stands; each with the choices that would.
pub(super) fn that_matter(
    request: &Request<'_>,
    entries: &[Entry],
    account: &Account<'_>,
) -> Vec<ReadingEntry> {
    let mut matter = Vec::new();
    for (index, reading) in request.ledger.readings.iter().enumerate() {
        if !account.chosen.looked_at(index) {
            continue;
        }
        let alternatives = alternatives(request, entries, account, index, reading);
        if !alternatives.is_empty() {
            let chosen = request.choices.get(index).copied().unwrap_or(reading.default);
            matter.push(ReadingEntry {
                reading: reading.id.clone(),
                chosen: reading.choices.get(usize::from(chosen)).cloned().unwrap_or_default(),
                alternatives,
            });
        }
    }
    matter
}

fn alternatives(
    request: &Request<'_>,
    entries: &[Entry],
    account: &Account<'_>,
    index: usize,
    reading: &CompiledReading,
) -> Vec<Alternative> {
    let mut alternatives = Vec::new();
    for (number, choice) in (0..).zip(&reading.choices) {
        let mut choices: Vec<Id> = request.choices.clone();
        match choices.get_mut(index) {
            Some(chosen) if *chosen != number => *chosen = number,
            _ => continue,
        }
        let nothing = Cell::new(0);
        let chosen = Chosen { choices: &choices, looked_at: &nothing };
        let other = run(request, chosen, true);
        let changed = changed(entries, &other.entries);
        let status = other.account.status();
        let years = |account: &Account<'_>| {
            // A turn that changed nothing is like none.
            let numbers = |end: &YearEndEntry| {
                let before = (end.points_before, end.strikes_before);
                (before, (end.points_after, end.strikes_after))
            };
            let turns = account.year_ends.iter().map(|end| (end.year, numbers(end)));
            turns.filter(|(_, (before, after))| before != after).collect::<Vec<_>>()
        };
        let same = changed.is_empty()
            && status == account.status()
            && years(&other.account) == years(account);
        if !same {
            alternatives.push(Alternative { choice: choice.clone(), entries: changed, status });
        }
    }
    alternatives
}

/// The findings whose outcome differs.
fn changed(entries: &[Entry], others: &[Entry]) -> Vec<String> {
    let pairs = entries.iter().zip(others);
    pairs.filter(|(one, other)| !same_outcome(one, other)).map(|(one, _)| one.id.clone()).collect()
}

/// Whether two findings cost the same and leave the account at the same counts. The window
/// they fell into, the number of points they reached and the provisions behind them may
/// differ.
pub(super) fn same_outcome(one: &Entry, other: &Entry) -> bool {
    let counts = |entry: &Entry| (entry.ledger, entry.strikes);
    same_cost(one, other) && counts(one) == counts(other)
}

/// Whether two findings cost the same, whatever the account stood at before.
pub(super) fn same_cost(one: &Entry, other: &Entry) -> bool {
    let numbers = |entry: &Entry| {
        let Entry { points, lost, raised, strike, closes, .. } = *entry;
        (points, lost, raised, strike, closes)
    };
    numbers(one) == numbers(other)
        && one.tier == other.tier
        && one.book == other.book
        && one.measures == other.measures
        && one.money == other.money
}
