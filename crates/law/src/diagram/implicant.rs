//! The cheapest way to fix a verdict.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::limits;
use crate::sorted::insert_once;

use super::{Branching, Diagram, IMPOSSIBLE, Kids, Leaf, Level, Ref, Var};

/// What a way of fixing a verdict costs. Compared field by field, in this order.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Cost {
    /// Values that nobody can bring about.
    pub beyond_reach: u16,
    /// Values in all.
    pub values: u16,
}

impl Cost {
    /// What both cost together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            beyond_reach: self.beyond_reach.saturating_add(other.beyond_reach),
            values: self.values.saturating_add(other.values),
        }
    }

    /// The cost as one number, in the same order. Far fewer values are given than would
    /// carry over.
    fn price(self) -> Price {
        Price::from(self.beyond_reach) << 16 | Price::from(self.values)
    }
}

/// What may be done with a variable.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Whether it may stay open.
    pub open: bool,
    /// The values that it may be given, with what each costs.
    pub levels: SmallVec<[(Level, Cost); 4]>,
}

/// The values given, of variables in order. Values that cost nothing are left out.
pub type Picks = Vec<(Var, Level)>;

/// A [`Cost`] as one number.
type Price = u32;

/// More than anything costs.
const NEVER: Price = Price::MAX;

/// Finds the cheapest values that make the function of `diagram` be `wanted` whatever the
/// variables left open turn out to be, within what is possible. Of several equally cheap
/// ones at most `most` are returned; none, if nothing allowed leads there.
///
/// This is exact. A variable that stays open is taken out by the meet of its branches, so
/// that a reason which does not mention the variable is found although every path of the
/// diagram tests it.
///
/// The search deepens: it looks for what costs no more than a bound, and raises the bound to
/// the least that could do. Branches that cannot do with what is left are passed over, and
/// their meets are never made.
pub fn cheapest(
    diagram: &Diagram,
    wanted: Leaf,
    choices: &dyn Fn(Var) -> Choices,
    most: usize,
) -> Vec<Picks> {
    let mut search = Search {
        diagram,
        wanted,
        choices,
        most,
        known: Vec::new(),
        weak: Vec::with_capacity(diagram.nodes.len()),
        least: Vec::new(),
        done: FxHashMap::default(),
        more: Vec::new(),
        unique: FxHashMap::default(),
        met: FxHashMap::default(),
    };
    for node in &diagram.nodes {
        let weak = search.weak(node);
        search.weak.push(weak);
    }
    search.least.clone_from(&search.weak);
    loop {
        let bound = search.least(diagram.root);
        if bound == NEVER {
            return Vec::new();
        }
        if let Some(best) = search.best(diagram.root, bound) {
            return best.picks;
        }
    }
}

#[derive(Clone, Debug)]
struct Best {
    price: Price,
    picks: Vec<Picks>,
}

/// What may be done with a variable, priced.
#[derive(Clone, Debug)]
struct Priced {
    open: bool,
    levels: SmallVec<[(Level, Price); 4]>,
}

struct Search<'a> {
    diagram: &'a Diagram,
    wanted: Leaf,
    choices: &'a dyn Fn(Var) -> Choices,
    most: usize,
    /// What may be done with each variable met so far.
    known: Vec<Option<Priced>>,
    /// For each node, no more than it costs to make it be wanted or impossible.
    weak: Vec<Price>,
    /// For each node, no more than it costs to make it be wanted; what was learnt so far.
    least: Vec<Price>,
    done: FxHashMap<Ref, Best>,
    /// The nodes made by meets. They are counted on from those of the diagram.
    more: Vec<Branching>,
    unique: FxHashMap<Branching, Ref>,
    met: FxHashMap<(Ref, Ref), Ref>,
}

