//! What rulebooks there are, and what a form needs to know of one.

mod answer;
mod description;
mod ledger;

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;
use serde_json::Value;

use crate::compile::{
    CaseId, Compiled, CompiledCase, DeadlineId, Drawn, FactId, Library, Part, Version,
};
use crate::decide::shown;
use crate::put::ask;
use crate::refused::Refused;
use crate::request::{DescribeRequest, Facts, ListRequest, Reader};

pub use answer::{
    AmountDescription, CaseDescription, DocumentDescription, ElementDescription, FactDescription,
    FieldDescription, IssueDescription, LedgerDescription, NumberDescription, ProvisionDescription,
    ReadingDescription, Rulebooks, TierDescription, VerdictDescription, WindowDescription,
};
pub use description::Description;

/// Lists the rulebooks and their versions.
///
/// # Errors
///
/// What is wrong with rulebooks that the request brings.
///
/// ```
/// use zhengpin::request::ListRequest;
/// use zhengpin::{describe::list, library};
///
/// let rulebooks = list(library::built_in(), &ListRequest::new())?.rulebooks;
/// assert!(rulebooks.iter().any(|listed| listed.rulebook == "taobao/counterfeit"));
/// # Ok::<(), zhengpin::refused::Refused>(())
/// ```
pub fn list(library: &Library, request: &ListRequest) -> Result<Rulebooks, Refused> {
    ask(library, request, list_answer)
}

/// Lists what a request asks for that was read as a value.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn list_answer(library: &Library, request: &Value) -> Result<Rulebooks, Refused> {
    let mut reader = Reader::default();
    reader.request::<ListRequest>(request);
    reader.finish(listed(library))
}

/// The rulebooks of a library.
pub(crate) fn listed(library: &Library) -> Rulebooks {
    Rulebooks { rulebooks: library.listed().collect() }
}

/// Describes a rulebook as of a day.
///
/// The texts are those that the library brings. Those of the built-in rulebooks travel beside
/// the engine, and [`Description::join`] adds them.
///
/// # Errors
///
/// Everything that is wrong with the request.
///
/// ```
/// use zhengpin::request::DescribeRequest;
/// use zhengpin::{describe::describe, library};
///
/// let request = DescribeRequest::new("taobao/counterfeit");
/// let description = describe(library::built_in(), &request)?;
/// assert!(description.ledger.is_some());
/// # Ok::<(), zhengpin::refused::Refused>(())
/// ```
pub fn describe(library: &Library, request: &DescribeRequest) -> Result<Description, Refused> {
    ask(library, request, answer)
}

/// Describes what a request asks for that was read as a value.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn answer(library: &Library, request: &Value) -> Result<Description, Refused> {
    let mut reader = Reader::default();
    let Some(map) = reader.request::<DescribeRequest>(request) else { return reader.need(None) };
    let day = map.get("asOf").and_then(|value| reader.date(value, "/asOf"));
    let id = map.get("rulebook");
    if id.is_none() {
        reader.missing("", "rulebook");
    }
    let id = id.and_then(|value| reader.text(value, "/rulebook"));
    let id = reader.need(id)?;
    let rulebook = library.rulebook(id, "/rulebook")?;
    let day = day.unwrap_or(rulebook.as_of);
    let version = rulebook.version_on(day, "/asOf")?;
    let description = Description {
        rulebook: rulebook.id.clone(),
        version: version.from.to_string(),
        as_of: day,
        groups: rulebook.groups.values().cloned().collect(),
        facts: facts(rulebook, version, day),
        issues: issues(rulebook, day),
        elements: elements(rulebook, day),
        provisions: provisions(rulebook),
        documents: documents(rulebook, day),
        cases: cases(rulebook),
        gaps: rulebook.gaps.clone(),
        ledger: rulebook.ledger.as_ref().map(|rules| ledger::ledger(rules, day)),
        texts: BTreeMap::new(),
    };
    #[cfg(feature = "author")]
    let description = with_own_texts(description, library);
    Ok(description)
}

/// Adds the texts that the library brings. The built-in one brings none, so the wasm of the
/// pages leaves this out.
#[cfg(feature = "author")]
fn with_own_texts(mut description: Description, library: &Library) -> Description {
    for (language, catalogue) in [("zh", &library.texts.zh), ("en", &library.texts.en)] {
        if !catalogue.rulebooks.is_empty() {
            description.join(language, catalogue);
        }
    }
    description
}

