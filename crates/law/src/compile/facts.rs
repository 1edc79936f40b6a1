//! Facts, and the variables they are made of.
//!
//! A yes/no fact and a choice are one variable each; a set is one variable per member. Of a
//! number or a date only the intervals between the values that the rules compare it with
//! matter, so these intervals are its values. Two dates compared with each other share a
//! variable for the time between them.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use crate::diagram::{Level, Var};
use crate::limits;
use crate::problem::{Code, Problem};
use crate::rulebook::{Fact, Kind, Ordered, Rulebook, SetTest, Test, Value};

use super::cuts::{Cuts, DayCut, day_cut, number_cut};
use super::names::{Names, place_of};
use super::{CompiledFact, DeadlineId, FactId, Literal, Stated, Table};

/// A variable: the fact it belongs to, and what its values mean.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Variable {
    /// The fact.
    pub fact: FactId,
    /// How many values it has.
    pub arity: Level,
    /// What its values mean.
    pub meaning: Meaning,
}

impl Variable {
    /// The facts that it speaks of: its own, and the one from whose day it counts.
    pub fn facts(&self) -> impl Iterator<Item = FactId> + use<> {
        let base = match self.meaning {
            Meaning::Since(base, _) => Some(base),
            _ => None,
        };
        std::iter::once(self.fact).chain(base)
    }
}

/// What the values of a variable mean.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Meaning {
    /// No, yes.
    Answer,
    /// The choices, in order.
    Choice,
    /// Whether this choice is not, or is, a member of the set.
    Member(Level),
    /// Whether the day came at all: it did, or it is stated that it did not.
    Never,
    /// The number of cuts that the number has reached.
    Number(Vec<i64>),
    /// The number of cuts that the day has reached.
    Day(#[serde(with = "crate::day::list")] Vec<Date>),
    /// The number of cuts that the time since another fact's day has reached, each in
    /// months and days.
    Since(FactId, Vec<(i32, i32)>),
}

/// The variables of a rulebook.
pub(super) struct Variables {
    variables: Table<Var, Variable>,
}

impl Variables {
    /// All variables that the rulebook's conditions need, in the order of the facts.
    pub(super) fn new(rulebook: &Rulebook, names: &mut Names<'_>) -> Self {
        let cuts = Cuts::of(rulebook);
        let mut variables = Vec::new();
        let facts = &rulebook.facts;
        for (id, fact) in facts {
            let Some(fact_id) = place_of(facts, id) else { continue };
            let mut add = |values: usize, meaning| {
                let arity = level(values).unwrap_or_else(|| {
                    let problem = Problem::new(Code::TooComplex, format!("/facts/{id}"));
                    names.report(problem.with("value", id).with("expected", limits::VALUES));
                    Level::MAX
                });
                variables.push(Variable { fact: fact_id, arity, meaning });
            };
            match fact.kind {
                Kind::YesNo => add(2, Meaning::Answer),
                Kind::Choice => add(fact.choices.len(), Meaning::Choice),
                Kind::Set => {
                    // That there are too many choices is reported with the fact.
                    let members = fact.choices.len().min(limits::VALUES);
                    (0..).take(members).for_each(|choice| add(2, Meaning::Member(choice)));
                }
                Kind::Number => {
                    let cuts = cuts.numbers(id);
                    add(cuts.len() + 1, Meaning::Number(cuts));
                }
                Kind::Date => {
                    if !fact.choices.is_empty() {
                        add(2, Meaning::Never);
                    }
                    let days = cuts.days(id);
                    if !days.is_empty() {
                        add(days.len() + 1, Meaning::Day(days));
                    }
                    for (base, lags) in cuts.lags(id) {
                        // A name that no fact bears is reported where it is read.
                        if let Some(base) = place_of(facts, &base) {
                            add(lags.len() + 1, Meaning::Since(base, lags));
                        }
                    }
                }
            }
        }
        Self { variables: names.table(variables, "/facts") }
    }

    pub(super) fn count(&self) -> usize {
        self.variables.len()
    }

    pub(super) fn finish(self) -> Table<Var, Variable> {
        self.variables
    }

