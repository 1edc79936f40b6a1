//! The time during which a rule holds.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

/// A span of days, both ends included. An end that is left out is open.
///
/// ```
/// use zhengpin_law::{day, rulebook::Validity};
///
/// let span: Validity = serde_json::from_str(r#"{"from": "2019-11-01", "to": "2026-12-31"}"#)?;
/// assert!(day::parse("2026-12-31").is_some_and(|day| span.holds_on(day)));
/// assert!(!day::parse("2027-01-01").is_some_and(|day| span.holds_on(day)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Validity {
    /// The first day in force.
    #[serde(default, with = "crate::day::maybe")]
    #[cfg_attr(feature = "files", schemars(with = "Option<Date>"))]
    pub from: Option<Date>,
    /// The last day in force.
    #[serde(default, with = "crate::day::maybe")]
    #[cfg_attr(feature = "files", schemars(with = "Option<Date>"))]
    pub to: Option<Date>,
    /// Whether these days are only about right: the exact ones were not found.
    #[serde(default)]
    pub about: bool,
}

impl Validity {
    /// Whether the rule is in force on `day`.
    #[must_use]
    pub fn holds_on(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// The days on which both are in force.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let to = match (self.to, other.to) {
            (Some(one), Some(another)) => Some(one.min(another)),
            (one, another) => one.or(another),
        };
        Self { from: self.from.max(other.from), to, about: self.about || other.about }
    }

    /// Whether the last day comes before the first, so that no day is in force.
    #[must_use]
    pub fn is_empty(self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to < from)
    }
}
