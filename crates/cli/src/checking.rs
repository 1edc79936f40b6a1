//! `zhengpin check`: what the checker finds, each with its place, the line it stands in, and
//! what it says in both languages.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use zhengpin::library;
use zhengpin_law::author::{self, Fault, Found};
use zhengpin_law::check::{self, Severity};
use zhengpin_law::compile::Compiled;
use zhengpin_law::text::Language;

use crate::{excerpt, suggesting};

/// Checks the rulebooks of a folder, and tells what stands at the paths given.
///
/// # Errors
///
/// A path at which nothing is looked at: told that all is well there, nobody would see that it
/// was misspelt.
pub(crate) fn check(folder: &Path, paths: &[PathBuf]) -> io::Result<ExitCode> {
    let paths: Vec<PathBuf> =
        paths.iter().map(|path| within(folder, path)).collect::<io::Result<_>>()?;
    let mut out = io::stdout().lock();
    let CheckedFolder { found, rulebooks, mut faults } = checked(folder);
    let wanted =
        |fault: &Fault| paths.is_empty() || paths.iter().any(|path| fault.file.starts_with(path));
    faults.retain(wanted);
    for rulebook in &rulebooks {
        writeln!(
            out,
            "{}: {} facts, {} elements, {} issues, {} versions, {} provisions",
            rulebook.id,
            rulebook.facts.len(),
            rulebook.elements.len(),
            rulebook.issues.len(),
            rulebook.versions.len(),
            rulebook.provisions.len(),
        )?;
    }
    for fault in &faults {
        tell(&mut out, folder, found.as_ref(), fault)?;
    }
    let severities = faults.iter().map(|fault| check::severity(fault.problem.code));
    let errors = severities.filter(|severity| *severity == Severity::Error).count();
    writeln!(out, "{errors} errors, {} notes", faults.len() - errors)?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Where a path lies in the folder that is looked at; everything, if the folder lies in it.
fn within(folder: &Path, path: &Path) -> io::Result<PathBuf> {
    let refused = |why: &str| {
        let (path, folder) = (path.display(), folder.display());
        io::Error::other(format!("`{path}` {why}; expected a file or folder in `{folder}`"))
    };
    let whole = fs::canonicalize(path).map_err(|error| refused(&error.to_string()))?;
    let folder = fs::canonicalize(folder).map_err(|error| refused(&error.to_string()))?;
    if folder.starts_with(&whole) {
        return Ok(PathBuf::new());
    }
    let is_read = whole.is_dir() || whole.extension().is_some_and(|kind| kind == "yaml");
    match whole.strip_prefix(&folder) {
        Ok(within) if is_read => Ok(within.to_owned()),
        _ => Err(refused("is not looked at")),
    }
}

/// Tells one fault: where, the line of the file, and what is wrong.
fn tell(out: &mut impl Write, root: &Path, found: Option<&Found>, fault: &Fault) -> io::Result<()> {
    let severity = match check::severity(fault.problem.code) {
        Severity::Error => "error",
        Severity::Note => "note",
    };
    let file = root.join(&fault.file);
    let (spot, path) = (fault.spot, &fault.problem.path);
    writeln!(out, "{severity}: {}:{}:{}: {path}", file.display(), spot.line, spot.column)?;
    if let Some(excerpt) = excerpt::of(&file, spot) {
        writeln!(out, "{excerpt}")?;
    }
    let messages = &library::built_in().messages;
    let said = messages.of(&fault.problem);
    let meant = suggesting::meant(found, fault);
    for (name, language) in [("zh", Language::Zh), ("en", Language::En)] {
        write!(out, "  {name}: {}", said.said_in(language))?;
        if let (Some(meant), Some(asked)) = (&meant, messages.words.get("did_you_mean")) {
            write!(out, "{}", asked.said_in(language).replace("{value}", meant))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What was read, what compiled, and everything found.
struct CheckedFolder {
    found: Option<Found>,
    rulebooks: Vec<Compiled>,
    faults: Vec<Fault>,
}

fn checked(folder: &Path) -> CheckedFolder {
    match author::load_folder(folder) {
        Err(faults) => CheckedFolder { found: None, rulebooks: Vec::new(), faults },
        Ok(found) => {
            let (library, faults) = check::check_folder(&found);
            CheckedFolder { found: Some(found), rulebooks: library.rulebooks, faults }
        }
    }
}
