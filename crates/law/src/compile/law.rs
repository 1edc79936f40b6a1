//! The provisions that a rulebook may cite.

use std::collections::BTreeMap;

use crate::rulebook::{Calendars, Instruments};

use super::foresight::Almanac;
use super::{CalendarId, CompiledCalendar, CompiledProvision, Library, Table};

/// The provisions that a rulebook may cite, by id, and the calendars it may count by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Law {
    provisions: BTreeMap<String, CompiledProvision>,
    calendars: Table<CalendarId, CompiledCalendar>,
}

impl Law {
    /// The provisions of instruments.
    #[must_use]
    pub fn of(instruments: &Instruments) -> Self {
        let mut law = Self::default();
        law.add(instruments);
        law
    }

    /// The provisions that the rulebooks of a library cite, and its calendars.
    #[must_use]
    pub fn cited_by(library: &Library) -> Self {
        let cited = library.held().flat_map(|rulebook| rulebook.provisions.values());
        Self {
            provisions: cited.map(|provision| (provision.id.clone(), provision.clone())).collect(),
            calendars: library.calendars.clone(),
        }
    }

    /// Takes in instruments. A provision that is known already is replaced.
    pub fn add(&mut self, instruments: &Instruments) {
        for (instrument_id, instrument) in &instruments.instruments {
            for (provision_id, provision) in &instrument.provisions {
                let id = format!("{instrument_id}/{provision_id}");
                let compiled = CompiledProvision {
                    id: id.clone(),
                    instrument: instrument_id.clone(),
                    rank: instrument.rank,
                    confidence: provision.confidence.unwrap_or(instrument.confidence),
                    in_force: provision.in_force.unwrap_or(instrument.in_force),
                };
                self.provisions.insert(id, compiled);
            }
        }
    }

    /// Takes in calendars, which cite provisions that are known already. The almanac finds
    /// their lunar days. Of more calendars than a table takes the first are known; the checker
    /// reports it.
    #[must_use]
    pub fn with_calendars(mut self, calendars: &Calendars, almanac: &impl Almanac) -> Self {
        let compiled = calendars.calendars.iter();
        let compiled = compiled.map(|(id, one)| CompiledCalendar::new(id, one, &self, almanac));
        self.calendars = Table::first(compiled);
        self
    }

    /// The calendars, in the order by which deadlines know them.
    #[must_use]
    pub fn calendars(&self) -> &Table<CalendarId, CompiledCalendar> {
        &self.calendars
    }

    /// The provision with this id.
    pub fn provision(&self, id: &str) -> Option<&CompiledProvision> {
        self.provisions.get(id)
    }
}
