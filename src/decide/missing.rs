//! What stands between the facts and a better verdict.

use crate::compile::{ElementId, ProvisionId};
use crate::truth::Truth;

use super::held::{Held, HeldAt, HeldTree};
use super::{Facts, Matter, Missing, NodeKind, citations};

/// An element that fails or is open.
pub(super) struct Gap<'a> {
    pub(super) id: ElementId,
    pub(super) element: &'a str,
    pub(super) state: Truth,
    /// The verdict that it keeps the case at.
    pub(super) verdict: &'a str,
    /// The facts that would supply it.
    pub(super) facts: Vec<&'a str>,
    cite: &'a [ProvisionId],
}

impl Gap<'_> {
    /// The gap as it is told, with what mends it.
    pub(super) fn told(&self, case: &Matter<'_>, mend: Facts) -> Missing {
        Missing {
            element: self.element.to_owned(),
            state: self.state,
            verdict: self.verdict.to_owned(),
            facts: self.facts.iter().map(|fact| (*fact).to_owned()).collect(),
            mend,
            citations: citations(case.rulebook, self.cite, case.day),
        }
    }
}

/// The elements that fail or are open, of the requirements that were not met: those of the
/// verdict given and of the verdicts after it; of all verdicts, while the issue is open.
///
/// An element that asks for several others is taken apart, so that what is missing is
/// named as narrowly as the rulebook allows.
pub(super) fn missing<'a>(application: &HeldTree<'a>) -> Vec<Gap<'a>> {
    let mut missing = Vec::new();
    for (at, verdict) in application.nodes_below(HeldTree::TOP) {
        if verdict.kind == NodeKind::Unless {
            let id = verdict.id.unwrap_or_default();
            application.below(at).for_each(|at| take_apart(application, at, id, &mut missing));
        }
    }
    missing
}

fn take_apart<'a>(tree: &HeldTree<'a>, at: HeldAt, verdict: &'a str, missing: &mut Vec<Gap<'a>>) {
    let Some(node) = tree.get(at).filter(|node| node.state != Truth::Yes) else { return };
    match node.kind {
        NodeKind::Element if !is_list_of_elements(tree, at) => {
            note(tree, at, node, verdict, missing);
        }
        NodeKind::All | NodeKind::Element => {
            tree.below(at).for_each(|child| take_apart(tree, child, verdict, missing));
        }
        _ => {}
    }
}

/// Whether an element asks for nothing but other elements, all of them.
fn is_list_of_elements(tree: &HeldTree<'_>, at: HeldAt) -> bool {
    let mut below = tree.nodes_below(at);
    match (below.next(), below.next()) {
        (Some((inner, node)), None) => {
            let mut asked = tree.nodes_below(inner);
            node.kind == NodeKind::All && asked.all(|(_, node)| node.kind == NodeKind::Element)
        }
        _ => false,
    }
}

fn note<'a>(
    tree: &HeldTree<'a>,
    at: HeldAt,
    node: &Held<'a>,
    verdict: &'a str,
    missing: &mut Vec<Gap<'a>>,
) {
    let Some(id) = node.element.filter(|id| missing.iter().all(|known| known.id != *id)) else {
        return;
    };
    let element = node.id.unwrap_or_default();
    let mut facts = Vec::new();
    supply(tree, at, Truth::Yes, &mut facts);
    missing.push(Gap { id, element, state: node.state, verdict, facts, cite: node.cite });
}

/// The facts that keep a node from the state wanted. Where all children are needed and one
/// fails for certain, the open ones beside it are not asked for.
fn supply<'a>(tree: &HeldTree<'a>, at: HeldAt, wanted: Truth, facts: &mut Vec<&'a str>) {
    let Some(node) = tree.get(at).filter(|node| node.state != wanted) else { return };
    if node.kind == NodeKind::Fact {
        facts.extend(node.id.filter(|id| !facts.contains(id)));
        return;
    }
    for (at, child) in tree.nodes_below(at) {
        let wanted = match (node.kind, child.kind) {
            (NodeKind::Not, _) | (NodeKind::Element, NodeKind::Exception) => wanted.opposite(),
            _ => wanted,
        };
        let beside = node.kind == NodeKind::All && node.state == Truth::No;
        if !(beside && child.state == Truth::Unknown) {
            supply(tree, at, wanted, facts);
        }
    }
}
