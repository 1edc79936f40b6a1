//! What a cell says, as a request says it.

use serde_json::{Number, Value};
use zhengpin::exact::is_exact;

use crate::tables::Holds;

/// What separates the members of a list in a cell.
pub(crate) const BETWEEN: &str = ";";
/// A list without members, in a cell.
pub(crate) const NONE_OF_THEM: &str = "[]";

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Reads {
    /// `true` or `false`.
    YesNo,
    /// The id of a choice; `true` and `false` for those of `yes` and `no`, where it offers them.
    Choice {
        /// Whether it offers them.
        yes_or_no: bool,
    },
    /// Ids of choices.
    Set,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// A moment.
    Moment,
    /// A moment, or `false`.
    MomentOrNot,
    /// A sum of money.
    Money,
    /// A text.
    Text,
    /// What names something: a text, or a number taken as its digits.
    Name,
}

impl Reads {
    /// What a filled cell of text says. What cannot be read so stays a text, and whoever takes
    /// it says what is wrong.
    pub(crate) fn cell(self, text: &str) -> Value {
        let plain = || Value::String(text.to_owned());
        match self {
            Self::YesNo | Self::Choice { yes_or_no: true } => {
                answer(text).map_or_else(plain, Value::Bool)
            }
            Self::MomentOrNot if answer(text) == Some(false) => Value::Bool(false),
            Self::Set if text == NONE_OF_THEM => Value::Array(Vec::new()),
            Self::Set => text.split(BETWEEN).map(Value::from).collect(),
            Self::Number => {
                let number = text.parse::<i64>().ok().filter(|number| is_exact(*number));
                number.map_or_else(plain, Value::from)
            }
            Self::Money => sum(text).map_or_else(plain, Value::Number),
            Self::Choice { .. }
            | Self::Day
            | Self::Moment
            | Self::MomentOrNot
            | Self::Text
            | Self::Name => plain(),
        }
    }

    /// What such a column holds.
    pub(crate) fn holds(self) -> Holds {
        match self {
            Self::YesNo => Holds::YesNo,
            Self::Set => Holds::Texts,
            Self::Number | Self::Money => Holds::Whole,
            Self::Choice { .. }
            | Self::Day
            | Self::Moment
            | Self::MomentOrNot
            | Self::Text
            | Self::Name => Holds::Text,
        }
    }

    /// What a value of JSON says: the value, unless what it names is taken as its digits.
    pub(crate) fn value(self, value: Value) -> Value {
        match (self, value) {
            (Self::Name, Value::Number(number)) => Value::String(number.to_string()),
            (_, value) => value,
        }
    }
}

/// `true` or `false`, in capitals too: as programs write them.
fn answer(text: &str) -> Option<bool> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    if is("true") { Some(true) } else { is("false").then_some(false) }
}

/// A sum in digits, perhaps with a point.
fn sum(text: &str) -> Option<Number> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number: Number = serde_json::from_str(text).ok().filter(|_| digits)?;
    let whole = number.as_f64().filter(|value| value.fract() == 0.0 && *value <= 9e15);
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within the exact ones")]
    Some(whole.map_or(number, |whole| Number::from(whole as i64)))
}

#[cfg(test)]
mod tests {
    use super::Reads;
    use serde_json::json;

    /// Source: `docs/batch.md`, what a cell says.
    #[test]
    fn a_cell_says_what_it_says_or_stays_a_text() {
        let yes_no = Reads::YesNo;
        assert_eq!(yes_no.cell("TRUE"), json!(true));
        assert_eq!(yes_no.cell("False"), json!(false));
        for other in ["1", "0", "yes", "no", "是", "否", " true", "null", "NA"] {
            assert_eq!(yes_no.cell(other), json!(other));
        }
        assert_eq!(Reads::Choice { yes_or_no: true }.cell("true"), json!(true));
        assert_eq!(Reads::Choice { yes_or_no: false }.cell("true"), json!("true"));
        assert_eq!(Reads::Set.cell("[]"), json!([]));
        assert_eq!(Reads::Set.cell("a;b"), json!(["a", "b"]));
        assert_eq!(Reads::Number.cell("12"), json!(12));
        for other in ["9007199254740993", "1.5", "1,000", "１２"] {
            assert_eq!(Reads::Number.cell(other), json!(other));
        }
        assert_eq!(Reads::Money.cell("39.90"), json!(39.9));
        assert_eq!(Reads::Money.cell("40.00"), json!(40));
        assert_eq!(Reads::Money.cell("-1"), json!("-1"));
        assert_eq!(Reads::MomentOrNot.cell("false"), json!(false));
        assert_eq!(Reads::MomentOrNot.cell("2020-01-01"), json!("2020-01-01"));
        assert_eq!(Reads::Name.value(json!(17)), json!("17"));
        assert_eq!(Reads::Text.value(json!(17)), json!(17));
    }
}
