//! The facts of a request: read, checked, and given to the variables of the diagrams.

use crate::sorted::insert_once;
use chrono::NaiveDate as Date;
use serde_json::{Map, Value as Json};

use crate::compile::{Compiled, CompiledFact, Id, Meaning, Stated, Variable};
use crate::day::later;
use crate::diagram::{Assignment, Choices, Cost, Level, NO, Picks, Var, YES, cheapest};
use crate::problem::{Code, Problem, child};
use crate::refused::Refused;
use crate::request::Reader;
use crate::rulebook::{Kind, Value};

use super::{Case, Facts};

/// What is known of a case.
#[derive(Clone, Debug)]
pub struct Known {
    /// The value of each fact that has one, by the fact's number.
    pub stated: Vec<Option<Stated>>,
    /// The value of each variable that the facts fix.
    pub assignment: Assignment,
}

impl Known {
    /// What the stated facts fix.
    #[must_use]
    pub fn new(rulebook: &Compiled, stated: Vec<Option<Stated>>) -> Self {
        let mut known = Self { stated, assignment: Assignment::default() };
        known.assign(rulebook);
        known
    }

    /// Whether the fact has a value.
    #[must_use]
    pub fn has(&self, fact: Id) -> bool {
        self.of(fact).is_some()
    }

    /// What is stated of a fact.
    pub(crate) fn of(&self, fact: Id) -> Option<&Stated> {
        self.stated.get(usize::from(fact)).and_then(Option::as_ref)
    }

    /// Gives a fact a value, or takes it away.
    pub(super) fn put(&mut self, rulebook: &Compiled, fact: Id, value: Option<Stated>) {
        if let Some(slot) = self.stated.get_mut(usize::from(fact)) {
            *slot = value;
        }
        self.assign(rulebook);
    }

    fn assign(&mut self, rulebook: &Compiled) {
        for (var, variable) in (0..).zip(&rulebook.variables) {
            let level = self.level(variable);
            self.assignment.set(var, level);
        }
    }

    /// The value that the facts give a variable.
    fn level(&self, variable: &Variable) -> Option<Level> {
        match (&variable.meaning, self.of(variable.fact)?) {
            (Meaning::Answer, Stated::Answer(answer)) => Some(Level::from(*answer)),
            (Meaning::Choice, Stated::Choice(choice)) => Some(*choice),
            (Meaning::Member(choice), Stated::Members(members)) => {
                Some(Level::from(members.contains(choice)))
            }
            // Of a day that did not come, no comparison is known.
            (Meaning::Never, stated) => Some(Level::from(*stated == Stated::Never)),
            (Meaning::Number(cuts), Stated::Number(number)) => {
                Some(reached(cuts.iter().map(|cut| cut <= number)))
            }
            (Meaning::Day(cuts), Stated::Day(day)) => {
                Some(reached(cuts.iter().map(|cut| cut <= day)))
            }
            (Meaning::Since(base, cuts), Stated::Day(day)) => {
                let Some(Stated::Day(base)) = self.of(*base) else { return None };
                let cuts = cuts.iter().map(|(months, days)| later(*base, *months, *days));
                Some(reached(cuts.map(|cut| cut.is_some_and(|cut| cut <= *day))))
            }
            _ => None,
        }
    }
}

/// How many cuts have been reached.
fn reached(cuts: impl Iterator<Item = bool>) -> Level {
    Level::try_from(cuts.take_while(|reached| *reached).count()).unwrap_or(Level::MAX)
}

/// Reads the facts of a request.
pub(super) fn read(
    rulebook: &Compiled,
    facts: &Map<String, Json>,
    reader: &mut Reader,
) -> Vec<Option<Stated>> {
    let mut stated = vec![None; rulebook.facts.len()];
    for (id, value) in facts {
        let path = child("/facts", id);
        let found = rulebook.facts.iter().zip(&mut stated).find(|(fact, _)| fact.id == *id);
        match found {
            None => reader.report(Problem::new(Code::UnknownFact, path).with("value", id)),
            Some((fact, slot)) => *slot = read_fact(fact, value, &path, reader),
        }
    }
    stated
}

