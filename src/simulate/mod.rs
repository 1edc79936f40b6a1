//! Simulating a ledger: findings in, points, strikes, measures and closure out.
//!
//! The machine knows windows, ledgers and calendars, and no platform. What counts how much
//! and for how long is the rulebook's.

mod account;
mod answer;
mod audit;
mod booking;
mod charges;
mod effects;
mod findings;
mod forecast;
mod lives;
mod measures;
mod money;
mod readings;
mod taken;
mod time;
mod what_if;
mod window;

use std::cell::Cell;

use chrono::NaiveDate as Date;
use serde_json::Value;

use crate::compile::{CompiledAlert, Library};
use crate::decide::{Warning, WarningCode, add, citations};
use crate::problem::Problem;

pub use answer::{
    Alternative, BookEntry, BookTurn, ClosedBy, Entry, ExamEntry, LapseEntry, MeasureEntry,
    MoneyEntry, ReadingEntry, Simulation, Status, StrikeReason, WindowEntry, YearEndEntry,
};
pub use audit::{
    Agreement, Audit, Correction, EntryAudit, MeasureChange, MeasuresAudit, PointsAudit, ReadSo,
    StrikeAudit,
};
pub use forecast::{Appeal, Ending, EndingOf, Forecast, Further, NextFinding, Relief, Way};
pub use what_if::{Differing, WhatIf};

use account::{Account, Basis};
use findings::{Asked, Request};
use readings::Chosen;

/// Runs a ledger.
///
/// The request has the keys `rulebook`, `findings` and, optionally, `until` (a day to run on
/// to, itself included), `reading` (choices of the readings of ambiguous texts, by name),
/// `amounts` (sums of money in yuan, by name), `whatIf` (findings and any of the last three, to
/// be taken instead: the answer says what would be different) and `forecast` (`false`, where
/// none is wanted).
///
/// A finding has the keys `id`, `issued`, `tier` and, where they apply, `items`, the
/// rulebook's circumstances and labels, `amounts`, `exam` (when the exam it called for was
/// passed, or `false`), `reversed` and `taken` (what the platform booked: `points`, `strike`,
/// `measures`, each if known, which the answer holds against the rules under `audit`). Findings
/// stand in order of time.
///
/// # Errors
///
/// Everything that is wrong with the request. Nothing is simulated then.
///
/// ```
/// use serde_json::json;
/// use zhengpin::{library, simulate::simulate};
///
/// // Source: Taobao's FAQ on its rule of 2017-02-21, question 8.
/// let request = json!({
///     "rulebook": "taobao/counterfeit",
///     "findings": [
///         {"id": "a", "issued": "2017-04-01", "tier": "information"},
///         {"id": "b", "issued": "2017-04-02", "tier": "information"},
///         {"id": "c", "issued": "2017-04-03", "tier": "information", "items": 4},
///         {"id": "d", "issued": "2017-04-04", "tier": "information"},
///     ],
/// });
/// let simulation = simulate(library::built_in(), &request).map_err(|_| "refused")?;
/// let points: Vec<u32> = simulation.entries.iter().map(|entry| entry.points).collect();
/// let strikes: Vec<u32> = simulation.entries.iter().map(|entry| entry.strikes).collect();
/// assert_eq!((points, strikes), (vec![2, 2, 8, 2], vec![1, 1, 1, 2]));
/// # Ok::<(), &str>(())
/// ```
pub fn simulate(library: &Library, request: &Value) -> Result<Simulation, Vec<Problem>> {
    let Asked { request, instead, forecast } = findings::read(library, request)?;
    let rulebook = request.rulebook;
    let looked_at = Cell::new(0);
    let chosen = Chosen { choices: &request.choices, looked_at: &looked_at };
    let mut ran = run(&request, chosen, false);
    let audit = audit::audit(&request, &mut ran);
    let Run { entries, account, .. } = ran;
    let last = request.until.or(request.findings.last().map(|finding| finding.at.date()));
    let day = last.unwrap_or(rulebook.as_of);
    let status = account.status();
    Ok(Simulation {
        rulebook: rulebook.id.clone(),
        forecast: forecast.then(|| forecast::forecast(&request, &entries, &account)),
        what_if: instead.map(|instead| what_if::what_if(&instead, &entries)),
        readings: readings::that_matter(&request, &entries, &account),
        entries,
        warnings: warnings(&request, &account, day),
        status,
        year_ends: account.year_ends,
        lapses: account.lapses,
        audit,
    })
}

/// A ledger that was run.
struct Run<'a> {
    entries: Vec<Entry>,
    account: Account<'a>,
    /// What an audit needs of every finding besides its entry.
    bases: Vec<Basis>,
}

/// Runs a ledger with these choices of the readings; silently, where nothing has to be said
/// of the rules relied on.
fn run<'a>(request: &'a Request<'a>, chosen: Chosen<'a>, silent: bool) -> Run<'a> {
    let mut account = Account::new(request.rulebook, request.ledger, chosen, &request.stated);
    account.silent = silent;
    let mut entries = Vec::with_capacity(request.findings.len());
    let mut bases = Vec::with_capacity(request.findings.len());
    for finding in &request.findings {
        account.pass_to(finding.at);
        entries.push(account.book(finding));
        bases.push(std::mem::take(&mut account.basis));
    }
    if let Some(until) = request.until {
        account.pass_through(until);
    }
    account.running.note_replaced(&mut entries, 0, request.ledger);
    Run { entries, account, bases }
}

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

/// The remarks due, those of the last day among them, rules relied on that are badly attested, and the next
/// version of the rules.
fn warnings(request: &Request<'_>, account: &Account<'_>, day: Date) -> Vec<Warning> {
    let rulebook = request.rulebook;
    let mut warnings = Vec::new();
    for alert in rulebook.alerts.values().filter(|alert| due(request, alert, day)) {
        warnings.push(Warning {
            code: WarningCode::Alert,
            about: Some(alert.id.clone()),
            issues: Vec::new(),
            from: None,
            citations: citations(rulebook, &alert.cite, day),
        });
    }
    for (about, cite, day) in &account.doubtful {
        let found = citations(rulebook, cite, *day);
        let known = warnings.iter_mut().find(|known| known.about.as_ref() == Some(about));
        match known {
            Some(known) => {
                found.into_iter().for_each(|citation| add(&mut known.citations, citation));
            }
            None => warnings.push(Warning {
                code: WarningCode::Confidence,
                about: Some(about.clone()),
                issues: Vec::new(),
                from: None,
                citations: found,
            }),
        }
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
