//! What a question presupposes: whether it is ever asked with it, and whether one presupposes
//! itself.

use crate::compile::{Compiled, FactId};
use crate::problem::{Code, Problem};

/// Looks at every fact that says what comes before it.
pub(super) fn check(compiled: &Compiled, found: &mut Vec<Problem>) {
    for (id, fact) in &compiled.facts {
        let path = format!("/facts/{}/after", fact.id);
        for (index, premise) in fact.after.iter().enumerate() {
            if !together(compiled, id, *premise) {
                let problem = Problem::new(Code::IdlePremise, format!("{path}/{index}"));
                let premise = &compiled.facts[*premise].id;
                found.push(problem.with("value", &fact.id).with("expected", premise));
            }
        }
        let mut trail = vec![id];
        if circle(compiled, id, &mut trail) {
            let names = trail.iter().chain([&id]);
            let names: Vec<&str> = names.map(|fact| compiled.facts[*fact].id.as_str()).collect();
            found.push(Problem::new(Code::Circular, path).with("value", names.join(" → ")));
        }
    }
}

/// Whether some verdict rests on both facts on one day.
fn together(compiled: &Compiled, fact: FactId, premise: FactId) -> bool {
    let mut drawn = compiled.versions.iter().flat_map(|version| version.issues.values().flatten());
    drawn.any(|issue| issue.facts.contains(&fact) && issue.facts.contains(&premise))
}

/// Whether the last fact of the trail presupposes `start`, directly or through others. The
/// trail leads there.
fn circle(compiled: &Compiled, start: FactId, trail: &mut Vec<FactId>) -> bool {
    let last = trail.last().copied().unwrap_or(start);
    for premise in &compiled.facts[last].after {
        if *premise == start {
            return true;
        }
        if trail.contains(premise) {
            continue;
        }
        trail.push(*premise);
        if circle(compiled, start, trail) {
            return true;
        }
        trail.pop();
    }
    false
}
