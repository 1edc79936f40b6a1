//! What the calendar itself rules out.
//!
//! A date has one variable for the fixed days that it is compared with and one for each
//! other date that it is compared with. Their values are not independent: whoever acted
//! before 2021 and more than six months after a check was checked before mid-2020. The
//! combinations that no calendar allows are left out of the diagrams, exactly.

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;

use crate::day::later;
use crate::diagram::{Assignment, Forest, Kids, Level, NO, Ref, Var, YES};

use super::{FactId, Meaning, Stated, Table, Variable};

/// The conditions that hold where the calendar allows the values of variables together:
/// one for each group of dates that are compared with each other.
pub(super) fn calendar(variables: &Table<Var, Variable>, forest: &mut Forest) -> Vec<Ref> {
    let known = Assignment::default();
    groups(variables)
        .iter()
        .map(|group| Drawing::of(group, variables, &known).all(forest))
        .collect()
}

/// What the days given leave of the dates that are compared with them: one condition for each
/// group of dates of which some are given and some are not. A date that the rules compare with
/// no fixed day has no variable of its own, so its day bounds nothing in the diagrams.
///
/// The variables that `known` gives a value are not tested.
pub fn given_days(
    variables: &Table<Var, Variable>,
    stated: &Table<FactId, Option<Stated>>,
    known: &Assignment,
    forest: &mut Forest,
) -> Vec<Ref> {
    let mut conditions = Vec::new();
    for group in groups(variables) {
        let mut drawing = Drawing::of(&group, variables, known);
        let before = drawing.bounds.len();
        for fact in group.facts() {
            let Some(Stated::Day(day)) = &stated[fact] else { continue };
            drawing.bounds.push(Bound::From(fact, *day));
            drawing.bounds.extend(day.succ_opt().map(|next| Bound::Before(fact, next)));
        }
        let open = |var: &Var| known.get(*var).is_none();
        if before < drawing.bounds.len() && group.compared.iter().any(open) {
            drawing.steps = MOST_STEPS;
            let condition = drawing.all(forest);
            if drawing.steps > 0 {
                conditions.push(condition);
            }
        }
    }
    conditions
}

/// How many combinations of values are looked at for the days of one request. The groups of
/// the built-in rulebooks have some dozens. A larger group is left as it was drawn, which is
/// too wide and never wrong.
const MOST_STEPS: u32 = 20_000;

/// Dates that are compared with each other.
struct Group {
    /// Their variables, in order.
    vars: Vec<Var>,
    /// Those of them that stand for a comparison.
    compared: Vec<Var>,
    /// The dates.
    dates: Vec<FactId>,
}

impl Group {
    fn facts(&self) -> impl Iterator<Item = FactId> {
        self.dates.iter().copied()
    }
}

/// The groups of dates that are compared in more than one way.
fn groups(variables: &Table<Var, Variable>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (var, variable) in variables {
        let dates = match &variable.meaning {
            Meaning::Day(_) => vec![variable.fact],
            Meaning::Since(base, _) => vec![variable.fact, *base],
            _ => continue,
        };
        let mut joined = Group { vars: Vec::new(), compared: vec![var], dates };
        let apart = |known: &Group| !known.facts().any(|fact| joined.dates.contains(&fact));
        let (others, mine): (Vec<_>, Vec<_>) = groups.into_iter().partition(apart);
        for group in mine {
            joined.compared.extend(group.compared);
            joined.dates.extend(group.dates);
        }
        groups = others;
        groups.push(joined);
    }
    groups.retain(|group| group.compared.len() > 1);
    for group in &mut groups {
        group.dates.sort_unstable();
        group.dates.dedup();
        let never = variables.iter().filter(|(_, variable)| {
            variable.meaning == Meaning::Never && group.dates.contains(&variable.fact)
        });
        group.vars = group.compared.iter().copied().chain(never.map(|(var, _)| var)).collect();
        group.vars.sort_unstable();
    }
    groups
}

/// What a value of a variable says of dates.
#[derive(Clone, Copy)]
enum Bound {
    /// The date is this day or later.
    From(FactId, Date),
    /// The date is earlier than this day.
    Before(FactId, Date),
    /// The date is so many months and days after the other, or later.
    FromOther(FactId, FactId, (i32, i32)),
    /// The date is earlier than so many months and days after the other.
    BeforeOther(FactId, FactId, (i32, i32)),
}

impl Bound {
    fn facts(self) -> [FactId; 2] {
        match self {
            Self::From(fact, _) | Self::Before(fact, _) => [fact, fact],
            Self::FromOther(fact, base, _) | Self::BeforeOther(fact, base, _) => [fact, base],
        }
    }
}

/// The condition of one group, as it is drawn.
struct Drawing<'a> {
    vars: &'a [Var],
    variables: &'a Table<Var, Variable>,
    known: &'a Assignment,
    bounds: Vec<Bound>,
    /// How many steps may still be made.
    steps: u32,
    /// The dates that may not have come. What is said of them binds only once it is known
    /// that they did.
    doubtful: Vec<FactId>,
}

