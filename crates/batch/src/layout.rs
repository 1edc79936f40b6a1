//! Which columns a table may have, and how each is read.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use arrow_schema::DataType;

use crate::cell::Reads;
use crate::reason::BatchError;

/// The columns that a table may have.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    /// The rulebook, by its id.
    pub(crate) rulebook: String,
    /// How the columns are read that a request is made of.
    pub(crate) read: HashMap<String, Reads>,
    /// The columns that are passed on as they are, in order.
    pub(crate) kept: Vec<String>,
    /// The columns that must be there.
    pub(crate) needed: Vec<String>,
    /// What columns are read as that have another name.
    pub(crate) renamed: BTreeMap<String, String>,
}

/// What a column of a table is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum ColumnPlace {
    /// It is read, under this name.
    Read(Arc<str>, Reads),
    /// It is passed on, at this place among those that are.
    Kept(usize),
}

impl Layout {
    /// What a column is.
    ///
    /// # Errors
    ///
    /// `unknown_column`: one that is misspelt would else be taken for unknown.
    pub(crate) fn place(&self, name: &str) -> Result<ColumnPlace, BatchError> {
        let kept = self.kept.iter().position(|known| known == name).map(ColumnPlace::Kept);
        let known = self.read_as(name);
        let read = || self.read.get(known).map(|reads| ColumnPlace::Read(known.into(), *reads));
        kept.or_else(read).ok_or_else(|| self.unknown(known).in_column(name))
    }

    /// The name under which a column is read.
    fn read_as<'n>(&'n self, name: &'n str) -> &'n str {
        self.renamed.get(name).map_or(name, String::as_str)
    }

    /// The column that is read under a name.
    pub(crate) fn column<'n>(&'n self, known: &'n str) -> &'n str {
        let found = self.renamed.iter().find(|(_, read_as)| *read_as == known);
        found.map_or(known, |(name, _)| name.as_str())
    }

    fn unknown(&self, name: &str) -> BatchError {
        let named = [("value", name), ("expected", self.rulebook.as_str())];
        BatchError::new("unknown_column", &named)
    }

    /// Looks whether the columns passed on are others than those read, and whether those with
    /// another name are read.
    ///
    /// # Errors
    ///
    /// `read_as_id`: a fact passed on as it is would be unknown in every row. `unknown_column`.
    pub(crate) fn check(&self) -> Result<(), BatchError> {
        let unread = |(_, known): &(&String, &String)| !self.read.contains_key(*known);
        if let Some((name, known)) = self.renamed.iter().find(unread) {
            return Err(self.unknown(known).in_column(name));
        }
        match self.kept.iter().find(|name| self.read.contains_key(self.read_as(name))) {
            None => Ok(()),
            Some(name) => Err(BatchError::new("read_as_id", &[("value", name)]).in_column(name)),
        }
    }

    /// What each column of a header is.
    ///
    /// # Errors
    ///
    /// A column that is unknown, stands twice, or is missing.
    pub(crate) fn header(&self, names: &[String]) -> Result<Vec<ColumnPlace>, BatchError> {
        for (index, name) in names.iter().enumerate() {
            let known = self.read_as(name);
            if names.iter().take(index).any(|before| self.read_as(before) == known) {
                return Err(BatchError::new("column_twice", &[("value", known)]).in_column(name));
            }
        }
        let places = names.iter().map(|name| self.place(name)).collect();
        let needed = self.needed.iter().map(|known| self.column(known));
        let others = self.kept.iter().chain(self.renamed.keys()).map(String::as_str);
        for name in others.chain(needed) {
            if !names.iter().any(|known| known == name) {
                return Err(BatchError::new("missing_column", &[("value", name)]).in_column(name));
            }
        }
        places
    }
}

impl Reads {
    /// Whether cells of this type of Arrow can be read so without a guess. A time is no day:
    /// which day it is depends on a zone.
    pub(crate) fn takes(self, of: &DataType) -> bool {
        let text = |of: &DataType| {
            matches!(of, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null)
        };
        let of = match of {
            DataType::Dictionary(_, of) => of.as_ref(),
            of => of,
        };
        text(of)
            || match self {
                Self::YesNo | Self::Choice { yes_or_no: true } => *of == DataType::Boolean,
                Self::Number => of.is_integer(),
                Self::Name => of.is_integer() || *of == DataType::Boolean,
                Self::Money => {
                    of.is_integer() || matches!(of, DataType::Decimal128(..) | DataType::Float64)
                }
                Self::Day => *of == DataType::Date32,
                Self::Moment | Self::MomentOrNot => {
                    matches!(of, DataType::Date32 | DataType::Timestamp(..))
                }
                Self::Set => match of {
                    DataType::List(item) | DataType::LargeList(item) | DataType::ListView(item) => {
                        text(item.data_type())
                    }
                    _ => false,
                },
                Self::Choice { .. } | Self::Text => false,
            }
    }

    /// The types that it takes, as a message names them.
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Self::YesNo | Self::Choice { yes_or_no: true } => "Boolean, Utf8",
            Self::Set => "List(Utf8), Utf8",
            Self::Number => "Int64, Utf8",
            Self::Day => "Date32, Utf8",
            Self::Moment | Self::MomentOrNot => "Timestamp, Date32, Utf8",
            Self::Money => "Int64, Decimal128, Float64, Utf8",
            Self::Choice { .. } | Self::Text => "Utf8",
            Self::Name => "Utf8, Int64",
        }
    }
}
