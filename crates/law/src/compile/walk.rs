//! What a condition rests on, through the elements that it names.

use super::{Compiled, CompiledElement, Cond, ElementId, FactId, Literal, VerdictRule};

/// Something that a condition rests on.
pub enum Part<'a> {
    /// A fact, and what is asked of its variables.
    Fact(FactId, &'a [Literal]),
    /// An element.
    Element(ElementId, &'a CompiledElement),
}

impl Compiled {
    /// Every condition that the rulebook states.
    pub(super) fn conditions_mut(&mut self) -> impl Iterator<Item = &mut Cond> {
        let elements = self
            .elements
            .values_mut()
            .flat_map(|element| std::iter::once(&mut element.condition).chain(&mut element.unless));
        let constraints = self.constraints.values_mut().map(|constraint| &mut constraint.never);
        let alerts = self.alerts.values_mut().filter_map(|alert| alert.when.as_mut());
        let deadlines = self.deadlines.values_mut().filter_map(|deadline| deadline.when.as_mut());
        let sections = self.documents.values_mut().flat_map(|document| &mut document.sections);
        let sentences = sections.flat_map(|section| &mut section.sentences);
        let sentences = sentences.filter_map(|sentence| sentence.when.as_mut());
        let verdicts = self.issues.values_mut().flat_map(|issue| issue.verdicts.values_mut());
        let verdicts = verdicts.filter_map(|verdict| match &mut verdict.rule {
            VerdictRule::When(condition) | VerdictRule::Unless(condition) => Some(condition),
            VerdictRule::Otherwise => None,
        });
        let ruling = elements.chain(constraints).chain(alerts);
        ruling.chain(deadlines).chain(sentences).chain(verdicts)
    }

    /// Visits what a condition rests on. An element is entered where `visit` says so.
    pub fn walk<'a>(&'a self, condition: &'a Cond, visit: &mut dyn FnMut(Part<'a>) -> bool) {
        match condition {
            Cond::Fact { fact, literals, .. } => {
                visit(Part::Fact(*fact, literals));
            }
            Cond::All(list) | Cond::Any(list) => {
                list.iter().for_each(|inner| self.walk(inner, visit));
            }
            Cond::Not(inner) => self.walk(inner, visit),
            Cond::Element(id) => {
                let element = &self.elements[*id];
                if visit(Part::Element(*id, element)) {
                    self.walk(&element.condition, visit);
                    element.unless.iter().for_each(|inner| self.walk(inner, visit));
                }
            }
        }
    }
}

impl Cond {
    /// Visits what the condition itself asks of facts, elements not entered.
    pub(super) fn each_test(&mut self, visit: &mut dyn FnMut(&mut FactId, &mut [Literal])) {
        match self {
            Self::Element(_) => {}
            Self::Fact { fact, literals, .. } => visit(fact, literals),
            Self::All(list) | Self::Any(list) => {
                list.iter_mut().for_each(|one| one.each_test(visit));
            }
            Self::Not(inner) => inner.each_test(visit),
        }
    }
}
