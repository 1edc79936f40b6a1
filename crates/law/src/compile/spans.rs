//! Dates and the times between them told in days, whatever days they are.
//!
//! Months have more or fewer days. With as few as they can have, dates that cannot lie as
//! they should never can; that is found at once, where pushing days through the calendar
//! would go on for centuries.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate as Date};

use crate::day::{first, last_of, later};

use super::Id;
use super::dates::Bound;

/// Whether dates can lie as the bounds say if every month may have as many days as suits.
///
/// Each round pushes every date by all bounds. Dates that are still pushed after as many
/// rounds as there are dates push each other in a circle, without end.
pub(super) fn can_lie_so(bounds: &[Bound]) -> bool {
    let mut earliest: BTreeMap<Id, i64> = BTreeMap::new();
    let last = number(last_of(9999));
    let pushes: Vec<Push> = bounds.iter().map(Push::of).collect();
    for fact in bounds.iter().flat_map(|bound| bound.facts()) {
        earliest.insert(fact, number(first()));
    }
    for _ in 0..=earliest.len() {
        let mut moved = false;
        for push in &pushes {
            let at = |fact: &Id| earliest.get(fact).copied().unwrap_or_default();
            let (fact, day) = match push {
                Push::To(fact, day) => (*fact, *day),
                Push::Below(fact, day) if at(fact) < *day => continue,
                Push::Below(..) => return false,
                Push::By(fact, base, days) => (*fact, at(base).saturating_add(*days)),
            };
            if last < day {
                return false;
            }
            if at(&fact) < day {
                earliest.insert(fact, day);
                moved = true;
            }
        }
        if !moved {
            return true;
        }
    }
    false
}

/// What a bound does, in days.
enum Push {
    /// The date is this day or later.
    To(Id, i64),
    /// The date is before this day.
    Below(Id, i64),
    /// The date is so many days after the other, or later.
    By(Id, Id, i64),
}

impl Push {
    fn of(bound: &Bound) -> Self {
        match bound {
            Bound::From(fact, day) => Self::To(*fact, number(*day)),
            Bound::Before(fact, day) => Self::Below(*fact, number(*day)),
            Bound::FromOther(fact, base, lag) => Self::By(*fact, *base, span(*lag).0),
            Bound::BeforeOther(fact, base, lag) => Self::By(*base, *fact, 1 - span(*lag).1),
        }
    }
}

fn number(day: Date) -> i64 {
    i64::from(day.num_days_from_ce())
}

/// How many days so many months and days last: as few as they can, and as many.
fn span((months, days): (i32, i32)) -> (i64, i64) {
    let (least, most) = months_in_days(months);
    (least + i64::from(days), most + i64::from(days))
}

/// Four years in months: spans no longer than that have every length that they can have from
/// days around the year 1900, which was no leap year.
const AROUND: i32 = 48;

/// How many days so many months last, as few as they can, and as many.
///
/// Source: Civil Code art. 202; the Gregorian calendar, of which 4,800 months are 146,097 days.
fn months_in_days(months: i32) -> (i64, i64) {
    if months.abs() <= AROUND {
        let days = (1892..=1908).flat_map(|year| (1..=12).map(move |month| (year, month)));
        let days = days.flat_map(|(year, month)| [1, 28, 29, 30, 31].map(|day| (year, month, day)));
        let lasting = days.filter_map(|(year, month, day)| {
            let from = Date::from_ymd_opt(year, month, day)?;
            Some(number(later(from, months, 0)?) - number(from))
        });
        let (mut least, mut most) = (i64::MAX, i64::MIN);
        for lasts in lasting {
            (least, most) = (least.min(lasts), most.max(lasts));
        }
        return (least, most);
    }
    // Months and leap days are spread so evenly that no span is eight days off the mean.
    let mean = i64::from(months) * 146_097 / 4_800;
    (mean - 8, mean + 8)
}

#[cfg(test)]
mod tests {
    use super::{Date, first, later, months_in_days, number};

    /// Source: every day of the 400 years after which the calendar repeats.
    #[test]
    fn no_span_is_shorter_or_longer_than_told() {
        for months in (-60..=60).chain([-1201, -600, -121, 99, 120, 599, 1200, 4799, 4800, 4801]) {
            let (mut least, mut most) = (i64::MAX, i64::MIN);
            let mut day = Date::from_ymd_opt(1700, 1, 1);
            while let Some(from) = day.filter(|day| number(*day) < number(first()) + 2100 * 366) {
                if let Some(to) = later(from, months, 0) {
                    least = least.min(number(to) - number(from));
                    most = most.max(number(to) - number(from));
                }
                day = from.succ_opt();
            }
            let told = months_in_days(months);
            assert!(told.0 <= least && most <= told.1, "{months}: {told:?}, {least} to {most}");
            assert!(months.abs() > 48 || told == (least, most), "{months}: {told:?}");
        }
    }
}
