//! Rows in, decisions out.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use zhengpin::answer::{Failure, try_decide_whole};
use zhengpin::compile::{Compiled, CompiledFact};
use zhengpin::decide::{ByDates, Deadline, Decision};
use zhengpin::truth::Truth;

use super::columns::{OF_AN_ISSUE, answer_columns, holds};
use super::request::{Deciding, request};
use crate::layout::Layout;
use crate::parts::{DonePart, PartCount};
use crate::reason::{BatchError, Reason};
use crate::rules::{OPEN, warned, word};
use crate::sheet::{Sheet, SheetRow};
use crate::source::{RawBlock, TableSource};
use crate::tables::{AnswerCell, Holds, TableShape, refuse, refused_shape};

/// What decides rows.
pub(super) struct Decider<'a> {
    asked: &'a Deciding,
    layout: &'a Layout,
    /// The facts that are passed on, in order.
    facts: Vec<String>,
    /// The issues that are answered, in order.
    issues: Vec<String>,
    pub(super) answers: TableShape,
    pub(super) refused: TableShape,
}

/// What was decided on facts.
type RowAnswer = Arc<Result<Decision, Vec<Reason>>>;

impl<'a> Decider<'a> {
    pub(super) fn new(
        asked: &'a Deciding,
        rulebook: &Compiled,
        layout: &'a Layout,
        source: &TableSource,
    ) -> Result<Self, BatchError> {
        let header = source.header();
        let named = |id: &String| header.is_none_or(|header| header.contains(id));
        let all = rulebook.facts.values().filter(|_| !asked.only_ids);
        let facts: Vec<&CompiledFact> = all.filter(|fact| named(&fact.id)).collect();
        let of = |id: &String| asked.issues.is_empty() || asked.issues.contains(id);
        let issues = rulebook.issues.values().map(|issue| issue.id.clone()).filter(of);
        let issues: Vec<String> = issues.collect();
        let day = asked.day_column.iter().map(|column| (column.clone(), Holds::Text));
        let mut columns: Vec<(String, Holds)> = day.collect();
        columns.extend(facts.iter().map(|fact| (fact.id.clone(), holds(fact.kind))));
        columns.extend(answer_columns(&issues));
        let kept: Vec<_> = layout.kept.iter().cloned().zip(source.kept(layout)).collect();
        let (answers, refused) = (TableShape::new(&kept, &columns)?, refused_shape()?);
        let facts = facts.iter().map(|fact| fact.id.clone()).collect();
        Ok(Self { asked, layout, facts, issues, answers, refused })
    }

    pub(super) fn part(&self, block: Option<RawBlock>) -> Result<DonePart, BatchError> {
        let sheet = block.map(|block| block.read(self.layout)).transpose()?;
        let none =
            || Sheet { rows: Vec::new(), kept: self.answers.none_kept(self.layout.kept.len()) };
        let Sheet { rows, kept } = sheet.unwrap_or_else(none);
        let (mut answers, mut refused) = (self.answers.begin(), self.refused.begin());
        let mut count = PartCount { rows: u64::try_from(rows.len()).unwrap_or(0), refused: 0 };
        let mut among = Vec::with_capacity(rows.len());
        // Equal facts have equal answers.
        let mut known: HashMap<String, RowAnswer> = HashMap::new();
        for row in &rows {
            let decided = self.decided(row, &mut known);
            match decided.as_ref() {
                Ok(decision) => {
                    answers.push(row.number, self.cells(row, decision))?;
                    among.push(true);
                }
                Err(reasons) => {
                    refuse(&mut refused, row, reasons)?;
                    count.refused += 1;
                    among.push(false);
                }
            }
        }
        let answers = answers.finish(&kept, &among)?;
        Ok(DonePart { count, tables: vec![answers, refused.finish(&[], &[])?] })
    }

    fn decided(&self, row: &SheetRow, known: &mut HashMap<String, RowAnswer>) -> RowAnswer {
        if !row.reasons.is_empty() {
            return Arc::new(Err(row.reasons.clone()));
        }
        let mut facts = row.values.clone();
        let day = self.asked.day_column.as_ref().map(|column| (column, facts.shift_remove(column)));
        if let Some((column, None)) = day {
            return Arc::new(Err(vec![Reason::new("no_day", &[]).in_column(column)]));
        }
        let request = request(self.asked, facts, day.and_then(|(_, day)| day));
        match known.entry(request.to_string()) {
            Entry::Occupied(known) => Arc::clone(known.get()),
            Entry::Vacant(new) => {
                let decision =
                    try_decide_whole(Ok(request)).map_err(|failure| self.reasons(failure));
                Arc::clone(new.insert(Arc::new(decision)))
            }
        }
    }

    /// What the engine says of a row, by column.
    fn reasons(&self, failure: Failure) -> Vec<Reason> {
        let all = std::iter::once(failure.error.first).chain(failure.error.more);
        let column = |path: &str| {
            let name = path.strip_prefix("/facts/").and_then(|path| path.split('/').next());
            let fact = name.map(|name| name.replace("~1", "/").replace("~0", "~"));
            fact.or_else(|| self.asked.day_column.clone().filter(|_| path == "/asOf"))
        };
        all.map(|told| (column(&told.path), told))
            .map(|(at, told)| Reason::told(told, at))
            .collect()
    }

    fn cells(&self, row: &SheetRow, decision: &Decision) -> Vec<AnswerCell> {
        let own = |name: &String| AnswerCell::of(row.values.get(name));
        let mut cells: Vec<AnswerCell> = self.asked.day_column.iter().map(own).collect();
        cells.extend(self.facts.iter().map(own));
        cells.push(AnswerCell::Text(decision.version.clone()));
        for id in &self.issues {
            let Some(issue) = decision.issues.iter().find(|issue| issue.issue == *id) else {
                // It does not arise on this day.
                cells.extend(OF_AN_ISSUE.map(|_| AnswerCell::Nothing));
                continue;
            };
            let state = |state: Truth| {
                let those = issue.missing.iter().filter(move |one| one.state == state);
                let mut ids: Vec<&str> = those.map(|one| one.element.as_str()).collect();
                ids.dedup();
                AnswerCell::texts(ids)
            };
            cells.extend([
                AnswerCell::text(issue.verdict.clone()),
                AnswerCell::from(issue.settled),
                AnswerCell::texts(&issue.possible),
                AnswerCell::texts(&issue.because),
                state(Truth::No),
                state(Truth::Unknown),
                AnswerCell::texts(issue.citations.iter().map(|cited| &cited.provision)),
            ]);
        }
        cells.push(AnswerCell::texts(&decision.next));
        cells.push(AnswerCell::texts(decision.presumed.keys()));
        cells.push(AnswerCell::texts(decision.by_dates.iter().map(by_dates)));
        let due = decision.deadlines.iter().filter(|one| one.applies == Truth::Yes);
        cells.push(AnswerCell::texts(due.map(deadline)));
        cells.push(AnswerCell::texts(decision.warnings.iter().map(warned)));
        cells
    }
}

/// What dates make of a fact.
fn by_dates(found: &ByDates) -> String {
    format!("{} {}", found.fact, word(&found.bearing).unwrap_or_default())
}

/// A deadline with its last day; with the first and the last that it may be, where that is not
/// certain.
fn deadline(deadline: &Deadline) -> String {
    let day = match (deadline.moved.or(deadline.due), &deadline.range) {
        (Some(day), _) => day.to_string(),
        (None, Some(range)) => format!("{}/{}", range.earliest, range.latest),
        (None, None) => OPEN.to_owned(),
    };
    format!("{} {day}", deadline.id)
}
