//! What two rulebooks both have, and does not mean the same in both.

use serde::Serialize;

use crate::diagram::Ref;

use super::super::diagrams::Drawing;
use super::super::{CompiledDeadline, IssueId, Standing, VerdictId};

/// What is in force in both of two rulebooks under one id and does not mean the same.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Changed {
    /// The elements that do not ask for the same of facts that both rulebooks allow.
    pub elements: Vec<String>,
    /// The alerts that are not due on the same verdicts and facts.
    pub alerts: Vec<String>,
    /// The deadlines that run from, for, or until something else.
    pub deadlines: Vec<String>,
}

/// What the parts of a rulebook mean, in terms of the common facts.
pub(super) struct Meanings {
    elements: Vec<(String, Ref)>,
    alerts: Vec<(String, AlertMeaning)>,
    deadlines: Vec<(String, (CompiledDeadline, [Applies; 2]))>,
}

/// On which facts something applies: on all, if nothing is asked; on none, if nothing of what
/// is asked is in force.
type Applies = Option<Option<Ref>>;

/// On which verdicts, by name, and on which facts an alert is due.
type AlertMeaning = (Vec<(String, Vec<String>)>, Applies);

impl Meanings {
    /// What is drawn of a rulebook, with the names that it has there itself.
    pub(super) fn of(book: Standing<'_>, drawing: &mut Drawing<'_>) -> Self {
        let told = drawing.compiled();
        let elements = told.elements.iter();
        let elements =
            elements.filter_map(|(id, element)| Some((element.id.clone(), drawing.element(id)?)));
        let elements = elements.collect();
        let alerts = told.alerts.values().filter(|alert| alert.in_force.holds_on(book.day));
        let alerts = alerts.map(|alert| {
            let verdicts = alert.verdicts.iter().map(|one| named(book, one));
            let mut verdicts: Vec<_> = verdicts.collect();
            verdicts.sort();
            let when = alert.when.as_ref().map(|when| drawing.condition(when));
            (alert.id.clone(), (verdicts, when))
        });
        let alerts = alerts.collect();
        let deadlines = told.deadlines.values().filter(|one| one.in_force.holds_on(book.day));
        let deadlines = deadlines.map(|deadline| {
            let conditions = [&deadline.when, &deadline.except];
            let conditions =
                conditions.map(|one| one.as_ref().map(|condition| drawing.condition(condition)));
            (deadline.id.clone(), (bare(deadline), conditions))
        });
        Self { elements, alerts, deadlines: deadlines.collect() }
    }

    /// What means something else in another rulebook, as far as `bound` leaves anything of a
    /// condition.
    pub(super) fn changed(mut self, mut other: Self, bound: &mut dyn FnMut(Ref) -> Ref) -> Changed {
        self.bound(bound);
        other.bound(bound);
        Changed {
            elements: differing(&self.elements, &other.elements),
            alerts: differing(&self.alerts, &other.alerts),
            deadlines: differing(&self.deadlines, &other.deadlines),
        }
    }

    fn bound(&mut self, bound: &mut dyn FnMut(Ref) -> Ref) {
        let elements = self.elements.iter_mut().map(|(_, part)| part);
        let alerts = self.alerts.iter_mut().filter_map(|(_, (_, when))| when.as_mut()?.as_mut());
        let deadlines = self.deadlines.iter_mut();
        let deadlines = deadlines.flat_map(|(_, (_, conditions))| conditions);
        let deadlines = deadlines.filter_map(|condition| condition.as_mut()?.as_mut());
        elements.chain(alerts).chain(deadlines).for_each(|part| *part = bound(*part));
    }
}

/// An issue and some of its verdicts by name.
fn named(
    book: Standing<'_>,
    (issue, verdicts): &(IssueId, Vec<VerdictId>),
) -> (String, Vec<String>) {
    let issue = &book.rulebook.issues[*issue];
    let verdict = |id: &VerdictId| issue.verdicts[*id].id.clone();
    let mut verdicts: Vec<String> = verdicts.iter().map(verdict).collect();
    verdicts.sort();
    (issue.id.clone(), verdicts)
}

/// A deadline without what stands behind it and when it applies.
fn bare(deadline: &CompiledDeadline) -> CompiledDeadline {
    let (cite, in_force) = (Vec::new(), crate::rulebook::Validity::default());
    let confidence = crate::rulebook::Confidence::High;
    CompiledDeadline { when: None, except: None, cite, confidence, in_force, ..deadline.clone() }
}

/// The ids that both have, with different meanings.
fn differing<T: PartialEq>(here: &[(String, T)], there: &[(String, T)]) -> Vec<String> {
    let differs = |(id, meaning): &&(String, T)| {
        there.iter().any(|(other, there)| other == id && there != meaning)
    };
    here.iter().filter(differs).map(|(id, _)| id.clone()).collect()
}
