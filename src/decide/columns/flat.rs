//! A diagram laid flat, walked by 64 rows at once.
//!
//! Of each node it is kept, as the bits of a word, which rows can come to it. A row whose value
//! is known goes on by one branch, one whose value is open by all of them. So what is left at the
//! leaves is exactly what each row can still come to, at the same cost whether its facts are
//! known or not.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diagram::{Diagram, Leaf, Level, Ref, Var};

use super::levels::{LANES, LevelBlock, bits};

/// Which rows of a block can have which value of which variable.
#[derive(Clone, Debug)]
pub(super) struct MayHave {
    /// Where the words of each variable begin: one for each value.
    begins: Vec<usize>,
    words: Vec<u64>,
}

impl MayHave {
    /// All rows can have all values; of each variable is told how many it has.
    pub(super) fn new(arities: &[Level]) -> Self {
        let mut begins = Vec::with_capacity(arities.len());
        let mut count = 0;
        for arity in arities {
            begins.push(count);
            count += usize::from(*arity);
        }
        Self { begins, words: vec![u64::MAX; count] }
    }

    /// Looks at the values of a variable anew.
    pub(super) fn look(&mut self, levels: &LevelBlock, var: Var, arity: Level) {
        let lanes = levels.of(var);
        let begin = self.begin(var);
        let words = self.words.get_mut(begin..begin + usize::from(arity)).unwrap_or_default();
        if let [no, yes] = words {
            // No, yes, open: 0, 1, 2.
            let (one, open) = (bits(lanes, 0), bits(lanes, 1));
            (*no, *yes) = (!one, one | open);
            return;
        }
        let open = rows_of(lanes, |level| level >= arity);
        for (word, value) in words.iter_mut().zip(0..) {
            *word = open | rows_of(lanes, |level| level == value);
        }
    }

    /// The rows that can have one of some values of a variable.
    pub(super) fn one_of(&self, var: Var, levels: &[Level]) -> u64 {
        let words = self.words.get(self.begin(var)..).unwrap_or_default();
        let words = levels.iter().filter_map(|level| words.get(usize::from(*level)));
        words.fold(0, |rows, word| rows | word)
    }

    fn begin(&self, var: Var) -> usize {
        self.begins.get(usize::from(var)).copied().unwrap_or(usize::MAX)
    }
}

/// The rows of a block whose value is like this.
fn rows_of(lanes: &[Level; LANES], is: impl Fn(Level) -> bool) -> u64 {
    bits(&lanes.map(|level| u8::from(is(level))), 0)
}

/// A node: where the words of its variable begin, and where each of its values leads.
#[derive(Clone, Debug)]
struct FlatNode {
    words: usize,
    kids: Vec<usize>,
}

/// A diagram laid flat: nodes come before those to which they lead, and the leaves last.
#[derive(Clone, Debug)]
pub(super) struct FlatDiagram {
    nodes: Vec<FlatNode>,
    leaves: Vec<Leaf>,
    /// Which rows can come to each node and leaf.
    come: Vec<u64>,
}

impl FlatDiagram {
    /// Lays a diagram flat.
    pub(super) fn of(diagram: &Diagram, may_have: &MayHave) -> Self {
        let mut order: Vec<Ref> = Vec::with_capacity(diagram.size());
        let mut leaves: Vec<Leaf> = Vec::new();
        let mut seen: FxHashSet<Ref> = FxHashSet::default();
        let mut waiting = vec![diagram.root()];
        while let Some(at) = waiting.pop() {
            if !seen.insert(at) {
                continue;
            }
            match diagram.node(at) {
                Some(node) => {
                    order.push(at);
                    waiting.extend(&node.kids);
                }
                None => leaves.extend(at.as_leaf()),
            }
        }
        // Every node tests an earlier variable than those to which it leads.
        order.sort_by_key(|at| diagram.node(*at).map(|node| node.var));
        let all = order.iter().copied().chain(leaves.iter().map(|leaf| Ref::leaf(*leaf)));
        let places: FxHashMap<Ref, usize> = all.zip(0..).collect();
        let to = |kid: &Ref| places.get(kid).copied().unwrap_or(usize::MAX);
        let nodes = order.iter().filter_map(|at| diagram.node(*at)).map(|node| FlatNode {
            words: may_have.begin(node.var),
            kids: node.kids.iter().map(to).collect(),
        });
        let nodes: Vec<FlatNode> = nodes.collect();
        let come = vec![0; nodes.len() + leaves.len()];
        Self { nodes, leaves, come }
    }

    /// Lets those rows of a block walk that `among` names.
    pub(super) fn walk(&mut self, may_have: &MayHave, among: u64) -> &Self {
        let Self { nodes, come, .. } = self;
        come.fill(0);
        if let Some(first) = come.first_mut() {
            *first = among;
        }
        for (place, node) in nodes.iter().enumerate() {
            let here = come.get(place).copied().unwrap_or(0);
            let words = may_have.words.get(node.words..).unwrap_or_default();
            for (kid, may) in node.kids.iter().zip(words) {
                if let Some(there) = come.get_mut(*kid) {
                    *there |= here & may;
                }
            }
        }
        self
    }

    /// Which of the rows that walked last can come to which leaf.
    pub(super) fn ends(&self) -> impl Iterator<Item = (Leaf, u64)> + Clone {
        let ends = self.come.get(self.nodes.len()..).unwrap_or_default();
        self.leaves.iter().copied().zip(ends.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::{Assignment, Forest, Op};

    /// Source: `Diagram::reachable`, which goes through the nodes one by one.
    #[test]
    fn every_row_comes_to_the_leaves_to_which_the_diagram_leads() {
        let mut forest = Forest::default();
        let mut all = Ref::leaf(0);
        for var in 0..3 {
            let one = forest.test(var, 3, |level| level == 1);
            let other = forest.test(var + 3, 2, |level| level == 1);
            let both = forest.apply(Op::And, one, other);
            all = forest.apply(Op::Pick(u8::try_from(var + 1).unwrap_or(0)), both, all);
        }
        let diagram = forest.extract(all);
        let arities = [3, 3, 3, 2, 2, 2];
        let mut may_have = MayHave::new(&arities);
        let mut flat = FlatDiagram::of(&diagram, &may_have);
        let mut levels = LevelBlock::new(&arities);
        let mut seed: u64 = 3;
        for _ in 0..40 {
            let mut known = vec![Assignment::default(); LANES];
            for (var, arity) in (0..).zip(arities) {
                for (lane, known) in known.iter_mut().enumerate() {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    let level = u8::try_from((seed >> 40) % (u64::from(arity) + 1)).unwrap_or(0);
                    levels.set(var, lane, level);
                    known.set(var, Some(level).filter(|level| *level < arity));
                }
                may_have.look(&levels, var, arity);
            }
            let found: Vec<(Leaf, u64)> = flat.walk(&may_have, u64::MAX >> 1).ends().collect();
            for (lane, known) in known.iter().enumerate() {
                let reachable = diagram.reachable(known);
                for (leaf, rows) in &found {
                    let expected = lane < LANES - 1 && reachable.contains(*leaf);
                    assert_eq!(rows >> lane & 1 == 1, expected, "{leaf}, {lane}");
                }
            }
        }
    }

    #[test]
    fn a_diagram_that_is_a_leaf_is_one_for_all_rows() {
        let may_have = MayHave::new(&[]);
        let diagram = Forest::default().extract(Ref::leaf(2));
        let mut flat = FlatDiagram::of(&diagram, &may_have);
        assert_eq!(flat.walk(&may_have, 5).ends().collect::<Vec<_>>(), [(2, 5)]);
    }
}
