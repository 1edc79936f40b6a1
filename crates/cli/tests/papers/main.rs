//! What README and docs say, held against the files: links lead somewhere, paths exist, numbers
//! are as counted, code blocks run, drawings are as the `use` lines are, every dependency has a
//! reason, every rule a scenario.
//!
//! What is made from the files is written anew with `UPDATE_EXPECT=1`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may stop"
)]

mod blocks;
mod counts;
mod coverage;
mod dependencies;
mod drawing;
mod glossary;
mod graph;
mod links;
mod made;
mod markdown;
mod properties;
mod rules;
mod scenarios;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The top folder of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// A file of the repository, by its path from the top.
fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files below a folder with this ending, by their paths from the top, in order.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                // What a package manager put there is not ours.
                if !path.ends_with("node_modules") {
                    open.push(path);
                }
            } else if path.to_str().unwrap().ends_with(ending) {
                let path = path.strip_prefix(root()).unwrap().to_str().unwrap();
                found.push(path.replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// Whether what is made from the files is to be written anew.
fn updating() -> bool {
    env::var_os("UPDATE_EXPECT").is_some()
}
