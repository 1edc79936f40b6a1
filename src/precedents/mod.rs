//! Decided cases: facts in, the cases nearest to them out.
//!
//! # Which case is nearer
//!
//! Two cases are compared by the facts on which the verdict of the issue depends in the version
//! of the day, and by nothing else. Such a fact is *shared* where both sides state it and every
//! comparison that the issue makes of it comes out alike, *different* where one comes out
//! otherwise, and *open* where only one side is known. What is unknown is never different.
//!
//! The case that shares more facts is nearer; then the one with fewer different facts; then the
//! one with fewer open ones; then the one whose id comes first. Little known of a case does not
//! bring it nearer. No fact weighs more than another: which one was decisive is for the reader of
//! the case to say. A case that shares nothing is near to nothing, and is told only to those who
//! say how many cases they want.

mod answer;
mod nearness;

use serde_json::{Map, Value};

use crate::compile::{CompiledCase, CompiledIssue, Drawn, FactId, IssueId, Library, VerdictId};
use crate::decide::{Matter, case, next_of_open, presume, rulebook};
use crate::describe::facts_of;
use crate::problem::{Code, Problem};
use crate::put::ask;
use crate::refused::Refused;
use crate::request::{PrecedentsRequest, Reader};
use crate::sorted::insert_by;

pub use answer::{Consistency, DecidedWay, Precedent, Precedents};
use nearness::{Likeness, tests};

/// How many cases are told where a request does not say.
const MOST: usize = 5;

/// Finds the decided cases nearest to facts, on one issue.
///
/// # Errors
///
/// Everything that is wrong with the request.
///
/// ```
/// use zhengpin::request::PrecedentsRequest;
/// use zhengpin::{library, precedents::precedents};
///
/// let request = PrecedentsRequest::new("cn/parallel-import", "trademark")
///     .fact("goods_genuine", "yes")
///     .fact("repackaged", "split_pack");
/// let found = precedents(library::built_in(), &request)?;
/// assert!(found.ways.len() > 1);
/// assert!(found.nearest.iter().any(|one| one.shared.contains(&"repackaged".to_owned())));
/// # Ok::<(), zhengpin::refused::Refused>(())
/// ```
pub fn precedents(library: &Library, request: &PrecedentsRequest) -> Result<Precedents, Refused> {
    ask(library, request, answer)
}

/// Finds what a request asks for that was read as a value.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn answer(library: &Library, request: &Value) -> Result<Precedents, Refused> {
    let mut reader = Reader::default();
    let Some(map) = reader.request::<PrecedentsRequest>(request) else { return reader.need(None) };
    for key in ["issue", "facts"] {
        if !map.contains_key(key) {
            reader.missing("", key);
        }
    }
    let most = map.get("most").and_then(|value| reader.integer(value, "/most", 0, 1_000));
    let issue = issue(library, map, &mut reader);
    let mut matter = case(library, map, "asOf", reader)?;
    // Whatever kept the issue from being found was refused with the case.
    let id = Reader::default().need(issue)?;
    matter.only = Some(vec![id]);
    let Some((_, issue, drawn)) = matter.asked().next() else {
        let issue = &matter.rulebook.issues[id];
        let nearest = issue.in_force.from.filter(|from| matter.day < *from);
        let nearest = nearest.or(issue.in_force.to).unwrap_or(matter.rulebook.as_of);
        let problem = Problem::new(Code::NotInForce, "/asOf").with("value", matter.day);
        return Err(problem.with("expected", nearest).into());
    };
    let found = nearest(&matter, id, drawn);
    let most = most.and_then(|most| usize::try_from(most).ok());
    let ways = ways(issue, &found);
    let told = told(&found, ways.iter().map(|(verdict, _)| *verdict), most);
    let way = |(verdict, cases): &(VerdictId, usize)| DecidedWay {
        verdict: issue.verdicts[*verdict].id.clone(),
        cases: *cases,
    };
    let fact = |id| matter.rulebook.facts[id].id.clone();
    Ok(Precedents {
        rulebook: matter.rulebook.id.clone(),
        version: matter.version.from.to_string(),
        as_of: matter.day,
        issue: issue.id.clone(),
        facts: drawn.facts.iter().map(|id| fact(*id)).collect(),
        decided: found.len(),
        ways: ways.iter().map(way).collect(),
        nearest: told.map(|one| precedent(one, issue, drawn)).collect(),
    })
}

