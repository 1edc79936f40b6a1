//! Simulating a ledger: findings in, points, strikes, measures and closure out.
//!
//! The machine knows windows, ledgers and calendars, and no platform. What counts how much
//! and for how long is the rulebook's.

mod account;
mod answer;
mod audit;
mod booking;
mod charges;
mod chosen;
mod columns;
mod effects;
mod finding;
mod findings;
mod forecast;
mod lives;
mod lots;
mod money;
mod reached;
mod readings;
mod relied;
mod run;
mod running;
mod same;
mod taken;
mod time;
mod together;
mod warnings;
mod what_if;
mod window;

use serde_json::Value;

use crate::compile::Library;
use crate::put::ask;
use crate::refused::Refused;
use crate::request::SimulateRequest;

pub use answer::{
    Agreement, Alternative, Appeal, Audit, BookEntry, BookTurn, ClosedBy, Correction, Differing,
    Ending, EndingOf, Entry, EntryAudit, ExamEntry, Forecast, Further, LapseEntry, MeasureChange,
    MeasureEntry, MeasuresAudit, MoneyEntry, NextFinding, PointsAudit, ReadSo, ReadingEntry,
    Relief, Simulation, Status, StrikeAudit, StrikeReason, Way, WhatIf, WindowEntry, YearEndEntry,
};

pub use columns::{
    AccountColumns, EntryColumns, FindingColumns, LedgerColumns, LedgerColumnsDescription,
    NOT_STATED,
};

use chosen::{Chosen, LookedAt};
use findings::Asked;
use run::{Run, run};

/// Runs a ledger.
///
/// # Errors
///
/// Everything that is wrong with the request. Nothing is simulated then.
///
/// ```
/// use zhengpin::request::{Finding, SimulateRequest};
/// use zhengpin::{library, simulate::simulate};
///
/// // Source: Taobao's FAQ on its rule of 2017-02-21, question 8.
/// let request = SimulateRequest::new("taobao/counterfeit")
///     .finding(Finding::new("a", "2017-04-01", "information"))
///     .finding(Finding::new("b", "2017-04-02", "information"))
///     .finding(Finding::new("c", "2017-04-03", "information").items(4))
///     .finding(Finding::new("d", "2017-04-04", "information"));
/// let simulation = simulate(library::built_in(), &request)?;
/// let points: Vec<u32> = simulation.entries.iter().map(|entry| entry.points).collect();
/// let strikes: Vec<u32> = simulation.entries.iter().map(|entry| entry.strikes).collect();
/// assert_eq!((points, strikes), (vec![2, 2, 8, 2], vec![1, 1, 1, 2]));
/// # Ok::<(), zhengpin::refused::Refused>(())
/// ```
pub fn simulate(library: &Library, request: &SimulateRequest) -> Result<Simulation, Refused> {
    ask(library, request, answer)
}

/// Runs the ledger of a request that was read as a value.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn answer(library: &Library, request: &Value) -> Result<Simulation, Refused> {
    let Asked { request, instead, forecast } = findings::read(library, request)?;
    let looked_at = LookedAt::none(request.ledger);
    let mut ran = run(&request, Chosen::watched(&request.choices, &looked_at));
    let audit = audit::audit(&request, &mut ran);
    let readings = readings::that_matter(&request, &ran, &looked_at);
    let forecast = forecast.then(|| forecast::forecast(&request, &ran));
    let what_if = instead.map(|instead| what_if::what_if(&instead, &ran.entries));
    let warnings = warnings::warnings(&request, &ran);
    let Run { entries, account, year_ends, lapses, .. } = ran;
    Ok(Simulation {
        rulebook: request.rulebook.id.clone(),
        entries,
        year_ends,
        status: account.status(),
        forecast,
        what_if,
        lapses,
        readings,
        warnings,
        audit,
    })
}
