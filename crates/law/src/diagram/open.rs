//! What a condition leaves of the variables that are open.

use super::each::Marks;
use super::{Assignment, Branching, Diagram, Leaves, Ref, Var, YES};

/// What a condition leaves of one variable, as it is found.
struct LeftOpen {
    var: Var,
    /// How many more ways pass it by from here on than from the variable before.
    passing: isize,
    seen: Leaves,
}

impl Diagram {
    /// Of each variable that the condition tests and `known` leaves open, the values with
    /// which the condition can still hold.
    #[must_use]
    pub fn open_levels(&self, known: &Assignment) -> Vec<(Var, Leaves)> {
        // Which nodes can end in a yes; branches come before the nodes that lead to them.
        let mut holds = Marks::none(self.size());
        let ends = |holds: &Marks, at: Ref| at.as_leaf() == Some(YES) || holds.has(at);
        for (at, node) in self.nodes.nodes() {
            let can = match known.get(node.var) {
                Some(level) => ends(&holds, node.kid(usize::from(level))),
                None => node.kids.iter().any(|kid| ends(&holds, *kid)),
            };
            if can {
                holds.mark(at);
            }
        }
        let vars = self.support();
        if !ends(&holds, self.root) {
            let open = vars.into_iter().filter(|var| known.get(*var).is_none());
            return open.map(|var| (var, Leaves::default())).collect();
        }
        // Which of them can be reached, and what is passed on the way.
        let places = vars.last().map_or(0, |last| usize::from(*last) + 1);
        let mut place_of = vec![vars.len(); places];
        for (place, var) in vars.iter().enumerate() {
            if let Some(slot) = place_of.get_mut(usize::from(*var)) {
                *slot = place;
            }
        }
        let place = |node: Option<&Branching>| {
            let place = node.and_then(|node| place_of.get(usize::from(node.var)));
            place.copied().unwrap_or(vars.len())
        };
        let unseen = |var: &Var| LeftOpen { var: *var, passing: 0, seen: Leaves::default() };
        let mut left: Vec<LeftOpen> = vars.iter().map(unseen).collect();
        let pass = |left: &mut [LeftOpen], from: usize, to: usize| {
            for (place, more) in [(from, 1), (to, -1)] {
                if let Some(open) = left.get_mut(place) {
                    open.passing += more;
                }
            }
        };
        pass(&mut left, 0, place(self.node(self.root)));
        let mut live = Marks::none(self.size());
        live.mark(self.root);
        for (at, node) in self.nodes.nodes().rev() {
            if !live.has(at) {
                continue;
            }
            let here = place(Some(node));
            let given = known.get(node.var);
            for (level, kid) in (0..).zip(&node.kids) {
                if given.is_some_and(|given| given != level) || !ends(&holds, *kid) {
                    continue;
                }
                pass(&mut left, here + 1, place(self.node(*kid)));
                live.mark(*kid);
                if let Some(open) = left.get_mut(here) {
                    open.seen.insert(level);
                }
            }
        }
        // A variable that some way leaves untested can have any value.
        let mut passing = 0;
        let tested = left.into_iter().filter(|open| {
            passing += open.passing;
            passing == 0 && known.get(open.var).is_none()
        });
        tested.map(|open| (open.var, open.seen)).collect()
    }
}
