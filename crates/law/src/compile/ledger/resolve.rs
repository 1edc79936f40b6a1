//! Resolves the names of a ledger, part by part.

use std::num::NonZeroU32;

use crate::problem::{Code, Problem};
use crate::rulebook::{
    Amount, Charge, Circumstance, Closure, LedgerNode, Per, Reading, Repeat, Rulebook, Tier,
    UnknownMeasures, Variants, Window, YearEnd,
};

use super::super::names::{Names, place_of};
use super::basis::When;
use super::booked::{CompiledRepeat, CompiledWindow, CompiledYearEnd, Length};
use super::consequence::{CompiledClosure, CompiledMeasure, CompiledNode};
use super::form::{CompiledLedger, CompiledReading};
use super::life::{book, strike_life};
use super::money::{CompiledAmount, CompiledCharge, CompiledCharged, Share, Upon};
use super::resolver::{Resolver, To};
use super::tier::{
    CompiledCircumstance, CompiledFirst, CompiledTier, CompiledUpgrade, CompiledWithin,
};
use super::unknown::{CompiledStretch, CompiledUnknown};

pub(in super::super) fn compile(
    rulebook: &Rulebook,
    names: &mut Names<'_>,
) -> Option<CompiledLedger> {
    let ledger = rulebook.ledger.as_ref()?;
    if ledger.books.is_empty() {
        names.report(Problem::new(Code::EmptyList, "/ledger/books").with("value", "books"));
    }
    let mut resolver = Resolver { ledger, names };
    let to = &mut resolver;
    Some(CompiledLedger {
        offset: ledger.offset.clone(),
        offset_seconds: to.offset(),
        time_of_day: ledger.time_of_day.clone(),
        hour_and_minute: to.time_of_day(),
        limits: ledger.limits,
        currency: to.currency(),
        readings: to.all(&ledger.readings, "readings", reading),
        labels: to.all(&ledger.labels, "labels", |_, id, _, _| id),
        amounts: to.all(&ledger.amounts, "amounts", amount),
        books: to.all(&ledger.books, "books", book),
        strike_lives: to.all(&ledger.strike_lives, "strike_lives", strike_life),
        measures: to.all(&ledger.measures, "measures", |_, id, _, measure| CompiledMeasure {
            id,
            act: measure.act,
            closes: measure.closes,
        }),
        unknown_measures: to.all(&ledger.unknown_measures, "unknown_measures", unknown),
        overlap: to.variants(&ledger.overlap, "/ledger/overlap", |_, rule, _| *rule),
        windows: to.all(&ledger.windows, "windows", window),
        tiers: to.all(&ledger.tiers, "tiers", tier),
        circumstances: to.all(&ledger.circumstances, "circumstances", circumstance),
        repeats: to.all(&ledger.repeats, "repeats", repeat),
        reversed_opens_window: ledger
            .reversed_opens_window
            .as_ref()
            .map(|read| to.read(read, "/ledger/reversed_opens_window", "")),
        nodes: to.all(&ledger.nodes, "nodes", node),
        closures: to.all(&ledger.closures, "closures", closure),
        year_ends: to.all(&ledger.year_ends, "year_ends", year_end),
        charges: to.all(&ledger.charges, "charges", charge),
    })
}

fn reading(to: To<'_, '_, '_, '_>, id: String, path: &str, reading: &Reading) -> CompiledReading {
    let choices = reading.choices.keys().cloned().collect();
    CompiledReading {
        id,
        choices: to.names.table(choices, path),
        default: to.names.find(&reading.choices, &reading.default, "reading_choice", path),
        confidence: reading.confidence,
        cite: to.names.cite(&reading.cite, path),
    }
}

fn amount(to: To<'_, '_, '_, '_>, id: String, path: &str, amount: &Amount) -> CompiledAmount {
    let or = amount.or.as_ref();
    CompiledAmount {
        id,
        of: amount.of,
        if_none: amount.if_none,
        per: amount.per,
        or: or.map(|or| to.names.find(&to.ledger.amounts, or, "amount", path)),
    }
}

fn unknown(
    to: To<'_, '_, '_, '_>,
    id: String,
    path: &str,
    unknown: &UnknownMeasures,
) -> CompiledUnknown {
    if !to.names.rulebook.gaps.contains_key(&unknown.gap) {
        let problem = Problem::new(Code::UnknownName, format!("{path}/gap"));
        let problem = problem.with("value", &unknown.gap);
        to.names.report(problem.with_word("expected", "gap"));
    }
    CompiledUnknown {
        gap: unknown.gap.clone(),
        tiers: to.tiers(&unknown.tiers, path),
        at: unknown.at.as_ref().map(|at| CompiledStretch {
            counts: at.counts,
            book: to.book(at.book.as_ref(), path),
            from: at.from,
            below: at.below,
            every: at.every,
        }),
        when: to.when(unknown.in_force, &unknown.read, path, &id),
        id,
    }
}

