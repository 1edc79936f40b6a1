//! Rules whose provisions are not in force while they are.

use chrono::NaiveDate as Date;

use crate::compile::{Compiled, Id};
use crate::problem::{Code, Problem};
use crate::rulebook::Validity;

/// Looks at every rule that cites provisions. Versions change with every provision cited, so
/// their first days stand for all days.
pub(super) fn check(compiled: &Compiled, found: &mut Vec<Problem>) {
    for element in &compiled.elements {
        let path = format!("/elements/{}", element.id);
        rule(compiled, &path, &element.id, &element.cite, element.in_force, found);
    }
    for issue in &compiled.issues {
        for verdict in &issue.verdicts {
            let path = format!("/issues/{}/verdicts/{}", issue.id, verdict.id);
            rule(compiled, &path, &verdict.id, &verdict.cite, issue.in_force, found);
        }
    }
    for alert in &compiled.alerts {
        let path = format!("/alerts/{}", alert.id);
        rule(compiled, &path, &alert.id, &alert.cite, alert.in_force, found);
    }
}

fn rule(
    compiled: &Compiled,
    path: &str,
    id: &str,
    cite: &[Id],
    validity: Validity,
    found: &mut Vec<Problem>,
) {
    let days = compiled.versions.iter().map(|version| version.from);
    let days: Vec<Date> = days.filter(|day| validity.holds_on(*day)).collect();
    let provision = |id: &Id| compiled.provisions.get(usize::from(*id));
    let holds = |id: &Id, day: Date| provision(id).is_some_and(|it| it.in_force.holds_on(day));
    if !cite.is_empty() {
        let bare = days.iter().find(|day| !cite.iter().any(|id| holds(id, **day)));
        if let Some(day) = bare {
            let problem = Problem::new(Code::NothingCited, format!("{path}/cite"));
            found.push(problem.with("value", id).with("expected", day));
        }
    }
    for (index, cited) in cite.iter().enumerate() {
        if !days.is_empty() && !days.iter().any(|day| holds(cited, *day)) {
            let name = provision(cited).map_or_else(String::new, |it| format!("`{}`", it.id));
            let problem = Problem::new(Code::NeverCited, format!("{path}/cite/{index}"));
            found.push(problem.with("value", id).with("expected", name));
        }
    }
}
