//! The sizes of what a visitor downloads.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::package::{self, ENGINES, Engine};
use crate::{root, size_parts};

/// How many crates are told of each engine.
const CRATES: usize = 12;

/// Prints the sizes, and of each engine that pages load where its bytes go.
pub(crate) fn report() -> Result<()> {
    println!("{:>10} {:>10}  file", "bytes", "gzip -9");
    let mut files: Vec<_> = ENGINES.iter().map(Engine::wasm).collect();
    files.extend(package::rulebooks()?);
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
    ENGINES.iter().filter(|engine| engine.paged()).try_for_each(parts)
}

/// Prints where the bytes of an engine go.
fn parts(engine: &Engine) -> Result<()> {
    let (bytes, gzipped) = sizes(&engine.library())?;
    let inside = if engine.apart() { "words, calendars and the list" } else { "rulebooks" };
    println!(
        "\n{}: {inside} {bytes} bytes, {gzipped} gzipped; as compiled, by crate:",
        engine.name()
    );
    let weights = size_parts::of(&engine.compiled(root()))?;
    for weight in weights.iter().take(CRATES) {
        println!("{:>10}             {}", weight.bytes, weight.part);
    }
    Ok(())
}

/// Refuses an engine of the pages that is over its budget, or a rulebook beside one.
pub(crate) fn check() -> Result<String> {
    let mut said = Vec::new();
    for file in package::rulebooks()? {
        let (_, gzipped) = sizes(&file)?;
        let (name, budget) = (file.display(), package::RULEBOOK_BUDGET);
        ensure!(gzipped <= budget, "over budget: {name}: {gzipped} bytes gzipped of {budget}");
    }
    for engine in ENGINES {
        let Some(budget) = engine.budget() else { continue };
        let (_, gzipped) = sizes(&engine.wasm())?;
        let name = engine.name();
        ensure!(gzipped <= budget, "over budget: {name}: {gzipped} bytes gzipped of {budget}");
        said.push(format!("{name} {gzipped} of {budget}"));
    }
    Ok(format!("wasm: {} bytes gzipped", said.join(", ")))
}

fn sizes(file: &Path) -> Result<(usize, usize)> {
    let bytes = fs::read(file)?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes)?;
    Ok((bytes.len(), encoder.finish()?.len()))
}
