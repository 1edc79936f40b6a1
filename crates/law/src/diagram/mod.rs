//! Reduced ordered decision diagrams, with many-valued variables and verdicts as leaves.
//!
//! A rule about facts is a function from complete sets of answers to verdicts. Its diagram
//! is the canonical form of that function: two rules that always agree have the same
//! diagram. From it the engine reads exactly which verdicts are still reachable, which
//! answers fix a verdict, which change leads to another one, and which questions matter.
//!
//! A leaf is either a verdict (a small number) or [`IMPOSSIBLE`], for answers that the
//! rulebook's constraints exclude.

mod count;
mod cover;
mod each;
mod forest;
mod implicant;
mod nodes;
mod open;
mod order;
mod packed;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use each::{Each, Marks};

pub use count::{Shares, Spread, matters};
pub use cover::{Cover, Pattern, Scale, cover};
pub use forest::{Forest, Op};
pub use implicant::{Cost, Options, Picks, PricedOptions, cheapest};
pub use order::sift;

/// A variable, in the order in which diagrams test them.
pub type Var = u16;

/// A value of a variable, counted from 0.
pub type Level = u8;

/// The leaf of answers that the rulebook's constraints exclude.
pub const IMPOSSIBLE: Leaf = Leaf::MAX;

/// The leaf of a condition that does not hold.
pub const NO: Leaf = 0;

/// The leaf of a condition that holds.
pub const YES: Leaf = 1;

/// What stands at the end of a path: the number of a verdict, or [`IMPOSSIBLE`].
pub type Leaf = u8;

/// A leaf or a node of a diagram.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Ref(u32);

impl Ref {
    const LEAVES: u32 = Leaf::MAX as u32 + 1;

    /// The leaf `leaf`.
    #[must_use]
    pub fn leaf(leaf: Leaf) -> Self {
        Self(u32::from(leaf))
    }

    /// The leaf that this is, unless it is a node.
    #[must_use]
    pub fn as_leaf(self) -> Option<Leaf> {
        Leaf::try_from(self.0).ok()
    }

    fn node(index: usize) -> Option<Self> {
        u32::try_from(index).ok()?.checked_add(Self::LEAVES).map(Self)
    }

    fn index(self) -> Option<usize> {
        usize::try_from(self.0.checked_sub(Self::LEAVES)?).ok()
    }
}

/// That there was no room for all the nodes that were needed, so that nothing is told.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Full;

impl std::fmt::Display for Full {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("more nodes are needed than there is room for")
    }
}

impl std::error::Error for Full {}

/// A node: it tests a variable and has one branch per value.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub struct Branching {
    /// The variable tested.
    pub var: Var,
    /// Where each of its values leads.
    pub kids: Kids,
}

impl Branching {
    /// Where value `level` leads.
    #[expect(clippy::expect_used, reason = "a node has a branch for each value of its variable")]
    fn kid(&self, level: usize) -> Ref {
        *self.kids.get(level).expect("a value has a branch")
    }
}

/// Where the values of a variable lead.
pub type Kids = SmallVec<[Ref; 4]>;

/// A function from answers to verdicts. Branches come before the nodes that lead to them.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Diagram {
    nodes: Each<Branching>,
    root: Ref,
}

/// The values of some variables; the others are open.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Assignment(Vec<Option<Level>>);

impl Assignment {
    /// The value of `var`, if it has one.
    #[must_use]
    pub fn get(&self, var: Var) -> Option<Level> {
        self.0.get(usize::from(var)).copied().flatten()
    }

    /// Gives `var` a value, or takes it away.
    pub fn set(&mut self, var: Var, level: Option<Level>) {
        let index = usize::from(var);
        if self.0.len() <= index {
            self.0.resize(index + 1, None);
        }
        if let Some(slot) = self.0.get_mut(index) {
            *slot = level;
        }
    }

    /// The variables that have a value, with it, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Var, Level)> + '_ {
        (0..).zip(&self.0).filter_map(|(var, level)| level.map(|level| (var, level)))
    }
}

/// The value of each variable, from the first on.
impl FromIterator<Option<Level>> for Assignment {
    fn from_iter<I: IntoIterator<Item = Option<Level>>>(levels: I) -> Self {
        Self(levels.into_iter().collect())
    }
}

/// A set of leaves, or of values.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Leaves([u64; 4]);

impl Leaves {
    /// The set of `leaf` alone.
    #[must_use]
    pub fn one(leaf: Leaf) -> Self {
        let mut leaves = Self::default();
        leaves.insert(leaf);
        leaves
    }

    /// Makes `leaf` a member.
    pub fn insert(&mut self, leaf: Leaf) {
        if let Some(word) = self.0.get_mut(usize::from(leaf / 64)) {
            *word |= 1 << (leaf % 64);
        }
    }

    /// Whether `leaf` is a member.
    #[must_use]
    pub fn contains(&self, leaf: Leaf) -> bool {
        self.0.get(usize::from(leaf / 64)).is_some_and(|word| word >> (leaf % 64) & 1 == 1)
    }

