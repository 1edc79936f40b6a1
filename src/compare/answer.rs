//! The shape of the answer to a comparison.

use chrono::NaiveDate as Date;
use serde::Serialize;

use crate::compile::{Changed, Criterion};
use crate::decide::Citation;
use crate::truth::Truth;

/// The answer to [`compare`](crate::compare::compare): what a change of law changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Comparison {
    /// The rulebook asked.
    pub rulebook: String,
    /// The rulebook that it is compared with, if that is another one. What is said below of
    /// the second day is then said of this rulebook on that day.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
    /// The first of the two days.
    pub from: Side,
    /// The second of the two days.
    pub to: Side,
    /// Every issue that arises on one of the days, in the rulebook's order.
    pub issues: Vec<IssueComparison>,
    /// The rules in force on the second day and not on the first.
    pub begun: Rules,
    /// The rules in force on the first day and not on the second.
    pub ended: Rules,
}

/// The rulebook that another one is compared with.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Against {
    /// Its id.
    pub rulebook: String,
    /// Whether it never was law: what is said of it would have held had it been adopted.
    pub never_in_force: bool,
    /// What both rulebooks have and does not mean the same. What one of them has alone is told
    /// as begun or ended.
    pub changed: Changed,
}

/// One of the two days.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Side {
    /// The day, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// The version applied, named by the day on which it came into force.
    pub version: String,
}

/// What is in force on one of the days only.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Rules {
    /// The provisions cited.
    pub provisions: Vec<Citation>,
    /// The elements.
    pub elements: Vec<String>,
    /// The alerts.
    pub alerts: Vec<String>,
    /// The deadlines.
    pub deadlines: Vec<String>,
    /// The duties of a list. A duty that has lapsed is told as ended, though the list goes on
    /// telling of it.
    pub duties: Vec<String>,
    /// The rules of the ledger that begin and end, each as its kind and its id: `tier/…`,
    /// `strike_life/…`, `node/…`, `closure/…`, `year_end/…`, `book/…` (that points in it lapse),
    /// `window/…` (that a tier uses it), `repeat/…`, `circumstance/…`, `measure/…` (that
    /// something imposes it) and `charge/…`. Ambiguous texts are read as by default.
    pub ledger: Vec<String>,
}

/// One issue on both days.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct IssueComparison {
    /// The issue.
    pub issue: String,
    /// Whether the facts given get another verdict: `yes`, however the open facts turn out;
    /// `no`, however they do; `unknown`, where it depends on them.
    pub concerned: Truth,
    /// The verdicts that the facts given can lead to on the first day; none, where the issue
    /// does not arise.
    pub before: Vec<String>,
    /// The same on the second day.
    pub after: Vec<String>,
    /// Every pair of different verdicts, and the facts that lead to it. Facts given are
    /// taken for granted and not repeated.
    pub differences: Vec<Difference>,
    /// What the issue rests on from the second day only.
    pub begun: Rules,
    /// What it rested on until then only.
    pub ended: Rules,
}

/// Facts that lead to one verdict on the first day and to another on the second.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Difference {
    /// The verdict on the first day.
    pub from: String,
    /// The verdict on the second day.
    pub to: String,
    /// The patterns, each in its smallest form: the difference arises exactly where one of
    /// them is met. A pattern without criteria is always met.
    pub patterns: Vec<Vec<Criterion>>,
    /// Whether these are all patterns; otherwise they are the first ones.
    pub complete: bool,
}
