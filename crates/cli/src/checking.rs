//! `zhengpin check`: what the checker finds, line by line.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use zhengpin::library;
use zhengpin_law::author::{self, Fault};
use zhengpin_law::check::{self, Severity};
use zhengpin_law::compile::Compiled;

/// Checks the rulebooks of a folder, and tells what stands at the paths given.
pub(crate) fn check(folder: &Path, paths: &[PathBuf]) -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    let (rulebooks, mut faults) = found(folder);
    let wanted = |fault: &Fault| {
        let file = folder.join(&fault.file);
        paths.is_empty() || paths.iter().any(|path| file.starts_with(path))
    };
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
    let messages = &library::built_in().messages;
    let mut errors = 0;
    for fault in &faults {
        let severity = match check::severity(fault.problem.code) {
            Severity::Error => "error",
            Severity::Note => "note",
        };
        errors += usize::from(severity == "error");
        let file = folder.join(&fault.file);
        let text = messages.of(&fault.problem);
        let (line, path) = (fault.line, &fault.problem.path);
        let place = format!("{}:{line}: {path}", file.display());
        writeln!(out, "{severity}: {place}: {} / {}", text.zh, text.en)?;
    }
    writeln!(out, "{errors} errors, {} notes", faults.len() - errors)?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What compiled, and everything found.
fn found(folder: &Path) -> (Vec<Compiled>, Vec<Fault>) {
    match author::load_folder(folder) {
        Err(faults) => (Vec::new(), faults),
        Ok(found) => {
            let (library, faults) = check::check_folder(&found);
            (library.rulebooks, faults)
        }
    }
}
