//! What an id may look like.

use serde_json::Value;

use crate::limits;
use crate::problem::{Code, Problem, child};

/// Whether a text can be an id: it becomes part of addresses, anchors and names of files.
///
/// It is made of parts with a `/` between them, each of letters and digits of ASCII, `_`, `-`
/// and `.`, of which the first is a letter, a digit or `_`.
///
/// ```
/// use zhengpin_law::author::is_id;
///
/// assert!(is_id("cn/complaint") && is_id("1688") && is_id("ecl/43/2"));
/// assert!(!is_id("") && !is_id("../escape") && !is_id("a//b") && !is_id("a b"));
/// ```
#[must_use]
pub fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let part = |part: &str| {
        part.bytes().next().is_some_and(plain)
            && part.bytes().all(|byte| plain(byte) || matches!(byte, b'-' | b'.'))
    };
    text.len() <= limits::ID_CHARACTERS && text.split('/').all(part)
}

/// That a text is no id.
#[must_use]
pub fn no_id(path: &str, text: &str) -> Problem {
    Problem::new(Code::NoId, path).with("value", text).with("expected", limits::ID_CHARACTERS)
}

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
