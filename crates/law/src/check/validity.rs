//! Rules that are in force never, not yet or still, where others take their place.

use crate::compile::Compiled;
use crate::problem::{Code, Problem};
use crate::rulebook::{Instruments, Rulebook, Validity};

/// Looks at when the parts of a rulebook are in force.
pub(super) fn check(rulebook: &Rulebook, compiled: &Compiled, found: &mut Vec<Problem>) {
    let mut never = |validity: Validity, path: String, id: &str| {
        if !compiled.versions.iter().any(|version| validity.holds_on(version.from)) {
            found.push(Problem::new(Code::NeverInForce, path).with("value", id));
        }
    };
    for (id, fact) in &rulebook.facts {
        never(fact.in_force, format!("/facts/{id}/in_force"), id);
    }
    for (id, element) in &rulebook.elements {
        never(element.in_force, format!("/elements/{id}/in_force"), id);
    }
    for (id, issue) in &rulebook.issues {
        never(issue.in_force, format!("/issues/{id}/in_force"), id);
    }
    for (id, alert) in &rulebook.alerts {
        never(alert.in_force, format!("/alerts/{id}/in_force"), id);
    }
    for (id, deadline) in &rulebook.deadlines {
        never(deadline.in_force, format!("/deadlines/{id}/in_force"), id);
    }
    for (id, document) in &rulebook.documents {
        never(document.in_force, format!("/documents/{id}/in_force"), id);
        for (section_id, section) in &document.sections {
            let path = format!("/documents/{id}/sections/{section_id}/sentences");
            let own = section.sentences.iter();
            for (id, sentence) in own.filter(|(_, one)| one.in_force != Validity::default()) {
                let days = sentence.in_force.and(document.in_force);
                never(days, format!("{path}/{id}/in_force"), id);
            }
        }
    }
    for (id, element) in &rulebook.elements {
        let Some(before) = &element.replaces else { continue };
        let path = format!("/elements/{id}/replaces");
        match rulebook.elements.get(before) {
            Some(other) => found.extend(seam(other.in_force, element.in_force, path, id, before)),
            None => found.push(unknown(path, before, "element")),
        }
    }
}

/// Looks at when instruments are in force that take each other's place.
pub(super) fn check_instruments(instruments: &Instruments, found: &mut Vec<Problem>) {
    for (id, instrument) in &instruments.instruments {
        let Some(before) = &instrument.replaces else { continue };
        let path = format!("/instruments/{id}/replaces");
        match instruments.instruments.get(before) {
            Some(other) => {
                found.extend(seam(other.in_force, instrument.in_force, path, id, before));
            }
            None => found.push(unknown(path, before, "instrument")),
        }
    }
}

fn unknown(path: String, name: &str, word: &'static str) -> Problem {
    Problem::new(Code::UnknownName, path).with("value", name).with_word("expected", word)
}

/// What is wrong where one rule takes the place of another.
fn seam(
    before: Validity,
    after: Validity,
    path: String,
    id: &str,
    replaced: &str,
) -> Option<Problem> {
    let next = before.to.and_then(|last| last.succ_opt());
    let code = match (next, after.from) {
        (Some(next), Some(from)) if next == from => return None,
        (Some(next), Some(from)) if next < from => Code::ValidityGap,
        _ => Code::ValidityOverlap,
    };
    Some(Problem::new(code, path).with("value", id).with("expected", format!("`{replaced}`")))
}
