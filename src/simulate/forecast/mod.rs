//! The forecast: what may come from the day on which the ledger ends.

mod appeals;
mod ends;
mod further;
mod smallest;
mod step;
mod ways;

use chrono::NaiveDateTime as DateTime;

use crate::compile::BookId;
use crate::rulebook::Counted;

use super::account::Account;
use super::answer::Forecast;
use super::chosen::Chosen;
use super::finding::Request;
use super::run::Run;
use super::{lives, time};

/// The forecast of an account after its ledger has run.
pub(super) fn forecast(request: &Request<'_>, ran: &Run<'_>) -> Forecast {
    let at = moment(request);
    let account = hypothetical(&ran.account, request, at);
    let main = BookId::main();
    let ends = ends::after(&account, at);
    let limit = |counted| request.ledger.limit(counted, main, at.date(), &request.choices);
    let left = |limit: u32, used: u32| match account.closed {
        Some(_) => 0,
        None => limit.saturating_sub(used),
    };
    let (points_limit, strikes_limit) = (limit(Counted::Points), limit(Counted::Strikes));
    Forecast {
        points_limit,
        strikes_limit,
        points_left: points_limit
            .map(|limit| left(limit.saturating_add(account.surplus(main)), account.net(main))),
        strikes_left: strikes_limit.map(|limit| left(limit, account.strikes)),
        at: time::write(at, request.ledger),
        next: further::next(&account, request, at),
        ways: ways::ahead(&account, request, at),
        ends: ends.endings,
        year_ends: ends.year_ends,
        appeals: appeals::each(request, ran, &account, at),
    }
}

/// The moment for which a forecast is made: the last minute of `until`, or the last finding.
fn moment(request: &Request<'_>) -> DateTime {
    let last = request.findings.last().map(|finding| finding.at);
    let until = request.until.map(time::last_minute_of);
    let own = || request.rulebook.as_of.and_time(time::of_day(request.ledger));
    last.max(until).unwrap_or_else(own)
}

/// The account to go on with at `at`.
fn hypothetical<'a>(account: &Account<'a>, request: &'a Request<'_>, at: DateTime) -> Account<'a> {
    let mut account = account.clone();
    account.chosen = Chosen::unwatched(&request.choices);
    lives::pass_to(&mut account, at);
    account
}
