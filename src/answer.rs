//! Requests as JSON text in, answers as JSON values out.
//!
//! Every way of calling the library goes through here: the wasm face, the command line and
//! the tests. So they differ in nothing but syntax. Whatever is wrong with a request is an
//! answer too, under the key `error`.

use serde::Serialize;
use serde_json::Value;

use crate::describe::Description;
use crate::library::built_in;
use crate::problem::{Code, Problem};
use crate::text::Text;
use crate::{
    compare as comparing, decide as deciding, describe as describing, request,
    simulate as simulating,
};

/// The answer to a request that was refused. Nothing else is in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Failure {
    /// What is wrong.
    pub error: Refusal,
}

/// What is wrong with a request: the first problem, and the others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Refusal {
    /// What is wrong.
    #[serde(flatten)]
    pub first: Told,
    /// Whatever else is wrong with the same request.
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
}

impl Failure {
    /// The answer that tells these problems.
    #[must_use]
    pub fn of(problems: &[Problem]) -> Self {
        let messages = &built_in().messages;
        let mut told = problems.iter().map(|problem| Told {
            code: problem.code,
            path: problem.path.clone(),
            message: messages.of(problem),
        });
        let first = told.next().unwrap_or_else(|| Told {
            code: Code::MalformedJson,
            path: String::new(),
            message: Text { zh: String::new(), en: String::new() },
        });
        Self { error: Refusal { first, more: told.collect() } }
    }
}

/// An answer or a refusal.
type Answered<T> = Result<T, Failure>;

fn ask<T>(text: &str, answer: impl FnOnce(&Value) -> Result<T, Vec<Problem>>) -> Answered<T> {
    let value = request::parse(text).map_err(|problem| Failure::of(&[problem]))?;
    answer(&value).map_err(|problems| Failure::of(&problems))
}

/// [`decide`](deciding::decide), from JSON text.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_decide(text: &str) -> Answered<deciding::Decision> {
    ask(text, |value| deciding::decide(built_in(), value))
}

/// [`simulate`](simulating::simulate), from JSON text.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_simulate(text: &str) -> Answered<simulating::Simulation> {
    ask(text, |value| simulating::simulate(built_in(), value))
}

/// [`compare`](comparing::compare), from JSON text.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_compare(text: &str) -> Answered<comparing::Comparison> {
    ask(text, |value| comparing::compare(built_in(), value))
}

/// [`describe`](describing::describe), from JSON text, without texts.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_describe(text: &str) -> Answered<Description> {
    ask(text, |value| describing::describe(built_in(), value))
}

/// [`list`](describing::list), from JSON text: an object without keys.
///
/// # Errors
///
/// The refusal of a request that is wrong.
pub fn try_list(text: &str) -> Answered<describing::Rulebooks> {
    ask(text, |value| {
        let mut reader = request::Reader::default();
        reader.object(value, "", &[]);
        reader.finish(describing::list(built_in()))
    })
}

/// Decides, from JSON text to JSON text.
#[must_use]
pub fn decide(text: &str) -> String {
    write(&try_decide(text))
}

/// Simulates, from JSON text to JSON text.
#[must_use]
pub fn simulate(text: &str) -> String {
    write(&try_simulate(text))
}

/// Compares the law of two days, from JSON text to JSON text.
#[must_use]
pub fn compare(text: &str) -> String {
    write(&try_compare(text))
}

/// Describes a rulebook with its texts in every language, from JSON text to JSON text.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn describe(text: &str) -> String {
    write(&try_describe(text).map(|mut description| {
        for (language, catalogue) in crate::catalogue::built_in() {
            description.join(language, catalogue);
        }
        description
    }))
}

/// Lists the rulebooks, from JSON text to JSON text.
#[must_use]
pub fn list(text: &str) -> String {
    write(&try_list(text))
}

/// An answer or a refusal as JSON text.
fn write<T: Serialize>(answer: &Answered<T>) -> String {
    let text = match answer {
        Ok(answer) => serde_json::to_string(answer),
        Err(failure) => serde_json::to_string(failure),
    };
    // The answers are plain structs of texts and numbers, which always have a JSON form.
    text.unwrap_or_default()
}
