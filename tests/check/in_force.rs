//! Rules, provisions and instruments in time, and where they were read.

use serde_json::{Value, json};
use zhengpin::author::read_yaml;
use zhengpin::check::Severity::{self, Error, Note};
use zhengpin::check::{check, check_instruments, severity, uncited};
use zhengpin::compile::{Law, Table};
use zhengpin::problem::Code;
use zhengpin::rulebook::Rulebook;

use super::provisions::LAW;
use super::{SOUND, finds, found, law, put};

#[test]
fn a_rule_that_is_never_in_force() {
    finds(Code::NeverInForce, "/alerts/w/in_force", Error, |it| {
        put(it, "/alerts/w/in_force", json!({"from": "2010-01-01", "to": "2019-12-31"}));
    });
}

#[test]
fn gaps_and_overlaps_between_a_rule_and_its_successor() {
    let successor = |first_ends: &str, second_begins: &str| {
        let (to, from) = (first_ends.to_owned(), second_begins.to_owned());
        move |it: &mut Value| {
            put(it, "/elements/e/in_force", json!({"to": to}));
            let mut next = it["elements"]["e"].clone();
            next["in_force"] = json!({"from": from});
            next["replaces"] = json!("e");
            put(it, "/elements/n", next);
            put(it, "/issues/i/verdicts/bad/unless", json!({"any": ["e", "n"]}));
        }
    };
    assert_eq!(found(successor("2021-12-31", "2022-01-01")), []);
    let at = "/elements/n/replaces";
    finds(Code::ValidityOverlap, at, Error, successor("2022-06-30", "2022-01-01"));
    let gap = found(successor("2021-12-30", "2022-01-01"));
    // On the day between, no element is left, and `bad` holds for want of one.
    assert!(gap.iter().any(|it| it.code == Code::ValidityGap && it.path == at), "{gap:#?}");
    finds(Code::UnknownName, "/elements/e/replaces", Error, |it| {
        put(it, "/elements/e/replaces", json!("nothing"));
    });
}

#[test]
fn a_gap_between_an_instrument_and_its_successor() {
    let text =
        LAW.replace("in_force: {from: 2020-01-01}", "in_force: {from: 2020-01-01, to: 2021-12-31}");
    let second = LAW.replace("\ninstruments:\n", "").replace("  law:", "  law2:");
    let with = |from: &str| {
        let second = second.replace("rank: law", "rank: law\n    replaces: law");
        law(&format!(
            "{text}{}",
            second.replace("{from: 2020-01-01}", &format!("{{from: {from}}}"))
        ))
    };
    assert_eq!(check_instruments(&with("2022-01-01")), []);
    let codes = |from: &str| check_instruments(&with(from)).first().map(|it| it.code);
    assert_eq!(codes("2022-01-02"), Some(Code::ValidityGap));
    assert_eq!(codes("2021-12-31"), Some(Code::ValidityOverlap));
}

#[test]
fn a_provision_replaces_one_of_the_instrument_that_its_own_replaces() {
    let text =
        LAW.replace("in_force: {from: 2020-01-01}", "in_force: {from: 2020-01-01, to: 2021-12-31}");
    let second = LAW.replace("\ninstruments:\n", "").replace("  law:", "  law2:");
    let second = second.replace("{from: 2020-01-01}", "{from: 2022-01-01}");
    let with = |replaces: &str, provision: &str| {
        let second = second.replace("rank: law", &format!("rank: law{replaces}"));
        let own = second.replace("1: {label", &format!("1: {{replaces: {provision}, label"));
        assert_ne!(own, second);
        let found = check_instruments(&law(&format!("{text}{own}")));
        found.into_iter().map(|it| (it.code, it.path)).collect::<Vec<_>>()
    };
    assert_eq!(with("\n    replaces: law", "'1'"), []);
    let wrong = [(Code::UnknownName, "/instruments/law2/provisions/1/replaces".to_owned())];
    assert_eq!(with("\n    replaces: law", "9/1"), wrong);
    // What replaces nothing has no provision that does.
    assert_eq!(with("", "'1'"), wrong);
}

