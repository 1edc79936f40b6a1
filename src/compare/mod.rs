//! Comparing the law of two days: which facts get another verdict, and why.

mod answer;
mod rules;

use serde_json::Value;

use crate::compile::{CompiledIssue, Drawn, Library, criteria, scale};
use crate::decide::{Case, case};
use crate::diagram::{Assignment, Forest, Leaf, Leaves, Op, Ref, cover, is_leaf};
use crate::problem::Problem;
use crate::request::Reader;
use crate::truth::Truth;

pub use crate::compile::Criterion;
pub use answer::{Comparison, Difference, IssueComparison, Rules, Side};

/// How many patterns are told for one pair of verdicts, unless the request says otherwise,
/// and how many it may ask for.
const PATTERNS: usize = 12;
const MOST_PATTERNS: i64 = 10_000;

/// Compares the rules of a rulebook on two days.
///
/// The request has the keys `rulebook`, `from` and `to` (days), `facts` (optional: those of a
/// user who asks whether the change concerns them), `issues` (optional) and `limit`
/// (optional: how many patterns are told for one pair of verdicts).
///
/// # Errors
///
/// Everything that is wrong with the request.
///
/// ```
/// use serde_json::json;
/// use zhengpin::{compare::compare, library};
///
/// let request = json!({
///     "rulebook": "cn/parallel-import",
///     "from": "2026-12-31",
///     "to": "2027-01-01",
///     "issues": ["trademark"],
/// });
/// let comparison = compare(library::built_in(), &request).map_err(|_| "refused")?;
/// assert_eq!(comparison.issues.len(), 1);
/// # Ok::<(), &str>(())
/// ```
pub fn compare(library: &Library, request: &Value) -> Result<Comparison, Vec<Problem>> {
    let mut reader = Reader::default();
    let map = reader.object(request, "", &["rulebook", "from", "to", "facts", "issues", "limit"]);
    let Some(map) = map else { return reader.finish(()).and(Err(Vec::new())) };
    for key in ["from", "to"].into_iter().filter(|key| !map.contains_key(*key)) {
        reader.missing("", key);
    }
    let to = map.get("to").and_then(|value| reader.date(value, "/to"));
    let limit = map.get("limit");
    let limit = limit.and_then(|value| reader.integer(value, "/limit", 0, MOST_PATTERNS));
    let limit = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(PATTERNS);
    let before = case(library, map, "from", reader)?;
    let day = to.unwrap_or(before.day);
    let version = before.rulebook.version_on(day, "/to").map_err(|problem| vec![problem])?;
    let after = before.on(version, day);
    let side = |case: &Case<'_>| Side { as_of: case.day, version: case.version.from.to_string() };
    let rulebook = before.rulebook;
    Ok(Comparison {
        rulebook: rulebook.id.clone(),
        from: side(&before),
        to: side(&after),
        issues: issues(&before, &after, limit),
        begun: rules::of_rulebook(rulebook, after.day, before.day),
        ended: rules::of_rulebook(rulebook, before.day, after.day),
    })
}

fn issues(before: &Case<'_>, after: &Case<'_>, limit: usize) -> Vec<IssueComparison> {
    let pair = Pair { before, after, limit };
    let rulebook = before.rulebook;
    let versions = before.version.issues.iter().zip(&after.version.issues);
    let mut compared = Vec::with_capacity(rulebook.issues.len());
    for ((index, issue), (one, other)) in (0..).zip(&rulebook.issues).zip(versions) {
        let asked = before.only.as_ref().is_none_or(|only| only.contains(&index));
        if asked && (one.is_some() || other.is_some()) {
            compared.push(pair.issue(issue, one.as_ref(), other.as_ref()));
        }
    }
    compared
}

/// The same facts on both days.
struct Pair<'a> {
    before: &'a Case<'a>,
    after: &'a Case<'a>,
    limit: usize,
}

impl Pair<'_> {
    fn issue(
        &self,
        issue: &CompiledIssue,
        one: Option<&Drawn>,
        other: Option<&Drawn>,
    ) -> IssueComparison {
        let Self { before, after, .. } = self;
        let known = &before.known.assignment;
        let mut forest = Forest::default();
        let mut take = |drawn: Option<&Drawn>| {
            let diagram = before.diagram(drawn?.diagram)?;
            Some((forest.adopt(diagram, known, |leaf| leaf), diagram.reachable(known)))
        };
        let (one, other) = (take(one), take(other));
        let names = |reachable: Option<Leaves>| {
            let leaves = reachable.iter().flat_map(Leaves::verdicts).collect::<Vec<_>>();
            let verdicts = leaves.iter().filter_map(|leaf| issue.verdicts.get(usize::from(*leaf)));
            verdicts.map(|verdict| verdict.id.clone()).collect()
        };
        let (concerned, differences) = match (one, other) {
            (Some((one, _)), Some((other, _))) => {
                let count = Leaf::try_from(issue.verdicts.len()).unwrap_or(Leaf::MAX);
                let pairs = forest.apply(Op::Beside(count), one, other);
                self.differences(issue, &mut forest, pairs, count)
            }
            // An issue that arises on one of the days only has no verdict to compare with.
            _ => (Truth::Yes, Vec::new()),
        };
        IssueComparison {
            issue: issue.id.clone(),
            concerned,
            before: names(one.map(|(_, reachable)| reachable)),
            after: names(other.map(|(_, reachable)| reachable)),
            differences,
            begun: rules::of_issue(before.rulebook, issue, after.day, before.day),
            ended: rules::of_issue(before.rulebook, issue, before.day, after.day),
        }
    }

    /// Whether the facts given are concerned, and every pair of verdicts that differ.
    fn differences(
        &self,
        issue: &CompiledIssue,
        forest: &mut Forest,
        pairs: Ref,
        count: Leaf,
    ) -> (Truth, Vec<Difference>) {
        let rulebook = self.before.rulebook;
        let mut differences = Vec::new();
        let mut same = false;
        for pair in forest.extract(pairs).reachable(&Assignment::default()).verdicts() {
            let (from, to) = (pair / count, pair % count);
            if from == to {
                same = true;
                continue;
            }
            let condition = forest.relabel(pairs, &is_leaf(pair));
            let found = cover(forest, condition, &|var| scale(rulebook, var), self.limit);
            let name = |leaf: Leaf| {
                issue.verdicts.get(usize::from(leaf)).map_or_else(String::new, |it| it.id.clone())
            };
            let patterns = found.patterns.iter();
            differences.push(Difference {
                from: name(from),
                to: name(to),
                patterns: patterns.map(|one| criteria(rulebook, one)).collect(),
                complete: found.complete,
            });
        }
        let concerned = match (differences.is_empty(), same) {
            (true, _) => Truth::No,
            (false, true) => Truth::Unknown,
            (false, false) => Truth::Yes,
        };
        (concerned, differences)
    }
}
