//! Drawing the diagram of every issue in every version.

use std::cell::Cell;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use chrono::NaiveDate as Date;

use crate::diagram::{
    Assignment, Diagram, Forest, IMPOSSIBLE, Leaf, NO, Op, Ref, Var, YES, cover, is_leaf,
};
use crate::limits;
use crate::problem::{Code, Problem};

use super::dates;
use super::ids::sealed::Placed;
use super::ranges::ranges;
use super::{
    Compiled, CompiledIssue, Cond, DiagramId, Drawn, ElementId, FactId, Table, VerdictRule, Version,
};
use super::{criteria, scale};

/// The leaf of answers for which an issue has no verdict.
const NONE: Leaf = IMPOSSIBLE - 1;

/// Gives the rulebook its versions and their diagrams.
///
/// # Errors
///
/// [`Code::TooComplex`], where the diagrams would outgrow all bounds.
pub(super) fn draw(compiled: &mut Compiled, starts: &[Date]) -> Result<(), Problem> {
    let mut store = Store::default();
    let mut versions = Vec::with_capacity(starts.len());
    let (mut nodes, mut rounds) = (0_usize, limits::CALENDAR_ROUNDS);
    let too_complex = |most: usize| {
        let problem = Problem::new(Code::TooComplex, "/issues").with("value", &compiled.id);
        problem.with("expected", most)
    };
    for from in starts {
        let mut drawing = Drawing::new(compiled, *from);
        drawing.rounds = rounds;
        let constraints = drawing.constraints();
        rounds = drawing.rounds;
        let mut too_large = false;
        let issues = compiled.issues.map(|_, issue| {
            if too_large {
                return None;
            }
            let verdict = drawing.issue(issue);
            let drawn = verdict.map(|verdict| drawing.drawn(verdict, &constraints, &mut store));
            too_large = limits::DRAWN_NODES < nodes.saturating_add(drawing.looked_through.get());
            drawn
        });
        if too_large {
            return Err(too_complex(limits::DRAWN_NODES));
        }
        let allowed = drawing.all_of(&constraints);
        let allowed = store.keep(drawing.forest.extract(allowed));
        drawing.fits("/issues")?;
        store.fits("/issues")?;
        nodes = nodes.saturating_add(drawing.looked_through.get());
        nodes = nodes.saturating_add(drawing.forest.size());
        if limits::DIAGRAMS < store.diagrams.len() {
            return Err(too_complex(limits::DIAGRAMS));
        }
        versions.push(Version { from: *from, allowed, issues });
    }
    compiled.versions = versions;
    compiled.diagrams = store.diagrams;
    Ok(())
}

/// Diagrams, each kept once.
#[derive(Default)]
pub(super) struct Store {
    pub(super) diagrams: Table<DiagramId, Diagram>,
    known: FxHashMap<Diagram, DiagramId>,
    full: bool,
}

impl Store {
    pub(super) fn keep(&mut self, diagram: Diagram) -> DiagramId {
        if let Some(id) = self.known.get(&diagram) {
            return *id;
        }
        let Ok(id) = self.diagrams.push(diagram.clone()) else {
            self.full = true;
            return DiagramId::unresolved();
        };
        self.known.insert(diagram, id);
        id
    }

    /// Whether there was room for every diagram.
    ///
    /// # Errors
    ///
    /// [`Code::TooComplex`] at `path`.
    pub(super) fn fits(&self, path: &str) -> Result<(), Problem> {
        if !self.full {
            return Ok(());
        }
        let problem = Problem::new(Code::TooComplex, path).with("value", self.diagrams.len());
        Err(problem.with("expected", Table::<DiagramId, ()>::MOST))
    }
}

