//! What the platform booked, held against the rules.

use chrono::NaiveDate;
use serde_json::{Value, json};
use zhengpin::simulate::Simulation;

use super::TAOBAO;
use super::audit_oracle::{self, Account, Asked, Booked, Cost, Taken};
use super::dice::Dice;
use super::drawn::{READINGS, ledger, readings, request, run};
use super::oracle::{self, Finding, Readings};
use super::told::CODES;

/// What the second implementation makes of a ledger, for the audit.
fn account(findings: &[Finding], until: Option<NaiveDate>, read: &Readings) -> Account {
    let result = oracle::run(findings, until, read);
    let costs = result.entries.iter().map(|one| Cost {
        points: one.points,
        raised: if one.book == "counterfeit" { one.raised } else { 0 },
        strike: one.strike,
        due: one.due.0.iter().map(|code| (*code).to_owned()).collect(),
        unknown: one.unknown.0,
        begun: one
            .measures
            .iter()
            .map(|one| (one.code.to_owned(), one.from, one.until, one.replaced))
            .collect(),
        credit: false,
        book: oracle::BOOKS.iter().position(|book| *book == one.book).unwrap(),
    });
    Account {
        costs: costs.collect(),
        closed: result.closed,
        books: result.books.0,
        strikes: result.strikes,
        turns: result.turns.0,
    }
}

/// The same with what is booked in place of what the rules give.
fn with(findings: &[Finding], booked: &[Booked]) -> Vec<Finding> {
    let pairs = findings.iter().zip(booked);
    pairs.map(|(finding, booked)| Finding { booked: *booked, ..finding.clone() }).collect()
}

fn audited(request: &Value, taken: &[Taken]) -> Value {
    let mut request = request.clone();
    for (index, taken) in taken.iter().enumerate() {
        request["findings"][index]["taken"] = taken.request();
    }
    audit_oracle::told(&run(&request))
}

/// Source: issue 8, "Held against the rule": agrees, more or less, or explained by a reading
/// alone; then the sum. Through the second implementation, which answers every question by
/// running the ledger again.
#[test]
fn a_second_implementation_audits_alike() {
    let of_seed = |seed: u64| {
        let mut dice = Dice(seed);
        for round in 0..900 {
            let (findings, until) = ledger(&mut dice);
            let read = readings(&mut dice);
            let rules = account(&findings, until, &read);
            let taken = audit_oracle::statements(&mut dice, &rules, &CODES, &["account_sealed"]);
            let expected = audit_oracle::expected(&Asked {
                taken: &taken,
                at: findings.iter().map(|finding| finding.at).collect(),
                otherwise: READINGS
                    .iter()
                    .map(|(name, default, other)| {
                        (*name, if read[name] == *default { *other } else { *default })
                    })
                    .collect(),
                acts: &["listings_deleted", "goods_down", "shop_deleted", "information_removed"],
                closing: &["account_sealed"],
                run: &|booked, otherwise| {
                    let mut read = read.clone();
                    read.extend(otherwise.iter().copied());
                    account(&with(&findings, booked), until, &read)
                },
            });
            let request = request(&findings, until, &read);
            let told = audited(&request, &taken);
            assert_eq!(told, expected, "round {round} of {seed}: {request} {taken:?}");
        }
    };
    std::thread::scope(|scope| {
        for seed in 11..=14 {
            scope.spawn(move || of_seed(seed));
        }
    });
}

/// Source: issue 8: what the platform booked, held against the rules; unknown stays unknown.
#[test]
fn what_was_not_stated_is_held_against_nothing() {
    let finding = |taken: Value| {
        let one = json!({"id": "a", "issued": "2019-04-01", "tier": "sale", "taken": taken});
        run(&json!({"rulebook": TAOBAO, "findings": [one]}))
    };
    let nothing = finding(json!({}));
    assert!(nothing.entries[0].audit.is_none() && nothing.audit.is_none());
    let strike = finding(json!({"strike": true}));
    let audit = strike.entries[0].audit.as_ref().unwrap();
    assert!(audit.points.is_none() && audit.measures.is_none());
    assert!(!audit.citations.is_empty());
    let sum = strike.audit.unwrap();
    assert_eq!((sum.points_assumed, sum.strikes_assumed, sum.agree), (1, 0, 1));
}

