//! The columns of findings, of entries and of accounts.

use zhengpin::compile::Compiled;
use zhengpin::rulebook::AmountOf;

use super::Simulating;
use crate::cell::Reads;
use crate::layout::Layout;
use crate::tables::Holds;

/// Before what a platform booked.
pub(super) const TAKEN: &str = "taken_";
/// Before the name of a sum of money that stands with a finding.
pub(super) const AMOUNT: &str = "amount_";
/// Before the name of a sum of money that stands with the account.
pub(super) const ACCOUNT: &str = "account_";

/// The columns that every finding may have besides its seller.
const OF_A_FINDING: [(&str, Reads); 9] = [
    ("id", Reads::Name),
    ("issued", Reads::Moment),
    ("tier", Reads::Text),
    ("items", Reads::Number),
    ("reversed", Reads::YesNo),
    ("exam", Reads::MomentOrNot),
    ("taken_points", Reads::Number),
    ("taken_strike", Reads::YesNo),
    ("taken_measures", Reads::Set),
];

/// Which columns a file of findings may have.
pub(crate) fn layout(asked: &Simulating, rulebook: &Compiled) -> Layout {
    let mut layout = Layout { rulebook: asked.rulebook.clone(), ..Layout::default() };
    let all = finding_columns(&asked.seller, rulebook);
    layout.read = all.into_iter().collect();
    layout.kept.clone_from(&asked.ids);
    layout.renamed.clone_from(&asked.columns);
    layout.needed = [&asked.seller, "issued", "tier"].map(str::to_owned).to_vec();
    layout
}

/// The columns of findings, in order, each with how it is read.
pub(crate) fn finding_columns(seller: &str, rulebook: &Compiled) -> Vec<(String, Reads)> {
    let mut columns = vec![(seller.to_owned(), Reads::Name)];
    columns.extend(OF_A_FINDING.map(|(name, reads)| (name.to_owned(), reads)));
    let Some(ledger) = rulebook.ledger.as_ref() else { return columns };
    for amount in ledger.amounts.values() {
        let before = if amount.of == AmountOf::Account { ACCOUNT } else { AMOUNT };
        columns.push((format!("{before}{}", amount.id), Reads::Money));
    }
    let circumstances = ledger.circumstances.values();
    columns.extend(circumstances.map(|known| (known.id.clone(), Reads::YesNo)));
    columns.extend(ledger.labels.values().map(|known| (known.clone(), Reads::Name)));
    columns
}

/// The columns that say what a finding led to.
pub(crate) fn entry_columns(seller: &str) -> Vec<(String, Holds)> {
    const OF_AN_ENTRY: [(&str, Holds); 23] = [
        ("id", Holds::Text),
        ("issued", Holds::Text),
        ("version", Holds::Text),
        ("tier", Holds::Text),
        ("book", Holds::Text),
        ("points", Holds::Whole),
        ("lost", Holds::Whole),
        ("raised", Holds::Whole),
        ("ledger", Holds::Whole),
        ("strikes", Holds::Whole),
        ("strike", Holds::YesNo),
        ("reason", Holds::Text),
        ("node", Holds::Whole),
        ("closes", Holds::YesNo),
        ("measures", Holds::Texts),
        ("measure_times", Holds::Texts),
        ("charges", Holds::Texts),
        ("provisions", Holds::Texts),
        ("audit_points", Holds::Text),
        ("audit_points_due", Holds::Whole),
        ("audit_strike", Holds::Text),
        ("audit_strike_due", Holds::YesNo),
        ("audit_measures", Holds::Text),
    ];
    named(seller, &OF_AN_ENTRY)
}

/// The columns that say where an account stands.
pub(crate) fn account_columns(seller: &str, books: &[String]) -> Vec<(String, Holds)> {
    const OF_AN_ACCOUNT: [(&str, Holds); 6] = [
        ("findings", Holds::Whole),
        ("open", Holds::YesNo),
        ("closed_by", Holds::Text),
        ("closed_at", Holds::Text),
        ("points", Holds::Whole),
        ("strikes", Holds::Whole),
    ];
    const AT_THE_END: [(&str, Holds); 7] = [
        ("readings", Holds::Texts),
        ("warnings", Holds::Texts),
        ("audit_open", Holds::YesNo),
        ("audit_points", Holds::Whole),
        ("audit_strikes", Holds::Whole),
        ("audit_differ", Holds::Whole),
        ("appeals", Holds::Texts),
    ];
    let mut columns = named(seller, &OF_AN_ACCOUNT);
    columns.extend(books.iter().map(|book| (format!("points_{book}"), Holds::Whole)));
    columns.extend(AT_THE_END.map(|(name, holds)| (name.to_owned(), holds)));
    columns
}

fn named(seller: &str, columns: &[(&str, Holds)]) -> Vec<(String, Holds)> {
    let others = columns.iter().map(|(name, holds)| ((*name).to_owned(), *holds));
    std::iter::once((seller.to_owned(), Holds::Text)).chain(others).collect()
}
