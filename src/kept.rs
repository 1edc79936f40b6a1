//! Rulebooks of one's own that are kept: checked and compiled once, and asked as often as one
//! likes. Under `with` they are compiled for every request.

use serde_json::{Map, Value};

use crate::answer::Answered;
use crate::compare::Comparison;
use crate::compile::Library;
use crate::decide::Decided;
use crate::describe::{Description, Rulebooks};
use crate::draft::Draft;
use crate::duties::Duties;
use crate::json::Parsed;
use crate::library::loaded;
use crate::own::own;
use crate::precedents::Precedents;
use crate::problem::{Code, Problem, child};
use crate::refused::Refused;
use crate::request::{CheckRequest, Reader};
use crate::schedule::Schedule;
use crate::simulate::Simulation;
use crate::{compare, decide, describe, draft, duties, precedents, schedule, simulate};

/// The key under which a request brings rulebooks.
const WITH: &str = "with";

/// Rulebooks of one's own, sound and compiled. They are asked in place of the built-in ones, as
/// those that a request brings are, and answer the same.
///
/// ```
/// use zhengpin::author::read_yaml;
/// use zhengpin::json::parse;
/// use zhengpin::kept::KeptRulebooks;
///
/// let (skeleton, _) = read_yaml(include_str!("../docs/skeleton.yaml")).map_err(|_| "no YAML")?;
/// let kept = KeptRulebooks::keep(Ok(serde_json::json!({"with": [skeleton]})))
///     .map_err(|failure| failure.error.first.message.en)?;
/// for invoice in [true, false] {
///     let request = format!(
///         r#"{{"rulebook": "example/goods-papers", "facts": {{"seller_has_invoice": {invoice}}}}}"#
///     );
///     assert!(kept.decide(parse(&request)).is_ok());
/// }
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug)]
pub struct KeptRulebooks(Library);

impl KeptRulebooks {
    /// Checks and compiles the rulebooks that a request brings under `with`.
    ///
    /// # Errors
    ///
    /// The refusal of a request that brings none, and all that is wrong with them.
    pub fn keep(read: Parsed) -> Answered<Self> {
        let value = read?;
        let mut reader = Reader::default();
        let map = reader.request::<CheckRequest>(&value);
        let sources = map.and_then(|map| map.get(WITH));
        if map.is_some() && sources.is_none() {
            reader.missing("", WITH);
        }
        let sources = reader.need(sources)?;
        let path = child("", WITH);
        Ok(Self(own(loaded().map_err(Refused::from)?, sources, &path).sound()?))
    }

    /// Decides, as [`decided`](decide::decided).
    ///
    /// # Errors
    ///
    /// The refusal of a request that is wrong. So for all others.
    pub fn decide(&self, read: Parsed) -> Answered<Decided> {
        self.ask(read, decide::answer)
    }

    /// Runs a ledger, as [`simulate`](simulate::simulate).
    ///
    /// # Errors
    ///
    /// As of [`decide`](Self::decide).
    pub fn simulate(&self, read: Parsed) -> Answered<Simulation> {
        self.ask(read, simulate::answer)
    }

    /// Drafts a document, as [`draft`](draft::draft).
    ///
    /// # Errors
    ///
    /// As of [`decide`](Self::decide).
    pub fn draft(&self, read: Parsed) -> Answered<Draft> {
        self.ask(read, draft::answer)
    }

    /// Finds the nearest cases, as [`precedents`](precedents::precedents).
    ///
    /// # Errors
    ///
    /// As of [`decide`](Self::decide).
    pub fn precedents(&self, read: Parsed) -> Answered<Precedents> {
        self.ask(read, precedents::answer)
    }

    /// Tells when deadlines end, as [`schedule`](schedule::schedule).
    ///
    /// # Errors
    ///
    /// As of [`decide`](Self::decide).
    pub fn schedule(&self, read: Parsed) -> Answered<Schedule> {
        self.ask(read, schedule::answer)
    }

    /// Lists duties, as [`duties`](duties::duties).
    ///
    /// # Errors
    ///
    /// As of [`decide`](Self::decide).
    pub fn duties(&self, read: Parsed) -> Answered<Duties> {
        self.ask(read, duties::answer)
    }

    /// Compares two days or two rulebooks, as [`compare`](compare::compare); the second may be a
    /// built-in one.
    ///
    /// # Errors
    ///
    /// As of [`decide`](Self::decide).
    pub fn compare(&self, read: Parsed) -> Answered<Comparison> {
        self.ask(read, |own, request| compare::answer(loaded()?, own, request))
    }

    /// Describes a rulebook, as [`describe`](describe::describe).
    ///
    /// # Errors
    ///
    /// As of [`decide`](Self::decide).
    pub fn describe(&self, read: Parsed) -> Answered<Description> {
        self.ask(read, describe::answer)
    }

    /// Lists the rulebooks kept.
    #[must_use]
    pub fn list(&self) -> Rulebooks {
        describe::listed(&self.0)
    }

    /// Puts a request to the rulebooks kept. It may bring none of its own: which were meant would
    /// not be clear.
    fn ask<T>(
        &self,
        read: Parsed,
        answer: impl FnOnce(&Library, &Value) -> Result<T, Refused>,
    ) -> Answered<T> {
        let value = read?;
        if value.as_object().is_some_and(|map: &Map<_, _>| map.contains_key(WITH)) {
            let problem = Problem::new(Code::AlreadyKept, child("", WITH));
            return Err(Refused::from(problem.with("value", WITH)).into());
        }
        Ok(answer(&self.0, &value)?)
    }
}
