//! What is told of rows, as it is written.

use crate::compile::FactId;
use crate::diagram::{IMPOSSIBLE, Leaf};
use crate::limits;
use crate::problem::{Code, Problem};
use crate::refused::Refused;

use super::elements::{self, Elements};
use super::flat::MayHave;
use super::levels::{self, LevelBlock};
use super::parts::Left;
use super::patterns::Patterns;
use super::table::CaseTable;
use super::whole::RowRules;
use super::{CONTRADICTORY, Columnar, DecidedColumns, OPEN_VERDICT, VerdictEnd};

/// What is told of rows, with what it takes to tell it.
pub(super) struct RowsTold<'t> {
    pub(super) rules: &'t RowRules,
    pub(super) table: &'t CaseTable<'t, 't>,
    pub(super) wanted: Columnar,
    /// How many words the elements of a row take.
    pub(super) words: usize,
    pub(super) told: DecidedColumns,
}

impl DecidedColumns {
    /// For so many rows, of which nothing is told yet.
    pub(super) fn for_rows(rows: usize, wanted: Columnar, words: usize) -> Self {
        let missing = if wanted.missing { rows * words } else { 0 };
        Self {
            verdict: vec![CONTRADICTORY; rows],
            settled: vec![0; rows],
            possible: vec![0; rows],
            failing: vec![0; missing],
            unknown: vec![0; missing],
            because: vec![0; if wanted.because { rows } else { 0 }],
        }
    }
}

fn put<T>(list: &mut [T], row: usize, value: T) {
    if let Some(place) = list.get_mut(row) {
        *place = value;
    }
}

impl RowsTold<'_> {
    /// Writes what the rows of a block can still come to, and tells which of them can come to
    /// anything.
    pub(super) fn verdicts(
        &mut self,
        from: usize,
        ends: impl Iterator<Item = (Leaf, u64)> + Clone,
    ) -> u64 {
        let ends = ends.filter(|(leaf, rows)| *leaf != IMPOSSIBLE && *rows != 0);
        let (mut one, mut several) = (0, 0);
        for (_, rows) in ends.clone() {
            several |= one & rows;
            one |= rows;
        }
        let told = &mut self.told;
        for lane in levels::rows(several) {
            put(&mut told.verdict, from + lane, OPEN_VERDICT);
        }
        for (leaf, rows) in ends {
            for lane in levels::rows(rows & !several) {
                put(&mut told.verdict, from + lane, leaf);
                put(&mut told.settled, from + lane, 1);
            }
            for lane in levels::rows(rows) {
                let possible = told.possible.get_mut(from + lane);
                possible.into_iter().for_each(|bits| *bits |= 1_u16.wrapping_shl(leaf.into()));
            }
        }
        one
    }

    /// Writes what a row can still come to.
    pub(super) fn verdict(&mut self, row: usize, end: VerdictEnd) {
        put(&mut self.told.verdict, row, end.code);
        put(&mut self.told.settled, row, u8::from(end.code < OPEN_VERDICT));
        put(&mut self.told.possible, row, end.possible);
    }

    /// Writes what is missing in those rows of a block that `among` names. Tells in which of
    /// them only a whole decision tells it.
    pub(super) fn missing(
        &mut self,
        from: usize,
        among: u64,
        (elements, left): (&mut Elements, &mut [Left]),
        (levels, may_have): (&LevelBlock, &MayHave),
    ) -> u64 {
        let mut odd = 0;
        elements.look(levels);
        for one in left {
            let open = one.steps.first().map_or(0, |step| elements.open(*step)) & among;
            if one.idle {
                odd |= open;
            } else if open != 0 {
                let left = one.values.walk(may_have, open);
                one.steps.iter().for_each(|step| elements.leave(*step, left.ends()));
            }
        }
        elements.conclude();
        let (words, told) = (self.words, &mut self.told);
        elements::write(elements, among & !odd, |lane, place, fails| {
            let list = if fails { &mut told.failing } else { &mut told.unknown };
            let word = list.get_mut((from + lane) * words + place / 32);
            word.into_iter().for_each(|word| *word |= 1 << (place % 32));
        });
        odd
    }

    /// Writes the smallest reasons of those rows of a block that `among` names.
    ///
    /// # Errors
    ///
    /// That the search for one had no room.
    pub(super) fn because(
        &mut self,
        from: usize,
        among: u64,
        patterns: &mut Patterns,
        (levels, dates): (&LevelBlock, &[(FactId, u64)]),
    ) -> Result<(), Refused> {
        // Of days it matters which they are, and not only where they lie.
        let own = dates.iter().filter(|(fact, _)| self.rules.drawn.facts.contains(fact));
        let of_days = own.fold(0, |rows, (_, given)| rows | given);
        for lane in levels::rows(among) {
            let row = from + lane;
            if self.told.settled.get(row) != Some(&1) {
                continue;
            }
            let known = if of_days >> lane & 1 == 1 { None } else { patterns.known(levels, lane) };
            let code = match known {
                Some(code) => code,
                None => {
                    let decided = self.rules.decide(self.table.given(row), true);
                    let decided = decided.map_err(|_| self.no_room(row))?;
                    let code = patterns.code(decided.map_or_else(Vec::new, |one| one.because));
                    if of_days >> lane & 1 == 0 {
                        patterns.keep(code);
                    }
                    code
                }
            };
            put(&mut self.told.because, row, code);
        }
        Ok(())
    }

    /// Decides a row as a request is decided.
    ///
    /// # Errors
    ///
    /// That the search for its smallest reason had no room.
    pub(super) fn whole(
        &mut self,
        row: usize,
        elements: &Elements,
        patterns: &mut Patterns,
    ) -> Result<(), Refused> {
        let decided = self.rules.decide(self.table.given(row), self.wanted.because);
        let Some(outcome) = decided.map_err(|_| self.no_room(row))? else {
            self.verdict(row, VerdictEnd { code: CONTRADICTORY, possible: 0 });
            return Ok(());
        };
        self.verdict(row, VerdictEnd::of(&outcome.possible));
        if self.wanted.missing {
            for (place, (id, _)) in elements.told.iter().enumerate() {
                let name = self.rules.rulebook.elements[*id].id.as_str();
                let found = outcome.missing.iter().find(|(element, _)| *element == name);
                let Some((_, fails)) = found else { continue };
                let told = &mut self.told;
                let list = if *fails { &mut told.failing } else { &mut told.unknown };
                let word = list.get_mut(row * self.words + place / 32);
                word.into_iter().for_each(|word| *word |= 1 << (place % 32));
            }
        }
        if self.wanted.because {
            put(&mut self.told.because, row, patterns.code(outcome.because));
        }
        Ok(())
    }

    /// That a search had no room.
    fn no_room(&self, row: usize) -> Problem {
        let problem = Problem::new(Code::TooComplex, format!("/rows/{row}"));
        let problem = problem.with("value", &self.rules.rulebook.id);
        problem.with("expected", limits::SEARCH_NODES)
    }
}
