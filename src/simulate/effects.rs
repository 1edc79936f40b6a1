//! What a finding sets in motion: measures, nodes and closure.

use crate::compile::{
    BookId, CompiledImposed, CompiledNode, LedgerRule, MeasureId, NodeId, TierId, UnknownId,
};
use crate::rulebook::{Counted, Effect};

use super::account::{Account, Closed, Counts};
use super::answer::ClosedBy;
use super::finding::RunFinding;
use super::reached::Reached;
use super::relied::Relied;
use super::running::BegunMeasure;

/// What a finding sets in motion.
#[derive(Default)]
pub(super) struct Effects<'a> {
    pub(super) measures: Vec<BegunMeasure>,
    /// The number of points that it reached.
    pub(super) node: Option<u32>,
    pub(super) closes: bool,
    /// Points that the closure itself booked.
    pub(super) raised: u32,
    /// The rules whose number it reached.
    pub(super) reached: Vec<Reached>,
    /// The measures that are due, also those that take no effect because a graver one runs.
    pub(super) due: Vec<MeasureId>,
    /// Why it is not known which measures are due besides.
    pub(super) unknown: Vec<UnknownId>,
    pub(super) relied: Vec<Relied<'a>>,
}

/// Where a finding was booked.
#[derive(Clone, Copy, Debug)]
pub(super) struct TierAndBook {
    /// The tier after any upgrade.
    pub(super) tier: TierId,
    pub(super) book: BookId,
}

/// The effects of a finding that counts.
pub(super) fn of_finding<'a>(
    account: &mut Account<'a>,
    finding: &RunFinding<'_>,
    place: TierAndBook,
    before: &Counts,
) -> Effects<'a> {
    let mut effects = Effects::default();
    let open = account.closed.is_none();
    let tier = &account.ledger.tiers[place.tier];
    if open {
        close(account, finding, &mut effects);
        if tier.closes {
            close_by_finding(account, finding, &mut effects);
        }
        close_as_stated(account, finding, &mut effects);
    }
    // Restrictions for a time have no object once the account is closed.
    let closed = !open || effects.closes;
    for imposed in tier.measures.iter().filter(|one| !closed || one.days.is_none()) {
        impose(account, finding, imposed, LedgerRule::Tier(place.tier), &mut effects);
    }
    if open && !effects.closes {
        nodes(account, finding, place, before, &mut effects);
        unknown(account, finding, place, before, &mut effects);
    }
    effects
}

/// What the counts set in motion that a finding raised although it does not count by the rules.
pub(super) fn of_counts<'a>(
    account: &mut Account<'a>,
    finding: &RunFinding<'_>,
    place: TierAndBook,
    before: &Counts,
    effects: &mut Effects<'a>,
) {
    if account.closed.is_some() {
        return;
    }
    close(account, finding, effects);
    close_as_stated(account, finding, effects);
    if !effects.closes {
        nodes(account, finding, place, before, effects);
    }
}

/// The effects of a finding that does not count.
pub(super) fn of_special<'a>(account: &mut Account<'a>, finding: &RunFinding<'_>) -> Effects<'a> {
    let mut effects = Effects::default();
    let ledger = account.ledger;
    for id in &finding.circumstances {
        let circumstance = &ledger.circumstances[*id];
        if circumstance.effect == Effect::NotCounted {
            for imposed in &circumstance.imposes {
                impose(account, finding, imposed, LedgerRule::Circumstance(*id), &mut effects);
            }
        }
    }
    effects
}

/// Closes the account if a book or the strikes have reached a limit.
fn close<'a>(account: &mut Account<'a>, finding: &RunFinding<'_>, effects: &mut Effects<'a>) {
    let (day, chosen) = (finding.at.date(), account.chosen);
    let ledger = account.ledger;
    // A closure may book points: what it closes by is what stood before.
    let counts = ledger.closures.map(|_, closure| account.count(closure.counts, closure.book));
    for (id, closure) in &ledger.closures {
        if counts[id] < closure.at || !chosen.holds(&closure.when, day) {
            continue;
        }
        effects.reached.push(Reached::Closure(id));
        let by = match closure.counts {
            Counted::Points => ClosedBy::Points,
            Counted::Strikes | Counted::StrikesOfYear => ClosedBy::Strikes,
        };
        let by = match account.closed {
            Some(closed) if closed.by != by => ClosedBy::Both,
            _ => by,
        };
        account.closed = Some(Closed { by, at: finding.at });
        let missing = closure.raises_to.unwrap_or(0).saturating_sub(account.net(closure.book));
        effects.raised = effects.raised.max(missing);
        account.add_points(closure.book, finding.at, missing);
        effects.closes = true;
        for imposed in &closure.imposes {
            impose(account, finding, imposed, LedgerRule::Closure(id), effects);
        }
    }
}

