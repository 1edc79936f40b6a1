//! Files of cases decided, and files of findings run through ledgers: a whole platform at once.
//!
//! A table comes in as CSV, NDJSON or Parquet and goes out as one of them, row by row, on all
//! cores, in memory that does not grow with the file. Each row has the answer that the plain
//! request has. What is unknown stays unknown: an empty cell is never taken for no. A row that
//! is refused goes to a file of its own with every reason, in both languages; it is never
//! decided and never lost.
//!
//! ```
//! use std::fs;
//! use zhengpin_batch::{BatchFiles, Deciding, decide};
//!
//! let folder = std::env::temp_dir().join(format!("zhengpin-batch-doc-{}", std::process::id()));
//! fs::create_dir_all(&folder)?;
//! let (input, out) = (folder.join("cases.csv"), folder.join("verdicts.csv"));
//! let cases = "case,right_type,n_locate\n甲,trademark,false\n乙,trademark,\n丙,trademark,no\n";
//! fs::write(&input, cases)?;
//!
//! let mut asked = Deciding::new("cn/complaint");
//! asked.as_of = Some("2026-11-22".parse()?);
//! asked.issues = vec!["notice".to_owned()];
//! asked.ids = vec!["case".to_owned()];
//! let files = BatchFiles::new(&input, &out);
//! let done = decide(&asked, &files, &mut |_| {})?;
//! assert_eq!((done.rows, done.refused), (3, 1));
//!
//! let verdicts = fs::read_to_string(&out)?;
//! assert!(verdicts.starts_with("row,case,n_locate,right_type,version,notice_verdict,"));
//! assert!(verdicts.contains(",not_qualified,true,"));
//! let refused = fs::read_to_string(&files.refused)?;
//! assert!(refused.contains("3,n_locate,wrong_type"));
//! # fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Map
//!
//! | to | see |
//! |---|---|
//! | decide a file of cases | [`decide`] |
//! | run a file of findings of many sellers | [`simulate`] |
//! | answer batches as they come, from memory or another program | [`decide_batches`], [`simulate_batches`] |
//! | know which columns a rulebook reads and writes | [`columns()`] |
//! | say where files stand, and what an interrupted run does | [`BatchFiles`] |
//! | know why something was refused | [`Reason`], [`BatchError`] |

mod answer_cell;
mod cell;
mod columns;
mod decisions;
mod errors;
mod files;
mod format;
mod layout;
mod ledgers;
mod parts;
mod reason;
mod rules;
mod run;
mod sheet;
mod shown;
mod source;
mod stream;
mod tables;
mod write;

pub use columns::{BatchTable, TableColumn, columns, stream_columns};
pub use decisions::{Deciding, decide, decide_batches};
pub use files::BatchFiles;
pub use format::Format;
pub use ledgers::{LedgerFiles, LedgerTable, Simulating, simulate, simulate_batches};
pub use reason::{BatchError, Reason};
pub use run::Progress;
pub use stream::{BatchStream, StreamOptions};
pub use tables::Holds;
