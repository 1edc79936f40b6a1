//! The wasm package: the engines, their types, and a catalogue of texts per language.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::stamp::Stamp;
use crate::{licences, paths, root, say, setup};

const SOURCES: &[&str] = &[
    "src",
    "crates/law",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "xtask/src/licences.rs",
    "xtask/src/package.rs",
    "xtask/src/paths.rs",
    "www/package-lock.json",
];

/// An engine as built: where it lies in the package, and what it can do.
pub(crate) struct Engine {
    /// Its folder in the package; the package itself, if empty.
    pub(crate) folder: &'static str,
    features: &'static str,
    /// Whether pages load it.
    pub(crate) paged: bool,
}

/// What pages load, one engine per kind of tool; what programs load, which can do all; and
/// the larger one that also takes rulebooks at run time.
pub(crate) const ENGINES: &[Engine] = &[
    Engine { folder: "deciding", features: "deciding", paged: true },
    Engine { folder: "simulating", features: "simulating", paged: true },
    Engine { folder: "", features: "deciding,simulating", paged: false },
    Engine { folder: "author", features: "author", paged: false },
];

impl Engine {
    /// Its wasm file.
    pub(crate) fn wasm(&self) -> PathBuf {
        folder().join(self.path())
    }

    /// Its wasm file, by its path in the package.
    pub(crate) fn path(&self) -> PathBuf {
        PathBuf::from(self.folder).join("zhengpin_bg.wasm")
    }

    /// Builds it from the checkout that the shell is in.
    pub(crate) fn build(&self, shell: &Shell) -> Result<()> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let inherited: Vec<PathBuf> = env::split_paths(&inherited).collect();
        let path = env::join_paths([setup::npm_bin()].iter().chain(&inherited))?;
        let Self { folder, features, .. } = self;
        let folder = PathBuf::from("pkg").join(folder);
        cmd!(shell, "wasm-pack build --target web --profile wasm --out-dir {folder} --out-name zhengpin --no-pack . -- --package zhengpin --no-default-features --features {features}")
            .env("PATH", &path)
            .env("CARGO_ENCODED_RUSTFLAGS", paths::unnamed(&shell.current_dir())?)
            .run()?;
        Ok(())
    }
}

/// The folder of the package.
pub(crate) fn folder() -> PathBuf {
    root().join("pkg")
}

/// Builds the package, if anything it is made of has changed.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    let stamp = Stamp::of("package", SOURCES)?;
    let texts = ["zh", "en"].map(|language| folder().join(format!("texts.{language}.json")));
    let beside = texts.into_iter().chain([licences::file()]);
    let made: Vec<PathBuf> = ENGINES.iter().map(Engine::wasm).chain(beside).collect();
    if stamp.is_fresh(&made) {
        return Ok(());
    }
    // wasm-pack ships the file unoptimised, and says nothing, where it finds no wasm-opt.
    ensure!(setup::wasm_opt().exists(), "wasm-opt is missing from the npm packages");
    say("building the wasm package");
    for engine in ENGINES {
        engine.build(shell)?;
    }
    for language in ["zh", "en"] {
        let texts =
            cmd!(shell, "cargo run --quiet --bin zhengpin -- texts {language}").quiet().read()?;
        fs::write(folder().join(format!("texts.{language}.json")), texts)?;
    }
    licences::write(shell)?;
    stamp.done()
}
