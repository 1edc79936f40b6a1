//! The wasm package: the engine, its types, and a catalogue of texts per language; beside it
//! the larger engine that also takes rulebooks at run time.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::stamp::Stamp;
use crate::{root, say, setup};

const SOURCES: &[&str] = &[
    "src",
    "!src/reference",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "xtask/src/package.rs",
    "www/package-lock.json",
];

/// The folder of the package.
pub(crate) fn folder() -> PathBuf {
    root().join("pkg")
}

/// Builds the package, if anything it is made of has changed.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    let wasm = folder().join("zhengpin_bg.wasm");
    let stamp = Stamp::of("package", SOURCES)?;
    let author = folder().join("author").join("zhengpin_bg.wasm");
    if stamp.is_fresh(&[
        &wasm,
        &author,
        &folder().join("texts.zh.json"),
        &folder().join("texts.en.json"),
    ]) {
        return Ok(());
    }
    // wasm-pack ships the file unoptimised, and says nothing, where it finds no wasm-opt.
    ensure!(setup::wasm_opt().exists(), "wasm-opt is missing from the npm packages");
    say("building the wasm package");
    let inherited = env::var_os("PATH").unwrap_or_default();
    let inherited: Vec<PathBuf> = env::split_paths(&inherited).collect();
    let path = env::join_paths([setup::npm_bin()].iter().chain(&inherited))?;
    for (folder, features) in [("pkg", &[][..]), ("pkg/author", &["--features", "author"])] {
        cmd!(shell, "wasm-pack build --target web --profile wasm --out-dir {folder} --out-name zhengpin --no-pack . -- --no-default-features {features...}")
            .env("PATH", &path)
            .run()?;
    }
    for language in ["zh", "en"] {
        let texts =
            cmd!(shell, "cargo run --quiet --bin zhengpin -- texts {language}").quiet().read()?;
        fs::write(folder().join(format!("texts.{language}.json")), texts)?;
    }
    stamp.done()
}
