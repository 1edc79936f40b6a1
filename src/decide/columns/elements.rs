//! The elements that may be missing, held against a block of rows at once.
//!
//! It is the tree of [`application`](super::super::application), on words of truth values in
//! place of nodes: a bit for each row in which a condition holds, and one for each in which it
//! fails.

use chrono::NaiveDate as Date;
use rustc_hash::FxHashMap;

use crate::compile::{Compiled, CompiledIssue, Cond, ElementId, Literal, VerdictRule};
use crate::diagram::{IMPOSSIBLE, Level, Var};

use super::flat::MayHave;
use super::levels::{LevelBlock, bytes};
use super::table::open_in;
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
    arity: Level,
    /// The values asked for.
    met: Vec<Level>,
    /// All others.
    missed: Vec<Level>,
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
    pub(super) fn is_idle(&self, step: usize) -> bool {
        matches!(self.steps.get(step), Some(ElementStep::Literal(asked)) if asked.is_idle())
    }

    /// Looks at the values of a block, before anything is concluded.
    pub(super) fn look(&mut self, levels: &LevelBlock, may_have: &MayHave) {
        for (step, made) in self.steps.iter().zip(&mut self.made) {
            if let ElementStep::Literal(asked) = step {
                *made = asked.look(levels, may_have);
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
    fn of(literal: &Literal, arity: Level) -> Self {
        let (met, missed) = (0..arity).partition(|level| literal.levels.contains(level));
        Self { var: literal.var, arity, met, missed }
    }

    fn look(&self, levels: &LevelBlock, may_have: &MayHave) -> TruthWord {
        let met = may_have.one_of(self.var, &self.met);
        let missed = may_have.one_of(self.var, &self.missed);
        if self.is_idle() {
            let known = !open_in(levels, self.var, self.arity);
            return TruthWord { yes: met & known, no: missed & known };
        }
        // A row in which it is open can have all values, any other one of them.
        TruthWord { yes: met & !missed, no: missed & !met }
    }

    /// Whether it is met by all or by none of the values of its variable.
    fn is_idle(&self) -> bool {
        self.met.is_empty() || self.missed.is_empty()
    }

    /// Whether it is met by a value.
    fn is_met_by(&self, level: Level) -> bool {
        self.met.contains(&level)
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

/// Writes the elements of the rows of a block from row `from` on, as many words for each row: of
/// the rows that `among` names, and of each element in which of them it is to be written.
pub(super) fn write(
    elements: &Elements,
    (from, words): (usize, usize),
    list: &mut [u32],
    is: impl Fn(TruthWord) -> u64,
) {
    for (place, eight) in elements.told.chunks(8).enumerate() {
        let mut rows = [0; 8];
        for ((_, step), rows) in eight.iter().zip(&mut rows) {
            *rows = is(elements.made(*step));
        }
        if rows == [0; 8] {
            continue;
        }
        let first = from * words + place / 4;
        let list = list.get_mut(first..).unwrap_or_default().iter_mut().step_by(words.max(1));
        for (word, bits) in list.zip(bytes(&rows)) {
            *word |= u32::from(bits) << (place % 4 * 8);
        }
    }
}
