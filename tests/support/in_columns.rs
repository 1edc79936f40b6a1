//! Facts of many rows written as columns, and what is decided of them held against requests, one
//! for each row.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use zhengpin::compile::Library;
use zhengpin::decide::{
    CONTRADICTORY, Columnar, Decided, DecidedColumns, DecisionColumns, FactColumn, FactValues,
    Facts, NEVER_DAY, OPEN_CODE, OPEN_DAY, OPEN_MEMBERS, OPEN_VERDICT, decided,
};
use zhengpin::problem::Code;
use zhengpin::request::{DecideRequest, DecisionColumnsRequest, Want};
use zhengpin::rulebook::{Kind, Value};
use zhengpin::truth::Truth;

/// The values of a fact in all rows.
pub(crate) enum Owned {
    Codes(Vec<u8>),
    Members(Vec<u32>),
    Numbers(Vec<f64>),
    Days(Vec<i32>),
}

impl Owned {
    pub(crate) fn as_values(&self) -> FactValues<'_> {
        match self {
            Self::Codes(list) => FactValues::Codes(list),
            Self::Members(list) => FactValues::Members(list),
            Self::Numbers(list) => FactValues::Numbers(list),
            Self::Days(list) => FactValues::Days(list),
        }
    }
}

/// Days since 1970-01-01.
fn day_number(text: &str) -> i32 {
    let day = zhengpin::day::parse(text).unwrap();
    day.num_days_from_ce() - NaiveDate::from_ymd_opt(1970, 1, 1).unwrap().num_days_from_ce()
}

/// The column of a fact.
fn column(fact: &FactColumn, rows: &[Facts]) -> Owned {
    let given = || rows.iter().map(|row| row.get(&fact.fact));
    let place = |name: &String| fact.values.iter().position(|known| known == name).unwrap();
    match fact.kind {
        Kind::YesNo | Kind::Choice => Owned::Codes(
            given()
                .map(|value| match value {
                    None => OPEN_CODE,
                    Some(Value::Bool(answer)) => u8::from(*answer),
                    Some(Value::Text(name)) => u8::try_from(place(name)).unwrap(),
                    Some(other) => panic!("{other:?} is no choice"),
                })
                .collect(),
        ),
        Kind::Set => Owned::Members(
            given()
                .map(|value| match value {
                    None => OPEN_MEMBERS,
                    Some(Value::List(names)) => {
                        names.iter().fold(0, |bits, name| bits | 1 << place(name))
                    }
                    Some(other) => panic!("{other:?} is no set"),
                })
                .collect(),
        ),
        Kind::Number => Owned::Numbers(
            given()
                .map(|value| match value {
                    None => f64::NAN,
                    Some(Value::Number(number)) => f64::from(i32::try_from(*number).unwrap()),
                    Some(other) => panic!("{other:?} is no number"),
                })
                .collect(),
        ),
        Kind::Date => Owned::Days(
            given()
                .map(|value| match value {
                    None => OPEN_DAY,
                    Some(Value::Text(text)) if text.len() == 10 => day_number(text),
                    Some(Value::Text(_)) => NEVER_DAY,
                    Some(other) => panic!("{other:?} is no day"),
                })
                .collect(),
        ),
    }
}

/// The columns of those facts that some row states.
pub(crate) fn columns(facts: &[FactColumn], rows: &[Facts]) -> Vec<(String, Owned)> {
    let stated = |fact: &&FactColumn| rows.iter().any(|row| row.contains_key(&fact.fact));
    facts.iter().filter(stated).map(|fact| (fact.fact.clone(), column(fact, rows))).collect()
}

/// Decides rows in columns, with all that can be told of them.
pub(crate) fn decide_rows(columns_of: &mut DecisionColumns, rows: &[Facts]) -> DecidedColumns {
    let owned = columns(&columns_of.describe().facts, rows);
    let given: Vec<(&str, FactValues<'_>)> =
        owned.iter().map(|(id, values)| (id.as_str(), values.as_values())).collect();
    let wanted = Columnar { missing: true, because: true };
    columns_of.decide(rows.len(), &given, wanted).unwrap()
}

/// Holds rows against requests, and tells how many of them contradict themselves.
pub(crate) fn held_against_requests(
    library: &Library,
    asked: &DecisionColumnsRequest,
    rows: &[Facts],
) -> Result<usize, TestCaseError> {
    let mut columns_of = DecisionColumns::new(library, asked).unwrap();
    let told = decide_rows(&mut columns_of, rows);
    let description = columns_of.describe();
    let named = |words: &[u32]| -> Vec<&String> {
        let bit = |(place, _): &(usize, &String)| words[place / 32] >> (place % 32) & 1 == 1;
        description.elements.iter().enumerate().filter(bit).map(|(_, id)| id).collect()
    };
    let mut contradictory = 0;
    for (row, facts) in rows.iter().enumerate() {
        let mut request = DecideRequest::new(&asked.rulebook)
            .issue(&asked.issue)
            .facts(facts.clone())
            .want(Want::Reasons);
        request.as_of = asked.as_of;
        let verdict = told.verdict[row];
        let answer = match decided(library, &request) {
            Ok(Decided::Reasons(mut reasons)) => reasons.issues.remove(0),
            Ok(other) => panic!("{other:?}"),
            Err(refused) => {
                prop_assert_eq!(refused.first().code, Code::ContradictoryFacts);
                prop_assert_eq!(verdict, CONTRADICTORY, "{}: {:?}", asked.issue, facts);
                prop_assert_eq!((told.settled[row], told.possible[row]), (0, 0));
                contradictory += 1;
                continue;
            }
        };
        let known = description.verdicts.iter().position(|id| Some(id) == answer.verdict.as_ref());
        let expected = known.filter(|_| answer.settled).map(|place| u8::try_from(place).unwrap());
        let expected = expected.unwrap_or(OPEN_VERDICT);
        prop_assert_eq!(verdict, expected, "{}: {:?}", asked.issue, facts);
        prop_assert_eq!(told.settled[row], u8::from(answer.settled));
        let possible = description.verdicts.iter().enumerate();
        let possible = possible.filter(|(place, _)| told.possible[row] >> place & 1 == 1);
        let possible: Vec<&String> = possible.map(|(_, id)| id).collect();
        prop_assert_eq!(possible, answer.possible.iter().collect::<Vec<_>>());
        let words = row * description.words..(row + 1) * description.words;
        for (state, found) in [(Truth::No, &told.failing), (Truth::Unknown, &told.unknown)] {
            let mut missing: Vec<&String> = answer
                .missing
                .iter()
                .filter(|one| one.state == state)
                .map(|one| &one.element)
                .collect();
            missing.sort();
            let mut found = named(&found[words.clone()]);
            found.sort();
            prop_assert_eq!(found, missing, "{} {:?}: {:?}", asked.issue, state, facts);
        }
        let because = &columns_of.reasons()[usize::try_from(told.because[row]).unwrap()];
        prop_assert_eq!(because, &answer.because, "{}: {:?}", asked.issue, facts);
    }
    Ok(contradictory)
}
