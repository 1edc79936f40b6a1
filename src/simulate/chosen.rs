//! How ambiguous texts are read, and which readings a run looked at.

use std::cell::Cell;

use chrono::NaiveDate as Date;

use crate::compile::{
    Choices, CompiledLedger, CompiledWindow, Conditional, ReadingId, Table, When,
};

/// How each ambiguous text is read; and, where that is watched, which readings were looked at.
#[derive(Clone, Copy)]
pub(super) struct Chosen<'a> {
    choices: &'a Choices,
    watched: Option<&'a LookedAt>,
}

/// The readings of which another choice would have changed what a rule says. One that is not
/// among them makes no difference to the run.
pub(super) struct LookedAt(Table<ReadingId, Cell<bool>>);

impl LookedAt {
    /// None so far.
    pub(super) fn none(ledger: &CompiledLedger) -> Self {
        Self(ledger.readings.map(|_, _| Cell::new(false)))
    }

    /// All of them.
    pub(super) fn all(ledger: &CompiledLedger) -> Self {
        Self(ledger.readings.map(|_, _| Cell::new(true)))
    }

    /// Whether another choice of this reading could change the run.
    pub(super) fn has(&self, reading: ReadingId) -> bool {
        self.0[reading].get()
    }
}

impl<'a> Chosen<'a> {
    /// These choices, without a note of those looked at.
    pub(super) fn unwatched(choices: &'a Choices) -> Self {
        Self { choices, watched: None }
    }

    /// These choices, of which those that are looked at are noted.
    pub(super) fn watched(choices: &'a Choices, looked_at: &'a LookedAt) -> Self {
        Self { choices, watched: Some(looked_at) }
    }

    /// Whether a rule holds on `day`.
    pub(super) fn holds(self, when: &When, day: Date) -> bool {
        if !when.in_force.holds_on(day) {
            return false;
        }
        let mut missed = when.read.iter().filter(|(id, choice)| self.choices[*id] != *choice);
        match (missed.next(), missed.next()) {
            (None, _) => {
                when.read.iter().for_each(|(reading, _)| self.look_at(*reading));
                true
            }
            (Some((reading, _)), None) => {
                self.look_at(*reading);
                false
            }
            _ => false,
        }
    }

    /// Whether a window that is open on `day` ends with the year.
    pub(super) fn ends_with_year(self, window: &CompiledWindow, day: Date) -> bool {
        window.ends_with_year.as_ref().is_some_and(|when| self.holds(when, day))
    }

    /// Those that hold on `day`.
    pub(super) fn holding<'r, T: Conditional + 'r>(
        self,
        rules: impl IntoIterator<Item = &'r T>,
        day: Date,
    ) -> impl Iterator<Item = &'r T> {
        rules.into_iter().filter(move |rule| self.holds(rule.when(), day))
    }

    /// The first that holds on `day`.
    pub(super) fn first<'r, T: Conditional + 'r>(
        self,
        rules: impl IntoIterator<Item = &'r T>,
        day: Date,
    ) -> Option<&'r T> {
        self.holding(rules, day).next()
    }

    fn look_at(self, reading: ReadingId) {
        if let Some(looked_at) = self.watched {
            looked_at.0[reading].set(true);
        }
    }
}
