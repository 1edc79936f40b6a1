//! Whether a rulebook stays within what the engine can hold, before anything is drawn.

use crate::limits;
use crate::problem::{Code, Problem, child};
use crate::rulebook::{Ledger, Ordered, Rulebook};

use super::conditions::Parts;
use super::{Cond, Id, VerdictRule};

/// That `count` is no more than `most`.
///
/// # Errors
///
/// [`Code::TooComplex`] at `path`.
pub(super) fn at_most(path: &str, count: usize, most: usize) -> Result<(), Vec<Problem>> {
    if count <= most { Ok(()) } else { Err(vec![too_complex(path, count, most)]) }
}

fn too_complex(path: &str, count: impl std::fmt::Display, most: impl std::fmt::Display) -> Problem {
    Problem::new(Code::TooComplex, path).with("value", count).with("expected", most)
}

/// That no table has too many entries.
///
/// # Errors
///
/// Every table that has.
pub(super) fn entries(rulebook: &Rulebook) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let mut table = |path: &str, count: usize, most: usize| {
        if most < count {
            problems.push(too_complex(path, count, most));
        }
    };
    for (path, count) in tables(rulebook) {
        table(path, count, limits::ENTRIES);
    }
    for (id, document) in &rulebook.documents {
        let path = child("/documents", id);
        table(&format!("{path}/fields"), document.fields.len(), limits::ENTRIES);
        let sentences = document.sections.values().map(|section| section.sentences.len()).sum();
        table(&format!("{path}/sections"), sentences, limits::ENTRIES);
    }
    if let Some(ledger) = &rulebook.ledger {
        for (path, count) in tables_of_ledger(ledger) {
            table(path, count, limits::ENTRIES);
        }
        table("/ledger/readings", ledger.readings.len(), limits::READINGS);
        for (id, reading) in &ledger.readings {
            let path = format!("{}/choices", child("/ledger/readings", id));
            table(&path, reading.choices.len(), limits::READING_CHOICES);
        }
        let most = limits::FINDINGS;
        if most < ledger.limits.findings {
            let path = "/ledger/limits/findings";
            problems.push(too_complex(path, ledger.limits.findings, most));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

fn tables(rulebook: &Rulebook) -> [(&'static str, usize); 10] {
    [
        ("/gaps", rulebook.gaps.len()),
        ("/groups", rulebook.groups.len()),
        ("/facts", rulebook.facts.len()),
        ("/constraints", rulebook.constraints.len()),
        ("/elements", rulebook.elements.len()),
        ("/issues", rulebook.issues.len()),
        ("/alerts", rulebook.alerts.len()),
        ("/deadlines", rulebook.deadlines.len()),
        ("/documents", rulebook.documents.len()),
        ("/cases", rulebook.cases.len()),
    ]
}

fn tables_of_ledger(ledger: &Ledger) -> [(&'static str, usize); 13] {
    fn of<T>(table: &Ordered<T>) -> usize {
        table.len()
    }
    [
        ("/ledger/labels", of(&ledger.labels)),
        ("/ledger/amounts", of(&ledger.amounts)),
        ("/ledger/books", of(&ledger.books)),
        ("/ledger/strike_lives", of(&ledger.strike_lives)),
        ("/ledger/measures", of(&ledger.measures)),
        ("/ledger/windows", of(&ledger.windows)),
        ("/ledger/tiers", of(&ledger.tiers)),
        ("/ledger/circumstances", of(&ledger.circumstances)),
        ("/ledger/repeats", of(&ledger.repeats)),
        ("/ledger/nodes", of(&ledger.nodes)),
        ("/ledger/closures", of(&ledger.closures)),
        ("/ledger/year_ends", of(&ledger.year_ends)),
        ("/ledger/charges", of(&ledger.charges)),
    ]
}

/// How large a tree is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct Size {
    /// How many nodes it has.
    nodes: u64,
    /// How many of them stand above each other.
    depth: usize,
}

impl Size {
    fn leaf() -> Self {
        Self { nodes: 1, depth: 1 }
    }

    /// With another tree below.
    fn over(self, below: Self) -> Self {
        Self {
            nodes: self.nodes.saturating_add(below.nodes),
            depth: self.depth.max(below.depth.saturating_add(1)),
        }
    }
}

/// How large the trees of elements are that are known so far.
struct Trees(Vec<Size>);

impl Trees {
    fn of(&self, condition: &Cond) -> Size {
        let several =
            |list: &[Cond]| list.iter().fold(Size::leaf(), |size, inner| size.over(self.of(inner)));
        match condition {
            Cond::Element(id) => self.element(*id),
            Cond::Fact { .. } => Size::leaf(),
            Cond::All(list) | Cond::Any(list) => several(list),
            Cond::Not(inner) => Size::leaf().over(self.of(inner)),
        }
    }

    fn element(&self, id: Id) -> Size {
        self.0.get(usize::from(id)).copied().unwrap_or_default()
    }
}

/// That the trees of an answer are neither too deep nor too large, the elements that
/// conditions name entered. What circles is refused before.
///
/// # Errors
///
/// The first condition that is too deep, or that makes them too large together.
pub(super) fn trees(parts: &Parts) -> Result<(), Vec<Problem>> {
    let mut trees = Trees(vec![Size::default(); parts.elements.len()]);
    for index in &parts.order {
        let Some(element) = parts.elements.get(*index) else { continue };
        let mut size = Size::leaf().over(trees.of(&element.condition));
        for exception in &element.unless {
            size = size.over(Size::leaf().over(trees.of(exception)));
        }
        deep(size, "/elements", &element.id)?;
        if let Some(slot) = trees.0.get_mut(*index) {
            *slot = size;
        }
    }
    let mut nodes: u64 = 0;
    for (table, id, condition) in conditions(parts) {
        let size = trees.of(condition);
        deep(size, table, id)?;
        nodes = nodes.saturating_add(size.nodes);
        if limits::TREE_NODES < nodes {
            let path = child(table, id);
            return Err(vec![too_complex(&path, nodes, limits::TREE_NODES)]);
        }
    }
    Ok(())
}

fn deep(size: Size, table: &str, id: &str) -> Result<(), Vec<Problem>> {
    at_most(&child(table, id), size.depth, limits::TREE_DEPTH)
}

/// Every condition that an answer holds against the facts, with the table and the entry in
/// which it stands.
fn conditions(parts: &Parts) -> impl Iterator<Item = (&'static str, &str, &Cond)> {
    let verdicts = parts.issues.iter().flat_map(|issue| {
        issue.verdicts.iter().filter_map(|verdict| match &verdict.rule {
            VerdictRule::When(condition) | VerdictRule::Unless(condition) => {
                Some(("/issues", issue.id.as_str(), condition))
            }
            VerdictRule::Otherwise => None,
        })
    });
    let constraints = parts.constraints.iter();
    let constraints = constraints.map(|one| ("/constraints", one.id.as_str(), &one.never));
    let alerts = parts.alerts.iter();
    let alerts = alerts.filter_map(|one| Some(("/alerts", one.id.as_str(), one.when.as_ref()?)));
    let deadlines = parts.deadlines.iter();
    let deadlines =
        deadlines.filter_map(|one| Some(("/deadlines", one.id.as_str(), one.when.as_ref()?)));
    let sentences = parts.documents.iter().flat_map(|document| {
        let sentences = document.sections.iter().flat_map(|section| &section.sentences);
        sentences.filter_map(|one| Some(("/documents", document.id.as_str(), one.when.as_ref()?)))
    });
    verdicts.chain(constraints).chain(alerts).chain(deadlines).chain(sentences)
}
