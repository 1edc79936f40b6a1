//! The facts and variables that two rulebooks have together.

use crate::diagram::{Forest, Level, Ref, Var};
use crate::limits;
use crate::problem::{Code, Problem};
use crate::rulebook::Kind;

use super::super::cuts::{in_order, sorted, span};
use super::super::ranges::may_be_stated;
use super::super::{
    Compiled, CompiledDeadline, CompiledFact, FactId, GroupId, Literal, Meaning, Table, TableFull,
    Variable,
};

/// The facts and variables of two rulebooks.
pub(super) struct Common {
    pub(super) groups: Table<GroupId, String>,
    pub(super) facts: Table<FactId, CompiledFact>,
    pub(super) variables: Table<Var, Variable>,
    pub(super) one: Telling,
    pub(super) other: Telling,
}

/// How what a rulebook asks of its own facts is asked of the common ones.
pub(super) struct Telling {
    /// The common fact that each of its facts is.
    facts: Table<FactId, FactId>,
    /// What each of its variables has become.
    places: Table<Var, Became>,
}

/// What a variable has become.
struct Became {
    var: Var,
    /// For every value of the common variable the one that the rulebook knows it as; none,
    /// if it does not offer it.
    levels: Vec<Option<Level>>,
}

impl Telling {
    fn retell_fact(&self, fact: &mut FactId) {
        *fact = self.facts[*fact];
    }

    /// Retells what a deadline counts by.
    pub(super) fn retell_dates(&self, deadline: &mut CompiledDeadline) {
        self.retell_fact(&mut deadline.from);
        let others = deadline.done.iter_mut().chain(&mut deadline.stated);
        others.for_each(|fact| self.retell_fact(fact));
    }

    /// Retells which deadlines answer a fact and what it presupposes: each rulebook knows its own.
    pub(super) fn retell_settled(&self, own: &Compiled, facts: &mut Table<FactId, CompiledFact>) {
        for fact in facts.values_mut() {
            fact.in_time.clear();
            fact.after.clear();
        }
        for (id, common) in &self.facts {
            let (own, told) = (&own.facts[id], &mut facts[*common]);
            told.in_time.clone_from(&own.in_time);
            told.after = own.after.iter().map(|premise| self.facts[*premise]).collect();
        }
    }

    /// Retells a test.
    pub(super) fn retell(&self, fact: &mut FactId, literals: &mut [Literal]) {
        self.retell_fact(fact);
        for literal in literals {
            let place = &self.places[literal.var];
            let wanted = |own: Option<Level>| own.is_some_and(|own| literal.levels.contains(&own));
            let levels = (0..).zip(&place.levels).filter(|(_, own)| wanted(**own));
            literal.levels = levels.map(|(level, _)| level).collect();
            literal.var = place.var;
        }
    }
}

impl Common {
    /// The facts and variables of both, those of the first before what only the second has.
    ///
    /// # Errors
    ///
    /// Facts that are not the same in both, and variables with too many values.
    pub(super) fn of(one: &Compiled, other: &Compiled, path: &str) -> Result<Self, Vec<Problem>> {
        let full = |TableFull| vec![Problem::new(Code::TooComplex, path).with("value", &other.id)];
        let (groups, their_groups) = groups(one, other).map_err(full)?;
        let (facts, theirs) = facts(one, other, &their_groups, path)?;
        let own = one.facts.map(|id, _| id);

        let mut variables: Vec<Variable> = one.variables.values().cloned().collect();
        for variable in &mut variables {
            if variable.meaning == Meaning::Choice {
                variable.arity = arity(facts[variable.fact].choices.len());
            }
        }
        let mut after = 0;
        for variable in other.variables.values() {
            let variable = in_common(other, variable, &facts, &theirs);
            match variables.iter().position(|known| same(known, &variable)) {
                Some(place) => {
                    if let Some(known) = variables.get_mut(place) {
                        merge(known, &variable);
                    }
                    after = place + 1;
                }
                // Beside what its own rulebook tests just before it: diagrams stay small.
                None => {
                    variables.insert(after, variable);
                    after += 1;
                }
            }
        }
        let too_many = |variable: &&Variable| limits::VALUES < usize::from(variable.arity);
        let too_many = variables.iter().find(too_many);
        if let Some(variable) = too_many {
            return Err(vec![too_complex(&facts[variable.fact], path)]);
        }
        let variables = Table::of(variables).map_err(full)?;
        let telling = |book: &Compiled, to: Table<FactId, FactId>| -> Result<_, Vec<Problem>> {
            let places = book.variables.values().map(|variable| {
                let common = in_common(book, variable, &facts, &to);
                place(book, variable, &common, &facts, &variables)
            });
            let places = places.collect::<Option<Vec<Became>>>().map(Table::of);
            let broken = || vec![Problem::new(Code::Broken, path).with("value", &book.id)];
            Ok(Telling { places: places.ok_or_else(broken)?.map_err(full)?, facts: to })
        };
        let (one, other) = (telling(one, own)?, telling(other, theirs)?);
        Ok(Self { groups, facts, variables, one, other })
    }