    fn of(&self, fact: FactId) -> impl Iterator<Item = (Var, &Variable)> {
        self.variables.iter().filter(move |(_, variable)| variable.fact == fact)
    }

    /// What a test asks of the fact's variables: whether every literal must hold, and the
    /// literals. `None`, if the test does not fit the fact.
    pub(super) fn test(
        &self,
        rulebook: &Rulebook,
        id: FactId,
        fact: &Fact,
        test: &Test,
    ) -> Option<(bool, Vec<Literal>)> {
        let one = |literal: Option<Literal>| Some((true, vec![literal?]));
        let first = || self.of(id).next();
        let choice = |choice: &String| level_of(&fact.choices, choice);
        let member = |wanted: Level, present: Level| {
            let mut members = self.of(id);
            members
                .find(|(_, variable)| variable.meaning == Meaning::Member(wanted))
                .map(|(var, _)| Literal { var, levels: vec![present] })
        };
        let members = |list: &[String], present: Level| -> Option<Vec<Literal>> {
            list.iter().map(|name| member(choice(name)?, present)).collect()
        };
        match (fact.kind, test) {
            (Kind::YesNo, Test::Answer(answer)) => {
                one(first().map(|(var, _)| Literal { var, levels: vec![Level::from(*answer)] }))
            }
            (Kind::Choice, Test::Is(name)) => {
                one(Some(Literal { var: first()?.0, levels: vec![choice(name)?] }))
            }
            (Kind::Choice, Test::In(names)) => {
                let mut levels: Vec<Level> = names.iter().map(choice).collect::<Option<_>>()?;
                levels.sort_unstable();
                one(Some(Literal { var: first()?.0, levels }))
            }
            (Kind::Set, Test::Set(test)) => match test {
                SetTest::Has(name) => one(member(choice(name)?, 1)),
                SetTest::HasAny(names) => Some((false, members(names, 1)?)),
                SetTest::HasAll(names) => Some((true, members(names, 1)?)),
                SetTest::NoneOf(names) => Some((true, members(names, 0)?)),
            },
            (Kind::Date, Test::Is(name)) => {
                choice(name)?;
                let mut variables = self.of(id);
                let never = variables.find(|(_, variable)| variable.meaning == Meaning::Never)?;
                one(Some(Literal { var: never.0, levels: vec![1] }))
            }
            (Kind::Number, Test::Compare(comparison)) => {
                let (cut, above) = number_cut(comparison)?;
                one(self.interval(id, above, |meaning| match meaning {
                    Meaning::Number(cuts) => cuts.iter().position(|known| *known == cut),
                    _ => None,
                }))
            }
            (Kind::Date, Test::Compare(comparison)) => {
                let (cut, above) = day_cut(comparison)?;
                one(self.interval(id, above, |meaning| match (meaning, &cut) {
                    (Meaning::Day(cuts), DayCut::Fixed(day)) => {
                        cuts.iter().position(|known| known == day)
                    }
                    (Meaning::Since(base, cuts), DayCut::After(name, months, days)) => {
                        let same = place_of(&rulebook.facts, name) == Some(*base);
                        same.then(|| cuts.iter().position(|known| *known == (*months, *days)))?
                    }
                    _ => None,
                }))
            }
            _ => None,
        }
    }

    /// The values from a cut upwards, or all below it.
    fn interval(
        &self,
        id: FactId,
        above: bool,
        cut: impl Fn(&Meaning) -> Option<usize>,
    ) -> Option<Literal> {
        self.of(id).find_map(|(var, variable)| {
            let reached = Level::try_from(cut(&variable.meaning)? + 1).ok()?;
            let levels = if above { reached..variable.arity } else { 0..reached };
            Some(Literal { var, levels: levels.collect() })
        })
    }
}

/// As many values as a variable may have.
fn level(values: usize) -> Option<Level> {
    Level::try_from(values).ok().filter(|level| usize::from(*level) <= limits::VALUES)
}

fn level_of<T>(choices: &Ordered<T>, name: &str) -> Option<Level> {
    choices.get_index_of(name).and_then(|index| Level::try_from(index).ok())
}

