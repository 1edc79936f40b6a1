//! Tables as they are read: blocks of rows, one after the other.

mod cells;
mod columnar;
mod lines;

use std::fs::File;

use arrow_array::RecordBatchReader;
use arrow_schema::DataType;

use crate::files::BatchFiles;
use crate::format::Format;
use crate::layout::Layout;
use crate::reason::BatchError;
use crate::sheet::Sheet;
use cells::{CellBlock, CellSource};
pub(crate) use columnar::Carries;
use columnar::{ColumnarBlock, ColumnarSource};
use lines::{LineBlock, LineSource};

/// The most bytes that one row may have: what has more is no row, but a quote never closed.
pub(crate) const ROW_BYTES: usize = 8 * 1024 * 1024;
/// The bytes after which a block ends, however few rows it has.
const BLOCK_BYTES: usize = 16 * 1024 * 1024;

/// A table that is read block by block. The same table is cut in the same places every time.
pub(crate) enum TableSource {
    Cells(CellSource),
    Lines(LineSource),
    Columns(ColumnarSource),
}

/// Rows that were read, and not yet looked into.
pub(crate) enum RawBlock {
    Cells(CellBlock),
    Lines(LineBlock),
    Columns(ColumnarBlock),
}

impl TableSource {
    /// Opens the input of a run, and looks at its header.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, and a header with a column that the layout does not know,
    /// that stands twice, is missing, or is of a type that is not read.
    pub(crate) fn open(files: &BatchFiles, layout: &Layout) -> Result<Self, BatchError> {
        layout.check()?;
        let file =
            File::open(&files.input).map_err(|error| BatchError::file(&files.input, error))?;
        Ok(match files.reads()? {
            Format::Csv => Self::Cells(CellSource::open(file, &files.input, layout)?),
            Format::Ndjson => Self::Lines(LineSource::open(file, &files.input)?),
            Format::Parquet => {
                Self::Columns(ColumnarSource::open(file, &files.input, files.part_rows, layout)?)
            }
        })
    }

    /// Reads batches, whoever makes them. A message names them as `name`.
    ///
    /// # Errors
    ///
    /// What is wrong with the header, as in a file.
    pub(crate) fn over(
        reader: Box<dyn RecordBatchReader + Send>,
        name: &str,
        part_rows: usize,
        layout: &Layout,
        carries: Carries,
    ) -> Result<Self, BatchError> {
        layout.check()?;
        ColumnarSource::over(reader, name, part_rows, layout, carries).map(Self::Columns)
    }

    /// The names of its columns; none, where only its rows tell them.
    pub(crate) fn header(&self) -> Option<&[String]> {
        match self {
            Self::Cells(source) => Some(&source.header),
            Self::Lines(_) => None,
            Self::Columns(source) => Some(&source.header),
        }
    }

    /// Which of its columns are passed on.
    pub(crate) fn carries(&self) -> Carries {
        match self {
            Self::Cells(_) | Self::Lines(_) => Carries::Declared,
            Self::Columns(source) => source.carries,
        }
    }

    /// The columns that are passed on.
    pub(crate) fn kept(&self, layout: &Layout) -> Vec<(String, DataType)> {
        match self {
            Self::Cells(_) | Self::Lines(_) => {
                layout.kept.iter().map(|name| (name.clone(), DataType::Utf8)).collect()
            }
            Self::Columns(source) => source.kept.clone(),
        }
    }

    /// The next rows, at most so many; nothing after the last.
    ///
    /// # Errors
    ///
    /// What cannot be read further.
    pub(crate) fn next(&mut self, rows: usize) -> Result<Option<RawBlock>, BatchError> {
        Ok(match self {
            Self::Cells(source) => source.next(rows)?.map(RawBlock::Cells),
            Self::Lines(source) => source.next(rows)?.map(RawBlock::Lines),
            Self::Columns(source) => source.next()?.map(RawBlock::Columns),
        })
    }

    /// How much of it was read, from 0 to 1.
    pub(crate) fn fraction(&self) -> f64 {
        match self {
            Self::Cells(source) => source.fraction(),
            Self::Lines(source) => source.fraction(),
            Self::Columns(source) => source.fraction(),
        }
    }
}

impl RawBlock {
    /// What the rows say.
    ///
    /// # Errors
    ///
    /// Arrays that do not fit together, which would be a fault of this crate.
    pub(crate) fn read(self, layout: &Layout) -> Result<Sheet, BatchError> {
        match self {
            Self::Cells(block) => Ok(block.read(layout)),
            Self::Lines(block) => Ok(block.read(layout)),
            Self::Columns(block) => block.read(layout),
        }
    }
}

/// A part of a whole, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "a share to be shown")]
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 1.0 } else { (part as f64 / whole as f64).min(1.0) }
}
