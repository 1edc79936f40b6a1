//! The rulebooks that are built in.

use std::sync::LazyLock;

use chrono::NaiveDate as Date;

use crate::compile::{Compiled, Library, Version};
use crate::problem::{Code, Problem};

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.postcard"));

/// The rulebooks as built. A constant: it is unpacked once and never changes.
static BUILT_IN: LazyLock<Library> = LazyLock::new(Library::unpack);

/// Adds what is said of problems of rulebooks.
#[cfg(feature = "author")]
fn with_authoring(mut library: Library) -> Library {
    const AUTHORING: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/authoring.postcard"));
    library.messages.add(postcard::from_bytes(AUTHORING).unwrap_or_default());
    library
}

/// The rulebooks that are built in, and what the engine says of problems.
#[must_use]
pub fn built_in() -> &'static Library {
    &BUILT_IN
}

impl Library {
    /// Unpacks the rulebooks that are built in. [`built_in`] has done it already.
    #[must_use]
    pub fn unpack() -> Self {
        let library: Self = postcard::from_bytes(BYTES).unwrap_or_default();
        #[cfg(feature = "author")]
        let library = with_authoring(library);
        library
    }

    /// The rulebook with this id.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownRulebook`], with the ids there are.
    pub fn rulebook(&self, id: &str, path: &str) -> Result<&Compiled, Problem> {
        self.rulebooks.iter().find(|rulebook| rulebook.id == id).ok_or_else(|| {
            let ids: Vec<&str> = self.rulebooks.iter().map(|known| known.id.as_str()).collect();
            let problem = Problem::new(Code::UnknownRulebook, path).with("value", id);
            problem.with("expected", ids.join(", "))
        })
    }
}

impl Compiled {
    /// The version in force on `day`.
    ///
    /// # Errors
    ///
    /// [`Code::NotInForce`] with the nearest version. Another version's rules are never
    /// applied instead.
    pub fn version_on(&self, day: Date, path: &str) -> Result<&Version, Problem> {
        let begun = self.versions.iter().rfind(|version| version.from <= day);
        let ended = self.to.is_some_and(|to| to < day);
        begun.filter(|_| !ended).ok_or_else(|| {
            let nearest =
                begun.or(self.versions.first()).map_or(self.as_of, |version| version.from);
            Problem::new(Code::NotInForce, path).with("value", day).with("expected", nearest)
        })
    }

    /// The version that follows `version`, if there is one.
    #[must_use]
    pub fn after(&self, version: &Version) -> Option<&Version> {
        self.versions.iter().find(|later| version.from < later.from)
    }
}
