//! Random small rulebooks against brute force: what is possible, what is settled, why, and what
//! would change it, held against every complete set of facts there is.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/in_columns.rs"]
mod in_columns;
#[path = "support/small.rs"]
mod small;

use in_columns::held_against_requests;
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use serde_json::{Map, Value};
use small::{Complete, Draws, Material, Small, Stated, days, possible};
use zhengpin::compile::Library;
use zhengpin::decide::{Decision, Facts, IssueAnswer, decide};
use zhengpin::problem::{Code, Problem};
use zhengpin::request::{DecideRequest, DecisionColumnsRequest};

/// Brute force looks at no more complete facts than this for one rulebook.
const MOST_COMPLETE: usize = 600_000;

fn ask(library: &Library, facts: &Map<String, Value>) -> Result<Decision, Vec<Problem>> {
    let facts: Facts = serde_json::from_value(Value::Object(facts.clone())).unwrap();
    let decision = decide(library, &DecideRequest::new("test/random").facts(facts));
    decision.map_err(|refused| refused.problems().cloned().collect())
}

/// Runs a property on random rulebooks, with all complete facts that they allow.
fn for_rulebooks(
    cases: u32,
    material: &Material,
    property: impl Fn(&Small, &Library, &[Complete], &mut Draws<'_>) -> Result<(), TestCaseError>,
) {
    let persistence = FileFailurePersistence::WithSource("regressions");
    let config = Config {
        cases,
        failure_persistence: Some(Box::new(persistence)),
        max_shrink_iters: 2000,
        ..Config::with_source_file(file!())
    };
    let draws = (
        proptest::collection::vec(any::<u16>(), 20..90),
        proptest::collection::vec(any::<u16>(), 60),
    );
    let looked_at = std::cell::Cell::new(0);
    let result = TestRunner::new(config).run(&draws, |(rules, facts)| {
        let small = Small::draw(&mut Draws(&rules), material);
        if MOST_COMPLETE < small.count() {
            return Ok(());
        }
        let Some(library) = small.library() else { return Ok(()) };
        let all = small.all();
        if all.is_empty() {
            return Ok(());
        }
        looked_at.set(looked_at.get() + 1);
        property(&small, &library, &all, &mut Draws(&facts)).map_err(|error| match error {
            TestCaseError::Fail(why) => TestCaseError::fail(format!("{why}\n{}", rules_of(&small))),
            reject @ TestCaseError::Reject(_) => reject,
        })
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    assert!(looked_at.get() * 2 > cases, "too few rulebooks can be looked at");
}

/// The rules of a rulebook, without its words.
fn rules_of(small: &Small) -> Value {
    let source = small.source();
    let keys = ["facts", "elements", "issues", "constraints"];
    keys.iter().map(|key| ((*key).to_owned(), source[*key].clone())).collect()
}

/// Some facts of complete ones, or now and then of ones that may not be allowed.
fn stated(small: &Small, all: &[Complete], draws: &mut Draws<'_>) -> Stated {
    let from = &all[draws.below(all.len())].values;
    let open = draws.below(4);
    let values = from.iter().enumerate().map(|(fact, value)| match draws.below(8) {
        roll if roll < 2 * open => None,
        7 => Some(draws.below(small.values(fact))),
        _ => Some(*value),
    });
    let values = values.enumerate();
    values.map(|(fact, value)| value.filter(|it| small.may_be_stated(fact, *it))).collect()
}

/// Facts of one kind of date: everything within few days, so that brute force sees every
/// order of days that there is.
fn near() -> [Material; 3] {
    let lags: Vec<(i32, i32)> = (-2..=2).map(|days| (0, days)).collect();
    let wider: Vec<(i32, i32)> = (-4..=4).map(|days| (0, days)).collect();
    [
        // No dates, more of everything else.
        Material {
            dates: 0,
            others: 5,
            days: days("2024-01-01", 1),
            fixed: vec![],
            lags: vec![(0, 0)],
            reach: 0,
        },
        // Two dates: fixed days within three of each other, and room for two lags around them.
        Material {
            dates: 2,
            others: 3,
            days: days("2024-02-10", 24),
            fixed: days("2024-02-20", 4),
            lags: wider,
            reach: 5,
        },
        // Three dates.
        Material {
            dates: 3,
            others: 1,
            days: days("2024-02-12", 20),
            fixed: days("2024-02-20", 3),
            lags,
            reach: 6,
        },
    ]
}

/// Two dates that are compared by months: days around a February with and one without a
/// leap day, before and after the fixed days, and around these.
fn months() -> Material {
    let mut all = Vec::new();
    for winter in ["2018-12-20", "2019-12-20", "2022-12-20", "2023-12-20"] {
        all.extend(days(winter, 110));
    }
    all.extend(days("2021-05-20", 90));
    all.sort_unstable();
    let lags = vec![(1, 0), (-1, 0), (1, 1), (0, 2), (-1, -2), (0, -2), (0, 0)];
    Material { dates: 2, others: 1, days: all, fixed: days("2021-07-03", 2), lags, reach: 34 }
}

/// Source: docs/architecture.md, "What holds", 3 and 4; break.md, E1, E4 and E5, found so.
#[test]
fn possible_and_settled_are_exact() {
    for material in near() {
        for_rulebooks(250, &material, exact);
    }
}

#[test]
fn possible_and_settled_are_exact_over_months_of_every_length() {
    for_rulebooks(30, &months(), exact);
}

/// What is possible, what is settled, and what is refused.
fn exact(
    small: &Small,
    library: &Library,
    all: &[Complete],
    draws: &mut Draws<'_>,
) -> Result<(), TestCaseError> {
    for _ in 0..5 {
        let stated = stated(small, all, draws);
        let facts = small.facts_of(&stated);
        let answer = ask(library, &facts);
        let Some(expected) = possible(all, &stated) else {
            let Err(problems) = answer else {
                return Err(TestCaseError::fail(format!("{facts:?} was not refused")));
            };
            contradictory(small, library, all, &stated, &problems)?;
            continue;
        };
        let decision = answer.map_err(|problems| {
            TestCaseError::fail(format!("{facts:?} was refused: {problems:?}"))
        })?;
        for (issue, expected) in decision.issues.iter().zip(&expected) {
            prop_assert_eq!(&issue.possible, expected, "{} with {:?}", issue.issue, facts);
            prop_assert_eq!(issue.settled, expected.len() == 1);
            let verdict = expected.first().filter(|_| issue.settled);
            prop_assert_eq!(issue.verdict.as_ref(), verdict);
        }
        let all_settled = decision.issues.iter().all(|issue| issue.settled);
        prop_assert_eq!(decision.next.is_empty(), all_settled);
    }
    Ok(())
}

/// The facts named cannot be true together, and without any one of them they can.
fn contradictory(
    small: &Small,
    library: &Library,
    all: &[Complete],
    stated: &Stated,
    problems: &[Problem],
) -> Result<(), TestCaseError> {
    let named: Vec<usize> = problems.iter().map(|problem| fact_of(&problem.path)).collect();
    prop_assert!(problems.iter().all(|problem| problem.code == Code::ContradictoryFacts));
    let only = |facts: &[usize]| -> Stated {
        let stated = stated.iter().enumerate();
        stated.map(|(fact, value)| value.filter(|_| facts.contains(&fact))).collect()
    };
    prop_assert!(possible(all, &only(&named)).is_none(), "{:?} is no contradiction", named);
    for left_out in &named {
        let rest: Vec<usize> = named.iter().copied().filter(|it| it != left_out).collect();
        let facts = small.facts_of(&only(&rest));
        prop_assert!(ask(library, &facts).is_ok(), "f{} can be left out of {:?}", left_out, named);
    }
    Ok(())
}

fn fact_of(path: &str) -> usize {
    path.rsplit('f').next().unwrap().parse().unwrap()
}

/// Source: docs/architecture.md, "What holds", 4: `because` suffices and none of it can be
/// dropped; a change settles the verdict it names, and none of it can be dropped.
#[test]
fn reasons_and_changes_are_enough_and_none_of_them_can_be_dropped() {
    for material in near() {
        for_rulebooks(250, &material, |small, library, all, draws| {
            for _ in 0..3 {
                let facts = small.facts_of(&stated(small, all, draws));
                let Ok(decision) = ask(library, &facts) else { continue };
                for issue in &decision.issues {
                    reasons(library, &facts, issue)?;
                    changes(library, &facts, issue)?;
                }
            }
            Ok(())
        });
    }
}

/// Source: the request of each row, which is held against brute force above.
#[test]
fn rows_in_columns_are_decided_as_requests_are() {
    for (cases, material) in near().into_iter().map(|one| (60, one)).chain([(20, months())]) {
        for_rulebooks(cases, &material, |small, library, all, draws| {
            let few = all.len() / 60 + 1;
            let whole = all.iter().step_by(few).map(|one| one.values.iter().copied().map(Some));
            let mut rows: Vec<Stated> = whole.map(Iterator::collect).collect();
            // The same with facts left open, each row others.
            for place in 0..rows.len() {
                let open = rows[place].iter().enumerate();
                let open = open.map(|(fact, value)| value.filter(|_| place >> fact & 1 == 1));
                rows.push(open.collect());
            }
            rows.extend((0..8).map(|_| stated(small, all, draws)));
            let facts = rows.iter().map(|row| Value::Object(small.facts_of(row)));
            let rows: Vec<Facts> = facts.map(|it| serde_json::from_value(it).unwrap()).collect();
            let issues: Vec<String> =
                library.rulebooks[0].issues.values().map(|issue| issue.id.clone()).collect();
            for issue in issues {
                let asked = DecisionColumnsRequest::new("test/random", issue);
                held_against_requests(library, &asked, &rows)?;
            }
            Ok(())
        });
    }
}

/// The verdict that facts settle.
fn verdict(library: &Library, facts: &Map<String, Value>, issue: &str) -> Option<String> {
    let decision = ask(library, facts).ok()?;
    let answer = decision.issues.into_iter().find(|one| one.issue == issue)?;
    answer.verdict.filter(|_| answer.settled)
}

fn reasons(
    library: &Library,
    facts: &Map<String, Value>,
    issue: &IssueAnswer,
) -> Result<(), TestCaseError> {
    if !issue.settled {
        return Ok(());
    }
    let only = |ids: &[&String]| -> Map<String, Value> {
        ids.iter().map(|id| ((*id).clone(), facts[*id].clone())).collect()
    };
    let because: Vec<&String> = issue.because.iter().collect();
    prop_assert_eq!(&verdict(library, &only(&because), &issue.issue), &issue.verdict);
    for left_out in &because {
        let rest: Vec<&String> = because.iter().copied().filter(|id| id != left_out).collect();
        let settled = verdict(library, &only(&rest), &issue.issue);
        prop_assert!(settled.is_none(), "{} can be dropped: {:?}, {:?}", left_out, because, facts);
    }
    Ok(())
}

fn changes(
    library: &Library,
    facts: &Map<String, Value>,
    issue: &IssueAnswer,
) -> Result<(), TestCaseError> {
    for change in &issue.changes {
        let changed: Map<String, Value> = change
            .facts
            .iter()
            .map(|(id, value)| (id.clone(), serde_json::to_value(value).unwrap()))
            .collect();
        let after = |left_out: Option<&String>| {
            let mut after = facts.clone();
            let rest = changed.iter().filter(|(id, _)| Some(*id) != left_out);
            after.extend(rest.map(|(id, value)| (id.clone(), value.clone())));
            verdict(library, &after, &issue.issue)
        };
        let to = Some(change.to.clone());
        prop_assert_eq!(after(None), to.clone(), "{:?} of {:?}", changed, facts);
        for left_out in changed.keys() {
            prop_assert!(after(Some(left_out)) != to, "{} of {:?}, {:?}", left_out, changed, facts);
        }
    }
    Ok(())
}
