//! Elements, issues, constraints and alerts, with every name resolved.

use std::collections::BTreeSet;

use crate::limits;
use crate::problem::{Code, Problem};
use crate::rulebook::{
    Condition, Document, Element, Issue, Kind, Lag, Ordered, Rulebook, Test, Verdict,
};

use super::facts::{Variables, wrong_value};
use super::names::{FactOrElement, Names};
use super::{
    AlertId, CaseId, CompiledAlert, CompiledCase, CompiledConstraint, CompiledDeadline,
    CompiledDocument, CompiledElement, CompiledIssue, CompiledSection, CompiledVerdict, Cond,
    ConstraintId, DeadlineId, DocumentId, ElementId, FactId, IssueId, Table, VerdictRule, cases,
    deadlines, documents,
};

/// What the conditions of a rulebook compile to.
pub(super) struct Parts {
    pub(super) constraints: Table<ConstraintId, CompiledConstraint>,
    pub(super) elements: Table<ElementId, CompiledElement>,
    pub(super) issues: Table<IssueId, CompiledIssue>,
    pub(super) alerts: Table<AlertId, CompiledAlert>,
    pub(super) deadlines: Table<DeadlineId, CompiledDeadline>,
    pub(super) documents: Table<DocumentId, CompiledDocument>,
    pub(super) cases: Table<CaseId, CompiledCase>,
}

pub(super) fn compile(rulebook: &Rulebook, names: &mut Names<'_>, vars: &mut Variables) -> Parts {
    let mut reader = ConditionReader { rulebook, names, vars };
    let constraints = reader.constraints();
    let elements = rulebook.elements.iter().map(|(id, one)| reader.element(id, one)).collect();
    let issues = rulebook.issues.iter().map(|(id, issue)| reader.issue(id, issue)).collect();
    let alerts = reader.alerts();
    let deadlines = reader.deadlines();
    let documents = reader.documents();
    let cases = cases::compile(rulebook, reader.names);
    let parts = Parts {
        constraints: names.table(constraints, "/constraints"),
        elements: names.table(elements, "/elements"),
        issues: names.table(issues, "/issues"),
        alerts: names.table(alerts, "/alerts"),
        deadlines: names.table(deadlines, "/deadlines"),
        documents: names.table(documents, "/documents"),
        cases: names.table(cases, "/cases"),
    };
    for circle in circles(&parts.elements).0 {
        let path = format!("/elements/{}", circle.first().map_or("", String::as_str));
        names.report(Problem::new(Code::Circular, path).with("value", circle.join(" → ")));
    }
    parts
}

struct ConditionReader<'r, 'n, 'a> {
    rulebook: &'r Rulebook,
    names: &'n mut Names<'a>,
    vars: &'n Variables,
}

