//! What is in force on one side of a comparison only.

use chrono::NaiveDate as Date;

use crate::compile::{
    Compiled, CompiledIssue, ElementId, Part, ProvisionId, Standing, VerdictRule,
};
use crate::decide::{Citation, add, citations};

use super::Rules;

/// The rules of one side of a comparison, whole.
#[derive(Clone, Copy)]
pub(super) struct Whole<'a>(pub(super) Standing<'a>);

impl Whole<'_> {
    /// What is in force here and not there.
    pub(super) fn without(self, there: Self) -> Rules {
        Rules {
            provisions: only(self.all_provisions(), &there.all_provisions()),
            elements: only(self.elements(), &there.elements()),
            alerts: only(self.alerts(), &there.alerts()),
            deadlines: only(self.deadlines(), &there.deadlines()),
            duties: only(self.duties(), &there.duties()),
            ledger: only(self.ledger(), &there.ledger()),
        }
    }

    /// What an issue rests on here and not there.
    pub(super) fn without_of(self, there: Self, issue: &str) -> Rules {
        let (here, there) = (self.reached(issue), there.reached(issue));
        Rules {
            provisions: only(here.provisions, &there.provisions),
            elements: only(here.elements, &there.elements),
            ..Rules::default()
        }
    }

    fn all_provisions(self) -> Vec<Citation> {
        let all: Vec<ProvisionId> = self.0.rulebook.provisions.ids().collect();
        citations(self.0.rulebook, &all, self.0.day)
    }

    fn elements(self) -> Vec<String> {
        let all = self.0.rulebook.elements.values();
        let held = all.filter(|element| element.in_force.holds_on(self.0.day));
        held.map(|element| element.id.clone()).collect()
    }

    fn alerts(self) -> Vec<String> {
        let all = self.0.rulebook.alerts.values();
        let held = all.filter(|alert| alert.in_force.holds_on(self.0.day));
        held.map(|alert| alert.id.clone()).collect()
    }

    fn deadlines(self) -> Vec<String> {
        let all = self.0.rulebook.deadlines.values();
        let held = all.filter(|deadline| deadline.in_force.holds_on(self.0.day));
        held.map(|deadline| deadline.id.clone()).collect()
    }

    fn duties(self) -> Vec<String> {
        let all = self.0.rulebook.duties.values();
        let held = all.filter(|duty| duty.in_force.holds_on(self.0.day));
        held.map(|duty| duty.id.clone()).collect()
    }

    /// The parts of the ledger, as `kind/id`.
    fn ledger(self) -> Vec<String> {
        let Some(rules) = self.0.rulebook.ledger.as_ref() else { return Vec::new() };
        let choices = rules.defaults();
        let held = rules.rules().filter(|rule| rules.in_force(*rule, self.0.day, &choices));
        held.map(|rule| rules.named(rule).to_string()).collect()
    }

    /// What an issue rests on.
    fn reached(self, issue: &str) -> Grounds {
        let issue = self.0.rulebook.issues.values().find(|known| known.id == issue);
        let arising = issue.filter(|issue| issue.in_force.holds_on(self.0.day));
        arising.map_or_else(Grounds::default, |issue| reached(self.0.rulebook, issue, self.0.day))
    }
}

/// Those that are here and not there.
fn only<T: PartialEq>(here: Vec<T>, there: &[T]) -> Vec<T> {
    here.into_iter().filter(|one| !there.contains(one)).collect()
}

/// The elements and provisions that an issue rests on.
#[derive(Default)]
struct Grounds {
    elements: Vec<String>,
    provisions: Vec<Citation>,
}

fn reached(rulebook: &Compiled, issue: &CompiledIssue, day: Date) -> Grounds {
    let mut elements: Vec<ElementId> = Vec::new();
    let mut cited: Vec<ProvisionId> = Vec::new();
    for verdict in issue.verdicts.values() {
        cited.extend(&verdict.cite);
        match &verdict.rule {
            VerdictRule::When(condition) | VerdictRule::Unless(condition) => {
                rulebook.walk(condition, &mut |part| match part {
                    Part::Element(id, element) => {
                        let fresh = element.in_force.holds_on(day) && !elements.contains(&id);
                        if fresh {
                            elements.push(id);
                            cited.extend(&element.cite);
                        }
                        fresh
                    }
                    Part::Fact(..) => false,
                });
            }
            VerdictRule::Otherwise => {}
        }
    }
    let mut reached = Grounds::default();
    let elements = elements.iter().map(|id| rulebook.elements[*id].id.clone());
    reached.elements = elements.collect();
    for citation in citations(rulebook, &cited, day) {
        add(&mut reached.provisions, citation);
    }
    reached
}
