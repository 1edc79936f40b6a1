//! How many instructions answers take, beside those written down in `benches/work.json`.
//!
//! They are counted by callgrind, which knows no noise: a change of a few percent is a change of
//! the program. Another compiler, C library or processor counts otherwise, so that elsewhere than
//! on the kind of machine written down the figures are told and nothing fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value, json};
use xshell::{Shell, cmd};

use crate::{bench, root, say};

/// What is counted, and how often the work is done: twice so often in the second run. What
/// happens once falls out of the difference.
const COUNTED: &[(&str, u32)] = &[
    ("common verdict", 64),
    ("common reasons", 64),
    ("common full", 64),
    ("cn/complaint:notice reasons", 28),
    ("cn/complaint:notice full", 28),
    ("cn/parallel-import full", 14),
    ("ledger 1000", 2),
    ("sellers 10000", 2),
];

/// What grows no faster than in proportion: the work, how often it is done, the smaller work,
/// and how many times as much the greater one may take. This holds on every machine.
const GROWTH: &[(&str, u32, &str, f64)] = &[
    ("common-among-8 verdict", 64, "common verdict", 1.03),
    ("common-among-8 full", 64, "common full", 1.03),
    ("ledger 4000", 1, "ledger 1000", 4.2),
    ("sellers 40000", 1, "sellers 10000", 4.2),
];

/// By how much a figure may differ, in percent.
const TOLERANCE: f64 = 4.0;

/// Counts, and holds the figures against those written down; or writes them down.
///
/// # Errors
///
/// That a figure differs by more than the tolerance on a machine of the kind written down.
pub(crate) fn run(shell: &Shell, update: bool) -> Result<()> {
    let Some(told) = counted(shell)? else { bail!("valgrind is missing; Debian has it") };
    if update {
        fs::write(kept(), format!("{:#}\n", told.kept()))?;
        println!("{}", kept().display());
        return Ok(());
    }
    println!("{}", held(&told)?);
    Ok(())
}

/// The same as a step of the tests, which install no valgrind.
pub(crate) fn if_there(shell: &Shell) -> Result<String> {
    match counted(shell)? {
        Some(told) => held(&told),
        None => Ok("NOT counted: valgrind is not installed".to_owned()),
    }
}

/// What was counted, and on which kind of machine.
struct WorkCounted {
    machine: Value,
    instructions: Vec<(&'static str, u64)>,
    /// How many times as much the greater work of [`GROWTH`] takes.
    growth: Vec<f64>,
}

impl WorkCounted {
    fn kept(&self) -> Value {
        let figures = self.instructions.iter();
        let figures: Map<String, Value> =
            figures.map(|(what, count)| ((*what).to_owned(), json!(count))).collect();
        json!({"machine": self.machine, "instructions": figures})
    }
}

fn kept() -> PathBuf {
    root().join("benches").join("work.json")
}

/// Counts everything; nothing, where there is no valgrind.
fn counted(shell: &Shell) -> Result<Option<WorkCounted>> {
    if which::which("valgrind").is_err() {
        return Ok(None);
    }
    say("counting instructions");
    let folder = root().join("target").join("work");
    fs::create_dir_all(&folder)?;
    let rulebook = folder.join("rulebook.json");
    fs::write(&rulebook, bench::common_rule(&root().join("benches").join("rivals"))?)?;
    let program = program(shell)?;
    let count = |what: &str, times: u32| -> Result<u64> {
        let count = |times: u32| instructions_of(&program, &rulebook, what, times);
        let (once, twice) = (count(times)?, count(2 * times)?);
        let all = twice.checked_sub(once).context("more work took fewer instructions")?;
        Ok(all / u64::from(times))
    };
    let mut instructions = Vec::with_capacity(COUNTED.len());
    for (what, times) in COUNTED {
        instructions.push((*what, count(what, *times)?));
    }
    let mut growth = Vec::with_capacity(GROWTH.len());
    for (what, times, smaller, _) in GROWTH {
        let smaller = instructions.iter().find(|(known, _)| known == smaller);
        let (_, smaller) = smaller.with_context(|| format!("{what} is held against nothing"))?;
        growth.push(ratio(count(what, *times)?, *smaller));
    }
    Ok(Some(WorkCounted { machine: machine(shell)?, instructions, growth }))
}

/// How many times as much one count is as another.
fn ratio(one: u64, other: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "it is told to a few digits")]
    let numbers = (one as f64, other as f64);
    numbers.0 / numbers.1.max(1.0)
}