/// Source: a reader gets from a verdict to the text, and a link leads nowhere else.
#[test]
fn sources_are_addresses_each_once_and_a_text_that_was_read_has_one() {
    const ADDRESS: &str = "https://law.example.org/law";
    assert!(LAW.contains(ADDRESS));
    let found = |text: &str| -> Vec<(Code, Severity, String)> {
        let found = check_instruments(&law(text)).into_iter();
        found.map(|it| (it.code, severity(it.code), it.path)).collect()
    };
    assert_eq!(found(LAW), []);
    let at = |place: &str| format!("/instruments/law/sources{place}");
    for wrong in ["javascript:alert(1)", "//law.example.org", "https://", "https://law", "a b", ""]
    {
        let told = found(&LAW.replace(ADDRESS, wrong));
        assert_eq!(told, [(Code::NoAddress, Severity::Error, at("/0/url"))], "{wrong}");
    }
    let source = LAW.lines().find(|line| line.contains(ADDRESS)).unwrap();
    let told = found(&LAW.replace(source, &format!("{source}\n{source}")));
    assert_eq!(told, [(Code::NoAddress, Severity::Error, at("/1/url"))]);
    let none = LAW.replace(source, "").replace("    sources:\n", "");
    let unread = LAW.replace("read: whole", "read: unread");
    assert_ne!(unread, LAW);
    for nowhere in [none, unread] {
        assert_eq!(found(&nowhere), [(Code::NowhereRead, Severity::Error, at(""))]);
        let doubted = nowhere.replace("confidence: high", "confidence: medium");
        assert_eq!(found(&doubted), [(Code::NoSource, Severity::Note, at(""))]);
        let told = nowhere.replace(
            "    provisions:",
            "    read_elsewhere: {zh: 书, en: a book}\n    provisions:",
        );
        assert_eq!(found(&told), []);
    }

    let address =
        json!([{"url": "nowhere", "keeper": "report", "read": "part", "read_on": "2026-01-01"}]);
    finds(Code::NoAddress, "/cases/z/sources/0/url", Error, |it| {
        put(it, "/cases/z/sources", address);
    });
}

#[test]
fn a_rule_whose_provision_is_not_in_force_throughout() {
    // Article 2 is in force from 2022 only.
    finds(Code::NothingCited, "/elements/e/cite", Error, |it| {
        put(it, "/elements/e/cite", json!(["law/2"]));
    });
    let sound = found(|it| put(it, "/elements/e/cite", json!(["law/1", "law/2"])));
    assert_eq!(sound, []);
    finds(Code::NothingCited, "/issues/i/verdicts/good/cite", Error, |it| {
        put(it, "/issues/i/verdicts/good/cite", json!(["law/2"]));
    });
    finds(Code::NothingCited, "/alerts/w/cite", Error, |it| {
        put(it, "/alerts/w/cite", json!(["law/2"]));
    });
}

#[test]
fn a_provision_that_is_never_shown() {
    finds(Code::NeverCited, "/elements/e/cite/1", Note, |it| {
        put(it, "/elements/e/cite", json!(["law/1", "law/3"]));
    });
}

#[test]
fn low_confidence_without_a_word_on_why() {
    finds(Code::UndisclosedConfidence, "/elements/e", Error, |it| {
        put(it, "/elements/e/confidence", json!("low"));
    });
    let sound = found(|it| {
        put(it, "/elements/e/confidence", json!("low"));
        put(it, "/elements/e/reading", json!({"zh": "推论", "en": "an inference"}));
    });
    assert_eq!(sound, []);
}

#[test]
fn provisions_that_no_rulebook_cites() {
    let rulebook: Rulebook = serde_json::from_value(read_yaml(SOUND).unwrap().0).unwrap();
    let (compiled, _) = check(&rulebook, &Law::of(&law(LAW))).unwrap();
    let found = uncited(&law(LAW), &[compiled], &Table::default());
    let [problem] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(problem.code, Code::UnusedProvision);
    let said = zhengpin::library::built_in().messages.of(problem);
    assert!(said.en.contains("law/2, law/3") && !said.en.contains("law/1"), "{}", said.en);
}
