//! What runs out if nothing more happens.

use chrono::{Datelike, NaiveDateTime as DateTime};

use crate::day;
use crate::limits;
use crate::simulate::account::Account;
use crate::simulate::{LapseEntry, YearEndEntry, time};

use super::{Ending, EndingOf};

/// What runs out after `at`, in order of time, and what the turns of the year change.
pub(super) fn after(account: &Account<'_>, at: DateTime) -> (Vec<Ending>, Vec<YearEndEntry>) {
    let ledger = account.ledger;
    let ending = |until: DateTime, what, id: &str| {
        let id = Some(id.to_owned());
        Ending { at: time::write(until, ledger), what, id, number: None }
    };
    let mut ends: Vec<Ending> = Vec::new();
    for (id, until) in account.running.at(at) {
        let measure = ledger.measures.get(usize::from(id));
        if let (Some(measure), Some(until)) = (measure, until) {
            ends.push(ending(until, EndingOf::Measure, &measure.id));
        }
    }
    if account.closed.is_none() {
        for (rules, open) in ledger.windows.iter().zip(&account.windows) {
            let ends_with_year = account.chosen.ends_with_year(rules, at.date());
            let open = open.values().filter(|window| window.filled);
            for window in open.filter(|window| window.covers(at, ends_with_year)) {
                ends.push(ending(window.over(ends_with_year), EndingOf::Window, &rules.id));
            }
        }
    }
    let (lapses, year_ends) = passing(account, at);
    ends.extend(lapses.into_iter().map(lapsing));
    // Written in one offset, times sort as texts do.
    ends.sort_by(|one, other| one.at.cmp(&other.at));
    ends.dedup();
    (ends, year_ends)
}

fn lapsing(lapse: LapseEntry) -> Ending {
    let (what, number) = match lapse.book {
        Some(_) => (EndingOf::Points, lapse.points),
        None => (EndingOf::Strikes, lapse.strikes),
    };
    Ending { at: lapse.at, what, id: lapse.book, number: Some(number) }
}

/// Lets years pass until nothing stands any more: what lapses, and what the turns change.
fn passing(account: &Account<'_>, at: DateTime) -> (Vec<LapseEntry>, Vec<YearEndEntry>) {
    let mut account = account.clone();
    for year in at.year()..at.year() + limits::YEARS_AHEAD {
        let stands = account.strikes > 0 || account.books.iter().any(|book| book.points > 0);
        if account.closed.is_some() || !stands {
            break;
        }
        let Some(last) = day::last_of(year).and_hms_opt(23, 59, 59) else { break };
        account.lapse(last);
        let Some(next) = last.date().succ_opt() else { break };
        account.turn_years(next);
    }
    account.year_ends.retain(|turn| {
        turn.points_before != turn.points_after
            || turn.strikes_before != turn.strikes_after
            || turn.others.iter().any(|book| book.points_before != book.points_after)
    });
    (account.lapses, account.year_ends)
}
