//! The audit: what a platform booked, held against what the rules give.

mod account;
mod answer;
mod appeals;
mod burden;
mod entry;
mod explain;

use std::cell::Cell;

use super::findings::{Finding, Forced, Request};
use super::readings::Chosen;
use super::taken::Taken;
use super::{Entry, Run, run};

pub use answer::{
    Agreement, Audit, Correction, EntryAudit, MeasureChange, MeasuresAudit, PointsAudit, ReadSo,
    StrikeAudit,
};

use entry::Due;

/// Holds every finding of a run, and then the account, against what the platform booked; nothing
/// is done, and nothing answered, where no finding states what that was.
pub(super) fn audit(request: &Request<'_>, ran: &mut Run<'_>) -> Option<Audit> {
    if request.findings.iter().all(|finding| finding.taken.is_none()) {
        return None;
    }
    let findings = request.findings.iter().zip(&ran.bases);
    for (entry, (finding, basis)) in ran.entries.iter_mut().zip(findings) {
        if let Some(taken) = &finding.taken {
            let due = Due { ledger: request.ledger, entry, basis };
            entry.audit = Some(entry::audit(request, finding, taken, due));
        }
    }
    let exhaustive = explain::explain(request, &mut ran.entries);
    Some(account::audit(request, ran, exhaustive))
}

/// What the platform is said to have booked for a finding.
fn forced(finding: &Finding<'_>) -> Forced {
    let Some(Taken { points, strike, .. }) = finding.taken else { return Forced::default() };
    Forced { points, strike }
}

/// The same ledger, with what is booked for each finding in place of what the rules give.
fn replaced<'a>(request: &Request<'a>, forced: impl Fn(&Finding<'a>) -> Forced) -> Request<'a> {
    let findings = request.findings.iter();
    Request {
        rulebook: request.rulebook,
        ledger: request.ledger,
        findings: findings.map(|one| Finding { forced: forced(one), ..one.clone() }).collect(),
        until: request.until,
        choices: request.choices.clone(),
        stated: request.stated.clone(),
    }
}

/// Runs a ledger in which numbers were replaced.
fn rerun<'a>(request: &'a Request<'a>, looked_at: &'a Cell<u64>, silent: bool) -> Run<'a> {
    run(request, Chosen { choices: &request.choices, looked_at }, silent)
}

/// The entry of a finding as far as an audit goes.
fn audited(entry: &Entry) -> Option<&EntryAudit> {
    entry.audit.as_ref()
}
