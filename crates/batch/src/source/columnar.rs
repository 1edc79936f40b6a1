//! Parquet, batch by batch.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Field};
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use serde_json::{Map, Value};

use super::share;
use crate::cell::Reads;
use crate::layout::{ColumnPlace, Layout};
use crate::reason::BatchError;
use crate::sheet::{RawRow, Sheet, SheetRow};

/// A Parquet file that is read.
pub(crate) struct ColumnarSource {
    reader: ParquetRecordBatchReader,
    path: PathBuf,
    rows: u64,
    next: u64,
    /// The names of the columns.
    pub(super) header: Vec<String>,
    places: Arc<Vec<ColumnPlace>>,
    /// The types of the columns that are passed on.
    pub(super) kept: Vec<DataType>,
}

/// A batch of a Parquet file.
pub(crate) struct ColumnarBlock {
    places: Arc<Vec<ColumnPlace>>,
    first: u64,
    batch: RecordBatch,
}

impl ColumnarSource {
    pub(super) fn open(
        file: File,
        path: &Path,
        part_rows: usize,
        layout: &Layout,
    ) -> Result<Self, BatchError> {
        let told = |error| BatchError::file(path, error);
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(told)?;
        let rows = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
        let schema = Arc::clone(builder.schema());
        let header: Vec<String> =
            schema.fields().iter().map(|field| field.name().clone()).collect();
        let places = layout.header(&header)?;
        let mut kept = vec![DataType::Null; layout.kept.len()];
        for (field, place) in schema.fields().iter().zip(&places) {
            match place {
                ColumnPlace::Kept(at) => {
                    if let Some(of) = kept.get_mut(*at) {
                        *of = field.data_type().clone();
                    }
                }
                ColumnPlace::Read(reads) if !reads.takes(field.data_type()) => {
                    let of = field.data_type().to_string();
                    let named = [
                        ("value", field.name().as_str()),
                        ("detail", &of),
                        ("expected", reads.expected()),
                    ];
                    return Err(BatchError::new("wrong_column_type", &named));
                }
                ColumnPlace::Read(_) => {}
            }
        }
        let reader = builder.with_batch_size(part_rows.max(1)).build().map_err(told)?;
        let (path, places) = (path.to_owned(), Arc::new(places));
        Ok(Self { reader, path, rows, next: 1, header, places, kept })
    }

    pub(super) fn next(&mut self) -> Result<Option<ColumnarBlock>, BatchError> {
        let Some(batch) = self.reader.next() else { return Ok(None) };
        let batch = batch.map_err(|error| BatchError::file(&self.path, error))?;
        let first = self.next;
        self.next += u64::try_from(batch.num_rows()).unwrap_or_default();
        Ok(Some(ColumnarBlock { places: Arc::clone(&self.places), first, batch }))
    }

    pub(super) fn fraction(&self) -> f64 {
        share(self.next - 1, self.rows)
    }
}

impl ColumnarBlock {
    pub(super) fn read(self, layout: &Layout) -> Result<Sheet, BatchError> {
        let Self { places, first, batch } = self;
        let mut rows = vec![Map::new(); batch.num_rows()];
        let mut kept: Vec<Option<ArrayRef>> = vec![None; layout.kept.len()];
        let schema = batch.schema();
        for ((field, place), column) in
            schema.fields().iter().zip(places.iter()).zip(batch.columns())
        {
            match place {
                ColumnPlace::Kept(at) => {
                    if let Some(own) = kept.get_mut(*at) {
                        *own = Some(Arc::clone(column));
                    }
                }
                ColumnPlace::Read(reads) => {
                    let told = |error: ArrowError| BatchError::broken(error);
                    fill(&mut rows, field.name(), *reads, column).map_err(told)?;
                }
            }
        }
        let raw = |row| RawRow::Of(batch.clone(), row);
        let rows = (first..).zip(rows).enumerate();
        let rows = rows.map(|(row, (number, values))| SheetRow {
            number,
            values,
            reasons: Vec::new(),
            raw: raw(row),
        });
        Ok(Sheet { rows: rows.collect(), kept: kept.into_iter().flatten().collect() })
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
    let texts = cast(&in_utc(column)?, &DataType::Utf8)?;
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
