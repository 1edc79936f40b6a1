//! How fast it is, beside others: `docs/performance.md`, written anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::bench_report::{Found, report};
use crate::stamp::Stamp;
use crate::{browser, package, root, say, setup};

/// What is timed of which engine of the folder of rivals.
pub(crate) const TIMED: &[(&str, &[&str])] = &[
    ("by-hand", &["decide"]),
    ("json-logic-engine", &["decide"]),
    ("json-logic-js", &["decide"]),
    ("datalogic", &["decide", "explain"]),
    ("zen", &["decide", "explain"]),
    ("json-rules-engine", &["decide", "explain"]),
    ("feelin", &["decide"]),
    ("zhengpin", &["verdict", "reasons", "explain"]),
    ("zhengpin-columns", &["rows"]),
];

/// What is timed besides where [`AGAINST`] is set.
const OLDER: &[(&str, &[&str])] = &[("zhengpin", &["before"])];

/// The variable that names the package of an older build, with the common rule among its
/// rulebooks, to be held against this one.
const AGAINST: &str = "AGAINST";

/// Engines that are native modules of Node, so that no browser runs them.
const NODE_ONLY: &[&str] = &["zen"];

/// How often everything is timed, in rotation; figures are medians.
pub(crate) const ROTATIONS: usize = 5;

/// The columns of the batch that is timed, and a row of it.
const CASES: (&str, &str) = (
    "case,right_type,n_identity,n_right_proof,n_locate,n_prima_facie,n_truth",
    "trademark,true,true,",
);

/// How long the files of the batch are.
const ROWS: [u64; 3] = [10_000, 100_000, 1_000_000];

/// Runs all benches, and writes down what they found.
pub(crate) fn run(shell: &Shell, files: bool) -> Result<()> {
    setup::wasm(shell)?;
    setup::npm(shell)?;
    engine(shell)?;
    say("fetching the other engines");
    let folder = setup::pinned(shell, "rivals")?;
    say("what the engines agree on");
    let mut names = BTreeMap::new();
    for (engine, _) in TIMED {
        let told = node(&folder, &["agree.mjs", engine])?;
        let told = told.first().context("nothing was told of an engine")?;
        println!("{told}");
        let name = told.get("name").and_then(Value::as_str).unwrap_or(engine);
        names.insert(*engine, name.to_owned());
    }
    let older = if std::env::var_os(AGAINST).is_some() { OLDER } else { &[] };
    let mut rates: BTreeMap<(&str, &str), Vec<f64>> = BTreeMap::new();
    for rotation in 1..=ROTATIONS {
        say(&format!("rotation {rotation} of {ROTATIONS}"));
        for (engine, whats) in TIMED.iter().chain(older) {
            for what in *whats {
                let told = node(&folder, &["time.mjs", engine, what])?;
                let rate = told.first().and_then(|line| line.get("perSecond")?.as_f64());
                let rate = rate.with_context(|| format!("no figure for {engine}, {what}"))?;
                rates.entry((engine, what)).or_default().push(rate);
            }
        }
    }
    let rates = rates.into_iter().map(|(key, list)| (key, median(list))).collect();
    let in_chromium = in_chromium(shell, &folder)?;
    say("the rulebooks that are built in");
    // Node 20 breaks off where calls of two builds were inlined into one function.
    let plain: &[&str] = if older.is_empty() { &[] } else { &["--no-turbo-inline-js-wasm-calls"] };
    let real = node(&folder, &[plain, &["real.mjs"]].concat())?;
    say("natively, on one core");
    let native = native(shell, &folder)?;
    let batch = if files { batch(shell, &folder)? } else { Vec::new() };
    let found = Found { names, rates, in_chromium, real, native, batch };
    let machine = machine(shell, &folder)?;
    let path = root().join("docs").join("performance.md");
    fs::write(path, report(&found, &machine))?;
    println!("docs/performance.md");
    Ok(())
}

/// The engine for columns, if anything that it is made of has changed.
fn engine(shell: &Shell) -> Result<()> {
    let engines: Vec<(&package::Engine, Stamp)> = package::stale(true)?
        .into_iter()
        .filter(|(engine, _)| engine.folder == package::COLUMNS)
        .collect();
    if engines.is_empty() {
        return Ok(());
    }
    package::compile(&engines)?;
    let bindgen = package::bindgen(shell)?;
    package::finish(&engines, &bindgen)
}

/// Runs a script of the rivals, and gives the lines of JSON that it writes.
fn node(folder: &Path, arguments: &[&str]) -> Result<Vec<Value>> {
    let told = Command::new("node")
        .args(arguments)
        .current_dir(folder)
        .env("ZHENGPIN", package::folder().join(package::COLUMNS))
        .output()?;
    if !told.status.success() {
        bail!("{}: {}", arguments.join(" "), String::from_utf8_lossy(&told.stderr));
    }
    lines(&String::from_utf8_lossy(&told.stdout))
}

