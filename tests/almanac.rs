//! The lunar days that calendars are compiled with, against the years as they were published,
//! another library, and the rule of thumb for Qingming.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use icu_calendar::cal::{ChineseTraditional, Gregorian};
use icu_calendar::types::Month;
use zhengpin::author::Tyme;
use zhengpin::compile::{Almanac, first_day};
use zhengpin::day;
use zhengpin::rulebook::{HolidayDay, MonthDay, Term};

/// New Year's Day of the lunar calendar, Qingming, Dragon Boat and Mid-Autumn Festival.
///
/// Source: the yearly notices of the State Council for 2008 to 2026, which name the days;
/// Spring Festival 2027 to 2030 from the maintainers' notes on the almanac of Purple Mountain
/// Observatory.
const PUBLISHED: [[&str; 4]; 19] = [
    ["2008-02-07", "2008-04-04", "2008-06-08", "2008-09-14"],
    ["2009-01-26", "2009-04-04", "2009-05-28", "2009-10-03"],
    ["2010-02-14", "2010-04-05", "2010-06-16", "2010-09-22"],
    ["2011-02-03", "2011-04-05", "2011-06-06", "2011-09-12"],
    ["2012-01-23", "2012-04-04", "2012-06-23", "2012-09-30"],
    ["2013-02-10", "2013-04-04", "2013-06-12", "2013-09-19"],
    ["2014-01-31", "2014-04-05", "2014-06-02", "2014-09-08"],
    ["2015-02-19", "2015-04-05", "2015-06-20", "2015-09-27"],
    ["2016-02-08", "2016-04-04", "2016-06-09", "2016-09-15"],
    ["2017-01-28", "2017-04-04", "2017-05-30", "2017-10-04"],
    ["2018-02-16", "2018-04-05", "2018-06-18", "2018-09-24"],
    ["2019-02-05", "2019-04-05", "2019-06-07", "2019-09-13"],
    ["2020-01-25", "2020-04-04", "2020-06-25", "2020-10-01"],
    ["2021-02-12", "2021-04-04", "2021-06-14", "2021-09-21"],
    ["2022-02-01", "2022-04-05", "2022-06-03", "2022-09-10"],
    ["2023-01-22", "2023-04-05", "2023-06-22", "2023-09-29"],
    ["2024-02-10", "2024-04-04", "2024-06-10", "2024-09-17"],
    ["2025-01-29", "2025-04-04", "2025-05-31", "2025-10-06"],
    ["2026-02-17", "2026-04-05", "2026-06-19", "2026-09-25"],
];

const DAYS: [HolidayDay; 4] = [
    HolidayDay::Lunar(MonthDay { month: 1, day: 1 }),
    HolidayDay::Term(Term::Qingming),
    HolidayDay::Lunar(MonthDay { month: 5, day: 5 }),
    HolidayDay::Lunar(MonthDay { month: 8, day: 15 }),
];

fn found(on: HolidayDay, year: i32) -> String {
    first_day(&Tyme, on, year).unwrap().to_string()
}

#[test]
fn the_days_are_those_published_since_2008() {
    for (year, published) in (2008..).zip(PUBLISHED) {
        assert_eq!(DAYS.map(|on| found(on, year)), published);
    }
    // Months that begin next to midnight, of which some libraries are a day off.
    assert_eq!(found(DAYS[0], 2027), "2027-02-06");
    assert_eq!(found(DAYS[0], 2030), "2030-02-03");
    // The last day of the lunar year is the 29th in some years and the 30th in others.
    assert_eq!(found(HolidayDay::NewYearsEve, 2025), "2025-01-28");
    assert_eq!(found(HolidayDay::NewYearsEve, 2027), "2027-02-05");
}

/// Source: ICU4X, whose Chinese calendar is computed on its own.
#[test]
fn the_lunar_days_are_those_of_another_library() {
    for year in 2008..=2060 {
        for (month, number) in [(1, 1), (5, 5), (8, 15)] {
            let other = icu_calendar::Date::try_new(
                year.into(),
                Month::new(month),
                number,
                ChineseTraditional::new(),
            );
            let other = other.unwrap().to_calendar(Gregorian);
            let other = (other.month().number(), other.day_of_month().0);
            let ours = Tyme.lunar(year, MonthDay { month, day: number }).unwrap().to_string();
            assert_eq!(ours, format!("{year}-{:02}-{:02}", other.0, other.1));
        }
    }
}

/// Source: the rule of thumb for the 21st century, ⌊0.2422 y + 4.81⌋ − ⌊y / 4⌋ with the last
/// two digits of the year.
#[test]
fn qingming_is_the_day_of_the_rule_of_thumb() {
    for year in 2008..=2060_i32 {
        let short = year % 100;
        let number = (2422 * short + 48_100) / 10_000 - short / 4;
        assert_eq!(found(DAYS[1], year), format!("{year}-04-{number:02}"));
    }
}

#[test]
fn a_day_that_there_is_not_is_none() {
    let lunar = |month, day| Tyme.lunar(2026, MonthDay { month, day });
    assert_eq!(lunar(13, 1), None);
    assert_eq!(lunar(0, 1), None);
    assert_eq!(lunar(1, 31), None);
    assert_eq!(lunar(1, 0), None);
    assert_eq!(Tyme.lunar(100_000, MonthDay { month: 1, day: 1 }), None);
    assert_eq!(Tyme.term(100_000, Term::Qingming), None);
    let feb = HolidayDay::Solar(MonthDay { month: 2, day: 29 });
    assert_eq!(first_day(&Tyme, feb, 2027), None);
    assert_eq!(first_day(&Tyme, feb, 2028), day::parse("2028-02-29"));
}
