//! Days, written as text where people read and as small numbers where only the engine does.
//!
//! Used with `#[serde(with = "…")]`. It keeps the date library's own reading and writing of
//! days, with all its messages, out of the wasm.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate as Date};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day that is serialized as `YYYY-MM-DD` or as year, month and day.
#[derive(Clone, Copy)]
struct Day(Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(day) = self;
        if serializer.is_human_readable() {
            return serializer.serialize_str(&written(*day));
        }
        (day.year(), day.month(), day.day()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_str(DayVisitor);
        }
        let (year, month, day) = Deserialize::deserialize(deserializer)?;
        let day = Date::from_ymd_opt(year, month, day).map(Self);
        day.ok_or_else(|| de::Error::custom("no such day"))
    }
}

struct DayVisitor;

impl de::Visitor<'_> for DayVisitor {
    type Value = Day;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day as YYYY-MM-DD")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Day, E> {
        parse(text)
            .map(Day)
            .ok_or_else(|| E::custom(format!("`{text}` is no day; expected YYYY-MM-DD")))
    }
}

/// Reads a day as `YYYY-MM-DD`, and in no other spelling.
///
/// ```
/// use zhengpin_law::day;
///
/// let day = day::parse("2017-02-21").ok_or("no day")?;
/// assert_eq!(day.to_string(), "2017-02-21");
/// assert_eq!(day::parse("2017-02-30"), None);
/// assert_eq!(day::parse("2017-2-21"), None);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let mut part = |digits: usize| {
        let part = parts.next().filter(|part| part.len() == digits)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok())?
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    Date::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// A day as `YYYY-MM-DD`; one that cannot be written so as the date library writes it. That
/// writes every day, but takes ten times as long, and ledgers are full of days.
///
/// ```
/// use zhengpin_law::day;
///
/// let day = day::parse("2017-02-21").ok_or("no day")?;
/// assert_eq!(day::written(day), "2017-02-21");
/// let beyond = day::parse("9999-12-31").and_then(|day| day.succ_opt()).ok_or("no day")?;
/// assert_eq!(day::written(beyond), beyond.to_string());
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn written(day: Date) -> String {
    let Some(year) = u32::try_from(day.year()).ok().filter(|_| is_written(day)) else {
        return day.to_string();
    };
    let mut text = String::with_capacity("YYYY-MM-DD".len());
    put_two_digits(&mut text, year / 100);
    put_two_digits(&mut text, year % 100);
    for part in [day.month(), day.day()] {
        text.push('-');
        put_two_digits(&mut text, part);
    }
    text
}

/// Writes a number below 100 with two digits.
pub fn put_two_digits(text: &mut String, number: u32) {
    for digit in [number / 10 % 10, number % 10] {
        text.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

/// The day that lies `months` and then `days` after `day`, either of which may be negative;
/// none, where the calendar ends. A month is counted to the corresponding day, or to the
/// last day of a month that has none.
///
/// Source: Civil Code art. 202.
///
/// ```
/// use zhengpin_law::day;
///
/// let later = |text, months, days| day::parse(text).and_then(|day| day::later(day, months, days));
/// assert_eq!(later("2021-08-31", 6, 0), day::parse("2022-02-28"));
/// assert_eq!(later("2021-08-31", 0, 15), day::parse("2021-09-15"));
/// ```
#[must_use]
pub fn later(day: Date, months: i32, days: i32) -> Option<Date> {
    let (by, back) = (Months::new(months.unsigned_abs()), months < 0);
    let day = if back { day.checked_sub_months(by)? } else { day.checked_add_months(by)? };
    let (by, back) = (Days::new(u64::from(days.unsigned_abs())), days < 0);
    if back { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

/// The first day that can be written as `YYYY-MM-DD`.
#[must_use]
pub fn first() -> Date {
    Date::from_ymd_opt(0, 1, 1).unwrap_or(Date::MIN)
}

/// Whether a day can be written as `YYYY-MM-DD`, so that it can be read again.
///
/// ```
/// use zhengpin_law::day;
///
/// let last = day::parse("9999-12-31").ok_or("no day")?;
/// assert!(day::is_written(last));
/// assert!(!day::later(last, 0, 1).is_some_and(day::is_written));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn is_written(day: Date) -> bool {
    (0..=9999).contains(&day.year())
}

/// 1970-01-01, in days since the first of the year 1 as the first.
const EPOCH: i32 = 719_163;

/// A day as the number of days since 1970-01-01, as tables keep it.
///
/// ```
/// use zhengpin_law::day;
///
/// let day = day::parse("2017-02-21").ok_or("no day")?;
/// assert_eq!(day::number(day), 17_218);
/// assert_eq!(day::numbered(17_218), Some(day));
/// assert_eq!(day::numbered(i32::MAX), None);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn number(day: Date) -> i32 {
    day.num_days_from_ce().saturating_sub(EPOCH)
}

/// The day of such a number, if it can be written as `YYYY-MM-DD`.
#[must_use]
pub fn numbered(number: i32) -> Option<Date> {
    Date::from_num_days_from_ce_opt(number.checked_add(EPOCH)?).filter(|day| is_written(*day))
}

/// The numbers of the first and the last day that can be written.
#[must_use]
pub fn numbers() -> (i32, i32) {
    (number(first()), number(last_of(9999)))
}

/// The last day of a year; of the last year there is, where the calendar ends.
#[must_use]
pub fn last_of(year: i32) -> Date {
    Date::from_ymd_opt(year, 12, 31).unwrap_or(Date::MAX)
}

/// A day.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<S: Serializer>(value: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    Day(*value).serialize(serializer)
}

/// A day.
///
/// # Errors
///
/// Those of the deserializer, or a day that does not exist.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    Day::deserialize(deserializer).map(|Day(day)| day)
}

/// A day or none.
pub mod maybe {
    use super::{Date, Day, Deserialize, Deserializer, Serialize, Serializer};

    /// A day or none.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(
        value: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        value.map(Day).serialize(serializer)
    }

    /// A day or none.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, or a day that does not exist.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Day>::deserialize(deserializer)?.map(|Day(day)| day))
    }
}

/// Several days.
pub mod list {
    use super::{Date, Day, Deserialize, Deserializer, Serializer};

    /// Several days.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &[Date], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(value.iter().copied().map(Day))
    }

    /// Several days.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, or a day that does not exist.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Date>, D::Error> {
        let days = Vec::<Day>::deserialize(deserializer)?;
        Ok(days.into_iter().map(|Day(day)| day).collect())
    }
}
