//! Random ledgers of every rulebook, and the runs of them.

use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use serde_json::{Value, json};
use zhengpin::describe::{LedgerDescription, describe, list};
use zhengpin::library::built_in;
use zhengpin::request::ListRequest;
use zhengpin::simulate::{Forecast, Further, Simulation, simulate};

use super::typed::typed;

pub(super) fn run(request: &Value) -> Simulation {
    simulate(built_in(), &typed(request))
        .unwrap_or_else(|problems| panic!("{request}: {problems:?}"))
}

/// A random ledger of a rulebook.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    pub(super) rulebook: String,
    pub(super) findings: Vec<Value>,
    pub(super) until: Option<NaiveDate>,
}

impl Ledger {
    pub(super) fn request(&self) -> Value {
        let mut request = json!({"rulebook": self.rulebook, "findings": self.findings});
        if let Some(until) = self.until {
            request["until"] = json!(until.to_string());
        }
        request
    }

    /// The request with further findings, and nothing after them.
    pub(super) fn with(&self, further: &[Further]) -> Value {
        let mut request =
            json!({"rulebook": self.rulebook, "findings": self.findings, "forecast": false});
        for (number, one) in further.iter().enumerate() {
            let finding = json!({
                "id": format!("further-{number}"), "issued": one.at, "tier": one.tier,
                "items": one.items,
            });
            request["findings"].as_array_mut().unwrap().push(finding);
        }
        request
    }

    pub(super) fn on(&self) -> LedgerDescription {
        let last =
            self.findings.last().map(|last| last["issued"].as_str().unwrap()[..10].to_owned());
        let day = self.until.map(|day| day.to_string()).or(last).unwrap();
        describe(built_in(), &typed(&json!({"rulebook": self.rulebook, "asOf": day})))
            .unwrap()
            .ledger
            .unwrap()
    }
}

/// Every rulebook that counts findings, with a day in each of its versions.
pub(super) fn rulebooks() -> Vec<(String, Vec<NaiveDate>)> {
    let listed = list(built_in(), &ListRequest::new()).unwrap();
    let counting = listed.rulebooks.into_iter().filter(|known| known.simulates);
    counting
        .map(|known| {
            let days = known.versions.iter().map(|from| from.parse().unwrap());
            (known.rulebook.clone(), days.collect())
        })
        .collect()
}

/// The last day on which a rulebook is in force, or the last there is.
pub(super) fn last_day(rulebook: &str) -> NaiveDate {
    built_in().rulebook(rulebook, "").unwrap().to.unwrap_or(NaiveDate::MAX)
}

/// Ledgers of up to six findings around the days on which something changes.
fn ledgers() -> impl Strategy<Value = Ledger> {
    let rulebooks = rulebooks();
    let finding = (0_i64..4000, any::<u16>(), 1_u32..9, 0_u8..8, 0_u8..3);
    let findings = prop::collection::vec(finding, 0..6);
    (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        findings,
        0_i64..800,
        any::<bool>(),
    )
        .prop_map(move |(book, start, drawn, later, open)| {
            let (rulebook, days) = &rulebooks[book.index(rulebooks.len())];
            let day = days[start.index(days.len())];
            let mut at = day.and_hms_opt(9, 0, 0).unwrap();
            let last = last_day(rulebook);
            let mut findings = Vec::new();
            for (hours, draw, items, fate, right) in drawn {
                at += TimeDelta::hours(match hours % 4 {
                    0 => hours % 30,
                    1 | 2 => hours % 200,
                    _ => hours,
                });
                at = at.min(last.and_hms_opt(9, 0, 0).unwrap());
                let asked = json!({"rulebook": rulebook, "asOf": at.date().to_string()});
                let described = describe(built_in(), &typed(&asked)).unwrap().ledger.unwrap();
                let tier = &described.tiers[usize::from(draw) % described.tiers.len()];
                let mut finding = json!({
                    "id": findings.len().to_string(),
                    "issued": at.format("%Y-%m-%dT%H:%M").to_string(),
                    "tier": tier.id,
                    "items": items.clamp(tier.least_booked, tier.most_booked),
                });
                if fate == 0 {
                    finding["reversed"] = json!(true);
                }
                if fate == 1
                    && let Some(circumstance) = described.circumstances.first()
                {
                    finding[circumstance] = json!(true);
                }
                if right > 0
                    && let Some(label) = described.labels.first()
                {
                    finding[label] = json!(right.to_string());
                }
                findings.push(finding);
            }
            let until = last.min(at.date() + TimeDelta::days(later % 40 * (later % 3)));
            let until = (open || findings.is_empty()).then_some(until);
            Ledger { rulebook: rulebook.clone(), findings, until }
        })
}

pub(super) fn for_all(cases: u32, test: impl Fn(&Ledger, &Simulation, &Forecast)) {
    let config = Config {
        cases,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..Config::with_source_file(file!())
    };
    let outcome = TestRunner::new(config).run(&ledgers(), |ledger| {
        let simulation = run(&ledger.request());
        let forecast = simulation.forecast.as_ref().unwrap();
        test(&ledger, &simulation, forecast);
        Ok(())
    });
    if let Err(problem) = outcome {
        panic!("{problem}");
    }
}
