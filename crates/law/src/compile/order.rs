//! Putting the variables into an order in which the diagrams are small.

use crate::diagram::{Var, sift};

use super::Compiled;

/// Rearranges the variables of a rulebook whose diagrams are drawn. They must be drawn anew.
pub(super) fn arrange(compiled: &mut Compiled) {
    let order = sift(&compiled.diagrams, compiled.variables.len());
    let mut place: Vec<Var> = vec![0; order.len()];
    for (new, old) in (0..).zip(&order) {
        if let Some(slot) = place.get_mut(usize::from(*old)) {
            *slot = new;
        }
    }
    let mut variables = Vec::with_capacity(order.len());
    variables.extend(order.iter().filter_map(|old| compiled.variables.get(usize::from(*old))));
    compiled.variables = variables.into_iter().cloned().collect();

    compiled.each_condition_mut(&mut |condition| {
        condition.each_test(&mut |_, literals| {
            for literal in literals {
                if let Some(new) = place.get(usize::from(literal.var)) {
                    literal.var = *new;
                }
            }
        });
    });
}
