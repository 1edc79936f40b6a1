//! Counting days by a calendar, through years for which nothing is ordered yet.
//!
//! In such a year a day is off for certain (a holiday of the regulation, or a weekly day of
//! rest that no arrangement reaches), works for certain, or is open. The earliest day of a
//! count takes as many open days for working days as an arrangement may make of them, the
//! latest as few. Where days near several holidays are open, each is laid to the one whose
//! reach ends first, so that no arrangement goes further.

use chrono::{Datelike, NaiveDate as Date};

use crate::compile::{
    CompiledCalendar, CompiledReach, CompiledReaches, ForeseenHoliday, Foresight,
};

/// How open days are taken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum OpenDays {
    /// As many working days as possible.
    Earliest,
    /// As few working days as possible.
    Latest,
    /// As the principles for the next arrangements say.
    Expected,
}

/// What is known of a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum DayState {
    /// It is a working day or not.
    Known { works: bool },
    /// A holiday of the regulation, by its place.
    Holiday(usize),
    /// The next arrangement may make of it what its weekday does not: a working day a day
    /// off, or a weekly day of rest a working day.
    Open { works: bool },
    /// Nothing is known of its year.
    Beyond,
}

/// What is known of a day by this calendar.
pub(super) fn standing(calendar: &CompiledCalendar, day: Date) -> DayState {
    let works = calendar.works(day);
    let ordered = calendar.year(day.year()).is_some();
    let Some(foresight) = &calendar.foresight else {
        return if ordered { DayState::Known { works } } else { DayState::Beyond };
    };
    if !ordered && (day < foresight.from || foresight.to < day) {
        return DayState::Beyond;
    }
    if let Some((place, _)) = near(foresight, day).find(|(_, one)| one.span().holds(day)) {
        return DayState::Holiday(place);
    }
    let by_weekday = works != calendar.rests(day);
    if by_weekday && reaching(calendar, day, works).next().is_some() && !kept(calendar, day) {
        DayState::Open { works }
    } else {
        DayState::Known { works }
    }
}

/// The holidays that may change a day, and the part of their reach that does.
fn reaching(
    calendar: &CompiledCalendar,
    day: Date,
    works: bool,
) -> impl Iterator<Item = (usize, &ForeseenHoliday, CompiledReach)> {
    calendar.foresight.iter().flat_map(move |foresight| {
        near(foresight, day).filter_map(move |(place, holiday)| {
            let reach = part(foresight.reaches[holiday.reach], works);
            reach.holds(holiday.span(), day).then_some((place, holiday, reach))
        })
    })
}

/// The holidays that begin so near to a day that they last until it or reach it.
fn near(foresight: &Foresight, day: Date) -> impl Iterator<Item = (usize, &ForeseenHoliday)> {
    let farthest = 2 * i64::from(u8::MAX);
    let far = move |one: &ForeseenHoliday| (day - one.from).num_days();
    let first = foresight.holidays.partition_point(|one| farthest < far(one));
    let all = foresight.holidays.iter().enumerate().skip(first);
    all.take_while(move |(_, one)| -farthest <= far(one))
}

/// The holidays for whose sake a day may be changed.
pub(super) fn reached_by(
    calendar: &CompiledCalendar,
    day: Date,
) -> impl Iterator<Item = &ForeseenHoliday> {
    reaching(calendar, day, calendar.works(day)).map(|(_, holiday, _)| holiday)
}

fn part(reaches: CompiledReaches, works: bool) -> CompiledReach {
    if works { reaches.off } else { reaches.work }
}

/// Whether a weekly day of rest stays one, because it makes up enough days off in a row with
/// a holiday, and no other holiday reaches it.
fn kept(calendar: &CompiledCalendar, day: Date) -> bool {
    if !calendar.rests(day) {
        return false;
    }
    let mut near = reaching(calendar, day, false);
    let (Some((_, holiday, _)), None) = (near.next(), near.next()) else { return false };
    let foresight = calendar.foresight.as_ref();
    let Some(keeps) = foresight.and_then(|one| one.reaches[holiday.reach].keeps) else {
        return false;
    };
    let off = |day: &Date| calendar.rests(*day) || holiday.span().holds(*day);
    let (mut first, mut last) = (holiday.from, holiday.span().to);
    while let Some(before) = first.pred_opt().filter(off) {
        first = before;
    }
    while let Some(after) = last.succ_opt().filter(off) {
        last = after;
    }
    first <= day && day <= last && i64::from(keeps) <= (last - first).num_days() + 1
}

/// Goes on to the working day that is the `number`th after `day`, or, with 0, to `day`
/// itself or the first working day after it. None, where nothing is known of a year on the
/// way, or nothing is expected of it.
pub(super) fn go(
    calendar: &CompiledCalendar,
    day: Date,
    number: u16,
    reading: OpenDays,
) -> Option<Date> {
    let mut walk = Walk { calendar, reading, spent: Vec::new() };
    if number == 0 {
        let mut day = day;
        while !walk.works(day)? {
            day = day.succ_opt()?;
        }
        return Some(day);
    }
    let (mut day, mut left) = (day, number);
    while left > 0 {
        day = day.succ_opt()?;
        left -= u16::from(walk.works(day)?);
    }
    Some(day)
}

/// A way through the days, and what it laid to the holidays so far.
struct Walk<'a> {
    calendar: &'a CompiledCalendar,
    reading: OpenDays,
    /// The places of holidays, with whether a day was made a working day.
    spent: Vec<(usize, bool)>,
}

impl Walk<'_> {
    /// Whether a day is taken for a working day.
    fn works(&mut self, day: Date) -> Option<bool> {
        match (standing(self.calendar, day), self.reading) {
            (DayState::Beyond, _) => None,
            (DayState::Known { works }, OpenDays::Earliest | OpenDays::Latest) => Some(works),
            (DayState::Holiday(_), _) => Some(false),
            (DayState::Open { works }, OpenDays::Earliest) => {
                Some(works || self.changes(day, works))
            }
            (DayState::Open { works }, OpenDays::Latest) => {
                Some(works && !self.changes(day, works))
            }
            (DayState::Known { works } | DayState::Open { works }, OpenDays::Expected) => {
                self.expected(day, works)
            }
        }
    }

    /// Whether an arrangement can still change this day.
    fn changes(&mut self, day: Date, works: bool) -> bool {
        let left = reaching(self.calendar, day, works).filter(|(place, _, reach)| {
            let spent = self.spent.iter().filter(|one| **one == (*place, works)).count();
            spent < usize::from(reach.most)
        });
        let ends = |holiday: &ForeseenHoliday, reach: CompiledReach| {
            holiday.span().to + chrono::Days::new(u64::from(reach.after))
        };
        let first = left.min_by_key(|(_, holiday, reach)| ends(holiday, *reach));
        let place = first.map(|(place, ..)| place);
        self.spent.extend(place.map(|place| (place, works)));
        place.is_some()
    }

    /// Whether a day is expected to be a working day.
    fn expected(&self, day: Date, works: bool) -> Option<bool> {
        let expected = self.calendar.foresight.as_ref()?.expected.as_ref()?;
        let (first, last) = expected.years;
        if self.calendar.year(day.year()).is_none() && !(first..=last).contains(&day.year()) {
            return None;
        }
        let off = expected.off.iter().any(|span| span.holds(day));
        Some(expected.work.contains(&day) || (works && !off))
    }
}
