//! Which version of the format something is written in.

use serde_json::{Map, Value};

use crate::problem::{Code, Problem, child};

/// The version of the format that is read. It rises when a file that was right would be
/// refused, or would mean something else.
pub const FORMAT: u64 = 1;

/// The key that names it.
pub(super) const KEY: &str = "format";

/// Takes the version out of what is written, and refuses every other one: a file of another
/// version may mean something else by the same words.
///
/// ```
/// use zhengpin_law::author::take_format;
///
/// let mut written = serde_json::json!({"format": 1, "rulebook": "my/platform"});
/// let written = written.as_object_mut().ok_or("no map")?;
/// assert_eq!(take_format(written), Ok(()));
/// // It is gone, so a second look misses it.
/// assert!(take_format(written).is_err());
/// # Ok::<(), &str>(())
/// ```
///
/// # Errors
///
/// `missing_key` where none is named, `unknown_format` where another is.
pub fn take_format(written: &mut Map<String, Value>) -> Result<(), Problem> {
    // The order of the other keys is kept: it is that of the pages.
    let Some(version) = written.shift_remove(KEY) else {
        return Err(Problem::new(Code::MissingKey, child("", KEY)).with("value", KEY));
    };
    if version.as_u64() == Some(FORMAT) {
        return Ok(());
    }
    let problem = Problem::new(Code::UnknownFormat, child("", KEY));
    Err(problem.with("value", version).with("expected", FORMAT))
}
