//! Rulebooks given at run time: a portal's own platform, beside the built-in law.

use serde_json::Value;

use crate::author::{read, take_format};
use crate::check::{Severity, check, check_instruments, never_law, severity};
use crate::compile::{Law, Library};
use crate::limits;
use crate::problem::{Code, Problem, child};
use crate::refused::Refused;
use crate::request::Reader;
use crate::rulebook::{Instruments, Rulebook};

/// Rulebooks of a request, checked.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// The rulebooks that could be compiled, with their texts.
    pub library: Library,
    /// What the checker found, by path in the request.
    pub found: Vec<Problem>,
}

impl Own {
    /// The rulebooks, if nothing found keeps them from being used.
    ///
    /// # Errors
    ///
    /// What does.
    pub fn sound(self) -> Result<Library, Refused> {
        let wrong = |problem: &Problem| severity(problem.code) == Severity::Error;
        let errors: Vec<Problem> = self.found.into_iter().filter(wrong).collect();
        if errors.is_empty() { Ok(self.library) } else { Err(Refused::of(errors)) }
    }
}

/// Reads and checks the rulebooks that stand in a list at `path`.
///
/// Each is an object with the keys of a rulebook, `format` for the version that it is written
/// in, and `instruments` for those it brings of its own. It may also cite every provision that a built-in rulebook cites.
#[must_use]
pub fn own(built_in: &Library, sources: &Value, path: &str) -> Own {
    let mut own = Own::default();
    own.library.messages = built_in.messages.clone();
    own.library.calendars.clone_from(&built_in.calendars);
    let mut reader = Reader::default();
    let list = reader.list(sources, path, limits::RULEBOOKS).unwrap_or_default();
    let law = Law::cited_by(built_in);
    for (index, source) in list.iter().enumerate() {
        let found = one(&mut own, law.clone(), source);
        let path = child(path, &index.to_string());
        own.found.extend(found.into_iter().map(|mut problem| {
            problem.path.insert_str(0, &path);
            problem
        }));
    }
    own.found.extend(reader.finish(()).err().into_iter().flatten());
    own
}

/// Reads and checks one rulebook, and keeps it where it compiles.
fn one(own: &mut Own, mut law: Law, source: &Value) -> Vec<Problem> {
    let mut reader = Reader::default();
    let map = reader.map(source, "").cloned();
    let mut map = match reader.need(map) {
        Ok(map) => map,
        Err(refused) => return refused.into_iter().collect(),
    };
    if let Err(problem) = take_format(&mut map) {
        return vec![problem];
    }
    let mut found = Vec::new();
    let mut instruments = Instruments::default();
    if let Some(value) = map.remove("instruments") {
        let value = Value::Object([("instruments".to_owned(), value)].into_iter().collect());
        match read(value) {
            Ok(read) => instruments = read,
            Err(problem) => found.push(problem),
        }
    }
    found.extend(check_instruments(&instruments));
    law.add(&instruments);
    let rulebook: Rulebook = match read(Value::Object(map)) {
        Ok(rulebook) => rulebook,
        Err(problem) => {
            found.push(problem);
            return found;
        }
    };
    if own.library.rulebooks.iter().any(|known| known.id == rulebook.rulebook) {
        let problem = Problem::new(Code::DuplicateId, "/rulebook");
        found.push(problem.with("value", &rulebook.rulebook));
    }
    found.extend(never_law(&rulebook, &instruments));
    if rulebook.never_in_force.is_some() {
        own.library.never_in_force.push(rulebook.rulebook.clone());
    }
    match check(&rulebook, &law) {
        Ok((compiled, problems)) => {
            found.extend(problems);
            own.library.texts.add_instruments(&instruments);
            own.library.texts.add_rulebook(&rulebook);
            own.library.rulebooks.push(compiled);
        }
        Err(problems) => found.extend(problems),
    }
    found
}