/// Where an issue has no verdict for some answers: the smallest pattern of such answers, for
/// every issue and version.
pub(super) fn uncovered(compiled: &Compiled) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for version in &compiled.versions {
        for (id, issue) in &compiled.issues {
            let Some(drawn) = &version.issues[id] else { continue };
            let diagram = &compiled.diagrams[drawn.diagram];
            if !diagram.reachable(&Assignment::default()).contains(NONE) {
                continue;
            }
            let mut forest = Forest::default();
            let root = forest.adopt(diagram, &Assignment::default(), is_leaf(NONE));
            let path = format!("/issues/{}/verdicts", issue.id);
            let problem = Problem::new(Code::NotExhaustive, path).with("value", &issue.id);
            problems.push(problem.with("expected", example(compiled, &mut forest, root)));
            break;
        }
    }
    problems
}

/// The smallest pattern that meets a condition, in words.
pub fn example(compiled: &Compiled, forest: &mut Forest, root: Ref) -> String {
    let found = cover(forest, root, &|var| scale(compiled, var), 1);
    let pattern = found.patterns.first().map(|pattern| criteria(compiled, pattern));
    let pattern: Vec<String> = pattern.iter().flatten().map(ToString::to_string).collect();
    pattern.join(", ")
}

/// The drawing of one version.
pub struct Drawing<'a> {
    compiled: &'a Compiled,
    day: Date,
    /// What is drawn so far.
    pub forest: Forest,
    done: FxHashMap<ElementId, Ref>,
    /// How many rounds over the bounds of dates may still be made.
    rounds: u32,
    /// How many nodes were looked through, and how many diagrams.
    looked_through: Cell<usize>,
}

impl<'a> Drawing<'a> {
    /// A drawing of the version in force on `day`, with nothing in it.
    pub fn new(compiled: &'a Compiled, day: Date) -> Self {
        Self::beside(Forest::default(), compiled, day)
    }

    /// A drawing beside what has been drawn already.
    pub(super) fn beside(forest: Forest, compiled: &'a Compiled, day: Date) -> Self {
        let (rounds, looked_through) = (limits::CALENDAR_ROUNDS, Cell::new(0));
        Self { compiled, day, forest, done: FxHashMap::default(), rounds, looked_through }
    }

    /// How many rounds over the bounds of dates were made.
    pub(super) fn rounds_made(&self) -> u32 {
        limits::CALENDAR_ROUNDS.saturating_sub(self.rounds)
    }