/// Decisions a second in Chromium, by engine and what was asked of it.
fn in_chromium(shell: &Shell, folder: &Path) -> Result<BTreeMap<(String, String), f64>> {
    let browser = browser::find(shell)?.program;
    let there = TIMED.iter().filter(|(engine, _)| !NODE_ONLY.contains(engine));
    let asked: Vec<String> =
        there.map(|(engine, whats)| format!("{engine}:{}", whats.join(","))).collect();
    let mut rates: BTreeMap<(String, String), Vec<f64>> = BTreeMap::new();
    for rotation in 1..=ROTATIONS {
        say(&format!("in Chromium, rotation {rotation} of {ROTATIONS}"));
        let told = Command::new("node")
            .arg("in-chromium.mjs")
            .args(&asked)
            .current_dir(folder)
            .env("ZHENGPIN", package::folder().join(package::COLUMNS))
            .env("CHROMIUM", &browser)
            .output()?;
        ensure!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        for line in lines(&String::from_utf8_lossy(&told.stdout))? {
            let text = |key: &str| line.get(key).and_then(Value::as_str).map(str::to_owned);
            let rate = line.get("perSecond").and_then(Value::as_f64);
            let key = text("engine").zip(text("what")).context("a figure without a name")?;
            rates.entry(key).or_default().push(rate.context("a figure without a number")?);
        }
    }
    Ok(rates.into_iter().map(|(key, list)| (key, median(list))).collect())
}

/// The lines of a text that are JSON objects.
fn lines(text: &str) -> Result<Vec<Value>> {
    let lines = text.lines().filter(|line| line.starts_with('{'));
    Ok(lines.map(serde_json::from_str).collect::<Result<_, _>>()?)
}

/// The rule that all engines are given, as a rulebook in JSON.
pub(crate) fn common_rule(folder: &Path) -> Result<Vec<u8>> {
    let script = "import('./rulebook.mjs').then(({ rulebook }) => \
        console.log(JSON.stringify(rulebook)))";
    let rulebook = Command::new("node").args(["-e", script]).current_dir(folder).output()?;
    ensure!(rulebook.status.success(), "the rule cannot be written as a rulebook");
    Ok(rulebook.stdout)
}

/// Columns natively, over the same rule.
fn native(shell: &Shell, folder: &Path) -> Result<Vec<Value>> {
    let file = folder.join("rulebook.json");
    fs::write(&file, common_rule(folder)?)?;
    let told = cmd!(shell, "cargo bench --quiet --package zhengpin --bench columns")
        .env("BENCH_RULEBOOK", file)
        .read()?;
    lines(&told)
}

/// Files of cases of growing length, decided by the command line: how long it takes, and how much
/// memory at most.
fn batch(shell: &Shell, folder: &Path) -> Result<Vec<Value>> {
    say("whole files");
    cmd!(shell, "cargo build --quiet --release --bin zhengpin").run()?;
    let program = root().join("target").join("release").join("zhengpin");
    let mut found = Vec::new();
    for format in ["csv", "ndjson", "parquet"] {
        for rows in ROWS {
            let input = folder.join("cases.csv");
            fs::write(&input, cases(rows))?;
            let output = folder.join(format!("verdicts.{format}"));
            let _ = fs::remove_file(&output);
            let begun = std::time::Instant::now();
            let mut running = Command::new(&program)
                .args(["batch", "decide", "cn/complaint"])
                .arg(&input)
                .args(["--issue", "notice", "--as-of", "2026-11-22", "--id", "case"])
                .args(["--overwrite", "--quiet", "--out"])
                .arg(&output)
                .stdout(std::process::Stdio::null())
                .stderr(std::process::Stdio::null())
                .spawn()?;
            let mut memory = 0;
            while running.try_wait()?.is_none() {
                memory = memory.max(peak(running.id()));
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
            // Some rows are refused, which its exit code tells; an output is there all the same.
            ensure!(output.exists(), "the batch of {rows} rows failed");
            let seconds = begun.elapsed().as_secs_f64();
            found.push(serde_json::json!({
                "format": format, "rows": rows, "seconds": seconds, "memory": memory,
            }));
        }
    }
    Ok(found)
}

/// A file of so many cases, of which few are alike.
fn cases(rows: u64) -> String {
    let (head, begin) = CASES;
    let mut text = format!("{head}\n");
    let mut state: u64 = 7;
    for row in 0..rows {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let cell = |bit: u32| match (state >> 33 >> (2 * bit)) & 3 {
            0 => "",
            1 => "false",
            _ => "true",
        };
        let cells = [cell(0), cell(1), cell(2)].join(",");
        text.extend([row.to_string().as_str(), ",", begin, &cells, "\n"]);
    }
    text
}

/// The most memory that a process had so far, in KiB; nothing, where the system does not tell.
fn peak(process: u32) -> u64 {
    let told = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// What the figures come from: the day, the processor, and the versions.
fn machine(shell: &Shell, folder: &Path) -> Result<Vec<(String, String)>> {
    let mut told = Vec::new();
    let mut tell = |what: &str, is: &str| told.push((what.to_owned(), is.trim().to_owned()));
    tell("Day", &cmd!(shell, "date -u +%Y-%m-%d").quiet().read()?);
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name =
        processor.lines().find_map(|line| line.strip_prefix("model name")?.split(':').nth(1));
    tell("Processor", name.unwrap_or(std::env::consts::ARCH));
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    tell("Cores", &cores.to_string());
    tell("Node", &cmd!(shell, "node --version").quiet().read()?);
    tell("Rust", &cmd!(shell, "rustc --version").quiet().read()?);
    let manifest: Value = serde_json::from_str(&fs::read_to_string(folder.join("package.json"))?)?;
    let pinned = manifest.get("dependencies").and_then(Value::as_object);
    for (name, version) in pinned.into_iter().flatten() {
        tell(name, version.as_str().unwrap_or_default());
    }
    Ok(told)
}

/// The figure in the middle.
fn median(mut list: Vec<f64>) -> f64 {
    list.sort_by(f64::total_cmp);
    list.get(list.len() / 2).copied().unwrap_or(0.0)
}
