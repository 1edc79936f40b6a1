//! What a reader has to know besides the verdicts.

use std::cell::LazyCell;
use std::mem;

use chrono::NaiveDate as Date;

use crate::compile::{
    AlertId, CompiledAlert, CompiledIssue, Drawn, FactId, IssueId, Part, ProvisionId, Stated,
    VerdictId, VerdictRule,
};
use crate::diagram::Leaf;
use crate::rulebook::{Confidence, Validity};
use crate::truth::Truth;

use super::cite::{add, citations};
use super::held::Held;
use super::{Matter, Outcome, Warning, WarningCode, application};

/// The alerts that are due, rules relied on that are badly attested or disputed, and the later
/// versions of the law.
pub(super) fn warnings(case: &Matter<'_>, outcomes: &[Outcome<'_>]) -> Vec<Warning> {
    let due = all_due(case);
    let mut warnings = due_or_doubtful(case, outcomes, &due);
    warnings.extend(changes_of_law(case, outcomes, due));
    warnings
}

/// The same without the later versions of the law.
pub(super) fn of_the_day(case: &Matter<'_>, outcomes: &[Outcome<'_>]) -> Vec<Warning> {
    due_or_doubtful(case, outcomes, &all_due(case))
}

fn due_or_doubtful(case: &Matter<'_>, outcomes: &[Outcome<'_>], due: &[AlertId]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let alerts = due.iter().map(|id| &case.rulebook.alerts[*id]);
    warnings.extend(alerts.map(|alert| Warning {
        code: WarningCode::Alert,
        about: Some(alert.id.clone()),
        issues: issue_ids(case, alert),
        from: None,
        citations: citations(case.rulebook, &alert.cite, day_of_law(case, alert)),
    }));
    for outcome in outcomes {
        if let Some(settled) = outcome.settled {
            attestation(case, outcome, settled, &mut warnings);
        }
    }
    warnings
}

