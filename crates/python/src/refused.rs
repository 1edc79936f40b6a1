//! What is wrong with a call, as an exception.

use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use zhengpin_batch::{BatchError, Reason};

create_exception!(
    zhengpin,
    ZhengpinError,
    PyValueError,
    "What is wrong with a call: `code`, stable; `path`, the argument and the place in it; `zh` and `en`, what was expected."
);

/// The exception for what the engine or the table says. A place in a request is one in the
/// arguments; a column is one of the table.
pub(crate) fn error(py: Python<'_>, error: &BatchError) -> PyErr {
    let path = match error.reason.column.as_deref() {
        None => "/table".to_owned(),
        Some("/asOf") => "/as_of".to_owned(),
        Some(place) if place.starts_with('/') => place.to_owned(),
        Some(column) => format!("/table/{}", column.replace('~', "~0").replace('/', "~1")),
    };
    raise(py, &error.reason, &path)
}

/// The exception for what is wrong with an argument.
pub(crate) fn call(py: Python<'_>, code: &str, named: &[(&str, &str)], path: &str) -> PyErr {
    raise(py, &Reason::new(code, named), path)
}

/// The exception itself, with its parts.
pub(crate) fn raise(py: Python<'_>, reason: &Reason, path: &str) -> PyErr {
    let Reason { code, says, .. } = reason;
    let error = ZhengpinError::new_err(format!("{path}: {}\n{}", says.zh, says.en));
    let parts = [("code", code.as_str()), ("path", path), ("zh", &says.zh), ("en", &says.en)];
    let value = error.value(py);
    for (name, text) in parts {
        if let Err(other) = value.setattr(name, text) {
            return other;
        }
    }
    error
}
