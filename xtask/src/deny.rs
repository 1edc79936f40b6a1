//! Licences, sources and advisories of the dependencies, by cargo-deny and `deny.toml`.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::say;

/// The version that `deny.toml` is written for.
const VERSION: &str = "0.20.2";

fn is_there() -> bool {
    which::which("cargo-deny").is_ok()
}

/// Looks at everything, and installs what it needs for that.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    if !is_there() {
        say("installing cargo-deny (several minutes, once)");
        cmd!(shell, "cargo install cargo-deny --locked --version {VERSION}").run()?;
    }
    println!("{}", known(shell)?);
    // The database of advisories is a git repository; not every network leads to it.
    if cmd!(shell, "cargo deny fetch db").ignore_stderr().run().is_err() {
        println!("advisories: NOT looked at, the database cannot be fetched from here");
        return Ok(());
    }
    cmd!(shell, "cargo deny --log-level error check --hide-inclusion-graph advisories").run()?;
    Ok(())
}

/// Looks at what needs no network, where the tool is there: the tests install no such thing.
pub(crate) fn if_there(shell: &Shell) -> Result<String> {
    if is_there() { known(shell) } else { Ok("not looked at: `cargo xtask deny` does".to_owned()) }
}

/// Licences, bans and sources.
fn known(shell: &Shell) -> Result<String> {
    cmd!(shell, "cargo deny --log-level error check --hide-inclusion-graph licenses bans sources")
        .run()?;
    Ok("licences, bans and sources: as deny.toml allows".to_owned())
}
