//! Which findings to put right first: those for which more was taken than is due, by what that
//! changes on the account as it stands by the platform's numbers.

use std::cell::Cell;
use std::cmp::Reverse;

use crate::compile::Id;
use crate::limits;
use crate::simulate::findings::{Forced, Request};
use crate::simulate::{Entry, Run, Status};

use super::burden::{self, Burden};
use super::entry::Due;
use super::{Agreement, Correction, EntryAudit, audited, forced, replaced, rerun};

/// A finding for which more was taken than is due.
struct Wrong {
    /// Its place.
    place: usize,
    /// What is booked for it once that is put right.
    right: Forced,
    /// Measures stated that are not due.
    not_due: usize,
    /// Whether it is so under every reading tried.
    certain: bool,
}

/// What puts each of these findings right, largest effect first, and whether these are all.
pub(super) fn each(
    request: &Request<'_>,
    entries: &[Entry],
    booked: &Run<'_>,
) -> (Vec<Correction>, bool) {
    let mut wrong = wrong(request, entries, booked);
    let runs = limits::CORRECTIONS_BOOKED
        .checked_div(request.findings.len().saturating_mul(2))
        .unwrap_or(limits::LATEST_TOLD);
    let left_out = wrong.len().saturating_sub(runs.min(limits::LATEST_TOLD));
    wrong.drain(..left_out);
    let mut ledger = replaced(request, forced);
    let mut told: Vec<_> = wrong
        .into_iter()
        .map(|one| {
            let was = put(&mut ledger, one.place, one.right);
            let (effect, correction) = effect(&ledger, entries, booked, &one);
            put(&mut ledger, one.place, was);
            (effect, one, correction)
        })
        .collect();
    told.sort_by_cached_key(|(effect, one, correction)| {
        let day = request.findings.get(one.place).map(|finding| finding.at.date());
        (Reverse(*effect), day, correction.finding.clone())
    });
    let mut corrections = Vec::with_capacity(told.len());
    for (_, one, mut correction) in told {
        put(&mut ledger, one.place, one.right);
        correction.together = status(&ledger);
        corrections.push(correction);
    }
    (corrections, left_out == 0)
}

/// What weighs most stands first.
type Effect = (bool, Burden, usize, i64, i64);

/// Books something else for a finding, and returns what was booked.
fn put(ledger: &mut Request<'_>, place: usize, forced: Forced) -> Forced {
    let finding = ledger.findings.get_mut(place);
    finding.map_or(Forced::default(), |finding| std::mem::replace(&mut finding.forced, forced))
}

fn status(ledger: &Request<'_>) -> Status {
    let nothing = Cell::new(0);
    rerun(ledger, &nothing, true).account.status()
}

/// The findings for which more was taken than is due, and what is right.
fn wrong(request: &Request<'_>, entries: &[Entry], booked: &Run<'_>) -> Vec<Wrong> {
    let findings = request.findings.iter().zip(entries).zip(&booked.bases).enumerate();
    let wrong = findings.filter_map(|(place, ((finding, entry), basis))| {
        let audit = audited(entry)?;
        let credit = Due { ledger: request.ledger, entry, basis }.is_credit();
        let mut right = forced(finding);
        let points = points_against(audit, credit);
        if points {
            right.points = Some(entry.points);
        }
        let strike = audit.strike.as_ref().is_some_and(|strike| strike.taken && !strike.due);
        if strike {
            right.strike = Some(false);
        }
        let not_due = audit.measures.as_ref().map_or(0, |measures| measures.not_due.len());
        let unexplained = |verdict: Option<Agreement>| {
            verdict.is_some_and(|verdict| verdict != Agreement::Explained)
        };
        let certain = points && unexplained(audit.points.as_ref().map(|one| one.verdict))
            || strike && unexplained(audit.strike.as_ref().map(|one| one.verdict))
            || not_due > 0 && unexplained(audit.measures.as_ref().map(|one| one.verdict));
        (points || strike || not_due > 0).then_some(Wrong { place, right, not_due, certain })
    });
    wrong.collect()
}

/// Whether the points weigh more on the account than those due.
fn points_against(audit: &EntryAudit, credit: bool) -> bool {
    audit.points.as_ref().is_some_and(|points| {
        if credit { points.taken < points.due } else { points.due < points.taken }
    })
}

/// What it changes to put one finding right. `ledger` holds it put right.
fn effect(
    ledger: &Request<'_>,
    entries: &[Entry],
    booked: &Run<'_>,
    one: &Wrong,
) -> (Effect, Correction) {
    let nothing = Cell::new(0);
    let after = rerun(ledger, &nothing, true);
    let entry = entries.get(one.place);
    let name = entry.map_or("", |entry| entry.book.as_str());
    let book = ledger.ledger.books.iter().position(|book| book.id == name);
    let book = book.and_then(|book| Id::try_from(book).ok()).unwrap_or(0);
    let (was, is) = (&booked.account, &after.account);
    let reopens = was.closed.is_some() && is.closed.is_none();
    let weight = |run: &Run<'_>| Burden::of(&run.entries, ledger.ledger);
    let spared = weight(&after).spared_from(weight(booked));
    let fewer = |was: u32, is: u32| i64::from(was) - i64::from(is);
    let strikes = fewer(was.strikes, is.strikes);
    let points = fewer(was.net(book), is.net(book));
    let correction = Correction {
        finding: entry.map_or_else(String::new, |entry| entry.id.clone()),
        certain: one.certain,
        reopens,
        measures: burden::changes(&booked.entries, &after.entries),
        strikes: u32::try_from(strikes).unwrap_or(0),
        points: u32::try_from(points).unwrap_or(0),
        status: is.status(),
        together: is.status(),
    };
    ((reopens, spared, one.not_due, strikes, points), correction)
}
