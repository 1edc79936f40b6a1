//! The application tree: the elements held against the facts.

use crate::compile::{CompiledIssue, Cond, ElementId, Literal, VerdictRule};
use crate::diagram::Leaf;
use crate::truth::Truth;

use super::cite::citations;
use super::{Matter, Node, NodeKind};

/// The tree of an issue. Its children are the verdicts in order, each with the condition
/// on which it is given.
pub(super) fn application(case: &Matter<'_>, issue: &CompiledIssue, settled: Option<Leaf>) -> Node {
    let mut children = Vec::with_capacity(issue.verdicts.len());
    for (leaf, verdict) in issue.by_leaf() {
        let (kind, condition) = match &verdict.rule {
            VerdictRule::When(when) => (NodeKind::When, condition(case, when)),
            VerdictRule::Unless(unless) => (NodeKind::Unless, condition(case, unless)),
            VerdictRule::Otherwise => (NodeKind::Otherwise, None),
        };
        // What is not in force asks for nothing: there is nothing to meet, and nothing to fail.
        let state = match (kind, condition.as_ref().map(|inner| inner.state)) {
            (NodeKind::Unless, held) => held.map_or(Truth::No, Truth::opposite),
            (NodeKind::When, held) => held.unwrap_or(Truth::No),
            _ => Truth::Unknown,
        };
        let mut node = bare(kind, state);
        node.id = Some(verdict.id.clone());
        node.citations = citations(case.rulebook, &verdict.cite, case.day);
        node.children = condition.into_iter().collect();
        if let Some(settled) = settled {
            if kind == NodeKind::Otherwise {
                node.state = Truth::from(settled == leaf);
            }
            if leaf <= settled {
                node.decisive = true;
                let met = settled == leaf;
                let wanted = Truth::from(met == (kind == NodeKind::When));
                node.children.iter_mut().for_each(|child| mark(child, wanted));
            }
        }
        children.push(node);
    }
    let mut root =
        bare(NodeKind::Issue, if settled.is_some() { Truth::Yes } else { Truth::Unknown });
    root.id = Some(issue.id.clone());
    root.decisive = settled.is_some();
    root.children = children;
    root
}

/// Whether a condition holds on the given facts; none, where it is not in force on the day.
/// It is the state of the condition's node, without the node.
pub(crate) fn truth(case: &Matter<'_>, cond: &Cond) -> Option<Truth> {
    match cond {
        Cond::Element(id) => {
            let element = &case.rulebook.elements[*id];
            if !element.in_force.holds_on(case.day) {
                return None;
            }
            let holds = truth(case, &element.condition)?;
            let exceptions = element.unless.iter().filter_map(|exception| truth(case, exception));
            Some(holds.and(exceptions.fold(Truth::No, Truth::or).opposite()))
        }
        Cond::Fact { every, literals, .. } => Some(fact_truth(case, *every, literals)),
        Cond::All(list) => list.iter().filter_map(|inner| truth(case, inner)).reduce(Truth::and),
        Cond::Any(list) => list.iter().filter_map(|inner| truth(case, inner)).reduce(Truth::or),
        Cond::Not(inner) => truth(case, inner).map(Truth::opposite),
    }
}

/// The node of a condition; none, where it is not in force on the day.
fn condition(case: &Matter<'_>, cond: &Cond) -> Option<Node> {
    match cond {
        Cond::Element(id) => element(case, *id),
        Cond::Fact { fact, every, literals } => {
            let mut node = bare(NodeKind::Fact, fact_truth(case, *every, literals));
            node.id = Some(case.rulebook.facts[*fact].id.clone());
            Some(node)
        }
        Cond::All(list) => several(case, list, NodeKind::All),
        Cond::Any(list) => several(case, list, NodeKind::Any),
        Cond::Not(inner) => {
            let inner = condition(case, inner)?;
            let mut node = bare(NodeKind::Not, inner.state.opposite());
            node.children = vec![inner];
            Some(node)
        }
    }
}

fn several(case: &Matter<'_>, list: &[Cond], kind: NodeKind) -> Option<Node> {
    let children: Vec<Node> = list.iter().filter_map(|inner| condition(case, inner)).collect();
    let states = children.iter().map(|child| child.state);
    let state = match kind {
        NodeKind::All => states.reduce(Truth::and)?,
        _ => states.reduce(Truth::or)?,
    };
    let mut node = bare(kind, state);
    node.children = children;
    Some(node)
}

fn element(case: &Matter<'_>, id: ElementId) -> Option<Node> {
    let element = &case.rulebook.elements[id];
    if !element.in_force.holds_on(case.day) {
        return None;
    }
    let inner = condition(case, &element.condition)?;
    let holds = inner.state;
    let mut children = vec![inner];
    let mut excepted = Truth::No;
    for exception in &element.unless {
        if let Some(inner) = condition(case, exception) {
            excepted = excepted.or(inner.state);
            let mut node = bare(NodeKind::Exception, inner.state);
            node.children = vec![inner];
            children.push(node);
        }
    }
    let mut node = bare(NodeKind::Element, holds.and(excepted.opposite()));
    node.id = Some(element.id.clone());
    node.defeated = holds == Truth::Yes && excepted == Truth::Yes;
    node.citations = citations(case.rulebook, &element.cite, case.day);
    node.children = children;
    Some(node)
}

/// Whether what is asked of a fact holds: every literal, or one.
fn fact_truth(case: &Matter<'_>, every: bool, literals: &[Literal]) -> Truth {
    let truths = literals.iter().map(|literal| literal_truth(case, literal));
    if every { truths.fold(Truth::Yes, Truth::and) } else { truths.fold(Truth::No, Truth::or) }
}

/// Whether a literal holds: by the facts, or because the constraints leave nothing else.
fn literal_truth(case: &Matter<'_>, literal: &Literal) -> Truth {
    if let Some(level) = case.known.assignment.get(literal.var) {
        return Truth::from(literal.levels.contains(&level));
    }
    let Some((_, left)) = case.left.iter().find(|(var, _)| *var == literal.var) else {
        return Truth::Unknown;
    };
    let mut wanted = left.verdicts().map(|level| literal.levels.contains(&level));
    let Some(first) = wanted.next() else { return Truth::Yes };
    if wanted.all(|other| other == first) { Truth::from(first) } else { Truth::Unknown }
}

/// Marks what a node's state rests on, if it is the state wanted.
fn mark(node: &mut Node, wanted: Truth) {
    if node.state != wanted {
        return;
    }
    node.decisive = true;
    match node.kind {
        NodeKind::Element => mark_element(node, wanted),
        NodeKind::Not => node.children.iter_mut().for_each(|child| mark(child, wanted.opposite())),
        // Where one child is enough, those that have the wanted state are the reason;
        // where all are needed, all have it. Either way the others are left alone.
        _ => node.children.iter_mut().for_each(|child| mark(child, wanted)),
    }
}

fn mark_element(node: &mut Node, wanted: Truth) {
    for child in &mut node.children {
        match (child.kind, wanted) {
            // An element holds because its condition does and no exception does.
            (NodeKind::Exception, Truth::Yes) => mark(child, Truth::No),
            // It fails because its condition does, or because an exception holds.
            (NodeKind::Exception, _) => mark(child, Truth::Yes),
            _ if node.defeated => {}
            _ => mark(child, wanted),
        }
    }
}

fn bare(kind: NodeKind, state: Truth) -> Node {
    Node {
        kind,
        id: None,
        state,
        decisive: false,
        defeated: false,
        citations: Vec::new(),
        children: Vec::new(),
    }
}