impl ConditionReader<'_, '_, '_> {
    fn element(&mut self, id: &str, element: &Element) -> CompiledElement {
        let path = format!("/elements/{id}");
        self.names.validity(element.in_force, &path, id);
        let mut stated = Vec::new();
        if !element.all.is_empty() {
            stated.push(Cond::All(self.list(&element.all, &format!("{path}/all"))));
        }
        if !element.any.is_empty() {
            stated.push(Cond::Any(self.list(&element.any, &format!("{path}/any"))));
        }
        if let Some(inner) = &element.not {
            stated.push(Cond::Not(Box::new(self.condition(inner, &format!("{path}/not")))));
        }
        if let Some(inner) = &element.is {
            stated.push(self.condition(inner, &format!("{path}/is")));
        }
        if stated.len() != 1 {
            self.names.report(
                Problem::new(Code::NotOneCondition, &path)
                    .with("value", id)
                    .with("expected", "all, any, not, is"),
            );
        }
        let cases = &self.rulebook.cases;
        let mut find = |list: &[String], side: &str| {
            let path = format!("{path}/cases/{side}");
            list.iter().map(|case| self.names.find(cases, case, "case", &path)).collect::<Vec<_>>()
        };
        let (cases_for, cases_against) =
            (find(&element.cases.pro, "for"), find(&element.cases.contra, "against"));
        CompiledElement {
            id: id.to_owned(),
            condition: stated.pop().unwrap_or(Cond::All(Vec::new())),
            unless: self.list(&element.unless, &format!("{path}/unless")),
            cite: self.names.cite(&element.cite, &path),
            confidence: element.confidence,
            split: element.split.is_some(),
            cases_for,
            cases_against,
            in_force: element.in_force,
        }
    }

    fn issue(&mut self, id: &str, issue: &Issue) -> CompiledIssue {
        let path = format!("/issues/{id}");
        self.names.validity(issue.in_force, &path, id);
        let last = issue.verdicts.len().saturating_sub(1);
        let closed = issue
            .verdicts
            .values()
            .enumerate()
            .all(|(index, verdict)| !verdict.otherwise || index == last);
        if !closed || issue.verdicts.is_empty() {
            self.names.report(
                Problem::new(Code::MisplacedOtherwise, format!("{path}/verdicts"))
                    .with("value", id),
            );
        }
        if issue.verdicts.len() > limits::VERDICTS {
            let problem = Problem::new(Code::TooComplex, format!("{path}/verdicts"));
            self.names.report(problem.with("value", id).with("expected", limits::VERDICTS));
        }
        let verdicts = issue.verdicts.iter().map(|(name, verdict)| {
            let path = format!("{path}/verdicts/{name}");
            CompiledVerdict {
                id: name.clone(),
                weight: verdict.weight,
                rule: self.rule(name, verdict, &path),
                cite: self.names.cite(&verdict.cite, &path),
                undecided: verdict.undecided,
                confidence: verdict.confidence,
            }
        });
        let verdicts = verdicts.collect();
        let verdicts = self.names.table(verdicts, &format!("{path}/verdicts"));
        CompiledIssue {
            id: id.to_owned(),
            verdicts,
            open: issue.open.as_ref().map(|open| open.verdict.clone()),
            who: issue.who,
            in_force: issue.in_force,
        }
    }

    fn rule(&mut self, id: &str, verdict: &Verdict, path: &str) -> VerdictRule {
        match (&verdict.when, &verdict.unless, verdict.otherwise) {
            (Some(when), None, false) => {
                VerdictRule::When(self.condition(when, &format!("{path}/when")))
            }
            (None, Some(unless), false) => {
                VerdictRule::Unless(self.condition(unless, &format!("{path}/unless")))
            }
            (None, None, true) => VerdictRule::Otherwise,
            _ => {
                self.names.report(
                    Problem::new(Code::NotOneCondition, path)
                        .with("value", id)
                        .with("expected", "when, unless, otherwise"),
                );
                VerdictRule::Otherwise
            }
        }
    }

    fn constraints(&mut self) -> Vec<CompiledConstraint> {
        let constraints = self.rulebook.constraints.iter().map(|(id, constraint)| {
            let path = format!("/constraints/{id}/never");
            CompiledConstraint { id: id.clone(), never: self.condition(&constraint.never, &path) }
        });
        constraints.collect()
    }

    fn alerts(&mut self) -> Vec<CompiledAlert> {
        let mut alerts = Vec::with_capacity(self.rulebook.alerts.len());
        for (id, alert) in &self.rulebook.alerts {
            let path = format!("/alerts/{id}");
            self.names.validity(alert.in_force, &path, id);
            let mut verdicts = Vec::with_capacity(alert.verdicts.len());
            for (issue_id, wanted) in &alert.verdicts {
                let path = format!("{path}/verdicts/{issue_id}");
                let issue = self.names.find(&self.rulebook.issues, issue_id, "issue", &path);
                // A name that no issue bears has been reported.
                let Some(known) = self.rulebook.issues.get(issue_id) else { continue };
                let wanted = wanted.iter();
                let wanted = wanted.map(|v| self.names.find(&known.verdicts, v, "verdict", &path));
                verdicts.push((issue, wanted.collect()));
            }
            let when = alert.when.as_ref();
            let none = Ordered::new();
            let tiers = self.rulebook.ledger.as_ref().map_or(&none, |ledger| &ledger.tiers);
            let at = format!("{path}/tiers");
            let called = alert.tiers.iter().map(|name| self.names.find(tiers, name, "tier", &at));
            let called = called.collect();
            let law_of = alert.law_of.as_ref();
            alerts.push(CompiledAlert {
                id: id.clone(),
                verdicts,
                when: when.map(|when| self.condition(when, &format!("{path}/when"))),
                tiers: called,
                cite: self.names.cite(&alert.cite, &path),
                law_of: law_of.map(|fact| self.names.date(fact, format!("{path}/law_of"))),
                in_force: alert.in_force,
            });
        }
        alerts
    }

    fn deadlines(&mut self) -> Vec<CompiledDeadline> {
        let mut compiled = Vec::with_capacity(self.rulebook.deadlines.len());
        for (id, deadline) in &self.rulebook.deadlines {
            let conditions = [("when", &deadline.when), ("except", &deadline.except)];
            let conditions = conditions.map(|(key, condition)| {
                let path = format!("/deadlines/{id}/{key}");
                condition.as_ref().map(|condition| self.condition(condition, &path))
            });
            compiled.push(deadlines::compile(self.names, id, deadline, conditions));
        }
        compiled
    }

    fn documents(&mut self) -> Vec<CompiledDocument> {
        let rulebook = self.rulebook;
        let mut compiled = Vec::with_capacity(rulebook.documents.len());
        for (id, document) in &rulebook.documents {
            self.names.validity(document.in_force, &format!("/documents/{id}"), id);
            let fields = documents::fields(self.names, id, document);
            let mut sections = Vec::with_capacity(document.sections.len());
            for (section_id, section) in &document.sections {
                let path = format!("/documents/{id}/sections/{section_id}/sentences");
                let sentences = section.sentences.iter().map(|(id, one)| {
                    let path = format!("{path}/{id}");
                    let conditions = [("when", &one.when), ("except", &one.except)];
                    let conditions = conditions.map(|(key, condition)| {
                        let path = format!("{path}/{key}");
                        condition.as_ref().map(|condition| self.condition(condition, &path))
                    });
                    let (place, fields) = ((id.as_str(), path.as_str()), &document.fields);
                    documents::sentence(rulebook, self.names, fields, place, one, conditions)
                });
                sections.push(CompiledSection {
                    id: section_id.clone(),
                    titled: !section.bare,
                    lines: section.lines,
                    sentences: sentences.collect(),
                });
            }
            let Document { who, in_force, .. } = *document;
            compiled.push(CompiledDocument { id: id.clone(), who, fields, sections, in_force });
        }
        compiled
    }

    fn list(&mut self, conditions: &[Condition], path: &str) -> Vec<Cond> {
        let indexed = conditions.iter().enumerate();
        indexed.map(|(index, inner)| self.condition(inner, &format!("{path}/{index}"))).collect()
    }

    fn condition(&mut self, condition: &Condition, path: &str) -> Cond {
        match condition {
            Condition::Name(name) => match self.names.named(name, path) {
                Some(FactOrElement::Element(id)) => Cond::Element(id),
                Some(FactOrElement::Fact(id)) => self.test(id, name, &Test::Answer(true), path),
                None => Cond::All(Vec::new()),
            },
            Condition::All(list) | Condition::Any(list) if list.is_empty() => {
                self.names.report(Problem::new(Code::EmptyList, path).with("value", path));
                Cond::All(Vec::new())
            }
            Condition::All(list) => Cond::All(self.list(list, &format!("{path}/all"))),
            Condition::Any(list) => Cond::Any(self.list(list, &format!("{path}/any"))),
            Condition::Not(inner) => {
                Cond::Not(Box::new(self.condition(inner, &format!("{path}/not"))))
            }
            Condition::Test(name, test) => {
                let path = format!("{path}/{name}");
                let id = self.names.find(&self.rulebook.facts, name, "fact", &path);
                self.test(id, name, test, &path)
            }
        }
    }

    fn test(&mut self, id: FactId, name: &str, test: &Test, path: &str) -> Cond {
        // A name that no fact bears has been reported.
        let Some(fact) = self.rulebook.facts.get(name) else {
            return Cond::All(Vec::new());
        };
        if let Some(lag) = test.lag() {
            self.lag(lag, path);
        }
        if let Some((every, literals)) = self.vars.test(self.rulebook, id, fact, test) {
            return Cond::Fact { fact: id, every, literals };
        }
        self.names.report(wrong_value(fact.kind, path, name));
        Cond::All(Vec::new())
    }

    /// Notes what is wrong with the time from another date: that is one, and the time is one
    /// that days that can be written may lie apart.
    fn lag(&mut self, lag: &Lag, path: &str) {
        let base = self.rulebook.facts.get(&lag.fact);
        if base.is_some_and(|base| base.kind != Kind::Date) {
            self.names.report(wrong_value(Kind::Date, path, &lag.fact));
        }
        let parts = [(lag.months, limits::LAG_MONTHS), (lag.days, limits::LAG_DAYS)];
        for (value, most) in parts {
            if !(-most..=most).contains(&value) {
                let problem = Problem::new(Code::OutOfRange, path).with("value", value);
                self.names.report(problem.with("expected", format!("{} – {most}", -most)));
            }
        }
    }
}

