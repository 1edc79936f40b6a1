//! The wasm face: it converts values, and nothing else.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::answer::{self, Failure};
use crate::json::{Place, Read};

mod value;

/// Smaller than the standard allocator, and faster.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen(typescript_custom_section)]
const REQUESTS: &str = r#"
/**
 * Facts by id. A fact that is left out is unknown; unknown is never taken for no.
 *
 * Here and in every request: plain objects, lists, texts, finite numbers, `true`, `false` and
 * `null` are read as they are, a `bigint` within ±(2^53 - 1) as the number, a `Date` as its
 * instant; a key that is `undefined` is absent. Everything else, a `Map`, a `Set`, an instance
 * of a class, a function, `undefined` in a list, `NaN`, is refused with its path.
 */
export type Facts = Record<string, boolean | string | number | string[]>;

export interface DecideRequest {
  rulebook: string;
  /** The day as of which the law is applied, `YYYY-MM-DD`; the rulebook's own, if left out. */
  asOf?: string;
  facts: Facts;
  /** Decide as a court would on a reported record. A live form never presumes. */
  presume?: boolean;
  /** The issues to decide; all, if left out. */
  issues?: string[];
}

/** What a platform booked for a finding. What is left out is not known, and held against nothing. */
export interface Taken {
  /**
   * The points of all items together; those taken off, where the tier takes points off. They
   * are held against nothing where the rules' points are not known.
   */
  points?: number;
  /** Whether a strike was counted. */
  strike?: boolean;
  /** The measures that were said to begin, by the rulebook's names, each once. */
  measures?: string[];
}

export interface Finding {
  id: string;
  /** `2017-04-01`, `2017-04-01T12:00`, or with an offset `2017-04-01T12:00+08:00`. */
  issued: string;
  tier: string;
  /** Listings, or times, as the tier counts them. */
  items?: number;
  /** Reversed on appeal. */
  reversed?: boolean;
  /** When the exam that it called for was passed, as `issued`, or `false` if it was not. */
  exam?: string | false;
  /** Sums of money in yuan that stand with a finding, by the rulebook's names. */
  amounts?: Record<string, number>;
  /** What the platform booked for it, to be held against the rules. */
  taken?: Taken;
  /** The rulebook's circumstances (`true`) and labels (a text), by id. */
  [circumstanceOrLabel: string]: unknown;
}

export interface SimulateRequest {
  rulebook: string;
  /** In order of time. */
  findings: Finding[];
  /** Run on to this day and through it, year ends included, `YYYY-MM-DD`. */
  until?: string;
  /** How ambiguous texts are read: choices by reading; the rulebook's own, if left out. */
  reading?: Record<string, string>;
  /** Sums of money in yuan, such as the deposit, by the rulebook's names. */
  amounts?: Record<string, number>;
  /** What is taken instead: the answer says what would be different. */
  whatIf?: Pick<Partial<SimulateRequest>, 'findings' | 'until' | 'reading' | 'amounts'>;
  /** `false` where no forecast is wanted. */
  forecast?: boolean;
}

export interface DraftRequest {
  /** The rulebook's id and the document's, as in `taobao/findings/appeal`. */
  document: string;
  /** The day as of which it is written, `YYYY-MM-DD`; the rulebook's own, if left out. */
  asOf?: string;
  facts: Facts;
  /** What was typed, by field. Blank is not typed. */
  fields?: Record<string, string>;
}

export interface CompareRequest {
  rulebook: string;
  /** The two days, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** The facts of somebody who asks whether the change concerns them. */
  facts?: Facts;
  /** The issues to compare; all, if left out. */
  issues?: string[];
  /** How many patterns are told for one pair of verdicts, at most. */
  limit?: number;
}

export interface DescribeRequest {
  rulebook: string;
  asOf?: string;
}
"#;

#[cfg(feature = "author")]
#[wasm_bindgen(typescript_custom_section)]
const OWN_RULEBOOKS: &str = r#"
/**
 * A rulebook of one's own, as its JSON Schema says, with `instruments` for those that it
 * brings. It may also cite every provision that a built-in rulebook cites.
 */
export type OwnRulebook = { rulebook: string } & Record<string, unknown>;

/** Rulebooks that a request brings. They stand in place of the built-in ones. */
export interface Brings {
  with?: OwnRulebook[];
}

export interface DecideRequest extends Brings {}
export interface SimulateRequest extends Brings {}
export interface DraftRequest extends Brings {}
export interface CompareRequest extends Brings {
  /**
   * Another rulebook, brought or built in: its rules on the day `to` are held against those
   * of `rulebook` on the day `from`. Facts, elements and issues of one id count as the same.
   */
  against?: string;
}
export interface DescribeRequest extends Brings {}

export interface CheckRequest {
  with: OwnRulebook[];
}
"#;

/// Checks the rulebooks that a request brings.
#[cfg(feature = "author")]
#[wasm_bindgen(unchecked_return_type = "Checked | Failure")]
pub fn check(#[wasm_bindgen(unchecked_param_type = "CheckRequest")] request: &JsValue) -> JsValue {
    face(request, answer::try_check)
}

/// Decides every issue of a rulebook on the facts given.
#[cfg(feature = "deciding")]
#[wasm_bindgen(unchecked_return_type = "Decision | Failure")]
pub fn decide(
    #[wasm_bindgen(unchecked_param_type = "DecideRequest")] request: &JsValue,
) -> JsValue {
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

/// Compares the rules of two days: which facts get another verdict.
#[cfg(feature = "deciding")]
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
    #[wasm_bindgen(unchecked_optional_param_type = "Record<string, never>")] request: &JsValue,
) -> JsValue {
    if request.is_undefined() {
        return face(&js_sys::Object::new(), answer::try_list);
    }
    face(request, answer::try_list)
}

/// Passes a request on, read as every other way of calling reads it.
fn face<T: Serialize>(request: &JsValue, answer: fn(Read) -> Result<T, Failure>) -> JsValue {
    let serializer = Serializer::json_compatible();
    let written = match answer(value::read(request)) {
        Ok(answer) => answer.serialize(&serializer),
        Err(failure) => failure.serialize(&serializer),
    };
    // What cannot be written is a number that JavaScript would take for another one.
    written
        .or_else(|_| Failure::of(&[Place::ROOT.imprecise()]).serialize(&serializer))
        .unwrap_or(JsValue::NULL)
}