fn window(to: To<'_, '_, '_, '_>, id: String, path: &str, window: &Window) -> CompiledWindow {
    let length = match (window.days, window.hours) {
        (Some(days), None) => Length::Days(days),
        (None, Some(hours)) => Length::Hours(hours),
        (days, hours) => {
            to.one_of(path, &id, "days, hours");
            Length::Days(days.or(hours).unwrap_or(1))
        }
    };
    to.not_none(path, window.days.or(window.hours));
    if window.named_only && window.by.is_none() {
        to.one_of(path, &id, "by");
    }
    let when = When::default();
    CompiledWindow {
        length,
        shape: window.shape,
        cap: window.cap,
        opener_only: window.opener_only,
        once: window.once,
        by: window.by.as_ref().map(|label| to.label(label, path)),
        named_only: window.named_only,
        basis: to.basis(&window.cite, window.confidence, when, path),
        across_years: window.across_years,
        ends_with_year: window.ends_with_year.as_ref().map(|read| to.read(read, path, &id)),
        id,
    }
}

fn tier(to: To<'_, '_, '_, '_>, id: String, path: &str, tier: &Tier) -> CompiledTier {
    let main = Variants::One(String::new());
    let book = to.variants(tier.book.as_ref().unwrap_or(&main), path, |to, book, path| {
        to.book(Some(book).filter(|book| !book.is_empty()), path)
    });
    let first = tier.first.as_ref().map_or_else(Vec::new, |first| {
        to.variants(first, &format!("{path}/first"), |to, first, path| CompiledFirst {
            points: first.points,
            by: first.by.as_ref().map(|label| to.label(label, path)),
        })
    });
    let mut windows = Vec::with_capacity(tier.windows.len());
    for within in &tier.windows {
        windows.push(CompiledWithin {
            window: to.names.find(&to.ledger.windows, &within.window, "window", path),
            caps: within.caps,
            merges: within.merges,
            when: to.when(within.in_force, &within.read, path, &id),
        });
    }
    let mut upgrade = Vec::with_capacity(tier.upgrade.len());
    for higher in &tier.upgrade {
        upgrade.push(CompiledUpgrade {
            to: to.names.find(&to.ledger.tiers, &higher.to, "tier", path),
            confidence: higher.confidence,
            when: to.read(&higher.read, path, &id),
        });
    }
    let when = to.in_force(tier.in_force, path, &id);
    let (least_booked, most_booked) = range(to, path, tier);
    CompiledTier {
        least_booked,
        most_booked,
        book,
        points: to.variants(&tier.points, path, |_, points, _| *points),
        per: tier.per,
        closes: tier.closes,
        credit: tier.credit,
        unnumbered: tier.unnumbered,
        first,
        windows,
        strike: to.variants(&tier.strike, path, |_, rule, _| *rule),
        upgrade,
        measures: to.imposed(&tier.measures, path),
        basis: to.basis(&tier.cite, tier.confidence, when, path),
        id,
    }
}

/// How many items, times or points one finding can have.
fn range(to: To<'_, '_, '_, '_>, path: &str, tier: &Tier) -> (u32, u32) {
    let limit = to.ledger.limits.items;
    let (least, most) = (tier.least_booked.unwrap_or(1).max(1), tier.most_booked.unwrap_or(limit));
    let stated = tier.least_booked.or(tier.most_booked).is_some();
    if stated && (most < least || limit < most || tier.per == Per::Finding) {
        let most = if tier.per == Per::Finding { 0 } else { limit.min(most) };
        let key = if tier.least_booked.is_some() { "least_booked" } else { "most_booked" };
        let problem = Problem::new(Code::OutOfRange, format!("{path}/{key}")).with("value", least);
        to.names.report(problem.with("expected", format!("≤ {most}")));
    }
    (least, most)
}

fn circumstance(
    to: To<'_, '_, '_, '_>,
    id: String,
    path: &str,
    circumstance: &Circumstance,
) -> CompiledCircumstance {
    let when = to.in_force(circumstance.in_force, path, &id);
    CompiledCircumstance {
        effect: circumstance.effect,
        imposes: to.imposed(&circumstance.imposes, path),
        basis: to.basis(&circumstance.cite, circumstance.confidence, when, path),
        id,
    }
}

