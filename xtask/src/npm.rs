//! The npm package: the engine for browsers and Node, the custom elements, the texts.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Map, Value};
use xshell::Shell;

use crate::{package, pages, root, say};

/// The package as a folder, ready to be published or copied.
pub(crate) fn folder() -> PathBuf {
    root().join("target").join("npm").join("zhengpin")
}

const MANIFEST: &str = include_str!("npm.json");

/// The manifest, with the version of this workspace.
fn manifest() -> Result<String> {
    let mut manifest: Map<String, Value> = serde_json::from_str(MANIFEST)?;
    manifest.insert("version".to_owned(), env!("CARGO_PKG_VERSION").into());
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

/// Puts the package together from what was built.
pub(crate) fn assemble(shell: &Shell) -> Result<()> {
    say("putting the npm package together");
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(root().join("www").join("dist").join("embed"))? {
        let entry = entry?;
        fs::copy(entry.path(), folder.join(entry.file_name()))?;
    }
    pages::npm(shell, &["run", "--silent", "types"])?;
    // The declarations of the pages' engine name those of the wasm beside them.
    let types = folder.join("types").join("pkg");
    for folder in ["", "author", "columns"] {
        fs::create_dir_all(types.join(folder))?;
        let declarations = package::folder().join(folder).join("zhengpin.d.ts");
        fs::copy(declarations, types.join(folder).join("zhengpin.d.ts"))?;
    }
    fs::write(folder.join("package.json"), manifest()?)?;
    for (from, file) in [("www/npm", "README.md"), (".", "LICENSE-MIT"), (".", "LICENSE-APACHE")] {
        fs::copy(root().join(from).join(file), folder.join(file))?;
    }
    println!("{}", folder.strip_prefix(root()).unwrap_or(&folder).display());
    Ok(())
}
