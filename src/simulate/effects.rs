//! What a finding sets in motion: measures, nodes and closure.

use chrono::NaiveDate as Date;

use crate::compile::{CompiledImposed, CompiledNode, Id};
use crate::decide::Citation;
use crate::rulebook::{Counted, Effect, Summed};

use super::account::{Account, Before};
use super::findings::Finding;
use super::{ClosedBy, MeasureEntry};

/// A rule whose number a finding reached, by its place in the ledger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Reached {
    Node(usize),
    Closure(usize),
}

/// What a finding sets in motion.
#[derive(Default)]
pub(super) struct Effects {
    pub(super) measures: Vec<MeasureEntry>,
    pub(super) citations: Vec<Citation>,
    /// The number of points that it reached.
    pub(super) node: Option<u32>,
    pub(super) closes: bool,
    /// Points that the closure itself booked.
    pub(super) raised: u32,
    /// The rules whose number it reached.
    pub(super) reached: Vec<Reached>,
    /// The measures that are due, also those that take no effect because a graver one runs.
    pub(super) due: Vec<Id>,
}

/// The effects of a finding that counts.
pub(super) fn of_finding(
    account: &mut Account<'_>,
    finding: &Finding<'_>,
    tier: Id,
    book: Id,
    before: &Before,
) -> Effects {
    let mut effects = Effects::default();
    let open = account.closed.is_none();
    let ledger = account.ledger;
    if open {
        close(account, finding, &mut effects);
        if !effects.closes && ledger.tiers.get(usize::from(tier)).is_some_and(|tier| tier.closes) {
            account.closed = Some((ClosedBy::Finding, finding.at));
            effects.closes = true;
        }
    }
    if let Some(rules) = ledger.tiers.get(usize::from(tier)) {
        // Restrictions for a time have no object once the account is closed.
        let closed = !open || effects.closes;
        for imposed in rules.measures.iter().filter(|one| !closed || one.days.is_none()) {
            impose(account, finding, imposed, ("tier", &rules.id), &mut effects);
        }
    }
    if open && !effects.closes {
        nodes(account, finding, tier, book, before, &mut effects);
    }
    effects
}

/// What the counts set in motion that a finding raised although it does not count by the rules.
pub(super) fn of_counts(
    account: &mut Account<'_>,
    finding: &Finding<'_>,
    (tier, book): (Id, Id),
    before: &Before,
    effects: &mut Effects,
) {
    if account.closed.is_some() {
        return;
    }
    close(account, finding, effects);
    if !effects.closes {
        nodes(account, finding, tier, book, before, effects);
    }
}

/// The effects of a finding that does not count.
pub(super) fn of_special(account: &mut Account<'_>, finding: &Finding<'_>) -> Effects {
    let mut effects = Effects::default();
    let ledger = account.ledger;
    for id in &finding.circumstances {
        let Some(circumstance) = ledger.circumstances.get(usize::from(*id)) else { continue };
        if circumstance.effect == Effect::NotCounted {
            for imposed in &circumstance.imposes {
                let about = ("circumstance", circumstance.id.as_str());
                impose(account, finding, imposed, about, &mut effects);
            }
        }
    }
    effects
}

/// Closes the account if a book or the strikes have reached a limit.
fn close(account: &mut Account<'_>, finding: &Finding<'_>, effects: &mut Effects) {
    let (day, chosen) = (finding.at.date(), account.chosen);
    let ledger = account.ledger;
    let counts: Vec<u32> =
        ledger.closures.iter().map(|closure| account.count(closure.counts, closure.book)).collect();
    let due = ledger.closures.iter().zip(counts).enumerate();
    let due = due.filter(|(_, (closure, count))| closure.at <= *count);
    for (index, (closure, _)) in due.filter(|(_, (rule, _))| chosen.holds(&rule.when, day)) {
        effects.reached.push(Reached::Closure(index));
        let by = match closure.counts {
            Counted::Points => ClosedBy::Points,
            Counted::Strikes | Counted::StrikesOfYear => ClosedBy::Strikes,
        };
        let by = match account.closed {
            Some((other, _)) if other != by => ClosedBy::Both,
            _ => by,
        };
        account.closed = Some((by, finding.at));
        let missing = closure.raises_to.unwrap_or(0).saturating_sub(account.net(closure.book));
        effects.raised = effects.raised.max(missing);
        account.add_points(closure.book, finding.at, missing, false);
        effects.closes = true;
        for imposed in &closure.imposes {
            impose(account, finding, imposed, ("closure", &closure.id), effects);
        }
    }
}

