//! Tables in columns, batch by batch: of Parquet, or of whoever makes them.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchReader};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Field};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::{Map, Value};

use super::share;
use crate::cell::Reads;
use crate::layout::{ColumnPlace, Layout};
use crate::reason::BatchError;
use crate::sheet::{RawRow, Sheet, SheetRow};
use crate::shown::texts;

/// A table in columns that is read batch by batch.
pub(crate) struct ColumnarSource {
    reader: Box<dyn RecordBatchReader + Send>,
    /// The table, as a message names it.
    name: String,
    /// How many rows it has; not known of one that is still being made.
    rows: Option<u64>,
    /// The most rows of a block.
    part_rows: usize,
    /// What is left of the last batch.
    rest: Option<RecordBatch>,
    next: u64,
    /// The names of the columns.
    pub(super) header: Vec<String>,
    places: Arc<Vec<ColumnPlace>>,
    /// The columns that are passed on.
    pub(super) kept: Vec<(String, DataType)>,
    pub(super) carries: Carries,
}

/// Which columns of a table are passed on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Carries {
    /// Those that were declared.
    Declared,
    /// All, as they came.
    All,
}

/// A batch of a table in columns.
pub(crate) struct ColumnarBlock {
    places: Arc<Vec<ColumnPlace>>,
    first: u64,
    batch: RecordBatch,
    carries: Carries,
}

impl ColumnarSource {
    /// Opens a Parquet file.
    pub(super) fn open(
        file: File,
        path: &Path,
        part_rows: usize,
        layout: &Layout,
    ) -> Result<Self, BatchError> {
        let told = |error| BatchError::file(path, error);
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(told)?;
        let rows = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
        let reader = builder.with_batch_size(part_rows.max(1)).build().map_err(told)?;
        let name = path.display().to_string();
        let source = Self::over(Box::new(reader), &name, part_rows, layout, Carries::Declared)?;
        Ok(Self { rows: Some(rows), ..source })
    }

    /// Reads batches, whoever makes them.
    ///
    /// # Errors
    ///
    /// A column that the layout does not know, that stands twice, is missing, or is of a type
    /// that is not read.
    pub(super) fn over(
        reader: Box<dyn RecordBatchReader + Send>,
        name: &str,
        part_rows: usize,
        layout: &Layout,
        carries: Carries,
    ) -> Result<Self, BatchError> {
        let schema = reader.schema();
        let header: Vec<String> =
            schema.fields().iter().map(|field| field.name().clone()).collect();
        let places = layout.header(&header)?;
        let of = |field: &Arc<Field>| (field.name().clone(), field.data_type().clone());
        let mut kept = Vec::new();
        if carries == Carries::All {
            kept.extend(schema.fields().iter().map(of));
        } else {
            let known = |name: &String| schema.fields().find(name).map(|(_, field)| of(field));
            kept.extend(layout.kept.iter().filter_map(known));
        }
        for (field, place) in schema.fields().iter().zip(&places) {
            if let ColumnPlace::Read(_, reads) = place
                && !reads.takes(field.data_type())
            {
                let of = field.data_type().to_string();
                let named = [
                    ("value", field.name().as_str()),
                    ("detail", &of),
                    ("expected", reads.expected()),
                ];
                let error = BatchError::new("wrong_column_type", &named);
                return Err(error.in_column(field.name()));
            }
        }
        Ok(Self {
            reader,
            name: name.to_owned(),
            rows: None,
            part_rows: part_rows.max(1),
            rest: None,
            next: 1,
            header,
            places: Arc::new(places),
            kept,
            carries,
        })
    }

    pub(super) fn next(&mut self) -> Result<Option<ColumnarBlock>, BatchError> {
        let batch = match self.rest.take() {
            Some(rest) => rest,
            None => match self.reader.next() {
                None => return Ok(None),
                Some(batch) => batch.map_err(|error| BatchError::unreadable(&self.name, error))?,
            },
        };
        let (first, rows) = (self.next, batch.num_rows());
        let now = rows.min(self.part_rows);
        if now < rows {
            self.rest = Some(batch.slice(now, rows - now));
        }
        let batch = batch.slice(0, now);
        self.next += u64::try_from(now).unwrap_or_default();
        let (places, carries) = (Arc::clone(&self.places), self.carries);
        Ok(Some(ColumnarBlock { places, first, batch, carries }))
    }

    pub(super) fn fraction(&self) -> f64 {
        share(self.next - 1, self.rows.unwrap_or_default())
    }
}

impl ColumnarBlock {
    pub(super) fn read(self, layout: &Layout) -> Result<Sheet, BatchError> {
        let Self { places, first, batch, carries } = self;
        let mut rows = vec![Map::new(); batch.num_rows()];
        let mut declared: Vec<Option<ArrayRef>> = vec![None; layout.kept.len()];
        for (place, column) in places.iter().zip(batch.columns()) {
            match place {
                ColumnPlace::Kept(at) => {
                    if let Some(own) = declared.get_mut(*at) {
                        *own = Some(Arc::clone(column));
                    }
                }
                ColumnPlace::Read(known, reads) => {
                    let told = |error: ArrowError| BatchError::broken(error);
                    fill(&mut rows, known, *reads, column).map_err(told)?;
                }
            }
        }
        let kept = match carries {
            Carries::Declared => declared.into_iter().flatten().collect(),
            Carries::All => batch.columns().to_vec(),
        };
        let batch = Arc::new(batch);
        let rows = (first..).zip(rows).enumerate();
        let rows = rows.map(|(row, (number, values))| SheetRow {
            number,
            values,
            reasons: Vec::new(),
            raw: RawRow::Of(Arc::clone(&batch), row),
        });
        Ok(Sheet { rows: rows.collect(), kept })
    }
}

/// Gives every row what a column says. A null is left out: it is unknown.
fn fill(
    rows: &mut [Map<String, Value>],
    name: &str,
    reads: Reads,
    column: &ArrayRef,
) -> Result<(), ArrowError> {
    let mut put = |row: usize, value: Value| {
        if let Some(map) = rows.get_mut(row) {
            map.insert(name.to_owned(), value);
        }
    };
    if matches!(
        column.data_type(),
        DataType::List(_) | DataType::LargeList(_) | DataType::ListView(_)
    ) {
        let item = Arc::new(Field::new_list_field(DataType::Utf8, true));
        let lists = cast(column, &DataType::List(item))?;
        for (row, members) in lists.as_list::<i32>().iter().enumerate() {
            let Some(members) = members else { continue };
            let members = members.as_string::<i32>().iter().map(Value::from);
            put(row, members.collect());
        }
        return Ok(());
    }
    let texts = texts(&in_utc(column)?)?;
    for (row, text) in texts.as_string::<i32>().iter().enumerate() {
        if let Some(text) = text {
            put(row, reads.cell(text));
        }
    }
    Ok(())
}

/// Instants by the offset zero, whatever zone they name: a text then tells the offset.
fn in_utc(column: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    match column.data_type() {
        DataType::Timestamp(unit, Some(_)) => {
            cast(column, &DataType::Timestamp(*unit, Some("+00:00".into())))
        }
        _ => Ok(Arc::clone(column)),
    }
}
