//! What runs out if nothing more happens.

use chrono::{Datelike, NaiveDateTime as DateTime};

use crate::day;
use crate::simulate::account::Account;
use crate::simulate::{YearEndEntry, time};

use super::{Ending, EndingOf};

/// What runs out after `at`, in order of time, and what the turns of the year change.
pub(super) fn after(account: &Account<'_>, at: DateTime) -> (Vec<Ending>, Vec<YearEndEntry>) {
    let ledger = account.ledger;
    let ending = |until: DateTime, what, id: &str| {
        let id = Some(id.to_owned());
        Ending { at: time::write(until, ledger), what, id, number: None }
    };
    let mut ends: Vec<(DateTime, Ending)> = Vec::new();
    for (id, until) in account.running.at(at) {
        let measure = ledger.measures.get(usize::from(id));
        if let (Some(measure), Some(until)) = (measure, until) {
            ends.push((until, ending(until, EndingOf::Measure, &measure.id)));
        }
    }
    if account.closed.is_none() {
        for (rules, open) in ledger.windows.iter().zip(&account.windows) {
            let day = at.date();
            let ends_with_year = rules.ends_with_year.as_ref();
            let ends_with_year = ends_with_year.is_some_and(|when| account.chosen.holds(when, day));
            let open = open.values().filter(|window| window.filled);
            for window in open.filter(|window| window.covers(at, ends_with_year)) {
                let until = window.over(ends_with_year);
                ends.push((until, ending(until, EndingOf::Window, &rules.id)));
            }
        }
    }
    let (lapses, year_ends) = passing(account, at);
    ends.extend(lapses);
    ends.sort_by_key(|(at, _)| *at);
    ends.dedup();
    (ends.into_iter().map(|(_, ending)| ending).collect(), year_ends)
}

/// How many years ahead it is told what runs out.
const YEARS: i32 = 10;

/// Lets years pass until nothing stands any more.
fn passing(account: &Account<'_>, at: DateTime) -> (Vec<(DateTime, Ending)>, Vec<YearEndEntry>) {
    let mut account = account.clone();
    let ledger = account.ledger;
    account.turn_years(at.date());
    account.year_ends.clear();
    let mut lapses = Vec::new();
    let mut year_ends = Vec::new();
    for year in at.year()..at.year() + YEARS {
        let stands = account.strikes > 0 || account.books.iter().any(|book| book.points > 0);
        if account.closed.is_some() || !stands {
            break;
        }
        let Some(last) = day::last_of(year).and_hms_opt(23, 59, 59) else { break };
        for (at, book, number) in account.due_by(last) {
            let what = if book.is_some() { EndingOf::Points } else { EndingOf::Strikes };
            let id = book.and_then(|book| ledger.books.get(usize::from(book)));
            let id = id.map(|book| book.id.clone());
            let ending = Ending { at: time::write(at, ledger), what, id, number: Some(number) };
            lapses.push((at, ending));
        }
        account.lapse(last);
        let Some(next) = last.date().succ_opt() else { break };
        account.turn_years(next);
        let changes = |turn: &YearEndEntry| {
            turn.points_before != turn.points_after
                || turn.strikes_before != turn.strikes_after
                || turn.others.iter().any(|book| book.points_before != book.points_after)
        };
        year_ends.extend(account.year_ends.drain(..).filter(changes));
    }
    (lapses, year_ends)
}
