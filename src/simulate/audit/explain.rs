//! The readings of ambiguous texts under which what a platform booked is right.

use crate::compile::{ChoiceId, ReadingId};
use crate::limits;
use crate::simulate::answer::{Agreement, Entry, ReadSo};
use crate::simulate::chosen::{Chosen, LookedAt};
use crate::simulate::finding::Request;
use crate::simulate::run::rerun;

use super::entry::Due;

/// A reading, and a choice of it that is tried.
type Tried = (ReadingId, ChoiceId);

/// Names the readings that explain what differs, and says so in the verdicts. Each reading is
/// tried by itself; two together where none by itself is enough. Returns whether all were tried
/// that could be.
pub(super) fn explain(request: &Request<'_>, entries: &mut [Entry]) -> bool {
    if !any_open(entries) {
        return true;
    }
    let mut pairs: Vec<Vec<Tried>> = Vec::new();
    // Also those that make no difference by themselves: a rule may need two.
    for single in others(request, &LookedAt::all(request.ledger), &[]) {
        let looked_at = attempt(request, entries, &single);
        for mut pair in others(request, &looked_at, &single) {
            pair.sort_unstable();
            pairs.push(pair);
        }
    }
    if !any_open(entries) {
        return true;
    }
    pairs.sort_unstable();
    pairs.dedup();
    if limits::PAIRS_BOOKED < pairs.len().saturating_mul(request.findings.len()) {
        return false;
    }
    for pair in &pairs {
        attempt(request, entries, pair);
    }
    true
}

/// Whether something differs that nothing explains so far.
fn any_open(entries: &[Entry]) -> bool {
    let open = |verdict| matches!(verdict, Agreement::More | Agreement::Less);
    entries.iter().filter_map(|entry| entry.audit.as_ref()).any(|audit| audit.verdicts().any(open))
}

/// What can be read otherwise besides what is read otherwise already, among the readings that a
/// run looked at: the others make no difference to it.
fn others(request: &Request<'_>, looked_at: &LookedAt, besides: &[Tried]) -> Vec<Vec<Tried>> {
    let mut tried = Vec::new();
    for (id, reading) in &request.ledger.readings {
        let taken = besides.iter().any(|(other, _)| *other == id);
        if taken || !looked_at.has(id) {
            continue;
        }
        for choice in reading.choices.ids().filter(|choice| *choice != request.choices[id]) {
            tried.push(besides.iter().copied().chain([(id, choice)]).collect());
        }
    }
    tried
}

/// Runs the ledger with readings taken otherwise, and notes what that explains. Returns the
/// readings that the run looked at.
fn attempt(request: &Request<'_>, entries: &mut [Entry], tried: &[Tried]) -> LookedAt {
    let mut choices = request.choices.clone();
    for (id, choice) in tried {
        choices[*id] = *choice;
    }
    let looked_at = LookedAt::none(request.ledger);
    let other = rerun(request, Chosen::watched(&choices, &looked_at));
    let read: Vec<ReadSo> = tried.iter().map(|one| read_so(request, *one)).collect();
    // Two readings explain nothing that one explains.
    let noted = |verdict: &mut Agreement, readings: &mut Vec<Vec<ReadSo>>, right: bool| {
        let wanted = *verdict != Agreement::Agrees;
        let enough = readings.first().is_some_and(|first| first.len() < read.len());
        if wanted && right && !enough {
            *verdict = Agreement::Explained;
            readings.push(read.clone());
        }
    };
    let ledger = request.ledger;
    let others = request.findings.iter().zip(&other.entries).zip(&other.asides);
    for (entry, ((finding, other), aside)) in entries.iter_mut().zip(others) {
        let (Some(audit), Some(taken)) = (&mut entry.audit, &finding.taken) else { continue };
        let due = Due { ledger, entry: other, aside };
        if let (Some(points), Some(taken)) = (&mut audit.points, taken.points) {
            noted(&mut points.verdict, &mut points.readings, due.gives_points(taken));
        }
        if let (Some(strike), Some(taken)) = (&mut audit.strike, taken.strike) {
            noted(&mut strike.verdict, &mut strike.readings, due.gives_strike(taken));
        }
        if let (Some(measures), Some(taken)) = (&mut audit.measures, &taken.measures) {
            noted(&mut measures.verdict, &mut measures.readings, due.gives_measures(taken));
        }
    }
    looked_at
}

fn read_so(request: &Request<'_>, (id, choice): Tried) -> ReadSo {
    let reading = &request.ledger.readings[id];
    ReadSo { reading: reading.id.clone(), choice: reading.choices[choice].clone() }
}
