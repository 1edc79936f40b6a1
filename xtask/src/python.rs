//! The wheel for Python: built, tested, and tried with the programs that it is meant for.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::stamp::Stamp;
use crate::{Extent, build, root, say};

/// The oldest Python that the wheel runs on: 3.10.
const OLDEST: (u32, u32) = (3, 10);

/// What the tests and the recipes run with.
const REQUIREMENTS: &str = "crates/python/requirements.txt";

/// How the tests are run, and how the Python is written.
const CONFIG: &str = "crates/python/pyproject.toml";

/// Builds the wheel and runs everything that is tried with it, against the command line and the
/// wasm in Node.
pub(crate) fn run(shell: &Shell, rates: bool) -> Result<()> {
    let python = environment(shell)?;
    build(shell, Extent::All)?;
    say("building the command line");
    // Beside the wheel, so that both are made of the same parts, and these once.
    cmd!(shell, "cargo build --quiet --release -p zhengpin-cli -p zhengpin-python").run()?;
    let begun = Instant::now();
    let wheel = wheel(shell, &python)?;
    println!("built in {} s: {}", begun.elapsed().as_secs(), shown(&wheel)?);
    cmd!(shell, "{python} -m pip install --quiet --force-reinstall --no-deps {wheel}").run()?;
    say("how the Python is written");
    let python_files = ["crates/python", "examples/python"];
    for how in [["check", "--quiet"], ["format", "--check"]] {
        cmd!(shell, "{python} -m ruff {how...} --config {CONFIG} {python_files...}").run()?;
    }
    say("tests and recipes");
    let command = root().join("target").join("release");
    let command = command.join(format!("zhengpin{}", env::consts::EXE_SUFFIX));
    // What is left out is named: Spark where there is no Java.
    cmd!(shell, "{python} -m pytest -rs --durations=5 -c {CONFIG} crates/python/tests")
        .env("ZHENGPIN", command)
        .run()?;
    if rates {
        say("rows a second");
        cmd!(shell, "{python} crates/python/rates.py").run()?;
    }
    Ok(())
}

/// The wheel, and its size.
fn shown(wheel: &Path) -> Result<String> {
    let kib = fs::metadata(wheel)?.len() / 1024;
    Ok(format!("{} ({kib} KiB)", wheel.strip_prefix(root()).unwrap_or(wheel).display()))
}

/// The folder of all of this.
fn folder() -> PathBuf {
    root().join("target").join("python")
}

/// An environment with the pinned packages.
fn environment(shell: &Shell) -> Result<PathBuf> {
    let venv = folder().join("venv");
    let python = if cfg!(windows) {
        venv.join("Scripts").join("python.exe")
    } else {
        venv.join("bin").join("python")
    };
    let stamp = Stamp::of("python", &[REQUIREMENTS])?;
    if stamp.is_fresh(&[&python]) {
        return Ok(python);
    }
    let base = base(shell)?;
    say("installing the packages of Python (a few minutes, once)");
    cmd!(shell, "{base} -m venv --clear {venv}").run()?;
    cmd!(shell, "{python} -m pip install --quiet --requirement {REQUIREMENTS}").run()?;
    stamp.done()?;
    Ok(python)
}

/// The Python that is there.
fn base(shell: &Shell) -> Result<PathBuf> {
    let found = ["python3", "python"].into_iter().find_map(|name| which::which(name).ok());
    let found = found.context("Python is missing; install Python 3.10 or newer")?;
    let told =
        cmd!(shell, "{found} -c 'import sys; print(*sys.version_info[:2])'").quiet().read()?;
    let mut numbers = told.split_whitespace().map(|text| text.parse().unwrap_or(0));
    let version = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if version < OLDEST {
        bail!("Python {} is too old; install Python 3.10 or newer", told.replace(' ', "."));
    }
    Ok(found)
}

/// The wheel, built anew where anything changed: cargo and maturin see to that.
fn wheel(shell: &Shell, python: &Path) -> Result<PathBuf> {
    say("building the wheel");
    let wheels = folder().join("wheels");
    if wheels.exists() {
        fs::remove_dir_all(&wheels)?;
    }
    let manifest = "crates/python/Cargo.toml";
    cmd!(shell, "{python} -m maturin build --quiet --release --locked --interpreter {python} --manifest-path {manifest} --out {wheels}")
        .run()?;
    let mut found = fs::read_dir(&wheels)?;
    let wheel = found.next().context("maturin built no wheel")??;
    Ok(wheel.path())
}
