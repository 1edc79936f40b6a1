//! Whether a rulebook stays within what the engine can hold, and how much of it it needs.

use crate::diagram::Diagram;
use crate::limits;
use crate::problem::{Code, Problem, child};
use crate::rulebook::{Ledger, Ordered, Rulebook};

use super::conditions::circles;
use super::{Compiled, CompiledElement, Cond, Drawing, ElementId, Table, VerdictRule};

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
        table("/ledger/tiers", ledger.tiers.len(), limits::TIERS);
        table("/ledger", ways(ledger), limits::WAYS);
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

/// How many combinations of up to three tiers there are, one of them perhaps several times, for
/// every node and closure.
fn ways(ledger: &Ledger) -> usize {
    let tiers = ledger.tiers.len();
    let of_one_size =
        |size: usize| (0..size).fold(1, |ways, place| ways * (tiers + place) / (place + 1));
    let combinations: usize = (1..=limits::COMBINED).map(of_one_size).sum();
    combinations.saturating_mul(ledger.nodes.len() + ledger.closures.len())
}

fn tables(rulebook: &Rulebook) -> [(&'static str, usize); 13] {
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
        ("/parties", rulebook.parties.len()),
        ("/occasions", rulebook.occasions.len()),
        ("/duties", rulebook.duties.len()),
        ("/cases", rulebook.cases.len()),
    ]
}

fn tables_of_ledger(ledger: &Ledger) -> [(&'static str, usize); 12] {
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

/// How large the trees of elements are.
struct Trees(Table<ElementId, Size>);

impl Trees {
    /// The trees of elements that do not name each other in a circle.
    fn new(elements: &Table<ElementId, CompiledElement>) -> Self {
        let mut trees = Self(elements.map(|_, _| Size::default()));
        let (_, order) = circles(elements);
        for id in order {
            let element = &elements[id];
            let mut size = Size::leaf().over(trees.of(&element.condition));
            for exception in &element.unless {
                size = size.over(Size::leaf().over(trees.of(exception)));
            }
            trees.0[id] = size;
        }
        trees
    }

    fn of(&self, condition: &Cond) -> Size {
        let several =
            |list: &[Cond]| list.iter().fold(Size::leaf(), |size, inner| size.over(self.of(inner)));
        match condition {
            Cond::Element(id) => self.0[*id],
            Cond::Fact { .. } => Size::leaf(),
            Cond::All(list) | Cond::Any(list) => several(list),
            Cond::Not(inner) => Size::leaf().over(self.of(inner)),
        }
    }
}

/// That the trees of an answer are neither too deep nor too large, the elements that
/// conditions name entered.
///
/// # Errors
///
/// The first condition that is too deep, or that makes them too large together.
pub(super) fn trees(compiled: &Compiled) -> Result<(), Vec<Problem>> {
    let trees = Trees::new(&compiled.elements);
    for (id, element) in &compiled.elements {
        at_most(&child("/elements", &element.id), trees.0[id].depth, limits::TREE_DEPTH)?;
    }
    let mut nodes: u64 = 0;
    for (table, id, condition) in conditions(compiled) {
        let size = trees.of(condition);
        at_most(&child(table, id), size.depth, limits::TREE_DEPTH)?;
        nodes = nodes.saturating_add(size.nodes);
        if limits::TREE_NODES < nodes {
            return Err(vec![too_complex(&child(table, id), nodes, limits::TREE_NODES)]);
        }
    }
    // Those that nothing names so far as well.
    let mut elements = compiled.elements.iter();
    match elements.find(|(id, _)| limits::TREE_NODES < trees.0[*id].nodes) {
        Some((id, element)) => {
            let path = child("/elements", &element.id);
            Err(vec![too_complex(&path, trees.0[id].nodes, limits::TREE_NODES)])
        }
        None => Ok(()),
    }
}

/// Every condition that an answer holds against the facts, with the table and the entry in
/// which it stands.
fn conditions(compiled: &Compiled) -> impl Iterator<Item = (&'static str, &str, &Cond)> {
    let verdicts = compiled.issues.values().flat_map(|issue| {
        issue.verdicts.values().filter_map(|verdict| match &verdict.rule {
            VerdictRule::When(condition) | VerdictRule::Unless(condition) => {
                Some(("/issues", issue.id.as_str(), condition))
            }
            VerdictRule::Otherwise => None,
        })
    });
    let constraints = compiled.constraints.values();
    let constraints = constraints.map(|one| ("/constraints", one.id.as_str(), &one.never));
    let alerts = compiled.alerts.values();
    let alerts = alerts.filter_map(|one| Some(("/alerts", one.id.as_str(), one.when.as_ref()?)));
    let deadlines = compiled.deadlines.values();
    let deadlines = deadlines.flat_map(|one| {
        let stated = one.when.iter().chain(&one.except);
        stated.map(|condition| ("/deadlines", one.id.as_str(), condition))
    });
    let sentences = compiled.documents.values().flat_map(|document| {
        let sentences = document.sections.iter().flat_map(|section| &section.sentences);
        let stated = sentences.flat_map(|one| one.when.iter().chain(&one.except));
        stated.map(|condition| ("/documents", document.id.as_str(), condition))
    });
    verdicts.chain(constraints).chain(alerts).chain(deadlines).chain(sentences)
}

/// How much of what is bounded a rulebook needs.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Measured {
    /// Its variables.
    pub variables: usize,
    /// Its versions.
    pub versions: usize,
    /// Its diagrams.
    pub diagrams: usize,
    /// The nodes of the largest diagram.
    pub largest: usize,
    /// The nodes of the trees of all conditions.
    pub tree_nodes: u64,
    /// The depth of the deepest tree.
    pub tree_depth: usize,
    /// The rounds over the bounds of dates, in all versions.
    pub rounds: u32,
}

/// Counts what a rulebook needs of what is [bounded](crate::limits).
#[must_use]
pub fn measure(compiled: &Compiled) -> Measured {
    let trees = Trees::new(&compiled.elements);
    let sizes = conditions(compiled).map(|(_, _, condition)| trees.of(condition));
    let (mut tree_nodes, mut tree_depth) = (0_u64, 0);
    for size in sizes {
        tree_nodes = tree_nodes.saturating_add(size.nodes);
        tree_depth = tree_depth.max(size.depth);
    }
    let rounds = compiled.versions.iter().map(|version| {
        let mut drawing = Drawing::new(compiled, version.from);
        drawing.constraints();
        drawing.rounds_made()
    });
    Measured {
        variables: compiled.variables.len(),
        versions: compiled.versions.len(),
        diagrams: compiled.diagrams.len(),
        largest: compiled.diagrams.values().map(Diagram::size).max().unwrap_or_default(),
        tree_nodes,
        tree_depth,
        rounds: rounds.sum(),
    }
}
