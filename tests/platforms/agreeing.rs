//! A second implementation, read from the notes alone, gives the same ledgers.

use zhengpin::compile::Table;
use zhengpin::library::built_in;
use zhengpin::simulate::Simulation;

use super::dice::Dice;
use super::disagrees;
use super::drawn::{PLATFORMS, Platform, random, request, run};
use super::oracle::{self, Case};
use super::readings;
use super::told::told;

/// Source: tests/README.md, "a wrong rule is noticed".
#[test]
fn a_wrong_rule_is_noticed() {
    for platform in &PLATFORMS {
        let id = format!("{}/counterfeit", platform.name);
        assert!(!disagrees(&id, built_in(), 300), "{id}");
        let mut library = built_in().clone();
        let rulebook = library.rulebooks.iter_mut().find(|rulebook| rulebook.id == id);
        let ledger = rulebook.unwrap().ledger.as_mut().unwrap();
        ledger.closures = Table::default();
        ledger.nodes = Table::default();
        ledger.charges = Table::default();
        assert!(disagrees(&id, &library, 2_500), "{id}");
    }
}

/// Source: law/penalties.md section C, through the second implementation of it.
#[test]
fn a_second_implementation_agrees_on_sixty_thousand_ledgers() {
    let on = |platform: &Platform| {
        let mut dice = Dice(platform.name.len() as u64 + 40);
        let mut closed = 0;
        for round in 0..12_000 {
            let case = random(platform, &mut dice);
            let request = request(&case);
            let simulation = run(&request);
            let mut expected = oracle::run(&case);
            if case.findings.is_empty() {
                expected.books = told(&simulation).books;
            }
            assert_eq!(told(&simulation), expected, "round {round}: {request}");
            closed += u32::from(!simulation.status.open);
            if round % 8 == 0 {
                named_readings_are_those_that_matter(platform, &case, &simulation);
            }
        }
        let share = if platform.name == "pinduoduo" { 0..1 } else { 1_000..11_000 };
        assert!(share.contains(&closed), "{} closed {closed}", platform.name);
    };
    std::thread::scope(|scope| {
        for platform in &PLATFORMS {
            scope.spawn(move || on(platform));
        }
    });
}

/// A reading is named if and only if another choice of it changes an outcome, a year end or
/// where the account stands.
fn named_readings_are_those_that_matter(platform: &Platform, case: &Case, simulation: &Simulation) {
    // A turn of the year that changes nothing is like none.
    let outcome = |case: &Case| {
        let mut result = oracle::run(case);
        result.years.retain(|(_, before, after)| before != after);
        result
    };
    let chosen = outcome(case);
    let all = platform.readings.iter().map(|(name, default, other)| (*name, [*default, *other]));
    let matter = readings::that_matter(&case.read, all, |name, changed| {
        // In which book points stand is an outcome too.
        let moved = name == "book" && case.findings.iter().any(|one| one.tier == "counterfeit");
        moved || outcome(&Case { read: changed.clone(), ..case.clone() }) != chosen
    });
    assert_eq!(readings::named(simulation), matter, "{}", request(case));
}
