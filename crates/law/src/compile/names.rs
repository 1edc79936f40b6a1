//! Resolving names, and collecting what is wrong with them.

use rustc_hash::FxHashMap;

use crate::author::{is_id, no_id};
use crate::problem::{Code, Problem};
use crate::rulebook::{Ordered, Rulebook, Validity};

use super::{CompiledCalendar, CompiledProvision, Full, Id, Key, Law, Table};

/// What a name in a condition stands for.
pub(super) enum Named {
    Fact,
    Element(Id),
}

/// The names of a rulebook, the provisions it cites, and the problems found so far.
pub(super) struct Names<'a> {
    pub(super) rulebook: &'a Rulebook,
    law: &'a Law,
    cited: Vec<CompiledProvision>,
    /// Where each provision stands among those cited.
    places: FxHashMap<String, usize>,
    /// When rules of a ledger begin and end.
    changes: Vec<Validity>,
    problems: Vec<Problem>,
}

impl<'a> Names<'a> {
    pub(super) fn new(rulebook: &'a Rulebook, law: &'a Law) -> Self {
        let (cited, places) = (Vec::new(), FxHashMap::default());
        let (changes, problems) = (Vec::new(), Vec::new());
        let mut names = Self { rulebook, law, cited, places, changes, problems };
        if !is_id(&rulebook.rulebook) {
            names.report(no_id("/rulebook", &rulebook.rulebook));
        }
        for id in rulebook.elements.keys().filter(|id| rulebook.facts.contains_key(*id)) {
            names
                .report(Problem::new(Code::NameTaken, format!("/elements/{id}")).with("value", id));
        }
        names
    }

    pub(super) fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    pub(super) fn validity(&mut self, validity: Validity, path: &str, id: &str) {
        if validity.is_empty() {
            self.report(
                Problem::new(Code::EmptyValidity, format!("{path}/in_force")).with("value", id),
            );
        }
    }

    /// Notes when a rule begins and ends.
    pub(super) fn change(&mut self, validity: Validity) {
        self.changes.push(validity);
    }

    /// When the rules noted begin and end.
    pub(super) fn changes(&self) -> Vec<Validity> {
        self.changes.clone()
    }

    /// The id of `name` in the table that `map` becomes, or a problem that calls it a `word`.
    pub(super) fn find<K: Key, T>(
        &mut self,
        map: &Ordered<T>,
        name: &str,
        word: &'static str,
        path: &str,
    ) -> K {
        place_of(map, name).unwrap_or_else(|| {
            let problem = Problem::new(Code::UnknownName, path).with("value", name);
            self.report(problem.with_word("expected", word));
            K::unresolved()
        })
    }

    /// A table of these entries, or a problem at `path` if they are too many for one.
    pub(super) fn table<K: Key, T>(&mut self, entries: Vec<T>, path: &str) -> Table<K, T> {
        let count = entries.len();
        Table::of(entries).unwrap_or_else(|Full| {
            let problem = Problem::new(Code::TooComplex, path).with("value", count);
            self.report(problem.with("expected", Table::<K, T>::MOST));
            Table::default()
        })
    }

    /// What a bare name in a condition stands for.
    pub(super) fn named(&mut self, id: &str, path: &str) -> Option<Named> {
        let rulebook = self.rulebook;
        if rulebook.elements.contains_key(id) {
            return Some(Named::Element(self.find(&rulebook.elements, id, "element", path)));
        }
        if rulebook.facts.contains_key(id) {
            return Some(Named::Fact);
        }
        self.report(
            Problem::new(Code::UnknownName, path)
                .with("value", id)
                .with_word("expected", "fact_or_element"),
        );
        None
    }

    /// The provision cited as `id`.
    pub(super) fn cite(&mut self, ids: &[String], path: &str) -> Vec<Id> {
        let mut cited = Vec::with_capacity(ids.len());
        for (index, id) in ids.iter().enumerate() {
            match self.provision(id) {
                Some(provision) => cited.push(provision),
                None => self.report(
                    Problem::new(Code::UnknownName, format!("{path}/cite/{index}"))
                        .with("value", id)
                        .with_word("expected", "provision"),
                ),
            }
        }
        cited
    }

    /// The calendar named `id`, whose provisions the rulebook then cites.
    pub(super) fn calendar(&mut self, id: &str, path: &str) -> Id {
        let found = self.law.calendar(id);
        let calendar = found.and_then(|found| self.law.calendars().get(usize::from(found)));
        for provision in calendar.into_iter().flat_map(CompiledCalendar::provisions) {
            if !self.places.contains_key(&provision.id) {
                self.keep(provision.clone());
            }
        }
        found.unwrap_or_else(|| {
            let problem = Problem::new(Code::UnknownName, path).with("value", id);
            self.report(problem.with_word("expected", "calendar"));
            Id::MAX
        })
    }

    fn provision(&mut self, id: &str) -> Option<Id> {
        if let Some(index) = self.places.get(id) {
            return Id::try_from(*index).ok();
        }
        let place = self.keep(self.law.provision(id)?.clone());
        Id::try_from(place).ok()
    }

    /// Notes a provision that is cited for the first time, and says where it stands.
    fn keep(&mut self, provision: CompiledProvision) -> usize {
        let place = self.cited.len();
        self.places.insert(provision.id.clone(), place);
        self.cited.push(provision);
        place
    }

    pub(super) fn provisions(&self) -> Vec<CompiledProvision> {
        self.cited.clone()
    }

    pub(super) fn finish(self) -> Result<(), Vec<Problem>> {
        if self.problems.is_empty() { Ok(()) } else { Err(self.problems) }
    }
}

/// The id of `name` in the table that `map` becomes.
pub(super) fn place_of<K: Key, T>(map: &Ordered<T>, name: &str) -> Option<K> {
    let place = map.get_index_of(name).and_then(|place| u16::try_from(place).ok());
    place.filter(|place| usize::from(*place) < Table::<K, T>::MOST).map(K::at)
}
