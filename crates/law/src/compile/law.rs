//! The provisions that a rulebook may cite.

use std::collections::BTreeMap;

use crate::rulebook::{Calendars, Instruments};

use super::foresight::Almanac;
use super::{CompiledCalendar, CompiledProvision, Id, Library};

/// The provisions that a rulebook may cite, by id, and the calendars it may count by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Law {
    provisions: BTreeMap<String, CompiledProvision>,
    calendars: Vec<CompiledCalendar>,
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
        let cited = library.rulebooks.iter().flat_map(|rulebook| &rulebook.provisions);
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
    /// their lunar days.
    #[must_use]
    pub fn with_calendars(mut self, calendars: &Calendars, almanac: &impl Almanac) -> Self {
        for (id, calendar) in &calendars.calendars {
            let compiled = CompiledCalendar::new(id, calendar, &self, almanac);
            self.calendars.push(compiled);
        }
        self
    }

    /// The calendars, in the order by which deadlines know them.
    #[must_use]
    pub fn calendars(&self) -> &[CompiledCalendar] {
        &self.calendars
    }

    /// The provision with this id.
    pub fn provision(&self, id: &str) -> Option<&CompiledProvision> {
        self.provisions.get(id)
    }

    /// The place of the calendar with this id.
    pub(super) fn calendar(&self, id: &str) -> Option<Id> {
        let index = self.calendars.iter().position(|calendar| calendar.id == id);
        index.and_then(|index| Id::try_from(index).ok())
    }
}