/// Source: issue 8: taken as the rules give it agrees everywhere, and the sums are the same; one
/// off, exactly that finding differs.
#[test]
fn what_the_rules_give_agrees_and_one_off_differs_alone() {
    let mut dice = Dice(31);
    for _ in 0..1_500 {
        let (findings, until) = ledger(&mut dice);
        let request = request(&findings, until, &Readings::new());
        let plain = run(&request);
        let as_given = |simulation: &Simulation| -> Vec<Taken> {
            let entries = simulation.entries.iter();
            entries
                .map(|entry| Taken {
                    booked: Booked {
                        points: Some(entry.points),
                        strike: Some(entry.strike),
                        closes: false,
                    },
                    measures: None,
                })
                .collect()
        };
        let with_taken = |taken: &[Taken]| {
            let mut request = request.clone();
            for (index, taken) in taken.iter().enumerate() {
                request["findings"][index]["taken"] = taken.request();
            }
            run(&request)
        };
        let mut taken = as_given(&plain);
        let agreed = with_taken(&taken);
        let sum = agreed.audit.as_ref().unwrap();
        assert_eq!(sum.agree, sum.stated);
        assert_eq!(sum.status, plain.status, "{request}");
        let turns = |ends: &[zhengpin::simulate::YearEndEntry]| {
            ends.iter().map(|end| (end.year, end.points_after)).collect::<Vec<_>>()
        };
        assert_eq!(turns(&sum.year_ends), turns(&plain.year_ends));
        assert!(sum.appeals.is_empty() && sum.measures.is_empty() && !sum.closure);
        let place = usize::try_from(dice.roll(u32::try_from(findings.len()).unwrap())).unwrap();
        let entry = &plain.entries[place];
        taken[place].booked.points = Some(entry.points + entry.raised + 1);
        let off = with_taken(&taken);
        for (index, entry) in off.entries.iter().enumerate() {
            let points = entry.audit.as_ref().unwrap().points.as_ref().unwrap();
            assert_eq!(points.by, u32::from(index == place), "{request}");
        }
        let first: Vec<_> = off.audit.unwrap().appeals.into_iter().map(|one| one.finding).collect();
        assert_eq!(first, [place.to_string()]);
    }
}

/// Source: docs/architecture.md: where nothing was stated no ledger runs twice.
#[test]
fn an_audit_of_ten_thousand_findings_is_answered() {
    let start = NaiveDate::from_ymd_opt(2017, 4, 1).unwrap();
    let findings = start.iter_days().take(10_000).enumerate().map(|(index, day)| {
        json!({"id": index.to_string(), "issued": day.to_string(), "tier": "information",
            "taken": {"points": 3, "strike": true}})
    });
    let findings: Vec<Value> = findings.collect();
    let simulation = run(&json!({"rulebook": TAOBAO, "findings": findings, "forecast": false}));
    let audit = simulation.audit.unwrap();
    assert!(!audit.exhaustive && audit.differ > 0 && !audit.appeals.is_empty());
}

/// Source: Taobao's rule of 2017-02-21, article 45: sealing the account is what 48 points bring. A
/// platform that says it did so has closed the account, whatever the points come to.
#[test]
fn a_stated_measure_that_closes_the_account_closes_it() {
    let finding = |id: &str, issued: &str, taken: Value| json!({"id": id, "issued": issued, "tier": "information", "taken": taken});
    let findings = [
        finding("a", "2019-01-10", json!({"points": 2, "measures": ["account_sealed"]})),
        finding("b", "2019-03-10", json!({"points": 2})),
    ];
    let simulation = run(&json!({"rulebook": TAOBAO, "findings": findings}));
    assert!(simulation.status.open);
    let audit = simulation.audit.unwrap();
    assert!(!audit.status.open && audit.closure);
    assert_eq!(audit.status.closed_by, Some(zhengpin::simulate::ClosedBy::Finding));
    assert_eq!(audit.status.closed_at.as_deref(), Some("2019-01-10T12:00+08:00"));
    let first = &audit.appeals[0];
    assert!(first.finding == "a" && first.reopens && first.status.open && first.certain);
}

