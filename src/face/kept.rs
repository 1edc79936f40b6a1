//! Rulebooks of one's own that JavaScript keeps.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::answer::Answered;
use crate::json::Parsed;
use crate::kept::KeptRulebooks;

use super::{handed_over, value};

/// [`Kept`] in TypeScript.
#[wasm_bindgen(typescript_custom_section)]
const KEPT: &str = r#"
/** Rulebooks of one's own, checked and compiled once, and asked as often as one likes. */
export interface Kept {
    decide: Decide;
    simulate(request: SimulateRequest): Simulation | Failure;
    draft(request: DraftRequest): Draft | Failure;
    precedents(request: PrecedentsRequest): Precedents | Failure;
    schedule(request: ScheduleRequest): Schedule | Failure;
    duties(request: DutiesRequest): Duties | Failure;
    compare(request: CompareRequest): Comparison | Failure;
    describe(request: DescribeRequest): Description | Failure;
    list(): Rulebooks;
    /** Gives their memory back; nothing is asked of them afterwards. */
    free(): void;
}

/** Checks and compiles the rulebooks under `with`, and keeps them. */
export function keep(request: CheckRequest): Kept | Failure;
"#;

/// Rulebooks that are kept.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct Kept(KeptRulebooks);

/// Checks and compiles the rulebooks that a request brings under `with`, and keeps them.
#[wasm_bindgen(skip_typescript)]
pub fn keep(request: &JsValue) -> JsValue {
    match KeptRulebooks::keep(value::read(request)) {
        Ok(kept) => Kept(kept).into(),
        Err(failure) => handed_over::<()>(&Err(failure)),
    }
}

#[wasm_bindgen]
impl Kept {
    /// Decides every issue of a rulebook on the facts given.
    pub fn decide(&self, request: &JsValue) -> JsValue {
        self.ask(request, KeptRulebooks::decide)
    }

    /// Runs a ledger of findings.
    pub fn simulate(&self, request: &JsValue) -> JsValue {
        self.ask(request, KeptRulebooks::simulate)
    }

    /// Drafts a document.
    pub fn draft(&self, request: &JsValue) -> JsValue {
        self.ask(request, KeptRulebooks::draft)
    }

    /// Finds the decided cases nearest to facts.
    pub fn precedents(&self, request: &JsValue) -> JsValue {
        self.ask(request, KeptRulebooks::precedents)
    }

    /// Tells for many days at once when a deadline ends.
    pub fn schedule(&self, request: &JsValue) -> JsValue {
        self.ask(request, KeptRulebooks::schedule)
    }

    /// Lists duties.
    pub fn duties(&self, request: &JsValue) -> JsValue {
        self.ask(request, KeptRulebooks::duties)
    }

    /// Compares the rules of two days, or two rulebooks.
    pub fn compare(&self, request: &JsValue) -> JsValue {
        self.ask(request, KeptRulebooks::compare)
    }

    /// Describes a rulebook.
    pub fn describe(&self, request: &JsValue) -> JsValue {
        self.ask(request, KeptRulebooks::describe)
    }

    /// Lists the rulebooks.
    pub fn list(&self) -> JsValue {
        handed_over(&Ok(self.0.list()))
    }

    fn ask<T: Serialize>(
        &self,
        request: &JsValue,
        answer: fn(&KeptRulebooks, Parsed) -> Answered<T>,
    ) -> JsValue {
        handed_over(&answer(&self.0, value::read(request)))
    }
}
