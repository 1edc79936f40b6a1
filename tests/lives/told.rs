//! The engine's answer, in the words of the second implementation.

use chrono::NaiveDateTime;
use zhengpin::simulate::{Entry, Simulation};

use super::audit_oracle::Aside;
use super::drawn::time;
use super::oracle::{self, Outcome};

pub(super) fn at(text: &str) -> NaiveDateTime {
    time(text.strip_suffix("+08:00").unwrap())
}

fn outcome(entry: &Entry) -> Outcome {
    let measures = entry.measures.iter().map(|one| oracle::Measure {
        code: one.code.clone(),
        from: at(&one.from),
        until: one.until.as_deref().map(at),
        replaced: one.replaced.as_deref().map(at),
    });
    Outcome {
        points: entry.points,
        lost: entry.lost,
        ledger: entry.ledger,
        strikes: entry.strikes,
        strike: entry.strike,
        closes: entry.closes,
        measures: measures.collect(),
        due: Aside::default(),
        unknown: Aside::default(),
    }
}

/// The engine's answer, in the words of the second implementation.
pub(super) fn told(simulation: &Simulation) -> oracle::Result {
    let status = &simulation.status;
    let closed = status.closed_by.map(|by| {
        let by = serde_json::to_value(by).unwrap();
        let by = ["points", "strikes", "both"].into_iter().find(|known| by == **known).unwrap();
        (by, at(status.closed_at.as_ref().unwrap()))
    });
    let lapses = simulation.lapses.iter();
    oracle::Result {
        entries: simulation.entries.iter().map(outcome).collect(),
        lapses: lapses.map(|lapse| (at(&lapse.at), lapse.points, lapse.strikes)).collect(),
        closed,
        points: status.points,
        strikes: status.strikes,
    }
}
