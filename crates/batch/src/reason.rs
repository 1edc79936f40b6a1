//! Why a row or a file is refused: a code, the column, and words in both languages.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::path::Path;
use std::sync::LazyLock;

use serde::Deserialize;
use zhengpin::answer::{Failure, Told};
use zhengpin_law::author::read_yaml;
use zhengpin_law::text::{Text, fill};

/// What is said of each code, by code.
static MESSAGES: LazyLock<BTreeMap<String, Text>> = LazyLock::new(|| {
    let read = read_yaml(include_str!("messages.yaml")).map(|(value, _)| value);
    read.ok().and_then(|value| BTreeMap::deserialize(value).ok()).unwrap_or_default()
});

/// Why a row is refused.
///
/// ```
/// use zhengpin_batch::Reason;
///
/// let reason = Reason::new("wrong_cells", &[("value", "3"), ("expected", "2")]);
/// assert_eq!(reason.says.en, "the row has 3 cells; expected 2");
/// assert_eq!(reason.says.zh, "该行有 3 格；应为 2 格");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reason {
    /// The column it is about; none, where it is about the row.
    pub column: Option<String>,
    /// What is wrong. Stable.
    pub code: String,
    /// What is wrong and what was expected, in both languages.
    pub says: Text,
}

impl Reason {
    /// The reason with this code, its message filled in with what is named.
    #[must_use]
    pub fn new(code: &str, named: &[(&str, &str)]) -> Self {
        let value = |name: &str| {
            let found = named.iter().find(|(known, _)| *known == name);
            Cow::Borrowed(found.map_or("", |(_, value)| *value))
        };
        let says = MESSAGES.get(code).map_or_else(
            || Text { zh: code.to_owned(), en: code.to_owned() },
            |text| Text { zh: fill(&text.zh, value), en: fill(&text.en, value) },
        );
        Self { column: None, code: code.to_owned(), says }
    }

    /// The same reason, about a column.
    #[must_use]
    pub fn in_column(mut self, column: &str) -> Self {
        self.column = Some(column.to_owned());
        self
    }

    /// What the engine says of a request, with the column that `column` tells by the path.
    pub(crate) fn told(told: Told, column: Option<String>) -> Self {
        // The code is written as the engine writes it.
        let code = serde_json::to_value(told.code).ok();
        let code = code.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
        Self { column, code: code.to_owned(), says: told.message }
    }
}

/// Why a run stops. What was done until then is kept.
///
/// ```
/// use zhengpin_batch::{BatchError, Reason};
///
/// let error = BatchError::from(Reason::new("missing_column", &[("value", "tier")]));
/// assert_eq!(error.to_string(), "缺少列 `tier`\nthe column `tier` is missing");
/// assert_eq!(error.reason.code, "missing_column");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BatchError {
    /// Why.
    pub reason: Box<Reason>,
}

impl BatchError {
    /// The error with this code, its message filled in with what is named.
    pub(crate) fn new(code: &str, named: &[(&str, &str)]) -> Self {
        Reason::new(code, named).into()
    }

    /// The same error, about a column.
    pub(crate) fn in_column(self, column: &str) -> Self {
        (*self.reason).in_column(column).into()
    }

    /// That something cannot be done with a file.
    pub(crate) fn file(path: &Path, detail: impl fmt::Display) -> Self {
        Self::unreadable(&path.display().to_string(), detail)
    }

    /// That something cannot be done with a table of this name.
    pub(crate) fn unreadable(name: &str, detail: impl fmt::Display) -> Self {
        Self::new("unreadable_file", &[("value", name), ("detail", &detail.to_string())])
    }

    /// That something is not as this crate made it.
    pub(crate) fn broken(detail: impl fmt::Display) -> Self {
        Self::new("broken", &[("detail", &detail.to_string())])
    }

    /// What the engine says of a request as such.
    pub(crate) fn engine(failure: Failure) -> Self {
        let column = Some(failure.error.first.path.clone()).filter(|path| !path.is_empty());
        Reason::told(failure.error.first, column).into()
    }
}

impl From<Reason> for BatchError {
    fn from(reason: Reason) -> Self {
        Self { reason: Box::new(reason) }
    }
}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Text { zh, en } = &self.reason.says;
        write!(f, "{zh}\n{en}")
    }
}

impl Error for BatchError {}

#[cfg(test)]
mod tests {
    use super::MESSAGES;
    use zhengpin_law::text::slots;

    /// Source: the house style: both languages name the same things.
    #[test]
    fn every_message_is_there_in_both_languages_and_names_the_same() {
        assert!(MESSAGES.len() > 20, "{}", MESSAGES.len());
        for (code, text) in MESSAGES.iter() {
            let sorted = |text: &str| {
                let mut found: Vec<String> = slots(text).into_iter().map(str::to_owned).collect();
                found.sort();
                found
            };
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{code}");
            assert_eq!(sorted(&text.zh), sorted(&text.en), "{code}");
        }
    }
}
