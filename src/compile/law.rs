//! The provisions that a rulebook may cite.

use std::collections::BTreeMap;

use crate::rulebook::Instruments;

use super::{CompiledProvision, Library};

/// The provisions that a rulebook may cite, by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Law(BTreeMap<String, CompiledProvision>);

impl Law {
    /// The provisions of instruments.
    #[must_use]
    pub fn of(instruments: &Instruments) -> Self {
        let mut law = Self::default();
        law.add(instruments);
        law
    }

    /// The provisions that the rulebooks of a library cite.
    #[must_use]
    pub fn cited_by(library: &Library) -> Self {
        let cited = library.rulebooks.iter().flat_map(|rulebook| &rulebook.provisions);
        Self(cited.map(|provision| (provision.id.clone(), provision.clone())).collect())
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
                self.0.insert(id, compiled);
            }
        }
    }

    /// The provision with this id.
    pub(super) fn provision(&self, id: &str) -> Option<&CompiledProvision> {
        self.0.get(id)
    }
}
