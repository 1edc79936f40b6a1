//! Times in a ledger's offset from UTC.

use chrono::{
    FixedOffset, NaiveDate as Date, NaiveDateTime as DateTime, NaiveTime, TimeDelta, Timelike,
};

use crate::compile::CompiledLedger;
use crate::day;

/// Reads a time: a day, a day with a time in the ledger's offset, or a time with an offset
/// of its own.
pub(super) fn read(text: &str, ledger: &CompiledLedger) -> Option<DateTime> {
    const DAY: usize = "YYYY-MM-DD".len();
    let (written_day, rest) = text.split_at_checked(DAY)?;
    let day = day::parse(written_day)?;
    if rest.is_empty() {
        return Some(day.and_time(of_day(ledger)));
    }
    let rest = rest.strip_prefix('T')?;
    let end_of_time = rest.find(['Z', '+', '-']).unwrap_or(rest.len());
    let (time, offset) = rest.split_at_checked(end_of_time)?;
    let written = day.and_time(read_time(time)?);
    let own = match offset {
        "" => return Some(written),
        "Z" => 0,
        offset => read_offset(offset)?,
    };
    let difference = i64::from(ledger.offset_seconds) - i64::from(own);
    let at = written.checked_add_signed(TimeDelta::seconds(difference))?;
    // In the ledger's offset it may lie in a year that nobody can write.
    day::is_written(at.date()).then_some(at)
}

/// Hours and minutes, perhaps seconds and a fraction of one, which does not count.
fn read_time(text: &str) -> Option<NaiveTime> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut parts = whole.splitn(3, ':').map(two_digits);
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// An offset such as `+08:00`, in seconds.
fn read_offset(text: &str) -> Option<i32> {
    let (sign, rest) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(rest), _) => (1, rest),
        (_, Some(rest)) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let time = NaiveTime::from_hms_opt(two_digits(hours)?, two_digits(minutes)?, 0)?;
    let seconds = time.signed_duration_since(NaiveTime::MIN).num_seconds();
    let seconds = sign * i32::try_from(seconds).ok()?;
    FixedOffset::east_opt(seconds).map(|offset| offset.local_minus_utc())
}

fn two_digits(text: &str) -> Option<u32> {
    let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// A time to the minute, or to the second where it has seconds, with its offset.
pub(super) fn write(at: DateTime, ledger: &CompiledLedger) -> String {
    let mut text = day::written(at.date());
    text.push('T');
    day::put_two_digits(&mut text, at.hour());
    let second = Some(at.second()).filter(|second| *second != 0);
    for part in std::iter::once(at.minute()).chain(second) {
        text.push(':');
        day::put_two_digits(&mut text, part);
    }
    text.push_str(&ledger.offset);
    text
}

/// The time of day counted for a finding that names none.
pub(super) fn of_day(ledger: &CompiledLedger) -> NaiveTime {
    let (hour, minute) = ledger.hour_and_minute;
    let since_midnight = TimeDelta::minutes(i64::from(hour) * 60 + i64::from(minute));
    NaiveTime::MIN.overflowing_add_signed(since_midnight).0
}

/// The last second of a day.
pub(super) fn end_of(day: Date) -> DateTime {
    const SECONDS: i64 = 24 * 60 * 60;
    day.and_time(NaiveTime::MIN.overflowing_add_signed(TimeDelta::seconds(SECONDS - 1)).0)
}

/// The last minute of a day.
pub(super) fn last_minute_of(day: Date) -> DateTime {
    const MINUTES: i64 = 24 * 60;
    day.and_time(NaiveTime::MIN.overflowing_add_signed(TimeDelta::minutes(MINUTES - 1)).0)
}

/// The time that lies so many days of 24 hours after `at`; the last there is, where the
/// calendar ends.
pub(super) fn after_days(at: DateTime, days: u32) -> DateTime {
    at.checked_add_signed(TimeDelta::days(i64::from(days))).unwrap_or(DateTime::MAX)
}
