//! A diagram made to be walked with open variables as fast as with known ones.
//!
//! An open variable leads to all of its branches at once. So a state of the automaton is a set
//! of nodes, and each has one way more than its variable has values: the one on which the
//! variable is open. States are made when a row first comes to them, as automata of regular
//! expressions are; where they have become too many they are thrown away and made anew, so that
//! memory stays flat whatever the rows are.

use rustc_hash::FxHashMap;

use crate::diagram::{Diagram, Leaves, Ref, Var};
use crate::limits;

use super::levels::LevelBlock;

/// Marks a way that ends, in place of one that leads to a state.
const END: u32 = 1 << 31;

/// A way that no row took so far.
const UNMADE: u32 = u32::MAX;

/// What stands before the ways of a state: its variable, and the place of its nodes.
const HEAD: u32 = 2;

/// A diagram that is walked row by row. At each end stands what was made of the leaves that the
/// row can still come to.
#[derive(Clone, Debug)]
pub(super) struct Automaton<E> {
    diagram: Diagram,
    made_of: fn(&Leaves) -> E,
    /// The states in a row: of each its variable, the place of its nodes, and its ways.
    cells: Vec<u32>,
    /// The nodes of each state.
    nodes: Vec<Box<[Ref]>>,
    known: FxHashMap<Box<[Ref]>, u32>,
    ends: Vec<(Leaves, E)>,
    start: u32,
    /// How many cells there may be.
    most: usize,
}

impl<E: Copy> Automaton<E> {
    /// The automaton of a diagram, without a state yet.
    pub(super) fn new(diagram: Diagram, made_of: fn(&Leaves) -> E) -> Self {
        Self::within(diagram, made_of, limits::AUTOMATON_CELLS)
    }

    /// The same, with no more than so many cells.
    fn within(diagram: Diagram, made_of: fn(&Leaves) -> E, most: usize) -> Self {
        let (cells, nodes, known, ends) = Default::default();
        let mut automaton =
            Self { diagram, made_of, cells, nodes, known, ends, start: UNMADE, most };
        automaton.begin();
        automaton
    }

    /// What stands at the end of the way of a row.
    pub(super) fn end(&mut self, levels: &LevelBlock, lane: usize) -> Option<E> {
        let mut at = self.start;
        while at & END == 0 {
            let level = levels.level(self.cell(at), lane);
            let way = at.wrapping_add(HEAD).wrapping_add(u32::from(level));
            let mut next = self.cell(way);
            if next == UNMADE {
                if self.most < self.cells.len() {
                    self.begin();
                    at = self.start;
                    continue;
                }
                next = self.make(at, level);
                if let Some(cell) = self.cells.get_mut(index(way)) {
                    *cell = next;
                }
            }
            at = next;
        }
        self.ends.get(index(at & !END)).map(|(_, end)| *end)
    }

    fn cell(&self, at: u32) -> u32 {
        self.cells.get(index(at)).copied().unwrap_or(END)
    }

    /// Throws all states away but the first.
    fn begin(&mut self) {
        self.cells.clear();
        self.nodes.clear();
        self.known.clear();
        self.start = self.state(vec![self.diagram.root()]);
    }

    /// Where a level leads from a state; one beyond those of its variable is that it is open.
    fn make(&mut self, at: u32, level: u8) -> u32 {
        let place = self.cell(at.wrapping_add(1));
        let nodes = self.nodes.get(index(place)).cloned().unwrap_or_default();
        let var = self.cell(at);
        let mut next = Vec::with_capacity(nodes.len());
        for node in nodes {
            match self.diagram.node(node).filter(|one| u32::from(one.var) == var) {
                None => next.push(node),
                Some(one) => match one.kids.get(usize::from(level)) {
                    Some(kid) => next.push(*kid),
                    None => next.extend(&one.kids),
                },
            }
        }
        self.state(next)
    }

    /// The state of these nodes; an end, where all of them are leaves.
    fn state(&mut self, mut nodes: Vec<Ref>) -> u32 {
        nodes.sort_unstable();
        nodes.dedup();
        let tested = nodes.iter().filter_map(|node| self.diagram.node(*node));
        let Some(first) = tested.min_by_key(|node| node.var) else { return self.ending(&nodes) };
        let nodes = nodes.into_boxed_slice();
        if let Some(known) = self.known.get(&nodes) {
            return *known;
        }
        let (var, ways): (Var, usize) = (first.var, first.kids.len() + 1);
        let at = counted(self.cells.len());
        self.cells.extend([u32::from(var), counted(self.nodes.len())]);
        self.cells.resize(self.cells.len() + ways, UNMADE);
        self.nodes.push(nodes.clone());
        self.known.insert(nodes, at);
        at
    }

    fn ending(&mut self, nodes: &[Ref]) -> u32 {
        let mut leaves = Leaves::default();
        nodes.iter().filter_map(|node| node.as_leaf()).for_each(|leaf| leaves.insert(leaf));
        let known = self.ends.iter().position(|(known, _)| *known == leaves);
        let place = known.unwrap_or_else(|| {
            self.ends.push((leaves, (self.made_of)(&leaves)));
            self.ends.len() - 1
        });
        END | counted(place)
    }
}

/// A place as it is kept. There are never so many that it would not fit.
fn counted(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(END)
}

fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::{Assignment, Forest, Op};

    /// A condition that ties variables together over a distance, so that sets of nodes get large.
    fn entangled(pairs: Var) -> Diagram {
        let mut forest = Forest::default();
        let mut all = Ref::leaf(crate::diagram::NO);
        for var in 0..pairs {
            let one = forest.test(var, 3, |level| level == 1);
            let other = forest.test(var + pairs, 3, |level| level == 2);
            let both = forest.apply(Op::And, one, other);
            all = forest.apply(Op::Or, all, both);
        }
        forest.extract(all)
    }

    /// Source: `Diagram::reachable`, which goes through the nodes one by one.
    #[test]
    fn every_row_ends_where_the_diagram_does_however_few_cells_there_are() {
        let diagram = entangled(3);
        for most in [0, 40, usize::MAX] {
            let mut automaton = Automaton::within(diagram.clone(), |leaves| *leaves, most);
            for number in 0..4_u32.pow(6) {
                let mut levels = LevelBlock::new(&[3; 6]);
                let mut known = Assignment::default();
                for var in 0..6 {
                    let level = u8::try_from(number >> (2 * u32::from(var)) & 3).unwrap_or(3);
                    levels.set(var, 0, level);
                    known.set(var, Some(level).filter(|level| *level < 3));
                }
                assert_eq!(automaton.end(&levels, 0), Some(diagram.reachable(&known)));
            }
            assert!(most == usize::MAX || automaton.cells.len() <= most + 6);
        }
    }
}
