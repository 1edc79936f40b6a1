//! What a finding books: points and a strike.

use chrono::{Datelike, NaiveDateTime as DateTime};

use crate::compile::{CompiledTier, CompiledWithin, Id};
use crate::decide::Citation;
use crate::rulebook::{Confidence, Effect, Per, StrikeRule};

use super::account::Account;
use super::charges::Charged;
use super::findings::Finding;
use super::window::OpenWindow;
use super::{StrikeReason, WindowEntry};

/// What a finding books.
pub(super) struct Booked {
    /// The tier after any upgrade.
    pub(super) tier: Id,
    pub(super) book: Id,
    pub(super) points: u32,
    pub(super) lost: u32,
    pub(super) strikes: u32,
    pub(super) reason: StrikeReason,
    pub(super) window: Option<WindowEntry>,
    pub(super) citations: Vec<Citation>,
}

impl Booked {
    pub(super) fn charged(&self) -> Charged {
        Charged { tier: self.tier, book: self.book, points: self.points, strikes: self.strikes }
    }
}

/// A window that a finding falls into.
struct Entered<'a> {
    within: &'a CompiledWithin,
    key: u32,
    window: OpenWindow,
    opened: bool,
}

pub(super) fn book(account: &mut Account<'_>, finding: &Finding<'_>) -> Booked {
    let day = finding.at.date();
    let mut booked = Booked {
        tier: finding.tier,
        book: 0,
        points: 0,
        lost: 0,
        strikes: 0,
        reason: StrikeReason::Reversed,
        window: None,
        citations: Vec::new(),
    };
    let ledger = account.ledger;
    let tier_of = |id: Id| ledger.tiers.get(usize::from(id));
    let Some(stated) = tier_of(finding.tier) else { return booked };
    booked.book = account.value(&stated.book, day).map_or(0, |(book, _)| book);
    if finding.reversed {
        let opens = ledger.reversed_opens_window.as_ref();
        if opens.is_some_and(|when| account.chosen.holds(when, day)) {
            enter(account, stated, finding).into_iter().for_each(|one| leave(account, one));
        }
        force(finding, &mut booked);
        count(account, finding, stated, &booked);
        return booked;
    }
    let counted = circumstances(account, finding, &mut booked);
    if !counted {
        booked.tier = finding.tier;
        booked.reason = StrikeReason::NotCounted;
        force(finding, &mut booked);
        count(account, finding, stated, &booked);
        return booked;
    }
    repeats(account, finding, &mut booked);
    let Some(tier) = tier_of(booked.tier) else { return booked };
    let (book, in_book) = account.value(&tier.book, day).unwrap_or((0, Confidence::High));
    booked.book = book;
    let (points, scored) = full_points(account, tier, booked.tier, finding);
    booked.points = points;
    let entered = enter(account, tier, finding);
    let rule = account.value(&tier.strike, day);
    let confidence = rule.map_or(Confidence::High, |(_, confidence)| confidence);
    let about = tier.confidence.min(scored).min(confidence).min(in_book);
    account.rely(&mut booked.citations, "tier", &tier.id, &tier.cite, about, day);
    let rule = rule.map(|(rule, _)| rule);
    let strikes = rule.is_some_and(|rule| rule != StrikeRule::Never);
    let merged = limit(account, finding, entered, strikes, &mut booked);
    strike(rule, merged, finding.items, &mut booked);
    force(finding, &mut booked);
    count(account, finding, tier, &booked);
    booked
}

/// Puts what is booked instead in the place of what the rules give.
fn force(finding: &Finding<'_>, booked: &mut Booked) {
    booked.points = finding.forced.points.unwrap_or(booked.points);
    booked.strikes = match finding.forced.strike {
        None => booked.strikes,
        Some(false) => 0,
        Some(true) => booked.strikes.max(1),
    };
}

/// Adds what is booked to the counts of the account.
fn count(account: &mut Account<'_>, finding: &Finding<'_>, tier: &CompiledTier, booked: &Booked) {
    account.add_points(booked.book, finding.at, booked.points, tier.credit);
    account.add_strikes(finding.at, booked.strikes);
    for (node, sum) in account.ledger.nodes.iter().zip(&mut account.sums) {
        if node.tiers.contains(&booked.tier) {
            *sum = sum.saturating_add(booked.points);
        }
    }
}

