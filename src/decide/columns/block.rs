//! What is told of rows, as it is written.

use crate::compile::FactId;
use crate::diagram::{IMPOSSIBLE, Leaf};
use crate::limits;
use crate::problem::{Code, Problem};
use crate::refused::Refused;

use super::elements::{self, Elements};
use super::flat::MayHave;
use super::levels::{self, LevelBlock, bytes};
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

/// The codes of the rows of a block, by their bits: a word for each.
#[derive(Default)]
struct CodeWords([u64; 8]);

impl CodeWords {
    /// Adds the bits of a code in some rows.
    fn add(&mut self, code: u8, rows: u64) {
        for (word, bit) in self.0.iter_mut().zip(0..) {
            *word |= if code >> bit & 1 == 1 { rows } else { 0 };
        }
    }

    /// Gives some rows a code.
    fn put(&mut self, code: u8, rows: u64) {
        for (word, bit) in self.0.iter_mut().zip(0..) {
            *word = if code >> bit & 1 == 1 { *word | rows } else { *word & !rows };
        }
    }
}

/// Writes the values of the rows of a block from row `from` on, as far as there are rows.
fn write<T>(list: &mut [T], from: usize, values: impl IntoIterator<Item = T>) {
    let rows = list.get_mut(from..).unwrap_or_default();
    rows.iter_mut().zip(values).for_each(|(row, value)| *row = value);
}

impl RowsTold<'_> {
    /// Writes what the rows of a block can still come to, and tells which of them can come to
    /// anything.
    pub(super) fn verdicts(&mut self, from: usize, ends: impl Iterator<Item = (Leaf, u64)>) -> u64 {
        let (mut one, mut several) = (0, 0);
        let (mut codes, mut possible) = (CodeWords::default(), [[0; 8]; 2]);
        for (leaf, rows) in ends.filter(|(leaf, rows)| *leaf != IMPOSSIBLE && *rows != 0) {
            several |= one & rows;
            one |= rows;
            codes.add(leaf, rows);
            let bit = usize::from(leaf % 16);
            let word = possible.get_mut(bit / 8).and_then(|words| words.get_mut(bit % 8));
            word.into_iter().for_each(|word| *word |= rows);
        }
        codes.put(OPEN_VERDICT, several);
        codes.put(CONTRADICTORY, !one);
        let told = &mut self.told;
        write(&mut told.verdict, from, bytes(&codes.0));
        write(&mut told.settled, from, bytes(&[one & !several, 0, 0, 0, 0, 0, 0, 0]));
        let [low, high] = possible.map(|words| bytes(&words));
        let (low, high) = (low.into_iter(), high.into_iter());
        write(&mut told.possible, from, low.zip(high).map(|two| u16::from_le_bytes(two.into())));
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
        elements.look(levels, may_have);
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
        let (place, among) = ((from, self.words), among & !odd);
        let told = &mut self.told;
        elements::write(elements, place, &mut told.failing, |made| made.no & among);
        elements::write(elements, place, &mut told.unknown, |made| made.open() & among);
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
        // Of days it matters which they are, and not only where they lie: of those that the issue
        // asks for, and of those that constraints make bear on it.
        let RowRules { rulebook, drawn, .. } = self.rules;
        let bears = |fact: &FactId| {
            let mut tested = patterns.vars.iter().map(|var| &rulebook.variables[*var]);
            drawn.facts.contains(fact) || tested.any(|one| one.facts().any(|one| one == *fact))
        };
        let own = dates.iter().filter(|(fact, _)| bears(fact));
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
