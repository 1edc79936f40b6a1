//! Requests in, answers out.
//!
//! Every way of calling the library goes through here: the wasm face, the command line and
//! the tests. They differ in where a request is [read](crate::json) from, text or JavaScript
//! values, and in nothing else. Whatever is wrong with a request is an answer too, under the
//! key `error`.

use serde::Serialize;
use serde_json::Value;

#[cfg(feature = "author")]
use crate::check::{Severity, severity};
use crate::compile::Library;
use crate::describe::Description;
use crate::json::{Parsed, parse};
use crate::library::{loaded, said};
use crate::limits;
#[cfg(feature = "author")]
use crate::own::own;
use crate::problem::{Code, Problem, RULE, untold};
#[cfg(feature = "author")]
use crate::problems::Problems;
use crate::put::put;
use crate::refused::Refused;
#[cfg(feature = "author")]
use crate::request::{CheckRequest, Reader};
use crate::text::Text;
use crate::{
    compare as comparing, decide as deciding, describe as describing, draft as drafting,
    duties as listing, precedents as finding, schedule as scheduling, simulate as simulating,
};

/// The answer to a request that was refused. Nothing else is in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Failure {
    /// What is wrong.
    pub error: Box<Refusal>,
}

/// What is wrong with a request: the first problem, and the others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Refusal {
    /// What is wrong.
    #[serde(flatten)]
    pub first: Told,
    /// Whatever else is wrong with the same request; the last of them says how many are left
    /// out, where there are too many to tell.
    pub more: Vec<Told>,
}

/// One problem, with its message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Told {
    /// What is wrong. Stable.
    pub code: Code,
    /// Where: a JSON pointer into the request.
    pub path: String,
    /// What is wrong and what was expected, in both languages.
    pub message: Text,
    /// The constraint that the facts offend, as `constraint/ID`; the texts of the rulebook say
    /// under `constraint/ID/says` why they cannot be true together. Left out where it is no one
    /// constraint.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

impl Told {
    fn of(problem: &Problem) -> Self {
        let rule = problem.params.get(RULE).map(ToString::to_string);
        Self { code: problem.code, path: problem.path.clone(), message: said(problem), rule }
    }

    /// These problems with their messages: the first ones, and how many are left out.
    #[cfg(feature = "author")]
    fn all(problems: Vec<Problem>) -> Vec<Self> {
        Problems::of(problems).map_or_else(Vec::new, |problems| {
            let Refusal { first, more } = Refusal::of(&problems.into());
            std::iter::once(first).chain(more).collect()
        })
    }
}

impl Refusal {
    fn of(refused: &Refused) -> Self {
        let tell = Told::of;
        let more = refused.problems().skip(1);
        // Whoever read the request has bounded them already, and added how many are left out.
        let count = refused.problems().count();
        let more = if count <= limits::PROBLEMS + 1 {
            more.map(tell).collect()
        } else {
            more.take(limits::PROBLEMS - 1)
                .chain([&untold(count - limits::PROBLEMS)])
                .map(tell)
                .collect()
        };
        Self { first: tell(refused.first()), more }
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Self { error: Box::new(Refusal::of(&refused)) }
    }
}

/// An answer or a refusal.
pub(crate) type Answered<T> = Result<T, Failure>;

/// Puts a request that was read to the built-in rulebooks, or to those that it brings.
fn asked<T>(
    read: Parsed,
    answer: impl FnOnce(&Library, &Value) -> Result<T, Refused>,
) -> Answered<T> {
    let value = read?;
    Ok(put(loaded().map_err(Refused::from)?, value, answer)?)
}

/// That an engine holds a rulebook from now on.
#[cfg(any(feature = "apart", not(target_arch = "wasm32")))]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct HeldRulebook {
    /// Its id.
    pub rulebook: String,
}

/// Takes in the [file](Library::hold) of a built-in rulebook that stands apart.
///
/// # Errors
///
/// The refusal of bytes that are no such file.
#[cfg(any(feature = "apart", not(target_arch = "wasm32")))]
pub fn try_hold(file: &[u8]) -> Answered<HeldRulebook> {
    let held = loaded().and_then(|library| library.hold(file)).map_err(Refused::from)?;
    Ok(HeldRulebook { rulebook: held.id.clone() })
}

/// [`decided`](deciding::decided), of a request that was read.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_decide(read: Parsed) -> Answered<deciding::Decided> {
    asked(read, deciding::answer)
}

/// [`decide`](deciding::decide), of a request that was read: all there is to say, however little
/// it wants.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_decide_whole(read: Parsed) -> Answered<deciding::Decision> {
    asked(read, deciding::whole)
}

/// [`DecisionColumns`](deciding::DecisionColumns), of a request that was read.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_decision_columns(read: Parsed) -> Answered<deciding::DecisionColumns> {
    asked(read, deciding::DecisionColumns::read)
}

/// [`simulate`](simulating::simulate), of a request that was read.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_simulate(read: Parsed) -> Answered<simulating::Simulation> {
    asked(read, simulating::answer)
}

/// [`LedgerColumns`](simulating::LedgerColumns), of a request that was read.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_ledger_columns(read: Parsed) -> Answered<simulating::LedgerColumns> {
    asked(read, simulating::LedgerColumns::read)
}

