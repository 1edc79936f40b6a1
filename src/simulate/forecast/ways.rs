//! What leads to each further node and to closure.
//!
//! Further findings can come at once, or apart: each when the windows in which it would be
//! counted together with others are over. Both are searched, by booking them.

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime};

use crate::compile::{CompiledTier, Id};
use crate::rulebook::{Counted, Per};
use crate::simulate::account::Account;
use crate::simulate::effects::Reached;
use crate::simulate::findings::Request;
use crate::simulate::time;

use super::{Further, Way, further};

/// How many further findings are combined at most.
const MOST: usize = 3;

/// Further findings.
type Combination = Vec<Step>;

/// A further finding: its tier, its items, and when it comes.
#[derive(Clone, Copy)]
struct Step {
    tier: Id,
    items: u32,
    at: DateTime,
}

/// A node or closure that lies ahead.
struct Goal {
    reached: Reached,
    rule: String,
    counts: Counted,
    book: Id,
    /// The number of points or strikes that it takes.
    number: u32,
    /// What leads there.
    found: Found,
}

/// What leads to a goal.
#[derive(Default)]
struct Found {
    at_once: Vec<Combination>,
    apart: Vec<Combination>,
}

/// The smallest combinations of further findings that lead to each node and closure.
pub(super) fn ahead(account: &Account<'_>, request: &Request<'_>, at: DateTime) -> Vec<Way> {
    if account.closed.is_some() {
        return Vec::new();
    }
    let (counted, single) = further::tiers(account, at).partition(|(_, tier)| is_counted(tier));
    let goals = goals(account, at);
    let mut search = Search { request, at, counted, single, goals };
    search.at_once(account, &mut Vec::new(), 0);
    search.apart(account, &mut Vec::new(), 0);
    let way = |goal: Goal| {
        let told = |findings: Combination| {
            let tier = |id: Id| account.ledger.tiers.get(usize::from(id));
            let name = |id: Id| tier(id).map_or_else(String::new, |tier| tier.id.clone());
            let further = findings.into_iter().map(|step| Further {
                tier: name(step.tier),
                items: step.items,
                at: time::write(step.at, account.ledger),
            });
            further.collect()
        };
        let findings = smallest(account, goal.found, at).into_iter().map(told).collect();
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
                found: Found::default(),
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
                found: Found::default(),
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
    /// `first` on, all at the same moment.
    fn at_once(&mut self, account: &Account<'_>, findings: &mut Combination, first: usize) {
        let at = self.at;
        for index in 0..self.counted.len() {
            let Some((id, tier)) = self.counted.get(index).copied() else { continue };
            for items in self.items(account, tier, at) {
                self.with(account, findings, Step { tier: id, items, at });
            }
        }
        for index in first..self.single.len() {
            let Some((tier, _)) = self.single.get(index).copied() else { continue };
            let step = Step { tier, items: 1, at };
            let Some(after) = self.with(account, findings, step) else { continue };
            if after.closed.is_none() && findings.len() + 1 < MOST {
                findings.push(step);
                self.at_once(&after, findings, index);
                findings.pop();
            }
        }
    }

    /// The same, with each finding when no window is open that it would fall into. What needs
    /// no waiting is what may come at once, and is not noted again.
    fn apart(&mut self, account: &Account<'_>, findings: &mut Combination, first: usize) {
        let now = findings.last().map_or(self.at, |last| last.at);
        // Items are not spread over several tiers.
        let spread = findings.last().is_some_and(|last| self.is_counted(last.tier));
        let end = if spread { first + 1 } else { self.single.len() + self.counted.len() };
        for index in first..end {
            let counted = index.checked_sub(self.single.len());
            let tier = match counted {
                None => self.single.get(index),
                Some(index) => self.counted.get(index),
            };
            let Some((id, tier)) = tier.copied() else { continue };
            let at = clear_of_windows(account, tier, now);
            let mut before = account.clone();
            before.pass_to(at);
            let mut items = vec![1];
            if counted.is_some() {
                items.extend(self.items(&before, tier, at));
                items.extend(fill(&before, tier, at));
                items.sort_unstable();
                items.dedup();
            }
            for items in items {
                let step = Step { tier: id, items, at };
                let Some(after) = self.with(&before, findings, step) else { continue };
                // Items that no window caps need not be spread over several findings.
                let last = counted.is_some() && tier.windows.is_empty();
                if after.closed.is_none() && findings.len() + 1 < MOST && !last {
                    findings.push(step);
                    self.apart(&after, findings, index);
                    findings.pop();
                }
            }
        }
    }

    fn is_counted(&self, tier: Id) -> bool {
        self.counted.iter().any(|(id, _)| *id == tier)
    }

    /// Adds a finding, and notes what it reaches.
    fn with<'b>(
        &mut self,
        account: &Account<'b>,
        findings: &[Step],
        added: Step,
    ) -> Option<Account<'b>> {
        let finding = further::finding(self.request, added.tier, added.items, added.at)?;
        let mut after = account.clone();
        after.book(&finding);
        let waited = self.at < added.at;
        // What spreads items over several findings at once is found with them in one.
        let spread =
            findings.iter().any(|step| self.counted.iter().any(|(id, _)| *id == step.tier));
        if spread && !waited {
            return Some(after);
        }
        for goal in &mut self.goals {
            if !after.reached.contains(&goal.reached) {
                continue;
            }
            let found = findings.iter().copied().chain([added]).collect();
            if !waited {
                goal.found.at_once.push(found);
            } else if matches!(goal.reached, Reached::Closure(_))
                // A year that turned meanwhile may have made the way longer.
                || goal.number <= goal.stands(&after, added.at.date())
            {
                goal.found.apart.push(found);
            }
        }
        Some(after)
    }

    /// How many items it can take to reach something.
    fn items(&self, account: &Account<'_>, tier: &CompiledTier, at: DateTime) -> Vec<u32> {
        let day = at.date();
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

/// The first moment from `now` on at which a finding of a tier is counted together with no
/// earlier one.
fn clear_of_windows(account: &Account<'_>, tier: &CompiledTier, now: DateTime) -> DateTime {
    let (day, chosen) = (now.date(), account.chosen);
    let within = tier.windows.iter().filter(|one| chosen.holds(&one.when, day));
    let open = within.filter_map(|one| {
        let rules = account.ledger.windows.get(usize::from(one.window))?;
        let ends = rules.ends_with_year.as_ref().is_some_and(|when| chosen.holds(when, day));
        // A further finding states no label, so it shares that of others which state none.
        let window = account.windows.get(usize::from(one.window))?.get(&0)?;
        window.covers(now, ends).then(|| window.over(ends))
    });
    open.fold(now, DateTime::max)
}

/// How many items fill a new window that caps their points.
fn fill(account: &Account<'_>, tier: &CompiledTier, at: DateTime) -> Option<u32> {
    let (day, chosen) = (at.date(), account.chosen);
    let each = account.value(&tier.points, day).map_or(0, |(points, _)| points);
    let caps = tier.windows.iter().filter(|one| one.caps && chosen.holds(&one.when, day));
    let caps = caps.filter_map(|one| account.ledger.windows.get(usize::from(one.window))?.cap);
    caps.min()?.checked_div(each)
}

/// Of what leads to a goal, the combinations from which no finding can be left out and, where
/// they have several, in which none can be replaced by a lighter one; fewest findings first,
/// those that have to come apart after those that may come at once.
fn smallest(account: &Account<'_>, found: Found, at: DateTime) -> Vec<Combination> {
    let mut kept: Vec<Combination> = Vec::new();
    for mut found in [found.at_once, found.apart] {
        let lightness = |found: &Combination| {
            let points = found.iter().map(|one| u64::from(weight(account, *one, at.date())));
            let tiers: usize = found.iter().map(|step| usize::from(step.tier)).sum();
            (found.len(), points.sum::<u64>(), usize::MAX - tiers)
        };
        found.sort_by_key(lightness);
        for one in found {
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
    let items = |steps: &[Step], tier: Id| -> u64 {
        steps.iter().filter(|step| step.tier == tier).map(|step| u64::from(step.items)).sum()
    };
    let apart = large.windows(2).any(|two| matches!(two, [one, next] if one.at < next.at));
    let fewer = |step: &Step| items(small, step.tier) <= items(large, step.tier);
    apart && small.len() <= large.len() && small.iter().all(fewer)
}

/// The points that so many items of a tier weigh before any limit.
fn weight(account: &Account<'_>, step: Step, day: Date) -> u32 {
    let Some(tier) = account.ledger.tiers.get(usize::from(step.tier)) else { return 0 };
    let each = account.value(&tier.points, day).map_or(0, |(points, _)| points);
    if is_counted(tier) { each.saturating_mul(step.items) } else { each }
}

/// Whether the tier `one` is lighter than `other`: both count by the finding, and it stands
/// below the other in the same book.
fn is_lighter(account: &Account<'_>, one: Id, other: Id, day: Date) -> bool {
    let tier = |id: Id| account.ledger.tiers.get(usize::from(id));
    let (Some(low), Some(high)) = (tier(one), tier(other)) else { return false };
    let book = |tier: &CompiledTier| account.value(&tier.book, day).map(|(book, _)| book);
    other < one && !is_counted(low) && !is_counted(high) && book(low) == book(high)
}
