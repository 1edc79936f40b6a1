//! What has to be done, and by when.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use super::{Condition, Confidence, Party, Validity};
use crate::text::Text;

/// Something that has to be done in a time that runs from the day of a fact, or so long before
/// the day of one. That day itself is not counted.
///
/// Source: Civil Code art. 201(1).
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// What has to be done.
    pub title: Text,
    /// What follows where it is not.
    pub says: Text,
    /// The date fact from which the time runs: exactly one of this and `before` is given.
    #[serde(default)]
    pub from: Option<String>,
    /// The date fact before whose day it has to be done: `count` is counted back from it, in days
    /// or months. Whether the last day so counted is still in time can be read either way; the
    /// day before it is.
    #[serde(default)]
    pub before: Option<String>,
    /// The day from which the time runs at the earliest: where the day of the fact lies before it,
    /// it runs from this one.
    #[serde(default, with = "crate::day::maybe")]
    #[cfg_attr(feature = "files", schemars(with = "Option<Date>"))]
    pub not_before: Option<Date>,
    /// How long it is.
    pub count: Count,
    /// The calendar by which working days are told from others.
    #[serde(default)]
    pub calendar: Option<String>,
    /// Whether a last day that is no working day gives way to the next one that is.
    #[serde(default)]
    pub moves: bool,
    /// The date fact that says when it was done.
    #[serde(default)]
    pub done: Option<String>,
    /// The date fact that says on which last day the notice itself puts the end. Where it is
    /// given, that day counts and not `count`; while it is not known, what is counted is open
    /// to it.
    #[serde(default)]
    pub stated: Option<String>,
    /// Who has to act.
    pub who: Party,
    /// Where it applies; always, if left out. While that is open it may apply.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Where it does not apply after all. While that is open it applies: for what is not to be
    /// expected where `when` holds.
    #[serde(default)]
    pub except: Option<Condition>,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// The reading taken of an ambiguous text, and why.
    #[serde(default)]
    pub reading: Option<Text>,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}

impl Deadline {
    /// The date fact that it is counted from, on or back.
    #[must_use]
    pub fn since(&self) -> Option<&String> {
        self.from.as_ref().or(self.before.as_ref())
    }
}

/// How long a time is: exactly one of these.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// Calendar days.
    Days(u16),
    /// Working days.
    WorkingDays(u16),
    /// Calendar months.
    Months(u16),
    /// No number is laid down: in time, at once, or whenever one likes. `title` and `says` tell
    /// which. No day is counted.
    NoNumber,
}
