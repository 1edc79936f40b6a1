//! The cheapest way to fix a verdict.

use std::iter::Sum;
use std::ops::Add;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::limits;
use crate::sorted::insert_once;

use super::each::Each;
use super::nodes::{Made, Nodes};
use super::{Branching, Diagram, Full, IMPOSSIBLE, Kids, Leaf, Level, Ref, Var};

/// What a way of fixing a verdict costs. Compared field by field, in this order.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Cost {
    /// Values that nobody can bring about.
    pub beyond_reach: u16,
    /// Values in all.
    pub values: u16,
}

impl Cost {
    /// The cost as one number, in the same order. Far fewer values are given than would
    /// carry over.
    fn price(self) -> Price {
        Price::from(self.beyond_reach) << 16 | Price::from(self.values)
    }
}

/// What both cost together.
impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            beyond_reach: self.beyond_reach.saturating_add(other.beyond_reach),
            values: self.values.saturating_add(other.values),
        }
    }
}

impl Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::default(), Add::add)
    }
}

/// What may be done with a variable.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Whether it may stay open.
    pub open: bool,
    /// The values that it may be given, with what each costs.
    pub levels: Vec<(Level, Cost)>,
}

/// The values given, of variables in order. Values that cost nothing are left out.
pub type Picks = Vec<(Var, Level)>;

/// A [`Cost`] as one number.
type Price = u32;

/// More than anything costs.
const NEVER: Price = Price::MAX;

/// What may be done with each variable that a diagram tests, priced once for all searches in it.
#[derive(Clone, Debug)]
pub struct PricedOptions {
    tested: Vec<Option<Priced>>,
    /// What may be done with a variable that is not tested.
    nothing: Priced,
}

impl PricedOptions {
    /// What `choices` allows of the variables of a diagram.
    #[must_use]
    pub fn of(diagram: &Diagram, choices: &dyn Fn(Var) -> Options) -> Self {
        let mut tested: Vec<Option<Priced>> = Vec::new();
        for node in diagram.nodes.iter() {
            let index = usize::from(node.var);
            if tested.len() <= index {
                tested.resize(index + 1, None);
            }
            if let Some(slot @ None) = tested.get_mut(index) {
                let Options { open, levels } = choices(node.var);
                let levels = levels.into_iter().map(|(level, cost)| (level, cost.price()));
                *slot = Some(Priced { open, levels: levels.collect() });
            }
        }
        Self { tested, nothing: Priced::default() }
    }

    /// What may be done with a variable.
    fn with(&self, var: Var) -> &Priced {
        let tested = self.tested.get(usize::from(var)).and_then(Option::as_ref);
        tested.unwrap_or(&self.nothing)
    }
}

/// What may be done with a variable, priced.
#[derive(Clone, Debug, Default)]
struct Priced {
    open: bool,
    levels: Vec<(Level, Price)>,
}

/// Finds the cheapest values that make the function of `diagram` be `wanted` whatever the
/// variables left open turn out to be, within what is possible. Of several equally cheap
/// ones at most `most` are returned, the first in order; none, if nothing allowed leads there.
///
/// What it finds is exact, or it says that it ran out of room. A variable that stays open is taken out by the meet of its branches, so
/// that a reason which does not mention the variable is found although every path of the
/// diagram tests it.
///
/// The search deepens: it looks for what costs no more than a bound, and raises the bound to
/// the least that could do. Branches that cannot do with what is left are passed over, and
/// their meets are never made. It looks for prices alone; the values are read off afterwards,
/// along the ways that cost no more than the cheapest.
///
/// # Errors
///
/// [`Full`], if the search made more than [`limits::SEARCH_NODES`] nodes. Nothing is told then:
/// what was found so far need not be the cheapest, nor all there is.
pub fn cheapest(
    diagram: &Diagram,
    wanted: Leaf,
    choices: &PricedOptions,
    most: usize,
) -> Result<Vec<Picks>, Full> {
    within(diagram, wanted, choices, (most, limits::SEARCH_NODES))
}

/// The same, with no more than so many nodes.
fn within(
    diagram: &Diagram,
    wanted: Leaf,
    choices: &PricedOptions,
    (most, room): (usize, usize),
) -> Result<Vec<Picks>, Full> {
    let mut search = Search {
        diagram,
        wanted,
        choices,
        most,
        weak: Each::with_capacity(diagram.nodes.len()),
        least: Each::default(),
        done: Each::all(NEVER, diagram.nodes.len()),
        more: Nodes::after(diagram.nodes.len()),
        room,
        full: false,
        met: FxHashMap::default(),
        read: FxHashMap::default(),
    };
    for node in diagram.nodes.iter() {
        let weak = search.weak(node);
        search.weak.push(weak);
    }
    search.least.clone_from(&search.weak);
    loop {
        let bound = search.least(diagram.root);
        let best = if bound == NEVER { None } else { search.best(diagram.root, bound) };
        // What found no room was taken for something that leads nowhere.
        if search.full {
            return Err(Full);
        }
        if bound == NEVER {
            return Ok(Vec::new());
        }
        if best.is_some() {
            return Ok(Rc::unwrap_or_clone(search.picks(diagram.root)));
        }
    }
}

