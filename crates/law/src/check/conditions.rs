//! Conditions that say too much or too little.

use chrono::NaiveDate as Date;

use crate::compile::{
    Compiled, CompiledIssue, CompiledSentence, Cond, Drawing, VerdictRule, example,
};
use crate::diagram::{Assignment, Leaves, NO, Op, Ref, YES};
use crate::problem::{Code, Problem};
use crate::rulebook::Rulebook;

/// Looks at every condition in every version.
pub(super) fn check(rulebook: &Rulebook, compiled: &Compiled, found: &mut Vec<Problem>) {
    let mut seen = Seen::new(compiled);
    for version in &compiled.versions {
        let mut looked = Looking::at(compiled, version.from);
        if let Err(problem) = looked.drawing.fits("/constraints") {
            found.push(problem);
            return;
        }
        if looked.drawing.forest.leaves(looked.allowed).contains(YES) {
            seen.look(&mut looked, version.from);
        } else {
            let problem = Problem::new(Code::NothingPossible, "/constraints");
            found.push(problem.with("value", version.from));
            return;
        }
        exclusive(rulebook, compiled, &mut looked, found);
        if let Err(problem) = looked.drawing.fits("/issues") {
            found.push(problem);
            return;
        }
    }
    seen.tell(found);
    unreachable(compiled, found);
}

/// One version, with what its constraints allow.
struct Looking<'a> {
    compiled: &'a Compiled,
    day: Date,
    drawing: Drawing<'a>,
    constraints: Vec<Ref>,
    allowed: Ref,
}

impl<'a> Looking<'a> {
    fn at(compiled: &'a Compiled, day: Date) -> Self {
        let mut drawing = Drawing::new(compiled, day);
        let constraints = drawing.constraints();
        let allowed = drawing.all_of(&constraints);
        Self { compiled, day, drawing, constraints, allowed }
    }

    /// Whether a condition can hold, and whether it can fail, within what is allowed.
    fn leaves(&mut self, condition: Ref) -> Leaves {
        let bounded = self.drawing.forest.apply(Op::Where, self.allowed, condition);
        self.drawing.forest.leaves(bounded)
    }
}

/// What every condition was seen to do in some version.
struct Seen<'a> {
    compiled: &'a Compiled,
    elements: Vec<Leaves>,
    /// For every exception of every element, whether it ever took something out.
    exceptions: Vec<Vec<bool>>,
    alerts: Vec<Leaves>,
    deadlines: Vec<Leaves>,
    /// For every sentence of every document, in order.
    sentences: Vec<Leaves>,
    /// For every constraint, whether it ever excluded something.
    constraints: Vec<bool>,
}

impl<'a> Seen<'a> {
    fn new(compiled: &'a Compiled) -> Self {
        let exceptions = compiled.elements.iter().map(|element| vec![false; element.unless.len()]);
        Self {
            compiled,
            elements: vec![Leaves::default(); compiled.elements.len()],
            exceptions: exceptions.collect(),
            alerts: vec![Leaves::default(); compiled.alerts.len()],
            deadlines: vec![Leaves::default(); compiled.deadlines.len()],
            sentences: sentences(compiled).map(|_| Leaves::default()).collect(),
            constraints: vec![false; compiled.constraints.len()],
        }
    }

    fn look(&mut self, at: &mut Looking<'_>, day: Date) {
        for (id, (element, seen)) in
            (0..).zip(self.compiled.elements.iter().zip(&mut self.elements))
        {
            let Some(whole) = at.drawing.element(id) else { continue };
            seen.join(at.leaves(whole));
            let excepted = self.exceptions.get_mut(usize::from(id)).into_iter().flatten();
            for (exception, took_out) in element.unless.iter().zip(excepted) {
                let condition = at.drawing.condition(&element.condition);
                let exception = at.drawing.condition(exception);
                let Some((condition, exception)) = condition.zip(exception) else { continue };
                let both = at.drawing.forest.apply(Op::And, condition, exception);
                *took_out = *took_out || at.leaves(both).contains(YES);
            }
        }
        for (alert, seen) in self.compiled.alerts.iter().zip(&mut self.alerts) {
            let when = alert.when.as_ref().filter(|_| alert.in_force.holds_on(day));
            if let Some(when) = when.and_then(|when| at.drawing.condition(when)) {
                seen.join(at.leaves(when));
            }
        }
        for (deadline, seen) in self.compiled.deadlines.iter().zip(&mut self.deadlines) {
            let when = deadline.when.as_ref().filter(|_| deadline.in_force.holds_on(day));
            if let Some(when) = when.and_then(|when| at.drawing.condition(when)) {
                seen.join(at.leaves(when));
            }
        }
        for ((_, sentence), seen) in sentences(self.compiled).zip(&mut self.sentences) {
            let when = sentence.when.as_ref().filter(|_| sentence.in_force.holds_on(day));
            if let Some(when) = when.and_then(|when| at.drawing.condition(when)) {
                seen.join(at.leaves(when));
            }
        }
        for (index, excluded) in self.constraints.iter_mut().enumerate() {
            let others = at.constraints.iter().enumerate().filter(|(other, _)| *other != index);
            let others: Vec<Ref> = others.map(|(_, constraint)| *constraint).collect();
            *excluded = *excluded || at.drawing.all_of(&others) != at.allowed;
        }
    }

