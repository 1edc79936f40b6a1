//! How the open answers share out over the verdicts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::each::Each;
use super::{Branching, Diagram, Forest, IMPOSSIBLE, Leaf, Ref, Var};

/// The share of all answers that leads to each verdict, every open value being as likely as
/// any other. The impossible is left out, so that shares may add up to less than one.
///
/// Only sums, products and quotients are used, so that every platform computes the same
/// numbers to the last bit.
pub type Shares = Vec<f64>;

/// How the answers share out over the verdicts, in all and for each value of each variable.
#[derive(Clone, Debug)]
pub struct Spread {
    /// The shares of all answers.
    pub all: Shares,
    /// For each variable that the function tests, the shares of the answers in which it has
    /// each of its values.
    pub by_value: Vec<(Var, Vec<Shares>)>,
}

impl Spread {
    /// Counts the function of `diagram` over `verdicts` verdicts.
    #[must_use]
    pub fn of(diagram: &Diagram, verdicts: usize) -> Self {
        let below = Below::of(diagram, verdicts);
        let above = above(diagram);
        let all: Shares = below.at(diagram.root).collect();
        let mut by_value: Vec<(Var, Vec<Shares>)> = Vec::new();
        for ((at, node), chance) in diagram.nodes.nodes().zip(above.iter()) {
            let weight = weight(node);
            let index = by_value.binary_search_by_key(&node.var, |(var, _)| *var);
            let index = index.unwrap_or_else(|index| {
                // Until a node says otherwise, answers share out alike for every value.
                let even: Shares = all.iter().map(|share| share / weight).collect();
                by_value.insert(index, (node.var, vec![even; node.kids.len()]));
                index
            });
            let Some((_, values)) = by_value.get_mut(index) else { continue };
            for (shares, kid) in values.iter_mut().zip(&node.kids) {
                let here = below.at(at);
                for ((share, part), even) in shares.iter_mut().zip(below.at(*kid)).zip(here) {
                    *share += chance * (part - even) / weight;
                }
            }
        }
        Self { all, by_value }
    }
}

fn weight(node: &Branching) -> f64 {
    node.kids.iter().fold(0.0, |sum, _| sum + 1.0)
}

/// The shares at every node, one after the other.
struct Below {
    shares: Shares,
    verdicts: usize,
}

impl Below {
    fn of(diagram: &Diagram, verdicts: usize) -> Self {
        let mut below =
            Self { shares: Vec::with_capacity(diagram.nodes.len() * verdicts), verdicts };
        for node in diagram.nodes.iter() {
            let weight = weight(node);
            let start = below.shares.len();
            below.shares.resize(start + verdicts, 0.0);
            let (done, here) = below.shares.split_at_mut(start);
            for kid in &node.kids {
                for (share, part) in here.iter_mut().zip(shares_at(done, *kid, verdicts)) {
                    *share += part / weight;
                }
            }
        }
        below
    }

    /// The shares at a leaf or a node.
    fn at(&self, at: Ref) -> impl Iterator<Item = f64> + '_ {
        shares_at(&self.shares, at, self.verdicts)
    }
}

/// The shares at a leaf or a node, among those of the nodes so far.
fn shares_at(shares: &[f64], at: Ref, verdicts: usize) -> impl Iterator<Item = f64> + '_ {
    let node = at.index().map(|index| shares_of_node(shares, index, verdicts));
    let leaf = at.as_leaf().map(usize::from);
    let node = node.unwrap_or_default();
    // Where there is a node it tells them all.
    let of_leaf = (node.len()..verdicts).map(move |at| if leaf == Some(at) { 1.0 } else { 0.0 });
    node.iter().copied().chain(of_leaf)
}

#[expect(clippy::expect_used, reason = "branches come before the nodes that lead to them")]
fn shares_of_node(shares: &[f64], index: usize, verdicts: usize) -> &[f64] {
    shares.get(index * verdicts..(index + 1) * verdicts).expect("a node has shares")
}

/// The chance that an answer passes through each node.
fn above(diagram: &Diagram) -> Each<f64> {
    let mut above = Each::all(0.0, diagram.nodes.len());
    if let Some(chance) = above.get_mut(diagram.root) {
        *chance = 1.0;
    }
    for (at, node) in diagram.nodes.nodes().rev() {
        let Some(chance) = above.get(at).map(|chance| chance / weight(node)) else { continue };
        for kid in &node.kids {
            if let Some(sum) = above.get_mut(*kid) {
                *sum += chance;
            }
        }
    }
    above
}

/// Whether two answers to `var` can lead to different verdicts, everything else being
/// equal.
#[must_use]
pub fn matters(forest: &Forest, root: Ref, var: Var) -> bool {
    let mut seen = FxHashSet::default();
    let mut stack = vec![root];
    while let Some(at) = stack.pop() {
        let Some(node) = forest.node(at) else { continue };
        if node.var > var || !seen.insert(at) {
            continue;
        }
        if node.var < var {
            stack.extend(&node.kids);
            continue;
        }
        let mut compared = FxHashMap::default();
        for (index, left) in node.kids.iter().enumerate() {
            for right in node.kids.iter().skip(index + 1) {
                if differ(forest, *left, *right, &mut compared) {
                    return true;
                }
            }
        }
    }
    false
}

/// Whether some answers lead to different verdicts, the impossible left out.
fn differ(
    forest: &Forest,
    left: Ref,
    right: Ref,
    compared: &mut FxHashMap<(Ref, Ref), bool>,
) -> bool {
    if left == right {
        return false;
    }
    let impossible = |leaf: Option<Leaf>| leaf == Some(IMPOSSIBLE);
    if impossible(left.as_leaf()) || impossible(right.as_leaf()) {
        return false;
    }
    let (var, arity) = match (forest.node(left), forest.node(right)) {
        (None, None) => return true,
        (Some(l), Some(r)) if l.var <= r.var => (l.var, l.kids.len()),
        (None | Some(_), Some(r)) => (r.var, r.kids.len()),
        (Some(l), None) => (l.var, l.kids.len()),
    };
    if let Some(known) = compared.get(&(left, right)) {
        return *known;
    }
    let result = (0..arity).any(|level| {
        let (l, r) = (forest.kid(left, var, level), forest.kid(right, var, level));
        differ(forest, l, r, compared)
    });
    compared.insert((left, right), result);
    result
}
