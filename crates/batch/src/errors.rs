//! Why rows were refused, as a column beside what was answered.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Int64Builder, ListBuilder, StringBuilder, StructBuilder};
use arrow_schema::{DataType, Field, Fields};

use crate::reason::Reason;

/// The texts of a reason, after the number of the row that it is about.
const TEXTS: [&str; 4] = ["column", "code", "zh", "en"];

fn parts() -> Fields {
    let texts = TEXTS.map(|name| Field::new(name, DataType::Utf8, true));
    std::iter::once(Field::new("row", DataType::Int64, true)).chain(texts).collect()
}

/// The type of the column: the reasons of each row; null, where it was answered.
pub(crate) fn of_arrow() -> DataType {
    DataType::List(Arc::new(Field::new_list_field(DataType::Struct(parts()), true)))
}

/// The column as it is built.
pub(crate) struct ErrorColumn(ListBuilder<StructBuilder>);

impl Default for ErrorColumn {
    fn default() -> Self {
        Self(ListBuilder::new(StructBuilder::from_fields(parts(), 0)))
    }
}

impl ErrorColumn {
    /// A row that was answered.
    pub(crate) fn nothing(&mut self) {
        self.0.append_null();
    }

    /// A row that was refused: each reason, with the number of the row that it is about.
    pub(crate) fn push(&mut self, reasons: &[(u64, Reason)]) {
        for (row, Reason { column, code, says }) in reasons {
            let one = self.0.values();
            if let Some(numbers) = one.field_builder::<Int64Builder>(0) {
                numbers.append_option(i64::try_from(*row).ok());
            }
            let texts = [column.as_deref(), Some(code), Some(&says.zh), Some(&says.en)];
            for (at, text) in (1..).zip(texts) {
                if let Some(column) = one.field_builder::<StringBuilder>(at) {
                    column.append_option(text);
                }
            }
            one.append(true);
        }
        self.0.append(true);
    }

    /// The column, of all rows.
    pub(crate) fn finish(&mut self) -> ArrayRef {
        Arc::new(self.0.finish())
    }
}
