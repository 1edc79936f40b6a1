//! The search for the cheapest way to fix a verdict.

use std::rc::Rc;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::sorted::insert_once;

use super::each::Each;
use super::implicant::Price;
use super::nodes::{Made, Nodes};
use super::{Branching, Diagram, Full, IMPOSSIBLE, Kids, Leaf, Level, Options, Picks, Ref, Var};

/// More than anything costs.
const NEVER: Price = Price::MAX;

/// What the cheapest ways cost, and which they are.
#[derive(Clone, Debug)]
struct Best {
    price: Price,
    picks: Rc<Vec<Picks>>,
}

/// What may be done with a variable, priced.
#[derive(Clone, Debug)]
struct Priced {
    open: bool,
    levels: SmallVec<[(Level, Price); 4]>,
}

pub(super) struct Search<'a> {
    diagram: &'a Diagram,
    wanted: Leaf,
    /// How many ways are found at most.
    most: usize,
    /// What may be done with each variable that the diagram tests.
    priced: Vec<Option<Priced>>,
    /// For each node, no more than it costs to make it be wanted or impossible.
    weak: Each<Price>,
    /// For each node, no more than it costs to make it be wanted; what was learnt so far.
    least: Each<Price>,
    done: FxHashMap<Ref, Best>,
    /// What may be spent in all; no meet is made that costs more.
    bound: Price,
    /// The least that a meet would cost of those that were not made.
    passed_over: Price,
    /// The nodes made by meets. They are counted on from those of the diagram.
    more: Nodes,
    met: FxHashMap<(Ref, Ref), Ref>,
    /// How many of these there may be, and whether one found no room.
    room: usize,
    full: bool,
}

impl<'a> Search<'a> {
    /// A search for `wanted`, of at most so many ways, with room for so many meets.
    pub(super) fn new(
        diagram: &'a Diagram,
        wanted: Leaf,
        choices: &dyn Fn(Var) -> Options,
        (most, room): (usize, usize),
    ) -> Self {
        let mut search = Self {
            diagram,
            wanted,
            most,
            priced: Vec::new(),
            weak: Each::with_capacity(diagram.nodes.len()),
            least: Each::default(),
            done: FxHashMap::default(),
            bound: NEVER,
            passed_over: NEVER,
            more: Nodes::after(diagram.nodes.len()),
            met: FxHashMap::default(),
            room,
            full: false,
        };
        for node in diagram.nodes.iter() {
            search.price(node.var, choices);
            let weak = search.weak(node);
            search.weak.push(weak);
        }
        search.least.clone_from(&search.weak);
        search
    }

    /// The cheapest ways to make the diagram be wanted; none, if nothing leads there.
    ///
    /// # Errors
    ///
    /// [`Full`], if there was no room for the nodes of its meets.
    pub(super) fn cheapest(mut self) -> Result<Vec<Picks>, Full> {
        let mut bound = self.least(self.diagram.root);
        while bound < NEVER {
            self.begin(bound);
            let best = self.best(self.diagram.root, bound);
            // What found no room was taken for something that leads nowhere.
            if self.full {
                return Err(Full);
            }
            if let Some(best) = best {
                return Ok(Rc::unwrap_or_clone(best.picks));
            }
            bound = self.least(self.diagram.root).min(self.passed_over);
        }
        Ok(Vec::new())
    }

    /// Begins to look for what costs no more than `bound`. What was met under a lower one left
    /// out what may do now.
    fn begin(&mut self, bound: Price) {
        let drawn = self.diagram.nodes.len();
        self.weak.truncate(drawn);
        self.least.clone_from(&self.weak);
        self.done.clear();
        self.met.clear();
        self.more = Nodes::after(drawn);
        (self.bound, self.passed_over) = (bound, NEVER);
    }

    /// Prices what may be done with a variable, once.
    fn price(&mut self, var: Var, choices: &dyn Fn(Var) -> Options) {
        let index = usize::from(var);
        if self.priced.len() <= index {
            self.priced.resize(index + 1, None);
        }
        if let Some(slot @ None) = self.priced.get_mut(index) {
            let Options { open, levels } = choices(var);
            let levels = levels.into_iter().map(|(level, cost)| (level, cost.price())).collect();
            *slot = Some(Priced { open, levels });
        }
    }

    fn priced(&self, var: Var) -> Option<&Priced> {
        self.priced.get(usize::from(var))?.as_ref()
    }

    /// Whether a variable may stay open.
    fn may_stay_open(&self, var: Var) -> bool {
        self.priced(var).is_some_and(|priced| priced.open)
    }

    /// The value at a place among those that a variable may be given.
    fn value(&self, var: Var, place: usize) -> Option<(Level, Price)> {
        self.priced(var)?.levels.get(place).copied()
    }

    /// No more than it costs to make `at` be wanted or impossible.
    fn weak_at(&self, at: Ref) -> Price {
        match (at.as_leaf(), self.weak.get(at)) {
            (Some(leaf), _) if leaf == self.wanted || leaf == IMPOSSIBLE => 0,
            (_, Some(weak)) => *weak,
            _ => NEVER,
        }
    }

    /// No more than it costs to make all of them be wanted or impossible.
    fn weak_all(&self, members: &[Ref]) -> Price {
        members.iter().map(|at| self.weak_at(*at)).max().unwrap_or(NEVER)
    }

