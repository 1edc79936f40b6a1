//! The tables of a ledger.

use chrono::NaiveDate as Date;

use crate::compile::{BookId, Choices, CompiledLedger, CompiledVariant, Conditional, Length};
use crate::rulebook::Counted;

use super::{
    AmountDescription, LedgerDescription, NumberDescription, ReadingDescription, TierDescription,
    WindowDescription,
};

/// The tables of a ledger on `day`.
pub(super) fn ledger(ledger: &CompiledLedger, day: Date) -> LedgerDescription {
    let choices = ledger.defaults();
    let book = |id: BookId| ledger.books[id].id.clone();
    let in_force = ledger.circumstances.values().filter(|known| known.when().holds(day, &choices));
    LedgerDescription {
        offset: ledger.offset.clone(),
        time_of_day: ledger.time_of_day.clone(),
        max_findings: ledger.limits.findings,
        max_items: ledger.limits.items,
        max_yuan: ledger.limits.yuan,
        currency: ledger.currency.clone(),
        books: ledger.books.values().map(|known| known.id.clone()).collect(),
        tiers: ledger
            .tiers
            .values()
            .filter(|known| known.when().holds(day, &choices))
            .map(|known| TierDescription {
                id: known.id.clone(),
                book: book(first(&known.book, day, &choices).unwrap_or(BookId::main())),
                points: first(&known.points, day, &choices).unwrap_or(0),
                per: known.per,
                least_booked: known.least_booked,
                most_booked: known.most_booked,
                closes: known.closes,
                credit: known.credit,
                window: known
                    .windows
                    .iter()
                    .find(|within| within.when.holds(day, &choices))
                    .map(|within| ledger.windows[within.window].id.clone()),
                upgrade: known
                    .upgrade
                    .iter()
                    .find(|upgrade| upgrade.when.holds(day, &choices))
                    .map(|upgrade| ledger.tiers[upgrade.to].id.clone()),
            })
            .collect(),
        windows: ledger
            .windows
            .values()
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
        labels: ledger.labels.values().cloned().collect(),
        amounts: amounts(ledger),
        readings: ledger
            .readings
            .values()
            .map(|known| ReadingDescription {
                id: known.id.clone(),
                choices: known.choices.values().cloned().collect(),
                default: known.choices[known.default].clone(),
                confidence: known.confidence,
            })
            .collect(),
        measures: ledger.measures.values().map(|known| known.id.clone()).collect(),
        nodes: nodes(ledger, day, &choices),
        closures: closures(ledger, day, &choices),
        points_limit: ledger.limit(Counted::Points, BookId::main(), day, &choices),
        strikes_limit: ledger.limit(Counted::Strikes, BookId::main(), day, &choices),
    }
}

/// The nodes in force on `day`.
fn nodes(ledger: &CompiledLedger, day: Date, choices: &Choices) -> Vec<NumberDescription> {
    let nodes = ledger.nodes.values().filter(|known| known.when.holds(day, choices));
    let described = nodes.map(|known| NumberDescription {
        id: known.id.clone(),
        counts: known.counts,
        book: ledger.books[known.book].id.clone(),
        at: known.at.get(),
        multiples: known.multiples,
    });
    described.collect()
}

/// The closures in force on `day`.
fn closures(ledger: &CompiledLedger, day: Date, choices: &Choices) -> Vec<NumberDescription> {
    let closures = ledger.closures.values().filter(|known| known.when.holds(day, choices));
    let described = closures.map(|known| NumberDescription {
        id: known.id.clone(),
        counts: known.counts,
        book: ledger.books[known.book].id.clone(),
        at: known.at,
        multiples: false,
    });
    described.collect()
}

/// The first of several values that holds on `day`.
fn first<T: Copy>(variants: &[CompiledVariant<T>], day: Date, choices: &Choices) -> Option<T> {
    variants.iter().find(|variant| variant.when.holds(day, choices)).map(|variant| variant.is)
}

/// The sums of money that a request can state.
fn amounts(ledger: &CompiledLedger) -> Vec<AmountDescription> {
    let described = ledger.amounts.values().map(|known| AmountDescription {
        id: known.id.clone(),
        of: known.of,
        per: known.per,
        or: known.or.map(|id| ledger.amounts[id].id.clone()),
    });
    described.collect()
}
