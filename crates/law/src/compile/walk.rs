//! What a compiled rulebook states and rests on: every condition, in one place.

use crate::rulebook::Validity;

use super::{
    Compiled, CompiledAlert, CompiledConstraint, CompiledDeadline, CompiledDocument,
    CompiledElement, CompiledIssue, CompiledSection, CompiledSentence, CompiledVerdict, Cond,
    ElementId, FactId, Literal, VerdictRule,
};

/// Something that a condition rests on.
pub enum Part<'a> {
    /// A fact, and what is asked of its variables.
    Fact(FactId, &'a [Literal]),
    /// An element.
    Element(ElementId, &'a CompiledElement),
}

/// Where a condition stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place<'a> {
    /// What an element asks for.
    Element(&'a str),
    /// An exception of an element, by its number.
    Exception(&'a str, usize),
    /// What a constraint excludes.
    Constraint(&'a str),
    /// What an alert needs besides verdicts.
    Alert(&'a str),
    /// Where a deadline applies, or does not after all: its id, and the key that says so.
    Deadline(&'a str, &'static str),
    /// Where a sentence stands, or does not after all: its document, its section, its own id,
    /// and the key that says so.
    Sentence(&'a str, &'a str, &'a str, &'static str),
    /// When a verdict is given: its issue and its own id.
    Verdict(&'a str, &'a str),
}

/// A condition that a rulebook states.
#[derive(Clone, Copy, Debug)]
pub struct StatedCondition<'a> {
    /// Where it stands.
    pub place: Place<'a>,
    /// When what it belongs to is in force by itself.
    pub in_force: Validity,
    /// The condition.
    pub condition: &'a Cond,
}

/// Visits every condition of `$rulebook`, a reference of either kind, whose tables `$values` goes
/// through, with its place and the
/// time in force of what it belongs to. The structs are taken apart without `..` where they
/// hold rules: a new kind of rule needs a line here before anything compiles.
macro_rules! each_condition {
    ($rulebook:expr, $values:ident, $visit:expr) => {{
        let Compiled {
            id: _,
            as_of: _,
            versions: _,
            to: _,
            groups: _,
            gaps: _,
            facts: _,
            variables: _,
            constraints,
            elements,
            issues,
            alerts,
            deadlines,
            documents,
            parties: _,
            occasions: _,
            duties: _,
            provisions: _,
            cases: _,
            diagrams: _,
            ledger: _,
            index: _,
        } = $rulebook;
        let always = Validity::default();
        for CompiledElement { id, condition, unless, in_force, .. } in elements.$values() {
            $visit(Place::Element(id), *in_force, condition);
            for (number, exception) in unless.into_iter().enumerate() {
                $visit(Place::Exception(id, number), *in_force, exception);
            }
        }
        for CompiledConstraint { id, never } in constraints.$values() {
            $visit(Place::Constraint(id), always, never);
        }
        for CompiledAlert { id, when, in_force, .. } in alerts.$values() {
            if let Some(condition) = when {
                $visit(Place::Alert(id), *in_force, condition);
            }
        }
        for CompiledDeadline { id, when, except, in_force, .. } in deadlines.$values() {
            for (key, condition) in [("when", when), ("except", except)] {
                if let Some(condition) = condition {
                    $visit(Place::Deadline(id, key), *in_force, condition);
                }
            }
        }
        for CompiledDocument { id: document, sections, .. } in documents.$values() {
            for CompiledSection { id: section, sentences, titled: _, lines: _ } in sections {
                for CompiledSentence { id, when, except, in_force, .. } in sentences {
                    for (key, condition) in [("when", when), ("except", except)] {
                        if let Some(condition) = condition {
                            let place = Place::Sentence(document, section, id, key);
                            $visit(place, *in_force, condition);
                        }
                    }
                }
            }
        }
        for CompiledIssue { id: issue, verdicts, in_force, .. } in issues.$values() {
            for CompiledVerdict { id, rule, .. } in verdicts.$values() {
                match rule {
                    VerdictRule::When(condition) | VerdictRule::Unless(condition) => {
                        $visit(Place::Verdict(issue, id), *in_force, condition);
                    }
                    VerdictRule::Otherwise => {}
                }
            }
        }
    }};
}

impl Compiled {
    /// Every condition that the rulebook states.
    #[must_use]
    pub fn conditions(&self) -> Vec<StatedCondition<'_>> {
        let mut all = Vec::new();
        let mut visit = |place, in_force, condition| {
            all.push(StatedCondition { place, in_force, condition });
        };
        each_condition!(self, values, visit);
        all
    }

    /// Changes every condition that the rulebook states.
    pub(super) fn each_condition_mut(&mut self, change: &mut dyn FnMut(&mut Cond)) {
        let mut visit = |_: Place<'_>, _: Validity, condition: &mut Cond| change(condition);
        each_condition!(self, values_mut, visit);
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

impl Place<'_> {
    /// Where it stands in the rulebook: a JSON pointer.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Element(id) => format!("/elements/{id}"),
            Self::Exception(id, number) => format!("/elements/{id}/unless/{number}"),
            Self::Constraint(id) => format!("/constraints/{id}"),
            Self::Alert(id) => format!("/alerts/{id}/when"),
            Self::Deadline(id, key) => format!("/deadlines/{id}/{key}"),
            Self::Sentence(document, section, id, key) => {
                format!("/documents/{document}/sections/{section}/sentences/{id}/{key}")
            }
            Self::Verdict(issue, id) => format!("/issues/{issue}/verdicts/{id}"),
        }
    }

    /// The id of what the condition belongs to.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Element(id)
            | Self::Exception(id, _)
            | Self::Constraint(id)
            | Self::Alert(id)
            | Self::Deadline(id, _)
            | Self::Sentence(_, _, id, _)
            | Self::Verdict(_, id) => id,
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
