//! From the law as data to what the engine runs.
//!
//! Compiling resolves every name, gives every fact its variables, cuts time into versions
//! and draws one decision diagram per issue and version. It happens when the crate is
//! built; the wasm holds only the result.

mod apart;
mod budget;
mod calendar;
mod cases;
mod conditions;
mod criterion;
mod cuts;
mod dates;
mod deadlines;
mod diagrams;
mod documents;
mod duties;
mod expected;
mod facts;
mod foresight;
mod ids;
mod index;
mod join;
mod law;
mod ledger;
mod library;
mod listed;
mod names;
mod order;
mod ranges;
mod spans;
mod texts;
mod versions;
mod walk;
mod whole;

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use crate::diagram::{Diagram, Leaf, Level, Var};
use crate::limits;
use crate::problem::{Messages, Problem};
use crate::rulebook::{
    Alterable, Confidence, Docket, Kind, Party, Rank, Rulebook, Validity, Weight,
};

pub use apart::Apart;
pub use budget::{Measured, measure};
pub use calendar::{CompiledCalendar, CompiledYear, Span};
pub use criterion::{Criterion, criteria, scale};
pub use dates::{DateGroups, DrawnDays};
pub use deadlines::CompiledDeadline;

pub use diagrams::{Drawing, example};
pub use documents::{CompiledDocument, CompiledField, CompiledSection, CompiledSentence, Slot};
pub use duties::{CompiledDuty, DutyId, OccasionId, PartyId};
pub use facts::{Meaning, Variable};
pub use foresight::{
    Almanac, CompiledReach, CompiledReaches, ExpectedDays, ForeseenHoliday, Foresight, first_day,
};
pub use ids::{
    AlertId, CalendarId, CaseId, ConstraintId, DeadlineId, DiagramId, DocumentId, ElementId,
    FactId, FieldId, GroupId, IssueId, Iter, Key, ProvisionId, ReachId, Table, TableFull,
    VerdictId,
};
pub use index::{Index, Indexed};
pub use join::{Changed, JoinedRulebooks, join};
pub use law::Law;
pub use ledger::{
    AmountId, Basis, BookId, ChargeId, ChoiceId, Choices, CircumstanceId, ClosureId,
    CompiledAmount, CompiledBook, CompiledCharge, CompiledCharged, CompiledCircumstance,
    CompiledClosure, CompiledFirst, CompiledImposed, CompiledLedger, CompiledLife, CompiledMeasure,
    CompiledNode, CompiledReading, CompiledRepeat, CompiledStretch, CompiledStrikeLife,
    CompiledTier, CompiledUnknown, CompiledUpgrade, CompiledVariant, CompiledWindow,
    CompiledWithin, CompiledYearEnd, Conditional, HeldLedger, LabelId, LedgerRule, Length,
    LifeLength, MeasureId, NodeId, ReadingId, RepeatId, RuleName, Share, StrikeLifeId, TierId,
    UnknownId, Upon, When, WindowId, YearEndId,
};
pub use listed::Listed;
pub use texts::{Catalogue, Catalogues, Texts};
pub use walk::{Part, Place, StatedCondition};
pub use whole::{Damaged, Unlooked};

/// Everything the engine knows: all rulebooks and what it says of problems.
///
/// One that is read is whole, or it is not read: every id in it leads somewhere.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(try_from = "whole::Unlooked")]
pub struct Library {
    /// The rulebooks, by id.
    pub rulebooks: Vec<Compiled>,
    /// Those that stand apart, by id. The list of them is read by itself, by engines that are
    /// handed their files: in all others it is empty.
    #[serde(skip)]
    pub apart: Vec<Apart>,
    /// The calendars that deadlines are counted by.
    pub calendars: Table<CalendarId, CompiledCalendar>,
    /// What is said of problems.
    pub messages: Messages,
    /// Those of the rulebooks that came with a request and never were law, by id.
    #[serde(skip)]
    pub never_in_force: Vec<String>,
    /// The texts of rulebooks that came with a request. Those of the built-in ones travel
    /// beside the engine.
    #[serde(skip)]
    pub texts: Catalogues,
}

/// A rulebook as the engine runs it. It holds codes and numbers, and no text.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Compiled {
    /// Its id.
    pub id: String,
    /// The day as of which its authors state the law.
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// Its versions, oldest first.
    pub versions: Vec<Version>,
    /// The last day on which the newest version is in force.
    #[serde(with = "crate::day::maybe")]
    pub to: Option<Date>,
    /// The sections of a form.
    pub groups: Table<GroupId, String>,
    /// What is not known or not encoded.
    pub gaps: Vec<String>,
    /// The facts.
    pub facts: Table<FactId, CompiledFact>,
    /// The variables that the facts are made of, in the order of the diagrams.
    pub variables: Table<Var, Variable>,
    /// Combinations that cannot occur.
    pub constraints: Table<ConstraintId, CompiledConstraint>,
    /// The elements.
    pub elements: Table<ElementId, CompiledElement>,
    /// The issues.
    pub issues: Table<IssueId, CompiledIssue>,
    /// The alerts.
    pub alerts: Table<AlertId, CompiledAlert>,
    /// The deadlines.
    pub deadlines: Table<DeadlineId, CompiledDeadline>,
    /// The documents.
    pub documents: Table<DocumentId, CompiledDocument>,
    /// Those who have duties, and those to whom they have them.
    pub parties: Table<PartyId, String>,
    /// The occasions on which somebody has duties.
    pub occasions: Table<OccasionId, String>,
    /// The duties.
    pub duties: Table<DutyId, CompiledDuty>,
    /// The provisions cited.
    pub provisions: Table<ProvisionId, CompiledProvision>,
    /// The cases.
    pub cases: Table<CaseId, CompiledCase>,
    /// The diagrams that the versions refer to.
    pub diagrams: Table<DiagramId, Diagram>,
    /// The ledger, where the rulebook counts findings.
    pub ledger: HeldLedger,
    /// What is looked up in it again and again.
    #[serde(skip)]
    pub index: Index,
}

