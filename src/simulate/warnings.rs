//! What is said beside the numbers: remarks that are due, rules that are badly attested, and law
//! that changes.

use chrono::NaiveDate as Date;

use crate::compile::CompiledAlert;
use crate::decide::{Warning, WarningCode, citations};

use super::finding::Request;
use super::run::Run;

/// Whether a remark is due: one that tiers call for, where a finding was made under one of
/// them and stands; any other on the last day.
fn due(request: &Request<'_>, alert: &CompiledAlert, day: Date) -> bool {
    if alert.tiers.is_empty() {
        return alert.in_force.holds_on(day);
    }
    let mut standing = request.findings.iter().filter(|finding| !finding.reversed);
    standing.any(|finding| {
        alert.tiers.contains(&finding.tier) && alert.in_force.holds_on(finding.at.date())
    })
}

/// The remarks due, those of the last day among them, rules relied on that are badly attested,
/// and the next version of the rules.
pub(super) fn warnings(request: &Request<'_>, ran: &Run<'_>) -> Vec<Warning> {
    let rulebook = request.rulebook;
    let last = request.until.or(request.findings.last().map(|finding| finding.at.date()));
    let day = last.unwrap_or(rulebook.as_of);
    let mut warnings = Vec::new();
    for alert in rulebook.alerts.iter().filter(|alert| due(request, alert, day)) {
        warnings.push(Warning {
            code: WarningCode::Alert,
            about: Some(alert.id.clone()),
            issues: Vec::new(),
            from: None,
            citations: citations(rulebook, &alert.cite, day),
        });
    }
    for doubt in &ran.doubts {
        warnings.push(Warning {
            code: WarningCode::Confidence,
            about: Some(request.ledger.named(doubt.rule).to_string()),
            issues: Vec::new(),
            from: None,
            citations: citations(rulebook, doubt.cite, doubt.day),
        });
    }
    let version = rulebook.version_on(day, "").ok();
    let later = version.and_then(|version| rulebook.after(version));
    warnings.extend(later.map(|later| Warning {
        code: WarningCode::LaterVersion,
        about: None,
        issues: Vec::new(),
        from: Some(later.from),
        citations: Vec::new(),
    }));
    warnings
}
