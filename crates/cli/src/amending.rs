//! `zhengpin amended`: a draft, put together with the rulebook that it would have amended.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use serde_json::Value;
use zhengpin_law::author::{amended, load_folder, read_yaml};

use crate::checking;

/// The key under which a draft names the rulebook that it would have amended.
const AMENDS: &str = "amends";

/// Writes the whole as one line of JSON.
pub(crate) fn write(draft: &Path, rulebooks: &Path) -> io::Result<ExitCode> {
    let Ok(found) = load_folder(rulebooks) else {
        return checking::check(rulebooks, &[]);
    };
    let text = fs::read_to_string(draft)?;
    let (mut draft, _) = read_yaml(&text).map_err(|fault| io::Error::other(fault.to_string()))?;
    let amends = draft.as_object_mut().and_then(|map| map.shift_remove(AMENDS));
    let law = found
        .rulebooks
        .iter()
        .find(|one| amends.as_ref().is_some_and(|id| *id == one.value.rulebook));
    let Some(law) = law else {
        return Err(io::Error::other(format!("`{AMENDS}` names no rulebook")));
    };
    let whole = amended(Value::Object(law.source().clone()), draft);
    writeln!(io::stdout().lock(), "{whole}")?;
    Ok(ExitCode::SUCCESS)
}
