//! The windows in which a finding is counted together with others.

use chrono::NaiveDateTime as DateTime;

use crate::compile::{CompiledTier, CompiledWithin, TierId};

use super::account::Account;
use super::finding::{Name, RunFinding};
use super::window::OpenWindow;

/// A window that a finding falls into.
pub(super) struct Entered<'a> {
    pub(super) within: &'a CompiledWithin,
    name: Option<Name>,
    pub(super) window: OpenWindow,
    /// Whether it opened the window.
    pub(super) opened: bool,
}

/// Whether a finding is counted together with others in a window.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Together {
    /// Those of its tier never are.
    Never,
    /// There is no window open in which another counts.
    Alone,
    /// There is one, which began then.
    Since(DateTime),
}

pub(super) fn counted_together(
    account: &Account<'_>,
    tier: TierId,
    finding: &RunFinding<'_>,
) -> Together {
    let (day, chosen) = (finding.at.date(), account.chosen);
    let mut merging = account.ledger.tiers[tier].windows.iter().filter(|one| one.merges);
    let Some(one) = merging.find(|one| chosen.holds(&one.when, day)) else {
        return Together::Never;
    };
    let rules = &account.ledger.windows[one.window];
    let name = name_of(account, one, finding);
    if rules.named_only && name.is_none() {
        return Together::Alone;
    }
    let ends = chosen.ends_with_year(rules, day);
    let open = account.windows[one.window].get(&name);
    let open = open.filter(|window| window.filled && window.covers(finding.at, ends));
    open.map_or(Together::Alone, |window| Together::Since(window.from))
}

/// The name by which a window is kept.
fn name_of(
    account: &Account<'_>,
    within: &CompiledWithin,
    finding: &RunFinding<'_>,
) -> Option<Name> {
    finding.labels[account.ledger.windows[within.window].by?]
}

/// The windows that a finding falls into.
pub(super) fn enter<'a>(
    account: &mut Account<'a>,
    tier: &'a CompiledTier,
    finding: &RunFinding<'_>,
) -> Vec<Entered<'a>> {
    let (ledger, chosen, day) = (account.ledger, account.chosen, finding.at.date());
    let mut entered = Vec::new();
    for within in chosen.holding(&tier.windows, day) {
        let rules = &ledger.windows[within.window];
        let name = name_of(account, within, finding);
        if rules.named_only && name.is_none() {
            continue;
        }
        let slot = &mut account.windows[within.window];
        if rules.once && slot.get(&name).is_some_and(|known| !known.covers(finding.at, false)) {
            continue;
        }
        let ends = chosen.ends_with_year(rules, day);
        let (window, opened) = OpenWindow::enter(slot.remove(&name), rules, finding.at, ends);
        entered.push(Entered { within, name, window, opened });
    }
    entered
}

/// Puts a window back.
pub(super) fn leave(account: &mut Account<'_>, entered: Entered<'_>) {
    account.windows[entered.within.window].insert(entered.name, entered.window);
}
