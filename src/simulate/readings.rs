//! Which readings of ambiguous texts make a difference to a ledger.

use crate::compile::ReadingId;

use super::answer::{Alternative, Entry, ReadingEntry, YearEndEntry};
use super::chosen::{Chosen, LookedAt};
use super::finding::Request;
use super::run::{Run, rerun};
use super::same::same_outcome;

/// The readings of which another choice would change the outcome of a finding, the turn of a
/// year or where the account stands; each with the choices that would. Only those that the run
/// looked at can.
pub(super) fn that_matter(
    request: &Request<'_>,
    ran: &Run<'_>,
    looked_at: &LookedAt,
) -> Vec<ReadingEntry> {
    let mut matter = Vec::new();
    for (id, reading) in &request.ledger.readings {
        if !looked_at.has(id) {
            continue;
        }
        let alternatives = alternatives(request, ran, id);
        if !alternatives.is_empty() {
            matter.push(ReadingEntry {
                reading: reading.id.clone(),
                chosen: reading.choices[request.choices[id]].clone(),
                alternatives,
            });
        }
    }
    matter
}

fn alternatives(request: &Request<'_>, ran: &Run<'_>, id: ReadingId) -> Vec<Alternative> {
    let mut alternatives = Vec::new();
    let status = ran.account.status();
    for (choice, name) in &request.ledger.readings[id].choices {
        if choice == request.choices[id] {
            continue;
        }
        let mut choices = request.choices.clone();
        choices[id] = choice;
        let other = rerun(request, Chosen::unwatched(&choices));
        let entries = changed(&ran.entries, &other.entries);
        let other_status = other.account.status();
        let same = entries.is_empty()
            && other_status == status
            && turns(&other.year_ends) == turns(&ran.year_ends);
        if !same {
            alternatives.push(Alternative { choice: name.clone(), entries, status: other_status });
        }
    }
    alternatives
}

/// What the turns of the years did: one that changed nothing is like none.
fn turns(year_ends: &[YearEndEntry]) -> Vec<(i32, [u32; 2], [u32; 2])> {
    let numbers = |end: &YearEndEntry| {
        let before = [end.points_before, end.strikes_before];
        (end.year, before, [end.points_after, end.strikes_after])
    };
    year_ends.iter().map(numbers).filter(|(_, before, after)| before != after).collect()
}

/// The findings whose outcome differs.
fn changed(entries: &[Entry], others: &[Entry]) -> Vec<String> {
    let pairs = entries.iter().zip(others);
    pairs.filter(|(one, other)| !same_outcome(one, other)).map(|(one, _)| one.id.clone()).collect()
}
