//! What the codes of columns mean.

use chrono::NaiveDate as Date;
use serde::Serialize;

use crate::rulebook::Kind;

use super::values::{NEVER_DAY, OPEN_CODE, OPEN_DAY, OPEN_MEMBERS, array_of};
use super::whole::RowRules;
use super::{CONTRADICTORY, OPEN_VERDICT};

/// What goes into the columns of an issue and comes out of them, and what the codes mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DecisionColumnsDescription {
    /// The rulebook.
    pub rulebook: String,
    /// The version applied, named by the day on which it came into force.
    pub version: String,
    /// The day as of which the law is applied, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// The issue that is decided.
    pub issue: String,
    /// The facts of which there may be a column.
    pub facts: Vec<FactColumn>,
    /// The verdicts by their codes, from 0 on; also the bits of `possible`, the lowest first.
    pub verdicts: Vec<String>,
    /// The code of a verdict that open facts can still change.
    pub open: u8,
    /// The code where the facts of a row cannot be true together: nothing is decided there.
    pub contradictory: u8,
    /// The elements by the bits of `failing` and `unknown`, the lowest of the first word first.
    pub elements: Vec<String>,
    /// How many words these take for each row.
    pub words: usize,
}

/// A fact of which there may be a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FactColumn {
    /// The fact.
    pub fact: String,
    /// Its kind.
    pub kind: Kind,
    /// The array in which its values stand; `null` of a set with more than 31 choices, of which
    /// there can be no column.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = "\"Uint8Array\" | \"Uint32Array\" | \"Float64Array\" | \"Int32Array\" | null"
        )
    )]
    pub array: Option<&'static str>,
    /// Of a choice, what its codes mean, from 0 on; of a set, what its bits mean, the lowest
    /// first. Of yes or no: `no` and `yes`. Of the others nothing.
    pub values: Vec<String>,
    /// The value that says that nothing is known; `null` for `NaN`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub unknown: Option<i64>,
    /// The value that says that the day did not come; `null`, where that cannot be.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub never: Option<i64>,
    /// Whether the verdict depends on it. Of the others a column tells no more than whether the
    /// facts go together.
    pub bears: bool,
}

/// Describes the columns of an issue.
pub(super) fn describe(rules: &RowRules, elements: Vec<String>) -> DecisionColumnsDescription {
    let RowRules { rulebook, version, day, drawn, .. } = rules;
    let issue = rules.asked();
    let facts = rulebook.facts.iter().map(|(id, fact)| {
        let values = match fact.kind {
            Kind::YesNo => ["no", "yes"].map(str::to_owned).to_vec(),
            Kind::Choice | Kind::Set => fact.choices.clone(),
            Kind::Number | Kind::Date => Vec::new(),
        };
        let unknown = match fact.kind {
            Kind::YesNo | Kind::Choice => Some(i64::from(OPEN_CODE)),
            Kind::Set => Some(i64::from(OPEN_MEMBERS)),
            Kind::Date => Some(i64::from(OPEN_DAY)),
            Kind::Number => None,
        };
        let may_not_come = fact.kind == Kind::Date && !fact.choices.is_empty();
        FactColumn {
            fact: fact.id.clone(),
            kind: fact.kind,
            array: array_of(fact),
            values,
            unknown,
            never: may_not_come.then_some(i64::from(NEVER_DAY)),
            bears: drawn.facts.contains(&id),
        }
    });
    DecisionColumnsDescription {
        rulebook: rulebook.id.clone(),
        version: version.from.to_string(),
        as_of: *day,
        issue: issue.id.clone(),
        facts: facts.collect(),
        verdicts: issue.verdicts.values().map(|verdict| verdict.id.clone()).collect(),
        open: OPEN_VERDICT,
        contradictory: CONTRADICTORY,
        words: words(elements.len()),
        elements,
    }
}

/// How many words it takes to have a bit for each of so many elements.
pub(super) fn words(elements: usize) -> usize {
    elements.div_ceil(32)
}
