//! The day on which a deadline ends, or the days between which it does.

use chrono::{Datelike, NaiveDate as Date};

use crate::compile::{
    CompiledCalendar, CompiledDeadline, CompiledProvision, Foresight, ProvisionId,
};
use crate::day::{is_written, later};
use crate::rulebook::Count;
use crate::sorted::insert_once;

use super::working_days::{DayState, OpenDays, go, reached_by, standing};
use super::{Citation, DueRange, Untold, cite};

/// When a deadline ends, and what that was found by.
#[derive(Default)]
pub(super) struct End {
    pub(super) due: Option<Date>,
    pub(super) moved: Option<Date>,
    pub(super) range: Option<DueRange>,
    pub(super) untold: Option<Untold>,
    /// The provisions that the days counted through rest on.
    pub(super) cited: Vec<Citation>,
    /// Years for which nothing is ordered yet, and whose order may concern these days.
    pub(super) unknown: Vec<i32>,
}

impl End {
    fn untold(why: Untold) -> Self {
        Self { untold: Some(why), ..Self::default() }
    }
}

/// Counts from the day `from`, which is not counted itself.
#[expect(clippy::expect_used, reason = "a deadline in working days without a calendar is refused")]
pub(super) fn find(
    deadline: &CompiledDeadline,
    calendar: Option<&CompiledCalendar>,
    from: Date,
) -> End {
    if deadline.back {
        return back(deadline.count, from);
    }
    let from = deadline.not_before.map_or(from, |first| first.max(from));
    let counted = match deadline.count {
        Count::Days(days) => later(from, 0, i32::from(days)),
        Count::Months(months) => later(from, i32::from(months), 0),
        Count::NoNumber => return End::default(),
        Count::WorkingDays(days) => {
            let Some(first) = later(from, 0, 1) else { return End::untold(Untold::BeyondDates) };
            let calendar = calendar.expect("working days are counted by a calendar");
            return by_calendar(calendar, None, first, |reading| go(calendar, from, days, reading));
        }
    };
    let Some(due) = counted.filter(|due| is_written(*due)) else {
        return End::untold(Untold::BeyondDates);
    };
    match calendar.filter(|_| deadline.moves) {
        Some(calendar) => {
            by_calendar(calendar, Some(due), due, |reading| go(calendar, due, 0, reading))
        }
        None => End { due: Some(due), ..End::default() },
    }
}

/// The days by which something has to be done so long before a day: the last one so counted, and
/// the one before it, which is in time however that is read.
fn back(count: Count, from: Date) -> End {
    let (months, days) = match count {
        Count::Months(months) => (i32::from(months), 0),
        Count::Days(days) | Count::WorkingDays(days) => (0, i32::from(days)),
        Count::NoNumber => return End::default(),
    };
    let latest = later(from, -months, -days);
    match latest.and_then(|latest| later(latest, 0, -1)).zip(latest) {
        Some((earliest, latest)) if is_written(earliest) => {
            End { range: Some(DueRange::between(earliest, latest)), ..End::default() }
        }
        _ => End::untold(Untold::BeyondDates),
    }
}

/// The end that a calendar gives, with what the days from `first` on rest on. `counted` is the
/// last day before it gives way.
fn by_calendar(
    calendar: &CompiledCalendar,
    counted: Option<Date>,
    first: Date,
    ends: impl Fn(OpenDays) -> Option<Date>,
) -> End {
    let Some((earliest, latest)) = ends(OpenDays::Earliest).zip(ends(OpenDays::Latest)) else {
        return End::untold(Untold::BeyondCalendar);
    };
    if !is_written(latest) {
        return End::untold(Untold::BeyondDates);
    }
    let mut way = DayCount::new(calendar, first, latest);
    let mut end = End::default();
    if earliest == latest {
        end.due = counted.or(Some(latest));
        end.moved = Some(latest).filter(|_| counted.is_some_and(|counted| counted != latest));
    } else {
        way.cite_exchange();
        let expected = ends(OpenDays::Expected);
        if expected.is_some() {
            way.cite_principles();
        }
        end.range = Some(DueRange {
            counted,
            earliest,
            latest,
            expected,
            holidays: way.holidays,
            may_be_off: way.may_be_off,
            may_be_worked: way.may_be_worked,
        });
    }
    (end.cited, end.unknown) = (way.cited, way.unknown);
    end
}

/// What is known of the days of a count.
struct DayCount<'a> {
    calendar: &'a CompiledCalendar,
    first: Date,
    cited: Vec<Citation>,
    unknown: Vec<i32>,
    holidays: Vec<Date>,
    may_be_off: Vec<Date>,
    may_be_worked: Vec<Date>,
}

impl<'a> DayCount<'a> {
    fn new(calendar: &'a CompiledCalendar, first: Date, last: Date) -> Self {
        let mut way = Self {
            calendar,
            first,
            cited: Vec::new(),
            unknown: Vec::new(),
            holidays: Vec::new(),
            may_be_off: Vec::new(),
            may_be_worked: Vec::new(),
        };
        for year in first.year()..=last.year() {
            match calendar.year(year) {
                Some(year) => year.provision.iter().for_each(|one| way.cite(one)),
                None => insert_once(&mut way.unknown, year),
            }
        }
        first.iter_days().take_while(|day| *day <= last).for_each(|day| way.look(day));
        way
    }

    fn look(&mut self, day: Date) {
        let standing = standing(self.calendar, day);
        let list = match standing {
            DayState::Known { .. } | DayState::Beyond => return,
            DayState::Holiday(_) => &mut self.holidays,
            DayState::Open { works: true } => &mut self.may_be_off,
            DayState::Open { works: false } => &mut self.may_be_worked,
        };
        list.push(day);
        let Some(foresight) = &self.calendar.foresight else { return };
        match standing {
            DayState::Holiday(place) => {
                let holiday = foresight.holidays.get(place);
                let provision = holiday.map(|one| &foresight.provisions[one.provision]);
                provision.into_iter().for_each(|one| self.cite(one));
            }
            _ => {
                for holiday in reached_by(self.calendar, day) {
                    insert_once(&mut self.unknown, holiday.from.year());
                }
            }
        }
    }

    fn cite(&mut self, provision: &CompiledProvision) {
        cite::add(
            &mut self.cited,
            Citation {
                provision: provision.id.clone(),
                rank: provision.rank,
                confidence: provision.confidence,
            },
        );
    }

    /// Cites what days are exchanged by in the years that nothing is ordered for.
    fn cite_exchange(&mut self) {
        let from = self.unknown.first().and_then(|year| Date::from_ymd_opt(*year, 1, 1));
        let day = from.map_or(self.first, |from| from.max(self.first));
        self.cite_some(|foresight| &foresight.arranging, day);
    }

    /// Cites the principles by which an order is expected.
    fn cite_principles(&mut self) {
        let day = self.first;
        self.cite_some(|one| one.expected.as_ref().map_or(&[], |expected| &expected.cite), day);
    }

    fn cite_some(&mut self, places: impl Fn(&Foresight) -> &[ProvisionId], day: Date) {
        let Some(foresight) = &self.calendar.foresight else { return };
        let found = places(foresight).iter().map(|one| &foresight.provisions[*one]);
        for provision in found.filter(|provision| provision.in_force.holds_on(day)) {
            self.cite(provision);
        }
    }
}
