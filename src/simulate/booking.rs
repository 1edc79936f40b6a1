//! What a finding books: points and a strike.

use chrono::Datelike;

use crate::compile::{LedgerRule, TierId};
use crate::rulebook::{Confidence, Effect, Per, StrikeRule};

use super::account::Account;
use super::answer::StrikeReason;
use super::effects::TierAndBook;
use super::finding::{Name, RunFinding};
use super::relied::Relied;
use super::together::{Entered, Together, counted_together, enter, leave};
use super::window::WindowSeen;

/// What a finding books.
pub(super) struct Booked<'a> {
    pub(super) place: TierAndBook,
    pub(super) points: u32,
    pub(super) lost: u32,
    pub(super) strikes: u32,
    pub(super) reason: StrikeReason,
    pub(super) window: Option<WindowSeen>,
    pub(super) relied: Vec<Relied<'a>>,
}

impl Booked<'_> {
    /// Whether it counts by the rules.
    pub(super) fn counts(&self) -> bool {
        !matches!(self.reason, StrikeReason::Reversed | StrikeReason::NotCounted)
    }
}

pub(super) fn book<'a>(account: &mut Account<'a>, finding: &RunFinding<'_>) -> Booked<'a> {
    let day = finding.at.date();
    let ledger = account.ledger;
    let stated = &ledger.tiers[finding.tier];
    let mut booked = Booked {
        place: TierAndBook { tier: finding.tier, book: account.book_of(stated, day).0 },
        points: 0,
        lost: 0,
        strikes: 0,
        reason: StrikeReason::Reversed,
        window: None,
        relied: Vec::new(),
    };
    if finding.reversed {
        let opens = ledger.reversed_opens_window.as_ref();
        if opens.is_some_and(|when| account.chosen.holds(when, day)) {
            enter(account, stated, finding).into_iter().for_each(|one| leave(account, one));
        }
        force(finding, &mut booked);
        count(account, finding, &booked);
        return booked;
    }
    let counted = circumstances(account, finding, &mut booked);
    if !counted {
        booked.place.tier = finding.tier;
        booked.reason = StrikeReason::NotCounted;
        force(finding, &mut booked);
        count(account, finding, &booked);
        return booked;
    }
    repeats(account, finding, &mut booked);
    let id = booked.place.tier;
    let tier = &ledger.tiers[id];
    let (book, in_book) = account.book_of(tier, day);
    booked.place.book = book;
    let (points, scored) = full_points(account, id, finding);
    booked.points = points;
    let entered = enter(account, tier, finding);
    let rule = account.value(&tier.strike, day);
    let confidence = rule.map_or(Confidence::High, |(_, confidence)| confidence);
    let relied = Relied::on(LedgerRule::Tier(id), &tier.basis, day);
    booked.relied.push(relied.but(scored).but(confidence).but(in_book));
    let rule = rule.map(|(rule, _)| rule);
    let strikes = rule.is_some_and(|rule| rule != StrikeRule::Never);
    let merged = limit(account, finding, entered, strikes, &mut booked);
    strike(rule, merged, finding.items, &mut booked);
    force(finding, &mut booked);
    count(account, finding, &booked);
    booked
}

/// Puts what is booked instead in the place of what the rules give.
fn force(finding: &RunFinding<'_>, booked: &mut Booked<'_>) {
    booked.points = finding.forced.points.unwrap_or(booked.points);
    booked.strikes = match finding.forced.strike {
        None => booked.strikes,
        Some(false) => 0,
        Some(true) => booked.strikes.max(1),
    };
}

/// Adds what is booked to the counts of the account.
fn count(account: &mut Account<'_>, finding: &RunFinding<'_>, booked: &Booked<'_>) {
    let (ledger, TierAndBook { tier, book }) = (account.ledger, booked.place);
    if ledger.tiers[tier].credit {
        account.add_credits(book, booked.points);
    } else {
        account.add_points(book, finding.at, booked.points);
    }
    account.add_strikes(finding.at, booked.strikes);
    for (id, node) in &ledger.nodes {
        if node.tiers.contains(&tier) {
            let sum = &mut account.sums[id];
            *sum = sum.saturating_add(booked.points);
        }
    }
}

