//! Requests written as JSON, as their types.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// The request that a JSON value is.
pub(crate) fn typed<R: DeserializeOwned>(request: &Value) -> R {
    serde_json::from_value(request.clone()).unwrap_or_else(|error| panic!("{request}: {error}"))
}
