//! What a successful appeal against a finding would restore.

use chrono::NaiveDateTime as DateTime;

use crate::limits;
use crate::simulate::account::Account;
use crate::simulate::answer::{Appeal, Relief, StrikeReason};
use crate::simulate::chosen::Chosen;
use crate::simulate::finding::{Request, RunFinding};
use crate::simulate::run::{Run, act, book};
use crate::simulate::same::same_cost;
use crate::simulate::{lives, time};

/// What a successful appeal against each of the latest findings would restore: the ledger
/// runs again without it.
pub(super) fn each(
    request: &Request<'_>,
    ran: &Run<'_>,
    now: &Account<'_>,
    at: DateTime,
) -> Vec<Appeal> {
    let chosen = Chosen::unwatched(&request.choices);
    let mut before = Account::new(request.ledger, chosen, &request.stated);
    let earlier = request.findings.len().saturating_sub(limits::LATEST_TOLD);
    let mut appeals = Vec::new();
    for (index, (finding, entry)) in request.findings.iter().zip(&ran.entries).enumerate() {
        let counts = !matches!(entry.reason, StrikeReason::Reversed | StrikeReason::NotCounted);
        if earlier <= index && counts {
            let appealed = Appealed { index, finding, before: &before };
            appeals.push(appealed.appeal(request, ran, now, at));
        }
        lives::pass_to(&mut before, finding.at);
        act(&mut before, finding);
    }
    appeals
}

/// A finding that is appealed.
struct Appealed<'f, 'a> {
    index: usize,
    finding: &'f RunFinding<'a>,
    /// The account before it.
    before: &'f Account<'a>,
}

impl<'a> Appealed<'_, 'a> {
    fn appeal(
        &self,
        request: &Request<'a>,
        ran: &Run<'_>,
        now: &Account<'_>,
        at: DateTime,
    ) -> Appeal {
        let later = self.index.saturating_add(1);
        let mut after = self.before.clone();
        lives::pass_to(&mut after, self.finding.at);
        act(&mut after, &RunFinding { reversed: true, ..self.finding.clone() });
        let mut others = Vec::with_capacity(ran.entries.len().saturating_sub(self.index));
        for finding in request.findings.iter().skip(later) {
            lives::pass_to(&mut after, finding.at);
            others.push(book(&mut after, finding).entry);
        }
        if let Some(until) = request.until {
            lives::pass_through(&mut after, until);
        }
        after.running.note_replaced(&mut others, later, request.ledger);
        let pairs = ran.entries.iter().skip(later).zip(&others);
        let changed = pairs.filter(|(one, other)| !same_cost(one, other));
        let book = ran.asides.get(self.index).map(|aside| aside.place.book);
        Appeal {
            finding: self.finding.id.clone(),
            points: book.map_or(0, |book| now.net(book).saturating_sub(after.net(book))),
            strikes: now.strikes.saturating_sub(after.strikes),
            reopens: now.closed.is_some() && after.closed.is_none(),
            entries: changed.map(|(one, _)| one.id.clone()).collect(),
            measures: reliefs(now, &after, at),
            status: after.status(),
        }
    }
}

/// The measures running at `at` that end at another time on another account, or do not run.
fn reliefs(now: &Account<'_>, after: &Account<'_>, at: DateTime) -> Vec<Relief> {
    let ledger = now.ledger;
    let instead = after.running.at(at);
    let mut reliefs = Vec::new();
    for (id, until) in now.running.at(at) {
        let other = instead.iter().find(|(other, _)| *other == id);
        if other.is_none_or(|(_, other)| *other != until) {
            let write = |at: DateTime| time::write(at, ledger);
            reliefs.push(Relief {
                code: ledger.measures[id].id.clone(),
                until: until.map(write),
                instead: other.and_then(|(_, until)| until.map(write)),
            });
        }
    }
    reliefs
}
