//! The application tree: the elements held against the facts.

use crate::compile::{CompiledIssue, Cond, ElementId, Literal, VerdictRule};
use crate::diagram::Leaf;
use crate::truth::Truth;

use super::cite::citations;
use super::held::{HeldAt, HeldTree};
use super::{Matter, Node, NodeKind};

/// The tree of an issue. Its children are the verdicts in order, each with the condition
/// on which it is given.
pub(super) fn application<'a>(
    case: &Matter<'a>,
    issue: &'a CompiledIssue,
    settled: Option<Leaf>,
) -> HeldTree<'a> {
    let mut tree = HeldTree::default();
    let root = tree.begin(NodeKind::Issue, Some(&issue.id));
    for (leaf, verdict) in issue.by_leaf() {
        let (kind, cond) = match &verdict.rule {
            VerdictRule::When(when) => (NodeKind::When, Some(when)),
            VerdictRule::Unless(unless) => (NodeKind::Unless, Some(unless)),
            VerdictRule::Otherwise => (NodeKind::Otherwise, None),
        };
        let at = tree.begin(kind, Some(&verdict.id));
        let held = cond.and_then(|cond| condition(case, cond, &mut tree));
        // What is not in force asks for nothing: there is nothing to meet, and nothing to fail.
        let state = match kind {
            NodeKind::Unless => held.map_or(Truth::No, Truth::opposite),
            NodeKind::When => held.unwrap_or(Truth::No),
            _ => settled.map_or(Truth::Unknown, |settled| Truth::from(settled == leaf)),
        };
        tree.end(at, state);
        let decisive = settled.is_some_and(|settled| leaf <= settled);
        tree.change(at, |node| (node.cite, node.decisive) = (&verdict.cite, decisive));
        if decisive {
            let met = settled == Some(leaf);
            mark_below(&mut tree, at, |_, _| Some(Truth::from(met == (kind == NodeKind::When))));
        }
    }
    tree.end(root, if settled.is_some() { Truth::Yes } else { Truth::Unknown });
    tree.change(root, |node| node.decisive = settled.is_some());
    tree
}

/// The tree as it is told.
pub(super) fn told(case: &Matter<'_>, tree: &HeldTree<'_>) -> Node {
    tell(case, tree, HeldTree::TOP).unwrap_or_else(untold)
}

/// The node that stands where no tree is told.
pub(super) fn untold() -> Node {
    Node {
        kind: NodeKind::Issue,
        id: None,
        state: Truth::Unknown,
        decisive: false,
        defeated: false,
        citations: Vec::new(),
        children: Vec::new(),
    }
}

fn tell(case: &Matter<'_>, tree: &HeldTree<'_>, at: HeldAt) -> Option<Node> {
    let node = tree.get(at)?;
    let mut children = Vec::with_capacity(tree.below(at).count());
    children.extend(tree.below(at).filter_map(|at| tell(case, tree, at)));
    Some(Node {
        kind: node.kind,
        id: node.id.map(str::to_owned),
        state: node.state,
        decisive: node.decisive,
        defeated: node.defeated,
        citations: citations(case.rulebook, node.cite, case.day),
        children,
    })
}

/// Whether a condition holds on the given facts; none, where it is not in force on the day.
/// It is the state of the condition's node, without the node.
pub(crate) fn truth(case: &Matter<'_>, cond: &Cond) -> Option<Truth> {
    // What the facts alone say of it, the constraints leave so. They are asked where it is open.
    match truth_by(case, cond, fact_by_facts) {
        Some(Truth::Unknown) => truth_by(case, cond, fact_truth),
        told => told,
    }
}

/// The same, where this tells whether what is asked of a fact holds.
fn truth_by(case: &Matter<'_>, cond: &Cond, by: TruthOfFact) -> Option<Truth> {
    match cond {
        Cond::Element(id) => {
            let element = &case.rulebook.elements[*id];
            if !element.in_force.holds_on(case.day) {
                return None;
            }
            let holds = truth_by(case, &element.condition, by)?;
            if holds == Truth::No || element.unless.is_empty() {
                return Some(holds);
            }
            let excepted = first_or_all(case, &element.unless, by, Truth::Yes, Truth::or);
            Some(holds.and(excepted.unwrap_or(Truth::No).opposite()))
        }
        Cond::Fact { every, literals, .. } => Some(by(case, *every, literals)),
        Cond::All(list) => first_or_all(case, list, by, Truth::No, Truth::and),
        Cond::Any(list) => first_or_all(case, list, by, Truth::Yes, Truth::or),
        Cond::Not(inner) => truth_by(case, inner, by).map(Truth::opposite),
    }
}

/// What tells whether what is asked of a fact holds.
type TruthOfFact = fn(&Matter<'_>, bool, &[Literal]) -> Truth;

/// What all of a list come to, unless one is such that the others no longer matter.
fn first_or_all(
    case: &Matter<'_>,
    list: &[Cond],
    by: TruthOfFact,
    enough: Truth,
    with: fn(Truth, Truth) -> Truth,
) -> Option<Truth> {
    let mut all = None;
    for inner in list {
        let Some(truth) = truth_by(case, inner, by) else { continue };
        if truth == enough {
            return Some(enough);
        }
        all = Some(all.map_or(truth, |all| with(all, truth)));
    }
    all
}

/// Adds the node of a condition, and tells its state; none, where it is not in force on the day.
fn condition<'a>(case: &Matter<'a>, cond: &'a Cond, tree: &mut HeldTree<'a>) -> Option<Truth> {
    match cond {
        Cond::Element(id) => element(case, *id, tree),
        Cond::Fact { fact, every, literals } => {
            let at = tree.begin(NodeKind::Fact, Some(&case.rulebook.facts[*fact].id));
            let state = fact_truth(case, *every, literals);
            tree.end(at, state);
            Some(state)
        }
        Cond::All(list) => several(case, list, NodeKind::All, tree),
        Cond::Any(list) => several(case, list, NodeKind::Any, tree),
        Cond::Not(inner) => {
            let at = tree.begin(NodeKind::Not, None);
            let state = condition(case, inner, tree).map(Truth::opposite);
            ended(tree, at, state)
        }
    }
}

