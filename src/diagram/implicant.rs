//! The cheapest way to fix a verdict.

use crate::sorted::insert_once;
use rustc_hash::FxHashMap;

use super::{Branching, Forest, Level, Op, Ref, Var, YES};

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
}

/// What may be done with a variable.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Whether it may stay open.
    pub open: bool,
    /// The values that it may be given, with what each costs.
    pub levels: Vec<(Level, Cost)>,
}

/// The values given, of variables in order. Values that cost nothing are left out.
pub type Picks = Vec<(Var, Level)>;

/// Finds the cheapest values that make the condition at `root` hold whatever the variables
/// left open turn out to be, within what is possible. Of several equally cheap ones at
/// most `most` are returned; none, if nothing allowed makes it hold.
///
/// The leaves of the condition are [`YES`], [`super::NO`] and [`super::IMPOSSIBLE`].
///
/// This is exact. A variable that stays open is taken out by the meet of its branches, so
/// that a reason which does not mention the variable is found although every path of the
/// diagram tests it.
pub fn cheapest(
    forest: &mut Forest,
    root: Ref,
    choices: &dyn Fn(Var) -> Choices,
    most: usize,
) -> Vec<Picks> {
    let mut search = Search { forest, choices, most, done: FxHashMap::default() };
    search.best(root).map(|best| best.picks).unwrap_or_default()
}

#[derive(Clone, Debug)]
struct Best {
    cost: Cost,
    picks: Vec<Picks>,
}

struct Search<'a> {
    forest: &'a mut Forest,
    choices: &'a dyn Fn(Var) -> Choices,
    most: usize,
    done: FxHashMap<Ref, Option<Best>>,
}

impl Search<'_> {
    fn best(&mut self, at: Ref) -> Option<Best> {
        if let Some(leaf) = at.as_leaf() {
            return (leaf == YES).then(|| Best { cost: Cost::default(), picks: vec![Vec::new()] });
        }
        if let Some(known) = self.done.get(&at) {
            return known.clone();
        }
        let Branching { var, kids } = self.forest.node(at).cloned()?;
        let allowed = (self.choices)(var);
        let mut best: Option<Best> = None;
        if allowed.open {
            let met =
                kids.iter().copied().reduce(|left, right| self.forest.apply(Op::Meet, left, right));
            best = met.and_then(|met| self.best(met));
        }
        for (level, cost) in allowed.levels {
            let Some(kid) = kids.get(usize::from(level)) else { continue };
            let Some(rest) = self.best(*kid) else { continue };
            let mut found = Best { cost: cost.plus(rest.cost), picks: rest.picks };
            if cost != Cost::default() {
                for picks in &mut found.picks {
                    picks.insert(0, (var, level));
                }
            }
            best = Some(match best {
                Some(best) => self.cheaper(best, found),
                None => found,
            });
        }
        self.done.insert(at, best.clone());
        best
    }

    fn cheaper(&self, mut one: Best, other: Best) -> Best {
        if other.cost < one.cost {
            return other;
        }
        if other.cost == one.cost {
            other.picks.into_iter().for_each(|picks| insert_once(&mut one.picks, picks));
            one.picks.truncate(self.most);
        }
        one
    }
}
