//! One cell of an answer.

use serde_json::Value;

use crate::reason::Reason;

/// One cell of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum AnswerCell {
    /// Nothing.
    Nothing,
    YesNo(bool),
    Whole(i64),
    Text(String),
    Texts(Vec<String>),
    Reasons(Vec<(u64, Reason)>),
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