    /// The rulebook that is drawn.
    pub(super) fn compiled(&self) -> &'a Compiled {
        self.compiled
    }

    /// Whether there was room for everything.
    ///
    /// # Errors
    ///
    /// [`Code::TooComplex`] at `path`.
    pub fn fits(&self, path: &str) -> Result<(), Problem> {
        if !self.forest.is_full() {
            return Ok(());
        }
        let problem = Problem::new(Code::TooComplex, path).with("value", &self.compiled.id);
        Err(problem.with("expected", limits::FOREST_NODES))
    }

    /// What each constraint allows, what may be stated of numbers, and the calendar.
    pub fn constraints(&mut self) -> Vec<Ref> {
        let mut constraints = Vec::with_capacity(self.compiled.constraints.len());
        for constraint in self.compiled.constraints.values() {
            let never = self.condition(&constraint.never).unwrap_or(Ref::leaf(NO));
            constraints.push(self.forest.negate(never));
        }
        let Compiled { variables, facts, .. } = self.compiled;
        constraints.extend(ranges(variables, facts, &mut self.forest));
        constraints.extend(dates::calendar(variables, &mut self.forest, &mut self.rounds));
        constraints
    }

    /// What the constraints allow together.
    pub fn all_of(&mut self, constraints: &[Ref]) -> Ref {
        let all = constraints.iter();
        all.fold(Ref::leaf(YES), |all, one| self.forest.apply(Op::And, all, *one))
    }

    /// The first verdict whose condition is met; none, where the issue does not arise.
    pub(super) fn issue(&mut self, issue: &CompiledIssue) -> Option<Ref> {
        if !issue.in_force.holds_on(self.day) {
            return None;
        }
        let mut below = Ref::leaf(NONE);
        for (leaf, verdict) in issue.by_leaf().rev() {
            let condition = match &verdict.rule {
                VerdictRule::When(when) => self.condition(when).unwrap_or(Ref::leaf(NO)),
                VerdictRule::Unless(unless) => {
                    let holds = self.condition(unless).unwrap_or(Ref::leaf(YES));
                    self.forest.negate(holds)
                }
                VerdictRule::Otherwise => Ref::leaf(YES),
            };
            below = self.forest.apply(Op::Pick(leaf), condition, below);
        }
        Some(below)
    }

    /// An issue's verdict as far as the constraints allow anything, kept.
    pub(super) fn drawn(&mut self, verdict: Ref, constraints: &[Ref], store: &mut Store) -> Drawn {
        let support = self.support(verdict);
        let bounded = self.bounded(verdict, &support, constraints);
        let diagram = store.keep(self.forest.extract(bounded));
        Drawn { diagram, facts: self.facts(&support) }
    }

    /// The verdict where the constraints that bear on it, directly or through others, allow
    /// anything. A constraint on other facts alone cannot change what is possible here.
    fn bounded(&mut self, verdict: Ref, support: &BTreeSet<Var>, constraints: &[Ref]) -> Ref {
        let mut reach = support.clone();
        let mut waiting: Vec<(Ref, BTreeSet<Var>)> =
            constraints.iter().map(|one| (*one, self.support(*one))).collect();
        let mut bearing = Vec::new();
        while let Some(index) = waiting.iter().position(|(_, vars)| !vars.is_disjoint(&reach)) {
            let (constraint, vars) = waiting.swap_remove(index);
            bearing.push(constraint);
            reach.extend(vars);
        }
        let allowed = self.all_of(&bearing);
        self.forest.apply(Op::Where, allowed, verdict)
    }

    fn support(&self, root: Ref) -> BTreeSet<Var> {
        let alone = self.forest.extract(root);
        self.looked_through.set(self.looked_through.get().saturating_add(alone.size() + 1));
        alone.support().into_iter().collect()
    }

    /// The facts that variables belong to, in order.
    fn facts(&self, support: &BTreeSet<Var>) -> Vec<FactId> {
        let mut facts = BTreeSet::new();
        for var in support {
            facts.extend(self.compiled.variables[*var].facts());
        }
        facts.into_iter().collect()
    }

    /// The diagram of a condition; none, where it is not in force on the day.
    pub fn condition(&mut self, condition: &Cond) -> Option<Ref> {
        match condition {
            Cond::Element(id) => self.element(*id),
            Cond::Fact { every, literals, .. } => {
                let (op, start) = if *every { (Op::And, YES) } else { (Op::Or, NO) };
                let mut result = Ref::leaf(start);
                for literal in literals {
                    let variable = &self.compiled.variables[literal.var];
                    let holds = |level| literal.levels.contains(&level);
                    let test = self.forest.test(literal.var, variable.arity, holds);
                    result = self.forest.apply(op, result, test);
                }
                Some(result)
            }
            Cond::All(list) => self.list(list, Op::And),
            Cond::Any(list) => self.list(list, Op::Or),
            Cond::Not(inner) => {
                let inner = self.condition(inner)?;
                Some(self.forest.negate(inner))
            }
        }
    }

    /// The diagram of those in a list that are in force; none, where none is.
    fn list(&mut self, list: &[Cond], op: Op) -> Option<Ref> {
        let mut result = None;
        for inner in list {
            let Some(inner) = self.condition(inner) else { continue };
            result = Some(match result {
                Some(before) => self.forest.apply(op, before, inner),
                None => inner,
            });
        }
        result
    }

    /// An element; none if it is not in force on the day of the drawing.
    pub fn element(&mut self, id: ElementId) -> Option<Ref> {
        let element = &self.compiled.elements[id];
        if !element.in_force.holds_on(self.day) {
            return None;
        }
        if let Some(known) = self.done.get(&id) {
            return Some(*known);
        }
        let mut result = self.condition(&element.condition)?;
        for exception in &element.unless {
            if let Some(exception) = self.condition(exception) {
                let not = self.forest.negate(exception);
                result = self.forest.apply(Op::And, result, not);
            }
        }
        self.done.insert(id, result);
        Some(result)
    }
}
