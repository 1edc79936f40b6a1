//! Paths of this machine, kept out of what is built: panics name the file that they come from,
//! and the same commit gives the same bytes wherever it lies.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};

/// What separates flags in `CARGO_ENCODED_RUSTFLAGS`.
const BETWEEN: &str = "\u{1f}";

/// The flags of the compiler, with a neutral name for the checkout and for the crates.
pub(crate) fn unnamed(checkout: &Path) -> Result<OsString> {
    let mut flags: Vec<OsString> = Vec::new();
    if let Some(encoded) = env::var_os("CARGO_ENCODED_RUSTFLAGS") {
        flags.push(encoded);
    } else if let Ok(plain) = env::var("RUSTFLAGS") {
        flags.extend(plain.split_whitespace().map(OsString::from));
    }
    let mut neutral = |path: &Path, name: &str| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(path);
        flag.push("=");
        flag.push(name);
        flags.push(flag);
    };
    neutral(checkout, "zhengpin");
    // One folder for each registry, named after its address.
    let registries = cargo_home()?.join("registry").join("src");
    if registries.is_dir() {
        let entries = fs::read_dir(&registries)?.collect::<Result<Vec<_>, _>>()?;
        for entry in entries {
            neutral(&entry.path(), "crates");
        }
    }
    Ok(flags.join(OsStr::new(BETWEEN)))
}

/// The folder in which cargo keeps what it fetched.
fn cargo_home() -> Result<PathBuf> {
    let home = || env::home_dir().map(|home| home.join(".cargo"));
    let found = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home);
    found.context("neither CARGO_HOME nor a home folder is known")
}
