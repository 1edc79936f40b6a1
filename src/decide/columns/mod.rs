//! Many rows at once: facts in columns in, verdicts in columns out.
//!
//! What is decided is what [`decide`](super::decide()) decides, row by row; tests hold the two
//! together. It is compiled once for a rulebook, a day and an issue, and nothing is set aside
//! for a row:
//!
//! - 64 rows walk through the issue's diagram at once, as the bits of words ([`flat`]).
//! - So do the elements that are missing ([`elements`]).
//! - Rows whose days bear on more than the variables tell, because they leave less of other days
//!   or answer facts by deadlines, are decided as requests are ([`whole`]).

mod block;
mod column;
mod description;
mod elements;
mod flat;
mod levels;
mod parts;
mod patterns;
mod table;
mod truth_word;
mod values;
mod whole;

use serde_json::Value;

use crate::compile::{FactId, Library};
use crate::diagram::Leaves;
use crate::problem::{Code, Problem};
use crate::put::ask;
use crate::refused::Refused;
use crate::request::{DecisionColumnsRequest, Reader};

use block::RowsTold;
use elements::Elements;
use flat::{FlatDiagram, MayHave};
use levels::{LANES, LevelBlock};
use parts::{ConstraintGroup, Left};
use patterns::Patterns;
use table::{CaseTable, DaysThatBear};
use whole::RowRules;

pub use description::{DecisionColumnsDescription, FactColumn};
pub use values::{FactValues, NEVER_DAY, OPEN_ANSWER, OPEN_CODE, OPEN_DAY, OPEN_MEMBERS};

/// The code of a verdict that open facts can still change.
pub const OPEN_VERDICT: u8 = 254;

/// The code where the facts of a row cannot be true together.
pub const CONTRADICTORY: u8 = 255;

/// A rulebook, a day and an issue, made ready for many rows.
///
/// It keeps what rows have in common, within bounds, and so is changed by deciding; a copy for
/// each thread works on its own.
///
/// ```
/// use zhengpin::decide::{Columnar, DecisionColumns, FactValues};
/// use zhengpin::{library, request::DecisionColumnsRequest};
///
/// let request = DecisionColumnsRequest::new("cn/complaint", "notice");
/// let mut columns = DecisionColumns::new(library::built_in(), &request)?;
/// let located = [0, 1, 2]; // no, yes, unknown
/// let facts = [("n_locate", FactValues::Codes(&located))];
/// let decided = columns.decide(3, &facts, Columnar::default())?;
/// let told = columns.describe();
/// assert_eq!(told.verdicts[usize::from(decided.verdict[0])], "not_qualified");
/// assert_eq!(decided.settled, [1, 0, 0]);
/// assert_eq!(decided.verdict[1..], [told.open, told.open]);
/// # Ok::<(), zhengpin::refused::Refused>(())
/// ```
#[derive(Clone, Debug)]
pub struct DecisionColumns {
    rules: RowRules,
    verdicts: FlatDiagram,
    may_have: MayHave,
    /// What is allowed of variables, by parts that have nothing to do with each other.
    apart: Vec<ConstraintGroup>,
    /// What the constraints leave of open variables that elements ask about.
    left: Vec<Left>,
    days: DaysThatBear,
    elements: Elements,
    patterns: Patterns,
    arities: Vec<u8>,
}

/// What rows can still come to.
#[derive(Clone, Copy, Debug)]
struct VerdictEnd {
    code: u8,
    possible: u16,
}

impl VerdictEnd {
    /// The verdict that one of the leaves of an issue's diagram is: the impossible is none.
    fn of(leaves: &Leaves) -> Self {
        let possible =
            leaves.verdicts().fold(0, |bits, leaf| bits | 1_u16.wrapping_shl(leaf.into()));
        let code = match (leaves.only(), possible) {
            (Some(leaf), _) => leaf,
            (None, 0) => CONTRADICTORY,
            (None, _) => OPEN_VERDICT,
        };
        Self { code, possible }
    }
}

/// What is told of rows besides their verdicts.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Columnar {
    /// The elements that are missing.
    pub missing: bool,
    /// The smallest reason of each settled row. It is looked for as for a request, once for all
    /// rows that do not differ in what bears on it.
    pub because: bool,
}

/// What rows were decided to be, a value for each row.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct DecidedColumns {
    /// The code of the verdict; [`OPEN_VERDICT`] or [`CONTRADICTORY`], where there is none.
    pub verdict: Vec<u8>,
    /// 1, where the verdict is settled.
    pub settled: Vec<u8>,
    /// The verdicts that are still possible: a bit for each code.
    pub possible: Vec<u16>,
    /// The elements that fail and stand between the facts and a better verdict: as many words
    /// for each row as the description says. Empty, where nobody asked.
    pub failing: Vec<u32>,
    /// Those of which it is not known whether they do.
    pub unknown: Vec<u32>,
    /// The smallest reason, as its place among [`DecisionColumns::reasons`]; 0, where there is
    /// none. Empty, where nobody asked.
    pub because: Vec<u32>,
}

impl DecisionColumns {
    /// Makes an issue ready.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the request. The issue has to arise on the day.
    pub fn new(library: &Library, request: &DecisionColumnsRequest) -> Result<Self, Refused> {
        ask(library, request, Self::read)
    }

