//! The sizes of what a visitor downloads.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::package::{self, ENGINES, Engine};
use crate::root;

/// The most that the wasm of a page may weigh, gzipped.
///
/// The aim is 150 KiB. The engine that runs ledgers is below it; the one that decides is above,
/// for its rulebooks and the search for reasons and changes, and so is the one that compares,
/// which holds all rulebooks and is loaded by the start page and the page of changes only.
const WASM_BUDGET: usize = 196 * 1024;

/// Prints the sizes.
pub(crate) fn report() -> Result<()> {
    println!("{:>10} {:>10}  file", "bytes", "gzip -9");
    let mut files: Vec<_> = ENGINES.iter().map(Engine::wasm).collect();
    files.extend(["texts.zh.json", "texts.en.json"].map(|file| package::folder().join(file)));
    let assets = walkdir::WalkDir::new(root().join("www").join("dist")).sort_by_file_name();
    for entry in assets {
        let entry = entry?;
        let code = entry.path().extension().is_some_and(|kind| kind == "js" || kind == "css");
        if code {
            files.push(entry.into_path());
        }
    }
    for file in files {
        let (bytes, gzipped) = sizes(&file)?;
        let name = file.strip_prefix(root()).unwrap_or(&file).display().to_string();
        println!("{bytes:>10} {gzipped:>10}  {name}");
    }
    Ok(())
}

/// Refuses an engine of the pages that is over its budget.
pub(crate) fn check() -> Result<String> {
    let mut said = Vec::new();
    for engine in ENGINES.iter().filter(|engine| engine.paged) {
        let (_, gzipped) = sizes(&engine.wasm())?;
        let name = engine.folder;
        ensure!(gzipped <= WASM_BUDGET, "over budget: {name}: {gzipped} bytes gzipped");
        said.push(format!("{name} {gzipped}"));
    }
    Ok(format!("wasm: {} bytes gzipped, budget {WASM_BUDGET} each", said.join(", ")))
}

fn sizes(file: &Path) -> Result<(usize, usize)> {
    let bytes = fs::read(file)?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes)?;
    Ok((bytes.len(), encoder.finish()?.len()))
}
