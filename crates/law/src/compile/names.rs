//! Resolving names, and collecting what is wrong with them.

use rustc_hash::FxHashMap;

use crate::problem::{Code, Problem};
use crate::rulebook::{Kind, Ordered, Rulebook, Validity, is_id, no_id};

use super::ids::sealed::Placed;
use super::{
    CalendarId, CompiledProvision, ElementId, FactId, Key, Law, ProvisionId, Table, TableFull,
};

/// What a name in a condition stands for.
pub(super) enum FactOrElement {
    Fact(FactId),
    Element(ElementId),
}

/// The names of a rulebook, the provisions it cites, and the problems found so far.
pub(super) struct Names<'a> {
    pub(super) rulebook: &'a Rulebook,
    law: &'a Law,
    cited: Table<ProvisionId, CompiledProvision>,
    /// Where each provision stands among those cited.
    places: FxHashMap<String, ProvisionId>,
    /// When rules of a ledger, and provisions beside duties, begin and end.
    changes: Vec<Validity>,
    problems: Vec<Problem>,
}

impl<'a> Names<'a> {
    pub(super) fn new(rulebook: &'a Rulebook, law: &'a Law) -> Self {
        let (cited, places) = (Table::default(), FxHashMap::default());
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

    /// Notes when a provision that is cited begins and ends.
    pub(super) fn change_with(&mut self, id: ProvisionId) {
        if self.cited.holds(id) {
            self.changes.push(self.cited[id].in_force);
        }
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

    /// The date fact named `fact`.
    pub(super) fn date(&mut self, fact: &str, path: String) -> FactId {
        let facts = &self.rulebook.facts;
        let found = self.find(facts, fact, "fact", &path);
        if facts.get(fact).is_some_and(|fact| fact.kind != Kind::Date) {
            self.report(Problem::new(Code::NoDate, path).with("value", fact));
        }
        found
    }

    /// A table of these entries, or a problem at `path` if they are too many for one.
    pub(super) fn table<K: Key, T>(&mut self, entries: Vec<T>, path: &str) -> Table<K, T> {
        let count = entries.len();
        Table::of(entries).unwrap_or_else(|TableFull| {
            let problem = Problem::new(Code::TooComplex, path).with("value", count);
            self.report(problem.with("expected", Table::<K, T>::MOST));
            Table::default()
        })
    }

    /// What a bare name in a condition stands for.
    pub(super) fn named(&mut self, id: &str, path: &str) -> Option<FactOrElement> {
        let rulebook = self.rulebook;
        if rulebook.elements.contains_key(id) {
            return Some(FactOrElement::Element(self.find(
                &rulebook.elements,
                id,
                "element",
                path,
            )));
        }
        if rulebook.facts.contains_key(id) {
            return Some(FactOrElement::Fact(self.find(&rulebook.facts, id, "fact", path)));
        }
        self.report(
            Problem::new(Code::UnknownName, path)
                .with("value", id)
                .with_word("expected", "fact_or_element"),
        );
        None
    }

    /// The provisions cited as `ids` by what stands at `path`.
    pub(super) fn cite(&mut self, ids: &[String], path: &str) -> Vec<ProvisionId> {
        self.cite_at(ids, &format!("{path}/cite"))
    }

    /// The provisions that a list at `path` names.
    pub(super) fn cite_at(&mut self, ids: &[String], path: &str) -> Vec<ProvisionId> {
        let mut cited = Vec::with_capacity(ids.len());
        for (index, id) in ids.iter().enumerate() {
            match self.provision(id) {
                Some(provision) => cited.push(provision),
                None => self.report(
                    Problem::new(Code::UnknownName, format!("{path}/{index}"))
                        .with("value", id)
                        .with_word("expected", "provision"),
                ),
            }
        }
        cited
    }

    /// The calendar named `id`, whose provisions the rulebook then cites.
    pub(super) fn calendar(&mut self, id: &str, path: &str) -> CalendarId {
        let law = self.law;
        let Some(found) = law.calendars().find(|calendar| calendar.id == id) else {
            let problem = Problem::new(Code::UnknownName, path).with("value", id);
            self.report(problem.with_word("expected", "calendar"));
            return CalendarId::unresolved();
        };
        for provision in law.calendars()[found].provisions() {
            if !self.places.contains_key(&provision.id) {
                self.cite_also(provision);
            }
        }
        found
    }

    fn provision(&mut self, id: &str) -> Option<ProvisionId> {
        let known = self.places.get(id).copied();
        known.or_else(|| self.law.provision(id).map(|provision| self.cite_also(provision)))
    }

    /// Adds a provision to those cited.
    fn cite_also(&mut self, provision: &CompiledProvision) -> ProvisionId {
        let place = self.cited.push(provision.clone()).unwrap_or_else(|TableFull| {
            let problem = Problem::new(Code::TooComplex, "").with("value", &provision.id);
            self.report(problem.with("expected", Table::<ProvisionId, ()>::MOST));
            ProvisionId::unresolved()
        });
        self.places.insert(provision.id.clone(), place);
        place
    }

    pub(super) fn provisions(&self) -> Table<ProvisionId, CompiledProvision> {
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
