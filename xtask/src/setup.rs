//! Installing what is missing.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::stamp::Stamp;
use crate::{root, say};

/// The oldest Node that the pages are built with.
const OLDEST_NODE: u32 = 20;

/// The wasm target.
pub(crate) fn wasm(shell: &Shell) -> Result<()> {
    let sysroot = cmd!(shell, "rustc --print target-libdir --target wasm32-unknown-unknown");
    let libraries = PathBuf::from(sysroot.quiet().read()?);
    if !libraries.exists() {
        say("installing the wasm target");
        cmd!(shell, "rustup target add wasm32-unknown-unknown").run()?;
    }
    Ok(())
}

/// The release of wasm-pack that is installed where there is none.
const WASM_PACK: &str = "0.15.1";

/// What runs the tests of the wasm in a browser: wasm-pack, and the folder of the commands of
/// wasm-bindgen in the version of the lock file. What is missing is installed into the build
/// folder, from the registry, without being optimised.
pub(crate) struct WasmTester {
    pub(crate) wasm_pack: PathBuf,
    pub(crate) bindgen: PathBuf,
}

/// Finds or installs what runs the tests of the wasm.
pub(crate) fn wasm_tester(shell: &Shell) -> Result<WasmTester> {
    const RUNNER: &str = "wasm-bindgen-test-runner";
    let wanted = locked("wasm-bindgen")?;
    let there = which::which(RUNNER).ok().filter(|found| {
        let said = cmd!(shell, "{found} --version").quiet().ignore_stderr().read();
        said.is_ok_and(|said| said.split_whitespace().any(|word| word == wanted))
    });
    let runner = match there {
        Some(found) => found,
        None => installed(shell, "wasm-bindgen-cli", &wanted, RUNNER)?,
    };
    let wasm_pack = match which::which("wasm-pack") {
        Ok(found) => found,
        Err(_) => installed(shell, "wasm-pack", WASM_PACK, "wasm-pack")?,
    };
    let bindgen = runner.parent().context("a program stands in a folder")?.to_owned();
    Ok(WasmTester { wasm_pack, bindgen })
}

/// A program of a package, installed into the build folder unless it is there.
fn installed(shell: &Shell, package: &str, version: &str, program: &str) -> Result<PathBuf> {
    let tools = root().join("target").join("xtask").join(format!("{package}-{version}"));
    let program = tools.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        say(&format!("installing {package} (a few minutes, once)"));
        cmd!(shell, "cargo install {package} --version {version} --locked --debug --root {tools}")
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .run()?;
    }
    Ok(program)
}

/// The version of a package in the lock file.
pub(crate) fn locked(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let (_, after) = lock
        .split_once(&format!("name = \"{package}\"\nversion = \""))
        .with_context(|| format!("{package} is not in Cargo.lock"))?;
    let (version, _) = after.split_once('"').context("Cargo.lock cannot be read")?;
    Ok(version.to_owned())
}

/// The npm packages, wasm-opt among them.
pub(crate) fn npm(shell: &Shell) -> Result<()> {
    let version = cmd!(shell, "node --version").quiet().read();
    let version = version.context("Node is missing; install Node 20 or newer")?;
    let major =
        version.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST_NODE) {
        bail!("Node {version} is too old; install Node {OLDEST_NODE} or newer");
    }
    let stamp = Stamp::of("npm", &["www/package.json", "www/package-lock.json"])?;
    if stamp.is_fresh(&[wasm_opt()]) {
        return Ok(());
    }
    say("installing the npm packages");
    let _www = shell.push_dir("www");
    let npm = npm_command("npm");
    // The system's browser is used, or one that is installed when the tests need it.
    cmd!(shell, "{npm} ci --no-audit --no-fund")
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .run()?;
    stamp.done()
}

/// The folder of the npm packages' commands.
pub(crate) fn npm_bin() -> PathBuf {
    root().join("www").join("node_modules").join(".bin")
}

/// wasm-opt, as installed by npm.
pub(crate) fn wasm_opt() -> PathBuf {
    npm_bin().join(npm_command("wasm-opt"))
}

/// The name under which a command of Node is started on this system.
pub(crate) fn npm_command(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
}
