//! What a finding costs in money.

use crate::compile::{CompiledCharge, Id};
use crate::decide::Citation;
use crate::rulebook::Counted;

use super::MoneyEntry;
use super::account::Account;
use super::findings::Finding;

/// Sums of money stated, by the number of the amount, in fen.
pub(super) type Stated = Vec<Option<u64>>;

const FEN: u64 = 100;

/// What a charge looks at.
pub(super) struct Charged {
    pub(super) tier: Id,
    pub(super) book: Id,
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

fn applies(account: &Account<'_>, charge: &CompiledCharge, charged: &Charged) -> bool {
    if !charge.tiers.is_empty() && !charge.tiers.contains(&charged.tier) {
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

fn entry(
    account: &Account<'_>,
    finding: &Finding<'_>,
    charge: &CompiledCharge,
    share: Option<(Id, u32)>,
) -> MoneyEntry {
    let fen = |yuan: u32| u64::from(yuan) * FEN;
    let (floor, most) = (charge.least.map(fen), charge.most.map(fen));
    let amount = |id: Id| account.ledger.amounts.get(usize::from(id));
    let stated = |id: Id| {
        let of = |stated: &Stated| stated.get(usize::from(id)).copied().flatten();
        let stated = of(&finding.stated).or_else(|| of(account.stated))?;
        let instead = amount(id)?.if_none.filter(|_| stated == 0);
        Some(instead.map_or(stated, fen))
    };
    let (least, most) = match share {
        None => (floor, most.or(floor)),
        Some((id, percent)) => match stated(id) {
            None => (floor, most),
            Some(base) => {
                let share = base.saturating_mul(u64::from(percent)) / 100;
                let due = share.max(floor.unwrap_or(0)).min(most.unwrap_or(u64::MAX));
                (Some(due), Some(due))
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