/// Ends a node with its state; takes it back, where it has none.
fn ended(tree: &mut HeldTree<'_>, at: HeldAt, state: Option<Truth>) -> Option<Truth> {
    match state {
        Some(state) => tree.end(at, state),
        None => tree.take_back(at),
    }
    state
}

fn several<'a>(
    case: &Matter<'a>,
    list: &'a [Cond],
    kind: NodeKind,
    tree: &mut HeldTree<'a>,
) -> Option<Truth> {
    let at = tree.begin(kind, None);
    let states = list.iter().filter_map(|inner| condition(case, inner, tree));
    let state = match kind {
        NodeKind::All => states.reduce(Truth::and),
        _ => states.reduce(Truth::or),
    };
    ended(tree, at, state)
}

fn element<'a>(case: &Matter<'a>, id: ElementId, tree: &mut HeldTree<'a>) -> Option<Truth> {
    let element = &case.rulebook.elements[id];
    if !element.in_force.holds_on(case.day) {
        return None;
    }
    let at = tree.begin(NodeKind::Element, Some(&element.id));
    let Some(holds) = condition(case, &element.condition, tree) else {
        return ended(tree, at, None);
    };
    let mut excepted = Truth::No;
    for exception in &element.unless {
        let below = tree.begin(NodeKind::Exception, None);
        let state = condition(case, exception, tree);
        if let Some(state) = ended(tree, below, state) {
            excepted = excepted.or(state);
        }
    }
    let state = holds.and(excepted.opposite());
    tree.change(at, |node| {
        node.element = Some(id);
        node.defeated = holds == Truth::Yes && excepted == Truth::Yes;
        node.cite = &element.cite;
    });
    ended(tree, at, Some(state))
}

/// Whether what is asked of a fact holds: every literal, or one.
fn fact_truth(case: &Matter<'_>, every: bool, literals: &[Literal]) -> Truth {
    literals_truth(every, literals.iter().map(|literal| literal_truth(case, literal)))
}

/// The same by the facts alone, whatever the constraints leave.
fn fact_by_facts(case: &Matter<'_>, every: bool, literals: &[Literal]) -> Truth {
    let by_facts = literals.iter().map(|literal| literal_by_facts(case, literal));
    literals_truth(every, by_facts.map(|truth| truth.unwrap_or(Truth::Unknown)))
}

fn literals_truth(every: bool, truths: impl Iterator<Item = Truth>) -> Truth {
    if every { truths.fold(Truth::Yes, Truth::and) } else { truths.fold(Truth::No, Truth::or) }
}

/// Whether a literal holds by the facts; none, where they leave it open.
fn literal_by_facts(case: &Matter<'_>, literal: &Literal) -> Option<Truth> {
    let level = case.known.assignment.get(literal.var)?;
    Some(Truth::from(literal.levels.contains(&level)))
}

/// Whether a literal holds: by the facts, or because the constraints leave nothing else.
fn literal_truth(case: &Matter<'_>, literal: &Literal) -> Truth {
    if let Some(truth) = literal_by_facts(case, literal) {
        return truth;
    }
    let left = case.left();
    let place = left.binary_search_by_key(&literal.var, |(var, _)| *var);
    let Some((_, left)) = place.ok().and_then(|place| left.get(place)) else {
        return Truth::Unknown;
    };
    let mut wanted = left.verdicts().map(|level| literal.levels.contains(&level));
    let Some(first) = wanted.next() else { return Truth::Yes };
    if wanted.all(|other| other == first) { Truth::from(first) } else { Truth::Unknown }
}

/// Marks what a node's state rests on, if it is the state wanted.
fn mark(tree: &mut HeldTree<'_>, at: HeldAt, wanted: Truth) {
    let Some(node) = tree.get(at).filter(|node| node.state == wanted) else { return };
    let (kind, defeated) = (node.kind, node.defeated);
    tree.change(at, |node| node.decisive = true);
    mark_below(tree, at, |tree, below| match kind {
        NodeKind::Element => {
            let exception = tree.get(below).map(|node| node.kind) == Some(NodeKind::Exception);
            match (exception, wanted) {
                // An element holds because its condition does and no exception does.
                (true, Truth::Yes) => Some(Truth::No),
                // It fails because its condition does, or because an exception holds.
                (true, _) => Some(Truth::Yes),
                (false, _) => (!defeated).then_some(wanted),
            }
        }
        NodeKind::Not => Some(wanted.opposite()),
        // Where one child is enough, those that have the wanted state are the reason;
        // where all are needed, all have it. Either way the others are left alone.
        _ => Some(wanted),
    });
}

/// Marks the nodes right below one, each by the state wanted of it; none, where it counts for
/// nothing.
fn mark_below(
    tree: &mut HeldTree<'_>,
    at: HeldAt,
    wanted: impl Fn(&HeldTree<'_>, HeldAt) -> Option<Truth>,
) {
    let mut below = tree.next_below(at, None);
    while let Some(child) = below {
        if let Some(wanted) = wanted(tree, child) {
            mark(tree, child, wanted);
        }
        below = tree.next_below(at, Some(child));
    }
}
