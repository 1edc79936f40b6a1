//! The readings of ambiguous texts under which what a platform booked is right.

use crate::compile::{ChoiceId, ReadingId};
use crate::limits;
use crate::simulate::answer::{Agreement, Entry, ReadSo};
use crate::simulate::chosen::{Chosen, LookedAt};
use crate::simulate::finding::Request;
use crate::simulate::run::rerun;
use crate::sorted::insert_once;

use super::entry::EntryDue;

/// A reading, and a choice of it that is tried.
type Tried = (ReadingId, ChoiceId);

/// Names the readings that explain what differs, and says so in the verdicts; also where what
/// differs is only not known under some reading. Each reading is tried by itself; two together
/// where none by itself is enough. Returns whether all were tried that could be.
pub(super) fn explain(request: &Request<'_>, entries: &mut [Entry]) -> bool {
    let mut left_open = vec![false; entries.len()];
    let all = attempts(request, entries, &mut left_open);
    for (entry, left_open) in entries.iter_mut().zip(left_open) {
        let measures = entry.audit.as_mut().and_then(|audit| audit.measures.as_mut());
        if let Some(measures) = measures.filter(|one| left_open && is_wrong(one.verdict)) {
            measures.verdict = Agreement::Unknown;
        }
    }
    all
}

/// Tries every reading, and pairs of them. Notes the findings for which some reading leaves
/// open which measures are due.
fn attempts(request: &Request<'_>, entries: &mut [Entry], left_open: &mut [bool]) -> bool {
    if !any_open(entries) {
        return true;
    }
    let mut pairs: Vec<Vec<Tried>> = Vec::new();
    // Also those that make no difference by themselves: a rule may need two.
    for single in others(request, &LookedAt::all(request.ledger), &[]) {
        let looked_at = attempt(request, entries, &single, left_open);
        for mut pair in others(request, &looked_at, &single) {
            if !pair.is_sorted() {
                pair.reverse();
            }
            insert_once(&mut pairs, pair);
        }
    }
    if !any_open(entries) {
        return true;
    }
    if limits::PAIRS_BOOKED < pairs.len().saturating_mul(request.findings.len()) {
        return false;
    }
    for pair in &pairs {
        attempt(request, entries, pair, left_open);
    }
    true
}

/// Whether something differs that nothing explains so far.
fn any_open(entries: &[Entry]) -> bool {
    let mut audits = entries.iter().filter_map(|entry| entry.audit.as_ref());
    audits.any(|audit| audit.verdicts().any(is_wrong))
}

/// Whether something is known not to be what the rules give.
pub(super) fn is_wrong(verdict: Agreement) -> bool {
    matches!(verdict, Agreement::More | Agreement::Less)
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
fn attempt(
    request: &Request<'_>,
    entries: &mut [Entry],
    tried: &[Tried],
    left_open: &mut [bool],
) -> LookedAt {
    let mut choices = request.choices.clone();
    for (id, choice) in tried {
        choices[*id] = *choice;
    }
    let looked_at = LookedAt::none(request.ledger);
    let other = rerun(request, Chosen::watched(&choices, &looked_at));
    let read: Vec<ReadSo> = tried.iter().map(|one| read_so(request, *one)).collect();
    // Two readings explain nothing that one explains.
    let noted = |verdict: &mut Agreement, readings: &mut Vec<Vec<ReadSo>>, right: bool| {
        let wanted = is_wrong(*verdict) || *verdict == Agreement::Explained;
        let enough = readings.first().is_some_and(|first| first.len() < read.len());
        if wanted && right && !enough {
            *verdict = Agreement::Explained;
            readings.push(read.clone());
        }
    };
    let ledger = request.ledger;
    let others = request.findings.iter().zip(&other.entries).zip(&other.asides);
    for ((entry, left_open), ((finding, other), aside)) in
        entries.iter_mut().zip(left_open).zip(others)
    {
        let (Some(audit), Some(taken)) = (&mut entry.audit, &finding.taken) else { continue };
        let due = EntryDue { ledger, entry: other, aside };
        if let (Some(points), Some(taken)) = (&mut audit.points, taken.points) {
            noted(&mut points.verdict, &mut points.readings, due.gives_points(taken));
        }
        if let (Some(strike), Some(taken)) = (&mut audit.strike, taken.strike) {
            noted(&mut strike.verdict, &mut strike.readings, due.gives_strike(taken));
        }
        if let (Some(measures), Some(taken)) = (&mut audit.measures, &taken.measures) {
            let verdict = due.measures_against(taken).verdict();
            *left_open |= verdict == Agreement::Unknown;
            noted(&mut measures.verdict, &mut measures.readings, verdict == Agreement::Agrees);
        }
    }
    looked_at
}

fn read_so(request: &Request<'_>, (id, choice): Tried) -> ReadSo {
    let reading = &request.ledger.readings[id];
    ReadSo { reading: reading.id.clone(), choice: reading.choices[choice].clone() }
}
