//! What leads to each further node and to closure.
//!
//! Further findings can come at once, or apart: each when the windows in which it would be
//! counted together with others are over. Both are searched, by booking them.

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime};

use crate::compile::{CompiledTier, Id};
use crate::limits;
use crate::rulebook::{Counted, Per};
use crate::simulate::account::Account;
use crate::simulate::effects::Reached;
use crate::simulate::findings::Request;
use crate::simulate::time;

use super::smallest::smallest;
use super::{Further, Way, further};

/// Further findings.
pub(super) type Combination = Vec<Step>;

/// A further finding: its tier, its items, and when it comes.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) tier: Id,
    pub(super) items: u32,
    pub(super) at: DateTime,
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
pub(super) struct Found {
    pub(super) at_once: Vec<Combination>,
    pub(super) apart: Vec<Combination>,
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
pub(super) fn is_counted(tier: &CompiledTier) -> bool {
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
                self.with(account, findings, Step { tier: id, items, at }, false);
            }
        }
        for index in first..self.single.len() {
            let Some((tier, _)) = self.single.get(index).copied() else { continue };
            let step = Step { tier, items: 1, at };
            let Some(after) = self.with(account, findings, step, false) else { continue };
            if after.closed.is_none() && findings.len() + 1 < limits::COMBINED {
                findings.push(step);
                self.at_once(&after, findings, index);
                findings.pop();
            }
        }
    }

    /// The same, with each finding when no window is open that it would fall into, and not
    /// before the one before it.
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
            if !tier.in_force.holds_on(at.date()) {
                continue;
            }
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
                let Some(after) = self.with(&before, findings, step, true) else { continue };
                // Items that no window caps need not be spread over several findings.
                let last = counted.is_some() && tier.windows.is_empty();
                if after.closed.is_none() && findings.len() + 1 < limits::COMBINED && !last {
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

    /// Adds a finding, and notes what it reaches; of findings that come apart, where some
    /// window was waited for.
    fn with<'b>(
        &mut self,
        account: &Account<'b>,
        findings: &[Step],
        added: Step,
        apart: bool,
    ) -> Option<Account<'b>> {
        let finding = further::finding(self.request, added.tier, added.items, added.at)?;
        let mut after = account.clone();
        after.book(&finding);
        let waited = self.at < added.at;
        if apart && !waited {
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
/// earlier one. Of a window that opens on the way, another rule may hold.
fn clear_of_windows(account: &Account<'_>, tier: &CompiledTier, now: DateTime) -> DateTime {
    let mut at = now;
    for _ in 0..=tier.windows.len() {
        let later = past_open_windows(account, tier, at);
        if later == at {
            break;
        }
        at = later;
    }
    at
}

/// The end of the windows that a finding of a tier at `at` would fall into.
fn past_open_windows(account: &Account<'_>, tier: &CompiledTier, at: DateTime) -> DateTime {
    let (day, chosen) = (at.date(), account.chosen);
    let within = tier.windows.iter().filter(|one| chosen.holds(&one.when, day));
    let open = within.filter_map(|one| {
        let rules = account.ledger.windows.get(usize::from(one.window))?;
        let ends = chosen.ends_with_year(rules, day);
        // A further finding states no label, so it shares that of others which state none.
        let window = account.windows.get(usize::from(one.window))?.get(&0)?;
        window.covers(at, ends).then(|| window.over(ends))
    });
    open.fold(at, DateTime::max)
}

/// How many items fill a new window that caps their points.
fn fill(account: &Account<'_>, tier: &CompiledTier, at: DateTime) -> Option<u32> {
    let (day, chosen) = (at.date(), account.chosen);
    let each = account.value(&tier.points, day).map_or(0, |(points, _)| points);
    let caps = tier.windows.iter().filter(|one| one.caps && chosen.holds(&one.when, day));
    let caps = caps.filter_map(|one| account.ledger.windows.get(usize::from(one.window))?.cap);
    let items = caps.min().filter(|_| each > 0)?.div_ceil(each);
    Some(items).filter(|items| *items <= account.ledger.limits.items)
}
