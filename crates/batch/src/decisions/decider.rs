//! Rows in, decisions out.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use serde_json::Value;
use zhengpin::answer::{Failure, try_decide};
use zhengpin::compile::{Compiled, CompiledFact};
use zhengpin::decide::Decided;

use super::columns::{answer_columns, holds};
use super::request::{Deciding, request};
use super::told;
use crate::answer_cell::AnswerCell;
use crate::layout::Layout;
use crate::parts::{DonePart, PartCount};
use crate::reason::{BatchError, Reason};
use crate::sheet::{Sheet, SheetRow};
use crate::source::{Carries, RawBlock, TableSource};
use crate::tables::{Holds, Refusals, TableShape, refuse, refused_shape};

/// What decides rows.
pub(super) struct Decider {
    asked: Deciding,
    layout: Layout,
    /// The columns of the row that are told again as they were read: its day, and its facts.
    again: Vec<String>,
    /// The issues that are answered, in order.
    issues: Vec<String>,
    pub(super) answers: TableShape,
    pub(super) refused: TableShape,
}

/// What was decided on facts.
type RowAnswer = Arc<Result<Decided, Vec<Reason>>>;

/// The answers by what rows say, in their order: what is wrong is told in it.
type AnsweredRows<'r> = HashMap<Vec<(&'r String, &'r Value)>, RowAnswer>;

impl Decider {
    /// What decides the rows of a source. Where it carries all its columns, nothing that was read
    /// is told again.
    pub(super) fn new(
        asked: &Deciding,
        rulebook: &Compiled,
        layout: Layout,
        source: &TableSource,
        refusals: Refusals,
    ) -> Result<Self, BatchError> {
        let header = source.header();
        let named = |fact: &&CompiledFact| {
            let column = layout.column(&fact.id);
            header.is_none_or(|header| header.iter().any(|name| name == column))
        };
        let all_carried = source.carries() == Carries::All;
        let all = rulebook.facts.values().filter(|_| !asked.only_ids && !all_carried);
        let facts = all.filter(named).map(|fact| (fact.id.clone(), holds(fact.kind)));
        let day = asked.day_column.iter().filter(|_| !all_carried);
        let day = day.map(|column| (column.clone(), Holds::Text));
        let mut columns: Vec<(String, Holds)> = day.chain(facts).collect();
        let again = columns.iter().map(|(name, _)| name.clone()).collect();
        let of = |id: &String| asked.issues.is_empty() || asked.issues.contains(id);
        let issues = rulebook.issues.values().map(|issue| issue.id.clone()).filter(of);
        let issues: Vec<String> = issues.collect();
        columns.extend(answer_columns(&issues, asked.want));
        let answers = TableShape::new(&source.kept(&layout), &columns, refusals)?;
        let refused = refused_shape()?;
        Ok(Self { asked: asked.clone(), layout, again, issues, answers, refused })
    }

    pub(super) fn part(&self, block: Option<RawBlock>) -> Result<DonePart, BatchError> {
        let sheet = block.map(|block| block.read(&self.layout)).transpose()?;
        let none =
            || Sheet { rows: Vec::new(), kept: self.answers.none_kept(self.layout.kept.len()) };
        let Sheet { rows, kept } = sheet.unwrap_or_else(none);
        let (mut answers, mut refused) = (self.answers.begin(), self.refused.begin());
        let mut count = PartCount { rows: u64::try_from(rows.len()).unwrap_or(0), refused: 0 };
        let mut among = Vec::with_capacity(rows.len());
        // Rows that say the same have the same answer: nothing else is asked of one.
        let mut known: AnsweredRows<'_> = HashMap::new();
        for row in &rows {
            let decided = self.decided(row, &mut known);
            match decided.as_ref() {
                Ok(decided) => {
                    answers.push(row.number, self.cells(row, decided))?;
                    among.push(true);
                }
                Err(reasons) => {
                    count.refused += 1;
                    among.push(self.answers.refusals() == Refusals::Beside);
                    match self.answers.refusals() {
                        Refusals::Apart => refuse(&mut refused, row, reasons)?,
                        Refusals::Beside => {
                            let of_row = |reason: &Reason| (row.number, reason.clone());
                            let reasons = reasons.iter().map(of_row).collect();
                            answers.refuse(row.number, Vec::new(), reasons)?;
                        }
                    }
                }
            }
        }
        let answers = answers.finish(&kept, &among)?;
        Ok(DonePart { count, tables: vec![answers, refused.finish(&[], &[])?] })
    }

    fn decided<'r>(&self, row: &'r SheetRow, known: &mut AnsweredRows<'r>) -> RowAnswer {
        if !row.reasons.is_empty() {
            return Arc::new(Err(row.reasons.clone()));
        }
        match known.entry(row.values.iter().collect()) {
            Entry::Occupied(known) => Arc::clone(known.get()),
            Entry::Vacant(new) => Arc::clone(new.insert(Arc::new(self.decided_anew(row)))),
        }
    }

    fn decided_anew(&self, row: &SheetRow) -> Result<Decided, Vec<Reason>> {
        let mut facts = row.values.clone();
        let day = self.asked.day_column.as_ref().map(|column| (column, facts.shift_remove(column)));
        if let Some((column, None)) = day {
            return Err(vec![Reason::new("no_day", &[]).in_column(column)]);
        }
        let request = request(&self.asked, facts, day.and_then(|(_, day)| day));
        try_decide(Ok(request)).map_err(|failure| self.reasons(failure))
    }

    /// What the engine says of a row, by column.
    fn reasons(&self, failure: Failure) -> Vec<Reason> {
        let all = std::iter::once(failure.error.first).chain(failure.error.more);
        let column = |path: &str| {
            let name = path.strip_prefix("/facts/").and_then(|path| path.split('/').next());
            let fact = name.map(|name| name.replace("~1", "/").replace("~0", "~"));
            let fact = fact.map(|fact| self.layout.column(&fact).to_owned());
            fact.or_else(|| self.asked.day_column.clone().filter(|_| path == "/asOf"))
        };
        all.map(|told| (column(&told.path), told))
            .map(|(at, told)| Reason::told(told, at))
            .collect()
    }

    fn cells(&self, row: &SheetRow, decided: &Decided) -> Vec<AnswerCell> {
        let own = self.again.iter().map(|name| AnswerCell::of(row.values.get(name)));
        own.chain(told::cells(decided, &self.issues)).collect()
    }
}