/// Applies the circumstances that the finding states: the tier goes up, or the finding
/// does not count at all. Returns whether it counts.
fn circumstances(account: &mut Account<'_>, finding: &Finding<'_>, booked: &mut Booked) -> bool {
    let ledger = account.ledger;
    let day = finding.at.date();
    let mut counted = true;
    for id in &finding.circumstances {
        let Some(circumstance) = ledger.circumstances.get(usize::from(*id)) else { continue };
        match circumstance.effect {
            Effect::NotCounted => counted = false,
            Effect::Upgrade => {
                let tier = ledger.tiers.get(usize::from(booked.tier));
                let chosen = account.chosen;
                let higher = tier.and_then(|tier| {
                    let higher = tier.upgrade.iter().find(|up| chosen.holds(&up.when, day))?;
                    Some((tier, higher))
                });
                if let Some((tier, up)) = higher {
                    booked.tier = up.to;
                    let behind = &mut booked.citations;
                    account.rely(behind, "tier", &tier.id, &tier.cite, up.confidence, day);
                }
            }
        }
        let (cite, confidence) = (&circumstance.cite, circumstance.confidence);
        let behind = &mut booked.citations;
        account.rely(behind, "circumstance", &circumstance.id, cite, confidence, day);
    }
    counted
}

/// Judges a finding that repeats others under a graver tier. Those of one kind that are
/// counted together in a window are one time.
fn repeats(account: &mut Account<'_>, finding: &Finding<'_>, booked: &mut Booked) {
    let ledger = account.ledger;
    let day = finding.at.date();
    for (index, rule) in ledger.repeats.iter().enumerate() {
        if !rule.in_force.holds_on(day) || !rule.tiers.contains(&booked.tier) {
            continue;
        }
        let label = |id: &Id| finding.labels.get(usize::from(*id)).copied().unwrap_or(0);
        let labels: Vec<u32> = rule.by.iter().map(label).collect();
        if labels.contains(&0) {
            continue;
        }
        let window = counted_together(account, booked.tier, finding);
        let key = (index, labels);
        let (times, last) = account.repeated.entry(key.clone()).or_default();
        if let (Together::Since(from), Some(last)) = (window, *last)
            && from <= last
        {
            continue;
        }
        *times += 1;
        if rule.at <= *times {
            booked.tier = rule.becomes;
            let behind = &mut booked.citations;
            account.rely(behind, "repeat", &rule.id, &rule.cite, rule.confidence, day);
        }
        if counted_together(account, booked.tier, finding) != Together::Never {
            account.repeated.entry(key).and_modify(|(_, last)| *last = Some(finding.at));
        }
    }
}

/// Whether a finding is counted together with others in a window.
#[derive(Clone, Copy, PartialEq)]
enum Together {
    /// Those of its tier never are.
    Never,
    /// There is no window open in which another counts.
    Alone,
    /// There is one, which began then.
    Since(DateTime),
}

fn counted_together(account: &Account<'_>, tier: Id, finding: &Finding<'_>) -> Together {
    let (day, chosen) = (finding.at.date(), account.chosen);
    let tier = account.ledger.tiers.get(usize::from(tier));
    let mut within = tier.into_iter().flat_map(|tier| &tier.windows);
    let one = within.find(|one| one.merges && chosen.holds(&one.when, day));
    let rules = one.and_then(|one| account.ledger.windows.get(usize::from(one.window)));
    let (Some(one), Some(rules)) = (one, rules) else { return Together::Never };
    if rules.named_only && key(account, one, finding) == 0 {
        return Together::Alone;
    }
    let ends = chosen.ends_with_year(rules, day);
    let open = account.windows.get(usize::from(one.window));
    let open = open.and_then(|open| open.get(&key(account, one, finding)));
    let open = open.filter(|window| window.filled && window.covers(finding.at, ends));
    open.map_or(Together::Alone, |window| Together::Since(window.from))
}

/// The label by which a window is kept.
fn key(account: &Account<'_>, within: &CompiledWithin, finding: &Finding<'_>) -> u32 {
    let rules = account.ledger.windows.get(usize::from(within.window));
    let by = rules.and_then(|rules| rules.by);
    by.and_then(|by| finding.labels.get(usize::from(by)).copied()).unwrap_or(0)
}

