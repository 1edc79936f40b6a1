//! A run: parts answered on all cores, each kept as it is done.

use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{available_parallelism, scope};

use crate::parts::{DonePart, PartCount, PartsFolder};
use crate::reason::BatchError;

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Progress {
    /// The rows that were answered or refused, also before the run was interrupted.
    pub rows: u64,
    /// Those of them that were refused.
    pub refused: u64,
    /// The rows among them that were done before the run was interrupted.
    pub resumed: u64,
    /// How much of the input was read, from 0 to 1.
    pub read: f64,
}

impl Progress {
    fn add(&mut self, count: PartCount) {
        self.rows += count.rows;
        self.refused += count.refused;
    }
}

/// A part that is to be answered, and how much of the input was read with it.
pub(crate) struct Task<T> {
    pub(crate) rows: T,
    pub(crate) read: f64,
}

/// Answers every part that is not done yet, and puts all of them together.
///
/// No more parts are open at once than there are workers, and as many again that wait.
pub(crate) fn run<T: Send>(
    parts: PartsFolder,
    workers: Option<usize>,
    tasks: impl Iterator<Item = Result<Task<T>, BatchError>>,
    answer: impl Fn(T) -> Result<DonePart, BatchError> + Sync,
    told: &mut dyn FnMut(&Progress),
) -> Result<Progress, BatchError> {
    let cores = || available_parallelism().map_or(1, NonZeroUsize::get);
    let workers = workers.unwrap_or_else(cores).max(1);
    let mut progress = Progress::default();
    let mut count = 0;
    let (give, taken) = sync_channel::<(usize, T)>(workers);
    let taken = &Mutex::new(taken);
    let (done, answers) = channel();
    let result = scope(|scope| -> Result<(), BatchError> {
        for _ in 0..workers {
            let (done, answer, parts) = (done.clone(), &answer, &parts);
            scope.spawn(move || {
                while let Some((number, rows)) = next(taken) {
                    let part = answer(rows);
                    let kept = part.and_then(|part| parts.keep(number, &part).map(|()| part.count));
                    if done.send(kept).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        let mut failed = None;
        for task in tasks {
            let task = match task {
                Ok(task) => task,
                Err(error) => {
                    failed = Some(error);
                    break;
                }
            };
            progress.read = task.read;
            if let Some(before) = parts.done(count) {
                progress.add(before);
                progress.resumed += before.rows;
            } else if give.send((count, task.rows)).is_err() {
                break;
            }
            count += 1;
            while let Ok(kept) = answers.try_recv() {
                kept.map(|count| progress.add(count))?;
            }
            told(&progress);
        }
        drop(give);
        for kept in answers {
            kept.map(|count| progress.add(count))?;
            told(&progress);
        }
        failed.map_or(Ok(()), Err)
    });
    result?;
    parts.finish(count)?;
    Ok(progress)
}

/// The next part; none, once all were given.
fn next<T>(taken: &Mutex<Receiver<T>>) -> Option<T> {
    taken.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}
