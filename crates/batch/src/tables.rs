//! Tables as they are built, row by row.

use std::collections::HashSet;
use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, RecordBatch, new_empty_array};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use arrow_select::filter::filter;
use serde_json::Value;

use crate::reason::{BatchError, Reason};
use crate::sheet::SheetRow;

/// What a column of an answer holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Holds {
    /// `true` or `false`.
    YesNo,
    /// A whole number.
    Whole,
    /// A text.
    Text,
    /// Texts, in order.
    Texts,
}

impl Holds {
    /// The type of Arrow.
    pub(crate) fn of_arrow(self) -> DataType {
        match self {
            Self::YesNo => DataType::Boolean,
            Self::Whole => DataType::Int64,
            Self::Text => DataType::Utf8,
            Self::Texts => DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true))),
        }
    }

    /// How documentation names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::YesNo => "true/false",
            Self::Whole => "number",
            Self::Text => "text",
            Self::Texts => "list",
        }
    }
}

/// One cell of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum AnswerCell {
    /// Nothing.
    Nothing,
    YesNo(bool),
    Whole(i64),
    Text(String),
    Texts(Vec<String>),
}

impl AnswerCell {
    /// What a value of a request says, as a cell of this kind.
    pub(crate) fn of(value: Option<&Value>) -> Self {
        match value {
            None | Some(Value::Null | Value::Object(_)) => Self::Nothing,
            Some(Value::Bool(answer)) => Self::YesNo(*answer),
            Some(Value::Number(number)) => {
                number.as_i64().map_or_else(|| Self::Text(number.to_string()), Self::Whole)
            }
            Some(Value::String(text)) => Self::Text(text.clone()),
            Some(Value::Array(items)) => {
                Self::Texts(items.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            }
        }
    }

    /// A text that may be missing.
    pub(crate) fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.into()))
    }

    /// The ids of things.
    pub(crate) fn texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::Texts(texts.into_iter().map(|text| text.as_ref().to_owned()).collect())
    }
}

impl From<u32> for AnswerCell {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<bool> for AnswerCell {
    fn from(answer: bool) -> Self {
        Self::YesNo(answer)
    }
}

/// A column that is being built.
enum Building {
    YesNo(BooleanBuilder),
    Whole(Int64Builder),
    Text(StringBuilder),
    Texts(ListBuilder<StringBuilder>),
}

impl Building {
    fn new(holds: Holds) -> Self {
        match holds {
            Holds::YesNo => Self::YesNo(BooleanBuilder::new()),
            Holds::Whole => Self::Whole(Int64Builder::new()),
            Holds::Text => Self::Text(StringBuilder::new()),
            Holds::Texts => Self::Texts(ListBuilder::new(StringBuilder::new())),
        }
    }

    fn push(&mut self, cell: AnswerCell) -> Result<(), BatchError> {
        match (self, cell) {
            (Self::YesNo(column), AnswerCell::YesNo(answer)) => column.append_value(answer),
            (Self::YesNo(column), AnswerCell::Nothing) => column.append_null(),
            (Self::Whole(column), AnswerCell::Whole(number)) => column.append_value(number),
            (Self::Whole(column), AnswerCell::Nothing) => column.append_null(),
            (Self::Text(column), AnswerCell::Text(text)) => column.append_value(text),
            (Self::Text(column), AnswerCell::YesNo(answer)) => {
                column.append_value(if answer { "yes" } else { "no" });
            }
            (Self::Text(column), AnswerCell::Nothing) => column.append_null(),
            (Self::Texts(column), AnswerCell::Texts(texts)) => {
                column.append_value(texts.into_iter().map(Some));
            }
            (Self::Texts(column), AnswerCell::Nothing) => column.append_null(),
            (_, cell) => return Err(BatchError::broken(format!("{cell:?} in another column"))),
        }
        Ok(())
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::YesNo(column) => Arc::new(column.finish()),
            Self::Whole(column) => Arc::new(column.finish()),
            Self::Text(column) => Arc::new(column.finish()),
            Self::Texts(column) => Arc::new(column.finish()),
        }
    }
}

/// The columns of a table that is written: the number of the row, what is passed on, and what is
/// answered.
#[derive(Clone, Debug)]
pub(crate) struct TableShape {
    schema: SchemaRef,
    answers: Vec<Holds>,
}

