//! What the platform booked, held against the rules.

use chrono::Datelike;
use zhengpin::library::built_in;

use super::audit_oracle::{self, Account, Asked, Cost};
use super::dice::Dice;
use super::drawn::{PLATFORMS, Platform, random, request, run};
use super::oracle::{self, Case};

/// Measures that close an account for good.
const CLOSING: [&str; 3] = ["role_closed", "cleared_out", "account_sealed"];

/// What the second implementation makes of a ledger, for the audit.
fn account(case: &Case) -> Account {
    let result = oracle::run(case);
    let strikes: Vec<bool> = result.entries.iter().map(|one| one.beside.0.2).collect();
    // Nothing clears them: no rule of these platforms counts any.
    let strikes = |upto: i32| {
        let findings = case.findings.iter().zip(&strikes);
        let counted = findings.filter(|(one, strike)| one.at.year() <= upto && **strike);
        u32::try_from(counted.count()).unwrap()
    };
    let costs = result.entries.into_iter().map(|one| {
        let (book, credit, strike, due) = one.beside.0;
        Cost {
            points: one.points,
            raised: 0,
            strike,
            due: due.into_iter().map(str::to_owned).collect(),
            unknown: one.unknown.0,
            begun: one
                .measures
                .into_iter()
                .map(|one| (one.code.to_owned(), one.from, one.until, one.replaced))
                .collect(),
            credit,
            book,
        }
    });
    Account {
        costs: costs.collect(),
        closed: result.closed,
        books: result.books,
        strikes: strikes(i32::MAX),
        turns: result
            .turns
            .0
            .into_iter()
            .map(|(year, books)| (year, books, strikes(year)))
            .collect(),
    }
}

/// Source: issue 8, "Held against the rule", through the second implementation, which answers
/// every question by running the ledger again.
#[test]
fn a_second_implementation_audits_alike() {
    let on = |platform: &Platform| {
        let mut dice = Dice(platform.name.len() as u64 + 90);
        let rulebook = built_in().rulebook(&format!("{}/counterfeit", platform.name), "").unwrap();
        let ledger = rulebook.ledger.as_ref().unwrap();
        let measures: Vec<&str> = ledger.measures.values().map(|one| one.id.as_str()).collect();
        for round in 0..3_000 {
            let case = random(platform, &mut dice);
            if case.findings.is_empty() {
                continue;
            }
            let rules = account(&case);
            let taken = audit_oracle::statements(&mut dice, &rules, &measures, &CLOSING);
            let stated = taken.clone();
            // Source: law/penalties.md, row "Pinduoduo": its points were not found, so that none
            // can be too many.
            let taken: Vec<_> = taken
                .into_iter()
                .map(|mut taken| {
                    if platform.name == "pinduoduo" {
                        taken.booked.points = None;
                    }
                    taken
                })
                .collect();
            let expected = audit_oracle::expected(&Asked {
                taken: &taken,
                at: case.findings.iter().map(|finding| finding.at).collect(),
                otherwise: platform
                    .readings
                    .iter()
                    .map(|(name, default, other)| {
                        (*name, if case.read[name] == *default { *other } else { *default })
                    })
                    .collect(),
                acts: &["goods_down", "withdrawals_frozen"],
                closing: &CLOSING,
                run: &|booked, otherwise| {
                    let mut case = case.clone();
                    case.read.extend(otherwise.iter().copied());
                    for (finding, booked) in case.findings.iter_mut().zip(booked) {
                        finding.booked = *booked;
                    }
                    account(&case)
                },
            });
            let mut request = request(&case);
            for (index, taken) in stated.iter().enumerate() {
                request["findings"][index]["taken"] = taken.request();
            }
            let told = audit_oracle::told(&run(&request));
            assert_eq!(told, expected, "round {round}: {request}");
        }
    };
    std::thread::scope(|scope| {
        for platform in &PLATFORMS {
            scope.spawn(move || on(platform));
        }
    });
}
