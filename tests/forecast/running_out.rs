//! What runs out, and what the turns of the years do.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde_json::json;
use zhengpin::simulate::{Ending, EndingOf, YearEndEntry};

use super::Counts;
use super::drawn::{for_all, last_day, run};

/// A turn of the year that changes anything.
fn changes(turn: &YearEndEntry) -> bool {
    turn.points_before != turn.points_after
        || turn.strikes_before != turn.strikes_after
        || turn.others.iter().any(|book| book.points_before != book.points_after)
}

// Source: the same ledger, run on until ten years later.
#[test]
fn what_runs_out_does_so_if_nothing_more_happens() {
    for_all(400, |ledger, simulation, forecast| {
        let day: NaiveDate = forecast.at[..10].parse().unwrap();
        let mut later = ledger.with(&[]);
        let last = last_day(&ledger.rulebook);
        let until = last.min(NaiveDate::from_ymd_opt(day.year() + 10, 1, 1).unwrap());
        later["until"] = json!(until.to_string());
        let ran = run(&later);
        let lapsed: BTreeSet<String> = ran
            .lapses
            .iter()
            .skip(simulation.lapses.len())
            .map(|lapse| {
                let what = if lapse.book.is_some() { "points" } else { "strikes" };
                format!("{} {what} {:?} {}", lapse.at, lapse.book, lapse.points + lapse.strikes)
            })
            .collect();
        let of = |ending: &&Ending| matches!(ending.what, EndingOf::Points | EndingOf::Strikes);
        let told: BTreeSet<String> = forecast
            .ends
            .iter()
            .filter(of)
            .filter(|ending| ending.at[..10].parse::<NaiveDate>().unwrap() <= last)
            .map(|ending| {
                let what = if ending.what == EndingOf::Points { "points" } else { "strikes" };
                format!("{} {what} {:?} {}", ending.at, ending.id, ending.number.unwrap())
            })
            .collect();
        assert_eq!(told, lapsed);
        let turns = ran.year_ends.iter().skip(simulation.year_ends.len());
        let turns: Vec<_> = turns.filter(|turn| changes(turn)).map(counts).collect();
        assert_eq!(forecast.year_ends.iter().map(counts).collect::<Vec<_>>(), turns);
        let order: Vec<&str> = forecast.ends.iter().map(|ending| ending.at.as_str()).collect();
        assert!(order.is_sorted(), "{order:?}");
        assert!(order.iter().all(|at| forecast.at.as_str() < *at), "{order:?}");
    });
}

pub(super) fn counts(turn: &YearEndEntry) -> Counts {
    let others = turn.others.iter();
    (
        turn.year,
        turn.points_before,
        turn.points_after,
        turn.strikes_before,
        turn.strikes_after,
        others.map(|book| (book.book.clone(), book.points_before, book.points_after)).collect(),
    )
}
