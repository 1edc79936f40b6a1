//! A moment, as a request writes it.

use chrono::{DateTime, FixedOffset, NaiveDate as Date, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// A day, a time by the platform's clock, or a time with an offset of its own. Of a day that
/// has no time of day the rulebook says which one counts.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Moment(String);

/// ```
/// use zhengpin::request::Moment;
///
/// let day: Moment = "2017-04-01".parse::<chrono::NaiveDate>()?.into();
/// assert_eq!(day, Moment::from("2017-04-01"));
/// # Ok::<(), chrono::ParseError>(())
/// ```
impl From<Date> for Moment {
    fn from(day: Date) -> Self {
        Self(day.to_string())
    }
}

impl From<NaiveDateTime> for Moment {
    fn from(time: NaiveDateTime) -> Self {
        Self(format!("{}T{}", time.date(), time.time()))
    }
}

impl From<DateTime<FixedOffset>> for Moment {
    fn from(time: DateTime<FixedOffset>) -> Self {
        let local = time.naive_local();
        Self(format!("{}T{}{}", local.date(), local.time(), time.offset()))
    }
}

/// As a request writes it. Whether there is such a moment is found out when it is read.
impl From<&str> for Moment {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// As a request writes it. Whether there is such a moment is found out when it is read.
impl From<String> for Moment {
    fn from(text: String) -> Self {
        Self(text)
    }
}
