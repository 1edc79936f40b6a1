//! Batches in, batches out: a table that is answered as it is read.

use std::collections::VecDeque;
use std::error::Error;
use std::fmt;
use std::thread::scope;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};

use crate::files::ROWS_OF_A_PART;
use crate::reason::BatchError;

/// How a table is read and answered.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct StreamOptions {
    /// The table, as a message names it.
    pub name: String,
    /// The most rows that a batch of answers has, at least one. Of findings, as many or more:
    /// a seller is in one batch.
    pub part_rows: usize,
    /// How many threads answer, each a batch, at least one.
    pub workers: usize,
}

impl Default for StreamOptions {
    /// A table, answered by whoever reads it.
    fn default() -> Self {
        Self { name: "table".to_owned(), part_rows: ROWS_OF_A_PART, workers: 1 }
    }
}

/// What is answered, batch for batch. As many batches are read ahead as there are threads that
/// answer, and no more. An error ends it.
pub struct BatchStream {
    schema: SchemaRef,
    more: Box<dyn FnMut() -> VecDeque<Result<RecordBatch, BatchError>> + Send>,
    ready: VecDeque<Result<RecordBatch, BatchError>>,
    ended: bool,
}

impl BatchStream {
    /// What `answer` makes of each part that `next` reads.
    pub(crate) fn new<T: Send>(
        schema: SchemaRef,
        workers: usize,
        mut next: impl FnMut() -> Result<Option<T>, BatchError> + Send + 'static,
        answer: impl Fn(T) -> Result<RecordBatch, BatchError> + Send + Sync + 'static,
    ) -> Self {
        let more = move || {
            let mut parts = Vec::new();
            let mut failed = None;
            while parts.len() < workers.max(1) {
                match next() {
                    Ok(Some(part)) => parts.push(part),
                    Ok(None) => break,
                    Err(error) => {
                        failed = Some(Err(error));
                        break;
                    }
                }
            }
            let mut answers = at_once(parts, &answer);
            answers.extend(failed);
            answers
        };
        Self { schema, more: Box::new(more), ready: VecDeque::new(), ended: false }
    }
}

/// Answers parts, each in a thread of its own, in their order.
fn at_once<T: Send>(
    parts: Vec<T>,
    answer: &(impl Fn(T) -> Result<RecordBatch, BatchError> + Sync),
) -> VecDeque<Result<RecordBatch, BatchError>> {
    if parts.len() < 2 {
        return parts.into_iter().map(answer).collect();
    }
    scope(|scope| {
        let start = |part| scope.spawn(move || answer(part));
        let running: Vec<_> = parts.into_iter().map(start).collect();
        let broken = |_| Err(BatchError::broken("a thread broke off"));
        running.into_iter().map(|one| one.join().unwrap_or_else(broken)).collect()
    })
}

impl Iterator for BatchStream {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        if self.ready.is_empty() {
            self.ready = (self.more)();
        }
        let next = self.ready.pop_front();
        self.ended = !matches!(next, Some(Ok(_)));
        next.map(|answer| {
            answer.map_err(|error| ArrowError::ExternalError(Box::new(StreamError(error))))
        })
    }
}

impl RecordBatchReader for BatchStream {
    fn schema(&self) -> SchemaRef {
        SchemaRef::clone(&self.schema)
    }
}

impl fmt::Debug for BatchStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchStream").field("schema", &self.schema).finish_non_exhaustive()
    }
}

/// Why a stream ended, with the code: whoever reads it sees the text alone.
#[derive(Debug)]
struct StreamError(BatchError);

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.reason.code, self.0)
    }
}

impl Error for StreamError {}
