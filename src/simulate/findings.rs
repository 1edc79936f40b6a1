//! Reading a request to run a ledger.

use std::collections::HashSet;

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime};
use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

use crate::compile::{
    Choices, CircumstanceId, Compiled, CompiledLedger, LabelId, Library, Table, TierId, Version,
    When,
};
use crate::problem::{Code, Problem, child};
use crate::refused::Refused;
use crate::request::{self, FindingKeys, Reader, SimulateRequest, keys};
use crate::rulebook::AmountOf;

use super::finding::{Forced, Name, Passed, Request, RunFinding, Sums};
use super::{money, taken, time};

/// What is asked: a ledger to run, and perhaps another to hold against it.
pub(super) struct Asked<'a> {
    pub(super) request: Request<'a>,
    pub(super) instead: Option<Request<'a>>,
    /// Whether a forecast is made.
    pub(super) forecast: bool,
}

pub(super) fn read<'a>(library: &'a Library, request: &Value) -> Result<Asked<'a>, Refused> {
    let mut reader = Reader::default();
    let Some(map) = reader.request::<SimulateRequest>(request) else { return reader.need(None) };
    for key in ["rulebook", "findings"].iter().filter(|key| !map.contains_key(**key)) {
        reader.missing("", key);
    }
    let forecast = map.get("forecast").and_then(|value| reader.boolean(value, "/forecast"));
    let forecast = forecast.unwrap_or(true);
    let what_if = map.get("whatIf");
    let what_if = what_if.and_then(|value| reader.fields::<request::Instead>(value, "/whatIf"));
    // What findings may say, the ledger tells: without one they are not looked at.
    let Some((rulebook, ledger)) = kept_by(library, map, &mut reader) else {
        return reader.need(None);
    };
    let asked = RunReader { rulebook, ledger, map, instead: None }.request(&mut reader);
    let instead = what_if.map(|instead| {
        let mut other = Reader::default();
        let run = RunReader { rulebook, ledger, map, instead: Some(instead) };
        let run = run.request(&mut other);
        // What is wrong with the ledger itself would be told twice.
        let is_told = |path: &str| !reader.is_content() && !path.starts_with("/whatIf");
        let problems = other.finish(()).err();
        let problems = problems.iter().flat_map(Refused::problems);
        let untold: Vec<_> = problems.filter(|one| !is_told(&one.path)).cloned().collect();
        untold.into_iter().for_each(|problem| reader.report(problem));
        run
    });
    reader.finish(Asked { request: asked, instead, forecast })
}

/// The ledger that a request names, with its rulebook.
pub(super) fn kept_by<'a>(
    library: &'a Library,
    map: &Map<String, Value>,
    reader: &mut Reader,
) -> Option<(&'a Compiled, &'a CompiledLedger)> {
    let id = reader.text(map.get("rulebook")?, "/rulebook")?;
    let kept = library.rulebook(id, "/rulebook").and_then(|rulebook| {
        library.law(rulebook, "/rulebook")?;
        let none = || Problem::new(Code::NotSimulated, "/rulebook").with("value", &rulebook.id);
        rulebook.ledger.as_ref().map(|ledger| (rulebook, ledger)).ok_or_else(none)
    });
    kept.map_err(|problem| reader.report(problem)).ok()
}

/// Where a run is read from.
struct RunReader<'a, 'v> {
    rulebook: &'a Compiled,
    ledger: &'a CompiledLedger,
    map: &'v Map<String, Value>,
    /// What is taken instead of what the request says.
    instead: Option<&'v Map<String, Value>>,
}

impl<'a, 'v> RunReader<'a, 'v> {
    /// What stands under a key, and where.
    fn get(&self, key: &str) -> (Option<&'v Value>, String) {
        match self.instead.and_then(|map| map.get(key)) {
            Some(value) => (Some(value), child("/whatIf", key)),
            None => (self.map.get(key), child("", key)),
        }
    }

