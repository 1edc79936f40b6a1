//! Rules that are in force never, not yet or still, where others take their place.

use crate::compile::Compiled;
use crate::problem::{Code, Problem};
use crate::rulebook::{Instruments, Rule, Rulebook, Validity};

/// Looks at when the parts of a rulebook are in force.
pub(super) fn check(rulebook: &Rulebook, compiled: &Compiled, found: &mut Vec<Problem>) {
    let mut never = |validity: Validity, path: String, id: &str| {
        if !compiled.versions.iter().any(|version| validity.holds_on(version.from)) {
            found.push(Problem::new(Code::NeverInForce, path).with("value", id));
        }
    };
    for rule in rulebook.rules() {
        let own = rule.rests().in_force;
        let days = match rule {
            // It stands for no longer than what it stands in, which is told by itself.
            Rule::Sentence { document, .. } if own != Validity::default() => {
                own.and(document.in_force)
            }
            Rule::Sentence { .. } | Rule::Verdict { .. } | Rule::Constraint(..) => continue,
            _ => own,
        };
        never(days, format!("{}/in_force", rule.path()), rule.id());
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
        let before = instrument.replaces.as_ref();
        let earlier = before.and_then(|before| instruments.instruments.get(before));
        for (article, provision) in &instrument.provisions {
            let Some(replaced) = &provision.replaces else { continue };
            if earlier.is_none_or(|earlier| !earlier.provisions.contains_key(replaced)) {
                let article = article.replace('/', "~1");
                let path = format!("/instruments/{id}/provisions/{article}/replaces");
                found.push(unknown(path, replaced, "provision"));
            }
        }
        let Some(before) = before else { continue };
        let path = format!("/instruments/{id}/replaces");
        match earlier {
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
