//! Measures, and what sets them off, as the engine runs them.

use std::num::NonZeroU32;

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use crate::rulebook::{Counted, Exam, Summed};

use super::basis::{Basis, Choices, CompiledVariant, Conditional, When};
use super::form::CompiledLedger;
use super::ids::{BookId, MeasureId, TierId};

/// A measure.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledMeasure {
    /// Its id.
    pub id: String,
    /// Whether it is done once rather than a state that lasts.
    pub act: bool,
    /// Whether it closes the account.
    pub closes: bool,
}

/// Measures that begin together.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledImposed {
    /// The measures.
    pub measures: Vec<MeasureId>,
    /// How many days of 24 hours they run; final, if none.
    pub days: Option<u32>,
    /// The exam that the seller has to pass.
    pub exam: Option<Exam>,
    /// What stands behind them.
    pub basis: Basis,
}

/// Measures at numbers of points or strikes.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledNode {
    /// Its id.
    pub id: String,
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are.
    pub book: BookId,
    /// The number.
    pub at: NonZeroU32,
    /// Whether its multiples count too.
    pub multiples: bool,
    /// The tiers whose findings it applies to; all, if none.
    pub tiers: Vec<TierId>,
    /// Which points are summed up for it.
    pub sums: Vec<CompiledVariant<Summed>>,
    /// What begins.
    pub imposes: Vec<CompiledImposed>,
    /// When it holds.
    pub when: When,
}

/// What closes the account.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledClosure {
    /// Its id.
    pub id: String,
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are.
    pub book: BookId,
    /// The number that closes the account.
    pub at: u32,
    /// What the ledger is raised to.
    pub raises_to: Option<u32>,
    /// What begins.
    pub imposes: Vec<CompiledImposed>,
    /// When it holds.
    pub when: When,
}

impl Conditional for CompiledImposed {
    fn when(&self) -> &When {
        &self.basis.when
    }
}

impl Conditional for CompiledNode {
    fn when(&self) -> &When {
        &self.when
    }
}

impl Conditional for CompiledClosure {
    fn when(&self) -> &When {
        &self.when
    }
}

impl CompiledNode {
    /// The number that a count reaches by going from `was` to `is`: of several multiples, the
    /// highest.
    #[must_use]
    pub fn reached(&self, was: u32, is: u32) -> Option<u32> {
        let at = self.at.get();
        if self.multiples {
            let times = is / self.at;
            (was / self.at < times).then(|| times.saturating_mul(at))
        } else {
            (was < at && at <= is).then_some(at)
        }
    }

    /// The next number ahead of a count that stands at `stands`.
    #[must_use]
    pub fn next(&self, stands: u32) -> Option<u32> {
        if self.multiples {
            (stands / self.at).checked_add(1)?.checked_mul(self.at.get())
        } else {
            Some(self.at.get()).filter(|at| stands < *at)
        }
    }
}

impl CompiledLedger {
    /// The number of points in a book, or of strikes, that closes the account on `day`.
    #[must_use]
    pub fn limit(
        &self,
        counted: Counted,
        book: BookId,
        day: Date,
        choices: &Choices,
    ) -> Option<u32> {
        let closures = self.closures.values().filter(|closure| {
            closure.counts == counted && (counted != Counted::Points || closure.book == book)
        });
        closures.filter(|closure| closure.when.holds(day, choices)).map(|closure| closure.at).min()
    }
}
