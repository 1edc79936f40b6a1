//! A browser for the tests: the system's, or one that is fetched once.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::json;
use xshell::{Shell, cmd};

use crate::{root, say, setup};

/// A browser, and the driver that goes with it.
pub(crate) struct Browser {
    /// The browser itself.
    pub(crate) program: PathBuf,
    /// Its driver; wasm-pack brings one, if there is none.
    pub(crate) driver: Option<PathBuf>,
}

const NAMES: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// Finds a browser: the one that the variable `CHROMIUM` names, the system's, or one
/// fetched into the build folder.
pub(crate) fn find(shell: &Shell) -> Result<Browser> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let on_path = || NAMES.iter().find_map(|name| which::which(name).ok());
    let placed = || PLACES.iter().map(PathBuf::from).find(|place| place.exists());
    if let Some(program) = named.or_else(on_path).or_else(placed) {
        return Ok(Browser { program, driver: which::which("chromedriver").ok() });
    }
    Ok(Browser { program: fetch(shell, "chrome")?, driver: Some(fetch(shell, "chromedriver")?) })
}

/// Fetches a browser or its driver, and returns where it is.
fn fetch(shell: &Shell, what: &str) -> Result<PathBuf> {
    let folder = root().join("target").join("xtask").join("browsers");
    let note = folder.join(format!("{what}.path"));
    if let Ok(known) = fs::read_to_string(&note) {
        let known = PathBuf::from(known);
        if known.exists() {
            return Ok(known);
        }
    }
    say(&format!("no browser found; fetching {what}"));
    fs::create_dir_all(&folder)?;
    let npx = setup::npm_command("npx");
    let said = cmd!(shell, "{npx} --yes @puppeteer/browsers install {what}@stable --path {folder}")
        .read()?;
    // It prints the build and the path: `chrome@140.0.0 /somewhere/chrome`.
    let path =
        said.lines().last().and_then(|line| line.split_once(' ')).map(|(_, path)| path.trim());
    let path = PathBuf::from(path.with_context(|| format!("{what} was not installed: {said}"))?);
    fs::write(&note, path.as_os_str().as_encoded_bytes())?;
    Ok(path)
}

/// Writes the capabilities with which the wasm tests start the browser.
pub(crate) fn write_capabilities(browser: &Browser) -> Result<()> {
    let capabilities = json!({
        "goog:chromeOptions": {
            "binary": browser.program.display().to_string(),
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
            ],
        }
    });
    let capabilities = serde_json::to_string_pretty(&capabilities)? + "\n";
    fs::write(root().join("webdriver.json"), capabilities)?;
    Ok(())
}
