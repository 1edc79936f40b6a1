//! What one further finding would do.

use chrono::NaiveDateTime as DateTime;

use crate::compile::{CompiledTier, Conditional, TierId};
use crate::rulebook::Per;
use crate::simulate::account::Account;
use crate::simulate::answer::NextFinding;
use crate::simulate::finding::{Forced, Passed, Request, RunFinding};
use crate::simulate::run::book;

/// The tiers under which a further finding may come, gravest first.
pub(super) fn tiers<'a>(
    account: &Account<'a>,
    at: DateTime,
) -> impl Iterator<Item = (TierId, &'a CompiledTier)> {
    let day = at.date();
    let tiers = account.ledger.tiers.iter();
    tiers.filter(move |(_, tier)| !tier.credit && tier.when().in_force.holds_on(day))
}

/// A further finding that says nothing but its tier and its items.
pub(super) fn finding<'a>(
    request: &Request<'a>,
    tier: TierId,
    items: u32,
    at: DateTime,
) -> Option<RunFinding<'a>> {
    Some(RunFinding {
        id: String::new(),
        at,
        tier,
        items,
        circumstances: Vec::new(),
        labels: request.ledger.labels.map(|_, _| None),
        stated: request.ledger.amounts.map(|_, _| None),
        exam: Passed::Unknown,
        reversed: false,
        taken: None,
        forced: Forced::default(),
        version: request.rulebook.version_on(at.date(), "").ok()?,
    })
}

/// What one further finding of each tier would do. Tiers whose points the platform states
/// are left out: nothing is known of the next.
pub(super) fn next(account: &Account<'_>, request: &Request<'_>, at: DateTime) -> Vec<NextFinding> {
    if account.closed.is_some() {
        return Vec::new();
    }
    let known = tiers(account, at).filter(|(_, tier)| tier.per != Per::Point);
    let outcome = |(id, tier): (TierId, &CompiledTier)| {
        let mut after = account.clone();
        let mut entry = book(&mut after, &finding(request, id, 1, at)?).entry;
        let alone = std::slice::from_mut(&mut entry);
        after.running.note_replaced(alone, account.booked, request.ledger);
        Some(NextFinding {
            tier: tier.id.clone(),
            points: entry.points,
            lost: entry.lost,
            strike: entry.strike,
            ledger: entry.ledger,
            strikes: entry.strikes,
            closes: entry.closes,
            node: entry.node,
            measures: entry.measures,
        })
    };
    known.filter_map(outcome).collect()
}
