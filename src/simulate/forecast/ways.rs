//! What leads to each further node and to closure.

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime};

use crate::compile::{CompiledTier, Id};
use crate::rulebook::{Counted, Per};
use crate::simulate::account::Account;
use crate::simulate::effects::Reached;
use crate::simulate::findings::Request;

use super::{Further, Way, further};

/// How many further findings are combined at most.
const MOST: usize = 3;

/// Further findings: tiers and items.
type Combination = Vec<(Id, u32)>;

/// A node or closure that lies ahead.
struct Goal {
    reached: Reached,
    rule: String,
    counts: Counted,
    book: Id,
    /// The number of points or strikes that it takes.
    number: u32,
    /// What leads there.
    found: Vec<Combination>,
}

/// The smallest combinations of further findings that lead to each node and closure.
pub(super) fn ahead(account: &Account<'_>, request: &Request<'_>, at: DateTime) -> Vec<Way> {
    if account.closed.is_some() {
        return Vec::new();
    }
    let (counted, single) = further::tiers(account, at).partition(|(_, tier)| is_counted(tier));
    let mut search = Search { request, at, counted, single, goals: goals(account, at) };
    search.from(account, &mut Vec::new(), 0);
    let way = |goal: Goal| {
        let smallest = smallest(account, goal.found, at);
        let told = |findings: Combination| {
            let tier = |id: Id| account.ledger.tiers.get(usize::from(id));
            let name = |id: Id| tier(id).map_or_else(String::new, |tier| tier.id.clone());
            findings.into_iter().map(|(id, items)| Further { tier: name(id), items }).collect()
        };
        let findings = smallest.into_iter().map(told).collect();
        Way { rule: goal.rule, number: goal.number, findings }
    };
    search.goals.into_iter().map(way).collect()
}

/// Whether a tier counts items, times or points.
fn is_counted(tier: &CompiledTier) -> bool {
    tier.per != Per::Finding
}

impl Goal {
    /// The points or strikes that it counts.
    fn stands(&self, account: &Account<'_>, day: Date) -> u32 {
        match self.reached {
            Reached::Node(index) => account.stands_at(index, day),
            Reached::Closure(_) => account.count(self.counts, self.book),
        }
    }
}

/// The nodes and closures that lie ahead.
fn goals(account: &Account<'_>, at: DateTime) -> Vec<Goal> {
    let day = at.date();
    let mut goals = Vec::new();
    for (index, node) in account.ledger.nodes.iter().enumerate() {
        let stands = account.stands_at(index, day);
        let number = if node.multiples {
            let times = stands.checked_div(node.at).unwrap_or(0);
            times.saturating_add(1).saturating_mul(node.at)
        } else {
            node.at
        };
        if account.chosen.holds(&node.when, day) && stands < number {
            goals.push(Goal {
                reached: Reached::Node(index),
                rule: format!("node/{}", node.id),
                counts: node.counts,
                book: node.book,
                number,
                found: Vec::new(),
            });
        }
    }
    for (index, closure) in account.ledger.closures.iter().enumerate() {
        if account.chosen.holds(&closure.when, day) {
            goals.push(Goal {
                reached: Reached::Closure(index),
                rule: format!("closure/{}", closure.id),
                counts: closure.counts,
                book: closure.book,
                number: closure.at,
                found: Vec::new(),
            });
        }
    }
    goals
}

/// A search through combinations of further findings.
struct Search<'s, 'a> {
    request: &'s Request<'a>,
    at: DateTime,
    /// Tiers that count items, of which one stands last in a combination.
    counted: Vec<(Id, &'s CompiledTier)>,
    /// The others.
    single: Vec<(Id, &'s CompiledTier)>,
    goals: Vec<Goal>,
}

impl Search<'_, '_> {
    /// Goes on from an account to which `findings` led, with tiers from the one numbered
    /// `first` on.
    fn from(&mut self, account: &Account<'_>, findings: &mut Combination, first: usize) {
        for index in 0..self.counted.len() {
            let Some((id, tier)) = self.counted.get(index).copied() else { continue };
            for items in self.items(account, tier) {
                self.with(account, findings, (id, items));
            }
        }
        for index in first..self.single.len() {
            let Some((id, _)) = self.single.get(index).copied() else { continue };
            let Some(after) = self.with(account, findings, (id, 1)) else { continue };
            if after.closed.is_none() && findings.len() + 1 < MOST {
                findings.push((id, 1));
                self.from(&after, findings, index);
                findings.pop();
            }
        }
    }

    /// Adds a finding, and notes what it reaches.
    fn with<'b>(
        &mut self,
        account: &Account<'b>,
        findings: &[(Id, u32)],
        added: (Id, u32),
    ) -> Option<Account<'b>> {
        let finding = further::finding(self.request, added.0, added.1, self.at)?;
        let mut after = account.clone();
        after.book(&finding);
        for goal in &mut self.goals {
            if after.reached.contains(&goal.reached) {
                goal.found.push(findings.iter().copied().chain([added]).collect());
            }
        }
        Some(after)
    }

