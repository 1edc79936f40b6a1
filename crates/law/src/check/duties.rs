//! Duties: what binds beside them, how sure they are, and names that none of them uses.

use crate::compile::Compiled;
use crate::problem::{Code, Problem};
use crate::rulebook::{Confidence, Rulebook};

/// Looks at every duty, and at whoever and whatever none names.
pub(super) fn check(rulebook: &Rulebook, compiled: &Compiled, found: &mut Vec<Problem>) {
    for duty in compiled.duties.values() {
        let path = format!("/duties/{}/counterpart", duty.id);
        let beside = || duty.counterpart.iter().map(|id| &compiled.provisions[*id]);
        if beside().next().is_some()
            && !beside().any(|provision| provision.in_force.holds_on(compiled.as_of))
        {
            let problem = Problem::new(Code::NoCounterpart, path);
            found.push(problem.with("value", &duty.id).with("expected", compiled.as_of));
        }
        if duty.cite.is_empty() {
            let problem = Problem::new(Code::NothingCited, format!("/duties/{}", duty.id));
            let day = duty.in_force.from.unwrap_or(compiled.as_of);
            found.push(problem.with("value", &duty.id).with("expected", day));
        }
    }
    for (id, duty) in &rulebook.duties {
        if duty.confidence == Confidence::Low && duty.reading.is_none() {
            let problem = Problem::new(Code::UndisclosedConfidence, format!("/duties/{id}"));
            found.push(problem.with("value", id));
        }
    }
    let mut unused = |table: &str, id: &str, used: bool| {
        if !used {
            let problem = Problem::new(Code::UnusedName, format!("/{table}/{id}"));
            found.push(problem.with("value", id));
        }
    };
    let duties = || rulebook.duties.values();
    for id in rulebook.parties.keys() {
        unused("parties", id, duties().any(|one| one.who.contains(id) || one.to.contains(id)));
    }
    for id in rulebook.occasions.keys() {
        unused("occasions", id, duties().any(|one| one.r#in.contains(id)));
    }
}
