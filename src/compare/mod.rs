//! Comparing the law of two days, or of two rulebooks: which facts get another verdict, and
//! why.

#[cfg(feature = "author")]
mod against;
mod answer;
mod rules;

use serde_json::Value;

use crate::compile::{CompiledIssue, Drawn, Library, criteria, scale};
use crate::decide::{Matter, case};
use crate::diagram::{Assignment, Forest, Leaf, Leaves, Op, Ref, cover, is_leaf};
use crate::limits;
use crate::put::ask;
use crate::refused::Refused;
use crate::request::{CompareRequest, Reader};
use crate::truth::Truth;
use rules::Whole;

pub use crate::compile::{Changed, Criterion};
#[cfg(feature = "author")]
use against::AGAINST;
pub use answer::{Against, Comparison, Difference, IssueComparison, Rules, Side};

/// Compares the rules of a rulebook on two days, or those of two rulebooks.
///
/// # Errors
///
/// Everything that is wrong with the request.
///
/// ```
/// use zhengpin::request::CompareRequest;
/// use zhengpin::{compare::compare, library};
///
/// let day = |text| zhengpin::day::parse(text).ok_or("no day");
/// let (from, to) = (day("2026-12-31")?, day("2027-01-01")?);
/// let request = CompareRequest::new("cn/parallel-import", from, to).issue("trademark");
/// let comparison = compare(library::built_in(), &request)?;
/// assert_eq!(comparison.issues.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare(library: &Library, request: &CompareRequest) -> Result<Comparison, Refused> {
    ask(library, request, |own, request| answer(library, own, request))
}

/// Compares what a request asks for that was read as a value, by the rulebooks that are `asked`.
/// Of two rulebooks one may stand in the `library` though the request brings the other.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn answer(
    library: &Library,
    asked: &Library,
    request: &Value,
) -> Result<Comparison, Refused> {
    #[cfg(feature = "author")]
    if request.get(AGAINST).is_some() && !std::ptr::eq(library, asked) {
        return compared(&asked.clone().beside(library), request);
    }
    #[cfg(not(feature = "author"))]
    let _ = library;
    compared(asked, request)
}

fn compared(library: &Library, request: &Value) -> Result<Comparison, Refused> {
    let mut reader = Reader::default();
    let Some(map) = reader.request::<CompareRequest>(request) else { return reader.need(None) };
    for key in ["from", "to"].into_iter().filter(|key| !map.contains_key(*key)) {
        reader.missing("", key);
    }
    let to = map.get("to").and_then(|value| reader.date(value, "/to"));
    let limit = map.get("limit");
    let limit = limit.and_then(|value| reader.integer(value, "/limit", 0, limits::PATTERNS_ASKED));
    let limit = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(limits::PATTERNS);
    #[cfg(feature = "author")]
    if map.contains_key(AGAINST) {
        return against::against(library, map, to, limit, reader);
    }
    let before = case(library, map, "from", reader)?;
    let rulebook = before.rulebook;
    let day = to.unwrap_or(before.day);
    let version = rulebook.version_on(day, "/to")?;
    let after = before.on(rulebook, version, day);
    Ok(Pair { old: Whole(before.standing()), new: Whole(after.standing()), before, after, limit }
        .comparison(None))
}

/// The same facts on both days.
struct Pair<'a> {
    /// What they were decided by, and what they are decided by now.
    before: Matter<'a>,
    after: Matter<'a>,
    /// The rules that these cases apply, whole.
    old: Whole<'a>,
    new: Whole<'a>,
    limit: usize,
}

impl Pair<'_> {
    fn comparison(self, against: Option<Against>) -> Comparison {
        let Self { before, after, old, new, .. } = &self;
        let side =
            |case: &Matter<'_>| Side { as_of: case.day, version: case.version.from.to_string() };
        Comparison {
            rulebook: old.0.rulebook.id.clone(),
            against,
            from: side(before),
            to: side(after),
            issues: self.issues(),
            begun: new.without(*old),
            ended: old.without(*new),
        }
    }

    fn issues(&self) -> Vec<IssueComparison> {
        let Self { before, after, .. } = self;
        let mut compared = Vec::with_capacity(before.rulebook.issues.len());
        // Both sides have the same issues, in the same order.
        for id in before.rulebook.issues.ids() {
            let issues = (&before.rulebook.issues[id], &after.rulebook.issues[id]);
            let drawn = (before.version.issues[id].as_ref(), after.version.issues[id].as_ref());
            let asked = before.only.as_ref().is_none_or(|only| only.contains(&id));
            if asked && (drawn.0.is_some() || drawn.1.is_some()) {
                compared.push(self.issue(issues, drawn));
            }
        }
        compared
    }

    fn issue(&self, issues: Both<&CompiledIssue>, drawn: Both<Option<&Drawn>>) -> IssueComparison {
        let Self { before, after, old, new, .. } = self;
        let known = &before.known.assignment;
        let mut forest = Forest::default();
        let mut take = |case: &Matter<'_>, drawn: Option<&Drawn>| {
            let diagram = case.diagram(drawn?.diagram);
            Some((forest.adopt(diagram, known, |leaf| leaf), diagram.reachable(known)))
        };
        let (one, other) = (take(before, drawn.0), take(after, drawn.1));
        let names = |issue: &CompiledIssue, reachable: Option<Leaves>| {
            let leaves = reachable.iter().flat_map(Leaves::verdicts).collect::<Vec<_>>();
            leaves.into_iter().map(|leaf| name(issue, leaf)).collect()
        };
        let (concerned, differences) = match (one, other) {
            (Some((one, _)), Some((other, _))) => {
                self.differences(issues, &mut forest, (one, other))
            }
            // An issue that arises on one of the days only has no verdict to compare with.
            _ => (Truth::Yes, Vec::new()),
        };
        let id = &issues.0.id;
        IssueComparison {
            issue: id.clone(),
            concerned,
            before: names(issues.0, one.map(|(_, reachable)| reachable)),
            after: names(issues.1, other.map(|(_, reachable)| reachable)),
            differences,
            begun: new.without_of(*old, id),
            ended: old.without_of(*new, id),
        }
    }

    /// Whether the facts given are concerned, and every pair of verdicts that differ.
    fn differences(
        &self,
        issues: Both<&CompiledIssue>,
        forest: &mut Forest,
        verdicts: Both<Ref>,
    ) -> (Truth, Vec<Difference>) {
        let rulebook = self.before.rulebook;
        let count = issues.0.verdicts.len().max(issues.1.verdicts.len());
        let count = Leaf::try_from(count).unwrap_or(Leaf::MAX);
        let pairs = forest.apply(Op::Beside(count), verdicts.0, verdicts.1);
        let mut differences = Vec::new();
        let mut same = false;
        for pair in forest.extract(pairs).reachable(&Assignment::default()).verdicts() {
            let (from, to) = (name(issues.0, pair / count), name(issues.1, pair % count));
            if from == to {
                same = true;
                continue;
            }
            let condition = forest.relabel(pairs, &is_leaf(pair));
            let found = cover(forest, condition, &|var| scale(rulebook, var), self.limit);
            let patterns = found.patterns.iter();
            differences.push(Difference {
                from,
                to,
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

/// Something of the first side and of the second.
type Both<T> = (T, T);

/// The verdict that a leaf of an issue's diagram is.
fn name(issue: &CompiledIssue, leaf: Leaf) -> String {
    issue.verdict(leaf).id.clone()
}
