//! A file of cases, decided.

mod columns;
mod decider;
mod request;
mod told;

use std::sync::Arc;

use arrow_array::RecordBatchReader;
use serde_json::Map;
use zhengpin::answer::try_decide;

use crate::files::BatchFiles;
use crate::parts::{OutTable, PartsFolder};
use crate::reason::BatchError;
use crate::rules::rulebook;
use crate::run::{Progress, Task, run};
use crate::source::{Carries, TableSource};
use crate::stream::{BatchStream, StreamOptions};
use crate::tables::Refusals;
use columns::layout;
pub(crate) use columns::{DISPUTED, answer_columns, holds};
use decider::Decider;
pub use request::Deciding;
use request::{plan, request};

/// Decides every row of a file of cases. A row's answer is that of the plain request.
///
/// `told` hears how far it is, after every part.
///
/// # Errors
///
/// What is wrong with the files, the header, or what is asked of every row alike. What was done
/// until then is kept. What is wrong with a row is told in the file of refused rows.
pub fn decide(
    asked: &Deciding,
    files: &BatchFiles,
    told: &mut dyn FnMut(&Progress),
) -> Result<Progress, BatchError> {
    let rulebook = rulebook(&asked.rulebook)?;
    // What is wrong with every row alike is told once, before any row.
    try_decide(Ok(request(asked, Map::new(), None))).map_err(BatchError::engine)?;
    let layout = layout(asked, rulebook);
    let mut source = TableSource::open(files, &layout)?;
    let deciding = Decider::new(asked, rulebook, layout, &source, Refusals::Apart)?;
    let outputs = vec![
        OutTable { path: files.output.clone(), schema: Arc::clone(deciding.answers.schema()) },
        OutTable { path: files.refused.clone(), schema: Arc::clone(deciding.refused.schema()) },
    ];
    let parts = PartsFolder::open(files, outputs, plan(asked, rulebook))?;
    let rows = files.part_rows.max(1);
    let mut begun = false;
    let tasks = std::iter::from_fn(move || {
        let block = source.next(rows);
        let read = source.fraction();
        // A file without rows has an answer without rows.
        let block = match block {
            Ok(None) if begun => None,
            Ok(block) => Some(Ok(Task { rows: block, read })),
            Err(error) => Some(Err(error)),
        };
        begun = true;
        block
    });
    run(parts, files.workers, tasks, |block| deciding.part(block), told)
}

/// Decides every row of a table, batch for batch: each row has its place among the answers. What
/// is wrong with a row stands in the column `error` beside it.
///
/// # Errors
///
/// What is wrong with the columns, or with what is asked of every row alike. What cannot be read
/// ends the stream.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{Array, BooleanArray, RecordBatch, RecordBatchIterator, RecordBatchReader};
/// use zhengpin_batch::{Deciding, StreamOptions, decide_batches};
///
/// // The second does not know: that is not no.
/// let locate: Arc<dyn Array> = Arc::new(BooleanArray::from(vec![Some(false), None]));
/// let batch = RecordBatch::try_from_iter_with_nullable([("n_locate", locate, true)])?;
/// let schema = batch.schema();
/// let cases = RecordBatchIterator::new([Ok(batch)], schema);
/// let mut asked = Deciding::new("cn/complaint");
/// asked.issues = vec!["notice".to_owned()];
/// let mut answers = decide_batches(&asked, Box::new(cases), &StreamOptions::default())?;
/// let decided = answers.next().ok_or("no batch")??;
/// assert_eq!(decided.num_rows(), 2);
/// let settled = decided.column_by_name("notice_settled").ok_or("no such column")?;
/// let settled: &BooleanArray = settled.as_any().downcast_ref().ok_or("no answers")?;
/// assert_eq!((settled.value(0), settled.value(1)), (true, false));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn decide_batches(
    asked: &Deciding,
    table: Box<dyn RecordBatchReader + Send>,
    options: &StreamOptions,
) -> Result<BatchStream, BatchError> {
    let rulebook = rulebook(&asked.rulebook)?;
    try_decide(Ok(request(asked, Map::new(), None))).map_err(BatchError::engine)?;
    let layout = layout(asked, rulebook);
    let carries = if asked.only_ids { Carries::Declared } else { Carries::All };
    let rows = options.part_rows.max(1);
    let mut source = TableSource::over(table, &options.name, rows, &layout, carries)?;
    let deciding = Decider::new(asked, rulebook, layout, &source, Refusals::Beside)?;
    let schema = Arc::clone(deciding.answers.schema());
    let next = move || source.next(rows);
    let answer = move |block| deciding.part(Some(block)).and_then(|part| part.table(0));
    Ok(BatchStream::new(schema, options.workers, next, answer))
}
