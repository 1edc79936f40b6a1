//! When a rule of a ledger holds, and what stands behind it.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use crate::rulebook::{Confidence, Validity};

use super::super::{Id, Table};
use super::ids::{ChoiceId, ReadingId};

/// How each ambiguous text is read.
pub type Choices = Table<ReadingId, ChoiceId>;

/// When a rule holds: on which days, and under which readings.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct When {
    /// The days.
    pub in_force: Validity,
    /// Readings and the choice that each has to have.
    pub read: Vec<(ReadingId, ChoiceId)>,
}

impl When {
    /// Whether the rule holds on `day`, with these choices of the readings.
    #[must_use]
    pub fn holds(&self, day: Date, choices: &Choices) -> bool {
        self.in_force.holds_on(day) && self.read.iter().all(|(id, choice)| choices[*id] == *choice)
    }
}

/// What stands behind a rule: its provisions, how well it is attested, and when it holds.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Basis {
    /// The provisions.
    pub cite: Vec<Id>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it holds.
    pub when: When,
}

/// A value and when it holds.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledVariant<T> {
    /// The value.
    pub is: T,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it holds.
    pub when: When,
}

/// Something that holds at times, and under some readings.
pub trait Conditional {
    /// When it holds.
    fn when(&self) -> &When;
}

impl<T> Conditional for CompiledVariant<T> {
    fn when(&self) -> &When {
        &self.when
    }
}

impl<T: Conditional> Conditional for &T {
    fn when(&self) -> &When {
        (*self).when()
    }
}