    fn request(&self, reader: &mut Reader) -> Request<'a> {
        let (rulebook, ledger) = (self.rulebook, self.ledger);
        let (until, path) = self.get("until");
        let until = until.and_then(|value| reader.date(value, &path));
        let in_force = until.map_or(Ok(()), |until| rulebook.version_on(until, &path).map(drop));
        in_force.unwrap_or_else(|problem| reader.report(problem));
        let (reading, path) = self.get("reading");
        let choices = choices(ledger, reading, &path, reader);
        let (amounts, path) = self.get("amounts");
        let stated = stated(ledger, AmountOf::Account, amounts, &path, reader);
        let findings = self.findings(until, reader);
        Request { rulebook, ledger, findings, until, choices, stated }
    }

    fn findings(&self, until: Option<Date>, reader: &mut Reader) -> Vec<RunFinding<'a>> {
        let (rulebook, ledger) = (self.rulebook, self.ledger);
        let (list, at) = self.get("findings");
        let most = usize::try_from(ledger.limits.findings).unwrap_or(usize::MAX);
        let list = list.and_then(|value| reader.list(value, &at, most));
        let mut findings: Vec<RunFinding<'_>> = Vec::new();
        let mut ids = HashSet::new();
        let mut named = FxHashMap::default();
        for (index, value) in list.unwrap_or_default().iter().enumerate() {
            let path = format!("{at}/{index}");
            let before = findings.last().map(|finding| finding.at);
            let mut entry = FindingReader { rulebook, ledger, path: &path, named: &mut named };
            let Some(finding) = entry.read(value, reader) else { continue };
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
        findings
    }
}

/// How each ambiguous text is read: as the request says, or by default.
pub(super) fn choices(
    ledger: &CompiledLedger,
    value: Option<&Value>,
    at: &str,
    reader: &mut Reader,
) -> Choices {
    let mut choices = ledger.defaults();
    let Some(map) = value.and_then(|value| reader.map(value, at)) else { return choices };
    for (name, value) in map {
        let path = child(at, name);
        let Some(known) = ledger.readings.find(|known| known.id == *name) else {
            let names = ledger.readings.values().map(|known| known.id.as_str());
            let problem = Problem::new(Code::UnknownReading, path).with("value", name);
            reader.report(problem.with_list("expected", names));
            continue;
        };
        let Some(choice) = reader.text(value, &path) else { continue };
        let reading = &ledger.readings[known];
        match reading.choices.find(|known| known == choice) {
            Some(choice) => choices[known] = choice,
            None => {
                let names = reading.choices.values().map(String::as_str);
                let problem = Problem::new(Code::UnknownChoice, path).with("value", choice);
                reader.report(problem.with_list("expected", names));
            }
        }
    }
    choices
}

/// Sums of money by the id of the amount.
fn stated(
    ledger: &CompiledLedger,
    of: AmountOf,
    value: Option<&Value>,
    path: &str,
    reader: &mut Reader,
) -> Sums {
    let offered = ledger.amounts.values().filter(|amount| amount.of == of);
    let offered: Vec<&str> = offered.map(|amount| amount.id.as_str()).collect();
    let map = value.and_then(|value| reader.object(value, path, &offered));
    ledger.amounts.map(|_, known| {
        let value = map?.get(&known.id)?;
        money::read(value, ledger.limits.yuan, &child(path, &known.id), reader)
    })
}

fn at_issued(code: Code, path: &str, finding: &RunFinding<'_>, ledger: &CompiledLedger) -> Problem {
    Problem::new(code, child(path, "issued")).with("value", time::write(finding.at, ledger))
}

struct FindingReader<'a, 'p> {
    rulebook: &'a Compiled,
    ledger: &'a CompiledLedger,
    path: &'p str,
    /// What findings named so far, by label.
    named: &'p mut FxHashMap<(LabelId, String), Name>,
}

