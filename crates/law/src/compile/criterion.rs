//! Patterns in words that a rulebook's reader knows.

use std::fmt;

use serde::Serialize;

use crate::diagram::{Leaves, Level, Pattern, Scale, Var};
use crate::rulebook::Value;

use super::{Compiled, FactId, Meaning, Variable};

/// What a pattern asks of one fact. Exactly one of `is`, `has`, `lacks` and the bounds
/// `from` and `before` is given.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Criterion {
    /// The fact.
    pub fact: String,
    /// It has one of these values.
    #[cfg_attr(feature = "tsify", tsify(optional))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<Value>,
    /// This is a member of the set.
    #[cfg_attr(feature = "tsify", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has: Option<String>,
    /// This is no member of the set.
    #[cfg_attr(feature = "tsify", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lacks: Option<String>,
    /// It is a date that came, and not the statement that the day did not come.
    #[cfg_attr(feature = "tsify", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub came: Option<bool>,
    /// The other date from which `from` and `before` are counted.
    #[cfg_attr(feature = "tsify", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// It is this or more: a number, a day, or, with `since`, a time such as `P6M1D`.
    #[cfg_attr(feature = "tsify", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Value>,
    /// It is less than this.
    #[cfg_attr(feature = "tsify", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
}

/// What the values of a variable are like.
#[must_use]
pub fn scale(rulebook: &Compiled, var: Var) -> Scale {
    let Variable { arity, meaning, .. } = &rulebook.variables[var];
    let ordered = matches!(meaning, Meaning::Number(_) | Meaning::Day(_) | Meaning::Since(..));
    Scale { arity: *arity, ordered }
}

/// What a pattern asks of each fact, in the rulebook's order.
#[must_use]
pub fn criteria(rulebook: &Compiled, pattern: &Pattern) -> Vec<Criterion> {
    let mut asked: Vec<(FactId, Criterion)> = Vec::with_capacity(pattern.len());
    for (var, levels) in pattern {
        let variable = &rulebook.variables[*var];
        let criterion = criterion(rulebook, variable, levels);
        let one = (variable.fact, criterion);
        crate::sorted::insert_by(&mut asked, one, |one, other| one.0.cmp(&other.0));
    }
    asked.into_iter().map(|(_, criterion)| criterion).collect()
}

fn criterion(rulebook: &Compiled, variable: &Variable, levels: &Leaves) -> Criterion {
    let fact = &rulebook.facts[variable.fact];
    let choice = |level: Level| fact.choice(level).to_owned();
    let yes = levels.contains(1);
    let mut asked = Criterion { fact: fact.id.clone(), ..Default::default() };
    match &variable.meaning {
        Meaning::Answer => asked.is = vec![Value::Bool(yes)],
        Meaning::Choice => {
            asked.is = levels.verdicts().map(choice).map(Value::Text).collect();
        }
        Meaning::Member(member) if yes => asked.has = Some(choice(*member)),
        Meaning::Member(member) => asked.lacks = Some(choice(*member)),
        Meaning::Never if yes => asked.is = vec![Value::Text(choice(0))],
        Meaning::Never => asked.came = Some(true),
        Meaning::Number(cuts) => {
            (asked.from, asked.before) = bounds(cuts, levels, |cut| Value::Number(*cut));
        }
        Meaning::Day(cuts) => {
            (asked.from, asked.before) = bounds(cuts, levels, |cut| Value::from(*cut));
        }
        Meaning::Since(base, cuts) => {
            asked.since = Some(rulebook.facts[*base].id.clone());
            (asked.from, asked.before) = bounds(cuts, levels, |cut| Value::Text(duration(*cut)));
        }
    }
    asked
}

/// The cuts between which the levels lie.
fn bounds<T>(
    cuts: &[T],
    levels: &Leaves,
    value: impl Fn(&T) -> Value,
) -> (Option<Value>, Option<Value>) {
    let lowest = levels.verdicts().next().map(usize::from);
    let highest = levels.verdicts().last().map(usize::from);
    let from = lowest.and_then(|level| level.checked_sub(1)).and_then(|cut| cuts.get(cut));
    let before = highest.and_then(|level| cuts.get(level));
    (from.map(&value), before.map(&value))
}

/// Months and days as an ISO 8601 duration: `P6M`, `P1D`, `P0D`, `-P3D`.
fn duration((months, days): (i32, i32)) -> String {
    let sign = if months < 0 || days < 0 { "-" } else { "" };
    let (months, days) = (months.unsigned_abs(), days.unsigned_abs());
    match (months, days) {
        (0, days) => format!("{sign}P{days}D"),
        (months, 0) => format!("{sign}P{months}M"),
        (months, days) => format!("{sign}P{months}M{days}D"),
    }
}

/// As an author reads it: `right_type` = `trademark` | `copyright`.
impl fmt::Display for Criterion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { fact, is, has, lacks, came, since, from, before } = self;
        write!(f, "`{fact}`")?;
        if let Some(member) = has {
            write!(f, " ∋ `{member}`")?;
        }
        if let Some(member) = lacks {
            write!(f, " ∌ `{member}`")?;
        }
        if came.is_some() {
            f.write_str(" …")?;
        }
        for (index, value) in is.iter().enumerate() {
            write!(f, " {} `{value}`", if index == 0 { "=" } else { "|" })?;
        }
        if let Some(since) = since {
            write!(f, " − `{since}`")?;
        }
        if let Some(from) = from {
            write!(f, " ≥ `{from}`")?;
        }
        if let Some(before) = before {
            write!(f, " < `{before}`")?;
        }
        Ok(())
    }
}
