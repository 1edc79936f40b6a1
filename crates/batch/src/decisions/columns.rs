//! The columns of cases and of decisions.

use zhengpin::compile::{Compiled, CompiledFact};
use zhengpin::request::Want;
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
    layout.renamed.clone_from(&asked.columns);
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

/// The columns that tell the verdict on an issue.
const VERDICT: [(&str, Holds); 3] =
    [("verdict", Holds::Text), ("settled", Holds::YesNo), ("possible", Holds::Texts)];

/// The columns that tell its reasons.
const REASONS: [(&str, Holds); 4] = [
    ("because", Holds::Texts),
    ("missing", Holds::Texts),
    ("unknown", Holds::Texts),
    ("provisions", Holds::Texts),
];

/// The columns that answer an issue.
pub(super) fn of_an_issue(want: Want) -> Vec<(&'static str, Holds)> {
    let reasons = if want == Want::Verdict { [].as_slice() } else { &REASONS };
    VERDICT.iter().chain(reasons).copied().collect()
}

/// The columns that answer all issues together, after the version.
fn of_a_case(want: Want) -> &'static [&'static str] {
    match want {
        Want::Verdict => &["presumed", DISPUTED],
        Want::Reasons => &["next", "presumed", DISPUTED, "warnings"],
        Want::Full => &["next", "presumed", "by_dates", "deadlines", "warnings"],
    }
}

/// The column of the facts that dates contradict, where nothing else is told of dates.
pub(crate) const DISPUTED: &str = "disputed";

/// The columns of an answer that come after the facts.
pub(crate) fn answer_columns(issues: &[String], want: Want) -> Vec<(String, Holds)> {
    let mut columns = vec![("version".to_owned(), Holds::Text)];
    for issue in issues {
        let own = of_an_issue(want).into_iter();
        columns.extend(own.map(|(name, holds)| (format!("{issue}_{name}"), holds)));
    }
    columns.extend(of_a_case(want).iter().map(|name| ((*name).to_owned(), Holds::Texts)));
    columns
}
