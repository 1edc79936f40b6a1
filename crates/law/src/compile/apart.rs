//! Rulebooks that stand apart, each in a file of its own, so that a page fetches no more of them
//! than it asks.
//!
//! The library knows the length and the hash of each file as the build wrote it, after it had
//! read the file back whole. Bytes with that hash are those that were looked at, so they are
//! read without looking again; any others are refused.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Compiled, Library, Listed};
use crate::problem::{Code, Problem};
use crate::vouched;

/// A rulebook in a file of its own: what a list tells of it, and by what its file is known.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Apart {
    /// What a list tells of it.
    pub listed: Listed,
    /// How many bytes its file has.
    length: u32,
    /// Their SHA-256.
    hash: [u8; 32],
    /// The rulebook, once its file was handed over. It is set once and never changes, so whoever
    /// holds the library may hold the rulebook for as long, as if it had been built in.
    #[serde(skip)]
    held: OnceLock<Compiled>,
}

impl Apart {
    /// A rulebook, with the file that it stands in.
    ///
    /// The file has to be one that was read back as this rulebook, whole, with the calendars of
    /// its library: whoever holds it later trusts that.
    #[must_use]
    pub fn new(rulebook: &Compiled, file: &[u8]) -> Self {
        // A file that is longer than can be told has another length than its own and is never
        // held; the largest there is has a hundred thousand bytes.
        let length = u32::try_from(file.len()).unwrap_or(u32::MAX);
        let (listed, hash) = (rulebook.into(), Sha256::digest(file).into());
        Self { listed, length, hash, held: OnceLock::new() }
    }

    /// The rulebook, if its file was handed over.
    #[must_use]
    pub fn held(&self) -> Option<&Compiled> {
        self.held.get()
    }

    /// Whether this is its file, byte for byte.
    fn is_file(&self, file: &[u8]) -> bool {
        u32::try_from(file.len()).is_ok_and(|length| length == self.length)
            && Sha256::digest(file)[..] == self.hash
    }
}

impl Library {
    /// Takes in the file of a rulebook that stands apart; from then on it is asked like the
    /// others. Once is enough: the same file again changes nothing.
    ///
    /// # Errors
    ///
    /// [`Code::ForeignFile`], with the ids of the rulebooks that stand apart, for any other
    /// bytes: those of another build, cut off, or changed.
    pub fn hold(&self, file: &[u8]) -> Result<&Compiled, Problem> {
        let found = self.apart.iter().find(|apart| apart.is_file(file));
        let apart = found.ok_or_else(|| {
            let ids = self.apart.iter().map(|apart| apart.listed.rulebook.as_str());
            Problem::new(Code::ForeignFile, "").with_list("expected", ids)
        })?;
        Ok(apart.held.get_or_init(|| vouched::read(file)))
    }
}
