//! The sizes of what a visitor downloads.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{package, root};

/// The most that the wasm may weigh, gzipped.
///
/// The aim is 150 KiB for a page. One engine that both decides and runs ledgers is above it
/// since it knows several books, readings and damages; one engine per tool would be below.
const WASM_BUDGET: usize = 172 * 1024;

/// Prints the sizes.
pub(crate) fn report() -> Result<()> {
    println!("{:>10} {:>10}  file", "bytes", "gzip -9");
    let mut files = vec![
        package::folder().join("zhengpin_bg.wasm"),
        package::folder().join("zhengpin.js"),
        package::folder().join("author").join("zhengpin_bg.wasm"),
        package::folder().join("texts.zh.json"),
        package::folder().join("texts.en.json"),
    ];
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

/// Refuses a wasm file that is over its budget.
pub(crate) fn check() -> Result<String> {
    let (_, gzipped) = sizes(&package::folder().join("zhengpin_bg.wasm"))?;
    let said = format!("wasm: {gzipped} bytes gzipped, budget {WASM_BUDGET}");
    ensure!(gzipped <= WASM_BUDGET, "over budget: {said}");
    Ok(said)
}

fn sizes(file: &Path) -> Result<(usize, usize)> {
    let bytes = fs::read(file)?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes)?;
    Ok((bytes.len(), encoder.finish()?.len()))
}
