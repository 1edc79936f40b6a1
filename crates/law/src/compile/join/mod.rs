//! Two rulebooks told over the same facts, so that their verdicts can be held side by side.
//!
//! Every rulebook has facts of its own, and cuts its numbers and dates where its own rules
//! compare them. Told together, a fact that both know is one fact, cut where either of them
//! cuts it, and what one of them excludes is excluded.

mod changed;
mod common;

use crate::diagram::{Forest, NO, Op, Ref};
use crate::problem::{Code, Problem};

use changed::Meanings;
use common::{Common, Telling};

pub use changed::Changed;

use super::diagrams::{Drawing, Store};
use super::{
    Compiled, CompiledIssue, Drawn, HeldLedger, IssueId, Standing, Table, TableFull, Version,
};

/// What two rulebooks say of the same facts.
#[derive(Clone, Debug)]
pub struct JoinedRulebooks {
    /// The issues of the first, with one version. Its ledger, documents, duties and alerts
    /// are left out.
    pub one: Compiled,
    /// Those of the second. Issues, in the same order, and facts are those of both.
    pub other: Compiled,
    /// What both have and does not mean the same.
    pub changed: Changed,
}

/// Tells two rulebooks over the same facts, each as it stands on a day.
///
/// Facts, elements and issues of one id are taken for the same; an issue that only one of
/// them knows does not arise in the other. Answers that only one of them offers, and
/// combinations that only one of them allows, are excluded in both.
///
/// # Errors
///
/// [`Code::FactsDiffer`] for every fact that both know and that is not of the same kind,
/// [`Code::NothingInCommon`] where one excludes whatever the other allows, and
/// [`Code::TooComplex`] where the diagrams would outgrow all bounds; all with `path`.
///
/// A rulebook differs in nothing from itself:
///
/// ```
/// use zhengpin_law::author::read;
/// use zhengpin_law::compile::{Law, Standing, compile, join};
/// use zhengpin_law::rulebook::{Instruments, Rulebook};
///
/// let rulebook: Rulebook = read(serde_json::json!({
///     "rulebook": "example",
///     "title": {"zh": "例", "en": "Example"},
///     "summary": {"zh": "例", "en": "Example"},
///     "as_of": "2026-01-01",
///     "in_force": {"from": "2026-01-01"},
/// })).map_err(|_| "malformed")?;
/// let compiled = compile(&rulebook, &Law::of(&Instruments::default())).map_err(|_| "unsound")?;
/// let version = compiled.version_on(compiled.as_of, "").map_err(|_| "not in force")?;
/// let standing = Standing { rulebook: &compiled, version, day: compiled.as_of };
/// let joined = join(standing, standing, "/against").map_err(|_| "refused")?;
/// assert!(joined.changed.elements.is_empty());
/// # Ok::<(), &str>(())
/// ```
pub fn join(
    one: Standing<'_>,
    other: Standing<'_>,
    path: &str,
) -> Result<JoinedRulebooks, Vec<Problem>> {
    let common = Common::of(one.rulebook, other.rulebook, path)?;
    let issues = issues(one.rulebook, other.rulebook);
    let full = |TableFull| {
        let problem = Problem::new(Code::TooComplex, path).with("value", &other.rulebook.id);
        vec![problem.with("expected", Table::<IssueId, ()>::MOST)]
    };
    let mut first = told(one, &common, &common.one, &issues).map_err(full)?;
    let mut second = told(other, &common, &common.other, &issues).map_err(full)?;

    let mut drawing = Drawing::beside(Forest::default(), &first, one.day);
    let mut constraints = drawing.constraints();
    let (verdicts, meanings) = (issues_of(&mut drawing), Meanings::of(one, &mut drawing));
    let Drawing { forest, .. } = drawing;
    let mut drawing = Drawing::beside(forest, &second, other.day);
    constraints.extend(drawing.constraints());
    let (other_verdicts, others) = (issues_of(&mut drawing), Meanings::of(other, &mut drawing));
    constraints.extend(common.stated_in_both(&mut drawing.forest));
    constraints.sort_unstable();
    constraints.dedup();

    let mut store = Store::default();
    let mut bounded = |verdicts: IssueRoots| -> Table<IssueId, Option<Drawn>> {
        verdicts.map(|_, verdict| Some(drawing.drawn((*verdict)?, &constraints, &mut store)))
    };
    let (issues, other_issues) = (bounded(verdicts), bounded(other_verdicts));
    let allowed = drawing.all_of(&constraints);
    let changed =
        meanings.changed(others, &mut |part| drawing.forest.apply(Op::Where, allowed, part));
    drawing.fits(path).map_err(|problem| vec![problem])?;
    if allowed == Ref::leaf(NO) {
        let problem = Problem::new(Code::NothingInCommon, path);
        return Err(vec![problem.with("value", &other.rulebook.id)]);
    }
    let allowed = store.keep(drawing.forest.extract(allowed));
    store.fits(path).map_err(|problem| vec![problem])?;

    first.versions = vec![Version { from: one.version.from, allowed, issues }];
    second.versions = vec![Version { from: other.version.from, allowed, issues: other_issues }];
    first.diagrams.clone_from(&store.diagrams);
    second.diagrams = store.diagrams;
    // They name issues by places among those of their own rulebook.
    (first.alerts, second.alerts) = (Table::default(), Table::default());
    Ok(JoinedRulebooks { one: first, other: second, changed })
}

