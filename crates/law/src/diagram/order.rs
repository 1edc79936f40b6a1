//! Finding an order of the variables in which diagrams are small.
//!
//! The size of a diagram depends on the order in which it tests its variables. Sifting moves
//! one variable after the other through all places and leaves it where the diagrams were
//! smallest, by swapping neighbours, which touches only their own nodes.
//!
//! R. Rudell, *Dynamic variable ordering for ordered binary decision diagrams*, 1993; here
//! with many-valued variables.

use rustc_hash::FxHashMap;

use super::each::Each;
use super::{Branching, Diagram, Kids, Ref, Var};

/// How often all variables are sifted at most.
const ROUNDS: usize = 4;

/// The order of `variables` variables, first tested first, in which all diagrams together
/// are as small as sifting makes them.
#[must_use]
pub fn sift(diagrams: &[Diagram], variables: usize) -> Vec<Var> {
    let mut sifting = Sifting::of(diagrams, variables);
    for _ in 0..ROUNDS {
        let before = sifting.size;
        let mut tested: Vec<Var> = sifting.order.clone();
        tested.retain(|var| sifting.nodes_of(*var) > 0);
        tested.sort_by_key(|var| (std::cmp::Reverse(sifting.nodes_of(*var)), *var));
        for var in tested {
            sifting.place(var);
        }
        if sifting.size == before {
            break;
        }
    }
    sifting.order
}

/// Diagrams whose nodes are shared, of which neighbouring variables can change places.
struct Sifting {
    nodes: Each<Branching>,
    /// How many branches and roots lead to each node.
    uses: Each<usize>,
    /// The nodes that are in use, by variable.
    levels: Vec<FxHashMap<Kids, Ref>>,
    order: Vec<Var>,
    /// The branches of all nodes in use.
    size: usize,
}

impl Sifting {
    fn of(diagrams: &[Diagram], variables: usize) -> Self {
        let order: Vec<Var> = (0..Var::MAX).take(variables).collect();
        let levels = vec![FxHashMap::default(); variables];
        let mut sifting =
            Self { nodes: Each::default(), uses: Each::default(), levels, order, size: 0 };
        for diagram in diagrams {
            let mut here: Each<Ref> = Each::with_capacity(diagram.nodes.len());
            let there = |here: &Each<Ref>, at: Ref| here.get(at).copied().unwrap_or(at);
            for node in diagram.nodes.iter() {
                let kids = node.kids.iter().map(|kid| there(&here, *kid)).collect();
                here.push(sifting.make(node.var, kids));
            }
            sifting.hold(there(&here, diagram.root));
        }
        sifting
    }

    fn node(&self, at: Ref) -> Option<&Branching> {
        self.nodes.get(at)
    }

    fn nodes_of(&self, var: Var) -> usize {
        self.levels.get(usize::from(var)).map_or(0, FxHashMap::len)
    }

    /// The node that branches on `var`, held by nobody yet if it is new.
    fn make(&mut self, var: Var, kids: Kids) -> Ref {
        if let Some(first) = kids.first().filter(|first| kids.iter().all(|kid| kid == *first)) {
            return *first;
        }
        let known = self.levels.get(usize::from(var)).and_then(|level| level.get(&kids));
        if let Some(known) = known {
            return *known;
        }
        let at = self.nodes.push(Branching { var, kids: Kids::new() });
        self.uses.push(0);
        self.settle(at, var, kids);
        at
    }

    /// Makes `at` the node of `var` with these branches.
    fn settle(&mut self, at: Ref, var: Var, kids: Kids) {
        kids.iter().for_each(|kid| self.hold(*kid));
        self.size += kids.len();
        if let Some(level) = self.levels.get_mut(usize::from(var)) {
            level.insert(kids.clone(), at);
        }
        if let Some(node) = self.nodes.get_mut(at) {
            *node = Branching { var, kids };
        }
    }

    /// Takes `at` out of its level, and gives its branches up.
    fn unsettle(&mut self, at: Ref) {
        let Some(Branching { var, kids }) = self.node(at).cloned() else { return };
        if let Some(level) = self.levels.get_mut(usize::from(var)) {
            level.remove(&kids);
        }
        self.size -= kids.len();
        kids.into_iter().for_each(|kid| self.release(kid));
    }

    fn hold(&mut self, at: Ref) {
        if let Some(uses) = self.uses.get_mut(at) {
            *uses += 1;
        }
    }

    fn release(&mut self, at: Ref) {
        let Some(uses) = self.uses.get_mut(at) else { return };
        *uses -= 1;
        if *uses == 0 {
            self.unsettle(at);
        }
    }

    /// Lets the variable at `place` and the next one change places.
    fn swap(&mut self, place: usize) {
        let (Some(upper), Some(lower)) =
            (self.order.get(place).copied(), self.order.get(place + 1).copied())
        else {
            return;
        };
        let mut above: Vec<Ref> =
            self.levels.get(usize::from(upper)).into_iter().flatten().map(|(_, at)| *at).collect();
        above.sort_unstable();
        for at in above {
            let Some(kids) = self.node(at).map(|node| node.kids.clone()) else { continue };
            let below = |kid: &Ref| self.node(*kid).filter(|node| node.var == lower);
            let Some(arity) = kids.iter().find_map(below).map(|node| node.kids.len()) else {
                continue;
            };
            let turned: Vec<Kids> = (0..arity)
                .map(|level| {
                    let kid = |kid: &Ref| match below(kid) {
                        Some(node) => node.kid(level),
                        None => *kid,
                    };
                    kids.iter().map(kid).collect()
                })
                .collect();
            let turned: Kids = turned.into_iter().map(|kids| self.make(upper, kids)).collect();
            // What is made anew is held before what it replaces is given up.
            turned.iter().for_each(|kid| self.hold(*kid));
            self.unsettle(at);
            self.settle(at, lower, turned.clone());
            turned.iter().for_each(|kid| self.release(*kid));
        }
        self.order.swap(place, place + 1);
    }

    /// Moves a variable to the place where the diagrams are smallest.
    fn place(&mut self, var: Var) {
        let Some(start) = self.order.iter().position(|known| *known == var) else { return };
        let last = self.order.len().saturating_sub(1);
        let (mut best, mut smallest) = (start, self.size);
        let mut place = start;
        // As long as a way does not make the diagrams far larger, it is gone to its end.
        while place < last && self.size <= 2 * smallest {
            self.swap(place);
            place += 1;
            if self.size < smallest {
                (best, smallest) = (place, self.size);
            }
        }
        while place > best.min(start) || (place > 0 && self.size <= 2 * smallest) {
            self.swap(place - 1);
            place -= 1;
            if self.size < smallest || (self.size == smallest && place == start) {
                (best, smallest) = (place, self.size);
            }
        }
        while place < best {
            self.swap(place);
            place += 1;
        }
    }
}
