//! Reading sums of money.

use serde_json::Value;

use crate::problem::{Code, Problem};
use crate::request::Reader;

/// A sum in yuan with at most two decimals, from 0 to `most` yuan, in fen.
pub(super) fn read(value: &Value, most: u32, path: &str, reader: &mut Reader) -> Option<u64> {
    let Some(fen) = value.as_number().and_then(|number| fen(&number.to_string())) else {
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

/// The fen that a number written in digits is worth in yuan.
fn fen(written: &str) -> Option<u64> {
    let (yuan, decimals) = written.split_once('.').unwrap_or((written, ""));
    let decimals = match decimals.len() {
        0 => 0,
        1 => decimals.parse::<u64>().ok()?.checked_mul(10)?,
        2 => decimals.parse().ok()?,
        _ => return None,
    };
    yuan.parse::<u64>().ok()?.checked_mul(100)?.checked_add(decimals)
}

#[cfg(test)]
mod tests {
    use super::fen;

    // Source: 1 yuan is 100 fen.
    #[test]
    fn yuan_have_at_most_two_decimals() {
        assert_eq!(fen("39.9"), Some(3990));
        assert_eq!(fen("47880.00"), Some(4_788_000));
        assert_eq!(fen("0.05"), Some(5));
        for wrong in ["-1", "1.005", "1e21"] {
            assert_eq!(fen(wrong), None, "{wrong}");
        }
    }
}
