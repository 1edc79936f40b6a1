//! The pages and the custom elements.

use std::net::TcpListener;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::stamp::Stamp;
use crate::{browser, package, root, say, setup};

/// Builds the pages, if anything they are made of has changed.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    let stamp = stamp("pages", &package::paged())?;
    if stamp.is_fresh(&[root().join("www").join("dist").join("index.html")]) {
        return Ok(());
    }
    say("building the pages");
    npm(shell, &["run", "--silent", "build:pages"])?;
    stamp.done()
}

/// Builds what programs load, beside the pages.
pub(crate) fn programs(shell: &Shell) -> Result<()> {
    let stamp = stamp("programs", &["pkg".to_owned()])?;
    // A new build of the pages has taken it away.
    let made = root().join("www").join("dist").join("embed").join("engine.js");
    if stamp.is_fresh(&[made]) {
        return Ok(());
    }
    say("building the modules for programs");
    npm(shell, &["run", "--silent", "build:programs"])?;
    stamp.done()
}

fn stamp(step: &str, engines: &[String]) -> Result<Stamp> {
    let sources: Vec<&str> = engines.iter().map(String::as_str).chain(["www"]).collect();
    Stamp::of(step, &sources)
}

/// Serves the built pages on this machine until stopped.
pub(crate) fn serve(shell: &Shell, port: u16) -> Result<()> {
    let port = free_port(port).context("no free port")?;
    println!("\nzhengpin is at http://127.0.0.1:{port}/ (Ctrl-C stops it)\n");
    let port = port.to_string();
    let _www = shell.push_dir("www");
    let vite = setup::npm_bin().join(setup::npm_command("vite"));
    cmd!(shell, "{vite} preview --host 127.0.0.1 --port {port} --strictPort").quiet().run()?;
    Ok(())
}

/// Takes the screenshots of the README.
pub(crate) fn shots(shell: &Shell) -> Result<()> {
    say("taking the screenshots");
    browse(shell, "shots")
}

/// Takes pictures of every page at four widths, in both languages, light and dark.
pub(crate) fn looks(shell: &Shell) -> Result<()> {
    say("taking pictures of every page in every setting");
    browse(shell, "looks")?;
    println!("they lie in target/looks; index.html shows them all");
    Ok(())
}

/// Runs a script that needs the browser.
fn browse(shell: &Shell, script: &str) -> Result<()> {
    let browser = browser::find(shell)?;
    let _browser = shell.push_env("CHROMIUM", browser.program);
    npm(shell, &["run", "--silent", script])
}

/// Runs npm in the folder of the pages.
pub(crate) fn npm(shell: &Shell, arguments: &[&str]) -> Result<()> {
    let _www = shell.push_dir("www");
    let npm = setup::npm_command("npm");
    cmd!(shell, "{npm} {arguments...}").quiet().run()?;
    Ok(())
}

/// The port, or the next one that is free.
fn free_port(first: u16) -> Option<u16> {
    (first..first.saturating_add(100)).find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
}
