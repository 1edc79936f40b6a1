//! Tables as files: one for each part, put together at the end.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_json::writer::{LineDelimited, WriterBuilder as JsonBuilder};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::column::writer::ColumnCloseResult;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;

use crate::cell::{BETWEEN, NONE_OF_THEM};
use crate::format::Format;
use crate::reason::BatchError;

/// Looks whether a format can hold a table.
///
/// # Errors
///
/// `nested_in_csv`: a column that is passed on and holds more than single values. Lists of texts
/// are written in one cell.
pub(crate) fn can_hold(format: Format, schema: &Schema) -> Result<(), BatchError> {
    let nested =
        |field: &&Arc<Field>| field.data_type().is_nested() && !is_texts(field.data_type());
    match schema.fields().iter().find(nested).filter(|_| format == Format::Csv) {
        None => Ok(()),
        Some(field) => {
            let of = field.data_type().to_string();
            let named = [("value", field.name().as_str()), ("detail", of.as_str())];
            Err(BatchError::new("nested_in_csv", &named))
        }
    }
}

/// Writes the table of a part; of CSV without a header.
pub(crate) fn write_part(
    path: &Path,
    format: Format,
    table: &RecordBatch,
) -> Result<(), BatchError> {
    let told = |error: io::Error| BatchError::file(path, error);
    let file = File::create(path).map_err(told)?;
    let mut out = BufWriter::new(file);
    let written = match format {
        Format::Csv => write_cells(&mut out, table, false),
        Format::Ndjson => write_lines(&mut out, table),
        Format::Parquet => {
            return write_columns(out, table).map_err(|error| BatchError::file(path, error));
        }
    };
    written.map_err(|error| BatchError::file(path, error))?;
    synced(out).map_err(told)
}

/// Puts the tables of parts together, in their order, as one file.
pub(crate) fn join(
    into: &Path,
    format: Format,
    schema: &SchemaRef,
    parts: &[PathBuf],
) -> Result<(), BatchError> {
    if format == Format::Parquet {
        return join_columns(into, parts).map_err(|error| BatchError::file(into, error));
    }
    let told = |error: io::Error| BatchError::file(into, error);
    let mut out = BufWriter::new(File::create(into).map_err(told)?);
    if format == Format::Csv {
        let empty = RecordBatch::new_empty(Arc::clone(schema));
        write_cells(&mut out, &empty, true).map_err(|error| BatchError::file(into, error))?;
    }
    for part in parts {
        let mut file = File::open(part).map_err(|error| BatchError::file(part, error))?;
        io::copy(&mut file, &mut out).map_err(told)?;
    }
    synced(out).map_err(told)
}

fn synced(out: BufWriter<File>) -> io::Result<()> {
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

fn write_cells(out: &mut impl Write, table: &RecordBatch, header: bool) -> Result<(), ArrowError> {
    let table = flat(table)?;
    arrow_csv::WriterBuilder::new().with_header(header).build(out).write(&table)
}

fn write_lines(out: &mut impl Write, table: &RecordBatch) -> Result<(), ArrowError> {
    let builder = JsonBuilder::new().with_explicit_nulls(true);
    let mut writer = builder.build::<_, LineDelimited>(out);
    writer.write(table)?;
    writer.finish()
}

fn write_columns(out: BufWriter<File>, table: &RecordBatch) -> Result<(), ParquetError> {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer = ArrowWriter::try_new(out, table.schema(), Some(properties))?;
    writer.write(table)?;
    Ok(synced(writer.into_inner()?)?)
}

/// Row groups are taken over as they stand, without being read.
fn join_columns(into: &Path, parts: &[PathBuf]) -> Result<(), ParquetError> {
    let mut out: Option<SerializedFileWriter<BufWriter<File>>> = None;
    for part in parts {
        let source = File::open(part)?;
        let reader = SerializedFileReader::new(source.try_clone()?)?;
        let metadata = reader.metadata();
        let of_file = metadata.file_metadata();
        let writer = match &mut out {
            Some(writer) => writer,
            none => {
                let file = BufWriter::new(File::create(into)?);
                let properties = WriterProperties::builder()
                    .set_key_value_metadata(of_file.key_value_metadata().cloned())
                    .build();
                let schema = of_file.schema_descr().root_schema_ptr();
                none.insert(SerializedFileWriter::new(file, schema, Arc::new(properties))?)
            }
        };
        for group in metadata.row_groups() {
            let mut to = writer.next_row_group()?;
            for column in group.columns() {
                let taken_over = ColumnCloseResult {
                    bytes_written: u64::try_from(column.compressed_size()).unwrap_or_default(),
                    rows_written: u64::try_from(group.num_rows()).unwrap_or_default(),
                    metadata: column.clone(),
                    bloom_filter: None,
                    column_index: None,
                    offset_index: None,
                };
                to.append_column(&source, taken_over)?;
            }
            to.close()?;
        }
    }
    match out {
        Some(writer) => Ok(synced(writer.into_inner()?)?),
        None => Err(ParquetError::General("no part".to_owned())),
    }
}

/// A table whose lists of texts are written in one cell each.
fn flat(table: &RecordBatch) -> Result<RecordBatch, ArrowError> {
    let schema = table.schema();
    let (fields, columns): (Vec<Field>, Vec<ArrayRef>) = schema
        .fields()
        .iter()
        .zip(table.columns())
        .map(|(field, column)| {
            if is_texts(field.data_type()) {
                (Field::new(field.name(), DataType::Utf8, true), in_cells(column))
            } else {
                (field.as_ref().clone(), Arc::clone(column))
            }
        })
        .unzip();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns)
}

fn is_texts(of: &DataType) -> bool {
    matches!(of, DataType::List(item) if *item.data_type() == DataType::Utf8)
}

fn in_cells(lists: &ArrayRef) -> ArrayRef {
    let cells = lists.as_list::<i32>().iter().map(|list| {
        let list = list?;
        let texts: Vec<&str> = list.as_string::<i32>().iter().flatten().collect();
        Some(if texts.is_empty() { NONE_OF_THEM.to_owned() } else { texts.join(BETWEEN) })
    });
    Arc::new(cells.collect::<StringArray>())
}

/// Gives a file its place at once, or not at all.
pub(crate) fn put_in_place(from: &Path, to: &Path) -> Result<(), BatchError> {
    fs::rename(from, to).map_err(|error| BatchError::file(to, error))
}
