//! A row that is decided as a request is: where days bear on more than the variables tell, and
//! where the smallest reason is looked for.

use chrono::NaiveDate as Date;

use crate::compile::{
    CalendarId, Compiled, CompiledCalendar, CompiledIssue, Drawn, IssueId, Table, Version,
};
use crate::diagram::{Full, Leaves};
use crate::truth::Truth;

use super::super::case::{Applied, Given};
use super::super::{Matter, application, missing, reasons};

/// The rules by which rows are decided.
#[derive(Clone, Debug)]
pub(super) struct RowRules {
    pub(super) rulebook: Compiled,
    calendars: Table<CalendarId, CompiledCalendar>,
    pub(super) version: Version,
    pub(super) day: Date,
    pub(super) issue: IssueId,
    pub(super) drawn: Drawn,
}

/// What a row was decided to be.
pub(super) struct RowOutcome<'a> {
    pub(super) possible: Leaves,
    /// The elements that fail, and those that are open.
    pub(super) missing: Vec<(&'a str, bool)>,
    /// The facts of the smallest reason, where one was asked for.
    pub(super) because: Vec<String>,
}

impl RowRules {
    pub(super) fn new(
        rulebook: &Compiled,
        calendars: &Table<CalendarId, CompiledCalendar>,
        (version, day): (&Version, Date),
        (issue, drawn): (IssueId, &Drawn),
    ) -> Self {
        Self {
            rulebook: rulebook.clone(),
            calendars: calendars.clone(),
            version: version.clone(),
            day,
            issue,
            drawn: drawn.clone(),
        }
    }

    pub(super) fn asked(&self) -> &CompiledIssue {
        &self.rulebook.issues[self.issue]
    }

    fn case(&self, given: Given) -> Matter<'_> {
        let Self { rulebook, calendars, version, day, issue, .. } = self;
        let rules = Applied { rulebook, version, day: *day, calendars };
        Matter::new(rules, given, Some(vec![*issue]))
    }

    /// Decides a row; nothing, where its facts contradict each other.
    ///
    /// # Errors
    ///
    /// [`Full`], where the search for the smallest reason had no room.
    pub(super) fn decide(
        &self,
        given: Given,
        because: bool,
    ) -> Result<Option<RowOutcome<'_>>, Full> {
        let case = self.case(given);
        if !case.is_possible() {
            return Ok(None);
        }
        let reached = case.diagram(self.drawn.diagram).reachable(&case.known.assignment);
        let mut possible = Leaves::default();
        reached.verdicts().for_each(|leaf| possible.insert(leaf));
        let settled = possible.only();
        let tree = application::application(&case, self.asked(), settled);
        let gaps = missing::missing(&tree).into_iter();
        let missing = gaps.map(|gap| (gap.element, gap.state == Truth::No)).collect();
        let because = match settled.filter(|_| because) {
            Some(leaf) => reasons::because(&case, &self.drawn, leaf)?,
            None => Vec::new(),
        };
        Ok(Some(RowOutcome { possible, missing, because }))
    }
}
