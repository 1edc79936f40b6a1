//! Files for tests: random cases and findings, written in every format, and read back.

#![allow(dead_code, reason = "every test file uses a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use arrow_array::builder::{BooleanBuilder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_json::writer::{LineDelimited, WriterBuilder};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::{Map, Value, json};
use zhengpin::compile::{Compiled, CompiledFact};
use zhengpin::rulebook::Kind;

/// A folder of its own, removed in the end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("zhengpin-batch-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        fs::write(self.file(name), text).unwrap();
        self.file(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Numbers that look random, the same every time: xorshift64*.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % most
    }
}

/// A random case: a few facts of a rulebook, by column.
pub(crate) fn case(rulebook: &Compiled, dice: &mut Dice) -> Map<String, Value> {
    let facts = rulebook.facts.as_slice();
    let count = dice.below(9);
    let mut row = Map::new();
    for _ in 0..count {
        let fact = &facts[dice.below(facts.len())];
        row.insert(fact.id.clone(), value(fact, dice));
    }
    row
}

fn value(fact: &CompiledFact, dice: &mut Dice) -> Value {
    let day = |dice: &mut Dice| {
        let (year, month, day) = (2019 + dice.below(8), 1 + dice.below(12), 1 + dice.below(28));
        json!(format!("{year}-{month:02}-{day:02}"))
    };
    match fact.kind {
        Kind::YesNo => json!(dice.below(2) == 1),
        Kind::Choice => json!(fact.choices[dice.below(fact.choices.len())]),
        Kind::Set => {
            fact.choices.iter().filter(|_| dice.below(3) == 0).map(|id| json!(id)).collect()
        }
        Kind::Number => json!(dice.below(9)),
        Kind::Date if !fact.choices.is_empty() && dice.below(4) == 0 => json!(fact.choices[0]),
        Kind::Date => day(dice),
    }
}

/// The names of the columns of rows, and whether each holds lists, answers or numbers.
fn columns(rows: &[Map<String, Value>]) -> Vec<(String, Value)> {
    let mut names: Vec<(String, Value)> = Vec::new();
    for (name, value) in rows.iter().flatten() {
        if !value.is_null() && !names.iter().any(|(known, _)| known == name) {
            names.push((name.clone(), value.clone()));
        }
    }
    names
}

/// Rows as CSV.
pub(crate) fn csv(rows: &[Map<String, Value>]) -> Vec<u8> {
    let names = columns(rows);
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(names.iter().map(|(name, _)| name)).unwrap();
    for row in rows {
        out.write_record(names.iter().map(|(name, _)| cell(row.get(name)))).unwrap();
    }
    out.into_inner().unwrap()
}

/// A value as a cell of CSV.
fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) if items.is_empty() => "[]".to_owned(),
        Some(Value::Array(items)) => {
            items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(";")
        }
        Some(other) => other.to_string(),
    }
}

/// Rows as NDJSON.
pub(crate) fn ndjson(rows: &[Map<String, Value>]) -> String {
    rows.iter().map(|row| Value::Object(row.clone()).to_string() + "\n").collect()
}

/// Rows as Parquet, each column of the type of its first value.
pub(crate) fn parquet(path: &Path, rows: &[Map<String, Value>]) {
    let column = |(name, first): &(String, Value)| -> (String, ArrayRef) {
        let cells = rows.iter().map(|row| row.get(name).filter(|value| !value.is_null()));
        let array: ArrayRef = match first {
            Value::Bool(_) => {
                let mut built = BooleanBuilder::new();
                cells.for_each(|cell| built.append_option(cell.map(|one| one.as_bool().unwrap())));
                Arc::new(built.finish())
            }
            Value::Number(_) => {
                let mut built = Int64Builder::new();
                cells.for_each(|cell| built.append_option(cell.map(|one| one.as_i64().unwrap())));
                Arc::new(built.finish())
            }
            Value::Array(_) => {
                let mut built = ListBuilder::new(StringBuilder::new());
                cells.for_each(|cell| {
                    let items = cell.map(|one| one.as_array().unwrap());
                    built.append_option(items.map(|items| items.iter().map(Value::as_str)));
                });
                Arc::new(built.finish())
            }
            _ => {
                let mut built = StringBuilder::new();
                cells.for_each(|cell| built.append_option(cell.map(|one| one.as_str().unwrap())));
                Arc::new(built.finish())
            }
        };
        (name.clone(), array)
    };
    let names = columns(rows);
    let batch = RecordBatch::try_from_iter_with_nullable(
        names.iter().map(column).map(|(name, array)| (name, array, true)),
    );
    write_parquet(path, &batch.unwrap());
}

pub(crate) fn write_parquet(path: &Path, batch: &RecordBatch) {
    let file = File::create(path).unwrap();
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
}

/// The rows of a file of any format, a null for each cell without a value.
pub(crate) fn read(path: &Path) -> Vec<Map<String, Value>> {
    match path.extension().unwrap().to_str().unwrap() {
        "ndjson" => lines(&fs::read_to_string(path).unwrap()),
        "parquet" => {
            let file = File::open(path).unwrap();
            let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap();
            let builder = WriterBuilder::new().with_explicit_nulls(true);
            let mut writer = builder.build::<_, LineDelimited>(Vec::new());
            reader.for_each(|batch| writer.write(&batch.unwrap()).unwrap());
            writer.finish().unwrap();
            lines(str::from_utf8(&writer.into_inner()).unwrap())
        }
        _ => panic!("{}: CSV is read by `cells`", path.display()),
    }
}

fn lines(text: &str) -> Vec<Map<String, Value>> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The rows of a CSV file, every cell as it stands.
pub(crate) fn cells(path: &Path) -> Vec<Map<String, Value>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |record: csv::StringRecord| {
        names.iter().cloned().zip(record.iter().map(|cell| json!(cell))).collect()
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// Rows as CSV has them: every value as its cell.
pub(crate) fn as_cells(rows: &[Map<String, Value>]) -> Vec<Map<String, Value>> {
    let row = |row: &Map<String, Value>| {
        row.iter().map(|(name, value)| (name.clone(), json!(cell(Some(value))))).collect()
    };
    rows.iter().map(row).collect()
}
