//! What a decision says, as cells.

use zhengpin::decide::{ByDates, Deadline, Decided, Decision, Reasons, Remark, Verdicts};
use zhengpin::request::Want;
use zhengpin::truth::Truth;

use super::columns::of_an_issue;
use crate::answer_cell::AnswerCell;
use crate::rules::{OPEN, warned, word};

/// The cells of an answer, in the order of its columns; of these issues.
pub(super) fn cells(decided: &Decided, issues: &[String]) -> Vec<AnswerCell> {
    match decided {
        Decided::Verdicts(told) => of_verdicts(told, issues),
        Decided::Reasons(told) => of_reasons(told, issues),
        Decided::Full(told) => of_all(told, issues),
    }
}

/// The version, and the cells of each issue; empty ones, where it does not arise on the day.
fn begin<'i, I: 'i>(
    version: &str,
    issues: &[String],
    want: Want,
    find: impl Fn(&str) -> Option<&'i I>,
    told: impl Fn(&'i I) -> Vec<AnswerCell>,
) -> Vec<AnswerCell> {
    let mut cells = vec![AnswerCell::Text(version.to_owned())];
    for id in issues {
        let nothing = || of_an_issue(want).iter().map(|_| AnswerCell::Nothing).collect();
        cells.extend(find(id).map_or_else(nothing, &told));
    }
    cells
}

fn of_verdicts(decided: &Verdicts, issues: &[String]) -> Vec<AnswerCell> {
    let find = |id: &str| decided.issues.iter().find(|one| one.issue == id);
    let mut cells = begin(&decided.version, issues, Want::Verdict, find, |one| {
        verdict(one.verdict.as_ref(), one.settled, &one.possible)
    });
    cells.push(AnswerCell::texts(decided.presumed.keys()));
    cells.push(AnswerCell::texts(&decided.disputed));
    cells
}

fn of_reasons(decided: &Reasons, issues: &[String]) -> Vec<AnswerCell> {
    let find = |id: &str| decided.issues.iter().find(|one| one.issue == id);
    let mut cells = begin(&decided.version, issues, Want::Reasons, find, |one| {
        let mut cells = verdict(one.verdict.as_ref(), one.settled, &one.possible);
        let missing = one.missing.iter().map(|one| (one.element.as_str(), one.state));
        cells.extend(grounds(&one.because, missing, AnswerCell::texts(&one.provisions)));
        cells
    });
    let remark = |Remark { code, about }: &Remark| warned(*code, about.as_deref());
    cells.extend([
        AnswerCell::texts(&decided.next),
        AnswerCell::texts(decided.presumed.keys()),
        AnswerCell::texts(&decided.disputed),
        AnswerCell::texts(decided.remarks.iter().map(remark)),
    ]);
    cells
}

fn of_all(decided: &Decision, issues: &[String]) -> Vec<AnswerCell> {
    let find = |id: &str| decided.issues.iter().find(|one| one.issue == id);
    let mut cells = begin(&decided.version, issues, Want::Full, find, |one| {
        let mut cells = verdict(one.verdict.as_ref(), one.settled, &one.possible);
        let missing = one.missing.iter().map(|one| (one.element.as_str(), one.state));
        cells.extend(grounds(
            &one.because,
            missing,
            AnswerCell::texts(one.citations.iter().map(|cited| &cited.provision)),
        ));
        cells
    });
    let due = decided.deadlines.iter().filter(|one| one.applies == Truth::Yes);
    let warnings = decided.warnings.iter().map(|one| warned(one.code, one.about.as_deref()));
    cells.extend([
        AnswerCell::texts(&decided.next),
        AnswerCell::texts(decided.presumed.keys()),
        AnswerCell::texts(decided.by_dates.iter().map(by_dates)),
        AnswerCell::texts(due.map(deadline)),
        AnswerCell::texts(warnings),
    ]);
    cells
}

fn verdict(verdict: Option<&String>, settled: bool, possible: &[String]) -> Vec<AnswerCell> {
    vec![AnswerCell::text(verdict), settled.into(), AnswerCell::texts(possible)]
}

/// What a verdict rests on, and what it lacks.
fn grounds<'e>(
    because: &[String],
    missing: impl Iterator<Item = (&'e str, Truth)> + Clone,
    provisions: AnswerCell,
) -> [AnswerCell; 4] {
    [
        AnswerCell::texts(because),
        elements(missing.clone(), Truth::No),
        elements(missing, Truth::Unknown),
        provisions,
    ]
}

/// Those elements that stand so, each once.
fn elements<'e>(missing: impl Iterator<Item = (&'e str, Truth)>, state: Truth) -> AnswerCell {
    let mut ids: Vec<&str> = missing.filter(|one| one.1 == state).map(|one| one.0).collect();
    ids.dedup();
    AnswerCell::texts(ids)
}

/// What dates make of a fact.
fn by_dates(found: &ByDates) -> String {
    format!("{} {}", found.fact, word(&found.bearing).unwrap_or_default())
}

/// A deadline with its last day; with the first and the last that it may be, where that is not
/// certain.
fn deadline(deadline: &Deadline) -> String {
    let day = match (deadline.moved.or(deadline.due), &deadline.range) {
        (Some(day), _) => day.to_string(),
        (None, Some(range)) => format!("{}/{}", range.earliest, range.latest),
        (None, None) => OPEN.to_owned(),
    };
    format!("{} {day}", deadline.id)
}
