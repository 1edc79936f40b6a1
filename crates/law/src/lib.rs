//! The law as data: what a rulebook may say, reading it, compiling it and checking it.
//!
//! Nothing here decides anything: that is the engine's, in the crate `zhengpin`, whose
//! build reads its rulebooks with this crate and keeps what came of it.
//!
//! # Where to begin
//!
//! A rulebook as a JSON value is read with [`author::read`] into a [`rulebook::Rulebook`]; a
//! folder of files with `author::load_folder`, which knows the line of every part.
//! [`check::check`] finds what is wrong with it although it fits the format. [`compile`] makes
//! of it what the engine runs on.
//!
//! # Map
//!
//! | to | see |
//! |---|---|
//! | know what a rulebook may say | [`rulebook`] |
//! | read one from files or from values | [`author`] |
//! | find gaps, contradictions, rules that never apply | [`check`] |
//! | give facts their variables, cut time into versions, draw issues | [`compile`] |
//! | walk a decision diagram: what is possible, what is cheapest, how answers share out | [`diagram`] |
//! | name what is wrong, with code, path and words | [`problem`] |
//! | say what an id may look like | [`rulebook::is_id`] |
//! | show that a library is the one that was looked at | [`seal`] |
//! | read and write days | [`day`] |
//! | keep numbers exact, lists sorted, texts in two languages | [`exact`], [`sorted`], [`text`] |
//!
//! # Features
//!
//! | feature | brings |
//! |---|---|
//! | `files` | folders of YAML files, the lunar calendar of their holidays, the JSON Schema of the format |
//! | `tsify` | the types for TypeScript of what answers contain |
//!
//! # What is stable
//!
//! The version is 0.x. The format of rulebooks is the contract, and changes with a line in the
//! changelog that says what to do. What is compiled, and how, may change in any version.

pub mod author;
pub mod check;
pub mod compile;
pub mod day;
pub mod diagram;
pub mod exact;
pub mod limits;
pub mod problem;
pub mod problems;
pub mod rulebook;
pub mod seal;
pub mod sorted;
pub mod text;
pub mod vouched;
