//! The account by the platform's numbers, held against the one that the rules support.

use crate::simulate::answer::{Agreement, Audit, EntryAudit, Status, YearEndEntry};
use crate::simulate::chosen::Chosen;
use crate::simulate::finding::Request;
use crate::simulate::run::{Run, run};

use super::booked::replaced;
use super::{appeals, burden};

/// Holds the account against the one by the platform's numbers. `exhaustive` says whether every
/// reading was tried so far.
pub(super) fn audit(request: &Request<'_>, ran: &Run<'_>, exhaustive: bool) -> Audit {
    let taken = replaced(request);
    let booked = run(&taken, Chosen::unwatched(&taken.choices));
    let appeals::Appeals { corrections: appeals, all } = appeals::each(request, ran, &booked);
    let audits = ran.entries.iter().filter_map(|entry| entry.audit.as_ref());
    let audits: Vec<&EntryAudit> = audits.collect();
    let count = |holds: &dyn Fn(&EntryAudit) -> bool| {
        number(audits.iter().filter(|audit| holds(audit)).count())
    };
    let is = |audit: &EntryAudit, wanted: fn(Agreement) -> bool| audit.verdicts().any(wanted);
    let agree = count(&|audit| audit.verdicts().all(|one| one == Agreement::Agrees));
    let differ = count(&|audit| is(audit, |one| matches!(one, Agreement::More | Agreement::Less)));
    let stated = number(audits.len());
    let assumed = |states: fn(&EntryAudit) -> bool| {
        let entries = ran.entries.iter();
        number(entries.filter(|entry| !entry.audit.as_ref().is_some_and(states)).count())
    };
    let (by_rules, by_platform) = (ran.account.status(), booked.account.status());
    let closed = |open: &Status| (open.open, open.closed_by, open.closed_at.clone());
    Audit {
        stated,
        agree,
        differ,
        explained: stated.saturating_sub(agree).saturating_sub(differ),
        points_assumed: assumed(|audit| audit.points.is_some()),
        strikes_assumed: assumed(|audit| audit.strike.is_some()),
        closure: closed(&by_rules) != closed(&by_platform),
        turns: turns(&ran.year_ends, &booked.year_ends),
        measures: burden::changes(&booked.entries, &ran.entries),
        status: by_platform,
        year_ends: booked.year_ends,
        appeals,
        exhaustive: exhaustive && all,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The years whose turn leaves something else.
fn turns(by_rules: &[YearEndEntry], by_platform: &[YearEndEntry]) -> Vec<i32> {
    let left = |end: &YearEndEntry| {
        let others = end.others.iter().filter(|other| other.points_after > 0);
        let others = others.map(|other| (other.book.clone(), other.points_after));
        (end.points_after, end.strikes_after, others.collect::<Vec<_>>())
    };
    let of_year = |year: i32| by_rules.iter().find(|end| end.year == year).map(left);
    let differ = by_platform.iter().filter(|end| of_year(end.year) != Some(left(end)));
    differ.map(|end| end.year).collect()
}
