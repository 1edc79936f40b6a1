//! The facts of many rows, fact by fact.

use crate::compile::CompiledFact;
use crate::exact::MOST_EXACT;
use crate::rulebook::Kind;

/// The values of a fact, row by row.
///
/// | kind of the fact | values | open |
/// |---|---|---|
/// | yes or no | [`Codes`](Self::Codes): 0 for no, 1 for yes | 2 or 255 |
/// | a choice | [`Codes`](Self::Codes): its place among the choices, from 0 on | 255 |
/// | a set | [`Members`](Self::Members): a bit for each choice, the lowest for the first | all bits |
/// | a number | [`Numbers`](Self::Numbers): whole numbers | `NaN` |
/// | a day | [`Days`](Self::Days): days since 1970-01-01; that it did not come is the greatest `i32` | the least `i32` |
///
/// Whatever else stands there is refused with its row.
#[derive(Clone, Copy, Debug)]
pub enum FactValues<'a> {
    /// Of a fact that is answered with yes or no, or of a choice.
    Codes(&'a [u8]),
    /// Of a set with up to 31 choices.
    Members(&'a [u32]),
    /// Of a number.
    Numbers(&'a [f64]),
    /// Of a day.
    Days(&'a [i32]),
}

/// The code of an answer that is not known.
pub const OPEN_CODE: u8 = u8::MAX;

/// Another code of an answer, yes or no, that is not known.
pub const OPEN_ANSWER: u8 = 2;

/// The members of a set that is not known.
pub const OPEN_MEMBERS: u32 = u32::MAX;

/// A day that is not known.
pub const OPEN_DAY: i32 = i32::MIN;

/// That a day did not come.
pub const NEVER_DAY: i32 = i32::MAX;

/// The most choices of a set of which there can be a column.
const MOST_MEMBERS: usize = 31;

impl FactValues<'_> {
    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Codes(list) => list.len(),
            Self::Members(list) => list.len(),
            Self::Numbers(list) => list.len(),
            Self::Days(list) => list.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The array of JavaScript in which such values stand.
    pub(super) fn array(&self) -> &'static str {
        match self {
            Self::Codes(_) => "Uint8Array",
            Self::Members(_) => "Uint32Array",
            Self::Numbers(_) => "Float64Array",
            Self::Days(_) => "Int32Array",
        }
    }
}

/// The array in which the values of a fact stand; none, where a set has too many choices.
pub(super) fn array_of(fact: &CompiledFact) -> Option<&'static str> {
    match fact.kind {
        Kind::YesNo | Kind::Choice => Some("Uint8Array"),
        Kind::Set => (fact.choices.len() <= MOST_MEMBERS).then_some("Uint32Array"),
        Kind::Number => Some("Float64Array"),
        Kind::Date => Some("Int32Array"),
    }
}

/// Whether a number stands for a day, and neither for one that is open nor for none. What is no
/// day that can be written is refused before.
pub(super) fn is_day(number: i32) -> bool {
    number != OPEN_DAY && number != NEVER_DAY
}

/// A whole number that every program holds exactly.
pub(super) fn whole(number: f64) -> Option<i64> {
    #[expect(clippy::cast_precision_loss, reason = "it is one of the exact ones")]
    let exact = number.fract() == 0.0 && number.abs() <= MOST_EXACT as f64;
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within the exact ones")]
    exact.then_some(number as i64)
}
