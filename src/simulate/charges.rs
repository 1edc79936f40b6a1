//! What a finding costs in money.

use crate::compile::{AmountId, CompiledCharge, LedgerRule, Upon};
use crate::rulebook::{Counted, Per};

use super::account::Account;
use super::answer::MoneyEntry;
use super::booking::Booked;
use super::finding::{RunFinding, Sums};
use super::reached::Reached;
use super::relied::Relied;

const FEN: u64 = 100;

/// What a finding costs, and the rules behind it.
#[derive(Default)]
pub(super) struct Charges<'a> {
    pub(super) money: Vec<MoneyEntry>,
    pub(super) relied: Vec<Relied<'a>>,
}

/// A share of an amount, in percent.
#[derive(Clone, Copy)]
struct Portion {
    of: AmountId,
    percent: u32,
}

/// What a finding that counts costs: of the charges of every group, the first that applies.
pub(super) fn of_finding<'a>(
    account: &Account<'a>,
    finding: &RunFinding<'_>,
    booked: &Booked<'_>,
    reached: &[Reached],
) -> Charges<'a> {
    let day = finding.at.date();
    let (ledger, chosen) = (account.ledger, account.chosen);
    let mut charges = Charges::default();
    let mut groups: Vec<&str> = Vec::new();
    for (id, charge) in &ledger.charges {
        let holds = chosen.holds(&charge.basis.when, day);
        let taken = groups.contains(&charge.group.as_str());
        if !holds || taken || !applies(account, charge, booked, reached) {
            continue;
        }
        let relied = Relied::on(LedgerRule::Charge(id), &charge.basis, day);
        let (relied, part) = match &charge.share {
            None => (relied, None),
            Some(share) => {
                let Some((percent, confidence)) = account.value(&share.percent, day) else {
                    continue;
                };
                (relied.but(confidence), Some(Portion { of: share.of, percent }))
            }
        };
        groups.push(&charge.group);
        charges.relied.push(relied);
        charges.money.push(entry(account, finding, charge, part));
    }
    charges
}

/// Whether a finding that reached these nodes and closures sets a charge off that is due upon
/// others; one that is due upon none needs nothing.
fn set_off(upon: &Upon, reached: &[Reached]) -> bool {
    let sets_off = |one: &Reached| match one {
        Reached::Node(id) => upon.nodes.contains(id),
        Reached::Closure(id) => upon.closures.contains(id),
    };
    upon.nodes.is_empty() && upon.closures.is_empty() || reached.iter().any(sets_off)
}

fn applies(
    account: &Account<'_>,
    charge: &CompiledCharge,
    booked: &Booked<'_>,
    reached: &[Reached],
) -> bool {
    let of_tier = charge.tiers.is_empty() || charge.tiers.contains(&booked.place.tier);
    let large = charge.single.is_none_or(|single| single <= booked.points);
    if !of_tier || !large || !set_off(&charge.upon, reached) {
        return false;
    }
    charge.reached.as_ref().is_none_or(|reached| {
        let concerned = match reached.counts {
            Counted::Points => reached.book == booked.place.book,
            Counted::Strikes | Counted::StrikesOfYear => booked.strikes > 0,
        };
        let count = account.count(reached.counts, reached.book);
        concerned && reached.from <= count && reached.to.is_none_or(|to| count <= to)
    })
}

/// What an amount comes to for a finding, in fen, as stated or as the amount in its place is.
fn base(account: &Account<'_>, finding: &RunFinding<'_>, named: AmountId) -> Option<u64> {
    let amounts = &account.ledger.amounts;
    let mut id = named;
    // An amount that stands for itself in a circle is not stated.
    for _ in amounts {
        let amount = &amounts[id];
        let of = |stated: &Sums| stated[id];
        if let Some(stated) = of(&finding.stated).or_else(|| of(account.stated)) {
            let stated = amount.if_none.filter(|_| stated == 0).map_or(stated, fen);
            let times = if amount.per == Per::Finding { 1 } else { u64::from(finding.items) };
            return Some(stated.saturating_mul(times));
        }
        id = amount.or?;
    }
    None
}

/// A sum in hundredths of the currency's unit: of a yuan, fen.
fn fen(units: u32) -> u64 {
    u64::from(units) * FEN
}

fn entry(
    account: &Account<'_>,
    finding: &RunFinding<'_>,
    charge: &CompiledCharge,
    part: Option<Portion>,
) -> MoneyEntry {
    let (floor, most) = (charge.least.map(fen), charge.most.map(fen));
    let (least, most) = match part {
        None if charge.per == Per::Finding => (floor, most.or(floor)),
        None => {
            let due = floor.map(|sum| sum.saturating_mul(u64::from(finding.items)));
            let due = due.map(|due| due.min(most.unwrap_or(u64::MAX)));
            (due, due)
        }
        Some(part) => match base(account, finding, part.of) {
            None => (floor, most),
            Some(base) => {
                let share = u128::from(base).saturating_mul(u128::from(part.percent)) / 100;
                let share = u64::try_from(share).unwrap_or(u64::MAX);
                let due = share.max(floor.unwrap_or(0)).min(most.unwrap_or(u64::MAX));
                (floor.filter(|_| charge.up_to).or(Some(due)), Some(due))
            }
        },
    };
    MoneyEntry {
        charge: charge.id.clone(),
        share_of: part.map(|part| account.ledger.amounts[part.of].id.clone()),
        percent: part.map(|part| part.percent),
        least,
        most,
    }
}
