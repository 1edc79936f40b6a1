//! The elements that may be missing, held against a block of rows at once.
//!
//! It is the tree of [`application`](super::super::application), on words of truth values in
//! place of nodes: a bit for each row in which a condition holds, and one for each in which it
//! fails.

use chrono::NaiveDate as Date;
use rustc_hash::FxHashMap;

use crate::compile::{Compiled, CompiledIssue, Cond, ElementId, Literal, VerdictRule};
use crate::diagram::{IMPOSSIBLE, Level, Var};

use super::levels::{LANES, LevelBlock, bits, rows};
use super::truth_word::TruthWord;

/// A step of the work on a block: what it makes stands at its own place.
#[derive(Clone, Debug)]
enum ElementStep {
    Literal(LiteralAsked),
    All(Vec<usize>),
    Any(Vec<usize>),
    Not(usize),
}

/// What is asked of a variable.
#[derive(Clone, Debug)]
struct LiteralAsked {
    var: Var,
    /// Of each value, whether it is one of those asked for: 1 if so, 2 if not, 0 of one that
    /// stands for open. Its bits are those of the two words.
    asked: Box<[u8; 256]>,
    /// Whether it is asked for one of two values, and for which.
    of_two: Option<bool>,
}

/// The elements of an issue that its answer may call missing.
#[derive(Clone, Debug)]
pub(super) struct Elements {
    steps: Vec<ElementStep>,
    made: Vec<TruthWord>,
    /// The elements, each with the step that tells of it.
    pub(super) told: Vec<(ElementId, usize)>,
    /// The variables tested, each with the steps that do.
    pub(super) tested: Vec<(Var, Vec<usize>)>,
}

impl Elements {
    /// Those of an issue, as they stand on a day.
    pub(super) fn of(rulebook: &Compiled, issue: &CompiledIssue, day: Date) -> Self {
        let steps = Vec::new();
        let mut making = Making { rulebook, day, steps, known: FxHashMap::default() };
        let mut ids: Vec<ElementId> = Vec::new();
        for verdict in issue.verdicts.values() {
            if let VerdictRule::Unless(asked) = &verdict.rule {
                making.missing(asked, &mut ids);
            }
        }
        let mut told = Vec::with_capacity(ids.len());
        for id in ids {
            told.extend(making.element(id).map(|step| (id, step)));
        }
        let mut tested: Vec<(Var, Vec<usize>)> = Vec::new();
        for (place, step) in making.steps.iter().enumerate() {
            let ElementStep::Literal(asked) = step else { continue };
            match tested.iter_mut().find(|(var, _)| *var == asked.var) {
                Some((_, steps)) => steps.push(place),
                None => tested.push((asked.var, vec![place])),
            }
        }
        let made = vec![TruthWord::default(); making.steps.len()];
        Self { steps: making.steps, made, told, tested }
    }

    /// Whether the test of a step is met by all or by none of the values of its variable, so
    /// that nothing would have to be known of it.
    pub(super) fn is_idle(&self, step: usize, arity: u8) -> bool {
        let Some(ElementStep::Literal(asked)) = self.steps.get(step) else { return false };
        let met = (0..arity).filter(|level| asked.is_met_by(*level)).count();
        met == 0 || met == usize::from(arity)
    }

    /// Looks at the values of a block, before anything is concluded.
    pub(super) fn look(&mut self, levels: &LevelBlock) {
        for (step, made) in self.steps.iter().zip(&mut self.made) {
            if let ElementStep::Literal(asked) = step {
                *made = asked.look(levels.of(asked.var));
            }
        }
    }

    /// In which rows a variable is open that a step tests.
    pub(super) fn open(&self, step: usize) -> u64 {
        self.made.get(step).map_or(0, |made| made.open())
    }

    /// Notes of rows in which a variable is open what the constraints leave of it: the rows that
    /// can still have each value.
    pub(super) fn leave(&mut self, step: usize, left: impl Iterator<Item = (Level, u64)>) {
        let Some(ElementStep::Literal(asked)) = self.steps.get(step) else { return };
        let (mut met, mut missed) = (0, 0);
        for (level, rows) in left.filter(|(level, _)| *level != IMPOSSIBLE) {
            if asked.is_met_by(level) {
                met |= rows;
            } else {
                missed |= rows;
            }
        }
        if let Some(made) = self.made.get_mut(step) {
            made.yes |= met & !missed;
            made.no |= missed & !met;
        }
    }

    /// Concludes from what was looked at.
    pub(super) fn conclude(&mut self) {
        for place in 0..self.steps.len() {
            let of = |step: &usize| self.made.get(*step).copied().unwrap_or_default();
            let found = match self.steps.get(place) {
                None | Some(ElementStep::Literal(_)) => continue,
                Some(ElementStep::All(list)) => {
                    list.iter().map(of).fold(TruthWord::YES, TruthWord::and)
                }
                Some(ElementStep::Any(list)) => {
                    list.iter().map(of).fold(TruthWord::NO, TruthWord::or)
                }
                Some(ElementStep::Not(inner)) => of(inner).opposite(),
            };
            if let Some(made) = self.made.get_mut(place) {
                *made = found;
            }
        }
    }

