//! Facts that dates answer: whether they ever do, and whether one rests on itself.

use crate::compile::{Compiled, FactId, Part};
use crate::problem::{Code, Problem};
use crate::rulebook::Count;

/// Looks at every fact that deadlines answer.
pub(super) fn check(compiled: &Compiled, found: &mut Vec<Problem>) {
    for (id, fact) in &compiled.facts {
        let path = format!("/facts/{}/settled_by", fact.id);
        for (index, deadline) in fact.in_time.iter().enumerate() {
            let deadline = &compiled.deadlines[*deadline];
            let mut days = compiled.versions.iter().map(|version| version.from);
            let asked = |day| deadline.in_force.and(fact.in_force).holds_on(day);
            // Without a day on which it was done, the answer could never be no; without a number
            // it could be neither.
            let counts = deadline.done.is_some() && deadline.count != Count::NoNumber;
            if !counts || !days.any(asked) {
                let problem = Problem::new(Code::NeverSettles, format!("{path}/in_time/{index}"));
                found.push(problem.with("value", &fact.id).with("expected", &deadline.id));
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

/// Whether the deadlines that answer the last fact of the trail apply only where `start` is
/// known, directly or through other facts that dates answer. The trail leads there.
fn circle(compiled: &Compiled, start: FactId, trail: &mut Vec<FactId>) -> bool {
    let last = trail.last().copied().unwrap_or(start);
    let deadlines = compiled.facts[last].in_time.iter().map(|id| &compiled.deadlines[*id]);
    let mut rests = Vec::new();
    for condition in deadlines.flat_map(|one| one.when.iter().chain(&one.except)) {
        compiled.walk(condition, &mut |part| match part {
            Part::Fact(fact, _) => {
                rests.push(fact);
                false
            }
            Part::Element(..) => true,
        });
    }
    for fact in rests {
        if fact == start {
            return true;
        }
        if trail.contains(&fact) {
            continue;
        }
        trail.push(fact);
        if circle(compiled, start, trail) {
            return true;
        }
        trail.pop();
    }
    false
}
