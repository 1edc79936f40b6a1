//! The columns of cases and of decisions.

use zhengpin::compile::{Compiled, CompiledFact};
use zhengpin::rulebook::Kind;

use super::Deciding;
use crate::cell::Reads;
use crate::layout::Layout;
use crate::tables::Holds;

/// Which columns a file of cases may have.
pub(super) fn layout(asked: &Deciding, rulebook: &Compiled) -> Layout {
    let mut layout = Layout { rulebook: asked.rulebook.clone(), ..Layout::default() };
    let facts = rulebook.facts.values().map(|fact| (fact.id.clone(), reads(fact)));
    layout.read = facts.collect();
    layout.kept.clone_from(&asked.ids);
    if let Some(column) = &asked.day_column {
        layout.read.insert(column.clone(), Reads::Day);
        layout.needed.push(column.clone());
    }
    layout
}

/// How the column of a fact is read.
pub(super) fn reads(fact: &CompiledFact) -> Reads {
    match fact.kind {
        Kind::YesNo => Reads::YesNo,
        Kind::Choice => Reads::Choice { yes_or_no: fact.choices.iter().any(|one| one == "yes") },
        Kind::Set => Reads::Set,
        Kind::Number => Reads::Number,
        Kind::Date => Reads::Day,
    }
}

/// What the column of a fact holds in an answer.
pub(crate) fn holds(kind: Kind) -> Holds {
    match kind {
        Kind::YesNo => Holds::YesNo,
        Kind::Number => Holds::Whole,
        Kind::Set => Holds::Texts,
        Kind::Choice | Kind::Date => Holds::Text,
    }
}

/// The columns that answer an issue.
pub(crate) const OF_AN_ISSUE: [(&str, Holds); 7] = [
    ("verdict", Holds::Text),
    ("settled", Holds::YesNo),
    ("possible", Holds::Texts),
    ("because", Holds::Texts),
    ("missing", Holds::Texts),
    ("unknown", Holds::Texts),
    ("provisions", Holds::Texts),
];

/// The columns that answer all issues together.
pub(crate) const OF_A_CASE: [(&str, Holds); 6] = [
    ("version", Holds::Text),
    ("next", Holds::Texts),
    ("presumed", Holds::Texts),
    ("by_dates", Holds::Texts),
    ("deadlines", Holds::Texts),
    ("warnings", Holds::Texts),
];

/// The columns of an answer that come after the facts.
pub(crate) fn answer_columns(issues: &[String]) -> Vec<(String, Holds)> {
    let own = |(name, holds): &(&str, Holds)| ((*name).to_owned(), *holds);
    let mut columns: Vec<_> = OF_A_CASE.iter().take(1).map(own).collect();
    for issue in issues {
        columns.extend(OF_AN_ISSUE.iter().map(|(name, holds)| (format!("{issue}_{name}"), *holds)));
    }
    columns.extend(OF_A_CASE.iter().skip(1).map(own));
    columns
}