    /// That what is stated of facts that both know can be stated in either.
    pub(super) fn stated_in_both(&self, forest: &mut Forest) -> Vec<Ref> {
        let mut conditions = Vec::new();
        for telling in [&self.one, &self.other] {
            for (var, variable) in &self.variables {
                if !telling.facts.values().any(|fact| *fact == variable.fact) {
                    continue;
                }
                let place = telling.places.values().find(|place| place.var == var);
                let stated = |level: Level| match (place, &variable.meaning) {
                    (_, Meaning::Number(cuts)) => {
                        may_be_stated(&self.facts[variable.fact], cuts, level)
                    }
                    (Some(place), _) => {
                        place.levels.get(usize::from(level)).copied().flatten().is_some()
                    }
                    // A choice that the rulebook does not offer, and a day that always comes.
                    (None, Meaning::Member(_) | Meaning::Never) => level == 0,
                    (None, _) => true,
                };
                conditions.push(forest.test(var, variable.arity, stated));
            }
        }
        conditions
    }
}

/// The groups of both, and which of them each group of the second is.
type Groups = (Table<GroupId, String>, Table<GroupId, GroupId>);

fn groups(one: &Compiled, other: &Compiled) -> Result<Groups, TableFull> {
    let mut groups = one.groups.clone();
    let theirs = other.groups.values().map(|group| groups.push(group.clone()));
    let theirs = theirs.collect::<Result<Vec<GroupId>, TableFull>>()?;
    Ok((groups, Table::of(theirs)?))
}

/// The facts of both, and which of them each fact of the second is.
type CommonFacts = (Table<FactId, CompiledFact>, Table<FactId, FactId>);

