//! What is defined and never used.

use std::collections::BTreeSet;

use crate::compile::{
    CalendarId, Compiled, CompiledCalendar, CompiledDeadline, CompiledDocument, Cond, ElementId,
    FactId, Part, Place, Slot, Table, Variable,
};
use crate::problem::{Code, Problem, child};
use crate::rulebook::{Confidence, Instruments, Rulebook};

/// Looks for what no verdict, alert or constraint rests on, and for rules of low confidence
/// that do not say why.
pub(super) fn check(rulebook: &Rulebook, compiled: &Compiled, found: &mut Vec<Problem>) {
    let mut reached = InUse { compiled, elements: BTreeSet::new(), facts: BTreeSet::new() };
    let mut alone = InUse { compiled, elements: BTreeSet::new(), facts: BTreeSet::new() };
    for stated in compiled.conditions() {
        match stated.place {
            // Those of elements count where something reaches them.
            Place::Element(_) | Place::Exception(..) => {}
            Place::Verdict(..) | Place::Constraint(_) => reached.add(stated.condition),
            Place::Alert(_) | Place::Deadline(..) | Place::Sentence(..) => {
                reached.add(stated.condition);
                alone.add(stated.condition);
            }
        }
    }
    let alerted = alone.facts;
    let dates = compiled.deadlines.values().flat_map(CompiledDeadline::dates);
    let named = compiled.documents.values().flat_map(CompiledDocument::sentences);
    let named = named.flat_map(|sentence| &sentence.slots).filter_map(|slot| match slot {
        Slot::Fact(fact) => Some(*fact),
        Slot::Field(_) => None,
    });
    let told: BTreeSet<FactId> = dates.chain(named).collect();

    for (id, element) in &compiled.elements {
        if !reached.elements.contains(&id) {
            found.push(unused(Code::UnusedElement, "/elements", &element.id));
        }
    }
    let decisive: BTreeSet<FactId> = compiled
        .versions
        .iter()
        .flat_map(|version| version.issues.values().flatten())
        .flat_map(|drawn| drawn.facts.iter().copied())
        .chain(alerted)
        .collect();
    for (id, fact) in &compiled.facts {
        if told.contains(&id) {
            continue;
        }
        if !reached.facts.contains(&id) {
            found.push(unused(Code::UnusedFact, "/facts", &fact.id));
        } else if !decisive.contains(&id) {
            found.push(unused(Code::NeverMatters, "/facts", &fact.id));
        }
    }
    for group in rulebook.groups.keys() {
        let asked = rulebook.facts.values().any(|fact| fact.group == *group);
        if !asked && !rulebook.duties.values().any(|duty| duty.group == *group) {
            found.push(unused(Code::UnusedGroup, "/groups", group));
        }
    }
    for case in rulebook.cases.keys() {
        let named = rulebook
            .elements
            .values()
            .any(|element| element.cases.pro.contains(case) || element.cases.contra.contains(case));
        let overruled = rulebook.cases.values().any(|it| it.overruled_by.as_ref() == Some(case));
        if !named && !overruled {
            found.push(unused(Code::UnusedCase, "/cases", case));
        }
    }
    for (id, deadline) in &rulebook.deadlines {
        if deadline.confidence == Confidence::Low && deadline.reading.is_none() {
            found.push(unused(Code::UndisclosedConfidence, "/deadlines", id));
        }
    }
    for (id, element) in &rulebook.elements {
        let said = element.reading.is_some() || element.split.is_some() || element.note.is_some();
        if element.confidence == Confidence::Low && !said {
            found.push(unused(Code::UndisclosedConfidence, "/elements", id));
        }
    }
}

fn unused(code: Code, map: &str, id: &str) -> Problem {
    Problem::new(code, child(map, id)).with("value", id)
}

/// What conditions reach, through the elements they name.
struct InUse<'a> {
    compiled: &'a Compiled,
    elements: BTreeSet<ElementId>,
    facts: BTreeSet<FactId>,
}

impl InUse<'_> {
    fn add(&mut self, condition: &Cond) {
        let Self { compiled, elements, facts } = self;
        compiled.walk(condition, &mut |part| match part {
            Part::Element(id, _) => elements.insert(id),
            Part::Fact(fact, literals) => {
                facts.insert(fact);
                // A comparison with another date rests on that one too.
                let variables = literals.iter().map(|one| &compiled.variables[one.var]);
                facts.extend(variables.flat_map(Variable::facts));
                false
            }
        });
    }
}

/// The provisions that no rulebook and no calendar cites, instrument by instrument.
pub(super) fn uncited(
    instruments: &Instruments,
    rulebooks: &[Compiled],
    calendars: &Table<CalendarId, CompiledCalendar>,
) -> Vec<Problem> {
    let of_calendars = calendars.values().flat_map(CompiledCalendar::provisions);
    let cited: BTreeSet<&str> = rulebooks
        .iter()
        .flat_map(|rulebook| rulebook.provisions.values())
        .chain(of_calendars)
        .map(|provision| provision.id.as_str())
        .collect();
    let mut found = Vec::new();
    for (id, instrument) in &instruments.instruments {
        let unused = instrument.provisions.keys().map(|provision| format!("{id}/{provision}"));
        let unused: Vec<String> = unused.filter(|id| !cited.contains(id.as_str())).collect();
        if !unused.is_empty() {
            let path = format!("/instruments/{id}/provisions");
            let problem = Problem::new(Code::UnusedProvision, path);
            found.push(problem.with("value", unused.join(", ")));
        }
    }
    found
}
