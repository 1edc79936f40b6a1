//! What a decision is made on: the rules of a day, and what is known.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use chrono::NaiveDate as Date;

use crate::compile::{
    CalendarId, Compiled, CompiledCalendar, CompiledIssue, DiagramId, Drawn, DrawnDays, FactId,
    IssueId, Standing, Stated, Table, Version,
};
use crate::diagram::{Assignment, Diagram, Forest, Leaf, Leaves, Op, Ref, Var, YES};

use super::by_dates::{self, DateAnswer};
use super::{Bearing, Known};

/// The rules that are applied, and the day of the question.
#[derive(Clone, Copy)]
pub(super) struct Applied<'a> {
    pub(super) rulebook: &'a Compiled,
    pub(super) version: &'a Version,
    pub(super) day: Date,
    pub(super) calendars: &'a Table<CalendarId, CompiledCalendar>,
}

/// The value of each fact that has one.
pub(crate) type Given = Table<FactId, Option<Stated>>;

/// What a decision is made on: a rulebook, the day, its version, and the facts.
pub(crate) struct Matter<'a> {
    pub(crate) rulebook: &'a Compiled,
    pub(crate) version: &'a Version,
    pub(crate) day: Date,
    /// What is known: what was given, with what the dates given answer.
    pub(crate) known: Known,
    /// The issues asked; all that arise, if none is named.
    pub(crate) only: Option<Vec<IssueId>>,
    pub(super) calendars: &'a Table<CalendarId, CompiledCalendar>,
    /// The value of each fact as it was given.
    pub(crate) given: Given,
    /// What the dates given say of other facts.
    pub(super) by_dates: Vec<DateAnswer>,
    /// What the constraints leave of open variables, once somebody asks.
    left: OnceCell<Vec<(Var, Leaves)>>,
    /// What is allowed, and the issues on which that bears, where the dates given leave less
    /// than the diagrams know of.
    allowed: Option<Diagram>,
    narrowed: Vec<(DiagramId, Diagram)>,
    /// What days leave of other dates, for all cases that are made of this one.
    drawn_days: Rc<RefCell<DrawnDays>>,
}

impl<'a> Matter<'a> {
    /// The case of the facts given. They may contradict each other: see
    /// [`is_possible`](Self::is_possible).
    pub(super) fn new(rules: Applied<'a>, given: Given, only: Option<Vec<IssueId>>) -> Self {
        Self::of(rules, given, only, Rc::default())
    }

    fn of(
        Applied { rulebook, version, day, calendars }: Applied<'a>,
        given: Given,
        only: Option<Vec<IssueId>>,
        drawn_days: Rc<RefCell<DrawnDays>>,
    ) -> Self {
        let known = Known::new(rulebook, given.clone());
        let (by_dates, left, allowed, narrowed) = (Vec::new(), OnceCell::new(), None, Vec::new());
        let mut case = Self {
            rulebook,
            version,
            day,
            known,
            only,
            calendars,
            given,
            by_dates,
            left,
            allowed,
            narrowed,
            drawn_days,
        };
        case.narrow();
        by_dates::settle(&mut case);
        case
    }

    /// The same question on other facts.
    pub(crate) fn with(&self, given: Given) -> Self {
        let &Self { rulebook, version, day, calendars, .. } = self;
        let rules = Applied { rulebook, version, day, calendars };
        Matter::of(rules, given, self.only.clone(), Rc::clone(&self.drawn_days))
    }

    /// Whether some of the facts given, and no others, settle an issue with a verdict.
    pub(super) fn is_settled_by(&self, some: Given, drawn: &Drawn, verdict: Leaf) -> bool {
        // Some of what can be true together can be. So what the diagram says holds wherever no
        // dates given answer other facts; days that bound others leave less of it, never more.
        let dated = some.values().any(|value| matches!(value, Some(Stated::Day(_))));
        if !dated || self.rulebook.indexed().in_time.is_empty() {
            let known = Known::new(self.rulebook, some);
            let settles = |less: Diagram| less.settled(&Assignment::default()) == Some(verdict);
            return self.drawn(drawn.diagram).settled(&known.assignment) == Some(verdict)
                || dated && self.within_days(&known, drawn).is_some_and(settles);
        }
        self.settled_by(some, drawn) == Some(verdict)
    }

