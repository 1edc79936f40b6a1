//! To which rulebooks a request is put: those of a library, or those that it brings.

use serde::Serialize;
use serde_json::Value;

use crate::compile::Library;
use crate::json;
#[cfg(feature = "author")]
use crate::own::own;
use crate::problem::{Code, Problem};
use crate::refused::Refused;

/// Puts a request of Rust to a library: it is written as the value that it is, and read as
/// every other request.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn ask<R: Serialize, T>(
    library: &Library,
    request: &R,
    answer: impl FnOnce(&Library, &Value) -> Result<T, Refused>,
) -> Result<T, Refused> {
    let written = serde_json::to_value(request).map_err(|error| {
        Refused::from(Problem::new(Code::MalformedJson, "").with("detail", error))
    })?;
    put(library, json::strict(written)?, answer)
}

/// Puts a request to a library. In this engine it may bring no rulebooks.
#[cfg(not(feature = "author"))]
#[expect(clippy::needless_pass_by_value, reason = "one that may bring rulebooks is taken apart")]
pub(crate) fn put<T>(
    library: &Library,
    request: Value,
    answer: impl FnOnce(&Library, &Value) -> Result<T, Refused>,
) -> Result<T, Refused> {
    answer(library, &request)
}

/// Puts a request to the rulebooks that it brings under `with`, else to a library.
#[cfg(feature = "author")]
pub(crate) fn put<T>(
    library: &Library,
    mut request: Value,
    answer: impl FnOnce(&Library, &Value) -> Result<T, Refused>,
) -> Result<T, Refused> {
    match request.as_object_mut().and_then(|map| map.shift_remove("with")) {
        None => answer(library, &request),
        Some(sources) => answer(&own(library, &sources, "/with").sound()?, &request),
    }
}
