//! What is answered, as a table that whoever reads Arrow takes over.

use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use zhengpin_batch::{BatchError, stream_columns};

use crate::refused::call;
use crate::table::STREAM;

/// The name of a capsule with a schema, by Arrow's interface.
const SCHEMA: &std::ffi::CStr = c"arrow_schema";

/// A table of answers that is made as it is read, once: hand it to `pyarrow.table`,
/// `pyarrow.RecordBatchReader.from_stream`, `polars.DataFrame`, DuckDB, or whatever else reads
/// Arrow's streams. `pyarrow.schema` tells its columns without reading it.
#[pyclass(module = "zhengpin", frozen)]
pub(crate) struct Answers {
    schema: SchemaRef,
    reader: Mutex<Option<Box<dyn RecordBatchReader + Send>>>,
}

impl Answers {
    pub(crate) fn new(reader: impl RecordBatchReader + Send + 'static) -> Self {
        let schema = reader.schema();
        Self { schema, reader: Mutex::new(Some(Box::new(reader))) }
    }
}

#[pymethods]
impl Answers {
    /// Hands the stream over; nothing is cast to what is asked for.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // Whoever asks for other types gets these, as the interface allows.
        let _ = requested_schema;
        let taken = self.reader.lock().unwrap_or_else(PoisonError::into_inner).take();
        let reader = taken.ok_or_else(|| call(py, "read_before", &[], ""))?;
        let stream = FFI_ArrowArrayStream::new(Box::new(WithoutLock(reader)));
        PyCapsule::new_with_value(py, stream, STREAM)
    }

    /// The columns, by Arrow's interface.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref());
        let schema =
            schema.map_err(|error| call(py, "broken", &[("detail", &error.to_string())], ""))?;
        PyCapsule::new_with_value(py, schema, SCHEMA)
    }

    fn __repr__(&self) -> String {
        let names = self.schema.fields().iter().map(|field| field.name().as_str());
        format!("<zhengpin.Answers: {}>", names.collect::<Vec<_>>().join(", "))
    }
}

/// A reader that gives up Python's lock while it works: other threads of Python go on, and those
/// that answer may let go of what they were handed.
struct WithoutLock(Box<dyn RecordBatchReader + Send>);

impl Iterator for WithoutLock {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let Self(reader) = self;
        let ended = || Some(Err(ArrowError::ComputeError("Python has ended".to_owned())));
        Python::try_attach(|py| py.detach(|| reader.next())).unwrap_or_else(ended)
    }
}

impl RecordBatchReader for WithoutLock {
    fn schema(&self) -> SchemaRef {
        self.0.schema()
    }
}

/// The columns of a rulebook, as a table.
pub(crate) fn columns(rulebook: &str) -> Result<Answers, BatchError> {
    let all = stream_columns(rulebook)?;
    let mut texts: [StringBuilder; 5] = Default::default();
    let mut choices = ListBuilder::new(StringBuilder::new());
    for one in &all {
        let cells = [one.table.name(), &one.name, one.holds.name(), &one.means.zh, &one.means.en];
        texts.iter_mut().zip(cells).for_each(|(column, text)| column.append_value(text));
        choices.append_value(one.choices.iter().map(Some));
    }
    let [table, name, holds, zh, en] =
        texts.map(|mut column| Arc::new(column.finish()) as ArrayRef);
    let choices = Arc::new(choices.finish()) as ArrayRef;
    let columns = [
        ("table", table),
        ("column", name),
        ("holds", holds),
        ("choices", choices),
        ("zh", zh),
        ("en", en),
    ];
    let batch = RecordBatch::try_from_iter_with_nullable(
        columns.map(|(name, column)| (name, column, true)),
    );
    let batch = batch.map_err(|error| {
        let detail = error.to_string();
        BatchError::from(zhengpin_batch::Reason::new("broken", &[("detail", &detail)]))
    })?;
    let schema = batch.schema();
    Ok(Answers::new(RecordBatchIterator::new([Ok(batch)], schema)))
}
