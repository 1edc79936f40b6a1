//! What need not be done again: a stamp holds the hash of everything a step was made from.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::root;

/// A step that need not be repeated while its sources stay the same.
pub(crate) struct Stamp {
    file: PathBuf,
    hash: String,
}

impl Stamp {
    /// The stamp of a step that is made from these files and folders. One with a `!` before
    /// it is left out, although it lies in a folder named before.
    pub(crate) fn of(step: &str, sources: &[&str]) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        let left_out = sources.iter().filter_map(|source| source.strip_prefix('!'));
        let left_out: Vec<PathBuf> = left_out.map(|source| root().join(source)).collect();
        for source in sources.iter().filter(|source| !source.starts_with('!')) {
            let source = root().join(source);
            let walk = WalkDir::new(&source).sort_by_file_name().into_iter();
            let skipped = |name: &str| {
                matches!(name, "node_modules" | "dist" | "test-results" | "playwright-report")
            };
            let walk = walk.filter_entry(|entry| {
                let named = entry.file_name().to_str().is_some_and(skipped);
                !named && !left_out.iter().any(|path| path == entry.path())
            });
            for entry in walk {
                let entry = entry.with_context(|| format!("cannot read {}", source.display()))?;
                if entry.file_type().is_file() {
                    let path = entry.path();
                    let name = path.strip_prefix(root()).unwrap_or(path);
                    hasher.write(name.as_os_str().as_encoded_bytes());
                    hasher.write(&fs::read(path)?);
                }
            }
        }
        let file = root().join("target").join("xtask").join(format!("{step}.stamp"));
        Ok(Self { file, hash: format!("{:016x}", hasher.finish()) })
    }

    /// Whether the step was done with the same sources, and what it made is there.
    pub(crate) fn is_fresh(&self, made: &[impl AsRef<Path>]) -> bool {
        let done = fs::read_to_string(&self.file).is_ok_and(|done| done == self.hash);
        done && made.iter().all(|path| path.as_ref().exists())
    }

    /// Notes that the step is done.
    pub(crate) fn done(&self) -> Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.file, &self.hash)?;
        Ok(())
    }
}