fn read_fact(fact: &CompiledFact, value: &Json, path: &str, reader: &mut Reader) -> Option<Stated> {
    match fact.kind {
        Kind::YesNo => reader.boolean(value, path).map(Stated::Answer),
        Kind::Choice => {
            // A choice that offers `yes` and `no` takes true and false for them.
            let named = match value {
                Json::Bool(answer) => Json::from(if *answer { "yes" } else { "no" }),
                other => other.clone(),
            };
            let boolean = value.is_boolean() && !fact.choices.iter().any(|choice| choice == "yes");
            if boolean {
                reader.wrong(value, path, "choice");
                return None;
            }
            read_choice(fact, &named, path, reader).map(Stated::Choice)
        }
        Kind::Set => {
            let list = reader.list(value, path, fact.choices.len())?;
            let mut members = Vec::with_capacity(list.len());
            for (index, item) in list.iter().enumerate() {
                let path = format!("{path}/{index}");
                let member = read_choice(fact, item, &path, reader)?;
                if members.contains(&member) {
                    let problem = Problem::new(Code::RepeatedChoice, path);
                    reader.report(problem.with("value", item.as_str().unwrap_or_default()));
                    return None;
                }
                insert_once(&mut members, member);
            }
            Some(Stated::Members(members))
        }
        Kind::Number => {
            let (min, max) = (fact.min.unwrap_or(i64::MIN), fact.max.unwrap_or(i64::MAX));
            reader.integer(value, path, min, max).map(Stated::Number)
        }
        Kind::Date if fact.choices.iter().any(|never| value == never) => Some(Stated::Never),
        Kind::Date => reader.date(value, path).map(Stated::Day),
    }
}

fn read_choice(
    fact: &CompiledFact,
    value: &Json,
    path: &str,
    reader: &mut Reader,
) -> Option<Level> {
    let name = reader.text(value, path)?;
    let index = fact.choices.iter().position(|choice| choice == name);
    if index.is_none() {
        let problem = Problem::new(Code::UnknownChoice, path).with("value", name);
        reader.report(problem.with("expected", fact.choices.join(", ")));
    }
    index.and_then(|index| Level::try_from(index).ok())
}

/// Refuses facts that the rulebook's constraints, the calendar or the dates given exclude,
/// naming a smallest set of them that cannot be true together.
pub(super) fn consistent(case: &Case<'_>) -> Result<(), Refused> {
    if case.is_possible() {
        return Ok(());
    }
    let facts = names(case, &impossible_together(case));
    let mut problems = Vec::with_capacity(facts.len());
    for fact in &facts {
        let problem = Problem::new(Code::ContradictoryFacts, child("/facts", fact));
        problems.push(problem.with("value", facts.join(", ")));
    }
    Err(Refused::of(problems))
}

/// A smallest set of the facts given that cannot be true together, although all cannot.
fn impossible_together(case: &Case<'_>) -> Vec<Id> {
    let given = Known::new(case.rulebook, case.given.clone());
    let drawn = case.drawn(case.version.allowed);
    let drawn = drawn.filter(|drawn| !drawn.reachable(&given.assignment).contains(YES));
    match drawn {
        Some(drawn) => facts_of(case, &cheapest(drawn, NO, &keep_or_leave(&given), 1)),
        None => smallest(case, given_facts(case), &|less| !less.is_possible()),
    }
}

/// A smallest set of the facts given that leaves an open variable one value, if they do.
pub(super) fn leaving(case: &Case<'_>, var: Var) -> Vec<Id> {
    let Some((_, left)) = case.left.iter().find(|(open, _)| *open == var) else {
        return Vec::new();
    };
    let keep = keep_or_leave(&case.known);
    let arity = case.rulebook.variables.get(usize::from(var)).map_or(0, |known| known.arity);
    // With any other value the facts cannot be true together.
    let others = (0..arity).filter(|level| !left.contains(*level));
    let others: Vec<(Level, Cost)> = others.map(|level| (level, Cost::default())).collect();
    let mut facts: Option<Vec<Id>> = None;
    for other in others {
        let choices = |tested: Var| {
            let fixed = Choices { open: false, levels: [other].into_iter().collect() };
            if tested == var { fixed } else { keep(tested) }
        };
        let drawn = case.drawn(case.version.allowed);
        let picks = drawn.map_or_else(Vec::new, |drawn| cheapest(drawn, NO, &choices, 1));
        if picks.is_empty() {
            facts = None;
            break;
        }
        let known = facts.get_or_insert_default();
        facts_of(case, &picks).into_iter().filter(|it| *it != fact_of(case, var)).for_each(
            |fact| {
                insert_once(known, fact);
            },
        );
    }
    let given = |fact: &Id| case.given.get(usize::from(*fact)).is_some_and(Option::is_some);
    let one = |less: &Case<'_>| less.left.iter().any(|(open, it)| *open == var && it == left);
    match facts.filter(|facts| facts.iter().all(given)) {
        Some(facts) => facts,
        None => smallest(case, given_facts(case), &one),
    }
}

fn fact_of(case: &Case<'_>, var: Var) -> Id {
    case.rulebook.variables.get(usize::from(var)).map_or(Id::MAX, |variable| variable.fact)
}

/// The facts given.
pub(super) fn given_facts(case: &Case<'_>) -> Vec<Id> {
    let given = (0..).zip(&case.given).filter(|(_, value)| value.is_some());
    given.map(|(fact, _)| fact).collect()
}