struct Search<'a> {
    diagram: &'a Diagram,
    wanted: Leaf,
    choices: &'a PricedOptions,
    most: usize,
    /// For each node, no more than it costs to make it be wanted or impossible.
    weak: Each<Price>,
    /// For each node, no more than it costs to make it be wanted; what was learnt so far.
    least: Each<Price>,
    /// What it costs to make each node be wanted; [`NEVER`], where that was not found.
    done: Each<Price>,
    /// The nodes made by meets. They are counted on from those of the diagram.
    more: Nodes,
    /// How many of these there may be, and whether one found no room.
    room: usize,
    full: bool,
    met: FxHashMap<(Ref, Ref), Ref>,
    /// The cheapest ways that were read off.
    read: FxHashMap<Ref, Rc<Vec<Picks>>>,
}

impl Search<'_> {
    fn node(&self, at: Ref) -> Option<&Branching> {
        self.more.get(at).or_else(|| self.diagram.node(at))
    }

    /// No more than it costs to make `at` be wanted or impossible.
    fn weak_at(&self, at: Ref) -> Price {
        match (at.as_leaf(), self.weak.get(at)) {
            (Some(leaf), _) if leaf == self.wanted || leaf == IMPOSSIBLE => 0,
            (_, Some(weak)) => *weak,
            _ => NEVER,
        }
    }

    /// The same of a node whose branches are known. A variable that stays open asks for all
    /// of its branches, and so for the dearest.
    fn weak(&self, node: &Branching) -> Price {
        let Priced { open, levels } = self.choices.with(node.var);
        let left_open = if *open { self.dearest(&node.kids) } else { NEVER };
        let given = levels.iter().map(|(level, price)| {
            price.saturating_add(self.weak_at(node.kid(usize::from(*level))))
        });
        given.fold(left_open, Price::min)
    }

    /// No less than all of these branches ask for at the least.
    fn dearest(&self, kids: &[Ref]) -> Price {
        kids.iter().map(|kid| self.weak_at(*kid)).max().unwrap_or(NEVER)
    }

    /// No more than it costs to make `at` be wanted.
    fn least(&self, at: Ref) -> Price {
        match (at.as_leaf(), self.least.get(at)) {
            (Some(leaf), _) if leaf == self.wanted => 0,
            (_, Some(least)) => *least,
            _ => NEVER,
        }
    }

    /// What it costs to make a node be wanted, if that was found.
    fn found(&self, at: Ref) -> Option<Price> {
        self.done.get(at).copied().filter(|price| *price != NEVER)
    }

    fn learn(&mut self, at: Ref, price: Price) {
        if let Some(least) = self.least.get_mut(at) {
            *least = price;
        }
    }

    /// What it costs to make `at` be wanted, if that is no more than `bound`. If it is more,
    /// `least` is raised above the bound.
    fn best(&mut self, at: Ref, bound: Price) -> Option<Price> {
        if self.least(at) > bound {
            return None;
        }
        if at.as_leaf().is_some() {
            return Some(0);
        }
        if let Some(known) = self.found(at) {
            return Some(known);
        }
        let made = self.more.get(at).cloned();
        let node = made.as_ref().or_else(|| self.diagram.node(at))?;
        let choices = self.choices;
        let Priced { open, levels } = choices.with(node.var);
        let mut best: Option<Price> = None;
        let mut beyond = NEVER;
        if *open {
            let dearest = self.dearest(&node.kids);
            if dearest > bound {
                beyond = dearest;
            } else if let Some(met) = self.meet_all(&node.kids) {
                best = self.best(met, bound);
                beyond = self.least(met);
            }
        }
        for (level, price) in levels {
            let kid = node.kid(usize::from(*level));
            // What costs as much is looked for as well: it is read off beside the others.
            let limit = best.unwrap_or(bound);
            match limit.checked_sub(*price).and_then(|limit| self.best(kid, limit)) {
                // It costs no more than the best so far, which was the limit.
                Some(rest) => best = Some(price.saturating_add(rest)),
                None => beyond = beyond.min(price.saturating_add(self.least(kid))),
            }
        }
        match best {
            Some(best) => {
                self.learn(at, best);
                if let Some(done) = self.done.get_mut(at) {
                    *done = best;
                }
            }
            None => self.learn(at, beyond),
        }
        best
    }

    /// The cheapest ways to make a node be wanted whose price was found, the first of them in
    /// order.
    fn picks(&mut self, at: Ref) -> Rc<Vec<Picks>> {
        if at.as_leaf().is_some() {
            return Rc::new(vec![Picks::new()]);
        }
        if let Some(known) = self.read.get(&at) {
            return Rc::clone(known);
        }
        let made = self.more.get(at).cloned();
        let node = made.as_ref().or_else(|| self.diagram.node(at));
        let Some((node, price)) = node.zip(self.found(at)) else { return Rc::default() };
        let choices = self.choices;
        let Priced { open, levels } = choices.with(node.var);
        // What one branch alone leads to is what the node leads to, and is not copied.
        let mut found: Rc<Vec<Picks>> = Rc::default();
        if *open && self.dearest(&node.kids) <= price {
            // The meet was made when the price was found.
            let met = self.meet_all(&node.kids);
            if let Some(met) = met.filter(|met| self.costs(*met, price)) {
                found = self.picks(met);
            }
        }
        for (level, own) in levels {
            let kid = node.kid(usize::from(*level));
            let Some(rest) = price.checked_sub(*own) else { continue };
            if !self.costs(kid, rest) {
                continue;
            }
            let rest = self.picks(kid);
            let own = (*own > 0).then_some((node.var, *level));
            if own.is_none() && found.is_empty() {
                found = rest;
                continue;
            }
            let found = Rc::make_mut(&mut found);
            for rest in rest.iter() {
                insert_once(found, own.into_iter().chain(rest.iter().copied()).collect());
            }
            found.truncate(self.most);
        }
        self.read.insert(at, Rc::clone(&found));
        found
    }

    /// Whether the price of a leaf or a node was found to be this.
    fn costs(&self, at: Ref, price: Price) -> bool {
        match at.as_leaf() {
            Some(leaf) => leaf == self.wanted && price == 0,
            None => self.found(at) == Some(price),
        }
    }

    /// The meet of branches.
    fn meet_all(&mut self, kids: &[Ref]) -> Option<Ref> {
        kids.iter().copied().reduce(|one, other| self.meet(one, other))
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
        // What can never do does not become better by a further demand.
        if self.weak_at(one) == NEVER || self.weak_at(other) == NEVER {
            return Ref::leaf(Leaf::from(self.wanted == 0));
        }
        let pair = (one.min(other), one.max(other));
        if let Some(met) = self.met.get(&pair) {
            return *met;
        }
        let (Some(var), one_kids, other_kids) = self.first_test(one, other) else { return one };
        let arity = one_kids.len().max(other_kids.len());
        let mut kids = Kids::with_capacity(arity);
        for level in 0..arity {
            let one = one_kids.get(level).copied().unwrap_or(one);
            let other = other_kids.get(level).copied().unwrap_or(other);
            kids.push(self.meet(one, other));
        }
        let met = self.branch(Branching { var, kids });
        self.met.insert(pair, met);
        met
    }

    /// The first variable that either tests, and where its values lead from each; from one that
    /// does not test it, nowhere else.
    fn first_test(&self, one: Ref, other: Ref) -> (Option<Var>, Kids, Kids) {
        match (self.node(one), self.node(other)) {
            (Some(l), Some(r)) if l.var == r.var => (Some(l.var), l.kids.clone(), r.kids.clone()),
            (Some(l), Some(r)) if l.var < r.var => (Some(l.var), l.kids.clone(), Kids::new()),
            (Some(l), None) => (Some(l.var), l.kids.clone(), Kids::new()),
            (_, Some(r)) => (Some(r.var), Kids::new(), r.kids.clone()),
            (None, None) => (None, Kids::new(), Kids::new()),
        }
    }

    /// The node that branches so, or where all its branches lead.
    fn branch(&mut self, node: Branching) -> Ref {
        match self.more.branch(node, self.room) {
            Ok(Made::Known(at)) => at,
            Ok(Made::New(at)) => {
                let weak = self.more.get(at).map_or(NEVER, |node| self.weak(node));
                self.weak.push(weak);
                self.least.push(weak);
                self.done.push(NEVER);
                at
            }
            Err(Full) => {
                self.full = true;
                Ref::leaf(Leaf::from(self.wanted == 0))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::{Forest, NO, Op, Ref, YES};

    /// As many of the variables as there are must have the value of the one after them, so
    /// that taking any out by a meet makes nodes.
    fn entangled(variables: Var) -> Diagram {
        let mut forest = Forest::default();
        let mut all = Ref::leaf(NO);
        for var in 0..variables {
            let one = forest.test(var, 3, |level| level == 1);
            let other = forest.test(var + variables, 3, |level| level == 2);
            let both = forest.apply(Op::And, one, other);
            all = forest.apply(Op::Or, all, both);
        }
        forest.extract(all)
    }

    fn open(_: Var) -> Options {
        let levels = (0..3).map(|level| (level, Cost { beyond_reach: 0, values: 1 }));
        Options { open: true, levels: levels.collect() }
    }

    #[test]
    fn a_search_that_has_no_room_says_so() -> Result<(), Full> {
        let diagram = entangled(5);
        let open = PricedOptions::of(&diagram, &open);
        let found = cheapest(&diagram, YES, &open, 64)?;
        assert_eq!(found.len(), 5, "one way for each pair");
        assert!(found.iter().all(|picks| picks.len() == 2));
        assert_eq!(within(&diagram, YES, &open, (64, 0)), Err(Full));
        Ok(())
    }
}
