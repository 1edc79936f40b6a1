//! Values of Arrow as text, days and times beyond every calendar too.

use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use arrow_cast::cast;
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::{ArrowError, DataType};

/// A column as texts. What Arrow can hold and nobody can write, such as the infinity of `DuckDB`,
/// is the number that stands there: whoever reads the text refuses that row, and no other.
pub(crate) fn texts(column: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    let Ok(texts) = cast(column, &DataType::Utf8) else {
        let each = (0..column.len()).map(|row| text(column, row)).collect::<Result<Vec<_>, _>>()?;
        return Ok(Arc::new(StringArray::from(each)));
    };
    Ok(texts)
}

/// A value as text; nothing, where it is null.
pub(crate) fn text(column: &ArrayRef, row: usize) -> Result<Option<String>, ArrowError> {
    if column.is_null(row) {
        return Ok(None);
    }
    let options = FormatOptions::default();
    if let Ok(text) = ArrayFormatter::try_new(column, &options)?.value(row).try_to_string() {
        return Ok(Some(text));
    }
    let number = cast(&column.slice(row, 1), &DataType::Int64)?;
    Ok(Some(ArrayFormatter::try_new(&number, &options)?.value(0).try_to_string()?))
}

#[cfg(test)]
mod tests {
    use super::{ArrayRef, text, texts};
    use arrow_array::cast::AsArray;
    use arrow_array::{Date32Array, TimestampMicrosecondArray};
    use std::sync::Arc;

    /// Source: `DuckDB` writes `infinity` as the largest number of the type.
    #[test]
    fn what_nobody_can_write_is_its_number() {
        let days = Date32Array::from(vec![Some(20_454), None, Some(i32::MAX), Some(-i32::MAX)]);
        let times = TimestampMicrosecondArray::from(vec![Some(0), Some(i64::MAX)]);
        let cases: [(ArrayRef, &[Option<&str>]); 2] = [
            (Arc::new(days), &[Some("2026-01-01"), None, Some("2147483647"), Some("-2147483647")]),
            (Arc::new(times), &[Some("1970-01-01T00:00:00"), Some("9223372036854775807")]),
        ];
        for (column, expected) in cases {
            let all = texts(&column).expect("texts");
            assert_eq!(all.as_string::<i32>().iter().collect::<Vec<_>>(), expected);
            for (row, one) in expected.iter().enumerate() {
                assert_eq!(text(&column, row).expect("a text").as_deref(), *one);
            }
        }
    }
}
