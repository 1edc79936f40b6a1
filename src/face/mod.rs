//! The wasm face: it converts values, and nothing else.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::answer::{self, Answered, Failure};
use crate::json::{Parsed, Pointer};
#[cfg(feature = "apart")]
use crate::limits;
use crate::refused::Refused;

#[cfg(feature = "columns")]
mod arrays;
#[cfg(feature = "columns")]
mod columns;
#[cfg(feature = "author")]
mod kept;
#[cfg(feature = "columns")]
mod ledger_columns;
mod value;

#[cfg(feature = "columns")]
pub use columns::{DecisionColumnsHandle, decision_columns};
#[cfg(feature = "author")]
pub use kept::{Kept, keep};
#[cfg(feature = "columns")]
pub use ledger_columns::{LedgerColumnsHandle, ledger_columns};

/// Smaller than the standard allocator, and faster.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Checks the rulebooks that a request brings.
#[cfg(feature = "author")]
#[wasm_bindgen(unchecked_return_type = "Checked | Failure")]
pub fn check(#[wasm_bindgen(unchecked_param_type = "CheckRequest")] request: &JsValue) -> JsValue {
    face(request, answer::try_check)
}

/// [`decide`] in TypeScript: what is answered depends on what is wanted.
#[cfg(any(feature = "deciding", feature = "comparing"))]
#[wasm_bindgen(typescript_custom_section)]
const DECIDE: &str = r#"
/** A request that wants less than the whole answer. */
export type Wanting<W extends Want> = Omit<DecideRequest, "want"> & { want: W };

/** Decides every issue of a rulebook on the facts given, and tells as much of it as is wanted. */
export interface Decide {
    (request: DecideRequest): Decision | Failure;
    (request: Wanting<"reasons">): Reasons | Failure;
    (request: Wanting<"verdict">): Verdicts | Failure;
}

export const decide: Decide;
"#;

/// Decides every issue of a rulebook on the facts given, and tells as much of it as is wanted.
#[cfg(any(feature = "deciding", feature = "comparing"))]
#[wasm_bindgen(skip_typescript)]
pub fn decide(request: &JsValue) -> JsValue {
    face(request, answer::try_decide)
}

/// Runs a ledger of findings.
#[cfg(feature = "simulating")]
#[wasm_bindgen(unchecked_return_type = "Simulation | Failure")]
pub fn simulate(
    #[wasm_bindgen(unchecked_param_type = "SimulateRequest")] request: &JsValue,
) -> JsValue {
    face(request, answer::try_simulate)
}

/// Drafts a document: the sentences that stand, without their words, and what is missing.
#[cfg(feature = "deciding")]
#[wasm_bindgen(unchecked_return_type = "Draft | Failure")]
pub fn draft(#[wasm_bindgen(unchecked_param_type = "DraftRequest")] request: &JsValue) -> JsValue {
    face(request, answer::try_draft)
}

/// Finds the decided cases nearest to facts, on one issue.
#[cfg(feature = "deciding")]
#[wasm_bindgen(unchecked_return_type = "Precedents | Failure")]
pub fn precedents(
    #[wasm_bindgen(unchecked_param_type = "PrecedentsRequest")] request: &JsValue,
) -> JsValue {
    face(request, answer::try_precedents)
}

/// Lists duties: who has them to whom, on which days, and what binds beside them.
#[cfg(feature = "listing")]
#[wasm_bindgen(unchecked_return_type = "Duties | Failure")]
pub fn duties(
    #[wasm_bindgen(unchecked_param_type = "DutiesRequest")] request: &JsValue,
) -> JsValue {
    face(request, answer::try_duties)
}

/// Tells for many days at once when a deadline ends.
#[cfg(feature = "deciding")]
#[wasm_bindgen(unchecked_return_type = "Schedule | Failure")]
pub fn schedule(
    #[wasm_bindgen(unchecked_param_type = "ScheduleRequest")] request: &JsValue,
) -> JsValue {
    face(request, answer::try_schedule)
}

/// Compares the rules of two days: which facts get another verdict.
#[cfg(any(feature = "deciding", feature = "comparing"))]
#[wasm_bindgen(unchecked_return_type = "Comparison | Failure")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: &JsValue,
) -> JsValue {
    face(request, answer::try_compare)
}

/// Describes a rulebook, without its texts: these travel in a catalogue per language.
#[wasm_bindgen(unchecked_return_type = "Description | Failure")]
pub fn describe(
    #[wasm_bindgen(unchecked_param_type = "DescribeRequest")] request: &JsValue,
) -> JsValue {
    face(request, answer::try_describe)
}

/// Lists the rulebooks and their versions.
#[wasm_bindgen(unchecked_return_type = "Rulebooks | Failure")]
pub fn list(
    #[wasm_bindgen(unchecked_optional_param_type = "ListRequest")] request: &JsValue,
) -> JsValue {
    if request.is_undefined() {
        return face(&js_sys::Object::new(), answer::try_list);
    }
    face(request, answer::try_list)
}

/// Takes in the file of a rulebook, which the requests on it need first.
///
/// Anything but bytes is no such file either, and what is longer than any file of a rulebook is
/// not copied first.
#[cfg(feature = "apart")]
#[wasm_bindgen(unchecked_return_type = "HeldRulebook | Failure")]
pub fn hold(#[wasm_bindgen(unchecked_param_type = "Uint8Array")] file: &JsValue) -> JsValue {
    let bytes = file.dyn_ref::<js_sys::Uint8Array>();
    let bytes = bytes.filter(|bytes| bytes.length() as usize <= limits::FILE_BYTES);
    handed_over(&answer::try_hold(&bytes.map(js_sys::Uint8Array::to_vec).unwrap_or_default()))
}

/// Passes a request on, read as every other way of calling reads it.
fn face<T: Serialize>(request: &JsValue, answer: fn(Parsed) -> Answered<T>) -> JsValue {
    handed_over(&answer(value::read(request)))
}

/// Hands an answer or a refusal over, value by value.
fn handed_over<T: Serialize>(answer: &Answered<T>) -> JsValue {
    let serializer = Serializer::json_compatible();
    let handed = match answer {
        Ok(answer) => answer.serialize(&serializer),
        Err(failure) => failure.serialize(&serializer),
    };
    // What cannot be handed over is a number that JavaScript would take for another one.
    handed
        .or_else(|_| Failure::from(Refused::from(Pointer::ROOT.imprecise())).serialize(&serializer))
        .unwrap_or(JsValue::NULL)
}
