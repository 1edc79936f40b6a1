//! What a finding sets in motion: measures, nodes and closure.

use crate::compile::{CompiledImposed, Id};
use crate::decide::Citation;
use crate::rulebook::{Counted, Effect};

use super::account::Account;
use super::findings::Finding;
use super::{ClosedBy, MeasureEntry};

/// What a finding sets in motion.
#[derive(Default)]
pub(super) struct Effects {
    pub(super) measures: Vec<MeasureEntry>,
    pub(super) citations: Vec<Citation>,
    /// The multiple of points that it reached.
    pub(super) node: Option<u32>,
    pub(super) closes: bool,
    /// Points that the closure itself booked.
    pub(super) raised: u32,
}

/// The effects of a finding that counts. `before` are the points before it.
pub(super) fn of_finding(
    account: &mut Account<'_>,
    finding: &Finding<'_>,
    tier: Id,
    before: u32,
) -> Effects {
    let mut effects = Effects::default();
    let open = account.closed.is_none();
    if open {
        close(account, finding, &mut effects);
    }
    let ledger = account.ledger;
    if let Some(rules) = ledger.tiers.get(usize::from(tier)) {
        let about = format!("tier/{}", rules.id);
        // Restrictions for a time have no object once the account is closed.
        let due = |imposed: &&CompiledImposed| (open && !effects.closes) || imposed.days.is_none();
        for imposed in rules.measures.iter().filter(due).collect::<Vec<_>>() {
            impose(account, finding, imposed, &about, &mut effects);
        }
    }
    if open && !effects.closes {
        nodes(account, finding, tier, before, &mut effects);
    }
    effects
}

/// The effects of a finding that does not count.
pub(super) fn of_special(account: &mut Account<'_>, finding: &Finding<'_>) -> Effects {
    let mut effects = Effects::default();
    let ledger = account.ledger;
    for id in &finding.circumstances {
        let Some(circumstance) = ledger.circumstances.get(usize::from(*id)) else { continue };
        if circumstance.effect == Effect::NotCounted {
            for imposed in &circumstance.imposes {
                impose(
                    account,
                    finding,
                    imposed,
                    &format!("circumstance/{}", circumstance.id),
                    &mut effects,
                );
            }
        }
    }
    effects
}

/// Closes the account if the ledger or the strikes have reached a limit.
fn close(account: &mut Account<'_>, finding: &Finding<'_>, effects: &mut Effects) {
    let day = finding.at.date();
    let ledger = account.ledger;
    let (points, strikes) = (account.points, account.strikes);
    for closure in ledger.closures.iter().filter(|closure| closure.in_force.holds_on(day)) {
        let (count, by) = match closure.counts {
            Counted::Points => (points, ClosedBy::Points),
            Counted::Strikes => (strikes, ClosedBy::Strikes),
        };
        if count < closure.at {
            continue;
        }
        let by = match account.closed {
            Some((other, _)) if other != by => ClosedBy::Both,
            _ => by,
        };
        account.closed = Some((by, finding.at));
        let booked = account.points.max(closure.books.unwrap_or(0));
        effects.raised = booked - account.points;
        account.points = booked;
        effects.closes = true;
        impose(account, finding, &closure.imposes, &format!("closure/{}", closure.id), effects);
    }
}

/// Imposes what is due each time the ledger reaches a multiple of points.
fn nodes(
    account: &mut Account<'_>,
    finding: &Finding<'_>,
    tier: Id,
    before: u32,
    effects: &mut Effects,
) {
    let day = finding.at.date();
    let ledger = account.ledger;
    let due = ledger.nodes.iter().filter(|node| node.in_force.holds_on(day));
    for node in due.filter(|node| node.tiers.contains(&tier)) {
        let reached = |points: u32| points.checked_div(node.every).unwrap_or(0);
        let multiple = reached(account.points);
        if reached(before) < multiple {
            effects.node = effects.node.max(Some(multiple.saturating_mul(node.every)));
            impose(account, finding, &node.imposes, &format!("node/{}", node.id), effects);
        }
    }
}

fn impose(
    account: &mut Account<'_>,
    finding: &Finding<'_>,
    imposed: &CompiledImposed,
    about: &str,
    effects: &mut Effects,
) {
    let begun = account.running.begin(imposed, finding.at, account.ledger);
    if begun.is_empty() {
        return;
    }
    let day = finding.at.date();
    account.rely(&mut effects.citations, about, &imposed.cite, imposed.confidence, day);
    for measure in begun {
        if !effects.measures.contains(&measure) {
            effects.measures.push(measure);
        }
    }
}