    /// What was concluded of an element.
    pub(super) fn made(&self, step: usize) -> TruthWord {
        self.made.get(step).copied().unwrap_or_default()
    }
}

impl LiteralAsked {
    fn of(literal: &Literal, arity: u8) -> Self {
        let mut asked = Box::new([0; 256]);
        for (level, one) in (0..arity).zip(asked.iter_mut()) {
            *one = if literal.levels.contains(&level) { 1 } else { 2 };
        }
        let of_two = match literal.levels.as_slice() {
            [level] if arity == 2 => Some(*level == 1),
            _ => None,
        };
        Self { var: literal.var, asked, of_two }
    }

    fn look(&self, lanes: &[u8; LANES]) -> TruthWord {
        if let Some(yes) = self.of_two {
            // No, yes, open: 0, 1, 2.
            let (one, open) = (bits(lanes, 0), bits(lanes, 1));
            let found = TruthWord { yes: one, no: !(one | open) };
            return if yes { found } else { found.opposite() };
        }
        let found = lanes.map(|level| self.asked.get(usize::from(level)).copied().unwrap_or(0));
        TruthWord { yes: bits(&found, 0), no: bits(&found, 1) }
    }

    /// Whether it is met by a value.
    fn is_met_by(&self, level: Level) -> bool {
        self.asked.get(usize::from(level)) == Some(&1)
    }
}

/// The steps, as they are made.
struct Making<'a> {
    rulebook: &'a Compiled,
    day: Date,
    steps: Vec<ElementStep>,
    known: FxHashMap<ElementId, Option<usize>>,
}

impl Making<'_> {
    /// The elements that are called missing where a verdict asks for this and does not get it:
    /// those that are lists of others are taken apart.
    fn missing(&mut self, asked: &Cond, ids: &mut Vec<ElementId>) {
        match asked {
            Cond::All(list) => list.iter().for_each(|inner| self.missing(inner, ids)),
            Cond::Element(id) if self.element(*id).is_some() => {
                let element = &self.rulebook.elements[*id];
                let exceptions = element.unless.iter().any(|one| self.condition(one).is_some());
                match &element.condition {
                    Cond::All(list) if !exceptions && self.is_of_elements(list) => {
                        list.iter().for_each(|inner| self.missing(inner, ids));
                    }
                    _ if ids.contains(id) => {}
                    _ => ids.push(*id),
                }
            }
            _ => {}
        }
    }

    fn is_of_elements(&mut self, list: &[Cond]) -> bool {
        let mut in_force = list.iter().filter(|inner| self.condition(inner).is_some());
        in_force.all(|inner| matches!(inner, Cond::Element(_)))
    }

    fn add(&mut self, step: ElementStep) -> Option<usize> {
        self.steps.push(step);
        self.steps.len().checked_sub(1)
    }

    /// The step that tells whether an element holds; none, where it is not in force.
    fn element(&mut self, id: ElementId) -> Option<usize> {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        let made = self.element_anew(id);
        self.known.insert(id, made);
        made
    }

    fn element_anew(&mut self, id: ElementId) -> Option<usize> {
        let element = &self.rulebook.elements[id];
        if !element.in_force.holds_on(self.day) {
            return None;
        }
        let holds = self.condition(&element.condition)?;
        let mut all = vec![holds];
        for exception in &element.unless {
            if let Some(exception) = self.condition(exception) {
                all.extend(self.add(ElementStep::Not(exception)));
            }
        }
        if all.len() == 1 { Some(holds) } else { self.add(ElementStep::All(all)) }
    }

    fn condition(&mut self, cond: &Cond) -> Option<usize> {
        match cond {
            Cond::Element(id) => self.element(*id),
            Cond::Fact { every, literals, .. } => {
                let arity = |literal: &Literal| self.rulebook.variables[literal.var].arity;
                let asked = literals.iter().map(|one| LiteralAsked::of(one, arity(one)));
                let asked: Vec<LiteralAsked> = asked.collect();
                let steps = asked.into_iter().filter_map(|one| self.add(ElementStep::Literal(one)));
                let steps = steps.collect();
                self.add(if *every { ElementStep::All(steps) } else { ElementStep::Any(steps) })
            }
            Cond::All(list) => {
                let steps = self.list(list);
                if steps.is_empty() { None } else { self.add(ElementStep::All(steps)) }
            }
            Cond::Any(list) => {
                let steps = self.list(list);
                if steps.is_empty() { None } else { self.add(ElementStep::Any(steps)) }
            }
            Cond::Not(inner) => {
                let inner = self.condition(inner)?;
                self.add(ElementStep::Not(inner))
            }
        }
    }

    fn list(&mut self, list: &[Cond]) -> Vec<usize> {
        list.iter().filter_map(|inner| self.condition(inner)).collect()
    }
}

/// Writes the elements that fail, and those that are open, of each row of a block.
pub(super) fn write(elements: &Elements, among: u64, mut note: impl FnMut(usize, usize, bool)) {
    for (place, (_, step)) in elements.told.iter().enumerate() {
        let made = elements.made(*step);
        rows(made.no & among).for_each(|row| note(row, place, true));
        rows(made.open() & among).for_each(|row| note(row, place, false));
    }
}
