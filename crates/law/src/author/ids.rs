//! Ids in a file.

use serde_json::Value;

use crate::id::{is_id, no_id};
use crate::problem::{Problem, child};

/// The first key in a value that is no id. Whatever a rulebook defines stands under its id,
/// and the words of the format are made like ids.
pub(super) fn first_unfit(value: &Value, path: &str) -> Option<Problem> {
    match value {
        Value::Object(map) => map.iter().find_map(|(key, inner)| {
            let path = child(path, key);
            if is_id(key) { first_unfit(inner, &path) } else { Some(no_id(&path, key)) }
        }),
        Value::Array(list) => {
            let mut list = list.iter().enumerate();
            list.find_map(|(index, inner)| first_unfit(inner, &format!("{path}/{index}")))
        }
        _ => None,
    }
}
