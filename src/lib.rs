//! The rules of China's e-commerce IP protection, as a library that runs in a web page.
//!
//! Law is data: rulebooks under `src/rulebooks` hold every number, date, name and sentence.
//! The engine knows truth values, conditions, versions in time, calendars and ledgers. It
//! reads no clock, no locale, no storage and no network: today's date is an argument.
//!
//! # Where to begin
//!
//! With JSON, at [`answer`]: one function for each kind of request, text in and text out. It
//! never fails: what is wrong is answered with an `error`. The command line and the wasm go
//! through it too, so that all give the same bytes.
//!
//! ```
//! use zhengpin::answer;
//!
//! let request = r#"{
//!     "rulebook": "cn/complaint",
//!     "asOf": "2026-11-22",
//!     "facts": {"right_type": "trademark", "n_locate": false}
//! }"#;
//! let answer: serde_json::Value = serde_json::from_str(&answer::decide(request))?;
//! let notice = &answer["issues"][0];
//! assert_eq!(notice["verdict"], "not_qualified");
//! assert_eq!(notice["settled"], true);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! With values, at [`decide::decide`], [`simulate::simulate`], [`compare::compare`],
//! [`draft::draft`], [`schedule::schedule`], [`duties::duties`], [`precedents::precedents`] and
//! [`describe::describe`]: each takes the rulebooks of
//! [`library::built_in`], which is unpacked once, and a [`request`], and gives an answer or
//! [`refused::Refused`], which is an error with every problem in it.
//!
//! ```
//! use zhengpin::request::DecideRequest;
//! use zhengpin::{day, decide::decide, library};
//!
//! let request = DecideRequest::new("cn/complaint")
//!     .as_of(day::parse("2026-11-22").ok_or("no day")?)
//!     .fact("n_locate", false);
//! let decision = decide(library::built_in(), &request)?;
//! assert_eq!(decision.issues[0].verdict.as_deref(), Some("not_qualified"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Map
//!
//! | to | see |
//! |---|---|
//! | decide issues on facts, with reasons, changes, what is missing and what to ask next | [`decide`] |
//! | decide many rows at once, or run the ledgers of many sellers | [`decide::DecisionColumns`], [`simulate::LedgerColumns`] |
//! | run a seller's findings through a platform's ledger, with forecast and audit | [`simulate`] |
//! | tell what a change of law changes, or how two rulebooks differ | [`compare`] |
//! | tell for many days at once when a deadline ends | [`schedule`] |
//! | say which sentences of a document stand | [`draft`] |
//! | find the decided cases nearest to facts | [`precedents`] |
//! | list who has to do what by when, and what binds beside it | [`duties`] |
//! | draw a form, or list what there is | [`describe`] |
//! | get the built-in rulebooks | [`library`], `catalogue` for their texts |
//! | bring rulebooks with a request, or keep them for many | `own`, `kept` |
//! | ask with values, and hold a refusal | [`request`], [`refused`] |
//! | know what a request may hold, where it is wrong, and how large it may be | [`json`], [`problem`], [`limits`] |
//! | read, check and compile rulebooks | the crate `zhengpin-law`: [`rulebook`], `author`, `check`, [`compile`] |
//! | see how issues are drawn and searched | [`diagram`] |
//!
//! `examples/` has the shortest whole programs.
//!
//! # Features
//!
//! | feature | brings | for |
//! |---|---|---|
//! | `deciding` | `decide`, `draft`, `schedule`, `precedents`, `compare`, and the rulebooks that decide | a page that decides |
//! | `comparing` | `decide`, `compare`, and all rulebooks | a page that tells of all rulebooks |
//! | `listing` | `duties`, and the rulebooks that do nothing but list them | a page of duties |
//! | `simulating` | `simulate`, and the rulebooks that have a ledger | a page that runs ledgers |
//! | `apart` | `hold`, and no rulebook inside: each is a file that is handed over first | a page that asks few rulebooks |
//! | `columns` | `decisionColumns` and `ledgerColumns`: typed arrays in and out | programs with many rows |
//! | `author` | all three, the checker, and rulebooks in requests | programs, rulebooks of one's own |
//! | `schema` | the JSON Schema of requests | the command line |
//! | `texts` | the words of the built-in rulebooks | native programs; pages fetch them beside the wasm |
//!
//! `author` and `texts` are on by default. Native builds compile every module whatever is
//! chosen; the first three decide what the wasm offers and holds.
//!
//! # What is stable
//!
//! The version is 0.x. Requests and answers in JSON are the contract: within a minor version
//! keys may come and none goes or changes its meaning, and a code of a refusal stays. Rulebooks
//! change with the law, in any version; `CHANGELOG.md` says how. [`answer`], [`library`] and
//! the functions named above keep their signatures within a minor version. [`compile`],
//! [`diagram`] and everything that only they give out may change in any version.

pub mod answer;
#[cfg(feature = "texts")]
pub mod catalogue;
pub mod compare;
pub mod decide;
pub mod describe;
pub mod draft;
pub mod duties;
#[cfg(target_arch = "wasm32")]
pub mod face;
pub mod json;
#[cfg(feature = "author")]
pub mod kept;
pub mod library;
#[cfg(feature = "author")]
pub mod own;
pub mod precedents;
mod put;
pub mod refused;
pub mod request;
pub mod schedule;
pub mod simulate;
pub mod truth;

#[cfg(feature = "author")]
pub use zhengpin_law::{author, check};
pub use zhengpin_law::{compile, day, diagram, exact, limits, problem, problems, rulebook, text};
use zhengpin_law::{seal, sorted, vouched};

/// The examples of the README, run as those of the documentation are.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
