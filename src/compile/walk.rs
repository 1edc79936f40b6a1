//! What a condition rests on, through the elements that it names.

use super::{Compiled, CompiledElement, Cond, Id, Literal};

/// Something that a condition rests on.
pub(crate) enum Part<'a> {
    /// A fact, and what is asked of its variables.
    #[cfg_attr(not(feature = "author"), allow(dead_code, reason = "for the checker"))]
    Fact(Id, &'a [Literal]),
    /// An element.
    Element(Id, &'a CompiledElement),
}

impl Compiled {
    /// Visits what a condition rests on. An element is entered where `visit` says so.
    pub(crate) fn walk<'a>(&'a self, condition: &'a Cond, visit: &mut dyn FnMut(Part<'a>) -> bool) {
        match condition {
            Cond::Fact { fact, literals, .. } => {
                visit(Part::Fact(*fact, literals));
            }
            Cond::All(list) | Cond::Any(list) => {
                list.iter().for_each(|inner| self.walk(inner, visit));
            }
            Cond::Not(inner) => self.walk(inner, visit),
            Cond::Element(id) => {
                let Some(element) = self.elements.get(usize::from(*id)) else { return };
                if visit(Part::Element(*id, element)) {
                    self.walk(&element.condition, visit);
                    element.unless.iter().for_each(|inner| self.walk(inner, visit));
                }
            }
        }
    }
}
