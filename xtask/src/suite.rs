//! Every test there is, and one summary.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Result, bail};
use xshell::Shell;

use crate::{Extent, browser, build, deny, root, say, setup, size, work};

/// One runner: what it is, how it is started, and which of its lines sum it up.
struct Step {
    name: &'static str,
    folder: &'static str,
    program: String,
    arguments: Vec<String>,
    closing: fn(&str) -> bool,
}

/// How a runner ended.
struct Outcome {
    name: &'static str,
    passed: bool,
    closing: Vec<String>,
    seconds: u64,
}

/// Runs everything, also after a failure, and fails if anything did.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    setup::wasm(shell)?;
    setup::npm(shell)?;
    let wasm_pack = setup::wasm_pack(shell)?;
    let browser = browser::find(shell)?;
    browser::write_capabilities(&browser)?;

    let mut outcomes = Vec::new();
    for step in native_steps() {
        outcomes.push(run_step(&step, &browser));
    }
    outcomes.push(run_step(&wasm_step(&wasm_pack, &browser), &browser));
    outcomes.push(built("build of package and pages", || {
        build(shell, Extent::All).map(|()| String::new())
    }));
    outcomes.push(built("size budget", size::check));
    outcomes.push(built("instructions counted", || work::if_there(shell)));
    outcomes.push(built("licences and sources", || deny::if_there(shell)));
    for step in page_steps() {
        outcomes.push(run_step(&step, &browser));
    }
    setup::pinned(shell, "pages")?;
    outcomes.push(run_step(&audit_step(), &browser));
    summary(&outcomes)
}

fn native_steps() -> Vec<Step> {
    // Targets without tests say nothing worth repeating.
    let test_line = |line: &str| {
        let result = line.starts_with("test result:") && !line.contains("ok. 0 passed");
        result || (line.starts_with("test ") && line.ends_with("FAILED"))
    };
    let cargo = |name, arguments: &[&str], closing| step(name, ".", "cargo", arguments, closing);
    vec![
        cargo("rustfmt", &["fmt", "--all", "--check"], |_| false),
        cargo(
            "clippy",
            &["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"],
            |_| false,
        ),
        cargo(
            "clippy for the law without files",
            &[
                "clippy",
                "--quiet",
                "--package",
                "zhengpin-law",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ],
            |_| false,
        ),
        wasm_lint("clippy for the wasm that decides", "deciding"),
        wasm_lint("clippy for the wasm that compares", "comparing"),
        wasm_lint("clippy for the wasm that lists duties", "listing"),
        wasm_lint("clippy for the wasm that runs ledgers", "simulating"),
        wasm_lint("clippy for the wasm with rulebooks of one's own", "author"),
        cargo(
            "native tests and documentation examples",
            &["test", "--workspace", "--exclude", "xtask-bindgen", "--no-fail-fast"],
            test_line,
        ),
        cargo(
            "documentation",
            &["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"],
            |_| false,
        ),
    ]
}

/// The lints of a wasm build.
fn wasm_lint(name: &'static str, features: &str) -> Step {
    let mut arguments = vec!["clippy", "--quiet", "--package", "zhengpin", "--no-default-features"];
    arguments.extend(["--features", features]);
    arguments.extend(["--target", "wasm32-unknown-unknown", "--all-targets"]);
    arguments.extend(["--", "-D", "warnings"]);
    step(name, ".", "cargo", &arguments, |_| false)
}

/// The tests of the wasm face, in a real browser.
fn wasm_step(wasm_pack: &Path, browser: &browser::Browser) -> Step {
    let driver = browser.driver.display().to_string();
    let arguments = ["test", "--headless", "--chrome", "--chromedriver", &driver, "--"];
    let arguments = arguments.into_iter().chain(["--package", "zhengpin"]);
    let arguments: Vec<&str> = arguments
        .chain(["--no-default-features", "--features", "author", "--test", "wasm"])
        .collect();
    step("wasm tests in a browser", ".", &wasm_pack.display().to_string(), &arguments, |line| {
        line.starts_with("test result:")
    })
}

fn page_steps() -> Vec<Step> {
    let npm = setup::npm_command("npm");
    let script = |name, script: &str, closing| {
        step(name, "www", &npm, &["run", "--silent", script], closing)
    };
    vec![
        script("biome", "lint", |line| line.starts_with("Checked")),
        script("typescript", "check", |_| false),
        script("end-to-end tests in a browser", "test", |line| {
            let line = line.trim();
            let counts = line.starts_with(|first: char| first.is_ascii_digit())
                && [" passed", " failed", " skipped", " flaky", " did not run"]
                    .iter()
                    .any(|word| line.contains(word));
            // The names of those that failed, or passed only the second time.
            counts || line.starts_with("tests/")
        }),
    ]
}

/// What Lighthouse says of every page whatever the machine and its load.
fn audit_step() -> Step {
    let arguments = ["audit.mjs", "../../www/dist"];
    step("lighthouse, apart from speed", "target/pages", "node", &arguments, |line| {
        line.starts_with("lighthouse:")
    })
}

fn step(
    name: &'static str,
    folder: &'static str,
    program: &str,
    arguments: &[&str],
    closing: fn(&str) -> bool,
) -> Step {
    let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
    Step { name, folder, program: program.to_owned(), arguments, closing }
}

fn run_step(step: &Step, browser: &browser::Browser) -> Outcome {
    say(step.name);
    let begun = Instant::now();
    let child = Command::new(&step.program)
        .args(&step.arguments)
        .current_dir(root().join(step.folder))
        .env("CHROMIUM", &browser.program)
        .env("RUSTDOCFLAGS", "-D warnings")
        .stdout(Stdio::piped())
        .spawn();
    let mut closing = Vec::new();
    let passed = child.and_then(|mut child| {
        if let Some(out) = child.stdout.take() {
            for line in BufReader::new(out).lines() {
                let line = line?;
                println!("{line}");
                if (step.closing)(&line) {
                    closing.push(line.trim().to_owned());
                }
            }
        }
        child.wait()
    });
    let passed = passed.is_ok_and(|status| status.success());
    Outcome { name: step.name, passed, closing, seconds: begun.elapsed().as_secs() }
}

fn built(name: &'static str, build: impl FnOnce() -> Result<String>) -> Outcome {
    say(name);
    let begun = Instant::now();
    let (passed, said) = match build() {
        Ok(said) => (true, said),
        Err(error) => (false, format!("{error:#}")),
    };
    if !said.is_empty() {
        println!("{said}");
    }
    let closing = if said.is_empty() { Vec::new() } else { vec![said] };
    Outcome { name, passed, closing, seconds: begun.elapsed().as_secs() }
}

fn summary(outcomes: &[Outcome]) -> Result<()> {
    println!("\nsummary");
    for outcome in outcomes {
        let mark = if outcome.passed { "ok  " } else { "FAIL" };
        println!("{mark} {} ({} s)", outcome.name, outcome.seconds);
        for line in &outcome.closing {
            println!("       {line}");
        }
    }
    let failed: Vec<&str> = outcomes.iter().filter(|o| !o.passed).map(|o| o.name).collect();
    if failed.is_empty() {
        println!("all {} runners passed", outcomes.len());
        return Ok(());
    }
    bail!("{} of {} runners failed: {}", failed.len(), outcomes.len(), failed.join(", "))
}
