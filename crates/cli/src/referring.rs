//! `zhengpin reference`: the rulebooks as pages to read.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use zhengpin_cli::reference::Reference;
use zhengpin_law::author;
use zhengpin_law::compile::compile;

use crate::checking;

/// Writes the reference of the rulebooks in a folder. Rulebooks that are wrong are told what
/// is wrong with them instead.
pub(crate) fn write(rulebooks: &Path, into: &Path) -> io::Result<ExitCode> {
    let Ok(found) = author::load_folder(rulebooks) else {
        return checking::check(rulebooks, &[]);
    };
    let law = found.law();
    let compiled = found.rulebooks.iter().map(|rulebook| compile(&rulebook.value, &law));
    let Ok(compiled) = compiled.collect::<Result<Vec<_>, _>>() else {
        return checking::check(rulebooks, &[]);
    };
    let reference = Reference::of(&found, &compiled).map_err(io::Error::other)?;
    for name in &reference.unsaid {
        eprintln!("zhengpin: `{name}` has no words in src/reference/words.yaml");
    }
    reference.write(into)?;
    writeln!(io::stdout().lock(), "{} pages", reference.pages.len())?;
    Ok(ExitCode::SUCCESS)
}
