//! One value for each node. What a reference leads to is there, or it is a leaf.

use serde::{Deserialize, Serialize};

use super::Ref;

/// One value for each node, in the order of the nodes.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(transparent)]
pub(super) struct Each<T>(Vec<T>);

impl<T> Default for Each<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Each<T> {
    /// None yet, with room for as many as there are nodes.
    pub(super) fn with_capacity(nodes: usize) -> Self {
        Self(Vec::with_capacity(nodes))
    }

    /// The same value for so many nodes.
    pub(super) fn all(value: T, nodes: usize) -> Self
    where
        T: Clone,
    {
        Self(vec![value; nodes])
    }

    /// Adds the value of the next node, and tells where that stands.
    #[expect(clippy::expect_used, reason = "so many nodes have no room in any memory")]
    pub(super) fn push(&mut self, value: T) -> Ref {
        let at = Ref::node(self.0.len()).expect("a reference counts all nodes that there can be");
        self.0.push(value);
        at
    }

    /// How many nodes have a value.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The values, in the order of the nodes.
    pub(super) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The node or leaf of each value, with it.
    pub(super) fn nodes(&self) -> impl DoubleEndedIterator<Item = (Ref, &T)> {
        self.0.iter().enumerate().filter_map(|(index, value)| Some((Ref::node(index)?, value)))
    }

    /// The value of the node at `at`, unless that is a leaf.
    #[expect(
        clippy::expect_used,
        reason = "a reference comes from the diagram itself, or each was looked up by `is_sound`"
    )]
    pub(super) fn get(&self, at: Ref) -> Option<&T> {
        Some(self.0.get(at.index()?).expect("a node has a value"))
    }

    /// The value of the node at `at`, to be changed, unless that is a leaf.
    #[expect(
        clippy::expect_used,
        reason = "a reference comes from the diagram itself, or each was looked up by `is_sound`"
    )]
    pub(super) fn get_mut(&mut self, at: Ref) -> Option<&mut T> {
        Some(self.0.get_mut(at.index()?).expect("a node has a value"))
    }
}

/// Which nodes are marked.
pub(super) struct Marks(Vec<u64>);

impl Marks {
    /// None of so many nodes.
    pub(super) fn none(nodes: usize) -> Self {
        Self(vec![0; nodes.div_ceil(64)])
    }

    /// Whether the node at `at` is marked; not, of a leaf.
    pub(super) fn has(&self, at: Ref) -> bool {
        let word = |index: usize| self.0.get(index / 64).map(|word| word >> (index % 64) & 1 == 1);
        at.index().and_then(word) == Some(true)
    }

    /// Marks the node at `at`, unless that is a leaf, and tells whether it was marked before.
    pub(super) fn mark(&mut self, at: Ref) -> bool {
        let marked = self.has(at);
        if let Some(index) = at.index()
            && let Some(word) = self.0.get_mut(index / 64)
        {
            *word |= 1 << (index % 64);
        }
        marked
    }
}