/// The issue that a request names. What is wrong with its rulebook is told with the case.
fn issue(library: &Library, map: &Map<String, Value>, reader: &mut Reader) -> Option<IssueId> {
    let name = reader.text(map.get("issue")?, "/issue")?;
    let rulebook = rulebook(library, map, "rulebook", &mut Reader::default())?;
    let found = rulebook.issues.find(|issue| issue.id == name);
    if found.is_none() {
        let ids = rulebook.issues.values().map(|issue| issue.id.as_str());
        let problem = Problem::new(Code::UnknownIssue, "/issue").with("value", name);
        reader.report(problem.with_list("expected", ids));
    }
    found
}

/// A decided case on the issue, beside the facts of a request.
struct NearCase<'a> {
    case: &'a CompiledCase,
    held: &'a [VerdictId],
    /// The question, asked of the case.
    matter: Matter<'a>,
    compared: Likeness,
}

/// The decided cases on an issue, the nearest first.
fn nearest<'a>(matter: &Matter<'a>, issue: IssueId, drawn: &Drawn) -> Vec<NearCase<'a>> {
    let mut found: Vec<NearCase<'a>> = Vec::new();
    let tests = tests(matter.rulebook, drawn);
    for case in matter.rulebook.cases.values() {
        let Some((_, held)) = case.held.iter().find(|(id, _)| *id == issue) else { continue };
        let mut given = matter.rulebook.facts.map(|_, _| None);
        for (fact, stated) in &case.facts {
            given[*fact] = Some(stated.clone());
        }
        let of_case = matter.with(given);
        let compared = Likeness::of(&matter.known, &of_case.known, &tests);
        let one = NearCase { case, held, matter: of_case, compared };
        insert_by(&mut found, one, |one, other| {
            let (distance, other_distance) = (one.compared.distance(), other.compared.distance());
            distance.cmp(&other_distance).then_with(|| one.case.id.cmp(&other.case.id))
        });
    }
    found
}

/// The verdicts at which cases came out, and how many of them.
fn ways(issue: &CompiledIssue, found: &[NearCase<'_>]) -> Vec<(VerdictId, usize)> {
    let count = |id: VerdictId| found.iter().filter(|one| one.held.contains(&id)).count();
    let counted = issue.verdicts.ids().map(|id| (id, count(id)));
    counted.filter(|(_, cases)| *cases > 0).collect()
}

/// The nearest cases, at most so many, and the nearest that came out at each verdict besides;
/// where nobody says how many, those alone that share something.
fn told<'f, 'a>(
    found: &'f [NearCase<'a>],
    ways: impl Iterator<Item = VerdictId>,
    most: Option<usize>,
) -> impl Iterator<Item = &'f NearCase<'a>> {
    let first: Vec<Option<usize>> =
        ways.map(|way| found.iter().position(|one| one.held.contains(&way))).collect();
    let told = found.iter().enumerate();
    told.filter(move |(place, _)| *place < most.unwrap_or(MOST) || first.contains(&Some(*place)))
        .map(|(_, one)| one)
        .filter(move |one| most.is_some() || !one.compared.shared.is_empty())
}

fn precedent(found: &NearCase<'_>, issue: &CompiledIssue, drawn: &Drawn) -> Precedent {
    let NearCase { case, held, matter, compared } = found;
    let rulebook = matter.rulebook;
    let mut presumed = matter.with(matter.given.clone());
    presume(&mut presumed);
    let settled = presumed.settled(drawn).map(|leaf| issue.verdict(leaf));
    let possible = presumed.diagram(drawn.diagram).reachable(&presumed.known.assignment);
    let came_out = |id: &str| held.iter().any(|held| issue.verdicts[*held].id == id);
    let agreement = match settled {
        Some(verdict) if came_out(&verdict.id) => Consistency::Agrees,
        Some(verdict) if verdict.undecided => Consistency::Open,
        None if possible.verdicts().any(|leaf| {
            let verdict = issue.verdict(leaf);
            verdict.undecided || came_out(&verdict.id)
        }) =>
        {
            Consistency::Open
        }
        _ => Consistency::Contradicts,
    };
    let names =
        |facts: &[FactId]| facts.iter().map(|fact| rulebook.facts[*fact].id.clone()).collect();
    Precedent {
        case: case.id.clone(),
        held: held.iter().map(|id| issue.verdicts[*id].id.clone()).collect(),
        shared: names(&compared.shared),
        differs: names(&compared.differs),
        asked: names(&compared.asked),
        silent: names(&compared.silent),
        facts: facts_of(rulebook, case),
        verdict: settled.map(|verdict| verdict.id.clone()),
        agreement,
        missing: if settled.is_none() { next_of_open(&presumed) } else { Vec::new() },
    }
}
