//! When a window and a year end.

use chrono::NaiveDate;
use serde_json::json;
use zhengpin::compile::Length;
use zhengpin::library::built_in;
use zhengpin::rulebook::Shape;
use zhengpin::simulate::{Simulation, simulate};

use super::TAOBAO;
use super::drawn::{on, plain, request, run};
use super::oracle::Readings;
use super::typed::typed;

fn strikes(simulation: &Simulation) -> Vec<u32> {
    simulation.entries.iter().map(|entry| entry.strikes).collect()
}

/// Source: law/penalties.md A3.6, (b)1: days in UTC+8, whatever offset a time is written in.
#[test]
fn midnight_in_beijing_ends_a_window() {
    for (second, expected) in [
        ("2017-04-03T15:59:59Z", 1),
        ("2017-04-03T16:00:00Z", 2),
        ("2017-04-03T23:59+08:00", 1),
        ("2017-04-04T00:00+08:00", 2),
        ("2017-04-03T11:59-04:00", 1),
        ("2017-04-03T12:00-04:00", 2),
    ] {
        let request = json!({"rulebook": TAOBAO, "findings": [
            {"id": "a", "issued": "2017-04-01T00:00", "tier": "information"},
            {"id": "b", "issued": second, "tier": "information"},
        ]});
        assert_eq!(run(&request).status.strikes, expected, "{second}");
    }
}

/// Source: law/penalties.md A4.9: cleared on 31 December 24:00 in UTC+8.
#[test]
fn midnight_in_beijing_ends_a_year() {
    for (second, ledger) in [
        ("2017-12-31T15:59:59Z", 4),
        ("2017-12-31T16:00:00Z", 2),
        ("2017-12-31T23:59:59", 4),
        ("2018-01-01T00:00", 2),
    ] {
        let request = json!({"rulebook": TAOBAO, "findings": [
            {"id": "a", "issued": "2017-06-01", "tier": "information"},
            {"id": "b", "issued": second, "tier": "information"},
        ]});
        assert_eq!(run(&request).status.points, ledger, "{second}");
    }
}

/// Source: law/penalties.md (b)1 and the calendar: 29 February is a day like others.
#[test]
fn a_leap_day_is_a_day_of_a_window() {
    let three = |last: &str| {
        plain(&[on("2020-02-28", "information", 1), on(last, "information", 1)]).status.strikes
    };
    assert_eq!((three("2020-02-29"), three("2020-03-01"), three("2020-03-02")), (1, 1, 2));
    let common = |last: &str| {
        plain(&[on("2019-02-28", "information", 1), on(last, "information", 1)]).status.strikes
    };
    assert_eq!((common("2019-03-02"), common("2019-03-03")), (1, 2));
    let restricted = plain(&[on("2020-02-20T08:30", "sale", 1)]);
    let hidden = restricted.entries[0].measures.iter().find(|one| one.code == "shop_hidden");
    assert_eq!(hidden.unwrap().until.as_deref(), Some("2020-03-05T08:30+08:00"));
}

/// Every pair of days around a window's end, in either reading, against the calendar.
#[test]
fn every_day_of_two_years_ends_its_window_three_days_later() {
    let first = NaiveDate::from_ymd_opt(2019, 11, 1).unwrap();
    for start in first.iter_days().take(500) {
        for later in 0..5_u64 {
            let second = start + chrono::Days::new(later);
            let findings = [
                on(&start.to_string(), "information", 1),
                on(&second.to_string(), "information", 1),
            ];
            let expected = if later < 3 { vec![1, 1] } else { vec![1, 2] };
            assert_eq!(strikes(&plain(&findings)), expected, "{start} and {second}");
        }
    }
}

/// Source: law/penalties.md, properties under (c): a chained window does not reproduce T01.
#[test]
fn neither_a_sliding_window_nor_a_difference_of_three_days_gives_the_official_example() {
    let example = [
        on("2017-04-01", "information", 1),
        on("2017-04-02", "information", 1),
        on("2017-04-03", "information", 4),
        on("2017-04-04", "information", 1),
    ];
    assert_eq!(strikes(&plain(&example)), [1, 1, 1, 2]);
    // A window that every finding prolongs, and one that takes in the fourth day.
    let changed = |change: &dyn Fn(&mut zhengpin::compile::CompiledWindow)| {
        let mut library = built_in().clone();
        let ledgers = library.rulebooks.iter_mut().filter(|rulebook| rulebook.id == TAOBAO);
        for rulebook in ledgers {
            rulebook.ledger.as_mut().unwrap().windows.values_mut().for_each(change);
        }
        strikes(&simulate(&library, &typed(&request(&example, None, &Readings::new()))).unwrap())
    };
    assert_eq!(changed(&|window| window.shape = Shape::Chained), [1, 1, 1, 1]);
    assert_eq!(changed(&|window| window.length = Length::Days(4)), [1, 1, 1, 1]);
}
