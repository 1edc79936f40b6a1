//! The licences of the crates that the wasm is made of, for whoever passes it on.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xshell::{Shell, cmd};

use crate::{package, root};

/// The file beside the engines that the build of the pages takes the licences from.
pub(crate) fn file() -> PathBuf {
    package::folder().join("licences.json")
}

/// Writes name, version, licence and licence texts of every crate in the largest engine.
pub(crate) fn write(shell: &Shell) -> Result<()> {
    let features = ["--no-default-features", "--features", "author"];
    let target = "wasm32-unknown-unknown";
    let format = "{p}";
    let tree = cmd!(
        shell,
        "cargo tree --package zhengpin {features...} --target {target} --edges normal,no-proc-macro --prefix none --format {format}"
    )
    .read()?;
    let metadata =
        cmd!(shell, "cargo metadata --format-version 1 {features...} --filter-platform {target}")
            .read()?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata.get("packages").and_then(Value::as_array);
    let packages = packages.context("cargo metadata names no packages")?;

    let mut crates = BTreeMap::new();
    for line in tree.lines() {
        // A line is `serde v1.0.229`, perhaps with where it comes from, or an empty one.
        let mut words = line.split_whitespace();
        let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
        let version = version.trim_start_matches('v');
        let told = packages
            .iter()
            .find(|package| text(package, "name") == name && text(package, "version") == version)
            .with_context(|| format!("cargo metadata does not know {name} {version}"))?;
        // What is ours has the licence of the whole.
        if text(told, "source").is_empty() {
            continue;
        }
        crates.insert((name.to_owned(), version.to_owned()), entry(told)?);
    }
    ensure!(!crates.is_empty(), "cargo tree names no crates");
    crates.insert(("std".to_owned(), String::new()), library(shell)?);
    let crates: Vec<Value> = crates.into_values().collect();
    fs::create_dir_all(package::folder())?;
    fs::write(file(), serde_json::to_string(&crates)?)?;
    Ok(())
}

/// A part of what cargo tells of a package; empty, where it tells none.
fn text<'told>(package: &'told Value, part: &str) -> &'told str {
    package.get(part).and_then(Value::as_str).unwrap_or_default()
}

/// What is told of one crate.
fn entry(package: &Value) -> Result<Value> {
    let manifest = Path::new(text(package, "manifest_path"));
    let folder = manifest.parent().context("a manifest without a folder")?;
    Ok(json!({
        "name": text(package, "name"),
        "version": text(package, "version"),
        "licence": text(package, "license"),
        "texts": texts(folder)?,
    }))
}

/// The standard library, which is part of every wasm file.
fn library(shell: &Shell) -> Result<Value> {
    let version = cmd!(shell, "rustc --version").read()?;
    let apache = fs::read_to_string(root().join("LICENSE-APACHE"))?;
    Ok(json!({
        "name": "Rust standard library, with the crates in it,",
        "version": version.split_whitespace().nth(1),
        "licence": "MIT OR Apache-2.0",
        "texts": [apache],
    }))
}

/// The licences that lie in the folder of a crate, or in a folder of licences there.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_uppercase());
        let is_one = name.is_some_and(|name| {
            ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
                .iter()
                .any(|word| name.starts_with(word))
        });
        if is_one && path.is_dir() {
            for entry in fs::read_dir(path)? {
                found.push(entry?.path());
            }
        } else if is_one {
            found.push(path);
        }
    }
    found.sort();
    found.into_iter().map(|path| Ok(fs::read_to_string(path)?)).collect()
}
