//! The shape of the answer to a search for decided cases.

use chrono::NaiveDate as Date;
use serde::Serialize;

use crate::request::Facts;

/// The answer to [`precedents`](crate::precedents::precedents).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Precedents {
    /// The rulebook asked.
    pub rulebook: String,
    /// The version applied, named by the day on which it came into force.
    pub version: String,
    /// The day as of which the law was applied, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// The issue.
    pub issue: String,
    /// The facts on which its verdict depends, in the rulebook's order. Cases are compared by
    /// these and by no others.
    pub facts: Vec<String>,
    /// How many decided cases on the issue the rulebook holds.
    pub decided: usize,
    /// The verdicts at which they came out, in the rulebook's order.
    pub ways: Vec<DecidedWay>,
    /// The cases nearest to the facts, the nearest first. Those that share nothing with them
    /// come last, and only where the request says how many cases it wants.
    pub nearest: Vec<Precedent>,
}

/// A verdict at which decided cases came out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DecidedWay {
    /// The verdict.
    pub verdict: String,
    /// How many came out so, or may have.
    pub cases: usize,
}

/// A decided case held against the facts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Precedent {
    /// The case.
    pub case: String,
    /// How it came out: a verdict, or several among which the account of it does not choose.
    pub held: Vec<String>,
    /// Of the facts on which the issue depends, those that are the same in both.
    pub shared: Vec<String>,
    /// Those that are known of both and are not the same.
    pub differs: Vec<String>,
    /// Those that are known of the case, and open in the request.
    pub asked: Vec<String>,
    /// Those that the request states, and that are not known of the case.
    pub silent: Vec<String>,
    /// All that is known of the case.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Facts"))]
    pub facts: Facts,
    /// What the rules say of the case, as of the day asked, on its own facts and no others; what
    /// is undisputed as a rule is presumed, as in `decide`. `null` while that is open.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub verdict: Option<String>,
    /// Whether that agrees with how it came out.
    pub agreement: Consistency,
    /// The facts not known of the case that would decide it, most decisive first.
    pub missing: Vec<String>,
}

/// Whether the rules of a day agree with a decided case.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Consistency {
    /// They give the verdict at which it came out.
    Agrees,
    /// They leave that verdict possible, or say that courts differ.
    Open,
    /// They exclude the verdict at which it came out.
    Contradicts,
}
