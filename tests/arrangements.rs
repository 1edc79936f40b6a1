//! Deadlines in years for which nothing is ordered yet, held against years that were ordered:
//! each is forgotten in turn, and the days that others ordered must lie in the ranges told.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{Datelike, NaiveDate as Date, Weekday};
use serde_json::{Value, json};
use typed::typed;
use zhengpin::author::{Tyme, load_folder, read_yaml};
use zhengpin::compile::{Law, Library, compile};
use zhengpin::day;
use zhengpin::decide::{Deadline, decide};
use zhengpin::rulebook::{CalendarYear, Calendars, Instruments};

#[allow(dead_code, reason = "shared with tests that roll in other ways")]
#[path = "support/dice.rs"]
mod dice;
#[path = "support/typed.rs"]
mod typed;
use dice::Dice;

/// Working days are counted up to this many.
const LONGEST: usize = 25;

fn date(text: &str) -> Date {
    day::parse(text).unwrap()
}

fn after(date: Date, days: i32) -> Date {
    day::later(date, 0, days).unwrap()
}

/// The calendar as it stands, with the years before it that others quote, and the instruments.
///
/// Source: `tests/data/arranged-2008-2017.yaml`; from 2018 the rulebooks' own calendar.
fn everything() -> (Calendars, Instruments) {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let (mut calendars, instruments) = (found.calendars.value, found.instruments.value);
    let (mut older, _) = read_yaml(include_str!("data/arranged-2008-2017.yaml")).unwrap();
    for (year, ordered) in older["years"].as_object_mut().unwrap() {
        ordered["cite"] = json!(format!("holidays/{year}"));
        let ordered: CalendarYear = serde_json::from_value(ordered.clone()).unwrap();
        calendars.calendars["china"].years.insert(year.clone(), ordered);
    }
    (calendars, instruments)
}

/// A rulebook of deadlines alone: `w1` to `w25` count working days, `m` is one day that gives
/// way where it is a day of rest.
fn counting(calendars: &Calendars, instruments: &Instruments) -> Library {
    let text = |text: &str| json!({"zh": text, "en": text});
    let deadline = |count: Value, moves: bool| {
        json!({"title": text("t"), "says": text("s"), "from": "d", "count": count, "moves": moves,
               "calendar": "china", "who": "seller", "cite": ["civil-code/203/1"]})
    };
    let mut deadlines = serde_json::Map::new();
    for days in 1..=LONGEST {
        deadlines.insert(format!("w{days}"), deadline(json!({"working_days": days}), false));
    }
    deadlines.insert("m".to_owned(), deadline(json!({"days": 1}), true));
    let verdict =
        json!({"title": text("v"), "says": text("v"), "weight": "clear", "otherwise": true});
    let rulebook = json!({
        "rulebook": "test/counting", "title": text("t"), "summary": text("s"),
        "as_of": "2022-01-01", "in_force": {}, "groups": {"g": {"title": text("g")}},
        "facts": {"d": {"kind": "date", "group": "g", "ask": text("d"), "proof": "either", "change": "no"}},
        "issues": {"i": {"title": text("i"), "asks": text("i"), "verdicts": {"v": verdict}}},
        "deadlines": deadlines,
    });
    let law = Law::of(instruments).with_calendars(calendars, &Tyme);
    let compiled = compile(&serde_json::from_value(rulebook).unwrap(), &law).unwrap();
    Library { rulebooks: vec![compiled], calendars: law.calendars().to_vec(), ..Library::default() }
}

fn told(library: &Library, from: Date) -> Vec<Deadline> {
    let request = json!({"rulebook": "test/counting", "facts": {"d": from.to_string()}});
    decide(library, &typed(&request)).unwrap().deadlines
}

/// The days between which a deadline ends.
fn range(deadline: &Deadline) -> (Date, Date) {
    match &deadline.range {
        Some(range) => {
            assert_eq!((deadline.due, deadline.moved), (None, None));
            assert!(range.earliest < range.latest);
            assert!(range.counted.is_none_or(|counted| counted <= range.earliest));
            (range.earliest, range.latest)
        }
        None => {
            let due = deadline.moved.or(deadline.due).unwrap();
            (due, due)
        }
    }
}

/// Which days were ordered otherwise than their weekday has it: a second way of counting.
#[derive(Clone, Default)]
struct Ordered {
    off: BTreeSet<Date>,
    work: BTreeSet<Date>,
}

impl Ordered {
    fn works(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        self.work.contains(&day) || !(weekend || self.off.contains(&day))
    }