/// [`draft`](drafting::draft): with the words of the rulebooks that the
/// request brings, without those that are built in.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_draft(read: Parsed) -> Answered<drafting::Draft> {
    asked(read, drafting::answer)
}

/// [`precedents`](finding::precedents), of a request that was read.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_precedents(read: Parsed) -> Answered<finding::Precedents> {
    asked(read, finding::answer)
}

/// [`schedule`](scheduling::schedule), of a request that was read.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_schedule(read: Parsed) -> Answered<scheduling::Schedule> {
    asked(read, scheduling::answer)
}

/// [`duties`](listing::duties), of a request that was read.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_duties(read: Parsed) -> Answered<listing::Duties> {
    asked(read, listing::answer)
}

/// [`compare`](comparing::compare), of a request that was read.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_compare(read: Parsed) -> Answered<comparing::Comparison> {
    asked(read, |own, request| comparing::answer(loaded()?, own, request))
}

/// [`describe`](describing::describe): with the texts of the rulebooks that
/// the request brings, without those that are built in.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_describe(read: Parsed) -> Answered<Description> {
    asked(read, describing::answer)
}

/// [`list`](describing::list), of a request that was read.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_list(read: Parsed) -> Answered<describing::Rulebooks> {
    asked(read, describing::list_answer)
}

/// What the checker finds in the rulebooks of a request.
#[cfg(feature = "author")]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Checked {
    /// What keeps the rulebooks from being used.
    pub errors: Vec<Told>,
    /// What is worth a look.
    pub notes: Vec<Told>,
    /// The rulebooks that could be compiled, and their versions.
    #[serde(flatten)]
    pub listed: describing::Rulebooks,
}

/// Checks the rulebooks that a request brings under `with`, of a request that was read.
///
/// # Errors
///
/// The refusal of a request that brings none. What is wrong with the rulebooks is an answer.
#[cfg(feature = "author")]
pub fn try_check(read: Parsed) -> Answered<Checked> {
    let value = read?;
    let mut reader = Reader::default();
    let map = reader.request::<CheckRequest>(&value);
    let sources = map.and_then(|map| map.get("with"));
    if map.is_some() && sources.is_none() {
        reader.missing("", "with");
    }
    let own = own(loaded().map_err(Refused::from)?, reader.need(sources)?, "/with");
    let listed = describing::listed(&own.library);
    let (errors, notes): (Vec<_>, Vec<_>) =
        own.found.into_iter().partition(|problem| severity(problem.code) == Severity::Error);
    Ok(Checked { errors: Told::all(errors), notes: Told::all(notes), listed })
}

/// Decides, from JSON text to JSON text.
#[must_use]
pub fn decide(text: &str) -> String {
    write(&try_decide(parse(text)))
}

/// Simulates, from JSON text to JSON text.
#[must_use]
pub fn simulate(text: &str) -> String {
    write(&try_simulate(parse(text)))
}

/// Drafts a document with its words in every language, from JSON text to JSON text.
#[cfg(feature = "texts")]
#[must_use]
pub fn draft(text: &str) -> String {
    write(&try_draft(parse(text)).map(|mut draft| {
        for (language, catalogue) in crate::catalogue::built_in() {
            draft.join(language, catalogue);
        }
        draft
    }))
}

/// Finds the decided cases nearest to facts, from JSON text to JSON text.
#[must_use]
pub fn precedents(text: &str) -> String {
    write(&try_precedents(parse(text)))
}

/// Tells for many days at once when a deadline ends, from JSON text to JSON text.
#[must_use]
pub fn schedule(text: &str) -> String {
    write(&try_schedule(parse(text)))
}

/// Lists duties, from JSON text to JSON text.
#[must_use]
pub fn duties(text: &str) -> String {
    write(&try_duties(parse(text)))
}

/// Compares the law of two days, from JSON text to JSON text.
#[must_use]
pub fn compare(text: &str) -> String {
    write(&try_compare(parse(text)))
}

/// Describes a rulebook with its texts in every language, from JSON text to JSON text.
#[cfg(feature = "texts")]
#[must_use]
pub fn describe(text: &str) -> String {
    write(&try_describe(parse(text)).map(|mut description| {
        for (language, catalogue) in crate::catalogue::built_in() {
            description.join(language, catalogue);
        }
        description
    }))
}

/// Lists the rulebooks, from JSON text to JSON text.
#[must_use]
pub fn list(text: &str) -> String {
    write(&try_list(parse(text)))
}

/// Checks the rulebooks of a request, from JSON text to JSON text.
#[cfg(feature = "author")]
#[must_use]
pub fn check(text: &str) -> String {
    write(&try_check(parse(text)))
}

/// The refusal of something that is no request at all, as JSON text.
#[must_use]
pub fn refuse(problem: Problem) -> String {
    write::<()>(&Err(Refused::from(problem).into()))
}

/// An answer or a refusal as JSON text.
#[expect(
    clippy::expect_used,
    reason = "answers and refusals are plain structs with texts for keys: they always have a JSON form"
)]
fn write<T: Serialize>(answer: &Answered<T>) -> String {
    let text = match answer {
        Ok(answer) => serde_json::to_string(answer),
        Err(failure) => serde_json::to_string(failure),
    };
    text.expect("structs of texts and numbers have a JSON form")
}
