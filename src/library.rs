//! The rulebooks that are built in.

use std::sync::LazyLock;

#[cfg(feature = "apart")]
use crate::compile::Apart;
use crate::compile::{Library, Unlooked};
use crate::problem::{Code, Problem};
use crate::seal::opened;
use crate::text::Text;
use crate::vouched;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.postcard"));

/// What is said where the library cannot be read: its own messages cannot be either.
const DAMAGED: (&str, &str) = (
    include_str!(concat!(env!("OUT_DIR"), "/broken.zh.txt")),
    include_str!(concat!(env!("OUT_DIR"), "/broken.en.txt")),
);

/// The rulebooks as built. A constant: it is unpacked once and never changes, but for rulebooks
/// that stand apart, each of which is [taken in](Library::hold) once.
static BUILT_IN: LazyLock<Option<Library>> = LazyLock::new(unpack);

/// What is said of problems of rulebooks.
#[cfg(feature = "author")]
static AUTHORING: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/authoring.postcard"));

/// The rulebooks that stand apart, each in a file that is handed over.
#[cfg(feature = "apart")]
static APART: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/apart.postcard"));

/// The rulebooks that are built in, and what the engine says of problems.
///
/// # Errors
///
/// [`Code::Broken`], if what was built in does not unpack, or is not whole: nothing can be
/// answered then.
pub fn loaded() -> Result<&'static Library, Problem> {
    BUILT_IN.as_ref().ok_or_else(|| Problem::new(Code::Broken, ""))
}

/// The rulebooks that are built in, for programs that were tested as built.
///
/// # Panics
///
/// Where [`loaded`] refuses. What takes requests asks that instead.
#[must_use]
#[expect(clippy::expect_used, reason = "tests unpack the library that they were built with")]
pub fn built_in() -> &'static Library {
    BUILT_IN.as_ref().expect("the library unpacks and is whole")
}

/// Unpacks the rulebooks that are built in; nothing, if they are not as the build sealed them.
/// [`built_in`] has done it already.
#[must_use]
pub fn unpack() -> Option<Library> {
    #[cfg_attr(
        not(any(feature = "author", feature = "apart")),
        expect(unused_mut, reason = "authors are told more, and some rulebooks stand apart")
    )]
    let mut library = vouched::read::<Unlooked>(opened(BYTES)?).vouched();
    #[cfg(feature = "apart")]
    library.apart.extend(vouched::read::<Vec<Apart>>(opened(APART)?));
    #[cfg(feature = "author")]
    library.messages.add(vouched::read(opened(AUTHORING)?));
    Some(library)
}

/// What is said of a problem: that everything is damaged, where it is.
#[must_use]
pub fn said(problem: &Problem) -> Text {
    match loaded() {
        Ok(library) => library.messages.of(problem),
        Err(_) => Text { zh: DAMAGED.0.to_owned(), en: DAMAGED.1.to_owned() },
    }
}
