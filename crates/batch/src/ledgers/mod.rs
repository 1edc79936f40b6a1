//! A file of findings of many sellers, run through a platform's ledger.

mod columns;
mod request;
mod runner;
mod sellers;
mod told;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::RecordBatchReader;
use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use zhengpin::answer::try_simulate;
use zhengpin::compile::Compiled;

use crate::files::{BatchFiles, beside};
use crate::parts::{OutTable, PartsFolder};
use crate::reason::BatchError;
use crate::rules::{rulebook, seal};
use crate::run::{Progress, Task, run};
use crate::source::{Carries, TableSource};
use crate::stream::{BatchStream, StreamOptions};
use crate::tables::{Refusals, TableShape};
use columns::layout;
pub(crate) use columns::{account_columns, entry_columns, finding_columns};
use runner::Runner;

/// What is asked of a file of findings.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Simulating {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// The day to run on to and through; of each seller the day of the last finding, if left
    /// out.
    pub until: Option<NaiveDate>,
    /// How ambiguous texts are read: a choice by reading; the rulebook's own, if left out.
    pub reading: BTreeMap<String, String>,
    /// The column that names the seller.
    pub seller: String,
    /// The columns that have another name than what they tell: its name, by column.
    pub columns: BTreeMap<String, String>,
    /// The columns that are passed on as they are.
    pub ids: Vec<String>,
}

impl Simulating {
    /// The ledger of a rulebook, with the sellers in the column `seller`.
    #[must_use]
    pub fn new(rulebook: impl Into<String>) -> Self {
        Self {
            rulebook: rulebook.into(),
            until: None,
            reading: BTreeMap::new(),
            seller: "seller".to_owned(),
            columns: BTreeMap::new(),
            ids: Vec::new(),
        }
    }

    /// The request that every seller's begins with.
    fn request(&self, findings: Vec<Value>, amounts: Map<String, Value>) -> Value {
        let mut request = Map::new();
        request.insert("rulebook".to_owned(), json!(self.rulebook));
        request.insert("findings".to_owned(), Value::Array(findings));
        request.insert("forecast".to_owned(), json!(false));
        if let Some(until) = self.until {
            request.insert("until".to_owned(), json!(until.to_string()));
        }
        if !self.reading.is_empty() {
            request.insert("reading".to_owned(), json!(self.reading));
        }
        if !amounts.is_empty() {
            request.insert("amounts".to_owned(), Value::Object(amounts));
        }
        Value::Object(request)
    }

    /// What a run is, for whoever goes on with it.
    fn plan(&self, rulebook: &Compiled) -> Map<String, Value> {
        let plan = json!({
            "asks": "simulate",
            "rulebook": seal(rulebook),
            "until": self.until.map(|day| day.to_string()),
            "reading": self.reading,
            "seller": self.seller,
            "columns": self.columns,
            "ids": self.ids,
        });
        match plan {
            Value::Object(map) => map,
            _ => Map::new(),
        }
    }
}

/// Where the files of a run of ledgers stand.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct LedgerFiles {
    /// The findings that are read, and what each led to.
    pub entries: BatchFiles,
    /// Where each seller's account stands at the end, in the format of the entries.
    pub accounts: PathBuf,
}

impl LedgerFiles {
    /// From one file to another. The accounts go to `OUTPUT.accounts.ENDING`.
    #[must_use]
    pub fn new(input: impl AsRef<Path>, output: impl AsRef<Path>) -> Self {
        let accounts = beside(output.as_ref(), "accounts");
        Self { entries: BatchFiles::new(input, output), accounts }
    }
}

/// Runs the ledger of every seller of a file of findings. A seller's answer is that of the plain
/// request.
///
/// The rows are sorted by seller, and those of a seller by time. Of a seller of whom a row is
/// refused nothing is run: a ledger with a finding left out would be wrong.
///
/// # Errors
///
/// What is wrong with the files, the header, or what is asked of every seller alike; a file that
/// is not sorted. What was done until then is kept.
pub fn simulate(
    asked: &Simulating,
    files: &LedgerFiles,
    told: &mut dyn FnMut(&Progress),
) -> Result<Progress, BatchError> {
    let rulebook = rulebook(&asked.rulebook)?;
    try_simulate(Ok(asked.request(Vec::new(), Map::new()))).map_err(BatchError::engine)?;
    let layout = Arc::new(layout(asked, rulebook));
    let source = TableSource::open(&files.entries, &layout)?;
    let input = files.entries.input.display().to_string();
    let runner = Runner::new(asked, input, rulebook, &layout, &source, Refusals::Apart)?;
    let output = |path: &PathBuf, shape: &TableShape| OutTable {
        path: path.clone(),
        schema: Arc::clone(shape.schema()),
    };
    let outputs = vec![
        output(&files.entries.output, &runner.entries),
        output(&files.accounts, &runner.accounts),
        output(&files.entries.refused, &runner.refused),
    ];
    let parts = PartsFolder::open(&files.entries, outputs, asked.plan(rulebook))?;
    let mut sellers = runner.sellers(source, files.entries.part_rows);
    let tasks = std::iter::from_fn(move || {
        let part = sellers.next_part();
        let read = sellers.source.fraction();
        part.map(|part| part.map(|rows| Task { rows, read })).transpose()
    });
    run(parts, files.entries.workers, tasks, |part| runner.part(part), told)
}

/// A table that a ledger gives.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum LedgerTable {
    /// What each finding led to: a row for each, in its place.
    #[default]
    Entries,
    /// Where each seller's account stands at the end: a row for each seller, in order.
    Accounts,
}

/// Runs the ledger of every seller of a table of findings, batch for batch, and gives one of its
/// tables. The seller whose rows the end of a batch cuts is carried over to the next. What is
/// wrong with a row stands in the column `error` beside it, and beside the seller's others.
///
/// # Errors
///
/// What is wrong with the columns, or with what is asked of every seller alike. Rows that are not
/// sorted end the stream.
pub fn simulate_batches(
    asked: &Simulating,
    gives: LedgerTable,
    table: Box<dyn RecordBatchReader + Send>,
    options: &StreamOptions,
) -> Result<BatchStream, BatchError> {
    let rulebook = rulebook(&asked.rulebook)?;
    try_simulate(Ok(asked.request(Vec::new(), Map::new()))).map_err(BatchError::engine)?;
    let layout = Arc::new(layout(asked, rulebook));
    let rows = options.part_rows.max(1);
    let source = TableSource::over(table, &options.name, rows, &layout, Carries::Declared)?;
    let name = options.name.clone();
    let runner = Runner::new(asked, name, rulebook, &layout, &source, Refusals::Beside)?;
    let (place, shape) = match gives {
        LedgerTable::Entries => (0, &runner.entries),
        LedgerTable::Accounts => (1, &runner.accounts),
    };
    let schema = Arc::clone(shape.schema());
    let mut sellers = runner.sellers(source, rows);
    let next = move || sellers.next_part();
    let answer = move |part| runner.part(part).and_then(|part| part.table(place));
    Ok(BatchStream::new(schema, options.workers, next, answer))
}
