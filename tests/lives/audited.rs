//! What the platform booked, held against the rules.

use chrono::NaiveDate;
use zhengpin::library::built_in;

use super::audit_oracle::{self, Account, Asked, Cost};
use super::dice::Dice;
use super::drawn::{PLATFORMS, Platform, ledger, readings, request, run};
use super::oracle::{self, Finding, Readings};

/// What the second implementation makes of a ledger, for the audit.
pub(super) fn account(
    platform: &Platform,
    findings: &[Finding],
    until: Option<NaiveDate>,
    read: &Readings,
) -> Account {
    let result = oracle::run(platform.id, findings, until, read);
    let costs = result.entries.into_iter().map(|one| Cost {
        points: one.points,
        raised: 0,
        strike: one.strike,
        due: one.due.0.iter().map(|code| (*code).to_owned()).collect(),
        unknown: one.unknown.0,
        begun: one
            .measures
            .into_iter()
            .map(|one| (one.code, one.from, one.until, one.replaced))
            .collect(),
        credit: false,
        book: 0,
    });
    Account {
        costs: costs.collect(),
        closed: result.closed,
        books: vec![result.points],
        strikes: result.strikes,
        turns: Vec::new(),
    }
}

/// Source: issue 8, "Held against the rule", through the second implementation, which answers
/// every question by running the ledger again.
#[test]
fn a_second_implementation_audits_alike() {
    let of_platform = |platform: &Platform| {
        let acts = ["warning", "severe_warning", "products_removed"];
        let closing = ["account_closed", "membership_terminated"];
        let measures = [
            "warning",
            "account_restricted",
            "account_closed",
            "account_frozen",
            "membership_terminated",
        ];
        let known = |code: &&str| {
            let rulebook = built_in().rulebook(&format!("{}/counterfeit", platform.id), "");
            let ledger = rulebook.unwrap().ledger.as_ref().unwrap();
            ledger.measures.values().any(|measure| measure.id == **code)
        };
        let measures: Vec<&str> = measures.into_iter().filter(known).collect();
        let mut dice = Dice(u64::from(platform.id.as_bytes()[0]) + 5);
        for round in 0..3_000 {
            let (findings, until) = ledger(&mut dice, platform);
            let read = readings(&mut dice, platform);
            let rules = account(platform, &findings, until, &read);
            let taken = audit_oracle::statements(&mut dice, &rules, &measures, &closing);
            let expected = audit_oracle::expected(&Asked {
                taken: &taken,
                at: findings.iter().map(|finding| finding.at).collect(),
                otherwise: platform
                    .readings
                    .iter()
                    .map(|(name, default, other)| {
                        (*name, if read[name] == *default { *other } else { *default })
                    })
                    .collect(),
                acts: &acts,
                closing: &closing,
                run: &|booked, otherwise| {
                    let mut read = read.clone();
                    read.extend(otherwise.iter().copied());
                    let pairs = findings.iter().zip(booked);
                    let findings: Vec<Finding> = pairs
                        .map(|(one, booked)| Finding { booked: *booked, ..one.clone() })
                        .collect();
                    account(platform, &findings, until, &read)
                },
            });
            let mut request = request(platform, &findings, until, &read);
            for (index, taken) in taken.iter().enumerate() {
                request["findings"][index]["taken"] = taken.request();
            }
            let told = audit_oracle::told(&run(&request));
            assert_eq!(told, expected, "round {round}: {request}");
        }
    };
    std::thread::scope(|scope| {
        for platform in &PLATFORMS {
            scope.spawn(move || of_platform(platform));
        }
    });
}
