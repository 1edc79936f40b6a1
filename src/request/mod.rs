//! Requests: one type for each, from which the Rust API, the TypeScript types, the help of the
//! command line and the JSON Schema of requests come.
//!
//! A request of Rust is written as the JSON value that it is and read as every other one is, by
//! the [`Reader`], which knows the keys from these types. So a request means the same in every
//! spelling, and all that is wrong with it is told at once, with its paths.
//!
//! ```
//! use zhengpin::request::DecideRequest;
//! use zhengpin::{day, decide::decide, library};
//!
//! let request = DecideRequest::new("cn/complaint")
//!     .as_of(day::parse("2026-11-22").ok_or("no day")?)
//!     .fact("right_type", "trademark")
//!     .fact("n_locate", false);
//! let decision = decide(library::built_in(), &request)?;
//! assert_eq!(decision.issues[0].verdict.as_deref(), Some("not_qualified"));
//!
//! let refused = decide(library::built_in(), &DecideRequest::new("cn/complaints")).err();
//! let said = refused.ok_or("a rulebook of this name")?.to_string();
//! assert!(said.starts_with("/rulebook: there is no rulebook `cn/complaints`"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod check;
mod compare;
mod decide;
mod decision_columns;
mod describe;
mod draft;
mod duties;
mod finding;
mod keys;
mod ledger_columns;
mod list;
mod moment;
mod own_rulebook;
mod precedents;
mod reader;
mod schedule;
#[cfg(feature = "schema")]
mod schema;
mod simulate;
mod want;
mod yuan;

use std::collections::BTreeMap;

use crate::rulebook::Value;

pub use check::CheckRequest;
pub use compare::CompareRequest;
pub use decide::DecideRequest;
pub use decision_columns::DecisionColumnsRequest;
pub use describe::DescribeRequest;
pub use draft::DraftRequest;
pub use duties::DutiesRequest;
pub use finding::{Exam, Finding, FindingKeys, Named, Taken};
pub use keys::keys;
pub use ledger_columns::LedgerColumnsRequest;
pub use list::ListRequest;
pub use moment::Moment;
pub use own_rulebook::OwnRulebook;
pub use precedents::PrecedentsRequest;
pub use reader::Reader;
pub use schedule::ScheduleRequest;
#[cfg(feature = "schema")]
pub use schema::{KINDS, RequestKind, schema};
pub use simulate::{Instead, SimulateRequest};
pub use want::Want;
pub use yuan::Yuan;

/// Facts by id. A fact that is left out is unknown; unknown is never taken for no.
///
/// Here and in every request of JavaScript: plain objects, lists, texts, finite numbers, `true`,
/// `false` and `null` are read as they are, a `bigint` within ±(2^53 - 1) as the number, a `Date`
/// as its instant; a key that is `undefined` is absent. Everything else, a `Map`, a `Set`, an
/// instance of a class, a function, `undefined` in a list, `NaN`, is refused with its path.
pub type Facts = BTreeMap<String, Value>;

/// [`Facts`] in TypeScript. The generator would write an alias of a map as a `Map`, which is
/// refused.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const FACTS: &str = "
/**
 * Facts by id. A fact that is left out is unknown; unknown is never taken for no.
 *
 * Here and in every request: plain objects, lists, texts, finite numbers, `true`, `false` and
 * `null` are read as they are, a `bigint` within ±(2^53 - 1) as the number, a `Date` as its
 * instant; a key that is `undefined` is absent. Everything else, a `Map`, a `Set`, an instance
 * of a class, a function, `undefined` in a list, `NaN`, is refused with its path.
 */
export type Facts = Record<string, Value>;
";
