//! Deciding: facts in, verdicts with their reasons out.

mod answer;
mod application;
mod by_dates;
mod case;
mod cite;
mod columns;
mod compact;
pub(crate) mod deadlines;
mod end;
mod facts;
mod held;
mod mending;
mod missing;
mod next;
mod reasons;
mod warnings;
mod working_days;

use serde_json::{Map, Value};

use crate::compile::{
    CalendarId, Compiled, CompiledCalendar, CompiledIssue, Drawn, IssueId, Library, ProvisionId,
    Table,
};
use crate::day;
use crate::diagram::{Diagram, Full, Leaf, Leaves};
use crate::problem::{Code, Problem, child};
use crate::put::ask;
use crate::refused::Refused;
use crate::request::{DecideRequest, Reader, Want};

pub use crate::request::Facts;
pub use answer::{
    Bearing, ByDates, Change, Citation, Deadline, Decision, DueRange, IssueAnswer, Missing, Node,
    NodeKind, Untold, Warning, WarningCode,
};
pub(crate) use application::truth;
use case::Applied;
pub(crate) use case::Matter;
pub(crate) use cite::add;
pub use cite::citations;
pub use columns::{
    CONTRADICTORY, Columnar, DecidedColumns, DecisionColumns, DecisionColumnsDescription,
    FactColumn, FactValues, NEVER_DAY, OPEN_ANSWER, OPEN_CODE, OPEN_DAY, OPEN_MEMBERS,
    OPEN_VERDICT,
};
pub use compact::{Decided, IssueReasons, IssueVerdict, Lacking, Reasons, Remark, Verdicts};
pub use facts::Known;
pub(crate) use facts::{presume, shown};
use held::{HeldAt, HeldTree};
use mending::Values;
use next::Questioned;
pub(crate) use next::next_of_open;

/// Decides every issue of a rulebook on the facts given.
///
/// # Errors
///
/// Everything that is wrong with the request. Nothing is decided then.
///
/// ```
/// use zhengpin::request::DecideRequest;
/// use zhengpin::{decide::decide, library};
///
/// let request = DecideRequest::new("cn/complaint")
///     .as_of(zhengpin::day::parse("2026-11-22").ok_or("no day")?)
///     .fact("right_type", "trademark")
///     .fact("n_locate", false);
/// let decision = decide(library::built_in(), &request)?;
/// let notice = &decision.issues[0];
/// assert_eq!(notice.verdict.as_deref(), Some("not_qualified"));
/// assert!(notice.settled);
/// assert_eq!(notice.because, ["n_locate"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn decide(library: &Library, request: &DecideRequest) -> Result<Decision, Refused> {
    ask(library, request, whole)
}

/// Decides as much of it as the request wants.
///
/// # Errors
///
/// Everything that is wrong with the request. Nothing is decided then.
///
/// ```
/// use zhengpin::decide::{Decided, decided};
/// use zhengpin::library;
/// use zhengpin::request::{DecideRequest, Want};
///
/// let request = DecideRequest::new("cn/complaint").fact("n_locate", false).issue("notice");
/// let Decided::Reasons(told) = decided(library::built_in(), &request.want(Want::Reasons))? else {
///     return Err("reasons were wanted".into());
/// };
/// assert_eq!(told.issues[0].verdict.as_deref(), Some("not_qualified"));
/// assert_eq!(told.issues[0].because, ["n_locate"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn decided(library: &Library, request: &DecideRequest) -> Result<Decided, Refused> {
    ask(library, request, answer)
}

/// Decides what a request asks that was read as a value.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn answer(library: &Library, request: &Value) -> Result<Decided, Refused> {
    let inquiry = read(library, request)?;
    Ok(match inquiry.want {
        Want::Verdict => Decided::Verdicts(compact::verdicts(inquiry)),
        Want::Reasons => Decided::Reasons(compact::reasons(inquiry)?),
        Want::Full => Decided::Full(Box::new(full(inquiry)?)),
    })
}

/// Decides what a request asks that was read as a value, and says all there is to say of it,
/// however little it wants.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn whole(library: &Library, request: &Value) -> Result<Decision, Refused> {
    full(read(library, request)?)
}

