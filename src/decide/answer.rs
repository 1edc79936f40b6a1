//! The shape of the answer to a decision.

use chrono::NaiveDate as Date;
use serde::Serialize;

use crate::request::Facts;
use crate::rulebook::{Confidence, Count, Party, Rank, Value};
use crate::truth::Truth;

/// The answer to [`decide`](crate::decide::decide).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// The rulebook asked.
    pub rulebook: String,
    /// The version applied, named by the day on which it came into force.
    pub version: String,
    /// The day as of which the law was applied, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// Every issue that arises on that day, in the rulebook's order.
    pub issues: Vec<IssueAnswer>,
    /// The open facts that can still change an open verdict, none before one that it
    /// presupposes, and within that most decisive first; of whoever mends also those that a
    /// settled verdict would still turn on if what is missing were mended.
    pub next: Vec<String>,
    /// The first of `next` with those others that may be put as one question with it, such as
    /// which of these was done to the goods: answered by yes or no, with the same `undisputed`, of
    /// one section or each alone in its own, and none presupposes another. Empty where the first
    /// stands alone.
    pub together: Vec<String>,
    /// The facts that `presume` filled in.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Facts"))]
    pub presumed: Facts,
    /// What the dates given say of facts that rest on them, in the rulebook's order of facts.
    pub by_dates: Vec<ByDates>,
    /// What is due next, and by when. Empty where the rulebook states no deadlines.
    pub deadlines: Vec<Deadline>,
    /// What a reader has to know besides: contradictions between regimes, rules that are
    /// badly attested, courts that split, law that changes.
    pub warnings: Vec<Warning>,
}

/// The answer to one issue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct IssueAnswer {
    /// The issue.
    pub issue: String,
    /// The verdict; while open facts can change it, the name that the rulebook has for an
    /// open verdict, or `null` where it has none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub verdict: Option<String>,
    /// The verdicts that some way of filling in the open facts still leads to.
    pub possible: Vec<String>,
    /// Whether every way of filling in the open facts leads to the same verdict.
    pub settled: bool,
    /// The elements held against the facts.
    pub application: Node,
    /// A smallest set of the given facts that settles the verdict on its own. Empty while
    /// the verdict is open, and where no fact is needed.
    pub because: Vec<String>,
    /// For every other verdict, the smallest changes that settle it.
    pub changes: Vec<Change>,
    /// The elements that stand between the facts and a better verdict, in order.
    pub missing: Vec<Missing>,
    /// The provisions behind the verdict, in force on the day.
    pub citations: Vec<Citation>,
}

/// One node of the application tree.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// What the node stands for.
    pub kind: NodeKind,
    /// The verdict, element or fact it stands for; `null` for a bare all, any or not.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub id: Option<String>,
    /// Whether it holds on the given facts.
    pub state: Truth,
    /// Whether the verdict rests on it.
    pub decisive: bool,
    /// An element whose condition holds, but which an exception takes out.
    pub defeated: bool,
    /// The provisions behind it, in force on the day.
    pub citations: Vec<Citation>,
    /// What it is made of. The last children of an element may be its exceptions.
    pub children: Vec<Node>,
}

/// What a node of the application tree stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NodeKind {
    /// The issue; its children are the verdicts in order.
    Issue,
    /// A verdict given where its condition holds.
    When,
    /// A verdict given where its condition does not hold.
    Unless,
    /// The verdict given where none before it is.
    Otherwise,
    /// A named element.
    Element,
    /// Every child must hold.
    All,
    /// One child must hold.
    Any,
    /// The child must not hold.
    Not,
    /// An exception to the element above.
    Exception,
    /// A fact tested for certain values.
    Fact,
}

/// A change of facts that settles another verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The verdict that the change leads to.
    pub to: String,
    /// The facts to change or to add, with their new values.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Facts"))]
    pub facts: Facts,
    /// Whether the user can bring all of them about, by acting or by better evidence.
    pub actionable: bool,
}

/// An element that stands between the facts and a better verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// The element.
    pub element: String,
    /// Fails, or not yet known.
    pub state: Truth,
    /// The verdict that it keeps the case at.
    pub verdict: String,
    /// The facts that would supply it.
    pub facts: Vec<String>,
    /// The part of a smallest change to the issue's best verdict that makes the element hold by
    /// itself: facts with their new values. Empty where nothing leads there.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Facts"))]
    pub mend: Facts,
    /// The provisions that ask for it.
    pub citations: Vec<Citation>,
}

/// A provision relied on.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Citation {
    /// Its id, `instrument/article/paragraph`.
    pub provision: String,
    /// What kind of authority it has.
    pub rank: Rank,
    /// How well it is attested.
    pub confidence: Confidence,
}

