//! What a finding books: points and a strike.

use chrono::Datelike;

use crate::compile::{CompiledTier, Id};
use crate::decide::Citation;
use crate::rulebook::{Effect, Per, StrikeRule};

use super::account::Account;
use super::findings::Finding;
use super::window::{self, Taken};
use super::{StrikeReason, WindowEntry};

/// What a finding books.
pub(super) struct Booked {
    /// The tier after any upgrade.
    pub(super) tier: Id,
    pub(super) points: u32,
    pub(super) lost: u32,
    pub(super) strike: bool,
    pub(super) reason: StrikeReason,
    pub(super) window: Option<WindowEntry>,
    pub(super) citations: Vec<Citation>,
}

pub(super) fn book(account: &mut Account<'_>, finding: &Finding<'_>) -> Booked {
    let mut booked = Booked {
        tier: finding.tier,
        points: 0,
        lost: 0,
        strike: false,
        reason: StrikeReason::Reversed,
        window: None,
        citations: Vec::new(),
    };
    if finding.reversed {
        return booked;
    }
    let counted = circumstances(account, finding, &mut booked);
    let ledger = account.ledger;
    let tier = ledger.tiers.get(usize::from(booked.tier)).filter(|_| counted);
    let Some(tier) = tier else {
        booked.tier = finding.tier;
        booked.reason = StrikeReason::NotCounted;
        return booked;
    };
    let (day, about) = (finding.at.date(), format!("tier/{}", tier.id));
    let confidence = tier.confidence.min(tier.strike_confidence);
    account.rely(&mut booked.citations, &about, &tier.cite, confidence, day);
    booked.points = full_points(tier, finding.items);
    let taken = in_window(account, tier, finding, &mut booked);
    let opened = taken.is_some_and(|taken| {
        (booked.points, booked.lost) = (taken.points, taken.lost);
        taken.opened
    });
    (booked.strike, booked.reason) = match (tier.strike, opened) {
        (StrikeRule::Each, _) => (true, StrikeReason::Own),
        (StrikeRule::Never, _) => (false, StrikeReason::NotOfTier),
        (StrikeRule::PerWindow, true) => (true, StrikeReason::OpenedWindow),
        (StrikeRule::PerWindow, false) => (false, StrikeReason::Merged),
    };
    booked
}

/// Applies the circumstances that the finding states: the tier goes up, or the finding
/// does not count at all. Returns whether it counts.
fn circumstances(account: &mut Account<'_>, finding: &Finding<'_>, booked: &mut Booked) -> bool {
    let ledger = account.ledger;
    let mut counted = true;
    for id in &finding.circumstances {
        let Some(circumstance) = ledger.circumstances.get(usize::from(*id)) else { continue };
        let day = finding.at.date();
        match circumstance.effect {
            Effect::NotCounted => counted = false,
            Effect::Upgrade => {
                let tier = ledger.tiers.get(usize::from(booked.tier));
                if let Some((tier, (higher, confidence))) = tier.and_then(|t| Some((t, t.upgrade?)))
                {
                    booked.tier = higher;
                    let about = format!("tier/{}", tier.id);
                    account.rely(&mut booked.citations, &about, &tier.cite, confidence, day);
                }
            }
        }
        let about = format!("circumstance/{}", circumstance.id);
        let cite = &circumstance.cite;
        account.rely(&mut booked.citations, &about, cite, circumstance.confidence, day);
    }
    counted
}

fn full_points(tier: &CompiledTier, items: u32) -> u32 {
    match tier.per {
        Per::Finding => tier.points,
        Per::Item | Per::Time => tier.points.saturating_mul(items),
    }
}

/// Books the points in the tier's window, if it has one.
fn in_window(
    account: &mut Account<'_>,
    tier: &CompiledTier,
    finding: &Finding<'_>,
    booked: &mut Booked,
) -> Option<Taken> {
    let index = usize::from(tier.window?);
    let rules = account.ledger.windows.get(index)?;
    let day = finding.at.date();
    let slot = account.windows.get_mut(index)?;
    let taken = window::book(slot, rules, day, booked.points);
    let window = slot.as_ref()?;
    booked.window = Some(WindowEntry {
        id: rules.id.clone(),
        from: window.from.to_string(),
        to: window.to.to_string(),
        points: window.points,
        cap: rules.cap,
    });
    let crossed = window.from.year() < day.year();
    let confidence =
        if crossed { rules.confidence.min(rules.across_years) } else { rules.confidence };
    let about = format!("window/{}", rules.id);
    account.rely(&mut booked.citations, &about, &rules.cite, confidence, day);
    Some(taken)
}
