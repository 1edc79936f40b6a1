//! Decisions in columns are those of requests, row by row.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/dice.rs"]
mod dice;
#[path = "support/in_columns.rs"]
mod in_columns;
#[path = "support/random.rs"]
mod random;
#[path = "support/typed.rs"]
mod typed;

use std::cell::RefCell;

use dice::Dice;
use in_columns::{decide_rows, held_against_requests};
use random::{described, on_random_facts, value};
use zhengpin::day::parse;
use zhengpin::decide::{
    Columnar, DecidedColumns, DecisionColumns, FactValues, Facts, NEVER_DAY, OPEN_CODE, OPEN_DAY,
};
use zhengpin::library::built_in;
use zhengpin::problem::{Code, Problem};
use zhengpin::request::DecisionColumnsRequest;

/// Rulebooks that decide, with days of several versions.
const ASKED: [(&str, &str); 9] = [
    ("cn/complaint", "2026-11-22"),
    ("cn/complaint", "2020-01-01"),
    ("cn/parallel-import", "2026-11-22"),
    ("cn/parallel-import", "2027-01-01"),
    ("taobao/findings", "2026-11-22"),
    ("eu/parallel-import", "2026-11-22"),
    ("us/parallel-import", "2026-11-22"),
    ("jp/parallel-import", "2026-11-22"),
    ("hk/parallel-import", "2026-11-22"),
];

fn asked(rulebook: &str, issue: &str, day: &str) -> DecisionColumnsRequest {
    DecisionColumnsRequest::new(rulebook, issue).as_of(parse(day).unwrap())
}

/// Rows that can be true, of which so many facts in a hundred are open, and rows of answers
/// thrown together, which mostly cannot.
fn rows(rulebook: &str, day: &str) -> Vec<Facts> {
    let rows = RefCell::new(Vec::new());
    for open in [10, 50, 85] {
        on_random_facts((rulebook, day), 24, open, |facts| {
            rows.borrow_mut().push(facts.clone());
            Ok(())
        });
    }
    let mut rows = rows.into_inner();
    let description = described(rulebook, day);
    let mut dice = Dice(7);
    for _ in 0..40 {
        let few = dice.of(&[2, 12]);
        let facts = description.facts.iter().filter_map(|fact| {
            let draw = u16::try_from(dice.roll(600)).unwrap();
            dice.one_in(few).then(|| (fact.id.clone(), value(fact, draw)))
        });
        rows.push(facts.collect());
    }
    rows.push(Facts::new());
    rows
}

/// The issues of a rulebook that arise on a day.
fn issues(rulebook: &str, day: &str) -> Vec<String> {
    described(rulebook, day).issues.iter().map(|issue| issue.id.clone()).collect()
}

/// Source: docs/architecture.md, "What holds", 6: every way of asking gives the same answer. Two
/// implementations: the tree and the diagram of a request, and the columns.
#[test]
fn rows_are_decided_as_requests_are() {
    let (mut settled, mut contradictory) = (0, 0);
    for (rulebook, day) in ASKED {
        let rows = rows(rulebook, day);
        for issue in issues(rulebook, day) {
            let request = asked(rulebook, &issue, day);
            contradictory += held_against_requests(built_in(), &request, &rows)
                .unwrap_or_else(|error| panic!("{rulebook} on {day}: {error}"));
            let mut columns = DecisionColumns::new(built_in(), &request).unwrap();
            let told = decide_rows(&mut columns, &rows);
            settled += told.settled.iter().map(|settled| usize::from(*settled == 1)).sum::<usize>();
        }
    }
    assert!(settled > 500 && contradictory > 200, "{settled} settled, {contradictory} refused");
}

/// Source: a row is decided by its own facts, wherever it stands and whatever was decided before.
#[test]
fn a_row_is_decided_alike_wherever_it_stands() {
    let (rulebook, day) = ASKED[0];
    let rows = rows(rulebook, day);
    let request = asked(rulebook, "notice", day);
    let mut columns = DecisionColumns::new(built_in(), &request).unwrap();
    let all = decide_rows(&mut columns, &rows);
    for many in [1, 63, 64, 65, rows.len()] {
        let from = rows.len() - many;
        let some = decide_rows(&mut columns, &rows[from..]);
        let mut anew = DecisionColumns::new(built_in(), &request).unwrap();
        let alone = decide_rows(&mut anew, &rows[from..]);
        let words = columns.describe().words;
        let reasons = |told: &DecidedColumns, of: &DecisionColumns| -> Vec<Vec<String>> {
            let codes = told.because.iter().map(|code| usize::try_from(*code).unwrap());
            codes.map(|code| of.reasons()[code].clone()).collect()
        };
        assert_eq!(reasons(&some, &columns), reasons(&alone, &anew));
        assert_eq!(some.verdict, all.verdict[from..]);
        assert_eq!(some.possible, all.possible[from..]);
        assert_eq!(some.failing, all.failing[from * words..]);
        assert_eq!(some.unknown, all.unknown[from * words..]);
        assert_eq!((alone.verdict, alone.settled), (some.verdict, some.settled));
        assert_eq!((alone.failing, alone.unknown), (some.failing, some.unknown));
    }
    let none = columns.decide(0, &[], Columnar { missing: true, because: true }).unwrap();
    assert_eq!(none, DecidedColumns::default());
}

