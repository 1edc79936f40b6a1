//! What a finding costs in money.

use crate::compile::{CompiledAmount, CompiledCharge, Id, Upon};
use crate::decide::Citation;
use crate::rulebook::{Counted, Per};

use super::MoneyEntry;
use super::account::Account;
use super::effects::Reached;
use super::findings::Finding;

/// Sums of money stated, by the number of the amount, in fen.
pub(super) type Stated = Vec<Option<u64>>;

const FEN: u64 = 100;

/// What a charge looks at.
pub(super) struct Charged {
    pub(super) tier: Id,
    pub(super) book: Id,
    /// The points that the finding itself booked.
    pub(super) points: u32,
    pub(super) strikes: u32,
}

/// What a finding that counts costs: of the charges of every group, the first that applies.
pub(super) fn of_finding(
    account: &mut Account<'_>,
    finding: &Finding<'_>,
    charged: &Charged,
    behind: &mut Vec<Citation>,
) -> Vec<MoneyEntry> {
    let day = finding.at.date();
    let (ledger, chosen) = (account.ledger, account.chosen);
    let mut due: Vec<(&CompiledCharge, Option<(Id, u32)>)> = Vec::new();
    for charge in ledger.charges.iter().filter(|rule| chosen.holds(&rule.when, day)) {
        let taken = due.iter().any(|(known, _)| known.group == charge.group);
        if taken || !applies(account, charge, charged) {
            continue;
        }
        let Some((amount, percent)) = &charge.share else {
            account.rely(behind, "charge", &charge.id, &charge.cite, charge.confidence, day);
            due.push((charge, None));
            continue;
        };
        if let Some((percent, confidence)) = account.value(percent, day) {
            let confidence = confidence.min(charge.confidence);
            account.rely(behind, "charge", &charge.id, &charge.cite, confidence, day);
            due.push((charge, Some((*amount, percent))));
        }
    }
    due.into_iter().map(|(charge, share)| entry(account, finding, charge, share)).collect()
}

/// Whether a finding that reached these nodes and closures sets a charge off that is due upon
/// others; one that is due upon none needs nothing.
fn set_off(upon: &Upon, reached: &[Reached]) -> bool {
    let named = |ids: &[Id], index: usize| ids.iter().any(|id| usize::from(*id) == index);
    let sets_off = |one: &Reached| match *one {
        Reached::Node(index) => named(&upon.nodes, index),
        Reached::Closure(index) => named(&upon.closures, index),
    };
    upon.nodes.is_empty() && upon.closures.is_empty() || reached.iter().any(sets_off)
}

fn applies(account: &Account<'_>, charge: &CompiledCharge, charged: &Charged) -> bool {
    let of_tier = charge.tiers.is_empty() || charge.tiers.contains(&charged.tier);
    let large = charge.single.is_none_or(|single| single <= charged.points);
    if !of_tier || !large || !set_off(&charge.upon, &account.reached) {
        return false;
    }
    charge.reached.as_ref().is_none_or(|reached| {
        let concerned = match reached.counts {
            Counted::Points => reached.book == charged.book,
            Counted::Strikes | Counted::StrikesOfYear => charged.strikes > 0,
        };
        let count = account.count(reached.counts, reached.book);
        concerned && reached.from <= count && reached.to.is_none_or(|to| count <= to)
    })
}

/// What an amount comes to for a finding, in fen, as stated or as the amount in its place is.
fn base(account: &Account<'_>, finding: &Finding<'_>, named: &CompiledAmount) -> Option<u64> {
    let amounts = &account.ledger.amounts;
    let mut amount = named;
    // An amount that stands for itself in a circle is not stated.
    for _ in amounts {
        let id = amounts.iter().position(|known| known.id == amount.id)?;
        let of = |stated: &Stated| stated.get(id).copied().flatten();
        if let Some(stated) = of(&finding.stated).or_else(|| of(account.stated)) {
            let stated = amount.if_none.filter(|_| stated == 0).map_or(stated, fen);
            let times = if amount.per == Per::Finding { 1 } else { u64::from(finding.items) };
            return Some(stated.saturating_mul(times));
        }
        amount = amounts.get(usize::from(amount.or?))?;
    }
    None
}

fn fen(yuan: u32) -> u64 {
    u64::from(yuan) * FEN
}

fn entry(
    account: &Account<'_>,
    finding: &Finding<'_>,
    charge: &CompiledCharge,
    share: Option<(Id, u32)>,
) -> MoneyEntry {
    let (floor, most) = (charge.least.map(fen), charge.most.map(fen));
    let amount = |id: Id| account.ledger.amounts.get(usize::from(id));
    let (least, most) = match share {
        None => (floor, most.or(floor)),
        Some((id, percent)) => match amount(id).and_then(|amount| base(account, finding, amount)) {
            None => (floor, most),
            Some(base) => {
                let share = u128::from(base).saturating_mul(u128::from(percent)) / 100;
                let share = u64::try_from(share).unwrap_or(u64::MAX);
                let due = share.max(floor.unwrap_or(0)).min(most.unwrap_or(u64::MAX));
                (floor.filter(|_| charge.up_to).or(Some(due)), Some(due))
            }
        },
    };
    MoneyEntry {
        charge: charge.id.clone(),
        share_of: share.and_then(|(id, _)| amount(id)).map(|amount| amount.id.clone()),
        percent: share.map(|(_, percent)| percent),
        least,
        most,
    }
}
