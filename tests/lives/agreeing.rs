//! A second implementation, read from the notes alone, gives the same ledgers.

use chrono::NaiveDate;
use zhengpin::compile::{CompiledLedger, CompiledLife, LifeLength};
use zhengpin::library::built_in;
use zhengpin::rulebook::{LifeFrom, Shape};
use zhengpin::simulate::Simulation;

use super::dice::Dice;
use super::disagrees;
use super::drawn::{PLATFORMS, Platform, ledger, readings, request, run};
use super::oracle::{self, Finding, Readings};
use super::readings;
use super::told::told;

/// Source: law/penalties.md sections B, C and D, through the second implementation of them.
#[test]
fn a_second_implementation_agrees_on_tens_of_thousands_of_ledgers() {
    let of_platform = |platform: &Platform| {
        let mut dice = Dice(platform.id.len().try_into().unwrap());
        let (mut closed, mut lapsed) = (0, 0);
        for round in 0..24_000 {
            let (findings, until) = ledger(&mut dice, platform);
            let read = readings(&mut dice, platform);
            let request = request(platform, &findings, until, &read);
            let simulation = run(&request);
            let expected = oracle::run(platform.id, &findings, until, &read);
            assert_eq!(told(&simulation), expected, "round {round}: {request}");
            closed += u32::from(expected.closed.is_some());
            lapsed += u32::from(!expected.lapses.is_empty());
            if round % 20 == 0 {
                named_readings_are_those_that_matter(
                    platform,
                    &findings,
                    until,
                    &read,
                    &simulation,
                );
            }
        }
        // The ledgers drawn are worth drawing.
        assert!(closed > 500 && lapsed > 5_000, "{}: {closed} {lapsed}", platform.id);
    };
    std::thread::scope(|scope| {
        for platform in &PLATFORMS {
            scope.spawn(move || of_platform(platform));
        }
    });
}

/// A reading is named if and only if another choice of it changes an outcome or where the
/// account stands.
fn named_readings_are_those_that_matter(
    platform: &Platform,
    findings: &[Finding],
    until: Option<NaiveDate>,
    read: &Readings,
    simulation: &Simulation,
) {
    let result = |read: &Readings| {
        // When something lapsed is told, but is no outcome by itself.
        let result = oracle::run(platform.id, findings, until, read);
        oracle::Result { lapses: Vec::new(), ..result }
    };
    let chosen = result(read);
    let all = platform.readings.iter().map(|(name, default, other)| (*name, [*default, *other]));
    let matter = readings::that_matter(read, all, |_, changed| result(changed) != chosen);
    let request = request(platform, findings, until, read);
    assert_eq!(readings::named(simulation), matter, "{request}");
}

/// Changes a life that is counted in days.
fn lasting(life: &mut CompiledLife, change: impl FnOnce(&mut u32, &mut LifeFrom)) {
    if let LifeLength::Days(days, from) = &mut life.length {
        change(days, from);
    }
}

/// Each number and switch that these ledgers rest on, set wrong, is noticed by the second
/// implementation on some ledger. Source: tests/README.md, "oracle".
#[test]
fn a_wrong_rule_is_noticed() {
    type Wrong = (&'static str, &'static str, fn(&mut CompiledLedger));
    let wrong: [Wrong; 14] = [
        ("alibaba-com", "a life of 364 days", |ledger| {
            let lives = ledger.books.values_mut().flat_map(|book| &mut book.life);
            lives.for_each(|life| lasting(life, |days, _| *days = 364));
        }),
        ("alibaba-com", "a strike of 366 days", |ledger| {
            ledger.strike_lives.values_mut().for_each(|one| {
                lasting(&mut one.life, |days, _| *days = 366);
            });
        }),
        ("aliexpress", "a life to the end of the day", |ledger| {
            let lives = ledger.books.values_mut().flat_map(|book| &mut book.life);
            lives.for_each(|life| lasting(life, |_, from| *from = LifeFrom::Day));
        }),
        ("1688", "a life to the minute", |ledger| {
            let lives = ledger.books.values_mut().flat_map(|book| &mut book.life);
            lives.for_each(|life| lasting(life, |_, from| *from = LifeFrom::Instant));
        }),
        ("1688", "strikes that always lapse", |ledger| {
            ledger.strike_lives.values_mut().for_each(|one| one.life.basis.when.read.clear());
        }),
        ("alibaba-com", "a window that moves", |ledger| {
            ledger.windows.values_mut().for_each(|window| window.shape = Shape::Chained);
        }),
        ("alibaba-com", "five days that come again", |ledger| {
            ledger.windows.values_mut().for_each(|window| window.once = false);
        }),
        ("1688", "every complaint costs points", |ledger| {
            ledger.windows.values_mut().for_each(|window| window.opener_only = false);
        }),
        ("1688", "one window for all rights", |ledger| {
            ledger.windows.values_mut().for_each(|window| window.by = None);
        }),
        ("alibaba-com", "a larger limit of a day", |ledger| {
            ledger
                .windows
                .values_mut()
                .for_each(|window| window.cap = window.cap.map(|cap| cap + 1));
        }),
        ("alibaba-com", "an exam prolonged by less", |ledger| {
            let imposed = ledger.nodes.values_mut().flat_map(|node| &mut node.imposes);
            imposed.filter_map(|one| one.exam.as_mut()).for_each(|exam| exam.otherwise = Some(29));
        }),
        ("alibaba-com", "an exam allowed for longer", |ledger| {
            let imposed = ledger.nodes.values_mut().flat_map(|node| &mut node.imposes);
            imposed.filter_map(|one| one.exam.as_mut()).for_each(|exam| exam.within = Some(15));
        }),
        ("aliexpress", "a first that costs points", |ledger| {
            ledger.tiers.values_mut().for_each(|tier| tier.first.clear());
        }),
        ("alibaba-com", "a first of all rights", |ledger| {
            let first = ledger.tiers.values_mut().flat_map(|tier| &mut tier.first);
            first.for_each(|first| first.is.by = None);
        }),
    ];
    for (id, what, change) in wrong {
        let mut library = built_in().clone();
        let named = format!("{id}/counterfeit");
        let rulebook = library.rulebooks.iter_mut().find(|rulebook| rulebook.id == named);
        change(rulebook.unwrap().ledger.as_mut().unwrap());
        assert!(disagrees(&named, &library, 6_000), "{id}: {what}");
    }
}
