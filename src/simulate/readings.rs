//! Which readings of ambiguous texts make a difference to a ledger.

use crate::compile::{CompiledReading, Id};

use super::account::Account;
use super::findings::Request;
use super::{Alternative, Entry, ReadingEntry, Run, run};

/// The readings of which another choice would change the outcome of a finding, the turn of a
/// year or where the account stands; each with the choices that would.
pub(super) fn that_matter(
    request: &Request<'_>,
    entries: &[Entry],
    account: &Account<'_>,
) -> Vec<ReadingEntry> {
    let mut matter = Vec::new();
    for (index, reading) in request.ledger.readings.iter().enumerate() {
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
        let other = run(request, &choices, true);
        let changed = changed(entries, &other);
        let status = other.account.status();
        let years = |account: &Account<'_>| {
            let years = account.year_ends.iter();
            years.map(|end| (end.points_after, end.strikes_after)).collect::<Vec<_>>()
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
fn changed(entries: &[Entry], other: &Run<'_>) -> Vec<String> {
    let pairs = entries.iter().zip(&other.entries);
    pairs.filter(|(one, other)| !same_outcome(one, other)).map(|(one, _)| one.id.clone()).collect()
}

/// Whether two findings cost the same. The window they fell into and the provisions behind
/// them may differ.
fn same_outcome(one: &Entry, other: &Entry) -> bool {
    let numbers = |entry: &Entry| {
        let Entry { points, lost, raised, ledger, strikes, strike, node, closes, .. } = *entry;
        (points, lost, raised, ledger, strikes, strike, node, closes)
    };
    numbers(one) == numbers(other)
        && one.tier == other.tier
        && one.book == other.book
        && one.measures == other.measures
        && one.money == other.money
}