    /// Makes everything in `other` a member.
    pub fn join(&mut self, other: Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    /// The verdicts among the leaves, in order; [`IMPOSSIBLE`] is none.
    pub fn verdicts(&self) -> impl Iterator<Item = Leaf> + '_ {
        let words = self.0.iter().zip([0, 64, 128, 192]);
        let leaves = words.flat_map(|(word, base)| ones(*word).map(move |bit| base + bit));
        leaves.filter(|leaf| *leaf != IMPOSSIBLE)
    }

    /// The verdict, if there is exactly one.
    #[must_use]
    pub fn only(&self) -> Option<Leaf> {
        let mut verdicts = self.verdicts();
        let first = verdicts.next()?;
        verdicts.next().is_none().then_some(first)
    }
}

/// The places of the ones in a word, in order.
fn ones(mut word: u64) -> impl Iterator<Item = u8> {
    std::iter::from_fn(move || {
        let place = u8::try_from(word.trailing_zeros()).ok().filter(|_| word != 0)?;
        word &= word - 1;
        Some(place)
    })
}

impl Diagram {
    /// The diagram's root.
    #[must_use]
    pub fn root(&self) -> Ref {
        self.root
    }

    /// The node at `at`, unless that is a leaf.
    #[must_use]
    pub fn node(&self, at: Ref) -> Option<&Branching> {
        self.nodes.get(at)
    }

    /// How many nodes the diagram has, leaves not counted.
    #[must_use]
    pub fn size(&self) -> usize {
        self.nodes.len()
    }

    /// Whether it is a diagram: every branch ends in a leaf or in a node that comes before,
    /// which tests a later variable, and a node has a branch for each value that `arity` tells
    /// of its variable.
    pub(crate) fn is_sound(&self, arity: &dyn Fn(Var) -> Option<Level>) -> bool {
        let leads = |at: Ref, place: usize, above: Option<Var>| match at.index() {
            None => true,
            Some(index) => {
                let below = if index < place { self.nodes.get(at) } else { None };
                below.is_some_and(|below| above.is_none_or(|above| above < below.var))
            }
        };
        let mut nodes = self.nodes.iter().enumerate();
        leads(self.root, self.nodes.len(), None)
            && nodes.all(|(place, node)| {
                arity(node.var).map(usize::from) == Some(node.kids.len())
                    && node.kids.iter().all(|kid| leads(*kid, place, Some(node.var)))
            })
    }

    /// The leaves that it ends in.
    pub(crate) fn leaves(&self) -> impl Iterator<Item = Leaf> {
        let kids = self.nodes.iter().flat_map(|node| &node.kids);
        kids.chain([&self.root]).filter_map(|at| at.as_leaf())
    }

    /// The variables on which the function depends, in order.
    #[must_use]
    pub fn support(&self) -> Vec<Var> {
        let mut tested = Vec::new();
        for node in self.nodes.iter() {
            let index = usize::from(node.var);
            if tested.len() <= index {
                tested.resize(index + 1, false);
            }
            if let Some(tested) = tested.get_mut(index) {
                *tested = true;
            }
        }
        (0..).zip(tested).filter(|(_, tested)| *tested).map(|(var, _)| var).collect()
    }

    /// The leaves that some way of giving the open variables values leads to.
    #[must_use]
    pub fn reachable(&self, known: &Assignment) -> Leaves {
        let mut leaves = Leaves::default();
        self.go_down(known, |leaf| {
            leaves.insert(leaf);
            false
        });
        leaves
    }

    /// Whether some way of giving the open variables values leads to a leaf.
    #[must_use]
    pub fn can_reach(&self, known: &Assignment, leaf: Leaf) -> bool {
        let mut reached = false;
        self.go_down(known, |found| {
            reached |= found == leaf;
            reached
        });
        reached
    }

    /// The verdict that every way of giving the open variables values leads to, if there is one.
    #[must_use]
    pub fn settled(&self, known: &Assignment) -> Option<Leaf> {
        let mut settled: Option<Leaf> = None;
        let mut several = false;
        self.go_down(known, |leaf| {
            if leaf != IMPOSSIBLE {
                several = settled.replace(leaf).is_some_and(|before| before != leaf);
            }
            several
        });
        settled.filter(|_| !several)
    }

    /// Tells the leaves that the open variables lead to, each at least once, until it is enough.
    fn go_down(&self, known: &Assignment, mut enough: impl FnMut(Leaf) -> bool) {
        let mut seen = Marks::none(self.nodes.len());
        let mut stack = vec![self.root];
        while let Some(at) = stack.pop() {
            let Some(node) = self.node(at) else {
                if at.as_leaf().is_some_and(&mut enough) {
                    return;
                }
                continue;
            };
            if seen.mark(at) {
                continue;
            }
            match known.get(node.var) {
                Some(level) => stack.push(node.kid(usize::from(level))),
                None => stack.extend_from_slice(&node.kids),
            }
        }
    }
}

/// Renames the leaves of a function of verdicts for the condition that the verdict is
/// `wanted`. What is impossible stays so.
pub fn is_leaf(wanted: Leaf) -> impl Fn(Leaf) -> Leaf {
    move |leaf| match leaf {
        IMPOSSIBLE => IMPOSSIBLE,
        leaf => Leaf::from(leaf == wanted),
    }
}
