//! The engine's answer, in the words of the second implementation.

use zhengpin::simulate::{Entry, Simulation};

use super::audit_oracle::Aside;
use super::drawn::time;
use super::oracle;

/// A finding's outcome, in the words of the second implementation.
fn outcome(entry: &Entry, tiers: &[&'static str]) -> oracle::Outcome {
    let known = |name: &str, names: &[&'static str]| {
        *names.iter().find(|known| **known == name).unwrap_or_else(|| panic!("{name}"))
    };
    let at = |text: &String| time(text.strip_suffix("+08:00").unwrap());
    oracle::Outcome {
        tier: known(&entry.tier, tiers),
        book: known(&entry.book, &["counterfeit", "serious", "general"]),
        points: entry.points,
        lost: entry.lost,
        raised: entry.raised,
        ledger: entry.ledger,
        strikes: entry.strikes,
        strike: entry.strike,
        closes: entry.closes,
        measures: entry
            .measures
            .iter()
            .map(|one| oracle::Measure {
                code: known(&one.code, &CODES),
                from: at(&one.from),
                until: one.until.as_ref().map(at),
                replaced: one.replaced.as_ref().map(at),
            })
            .collect(),
        due: Aside::default(),
        unknown: Aside::default(),
        money: entry
            .money
            .iter()
            .map(|due| match due.percent {
                Some(percent) => ("percent", percent),
                None => ("yuan", u32::try_from(due.least.unwrap() / 100).unwrap()),
            })
            .collect(),
    }
}

pub(super) const CODES: [&str; 13] = [
    "listings_deleted",
    "shop_hidden",
    "listing_barred",
    "new_shop_barred",
    "messages_barred",
    "community_barred",
    "public_warning",
    "goods_down",
    "shop_deleted",
    "shipping_restricted",
    "account_sealed",
    "shop_closed",
    "information_removed",
];

const ALL_TIERS: [&str; 9] = [
    "very_serious",
    "serious",
    "sale",
    "information",
    "facilitation_serious",
    "facilitation",
    "improper_use",
    "serious_violation",
    "general_violation",
];

/// The engine's answer, in the words of the second implementation.
pub(super) fn told(simulation: &Simulation) -> oracle::Result {
    let status = &simulation.status;
    let closed = status.closed_by.map(|by| {
        let by = serde_json::to_value(by).unwrap();
        let by = ["points", "strikes", "both"].into_iter().find(|known| by == **known).unwrap();
        (by, time(status.closed_at.as_ref().unwrap().strip_suffix("+08:00").unwrap()))
    });
    let years = simulation.year_ends.iter();
    oracle::Result {
        entries: simulation.entries.iter().map(|entry| outcome(entry, &ALL_TIERS)).collect(),
        years: years.map(|end| (end.year, end.points_after, end.strikes_after)).collect(),
        closed,
        points: status.points,
        strikes: status.strikes,
        books: Aside::default(),
        turns: Aside::default(),
    }
}
