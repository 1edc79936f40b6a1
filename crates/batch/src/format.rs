//! The formats of files.

use std::path::Path;

use crate::reason::BatchError;

/// A format of a table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// Comma-separated values, UTF-8, with a header. A list is written `a;b`, an empty one `[]`;
    /// an empty cell is unknown.
    Csv,
    /// One JSON object per line.
    Ndjson,
    /// Apache Parquet.
    Parquet,
}

impl Format {
    /// The format that the name of a file tells by its ending.
    ///
    /// # Errors
    ///
    /// `unknown_format`, where the ending is none of those known.
    ///
    /// ```
    /// use std::path::Path;
    /// use zhengpin_batch::Format;
    ///
    /// assert_eq!(Format::of(Path::new("cases.PARQUET")), Ok(Format::Parquet));
    /// assert_eq!(Format::of(Path::new("cases.xlsx")).unwrap_err().reason.code, "unknown_format");
    /// ```
    pub fn of(path: &Path) -> Result<Self, BatchError> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        match ending.as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("ndjson" | "jsonl") => Ok(Self::Ndjson),
            Some("parquet" | "pq") => Ok(Self::Parquet),
            _ => Err(BatchError::new("unknown_format", &[("value", &path.display().to_string())])),
        }
    }

    /// How the name of such a file ends, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ndjson => "ndjson",
            Self::Parquet => "parquet",
        }
    }
}
