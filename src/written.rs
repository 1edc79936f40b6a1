//! Answers as JSON text from which JavaScript reads the same values.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter};

use crate::exact::is_exact;

/// An answer as JSON text; none, where it holds a number that JavaScript would take for another
/// one.
pub(crate) fn written<T: Serialize>(answer: &T) -> Option<String> {
    let mut text = Vec::new();
    answer.serialize(&mut Serializer::with_formatter(&mut text, Exact)).ok()?;
    String::from_utf8(text).ok()
}

/// Writes whole numbers as far as JavaScript holds them exactly.
struct Exact;

impl Formatter for Exact {
    fn write_i64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: i64) -> io::Result<()> {
        if is_exact(value) {
            CompactFormatter.write_i64(writer, value)
        } else {
            Err(io::ErrorKind::InvalidData.into())
        }
    }

    fn write_u64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: u64) -> io::Result<()> {
        self.write_i64(writer, i64::try_from(value).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{json, to_string};

    use super::written;

    // Source: RFC 8259, section 6: numbers within ±(2^53 - 1) are agreed on by all.
    #[test]
    fn what_javascript_holds_exactly_is_written_and_nothing_else() -> Result<(), serde_json::Error>
    {
        let exact = json!({"a": [0, -9_007_199_254_740_991_i64, 9_007_199_254_740_991_u64, 0.5], "正": "\"\n\u{2028}"});
        assert_eq!(written(&exact), Some(to_string(&exact)?));
        for beyond in [json!(9_007_199_254_740_992_u64), json!([i64::MIN]), json!({"a": u64::MAX})]
        {
            assert_eq!(written(&beyond), None, "{beyond}");
        }
        Ok(())
    }
}
