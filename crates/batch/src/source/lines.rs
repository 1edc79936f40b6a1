//! NDJSON, line by line.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use serde_json::{Map, Value};
use zhengpin::answer::Failure;
use zhengpin::json::parse;

use super::cells::row_too_long;
use super::{BLOCK_BYTES, ROW_BYTES, share};
use crate::layout::{ColumnPlace, Layout};
use crate::reason::{BatchError, Reason};
use crate::sheet::{RawRow, Sheet, SheetRow};

/// An NDJSON file that is read.
pub(crate) struct LineSource {
    reader: BufReader<File>,
    path: PathBuf,
    bytes: u64,
    read: u64,
    next: u64,
}

/// Lines of an NDJSON file, with their numbers.
pub(crate) struct LineBlock {
    lines: Vec<(u64, Vec<u8>)>,
}

impl LineSource {
    pub(super) fn open(file: File, path: &Path) -> Result<Self, BatchError> {
        let bytes = file.metadata().map_err(|error| BatchError::file(path, error))?.len();
        let reader = BufReader::with_capacity(1 << 16, file);
        Ok(Self { reader, path: path.to_owned(), bytes, read: 0, next: 1 })
    }

    pub(super) fn next(&mut self, rows: usize) -> Result<Option<LineBlock>, BatchError> {
        let mut lines = Vec::new();
        let mut bytes = 0;
        while lines.len() < rows && bytes < BLOCK_BYTES {
            let mut line = Vec::new();
            let most = u64::try_from(ROW_BYTES).unwrap_or(u64::MAX) + 1;
            let read = self.reader.by_ref().take(most).read_until(b'\n', &mut line);
            let read = read.map_err(|error| BatchError::file(&self.path, error))?;
            if read == 0 {
                break;
            }
            let number = self.next;
            if read > ROW_BYTES {
                return Err(row_too_long(&self.path, number));
            }
            self.next += 1;
            self.read += u64::try_from(read).unwrap_or_default();
            if number == 1 && line.starts_with("\u{feff}".as_bytes()) {
                line.drain(.."\u{feff}".len());
            }
            if !line.trim_ascii().is_empty() {
                bytes += read;
                line.truncate(line.trim_ascii_end().len());
                lines.push((number, line));
            }
        }
        Ok((!lines.is_empty()).then_some(LineBlock { lines }))
    }

    pub(super) fn fraction(&self) -> f64 {
        share(self.read, self.bytes)
    }
}

impl LineBlock {
    pub(super) fn read(self, layout: &Layout) -> Sheet {
        let mut kept: Vec<Vec<Option<String>>> = vec![Vec::new(); layout.kept.len()];
        let rows = self.lines.into_iter().map(|(number, line)| {
            let Line { values, own, reasons } = Line::read(layout, &line);
            kept.iter_mut().zip(own).for_each(|(column, cell)| column.push(cell));
            SheetRow { number, values, reasons, raw: RawRow::Line(line) }
        });
        let rows: Vec<SheetRow> = rows.collect();
        let kept = kept.into_iter().map(|column| Arc::new(StringArray::from(column)) as ArrayRef);
        Sheet { rows, kept: kept.collect() }
    }
}

/// What a line says.
struct Line {
    /// What its keys say that are read.
    values: Map<String, Value>,
    /// The cells that are passed on.
    own: Vec<Option<String>>,
    /// What is wrong with it.
    reasons: Vec<Reason>,
}

impl Line {
    fn read(layout: &Layout, line: &[u8]) -> Self {
        let own = vec![None; layout.kept.len()];
        let mut read = Self { values: Map::new(), own, reasons: Vec::new() };
        let Ok(text) = str::from_utf8(line) else {
            read.reasons.push(Reason::new("not_utf8", &[]));
            return read;
        };
        match parse(text) {
            Ok(Value::Object(map)) => {
                map.into_iter().for_each(|(name, value)| read.take(layout, &name, value));
            }
            Ok(_) => read.reasons.push(Reason::new("not_an_object", &[])),
            Err(refused) => read.reasons = reasons(Failure::from(refused)),
        }
        read
    }

    fn take(&mut self, layout: &Layout, name: &str, value: Value) {
        match (layout.place(name), value) {
            (Err(error), _) => self.reasons.push(error.reason.in_column(name)),
            (Ok(_), Value::Null) => {}
            (Ok(ColumnPlace::Read(known, reads)), value) => {
                if self.values.insert(known.to_string(), reads.value(value)).is_some() {
                    let twice = Reason::new("column_twice", &[("value", &known)]);
                    self.reasons.push(twice.in_column(name));
                }
            }
            (Ok(ColumnPlace::Kept(at)), value) => match (written(&value), self.own.get_mut(at)) {
                (Some(text), Some(cell)) => *cell = Some(text),
                _ => {
                    let reason = Reason::new("not_single", &[("value", &value.to_string())]);
                    self.reasons.push(reason.in_column(name));
                }
            },
        }
    }
}

/// What keeps a line from being JSON that may be used.
fn reasons(failure: Failure) -> Vec<Reason> {
    let all = std::iter::once(failure.error.first).chain(failure.error.more);
    let column = |path: &str| path.strip_prefix('/').map(str::to_owned);
    all.map(|told| (column(&told.path), told)).map(|(at, told)| Reason::told(told, at)).collect()
}

/// A single value as a text.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
