//! How near two cases are to each other.

use std::cmp::Reverse;

use crate::compile::{Compiled, Drawn, FactId};
use crate::decide::Known;
use crate::diagram::Var;

/// The facts on which an issue depends, sorted by whether two sides share them, in order.
#[derive(Default)]
pub(super) struct Likeness {
    pub(super) shared: Vec<FactId>,
    pub(super) differs: Vec<FactId>,
    /// Known of the case alone.
    pub(super) asked: Vec<FactId>,
    /// Known of the request alone.
    pub(super) silent: Vec<FactId>,
}

/// The facts on which an issue depends, in order, each with what its diagram tests of it.
pub(super) fn tests(rulebook: &Compiled, drawn: &Drawn) -> Vec<(FactId, Vec<Var>)> {
    let support = rulebook.diagrams[drawn.diagram].support();
    let speaks = |var: &Var, fact: FactId| rulebook.variables[*var].facts().any(|one| one == fact);
    let of = |fact: FactId| support.iter().copied().filter(|var| speaks(var, fact)).collect();
    drawn.facts.iter().map(|fact| (*fact, of(*fact))).collect()
}

impl Likeness {
    /// Holds what is known of a case against what a request states.
    pub(super) fn of(request: &Known, case: &Known, tests: &[(FactId, Vec<Var>)]) -> Self {
        let mut compared = Self::default();
        for (fact, variables) in tests {
            let list = match (request.has(*fact), case.has(*fact)) {
                (true, true) => match alike(request, case, variables) {
                    Some(true) => &mut compared.shared,
                    Some(false) => &mut compared.differs,
                    None => continue,
                },
                (false, true) => &mut compared.asked,
                (true, false) => &mut compared.silent,
                (false, false) => continue,
            };
            list.push(*fact);
        }
        compared
    }

    /// Smaller is nearer.
    pub(super) fn distance(&self) -> (Reverse<usize>, usize, usize) {
        let open = self.asked.len() + self.silent.len();
        (Reverse(self.shared.len()), self.differs.len(), open)
    }
}

/// Whether variables have the same values on both sides; none, where nothing differs and one side
/// alone has a value, as of the time between two days of which one is open.
fn alike(one: &Known, other: &Known, variables: &[Var]) -> Option<bool> {
    let (mut same, mut open) = (false, false);
    for var in variables {
        match (one.assignment.get(*var), other.assignment.get(*var)) {
            (Some(mine), Some(theirs)) if mine == theirs => same = true,
            (Some(_), Some(_)) => return Some(false),
            (None, None) => {}
            _ => open = true,
        }
    }
    (same && !open).then_some(true)
}