/// Builds what does the work, and tells where it is.
fn program(shell: &Shell) -> Result<PathBuf> {
    let told = cmd!(
        shell,
        "cargo bench --quiet --package zhengpin --bench work --no-run --message-format json"
    )
    .read()?;
    let lines = told.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut programs = lines.filter_map(|line| {
        let is_it = line.pointer("/target/name").and_then(Value::as_str) == Some("work");
        line.get("executable").and_then(Value::as_str).filter(|_| is_it).map(PathBuf::from)
    });
    programs.next().context("cargo told of no program")
}

/// How many instructions a run takes in all.
fn instructions_of(program: &Path, rulebook: &Path, what: &str, times: u32) -> Result<u64> {
    let told = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([what, &times.to_string()])
        .env("BENCH_RULEBOOK", rulebook)
        .output()?;
    let said = String::from_utf8_lossy(&told.stderr);
    ensure!(told.status.success(), "{what}: {said}");
    let count = said.lines().find_map(|line| line.split_once("Collected :"));
    let count = count.and_then(|(_, count)| count.trim().parse().ok());
    count.with_context(|| format!("callgrind counted nothing: {said}"))
}

/// What the figures depend on besides the program: the compiler, the tool, the C library, and
/// which of its ways to copy memory the processor allows.
fn machine(shell: &Shell) -> Result<Value> {
    let first = |text: String| text.lines().next().unwrap_or_default().trim().to_owned();
    let rustc = cmd!(shell, "rustc --version --verbose").quiet().read()?;
    let target = rustc.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let libc = cmd!(shell, "ldd --version").quiet().ignore_status().read().unwrap_or_default();
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let flags = processor.lines().find_map(|line| line.strip_prefix("flags")).unwrap_or_default();
    let has = ["avx2", "erms", "fsrm"].into_iter();
    let has: Vec<&str> = has.filter(|one| flags.split_whitespace().any(|it| it == *one)).collect();
    Ok(json!({
        "rustc": first(rustc.clone()),
        "target": target,
        "valgrind": first(cmd!(shell, "valgrind --version").quiet().read()?),
        "libc": first(libc),
        "processor": has.join(" "),
    }))
}

/// The figures beside those written down, line by line.
///
/// # Errors
///
/// That something grows faster than it may; or that a figure differs by more than the tolerance,
/// on the kind of machine written down.
fn held(told: &WorkCounted) -> Result<String> {
    let known: Value = serde_json::from_str(&fs::read_to_string(kept())?)?;
    let mut lines = Vec::with_capacity(told.instructions.len() + told.growth.len());
    let (mut differ, mut grow) = (0, 0);
    for (what, count) in &told.instructions {
        let before = known.get("instructions").and_then(|all| all.get(*what)?.as_u64());
        let Some(before) = before else { bail!("{what} is not in {}", kept().display()) };
        let change = (ratio(*count, before) - 1.0) * 100.0;
        let wrong = change.abs() > TOLERANCE;
        differ += usize::from(wrong);
        lines.push(format!("{what}: {count} instructions, {change:+.1} %{}", mark(wrong)));
    }
    for ((what, _, smaller, most), growth) in GROWTH.iter().zip(&told.growth) {
        let wrong = growth > most;
        grow += usize::from(wrong);
        lines.push(format!("{what}: {growth:.3} times {smaller}{}", mark(wrong)));
    }
    let lines = lines.join("\n");
    ensure!(grow == 0, "{lines}\n{grow} of them grow faster than in proportion");
    if differ == 0 {
        return Ok(lines);
    }
    if known.get("machine") != Some(&told.machine) {
        let here = &told.machine;
        return Ok(format!("{lines}\nnot the kind of machine of benches/work.json: {here}"));
    }
    bail!(
        "{lines}\n{differ} of them differ by more than {TOLERANCE} %. Where that is meant, \
         `cargo xtask work --update` writes them down"
    )
}

fn mark(wrong: bool) -> &'static str {
    if wrong { " (!)" } else { "" }
}