    /// How many items it can take to reach something.
    fn items(&self, account: &Account<'_>, tier: &CompiledTier) -> Vec<u32> {
        let day = self.at.date();
        let book = account.value(&tier.book, day).map_or(0, |(book, _)| book);
        let each = account.value(&tier.points, day).map_or(0, |(points, _)| points);
        let mut items = vec![1];
        for goal in &self.goals {
            let stands = goal.stands(account, day);
            let mut missing = goal.number.saturating_sub(stands);
            if goal.counts == Counted::Points {
                missing = missing.saturating_add(account.surplus(goal.book));
            }
            let each = match goal.counts {
                Counted::Points if goal.book == book => each,
                Counted::Points => 0,
                Counted::Strikes | Counted::StrikesOfYear => 1,
            };
            if each > 0 && missing > 0 {
                items.push(missing.div_ceil(each));
            }
        }
        items.sort_unstable();
        items.dedup();
        items.retain(|items| *items <= account.ledger.limits.items);
        items
    }
}

/// Of what leads to a goal, the combinations from which no finding can be left out and, where
/// they have several, in which none can be replaced by a lighter one; fewest findings first.
fn smallest(account: &Account<'_>, mut found: Vec<Combination>, at: DateTime) -> Vec<Combination> {
    let lightness = |found: &Combination| {
        let points = found.iter().map(|one| u64::from(weight(account, *one, at.date())));
        let tiers: usize = found.iter().map(|(tier, _)| usize::from(*tier)).sum();
        (found.len(), points.sum::<u64>(), usize::MAX - tiers)
    };
    found.sort_by_key(lightness);
    let mut kept: Vec<Combination> = Vec::new();
    for one in found {
        let smaller = |known: &Combination| {
            let singles = known.len() == 1 && one.len() == 1;
            is_within(account, known, &one, !singles, at.date())
        };
        if !kept.iter().any(smaller) {
            kept.push(one);
        }
    }
    kept
}

/// Whether each finding of `small` has its own counterpart in `large` that is as grave.
fn is_within(
    account: &Account<'_>,
    small: &[(Id, u32)],
    large: &[(Id, u32)],
    lighter: bool,
    day: Date,
) -> bool {
    let Some((one, rest)) = small.split_first() else { return true };
    large.iter().enumerate().any(|(index, other)| {
        let same = one.0 == other.0 && one.1 <= other.1;
        let fits = same || (lighter && is_lighter(account, one.0, other.0, day));
        if !fits {
            return false;
        }
        let mut others = large.to_vec();
        others.remove(index);
        is_within(account, rest, &others, lighter, day)
    })
}

/// The points that so many items of a tier weigh before any limit.
fn weight(account: &Account<'_>, (tier, items): (Id, u32), day: Date) -> u32 {
    let Some(tier) = account.ledger.tiers.get(usize::from(tier)) else { return 0 };
    let each = account.value(&tier.points, day).map_or(0, |(points, _)| points);
    if is_counted(tier) { each.saturating_mul(items) } else { each }
}

/// Whether the tier `one` is lighter than `other`: both count by the finding, and it stands
/// below the other in the same book.
fn is_lighter(account: &Account<'_>, one: Id, other: Id, day: Date) -> bool {
    let tier = |id: Id| account.ledger.tiers.get(usize::from(id));
    let (Some(low), Some(high)) = (tier(one), tier(other)) else { return false };
    let book = |tier: &CompiledTier| account.value(&tier.book, day).map(|(book, _)| book);
    other < one && !is_counted(low) && !is_counted(high) && book(low) == book(high)
}
