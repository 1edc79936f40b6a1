//! What stands between the facts and a better verdict.

use crate::truth::Truth;

use super::{Facts, Missing, Node, NodeKind};

/// The elements that fail or are open, of the requirements that were not met: those of the
/// verdict given and of the verdicts after it; of all verdicts, while the issue is open.
///
/// An element that asks for several others is taken apart, so that what is missing is
/// named as narrowly as the rulebook allows.
pub(super) fn missing(application: &Node) -> Vec<Missing> {
    let mut missing = Vec::new();
    for verdict in application.children.iter().filter(|node| node.kind == NodeKind::Unless) {
        let id = verdict.id.clone().unwrap_or_default();
        verdict.children.iter().for_each(|node| take_apart(node, &id, &mut missing));
    }
    missing
}

fn take_apart(node: &Node, verdict: &str, missing: &mut Vec<Missing>) {
    if node.state == Truth::Yes {
        return;
    }
    match node.kind {
        NodeKind::All => {
            node.children.iter().for_each(|child| take_apart(child, verdict, missing));
        }
        NodeKind::Element if is_list_of_elements(node) => {
            node.children.iter().for_each(|child| take_apart(child, verdict, missing));
        }
        NodeKind::Element => note(node, verdict, missing),
        _ => {}
    }
}

/// Whether an element asks for nothing but other elements, all of them.
fn is_list_of_elements(node: &Node) -> bool {
    match node.children.as_slice() {
        [inner] => {
            inner.kind == NodeKind::All
                && inner.children.iter().all(|child| child.kind == NodeKind::Element)
        }
        _ => false,
    }
}

fn note(node: &Node, verdict: &str, missing: &mut Vec<Missing>) {
    let element = node.id.clone().unwrap_or_default();
    if missing.iter().any(|known| known.element == element) {
        return;
    }
    let mut facts = Vec::new();
    supply(node, Truth::Yes, &mut facts);
    missing.push(Missing {
        element,
        state: node.state,
        verdict: verdict.to_owned(),
        facts,
        mend: Facts::new(),
        citations: node.citations.clone(),
    });
}

/// The facts that keep a node from the state wanted. Where all children are needed and one
/// fails for certain, the open ones beside it are not asked for.
fn supply(node: &Node, wanted: Truth, facts: &mut Vec<String>) {
    if node.state == wanted {
        return;
    }
    if node.kind == NodeKind::Fact {
        if let Some(id) = node.id.as_ref().filter(|id| !facts.contains(id)) {
            facts.push(id.clone());
        }
        return;
    }
    for child in &node.children {
        let wanted = match (node.kind, child.kind) {
            (NodeKind::Not, _) | (NodeKind::Element, NodeKind::Exception) => wanted.opposite(),
            _ => wanted,
        };
        let beside = node.kind == NodeKind::All && node.state == Truth::No;
        if !(beside && child.state == Truth::Unknown) {
            supply(child, wanted, facts);
        }
    }
}
