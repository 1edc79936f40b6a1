//! The forecast: what may come from the day on which the ledger ends.

mod answer;
mod appeals;
mod ends;
mod further;
mod smallest;
mod ways;

use std::cell::Cell;

use chrono::NaiveDateTime as DateTime;

use crate::rulebook::Counted;

use super::account::Account;
use super::findings::Request;
use super::readings::Chosen;
use super::{Entry, time};

pub use answer::{Appeal, Ending, EndingOf, Forecast, Further, NextFinding, Relief, Way};

/// The forecast of an account after its ledger has run.
pub(super) fn forecast(
    request: &Request<'_>,
    entries: &[Entry],
    account: &Account<'_>,
) -> Forecast {
    let at = moment(request);
    let nothing = Cell::new(0);
    let account = hypothetical(account, request, at, &nothing);
    let (ends, year_ends) = ends::after(&account, at);
    let limit = |counted| request.ledger.limit(counted, 0, at.date(), &request.choices);
    let left = |limit: u32, used: u32| match account.closed {
        Some(_) => 0,
        None => limit.saturating_sub(used),
    };
    let (points_limit, strikes_limit) = (limit(Counted::Points), limit(Counted::Strikes));
    Forecast {
        points_limit,
        strikes_limit,
        points_left: points_limit
            .map(|limit| left(limit.saturating_add(account.surplus(0)), account.net(0))),
        strikes_left: strikes_limit.map(|limit| left(limit, account.strikes)),
        at: time::write(at, request.ledger),
        next: further::next(&account, request, at),
        ways: ways::ahead(&account, request, at),
        ends,
        year_ends,
        appeals: appeals::each(request, entries, &account, at),
    }
}

/// The moment for which a forecast is made: the last minute of `until`, or the last finding.
fn moment(request: &Request<'_>) -> DateTime {
    let ledger = request.ledger;
    let last = request.findings.last().map(|finding| finding.at);
    let until = request.until.and_then(|until| until.and_hms_opt(23, 59, 0));
    let (hour, minute) = ledger.hour_and_minute;
    let own = || request.rulebook.as_of.and_hms_opt(hour, minute, 0).unwrap_or_default();
    last.max(until).unwrap_or_else(own)
}

/// The account to go on with at `at`: nothing has to be said of the rules relied on, and what
/// lapsed and turned so far is left behind.
fn hypothetical<'a>(
    account: &Account<'a>,
    request: &'a Request<'_>,
    at: DateTime,
    nothing: &'a Cell<u64>,
) -> Account<'a> {
    let mut account = account.clone();
    account.chosen = Chosen { choices: &request.choices, looked_at: nothing };
    account.silent = true;
    account.pass_to(at);
    account.lapses.clear();
    account.year_ends.clear();
    account.doubtful.clear();
    account
}
