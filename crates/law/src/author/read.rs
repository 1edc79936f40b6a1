//! A part of a rulebook from its JSON value.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::problem::{Code, Problem, child};

use super::ids::first_unfit;

/// Reads a value, as far as it fits the format.
///
/// # Errors
///
/// What does not fit, with its path; before that, a key that can be no id.
pub fn read<T: DeserializeOwned>(value: Value) -> Result<T, Problem> {
    if let Some(problem) = first_unfit(&value, "") {
        return Err(problem);
    }
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