impl<'a> Drawing<'a> {
    fn of(group: &'a Group, variables: &'a Table<Var, Variable>, known: &'a Assignment) -> Self {
        let vars = &group.vars;
        let came = |var: &Var| known.get(*var) == Some(0);
        let doubtful = vars.iter().filter(|var| !came(var)).map(|var| &variables[*var]);
        let doubtful = doubtful.filter(|variable| variable.meaning == Meaning::Never);
        let doubtful = doubtful.map(|variable| variable.fact).collect();
        Self { vars, variables, known, bounds: Vec::new(), steps: u32::MAX, doubtful }
    }

    fn all(&mut self, forest: &mut Forest) -> Ref {
        self.draw(self.vars, forest)
    }

    /// The condition over the variables left, given what those before them say.
    fn draw(&mut self, left: &[Var], forest: &mut Forest) -> Ref {
        self.steps = self.steps.saturating_sub(1);
        if self.steps == 0 {
            return Ref::leaf(YES);
        }
        let binding =
            |bound: &&Bound| !bound.facts().iter().any(|fact| self.doubtful.contains(fact));
        let binding: Vec<Bound> = self.bounds.iter().filter(binding).copied().collect();
        if !possible(&binding) {
            return Ref::leaf(NO);
        }
        let Some((var, rest)) = left.split_first() else { return Ref::leaf(YES) };
        let variable = &self.variables[*var];
        if let Some(level) = self.known.get(*var) {
            return self.at(variable, level, rest, forest);
        }
        let mut kids = Kids::with_capacity(usize::from(variable.arity));
        for level in 0..variable.arity {
            kids.push(self.at(variable, level, rest, forest));
        }
        forest.branch(*var, kids)
    }

    /// The condition over the rest, where a variable has a value.
    fn at(&mut self, variable: &Variable, level: Level, rest: &[Var], forest: &mut Forest) -> Ref {
        let (bounds, doubtful) = (self.bounds.len(), self.doubtful.clone());
        if variable.meaning == Meaning::Never && level == 0 {
            self.doubtful.retain(|fact| *fact != variable.fact);
        }
        says(variable, level, &mut self.bounds);
        let drawn = self.draw(rest, forest);
        self.bounds.truncate(bounds);
        self.doubtful = doubtful;
        drawn
    }
}

/// Adds what a value of a variable says.
fn says(variable: &Variable, level: Level, bounds: &mut Vec<Bound>) {
    let fact = variable.fact;
    let (below, above) = (usize::from(level).checked_sub(1), usize::from(level));
    match &variable.meaning {
        Meaning::Day(cuts) => {
            bounds.extend(below.and_then(|cut| cuts.get(cut)).map(|day| Bound::From(fact, *day)));
            bounds.extend(cuts.get(above).map(|day| Bound::Before(fact, *day)));
        }
        Meaning::Since(base, cuts) => {
            let reached = below.and_then(|cut| cuts.get(cut));
            bounds.extend(reached.map(|lag| Bound::FromOther(fact, *base, *lag)));
            bounds.extend(cuts.get(above).map(|lag| Bound::BeforeOther(fact, *base, *lag)));
        }
        _ => {}
    }
}

/// Rounds after which dates that still push each other later are taken never to settle.
const ROUNDS: usize = 400;

/// Whether any days meet all bounds.
///
/// Every bound pushes a date later, by a fixed day or by another date, or keeps it before a
/// fixed day. So the earliest days that meet the first kind meet the second if any do.
fn possible(bounds: &[Bound]) -> bool {
    let mut earliest: BTreeMap<FactId, Date> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for bound in bounds {
            let at = |fact: &FactId| earliest.get(fact).copied().unwrap_or(Date::MIN);
            let (fact, day) = match bound {
                Bound::From(fact, day) => (*fact, Some(*day)),
                Bound::Before(..) => continue,
                Bound::FromOther(fact, base, (months, days)) => {
                    (*fact, later(at(base), *months, *days))
                }
                Bound::BeforeOther(fact, base, lag) => (*base, first_beyond(at(fact), *lag)),
            };
            match day {
                Some(day) if at(&fact) < day => {
                    earliest.insert(fact, day);
                    moved = true;
                }
                Some(_) => {}
                None => return false,
            }
        }
        if !moved {
            return bounds.iter().all(|bound| match bound {
                Bound::Before(fact, day) => earliest.get(fact).copied().unwrap_or(Date::MIN) < *day,
                _ => true,
            });
        }
    }
    false
}

/// The first day from which so many months and days lead beyond `day`.
fn first_beyond(day: Date, (months, days): (i32, i32)) -> Option<Date> {
    const SLACK: i32 = 5;
    let earlier = later(day, -months, -days).and_then(|from| later(from, 0, -SLACK));
    let mut from = earlier.unwrap_or(Date::MIN);
    while later(from, months, days)? <= day {
        from = from.succ_opt()?;
    }
    Some(from)
}
