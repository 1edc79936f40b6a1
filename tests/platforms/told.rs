//! The engine's answer, in the words of the second implementation.

use zhengpin::simulate::Simulation;

use super::audit_oracle::Aside;
use super::drawn::time;
use super::oracle;

/// The engine's answer, in the words of the second implementation.
pub(super) fn told(simulation: &Simulation) -> oracle::Result {
    let at = |text: &String| time(text.strip_suffix("+08:00").unwrap());
    let status = &simulation.status;
    let entries = simulation.entries.iter().map(|entry| {
        assert_eq!((entry.lost, entry.raised, entry.strikes), (0, 0, 0), "{entry:?}");
        let mut measures: Vec<oracle::Measure> = entry
            .measures
            .iter()
            .map(|one| oracle::Measure {
                code: Box::leak(one.code.clone().into_boxed_str()),
                from: at(&one.from),
                until: one.until.as_ref().map(at),
                replaced: one.replaced.as_ref().map(at),
            })
            .collect();
        measures.sort();
        let mut money: Vec<oracle::Due> =
            entry.money.iter().map(|due| (due.least, due.most)).collect();
        money.sort_unstable();
        oracle::Outcome {
            points: entry.points,
            ledger: entry.ledger,
            closes: entry.closes,
            measures,
            money,
            beside: Aside::default(),
            unknown: Aside::default(),
        }
    });
    oracle::Result {
        entries: entries.collect(),
        closed: status.closed_by.map(|by| {
            let by = serde_json::to_value(by).unwrap();
            let by = ["points", "finding"].into_iter().find(|known| by == **known).unwrap();
            (by, at(status.closed_at.as_ref().unwrap()))
        }),
        books: status.books.iter().map(|book| book.points).collect(),
        years: simulation
            .year_ends
            .iter()
            .map(|end| (end.year, end.points_before, end.points_after))
            .collect(),
        turns: Aside::default(),
    }
}
