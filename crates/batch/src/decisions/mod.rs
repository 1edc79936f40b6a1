//! A file of cases, decided.

mod columns;
mod decider;
mod request;

use std::sync::Arc;

use serde_json::Map;
use zhengpin::answer::try_decide;

use crate::files::BatchFiles;
use crate::parts::{OutTable, PartsFolder};
use crate::reason::BatchError;
use crate::rules::rulebook;
use crate::run::{Progress, Task, run};
use crate::source::TableSource;
use columns::layout;
pub(crate) use columns::{answer_columns, holds};
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
    let deciding = Decider::new(asked, rulebook, &layout, &source)?;
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
