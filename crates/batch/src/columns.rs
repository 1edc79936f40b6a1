//! Which columns a rulebook reads and writes, with what each means.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Value, json};
use zhengpin::answer;
use zhengpin::compile::{Compiled, CompiledFact};
use zhengpin::request::Want;
use zhengpin::text::Text;
use zhengpin_law::author::read_yaml;

use crate::cell::Reads;
use crate::decisions::{DISPUTED, answer_columns, holds};
use crate::ledgers::{account_columns, entry_columns, finding_columns};
use crate::reason::BatchError;
use crate::rules::rulebook;
use crate::tables::{ERROR, Holds, REFUSED, ROW};

/// What the columns are that no rulebook names, by table and column.
static WORDS: LazyLock<BTreeMap<String, BTreeMap<String, Text>>> = LazyLock::new(|| {
    let read = read_yaml(include_str!("columns.yaml")).map(|(value, _)| value);
    read.ok().and_then(|value| BTreeMap::deserialize(value).ok()).unwrap_or_default()
});

/// A table of a run.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum BatchTable {
    /// Cases, to be decided.
    Cases,
    /// What was decided.
    Decisions,
    /// Findings, to be run through a ledger.
    Findings,
    /// What each finding led to.
    Entries,
    /// Where each seller's account stands.
    Accounts,
    /// The rows that were refused.
    Refused,
}

impl BatchTable {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Decisions => "decisions",
            Self::Findings => "findings",
            Self::Entries => "entries",
            Self::Accounts => "accounts",
            Self::Refused => "refused",
        }
    }

    /// Where its words stand.
    fn words(self) -> &'static str {
        match self {
            Self::Cases | Self::Decisions => "case",
            Self::Findings => "finding",
            Self::Entries => "entry",
            Self::Accounts => "account",
            Self::Refused => "every",
        }
    }
}

/// A column of a table.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct TableColumn {
    /// The table.
    pub table: BatchTable,
    /// The name of the column.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
    /// The ids that may stand in it, in order; none, where it is not made of ids.
    pub choices: Vec<String>,
    /// What it means, in both languages.
    pub means: Text,
}

/// Every column that a rulebook reads and writes, table by table, in order.
///
/// # Errors
///
/// `unknown_rulebook`.
///
/// ```
/// use zhengpin_batch::columns;
///
/// let all = columns("cn/complaint")?;
/// let locate = all.iter().find(|one| one.name == "n_locate").ok_or("no such column")?;
/// assert_eq!((locate.table.name(), locate.holds.name()), ("cases", "true/false"));
/// assert!(all.iter().any(|one| one.name == "notice_verdict"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn columns(id: &str) -> Result<Vec<TableColumn>, BatchError> {
    let rulebook = rulebook(id)?;
    let described = answer::describe(&json!({ "rulebook": id }).to_string());
    let described: Value = serde_json::from_str(&described).map_err(BatchError::broken)?;
    let texts = RulebookTexts { described: &described };
    let mut all = Vec::new();
    if !rulebook.issues.is_empty() {
        all.extend(of_cases(rulebook, &texts));
        let issues: Vec<String> = rulebook.issues.values().map(|issue| issue.id.clone()).collect();
        all.extend(numbered(BatchTable::Decisions, answer_columns(&issues, Want::Full)));
        all.extend(meanings(BatchTable::Decisions, vec![(DISPUTED.to_owned(), Holds::Texts)]));
    }
    if let Some(ledger) = rulebook.ledger.as_ref() {
        all.extend(of_findings(rulebook, &texts));
        let books: Vec<String> = ledger.books.values().map(|book| book.id.clone()).collect();
        all.extend(numbered(BatchTable::Entries, entry_columns(SELLER)));
        all.extend(numbered(BatchTable::Accounts, account_columns(SELLER, &books)));
    }
    let refused = REFUSED.map(|(name, holds)| (name.to_owned(), holds));
    all.extend(numbered(BatchTable::Refused, refused.to_vec()));
    Ok(all)
}

/// The same columns as [`decide_batches`](crate::decide_batches) and
/// [`simulate_batches`](crate::simulate_batches) have them: no table of refused rows, but in every
/// other one that is written the reasons beside, in the column `error`.
///
/// # Errors
///
/// `unknown_rulebook`.
///
/// ```
/// use zhengpin_batch::{BatchTable, Holds, stream_columns};
///
/// let all = stream_columns("cn/complaint")?;
/// let of = |table| all.iter().filter(move |one| one.table == table);
/// assert_eq!(of(BatchTable::Decisions).last().map(|one| one.holds), Some(Holds::Reasons));
/// assert_eq!(of(BatchTable::Refused).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn stream_columns(id: &str) -> Result<Vec<TableColumn>, BatchError> {
    let all = columns(id)?;
    let mut told = Vec::with_capacity(all.len() + 2);
    for of_table in all.chunk_by(|one, other| one.table == other.table) {
        let table = of_table.first().map_or(BatchTable::Refused, |one| one.table);
        if table == BatchTable::Refused {
            continue;
        }
        told.extend_from_slice(of_table);
        if !matches!(table, BatchTable::Cases | BatchTable::Findings) {
            told.extend(meanings(table, vec![(ERROR.to_owned(), Holds::Reasons)]));
        }
    }
    Ok(told)
}