    /// The verdict of an issue on other facts, if they can be true together and settle it.
    pub(super) fn settled_by(&self, given: Given, drawn: &Drawn) -> Option<Leaf> {
        if self.rulebook.indexed().in_time.is_empty() {
            return self.settled_within_days(&Known::new(self.rulebook, given), drawn);
        }
        self.with(given).settled(drawn)
    }

    /// The verdict of an issue, if these facts can be true together and settle it, in a rulebook
    /// without facts that dates answer.
    fn settled_within_days(&self, known: &Known, drawn: &Drawn) -> Option<Leaf> {
        if let Some(less) = self.within_days(known, drawn) {
            return less.settled(&Assignment::default());
        }
        let (allowed, issue) = (self.drawn(self.version.allowed), self.drawn(drawn.diagram));
        let values = &known.assignment;
        allowed.can_reach(values, YES).then(|| issue.settled(values)).flatten()
    }

    /// What the days known leave of the diagram of an issue, where they leave less of other dates
    /// than the diagrams know of. What is known need not be tested in it, and what cannot be true
    /// together ends in no verdict.
    fn within_days(&self, known: &Known, drawn: &Drawn) -> Option<Diagram> {
        let (allowed, issue) = (self.drawn(self.version.allowed), self.drawn(drawn.diagram));
        let values = &known.assignment;
        let mut days = self.drawn_days.borrow_mut();
        let bounds = self.given_days(known, &mut days);
        if bounds.is_empty() {
            return None;
        }
        let forest = &mut days.forest;
        let all = leave(forest, &bounds, allowed, values);
        let start = forest.adopt(issue, values, |leaf| leaf);
        let less = forest.apply(Op::Where, all, start);
        (!forest.is_full()).then(|| forest.extract(less))
    }

    /// The same facts under another version of the rules, on a day on which it is in force;
    /// or under another rulebook that was told over the same facts. What the dates answer they
    /// answer as of the day of the question, by the rules looked at.
    pub(crate) fn on(&self, rulebook: &'a Compiled, version: &'a Version, day: Date) -> Self {
        let calendars = self.calendars;
        let (given, only) = (self.given.clone(), self.only.clone());
        let rules = Applied { rulebook, version, day: self.day, calendars };
        if !std::ptr::eq(rulebook, self.rulebook) {
            return Matter { day, ..Matter::new(rules, given, only) };
        }
        let mut case = Matter {
            known: self.known.clone(),
            by_dates: self.by_dates.clone(),
            left: OnceCell::new(),
            allowed: None,
            narrowed: Vec::new(),
            drawn_days: Rc::clone(&self.drawn_days),
            rulebook,
            version,
            day,
            only,
            calendars,
            given,
        };
        case.narrow();
        if case.allowed.is_none()
            && self.allowed.is_none()
            && version.allowed == self.version.allowed
        {
            case.left = self.left.clone();
        }
        case
    }

    /// Takes a fact to have a value, or to be open.
    pub(super) fn know(&mut self, fact: FactId, value: Option<Stated>) {
        self.known.put(self.rulebook, fact, value);
        self.narrow();
    }

    /// The diagram of an issue, as far as the dates given leave anything of it. What is known
    /// need not be tested in it.
    pub(crate) fn diagram(&self, id: DiagramId) -> &Diagram {
        let narrowed = self.narrowed.iter().find(|(known, _)| *known == id);
        narrowed.map_or_else(|| self.drawn(id), |(_, diagram)| diagram)
    }

