//! Decisions in columns, for JavaScript.

use serde_json::Value;
use wasm_bindgen::prelude::*;

use crate::answer;
use crate::decide::{Columnar, DecidedColumns, DecisionColumns, FactValues};
use crate::refused::Refused;
use crate::request::Reader;

use super::arrays::{Arrays, Handed, arrays, options, told};
use super::{handed_over, value};

/// [`DecisionColumnsHandle`] in TypeScript.
#[wasm_bindgen(typescript_custom_section)]
const COLUMNS: &str = r#"
/**
 * The facts of many rows, by their ids: of yes or no and of a choice a `Uint8Array`, of a set a
 * `Uint32Array` of bits, of a number a `Float64Array`, of a day an `Int32Array` of days since
 * 1970-01-01. What the values mean, and which of them says that nothing is known, tells
 * `describe()`. A fact that is left out, `null` or `undefined` is unknown in all rows.
 */
export type FactArrays = {
    [fact: string]: Uint8Array | Uint32Array | Float64Array | Int32Array | null | undefined;
};

/** What is told of rows besides their verdicts; nothing, if left out. */
export interface DecidingOptions {
    /** How many rows there are; needed only where there is no column to tell it. */
    rows?: number;
    /** The elements that are missing, as bits. */
    missing?: boolean;
    /** The smallest reason of each settled row, as its place among `reasons()`. */
    because?: boolean;
}

/** What rows were decided to be, a value for each row; of `failing` and `unknown` `words` values. */
export interface DecidedArrays {
    rows: number;
    /** The code of the verdict; that of `open` or `contradictory`, where there is none. */
    verdict: Uint8Array;
    /** 1, where the verdict is settled. */
    settled: Uint8Array;
    /** The verdicts that are still possible: a bit for each code. */
    possible: Uint16Array;
    /** The elements that fail and stand between the facts and a better verdict. */
    failing: Uint32Array;
    /** Those of which it is not known whether they do. */
    unknown: Uint32Array;
    /** The smallest reasons; 0, where there is none. */
    because: Uint32Array;
}

/** An issue made ready for many rows. It keeps memory until `free()` is called. */
export interface DecisionColumns {
    /** What goes in and comes out, and what the codes mean. */
    describe(): DecisionColumnsDescription;
    /** Decides rows. Nothing is decided where a value is refused. */
    decide(facts: FactArrays, options?: DecidingOptions): DecidedArrays | Failure;
    /** The smallest reasons found so far, each a set of facts. */
    reasons(): string[][];
    /** Gives its memory back; nothing is asked of it afterwards. */
    free(): void;
}

/** Makes an issue of a rulebook ready, so that many rows can be decided in columns. */
export function decisionColumns(request: DecisionColumnsRequest): DecisionColumns | Failure;
"#;

/// An issue made ready for many rows.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct DecisionColumnsHandle(DecisionColumns);

/// Makes an issue of a rulebook ready for many rows.
#[wasm_bindgen(js_name = decisionColumns, skip_typescript)]
pub fn decision_columns(request: &JsValue) -> JsValue {
    match answer::try_decision_columns(value::read(request)) {
        Ok(columns) => DecisionColumnsHandle(columns).into(),
        Err(failure) => handed_over::<()>(&Err(failure)),
    }
}

#[wasm_bindgen]
impl DecisionColumnsHandle {
    /// What the codes mean.
    pub fn describe(&self) -> JsValue {
        handed_over(&Ok(self.0.describe()))
    }

    /// The smallest reasons found so far.
    pub fn reasons(&self) -> JsValue {
        handed_over(&Ok(self.0.reasons()))
    }

    /// Decides rows.
    pub fn decide(&mut self, facts: &JsValue, wanted: &JsValue) -> JsValue {
        told(self.decided(facts, wanted))
    }

    fn decided(&mut self, facts: &JsValue, wanted: &JsValue) -> Result<Arrays, Refused> {
        let facts = arrays(facts, "/facts")?;
        let wanted = options(wanted, &["rows", "missing", "because"])?;
        let mut reader = Reader::default();
        let mut yes = |key: &str, path: &str| {
            let value = wanted.get(key).filter(|value| **value != Value::Null);
            value.and_then(|value| reader.boolean(value, path)).unwrap_or(false)
        };
        let columnar =
            Columnar { missing: yes("missing", "/missing"), because: yes("because", "/because") };
        let rows = match (wanted.get("rows"), facts.first()) {
            (Some(rows), _) => reader.integer(rows, "/rows", 0, i64::from(u32::MAX)),
            (None, Some((_, handed))) => i64::try_from(handed.len()).ok(),
            (None, None) => {
                reader.missing("", "rows");
                None
            }
        };
        let rows = reader.need(rows.and_then(|rows| usize::try_from(rows).ok()))?;
        let columns: Vec<(&str, FactValues<'_>)> =
            facts.iter().map(|(name, handed)| (name.as_str(), values(handed))).collect();
        let decided = self.0.decide(rows, &columns, columnar)?;
        let DecidedColumns { verdict, settled, possible, failing, unknown, because, .. } = decided;
        Ok(Arrays::new()
            .with("rows", f64::from(u32::try_from(rows).unwrap_or(u32::MAX)))
            .bytes("verdict", &verdict)
            .bytes("settled", &settled)
            .halves("possible", &possible)
            .words("failing", &failing)
            .words("unknown", &unknown)
            .words("because", &because))
    }
}

fn values(handed: &Handed) -> FactValues<'_> {
    match handed {
        Handed::Bytes(list) => FactValues::Codes(list),
        Handed::Words(list) => FactValues::Members(list),
        Handed::Whole(list) => FactValues::Days(list),
        Handed::Floats(list) => FactValues::Numbers(list),
    }
}
