//! Requests put to rulebooks that may be others than the built-in ones.

use serde::Serialize;
use serde_json::Value;
use zhengpin::answer::Failure;
use zhengpin::compile::Library;
use zhengpin::refused::Refused;
use zhengpin::{decide, draft, duties, simulate};

#[path = "typed.rs"]
mod typed;
use typed::typed;

/// An answer or a refusal, as it leaves the library.
fn told<T: Serialize>(answer: Result<T, Refused>) -> Value {
    match answer {
        Ok(answer) => serde_json::to_value(answer),
        Err(refused) => serde_json::to_value(Failure::from(refused)),
    }
    .unwrap()
}

/// The decision on a request.
pub(crate) fn decide(library: &Library, request: &Value) -> Value {
    told(decide::decide(library, &typed(request)))
}

/// The run of a ledger.
pub(crate) fn simulate(library: &Library, request: &Value) -> Value {
    told(simulate::simulate(library, &typed(request)))
}

/// A document: which sentences stand in it.
pub(crate) fn draft(library: &Library, request: &Value) -> Value {
    told(draft::draft(library, &typed(request)))
}

/// The duties of a rulebook.
pub(crate) fn duties(library: &Library, request: &Value) -> Value {
    told(duties::duties(library, &typed(request)))
}
