//! The provisions behind an answer.

use chrono::NaiveDate as Date;

use crate::compile::{Compiled, CompiledIssue, ProvisionId};
use crate::diagram::Leaf;
use crate::truth::Truth;

use super::held::{Held, HeldAt, HeldTree};
use super::{Citation, Matter, NodeKind};

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

/// The provisions behind the verdict, each once: its own and those of the elements it rests on.
/// While the verdict is open, those of the elements that are open.
pub(super) fn behind(
    case: &Matter<'_>,
    issue: &CompiledIssue,
    application: &HeldTree<'_>,
    settled: Option<Leaf>,
    relied: &[HeldAt],
) -> Vec<ProvisionId> {
    let mut behind = Vec::new();
    let verdict = settled.map_or(&[][..], |leaf| &issue.verdict(leaf).cite);
    let elements = relied.iter().filter_map(|at| application.get(*at)).map(|node| node.cite);
    for cited in std::iter::once(verdict).chain(elements) {
        for id in cited {
            if !behind.contains(id) && case.rulebook.provisions[*id].in_force.holds_on(case.day) {
                behind.push(*id);
            }
        }
    }
    behind
}

/// Where the elements stand that the verdict rests on; while it is open, those that are open.
///
/// That a case is none of the grave ones it could have been is no reason that needs their
/// provisions. So of a verdict that would have been given if its condition held, only what
/// holds and keeps it away is named: a defence. Nothing is left to name where a case is
/// simply ordinary and the verdict says so with provisions of its own.
pub(super) fn relied_on(application: &HeldTree<'_>, settled: Option<Leaf>) -> Vec<HeldAt> {
    let mut elements = Vec::new();
    let Some(settled) = settled else {
        let open = |node: &Held<'_>| node.state == Truth::Unknown;
        collect(application, HeldTree::TOP, &open, &|_| true, &mut elements);
        return elements;
    };
    let decisive = |node: &Held<'_>| node.decisive;
    let last = usize::from(settled);
    let considered = || application.nodes_below(HeldTree::TOP).enumerate().take(last + 1);
    for (index, (at, verdict)) in considered() {
        let passed_over = index < last && verdict.kind == NodeKind::When;
        let names = |node: &Held<'_>| !passed_over || node.state == Truth::Yes;
        collect(application, at, &decisive, &names, &mut elements);
    }
    let own = considered().nth(last).is_some_and(|(_, (_, verdict))| !verdict.cite.is_empty());
    if elements.is_empty() && !own {
        for (_, (at, _)) in considered() {
            collect(application, at, &decisive, &|_| true, &mut elements);
        }
    }
    elements
}

/// Collects the elements that are named, below nodes that are followed. That something does
/// not hold, and so does not stand in the way, is never named.
fn collect(
    tree: &HeldTree<'_>,
    at: HeldAt,
    follows: &dyn Fn(&Held<'_>) -> bool,
    names: &dyn Fn(&Held<'_>) -> bool,
    elements: &mut Vec<HeldAt>,
) {
    let Some(node) = tree.get(at) else { return };
    let structural = matches!(node.kind, NodeKind::Issue | NodeKind::Otherwise);
    let out_of_the_way = match node.kind {
        NodeKind::Exception => node.state == Truth::No,
        NodeKind::Not => node.state == Truth::Yes,
        _ => false,
    };
    if out_of_the_way || !(structural || follows(node)) {
        return;
    }
    let is_it = |known: &Held<'_>| known.element == node.element;
    let known = || elements.iter().any(|known| tree.get(*known).is_some_and(is_it));
    if node.kind == NodeKind::Element && names(node) && !known() {
        elements.push(at);
    }
    tree.below(at).for_each(|child| collect(tree, child, follows, names, elements));
}

/// Adds a citation unless it is there already.
pub(crate) fn add(citations: &mut Vec<Citation>, citation: Citation) {
    if !citations.contains(&citation) {
        citations.push(citation);
    }
}