fn facts(
    one: &Compiled,
    other: &Compiled,
    groups: &Table<GroupId, GroupId>,
    path: &str,
) -> Result<CommonFacts, Vec<Problem>> {
    let full = |TableFull| vec![Problem::new(Code::TooComplex, path).with("value", &other.id)];
    let mut facts = one.facts.clone();
    let mut theirs = Vec::with_capacity(other.facts.len());
    let mut problems = Vec::new();
    for fact in other.facts.values() {
        let Some(id) = facts.find(|known| known.id == fact.id) else {
            let group = groups[fact.group];
            theirs.push(facts.push(CompiledFact { group, ..fact.clone() }).map_err(full)?);
            continue;
        };
        theirs.push(id);
        let known = &mut facts[id];
        known.min = known.min.max(fact.min);
        known.max = match (known.max, fact.max) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let nothing = matches!((known.min, known.max), (Some(min), Some(max)) if max < min);
        let shared = fact.choices.iter().any(|choice| known.choices.contains(choice));
        let nothing = nothing || (fact.kind == Kind::Choice && !shared);
        if known.kind != fact.kind || nothing {
            problems.push(Problem::new(Code::FactsDiffer, path).with("value", &fact.id));
        }
        for choice in &fact.choices {
            if !known.choices.contains(choice) {
                known.choices.push(choice.clone());
            }
        }
        if limits::VALUES < known.choices.len() {
            problems.push(too_complex(known, path));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok((facts, Table::of(theirs).map_err(full)?))
}

/// That a fact has more values than can be told apart.
fn too_complex(fact: &CompiledFact, path: &str) -> Problem {
    let problem = Problem::new(Code::TooComplex, path).with("value", &fact.id);
    problem.with("expected", limits::VALUES)
}

/// A variable of a rulebook in terms of the common facts, with its own cuts.
fn in_common(
    book: &Compiled,
    variable: &Variable,
    facts: &Table<FactId, CompiledFact>,
    to: &Table<FactId, FactId>,
) -> Variable {
    let fact = to[variable.fact];
    let choices = &facts[fact].choices;
    let mut arity = variable.arity;
    let meaning = match &variable.meaning {
        Meaning::Choice => {
            arity = self::arity(choices.len());
            Meaning::Choice
        }
        Meaning::Member(choice) => {
            let name = book.facts[variable.fact].choice(*choice);
            let place = choices.iter().position(|known| known == name);
            Meaning::Member(place.and_then(|place| Level::try_from(place).ok()).unwrap_or(*choice))
        }
        Meaning::Since(base, cuts) => Meaning::Since(to[*base], cuts.clone()),
        other => other.clone(),
    };
    Variable { fact, arity, meaning }
}

fn arity(values: usize) -> Level {
    Level::try_from(values).unwrap_or(Level::MAX)
}

/// Whether two variables differ in nothing but their cuts.
fn same(one: &Variable, other: &Variable) -> bool {
    one.fact == other.fact
        && match (&one.meaning, &other.meaning) {
            (Meaning::Member(one), Meaning::Member(other)) => one == other,
            (Meaning::Since(one, cuts), Meaning::Since(other, more)) => {
                one == other && more.iter().all(|lag| in_order(cuts, *lag))
            }
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
        }
}

/// Adds the cuts of a variable to those of another.
fn merge(known: &mut Variable, more: &Variable) {
    let count = match (&mut known.meaning, &more.meaning) {
        (Meaning::Number(cuts), Meaning::Number(more)) => add(cuts, more, |cut| *cut),
        (Meaning::Day(cuts), Meaning::Day(more)) => add(cuts, more, |cut| *cut),
        (Meaning::Since(_, cuts), Meaning::Since(_, more)) => add(cuts, more, |lag| span(*lag)),
        _ => return,
    };
    known.arity = arity(count + 1);
}

/// Adds cuts to others, in order; how many there are then.
fn add<T: Copy + PartialEq, K: Ord>(
    cuts: &mut Vec<T>,
    more: &[T],
    order: impl Fn(&T) -> K,
) -> usize {
    cuts.extend(more);
    *cuts = sorted(std::mem::take(cuts), order);
    cuts.len()
}

/// Where a variable of a rulebook stands among the common ones.
fn place(
    book: &Compiled,
    own: &Variable,
    common: &Variable,
    facts: &Table<FactId, CompiledFact>,
    variables: &Table<Var, Variable>,
) -> Option<Became> {
    let has_cuts = |known: &Variable| match (&known.meaning, &own.meaning) {
        (Meaning::Since(_, cuts), Meaning::Since(_, own)) => own.iter().all(|c| cuts.contains(c)),
        _ => true,
    };
    let var = variables.find(|known| same(known, common) && has_cuts(known))?;
    let known = &variables[var];
    let levels = match (&known.meaning, &own.meaning) {
        (Meaning::Choice, _) => {
            let offered = &book.facts[own.fact].choices;
            let place = |name: &String| offered.iter().position(|choice| choice == name);
            let levels = facts[known.fact].choices.iter().map(place);
            levels.map(|place| place.and_then(|place| Level::try_from(place).ok())).collect()
        }
        (Meaning::Number(cuts), Meaning::Number(own)) => reached(cuts, own),
        (Meaning::Day(cuts), Meaning::Day(own)) => reached(cuts, own),
        (Meaning::Since(_, cuts), Meaning::Since(_, own)) => reached(cuts, own),
        _ => (0..known.arity).map(Some).collect(),
    };
    Some(Became { var, levels })
}

/// For every number of cuts reached, how many of a rulebook's own are among them.
fn reached<T: PartialEq>(cuts: &[T], own: &[T]) -> Vec<Option<Level>> {
    let mut level = 0;
    let mut levels = vec![Some(level)];
    for cut in cuts {
        level += Level::from(own.contains(cut));
        levels.push(Some(level));
    }
    levels
}
