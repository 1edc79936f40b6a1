//! How the pages fare: what Lighthouse says to each, how soon it is there on a slow network, and
//! how long an answer takes after a click.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use xshell::{Shell, cmd};

use crate::{browser, root, say, setup};

/// What is measured, and beside what.
#[derive(Args)]
pub(crate) struct Lighthouse {
    /// Another build of the pages, such as `www/dist` of an older checkout: figures are told as
    /// shares of its own.
    #[arg(long, value_name = "DIST")]
    against: Option<PathBuf>,
    /// How often each page is opened; figures are medians.
    #[arg(long, default_value_t = 3)]
    runs: u32,
    /// Only these pages, by name, such as `complaint,penalties`.
    #[arg(long, value_name = "PAGES")]
    only: Option<String>,
}

/// Measures the built pages, and says where the report is.
pub(crate) fn run(shell: &Shell, asked: &Lighthouse) -> Result<()> {
    let browser = browser::find(shell)?;
    let dist = root().join("www").join("dist");
    let against = asked.against.as_deref().map(|path| {
        path.canonicalize().with_context(|| format!("there is no folder `{}`", path.display()))
    });
    let against = against.transpose()?;
    let folder = setup::pinned(shell, "pages")?;
    say("measuring every page; anything else that runs meanwhile shows in the figures");
    let _there = shell.push_dir(&folder);
    let runs = asked.runs.to_string();
    let mut measuring = cmd!(shell, "node measure.mjs {dist} --runs {runs}");
    if let Some(against) = against {
        measuring = measuring.arg("--against").arg(against);
    }
    if let Some(only) = &asked.only {
        measuring = measuring.arg("--only").arg(only);
    }
    measuring.env("CHROMIUM", browser.program).quiet().run()?;
    println!("target/pages/report.md");
    Ok(())
}
