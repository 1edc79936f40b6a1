//! What a decision is made on: the rules of a day, and what is known.

use std::cell::OnceCell;
use std::rc::Rc;

use chrono::NaiveDate as Date;

use crate::compile::{
    CalendarId, Compiled, CompiledCalendar, CompiledIssue, DateGroups, DiagramId, Drawn, FactId,
    IssueId, Standing, Stated, Table, Version,
};
use crate::diagram::{Diagram, Forest, Leaf, Leaves, Op, Ref, Var, YES};

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
    /// The dates of the rulebook that are compared with each other.
    dates: Rc<DateGroups>,
}

impl<'a> Matter<'a> {
    /// The case of the facts given. They may contradict each other: see
    /// [`is_possible`](Self::is_possible).
    pub(super) fn new(rules: Applied<'a>, given: Given, only: Option<Vec<IssueId>>) -> Self {
        let dates = Rc::new(DateGroups::of(&rules.rulebook.variables));
        Self::of(rules, given, only, dates)
    }

    fn of(
        Applied { rulebook, version, day, calendars }: Applied<'a>,
        given: Given,
        only: Option<Vec<IssueId>>,
        dates: Rc<DateGroups>,
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
            dates,
        };
        case.narrow();
        by_dates::settle(&mut case);
        case
    }

    /// The same question on other facts.
    pub(crate) fn with(&self, given: Given) -> Self {
        let &Self { rulebook, version, day, calendars, .. } = self;
        let rules = Applied { rulebook, version, day, calendars };
        Matter::of(rules, given, self.only.clone(), Rc::clone(&self.dates))
    }

    /// Whether some of the facts given, and no others, settle an issue with a verdict.
    pub(super) fn is_settled_by(&self, some: Given, drawn: &Drawn, verdict: Leaf) -> bool {
        // Some of what can be true together can be. So what the diagram says holds wherever no
        // dates given answer other facts; days that bound others leave less of it, never more.
        let dated = some.values().any(|value| matches!(value, Some(Stated::Day(_))));
        if !dated || self.rulebook.facts.values().all(|fact| fact.in_time.is_empty()) {
            let known = Known::new(self.rulebook, some);
            let reached = self.drawn(drawn.diagram).reachable(&known.assignment).only();
            if reached == Some(verdict) || !dated || !self.bounds(&known) {
                return reached == Some(verdict);
            }
            return self.with(known.stated).settled(drawn) == Some(verdict);
        }
        self.with(some).settled(drawn) == Some(verdict)
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
            dates: Rc::clone(&self.dates),
            rulebook,
            version,
            day,
            only,
            calendars,
            given,
        };
        case.narrow();
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
        !self.by_dates.iter().any(refuted) && self.allowed().reachable(known).contains(YES)
    }

    /// The verdict of an issue, if the facts can be true together and settle it.
    pub(crate) fn settled(&self, drawn: &Drawn) -> Option<Leaf> {
        let settled = || self.diagram(drawn.diagram).reachable(&self.known.assignment).only();
        self.is_possible().then(settled).flatten()
    }

    /// Whether dates bear on an issue otherwise than through its diagram.
    pub(super) fn turns_on_dates(&self, drawn: &Drawn) -> bool {
        self.narrowed.iter().any(|(id, _)| *id == drawn.diagram)
            || self.by_dates.iter().any(|found| drawn.facts.contains(&found.fact))
    }

    /// Whether days known leave less of other dates than the diagrams know of.
    fn bounds(&self, known: &Known) -> bool {
        let variables = &self.rulebook.variables;
        let mut forest = Forest::default();
        let bounds =
            self.dates.given_days(variables, &known.stated, &known.assignment, &mut forest);
        bounds.iter().any(|bound| *bound != Ref::leaf(YES))
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
        let mut forest = Forest::default();
        let (variables, known) = (&self.rulebook.variables, &self.known.assignment);
        let stated = &self.known.stated;
        let mut bounds = self.dates.given_days(variables, stated, known, &mut forest);
        bounds.retain(|bound| *bound != Ref::leaf(YES));
        if !bounds.is_empty() {
            let start = forest.adopt(self.drawn(self.version.allowed), known, |leaf| leaf);
            let all = bounds.iter().fold(start, |all, one| forest.apply(Op::And, all, *one));
            allowed = Some(forest.extract(all));
            // Issues that were not asked as well: an alert may need their verdicts.
            for issue in self.version.issues.values().flatten() {
                let drawn = self.drawn(issue.diagram);
                let tested = drawn.support();
                let bears = |bound: &Ref| {
                    forest.extract(*bound).support().iter().any(|var| tested.contains(var))
                };
                if bounds.iter().any(bears) {
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
        (self.allowed, self.narrowed) = (allowed, narrowed);
        self.left = OnceCell::new();
    }
}
