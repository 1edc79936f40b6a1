//! Everything that has to be done to this repository, as `cargo xtask <what>`.
//!
//! Each command installs what it needs, says what it is doing, and does nothing twice.

mod assure;
mod browser;
mod deny;
mod licences;
mod mutate;
mod npm;
mod package;
mod pages;
mod paths;
mod reference;
mod setup;
mod size;
mod stamp;
mod suite;

use std::process::ExitCode;

use anyhow::Result;
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
    /// Build the wasm package and the pages.
    Build,
    /// Put the npm package together.
    Package,
    /// Write down the licences of the crates that the wasm is made of.
    Licences,
    /// Take the screenshots of the README anew.
    Shots,
    /// Print the sizes of what a visitor downloads.
    Size,
    /// Look at licences, sources and advisories of what is built in, with cargo-deny.
    Deny,
    /// Write `docs/assurance.md` anew; builds the wasm twice, in two folders.
    Assure,
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
            build(&shell)?;
            pages::serve(&shell, *port)
        }
        Command::Test => suite::run(&shell),
        Command::Build => build(&shell),
        Command::Package => {
            build(&shell)?;
            npm::assemble(&shell)
        }
        Command::Licences => licences::write(&shell),
        Command::Shots => {
            build(&shell)?;
            pages::shots(&shell)
        }
        Command::Deny => deny::run(&shell),
        Command::Assure => assure::run(&shell),
        Command::Mutate(asked) => mutate::run(&shell, asked),
        Command::Size => {
            build(&shell)?;
            size::report()
        }
    }
}

/// Builds the wasm package and the pages, where anything they are made of has changed.
fn build(shell: &Shell) -> Result<()> {
    setup::wasm(shell)?;
    setup::npm(shell)?;
    package::build(shell)?;
    reference::build(shell)?;
    pages::build(shell)
}

/// The root of the repository.
fn root() -> &'static std::path::Path {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Says what is being done.
fn say(what: &str) {
    println!("\u{25aa} {what}");
}