/// The column that names the seller, unless another is named.
const SELLER: &str = "seller";

fn of_cases(rulebook: &Compiled, texts: &RulebookTexts<'_>) -> Vec<TableColumn> {
    let column = |fact: &CompiledFact| TableColumn {
        table: BatchTable::Cases,
        name: fact.id.clone(),
        holds: holds(fact.kind),
        choices: fact.choices.clone(),
        means: texts.get(&format!("fact/{}/ask", fact.id)),
    };
    rulebook.facts.values().map(column).collect()
}

fn of_findings(rulebook: &Compiled, texts: &RulebookTexts<'_>) -> Vec<TableColumn> {
    let tiers = rulebook.ledger.as_ref().into_iter().flat_map(|ledger| ledger.tiers.values());
    let tiers: Vec<String> = tiers.map(|tier| tier.id.clone()).collect();
    let own = finding_columns(SELLER, rulebook).into_iter();
    let column = |(name, reads): (String, Reads)| {
        let amount =
            name.split_once('_').filter(|(before, _)| matches!(*before, "amount" | "account"));
        let keys = [
            amount.map(|(_, id)| format!("amount/{id}/ask")),
            Some(format!("circumstance/{name}/ask")),
            Some(format!("label/{name}/ask")),
        ];
        let named = keys.into_iter().flatten().map(|key| texts.get(&key));
        let known = word(BatchTable::Findings, &name);
        let means = known.or_else(|| named.into_iter().find(|text| !text.en.is_empty()));
        let choices = if name == "tier" { tiers.clone() } else { Vec::new() };
        let means = means.unwrap_or_else(nothing);
        TableColumn { table: BatchTable::Findings, name, holds: reads.holds(), choices, means }
    };
    own.map(column).collect()
}

/// Columns that are written, after the one that numbers the rows.
fn numbered(table: BatchTable, columns: Vec<(String, Holds)>) -> Vec<TableColumn> {
    let mut all = vec![(ROW.to_owned(), Holds::Whole)];
    all.extend(columns);
    meanings(table, all)
}

/// Columns that are written, with what each means.
fn meanings(table: BatchTable, all: Vec<(String, Holds)>) -> Vec<TableColumn> {
    let column = |(name, holds): (String, Holds)| {
        let means = word(table, &name).unwrap_or_else(nothing);
        TableColumn { table, name, holds, choices: Vec::new(), means }
    };
    all.into_iter().map(column).collect()
}

/// What a column is that no rulebook names: by its whole name, by what stands after the id of
/// an issue, or before that of a book.
fn word(table: BatchTable, name: &str) -> Option<Text> {
    let own = WORDS.get(table.words());
    let every = WORDS.get("every").filter(|_| table != BatchTable::Findings);
    let seller = WORDS.get("finding").filter(|_| name == SELLER);
    let whole = [own, every, seller].into_iter().flatten().find_map(|words| words.get(name));
    let after = || name.rsplit_once('_').and_then(|(_, last)| own?.get(last));
    let book = || own?.get("points_").filter(|_| name.starts_with("points_"));
    whole.or_else(book).or_else(after).cloned()
}

fn nothing() -> Text {
    Text { zh: String::new(), en: String::new() }
}

/// The texts of a rulebook.
struct RulebookTexts<'d> {
    described: &'d Value,
}

impl RulebookTexts<'_> {
    fn get(&self, key: &str) -> Text {
        let text = |language: &str| {
            let found = self.described.get("texts").and_then(|all| all.get(language)?.get(key));
            found.and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        Text { zh: text("zh"), en: text("en") }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::columns;
    use zhengpin::library;

    /// Source: every rulebook that is built in: each column means something in both languages,
    /// and no two of a table have one name.
    #[test]
    fn every_column_of_every_rulebook_is_told_and_stands_once() {
        let mut count = 0;
        for rulebook in &library::built_in().rulebooks {
            let mut seen = HashSet::new();
            for column in columns(&rulebook.id).unwrap_or_default() {
                let at = format!("{} {} {}", rulebook.id, column.table.name(), column.name);
                assert!(!column.means.zh.is_empty() && !column.means.en.is_empty(), "{at}");
                assert!(seen.insert((column.table, column.name)), "{at} stands twice");
                count += 1;
            }
        }
        assert!(count > 1000, "{count}");
    }

    /// Facts are passed on beside answers, so that none may have the name of another.
    #[test]
    fn no_fact_has_the_name_of_an_answer() {
        for rulebook in &library::built_in().rulebooks {
            let all = columns(&rulebook.id).unwrap_or_default();
            let of = |table| all.iter().filter(move |one| one.table.name() == table);
            for fact in of("cases") {
                assert!(of("decisions").all(|answer| answer.name != fact.name), "{}", fact.name);
            }
        }
    }
}
