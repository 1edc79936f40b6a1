//! How the open answers share out over the verdicts.

use rustc_hash::{FxHashMap, FxHashSet};

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
        for ((place, node), chance) in diagram.nodes.iter().enumerate().zip(&above) {
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
                let here = below.of_node(place);
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
        for node in &diagram.nodes {
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

    fn of_node(&self, index: usize) -> &[f64] {
        let start = index * self.verdicts;
        self.shares.get(start..start + self.verdicts).unwrap_or_default()
    }
}

/// The shares at a leaf or a node, among those of the nodes so far.
fn shares_at(shares: &[f64], at: Ref, verdicts: usize) -> impl Iterator<Item = f64> + '_ {
    let start = at.index().map(|index| index * verdicts);
    let leaf = at.as_leaf().map(usize::from);
    (0..verdicts).map(move |verdict| match start {
        Some(start) => shares.get(start + verdict).copied().unwrap_or_default(),
        None if leaf == Some(verdict) => 1.0,
        None => 0.0,
    })
}

/// The chance that an answer passes through each node.
fn above(diagram: &Diagram) -> Vec<f64> {
    let mut above = vec![0.0; diagram.nodes.len()];
    let root = diagram.root.index();
    if let Some(chance) = root.and_then(|index| above.get_mut(index)) {
        *chance = 1.0;
    }
    for (index, node) in diagram.nodes.iter().enumerate().rev() {
        let chance = above.get(index).copied().unwrap_or_default() / weight(node);
        for kid in &node.kids {
            if let Some(sum) = kid.index().and_then(|index| above.get_mut(index)) {
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