/// Leaves out of facts given what can be left out while `enough` holds of those that remain.
///
/// It looks again after a fact was left out: an answer that dates speak against settles
/// nothing, so that fewer facts can be enough where more are not.
pub(super) fn smallest(
    case: &Case<'_>,
    mut facts: Vec<Id>,
    enough: &dyn Fn(&Case<'_>) -> bool,
) -> Vec<Id> {
    loop {
        let before = facts.len();
        for place in (0..before).rev() {
            let fact = facts.remove(place);
            if !enough(&case.with(given_only(case, &facts))) {
                facts.insert(place, fact);
            }
        }
        if facts.len() == before {
            return facts;
        }
    }
}

/// These of the facts given, and no others.
pub(super) fn given_only(case: &Case<'_>, facts: &[Id]) -> Vec<Option<Stated>> {
    let given = (0..).zip(&case.given);
    given.map(|(fact, value)| value.clone().filter(|_| facts.contains(&fact))).collect()
}

/// The ids of facts.
pub(super) fn names(case: &Case<'_>, facts: &[Id]) -> Vec<String> {
    let facts = facts.iter().filter_map(|fact| case.rulebook.facts.get(usize::from(*fact)));
    facts.map(|fact| fact.id.clone()).collect()
}

/// What may be done when only the given facts may be relied on: each is kept, at a price,
/// or left out.
pub(super) fn keep_or_leave(known: &Known) -> impl Fn(Var) -> Choices {
    |var| Choices {
        open: true,
        levels: known.assignment.get(var).into_iter().map(|level| (level, KEPT)).collect(),
    }
}

const KEPT: Cost = Cost { beyond_reach: 0, values: 1 };

/// The facts whose variables were picked, each once, in the rulebook's order.
pub(super) fn facts_of(case: &Case<'_>, picks: &[Picks]) -> Vec<Id> {
    let Some(picks) = picks.first() else { return Vec::new() };
    let mut facts: Vec<Id> = Vec::new();
    for (var, _) in picks {
        let Some(variable) = case.rulebook.variables.get(usize::from(*var)) else { continue };
        insert_once(&mut facts, variable.fact);
        if let Meaning::Since(base, _) = variable.meaning {
            insert_once(&mut facts, base);
        }
    }
    facts
}

/// Gives every open fact the value that its rulebook marks as undisputed, unless the
/// stated facts exclude it. What the dates answer is not open.
pub(super) fn presume(case: &mut Case<'_>) -> Facts {
    let mut presumed = Facts::new();
    let rulebook = case.rulebook;
    for (index, fact) in (0..).zip(&rulebook.facts) {
        let Some(undisputed) = &fact.undisputed else { continue };
        let told = case.by_dates.iter().any(|found| found.fact == index);
        if told || case.known.has(index) || !fact.in_force.holds_on(case.day) {
            continue;
        }
        let mut given = case.given.clone();
        if let Some(slot) = given.get_mut(usize::from(index)) {
            *slot = Some(undisputed.clone());
        }
        let more = case.with(given);
        if more.is_possible() {
            *case = more;
            presumed.insert(fact.id.clone(), shown(fact, undisputed));
        }
    }
    presumed
}

/// A value as requests and answers write it.
pub(crate) fn shown(fact: &CompiledFact, value: &Stated) -> Value {
    let name = |level: &Level| fact.choices.get(usize::from(*level)).cloned().unwrap_or_default();
    match value {
        Stated::Answer(answer) => Value::Bool(*answer),
        Stated::Choice(choice) => Value::Text(name(choice)),
        Stated::Members(members) => Value::List(members.iter().map(name).collect()),
        Stated::Number(number) => Value::Number(*number),
        Stated::Never => Value::Text(name(&0)),
        Stated::Day(day) => Value::from(*day),
    }
}

/// A day or a number in the interval that a level stands for, as near as possible to the
/// cut that separates it from its neighbours.
pub(super) fn representative(case: &Case<'_>, variable: &Variable, level: Level) -> Option<Stated> {
    let at = usize::from(level);
    match &variable.meaning {
        Meaning::Answer => Some(Stated::Answer(level == 1)),
        Meaning::Choice => Some(Stated::Choice(level)),
        Meaning::Never => (level == 1).then_some(Stated::Never),
        Meaning::Member(_) => None,
        Meaning::Number(cuts) => match at.checked_sub(1).and_then(|below| cuts.get(below)) {
            Some(cut) => Some(Stated::Number(*cut)),
            None => Some(Stated::Number(cuts.first()?.checked_sub(1)?)),
        },
        Meaning::Day(cuts) => match at.checked_sub(1).and_then(|below| cuts.get(below)) {
            Some(cut) => Some(Stated::Day(*cut)),
            None => Some(Stated::Day(cuts.first()?.pred_opt()?)),
        },
        Meaning::Since(base, cuts) => {
            let Some(Stated::Day(base)) = case.known.of(*base) else { return None };
            let day: Date = match at.checked_sub(1).and_then(|below| cuts.get(below)) {
                Some((months, days)) => later(*base, *months, *days)?,
                None => {
                    let (months, days) = cuts.first()?;
                    later(*base, *months, days.checked_sub(1)?)?
                }
            };
            Some(Stated::Day(day))
        }
    }
}
