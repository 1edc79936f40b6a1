//! The wasm package: the engines, their types, and a catalogue of texts per language.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::stamp::Stamp;
use crate::{licences, paths, root, say, script, setup};

const SOURCES: &[&str] = &[
    "src",
    "crates/law",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "xtask/bindgen",
    "xtask/src/licences.rs",
    "xtask/src/package.rs",
    "xtask/src/paths.rs",
    "xtask/src/script.rs",
    "www/package-lock.json",
];

/// What wasm-opt is told of an engine that pages load. It gets every feature by name besides: the one that rustc targets is
/// not enough for it to accept the file.
const OPTIMISING: &[&str] = &[
    "-Oz",
    "--converge",
    // Functions with one caller stay apart: they pack better than one long function does.
    "--one-caller-inline-max-function-size=15",
    "--skip-pass=local-cse",
    // The lowest kilobyte is the end of the stack: no address that wraps around leads there.
    "--low-memory-unused",
];

/// What cargo is told of an engine that is made for speed.
const FAST_PROFILE: &[&str] = &["--config", "profile.wasm.opt-level=3"];

/// What wasm-opt is told of it.
const FAST: &[&str] = &["-O3"];

/// An engine as built: where it lies in the package, and what it can do.
pub(crate) struct Engine {
    /// Its folder in the package; the package itself, if empty.
    pub(crate) folder: &'static str,
    features: &'static str,
    /// When pages load it.
    loaded: Loaded,
    /// Whether it is made for speed and not for size.
    fast: bool,
}

/// When pages load an engine.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Loaded {
    /// With the tool that needs it.
    First,
    /// When somebody asks what only it can answer.
    Asked,
    /// Never: it is for programs.
    Never,
}

/// What pages load, one engine per kind of tool; what programs load, which can do all, made for
/// speed; the larger one that also takes rulebooks at run time, which a page loads to hold a
/// draft against the law; and that for many rows, which does all of this, made for speed too.
pub(crate) const ENGINES: &[Engine] = &[
    Engine::small("deciding", "deciding,apart", Loaded::First),
    Engine::small("comparing", "comparing,apart", Loaded::First),
    Engine::small("listing", "listing", Loaded::First),
    Engine::small("simulating", "simulating", Loaded::First),
    Engine::fast("", "deciding,comparing,listing,simulating"),
    Engine::small("author", "author", Loaded::Asked),
    Engine::fast(COLUMNS, "author,columns"),
];

/// The folder of the engine for many rows.
pub(crate) const COLUMNS: &str = "columns";

/// What the build script makes of the rulebooks, and the kind of file that it is.
const LIBRARY: &str = "library.postcard";
const LIBRARY_KIND: &str = "postcard";

/// The folder, in the package and among what the build script writes, with the files of the
/// rulebooks that stand apart.
const RULEBOOKS: &str = "rulebooks";

/// The feature of an engine whose rulebooks stand apart.
const APART: &str = "apart";

/// The folder of the package in a checkout.
const PACKAGE: &str = "pkg";

const LANGUAGES: [&str; 2] = ["zh", "en"];

/// The most that the wasm of a tool may weigh, gzipped.
///
/// Those that decide and compare are handed their rulebooks: a page fetches those that it asks
/// beside the engine.
const FIRST_BUDGET: usize = 150 * 1024;

/// The most that a rulebook may weigh that a page fetches beside an engine, gzipped.
pub(crate) const RULEBOOK_BUDGET: usize = 20 * 1024;

/// The most that the wasm may weigh that is loaded when somebody asks for it.
const ASKED_BUDGET: usize = 600 * 1024;

impl Engine {
    /// One that is made small.
    const fn small(folder: &'static str, features: &'static str, loaded: Loaded) -> Self {
        Self { folder, features, loaded, fast: false }
    }

    /// One that no page loads, and that is made for speed.
    const fn fast(folder: &'static str, features: &'static str) -> Self {
        Self { folder, features, loaded: Loaded::Never, fast: true }
    }

    /// Whether it is made as JavaScript too, for where wasm is refused.
    fn scripted(&self) -> bool {
        self.loaded == Loaded::First
    }

    /// Whether its rulebooks are files beside it, of which a page fetches those that it asks.
    pub(crate) fn apart(&self) -> bool {
        self.features.split(',').any(|feature| feature == APART)
    }

