//! CSV, record by record.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use arrow_array::{ArrayRef, StringArray};
use csv::{ByteRecord, ErrorKind, Reader, ReaderBuilder};
use serde_json::{Map, Value};

use super::{BLOCK_BYTES, ROW_BYTES, share};
use crate::layout::{ColumnPlace, Layout};
use crate::reason::{BatchError, Reason};
use crate::sheet::{RawRow, Sheet, SheetRow};

/// A CSV file that is read.
pub(crate) struct CellSource {
    reader: Reader<Bounded>,
    /// The bytes that were read since the last record.
    since: Arc<AtomicUsize>,
    path: PathBuf,
    bytes: u64,
    /// The names of the columns.
    pub(super) header: Arc<Vec<String>>,
    places: Arc<Vec<ColumnPlace>>,
    next: u64,
}

/// Records of a CSV file.
pub(crate) struct CellBlock {
    header: Arc<Vec<String>>,
    places: Arc<Vec<ColumnPlace>>,
    first: u64,
    records: Vec<ByteRecord>,
}

impl CellSource {
    pub(super) fn open(file: File, path: &Path, layout: &Layout) -> Result<Self, BatchError> {
        let bytes = file.metadata().map_err(|error| BatchError::file(path, error))?.len();
        let since = Arc::new(AtomicUsize::new(0));
        let bounded = Bounded { file, since: Arc::clone(&since) };
        let mut reader =
            ReaderBuilder::new().flexible(true).buffer_capacity(1 << 16).from_reader(bounded);
        let header = reader.byte_headers().map_err(|error| BatchError::file(path, error))?;
        let header: Result<Vec<String>, _> =
            header.iter().map(|name| String::from_utf8(name.to_vec())).collect();
        let header = header.map_err(|error| BatchError::file(path, error))?;
        if header.is_empty() {
            return Err(BatchError::new("no_header", &[("value", &path.display().to_string())]));
        }
        let places = Arc::new(layout.header(&header)?);
        let (header, path) = (Arc::new(header), path.to_owned());
        Ok(Self { reader, since, path, bytes, header, places, next: 1 })
    }

    pub(super) fn next(&mut self, rows: usize) -> Result<Option<CellBlock>, BatchError> {
        let first = self.next;
        let mut records = Vec::new();
        let mut bytes = 0;
        while records.len() < rows && bytes < BLOCK_BYTES {
            self.since.store(0, Ordering::Relaxed);
            let mut record = ByteRecord::new();
            match self.reader.read_byte_record(&mut record) {
                Ok(false) => break,
                Ok(true) => {
                    bytes += record.as_slice().len();
                    records.push(record);
                    self.next += 1;
                }
                Err(error) => return Err(self.refused(error)),
            }
        }
        let (header, places) = (Arc::clone(&self.header), Arc::clone(&self.places));
        Ok((!records.is_empty()).then_some(CellBlock { header, places, first, records }))
    }

    fn refused(&self, error: csv::Error) -> BatchError {
        let too_long = matches!(error.kind(), ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge);
        if too_long {
            return row_too_long(&self.path, self.next);
        }
        BatchError::file(&self.path, error)
    }

    pub(super) fn fraction(&self) -> f64 {
        share(self.reader.position().byte(), self.bytes)
    }
}

impl CellBlock {
    pub(super) fn read(self, layout: &Layout) -> Sheet {
        let Self { header, places, first, records } = self;
        let kept = (0..layout.kept.len()).map(|kept| {
            let place = places.iter().position(|place| *place == ColumnPlace::Kept(kept));
            let cells = records.iter().map(|record| {
                let cell = place.and_then(|place| record.get(place));
                cell.filter(|cell| !cell.is_empty()).map(String::from_utf8_lossy)
            });
            Arc::new(cells.collect::<StringArray>()) as ArrayRef
        });
        let kept: Vec<ArrayRef> = kept.collect();
        let rows = (first..).zip(records).map(|(number, record)| {
            let (values, reasons) = values(&header, &places, &record);
            let raw = RawRow::Cells(Arc::clone(&header), record);
            SheetRow { number, values, reasons, raw }
        });
        Sheet { rows: rows.collect(), kept }
    }
}

/// What the filled cells of a record say, and what is wrong with it.
fn values(
    header: &[String],
    places: &[ColumnPlace],
    record: &ByteRecord,
) -> (Map<String, Value>, Vec<Reason>) {
    if record.len() != header.len() {
        let (value, expected) = (record.len().to_string(), header.len().to_string());
        let named = [("value", value.as_str()), ("expected", expected.as_str())];
        return (Map::new(), vec![Reason::new("wrong_cells", &named)]);
    }
    let mut values = Map::new();
    let mut reasons = Vec::new();
    for ((name, place), cell) in header.iter().zip(places).zip(record) {
        match (str::from_utf8(cell), place) {
            (Err(_), _) => reasons.push(Reason::new("not_utf8", &[]).in_column(name)),
            (Ok(""), _) | (Ok(_), ColumnPlace::Kept(_)) => {}
            (Ok(text), ColumnPlace::Read(known, reads)) => {
                values.insert(known.to_string(), reads.cell(text));
            }
        }
    }
    (values, reasons)
}

/// That a row has more bytes than any row may have.
pub(super) fn row_too_long(path: &Path, row: u64) -> BatchError {
    let (path, row, most) = (path.display().to_string(), row.to_string(), ROW_BYTES.to_string());
    let named = [("value", path.as_str()), ("row", row.as_str()), ("expected", most.as_str())];
    BatchError::new("row_too_long", &named)
}

/// A file of which no more is read in one go than a row may have.
struct Bounded {
    file: File,
    since: Arc<AtomicUsize>,
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        let before = self.since.fetch_add(read, Ordering::Relaxed);
        if before > ROW_BYTES {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(read)
    }
}
