//! Who notices a change.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Map, Value};
use zhengpin::author::{Found, read};
use zhengpin::check::{check, uncited};
use zhengpin::compile::{Compiled, Law, Library};
use zhengpin::problem::Problem;
use zhengpin::rulebook::Rulebook;

use crate::law_table::{Table, tables};
use crate::mutant::Mutant;
use crate::oracles;
use crate::scenario::{Scenario, scenario_files};
use crate::scenario_run;

/// Who notices a change: the first that does, the quickest asked first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Noticed {
    /// It does not fit the format.
    Format,
    /// A table of what the law says.
    Table,
    /// The checker.
    Check,
    /// A scenario.
    Scenario,
    /// A second implementation.
    Oracle,
    /// It compiles to the very same rulebook, so that no request tells it apart.
    Same,
    /// Nobody does.
    Nobody,
}

/// Everything that may notice a change.
pub(crate) struct Watch<'f> {
    found: &'f Found,
    law: Law,
    provisions: Vec<String>,
    originals: Vec<Original>,
    scenarios: BTreeMap<String, Vec<Scenario>>,
    tables: BTreeMap<String, Table>,
    /// The provisions that nobody cites anyway.
    uncited: BTreeSet<String>,
}

/// A rulebook as it stands.
struct Original {
    id: String,
    source: Map<String, Value>,
    compiled: Compiled,
    /// What the checker says of it anyway.
    found: BTreeSet<String>,
}

impl<'f> Watch<'f> {
    pub(crate) fn new(found: &'f Found) -> Self {
        let law = found.law();
        let mut originals = Vec::new();
        for loaded in &found.rulebooks {
            let (compiled, problems) = check(&loaded.value, &law).unwrap();
            originals.push(Original {
                id: loaded.value.rulebook.clone(),
                source: loaded.source().clone(),
                compiled,
                found: problems.iter().map(told).collect(),
            });
        }
        let mut scenarios: BTreeMap<String, Vec<Scenario>> = BTreeMap::new();
        for file in scenario_files() {
            scenarios.entry(file.rulebook).or_default().extend(file.scenarios);
        }
        let instruments = found.instruments.value.instruments.iter();
        let provisions = instruments.flat_map(|(instrument, of)| {
            of.provisions.keys().map(move |provision| format!("{instrument}/{provision}"))
        });
        let mut provisions: Vec<String> = provisions.collect();
        provisions.sort();
        let compiled: Vec<Compiled> =
            originals.iter().map(|original| original.compiled.clone()).collect();
        let uncited = uncited(&found.instruments.value, &compiled, law.calendars());
        let uncited = uncited.iter().map(told).collect();
        Self { found, law, provisions, originals, scenarios, tables: tables(), uncited }
    }

    /// Who takes a rulebook for wrong as it stands; nobody should.
    pub(crate) fn cries_wolf(&self, id: &str) -> bool {
        let original = self.originals.iter().find(|original| original.id == id).unwrap();
        let rulebook: Rulebook = read(Value::Object(original.source.clone())).unwrap();
        let table = self.tables.get(id).unwrap();
        !table.differences(&original.source).is_empty()
            || self.unlike(original, &rulebook, original.compiled.clone()) != Noticed::Nobody
    }

    /// The provisions of all instruments, in order.
    pub(crate) fn provisions(&self) -> &[String] {
        &self.provisions
    }

    /// Who notices a change of a rulebook.
    pub(crate) fn notices(&self, id: &str, mutant: &Mutant) -> Noticed {
        let original = self.originals.iter().find(|original| original.id == id).unwrap();
        let source = mutant.of(&original.source);
        let Ok(rulebook) = read::<Rulebook>(Value::Object(source.clone())) else {
            return Noticed::Format;
        };
        if self.tables.get(id).is_none_or(|table| !table.differences(&source).is_empty()) {
            return Noticed::Table;
        }
        let Ok((compiled, problems)) = check(&rulebook, &self.law) else {
            return Noticed::Check;
        };
        if problems.iter().any(|problem| !original.found.contains(&told(problem))) {
            return Noticed::Check;
        }
        if compiled == original.compiled {
            return Noticed::Same;
        }
        self.unlike(original, &rulebook, compiled)
    }

    /// Who notices that a rulebook that compiles is not what it should be.
    fn unlike(&self, original: &Original, rulebook: &Rulebook, compiled: Compiled) -> Noticed {
        let id = &original.id;
        if compiled.provisions != original.compiled.provisions && self.leaves_uncited(&compiled) {
            return Noticed::Check;
        }
        let library = self.library(rulebook, compiled);
        let comes_out = |scenario: &Scenario| {
            let run = || scenario_run::run(&library, id, scenario);
            catch_unwind(AssertUnwindSafe(run)).is_ok_and(|wrong| wrong.is_empty())
        };
        if !self.scenarios.get(id).into_iter().flatten().all(comes_out) {
            return Noticed::Scenario;
        }
        let disagrees = || oracles::disagree(id, &library);
        if catch_unwind(AssertUnwindSafe(disagrees)).unwrap_or(true) {
            return Noticed::Oracle;
        }
        Noticed::Nobody
    }

    /// Whether a provision is cited by nobody any more.
    fn leaves_uncited(&self, compiled: &Compiled) -> bool {
        let others = self.originals.iter().filter(|other| other.id != compiled.id);
        let mut all: Vec<Compiled> = others.map(|other| other.compiled.clone()).collect();
        all.push(compiled.clone());
        let uncited = uncited(&self.found.instruments.value, &all, self.law.calendars());
        uncited.iter().any(|problem| !self.uncited.contains(&told(problem)))
    }

    /// The library that holds a changed rulebook, and no other.
    fn library(&self, rulebook: &Rulebook, compiled: Compiled) -> Library {
        let mut library = Library {
            rulebooks: vec![compiled],
            calendars: self.law.calendars().clone(),
            ..Library::default()
        };
        library.texts.add_instruments(&self.found.instruments.value);
        library.texts.add_rulebook(rulebook);
        library
    }
}

/// A problem as one line.
fn told(problem: &Problem) -> String {
    format!("{:?} {}", problem.code, problem.path)
}
