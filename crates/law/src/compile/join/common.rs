//! The facts and variables that two rulebooks have together.

use crate::diagram::{Forest, Level, Ref, Var};
use crate::limits;
use crate::problem::{Code, Problem};
use crate::rulebook::Kind;

use super::super::cuts::{in_order, sorted, span};
use super::super::ranges::may_be_stated;
use super::super::{Compiled, CompiledDeadline, CompiledFact, Id, Literal, Meaning, Variable};

/// The facts and variables of two rulebooks.
pub(super) struct Common {
    pub(super) groups: Vec<String>,
    pub(super) facts: Vec<CompiledFact>,
    pub(super) variables: Vec<Variable>,
    pub(super) one: Telling,
    pub(super) other: Telling,
}

/// How what a rulebook asks of its own facts is asked of the common ones.
pub(super) struct Telling {
    /// The common fact that each of its facts is.
    facts: Vec<Id>,
    /// What each of its variables has become.
    places: Vec<Place>,
}

/// What a variable has become.
struct Place {
    var: Var,
    /// For every value of the common variable the one that the rulebook knows it as; none,
    /// if it does not offer it.
    levels: Vec<Option<Level>>,
}

impl Telling {
    fn retell_fact(&self, fact: &mut Id) {
        if let Some(common) = self.facts.get(usize::from(*fact)) {
            *fact = *common;
        }
    }

    /// Retells what a deadline counts by.
    pub(super) fn retell_dates(&self, deadline: &mut CompiledDeadline) {
        self.retell_fact(&mut deadline.from);
        let others = deadline.done.iter_mut().chain(&mut deadline.stated);
        others.for_each(|fact| self.retell_fact(fact));
    }

    /// Retells which deadlines answer a fact: each rulebook knows its own.
    pub(super) fn retell_settled(&self, own: &Compiled, facts: &mut [CompiledFact]) {
        facts.iter_mut().for_each(|fact| fact.in_time.clear());
        for (fact, place) in own.facts.iter().zip(&self.facts) {
            if let Some(common) = facts.get_mut(usize::from(*place)) {
                common.in_time.clone_from(&fact.in_time);
            }
        }
    }