/// Applies the circumstances that the finding states: the tier goes up, or the finding
/// does not count at all. Returns whether it counts.
fn circumstances<'a>(
    account: &Account<'a>,
    finding: &RunFinding<'_>,
    booked: &mut Booked<'a>,
) -> bool {
    let (ledger, chosen) = (account.ledger, account.chosen);
    let day = finding.at.date();
    let mut counted = true;
    for id in &finding.circumstances {
        let circumstance = &ledger.circumstances[*id];
        match circumstance.effect {
            Effect::NotCounted => counted = false,
            Effect::Upgrade => {
                let lower = booked.place.tier;
                let tier = &ledger.tiers[lower];
                if let Some(higher) = chosen.first(&tier.upgrade, day) {
                    booked.place.tier = higher.to;
                    // How well the step up is attested says nothing of the tier, nor it of that.
                    let relied = Relied::on(LedgerRule::Tier(lower), &tier.basis, day);
                    booked.relied.push(Relied { confidence: higher.confidence, ..relied });
                }
            }
        }
        booked.relied.push(Relied::on(LedgerRule::Circumstance(*id), &circumstance.basis, day));
    }
    counted
}

/// Judges a finding that repeats others under a graver tier. Those of one kind that are
/// counted together in a window are one time.
fn repeats<'a>(account: &mut Account<'a>, finding: &RunFinding<'_>, booked: &mut Booked<'a>) {
    let ledger = account.ledger;
    let day = finding.at.date();
    for (id, rule) in &ledger.repeats {
        let concerns = rule.tiers.contains(&booked.place.tier);
        if !concerns || !account.chosen.holds(&rule.basis.when, day) {
            continue;
        }
        let names: Option<Vec<Name>> = rule.by.iter().map(|label| finding.labels[*label]).collect();
        let Some(names) = names else { continue };
        let window = counted_together(account, booked.place.tier, finding);
        let repeated = account.repeated.entry((id, names.clone())).or_default();
        if let (Together::Since(from), Some(last)) = (window, repeated.last)
            && from <= last
        {
            continue;
        }
        repeated.times += 1;
        if rule.at <= repeated.times {
            booked.place.tier = rule.becomes;
            booked.relied.push(Relied::on(LedgerRule::Repeat(id), &rule.basis, day));
        }
        if counted_together(account, booked.place.tier, finding) != Together::Never {
            account.repeated.entry((id, names)).or_default().last = Some(finding.at);
        }
    }
}

/// The points of a finding before any window limits them, and how well they are attested.
fn full_points(
    account: &mut Account<'_>,
    id: TierId,
    finding: &RunFinding<'_>,
) -> (u32, Confidence) {
    let (day, tier) = (finding.at.date(), &account.ledger.tiers[id]);
    let (mut points, mut attested) = account.points_of(tier, day);
    if let Some((first, confidence)) = account.value(&tier.first, day) {
        let name = first.by.and_then(|label| finding.labels[label]);
        attested = attested.min(confidence);
        if account.seen.insert((id, name)) {
            points = first.points;
        }
    }
    let points = match tier.per {
        Per::Finding => points,
        Per::Item | Per::Time | Per::Point => points.saturating_mul(finding.items),
    };
    (points, attested)
}

/// Takes the points that the windows leave room for. Returns whether a strike of one of
/// them is counted already; none, if no window merges strikes.
fn limit<'a>(
    account: &mut Account<'a>,
    finding: &RunFinding<'_>,
    entered: Vec<Entered<'_>>,
    strikes: bool,
    booked: &mut Booked<'a>,
) -> Option<bool> {
    let ledger = account.ledger;
    let full = booked.points;
    for one in entered.iter().filter(|one| one.within.caps) {
        let rules = &ledger.windows[one.within.window];
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
        let rules = &ledger.windows[one.within.window];
        if one.within.caps {
            one.window.take(rules, finding.at, booked.points);
        }
        one.window.filled = true;
        one.window.struck |= one.within.merges && strikes;
        if booked.window.is_none() {
            booked.window = Some(one.window.seen(one.within.window, rules, one.within.caps));
        }
        let crossed = one.window.from.year() < day.year();
        let across = if crossed { rules.across_years } else { Confidence::High };
        let relied = Relied::on(LedgerRule::Window(one.within.window), &rules.basis, day);
        booked.relied.push(relied.but(across));
        leave(account, one);
    }
    any_merges.then_some(merged)
}

/// Counts the strike, or says why there is none.
fn strike(rule: Option<StrikeRule>, merged: Option<bool>, items: u32, booked: &mut Booked<'_>) {
    (booked.strikes, booked.reason) = match (rule, merged) {
        (None, _) => (0, StrikeReason::NotInForce),
        (Some(StrikeRule::Never), _) => (0, StrikeReason::NotOfTier),
        (Some(StrikeRule::Each), _) | (Some(StrikeRule::PerWindow), None) => (1, StrikeReason::Own),
        (Some(StrikeRule::EachTime), _) => (items, StrikeReason::Own),
        (Some(StrikeRule::PerWindow), Some(false)) => (1, StrikeReason::OpenedWindow),
        (Some(StrikeRule::PerWindow), Some(true)) => (0, StrikeReason::Merged),
    };
}