/// A span of time through which the rules stay the same.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Version {
    /// Its first day.
    #[serde(with = "crate::day")]
    pub from: Date,
    /// The diagram of what the constraints allow.
    pub allowed: DiagramId,
    /// The drawing of each issue; none, where the issue does not arise.
    pub issues: Table<IssueId, Option<Drawn>>,
}

/// A rulebook as it stands on a day.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The rulebook.
    pub rulebook: &'a Compiled,
    /// The version in force on the day.
    pub version: &'a Version,
    /// The day.
    pub day: Date,
}

/// An issue as drawn for a version.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Drawn {
    /// Its diagram.
    pub diagram: DiagramId,
    /// The facts on which its verdict depends, in order. The diagram may test others too,
    /// which bear on these through the constraints.
    pub facts: Vec<FactId>,
}

/// A fact.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledFact {
    /// Its id.
    pub id: String,
    /// What may be stated.
    pub kind: Kind,
    /// The section that asks it.
    pub group: GroupId,
    /// The possible answers of a choice or a set.
    pub choices: Vec<String>,
    /// The smallest admissible number.
    pub min: Option<i64>,
    /// The largest admissible number.
    pub max: Option<i64>,
    /// Who bears its proof.
    pub proof: Party,
    /// Whether and how the user can change it.
    pub change: Alterable,
    /// What `presume` takes it to be.
    pub undisputed: Option<Stated>,
    /// The deadlines by which dates answer it, in order.
    pub in_time: Vec<DeadlineId>,
    /// The facts that the question presupposes, in order. None presupposes itself.
    pub after: Vec<FactId>,
    /// When it is asked.
    pub in_force: Validity,
}

/// A value of a fact, checked against its kind.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Stated {
    /// The answer to a yes/no question.
    Answer(bool),
    /// The number of a choice.
    Choice(Level),
    /// The numbers of the members of a set, in order.
    Members(Vec<Level>),
    /// A number.
    Number(i64),
    /// That the day did not come.
    Never,
    /// A day.
    Day(#[serde(with = "crate::day")] Date),
}

/// A combination that cannot occur.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledConstraint {
    /// Its id.
    pub id: String,
    /// The combination.
    pub never: Cond,
}

/// A condition with every name resolved.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Cond {
    /// An element.
    Element(ElementId),
    /// A fact has one of certain values: every literal, or at least one of them, holds.
    Fact {
        /// The fact.
        fact: FactId,
        /// Whether every literal must hold, or one.
        every: bool,
        /// What is asked of the fact's variables.
        literals: Vec<Literal>,
    },
    /// Every one holds.
    All(Vec<Cond>),
    /// At least one holds.
    Any(Vec<Cond>),
    /// It does not hold.
    Not(Box<Cond>),
}

/// A variable has one of certain values.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Literal {
    /// The variable.
    pub var: Var,
    /// The values, in order.
    pub levels: Vec<Level>,
}

/// An element.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledElement {
    /// Its id.
    pub id: String,
    /// What it asks for.
    pub condition: Cond,
    /// Its exceptions.
    pub unless: Vec<Cond>,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// Whether courts or texts disagree over it.
    pub split: bool,
    /// Cases that decided as it says.
    pub cases_for: Vec<CaseId>,
    /// Cases that decided otherwise.
    pub cases_against: Vec<CaseId>,
    /// When it is in force.
    pub in_force: Validity,
}

/// An issue.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledIssue {
    /// Its id.
    pub id: String,
    /// Its verdicts, in order.
    pub verdicts: Table<VerdictId, CompiledVerdict>,
    /// The name of the answer while it is open.
    pub open: Option<String>,
    /// Whose question it is, if it is somebody's.
    pub who: Option<Party>,
    /// When it arises.
    pub in_force: Validity,
}

/// A verdict.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledVerdict {
    /// Its id.
    pub id: String,
    /// What it means for the user who asks.
    pub weight: Weight,
    /// When it is given.
    pub rule: VerdictRule,
    /// The provisions behind it as such.
    pub cite: Vec<ProvisionId>,
    /// Whether it is that nothing settles the issue.
    pub undecided: bool,
    /// How well it is attested.
    pub confidence: Confidence,
}