/// All there is to say.
fn full(Inquiry { case, presumed, mend, .. }: Inquiry<'_>) -> Result<Decision, Refused> {
    let outcomes = outcomes(&case);
    let mut issues = Vec::with_capacity(outcomes.len());
    let mut questions = Vec::with_capacity(outcomes.len());
    for outcome in &outcomes {
        let answer = issue_answer(&case, outcome);
        let (answer, way) = answer.map_err(|Full| facts::too_complex(&case))?;
        let gaps = mend && !answer.missing.is_empty();
        questions.push(outcome.questioned(gaps.then_some(way)));
        issues.push(answer);
    }
    let next::Questions { next, together } = next::next(&case, &questions);
    let warnings = warnings::warnings(&case, &outcomes);
    let by_dates = by_dates::told(&case).map_err(|Full| facts::too_complex(&case))?;
    Ok(Decision {
        rulebook: case.rulebook.id.clone(),
        version: day::written(case.version.from),
        as_of: case.day,
        issues,
        next,
        together,
        presumed,
        by_dates,
        deadlines: deadlines::deadlines(&case),
        warnings,
    })
}

/// What a request asks.
struct Inquiry<'a> {
    case: Matter<'a>,
    presumed: Facts,
    /// Whether whoever asks is mending what is missing.
    mend: bool,
    /// How much is told.
    want: Want,
}

fn read<'a>(library: &'a Library, request: &Value) -> Result<Inquiry<'a>, Refused> {
    let mut reader = Reader::default();
    let Some(map) = reader.request::<DecideRequest>(request) else { return reader.need(None) };
    let presume = map.get("presume").and_then(|value| reader.boolean(value, "/presume"));
    let mend = map.get("mend").and_then(|value| reader.boolean(value, "/mend"));
    let want = map.get("want").and_then(|value| Want::read(value, "/want", &mut reader));
    if !map.contains_key("facts") {
        reader.missing("", "facts");
    }
    let mut case = case(library, map, "asOf", reader)?;
    let mut presumed = Facts::new();
    if presume == Some(true) {
        presumed = facts::presume(&mut case);
    }
    if case.rulebook.issues.is_empty() {
        let problem = Problem::new(Code::NotDecided, "/rulebook").with("value", &case.rulebook.id);
        return Err(problem.into());
    }
    let want = want.unwrap_or_default();
    Ok(Inquiry { case, presumed, mend: mend == Some(true), want })
}

/// The case of a request: its rulebook, its facts (none, if left out), its issues, as of the
/// day under the key `day_key`.
///
/// # Errors
///
/// Everything that is wrong with these parts of the request, and what the reader has noted.
pub(crate) fn case<'a>(
    library: &'a Library,
    map: &Map<String, Value>,
    day_key: &str,
    reader: Reader,
) -> Result<Matter<'a>, Refused> {
    let calendars = &library.calendars;
    read_case(map, day_key, reader, calendars, |reader| {
        let named = rulebook(library, map, "rulebook", reader)?;
        library.law(named, "/rulebook").map_err(|problem| reader.report(problem)).ok()
    })
}

/// The case of a request in a rulebook that was found already.
///
/// # Errors
///
/// As of [`case()`].
#[cfg(feature = "author")]
pub(crate) fn case_in<'a>(
    rulebook: &'a Compiled,
    calendars: &'a Table<CalendarId, CompiledCalendar>,
    map: &Map<String, Value>,
    day_key: &str,
) -> Result<Matter<'a>, Refused> {
    read_case(map, day_key, Reader::default(), calendars, |_| Some(rulebook))
}

/// The rulebook that a request names under `key`.
pub(crate) fn rulebook<'a>(
    library: &'a Library,
    map: &Map<String, Value>,
    key: &str,
    reader: &mut Reader,
) -> Option<&'a Compiled> {
    let path = child("", key);
    let Some(id) = map.get(key) else {
        reader.missing("", key);
        return None;
    };
    match library.rulebook(reader.text(id, &path)?, &path) {
        Ok(rulebook) => Some(rulebook),
        Err(problem) => {
            reader.report(problem);
            None
        }
    }
}

/// The case of a request in a rulebook that the reader is asked for.
///
/// # Errors
///
/// As of [`case()`].
pub(crate) fn read_case<'a>(
    map: &Map<String, Value>,
    day_key: &str,
    mut reader: Reader,
    calendars: &'a Table<CalendarId, CompiledCalendar>,
    rulebook: impl FnOnce(&mut Reader) -> Option<&'a Compiled>,
) -> Result<Matter<'a>, Refused> {
    let day_path = child("", day_key);
    let day = map.get(day_key).and_then(|value| reader.date(value, &day_path));
    let none = Map::new();
    let facts = map.get("facts").map_or(Some(&none), |value| reader.map(value, "/facts"));
    let rulebook = rulebook(&mut reader);
    let stated =
        rulebook.zip(facts).map(|(rulebook, facts)| facts::read(rulebook, facts, &mut reader));
    let only = rulebook.zip(map.get("issues"));
    let only = only.map(|(rulebook, value)| issues(rulebook, value, &mut reader));
    let (rulebook, stated) = reader.need(rulebook.zip(stated))?;
    let day = day.unwrap_or(rulebook.as_of);
    let version = rulebook.version_on(day, &day_path)?;
    let case = Matter::new(Applied { rulebook, version, day, calendars }, stated, only);
    facts::consistent(&case)?;
    Ok(case)
}

