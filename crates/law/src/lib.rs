//! The law as data: what a rulebook may say, reading it, compiling it and checking it.
//!
//! - [`rulebook`] is the format; [`author`] reads it from files and from JSON values.
//! - [`compile`] gives every fact its variables and draws every issue as a [`diagram`].
//! - [`check`] finds what is wrong with a rulebook although it fits the format.
//! - [`problem`] names everything that can be wrong, here and with requests.
//!
//! Nothing here decides anything: that is the engine's, in the crate `zhengpin`, whose
//! build reads its rulebooks with this crate and keeps what came of it.

pub mod author;
pub mod check;
pub mod compile;
pub mod day;
pub mod diagram;
pub mod exact;
pub mod limits;
pub mod problem;
pub mod rulebook;
pub mod sorted;
pub mod text;
