//! Putting the variables into an order in which the diagrams are small.

use crate::diagram::sift;

use super::Compiled;

/// Rearranges the variables of a rulebook whose diagrams are drawn. They must be drawn anew.
pub(super) fn arrange(compiled: &mut Compiled) {
    let order = sift(compiled.diagrams.as_slice(), compiled.variables.len());
    let place = compiled.variables.arrange(&order);
    compiled.each_condition_mut(&mut |condition| {
        condition.each_test(&mut |_, literals| {
            for literal in literals {
                literal.var = place[literal.var];
            }
        });
    });
}
