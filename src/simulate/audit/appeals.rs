//! Which findings to put right first: those for which more was taken than is due, by what that
//! changes on the account as it stands by the platform's numbers.

use std::cmp::Reverse;

use chrono::NaiveDateTime as DateTime;

use crate::compile::CompiledLedger;
use crate::limits;
use crate::simulate::answer::{Correction, EntryAudit, Status};
use crate::simulate::chosen::Chosen;
use crate::simulate::finding::{Forced, Request};
use crate::simulate::run::{Run, rerun};
use crate::sorted::insert_by;

use super::booked::{closes, forced, replaced};
use super::burden::{self, Burden};
use super::explain::is_wrong;

/// A finding for which more was taken than is due.
struct Wrong {
    /// Its place.
    place: usize,
    /// What is booked for it once that is put right.
    right: Forced,
    /// Measures stated that are not due.
    not_due: usize,
    /// Whether it is so for certain under every reading tried.
    certain: bool,
}

/// What puts findings right.
pub(super) struct Appeals {
    /// Of every finding, largest effect first.
    pub(super) corrections: Vec<Correction>,
    /// Whether these are all.
    pub(super) all: bool,
}

/// What puts each of these findings right, largest effect first.
pub(super) fn each(request: &Request<'_>, ran: &Run<'_>, booked: &Run<'_>) -> Appeals {
    let mut wrong = wrong(request, ran);
    let runs = limits::CORRECTIONS_BOOKED
        .checked_div(request.findings.len().saturating_mul(2))
        .unwrap_or(limits::LATEST_TOLD);
    let left_out = wrong.len().saturating_sub(runs.min(limits::LATEST_TOLD));
    wrong.drain(..left_out);
    let mut ledger = replaced(request);
    let mut told: Vec<_> = Vec::with_capacity(wrong.len());
    for one in wrong {
        let was = put(&mut ledger, one.place, one.right);
        let (effect, correction) = effect(&ledger, ran, booked, &one);
        put(&mut ledger, one.place, was);
        let day = request.findings.get(one.place).map(|finding| finding.at.date());
        let key = (Reverse(effect), day, correction.finding.clone());
        insert_by(&mut told, (key, one, correction), |(one, ..), (other, ..)| one.cmp(other));
    }
    let mut corrections = Vec::with_capacity(told.len());
    for (_, one, mut correction) in told {
        put(&mut ledger, one.place, one.right);
        correction.together = status(&ledger);
        corrections.push(correction);
    }
    Appeals { corrections, all: left_out == 0 }
}

/// What putting a finding right changes: what weighs most stands first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Gain {
    reopens: bool,
    spared: Burden,
    not_due: usize,
    strikes: i64,
    points: i64,
}

/// Books something else for a finding, and returns what was booked.
fn put(ledger: &mut Request<'_>, place: usize, forced: Forced) -> Forced {
    let finding = ledger.findings.get_mut(place);
    finding.map_or(Forced::default(), |finding| std::mem::replace(&mut finding.forced, forced))
}

fn status(ledger: &Request<'_>) -> Status {
    rerun(ledger, Chosen::unwatched(&ledger.choices)).account.status()
}

/// The findings for which more was taken than is due, and what is right.
fn wrong(request: &Request<'_>, ran: &Run<'_>) -> Vec<Wrong> {
    let ledger = request.ledger;
    let findings = request.findings.iter().zip(&ran.entries).zip(&ran.asides).enumerate();
    let wrong = findings.filter_map(|(place, ((finding, entry), aside))| {
        let audit = entry.audit.as_ref()?;
        let mut right = forced(finding, ledger);
        let points = points_against(audit, ledger.tiers[aside.place.tier].credit);
        if points {
            right.points = Some(entry.points);
        }
        let strike = audit.strike.as_ref().is_some_and(|strike| strike.taken && !strike.due);
        if strike {
            right.strike = Some(false);
        }
        let measures = audit.measures.as_ref();
        let not_due = measures.map_or(&[][..], |measures| measures.not_due.as_slice());
        if closing(not_due, ledger) {
            right.closes = false;
        }
        let not_due = not_due.len();
        let certain = points && audit.points.as_ref().is_some_and(|one| is_wrong(one.verdict))
            || strike && audit.strike.as_ref().is_some_and(|one| is_wrong(one.verdict))
            || not_due > 0 && audit.measures.as_ref().is_some_and(|one| is_wrong(one.verdict));
        (points || strike || not_due > 0).then_some(Wrong { place, right, not_due, certain })
    });
    wrong.collect()
}

/// Whether one of the measures of these names closes the account.
fn closing(names: &[String], ledger: &CompiledLedger) -> bool {
    let ids = names.iter().filter_map(|name| ledger.measures.find(|known| known.id == *name));
    closes(&ids.collect::<Vec<_>>(), ledger)
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
    ran: &Run<'_>,
    booked: &Run<'_>,
    one: &Wrong,
) -> (Gain, Correction) {
    let after = rerun(ledger, Chosen::unwatched(&ledger.choices));
    let (was, is) = (&booked.account, &after.account);
    let reopens = was.closed.is_some() && is.closed.is_none();
    let end = ledger.findings.last().map_or(DateTime::MAX, |finding| finding.at);
    let weight = |run: &Run<'_>| Burden::of(&run.account.running, end);
    let spared = weight(&after).spared_from(weight(booked));
    let fewer = |was: u32, is: u32| i64::from(was) - i64::from(is);
    let strikes = fewer(was.strikes, is.strikes);
    let book = ran.asides.get(one.place).map(|aside| aside.place.book);
    let points = book.map_or(0, |book| fewer(was.net(book), is.net(book)));
    let finding = ledger.findings.get(one.place);
    let correction = Correction {
        finding: finding.map_or_else(String::new, |finding| finding.id.clone()),
        certain: one.certain,
        reopens,
        measures: burden::changes(&booked.entries, &after.entries),
        strikes: u32::try_from(strikes).unwrap_or(0),
        points: u32::try_from(points).unwrap_or(0),
        status: is.status(),
        together: is.status(),
    };
    (Gain { reopens, spared, not_due: one.not_due, strikes, points }, correction)
}