    /// A diagram as it was drawn.
    pub(super) fn drawn(&self, id: DiagramId) -> &'a Diagram {
        &self.rulebook.diagrams[id]
    }

    /// What is allowed, as far as the dates given leave anything of it.
    pub(super) fn allowed(&self) -> &Diagram {
        self.allowed.as_ref().unwrap_or_else(|| self.drawn(self.version.allowed))
    }

    /// What the constraints leave of open variables.
    pub(super) fn left(&self) -> &[(Var, Leaves)] {
        self.left.get_or_init(|| self.allowed().open_levels(&self.known.assignment))
    }

    /// Takes the constraints to leave nothing to say of open variables.
    pub(super) fn leave_all(&mut self) {
        self.left = OnceCell::from(Vec::new());
    }

    /// Whether the facts given can be true together.
    pub(crate) fn is_possible(&self) -> bool {
        let refuted =
            |found: &DateAnswer| found.bearing == Bearing::Contradicts && found.open.is_empty();
        let known = &self.known.assignment;
        !self.by_dates.iter().any(refuted) && self.allowed().can_reach(known, YES)
    }

    /// The verdict of an issue, if the facts can be true together and settle it.
    pub(crate) fn settled(&self, drawn: &Drawn) -> Option<Leaf> {
        let settled = || self.diagram(drawn.diagram).settled(&self.known.assignment);
        self.is_possible().then(settled).flatten()
    }

    /// Whether dates bear on an issue otherwise than through its diagram.
    pub(super) fn turns_on_dates(&self, drawn: &Drawn) -> bool {
        self.narrowed.iter().any(|(id, _)| *id == drawn.diagram)
            || self.by_dates.iter().any(|found| drawn.facts.contains(&found.fact))
    }

    /// What the days known leave of other dates.
    fn given_days(&self, known: &Known, drawn: &mut DrawnDays) -> Vec<Ref> {
        drawn.make_room();
        let Compiled { variables, .. } = self.rulebook;
        let dates = &self.rulebook.indexed().dates;
        dates.given_days(variables, &known.stated, &known.assignment, drawn)
    }

    /// The rules that are applied.
    pub(crate) fn standing(&self) -> Standing<'a> {
        Standing { rulebook: self.rulebook, version: self.version, day: self.day }
    }

    /// The issues to decide, in the rulebook's order.
    pub(crate) fn asked(&self) -> impl Iterator<Item = (IssueId, &'a CompiledIssue, &'a Drawn)> {
        self.rulebook.issues.iter().filter_map(|(id, issue)| {
            let asked = self.only.as_ref().is_none_or(|only| only.contains(&id));
            let drawn = self.version.issues[id].as_ref().filter(|_| asked)?;
            Some((id, issue, drawn))
        })
    }

    /// Leaves of the diagrams what the dates given leave of them.
    fn narrow(&mut self) {
        let (mut allowed, mut narrowed) = (None, Vec::new());
        let mut days = self.drawn_days.borrow_mut();
        let bounds = self.given_days(&self.known, &mut days);
        if !bounds.is_empty() {
            let (forest, known) = (&mut days.forest, &self.known.assignment);
            let all = leave(forest, &bounds, self.drawn(self.version.allowed), known);
            allowed = Some(forest.extract(all));
            let bound: Vec<Var> =
                bounds.iter().flat_map(|bound| forest.extract(*bound).support()).collect();
            // Issues that were not asked as well: an alert may need their verdicts.
            for issue in self.version.issues.values().flatten() {
                let drawn = self.drawn(issue.diagram);
                if drawn.support().iter().any(|var| bound.contains(var)) {
                    let start = forest.adopt(drawn, known, |leaf| leaf);
                    let less = forest.apply(Op::Where, all, start);
                    narrowed.push((issue.diagram, forest.extract(less)));
                }
            }
            // Where there was no room, what was drawn stands: too wide, but never wrong.
            if forest.is_full() {
                (allowed, narrowed) = (None, Vec::new());
            }
        }
        drop(days);
        (self.allowed, self.narrowed) = (allowed, narrowed);
        self.left = OnceCell::new();
    }
}

/// What is allowed, where days leave these conditions of it.
fn leave(forest: &mut Forest, bounds: &[Ref], allowed: &Diagram, known: &Assignment) -> Ref {
    let start = forest.adopt(allowed, known, |leaf| leaf);
    bounds.iter().fold(start, |all, one| forest.apply(Op::And, all, *one))
}
