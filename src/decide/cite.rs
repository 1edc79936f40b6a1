//! The provisions behind an answer.

use chrono::NaiveDate as Date;

use crate::compile::{Compiled, CompiledIssue, ProvisionId};
use crate::diagram::Leaf;
use crate::truth::Truth;

use super::{Citation, Matter, Node, NodeKind};

/// Those of the provisions that are in force on `day`, each once.
#[must_use]
pub fn citations(rulebook: &Compiled, cited: &[ProvisionId], day: Date) -> Vec<Citation> {
    let mut citations: Vec<Citation> = Vec::with_capacity(cited.len());
    for (index, id) in cited.iter().enumerate() {
        let provision = &rulebook.provisions[*id];
        let fresh = !cited.iter().take(index).any(|known| known == id);
        if fresh && provision.in_force.holds_on(day) {
            citations.push(Citation {
                provision: provision.id.clone(),
                rank: provision.rank,
                confidence: provision.confidence,
            });
        }
    }
    citations
}

/// The provisions behind the verdict: its own and those of the elements it rests on. While
/// the verdict is open, those of the elements that are open.
pub(super) fn behind(
    case: &Matter<'_>,
    issue: &CompiledIssue,
    application: &Node,
    settled: Option<Leaf>,
) -> Vec<Citation> {
    let mut behind = Vec::new();
    let verdict = settled.map(|leaf| issue.verdict(leaf));
    if let Some(verdict) = verdict {
        behind = citations(case.rulebook, &verdict.cite, case.day);
    }
    for element in relied_on(application, settled) {
        join(&mut behind, &element.citations);
    }
    behind
}

/// The elements that the verdict rests on; while it is open, those that are open.
///
/// That a case is none of the grave ones it could have been is no reason that needs their
/// provisions. So of a verdict that would have been given if its condition held, only what
/// holds and keeps it away is named: a defence. Nothing is left to name where a case is
/// simply ordinary and the verdict says so with provisions of its own.
pub(super) fn relied_on(application: &Node, settled: Option<Leaf>) -> Vec<&Node> {
    let mut elements = Vec::new();
    let Some(settled) = settled else {
        collect(application, &|node| node.state == Truth::Unknown, &|_| true, &mut elements);
        return elements;
    };
    let last = usize::from(settled);
    let considered = || application.children.iter().enumerate().take(last + 1);
    for (index, verdict) in considered() {
        let passed_over = index < last && verdict.kind == NodeKind::When;
        let names = |node: &Node| !passed_over || node.state == Truth::Yes;
        collect(verdict, &|node| node.decisive, &names, &mut elements);
    }
    let own = application.children.get(last).is_some_and(|verdict| !verdict.citations.is_empty());
    if elements.is_empty() && !own {
        for (_, verdict) in considered() {
            collect(verdict, &|node| node.decisive, &|_| true, &mut elements);
        }
    }
    elements
}

/// Collects the elements that are named, below nodes that are followed. That something does
/// not hold, and so does not stand in the way, is never named.
fn collect<'n>(
    node: &'n Node,
    follows: &dyn Fn(&Node) -> bool,
    names: &dyn Fn(&Node) -> bool,
    elements: &mut Vec<&'n Node>,
) {
    let structural = matches!(node.kind, NodeKind::Issue | NodeKind::Otherwise);
    let out_of_the_way = match node.kind {
        NodeKind::Exception => node.state == Truth::No,
        NodeKind::Not => node.state == Truth::Yes,
        _ => false,
    };
    if out_of_the_way || !(structural || follows(node)) {
        return;
    }
    let known = elements.iter().any(|known| known.id == node.id);
    if node.kind == NodeKind::Element && !known && names(node) {
        elements.push(node);
    }
    node.children.iter().for_each(|child| collect(child, follows, names, elements));
}

/// Adds a citation unless it is there already.
pub(crate) fn add(citations: &mut Vec<Citation>, citation: Citation) {
    if !citations.contains(&citation) {
        citations.push(citation);
    }
}

/// Adds those citations that are not there already.
pub(super) fn join(citations: &mut Vec<Citation>, more: &[Citation]) {
    for citation in more {
        if !citations.contains(citation) {
            citations.push(citation.clone());
        }
    }
}
