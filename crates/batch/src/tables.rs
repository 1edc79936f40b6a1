//! Tables as they are built, row by row.

use std::collections::HashSet;
use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, BooleanArray, RecordBatch, new_empty_array};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use arrow_select::filter::filter;

use crate::answer_cell::AnswerCell;
use crate::errors::{self, ErrorColumn};
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
    /// Why a row was refused, each reason with the row and the column that it is about; nothing,
    /// where it was answered.
    Reasons,
}

impl Holds {
    /// The type of Arrow.
    pub(crate) fn of_arrow(self) -> DataType {
        match self {
            Self::YesNo => DataType::Boolean,
            Self::Whole => DataType::Int64,
            Self::Text => DataType::Utf8,
            Self::Texts => DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true))),
            Self::Reasons => errors::of_arrow(),
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
            Self::Reasons => "reasons",
        }
    }
}

/// A column that is being built.
enum Building {
    YesNo(BooleanBuilder),
    Whole(Int64Builder),
    Text(StringBuilder),
    Texts(ListBuilder<StringBuilder>),
    Reasons(ErrorColumn),
}

impl Building {
    fn new(holds: Holds) -> Self {
        match holds {
            Holds::YesNo => Self::YesNo(BooleanBuilder::new()),
            Holds::Whole => Self::Whole(Int64Builder::new()),
            Holds::Text => Self::Text(StringBuilder::new()),
            Holds::Texts => Self::Texts(ListBuilder::new(StringBuilder::new())),
            Holds::Reasons => Self::Reasons(ErrorColumn::default()),
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
            (Self::Reasons(column), AnswerCell::Reasons(reasons)) => column.push(&reasons),
            (Self::Reasons(column), AnswerCell::Nothing) => column.nothing(),
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
            Self::Reasons(column) => column.finish(),
        }
    }
}

/// Where it stands why a row was refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Refusals {
    /// In a table of their own.
    Apart,
    /// In the last column of the table, beside the rows.
    Beside,
}

/// The columns of a table that is written: the number of the row, what is passed on, what is
/// answered, and perhaps why it was refused.
#[derive(Clone, Debug)]
pub(crate) struct TableShape {
    schema: SchemaRef,
    answers: Vec<Holds>,
    refusals: Refusals,
}

/// The name of the column that numbers rows.
pub(crate) const ROW: &str = "row";
/// The name of the column that says why a row was refused, where reasons stand beside.
pub(crate) const ERROR: &str = "error";

/// The number of a row, as a column has it.
fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl TableShape {
    /// A table with these columns passed on, and these answered.
    ///
    /// # Errors
    ///
    /// `name_taken`, where a column passed on has the name of another one.
    pub(crate) fn new(
        kept: &[(String, DataType)],
        answers: &[(String, Holds)],
        refusals: Refusals,
    ) -> Result<Self, BatchError> {
        let mut fields = vec![Field::new(ROW, DataType::Int64, false)];
        let kept = kept.iter().map(|(name, of)| Field::new(name, of.clone(), true));
        fields.extend(kept);
        let beside = (refusals == Refusals::Beside).then(|| (ERROR.to_owned(), Holds::Reasons));
        let answers: Vec<_> = answers.iter().chain(&beside).collect();
        fields.extend(answers.iter().map(|(name, holds)| Field::new(name, holds.of_arrow(), true)));
        let mut seen = HashSet::new();
        for field in &fields {
            if !seen.insert(field.name().clone()) {
                let error = BatchError::new("name_taken", &[("value", field.name())]);
                return Err(error.in_column(field.name()));
            }
        }
        let answers = answers.into_iter().map(|(_, holds)| *holds).collect();
        Ok(Self { schema: Arc::new(Schema::new(fields)), answers, refusals })
    }

    /// Its schema.
    pub(crate) fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// Where it stands why a row was refused.
    pub(crate) fn refusals(&self) -> Refusals {
        self.refusals
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
        self.numbers.append_value(whole(number));
        let beside = self.shape.refusals == Refusals::Beside;
        let cells = cells.into_iter().chain(beside.then_some(AnswerCell::Nothing));
        let mut count = 0;
        for (column, cell) in self.answers.iter_mut().zip(cells) {
            column.push(cell)?;
            count += 1;
        }
        let whole = count == self.answers.len();
        if whole { Ok(()) } else { Err(BatchError::broken(format!("{count} cells"))) }
    }

    /// Adds a row that is refused, where reasons stand beside: its number, the first cells as far
    /// as they are known, and each reason with the number of the row that it is about.
    pub(crate) fn refuse(
        &mut self,
        number: u64,
        cells: Vec<AnswerCell>,
        reasons: Vec<(u64, Reason)>,
    ) -> Result<(), BatchError> {
        self.numbers.append_value(whole(number));
        let Some((error, others)) = self.answers.split_last_mut() else { return Ok(()) };
        let cells = cells.into_iter().chain(std::iter::repeat(AnswerCell::Nothing));
        for (column, cell) in others.iter_mut().zip(cells) {
            column.push(cell)?;
        }
        error.push(AnswerCell::Reasons(reasons))
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
    let columns = REFUSED.map(|(name, holds)| (name.to_owned(), holds));
    TableShape::new(&[], &columns, Refusals::Apart)
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
