//! The rulebooks that are built in.

use std::sync::LazyLock;

use crate::compile::Library;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.postcard"));

/// The rulebooks as built. A constant: it is unpacked once and never changes.
static BUILT_IN: LazyLock<Library> = LazyLock::new(unpack);

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

/// Unpacks the rulebooks that are built in. [`built_in`] has done it already.
#[must_use]
pub fn unpack() -> Library {
    let library: Library = postcard::from_bytes(BYTES).unwrap_or_default();
    #[cfg(feature = "author")]
    let library = with_authoring(library);
    library
}
