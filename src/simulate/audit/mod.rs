//! The audit: what a platform booked, held against what the rules give.

mod account;
mod appeals;
mod booked;
mod burden;
mod entry;
mod explain;

use super::answer::Audit;
use super::finding::Request;
use super::run::Run;

use entry::EntryDue;

/// Holds every finding of a run, and then the account, against what the platform booked; nothing
/// is done, and nothing answered, where no finding states what that was.
pub(super) fn audit(request: &Request<'_>, ran: &mut Run<'_>) -> Option<Audit> {
    if request.findings.iter().all(|finding| finding.taken.is_none()) {
        return None;
    }
    let findings = request.findings.iter().zip(&ran.asides);
    for (entry, (finding, aside)) in ran.entries.iter_mut().zip(findings) {
        if let Some(taken) = &finding.taken {
            let due = EntryDue { ledger: request.ledger, entry, aside };
            entry.audit = Some(entry::audit(request, finding, taken, due));
        }
    }
    let exhaustive = explain::explain(request, &mut ran.entries);
    Some(account::audit(request, ran, exhaustive))
}
