//! What is expected to be ordered for a year, by the principles stated for the years to come.
//!
//! The principles fix how many days off in a row each holiday has. How many weekly days of
//! rest are worked in exchange follows from the regulation: as many as there are days off
//! that are neither holidays nor weekly days of rest. Which ones is our reading: the nearest
//! ones, on both sides where there are two, so that no more working days stand in a row than
//! the principles allow.

use chrono::{Datelike, NaiveDate as Date, Weekday};

use crate::day::later;
use crate::rulebook::{Calendar, ExpectedBlock, Statutory};

use super::Span;
use super::foresight::{Almanac, holiday};

/// The farthest that a working day in exchange is looked for.
const FARTHEST: i32 = 31;

/// Days off in a row around one holiday, or several that fall together.
#[derive(Clone, Copy)]
struct Block {
    span: Span,
    /// How many weekly days of rest are worked for it.
    exchanged: i64,
}

/// The days off and the days worked in exchange that are expected in `years`.
pub(super) fn days(
    calendar: &Calendar,
    statutory: &Statutory,
    almanac: &impl Almanac,
    years: &[i32],
) -> (Vec<Span>, Vec<Date>) {
    let mut all: Vec<Block> = Vec::new();
    for year in years {
        all.extend(blocks(calendar, statutory, almanac, *year));
    }
    all.sort_by_key(|block| block.span.from);
    let most = statutory.expected.as_ref().map_or(i64::MAX, |one| i64::from(one.in_a_row));
    let mut plan =
        Plan { calendar, off: all.iter().map(|block| block.span).collect(), work: Vec::new() };
    for block in all {
        plan.exchange(block, most);
    }
    plan.work.sort_unstable();
    (plan.off, plan.work)
}

/// The days off in a row of one year.
fn blocks(
    calendar: &Calendar,
    statutory: &Statutory,
    almanac: &impl Almanac,
    year: i32,
) -> Vec<Block> {
    let fixed = |id: &str| {
        let one = statutory.holidays.get(id)?;
        holiday(almanac, one, year).map(|span| (span, i64::from(one.days)))
    };
    let mut joined = Vec::new();
    let mut found = Vec::new();
    for (id, one) in &statutory.holidays {
        let Some((span, days)) = fixed(id) else { continue };
        let Some(plan) = &one.expected else {
            found.push((id, Block { span, exchanged: 0 }));
            continue;
        };
        let mut block = around(calendar, plan, span);
        let mut holidays = days;
        if let Some(other) = &plan.joined
            && let Some((with, more)) = fixed(&other.with)
            && block.from <= with.from
            && with.to <= block.to
        {
            block.to = later(block.from, 0, i32::from(other.days) - 1).unwrap_or(block.to);
            holidays += more;
            joined.push(&other.with);
        }
        let all = block.from.iter_days().take_while(|day| *day <= block.to);
        let (count, rest) = all
            .fold((0, 0), |(count, rest), day| (count + 1, rest + i64::from(rests(calendar, day))));
        found.push((id, Block { span: block, exchanged: count - rest - holidays }));
    }
    found.retain(|(id, _)| !joined.contains(id));
    found.into_iter().map(|(_, block)| block).collect()
}

/// The days off in a row around a holiday: from its first day on, or, where there is a
/// weekday on which it stands alone, those that hold most weekly days of rest, and of these
/// the latest.
fn around(calendar: &Calendar, plan: &ExpectedBlock, holiday: Span) -> Span {
    let length = i32::from(plan.days.max(1)) - 1;
    let from = |from: Date| later(from, 0, length).map(|to| Span { from, to });
    let Some(alone) = plan.alone else { return from(holiday.from).unwrap_or(holiday) };
    if Weekday::from(alone) == holiday.from.weekday() {
        return holiday;
    }
    let spans = (0..=length).rev().filter_map(|back| from(later(holiday.from, 0, -back)?));
    let resting = |span: &Span| {
        span.from
            .iter_days()
            .take_while(|day| day <= &span.to)
            .filter(|day| rests(calendar, *day))
            .count()
    };
    spans.max_by_key(resting).unwrap_or(holiday)
}

/// Whether a day is a weekly day of rest.
fn rests(calendar: &Calendar, day: Date) -> bool {
    calendar.rest.iter().any(|rest| Weekday::from(*rest) == day.weekday())
}

/// What is planned so far.
struct Plan<'a> {
    calendar: &'a Calendar,
    off: Vec<Span>,
    work: Vec<Date>,
}

impl Plan<'_> {
    /// Chooses the days worked for days off: the nearest one, or one on either side in turn.
    fn exchange(&mut self, block: Block, most: i64) {
        let mut before = self.candidates(block.span.from, -1);
        let mut after = self.candidates(block.span.to, 1);
        let mut sides: Option<bool> = None;
        for _ in 0..block.exchanged {
            let fits = |day: &Date| self.in_a_row(*day) <= most;
            let (early, late) =
                (before.iter().copied().find(fits), after.iter().copied().find(fits));
            let nearer = match (early, late) {
                (Some(early), Some(late)) => (block.span.from - early) <= (late - block.span.to),
                _ => early.is_some(),
            };
            let first = sides.map_or(nearer, |before| !before);
            let Some(day) = (if first { early.or(late) } else { late.or(early) }) else { return };
            sides = Some(day < block.span.from);
            before.retain(|one| *one != day);
            after.retain(|one| *one != day);
            self.work.push(day);
        }
    }

    /// The weekly days of rest on one side of days off, the nearest first, without those that
    /// are off for a holiday. Where a whole rest of the week adjoins, its nearest day stays off.
    fn candidates(&self, edge: Date, step: i32) -> Vec<Date> {
        let days: Vec<Date> = (1..=FARTHEST)
            .filter_map(|far| later(edge, 0, far * step))
            .filter(|day| rests(self.calendar, *day) && !self.is_off(*day))
            .collect();
        let next = |far: i32| later(edge, 0, far * step);
        let whole = days.first().copied() == next(1) && days.get(1).copied() == next(2);
        days.into_iter().skip(usize::from(whole)).collect()
    }

    /// How many working days would stand in a row, if this day were one.
    fn in_a_row(&self, day: Date) -> i64 {
        let run = |step: i32| {
            let days = (1..=FARTHEST).filter_map(|far| later(day, 0, far * step));
            days.take_while(|day| self.works(*day)).fold(0, |count, _| count + 1)
        };
        run(-1) + 1 + run(1)
    }

    fn is_off(&self, day: Date) -> bool {
        self.off.iter().any(|span| span.from <= day && day <= span.to)
    }

    fn works(&self, day: Date) -> bool {
        let ordered = self.calendar.years.values();
        let (work, off) = ordered.fold((false, false), |(work, off), year| {
            let rests = year.off.iter().any(|span| span.from <= day && day <= span.to);
            (work || year.work.contains(&day), off || rests)
        });
        let worked = work || self.work.contains(&day);
        worked || !(off || self.is_off(day) || rests(self.calendar, day))
    }
}
