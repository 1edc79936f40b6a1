//! The rules for Python: a table in, answers out, batch for batch.
//!
//! Tables come and go by Arrow's interface of capsules, so that pyarrow, Polars, DuckDB, pandas
//! and Spark hand them over without a copy, and none of them is needed here. What the columns are
//! and how they are read is said once, in [`zhengpin_batch`].

#![expect(clippy::doc_markdown, reason = "docstrings are read in Python, where names stand bare")]

mod answers;
mod asked;
mod refused;
mod table;

use pyo3::prelude::*;

/// Rules of China's e-commerce IP protection, decided row by row, with the provisions behind.
#[pymodule]
mod zhengpin {
    #[pymodule_export]
    use super::answers::Answers;
    #[pymodule_export]
    use super::refused::ZhengpinError;

    use std::collections::BTreeMap;

    use pyo3::prelude::*;
    use pyo3::types::PyModule;
    use zhengpin_batch::{Deciding, LedgerTable, Simulating, decide_batches, simulate_batches};

    use super::{answers, asked, refused, table};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }

    /// Decides every row of a table.
    ///
    /// Each row of the table has a row of the answer, in order: its number, the columns as they
    /// came, the verdicts with what they rest on, and `error`, which is null unless the row was
    /// refused. A null is unknown, never no.
    ///
    /// Args:
    ///     table: anything with `__arrow_c_stream__`: one column for each fact, by its id
    ///     rulebook: the id of the rulebook
    ///     as_of: the day as of which the law is applied, a date or "YYYY-MM-DD"; the rulebook's
    ///         own, if left out
    ///     day_column: the column that tells the day of each row, in place of `as_of`
    ///     want: "verdict", "reasons" or "full": how much of each answer is told
    ///     issues: the issues that are decided; all, if left out
    ///     presume: take what is undisputed as a rule to be so where a row says nothing of it
    ///     columns: the fact, by column, where a column has another name
    ///     ids: the columns that are no facts and are passed on as they are
    ///     only_ids: pass on no other column
    ///     batch_rows: the most rows of a batch
    ///     workers: how many threads answer
    ///
    /// Raises:
    ///     ZhengpinError: what is wrong with the call or with the columns
    #[pyfunction]
    #[pyo3(signature = (
        table, rulebook, *, as_of=None, day_column=None, want="full", issues=None, presume=false,
        columns=None, ids=None, only_ids=false, batch_rows=16384, workers=1
    ))]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword of Python")]
    fn decide(
        table: &Bound<'_, PyAny>,
        rulebook: &str,
        as_of: Option<&Bound<'_, PyAny>>,
        day_column: Option<String>,
        want: &str,
        issues: Option<Vec<String>>,
        presume: bool,
        columns: Option<BTreeMap<String, String>>,
        ids: Option<Vec<String>>,
        only_ids: bool,
        batch_rows: usize,
        workers: usize,
    ) -> PyResult<answers::Answers> {
        let py = table.py();
        let mut what = Deciding::new(rulebook);
        what.as_of = asked::day(py, as_of, "/as_of")?;
        if what.as_of.is_some() && day_column.is_some() {
            return Err(refused::call(py, "day_twice", &[], "/day_column"));
        }
        what.want = asked::want(py, want)?;
        what.day_column = day_column;
        if issues.as_ref().is_some_and(Vec::is_empty) {
            return Err(refused::call(py, "no_issues", &[], "/issues"));
        }
        what.issues = issues.unwrap_or_default();
        what.columns = columns.unwrap_or_default();
        what.ids = ids.unwrap_or_default();
        (what.presume, what.only_ids) = (presume, only_ids);
        let options = asked::options(py, batch_rows, workers)?;
        let reader = table::reader(table)?;
        let stream = py.detach(|| decide_batches(&what, reader, &options));
        stream.map(answers::Answers::new).map_err(|error| refused::error(py, &error))
    }

    /// Runs the ledger of every seller of a table of findings.
    ///
    /// The rows are sorted by seller, and those of a seller by time; a seller whose rows the end
    /// of a batch cuts is carried over to the next batch. `error` is null unless the row, or
    /// another one of the same seller, was refused: nothing was run then.
    ///
    /// Args:
    ///     table: anything with `__arrow_c_stream__`: `seller`, `issued`, `tier`, and what else
    ///         `describe` lists
    ///     rulebook: the id of the rulebook
    ///     gives: "entries": a row for each finding, in order, with what it led to; or
    ///         "accounts": a row for each seller, with where the account stands at the end
    ///     until: the day to run on to and through, a date or "YYYY-MM-DD"; of each seller the
    ///         day of the last finding, if left out
    ///     reading: how ambiguous texts are read: a choice by reading
    ///     seller: the column that names the seller
    ///     columns: what a column tells, by column, where it has another name
    ///     ids: the columns that are passed on with the entries as they are
    ///     batch_rows: the rows after which a batch ends, with the seller's last
    ///     workers: how many threads answer
    ///
    /// Raises:
    ///     ZhengpinError: what is wrong with the call or with the columns
    #[pyfunction]
    #[pyo3(signature = (
        table, rulebook, *, gives="entries", until=None, reading=None, seller="seller",
        columns=None, ids=None, batch_rows=16384, workers=1
    ))]
    #[expect(clippy::too_many_arguments, reason = "each is a keyword of Python")]
    fn simulate(
        table: &Bound<'_, PyAny>,
        rulebook: &str,
        gives: &str,
        until: Option<&Bound<'_, PyAny>>,
        reading: Option<BTreeMap<String, String>>,
        seller: &str,
        columns: Option<BTreeMap<String, String>>,
        ids: Option<Vec<String>>,
        batch_rows: usize,
        workers: usize,
    ) -> PyResult<answers::Answers> {
        let py = table.py();
        let mut what = Simulating::new(rulebook);
        what.until = asked::day(py, until, "/until")?;
        what.reading = reading.unwrap_or_default();
        seller.clone_into(&mut what.seller);
        what.columns = columns.unwrap_or_default();
        what.ids = ids.unwrap_or_default();
        let gives = match gives {
            "entries" => LedgerTable::Entries,
            "accounts" => LedgerTable::Accounts,
            other => return Err(asked::unknown_choice(py, other, "entries, accounts", "/gives")),
        };
        let options = asked::options(py, batch_rows, workers)?;
        let reader = table::reader(table)?;
        let stream = py.detach(|| simulate_batches(&what, gives, reader, &options));
        stream.map(answers::Answers::new).map_err(|error| refused::error(py, &error))
    }

    /// Lists the columns that a rulebook reads and writes: the table they stand in, what they
    /// hold, the ids that may stand there, and what they mean in both languages.
    ///
    /// Args:
    ///     rulebook: the id of the rulebook
    ///
    /// Raises:
    ///     ZhengpinError: that there is no such rulebook
    #[pyfunction]
    fn describe(py: Python<'_>, rulebook: &str) -> PyResult<answers::Answers> {
        let described = py.detach(|| answers::columns(rulebook));
        described.map_err(|error| refused::error(py, &error))
    }
}
