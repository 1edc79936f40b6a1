//! The facts of a request: read, checked, and given to the variables of the diagrams.

use crate::sorted::insert_once;
use chrono::NaiveDate as Date;
use serde_json::{Map, Value as Json};

use crate::compile::{Compiled, CompiledFact, FactId, Meaning, Stated, Table, Variable};
use crate::day::{is_written, later};
use crate::diagram::{
    Assignment, Cost, Full, Level, NO, Options, Picks, PricedOptions, Var, YES, cheapest,
};
use crate::exact::MOST_EXACT;
use crate::limits;
use crate::problem::{Code, Problem, RULE, child};
use crate::refused::Refused;
use crate::request::Reader;
use crate::rulebook::{Kind, Value};
use crate::truth::Truth;

use super::case::Given;
use super::{Facts, Matter, application};

/// What is known of a case.
#[derive(Clone, Debug)]
pub struct Known {
    /// The value of each fact that has one.
    pub stated: Table<FactId, Option<Stated>>,
    /// The value of each variable that the facts fix.
    pub assignment: Assignment,
}

impl Known {
    /// What the stated facts fix.
    #[must_use]
    pub fn new(rulebook: &Compiled, stated: Table<FactId, Option<Stated>>) -> Self {
        let mut known = Self { stated, assignment: Assignment::default() };
        let levels = rulebook.variables.values().map(|variable| known.level(variable));
        known.assignment = levels.collect();
        known
    }

    /// Whether the fact has a value.
    #[must_use]
    pub fn has(&self, fact: FactId) -> bool {
        self.of(fact).is_some()
    }

    /// What is stated of a fact.
    pub(crate) fn of(&self, fact: FactId) -> Option<&Stated> {
        self.stated[fact].as_ref()
    }

