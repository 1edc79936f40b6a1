//! A table of Python, by Arrow's interface of capsules.

use arrow_array::RecordBatchReader;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::refused::call;

/// The name of a capsule with a stream, by Arrow's interface.
pub(crate) const STREAM: &std::ffi::CStr = c"arrow_array_stream";

/// Reads whatever gives a stream of Arrow. It is read once, as it is needed.
pub(crate) fn reader(table: &Bound<'_, PyAny>) -> PyResult<Box<dyn RecordBatchReader + Send>> {
    let py = table.py();
    let kind = || table.get_type().to_string();
    let method = table.getattr_opt("__arrow_c_stream__")?;
    let method = method.ok_or_else(|| call(py, "no_table", &[("value", &kind())], "/table"))?;
    let given = method.call0()?;
    let refused = || call(py, "no_table", &[("value", &kind())], "/table");
    let capsule = given.cast::<PyCapsule>().map_err(|_| refused())?;
    let pointer = capsule.pointer_checked(Some(STREAM)).map_err(|_| refused())?;
    // What is taken out of the capsule is marked there as taken.
    #[expect(unsafe_code, reason = "the capsule's name says that this is what it holds")]
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.cast().as_ptr()) };
    let reader = RecordBatchStreamReader::try_new(stream);
    let told = |detail: &str| {
        call(py, "unreadable_file", &[("value", "table"), ("detail", detail)], "/table")
    };
    let reader = reader.map_err(|error| told(&error.to_string()))?;
    Ok(Box::new(reader))
}