    /// The day on which each deadline ends, in their order.
    fn ends(&self, from: Date) -> Vec<Date> {
        let working = from.iter_days().skip(1).filter(|day| self.works(*day));
        let mut ends: Vec<Date> = working.take(LONGEST).collect();
        ends.push(ends[0]);
        ends
    }
}

/// What was ordered, without the special order that made the Spring Festival of 2020 longer:
/// the notice for that year had 24 to 30 January off, 19 January and 1 February worked.
///
/// Source: the notice for 2020, of 21 November 2019.
fn ordered(calendars: &Calendars) -> Ordered {
    let mut ordered = Ordered::default();
    for year in calendars.calendars["china"].years.values() {
        for span in &year.off {
            ordered.off.extend(span.from.iter_days().take_while(|day| *day <= span.to));
        }
        ordered.work.extend(&year.work);
    }
    for day in ["2020-01-31", "2020-02-01", "2020-02-02"] {
        ordered.off.remove(&date(day));
    }
    ordered.work.insert(date("2020-02-01"));
    ordered
}

/// The last day of which it is known whether it works: what is ordered for 2027 may change
/// those after it.
const KNOWN: &str = "2026-12-26";

/// Every year from 2009 to 2026, as it was before it was ordered: nothing is known of it or of
/// the years after it. Every first day from the November before, every count.
#[test]
fn what_was_ordered_later_lies_in_the_range_told_before() {
    let (calendars, instruments) = everything();
    let truth = ordered(&calendars);
    let (mut counts, mut single, mut widest) = (0, 0, 0);
    for year in 2009..=2026 {
        let mut calendars = calendars.clone();
        calendars.calendars["china"].years.retain(|known, _| known.parse::<i32>().unwrap() < year);
        let library = counting(&calendars, &instruments);
        let first = Date::from_ymd_opt(year - 1, 11, 20).unwrap();
        for from in first.iter_days().take_while(|day| day.year() <= year) {
            for (deadline, end) in told(&library, from).iter().zip(truth.ends(from)) {
                if date(KNOWN) < end {
                    continue;
                }
                let (earliest, latest) = range(deadline);
                assert!(
                    earliest <= end && end <= latest,
                    "{} from {from}: {end} is not within {earliest} to {latest}",
                    deadline.id
                );
                counts += 1;
                single += i32::from(earliest == latest);
                widest = widest.max((latest - earliest).num_days());
            }
        }
    }
    println!("{counts} counts, {single} of them told as one day, the widest range {widest} days");
    assert!(180_000 < counts);
    // Ranges that always held because they were boundless would show nothing.
    assert!(counts < 3 * single, "{single} of {counts}");
    // Twenty-five working days over Mid-Autumn Festival and National Day are the widest.
    assert!(widest <= 20, "{widest}");
}

/// How often what was expected came to be ordered, for the years that the principles speak of.
#[test]
fn what_was_expected_of_2025_and_2026_was_ordered() {
    let (calendars, instruments) = everything();
    let truth = ordered(&calendars);
    for year in [2025, 2026] {
        let mut calendars = calendars.clone();
        calendars.calendars["china"].years.retain(|known, _| known.parse::<i32>().unwrap() < year);
        let library = counting(&calendars, &instruments);
        let (mut right, mut all) = (0, 0);
        let first = Date::from_ymd_opt(year - 1, 12, 31).unwrap();
        for from in first.iter_days().take_while(|day| day.year() <= year) {
            for (deadline, end) in told(&library, from).iter().zip(truth.ends(from)) {
                let Some(range) = &deadline.range else { continue };
                if end.year() == year && end <= date(KNOWN) {
                    all += 1;
                    right += i32::from(range.expected == Some(end));
                }
            }
        }
        println!("{year}: {right} of {all} expected days were right");
        assert!(3_000 < all);
        assert_eq!(right, all, "{year}");
    }
}

/// Before the principles were stated nothing is expected.
#[test]
fn nothing_is_expected_of_years_before_the_principles() {
    let (mut calendars, instruments) = everything();
    calendars.calendars["china"].years.retain(|known, _| known != "2016");
    let library = counting(&calendars, &instruments);
    let all = told(&library, date("2016-02-01"));
    let ranges: Vec<_> = all.iter().filter_map(|one| one.range.as_ref()).collect();
    assert!(!ranges.is_empty());
    assert!(ranges.iter().all(|range| range.expected.is_none()));
    // Source: the regulation as amended in 2013, in force from 2014 to 2024.
    let cited = &all[9].citations;
    assert!(cited.iter().any(|one| one.provision == "holiday-regulation-2013/2"));
    assert!(cited.iter().all(|one| !one.provision.starts_with("holiday-regulation-2024")));
}