    /// The same of a node whose branches are known. A variable that stays open asks for all
    /// of its branches, and so for the dearest.
    fn weak(&self, node: &Branching) -> Price {
        let Some(Priced { open, levels }) = self.priced(node.var) else { return NEVER };
        let left_open = if *open { self.weak_all(&node.kids) } else { NEVER };
        let given = levels.iter().map(|(level, price)| {
            price.saturating_add(self.weak_at(node.kid(usize::from(*level))))
        });
        given.fold(left_open, Price::min)
    }

    /// No more than it costs to make `at` be wanted.
    fn least(&self, at: Ref) -> Price {
        match (at.as_leaf(), self.least.get(at)) {
            (Some(leaf), _) if leaf == self.wanted => 0,
            (_, Some(least)) => *least,
            _ => NEVER,
        }
    }

    fn learn(&mut self, at: Ref, price: Price) {
        if let Some(least) = self.least.get_mut(at) {
            *least = price;
        }
    }

    /// The cheapest ways to make `at` be wanted, if they cost no more than `bound`. If they
    /// cost more, `least` is raised above the bound.
    fn best(&mut self, at: Ref, bound: Price) -> Option<Best> {
        if self.least(at) > bound {
            return None;
        }
        if at.as_leaf().is_some() {
            return Some(Best { price: 0, picks: Rc::new(vec![Picks::new()]) });
        }
        if let Some(known) = self.done.get(&at) {
            return Some(known.clone());
        }
        let node = self.node(at)?.clone();
        let var = node.var;
        let mut best: Option<Best> = None;
        let mut beyond = NEVER;
        if self.may_stay_open(var) {
            let dearest = self.weak_all(&node.kids);
            if dearest > bound {
                beyond = dearest;
            } else if let Some(met) =
                node.kids.iter().copied().reduce(|one, other| self.meet(one, other))
            {
                best = self.best(met, bound);
                beyond = self.least(met);
            }
        }
        let mut place = 0;
        while let Some((level, price)) = self.value(var, place) {
            place += 1;
            let kid = node.kid(usize::from(level));
            let limit = best.as_ref().map_or(bound, |best| best.price);
            let rest = limit.checked_sub(price).and_then(|limit| self.best(kid, limit));
            let Some(mut found) = rest else {
                beyond = beyond.min(price.saturating_add(self.least(kid)));
                continue;
            };
            found.price = found.price.saturating_add(price);
            if price > 0 {
                let picks = Rc::make_mut(&mut found.picks);
                picks.iter_mut().for_each(|picks| picks.insert(0, (var, level)));
            }
            best = Some(match best {
                Some(best) => self.cheaper(best, found),
                None => found,
            });
        }
        match &best {
            Some(best) => {
                self.learn(at, best.price);
                self.done.insert(at, best.clone());
            }
            None => self.learn(at, beyond),
        }
        best
    }

    fn cheaper(&self, mut one: Best, other: Best) -> Best {
        if other.price < one.price {
            return other;
        }
        if other.price == one.price {
            let picks = Rc::make_mut(&mut one.picks);
            other.picks.iter().for_each(|more| insert_once(picks, more.clone()));
            picks.truncate(self.most);
        }
        one
    }

    /// Wanted where both are or where one is and the other is impossible; impossible where
    /// both are.
    fn meet(&mut self, one: Ref, other: Ref) -> Ref {
        let impossible = Ref::leaf(IMPOSSIBLE);
        if one == other || other == impossible {
            return one;
        }
        if one == impossible {
            return other;
        }
        // What costs too much does not become cheaper by a further demand.
        let weak = self.weak_at(one).max(self.weak_at(other));
        if weak > self.bound {
            return self.pass_over(weak);
        }
        let pair = (one.min(other), one.max(other));
        if let Some(met) = self.met.get(&pair) {
            return *met;
        }
        let var_of = |at: Ref| self.node(at).map(|node| (node.var, node.kids.len()));
        let (var, arity) = match (var_of(one), var_of(other)) {
            (Some(l), Some(r)) => l.min(r),
            (Some(only), None) | (None, Some(only)) => only,
            (None, None) => return one,
        };
        let mut kids = Kids::with_capacity(arity);
        for level in 0..arity {
            let (l, r) = (self.kid(one, var, level), self.kid(other, var, level));
            kids.push(self.meet(l, r));
        }
        let met = self.branch(Branching { var, kids });
        self.met.insert(pair, met);
        met
    }

    fn node(&self, at: Ref) -> Option<&Branching> {
        self.more.get(at).or_else(|| self.diagram.node(at))
    }

    /// Where value `level` of `var` leads from `at`, which tests `var` first or not at all.
    fn kid(&self, at: Ref, var: Var, level: usize) -> Ref {
        match self.node(at) {
            Some(node) if node.var == var => node.kid(level),
            _ => at,
        }
    }

    /// The node that branches so, or where all its branches lead.
    fn branch(&mut self, node: Branching) -> Ref {
        let first = node.kid(0);
        if node.kids.iter().all(|kid| *kid == first) {
            return first;
        }
        let weak = self.weak(&node);
        if weak > self.bound {
            return self.pass_over(weak);
        }
        match self.more.branch(node, self.room) {
            Ok(Made::Known(at)) => at,
            Ok(Made::New(at)) => {
                self.weak.push(weak);
                self.least.push(weak);
                at
            }
            Err(Full) => {
                self.full = true;
                self.nowhere()
            }
        }
    }

    /// Leaves out what costs more than may be spent.
    fn pass_over(&mut self, weak: Price) -> Ref {
        self.passed_over = self.passed_over.min(weak);
        self.nowhere()
    }

    /// A leaf that is not wanted.
    fn nowhere(&self) -> Ref {
        Ref::leaf(Leaf::from(self.wanted == 0))
    }
}
