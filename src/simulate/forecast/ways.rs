//! What leads to each further node and to closure.
//!
//! Further findings can come at once, or apart: each when the windows in which it would be
//! counted together with others are over. Both are searched, by booking them.

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime};

use crate::compile::{BookId, CompiledTier, Conditional, LedgerRule, TierId};
use crate::limits;
use crate::rulebook::Counted;
use crate::simulate::account::Account;
use crate::simulate::answer::{Further, Way};
use crate::simulate::finding::Request;
use crate::simulate::reached::Reached;
use crate::simulate::run::book;
use crate::simulate::{lives, time};
use crate::sorted::insert_once;

use super::further;
use super::smallest::smallest;
use super::step::{Combination, Combinations, Step, is_counted};

/// A node or closure that lies ahead.
struct Goal {
    reached: Reached,
    counts: Counted,
    book: BookId,
    /// The number of points or strikes that it takes.
    number: u32,
    /// What leads there.
    found: Combinations,
}

/// The smallest combinations of further findings that lead to each node and closure.
pub(super) fn ahead(account: &Account<'_>, request: &Request<'_>, at: DateTime) -> Vec<Way> {
    if account.closed.is_some() {
        return Vec::new();
    }
    let (counted, single) = further::tiers(account, at).partition(|(_, tier)| is_counted(tier));
    let goals = goals(account, at);
    let mut search = WaySearch { request, at, counted, single, goals };
    search.at_once(account, &mut Vec::new(), 0);
    search.apart(account, &mut Vec::new(), 0);
    let way = |goal: Goal| {
        let told = |findings: Combination| {
            let further = findings.into_iter().map(|step| Further {
                tier: account.ledger.tiers[step.tier].id.clone(),
                items: step.items,
                at: time::write(step.at, account.ledger),
            });
            further.collect()
        };
        let findings = smallest(account, goal.found, at).into_iter().map(told).collect();
        let rule = account.ledger.named(LedgerRule::from(goal.reached)).to_string();
        Way { rule, number: goal.number, findings }
    };
    search.goals.into_iter().map(way).collect()
}

impl Goal {
    /// The points or strikes that it counts.
    fn stands(&self, account: &Account<'_>, day: Date) -> u32 {
        match self.reached {
            Reached::Node(id) => account.stands_at(id, day),
            Reached::Closure(_) => account.count(self.counts, self.book),
        }
    }
}

/// The nodes and closures that lie ahead.
fn goals(account: &Account<'_>, at: DateTime) -> Vec<Goal> {
    let day = at.date();
    let holds = |rule: &dyn Conditional| account.chosen.holds(rule.when(), day);
    let nodes = account.ledger.nodes.iter().filter_map(|(id, node)| {
        let number = node.next(account.stands_at(id, day))?;
        let (reached, counts, book) = (Reached::Node(id), node.counts, node.book);
        holds(node).then(|| Goal { reached, counts, book, number, found: Combinations::default() })
    });
    let closures = account.ledger.closures.iter().filter(|(_, closure)| holds(*closure));
    let closures = closures.map(|(id, closure)| Goal {
        reached: Reached::Closure(id),
        counts: closure.counts,
        book: closure.book,
        number: closure.at,
        found: Combinations::default(),
    });
    nodes.chain(closures).collect()
}

/// A search through combinations of further findings.
struct WaySearch<'s, 'a> {
    request: &'s Request<'a>,
    at: DateTime,
    /// Tiers that count items, of which one stands last in a combination.
    counted: Vec<(TierId, &'s CompiledTier)>,
    /// The others.
    single: Vec<(TierId, &'s CompiledTier)>,
    goals: Vec<Goal>,
}

impl WaySearch<'_, '_> {
    /// Goes on from an account to which `findings` led, with tiers from the one numbered
    /// `first` on, all at the same moment.
    fn at_once(&mut self, account: &Account<'_>, findings: &mut Combination, first: usize) {
        let at = self.at;
        for index in 0..self.counted.len() {
            self.counting(account, findings, index);
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

    /// The same, with the counted tier numbered `index`, again and again where a published range
    /// lets no finding have as many items as it takes.
    fn counting(&mut self, account: &Account<'_>, findings: &mut Combination, index: usize) {
        let at = self.at;
        let Some((id, tier)) = self.counted.get(index).copied() else { return };
        for items in self.items(account, tier, at) {
            let step = Step { tier: id, items, at };
            let Some(after) = self.with(account, findings, step, false) else { continue };
            let most = items == tier.most_booked && after.closed.is_none();
            if most && findings.len() + 1 < limits::COMBINED {
                findings.push(step);
                self.counting(&after, findings, index);
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
            if !tier.when().in_force.holds_on(at.date()) {
                continue;
            }
            let mut before = account.clone();
            lives::pass_to(&mut before, at);
            let mut items = vec![tier.least_booked];
            if counted.is_some() {
                let more = self.items(&before, tier, at).into_iter();
                more.chain(fill(&before, tier, at)).for_each(|one| insert_once(&mut items, one));
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

    fn is_counted(&self, tier: TierId) -> bool {
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
        let reached = book(&mut after, &finding).aside.reached;
        let waited = self.at < added.at;
        if apart && !waited {
            return Some(after);
        }
        for goal in &mut self.goals {
            if !reached.contains(&goal.reached) {
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
        let (book, _) = account.book_of(tier, day);
        let (each, _) = account.points_of(tier, day);
        let mut items = vec![tier.least_booked];
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
                let enough = missing.div_ceil(each).max(tier.least_booked).min(tier.most_booked);
                insert_once(&mut items, enough);
            }
        }
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
        let rules = &account.ledger.windows[one.window];
        let ends = chosen.ends_with_year(rules, day);
        // A further finding states no label, so it shares that of others which state none.
        let window = account.windows[one.window].get(&None)?;
        window.covers(at, ends).then(|| window.over(ends))
    });
    open.fold(at, DateTime::max)
}

/// How many items fill a new window that caps their points.
fn fill(account: &Account<'_>, tier: &CompiledTier, at: DateTime) -> Option<u32> {
    let (day, chosen) = (at.date(), account.chosen);
    let (each, _) = account.points_of(tier, day);
    let caps = tier.windows.iter().filter(|one| one.caps && chosen.holds(&one.when, day));
    let caps = caps.filter_map(|one| account.ledger.windows[one.window].cap);
    let items = caps.min().filter(|_| each > 0)?.div_ceil(each);
    Some(items).filter(|items| (tier.least_booked..=tier.most_booked).contains(items))
}