/// The later versions of the rules that change what these facts lead to, each held against the
/// one before: the verdicts possible, the provisions behind them, or the alerts due.
fn changes_of_law(
    case: &Matter<'_>,
    outcomes: &[Outcome<'_>],
    mut due_before: Vec<AlertId>,
) -> Vec<Warning> {
    let now = outcomes.iter().map(|outcome| (outcome.possible, outcome.cited.clone()));
    let now: Vec<_> = now.map(Some).collect();
    let mut before = now.clone();
    let later = case.rulebook.versions.iter().filter(|later| case.version.from < later.from);
    let told = later.into_iter().filter_map(|version| {
        let then = LazyCell::new(|| case.on(case.rulebook, version, version.from));
        let comes_to = |((id, issue, drawn), now): ((IssueId, &CompiledIssue, &Drawn), _)| {
            let later = version.issues[id].as_ref()?;
            let same = case.version.allowed == version.allowed
                && drawn.diagram == later.diagram
                && rests_on_the_same(case, issue, version.from);
            if same {
                return Option::clone(now);
            }
            let diagram = then.diagram(later.diagram);
            let after = super::outcome(&then, issue, later, diagram);
            Some((after.possible, after.cited))
        };
        let after: Vec<_> = case.asked().zip(&now).map(comes_to).collect();
        let changed = outcomes.iter().zip(after.iter().zip(&before));
        let due_after = all_due(&then);
        let only_once = |alert: &&AlertId| due_before.contains(alert) != due_after.contains(alert);
        let turned: Vec<AlertId> =
            due_before.iter().chain(&due_after).filter(only_once).copied().collect();
        let named = |issue: &String| {
            let alerts = turned.iter().map(|id| &case.rulebook.alerts[*id]);
            alerts.flat_map(|alert| issue_ids(case, alert)).any(|one| one == *issue)
        };
        let changed =
            changed.filter(|(one, (after, before))| after != before || named(&one.issue.id));
        let issues: Vec<String> = changed.map(|(one, _)| one.issue.id.clone()).collect();
        let touched = !issues.is_empty() || !turned.is_empty();
        (before, due_before) = (after, due_after);
        touched.then(|| Warning {
            code: WarningCode::LaterVersion,
            about: None,
            issues,
            from: Some(version.from),
            citations: Vec::new(),
        })
    });
    told.collect()
}

/// Whether all that an issue rests on is in force on the day asked exactly where it is on
/// `other`. Then the same diagrams give the same answer.
fn rests_on_the_same(case: &Matter<'_>, issue: &CompiledIssue, other: Date) -> bool {
    let (rulebook, day) = (case.rulebook, case.day);
    let same = |validity: &Validity| validity.holds_on(day) == validity.holds_on(other);
    let cited =
        |cite: &[ProvisionId]| cite.iter().all(|id| same(&rulebook.provisions[*id].in_force));
    let mut all = true;
    let mut seen = rulebook.elements.map(|_, _| false);
    for verdict in issue.verdicts.values() {
        all &= cited(&verdict.cite);
        let (VerdictRule::When(condition) | VerdictRule::Unless(condition)) = &verdict.rule else {
            continue;
        };
        rulebook.walk(condition, &mut |part| match part {
            Part::Element(id, element) => {
                let fresh = !mem::replace(&mut seen[id], true);
                all &= !fresh || same(&element.in_force) && cited(&element.cite);
                all && fresh && element.in_force.holds_on(day)
            }
            Part::Fact(..) => false,
        });
    }
    all
}

/// The day whose law an alert cites: where it follows that of an act, the act's, as far as that
/// is known and anything it cites was in force then. No later day than the one asked.
fn day_of_law(case: &Matter<'_>, alert: &CompiledAlert) -> Date {
    let Some(Stated::Day(day)) = alert.law_of.and_then(|fact| case.known.of(fact)) else {
        return case.day;
    };
    let cited = || alert.cite.iter().map(|id| &case.rulebook.provisions[*id].in_force);
    let known = *day < case.day && cited().any(|in_force| in_force.holds_on(*day));
    if known { *day } else { case.day }
}

/// The alerts that are due.
fn all_due(case: &Matter<'_>) -> Vec<AlertId> {
    let alerts = case.rulebook.alerts.iter().filter(|(_, alert)| due(case, alert));
    alerts.map(|(id, _)| id).collect()
}

fn due(case: &Matter<'_>, alert: &CompiledAlert) -> bool {
    let when = alert.when.as_ref();
    let holds = || when.is_none_or(|when| application::truth(case, when) == Some(Truth::Yes));
    // What most alerts fail comes first.
    alert.tiers.is_empty()
        && alert.in_force.holds_on(case.day)
        && holds()
        && bears(case, alert)
        && reached(case, alert)
}

/// Whether every issue that an alert names is settled with one of the verdicts it needs; where
/// it needs none of an issue, that need not be settled. An issue that was not asked is looked
/// at for it.
fn reached(case: &Matter<'_>, alert: &CompiledAlert) -> bool {
    alert.verdicts.iter().all(|(issue, wanted)| {
        if wanted.is_empty() {
            return true;
        }
        let diagram = case.version.issues[*issue].as_ref().map(|it| case.diagram(it.diagram));
        let settled = diagram.and_then(|diagram| diagram.settled(&case.known.assignment));
        settled.is_some_and(|leaf| wanted.contains(&VerdictId::of(leaf)))
    })
}

/// Whether an alert bears on the issues asked. One that names issues bears on these.
/// Any other bears on every issue that depends on a fact it rests on. What no issue depends
/// on, such as the kinds of evidence, bears on all of them, and so does an alert that rests
/// on no fact: what is not known to belong elsewhere is told.
fn bears(case: &Matter<'_>, alert: &CompiledAlert) -> bool {
    let Some(only) = &case.only else { return true };
    if only.is_empty() {
        return false;
    }
    if !alert.verdicts.is_empty() {
        return alert.verdicts.iter().any(|(issue, _)| only.contains(issue));
    }
    let mut facts = Vec::new();
    if let Some(when) = &alert.when {
        case.rulebook.walk(when, &mut |part| match part {
            Part::Fact(fact, _) => {
                facts.push(fact);
                false
            }
            Part::Element(_, element) => element.in_force.holds_on(case.day),
        });
    }
    let depends = |fact: FactId| {
        let drawn = case.version.issues.iter();
        drawn.filter_map(move |(issue, drawn): (IssueId, _)| {
            drawn.as_ref().filter(|drawn| drawn.facts.contains(&fact)).map(|_| issue)
        })
    };
    facts.is_empty()
        || facts.iter().any(|fact| {
            let mut issues = depends(*fact).peekable();
            issues.peek().is_none() || issues.any(|issue| only.contains(&issue))
        })
}

fn issue_ids(case: &Matter<'_>, alert: &CompiledAlert) -> Vec<String> {
    let issues = alert.verdicts.iter();
    issues.map(|(issue, _)| case.rulebook.issues[*issue].id.clone()).collect()
}

/// Adds the elements that a settled verdict rests on although they are badly attested or
/// disputed, and the verdict itself where it is badly attested.
fn attestation(
    case: &Matter<'_>,
    outcome: &Outcome<'_>,
    settled: Leaf,
    warnings: &mut Vec<Warning>,
) {
    let issue = outcome.issue;
    let verdict = issue.verdict(settled);
    if verdict.confidence < Confidence::High {
        warnings.push(Warning {
            code: WarningCode::Confidence,
            about: Some(format!("verdict/{}/{}", issue.id, verdict.id)),
            issues: vec![issue.id.clone()],
            from: None,
            citations: citations(case.rulebook, &verdict.cite, case.day),
        });
    }
    for node in outcome.relied.iter().filter_map(|at| outcome.application.get(*at)) {
        let Some(element) = node.element.map(|id| &case.rulebook.elements[id]) else { continue };
        if element.confidence < Confidence::High {
            warn(case, warnings, WarningCode::Confidence, issue, node);
        }
        if element.split {
            warn(case, warnings, WarningCode::Split, issue, node);
        }
    }
}

fn warn(
    case: &Matter<'_>,
    warnings: &mut Vec<Warning>,
    code: WarningCode,
    issue: &CompiledIssue,
    node: &Held<'_>,
) {
    let cited = citations(case.rulebook, node.cite, case.day);
    let known = |known: &&mut Warning| known.code == code && known.about.as_deref() == node.id;
    if let Some(known) = warnings.iter_mut().find(known) {
        if !known.issues.contains(&issue.id) {
            known.issues.push(issue.id.clone());
        }
        cited.into_iter().for_each(|one| add(&mut known.citations, one));
        return;
    }
    warnings.push(Warning {
        code,
        about: node.id.map(str::to_owned),
        issues: vec![issue.id.clone()],
        from: None,
        citations: cited,
    });
}
