//! Which of the combinations that lead somewhere are the smallest.

use std::cmp::Reverse;

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime};

use crate::compile::TierId;
use crate::simulate::account::Account;
use crate::sorted;

use super::step::{Combination, Combinations, Step, is_counted};

/// Of what leads to a goal, the combinations from which no finding can be left out and, where
/// they have several, in which none can be replaced by a lighter one; fewest findings first,
/// those that have to come apart after those that may come at once.
pub(super) fn smallest(
    account: &Account<'_>,
    found: Combinations,
    at: DateTime,
) -> Vec<Combination> {
    let mut kept: Vec<Combination> = Vec::new();
    for found in [found.at_once, found.apart] {
        let lightness = |found: &Combination| {
            let points = found.iter().map(|one| u64::from(weight(account, *one, at.date())));
            let above =
                |tier: TierId| account.ledger.tiers.ids().take_while(|id| *id < tier).count();
            let tiers: usize = found.iter().map(|step| above(step.tier)).sum();
            (found.len(), points.sum::<u64>(), Reverse(tiers))
        };
        for one in sorted::by_key(found, lightness) {
            let smaller = |known: &Combination| {
                let singles = known.len() == 1 && one.len() == 1;
                is_within(account, known, &one, !singles, at.date()) || has_fewer(known, &one)
            };
            if !kept.iter().any(smaller) {
                kept.push(one);
            }
        }
    }
    kept
}

/// Whether each finding of `small` has its own counterpart in `large` that is as grave.
fn is_within(
    account: &Account<'_>,
    small: &[Step],
    large: &[Step],
    lighter: bool,
    day: Date,
) -> bool {
    let Some((one, rest)) = small.split_first() else { return true };
    large.iter().enumerate().any(|(index, other)| {
        let same = one.tier == other.tier && one.items <= other.items;
        let fits = same || (lighter && is_lighter(account, one.tier, other.tier, day));
        if !fits {
            return false;
        }
        let mut others = large.to_vec();
        others.remove(index);
        is_within(account, rest, &others, lighter, day)
    })
}

/// Whether a combination needs no more findings than another of the same tiers that come
/// apart, and no more items of any tier.
fn has_fewer(small: &[Step], large: &[Step]) -> bool {
    let items = |steps: &[Step], tier: TierId| -> u64 {
        steps.iter().filter(|step| step.tier == tier).map(|step| u64::from(step.items)).sum()
    };
    let apart = large.windows(2).any(|two| matches!(two, [one, next] if one.at < next.at));
    let fewer = |step: &Step| items(small, step.tier) <= items(large, step.tier);
    apart && small.len() <= large.len() && small.iter().all(fewer)
}

/// The points that so many items of a tier weigh before any limit.
fn weight(account: &Account<'_>, step: Step, day: Date) -> u32 {
    let tier = &account.ledger.tiers[step.tier];
    let (each, _) = account.points_of(tier, day);
    if is_counted(tier) { each.saturating_mul(step.items) } else { each }
}

/// Whether the tier `one` is lighter than `other`: both count by the finding, and it stands
/// below the other in the same book.
fn is_lighter(account: &Account<'_>, one: TierId, other: TierId, day: Date) -> bool {
    let tiers = &account.ledger.tiers;
    let (low, high) = (&tiers[one], &tiers[other]);
    let same_book = account.book_of(low, day).0 == account.book_of(high, day).0;
    other < one && !is_counted(low) && !is_counted(high) && same_book
}
