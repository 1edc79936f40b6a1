//! Decided cases: what is known of each, and how it came out.

use crate::rulebook::{Case, Rulebook};

use super::facts::{read, wrong_value};
use super::names::Names;
use super::{CompiledCase, FactId, IssueId, Stated, VerdictId};

pub(super) fn compile(rulebook: &Rulebook, names: &mut Names<'_>) -> Vec<CompiledCase> {
    let mut compiled = Vec::with_capacity(rulebook.cases.len());
    for (id, case) in &rulebook.cases {
        let path = format!("/cases/{id}");
        let overruled_by = case.overruled_by.as_ref().map(|other| {
            names.find(&rulebook.cases, other, "case", &format!("{path}/overruled_by"))
        });
        compiled.push(CompiledCase {
            id: id.clone(),
            year: case.year,
            dockets: case.dockets.clone(),
            confidence: case.confidence,
            overruled_by,
            facts: facts(rulebook, names, case, &path),
            held: held(rulebook, names, case, &path),
        });
    }
    compiled
}

fn facts(
    rulebook: &Rulebook,
    names: &mut Names<'_>,
    case: &Case,
    path: &str,
) -> Vec<(FactId, Stated)> {
    let mut facts = Vec::with_capacity(case.facts.len());
    for (name, value) in &case.facts {
        let path = format!("{path}/facts/{name}");
        let id = names.find(&rulebook.facts, name, "fact", &path);
        // A name that no fact bears has been reported.
        let Some(fact) = rulebook.facts.get(name) else { continue };
        let choices: Vec<String> = fact.choices.keys().cloned().collect();
        match read(fact.kind, &choices, value) {
            Some(stated) => facts.push((id, stated)),
            None => names.report(wrong_value(fact.kind, &path, name)),
        }
    }
    facts
}

fn held(
    rulebook: &Rulebook,
    names: &mut Names<'_>,
    case: &Case,
    path: &str,
) -> Vec<(IssueId, Vec<VerdictId>)> {
    let mut held = Vec::with_capacity(case.held.len());
    for (name, verdicts) in &case.held {
        let path = format!("{path}/held/{name}");
        let id = names.find(&rulebook.issues, name, "issue", &path);
        let Some(issue) = rulebook.issues.get(name) else { continue };
        let verdicts = verdicts.iter();
        let verdicts = verdicts.map(|one| names.find(&issue.verdicts, one, "verdict", &path));
        held.push((id, verdicts.collect()));
    }
    held
}