/// In every year of which something is expected, the expected day lies in the range.
#[test]
fn the_expected_day_lies_in_the_range() {
    let (calendars, instruments) = everything();
    let library = counting(&calendars, &instruments);
    let mut seen = 0;
    let days = date("2026-12-01").iter_days().take_while(|day| *day < date("2036-11-01"));
    for from in days {
        for deadline in told(&library, from) {
            let Some(range) = &deadline.range else { continue };
            let expected = range.expected.unwrap();
            assert!(
                range.earliest <= expected && expected <= range.latest,
                "{} from {from}: {expected} in {range:?}",
                deadline.id
            );
            seen += 1;
        }
    }
    assert!(20_000 < seen);
}

/// Whatever is arranged within the reaches stays in the range, and some arrangement goes to
/// each of its ends.
#[test]
fn random_arrangements_stay_in_the_range_and_reach_its_ends() {
    let (calendars, instruments) = everything();
    let library = counting(&calendars, &instruments);
    let foresight = library.calendars[0].foresight.clone().unwrap();
    let near = |holiday: Date| (2027..=2029).contains(&holiday.year());
    let mut dice = Dice(8);
    let (mut ends, mut reached) = (BTreeSet::new(), BTreeSet::new());
    for round in 0..200_u32 {
        let mut arranged = Ordered::default();
        let fixed: BTreeSet<Date> = foresight
            .holidays
            .iter()
            .flat_map(|one| one.from.iter_days().take_while(|day| one.span().holds(*day)))
            .collect();
        arranged.off.extend(&fixed);
        for holiday in foresight.holidays.iter().filter(|one| near(one.from)) {
            let around = foresight.reaches[usize::from(holiday.reach)];
            for (reach, weekend) in [(around.off, false), (around.work, true)] {
                // All of it, none of it, or some.
                let most = match round % 4 {
                    0 => u32::from(!weekend) * u32::from(reach.most),
                    1 => u32::from(weekend) * u32::from(reach.most),
                    _ => dice.roll(u32::from(reach.most) + 1),
                };
                let mut days: Vec<Date> = (-i32::from(reach.before)..=i32::from(reach.after))
                    .map(|far| after(if far < 0 { holiday.from } else { holiday.span().to }, far))
                    .filter(|day| reach.holds(holiday.span(), *day) && !fixed.contains(day))
                    .filter(|day| matches!(day.weekday(), Weekday::Sat | Weekday::Sun) == weekend)
                    .filter(|day| !weekend || !is_kept(&fixed, *day))
                    .collect();
                let from = dice.roll(u32::try_from(days.len().max(1)).unwrap());
                days.rotate_left(usize::try_from(from).unwrap());
                let chosen = days.into_iter().take(usize::try_from(most).unwrap());
                if weekend { arranged.work.extend(chosen) } else { arranged.off.extend(chosen) }
            }
        }
        for _ in 0..20 {
            let from = after(date("2026-12-10"), i32::try_from(dice.roll(1_000)).unwrap());
            for (place, (deadline, end)) in
                told(&library, from).iter().zip(arranged.ends(from)).enumerate()
            {
                let (earliest, latest) = range(deadline);
                assert!(
                    earliest <= end && end <= latest,
                    "{} from {from}: {end} is not within {earliest} to {latest}",
                    deadline.id
                );
                ends.extend([(from, place, earliest), (from, place, latest)]);
                reached.insert((from, place, end));
            }
        }
    }
    let met = ends.intersection(&reached).count();
    println!("{met} of {} ends of ranges were met", ends.len());
    assert!(ends.len() < 2 * met);
}

/// A weekend that makes three days off in a row with a holiday of one day on a Friday or a
/// Monday: the reading of the calendar is that it is never worked.
fn is_kept(fixed: &BTreeSet<Date>, day: Date) -> bool {
    let friday =
        |day: Date| after(day, -i32::try_from(day.weekday().num_days_from_monday()).unwrap() + 4);
    let beside = [friday(day), after(friday(day), 3)];
    beside.iter().any(|beside| {
        fixed.contains(beside)
            && !fixed.contains(&after(*beside, -1))
            && !fixed.contains(&after(*beside, 1))
    })
}