fn repeat(to: To<'_, '_, '_, '_>, id: String, path: &str, repeat: &Repeat) -> CompiledRepeat {
    to.not_none(path, Some(repeat.at));
    let when = to.in_force(repeat.in_force, path, &id);
    CompiledRepeat {
        by: repeat.by.iter().map(|label| to.label(label, path)).collect(),
        at: repeat.at,
        tiers: to.tiers(&repeat.tiers, path),
        becomes: to.names.find(&to.ledger.tiers, &repeat.becomes, "tier", path),
        basis: to.basis(&repeat.cite, repeat.confidence, when, path),
        id,
    }
}

fn node(to: To<'_, '_, '_, '_>, id: String, path: &str, node: &LedgerNode) -> CompiledNode {
    let (number, multiples) = match (node.every, node.at) {
        (Some(every), None) => (every, true),
        (None, Some(at)) => (at, false),
        (every, at) => {
            to.one_of(path, &id, "every, at");
            (every.or(at).unwrap_or(NonZeroU32::MIN), false)
        }
    };
    CompiledNode {
        counts: node.counts,
        book: to.book(node.book.as_ref(), path),
        at: number,
        multiples,
        tiers: to.tiers(&node.tiers, path),
        sums: to.variants(&node.sums, path, |_, sums, _| *sums),
        imposes: to.imposed(&node.imposes, path),
        when: to.when(node.in_force, &node.read, path, &id),
        id,
    }
}

fn closure(to: To<'_, '_, '_, '_>, id: String, path: &str, closure: &Closure) -> CompiledClosure {
    to.not_none(path, Some(closure.at));
    CompiledClosure {
        counts: closure.counts,
        book: to.book(closure.book.as_ref(), path),
        at: closure.at,
        raises_to: closure.raises_to,
        imposes: to.imposed(&closure.imposes, path),
        when: to.when(closure.in_force, &closure.read, path, &id),
        id,
    }
}

fn year_end(to: To<'_, '_, '_, '_>, id: String, path: &str, year_end: &YearEnd) -> CompiledYearEnd {
    let when = to.when(year_end.in_force, &year_end.read, path, &id);
    CompiledYearEnd {
        counts: year_end.counts,
        book: to.book(year_end.book.as_ref(), path),
        carry_from: year_end.carry_from,
        carry: year_end.carry,
        basis: to.basis(&year_end.cite, year_end.confidence, when, path),
        id,
    }
}

fn charge(to: To<'_, '_, '_, '_>, id: String, path: &str, charge: &Charge) -> CompiledCharge {
    if charge.share_of.is_some() != charge.percent.is_some() {
        to.one_of(path, &id, "share_of + percent, least");
    }
    // A sum for every item needs one; of a share the amount says what it is stated for.
    if charge.per != Per::Finding && (charge.least.is_none() || charge.share_of.is_some()) {
        to.one_of(path, &id, "per + least");
    }
    let share = charge.share_of.as_ref().zip(charge.percent.as_ref());
    let when = to.when(charge.in_force, &charge.read, path, &id);
    CompiledCharge {
        group: charge.group.clone(),
        tiers: to.tiers(&charge.tiers, path),
        reached: charge.when.as_ref().map(|reached| CompiledCharged {
            counts: reached.counts,
            book: to.book(reached.book.as_ref(), path),
            from: reached.from,
            to: reached.to,
        }),
        upon: upon(to, &charge.upon, path),
        single: charge.single,
        share: share.map(|(amount, percent)| Share {
            percent: to.variants(percent, path, |_, percent, _| *percent),
            of: to.names.find(&to.ledger.amounts, amount, "amount", path),
        }),
        up_to: charge.up_to,
        per: charge.per,
        least: charge.least,
        most: charge.most,
        basis: to.basis(&charge.cite, charge.confidence, when, path),
        id,
    }
}

/// The nodes and closures of these names.
fn upon(to: To<'_, '_, '_, '_>, names: &[String], path: &str) -> Upon {
    let mut upon = Upon::default();
    for name in names {
        match place_of(&to.ledger.closures, name) {
            Some(closure) => upon.closures.push(closure),
            None => {
                let nodes = &to.ledger.nodes;
                upon.nodes.push(to.names.find(nodes, name, "node_or_closure", path));
            }
        }
    }
    upon
}
