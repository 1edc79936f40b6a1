//! What would be different: two runs of a ledger, finding by finding.

use std::cell::Cell;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use super::findings::Request;
use super::readings::{Chosen, same_outcome};
use super::{Audit, Entry, Run, Status, YearEndEntry, audit, run};

/// What would be different, if other findings, readings or amounts were taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct WhatIf {
    /// The findings whose outcome differs, in the order of the request; those that only the
    /// other run has come last.
    pub entries: Vec<Differing>,
    /// What the turns of the year would do.
    pub year_ends: Vec<YearEndEntry>,
    /// Where the account would stand.
    pub status: Status,
    /// The audit of the other run; `null` where none of its findings states what was booked.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Audit | null"))]
    pub audit: Option<Audit>,
}

/// A finding whose outcome differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Differing {
    /// The finding's id.
    pub id: String,
    /// What it led to; `null` where it is in the other run only.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Entry | null"))]
    pub was: Option<Entry>,
    /// What it would lead to; `null` where the other run lacks it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Entry | null"))]
    pub is: Option<Entry>,
}

/// Runs the other request, and says what differs from `entries`.
pub(super) fn what_if(request: &Request<'_>, entries: &[Entry]) -> WhatIf {
    let nothing = Cell::new(0);
    let chosen = Chosen { choices: &request.choices, looked_at: &nothing };
    let mut ran = run(request, chosen, false);
    let audit = audit::audit(request, &mut ran);
    let Run { entries: others, account, .. } = ran;
    let by_id: FxHashMap<&str, &Entry> =
        others.iter().map(|entry| (entry.id.as_str(), entry)).collect();
    let known: FxHashSet<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    let mut differing = Vec::new();
    for was in entries {
        let is = by_id.get(was.id.as_str()).copied();
        if !is.is_some_and(|is| is.issued == was.issued && same_outcome(was, is)) {
            differing.push(Differing {
                id: was.id.clone(),
                was: Some(was.clone()),
                is: is.cloned(),
            });
        }
    }
    for is in others.iter().filter(|entry| !known.contains(entry.id.as_str())) {
        differing.push(Differing { id: is.id.clone(), was: None, is: Some(is.clone()) });
    }
    let status = account.status();
    WhatIf { entries: differing, year_ends: account.year_ends, status, audit }
}