/// Imposes what is due at numbers of points or strikes.
fn nodes(
    account: &mut Account<'_>,
    finding: &Finding<'_>,
    tier: Id,
    book: Id,
    before: &Before,
    effects: &mut Effects,
) {
    let day = finding.at.date();
    let ledger = account.ledger;
    let mut reached: Vec<(usize, &CompiledNode, u32)> = Vec::new();
    for (index, node) in ledger.nodes.iter().enumerate() {
        let concerns = (node.tiers.is_empty() || node.tiers.contains(&tier))
            && (node.counts != Counted::Points || node.book == book);
        if !concerns || !account.chosen.holds(&node.when, day) {
            continue;
        }
        let (was, is) = (before_node(account, index, before, day), account.stands_at(index, day));
        let number = if node.multiples {
            let multiple = |count: u32| count.checked_div(node.at).unwrap_or(0);
            (multiple(was) < multiple(is)).then(|| multiple(is).saturating_mul(node.at))
        } else {
            (was < node.at && node.at <= is).then_some(node.at)
        };
        reached.extend(number.map(|number| (index, node, number)));
    }
    for (index, node, number) in &reached {
        // Of several numbers that one finding reaches, the highest counts.
        let same = |other: &CompiledNode| {
            !other.multiples && other.counts == node.counts && other.book == node.book
        };
        let higher = |(_, other, n): &(usize, &CompiledNode, u32)| same(other) && number < n;
        if !node.multiples && reached.iter().any(higher) {
            continue;
        }
        effects.reached.push(Reached::Node(*index));
        if node.counts == Counted::Points {
            effects.node = effects.node.max(Some(*number));
        }
        for imposed in &node.imposes {
            impose(account, finding, imposed, ("node", &node.id), effects);
        }
    }
}

/// What a node counted before the finding.
fn before_node(account: &Account<'_>, index: usize, before: &Before, day: Date) -> u32 {
    let Some(node) = account.ledger.nodes.get(index) else { return 0 };
    if account.sums_tiers(node, day) {
        return before.sums.get(index).copied().unwrap_or(0);
    }
    before.count(node.counts, node.book)
}

impl Account<'_> {
    /// What the node numbered `index` counts.
    pub(super) fn stands_at(&self, index: usize, day: Date) -> u32 {
        let Some(node) = self.ledger.nodes.get(index) else { return 0 };
        if self.sums_tiers(node, day) {
            return self.sums.get(index).copied().unwrap_or(0);
        }
        self.count(node.counts, node.book)
    }

    /// Whether a node sums up the points of its tiers only.
    fn sums_tiers(&self, node: &CompiledNode, day: Date) -> bool {
        self.value(&node.sums, day).is_some_and(|(sums, _)| sums == Summed::Tiers)
    }
}

fn impose(
    account: &mut Account<'_>,
    finding: &Finding<'_>,
    imposed: &CompiledImposed,
    (kind, id): (&str, &str),
    effects: &mut Effects,
) {
    let day = finding.at.date();
    if !account.chosen.holds(&imposed.when, day) {
        return;
    }
    effects.due.extend(&imposed.measures);
    let (entry, overlap, ledger) = (account.booked, account.overlap(day), account.ledger);
    let begun = account.running.begin(imposed, finding, entry, overlap, ledger);
    if begun.is_empty() {
        return;
    }
    account.rely(&mut effects.citations, kind, id, &imposed.cite, imposed.confidence, day);
    for measure in begun {
        if !effects.measures.contains(&measure) {
            effects.measures.push(measure);
        }
    }
}