fn facts(rulebook: &Compiled, version: &Version, day: Date) -> Vec<FactDescription> {
    let asked = rulebook.facts.iter().filter(|(_, fact)| fact.in_force.holds_on(day));
    let alerts = alerts(rulebook, day);
    let described = asked.map(|(index, fact)| FactDescription {
        id: fact.id.clone(),
        kind: fact.kind,
        group: rulebook.groups[fact.group].clone(),
        choices: fact.choices.clone(),
        min: fact.min,
        max: fact.max,
        proof: fact.proof,
        change: fact.change,
        undisputed: fact.undisputed.as_ref().map(|value| shown(fact, value)),
        after: fact
            .after
            .iter()
            .map(|premise| &rulebook.facts[*premise])
            .filter(|premise| premise.in_force.holds_on(day))
            .map(|premise| premise.id.clone())
            .collect(),
        issues: rulebook
            .issues
            .iter()
            .filter(|(id, _)| {
                let drawn = version.issues[*id].as_ref();
                drawn.is_some_and(|drawn| bears(rulebook, index, drawn, day))
            })
            .map(|(_, issue)| issue.id.clone())
            .collect(),
        alerts: alerts
            .iter()
            .filter(|(_, facts)| facts.contains(&index))
            .map(|(alert, _)| (*alert).to_owned())
            .collect(),
        deadlines: rulebook
            .deadlines
            .values()
            .filter(|one| one.in_force.holds_on(day) && one.dates().any(|fact| fact == index))
            .map(|one| one.id.clone())
            .collect(),
    });
    described.collect()
}

/// Whether a verdict depends on a fact: itself, or because it answers one on which it does.
fn bears(rulebook: &Compiled, fact: FactId, drawn: &Drawn, day: Date) -> bool {
    let deadlines = rulebook.deadlines.iter();
    let counting: Vec<DeadlineId> = deadlines
        .filter(|(_, one)| one.in_force.holds_on(day) && one.dates().any(|date| date == fact))
        .map(|(id, _)| id)
        .collect();
    let answered = |settled: &FactId| {
        rulebook.facts[*settled].in_time.iter().any(|one| counting.contains(one))
    };
    drawn.facts.contains(&fact) || drawn.facts.iter().any(answered)
}

/// The alerts of a day, each with the facts that it rests on besides verdicts.
fn alerts(rulebook: &Compiled, day: Date) -> Vec<(&str, Vec<FactId>)> {
    let due = rulebook.alerts.values().filter(|alert| alert.in_force.holds_on(day));
    let resting = due.map(|alert| {
        let mut facts = Vec::new();
        if let Some(when) = &alert.when {
            rulebook.walk(when, &mut |part| match part {
                Part::Fact(fact, _) => {
                    facts.push(fact);
                    false
                }
                Part::Element(_, element) => element.in_force.holds_on(day),
            });
        }
        (alert.id.as_str(), facts)
    });
    resting.collect()
}

fn documents(rulebook: &Compiled, day: Date) -> Vec<DocumentDescription> {
    let written = rulebook.documents.values().filter(|document| document.in_force.holds_on(day));
    let described = written.map(|document| DocumentDescription {
        id: document.id.clone(),
        who: document.who,
        fields: document
            .fields
            .values()
            .map(|field| FieldDescription {
                id: field.id.clone(),
                kind: field.kind,
                optional: field.optional,
            })
            .collect(),
    });
    described.collect()
}

fn issues(rulebook: &Compiled, day: Date) -> Vec<IssueDescription> {
    let arising = rulebook.issues.values().filter(|issue| issue.in_force.holds_on(day));
    let described = arising.map(|issue| IssueDescription {
        id: issue.id.clone(),
        verdicts: issue
            .verdicts
            .values()
            .map(|verdict| VerdictDescription {
                id: verdict.id.clone(),
                weight: verdict.weight,
                confidence: verdict.confidence,
            })
            .collect(),
        who: issue.who,
        open: issue.open.clone(),
    });
    described.collect()
}

fn elements(rulebook: &Compiled, day: Date) -> Vec<ElementDescription> {
    let case = |id: &CaseId| rulebook.cases[*id].id.clone();
    let in_force = rulebook.elements.values().filter(|element| element.in_force.holds_on(day));
    let described = in_force.map(|element| ElementDescription {
        id: element.id.clone(),
        confidence: element.confidence,
        split: element.split,
        cite: element
            .cite
            .iter()
            .map(|id| &rulebook.provisions[*id])
            .filter(|provision| provision.in_force.holds_on(day))
            .map(|provision| provision.id.clone())
            .collect(),
        cases_for: element.cases_for.iter().map(case).collect(),
        cases_against: element.cases_against.iter().map(case).collect(),
    });
    described.collect()
}

fn provisions(rulebook: &Compiled) -> Vec<ProvisionDescription> {
    let described = rulebook.provisions.values().map(|provision| ProvisionDescription {
        id: provision.id.clone(),
        instrument: provision.instrument.clone(),
        rank: provision.rank,
        confidence: provision.confidence,
        from: provision.in_force.from,
        to: provision.in_force.to,
    });
    described.collect()
}

fn cases(rulebook: &Compiled) -> Vec<CaseDescription> {
    let described = rulebook.cases.values().map(|case| CaseDescription {
        id: case.id.clone(),
        year: case.year,
        dockets: case.dockets.clone(),
        confidence: case.confidence,
        overruled_by: case.overruled_by.map(|other| rulebook.cases[other].id.clone()),
        facts: facts_of(rulebook, case),
    });
    described.collect()
}

/// What is known of a decided case.
pub(crate) fn facts_of(rulebook: &Compiled, case: &CompiledCase) -> Facts {
    let mut facts = Facts::new();
    for (id, stated) in &case.facts {
        let fact = &rulebook.facts[*id];
        facts.insert(fact.id.clone(), shown(fact, stated));
    }
    facts
}
