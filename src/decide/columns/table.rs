//! The columns that are given, read block by block.

use chrono::NaiveDate as Date;

use crate::compile::{Compiled, DateGroups, FactId, Meaning, Table, Variable};
use crate::day::{self, later};
use crate::diagram::{Level, Var};
use crate::limits;
use crate::problem::{Code, Problem, child};
use crate::refused::Refused;
use crate::request::Reader;

use super::super::case::Given;
use super::column::{Column, count, count_cuts, reached};
use super::levels::{LANES, LevelBlock, bits};
use super::values::{FactValues, array_of, is_day};

/// The facts of many rows.
pub(super) struct CaseTable<'a, 'v> {
    rulebook: &'a Compiled,
    columns: Vec<Column<'v>>,
    lags: Vec<GivenLag<'a>>,
    pub(super) rows: usize,
}

/// A variable for the time between two days, both of which are given.
struct GivenLag<'a> {
    var: Var,
    day: usize,
    since: usize,
    cuts: &'a [(i32, i32)],
    /// The same in days alone, where no cut counts months.
    in_days: Option<Vec<i32>>,
}

impl<'a, 'v> CaseTable<'a, 'v> {
    /// The columns, by the ids of their facts, of so many rows.
    ///
    /// # Errors
    ///
    /// Facts that the rulebook does not have, or that are given twice; values of another kind;
    /// and columns that are shorter or longer than the others.
    pub(super) fn of(
        rulebook: &'a Compiled,
        given: &[(&str, FactValues<'v>)],
        rows: usize,
    ) -> Result<Self, Refused> {
        let mut reader = Reader::default();
        let mut columns: Vec<Column<'v>> = Vec::with_capacity(given.len());
        for (name, values) in given {
            let path = child("/facts", name);
            let Some(fact) = rulebook.facts.find(|fact| fact.id == *name) else {
                reader.report(Problem::new(Code::UnknownFact, path).with("value", name));
                continue;
            };
            if columns.iter().any(|known| known.fact == fact) {
                reader.report(Problem::new(Code::DuplicateId, &path).with("value", name));
            }
            if values.len() != rows {
                let problem = Problem::new(Code::UnevenColumns, &path);
                reader.report(problem.with("value", values.len()).with("expected", rows));
            }
            match Column::of(rulebook, fact, *values) {
                Some(column) => columns.push(column),
                None => match array_of(&rulebook.facts[fact]) {
                    Some(array) => {
                        let problem = Problem::new(Code::WrongType, path);
                        reader
                            .report(problem.with("value", values.array()).with("expected", array));
                    }
                    None => reader.report(Problem::new(Code::TooComplex, path).with("value", name)),
                },
            }
        }
        let place = |fact: FactId| columns.iter().position(|column| column.fact == fact);
        let lags = rulebook.variables.iter().filter_map(|(var, variable)| {
            let Meaning::Since(base, cuts) = &variable.meaning else { return None };
            let (day, since) = place(variable.fact).zip(place(*base))?;
            let in_days = cuts.iter().map(|(months, days)| (*months == 0).then_some(*days));
            Some(GivenLag { var, day, since, cuts, in_days: in_days.collect() })
        });
        let lags = lags.collect();
        reader.finish(Self { rulebook, columns, lags, rows })
    }

    /// The variables to which some column gives values.
    pub(super) fn vars(&self) -> Vec<Var> {
        let lags = self.lags.iter().map(|lag| lag.var);
        self.columns.iter().flat_map(Column::vars).chain(lags).collect()
    }

    /// Reads the rows of a block, and tells of each date in which of them a day stands.
    ///
    /// # Errors
    ///
    /// Every value of the table that there is not, with its row.
    pub(super) fn read(
        &self,
        from: usize,
        levels: &mut LevelBlock,
        days: &mut Vec<(FactId, u64)>,
    ) -> Result<(), Refused> {
        days.clear();
        for column in &self.columns {
            match column.read(from, levels) {
                None => return Err(self.wrong()),
                Some(0) => {}
                Some(given) => days.push((column.fact, given)),
            }
        }
        for lag in &self.lags {
            let days = |place: usize| self.columns.get(place).and_then(|one| one.days(from));
            let Some((on, since)) = days(lag.day).zip(days(lag.since)) else { continue };
            let Some(lanes) = levels.of_mut(lag.var) else { continue };
            lag.read(on, since, lanes);
        }
        Ok(())
    }

    /// The facts of a row, as a request would state them.
    pub(super) fn given(&self, row: usize) -> Given {
        let mut given = self.rulebook.facts.map(|_, _| None);
        for column in &self.columns {
            given[column.fact] = column.stated(row);
        }
        given
    }

    /// The refusal of all values that there are not.
    fn wrong(&self) -> Refused {
        let mut reader = Reader::default();
        for row in 0..self.rows {
            for column in &self.columns {
                let path = || {
                    let fact = child("/facts", &self.rulebook.facts[column.fact].id);
                    child(&fact, &row.to_string())
                };
                column.wrong(row, "").into_iter().for_each(|problem| {
                    reader.report(Problem { path: path(), ..problem });
                });
            }
        }
        match reader.finish(()) {
            Err(refused) => refused,
            // What was read as no value is found to be none.
            Ok(()) => Problem::new(Code::Broken, "/facts").into(),
        }
    }
}

impl GivenLag<'_> {
    /// Reads the rows of a block.
    fn read(&self, on: &[i32], since: &[i32], lanes: &mut [Level; LANES]) {
        let Some(days) = &self.in_days else {
            for ((on, since), lane) in on.iter().zip(since).zip(lanes) {
                *lane = self.level(*on, *since);
            }
            return;
        };
        let mut between = [0; LANES];
        for ((on, since), between) in on.iter().zip(since).zip(&mut between) {
            // What is no day is no number either, and read as open below.
            *between = on.wrapping_sub(*since);
        }
        count_cuts(lanes, &between, days);
        let open = count(days.len() + 1);
        for ((on, since), lane) in on.iter().zip(since).zip(lanes) {
            *lane = if is_day(*on) & is_day(*since) { *lane } else { open };
        }
    }

    /// The value of the variable for two days.
    fn level(&self, on: i32, since: i32) -> Level {
        if !is_day(on) || !is_day(since) {
            return count(self.cuts.len() + 1);
        }
        let has = |(months, days): &(i32, i32)| match *months {
            0 => since.saturating_add(*days) <= on,
            months => {
                let cut = day::numbered(since).and_then(|since| later(since, months, *days));
                cut.zip(day::numbered(on)).is_some_and(|(cut, on)| cut <= on)
            }
        };
        reached(self.cuts.iter().map(has))
    }
}

/// Dates that are compared with each other, and the variables in which they are, each with the
/// number of its values.
type ComparedDates = (Vec<FactId>, Vec<(Var, Level)>);

/// What is not read off the values of variables alone: days that bound other days, and
/// deadlines that answer facts.
#[derive(Clone, Debug)]
pub(super) struct DaysThatBear {
    /// The dates that are compared with each other, and the variables in which they are.
    groups: Vec<ComparedDates>,
    /// The dates by which deadlines are counted that answer a fact.
    counted: Vec<FactId>,
}

impl DaysThatBear {
    pub(super) fn of(rulebook: &Compiled, day: Date) -> Self {
        let variables: &Table<Var, Variable> = &rulebook.variables;
        let groups = DateGroups::of(variables);
        let groups = groups.each().map(|(dates, vars)| {
            let vars = vars.iter().map(|var| (*var, variables[*var].arity));
            (dates.to_vec(), vars.collect())
        });
        let answered = rulebook.facts.values().filter(|fact| fact.in_force.holds_on(day));
        let deadlines = answered.flat_map(|fact| &fact.in_time).map(|id| &rulebook.deadlines[*id]);
        let counted = deadlines.flat_map(crate::compile::CompiledDeadline::dates).collect();
        Self { groups: groups.collect(), counted }
    }

    /// The rows of a block in which days bear on more than the variables tell.
    pub(super) fn rows(&self, levels: &LevelBlock, days: &[(FactId, u64)]) -> u64 {
        let given = |dates: &[FactId]| {
            let given = days.iter().filter(|(fact, _)| dates.contains(fact));
            given.fold(0, |rows, (_, given)| rows | given)
        };
        let mut bear = given(&self.counted);
        for (dates, vars) in &self.groups {
            let some = given(dates);
            if some == 0 {
                continue;
            }
            let open =
                vars.iter().fold(0, |open, (var, arity)| open | open_in(levels, *var, *arity));
            bear |= some & open;
        }
        bear
    }
}

/// The rows in which a variable is open.
pub(super) fn open_in(levels: &LevelBlock, var: Var, arity: Level) -> u64 {
    bits(&levels.of(var).map(|level| u8::from(level >= arity)), 0)
}

/// How many rows there are at most.
pub(super) fn too_many(rows: usize) -> Option<Problem> {
    let problem = Problem::new(Code::TooMany, "/rows").with("value", rows);
    (limits::COLUMN_ROWS < rows).then(|| problem.with("expected", limits::COLUMN_ROWS))
}
