//! What a reader has to know besides the verdicts.

use crate::compile::{CompiledAlert, Part};
use crate::rulebook::Confidence;
use crate::truth::Truth;

use super::cite::{add, citations, relied_on};
use super::{Case, IssueAnswer, Warning, WarningCode, application};

/// The alerts that are due, rules relied on that are badly attested or disputed, and the
/// next version of the law.
pub(super) fn warnings(case: &Case<'_>, answers: &[IssueAnswer]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let alerts = case.rulebook.alerts.iter().filter(|alert| due(case, answers, alert));
    warnings.extend(alerts.map(|alert| Warning {
        code: WarningCode::Alert,
        about: Some(alert.id.clone()),
        issues: issue_ids(case, alert),
        from: None,
        citations: citations(case.rulebook, &alert.cite, case.day),
    }));
    for answer in answers.iter().filter(|answer| answer.settled) {
        attestation(case, answer, &mut warnings);
    }
    warnings.extend(change_of_law(case, answers));
    warnings
}

/// The first later version of the rules that changes what these facts lead to: the verdicts
/// possible, or the provisions behind them.
fn change_of_law(case: &Case<'_>, answers: &[IssueAnswer]) -> Option<Warning> {
    let later = case.rulebook.versions.iter().filter(|later| case.version.from < later.from);
    later.into_iter().find_map(|version| {
        let then = case.on(version, version.from);
        let changed = answers.iter().filter(|now| {
            let issue = then.asked().find(|(issue, _)| issue.id == now.issue);
            let then = issue.and_then(|(issue, drawn)| {
                let diagram = then.diagram(drawn.diagram)?;
                Some(super::outcome(&then, issue, diagram))
            });
            then.is_none_or(|then| then.possible != now.possible || then.citations != now.citations)
        });
        let issues: Vec<String> = changed.map(|answer| answer.issue.clone()).collect();
        (!issues.is_empty()).then(|| Warning {
            code: WarningCode::LaterVersion,
            about: None,
            issues,
            from: Some(version.from),
            citations: Vec::new(),
        })
    })
}

fn due(case: &Case<'_>, answers: &[IssueAnswer], alert: &CompiledAlert) -> bool {
    let answered = alert.verdicts.iter().all(|(issue, wanted)| {
        let issue = case.rulebook.issues.get(usize::from(*issue));
        let answer = issue.and_then(|issue| answers.iter().find(|answer| answer.issue == issue.id));
        let verdict =
            answer.filter(|answer| answer.settled).and_then(|answer| answer.verdict.as_ref());
        let known = issue.map_or(&[][..], |issue| &issue.verdicts);
        let index = known.iter().position(|known| Some(&known.id) == verdict);
        index.is_some_and(|index| wanted.iter().any(|wanted| usize::from(*wanted) == index))
    });
    let when = alert.when.as_ref();
    let holds = when.is_none_or(|when| application::truth(case, when) == Some(Truth::Yes));
    alert.in_force.holds_on(case.day) && answered && holds && bears(case, alert)
}

/// Whether an alert bears on the issues asked: it names one, or rests on a fact that one
/// depends on. Where all issues are asked, every alert does.
fn bears(case: &Case<'_>, alert: &CompiledAlert) -> bool {
    if case.only.is_none() || !alert.verdicts.is_empty() {
        return true;
    }
    let mut facts = Vec::new();
    if let Some(when) = &alert.when {
        case.rulebook.walk(when, &mut |part| {
            if let Part::Fact(fact, _) = part {
                facts.push(fact);
            }
            true
        });
    }
    case.asked().any(|(_, drawn)| drawn.facts.iter().any(|fact| facts.contains(fact)))
}

fn issue_ids(case: &Case<'_>, alert: &CompiledAlert) -> Vec<String> {
    let issues = alert.verdicts.iter();
    let issues = issues.filter_map(|(issue, _)| case.rulebook.issues.get(usize::from(*issue)));
    issues.map(|issue| issue.id.clone()).collect()
}

/// Adds the elements that a settled verdict rests on although they are badly attested or
/// disputed, and the verdict itself where it is badly attested.
fn attestation(case: &Case<'_>, answer: &IssueAnswer, warnings: &mut Vec<Warning>) {
    let settled =
        answer.application.children.iter().position(|verdict| verdict.id == answer.verdict);
    let issue = case.rulebook.issues.iter().find(|issue| issue.id == answer.issue);
    let verdict = settled.and_then(|index| issue?.verdicts.get(index));
    if let Some(verdict) = verdict.filter(|verdict| verdict.confidence < Confidence::High) {
        warnings.push(Warning {
            code: WarningCode::Confidence,
            about: Some(format!("verdict/{}/{}", answer.issue, verdict.id)),
            issues: vec![answer.issue.clone()],
            from: None,
            citations: citations(case.rulebook, &verdict.cite, case.day),
        });
    }
    let settled = settled.and_then(|index| u8::try_from(index).ok());
    for node in relied_on(&answer.application, settled) {
        let element =
            case.rulebook.elements.iter().find(|element| Some(&element.id) == node.id.as_ref());
        let Some(element) = element else { continue };
        if element.confidence < Confidence::High {
            warn(warnings, WarningCode::Confidence, answer, node);
        }
        if element.split {
            warn(warnings, WarningCode::Split, answer, node);
        }
    }
}

fn warn(warnings: &mut Vec<Warning>, code: WarningCode, answer: &IssueAnswer, node: &super::Node) {
    let known = warnings.iter_mut().find(|known| known.code == code && known.about == node.id);
    if let Some(known) = known {
        if !known.issues.contains(&answer.issue) {
            known.issues.push(answer.issue.clone());
        }
        node.citations.iter().for_each(|citation| add(&mut known.citations, citation.clone()));
        return;
    }
    warnings.push(Warning {
        code,
        about: node.id.clone(),
        issues: vec![answer.issue.clone()],
        from: None,
        citations: node.citations.clone(),
    });
}