impl Search<'_> {
    fn node(&self, at: Ref) -> Option<&Branching> {
        let index = at.index()?;
        let made = index.checked_sub(self.diagram.nodes.len());
        made.map_or_else(|| self.diagram.nodes.get(index), |index| self.more.get(index))
    }

    fn priced(&mut self, var: Var) -> Priced {
        let index = usize::from(var);
        if self.known.len() <= index {
            self.known.resize(index + 1, None);
        }
        if let Some(Some(known)) = self.known.get(index) {
            return known.clone();
        }
        let Choices { open, levels } = (self.choices)(var);
        let levels = levels.into_iter().map(|(level, cost)| (level, cost.price())).collect();
        let priced = Priced { open, levels };
        if let Some(slot) = self.known.get_mut(index) {
            *slot = Some(priced.clone());
        }
        priced
    }

    /// No more than it costs to make `at` be wanted or impossible.
    fn weak_at(&self, at: Ref) -> Price {
        match at.as_leaf() {
            Some(leaf) if leaf == self.wanted || leaf == IMPOSSIBLE => 0,
            Some(_) => NEVER,
            None => at.index().and_then(|index| self.weak.get(index)).copied().unwrap_or(NEVER),
        }
    }

    /// The same of a node whose branches are known. A variable that stays open asks for all
    /// of its branches, and so for the dearest.
    fn weak(&mut self, node: &Branching) -> Price {
        let Priced { open, levels } = self.priced(node.var);
        let kids = || node.kids.iter().map(|kid| self.weak_at(*kid));
        let left_open = if open { kids().max().unwrap_or(NEVER) } else { NEVER };
        let given = levels.iter().filter_map(|(level, price)| {
            let kid = node.kids.get(usize::from(*level))?;
            Some(price.saturating_add(self.weak_at(*kid)))
        });
        given.fold(left_open, Price::min)
    }

    /// No more than it costs to make `at` be wanted.
    fn least(&self, at: Ref) -> Price {
        match at.as_leaf() {
            Some(leaf) if leaf == self.wanted => 0,
            Some(_) => NEVER,
            None => at.index().and_then(|index| self.least.get(index)).copied().unwrap_or(NEVER),
        }
    }

    fn learn(&mut self, at: Ref, price: Price) {
        if let Some(least) = at.index().and_then(|index| self.least.get_mut(index)) {
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
            return Some(Best { price: 0, picks: vec![Vec::new()] });
        }
        if let Some(known) = self.done.get(&at) {
            return Some(known.clone());
        }
        let Branching { var, kids } = self.node(at)?.clone();
        let Priced { open, levels } = self.priced(var);
        let mut best: Option<Best> = None;
        let mut beyond = NEVER;
        if open {
            let dearest = kids.iter().map(|kid| self.weak_at(*kid)).max().unwrap_or(NEVER);
            if dearest > bound {
                beyond = dearest;
            } else if let Some(met) =
                kids.iter().copied().reduce(|one, other| self.meet(one, other))
            {
                best = self.best(met, bound);
                beyond = self.least(met);
            }
        }
        for (level, price) in levels {
            let Some(kid) = kids.get(usize::from(level)).copied() else { continue };
            let limit = best.as_ref().map_or(bound, |best| best.price);
            let rest = limit.checked_sub(price).and_then(|limit| self.best(kid, limit));
            let Some(rest) = rest else {
                beyond = beyond.min(price.saturating_add(self.least(kid)));
                continue;
            };
            let mut found = Best { price: price.saturating_add(rest.price), picks: rest.picks };
            if price > 0 {
                found.picks.iter_mut().for_each(|picks| picks.insert(0, (var, level)));
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
            other.picks.into_iter().for_each(|picks| insert_once(&mut one.picks, picks));
            one.picks.truncate(self.most);
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
        // What can never do does not become better by a further demand.
        if self.weak_at(one) == NEVER || self.weak_at(other) == NEVER {
            return Ref::leaf(Leaf::from(self.wanted == 0));
        }
        let pair = (one.min(other), one.max(other));
        if let Some(met) = self.met.get(&pair) {
            return *met;
        }
        let (var, arity) = match (self.node(one), self.node(other)) {
            (Some(l), Some(r)) if l.var <= r.var => (l.var, l.kids.len()),
            (None | Some(_), Some(r)) => (r.var, r.kids.len()),
            (Some(l), None) => (l.var, l.kids.len()),
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

    /// Where value `level` of `var` leads from `at`, which tests `var` first or not at all.
    fn kid(&self, at: Ref, var: Var, level: usize) -> Ref {
        match self.node(at) {
            Some(node) if node.var == var => node.kids.get(level).copied().unwrap_or(at),
            _ => at,
        }
    }

    /// The node that branches so, or where all its branches lead.
    fn branch(&mut self, node: Branching) -> Ref {
        let first = node.kids.first().copied().unwrap_or(Ref::leaf(IMPOSSIBLE));
        if node.kids.iter().all(|kid| *kid == first) {
            return first;
        }
        if let Some(known) = self.unique.get(&node) {
            return *known;
        }
        let at = Ref::node(self.diagram.nodes.len() + self.more.len());
        let Some(at) = at.filter(|_| self.more.len() < limits::SEARCH_NODES) else {
            return Ref::leaf(Leaf::from(self.wanted == 0));
        };
        let weak = self.weak(&node);
        self.weak.push(weak);
        self.least.push(weak);
        self.more.push(node.clone());
        self.unique.insert(node, at);
        at
    }
}