/// The issues of both: those of the first, then those that only the second knows.
fn issues(one: &Compiled, other: &Compiled) -> Vec<String> {
    let mut issues: Vec<String> = one.issues.values().map(|issue| issue.id.clone()).collect();
    for issue in other.issues.values() {
        if !issues.contains(&issue.id) {
            issues.push(issue.id.clone());
        }
    }
    issues
}

/// A rulebook in common facts and variables, with these issues and without versions.
fn told(
    book: Standing<'_>,
    common: &Common,
    telling: &Telling,
    issues: &[String],
) -> Result<Compiled, TableFull> {
    let mut told = Compiled {
        groups: common.groups.clone(),
        facts: common.facts.clone(),
        variables: common.variables.clone(),
        versions: Vec::new(),
        diagrams: Table::default(),
        documents: Table::default(),
        duties: Table::default(),
        ledger: HeldLedger::default(),
        ..book.rulebook.clone()
    };
    told.deadlines.values_mut().for_each(|deadline| telling.retell_dates(deadline));
    telling.retell_settled(book.rulebook, &mut told.facts);
    told.each_condition_mut(&mut |condition| {
        condition.each_test(&mut |fact, literals| telling.retell(fact, literals));
    });
    let own = std::mem::take(&mut told.issues);
    let arising = |id: &String| {
        let known = own.find(|issue| issue.id == *id)?;
        book.version.issues[known].as_ref().map(|_| &own[known])
    };
    let aligned = issues.iter().map(|id| arising(id).cloned().unwrap_or_else(|| nothing(id)));
    told.issues = Table::of(aligned.collect())?;
    Ok(told)
}

/// An issue that a rulebook does not know.
fn nothing(id: &str) -> CompiledIssue {
    let (open, in_force) = (None, crate::rulebook::Validity::default());
    CompiledIssue { id: id.to_owned(), verdicts: Table::default(), open, who: None, in_force }
}

/// What was drawn of every issue; none, where it does not arise.
type IssueRoots = Table<IssueId, Option<Ref>>;

/// The verdicts of every issue that a rulebook knows.
fn issues_of(drawing: &mut Drawing<'_>) -> IssueRoots {
    let issues = &drawing.compiled().issues;
    issues.map(|_, issue| {
        if issue.verdicts.is_empty() {
            return None;
        }
        drawing.issue(issue)
    })
}
