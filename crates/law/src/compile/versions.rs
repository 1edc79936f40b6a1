//! The days on which a rulebook changes.

use chrono::NaiveDate as Date;

use crate::rulebook::{Rulebook, Sentence, Validity};

use super::Law;

/// The first day of every version, oldest first: the day on which the rulebook comes into
/// force, and every later day on which a rule or a provision cited begins or has ended.
pub(super) fn starts(rulebook: &Rulebook, law: &Law, of_ledger: &[Validity]) -> Vec<Date> {
    let mut days = Vec::new();
    let mut change = |validity: Validity| {
        days.extend(validity.from);
        days.extend(validity.to.and_then(|to| to.succ_opt()));
    };
    rulebook.facts.values().for_each(|fact| change(fact.in_force));
    rulebook.elements.values().for_each(|element| change(element.in_force));
    rulebook.issues.values().for_each(|issue| change(issue.in_force));
    rulebook.alerts.values().for_each(|alert| change(alert.in_force));
    rulebook.deadlines.values().for_each(|deadline| change(deadline.in_force));
    rulebook.documents.values().for_each(|document| change(document.in_force));
    sentences(rulebook).for_each(|sentence| change(sentence.in_force));
    of_ledger.iter().copied().for_each(&mut change);
    for id in cited(rulebook) {
        let provision = law.provision(id).map(|provision| provision.in_force);
        provision.into_iter().for_each(&mut change);
    }
    let begin = rulebook.in_force.from.unwrap_or(Date::MIN);
    days.retain(|day| begin < *day && rulebook.in_force.holds_on(*day));
    days.push(begin);
    days.sort_unstable();
    days.dedup();
    days
}

/// Every provision that a rulebook cites.
fn cited(rulebook: &Rulebook) -> impl Iterator<Item = &String> {
    let elements = rulebook.elements.values().flat_map(|element| &element.cite);
    let verdicts = rulebook.issues.values().flat_map(|issue| issue.verdicts.values());
    let verdicts = verdicts.flat_map(|verdict| &verdict.cite);
    let alerts = rulebook.alerts.values().flat_map(|alert| &alert.cite);
    let deadlines = rulebook.deadlines.values().flat_map(|deadline| &deadline.cite);
    let sentences = sentences(rulebook).flat_map(|sentence| &sentence.cite);
    elements.chain(verdicts).chain(alerts).chain(deadlines).chain(sentences)
}

/// Every sentence of every document.
fn sentences(rulebook: &Rulebook) -> impl Iterator<Item = &Sentence> {
    let sections = rulebook.documents.values().flat_map(|document| document.sections.values());
    sections.flat_map(|section| section.sentences.values())
}
