//! Building diagrams: nodes are shared, and every function has one root.

use rustc_hash::FxHashMap;

use crate::limits;

use super::each::Each;
use super::nodes::{Made, Nodes};
use super::{
    Assignment, Branching, Diagram, Full, IMPOSSIBLE, Kids, Leaf, Leaves, Level, NO, Ref, Var, YES,
};

/// A store of nodes in which equal functions are the same node.
#[derive(Clone, Debug, Default)]
pub struct Forest {
    nodes: Nodes,
    done: FxHashMap<(Op, Ref, Ref), Ref>,
    full: bool,
}

/// What to do with the leaves of two functions.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Op {
    /// Both conditions hold.
    And,
    /// At least one condition holds.
    Or,
    /// The verdict where the first, a condition, holds; the second elsewhere.
    Pick(Leaf),
    /// The second where the first, a condition, holds; [`IMPOSSIBLE`] elsewhere.
    Where,
    /// Yes where both are yes, no where either is no. What is impossible for one is left
    /// to the other.
    Meet,
    /// Both verdicts side by side, as the first times this number plus the second;
    /// impossible where either is.
    Beside(Leaf),
}

impl Op {
    /// The result, where the first operand or both decide it.
    fn decided(self, left: Ref, right: Ref) -> Option<Ref> {
        let (no, yes, impossible) = (Ref::leaf(NO), Ref::leaf(YES), Ref::leaf(IMPOSSIBLE));
        match self {
            Self::And | Self::Meet if left == no || right == no => Some(no),
            Self::And if left == yes || left == right => Some(right),
            Self::And if right == yes => Some(left),
            Self::Or if left == yes || right == yes => Some(yes),
            Self::Or if left == no || left == right => Some(right),
            Self::Or if right == no => Some(left),
            Self::Pick(leaf) if left == yes => Some(Ref::leaf(leaf)),
            Self::Pick(_) if left == no => Some(right),
            Self::Where if left == yes => Some(right),
            Self::Where if left == no => Some(impossible),
            Self::Meet if left == impossible || left == right => Some(right),
            Self::Meet if right == impossible => Some(left),
            Self::Beside(_) if left == impossible || right == impossible => Some(impossible),
            Self::Beside(verdicts) => {
                let (one, other) = (left.as_leaf()?, right.as_leaf()?);
                Some(Ref::leaf(one.checked_mul(verdicts)?.checked_add(other)?))
            }
            _ => None,
        }
    }
}

impl Forest {
    /// The node at `at`, unless that is a leaf.
    #[must_use]
    pub fn node(&self, at: Ref) -> Option<&Branching> {
        self.nodes.get(at)
    }