fn refused(rows: usize, facts: &[(&str, FactValues<'_>)]) -> Vec<Problem> {
    let request = asked("cn/complaint", "notice", "2026-11-22");
    let mut columns = DecisionColumns::new(built_in(), &request).unwrap();
    let refused = columns.decide(rows, facts, Columnar::default()).unwrap_err();
    refused.problems().cloned().collect()
}

/// Source: the table of values of `FactValues`.
#[test]
fn a_value_that_there_is_not_is_refused_with_its_row() {
    let mut located = vec![1; 200];
    (located[17], located[130]) = (3, 254);
    let found = refused(200, &[("n_locate", FactValues::Codes(&located))]);
    let told: Vec<(Code, &str)> = found.iter().map(|one| (one.code, one.path.as_str())).collect();
    let expected = ["/facts/n_locate/17", "/facts/n_locate/130"];
    assert_eq!(told, expected.map(|path| (Code::OutOfRange, path)));
    assert_eq!(found[0].params.get("expected").unwrap().to_string(), "0 – 1, 255");
    let codes = [OPEN_CODE, 0, 1, 2];
    let request = asked("cn/complaint", "notice", "2026-11-22");
    let mut columns = DecisionColumns::new(built_in(), &request).unwrap();
    let open = columns.decide(4, &[("n_locate", FactValues::Codes(&codes))], Columnar::default());
    assert_eq!(open.unwrap().settled, [0, 1, 0, 0], "2 and 255 are unknown");

    let description = columns.describe();
    for fact in &description.facts {
        let id = fact.fact.as_str();
        let place = format!("/facts/{id}/1");
        let many = fact.values.len();
        let (codes, members) = ([0, u8::try_from(many).unwrap() + 1], [0, 1 << many]);
        let wrong = match fact.array {
            Some("Uint8Array") => FactValues::Codes(&codes),
            Some("Uint32Array") => FactValues::Members(&members),
            Some("Float64Array") => FactValues::Numbers(&[0.0, 0.5]),
            // A day after the last that can be written, and one that did not come.
            _ if fact.never.is_none() => FactValues::Days(&[0, NEVER_DAY]),
            _ => FactValues::Days(&[OPEN_DAY, 2_932_897]),
        };
        let found = refused(2, &[(id, wrong)]);
        assert_eq!(found.len(), 1, "{id}: {found:?}");
        assert_eq!(found[0].path, place);
        assert!(matches!(found[0].code, Code::OutOfRange | Code::WrongType));
    }
}

#[test]
fn what_is_wrong_with_the_columns_is_refused() {
    let codes = [0, 1];
    let one = |name, values| {
        let found = refused(2, &[(name, values)]);
        assert_eq!(found.len(), 1);
        (found[0].code, found[0].path.clone())
    };
    let at = |path: &str| path.to_owned();
    let yes = FactValues::Codes(&codes);
    assert_eq!(one("n_located", yes), (Code::UnknownFact, at("/facts/n_located")));
    assert_eq!(
        one("n_locate", FactValues::Days(&[0, 1])),
        (Code::WrongType, at("/facts/n_locate"))
    );
    let short = FactValues::Codes(&codes[1..]);
    assert_eq!(one("n_locate", short), (Code::UnevenColumns, at("/facts/n_locate")));
    let twice = refused(2, &[("n_locate", yes), ("n_locate", yes)]);
    assert_eq!((twice.len(), twice[0].code), (1, Code::DuplicateId));

    let new = |rulebook: &str, issue: &str, day: &str| {
        let found = DecisionColumns::new(built_in(), &asked(rulebook, issue, day)).unwrap_err();
        (found.first().code, found.first().path.clone())
    };
    assert_eq!(new("cn/complaint", "notices", "2026-11-22"), (Code::UnknownIssue, at("/issue")));
    assert_eq!(new("cn/complaint", "notice", "2010-01-01"), (Code::NotInForce, at("/asOf")));
    assert_eq!(new("cn", "notice", "2026-11-22"), (Code::UnknownRulebook, at("/rulebook")));
}
