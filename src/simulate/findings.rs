//! Reading the findings of a request.

use std::collections::HashSet;

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime};
use serde_json::{Map, Value};

use crate::compile::{Compiled, CompiledLedger, Id, Library, Version};
use crate::problem::{Code, Problem, child};
use crate::request::Reader;

use super::time;

/// A request to run a ledger.
pub(super) struct Request<'a> {
    pub(super) rulebook: &'a Compiled,
    pub(super) ledger: &'a CompiledLedger,
    pub(super) findings: Vec<Finding<'a>>,
    pub(super) until: Option<Date>,
}

/// One finding.
pub(super) struct Finding<'a> {
    pub(super) id: String,
    /// When it was issued, in the ledger's offset.
    pub(super) at: DateTime,
    pub(super) tier: Id,
    pub(super) items: u32,
    /// The circumstances that it states.
    pub(super) circumstances: Vec<Id>,
    pub(super) reversed: bool,
    /// The version of the rules that it is judged by.
    pub(super) version: &'a Version,
}

pub(super) fn read<'a>(library: &'a Library, request: &Value) -> Result<Request<'a>, Vec<Problem>> {
    let mut reader = Reader::default();
    let map = reader.object(request, "", &["rulebook", "findings", "until", "reading"]);
    let Some(map) = map else { return reader.finish(()).and(Err(Vec::new())) };
    for key in ["rulebook", "findings"].iter().filter(|key| !map.contains_key(**key)) {
        reader.missing("", key);
    }
    let id = map.get("rulebook").and_then(|value| reader.text(value, "/rulebook"));
    let until = map.get("until").and_then(|value| reader.date(value, "/until"));
    let rulebook = id.map(|id| library.rulebook(id, "/rulebook"));
    let rulebook = rulebook.transpose().map_err(|problem| vec![problem])?;
    let rulebook = reader.finish(rulebook)?.ok_or_else(Vec::new)?;
    let Some(ledger) = &rulebook.ledger else {
        let problem = Problem::new(Code::NotSimulated, "/rulebook").with("value", &rulebook.id);
        return Err(vec![problem]);
    };
    let mut reader = Reader::default();
    if let Some(reading) = map.get("reading").and_then(|value| reader.map(value, "/reading")) {
        for name in reading.keys() {
            let problem = Problem::new(Code::UnknownReading, child("/reading", name));
            reader.report(problem.with("value", name));
        }
    }
    let most = usize::try_from(ledger.limits.findings).unwrap_or(usize::MAX);
    let list = map.get("findings").and_then(|value| reader.list(value, "/findings", most));
    let mut findings: Vec<Finding<'_>> = Vec::new();
    let mut ids = HashSet::new();
    for (index, value) in list.unwrap_or_default().iter().enumerate() {
        let path = format!("/findings/{index}");
        let before = findings.last().map(|finding| finding.at);
        let read = Entry { rulebook, ledger, path: &path }.read(value, &mut reader);
        let Some(finding) = read else { continue };
        if before.is_some_and(|before| finding.at < before) {
            reader.report(at_issued(Code::Unsorted, &path, &finding, ledger));
        }
        if let Some(until) = until.filter(|until| *until < finding.at.date()) {
            let problem = at_issued(Code::AfterUntil, &path, &finding, ledger);
            reader.report(problem.with("expected", until));
        }
        if !ids.insert(finding.id.clone()) {
            let problem = Problem::new(Code::DuplicateId, child(&path, "id"));
            reader.report(problem.with("value", &finding.id));
        }
        findings.push(finding);
    }
    reader.finish(Request { rulebook, ledger, findings, until })
}

fn at_issued(code: Code, path: &str, finding: &Finding<'_>, ledger: &CompiledLedger) -> Problem {
    Problem::new(code, child(path, "issued")).with("value", time::write(finding.at, ledger))
}

struct Entry<'a, 'p> {
    rulebook: &'a Compiled,
    ledger: &'a CompiledLedger,
    path: &'p str,
}

impl<'a> Entry<'a, '_> {
    fn read(&self, value: &Value, reader: &mut Reader) -> Option<Finding<'a>> {
        let circumstances = self.ledger.circumstances.iter().map(|known| known.id.as_str());
        let mut keys = vec!["id", "issued", "tier", "items", "reversed"];
        keys.extend(circumstances);
        let map = reader.object(value, self.path, &keys)?;
        for key in ["id", "issued", "tier"].iter().filter(|key| !map.contains_key(**key)) {
            reader.missing(self.path, key);
        }
        let at = |key| child(self.path, key);
        let id = map.get("id").and_then(|value| reader.text(value, &at("id")));
        let issued = map.get("issued").and_then(|value| self.issued(value, &at("issued"), reader));
        let tier = map.get("tier").and_then(|value| self.tier(value, &at("tier"), reader));
        let most = i64::from(self.ledger.limits.items);
        let items = map.get("items").map(|value| reader.integer(value, &at("items"), 1, most));
        let reversed = map.get("reversed").map(|value| reader.boolean(value, &at("reversed")));
        let circumstances = self.circumstances(map, reader);
        let (at, version) = issued?;
        Some(Finding {
            id: id?.to_owned(),
            at,
            tier: tier?,
            items: items.map_or(Some(1), |items| u32::try_from(items?).ok())?,
            circumstances,
            reversed: reversed.map_or(Some(false), |reversed| reversed)?,
            version,
        })
    }

    fn issued(
        &self,
        value: &Value,
        path: &str,
        reader: &mut Reader,
    ) -> Option<(DateTime, &'a Version)> {
        let text = reader.text(value, path)?;
        let Some(at) = time::read(text, self.ledger) else {
            reader.report(Problem::new(Code::NotAnInstant, path).with("value", text));
            return None;
        };
        match self.rulebook.version_on(at.date(), path) {
            Ok(version) => Some((at, version)),
            Err(problem) => {
                reader.report(problem);
                None
            }
        }
    }

    fn tier(&self, value: &Value, path: &str, reader: &mut Reader) -> Option<Id> {
        let name = reader.text(value, path)?;
        let index = self.ledger.tiers.iter().position(|tier| tier.id == name);
        if index.is_none() {
            let names: Vec<&str> = self.ledger.tiers.iter().map(|tier| tier.id.as_str()).collect();
            let problem = Problem::new(Code::UnknownTier, path).with("value", name);
            reader.report(problem.with("expected", names.join(", ")));
        }
        index.and_then(|index| Id::try_from(index).ok())
    }

    fn circumstances(&self, map: &Map<String, Value>, reader: &mut Reader) -> Vec<Id> {
        let mut stated = Vec::new();
        for (id, known) in (0..).zip(&self.ledger.circumstances) {
            let Some(value) = map.get(&known.id) else { continue };
            if reader.boolean(value, &child(self.path, &known.id)) == Some(true) {
                stated.push(id);
            }
        }
        stated
    }
}
