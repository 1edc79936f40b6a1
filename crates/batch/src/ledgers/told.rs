//! What a ledger says, as cells.

use serde::Serialize;
use zhengpin::simulate::{Entry, MeasureEntry, MoneyEntry, ReadingEntry, Simulation};

use crate::answer_cell::AnswerCell;
use crate::rules::{OPEN, warned, word};

/// The cells of an entry, in the order of its columns.
pub(super) fn entry(seller: AnswerCell, entry: &Entry) -> Vec<AnswerCell> {
    let audit = entry.audit.as_ref();
    let points = audit.and_then(|audit| audit.points.as_ref());
    let strike = audit.and_then(|audit| audit.strike.as_ref());
    let measures = audit.and_then(|audit| audit.measures.as_ref());
    vec![
        seller,
        AnswerCell::Text(entry.id.clone()),
        AnswerCell::Text(entry.issued.clone()),
        AnswerCell::Text(entry.version.clone()),
        AnswerCell::Text(entry.tier.clone()),
        AnswerCell::Text(entry.book.clone()),
        entry.points.into(),
        entry.lost.into(),
        entry.raised.into(),
        entry.ledger.into(),
        entry.strikes.into(),
        entry.strike.into(),
        told(Some(&entry.reason)),
        entry.node.map_or(AnswerCell::Nothing, AnswerCell::from),
        entry.closes.into(),
        AnswerCell::texts(entry.measures.iter().map(|measure| &measure.code)),
        AnswerCell::texts(entry.measures.iter().map(time)),
        AnswerCell::texts(entry.money.iter().map(charge)),
        AnswerCell::texts(entry.citations.iter().map(|cited| &cited.provision)),
        told(points.map(|points| &points.verdict)),
        points.map_or(AnswerCell::Nothing, |points| points.due.into()),
        told(strike.map(|strike| &strike.verdict)),
        strike.map_or(AnswerCell::Nothing, |strike| strike.due.into()),
        told(measures.map(|measures| &measures.verdict)),
    ]
}

/// The cells of an account, in the order of its columns.
pub(super) fn account(
    seller: AnswerCell,
    books: &[String],
    simulation: &Simulation,
) -> Vec<AnswerCell> {
    let Simulation { entries, status, readings, warnings, audit, .. } = simulation;
    let findings = i64::try_from(entries.len()).unwrap_or(i64::MAX);
    let mut cells = vec![
        seller,
        AnswerCell::Whole(findings),
        status.open.into(),
        told(status.closed_by.as_ref()),
        AnswerCell::text(status.closed_at.clone()),
        status.points.into(),
        status.strikes.into(),
    ];
    cells.extend(books.iter().map(|book| {
        let found = status.books.iter().find(|one| one.book == *book);
        found.map_or(AnswerCell::Nothing, |one| one.points.into())
    }));
    let audit = audit.as_ref();
    cells.extend([
        AnswerCell::texts(readings.iter().map(reading)),
        AnswerCell::texts(warnings.iter().map(|one| warned(one.code, one.about.as_deref()))),
        audit.map_or(AnswerCell::Nothing, |audit| audit.status.open.into()),
        audit.map_or(AnswerCell::Nothing, |audit| audit.status.points.into()),
        audit.map_or(AnswerCell::Nothing, |audit| audit.status.strikes.into()),
        audit.map_or(AnswerCell::Nothing, |audit| audit.differ.into()),
        audit.map_or(AnswerCell::Nothing, |audit| {
            AnswerCell::texts(audit.appeals.iter().map(|appeal| &appeal.finding))
        }),
    ]);
    cells
}

/// The word of a thing that may be missing.
fn told(thing: Option<&impl Serialize>) -> AnswerCell {
    AnswerCell::text(thing.and_then(word))
}

/// From when until when a measure runs, as an interval of ISO 8601.
fn time(measure: &MeasureEntry) -> String {
    let until = measure.replaced.as_ref().or(measure.until.as_ref());
    format!("{}/{}", measure.from, until.map_or(OPEN, String::as_str))
}

/// A charge with the least and the most that is due, in hundredths of the currency's unit.
fn charge(money: &MoneyEntry) -> String {
    let sum = |sum: Option<u64>| sum.map_or_else(|| OPEN.to_owned(), |sum| sum.to_string());
    format!("{} {}/{}", money.charge, sum(money.least), sum(money.most))
}

/// A reading that makes a difference, with the choice taken.
fn reading(entry: &ReadingEntry) -> String {
    format!("{}={}", entry.reading, entry.chosen)
}