    fn tell(self, found: &mut Vec<Problem>) {
        for ((element, seen), exceptions) in
            self.compiled.elements.iter().zip(self.elements).zip(self.exceptions)
        {
            let path = format!("/elements/{}", element.id);
            found.extend(constant(seen, &path, &element.id));
            for (index, _) in exceptions.iter().enumerate().filter(|(_, took_out)| !**took_out) {
                let path = format!("{path}/unless/{index}");
                found.push(Problem::new(Code::IdleException, path).with("value", &element.id));
            }
        }
        for (alert, seen) in self.compiled.alerts.iter().zip(self.alerts) {
            let path = format!("/alerts/{}/when", alert.id);
            found.extend(constant(seen, &path, &alert.id));
        }
        for (deadline, seen) in self.compiled.deadlines.iter().zip(self.deadlines) {
            let path = format!("/deadlines/{}/when", deadline.id);
            found.extend(constant(seen, &path, &deadline.id));
        }
        for ((path, sentence), seen) in sentences(self.compiled).zip(self.sentences) {
            found.extend(constant(seen, &path, &sentence.id));
        }
        for (constraint, _) in
            self.compiled.constraints.iter().zip(&self.constraints).filter(|(_, it)| !**it)
        {
            let path = format!("/constraints/{}", constraint.id);
            found.push(Problem::new(Code::IdleConstraint, path).with("value", &constraint.id));
        }
    }
}

/// Every sentence of every document, with the path of its condition.
fn sentences(compiled: &Compiled) -> impl Iterator<Item = (String, &CompiledSentence)> {
    let sections = compiled
        .documents
        .iter()
        .flat_map(|document| document.sections.iter().map(move |section| (&document.id, section)));
    sections.flat_map(|(document, section)| {
        section.sentences.iter().map(move |one| {
            let (section, id) = (&section.id, &one.id);
            (format!("/documents/{document}/sections/{section}/sentences/{id}/when"), one)
        })
    })
}

/// What is wrong with a condition that only ever holds, or only ever fails.
fn constant(seen: Leaves, path: &str, id: &str) -> Option<Problem> {
    let code = match (seen.contains(YES), seen.contains(NO)) {
        (true, false) => Code::AlwaysHolds,
        (false, true) => Code::NeverHolds,
        _ => return None,
    };
    Some(Problem::new(code, path).with("value", id))
}

/// Holds an author to it that verdicts exclude each other.
fn exclusive(
    rulebook: &Rulebook,
    compiled: &Compiled,
    at: &mut Looking<'_>,
    found: &mut Vec<Problem>,
) {
    for issue in &compiled.issues {
        let stated = rulebook.issues.get(&issue.id).is_some_and(|issue| issue.exclusive);
        if !stated || !issue.in_force.holds_on(at.day) {
            continue;
        }
        let path = format!("/issues/{}/exclusive", issue.id);
        let known = found.iter().any(|problem| problem.path == path);
        if let Some((pair, example)) = overlap(issue, at).filter(|_| !known) {
            let problem = Problem::new(Code::NotExclusive, path);
            found.push(problem.with("value", pair).with("expected", example));
        }
    }
}

/// Two verdicts whose conditions are met together, and by what.
fn overlap(issue: &CompiledIssue, at: &mut Looking<'_>) -> Option<(String, String)> {
    let mut conditions: Vec<(&str, Ref)> = Vec::with_capacity(issue.verdicts.len());
    for verdict in &issue.verdicts {
        let condition = match &verdict.rule {
            VerdictRule::When(when) => at.drawing.condition(when),
            VerdictRule::Unless(unless) => {
                let holds = at.drawing.condition(unless);
                holds.map(|holds| at.drawing.forest.negate(holds))
            }
            VerdictRule::Otherwise => None,
        };
        let Some(condition) = condition else { continue };
        for (other, before) in &conditions {
            let both = at.drawing.forest.apply(Op::And, *before, condition);
            if at.leaves(both).contains(YES) {
                let root = at.drawing.forest.apply(Op::Where, at.allowed, both);
                let example = example(at.compiled, &mut at.drawing.forest, root);
                return Some((format!("`{other}`, `{}`", verdict.id), example));
            }
        }
        conditions.push((&verdict.id, condition));
    }
    None
}

/// Verdicts that no facts lead to, in any version.
fn unreachable(compiled: &Compiled, found: &mut Vec<Problem>) {
    for (index, issue) in compiled.issues.iter().enumerate() {
        let drawn = compiled.versions.iter().filter_map(|version| version.issues.get(index));
        let diagrams =
            drawn.flatten().filter_map(|it| compiled.diagrams.get(usize::from(it.diagram)));
        let mut reached = Leaves::default();
        diagrams.for_each(|diagram| reached.join(diagram.reachable(&Assignment::default())));
        for (leaf, verdict) in (0..).zip(&issue.verdicts) {
            if !reached.contains(leaf) {
                let path = format!("/issues/{}/verdicts/{}", issue.id, verdict.id);
                found.push(Problem::new(Code::UnreachableVerdict, path).with("value", &verdict.id));
            }
        }
    }
}

/// The conditions of the verdicts of all issues.
pub(super) fn of_verdicts(compiled: &Compiled) -> impl Iterator<Item = &Cond> {
    let verdicts = compiled.issues.iter().flat_map(|issue| &issue.verdicts);
    verdicts.filter_map(|verdict| match &verdict.rule {
        VerdictRule::When(condition) | VerdictRule::Unless(condition) => Some(condition),
        VerdictRule::Otherwise => None,
    })
}
