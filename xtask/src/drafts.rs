//! The drafts that never were law, each put together with the rulebook that it would have
//! amended, as the page of changes loads it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::stamp::Stamp;
use crate::{package, root, say};

const SOURCES: &[&str] =
    &["src", "crates", "build.rs", "Cargo.toml", "Cargo.lock", "xtask/src/drafts.rs"];

/// Puts them together anew, if a draft, a rulebook or what joins them has changed.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    let folder = package::folder().join("drafts");
    let stamp = Stamp::of("drafts", SOURCES)?;
    let drafts = drafts()?;
    let made = drafts.iter().map(|draft| {
        let name = draft.file_stem().context("a draft without a name")?;
        Ok(folder.join(name).with_extension("json"))
    });
    let made = made.collect::<Result<Vec<PathBuf>>>()?;
    if stamp.is_fresh(&made) {
        return Ok(());
    }
    say("putting the drafts together with the law");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (draft, made) in drafts.iter().zip(&made) {
        let amended = cmd!(
            shell,
            "cargo run --quiet --profile tools --no-default-features --package zhengpin-cli --bin zhengpin -- amended {draft}"
        );
        fs::write(made, amended.quiet().read()?)?;
    }
    stamp.done()
}

/// The files of the drafts, in the order of their names.
fn drafts() -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join("src").join("drafts"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "yaml") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
