//! Rules whose provisions are not in force while they are.

use chrono::NaiveDate as Date;

use crate::compile::{Compiled, CompiledDocument, ProvisionId};
use crate::problem::{Code, Problem};
use crate::rulebook::Validity;

/// Looks at every rule that cites provisions.
pub(super) fn check(compiled: &Compiled, found: &mut Vec<Problem>) {
    for element in compiled.elements.values() {
        let path = format!("/elements/{}", element.id);
        rule(compiled, &path, &element.id, &element.cite, element.in_force, found);
    }
    for issue in compiled.issues.values() {
        for verdict in issue.verdicts.values() {
            let path = format!("/issues/{}/verdicts/{}", issue.id, verdict.id);
            rule(compiled, &path, &verdict.id, &verdict.cite, issue.in_force, found);
        }
    }
    for alert in compiled.alerts.values() {
        let path = format!("/alerts/{}", alert.id);
        if alert.law_of.is_none() {
            rule(compiled, &path, &alert.id, &alert.cite, alert.in_force, found);
            continue;
        }
        // What has lapsed is cited too, for days before the one asked.
        let days = days(compiled, &alert.cite, &[], |day| {
            alert.in_force.to.is_none_or(|last| day <= last)
        });
        never(compiled, &path, &alert.id, &alert.cite, &days, found);
    }
    for CompiledDocument { id, sections, in_force, .. } in compiled.documents.values() {
        for section in sections {
            for one in &section.sentences {
                let path = format!("/documents/{id}/sections/{}/sentences/{}", section.id, one.id);
                let days = one.in_force.and(*in_force);
                rule(compiled, &path, &one.id, &one.cite, days, found);
            }
        }
    }
    for duty in compiled.duties.values() {
        let path = format!("/duties/{}", duty.id);
        rule(compiled, &path, &duty.id, &duty.cite, duty.in_force, found);
    }
    for deadline in compiled.deadlines.values() {
        let path = format!("/deadlines/{}", deadline.id);
        rule(compiled, &path, &deadline.id, &deadline.cite, deadline.in_force, found);
        if deadline.cite.is_empty() {
            let day = compiled.versions.first().map_or(compiled.as_of, |version| version.from);
            let problem = Problem::new(Code::NothingCited, path).with("value", &deadline.id);
            found.push(problem.with("expected", deadline.in_force.from.unwrap_or(day)));
        }
    }
}

fn rule(
    compiled: &Compiled,
    path: &str,
    id: &str,
    cite: &[ProvisionId],
    validity: Validity,
    found: &mut Vec<Problem>,
) {
    let days = days(compiled, cite, &[validity], |day| validity.holds_on(day));
    held(compiled, path, id, cite, &days, found);
}

/// Days that stand for all on which a rule holds: the first of every version, and those on
/// which the rule or a provision that it cites begins or has just ended.
pub(super) fn days(
    compiled: &Compiled,
    cite: &[ProvisionId],
    changes: &[Validity],
    holds: impl Fn(Date) -> bool,
) -> Vec<Date> {
    let provisions = cite.iter().map(|id| &compiled.provisions[*id]);
    let changes = provisions.map(|provision| provision.in_force).chain(changes.iter().copied());
    let borders = changes.flat_map(|change| [change.from, change.to.and_then(|to| to.succ_opt())]);
    let versions = compiled.versions.iter().map(|version| version.from);
    let mut days: Vec<Date> = versions.chain(borders.flatten()).collect();
    let first = compiled.versions.first().map(|version| version.from);
    let in_force = Validity { from: first, to: compiled.to, about: false };
    days.retain(|day| in_force.holds_on(*day) && holds(*day));
    days.sort_unstable();
    days.dedup();
    days
}

/// Holds the provisions that a rule cites against the days on which it holds.
pub(super) fn held(
    compiled: &Compiled,
    path: &str,
    id: &str,
    cite: &[ProvisionId],
    days: &[Date],
    found: &mut Vec<Problem>,
) {
    let holds = |id: &ProvisionId, day: Date| compiled.provisions[*id].in_force.holds_on(day);
    if !cite.is_empty() {
        let bare = days.iter().find(|day| !cite.iter().any(|id| holds(id, **day)));
        if let Some(day) = bare {
            let problem = Problem::new(Code::NothingCited, format!("{path}/cite"));
            found.push(problem.with("value", id).with("expected", day));
        }
    }
    never(compiled, path, id, cite, days, found);
}

/// Tells the provisions that a rule cites and that are in force on none of the days.
fn never(
    compiled: &Compiled,
    path: &str,
    id: &str,
    cite: &[ProvisionId],
    days: &[Date],
    found: &mut Vec<Problem>,
) {
    let holds = |id: &ProvisionId, day: Date| compiled.provisions[*id].in_force.holds_on(day);
    for (index, cited) in cite.iter().enumerate() {
        if !days.is_empty() && !days.iter().any(|day| holds(cited, *day)) {
            let name = format!("`{}`", compiled.provisions[*cited].id);
            let problem = Problem::new(Code::NeverCited, format!("{path}/cite/{index}"));
            found.push(problem.with("value", id).with("expected", name));
        }
    }
}
