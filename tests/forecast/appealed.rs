//! Appeals and other ledgers: the difference of two runs.

use serde_json::{Value, json};
use zhengpin::answer::try_simulate;
use zhengpin::simulate::{Appeal, Entry, Simulation, WhatIf};

use super::drawn::{for_all, run};

/// What a finding cost on its own.
fn cost(entry: &Entry) -> Value {
    let mut cost = serde_json::to_value(entry).unwrap();
    for key in ["ledger", "strikes", "reason", "window", "node", "citations", "version"] {
        cost.as_object_mut().unwrap().remove(key);
    }
    cost
}

// Source: law/penalties.md, A6.6 and ambiguity 17: a reversal is a replay without the finding.
#[test]
fn an_appeal_restores_what_the_ledger_without_the_finding_shows() {
    for_all(600, |ledger, simulation, forecast| {
        let mut told = forecast.appeals.iter();
        for (index, entry) in simulation.entries.iter().enumerate() {
            let reason = serde_json::to_value(entry.reason).unwrap();
            if reason == "reversed" || reason == "not_counted" {
                continue;
            }
            let appeal: &Appeal = told.next().unwrap();
            let mut without = ledger.request();
            without["findings"][index]["reversed"] = json!(true);
            let ran = run(&without);
            assert_eq!(appeal.finding, entry.id);
            assert_eq!(appeal.status, ran.status);
            let book = |simulation: &Simulation| {
                let books = simulation.status.books.iter();
                books.clone().find(|book| book.book == entry.book).unwrap().points
            };
            assert_eq!(appeal.points, book(simulation).saturating_sub(book(&ran)));
            assert_eq!(
                appeal.strikes,
                simulation.status.strikes.saturating_sub(ran.status.strikes)
            );
            assert_eq!(appeal.reopens, !simulation.status.open && ran.status.open);
            let pairs = simulation.entries.iter().zip(&ran.entries).skip(index + 1);
            let changed: Vec<&str> = pairs
                .filter(|(one, other)| cost(one) != cost(other))
                .map(|(one, _)| one.id.as_str())
                .collect();
            assert_eq!(appeal.entries, changed);
            for relief in &appeal.measures {
                let same = relief.until.is_some() && relief.until == relief.instead;
                assert!(!same, "{relief:?}");
            }
        }
        assert!(told.next().is_none());
    });
}

// Source: issue "the penalty simulator, complete": what-if is the difference of two runs.
#[test]
fn what_if_is_the_difference_of_two_runs() {
    for_all(400, |ledger, simulation, _| {
        let mut request = ledger.request();
        let mut others = ledger.findings.clone();
        if others.is_empty() {
            return;
        }
        let added = json!({
            "id": "added", "issued": others.last().unwrap()["issued"], "tier": others[0]["tier"],
            "items": others[0]["items"],
        });
        others.remove(0);
        let described = ledger.on();
        if described.tiers.iter().any(|tier| added["tier"] == tier.id) {
            others.push(added);
        }
        request["whatIf"] = json!({"findings": others});
        let what_if: WhatIf = run(&request).what_if.unwrap();
        request.as_object_mut().unwrap().remove("whatIf");
        request["findings"] = json!(others);
        let other = run(&request);
        assert_eq!((&what_if.status, &what_if.year_ends), (&other.status, &other.year_ends));
        for (one, of) in [(simulation, "was"), (&other, "is")] {
            for entry in &one.entries {
                let same = |known: &&Entry| known.id == entry.id;
                let beside = if of == "was" { &other } else { simulation };
                let beside = beside.entries.iter().find(same);
                let same = beside.is_some_and(|beside| {
                    cost(beside) == cost(entry)
                        && (beside.ledger, beside.strikes) == (entry.ledger, entry.strikes)
                });
                let told = what_if.entries.iter().find(|told| told.id == entry.id);
                assert_eq!(told.is_none(), same, "{}", entry.id);
                if let Some(told) = told {
                    let told = if of == "was" { &told.was } else { &told.is };
                    assert_eq!(told.as_ref(), Some(entry));
                }
            }
        }
    });
}

// Source: src/simulate/findings.rs: what is wrong with the other ledger is told where it stands.
#[test]
fn what_is_wrong_with_a_what_if_is_named() {
    let wrong = |what_if: Value| {
        let request = json!({
            "rulebook": "taobao/counterfeit",
            "findings": [{"id": "a", "issued": "2017-04-01", "tier": "sale"}],
            "whatIf": what_if,
        });
        let refused = try_simulate(Ok(request)).unwrap_err().error;
        std::iter::once(refused.first).chain(refused.more).map(|one| one.path).collect::<Vec<_>>()
    };
    assert_eq!(wrong(json!({"facts": {}})), ["/whatIf/facts"]);
    assert_eq!(wrong(json!([])), ["/whatIf"]);
    assert_eq!(wrong(json!({"until": "2017-02-30"})), ["/whatIf/until"]);
    assert_eq!(wrong(json!({"until": "2017-03-01"})), ["/findings/0/issued"]);
    let finding = json!({"id": "b", "issued": "2017-04-01", "tier": "none"});
    assert_eq!(wrong(json!({"findings": [finding]})), ["/whatIf/findings/0/tier"]);
    assert_eq!(wrong(json!({"reading": {"none": "x"}})), ["/whatIf/reading/none"]);
    assert_eq!(wrong(json!({"amounts": {"none": 1}})), ["/whatIf/amounts/none"]);
}