    /// Whether pages load it.
    pub(crate) fn paged(&self) -> bool {
        self.loaded != Loaded::Never
    }

    /// The most that it may weigh, gzipped; nothing for one that no page loads.
    pub(crate) fn budget(&self) -> Option<usize> {
        match self.loaded {
            Loaded::First => Some(FIRST_BUDGET),
            Loaded::Asked => Some(ASKED_BUDGET),
            Loaded::Never => None,
        }
    }

    /// Its wasm file.
    pub(crate) fn wasm(&self) -> PathBuf {
        folder().join(self.path())
    }

    /// Its wasm file, by its path in the package.
    pub(crate) fn path(&self) -> PathBuf {
        PathBuf::from(self.folder).join("zhengpin_bg.wasm")
    }

    pub(crate) fn name(&self) -> &'static str {
        if self.folder.is_empty() { "programs" } else { self.folder }
    }

    /// Its rulebooks, as it holds them.
    pub(crate) fn library(&self) -> PathBuf {
        self.compiled(root()).with_extension(LIBRARY_KIND)
    }

    /// The file as rustc makes it, before its JavaScript is split off.
    pub(crate) fn compiled(&self, checkout: &Path) -> PathBuf {
        checkout.join("target").join("xtask").join(format!("{}.wasm", self.name()))
    }

    /// Builds it from a checkout, into the package there.
    pub(crate) fn build(&self, checkout: &Path, bindgen: &Path) -> Result<()> {
        self.compile(checkout)?;
        self.finish(checkout, bindgen)
    }

    /// Compiles it, and takes the texts from what its build script wrote.
    fn compile(&self, checkout: &Path) -> Result<()> {
        say(&format!("compiling the engine `{}`", self.name()));
        let told = Command::new("cargo")
            .current_dir(checkout)
            .args(["rustc", "--package", "zhengpin", "--lib", "--crate-type", "cdylib"])
            .args(["--profile", "wasm", "--target", "wasm32-unknown-unknown"])
            .args(["--no-default-features", "--features", self.features])
            .args(if self.fast { FAST_PROFILE } else { &[] })
            .args(["--message-format", "json-render-diagnostics"])
            .env("CARGO_ENCODED_RUSTFLAGS", paths::unnamed(checkout)?)
            .stderr(Stdio::inherit())
            .output()?;
        ensure!(told.status.success(), "the engine `{}` does not compile", self.name());
        let told = Told::read(&told.stdout)?;
        let package = checkout.join(PACKAGE);
        let compiled = self.compiled(checkout);
        for folder in [Some(package.as_path()), compiled.parent()].into_iter().flatten() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(told.out.join(LIBRARY), compiled.with_extension(LIBRARY_KIND))?;
        fs::copy(&told.wasm, compiled)?;
        for file in LANGUAGES.map(texts) {
            fs::copy(told.out.join(&file), package.join(file))?;
        }
        let rulebooks = package.join(RULEBOOKS);
        fs::create_dir_all(&rulebooks)?;
        // Engines that hold the same rulebook are handed the same file.
        for file in fs::read_dir(told.out.join(RULEBOOKS))? {
            let file = file?;
            fs::copy(file.path(), rulebooks.join(file.file_name()))?;
        }
        Ok(())
    }

    /// Splits off its JavaScript, and makes it small.
    fn finish(&self, checkout: &Path, bindgen: &Path) -> Result<()> {
        let shell = Shell::new()?;
        let compiled = self.compiled(checkout);
        let folder = checkout.join(PACKAGE).join(self.folder);
        cmd!(shell, "{bindgen} {compiled} {folder}").quiet().run()?;
        let optimise = setup::wasm_opt();
        let wasm = checkout.join(PACKAGE).join(self.path());
        let features = script::FEATURES;
        let passes = if self.fast { FAST } else { OPTIMISING };
        cmd!(shell, "{optimise} {wasm} -o {wasm} {passes...} {features...}").quiet().run()?;
        if !self.scripted() {
            return Ok(());
        }
        script::write(self.name(), &compiled, &folder, bindgen)
    }
}

/// What cargo told of a build.
struct Told {
    /// The wasm file.
    wasm: PathBuf,
    /// Where the build script wrote what it made of the rulebooks.
    out: PathBuf,
}

