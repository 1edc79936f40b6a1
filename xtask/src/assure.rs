//! `docs/assurance.md`, written anew: what the tests can see of it, and two builds that agree.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::package::{ENGINES, Engine};
use crate::{root, say, setup};

/// What stands around the table of builds.
const BEGIN: &str = "<!-- made: builds -->\n";
const END: &str = "<!-- /made -->";

/// The sum of a file's bytes, as Node tells it: everybody who builds the pages has Node.
const SUM: &str = "const { createHash } = require('node:crypto'); \
    const bytes = require('node:fs').readFileSync(process.argv[1]); \
    console.log(createHash('sha256').update(bytes).digest('hex'));";

/// Writes all of it anew.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    setup::wasm(shell)?;
    setup::npm(shell)?;
    say("what the tests can see");
    cmd!(shell, "cargo test --quiet -p zhengpin-cli --test papers")
        .env("UPDATE_EXPECT", "1")
        .run()?;
    let made = builds(shell)?;
    let document = root().join("docs").join("assurance.md");
    let text = fs::read_to_string(&document)?;
    let (before, rest) = text.split_once(BEGIN).context("no place for the builds")?;
    let (_, after) = rest.split_once(END).context("no end of the builds")?;
    fs::write(document, format!("{before}{BEGIN}{made}{END}{after}"))?;
    Ok(())
}

/// Builds the engines of the commit that is checked out in two folders, and tells the bytes.
fn builds(shell: &Shell) -> Result<String> {
    let top = root();
    let commit = cmd!(shell, "git rev-parse HEAD").quiet().read()?;
    let work = env::temp_dir().join(format!("zhengpin-assure-{}", process::id()));
    // Names of two lengths, at two depths.
    let folders = [work.join("one"), work.join("further").join("below").join("the-other")];
    let mut sums = Vec::new();
    for folder in &folders {
        say(&format!("building commit {commit} in {}", folder.display()));
        cmd!(shell, "git clone --quiet {top} {folder}").run()?;
        let _there = shell.push_dir(folder);
        cmd!(shell, "git checkout --quiet --detach {commit}").run()?;
        for engine in ENGINES {
            engine.build(shell)?;
        }
        let told = ENGINES.iter().map(|engine| sum(shell, folder, engine));
        sums.push(told.collect::<Result<Vec<_>>>()?);
        fs::remove_dir_all(folder.join("target"))?;
    }
    fs::remove_dir_all(&work)?;
    let [one, other] = sums.as_slice() else { anyhow::bail!("there are not two builds") };
    ensure!(one == other, "two builds of {commit} differ:\n{one:#?}\n{other:#?}");

    let rustc = cmd!(shell, "rustc --version").quiet().read()?;
    let wasm_pack = cmd!(shell, "wasm-pack --version").quiet().read()?;
    let wasm_opt = setup::wasm_opt();
    let wasm_opt = cmd!(shell, "{wasm_opt} --version").quiet().read()?;
    let mut table = format!(
        "Commit `{commit}`, {rustc}, {wasm_pack}, {wasm_opt}: both builds gave\n\n| engine | bytes | sha256 |\n|---|---|---|\n"
    );
    for (name, bytes, sum) in one {
        writeln!(table, "| {name} | {bytes} | `{sum}` |")?;
    }
    Ok(table)
}

/// An engine as built: its name, its bytes and their sum.
fn sum(shell: &Shell, folder: &Path, engine: &Engine) -> Result<(String, usize, String)> {
    let path: PathBuf = folder.join("pkg").join(engine.path());
    let bytes = fs::read(&path)?;
    // A path of this machine would make the sums agree nowhere else.
    let home = env::home_dir().map(|home| home.display().to_string()).unwrap_or_default();
    for named in [folder.display().to_string(), home] {
        let found = bytes.windows(named.len().max(1)).any(|part| part == named.as_bytes());
        ensure!(named.len() < 2 || !found, "{}: {named} stands in it", path.display());
    }
    let sum = cmd!(shell, "node --eval {SUM} {path}").quiet().read()?;
    let name = if engine.folder.is_empty() { "both" } else { engine.folder };
    Ok((name.to_owned(), bytes.len(), sum))
}
