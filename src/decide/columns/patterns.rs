//! Smallest reasons as codes: each set of facts that settled a row has a number.

use rustc_hash::FxHashMap;

use crate::diagram::{Level, Var};
use crate::limits;

use super::levels::LevelBlock;

/// The smallest reasons found so far, and by which values of the variables each was found.
#[derive(Clone, Debug)]
pub(super) struct Patterns {
    /// The variables on which the verdict depends.
    pub(super) vars: Vec<Var>,
    /// The reason of each combination of their values that rows had.
    known: FxHashMap<Box<[Level]>, u32>,
    codes: FxHashMap<Vec<String>, u32>,
    pub(super) told: Vec<Vec<String>>,
    /// The values of the row that is looked at.
    row: Vec<Level>,
}

impl Patterns {
    /// None but the one without a fact: that of a row that is open, or settled whatever the
    /// facts are.
    pub(super) fn new(vars: Vec<Var>) -> Self {
        let codes = [(Vec::new(), 0)].into_iter().collect();
        let (known, row) = Default::default();
        Self { vars, known, codes, told: vec![Vec::new()], row }
    }

    /// The reason of a row that has the same values as one before.
    pub(super) fn known(&mut self, levels: &LevelBlock, lane: usize) -> Option<u32> {
        self.row.clear();
        self.row.extend(self.vars.iter().map(|var| levels.level(*var, lane)));
        self.known.get(self.row.as_slice()).copied()
    }

    /// Keeps the reason of the row that was looked at last.
    pub(super) fn keep(&mut self, code: u32) {
        if limits::REASONS_KEPT <= self.known.len() {
            self.known.clear();
        }
        self.known.insert(self.row.as_slice().into(), code);
    }

    /// The number of a set of facts.
    pub(super) fn code(&mut self, facts: Vec<String>) -> u32 {
        if let Some(known) = self.codes.get(&facts) {
            return *known;
        }
        let code = u32::try_from(self.told.len()).unwrap_or(u32::MAX);
        self.told.push(facts.clone());
        self.codes.insert(facts, code);
        code
    }
}
