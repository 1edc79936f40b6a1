//! What a successful appeal against a finding would restore.

use std::cell::Cell;

use chrono::NaiveDateTime as DateTime;

use crate::compile::Id;
use crate::limits;
use crate::simulate::account::Account;
use crate::simulate::findings::{Finding, Request};
use crate::simulate::readings::{Chosen, same_cost};
use crate::simulate::{Entry, StrikeReason, time};

use super::{Appeal, Relief};

/// What a successful appeal against each of the latest findings would restore: the ledger
/// runs again without it.
pub(super) fn each(
    request: &Request<'_>,
    entries: &[Entry],
    now: &Account<'_>,
    at: DateTime,
) -> Vec<Appeal> {
    let nothing = Cell::new(0);
    let chosen = Chosen { choices: &request.choices, looked_at: &nothing };
    let mut before = Account::new(request.rulebook, request.ledger, chosen, &request.stated);
    before.silent = true;
    let earlier = request.findings.len().saturating_sub(limits::LATEST_TOLD);
    let mut appeals = Vec::new();
    for (index, (finding, entry)) in request.findings.iter().zip(entries).enumerate() {
        let counts = !matches!(entry.reason, StrikeReason::Reversed | StrikeReason::NotCounted);
        if earlier <= index && counts {
            appeals.push(appeal(request, entries, (&before, now), (index, finding), at));
        }
        before.pass_to(finding.at);
        before.book(finding);
    }
    appeals
}

fn appeal<'a>(
    request: &Request<'a>,
    entries: &[Entry],
    (before, now): (&Account<'a>, &Account<'_>),
    (index, appealed): (usize, &Finding<'a>),
    at: DateTime,
) -> Appeal {
    let mut after = before.clone();
    let mut rerun = Vec::with_capacity(entries.len().saturating_sub(index));
    after.pass_to(appealed.at);
    after.book(&Finding { reversed: true, ..appealed.clone() });
    for finding in request.findings.iter().skip(index + 1) {
        after.pass_to(finding.at);
        rerun.push(after.book(finding));
    }
    if let Some(until) = request.until {
        after.pass_through(until);
    }
    let ledger = request.ledger;
    after.running.note_replaced(&mut rerun, index + 1, ledger);
    let book = entries.get(index).map(|entry| entry.book.as_str());
    let book = ledger.books.iter().position(|known| Some(known.id.as_str()) == book);
    let book = book.and_then(|book| Id::try_from(book).ok()).unwrap_or(0);
    let runs = |account: &Account<'_>| account.running.at(at);
    let instead = runs(&after);
    let mut measures = Vec::new();
    for (id, until) in runs(now) {
        let other = instead.iter().find(|(other, _)| *other == id);
        let Some(measure) = ledger.measures.get(usize::from(id)) else { continue };
        if other.is_none_or(|(_, other)| *other != until) {
            let write = |at: DateTime| time::write(at, ledger);
            measures.push(Relief {
                code: measure.id.clone(),
                until: until.map(write),
                instead: other.and_then(|(_, until)| until.map(write)),
            });
        }
    }
    let others = entries.iter().skip(index + 1).zip(&rerun);
    let changed = others.filter(|(one, other)| !same_cost(one, other));
    Appeal {
        finding: appealed.id.clone(),
        points: now.net(book).saturating_sub(after.net(book)),
        strikes: now.strikes.saturating_sub(after.strikes),
        reopens: now.closed.is_some() && after.closed.is_none(),
        entries: changed.map(|(one, _)| one.id.clone()).collect(),
        measures,
        status: after.status(),
    }
}
