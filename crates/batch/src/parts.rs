//! The parts of a run: what is done of it, and what it was.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::files::BatchFiles;
use crate::format::Format;
use crate::reason::BatchError;
use crate::write::{can_hold, join, put_in_place, write_part};

/// The name of the file that says what a run is.
const PLAN: &str = "plan.json";

/// A table that a run writes.
pub(crate) struct OutTable {
    /// Where it goes.
    pub(crate) path: PathBuf,
    /// Its columns.
    pub(crate) schema: SchemaRef,
}

/// What a part came to.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub(crate) struct PartCount {
    /// Its rows.
    pub(crate) rows: u64,
    /// Those of them that were refused.
    pub(crate) refused: u64,
}

/// A part that is done, with a table for each output.
pub(crate) struct DonePart {
    /// What it came to.
    pub(crate) count: PartCount,
    /// Its tables.
    pub(crate) tables: Vec<RecordBatch>,
}

impl DonePart {
    /// One of its tables, by its place.
    pub(crate) fn table(mut self, place: usize) -> Result<RecordBatch, BatchError> {
        let there = place < self.tables.len();
        if there { Ok(self.tables.swap_remove(place)) } else { Err(BatchError::broken(place)) }
    }
}

/// The folder of the parts of a run.
pub(crate) struct PartsFolder {
    folder: PathBuf,
    format: Format,
    outputs: Vec<OutTable>,
}

impl PartsFolder {
    /// Opens the folder of a run. `what` says what is asked; the same has to be asked by
    /// whoever goes on with it.
    ///
    /// # Errors
    ///
    /// Files that are there already, parts of another run, and a table that the format cannot
    /// hold.
    pub(crate) fn open(
        files: &BatchFiles,
        outputs: Vec<OutTable>,
        mut what: Map<String, Value>,
    ) -> Result<Self, BatchError> {
        let (folder, format) = (files.parts(), files.writes()?);
        let mut paths = vec![&files.input];
        for OutTable { path, schema } in &outputs {
            can_hold(format, schema)?;
            if paths.contains(&path) {
                return Err(BatchError::new("same_file", &[("value", &shown(path))]));
            }
            paths.push(path);
        }
        what.extend(of_input(files)?);
        what.insert("output".to_owned(), json!(format.ending()));
        what.insert("version".to_owned(), json!(env!("CARGO_PKG_VERSION")));
        let told = |error: io::Error| BatchError::file(&folder, error);
        if folder.exists() && files.overwrite && !files.resume {
            fs::remove_dir_all(&folder).map_err(told)?;
        }
        if folder.exists() {
            if !files.resume {
                return Err(BatchError::new("interrupted", &[("value", &shown(&folder))]));
            }
            same_run(&folder, &what)?;
        } else {
            let taken = outputs.iter().find(|output| output.path.exists() && !files.overwrite);
            if let Some(OutTable { path, .. }) = taken {
                return Err(BatchError::new("exists", &[("value", &shown(path))]));
            }
            fs::create_dir_all(&folder).map_err(told)?;
            write_json(&folder.join(PLAN), &Value::Object(what))?;
        }
        Ok(Self { folder, format, outputs })
    }

    /// What a part came to that is done already.
    pub(crate) fn done(&self, number: usize) -> Option<PartCount> {
        let text = fs::read(self.file(number, "json")).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// Keeps a part that is done.
    pub(crate) fn keep(&self, number: usize, part: &DonePart) -> Result<(), BatchError> {
        for (output, table) in part.tables.iter().enumerate() {
            let path = self.table(number, output);
            let open = path.with_extension("open");
            write_part(&open, self.format, table)?;
            put_in_place(&open, &path)?;
        }
        let count = serde_json::to_value(part.count).map_err(BatchError::broken)?;
        write_json(&self.file(number, "json"), &count)
    }

    /// Puts so many parts together, and clears them away.
    pub(crate) fn finish(self, count: usize) -> Result<(), BatchError> {
        let mut joined = Vec::with_capacity(self.outputs.len());
        for (place, output) in self.outputs.iter().enumerate() {
            let parts: Vec<PathBuf> = (0..count).map(|part| self.table(part, place)).collect();
            let mut name = output.path.clone().into_os_string();
            name.push(".joining");
            let into = PathBuf::from(name);
            join(&into, self.format, &output.schema, &parts)?;
            joined.push((into, &output.path));
        }
        for (from, to) in joined {
            put_in_place(&from, to)?;
        }
        fs::remove_dir_all(&self.folder).map_err(|error| BatchError::file(&self.folder, error))
    }

    fn file(&self, number: usize, ending: &str) -> PathBuf {
        self.folder.join(format!("{number:08}.{ending}"))
    }

    fn table(&self, number: usize, output: usize) -> PathBuf {
        self.file(number, &format!("{output}.{}", self.format.ending()))
    }
}

/// What the input is: whoever changed it does not go on with the same run.
fn of_input(files: &BatchFiles) -> Result<Map<String, Value>, BatchError> {
    let told = |error: io::Error| BatchError::file(&files.input, error);
    let about = fs::metadata(&files.input).map_err(told)?;
    let changed = about.modified().map_err(told)?.duration_since(UNIX_EPOCH).unwrap_or_default();
    let format = files.reads()?.ending();
    let input = json!({
        "input": shown(&files.input),
        "input_bytes": about.len(),
        "input_changed": changed.as_nanos().to_string(),
        "input_format": format,
        "part_rows": files.part_rows,
    });
    match input {
        Value::Object(map) => Ok(map),
        _ => Ok(Map::new()),
    }
}

/// Whether the folder holds parts of this run.
fn same_run(folder: &Path, what: &Map<String, Value>) -> Result<(), BatchError> {
    let plan = folder.join(PLAN);
    let text = fs::read(&plan).map_err(|error| BatchError::file(&plan, error))?;
    let before: Map<String, Value> =
        serde_json::from_slice(&text).map_err(|error| BatchError::file(&plan, error))?;
    let mut keys = what.keys().chain(before.keys());
    match keys.find(|key| what.get(*key) != before.get(*key)) {
        None => Ok(()),
        Some(key) => {
            Err(BatchError::new("other_run", &[("value", &shown(folder)), ("detail", key)]))
        }
    }
}

fn write_json(path: &Path, value: &Value) -> Result<(), BatchError> {
    let open = path.with_extension("open");
    fs::write(&open, value.to_string()).map_err(|error| BatchError::file(&open, error))?;
    put_in_place(&open, path)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
