//! Who is touched, and which rules changed.

use serde_json::{Value, json};
use zhengpin::compare::{Changed, Difference, Rules, compare};
use zhengpin::decide::Facts;
use zhengpin::library::built_in;
use zhengpin::own::own;
use zhengpin::truth::Truth;

use super::copies::{
    EDITS, base, compared, copies, decided, drawn, edited, issue, library, request,
};
use super::criteria::meets;
use super::dice::Dice;
use super::typed::typed;

#[test]
fn exactly_the_facts_that_a_pattern_describes_get_another_verdict() {
    let copies = copies();
    assert!(copies.len() > 60, "{}", copies.len());
    let (mut held, mut differing) = (0, 0);
    for (index, (name, copy, _)) in copies.iter().enumerate() {
        let library = library(copy);
        let all = compared(&library, &Facts::new());
        let mut dice = Dice(u64::try_from(index).unwrap());
        for _ in 0..80 {
            let facts = drawn(&mut dice, copy);
            let verdicts = decided(&library, &base(), &facts).zip(decided(&library, copy, &facts));
            let Some((before, after)) = verdicts else {
                // What one of them refuses cannot be compared.
                assert!(compare(&library, &typed(&request(&facts))).is_err(), "{name}: {facts:?}");
                continue;
            };
            let told = compared(&library, &facts);
            for (id, (was, is)) in ["goods", "time"].into_iter().zip(before.into_iter().zip(after))
            {
                let Some((was, is)) = was.zip(is) else { continue };
                held += 1;
                differing += u32::from(was != is);
                let concerned = issue(&told, id);
                assert_eq!(concerned.concerned, Truth::from(was != is), "{name}: {facts:?}");
                assert_eq!(concerned.before, std::slice::from_ref(&was));
                assert_eq!(concerned.after, std::slice::from_ref(&is));
                let pair = |it: &Difference| it.from == was && it.to == is;
                let differences = &issue(&all, id).differences;
                assert!(was == is || differences.iter().any(pair), "{name}: {facts:?}");
                for it in differences {
                    assert!(it.complete);
                    let met = |pattern: &Vec<_>| pattern.iter().all(|one| meets(&facts, one));
                    assert_eq!(it.patterns.iter().any(met), pair(it), "{name}: {facts:?}: {it:?}");
                }
            }
        }
    }
    assert!(held > 5_000 && differing > 300, "{held} {differing}");
}

#[test]
fn the_elements_that_ask_for_something_else_are_named() {
    for (name, copy, changed) in copies() {
        let told = compared(&library(&copy), &Facts::new()).against.unwrap();
        assert_eq!(told.rulebook, "test/copy");
        let mut changed = changed;
        changed.sort_by_key(|id| ["documented", "many", "late"].iter().position(|it| it == id));
        changed.dedup();
        assert_eq!(told.changed.elements, changed, "{name}");
        assert!(told.changed.alerts.is_empty() && told.changed.deadlines.is_empty());
    }
}

/// Every part of an alert and of a deadline that makes it mean something else, beside what
/// only its words and its sources say.
#[test]
fn alerts_and_deadlines_that_mean_something_else_are_named() {
    let with_alert = |make: &dyn Fn(&mut Value)| {
        let mut copy = edited(&[]);
        copy["alerts"] = json!({"stock": {
            "title": {"zh": "货", "en": "stock"}, "says": {"zh": "货", "en": "stock"},
            "verdicts": {"goods": ["bad", "fair"]}, "when": "many", "cite": ["ecl/42/1"],
        }});
        copy["deadlines"] = json!({"answer": {
            "title": {"zh": "答", "en": "answer"}, "says": {"zh": "答", "en": "answer"},
            "from": "asked", "count": {"working_days": 5}, "calendar": "china", "done": "answered",
            "who": "seller", "when": "sold", "cite": ["ecl/42/1"],
        }});
        make(&mut copy);
        copy
    };
    let mut original = with_alert(&|_| ());
    original["rulebook"] = json!("test/base");
    let changed = |make: &dyn Fn(&mut Value)| {
        let sources = json!([original, with_alert(make)]);
        let library = own(built_in(), &sources, "/with").sound().unwrap();
        compared(&library, &Facts::new()).against.unwrap().changed
    };
    let deadline = |key: &'static str, value: Value| {
        changed(&move |copy| copy["deadlines"]["answer"][key] = value.clone())
    };
    let alert = |key: &'static str, value: Value| {
        changed(&move |copy| copy["alerts"]["stock"][key] = value.clone())
    };
    let the_deadline = Changed { deadlines: vec!["answer".to_owned()], ..Changed::default() };
    assert_eq!(deadline("count", json!({"working_days": 10})), the_deadline);
    assert_eq!(deadline("who", json!("platform")), the_deadline);
    assert_eq!(deadline("moves", json!(true)), the_deadline);
    assert_eq!(deadline("from", json!("answered")), the_deadline);
    assert_eq!(deadline("when", json!({"sold": false})), the_deadline);
    // The same facts, said otherwise.
    assert_eq!(deadline("when", json!({"not": {"sold": false}})), Changed::default());
    assert_eq!(deadline("cite", json!(["ecl/42/2"])), Changed::default());
    assert_eq!(deadline("title", json!({"zh": "改", "en": "other"})), Changed::default());
    assert_eq!(alert("verdicts", json!({"goods": ["fair", "bad"]})), Changed::default());
    let the_alert = Changed { alerts: vec!["stock".to_owned()], ..Changed::default() };
    assert_eq!(alert("when", json!("sold")), the_alert);
    assert_eq!(alert("verdicts", json!({"goods": ["bad"]})), the_alert);
    assert_eq!(alert("cite", json!(["ecl/42/2"])), Changed::default());
    let turned = changed(&|copy| {
        (EDITS.iter().find(|edit| edit.name == "the same verdicts in another order").unwrap().make)(
            copy,
        );
    });
    assert_eq!(turned, Changed::default());
}