/// Source: Taobao's rule of 2017-02-21, article 45: 48 points, or the third strike, close the
/// account. By the platform's numbers that is in March; with `a` put right it is in May, with `b`
/// in April: the longer an end is put off, the more it is worth.
#[test]
fn the_appeal_that_puts_a_closure_off_for_longer_stands_first() {
    let wrong = |id: &str, issued: &str, points: u32| json!({"id": id, "issued": issued, "tier": "information", "taken": {"points": points, "strike": false}});
    let sale = |issued: &str| json!({"id": issued, "issued": issued, "tier": "sale"});
    let findings = [
        wrong("b", "2019-01-10", 16),
        wrong("a", "2019-02-10", 30),
        sale("2019-03-10"),
        sale("2019-04-10"),
        sale("2019-05-10"),
    ];
    let simulation = run(&json!({"rulebook": TAOBAO, "findings": findings}));
    let audit = simulation.audit.unwrap();
    assert_eq!(audit.status.closed_at.as_deref(), Some("2019-03-10T12:00+08:00"));
    let told: Vec<(&str, Option<&str>)> = audit
        .appeals
        .iter()
        .map(|one| (one.finding.as_str(), one.status.closed_at.as_deref()))
        .collect();
    assert_eq!(
        told,
        [("a", Some("2019-05-10T12:00+08:00")), ("b", Some("2019-04-10T12:00+08:00"))]
    );
}

/// Source: the gaps that the rulebooks declare: what Kuaishou's points bring below 100, what the
/// first and the second serious infringement bring on AliExpress, what every 12 points brought on
/// Taobao before August 2013, and what Pinduoduo's thresholds bring was not found. What a platform
/// took there is neither due nor not due.
#[test]
fn where_the_measures_due_were_not_found_none_is_called_not_due() {
    use zhengpin::simulate::Agreement::{Agrees, Less, More, Unknown};
    let audited = |rulebook: &str, finding: Value| {
        let mut finding = finding;
        finding["id"] = json!("a");
        let simulation =
            run(&json!({"rulebook": format!("{rulebook}/counterfeit"), "findings": [finding]}));
        let sum = simulation.audit.unwrap();
        let entry = simulation.entries[0].audit.clone().unwrap();
        (entry.measures.unwrap(), sum)
    };
    let open = [
        ("kuaishou", "2022-01-10", "information", "listing_barred", "nodes"),
        ("aliexpress", "2022-01-10", "serious", "account_frozen", "serious_measures"),
        ("taobao", "2013-03-10", "information", "shop_hidden", "year_inferred"),
    ];
    for (rulebook, issued, tier, measure, gap) in open {
        let items = if rulebook == "taobao" { 6 } else { 1 };
        let of = |measures: Value| {
            let finding = json!({"issued": issued, "tier": tier, "items": items,
                "taken": {"measures": measures}});
            audited(rulebook, finding)
        };
        let due = of(json!([])).0.not_taken;
        let mut taken = due.clone();
        taken.push(measure.to_owned());
        let (measures, sum) = of(json!(taken));
        assert_eq!(measures.verdict, Unknown, "{rulebook}");
        assert_eq!(
            (measures.unknown, measures.gaps),
            (vec![measure.to_owned()], vec![gap.to_owned()])
        );
        assert!(measures.not_due.is_empty() && sum.appeals.is_empty());
        assert_eq!((sum.unknown, sum.agree, sum.differ), (1, 0, 0), "{rulebook}");
        // What is known to be due and was not taken is less, whatever is unknown.
        let (none, _) = of(json!([]));
        assert_eq!(none.verdict, if due.is_empty() { Unknown } else { Less }, "{rulebook}");
    }
    // Where all is known, one more is one too many.
    let known = json!({"issued": "2019-03-10", "tier": "information", "taken": {"measures": ["listings_deleted", "shop_hidden"]}});
    assert_eq!(audited("taobao", known).0.verdict, More);
    let known = json!({"issued": "2019-03-10", "tier": "information", "taken": {"measures": ["listings_deleted"]}});
    assert_eq!(audited("taobao", known).0.verdict, Agrees);
    let freeze = json!({"issued": "2019-03-10", "tier": "fake", "taken": {"measures": ["withdrawals_frozen", "goods_down"]}});
    assert_eq!(audited("pinduoduo", freeze).0.verdict, Unknown);
}
