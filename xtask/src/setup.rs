//! Installing what is missing.

use std::fs;
use std::path::{Path, PathBuf};

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

/// wasm-pack, which runs the tests of the wasm in a browser: the one on the path, or one that is
/// installed into the build folder, without being optimised. It brings the commands of
/// wasm-bindgen itself, in the version of the lock file.
pub(crate) fn wasm_pack(shell: &Shell) -> Result<PathBuf> {
    if let Ok(found) = which::which("wasm-pack") {
        return Ok(found);
    }
    let tools = root().join("target").join("xtask").join(format!("wasm-pack-{WASM_PACK}"));
    let program = tools.join("bin").join(format!("wasm-pack{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        say("installing wasm-pack (a few minutes, once)");
        cmd!(
            shell,
            "cargo install wasm-pack --version {WASM_PACK} --locked --debug --root {tools}"
        )
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

/// A copy in the build folder of the programs of `benches/NAME`, with the packages that they
/// pin.
pub(crate) fn pinned(shell: &Shell, name: &str) -> Result<PathBuf> {
    let to = root().join("target").join(name);
    copy(&root().join("benches").join(name), &to)?;
    let _there = shell.push_dir(&to);
    let npm = npm_command("npm");
    cmd!(shell, "{npm} install --no-audit --no-fund --loglevel error").quiet().run()?;
    Ok(to)
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
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
