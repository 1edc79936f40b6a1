//! What one further finding would do.

use chrono::NaiveDateTime as DateTime;

use crate::compile::{CompiledTier, Id};
use crate::rulebook::Per;
use crate::simulate::account::Account;
use crate::simulate::findings::{Finding, Forced, Passed, Request};

use super::NextFinding;

/// The tiers under which a further finding may come, gravest first.
pub(super) fn tiers<'a>(
    account: &Account<'a>,
    at: DateTime,
) -> impl Iterator<Item = (Id, &'a CompiledTier)> {
    let tiers = (0..).zip(&account.ledger.tiers);
    tiers.filter(move |(_, tier)| !tier.credit && tier.in_force.holds_on(at.date()))
}

/// A further finding that says nothing but its tier and its items.
pub(super) fn finding<'a>(
    request: &Request<'a>,
    tier: Id,
    items: u32,
    at: DateTime,
) -> Option<Finding<'a>> {
    Some(Finding {
        id: String::new(),
        at,
        tier,
        items,
        circumstances: Vec::new(),
        labels: vec![0; request.ledger.labels.len()],
        stated: vec![None; request.ledger.amounts.len()],
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
    let outcome = |(id, tier): (Id, &CompiledTier)| {
        let mut after = account.clone();
        let mut entry = after.book(&finding(request, id, 1, at)?);
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
