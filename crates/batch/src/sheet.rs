//! Rows as they were read: what each says, and what is wrong with it.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch};
use csv::ByteRecord;
use serde_json::{Map, Value, json};

use crate::reason::Reason;
use crate::shown::text;

/// Rows, with the columns that are passed on.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// The rows.
    pub(crate) rows: Vec<SheetRow>,
    /// The columns that are passed on, one value for each row.
    pub(crate) kept: Vec<ArrayRef>,
}

/// One row.
#[derive(Clone, Debug)]
pub(crate) struct SheetRow {
    /// Its number in the input, from 1, the header not counted; of NDJSON its line.
    pub(crate) number: u64,
    /// What its filled cells say, by column, as far as they can be read.
    pub(crate) values: Map<String, Value>,
    /// What is wrong with it; nothing, where all of it could be read.
    pub(crate) reasons: Vec<Reason>,
    /// The row as it stands.
    pub(crate) raw: RawRow,
}

/// A row as it stands in the input.
#[derive(Clone, Debug)]
pub(crate) enum RawRow {
    /// Cells under a header.
    Cells(Arc<Vec<String>>, ByteRecord),
    /// A line.
    Line(Vec<u8>),
    /// A row of a batch, by its place.
    Of(Arc<RecordBatch>, usize),
}

impl RawRow {
    /// The row as text: an object of JSON by column, a list where the cells do not fit the
    /// header, or the line of an NDJSON file.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Line(line) => String::from_utf8_lossy(line).into_owned(),
            Self::Cells(header, record) => {
                let cells = record.iter().map(|cell| json!(String::from_utf8_lossy(cell)));
                if record.len() == header.len() {
                    header.iter().cloned().zip(cells).collect::<Map<_, _>>().into_text()
                } else {
                    Value::Array(cells.collect()).to_string()
                }
            }
            Self::Of(batch, row) => {
                let schema = batch.schema();
                let cells = schema.fields().iter().zip(batch.columns()).map(|(field, column)| {
                    let shown = text(column, *row).ok().flatten();
                    (field.name().clone(), shown.map_or(Value::Null, Value::String))
                });
                cells.collect::<Map<_, _>>().into_text()
            }
        }
    }
}

/// As one line of JSON.
trait IntoText {
    fn into_text(self) -> String;
}

impl IntoText for Map<String, Value> {
    fn into_text(self) -> String {
        Value::Object(self).to_string()
    }
}
