//! Decisions without the tree: the verdict alone, or the reasons as codes.

use chrono::NaiveDate as Date;
use serde::Serialize;

use crate::compile::FactId;
use crate::day;
use crate::diagram::Full;
use crate::refused::Refused;
use crate::truth::Truth;

use super::mending::{closing, mends};
use super::missing::{Gap, missing};
use super::{
    Bearing, Change, Decision, Facts, Inquiry, Matter, Outcome, WarningCode, facts, next, outcomes,
    reasons as found, warnings,
};

/// An answer to a request to decide, as much of it as was wanted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Decided {
    /// The verdicts alone.
    Verdicts(Verdicts),
    /// The verdicts with their reasons.
    Reasons(Reasons),
    /// Everything.
    Full(Box<Decision>),
}

/// The answer where `want` is `verdict`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Verdicts {
    /// The rulebook asked.
    pub rulebook: String,
    /// The version applied, named by the day on which it came into force.
    pub version: String,
    /// The day as of which the law was applied, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// Every issue asked that arises on that day, in the rulebook's order.
    pub issues: Vec<IssueVerdict>,
    /// The facts that `presume` filled in.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Facts"))]
    pub presumed: Facts,
    /// The facts that were stated against the dates given, and count as unknown for that.
    pub disputed: Vec<String>,
}

/// The verdict on one issue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct IssueVerdict {
    /// The issue.
    pub issue: String,
    /// The verdict; while open facts can change it, the name that the rulebook has for an
    /// open verdict, or `null` where it has none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub verdict: Option<String>,
    /// Whether every way of filling in the open facts leads to the same verdict.
    pub settled: bool,
    /// The verdicts that some way of filling in the open facts still leads to.
    pub possible: Vec<String>,
}

/// The answer where `want` is `reasons`: what a full one says, as codes, without the tree, the
/// deadlines, what dates say of other facts, and the later versions of the law.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Reasons {
    /// The rulebook asked.
    pub rulebook: String,
    /// The version applied, named by the day on which it came into force.
    pub version: String,
    /// The day as of which the law was applied, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// Every issue asked that arises on that day, in the rulebook's order.
    pub issues: Vec<IssueReasons>,
    /// The open facts that can still change an open verdict, most decisive first; of whoever
    /// mends also those that a settled verdict would still turn on if what is missing were mended.
    pub next: Vec<String>,
    /// The facts that `presume` filled in.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Facts"))]
    pub presumed: Facts,
    /// The facts that were stated against the dates given, and count as unknown for that.
    pub disputed: Vec<String>,
    /// Alerts that are due, and rules relied on that are badly attested or disputed.
    pub remarks: Vec<Remark>,
}

/// The reasons on one issue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct IssueReasons {
    /// The issue.
    pub issue: String,
    /// The verdict; while open facts can change it, the name that the rulebook has for an
    /// open verdict, or `null` where it has none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub verdict: Option<String>,
    /// Whether every way of filling in the open facts leads to the same verdict.
    pub settled: bool,
    /// The verdicts that some way of filling in the open facts still leads to.
    pub possible: Vec<String>,
    /// A smallest set of the given facts that settles the verdict on its own. Empty while
    /// the verdict is open, and where no fact is needed.
    pub because: Vec<String>,
    /// For every other verdict, the smallest changes that settle it.
    pub changes: Vec<Change>,
    /// The elements that stand between the facts and a better verdict, in order.
    pub missing: Vec<Lacking>,
    /// The provisions behind the verdict, in force on the day.
    pub provisions: Vec<String>,
}

/// An element that stands between the facts and a better verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Lacking {
    /// The element.
    pub element: String,
    /// Fails, or not yet known.
    pub state: Truth,
    /// The verdict that it keeps the case at.
    pub verdict: String,
    /// The facts that would supply it.
    pub facts: Vec<String>,
}

/// Something a reader has to know besides the verdicts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// What kind of warning it is.
    pub code: WarningCode,
    /// The alert or element it is about, or `verdict/issue/verdict`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub about: Option<String>,
}

/// The verdicts alone.
pub(super) fn verdicts(Inquiry { case, presumed, .. }: Inquiry<'_>) -> Verdicts {
    let issues = case.asked().map(|(_, issue, drawn)| {
        let possible = case.diagram(drawn.diagram).reachable(&case.known.assignment);
        let settled = possible.only();
        let verdict = settled.map(|leaf| &issue.verdict(leaf).id);
        IssueVerdict {
            issue: issue.id.clone(),
            verdict: verdict.or(issue.open.as_ref()).cloned(),
            settled: settled.is_some(),
            possible: super::names(issue, &possible),
        }
    });
    Verdicts {
        rulebook: case.rulebook.id.clone(),
        version: day::written(case.version.from),
        as_of: case.day,
        issues: issues.collect(),
        presumed,
        disputed: disputed(&case),
    }
}

/// The verdicts with their reasons.
pub(super) fn reasons(inquiry: Inquiry<'_>) -> Result<Reasons, Refused> {
    let Inquiry { case, presumed, mend, .. } = inquiry;
    let outcomes = outcomes(&case);
    let mut issues = Vec::with_capacity(outcomes.len());
    let mut questions = Vec::with_capacity(outcomes.len());
    for outcome in &outcomes {
        let (told, question) =
            issue(&case, outcome, mend).map_err(|Full| facts::too_complex(&case))?;
        issues.push(told);
        questions.push(question);
    }
    let remarks = warnings::of_the_day(&case, &outcomes).into_iter();
    Ok(Reasons {
        rulebook: case.rulebook.id.clone(),
        version: day::written(case.version.from),
        as_of: case.day,
        issues,
        next: next::next(&case, &questions).next,
        presumed,
        disputed: disputed(&case),
        remarks: remarks.map(|one| Remark { code: one.code, about: one.about }).collect(),
    })
}

fn issue(
    case: &Matter<'_>,
    outcome: &Outcome<'_>,
    mend: bool,
) -> Result<(IssueReasons, next::Questioned), Full> {
    let &Outcome { issue, drawn, settled, .. } = outcome;
    let because = settled.map(|leaf| found::because(case, drawn, leaf)).transpose()?;
    let (changes, way) = found::changes(case, issue, drawn, settled)?;
    let gaps = missing(&outcome.application);
    let closing = (mend && settled.is_some() && !gaps.is_empty())
        .then(|| closing(case, &gaps, mends(case, &gaps, way.as_deref().unwrap_or_default())));
    let provisions = outcome.cited.iter().map(|id| case.rulebook.provisions[*id].id.clone());
    let told = IssueReasons {
        issue: issue.id.clone(),
        verdict: outcome.verdict().map(str::to_owned),
        settled: settled.is_some(),
        possible: super::names(issue, &outcome.possible),
        because: because.unwrap_or_default(),
        changes,
        missing: gaps.iter().map(lacking).collect(),
        provisions: provisions.collect(),
    };
    Ok((told, outcome.questioned(closing)))
}

fn lacking(gap: &Gap<'_>) -> Lacking {
    Lacking {
        element: gap.element.to_owned(),
        state: gap.state,
        verdict: gap.verdict.to_owned(),
        facts: gap.facts.iter().map(|fact| (*fact).to_owned()).collect(),
    }
}

/// The facts that were stated against the dates given.
fn disputed(case: &Matter<'_>) -> Vec<String> {
    let found = case.by_dates.iter().filter(|found| found.bearing == Bearing::Contradicts);
    let disputed: Vec<FactId> = found.map(|found| found.fact).collect();
    facts::names(case, &disputed)
}