/// Closes the account because a finding does, whatever the counts.
fn close_by_finding(
    account: &mut Account<'_>,
    finding: &RunFinding<'_>,
    effects: &mut Effects<'_>,
) {
    if !effects.closes {
        account.closed = Some(Closed { by: ClosedBy::Finding, at: finding.at });
        effects.closes = true;
    }
}

/// Closes the account where the platform is said to have done so.
fn close_as_stated(account: &mut Account<'_>, finding: &RunFinding<'_>, effects: &mut Effects<'_>) {
    if finding.forced.closes {
        close_by_finding(account, finding, effects);
    }
}

/// A node that a finding reached, and the number.
struct NodeReached<'a> {
    id: NodeId,
    node: &'a CompiledNode,
    number: u32,
}

impl NodeReached<'_> {
    /// Whether another one takes this one's place: of several numbers that one finding reaches,
    /// the highest counts.
    fn gives_way_to(&self, other: &Self) -> bool {
        let single = !self.node.multiples && !other.node.multiples;
        let same = other.node.counts == self.node.counts && other.node.book == self.node.book;
        single && same && self.number < other.number
    }
}

/// Imposes what is due at numbers of points or strikes.
fn nodes<'a>(
    account: &mut Account<'a>,
    finding: &RunFinding<'_>,
    place: TierAndBook,
    before: &Counts,
    effects: &mut Effects<'a>,
) {
    let day = finding.at.date();
    let ledger = account.ledger;
    let mut passed: Vec<NodeReached<'a>> = Vec::new();
    for (id, node) in &ledger.nodes {
        let concerns = (node.tiers.is_empty() || node.tiers.contains(&place.tier))
            && (node.counts != Counted::Points || node.book == place.book);
        if concerns && account.chosen.holds(&node.when, day) {
            let (was, is) = (account.stood_at(id, before, day), account.stands_at(id, day));
            passed.extend(node.reached(was, is).map(|number| NodeReached { id, node, number }));
        }
    }
    for one in &passed {
        if passed.iter().any(|other| one.gives_way_to(other)) {
            continue;
        }
        effects.reached.push(Reached::Node(one.id));
        if one.node.counts == Counted::Points {
            effects.node = effects.node.max(Some(one.number));
        }
        for imposed in &one.node.imposes {
            impose(account, finding, imposed, LedgerRule::Node(one.id), effects);
        }
    }
}

/// Notes why it is not known which measures are due besides.
fn unknown(
    account: &Account<'_>,
    finding: &RunFinding<'_>,
    place: TierAndBook,
    before: &Counts,
    effects: &mut Effects<'_>,
) {
    for (id, unknown) in &account.ledger.unknown_measures {
        let concerns = unknown.tiers.is_empty() || unknown.tiers.contains(&place.tier);
        let enters = unknown.at.as_ref().is_none_or(|at| {
            let (was, is) = (before.of(at.counts, at.book), account.count(at.counts, at.book));
            at.entered(was, is)
        });
        if concerns && enters && account.chosen.holds(&unknown.when, finding.at.date()) {
            effects.unknown.push(id);
        }
    }
}

fn impose<'a>(
    account: &mut Account<'a>,
    finding: &RunFinding<'_>,
    imposed: &'a CompiledImposed,
    rule: LedgerRule,
    effects: &mut Effects<'a>,
) {
    let day = finding.at.date();
    if !account.chosen.holds(&imposed.basis.when, day) {
        return;
    }
    effects.due.extend(&imposed.measures);
    let (entry, overlap, ledger) = (account.booked, account.overlap(day), account.ledger);
    let begun = account.running.begin(imposed, finding, entry, overlap, ledger);
    if begun.is_empty() {
        return;
    }
    effects.relied.push(Relied::on(rule, &imposed.basis, day));
    for measure in begun {
        if !effects.measures.contains(&measure) {
            effects.measures.push(measure);
        }
    }
}
