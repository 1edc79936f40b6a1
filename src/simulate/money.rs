//! Reading sums of money.

use serde_json::Value;

use crate::problem::{Code, Problem};
use crate::request::{Reader, Yuan};

/// A sum in yuan with at most two decimals, from 0 to `most` yuan, in fen.
pub(super) fn read(value: &Value, most: u32, path: &str, reader: &mut Reader) -> Option<u64> {
    let Some(fen) = value.as_number().and_then(Yuan::of).map(Yuan::in_fen) else {
        reader.wrong(value, path, "yuan");
        return None;
    };
    if fen <= u64::from(most) * 100 {
        return Some(fen);
    }
    let problem = Problem::new(Code::OutOfRange, path).with("value", value);
    reader.report(problem.with("expected", format!("0 – {most}")));
    None
}