/// The circles in which elements refer to each other, each once; and the elements, each after
/// all that it names, where there is no circle.
pub(super) fn circles(
    elements: &Table<ElementId, CompiledElement>,
) -> (Vec<Vec<String>>, Vec<ElementId>) {
    let mut search = Circles {
        elements,
        finished: BTreeSet::new(),
        found: Vec::new(),
        order: Vec::with_capacity(elements.len()),
    };
    for start in elements.ids() {
        search.visit(start, &mut Vec::new());
    }
    (search.found, search.order)
}

/// The search for circles.
struct Circles<'a> {
    elements: &'a Table<ElementId, CompiledElement>,
    finished: BTreeSet<ElementId>,
    found: Vec<Vec<String>>,
    order: Vec<ElementId>,
}

impl Circles<'_> {
    fn visit(&mut self, at: ElementId, trail: &mut Vec<ElementId>) {
        if let Some(begin) = trail.iter().position(|known| *known == at) {
            let circle = trail.iter().skip(begin).chain([&at]);
            self.found.push(circle.map(|id| self.elements[*id].id.clone()).collect());
            return;
        }
        if self.finished.contains(&at) {
            return;
        }
        trail.push(at);
        let mut named = Vec::new();
        let element = &self.elements[at];
        named_in(&element.condition, &mut named);
        element.unless.iter().for_each(|inner| named_in(inner, &mut named));
        for next in named {
            self.visit(next, trail);
        }
        trail.pop();
        self.finished.insert(at);
        self.order.push(at);
    }
}

/// The elements that a condition names itself. A name that no element bears stands for none.
fn named_in(condition: &Cond, named: &mut Vec<ElementId>) {
    match condition {
        Cond::Element(id) => named.push(*id),
        Cond::Fact { .. } => {}
        Cond::All(list) | Cond::Any(list) => list.iter().for_each(|inner| named_in(inner, named)),
        Cond::Not(inner) => named_in(inner, named),
    }
}
