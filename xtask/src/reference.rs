//! The reference: the rulebooks as pages to read.

use std::fs;

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::stamp::Stamp;
use crate::{root, say};

const SOURCES: &[&str] =
    &["src", "crates", "build.rs", "Cargo.toml", "Cargo.lock", "xtask/src/reference.rs"];

/// Writes the pages anew, if the rulebooks or what tells them have changed. The build of the
/// pages puts them in their frame.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    let folder = root().join("www").join("reference");
    let stamp = Stamp::of("reference", SOURCES)?;
    if stamp.is_fresh(&[folder.join("index.html")]) {
        return Ok(());
    }
    say("writing the reference");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    cmd!(shell, "cargo run --quiet --profile tools --no-default-features --package zhengpin-cli --bin zhengpin -- reference {folder}")
        .quiet()
        .run()?;
    stamp.done()
}
