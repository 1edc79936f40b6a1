//! What a call asks, read from its arguments.

use chrono::NaiveDate;
use pyo3::prelude::*;
use serde_json::Value;
use zhengpin::day;
use zhengpin::request::Want;
use zhengpin_batch::StreamOptions;

use crate::refused::call;

/// A day, from a date of Python or a text.
pub(crate) fn day(
    py: Python<'_>,
    argument: Option<&Bound<'_, PyAny>>,
    path: &str,
) -> PyResult<Option<NaiveDate>> {
    let Some(argument) = argument else { return Ok(None) };
    let text = argument.str()?.to_string();
    let day = day::parse(&text);
    day.map(Some).ok_or_else(|| call(py, "no_such_day", &[("value", &text)], path))
}

/// How much is told.
pub(crate) fn want(py: Python<'_>, name: &str) -> PyResult<Want> {
    let known = serde_json::from_value(Value::from(name));
    known.map_err(|_| unknown_choice(py, name, "verdict, reasons, full", "/want"))
}

/// That an argument is none of its choices.
pub(crate) fn unknown_choice(py: Python<'_>, value: &str, expected: &str, path: &str) -> PyErr {
    call(py, "unknown_argument", &[("value", value), ("expected", expected)], path)
}

/// How the table is read and answered.
pub(crate) fn options(
    py: Python<'_>,
    batch_rows: usize,
    workers: usize,
) -> PyResult<StreamOptions> {
    for (number, path) in [(batch_rows, "/batch_rows"), (workers, "/workers")] {
        if number == 0 {
            return Err(call(py, "not_positive", &[("value", "0")], path));
        }
    }
    let mut options = StreamOptions::default();
    (options.part_rows, options.workers) = (batch_rows, workers);
    Ok(options)
}
