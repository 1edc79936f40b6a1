//! What runs out if nothing more happens.

use chrono::{Datelike, NaiveDateTime as DateTime};

use crate::day;
use crate::limits;
use crate::simulate::account::Account;
use crate::simulate::answer::{Ending, EndingOf, YearEndEntry};
use crate::simulate::lives::{self, Lapsed};
use crate::simulate::time;
use crate::sorted;

/// What runs out, and what the turns of the year change.
pub(super) struct Ends {
    /// In order of time.
    pub(super) endings: Vec<Ending>,
    pub(super) year_ends: Vec<YearEndEntry>,
}

/// What runs out after `at`.
pub(super) fn after(account: &Account<'_>, at: DateTime) -> Ends {
    let ledger = account.ledger;
    let ending = |until: DateTime, what, id: &str| {
        let id = Some(id.to_owned());
        (until, Ending { at: time::write(until, ledger), what, id, number: None })
    };
    let mut ends: Vec<(DateTime, Ending)> = Vec::new();
    for (id, until) in account.running.at(at) {
        if let Some(until) = until {
            ends.push(ending(until, EndingOf::Measure, &ledger.measures[id].id));
        }
    }
    if account.closed.is_none() {
        for (id, open) in &account.windows {
            let rules = &ledger.windows[id];
            let ends_with_year = account.chosen.ends_with_year(rules, at.date());
            let open = open.values().filter(|window| window.filled);
            for window in open.filter(|window| window.covers(at, ends_with_year)) {
                ends.push(ending(window.over(ends_with_year), EndingOf::Window, &rules.id));
            }
        }
    }
    let passing = passing(account, at);
    ends.extend(passing.lapsed.into_iter().map(lapsing));
    let ends = sorted::by_key(ends, |(until, _)| *until);
    let mut endings: Vec<Ending> = ends.into_iter().map(|(_, ending)| ending).collect();
    endings.dedup();
    Ends { endings, year_ends: passing.year_ends }
}

fn lapsing(lapsed: Lapsed<'_>) -> (DateTime, Ending) {
    let entry = lapsed.entry;
    let (what, number) = match entry.book {
        Some(_) => (EndingOf::Points, entry.points),
        None => (EndingOf::Strikes, entry.strikes),
    };
    (lapsed.at, Ending { at: entry.at, what, id: entry.book, number: Some(number) })
}

/// What the coming years do.
#[derive(Default)]
struct Passing<'a> {
    lapsed: Vec<Lapsed<'a>>,
    year_ends: Vec<YearEndEntry>,
}

/// Lets years pass until nothing stands any more: what lapses, and what the turns change.
fn passing<'a>(account: &Account<'a>, at: DateTime) -> Passing<'a> {
    let mut account = account.clone();
    let mut passing = Passing::default();
    for year in at.year()..at.year().saturating_add(limits::YEARS_AHEAD) {
        let stands = account.strikes > 0 || account.books.values().any(|book| book.points > 0);
        if account.closed.is_some() || !stands {
            break;
        }
        let last = day::last_of(year);
        passing.lapsed.extend(lives::lapse(&mut account, time::end_of(last)));
        // The calendar ends with its last day: nothing turns after it.
        let Some(next) = last.succ_opt() else { break };
        let turned = lives::turn_years(&mut account, next);
        passing.year_ends.extend(turned.into_iter().map(|turned| turned.entry));
    }
    passing.year_ends.retain(|turn| {
        turn.points_before != turn.points_after
            || turn.strikes_before != turn.strikes_after
            || turn.others.iter().any(|book| book.points_before != book.points_after)
    });
    passing
}
