//! Random facts of the real rulebooks.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;
use zhengpin::decide::{Facts, decide};
use zhengpin::describe::{Description, FactDescription, describe};
use zhengpin::library::built_in;
use zhengpin::problem::Code;
use zhengpin::rulebook::{Kind, Value};

use crate::typed::typed;

pub(crate) fn described(rulebook: &str, day: &str) -> Description {
    describe(built_in(), &typed(&json!({"rulebook": rulebook, "asOf": day}))).unwrap()
}

/// A value for a fact, drawn by a number.
pub(crate) fn value(fact: &FactDescription, draw: u16) -> Value {
    let draw = usize::from(draw);
    match fact.kind {
        Kind::YesNo => Value::Bool(draw % 2 == 1),
        Kind::Choice => Value::Text(fact.choices[draw % fact.choices.len()].clone()),
        Kind::Set => {
            let chosen = fact.choices.iter().enumerate().filter(|(bit, _)| draw >> bit & 1 == 1);
            Value::List(chosen.map(|(_, choice)| choice.clone()).collect())
        }
        Kind::Number => {
            let (min, max) = (fact.min.unwrap_or(0), fact.max.unwrap_or(20));
            Value::Number(min + i64::try_from(draw).unwrap() % (max - min + 1).min(20))
        }
        Kind::Date => {
            Value::Text(format!("20{:02}-{:02}-{:02}", 18 + draw % 9, 1 + draw % 12, 1 + draw % 28))
        }
    }
}

/// Facts drawn by numbers: each fact is open where its number says so. A fact that the
/// rulebook's constraints exclude is given another value, and left out if none fits soon.
fn facts(rulebook: &str, day: &str, description: &Description, draws: &[u16], open: u16) -> Facts {
    let mut facts = Facts::new();
    for (fact, draw) in description.facts.iter().zip(draws) {
        if draw % 100 >= open {
            facts.insert(fact.id.clone(), value(fact, draw / 100));
        }
    }
    // Nothing is decided: only whether the facts go together is asked.
    let refused = |facts: &Facts| {
        let request = json!({"rulebook": rulebook, "asOf": day, "facts": facts, "issues": []});
        decide(built_in(), &typed(&request)).err()
    };
    for round in 1_u16.. {
        let Some(problems) = refused(&facts) else { break };
        for problem in problems {
            assert_eq!(problem.code, Code::ContradictoryFacts);
            let id = problem.path.strip_prefix("/facts/").unwrap();
            let place = description.facts.iter().position(|fact| fact.id == id).unwrap();
            if round > 40 {
                facts.remove(id);
            } else {
                let draw = (draws[place] / 100).wrapping_add(round.wrapping_mul(7));
                facts.insert(id.to_owned(), value(&description.facts[place], draw));
            }
        }
    }
    facts
}

/// Runs a property on random facts of a rulebook as of a day, of which `open` in a hundred
/// are left open.
pub(crate) fn on_random_facts(
    (rulebook, day): (&str, &str),
    cases: u32,
    open: u16,
    property: impl Fn(&Facts) -> Result<(), TestCaseError>,
) {
    let description = described(rulebook, day);
    let draws = proptest::collection::vec(any::<u16>(), description.facts.len());
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let result =
        runner.run(&draws, |draws| property(&facts(rulebook, day, &description, &draws, open)));
    result.unwrap_or_else(|error| panic!("{rulebook} on {day}: {error}"));
}