/// Checks the facts.
pub(super) fn compile(rulebook: &Rulebook, names: &mut Names<'_>) -> Table<FactId, CompiledFact> {
    let mut facts = Vec::with_capacity(rulebook.facts.len());
    for (id, fact) in &rulebook.facts {
        let path = format!("/facts/{id}");
        names.validity(fact.in_force, &path, id);
        let group = names.find(&rulebook.groups, &fact.group, "group", &format!("{path}/group"));
        let fits = match fact.kind {
            Kind::Choice | Kind::Set => fact.choices.len() >= 2,
            Kind::Date => fact.choices.len() <= 1,
            Kind::YesNo | Kind::Number => fact.choices.is_empty(),
        };
        if fact.kind == Kind::Set && fact.choices.len() > limits::VALUES {
            let problem = Problem::new(Code::TooComplex, &path);
            names.report(problem.with("value", id).with("expected", limits::VALUES));
        }
        if !fits {
            names.report(
                Problem::new(Code::MissingChoices, format!("{path}/choices"))
                    .with("value", id)
                    .with_word("expected", "at_least_two_choices"),
            );
        }
        let choices: Vec<String> = fact.choices.keys().cloned().collect();
        let undisputed = fact.undisputed.as_ref().and_then(|value| {
            let stated = read(fact.kind, &choices, value);
            if stated.is_none() {
                names.report(wrong_value(fact.kind, &format!("{path}/undisputed"), id));
            }
            stated
        });
        let in_time = in_time(rulebook, names, id, fact);
        let premises = fact.after.iter().enumerate();
        let after = premises.map(|(index, premise)| {
            names.find(&rulebook.facts, premise, "fact", &format!("{path}/after/{index}"))
        });
        let after = after.collect();
        facts.push(CompiledFact {
            id: id.clone(),
            kind: fact.kind,
            group,
            choices,
            min: fact.min,
            max: fact.max,
            proof: fact.proof,
            change: fact.change,
            undisputed,
            in_time,
            after,
            in_force: fact.in_force,
        });
    }
    names.table(facts, "/facts")
}

/// The deadlines by which dates answer a fact.
fn in_time(rulebook: &Rulebook, names: &mut Names<'_>, id: &str, fact: &Fact) -> Vec<DeadlineId> {
    let Some(settled) = &fact.settled_by else { return Vec::new() };
    let path = format!("/facts/{id}/settled_by/in_time");
    if fact.kind != Kind::YesNo {
        names.report(Problem::new(Code::NotSettled, &path).with("value", id));
    }
    if settled.in_time.is_empty() {
        names.report(Problem::new(Code::EmptyList, &path).with("value", id));
    }
    let deadlines = settled.in_time.iter().enumerate();
    let found = deadlines.map(|(index, deadline)| {
        names.find(&rulebook.deadlines, deadline, "deadline", &format!("{path}/{index}"))
    });
    found.collect()
}

/// The value that a rulebook states for a fact.
pub(super) fn read(kind: Kind, choices: &[String], value: &Value) -> Option<Stated> {
    let level = |name: &String| {
        choices.iter().position(|known| known == name).and_then(|index| Level::try_from(index).ok())
    };
    match (kind, value) {
        (Kind::YesNo, Value::Bool(answer)) => Some(Stated::Answer(*answer)),
        (Kind::Choice, Value::Text(name)) => Some(Stated::Choice(level(name)?)),
        (Kind::Set, Value::List(names)) => {
            let mut members: Vec<Level> = names.iter().map(level).collect::<Option<_>>()?;
            members.sort_unstable();
            Some(Stated::Members(members))
        }
        (Kind::Number, Value::Number(number)) => Some(Stated::Number(*number)),
        (Kind::Date, Value::Text(name)) if level(name).is_some() => Some(Stated::Never),
        (Kind::Date, Value::Text(day)) => Some(Stated::Day(crate::day::parse(day)?)),
        _ => None,
    }
}

/// The word for what a fact of a kind takes.
pub(super) fn wrong_value(kind: Kind, path: &str, id: &str) -> Problem {
    let word = match kind {
        Kind::YesNo => "boolean",
        Kind::Choice => "choice",
        Kind::Set => "choices",
        Kind::Number => "integer",
        Kind::Date => "date",
    };
    Problem::new(Code::WrongTest, path).with("value", id).with_word("expected", word)
}