#[test]
fn what_is_said_in_another_order_makes_no_difference() {
    let names =
        ["the same verdicts in another order", "a number that no rule tells from the other"];
    for name in names {
        let edit = EDITS.iter().find(|edit| edit.name == name).unwrap();
        let told = compared(&library(&edited(&[edit])), &Facts::new());
        assert!(told.issues.iter().all(|issue| issue.concerned == Truth::No), "{name}");
    }
}

/// One edit, and exactly the pattern that it concerns.
#[test]
fn a_number_that_was_edited_concerns_the_numbers_between() {
    let told = compared(&library(&edited(&[&EDITS[0]])), &Facts::new());
    let goods = issue(&told, "goods");
    let [difference] = goods.differences.as_slice() else { panic!("{goods:?}") };
    assert_eq!((difference.from.as_str(), difference.to.as_str()), ("fair", "bad"));
    let patterns = serde_json::to_value(&difference.patterns).unwrap();
    assert_eq!(
        patterns,
        json!([[
            {"fact": "role", "is": ["agent", "none"]},
            {"fact": "papers", "lacks": "invoice"},
            {"fact": "pieces", "from": 3, "before": 5},
        ]])
    );
    assert_eq!(issue(&told, "time").concerned, Truth::No);
    assert!(issue(&told, "time").differences.is_empty());
}

#[test]
fn what_only_one_of_the_rulebooks_has_is_named() {
    let mut copy = edited(&[]);
    copy["elements"].as_object_mut().unwrap().insert(
        "seized".to_owned(),
        json!({"title": {"zh": "扣", "en": "seized"}, "is": "sold", "cite": ["ecl/42/2"]}),
    );
    let issues = copy["issues"].as_object_mut().unwrap();
    let mut goods = issues.shift_remove("goods").unwrap();
    goods["verdicts"]["bad"]["when"] = json!("seized");
    issues.insert("seizure".to_owned(), goods);
    copy["elements"].as_object_mut().unwrap().shift_remove("many");
    copy["elements"].as_object_mut().unwrap()["documented"]["cite"] = json!(["ecl/42/2"]);
    let told = compared(&library(&copy), &Facts::new());
    assert_eq!(told.begun.elements, ["seized"]);
    assert_eq!(told.ended.elements, ["many"]);
    let provisions = |rules: &Rules| -> Vec<String> {
        rules.provisions.iter().map(|it| it.provision.clone()).collect()
    };
    assert_eq!(provisions(&told.begun), ["ecl/42/2"]);
    assert!(provisions(&told.ended).is_empty());
    let ids: Vec<&str> = told.issues.iter().map(|it| it.issue.as_str()).collect();
    assert_eq!(ids, ["goods", "time", "seizure"]);
    for (id, before, after) in [("goods", 3, 0), ("seizure", 0, 3)] {
        let only = issue(&told, id);
        assert_eq!((only.before.len(), only.after.len()), (before, after));
        assert_eq!((only.concerned, only.differences.len()), (Truth::Yes, 0));
    }
}

/// Source: Civil Code art. 202: a month ends on the corresponding day, so it is longer or
/// shorter than thirty days.
#[test]
fn a_month_and_thirty_days_are_told_apart_in_one_rulebook() {
    let mut copy = edited(&[]);
    copy["elements"]["late"]["any"] =
        json!([{"answered": {"after": {"fact": "asked", "days": 30}}}]);
    let mut in_months = copy["elements"]["late"].clone();
    in_months["any"] = json!([{"answered": {"after": {"fact": "asked", "months": 1}}}]);
    copy["elements"]["late_by_months"] = in_months;
    let mut issue = copy["issues"]["time"].clone();
    issue["verdicts"]["late"]["when"] = json!("late_by_months");
    copy["issues"]["months"] = issue;
    let library = library(&copy);
    for (asked, answered, by_days, by_months) in [
        ("2026-02-01", "2026-03-01", "in_time", "in_time"),
        ("2026-02-01", "2026-03-03", "in_time", "late"),
        ("2026-02-01", "2026-03-04", "late", "late"),
        ("2026-01-01", "2026-02-01", "late", "in_time"),
    ] {
        let facts = json!({"asked": asked, "answered": answered});
        let facts: Facts = serde_json::from_value(facts).unwrap();
        let verdicts = decided(&library, &copy, &facts).unwrap();
        let told: Vec<&str> = verdicts[1..].iter().map(|it| it.as_deref().unwrap()).collect();
        assert_eq!(told, [by_days, by_months], "{asked} {answered}");
    }
}
