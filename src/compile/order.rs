//! Putting the variables into an order in which the diagrams are small.

use crate::diagram::{Var, sift};

use super::{Compiled, Cond, VerdictRule};

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

    let rename = |cond: &mut Cond| rename(cond, &place);
    for element in &mut compiled.elements {
        rename(&mut element.condition);
        element.unless.iter_mut().for_each(rename);
    }
    compiled.constraints.iter_mut().for_each(|constraint| rename(&mut constraint.never));
    compiled.alerts.iter_mut().filter_map(|alert| alert.when.as_mut()).for_each(rename);
    let deadlines = compiled.deadlines.iter_mut();
    deadlines.filter_map(|deadline| deadline.when.as_mut()).for_each(rename);
    let sections = compiled.documents.iter_mut().flat_map(|document| &mut document.sections);
    let sentences = sections.flat_map(|section| &mut section.sentences);
    sentences.filter_map(|sentence| sentence.when.as_mut()).for_each(rename);
    for verdict in compiled.issues.iter_mut().flat_map(|issue| &mut issue.verdicts) {
        match &mut verdict.rule {
            VerdictRule::When(when) => rename(when),
            VerdictRule::Unless(unless) => rename(unless),
            VerdictRule::Otherwise => {}
        }
    }
}

/// Gives the variables of a condition their new places.
fn rename(cond: &mut Cond, place: &[Var]) {
    match cond {
        Cond::Element(_) => {}
        Cond::Fact { literals, .. } => {
            for literal in literals {
                if let Some(new) = place.get(usize::from(literal.var)) {
                    literal.var = *new;
                }
            }
        }
        Cond::All(list) | Cond::Any(list) => list.iter_mut().for_each(|one| rename(one, place)),
        Cond::Not(inner) => rename(inner, place),
    }
}