impl<'a> FindingReader<'a, '_> {
    fn read(&mut self, value: &Value, reader: &mut Reader) -> Option<RunFinding<'a>> {
        let ledger = self.ledger;
        let mut keys = keys::<FindingKeys>().to_vec();
        keys.extend(ledger.circumstances.values().map(|known| known.id.as_str()));
        keys.extend(ledger.labels.values().map(String::as_str));
        let map = reader.object(value, self.path, &keys)?;
        for key in ["id", "issued", "tier"].iter().filter(|key| !map.contains_key(**key)) {
            reader.missing(self.path, key);
        }
        let at = |key| child(self.path, key);
        let id = map.get("id").and_then(|value| reader.text(value, &at("id")));
        let issued = map.get("issued").and_then(|value| self.issued(value, &at("issued"), reader));
        let tier = map.get("tier").and_then(|value| self.tier(value, &at("tier"), reader));
        let items = self.items(map.get("items"), tier, reader);
        let reversed = map.get("reversed").map(|value| reader.boolean(value, &at("reversed")));
        let exam = map.get("exam").map(|value| self.exam(value, &at("exam"), reader));
        let taken = map.get("taken").map(|value| taken::read(value, &at("taken"), ledger, reader));
        let amounts = map.get("amounts");
        let stated = stated(ledger, AmountOf::Finding, amounts, &at("amounts"), reader);
        let labels = self.labels(map, reader);
        let day = issued.map(|(at, _)| at.date());
        let circumstances = self.circumstances(map, day, reader);
        let (at, version) = issued?;
        let tier = tier?;
        let mut taken = taken.map_or(Some(None), |taken| taken.map(Some))?;
        let rules = &ledger.tiers[tier];
        self.in_force(&rules.basis.when, at.date(), "tier", reader);
        // Of points that nobody knows, none are too many.
        if let Some(taken) = taken.as_mut().filter(|_| rules.unnumbered) {
            taken.points = None;
        }
        Some(RunFinding {
            id: id?.to_owned(),
            at,
            tier,
            items: items?,
            circumstances,
            labels,
            stated,
            exam: exam.unwrap_or(Some(Passed::Unknown))?,
            reversed: reversed.unwrap_or(Some(false))?,
            taken: taken.filter(|one| !one.is_empty()),
            forced: Forced::default(),
            version,
        })
    }

    fn issued(
        &self,
        value: &Value,
        path: &str,
        reader: &mut Reader,
    ) -> Option<(DateTime, &'a Version)> {
        let at = self.instant(value, path, reader)?;
        match self.rulebook.version_on(at.date(), path) {
            Ok(version) => Some((at, version)),
            Err(problem) => {
                reader.report(problem);
                None
            }
        }
    }

    fn instant(&self, value: &Value, path: &str, reader: &mut Reader) -> Option<DateTime> {
        let text = reader.text(value, path)?;
        let at = time::read(text, self.ledger);
        if at.is_none() {
            reader.report(Problem::new(Code::NotAnInstant, path).with("value", text));
        }
        at
    }

    fn tier(&self, value: &Value, path: &str, reader: &mut Reader) -> Option<TierId> {
        let name = reader.text(value, path)?;
        let known = self.ledger.tiers.find(|tier| tier.id == name);
        if known.is_none() {
            let names = self.ledger.tiers.values().map(|tier| tier.id.as_str());
            let problem = Problem::new(Code::UnknownTier, path).with("value", name);
            reader.report(problem.with_list("expected", names));
        }
        known
    }

    /// How many items, times or points it has: one where nothing is stated, unless the tier has
    /// a published range that begins above. What lies outside the range is refused.
    fn items(
        &self,
        value: Option<&Value>,
        tier: Option<TierId>,
        reader: &mut Reader,
    ) -> Option<u32> {
        let tier = tier.map(|tier| &self.ledger.tiers[tier]);
        let (least, most) = tier
            .map_or((1, self.ledger.limits.items), |tier| (tier.least_booked, tier.most_booked));
        let one = Value::from(1);
        let (value, path) = (value.unwrap_or(&one), child(self.path, "items"));
        let items = reader.integer(value, &path, i64::from(least), i64::from(most))?;
        u32::try_from(items).ok()
    }

    /// When the exam was passed, or that it was not.
    fn exam(&self, value: &Value, path: &str, reader: &mut Reader) -> Option<Passed> {
        if value.as_bool() == Some(false) {
            return Some(Passed::Never);
        }
        self.instant(value, path, reader).map(Passed::On)
    }

    fn circumstances(
        &self,
        map: &Map<String, Value>,
        day: Option<Date>,
        reader: &mut Reader,
    ) -> Vec<CircumstanceId> {
        let mut stated = Vec::new();
        for (id, known) in &self.ledger.circumstances {
            let Some(value) = map.get(&known.id) else { continue };
            if reader.boolean(value, &child(self.path, &known.id)) == Some(true) {
                if let Some(day) = day {
                    self.in_force(&known.basis.when, day, &known.id, reader);
                }
                stated.push(id);
            }
        }
        stated
    }

    /// Notes where a rule that the finding names under `key` is not in force on its day.
    fn in_force(&self, when: &When, day: Date, key: &str, reader: &mut Reader) {
        let validity = when.in_force;
        if validity.holds_on(day) {
            return;
        }
        let nearest = validity.from.filter(|from| day < *from).or(validity.to);
        let problem = Problem::new(Code::NotInForce, child(self.path, key)).with("value", day);
        reader.report(problem.with("expected", nearest.unwrap_or(day)));
    }

    fn labels(
        &mut self,
        map: &Map<String, Value>,
        reader: &mut Reader,
    ) -> Table<LabelId, Option<Name>> {
        self.ledger.labels.map(|id, known| {
            let text = reader.text(map.get(known)?, &child(self.path, known))?;
            let next = Name(self.named.len());
            Some(*self.named.entry((id, text.to_owned())).or_insert(next))
        })
    }
}