    /// How many nodes the forest has.
    #[must_use]
    pub fn size(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there was no room for some node, so that nothing drawn since can be relied on.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// Says that there is no room left, and that nothing drawn can be relied on.
    pub(crate) fn fill(&mut self) {
        self.full = true;
    }

    /// The function that branches on `var`, or simply continues where no branch differs.
    pub fn branch(&mut self, var: Var, kids: Kids) -> Ref {
        match self.nodes.branch(Branching { var, kids }, limits::FOREST_NODES) {
            Ok(Made::Known(at) | Made::New(at)) => at,
            Err(Full) => {
                self.full = true;
                Ref::leaf(IMPOSSIBLE)
            }
        }
    }

    /// The condition that `var`, which has `arity` values, has one for which `holds`.
    pub fn test(&mut self, var: Var, arity: Level, holds: impl Fn(Level) -> bool) -> Ref {
        let kids = (0..arity).map(|level| Ref::leaf(Leaf::from(holds(level)))).collect();
        self.branch(var, kids)
    }

    /// The function whose leaves are `op` of those of `left` and `right`.
    pub fn apply(&mut self, op: Op, left: Ref, right: Ref) -> Ref {
        if let Some(result) = op.decided(left, right) {
            return result;
        }
        if let Some(result) = self.done.get(&(op, left, right)) {
            return *result;
        }
        if limits::FOREST_RESULTS <= self.done.len() {
            self.fill();
            return Ref::leaf(IMPOSSIBLE);
        }
        let (var, arity) = match (self.node(left), self.node(right)) {
            (Some(l), Some(r)) if l.var <= r.var => (l.var, l.kids.len()),
            (None | Some(_), Some(r)) => (r.var, r.kids.len()),
            (Some(l), None) => (l.var, l.kids.len()),
            (None, None) => return Ref::leaf(IMPOSSIBLE),
        };
        let mut kids = Kids::with_capacity(arity);
        for level in 0..arity {
            let (l, r) = (self.kid(left, var, level), self.kid(right, var, level));
            kids.push(self.apply(op, l, r));
        }
        let result = self.branch(var, kids);
        self.done.insert((op, left, right), result);
        result
    }

    /// The condition that holds where `at` does not.
    pub fn negate(&mut self, at: Ref) -> Ref {
        self.relabel(at, &|leaf| Leaf::from(leaf == NO))
    }

    /// The function with every leaf renamed.
    pub fn relabel(&mut self, at: Ref, rename: &dyn Fn(Leaf) -> Leaf) -> Ref {
        let mut done = FxHashMap::default();
        self.rebuild(at, rename, &mut done)
    }

    fn rebuild(
        &mut self,
        at: Ref,
        rename: &dyn Fn(Leaf) -> Leaf,
        done: &mut FxHashMap<Ref, Ref>,
    ) -> Ref {
        if let Some(leaf) = at.as_leaf() {
            return Ref::leaf(rename(leaf));
        }
        if let Some(result) = done.get(&at) {
            return *result;
        }
        let Some(Branching { var, kids }) = self.node(at).cloned() else {
            return at;
        };
        let kids = kids.into_iter().map(|kid| self.rebuild(kid, rename, done)).collect();
        let result = self.branch(var, kids);
        done.insert(at, result);
        result
    }

    /// Takes a diagram in, with every leaf renamed and the known variables given their
    /// values.
    pub fn adopt(
        &mut self,
        diagram: &Diagram,
        known: &Assignment,
        rename: impl Fn(Leaf) -> Leaf,
    ) -> Ref {
        let mut here: Each<Ref> = Each::with_capacity(diagram.nodes.len());
        let find = |here: &Each<Ref>, at: Ref| match at.as_leaf() {
            Some(leaf) => Ref::leaf(rename(leaf)),
            None => here.get(at).copied().unwrap_or(at),
        };
        for node in diagram.nodes.iter() {
            let made = match known.get(node.var) {
                Some(level) => find(&here, node.kid(usize::from(level))),
                None => {
                    let kids = node.kids.iter().map(|kid| find(&here, *kid)).collect();
                    self.branch(node.var, kids)
                }
            };
            here.push(made);
        }
        find(&here, diagram.root)
    }

    /// The leaves that the function has.
    #[must_use]
    pub fn leaves(&self, root: Ref) -> Leaves {
        self.extract(root).reachable(&Assignment::default())
    }

    /// The function alone, as a diagram of its own.
    #[must_use]
    pub fn extract(&self, root: Ref) -> Diagram {
        let mut diagram = Diagram { nodes: Each::default(), root };
        let mut moved = FxHashMap::default();
        diagram.root = self.copy_into(root, &mut diagram.nodes, &mut moved);
        diagram
    }

    fn copy_into(
        &self,
        at: Ref,
        nodes: &mut Each<Branching>,
        moved: &mut FxHashMap<Ref, Ref>,
    ) -> Ref {
        if let Some(there) = moved.get(&at) {
            return *there;
        }
        let Some(node) = self.node(at) else {
            return at;
        };
        let kids = node.kids.iter().map(|kid| self.copy_into(*kid, nodes, moved)).collect();
        let there = nodes.push(Branching { var: node.var, kids });
        moved.insert(at, there);
        there
    }

    /// Where value `level` of `var` leads from `at`, which tests `var` first or not at all.
    pub(super) fn kid(&self, at: Ref, var: Var, level: usize) -> Ref {
        match self.node(at) {
            Some(node) if node.var == var => node.kid(level),
            _ => at,
        }
    }
}
