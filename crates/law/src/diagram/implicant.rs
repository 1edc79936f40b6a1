//! The cheapest way to fix a verdict.

use std::iter::Sum;
use std::ops::Add;

use smallvec::SmallVec;

use crate::limits;

use super::search::Search;
use super::{Diagram, Full, Leaf, Level, Var};

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
    pub(super) fn price(self) -> Price {
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
    pub levels: SmallVec<[(Level, Cost); 4]>,
}

/// The values given, of variables in order. Values that cost nothing are left out.
pub type Picks = Vec<(Var, Level)>;

/// A [`Cost`] as one number.
pub(super) type Price = u32;

/// Finds the cheapest values that make the function of `diagram` be `wanted` whatever the
/// variables left open turn out to be, within what is possible. Of several equally cheap
/// ones at most `most` are returned; none, if nothing allowed leads there.
///
/// What it finds is exact, or it says that it ran out of room. A variable that stays open is taken out by the meet of its branches, so
/// that a reason which does not mention the variable is found although every path of the
/// diagram tests it.
///
/// The search deepens: it looks for what costs no more than a bound, and raises the bound to
/// the least that could do. Branches that cannot do with what is left are passed over, and
/// meets that would cost more than the bound are never made.
///
/// # Errors
///
/// [`Full`], if the search made more than [`limits::SEARCH_NODES`] nodes. Nothing is told then:
/// what was found so far need not be the cheapest, nor all there is.
pub fn cheapest(
    diagram: &Diagram,
    wanted: Leaf,
    choices: &dyn Fn(Var) -> Options,
    most: usize,
) -> Result<Vec<Picks>, Full> {
    within(diagram, wanted, choices, (most, limits::SEARCH_NODES))
}

/// The same, with no more than so many nodes.
fn within(
    diagram: &Diagram,
    wanted: Leaf,
    choices: &dyn Fn(Var) -> Options,
    (most, room): (usize, usize),
) -> Result<Vec<Picks>, Full> {
    Search::new(diagram, wanted, choices, (most, room)).cheapest()
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
        let found = cheapest(&diagram, YES, &open, 64)?;
        assert_eq!(found.len(), 5, "one way for each pair");
        assert!(found.iter().all(|picks| picks.len() == 2));
        assert_eq!(within(&diagram, YES, &open, (64, 0)), Err(Full));
        Ok(())
    }
}
