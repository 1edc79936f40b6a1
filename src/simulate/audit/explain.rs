//! The readings of ambiguous texts under which what a platform booked is right.

use std::cell::Cell;

use crate::compile::Id;
use crate::limits;
use crate::simulate::Entry;
use crate::simulate::findings::Request;
use crate::simulate::readings::Chosen;
use crate::simulate::run;

use super::entry::Due;
use super::{Agreement, ReadSo};

/// Readings and the choices tried, by their places.
type Tried = Vec<(usize, Id)>;

/// Names the readings that explain what differs, and says so in the verdicts. Each reading is
/// tried by itself; two together where none by itself is enough. Returns whether all were tried
/// that could be.
pub(super) fn explain(request: &Request<'_>, entries: &mut [Entry]) -> bool {
    if !any_open(entries) {
        return true;
    }
    let mut pairs: Vec<Tried> = Vec::new();
    // Also those that make no difference by themselves: a rule may need two.
    for single in others(request, u64::MAX, &[]) {
        let looked_at = attempt(request, entries, &single);
        for mut pair in others(request, looked_at, &single) {
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
fn others(request: &Request<'_>, looked_at: u64, besides: &[(usize, Id)]) -> Vec<Tried> {
    let nothing = Cell::new(looked_at);
    let chosen = Chosen { choices: &request.choices, looked_at: &nothing };
    let mut tried = Vec::new();
    for (index, reading) in request.ledger.readings.iter().enumerate() {
        let taken = besides.iter().any(|(other, _)| *other == index);
        if taken || !chosen.looked_at(index) {
            continue;
        }
        for (choice, _) in (0..).zip(&reading.choices) {
            if request.choices.get(index) != Some(&choice) {
                tried.push(besides.iter().copied().chain([(index, choice)]).collect());
            }
        }
    }
    tried
}

/// Runs the ledger with readings taken otherwise, and notes what that explains. Returns the
/// readings that the run looked at.
fn attempt(request: &Request<'_>, entries: &mut [Entry], tried: &[(usize, Id)]) -> u64 {
    let mut choices = request.choices.clone();
    for (index, choice) in tried {
        if let Some(chosen) = choices.get_mut(*index) {
            *chosen = *choice;
        }
    }
    let looked_at = Cell::new(0);
    let other = run(request, Chosen { choices: &choices, looked_at: &looked_at }, true);
    let read: Vec<ReadSo> = tried.iter().filter_map(|one| read_so(request, *one)).collect();
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
    let others = request.findings.iter().zip(&other.entries).zip(&other.bases);
    for (entry, ((finding, other), basis)) in entries.iter_mut().zip(others) {
        let (Some(audit), Some(taken)) = (&mut entry.audit, &finding.taken) else { continue };
        let due = Due { ledger, entry: other, basis };
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
    looked_at.get()
}

fn read_so(request: &Request<'_>, (index, choice): (usize, Id)) -> Option<ReadSo> {
    let reading = request.ledger.readings.get(index)?;
    let choice = reading.choices.get(usize::from(choice))?;
    Some(ReadSo { reading: reading.id.clone(), choice: choice.clone() })
}
