//! The ledger as the platform is said to have booked it.

use crate::compile::{CompiledLedger, MeasureId};
use crate::simulate::finding::{Forced, Request, RunFinding};
use crate::simulate::taken::Sanction;

/// What the platform is said to have booked for a finding.
pub(super) fn forced(finding: &RunFinding<'_>, ledger: &CompiledLedger) -> Forced {
    let Some(Sanction { points, strike, measures }) = &finding.taken else {
        return Forced::default();
    };
    let closes = closes(measures.as_deref().unwrap_or_default(), ledger);
    Forced { points: *points, strike: *strike, closes }
}

/// Whether one of these measures closes the account.
pub(super) fn closes(measures: &[MeasureId], ledger: &CompiledLedger) -> bool {
    measures.iter().any(|id| ledger.measures[*id].closes)
}

/// The same ledger, with what is booked for each finding in place of what the rules give.
pub(super) fn replaced<'a>(request: &Request<'a>) -> Request<'a> {
    let mut replaced = request.clone();
    for finding in &mut replaced.findings {
        finding.forced = forced(finding, request.ledger);
    }
    replaced
}