/// The points of a finding before any window limits them, and how well they are attested.
fn full_points(
    account: &mut Account<'_>,
    tier: &CompiledTier,
    id: Id,
    finding: &Finding<'_>,
) -> (u32, Confidence) {
    let day = finding.at.date();
    let (mut points, mut attested) =
        account.value(&tier.points, day).unwrap_or((0, Confidence::High));
    if let Some((first, confidence)) = account.value(&tier.first, day) {
        let label = first.by.and_then(|by| finding.labels.get(usize::from(by)).copied());
        attested = attested.min(confidence);
        if account.seen.insert((id, label.unwrap_or(0))) {
            points = first.points;
        }
    }
    let points = match tier.per {
        Per::Finding => points,
        Per::Item | Per::Time | Per::Point => points.saturating_mul(finding.items),
    };
    (points, attested)
}

/// The windows that a finding falls into.
fn enter<'a>(
    account: &mut Account<'a>,
    tier: &'a CompiledTier,
    finding: &Finding<'_>,
) -> Vec<Entered<'a>> {
    let (ledger, chosen, day) = (account.ledger, account.chosen, finding.at.date());
    let mut entered = Vec::new();
    for within in tier.windows.iter().filter(|one| chosen.holds(&one.when, day)) {
        let Some(rules) = ledger.windows.get(usize::from(within.window)) else { continue };
        let key = key(account, within, finding);
        if rules.named_only && key == 0 {
            continue;
        }
        let Some(slot) = account.windows.get_mut(usize::from(within.window)) else { continue };
        if rules.once && slot.get(&key).is_some_and(|known| !known.covers(finding.at, false)) {
            continue;
        }
        let ends = chosen.ends_with_year(rules, day);
        let (window, opened) = OpenWindow::enter(slot.remove(&key), rules, finding.at, ends);
        entered.push(Entered { within, key, window, opened });
    }
    entered
}

/// Puts a window back.
fn leave(account: &mut Account<'_>, entered: Entered<'_>) {
    if let Some(slot) = account.windows.get_mut(usize::from(entered.within.window)) {
        slot.insert(entered.key, entered.window);
    }
}

/// Takes the points that the windows leave room for. Returns whether a strike of one of
/// them is counted already; none, if no window merges strikes.
fn limit(
    account: &mut Account<'_>,
    finding: &Finding<'_>,
    entered: Vec<Entered<'_>>,
    strikes: bool,
    booked: &mut Booked,
) -> Option<bool> {
    let ledger = account.ledger;
    let full = booked.points;
    let rules_of = |one: &Entered<'_>| ledger.windows.get(usize::from(one.within.window));
    for one in entered.iter().filter(|one| one.within.caps) {
        let Some(rules) = rules_of(one) else { continue };
        let room = if rules.opener_only && !one.opened { 0 } else { one.window.room(rules) };
        booked.points = booked.points.min(room);
    }
    booked.lost = full.saturating_sub(booked.points);
    // A window holds what is booked in it, and a strike that is counted.
    force(finding, booked);
    let strikes = finding.forced.strike.unwrap_or(strikes);
    let merging = |one: &&Entered<'_>| one.within.merges;
    let any_merges = entered.iter().any(|one| one.within.merges);
    let merged = entered.iter().filter(merging).any(|one| one.window.struck);
    let day = finding.at.date();
    for mut one in entered {
        let Some(rules) = rules_of(&one) else { continue };
        if one.within.caps {
            one.window.take(rules, finding.at, booked.points);
        }
        one.window.filled = true;
        one.window.struck |= one.within.merges && strikes;
        if booked.window.is_none() {
            booked.window = Some(one.window.entry(rules, one.within.caps, ledger));
        }
        let crossed = one.window.from.year() < day.year();
        let across = if crossed { rules.across_years } else { Confidence::High };
        let confidence = rules.confidence.min(across);
        account.rely(&mut booked.citations, "window", &rules.id, &rules.cite, confidence, day);
        leave(account, one);
    }
    any_merges.then_some(merged)
}

/// Counts the strike, or says why there is none.
fn strike(rule: Option<StrikeRule>, merged: Option<bool>, items: u32, booked: &mut Booked) {
    (booked.strikes, booked.reason) = match (rule, merged) {
        (None, _) => (0, StrikeReason::NotInForce),
        (Some(StrikeRule::Never), _) => (0, StrikeReason::NotOfTier),
        (Some(StrikeRule::Each), _) | (Some(StrikeRule::PerWindow), None) => (1, StrikeReason::Own),
        (Some(StrikeRule::EachTime), _) => (items, StrikeReason::Own),
        (Some(StrikeRule::PerWindow), Some(false)) => (1, StrikeReason::OpenedWindow),
        (Some(StrikeRule::PerWindow), Some(true)) => (0, StrikeReason::Merged),
    };
}
