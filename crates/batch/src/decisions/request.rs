//! What is asked of every row of a file of cases.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use zhengpin::compile::Compiled;
use zhengpin::request::Want;

use crate::rules::seal;

/// What is asked of a file of cases.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Deciding {
    /// The rulebook, by its id.
    pub rulebook: String,
    /// The day as of which the law is applied; the rulebook's own, if left out.
    pub as_of: Option<NaiveDate>,
    /// The column that tells the day of each row, in place of one day for all.
    pub day_column: Option<String>,
    /// The issues, by id; all, if none is named.
    pub issues: Vec<String>,
    /// How much of each answer is told.
    pub want: Want,
    /// Whether what is undisputed as a rule is taken to be so where a row says nothing of it.
    pub presume: bool,
    /// The columns that have another name than the fact they tell: the fact, by column.
    pub columns: BTreeMap<String, String>,
    /// The columns that are no facts and are passed on as they are.
    pub ids: Vec<String>,
    /// Whether the facts of a row are left out of its answer.
    pub only_ids: bool,
}

impl Deciding {
    /// Every issue of a rulebook on the day of its authors.
    #[must_use]
    pub fn new(rulebook: impl Into<String>) -> Self {
        Self { rulebook: rulebook.into(), ..Self::default() }
    }
}

/// The request of a row.
pub(super) fn request(asked: &Deciding, facts: Map<String, Value>, day: Option<Value>) -> Value {
    let mut request = Map::new();
    request.insert("rulebook".to_owned(), json!(asked.rulebook));
    let day = day.or_else(|| asked.as_of.map(|day| json!(day.to_string())));
    day.and_then(|day| request.insert("asOf".to_owned(), day));
    request.insert("facts".to_owned(), Value::Object(facts));
    if !asked.issues.is_empty() {
        request.insert("issues".to_owned(), json!(asked.issues));
    }
    if asked.want != Want::default() {
        request.insert("want".to_owned(), json!(asked.want));
    }
    if asked.presume {
        request.insert("presume".to_owned(), json!(true));
    }
    Value::Object(request)
}

/// What a run is, for whoever goes on with it.
pub(super) fn plan(asked: &Deciding, rulebook: &Compiled) -> Map<String, Value> {
    let Deciding { as_of, day_column, issues, want, presume, columns, ids, only_ids, .. } = asked;
    let plan = json!({
        "asks": "decide",
        "rulebook": seal(rulebook),
        "as_of": as_of.map(|day| day.to_string()),
        "day_column": day_column,
        "issues": issues,
        "want": want,
        "presume": presume,
        "columns": columns,
        "ids": ids,
        "only_ids": only_ids,
    });
    match plan {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