    /// Makes an issue ready that a request names which was read as a value.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the request.
    pub(crate) fn read(library: &Library, request: &Value) -> Result<Self, Refused> {
        let mut reader = Reader::default();
        let Some(map) = reader.request::<DecisionColumnsRequest>(request) else {
            return reader.need(None);
        };
        let day = map.get("asOf").and_then(|value| reader.date(value, "/asOf"));
        let rulebook = super::rulebook(library, map, "rulebook", &mut reader);
        let rulebook = rulebook.and_then(|rulebook| {
            let law = library.law(rulebook, "/rulebook");
            law.map_err(|problem| reader.report(problem)).ok()
        });
        if !map.contains_key("issue") {
            reader.missing("", "issue");
        }
        let name = map.get("issue").and_then(|value| reader.text(value, "/issue"));
        let issue = rulebook.zip(name).and_then(|(rulebook, name)| {
            let found = rulebook.issues.find(|issue| issue.id == name);
            if found.is_none() {
                let ids = rulebook.issues.values().map(|issue| issue.id.as_str());
                let problem = Problem::new(Code::UnknownIssue, "/issue").with("value", name);
                reader.report(problem.with_list("expected", ids));
            }
            found
        });
        let (rulebook, issue) = reader.need(rulebook.zip(issue))?;
        let day = day.unwrap_or(rulebook.as_of);
        let version = rulebook.version_on(day, "/asOf")?;
        let drawn = version.issues[issue].as_ref().ok_or_else(|| {
            let validity = rulebook.issues[issue].in_force;
            let nearest = validity.from.filter(|from| day < *from).or(validity.to);
            let problem = Problem::new(Code::NotInForce, "/issue").with("value", day);
            problem.with("expected", nearest.unwrap_or(day))
        })?;
        let rules = RowRules::new(rulebook, &library.calendars, (version, day), (issue, drawn));
        Self::of(rules)
    }

    fn of(rules: RowRules) -> Result<Self, Refused> {
        let RowRules { rulebook, drawn, day, .. } = &rules;
        let diagram = &rulebook.diagrams[drawn.diagram];
        let tested = diagram.support();
        let elements = Elements::of(rulebook, rules.asked(), *day);
        let arities: Vec<u8> = rulebook.variables.values().map(|one| one.arity).collect();
        let may_have = MayHave::new(&arities);
        let (apart, left) = parts::parts(&rules, &tested, &elements, &may_have)?;
        Ok(Self {
            verdicts: FlatDiagram::of(diagram, &may_have),
            may_have,
            days: DaysThatBear::of(rulebook, *day),
            patterns: Patterns::new(tested),
            arities,
            apart,
            left,
            elements,
            rules,
        })
    }

    /// What goes in and comes out, and what the codes mean.
    #[must_use]
    pub fn describe(&self) -> DecisionColumnsDescription {
        description::describe(&self.rules, self.element_ids())
    }

    /// The smallest reasons found so far, each a set of facts, by their codes. The first is that
    /// without a fact.
    #[must_use]
    pub fn reasons(&self) -> &[Vec<String>] {
        &self.patterns.told
    }

    fn element_ids(&self) -> Vec<String> {
        let ids = self.elements.told.iter();
        ids.map(|(id, _)| self.rules.rulebook.elements[*id].id.clone()).collect()
    }

    /// Decides so many rows. A fact without a column is unknown in all of them.
    ///
    /// # Errors
    ///
    /// Facts that the rulebook does not have, columns of another kind or length, and every value
    /// that there is not, with its row: `/facts/n_locate/17`. Nothing is decided then.
    pub fn decide(
        &mut self,
        rows: usize,
        facts: &[(&str, FactValues<'_>)],
        wanted: Columnar,
    ) -> Result<DecidedColumns, Refused> {
        if let Some(problem) = table::too_many(rows) {
            return Err(problem.into());
        }
        let Self { rules, verdicts, apart, left, days, elements, patterns, arities, .. } = self;
        let table = CaseTable::of(&rules.rulebook, facts, rows)?;
        let given = table.vars();
        // Where the verdict's diagram bounds a part itself, it tells what is impossible there.
        let beside = apart.iter_mut().filter(|part| !part.bears);
        let beside = beside.filter(|part| part.vars.iter().any(|var| given.contains(var)));
        let mut beside: Vec<&mut ConstraintGroup> = beside.collect();
        let words = description::words(elements.told.len());
        let told = DecidedColumns::for_rows(rows, wanted, words);
        let mut telling = RowsTold { rules, table: &table, wanted, words, told };
        let mut levels = LevelBlock::new(arities);
        let mut may_have = self.may_have.clone();
        let mut dates: Vec<(FactId, u64)> = Vec::new();
        for from in (0..rows).step_by(LANES) {
            let lanes = LANES.min(rows - from);
            let all = u64::MAX >> (LANES - lanes);
            table.read(from, &mut levels, &mut dates)?;
            let mut whole = days.rows(&levels, &dates) & all;
            for var in &given {
                may_have.look(&levels, *var, rules.rulebook.variables[*var].arity);
            }
            let possible = beside.iter_mut();
            let possible = possible.fold(all & !whole, |rows, part| part.allows(&may_have, rows));
            let decided = telling.verdicts(from, verdicts.walk(&may_have, possible).ends());
            if wanted.missing {
                let known = (&levels, &may_have);
                whole |= telling.missing(from, decided, (elements, left), known);
            }
            if wanted.because {
                telling.because(from, decided & !whole, patterns, (&levels, &dates))?;
            }
            for lane in levels::rows(whole) {
                telling.whole(from + lane, elements, patterns)?;
            }
        }
        Ok(telling.told)
    }
}
