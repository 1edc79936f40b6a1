//! Everything that has to be done to this repository, as `cargo xtask <what>`.
//!
//! Each command installs what it needs, says what it is doing, and does nothing twice.

mod assure;
mod bench;
mod bench_report;
mod browser;
mod deny;
mod drafts;
mod licences;
mod lighthouse;
mod mutate;
mod npm;
mod package;
mod pages;
mod paths;
mod python;
mod reference;
mod script;
mod setup;
mod size;
mod size_parts;
mod stamp;
mod suite;
mod work;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;
use std::thread;

use anyhow::{Result, bail};
use clap::{Parser, Subcommand};
use xshell::Shell;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build everything and serve the pages on this machine.
    Serve {
        /// The port; the next free one, if it is taken.
        #[arg(long, default_value_t = 4173)]
        port: u16,
    },
    /// Run every test there is.
    Test,
    /// Build what `serve` serves: the engines that pages load, and the pages.
    Build,
    /// Put the npm package together.
    Package,
    /// Build the wheel for Python, and run its tests and the recipes for Polars, `DuckDB` and Spark.
    Python {
        /// Measure too how many rows a core answers in a second, and write it into the document.
        #[arg(long)]
        rates: bool,
    },
    /// Write down the licences of the crates that the wasm is made of.
    Licences,
    /// Take the screenshots of the README anew.
    Shots,
    /// Take pictures of every page at four widths, in both languages, light and dark.
    Looks,
    /// Print the sizes of what a visitor downloads.
    Size,
    /// Look at licences, sources and advisories of what is built in, with cargo-deny.
    Deny,
    /// Write `docs/assurance.md` anew; builds the wasm twice, in two folders.
    Assure,
    /// Time it beside other engines, and write `docs/performance.md` anew.
    Bench {
        /// Leave out whole files: the command line is not built for them.
        #[arg(long)]
        without_files: bool,
    },
    /// Hold every page against Lighthouse, and time it on a slow network and processor.
    Lighthouse(lighthouse::Lighthouse),
    /// Count the instructions that answers take, and hold them against `benches/work.json`.
    Work {
        /// Write them down instead.
        #[arg(long)]
        update: bool,
    },
    /// Change every rule in every single way, and report who notices.
    Mutate(mutate::Mutate),
}

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\u{25aa} {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<()> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    match command {
        Command::Serve { port } => {
            build(&shell, Extent::Pages)?;
            pages::serve(&shell, *port)
        }
        Command::Test => suite::run(&shell),
        Command::Build => build(&shell, Extent::Pages),
        Command::Package => {
            build(&shell, Extent::All)?;
            npm::assemble(&shell)
        }
        Command::Python { rates } => python::run(&shell, *rates),
        Command::Licences => licences::write(&shell),
        Command::Shots => {
            build(&shell, Extent::Pages)?;
            pages::shots(&shell)
        }
        Command::Looks => {
            build(&shell, Extent::Pages)?;
            pages::looks(&shell)
        }
        Command::Deny => deny::run(&shell),
        Command::Assure => assure::run(&shell),
        Command::Bench { without_files } => bench::run(&shell, !without_files),
        Command::Lighthouse(asked) => {
            build(&shell, Extent::Pages)?;
            lighthouse::run(&shell, asked)
        }
        Command::Work { update } => work::run(&shell, *update),
        Command::Mutate(asked) => mutate::run(&shell, asked),
        Command::Size => {
            build(&shell, Extent::All)?;
            size::report()
        }
    }
}

/// How much is built.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Extent {
    /// What pages load.
    Pages,
    /// What programs load too.
    All,
}

/// Builds the wasm package and the pages, where anything they are made of has changed.
///
/// The engines are compiled beside everything that needs none: linking one keeps a single
/// core busy.
fn build(shell: &Shell, extent: Extent) -> Result<()> {
    let all = extent == Extent::All;
    setup::wasm(shell)?;
    let engines = package::stale(all)?;
    let bindgen = thread::scope(|scope| {
        let compiling = scope.spawn(|| package::compile(&engines));
        let beside = beside(shell, engines.is_empty());
        joined(compiling).and(beside)
    })?;
    if let Some(bindgen) = bindgen {
        package::finish(&engines, &bindgen)?;
    }
    pages::build(shell)?;
    if all { pages::programs(shell) } else { Ok(()) }
}

/// Does what needs no engine, and says where the tool is that splits off their JavaScript;
/// none is needed where all engines are built.
fn beside(shell: &Shell, built: bool) -> Result<Option<PathBuf>> {
    setup::npm(shell)?;
    reference::build(shell)?;
    drafts::build(shell)?;
    if built {
        return Ok(None);
    }
    licences::write(shell)?;
    package::bindgen(shell).map(Some)
}

/// What a thread came to.
fn joined(running: thread::ScopedJoinHandle<'_, Result<()>>) -> Result<()> {
    running.join().unwrap_or_else(|_| bail!("a step of the build broke off"))
}

/// The root of the repository: the one in which cargo runs this, also where the program itself
/// was built for another folder and copied.
fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let here = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let here = here.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
    });
    &ROOT
}

/// Says what is being done.
fn say(what: &str) {
    println!("\u{25aa} {what}");
}