/// The name of the column that numbers rows.
pub(crate) const ROW: &str = "row";

impl TableShape {
    /// A table with these columns passed on, and these answered.
    ///
    /// # Errors
    ///
    /// `name_taken`, where a column passed on has the name of another one.
    pub(crate) fn new(
        kept: &[(String, DataType)],
        answers: &[(String, Holds)],
    ) -> Result<Self, BatchError> {
        let mut fields = vec![Field::new(ROW, DataType::Int64, false)];
        let kept = kept.iter().map(|(name, of)| Field::new(name, of.clone(), true));
        fields.extend(kept);
        fields.extend(answers.iter().map(|(name, holds)| Field::new(name, holds.of_arrow(), true)));
        let mut seen = HashSet::new();
        for field in &fields {
            if !seen.insert(field.name().clone()) {
                return Err(BatchError::new("name_taken", &[("value", field.name())]));
            }
        }
        let answers = answers.iter().map(|(_, holds)| *holds).collect();
        Ok(Self { schema: Arc::new(Schema::new(fields)), answers })
    }

    /// Its schema.
    pub(crate) fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// The columns that are passed on, without rows: so many, after the number.
    pub(crate) fn none_kept(&self, count: usize) -> Vec<ArrayRef> {
        let fields = self.schema.fields().iter().skip(1).take(count);
        fields.map(|field| new_empty_array(field.data_type())).collect()
    }

    /// A table of it without rows.
    pub(crate) fn begin(&self) -> TableBuilder<'_> {
        let answers = self.answers.iter().map(|holds| Building::new(*holds)).collect();
        TableBuilder { shape: self, numbers: Int64Builder::new(), answers }
    }
}

/// A table that is being built.
pub(crate) struct TableBuilder<'s> {
    shape: &'s TableShape,
    numbers: Int64Builder,
    answers: Vec<Building>,
}

impl TableBuilder<'_> {
    /// Adds a row: its number, and one cell for each column that is answered.
    pub(crate) fn push(
        &mut self,
        number: u64,
        cells: impl IntoIterator<Item = AnswerCell>,
    ) -> Result<(), BatchError> {
        self.numbers.append_value(i64::try_from(number).unwrap_or(i64::MAX));
        let mut count = 0;
        for (column, cell) in self.answers.iter_mut().zip(cells) {
            column.push(cell)?;
            count += 1;
        }
        let whole = count == self.answers.len();
        if whole { Ok(()) } else { Err(BatchError::broken(format!("{count} cells"))) }
    }

    /// The table, with the columns passed on of those rows that are among it.
    pub(crate) fn finish(
        mut self,
        kept: &[ArrayRef],
        among: &[bool],
    ) -> Result<RecordBatch, BatchError> {
        let mut columns: Vec<ArrayRef> = vec![Arc::new(self.numbers.finish())];
        let among = BooleanArray::from(among.to_vec());
        for column in kept {
            columns.push(filter(column, &among).map_err(BatchError::broken)?);
        }
        columns.extend(self.answers.iter_mut().map(Building::finish));
        RecordBatch::try_new(Arc::clone(&self.shape.schema), columns).map_err(BatchError::broken)
    }
}

/// The columns of the table of rows that are refused.
pub(crate) const REFUSED: [(&str, Holds); 5] = [
    ("column", Holds::Text),
    ("code", Holds::Text),
    ("zh", Holds::Text),
    ("en", Holds::Text),
    ("cells", Holds::Text),
];

/// The shape of the table of rows that are refused.
pub(crate) fn refused_shape() -> Result<TableShape, BatchError> {
    TableShape::new(&[], &REFUSED.map(|(name, holds)| (name.to_owned(), holds)))
}

/// Adds a row that is refused, once for each reason.
pub(crate) fn refuse(
    table: &mut TableBuilder<'_>,
    row: &SheetRow,
    reasons: &[Reason],
) -> Result<(), BatchError> {
    let cells = row.raw.text();
    for Reason { column, code, says } in reasons {
        let texts = [code, &says.zh, &says.en, &cells].map(|text| AnswerCell::Text(text.clone()));
        table.push(row.number, [AnswerCell::text(column.clone())].into_iter().chain(texts))?;
    }
    Ok(())
}