/// What the dates given say of a fact that rests on them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ByDates {
    /// The fact.
    pub fact: String,
    /// What the dates say it is.
    pub value: Value,
    /// What that makes of the fact.
    pub bearing: Bearing,
    /// The deadline that it was found by; `null` where the dates and the constraints alone
    /// leave nothing else.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub deadline: Option<String>,
    /// The last day of that deadline, `YYYY-MM-DD`; where it may be one of several, the first.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub earliest: Option<Date>,
    /// The last of the days that may be the last.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub latest: Option<Date>,
    /// The facts given that it rests on, dates among them.
    pub from: Vec<String>,
    /// The dates not yet given that could turn it. Empty where nothing can.
    pub open: Vec<String>,
    /// How well the deadline is attested.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Confidence | null"))]
    pub confidence: Option<Confidence>,
    /// The provisions behind the deadline.
    pub citations: Vec<Citation>,
}

/// What dates make of a fact.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Bearing {
    /// The fact was not stated, and is taken to be what the dates say.
    Settles,
    /// It was stated to be what the dates say.
    Agrees,
    /// It was not stated, and stays unknown: an open date could still turn what the dates say.
    Suggests,
    /// It was stated to be something else. Neither is believed: the fact counts as unknown
    /// until an open date decides. Where none is open, the request is refused.
    Contradicts,
}

/// Something due by a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// The deadline's id in the rulebook.
    pub id: String,
    /// Who has to act.
    pub who: Party,
    /// Whether it applies on the given facts; one that does not is left out.
    pub applies: Truth,
    /// The fact from whose day the time runs.
    pub since: String,
    /// That day, `YYYY-MM-DD`; `null` where it is not known.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub from: Option<Date>,
    /// How long the time is.
    pub count: Count,
    /// The last day as counted, `YYYY-MM-DD`; `null` where `from` is not known or the deadline
    /// does not end on one certain day.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub due: Option<Date>,
    /// The working day to which a last day of rest gives way; `null` where it does not, or
    /// where that day is not certain.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub moved: Option<Date>,
    /// Between which days it ends, where that is not certain; `null` where it is, or where
    /// no day can be told.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "DueRange | null"))]
    pub range: Option<DueRange>,
    /// Why no day is told although `from` is known; `null` where one is.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Untold | null"))]
    pub untold: Option<Untold>,
    /// Years for which nothing is ordered yet, and whose order may concern the days counted.
    pub holidays_unknown: Vec<i32>,
    /// The fact that says when it was done; `null` where the rulebook asks for none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub done: Option<String>,
    /// The fact that says which last day the notice itself states; `null` where the rulebook
    /// asks for none. Where it is given, `due` is that day.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub stated: Option<String>,
    /// Whether it was done in time, whatever is ordered; `null` where that is not known, as
    /// between `due` and `moved` or between the ends of `range`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub kept: Option<bool>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// The provisions behind it.
    pub citations: Vec<Citation>,
}

/// Between which days a deadline ends, where nothing is ordered yet for a year on the way, or
/// where it is counted back from a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DueRange {
    /// The last day as counted, of a deadline that is counted for certain but may give way;
    /// for whoever has to act it is the safe day. `null` where the count itself is open.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub counted: Option<Date>,
    /// The earliest day on which it ends; the safe day for whoever has to act, where `counted`
    /// is `null`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub earliest: Date,
    /// The latest day on which it ends; the safe day for whoever waits for its end.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub latest: Date,
    /// The day on which it ends if the next order follows the principles stated; `null` where
    /// none are.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub expected: Option<Date>,
    /// The days on the way that are holidays whatever is ordered.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    #[serde(with = "crate::day::list")]
    pub holidays: Vec<Date>,
    /// The days on the way that may be made days off.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    #[serde(with = "crate::day::list")]
    pub may_be_off: Vec<Date>,
    /// The days of rest on the way that may be made working days.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    #[serde(with = "crate::day::list")]
    pub may_be_worked: Vec<Date>,
}

impl DueRange {
    /// Between these two days, whatever is ordered.
    pub(super) fn between(earliest: Date, latest: Date) -> Self {
        Self {
            counted: None,
            earliest,
            latest,
            expected: None,
            holidays: Vec::new(),
            may_be_off: Vec::new(),
            may_be_worked: Vec::new(),
        }
    }
}

/// Why no last day is told although the first one is known.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Untold {
    /// Nothing is known of the holidays of a year on the way.
    BeyondCalendar,
    /// The day lies after 9999-12-31, the last one that can be written.
    BeyondDates,
}

/// Something a reader has to know besides the verdicts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// What kind of warning it is.
    pub code: WarningCode,
    /// The alert or element it is about, or `verdict/issue/verdict`; `null` where it is about the answer as such.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub about: Option<String>,
    /// The issues it bears on.
    pub issues: Vec<String>,
    /// The day it takes effect, for law that changes.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub from: Option<Date>,
    /// The provisions behind it.
    pub citations: Vec<Citation>,
}

/// What kind of warning it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WarningCode {
    /// A remark of the rulebook, by the id of its alert.
    Alert,
    /// The verdict rests on an element that is badly attested.
    Confidence,
    /// The verdict rests on an element over which courts or texts disagree.
    Split,
    /// A later version of the rules changes the verdicts possible, the provisions behind them,
    /// or the alerts due, against the version before it. All such versions are named.
    LaterVersion,
}