impl Told {
    fn read(lines: &[u8]) -> Result<Self> {
        let (mut wasm, mut out) = (None, None);
        for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let told: Value = serde_json::from_slice(line)?;
            let id = told.get("package_id").and_then(Value::as_str).unwrap_or_default();
            // `path+file:///…#zhengpin@0.1.0`, or `…/zhengpin#0.1.0`.
            let ours = id.contains("#zhengpin@") || id.contains("/zhengpin#");
            match told.get("reason").and_then(Value::as_str) {
                Some("build-script-executed") if ours => {
                    out = told.get("out_dir").and_then(Value::as_str).map(PathBuf::from);
                }
                Some("compiler-artifact") => {
                    let files = told.get("filenames").and_then(Value::as_array);
                    let files = files.into_iter().flatten().filter_map(Value::as_str);
                    let mut files = files.map(PathBuf::from);
                    let found =
                        files.find(|file| file.extension().is_some_and(|kind| kind == "wasm"));
                    wasm = found.or(wasm);
                }
                _ => {}
            }
        }
        let wasm = wasm.context("cargo told of no wasm file")?;
        Ok(Self { wasm, out: out.context("cargo told of no build script")? })
    }
}

/// The folder of the package.
pub(crate) fn folder() -> PathBuf {
    root().join(PACKAGE)
}

/// The catalogue of the texts in one language.
fn texts(language: &str) -> String {
    format!("texts.{language}.json")
}

/// The files of the rulebooks that stand apart, by name.
pub(crate) fn rulebooks() -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder().join(RULEBOOKS))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

/// Everything in the package that pages load.
pub(crate) fn paged() -> Vec<String> {
    let engines = ENGINES.iter().filter(|engine| engine.paged());
    let folders = engines.map(|engine| format!("pkg/{}", engine.folder));
    let texts = LANGUAGES.map(|language| format!("pkg/{}", texts(language)));
    let beside = ["pkg/licences.json", "pkg/drafts", "pkg/rulebooks"].map(str::to_owned);
    folders.chain(texts).chain(beside).collect()
}

/// The engines of which something has changed: those of the pages, or all.
pub(crate) fn stale(all: bool) -> Result<Vec<(&'static Engine, Stamp)>> {
    let mut stale = Vec::new();
    for engine in ENGINES.iter().filter(|engine| all || engine.paged()) {
        let stamp = Stamp::of(&format!("engine-{}", engine.name()), SOURCES)?;
        let texts = LANGUAGES.map(|language| folder().join(texts(language)));
        let beside = texts.into_iter().chain([licences::file()]);
        let script =
            engine.scripted().then(|| engine.wasm().with_file_name(script::name(engine.name())));
        let apart = engine.apart().then(|| folder().join(RULEBOOKS));
        let beside = beside.chain(script).chain(apart);
        let made: Vec<PathBuf> = [engine.wasm()].into_iter().chain(beside).collect();
        if !stamp.is_fresh(&made) {
            stale.push((engine, stamp));
        }
    }
    Ok(stale)
}

/// Compiles engines, one after the other: each takes in everything at once.
pub(crate) fn compile(engines: &[(&Engine, Stamp)]) -> Result<()> {
    engines.iter().try_for_each(|(engine, _)| engine.compile(root()))
}

/// Compiles what splits off the JavaScript, and says where it is.
pub(crate) fn bindgen(shell: &Shell) -> Result<PathBuf> {
    cmd!(shell, "cargo build --quiet --profile tools --package xtask-bindgen").quiet().run()?;
    // Beside xtask, which is of the same profile.
    let here = std::env::current_exe()?;
    Ok(here.with_file_name(format!("xtask-bindgen{}", std::env::consts::EXE_SUFFIX)))
}

/// Makes of compiled engines what is published, side by side.
pub(crate) fn finish(engines: &[(&Engine, Stamp)], bindgen: &Path) -> Result<()> {
    say("making the wasm small");
    std::thread::scope(|scope| {
        let running: Vec<_> = engines
            .iter()
            .map(|(engine, stamp)| {
                scope.spawn(|| engine.finish(root(), bindgen).and_then(|()| stamp.done()))
            })
            .collect();
        running.into_iter().try_for_each(crate::joined)
    })
}
