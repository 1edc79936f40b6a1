//! What would be different: two runs of a ledger, finding by finding.

use rustc_hash::{FxHashMap, FxHashSet};

use super::answer::{Differing, Entry, WhatIf};
use super::audit;
use super::chosen::Chosen;
use super::finding::Request;
use super::run::{Run, run};
use super::same::same_outcome;

/// Runs the other request, and says what differs from `entries`.
pub(super) fn what_if(request: &Request<'_>, entries: &[Entry]) -> WhatIf {
    let mut ran = run(request, Chosen::unwatched(&request.choices));
    let audit = audit::audit(request, &mut ran);
    let Run { entries: others, account, year_ends, .. } = ran;
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
    WhatIf { entries: differing, year_ends, status: account.status(), audit }
}
