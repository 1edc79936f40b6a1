//! Texts that never were law: a draft can be held against the law, and no verdict rests on it.

use crate::problem::{Code, Problem};
use crate::rulebook::{Instruments, Rulebook};

/// The rules of a rulebook that cite what never was law, unless it says so of itself.
#[must_use]
pub fn never_law(rulebook: &Rulebook, instruments: &Instruments) -> Vec<Problem> {
    if rulebook.never_in_force.is_some() {
        return Vec::new();
    }
    let never = |id: &str| {
        let instrument = id.split('/').next().and_then(|id| instruments.instruments.get(id));
        instrument.is_some_and(|instrument| instrument.never_in_force)
    };
    let mut found = Vec::new();
    for rule in rulebook.rules() {
        for (index, cited) in rule.rests().cite.iter().enumerate().filter(|(_, id)| never(id)) {
            let path = format!("{}/cite/{index}", rule.path());
            found.push(Problem::new(Code::NeverLaw, path).with("value", cited));
        }
    }
    found
}
