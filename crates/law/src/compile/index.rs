//! What is looked up in a rulebook again and again, found once, when somebody first asks.

use std::sync::OnceLock;

use crate::diagram::Var;

use super::{Compiled, DateGroups, FactId, Meaning, Table};

/// What is looked up in a rulebook. It follows from the rulebook and is no part of it: a copy,
/// which may be changed, finds its own.
#[derive(Default)]
pub struct Index(OnceLock<Box<Indexed>>);

/// What was found.
pub struct Indexed {
    /// The facts, by their ids.
    by_id: Vec<FactId>,
    /// The facts that deadlines answer, in order.
    pub in_time: Vec<FactId>,
    /// The dates that are compared with each other.
    pub dates: DateGroups,
    /// Of each fact, the variables that its value bears on, in order.
    pub variables: Table<FactId, Vec<Var>>,
}

impl Compiled {
    /// What is looked up in it.
    pub fn indexed(&self) -> &Indexed {
        self.index.0.get_or_init(|| Box::new(Indexed::of(self)))
    }

    /// The fact of an id.
    pub fn fact_named(&self, id: &str) -> Option<FactId> {
        let by_id = &self.indexed().by_id;
        let place = by_id.binary_search_by(|fact| self.facts[*fact].id.as_str().cmp(id)).ok()?;
        by_id.get(place).copied()
    }
}

impl Indexed {
    fn of(rulebook: &Compiled) -> Self {
        let facts = &rulebook.facts;
        let in_time = facts.iter().filter(|(_, fact)| !fact.in_time.is_empty());
        let mut variables = facts.map(|_, _| Vec::new());
        for (var, variable) in &rulebook.variables {
            variables[variable.fact].push(var);
            if let Meaning::Since(base, _) = variable.meaning {
                variables[base].push(var);
            }
        }
        Self {
            by_id: crate::sorted::by_key(facts.ids().collect(), |fact| facts[*fact].id.as_str()),
            in_time: in_time.map(|(fact, _)| fact).collect(),
            dates: DateGroups::of(&rulebook.variables),
            variables,
        }
    }
}

impl Clone for Index {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Index")
    }
}
