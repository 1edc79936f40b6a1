//! The rules that are applied: found by their id, and named as they stand.

use std::collections::hash_map::DefaultHasher;
use std::fmt::Write;
use std::hash::Hasher;

use serde::Serialize;
use serde_json::Value;
use zhengpin::answer::Failure;
use zhengpin::compile::Compiled;
use zhengpin::decide::WarningCode;
use zhengpin::library;
use zhengpin::problem::Problem;
use zhengpin::refused::Refused;

use crate::reason::BatchError;

/// The rulebook with this id.
pub(crate) fn rulebook(id: &str) -> Result<&'static Compiled, BatchError> {
    let refused = |problem: Problem| BatchError::engine(Failure::from(Refused::from(problem)));
    let library = library::loaded().map_err(refused)?;
    library.rulebook(id, "/rulebook").map_err(refused)
}

/// A name for a rulebook as it stands: another one for every other rule.
pub(crate) fn seal(rulebook: &Compiled) -> String {
    struct Sealing(DefaultHasher);
    impl Write for Sealing {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            self.0.write(text.as_bytes());
            Ok(())
        }
    }
    let mut sealing = Sealing(DefaultHasher::new());
    // Writing to a hash does not fail.
    let _ = write!(sealing, "{rulebook:?}");
    format!("{} {:016x}", rulebook.id, sealing.0.finish())
}

/// What stands for a day or a sum that is not known, and for an end that is open.
pub(crate) const OPEN: &str = "..";

/// The word that JSON has for a thing.
pub(crate) fn word(thing: &impl Serialize) -> Option<String> {
    match serde_json::to_value(thing) {
        Ok(Value::String(word)) => Some(word),
        _ => None,
    }
}

/// A warning in a word or two: its kind, and what it is about.
pub(crate) fn warned(code: WarningCode, about: Option<&str>) -> String {
    let kind = word(&code).unwrap_or_default();
    match about {
        None => kind,
        Some(about) => format!("{kind} {about}"),
    }
}
