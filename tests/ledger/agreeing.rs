//! A second implementation, read from the notes alone, gives the same ledgers.

use chrono::NaiveDate;
use zhengpin::library::built_in;
use zhengpin::simulate::Simulation;

use super::dice::Dice;
use super::drawn::{READINGS, ledger, readings, request, run};
use super::oracle::{self, Finding, Readings};
use super::readings;
use super::told::told;
use super::{TAOBAO, disagrees};

/// Source: tests/README.md, "a wrong rule is noticed".
#[test]
fn a_wrong_rule_is_noticed() {
    assert!(!disagrees(TAOBAO, built_in(), 500));
    let mut library = built_in().clone();
    let rulebook = library.rulebooks.iter_mut().find(|rulebook| rulebook.id == TAOBAO);
    let ledger = rulebook.unwrap().ledger.as_mut().unwrap();
    ledger.windows.values_mut().for_each(|window| window.cap = window.cap.map(|cap| cap + 1));
    assert!(disagrees(TAOBAO, &library, 2_500));
}

/// Source: law/penalties.md, through the second implementation of it.
#[test]
fn a_second_implementation_agrees_on_a_hundred_thousand_ledgers() {
    let of_seed = |seed: u64| {
        let mut dice = Dice(seed);
        for round in 0..25_500 {
            let (findings, until) = ledger(&mut dice);
            let read = readings(&mut dice);
            let request = request(&findings, until, &read);
            let simulation = run(&request);
            let expected = oracle::run(&findings, until, &read);
            assert_eq!(told(&simulation), expected, "round {round} of {seed}: {request}");
            if round % 40 == 0 {
                named_readings_are_those_that_matter(&findings, until, &read, &simulation);
            }
        }
    };
    std::thread::scope(|scope| {
        for seed in 1..=4 {
            scope.spawn(move || of_seed(seed));
        }
    });
}

/// A reading is named if and only if another choice of it changes an outcome, a year end or
/// where the account stands.
fn named_readings_are_those_that_matter(
    findings: &[Finding],
    until: Option<NaiveDate>,
    read: &Readings,
    simulation: &Simulation,
) {
    let chosen = oracle::run(findings, until, read);
    let all = READINGS.map(|(name, default, other)| (name, [default, other]));
    let changes = |_: &str, changed: &Readings| oracle::run(findings, until, changed) != chosen;
    let matter = readings::that_matter(read, all, changes);
    assert_eq!(readings::named(simulation), matter, "{}", request(findings, until, read));
}
