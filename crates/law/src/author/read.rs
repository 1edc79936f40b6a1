//! A part of a rulebook from its JSON value.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::problem::{Code, Problem, child};

/// Reads a value, as far as it fits the format.
///
/// # Errors
///
/// What does not fit, with its path.
pub fn read<T: DeserializeOwned>(value: Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = pointer(error.path());
        Problem::new(Code::MalformedRulebook, path).with("detail", error.into_inner())
    })
}

/// The JSON pointer of a path that serde reports.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer = child(&pointer, &index.to_string()),
            Segment::Map { key } => pointer = child(&pointer, key),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}