/// The issues that a request names.
fn issues(rulebook: &Compiled, value: &Value, reader: &mut Reader) -> Vec<IssueId> {
    let list = reader.list(value, "/issues", rulebook.issues.len()).unwrap_or_default();
    let mut issues = Vec::with_capacity(list.len());
    for (index, value) in list.iter().enumerate() {
        let path = format!("/issues/{index}");
        let Some(name) = reader.text(value, &path) else { continue };
        match rulebook.issues.find(|issue| issue.id == name) {
            Some(id) => issues.push(id),
            None => {
                let ids = rulebook.issues.values().map(|issue| issue.id.as_str());
                let problem = Problem::new(Code::UnknownIssue, path).with("value", name);
                reader.report(problem.with_list("expected", ids));
            }
        }
    }
    issues
}

/// What the facts lead to on one issue, before reasons and changes are looked for.
struct Outcome<'a> {
    issue: &'a CompiledIssue,
    drawn: &'a Drawn,
    settled: Option<Leaf>,
    possible: Leaves,
    application: HeldTree<'a>,
    /// Where the elements stand in it that the verdict rests on.
    relied: Vec<HeldAt>,
    /// The provisions behind it, in force on the day.
    cited: Vec<ProvisionId>,
}

impl<'a> Outcome<'a> {
    /// The verdict; while it is open, the name that the rulebook has for that.
    fn verdict(&self) -> Option<&'a str> {
        match self.settled {
            Some(leaf) => Some(&self.issue.verdict(leaf).id),
            None => self.issue.open.as_deref(),
        }
    }

    /// What is still asked, with the values that close gaps where these are asked about.
    fn questioned(&self, gaps: Option<Values>) -> Questioned {
        match (self.settled, gaps) {
            (None, _) => Questioned::Open,
            (Some(_), Some(way)) => Questioned::Gaps(way),
            (Some(_), None) => Questioned::Settled,
        }
    }
}

/// What the facts lead to on the issues asked.
fn outcomes<'a>(case: &Matter<'a>) -> Vec<Outcome<'a>> {
    let asked = case.asked();
    asked
        .map(|(_, issue, drawn)| outcome(case, issue, drawn, case.diagram(drawn.diagram)))
        .collect()
}

fn outcome<'a>(
    case: &Matter<'a>,
    issue: &'a CompiledIssue,
    drawn: &'a Drawn,
    diagram: &Diagram,
) -> Outcome<'a> {
    let mut possible = Leaves::default();
    // What the constraints exclude is no verdict, and no difference between two versions.
    diagram.reachable(&case.known.assignment).verdicts().for_each(|leaf| possible.insert(leaf));
    let settled = possible.only();
    let application = application::application(case, issue, settled);
    let relied = cite::relied_on(&application, settled);
    let cited = cite::behind(case, issue, &application, settled, &relied);
    Outcome { issue, drawn, settled, possible, application, relied, cited }
}

/// The verdicts among the leaves of an issue's diagram.
fn names(issue: &CompiledIssue, leaves: &Leaves) -> Vec<String> {
    leaves.verdicts().map(|leaf| issue.verdict(leaf).id.clone()).collect()
}

fn issue_answer(case: &Matter<'_>, outcome: &Outcome<'_>) -> Result<(IssueAnswer, Values), Full> {
    let &Outcome { issue, drawn, settled, .. } = outcome;
    let because = settled.map(|leaf| reasons::because(case, drawn, leaf)).transpose()?;
    let (changes, way) = reasons::changes(case, issue, drawn, settled)?;
    let gaps = missing::missing(&outcome.application);
    let mends = mending::mends(case, &gaps, way.as_deref().unwrap_or_default());
    let told = gaps.iter().zip(&mends);
    let missing = told.map(|(gap, mend)| gap.told(case, mending::tell(case, mend))).collect();
    let way = mending::closing(case, &gaps, mends);
    let answer = IssueAnswer {
        issue: issue.id.clone(),
        verdict: outcome.verdict().map(str::to_owned),
        possible: names(issue, &outcome.possible),
        settled: settled.is_some(),
        because: because.unwrap_or_default(),
        changes,
        missing,
        citations: citations(case.rulebook, &outcome.cited, case.day),
        application: application::told(case, &outcome.application),
    };
    Ok((answer, way))
}