    /// Gives a fact a value, or takes it away.
    pub(super) fn put(&mut self, rulebook: &Compiled, fact: FactId, value: Option<Stated>) {
        self.stated[fact] = value;
        for var in &rulebook.indexed().variables[fact] {
            let level = self.level(&rulebook.variables[*var]);
            self.assignment.set(*var, level);
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
pub(super) fn read(rulebook: &Compiled, facts: &Map<String, Json>, reader: &mut Reader) -> Given {
    const FACTS: &str = "/facts/";
    let mut path = FACTS.to_owned();
    let mut stated = rulebook.facts.map(|_, _| None);
    for (name, value) in facts {
        let Some(id) = rulebook.fact_named(name) else {
            let path = child("/facts", name);
            reader.report(Problem::new(Code::UnknownFact, path).with("value", name));
            continue;
        };
        // The ids of facts have no characters that a path writes otherwise.
        path.truncate(FACTS.len());
        path.push_str(name);
        stated[id] = read_fact(&rulebook.facts[id], value, &path, reader);
    }
    stated
}

fn read_fact(fact: &CompiledFact, value: &Json, path: &str, reader: &mut Reader) -> Option<Stated> {
    match fact.kind {
        Kind::YesNo => reader.boolean(value, path).map(Stated::Answer),
        Kind::Choice => {
            // A choice that offers `yes` and `no` takes true and false for them.
            let named = value.as_bool().map(|answer| if answer { "yes" } else { "no" });
            if named.is_some() && !fact.choices.iter().any(|choice| choice == "yes") {
                reader.wrong(value, path, "choice");
                return None;
            }
            let name = named.or_else(|| reader.text(value, path))?;
            choice_named(fact, name, path, reader).map(Stated::Choice)
        }
        Kind::Set => {
            let list = reader.list(value, path, fact.choices.len())?;
            let mut members = Vec::with_capacity(list.len());
            for (index, item) in list.iter().enumerate() {
                let path = format!("{path}/{index}");
                let Some(member) = read_choice(fact, item, &path, reader) else { continue };
                if members.contains(&member) {
                    let problem = Problem::new(Code::RepeatedChoice, path);
                    reader.report(problem.with("value", item.as_str().unwrap_or_default()));
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
    choice_named(fact, reader.text(value, path)?, path, reader)
}

fn choice_named(fact: &CompiledFact, name: &str, path: &str, reader: &mut Reader) -> Option<Level> {
    let index = fact.choices.iter().position(|choice| choice == name);
    if index.is_none() {
        let problem = Problem::new(Code::UnknownChoice, path).with("value", name);
        reader.report(problem.with_list("expected", &fact.choices));
    }
    index.and_then(|index| Level::try_from(index).ok())
}

/// Refuses facts that the rulebook's constraints, the calendar or the dates given exclude,
/// naming a smallest set of them that cannot be true together.
pub(super) fn consistent(case: &Matter<'_>) -> Result<(), Refused> {
    if case.is_possible() {
        return Ok(());
    }
    let facts = impossible_together(case).map_err(|Full| too_complex(case))?;
    let mut less = case.with(given_only(case, &facts));
    // Where nothing is possible everything follows: a rule is broken by what is stated, and not
    // by what is left of the open facts.
    less.leave_all();
    let mut rules = case.rulebook.constraints.values();
    let rule = rules.find(|rule| application::truth(&less, &rule.never) == Some(Truth::Yes));
    let rule = rule.map(|rule| format!("constraint/{}", rule.id));
    let facts = names(case, &facts);
    let mut problems = Vec::with_capacity(facts.len());
    for fact in &facts {
        let problem = Problem::new(Code::ContradictoryFacts, child("/facts", fact));
        let problem = problem.with("value", facts.join(", "));
        problems.push(match &rule {
            Some(rule) => problem.with(RULE, rule),
            None => problem,
        });
    }
    Err(Refused::of(problems))
}

/// That more would have to be searched through than there is room for.
pub(super) fn too_complex(case: &Matter<'_>) -> Problem {
    let problem = Problem::new(Code::TooComplex, "/facts").with("value", &case.rulebook.id);
    problem.with("expected", limits::SEARCH_NODES)
}

/// A smallest set of the facts given that cannot be true together, although all cannot.
fn impossible_together(case: &Matter<'_>) -> Result<Vec<FactId>, Full> {
    let given = Known::new(case.rulebook, case.given.clone());
    let drawn = case.drawn(case.version.allowed);
    // Few values are not few facts: a set has several, and of a date other days leave less.
    let facts = if drawn.can_reach(&given.assignment, YES) {
        given_facts(case)
    } else {
        let options = PricedOptions::of(drawn, &keep_or_leave(&given));
        facts_of(case, &cheapest(drawn, NO, &options, 1)?)
    };
    Ok(smallest(case, facts, &|less| !case.with(less).is_possible()))
}

/// A smallest set of the facts given that leaves an open variable one value, if they do.
pub(super) fn leaving(case: &Matter<'_>, var: Var) -> Result<Vec<FactId>, Full> {
    let Some((_, left)) = case.left().iter().find(|(open, _)| *open == var) else {
        return Ok(Vec::new());
    };
    let keep = keep_or_leave(&case.known);
    let Variable { arity, fact: own, .. } = &case.rulebook.variables[var];
    // With any other value the facts cannot be true together.
    let others = (0..*arity).filter(|level| !left.contains(*level));
    let others: Vec<(Level, Cost)> = others.map(|level| (level, Cost::default())).collect();
    let mut facts: Option<Vec<FactId>> = None;
    for other in others {
        let choices = |tested: Var| {
            let fixed = Options { open: false, levels: [other].into_iter().collect() };
            if tested == var { fixed } else { keep(tested) }
        };
        let drawn = case.drawn(case.version.allowed);
        let picks = cheapest(drawn, NO, &PricedOptions::of(drawn, &choices), 1)?;
        if picks.is_empty() {
            facts = None;
            break;
        }
        let known = facts.get_or_insert_default();
        for fact in facts_of(case, &picks).into_iter().filter(|fact| fact != own) {
            insert_once(known, fact);
        }
    }
    let given = |fact: &FactId| case.given[*fact].is_some();
    let one = |less| case.with(less).left().iter().any(|(open, it)| *open == var && it == left);
    Ok(match facts.filter(|facts| facts.iter().all(given)) {
        Some(facts) => facts,
        None => smallest(case, given_facts(case), &one),
    })
}

/// The facts given.
pub(super) fn given_facts(case: &Matter<'_>) -> Vec<FactId> {
    let given = case.given.iter().filter(|(_, value)| value.is_some());
    given.map(|(fact, _)| fact).collect()
}

/// Leaves out of facts given what can be left out while `enough` holds of those that remain.
///
/// Where dates answer facts it looks again after a fact was left out: an answer that dates speak
/// against settles nothing, so that fewer facts can be enough where more are not. Elsewhere what
/// is needed beside more facts is needed beside fewer.
pub(super) fn smallest(
    case: &Matter<'_>,
    mut facts: Vec<FactId>,
    enough: &dyn Fn(Given) -> bool,
) -> Vec<FactId> {
    let again = !case.rulebook.indexed().in_time.is_empty();
    // How many facts in a row could not be left out of those that remain.
    let mut needed = 0;
    loop {
        for place in (0..facts.len()).rev() {
            if needed == facts.len() {
                return facts;
            }
            let fact = facts.remove(place);
            if enough(given_only(case, &facts)) {
                needed = 0;
            } else {
                facts.insert(place, fact);
                needed += 1;
            }
        }
        if facts.is_empty() || !again {
            return facts;
        }
    }
}

/// These of the facts given, and no others.
pub(super) fn given_only(case: &Matter<'_>, facts: &[FactId]) -> Given {
    case.given.map(|fact, value| value.clone().filter(|_| facts.contains(&fact)))
}

/// The ids of facts.
pub(super) fn names(case: &Matter<'_>, facts: &[FactId]) -> Vec<String> {
    facts.iter().map(|fact| case.rulebook.facts[*fact].id.clone()).collect()
}

/// What may be done when only the given facts may be relied on: each is kept, at a price,
/// or left out.
pub(super) fn keep_or_leave(known: &Known) -> impl Fn(Var) -> Options {
    |var| Options {
        open: true,
        levels: known.assignment.get(var).into_iter().map(|level| (level, KEPT)).collect(),
    }
}

const KEPT: Cost = Cost { beyond_reach: 0, values: 1 };

/// The facts whose variables were picked, each once, in the rulebook's order.
pub(super) fn facts_of(case: &Matter<'_>, picks: &[Picks]) -> Vec<FactId> {
    let Some(picks) = picks.first() else { return Vec::new() };
    let mut facts: Vec<FactId> = Vec::new();
    for (var, _) in picks {
        case.rulebook.variables[*var].facts().for_each(|fact| insert_once(&mut facts, fact));
    }
    facts
}

/// Gives every open fact the value that its rulebook marks as undisputed, unless the
/// stated facts exclude it. What the dates answer is not open.
pub(crate) fn presume(case: &mut Matter<'_>) -> Facts {
    let mut presumed = Facts::new();
    let rulebook = case.rulebook;
    for (index, fact) in &rulebook.facts {
        let Some(undisputed) = &fact.undisputed else { continue };
        let told = case.by_dates.iter().any(|found| found.fact == index);
        if told || case.known.has(index) || !fact.in_force.holds_on(case.day) {
            continue;
        }
        let mut given = case.given.clone();
        given[index] = Some(undisputed.clone());
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
    let name = |level: &Level| fact.choice(*level).to_owned();
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
/// cut that separates it from its neighbours, and one that may be stated.
pub(super) fn representative(
    case: &Matter<'_>,
    variable: &Variable,
    level: Level,
) -> Option<Stated> {
    let at = usize::from(level);
    let fact = &case.rulebook.facts[variable.fact];
    let bounds = (fact.min.unwrap_or(-MOST_EXACT), fact.max.unwrap_or(MOST_EXACT));
    let within = |number: i64| number.max(bounds.0).min(bounds.1);
    match &variable.meaning {
        Meaning::Answer => Some(Stated::Answer(level == 1)),
        Meaning::Choice => Some(Stated::Choice(level)),
        Meaning::Never => (level == 1).then_some(Stated::Never),
        Meaning::Member(_) => None,
        Meaning::Number(cuts) => match at.checked_sub(1).and_then(|below| cuts.get(below)) {
            Some(cut) => Some(Stated::Number(within(*cut))),
            None => Some(Stated::Number(within(cuts.first()?.checked_sub(1)?))),
        },
        Meaning::Day(cuts) => match at.checked_sub(1).and_then(|below| cuts.get(below)) {
            Some(cut) => stateable(*cut),
            None => stateable(cuts.first()?.pred_opt()?),
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
            stateable(day)
        }
    }
}

/// A day, if a request can state it.
fn stateable(day: Date) -> Option<Stated> {
    is_written(day).then_some(Stated::Day(day))
}
