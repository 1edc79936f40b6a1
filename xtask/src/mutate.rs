//! Rules changed on purpose, to see who notices: the law, and the engine.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::say;

/// What is changed.
#[derive(clap::Args)]
pub(crate) struct Mutate {
    /// The rulebooks to change, such as `cn/complaint`; all, if none is named. Only a run over
    /// all of them writes `docs/assurance/mutation.md`.
    rulebooks: Vec<String>,
    /// Try only the changes that nobody noticed the last time.
    #[arg(long)]
    again: bool,
    /// Change the engine in place of the law, by cargo-mutants: hours.
    #[arg(long, conflicts_with_all = ["rulebooks", "again"])]
    engine: bool,
    /// Of the changes of the engine, only this part, such as `1/40`.
    #[arg(long, requires = "engine")]
    shard: Option<String>,
}

/// Changes what was asked for and reports who notices.
pub(crate) fn run(shell: &Shell, asked: &Mutate) -> Result<()> {
    if asked.engine {
        return engine(shell, asked.shard.as_deref());
    }
    let mut arguments = asked.rulebooks.clone();
    arguments.extend(asked.again.then(|| "--again".to_owned()));
    // Built as the tests are, which are there already.
    cmd!(shell, "cargo bench --quiet --profile dev --bench mutate -- {arguments...}").run()?;
    Ok(())
}

fn engine(shell: &Shell, shard: Option<&str>) -> Result<()> {
    if which::which("cargo-mutants").is_err() {
        say("installing cargo-mutants (a few minutes, once)");
        cmd!(shell, "cargo install cargo-mutants --locked").run()?;
    }
    let part: Vec<&str> = shard.into_iter().flat_map(|part| ["--shard", part]).collect();
    cmd!(shell, "cargo mutants --workspace --jobs 1 --output target {part...}").run()?;
    Ok(())
}
