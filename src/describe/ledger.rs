//! The tables of a ledger.

use chrono::NaiveDate as Date;

use crate::compile::{CompiledLedger, CompiledVariant, Id, Length};
use crate::rulebook::Counted;

use super::{
    AmountDescription, LedgerDescription, NumberDescription, ReadingDescription, TierDescription,
    WindowDescription,
};

/// The tables of a ledger on `day`.
pub(super) fn ledger(ledger: &CompiledLedger, day: Date) -> LedgerDescription {
    let choices = ledger.defaults();
    let tier = |id: Id| ledger.tiers.get(usize::from(id)).map(|tier| tier.id.clone());
    let window = |id: Id| ledger.windows.get(usize::from(id)).map(|window| window.id.clone());
    let in_force = ledger.circumstances.iter().filter(|known| known.in_force.holds_on(day));
    LedgerDescription {
        offset: ledger.offset.clone(),
        time_of_day: ledger.time_of_day.clone(),
        max_findings: ledger.limits.findings,
        max_items: ledger.limits.items,
        max_yuan: ledger.limits.yuan,
        books: ledger.books.iter().map(|known| known.id.clone()).collect(),
        tiers: ledger
            .tiers
            .iter()
            .filter(|known| known.in_force.holds_on(day))
            .map(|known| TierDescription {
                id: known.id.clone(),
                book: first(&known.book, day, &choices)
                    .and_then(|id| book(ledger, id))
                    .unwrap_or_default(),
                points: first(&known.points, day, &choices).unwrap_or(0),
                per: known.per,
                closes: known.closes,
                credit: known.credit,
                window: known
                    .windows
                    .iter()
                    .find(|within| within.when.holds(day, &choices))
                    .and_then(|within| window(within.window)),
                upgrade: known
                    .upgrade
                    .iter()
                    .find(|upgrade| upgrade.when.holds(day, &choices))
                    .and_then(|upgrade| tier(upgrade.to)),
            })
            .collect(),
        windows: ledger
            .windows
            .iter()
            .map(|known| WindowDescription {
                id: known.id.clone(),
                days: match known.length {
                    Length::Days(days) => Some(days),
                    Length::Hours(_) => None,
                },
                hours: match known.length {
                    Length::Days(_) => None,
                    Length::Hours(hours) => Some(hours),
                },
                cap: known.cap,
            })
            .collect(),
        circumstances: in_force.map(|known| known.id.clone()).collect(),
        labels: ledger.labels.clone(),
        amounts: amounts(ledger),
        readings: ledger
            .readings
            .iter()
            .map(|known| ReadingDescription {
                id: known.id.clone(),
                choices: known.choices.clone(),
                default: known.choices.get(usize::from(known.default)).cloned().unwrap_or_default(),
                confidence: known.confidence,
            })
            .collect(),
        measures: ledger.measures.iter().map(|known| known.id.clone()).collect(),
        nodes: nodes(ledger, day, &choices),
        closures: closures(ledger, day, &choices),
        points_limit: ledger.limit(Counted::Points, 0, day, &choices),
        strikes_limit: ledger.limit(Counted::Strikes, 0, day, &choices),
    }
}

/// The nodes in force on `day`.
fn nodes(ledger: &CompiledLedger, day: Date, choices: &[Id]) -> Vec<NumberDescription> {
    let nodes = ledger.nodes.iter().filter(|known| known.when.holds(day, choices));
    let described = nodes.map(|known| NumberDescription {
        id: known.id.clone(),
        counts: known.counts,
        book: book(ledger, known.book).unwrap_or_default(),
        at: known.at,
        multiples: known.multiples,
    });
    described.collect()
}

/// The closures in force on `day`.
fn closures(ledger: &CompiledLedger, day: Date, choices: &[Id]) -> Vec<NumberDescription> {
    let closures = ledger.closures.iter().filter(|known| known.when.holds(day, choices));
    let described = closures.map(|known| NumberDescription {
        id: known.id.clone(),
        counts: known.counts,
        book: book(ledger, known.book).unwrap_or_default(),
        at: known.at,
        multiples: false,
    });
    described.collect()
}

/// The name of a book.
fn book(ledger: &CompiledLedger, id: Id) -> Option<String> {
    ledger.books.get(usize::from(id)).map(|book| book.id.clone())
}

/// The first of several values that holds on `day`.
fn first<T: Copy>(variants: &[CompiledVariant<T>], day: Date, choices: &[Id]) -> Option<T> {
    variants.iter().find(|variant| variant.when.holds(day, choices)).map(|variant| variant.is)
}

/// The sums of money that a request can state.
fn amounts(ledger: &CompiledLedger) -> Vec<AmountDescription> {
    let amount = |id: Id| ledger.amounts.get(usize::from(id)).map(|known| known.id.clone());
    let described = ledger.amounts.iter().map(|known| AmountDescription {
        id: known.id.clone(),
        of: known.of,
        per: known.per,
        or: known.or.and_then(amount),
    });
    described.collect()
}