impl CompiledFact {
    /// The name of one of its choices.
    ///
    /// # Panics
    ///
    /// If it does not have so many. A level of a fact's variable is always one of its choices:
    /// every level is looked up when a library is read.
    #[must_use]
    #[expect(clippy::expect_used, reason = "every level was looked up when the library was read")]
    pub fn choice(&self, level: Level) -> &str {
        self.choices.get(usize::from(level)).expect("a level is one of the choices")
    }
}

impl CompiledIssue {
    /// The verdicts with the leaves by which diagrams know them, in order.
    pub fn by_leaf(
        &self,
    ) -> impl DoubleEndedIterator<Item = (Leaf, &CompiledVerdict)> + ExactSizeIterator {
        (0..=Leaf::MAX).zip(self.verdicts.values())
    }

    /// The verdict that a leaf of the issue's diagram is.
    ///
    /// # Panics
    ///
    /// If it has none. Every leaf of every diagram but the impossible is a verdict of its
    /// issue: all are looked up when a library is read.
    #[must_use]
    pub fn verdict(&self, leaf: Leaf) -> &CompiledVerdict {
        &self.verdicts[VerdictId::of(leaf)]
    }
}

/// When a verdict is given, if none before it is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum VerdictRule {
    /// Where the condition holds.
    When(Cond),
    /// Where the condition does not hold.
    Unless(Cond),
    /// Always.
    Otherwise,
}

/// An alert.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledAlert {
    /// Its id.
    pub id: String,
    /// The verdicts it needs: of every issue listed, one of those listed, or any where none is.
    pub verdicts: Vec<(IssueId, Vec<VerdictId>)>,
    /// What it needs besides.
    pub when: Option<Cond>,
    /// The tiers of findings that call for it; whatever the findings, if empty.
    pub tiers: Vec<TierId>,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// The date fact by whose day they are chosen, where it lies before the day asked.
    pub law_of: Option<FactId>,
    /// When it is due.
    pub in_force: Validity,
}

/// A provision.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledProvision {
    /// Its id, `instrument/article/paragraph`.
    pub id: String,
    /// The instrument it stands in.
    pub instrument: String,
    /// What kind of authority it has.
    pub rank: Rank,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it is in force.
    pub in_force: Validity,
}

/// A decided case.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledCase {
    /// Its id.
    pub id: String,
    /// The year of the decision.
    pub year: Option<i16>,
    /// Its dockets.
    pub dockets: Vec<Docket>,
    /// How it was read.
    pub confidence: Confidence,
    /// The case that overruled it.
    pub overruled_by: Option<CaseId>,
    /// What is known of it.
    pub facts: Vec<(FactId, Stated)>,
    /// How it came out: of every issue decided, a verdict, or several among which the account
    /// does not choose.
    pub held: Vec<(IssueId, Vec<VerdictId>)>,
}

/// Compiles a rulebook.
///
/// # Errors
///
/// Everything that is wrong with it, each with its path in the rulebook.
pub fn compile(rulebook: &Rulebook, law: &Law) -> Result<Compiled, Vec<Problem>> {
    budget::entries(rulebook)?;
    let mut names = names::Names::new(rulebook, law);
    let facts = facts::compile(rulebook, &mut names);
    let mut variables = facts::Variables::new(rulebook, &mut names);
    budget::at_most("/facts", variables.count(), limits::VARIABLES)?;
    let parts = conditions::compile(rulebook, &mut names, &mut variables);
    let ledger = ledger::compile(rulebook, &mut names).into();
    let duties = duties::compile(rulebook, &mut names);
    let groups = names.table(rulebook.groups.keys().cloned().collect(), "/groups");
    let parties = names.table(rulebook.parties.keys().cloned().collect(), "/parties");
    let occasions = names.table(rulebook.occasions.keys().cloned().collect(), "/occasions");
    let provisions = names.provisions();
    let changes = names.changes();
    names.finish()?;
    budget::at_most("", provisions.len(), limits::PROVISIONS)?;

    let mut compiled = Compiled {
        id: rulebook.rulebook.clone(),
        as_of: rulebook.as_of,
        versions: Vec::new(),
        to: rulebook.in_force.to,
        groups,
        gaps: rulebook.gaps.keys().cloned().collect(),
        facts,
        variables: variables.finish(),
        constraints: parts.constraints,
        elements: parts.elements,
        issues: parts.issues,
        alerts: parts.alerts,
        deadlines: parts.deadlines,
        documents: parts.documents,
        parties,
        occasions,
        duties,
        provisions,
        cases: parts.cases,
        diagrams: Table::default(),
        ledger,
        index: Index::default(),
    };
    budget::trees(&compiled)?;
    let starts = versions::starts(rulebook, law, &changes);
    budget::at_most("/in_force", starts.len(), limits::VERSIONS)?;
    diagrams::draw(&mut compiled, &starts).map_err(|problem| vec![problem])?;
    order::arrange(&mut compiled);
    diagrams::draw(&mut compiled, &starts).map_err(|problem| vec![problem])?;
    let uncovered = diagrams::uncovered(&compiled);
    if uncovered.is_empty() { Ok(compiled) } else { Err(uncovered) }
}
