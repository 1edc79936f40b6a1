//! The elements held against the facts, before they are told: nodes in the order of reading,
//! without a word of their own.

use std::ops::Range;

use crate::compile::{ElementId, ProvisionId};
use crate::truth::Truth;

use super::NodeKind;

/// A node of the application tree, with the names and the provisions of its rulebook.
#[derive(Clone, Debug)]
pub(super) struct Held<'a> {
    pub(super) kind: NodeKind,
    pub(super) id: Option<&'a str>,
    pub(super) state: Truth,
    pub(super) decisive: bool,
    pub(super) defeated: bool,
    /// The element that it stands for, if it stands for one.
    pub(super) element: Option<ElementId>,
    /// The provisions that the rulebook names, in force or not.
    pub(super) cite: &'a [ProvisionId],
    /// Where the nodes below it end.
    end: usize,
}

/// A tree of nodes. Each stands before those below it, and these before the next one beside it.
#[derive(Clone, Debug, Default)]
pub(super) struct HeldTree<'a> {
    nodes: Vec<Held<'a>>,
}

/// Where a node stands in its tree.
pub(super) type HeldAt = usize;

impl<'a> HeldTree<'a> {
    /// The node at the top.
    pub(super) const TOP: HeldAt = 0;

    /// Begins a node, below those begun and not ended.
    pub(super) fn begin(&mut self, kind: NodeKind, id: Option<&'a str>) -> HeldAt {
        let (state, end) = (Truth::Unknown, self.nodes.len() + 1);
        let (decisive, defeated, element) = (false, false, None);
        self.nodes.push(Held { kind, id, state, decisive, defeated, element, cite: &[], end });
        end - 1
    }

    /// Ends a node: all that was begun since stands below it.
    pub(super) fn end(&mut self, at: HeldAt, state: Truth) {
        let end = self.nodes.len();
        self.change(at, |node| (node.state, node.end) = (state, end));
    }

    /// Takes back a node and all that was begun since.
    pub(super) fn take_back(&mut self, at: HeldAt) {
        self.nodes.truncate(at);
    }

    /// Changes the node at a place.
    pub(super) fn change(&mut self, at: HeldAt, change: impl FnOnce(&mut Held<'a>)) {
        if let Some(node) = self.nodes.get_mut(at) {
            change(node);
        }
    }

    /// The node at a place.
    pub(super) fn get(&self, at: HeldAt) -> Option<&Held<'a>> {
        self.nodes.get(at)
    }

    /// The places right below a node, in order.
    pub(super) fn below(&self, at: HeldAt) -> impl Iterator<Item = HeldAt> {
        let Range { mut start, end } = at + 1..self.get(at).map_or(0, |node| node.end);
        std::iter::from_fn(move || {
            let here = start;
            start = self.get(here).filter(|_| here < end)?.end;
            Some(here)
        })
    }

    /// The nodes right below a node, with their places, in order.
    pub(super) fn nodes_below(&self, at: HeldAt) -> impl Iterator<Item = (HeldAt, &Held<'a>)> {
        self.below(at).filter_map(|at| Some((at, self.get(at)?)))
    }

    /// The place right below a node that follows another one, or the first.
    pub(super) fn next_below(&self, at: HeldAt, after: Option<HeldAt>) -> Option<HeldAt> {
        let end = self.get(at)?.end;
        let next = after.map_or(Some(at + 1), |after| self.get(after).map(|node| node.end))?;
        (next < end).then_some(next)
    }
}