    /// Retells a test.
    pub(super) fn retell(&self, fact: &mut Id, literals: &mut [Literal]) {
        self.retell_fact(fact);
        for literal in literals {
            let Some(place) = self.places.get(usize::from(literal.var)) else { continue };
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
        let groups: Vec<String> = one.groups.iter().chain(&other.groups).cloned().collect();
        let (facts, theirs) = facts(one, other, path)?;
        let own: Vec<Id> = (0..).take(one.facts.len()).collect();

        let mut variables = one.variables.clone();
        for variable in &mut variables {
            let choices = facts.get(usize::from(variable.fact)).map(|fact| fact.choices.len());
            if variable.meaning == Meaning::Choice {
                variable.arity = arity(choices.unwrap_or_default());
            }
        }
        let mut after = 0;
        for variable in &other.variables {
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
        if let Some(fact) = too_many.and_then(|it| facts.get(usize::from(it.fact))) {
            return Err(vec![too_complex(fact, path)]);
        }
        let telling = |book: &Compiled, to: Vec<Id>| {
            let places = book.variables.iter().map(|variable| {
                let common = in_common(book, variable, &facts, &to);
                place(book, variable, &common, &facts, &variables)
            });
            Telling { places: places.collect(), facts: to }
        };
        let (one, other) = (telling(one, own), telling(other, theirs));
        Ok(Self { groups, facts, variables, one, other })
    }

    /// That what is stated of facts that both know can be stated in either.
    pub(super) fn stated_in_both(&self, forest: &mut Forest) -> Vec<Ref> {
        let mut conditions = Vec::new();
        for telling in [&self.one, &self.other] {
            for (var, variable) in (0..).zip(&self.variables) {
                if !telling.facts.contains(&variable.fact) {
                    continue;
                }
                let place = telling.places.iter().find(|place| place.var == var);
                let stated = |level: Level| match (place, &variable.meaning) {
                    (_, Meaning::Number(cuts)) => {
                        let fact = self.facts.get(usize::from(variable.fact));
                        fact.is_none_or(|fact| may_be_stated(fact, cuts, level))
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

/// The facts of both, and which of them each fact of the second is.
fn facts(
    one: &Compiled,
    other: &Compiled,
    path: &str,
) -> Result<(Vec<CompiledFact>, Vec<Id>), Vec<Problem>> {
    let mut facts = one.facts.clone();
    let mut theirs = Vec::with_capacity(other.facts.len());
    let mut problems = Vec::new();
    let groups = Id::try_from(one.groups.len()).unwrap_or(Id::MAX);
    for fact in &other.facts {
        let place = facts.iter().position(|known| known.id == fact.id);
        theirs.push(Id::try_from(place.unwrap_or(facts.len())).unwrap_or(Id::MAX));
        let Some(known) = place.and_then(|place| facts.get_mut(place)) else {
            let group = fact.group.saturating_add(groups);
            facts.push(CompiledFact { group, ..fact.clone() });
            continue;
        };
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
    if problems.is_empty() { Ok((facts, theirs)) } else { Err(problems) }
}

/// That a fact has more values than can be told apart.
fn too_complex(fact: &CompiledFact, path: &str) -> Problem {
    let problem = Problem::new(Code::TooComplex, path).with("value", &fact.id);
    problem.with("expected", limits::VALUES)
}

/// A variable of a rulebook in terms of the common facts, with its own cuts.
fn in_common(book: &Compiled, variable: &Variable, facts: &[CompiledFact], to: &[Id]) -> Variable {
    let common = |fact: Id| to.get(usize::from(fact)).copied().unwrap_or(Id::MAX);
    let fact = common(variable.fact);
    let choices = facts.get(usize::from(fact)).map(|fact| fact.choices.as_slice());
    let mut arity = variable.arity;
    let meaning = match &variable.meaning {
        Meaning::Choice => {
            arity = self::arity(choices.unwrap_or_default().len());
            Meaning::Choice
        }
        Meaning::Member(choice) => {
            let own = book.facts.get(usize::from(variable.fact));
            let name = own.and_then(|own| own.choices.get(usize::from(*choice)));
            let place = name.and_then(|name| choices?.iter().position(|known| known == name));
            Meaning::Member(place.and_then(|place| Level::try_from(place).ok()).unwrap_or(*choice))
        }
        Meaning::Since(base, cuts) => Meaning::Since(common(*base), cuts.clone()),
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
    facts: &[CompiledFact],
    variables: &[Variable],
) -> Place {
    let has_cuts = |known: &Variable| match (&known.meaning, &own.meaning) {
        (Meaning::Since(_, cuts), Meaning::Since(_, own)) => own.iter().all(|c| cuts.contains(c)),
        _ => true,
    };
    let stands = |(_, known): &(Var, &Variable)| same(known, common) && has_cuts(known);
    let found = (0..).zip(variables).find(stands);
    let Some((var, known)) = found else { return Place { var: Var::MAX, levels: Vec::new() } };
    let levels = match (&known.meaning, &own.meaning) {
        (Meaning::Choice, _) => {
            let choices = facts.get(usize::from(known.fact)).map(|fact| &fact.choices);
            let offered = book.facts.get(usize::from(own.fact)).map(|fact| &fact.choices);
            let place = |name: &String| offered?.iter().position(|choice| choice == name);
            let levels = choices.into_iter().flatten().map(place);
            levels.map(|place| place.and_then(|place| Level::try_from(place).ok())).collect()
        }
        (Meaning::Number(cuts), Meaning::Number(own)) => reached(cuts, own),
        (Meaning::Day(cuts), Meaning::Day(own)) => reached(cuts, own),
        (Meaning::Since(_, cuts), Meaning::Since(_, own)) => reached(cuts, own),
        _ => (0..known.arity).map(Some).collect(),
    };
    Place { var, levels }
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
