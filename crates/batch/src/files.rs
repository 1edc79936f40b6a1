//! Where the files of a run stand.

use std::path::{Path, PathBuf};

use crate::format::Format;
use crate::reason::BatchError;

/// How many rows a part has, unless something else is asked for.
pub(crate) const ROWS_OF_A_PART: usize = 16_384;

/// Where the files of a run stand, and how it is done.
///
/// Rows are answered in parts. Each part that is done is kept in a folder beside the output,
/// named after it with `.parts` at the end, until all are done and put together. A run that was
/// interrupted goes on after the parts that are done.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct BatchFiles {
    /// The table that is read.
    pub input: PathBuf,
    /// Its format; by its name, if left out.
    pub input_format: Option<Format>,
    /// The table that is written.
    pub output: PathBuf,
    /// The table of rows that are refused, in the format of the output.
    pub refused: PathBuf,
    /// The format of what is written; by the name of the output, if left out.
    pub output_format: Option<Format>,
    /// Whether a run that was interrupted goes on. One that never began begins.
    pub resume: bool,
    /// Whether what is there already is written over.
    pub overwrite: bool,
    /// How many rows a part has, at least one.
    pub part_rows: usize,
    /// How many threads answer; as many as there are cores, if none is named.
    pub workers: Option<usize>,
}

impl BatchFiles {
    /// From one file to another. Rows that are refused go to `OUTPUT.refused.ENDING`.
    ///
    /// ```
    /// use std::path::Path;
    /// use zhengpin_batch::BatchFiles;
    ///
    /// let files = BatchFiles::new("cases.csv", "out/verdicts.parquet");
    /// assert_eq!(files.refused, Path::new("out/verdicts.refused.parquet"));
    /// ```
    #[must_use]
    pub fn new(input: impl AsRef<Path>, output: impl AsRef<Path>) -> Self {
        let (input, output) = (input.as_ref().to_owned(), output.as_ref().to_owned());
        let refused = beside(&output, "refused");
        Self {
            input,
            input_format: None,
            output,
            refused,
            output_format: None,
            resume: false,
            overwrite: false,
            part_rows: ROWS_OF_A_PART,
            workers: None,
        }
    }

    /// The format of the input.
    pub(crate) fn reads(&self) -> Result<Format, BatchError> {
        self.input_format.map_or_else(|| Format::of(&self.input), Ok)
    }

    /// The format of what is written.
    pub(crate) fn writes(&self) -> Result<Format, BatchError> {
        self.output_format.map_or_else(|| Format::of(&self.output), Ok)
    }

    /// Where the parts stand until all are done.
    pub(crate) fn parts(&self) -> PathBuf {
        let mut name = self.output.clone().into_os_string();
        name.push(".parts");
        name.into()
    }
}

/// The name of a file with a word before its ending.
pub(crate) fn beside(path: &Path, word: &str) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(".");
    name.push(word);
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}
