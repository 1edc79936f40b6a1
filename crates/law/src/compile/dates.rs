//! What the calendar itself rules out.
//!
//! A date has one variable for the fixed days that it is compared with and one for each
//! other date that it is compared with. Their values are not independent: whoever acted
//! before 2021 and more than six months after a check was checked before mid-2020. The
//! combinations that no calendar allows are left out of the diagrams, exactly.

use chrono::NaiveDate as Date;
use rustc_hash::FxHashMap;

use crate::day::{self, is_written, later};
use crate::diagram::{Assignment, Forest, Kids, Level, NO, Ref, Var, YES};
use crate::limits;
use crate::sorted::{insert_by, insert_once};

use super::{FactId, Meaning, Stated, Table, Variable, spans};

/// The conditions that hold where the calendar allows the values of variables together:
/// one for each group of dates that are compared with each other. The rounds made are taken
/// off `rounds`; where there are none left, the forest is said to be full.
pub(super) fn calendar(
    variables: &Table<Var, Variable>,
    forest: &mut Forest,
    rounds: &mut u32,
) -> Vec<Ref> {
    let known = Assignment::default();
    let mut conditions = Vec::new();
    for group in groups(variables) {
        let mut drawing = DateDrawing::of(&group, variables, &known);
        drawing.rounds = *rounds;
        drawing.otherwise = Some(spans::can_lie_so);
        conditions.push(drawing.all(forest));
        *rounds = drawing.rounds;
        if *rounds == 0 {
            forest.fill();
        }
    }
    conditions
}

/// The groups of dates that are compared with each other, of one rulebook.
pub struct DateGroups(Vec<DateGroup>);

impl DateGroups {
    /// The groups of these variables.
    #[must_use]
    pub fn of(variables: &Table<Var, Variable>) -> Self {
        let mut groups = groups(variables);
        groups.retain(|group| group.compared.len() > 1);
        Self(groups)
    }

    /// The dates of each group, and the variables in which they are compared.
    pub fn each(&self) -> impl Iterator<Item = (&[FactId], &[Var])> {
        self.0.iter().map(|group| (group.dates.as_slice(), group.compared.as_slice()))
    }

    /// What the days given leave of the dates that are compared with them: one condition for
    /// each group of dates of which some are given and some are not. A date that the rules
    /// compare with no fixed day has no variable of its own, so its day bounds nothing in the
    /// diagrams.
    ///
    /// The variables that `known` gives a value are not tested. What holds whatever the other
    /// dates are is left out. The conditions stand in the forest of what was drawn.
    pub fn given_days(
        &self,
        variables: &Table<Var, Variable>,
        stated: &Table<FactId, Option<Stated>>,
        known: &Assignment,
        drawn: &mut DrawnDays,
    ) -> Vec<Ref> {
        let mut conditions = Vec::new();
        for (place, group) in self.0.iter().enumerate() {
            let day = |fact| match &stated[fact] {
                Some(Stated::Day(day)) => Some(*day),
                _ => None,
            };
            if group.facts().all(|fact| day(fact).is_none())
                || group.compared.iter().all(|var| known.get(*var).is_some())
            {
                continue;
            }
            let asked = AskedDays {
                group: place,
                days: group.facts().map(day).collect(),
                levels: group.vars.iter().map(|var| known.get(*var)).collect(),
            };
            let condition = match drawn.known.get(&asked) {
                Some(condition) => *condition,
                None => {
                    let condition = group.left(variables, known, &asked.days, &mut drawn.forest);
                    drawn.known.insert(asked, condition);
                    condition
                }
            };
            conditions.extend(condition.filter(|condition| *condition != Ref::leaf(YES)));
        }
        conditions
    }
}

/// What days leave of other dates, as far as it was drawn. One question asks the same of it many
/// times, about facts that the days are no part of.
#[derive(Debug, Default)]
pub struct DrawnDays {
    /// The forest that it was drawn in.
    pub forest: Forest,
    known: FxHashMap<AskedDays, Option<Ref>>,
}

impl DrawnDays {
    /// How many nodes are kept: far fewer than a forest has room for.
    const MOST: usize = 1 << 14;

    /// Forgets what was drawn, where that has grown so large that there may be no room for more.
    pub fn make_room(&mut self) {
        if Self::MOST <= self.forest.size() || self.forest.is_full() {
            *self = Self::default();
        }
    }
}

/// What the condition of a group of dates depends on.
#[derive(Debug, Eq, Hash, PartialEq)]
struct AskedDays {
    group: usize,
    /// The days of its dates.
    days: Vec<Option<Date>>,
    /// The values of its variables.
    levels: Vec<Option<Level>>,
}

/// Dates that are compared with each other.
struct DateGroup {
    /// Their variables, in order.
    vars: Vec<Var>,
    /// Those of them that stand for a comparison.
    compared: Vec<Var>,
    /// The dates.
    dates: Vec<FactId>,
}

impl DateGroup {
    fn facts(&self) -> impl Iterator<Item = FactId> {
        self.dates.iter().copied()
    }

    /// What these days of its dates leave of the others; none, if that takes too long to tell.
    fn left(
        &self,
        variables: &Table<Var, Variable>,
        known: &Assignment,
        days: &[Option<Date>],
        forest: &mut Forest,
    ) -> Option<Ref> {
        let mut drawing = DateDrawing::of(self, variables, known);
        for (fact, day) in self.facts().zip(days) {
            let Some(day) = *day else { continue };
            drawing.bounds.push(Bound::From(fact, day));
            drawing.bounds.extend(day.succ_opt().map(|next| Bound::Before(fact, next)));
        }
        drawing.steps = limits::DAY_STEPS;
        let condition = drawing.all(forest);
        (drawing.steps > 0).then_some(condition)
    }
}

/// The groups of dates that are compared with something.
fn groups(variables: &Table<Var, Variable>) -> Vec<DateGroup> {
    let mut groups: Vec<DateGroup> = Vec::new();
    for (var, variable) in variables {
        let dates = match &variable.meaning {
            Meaning::Day(_) => vec![variable.fact],
            Meaning::Since(base, _) => vec![variable.fact, *base],
            _ => continue,
        };
        let mut joined = DateGroup { vars: Vec::new(), compared: vec![var], dates };
        let apart = |known: &DateGroup| !known.facts().any(|fact| joined.dates.contains(&fact));
        let (others, mine): (Vec<_>, Vec<_>) = groups.into_iter().partition(apart);
        for group in mine {
            joined.compared.extend(group.compared);
            joined.dates.extend(group.dates);
        }
        groups = others;
        groups.push(joined);
    }
    for group in &mut groups {
        let mut dates = Vec::new();
        group.dates.drain(..).for_each(|date| insert_once(&mut dates, date));
        group.dates = dates;
        let never = variables.iter().filter(|(_, variable)| {
            variable.meaning == Meaning::Never && group.dates.contains(&variable.fact)
        });
        for var in group.compared.iter().copied().chain(never.map(|(var, _)| var)) {
            insert_by(&mut group.vars, var, Ord::cmp);
        }
    }
    groups
}

/// What a value of a variable says of dates.
#[derive(Clone, Copy, Debug)]
pub(super) enum Bound {
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
    pub(super) fn facts(self) -> [FactId; 2] {
        match self {
            Self::From(fact, _) | Self::Before(fact, _) => [fact, fact],
            Self::FromOther(fact, base, _) | Self::BeforeOther(fact, base, _) => [fact, base],
        }
    }
}

/// The condition of one group, as it is drawn.
struct DateDrawing<'a> {
    vars: &'a [Var],
    variables: &'a Table<Var, Variable>,
    known: &'a Assignment,
    bounds: Vec<Bound>,
    /// How many combinations of values may still be looked at.
    steps: u32,
    /// How many rounds may still be made over the bounds of all of them.
    rounds: u32,
    /// What tells whether dates can lie so where that is not clear soon. Without it they are
    /// taken to: what is too wide by it was left out when the rulebook was drawn.
    otherwise: Option<fn(&[Bound]) -> bool>,
    /// The dates that may not have come. What is said of them binds only once it is known
    /// that they did.
    doubtful: Vec<FactId>,
}

impl<'a> DateDrawing<'a> {
    fn of(
        group: &'a DateGroup,
        variables: &'a Table<Var, Variable>,
        known: &'a Assignment,
    ) -> Self {
        let vars = &group.vars;
        let came = |var: &Var| known.get(*var) == Some(0);
        let doubtful = vars.iter().filter(|var| !came(var)).map(|var| &variables[*var]);
        let doubtful = doubtful.filter(|variable| variable.meaning == Meaning::Never);
        let doubtful = doubtful.map(|variable| variable.fact).collect();
        let (steps, rounds) = (u32::MAX, u32::MAX);
        Self {
            vars,
            variables,
            known,
            bounds: Vec::new(),
            steps,
            rounds,
            otherwise: None,
            doubtful,
        }
    }

    fn all(&mut self, forest: &mut Forest) -> Ref {
        self.draw(self.vars, forest)
    }

    /// The condition over the variables left, given what those before them say.
    fn draw(&mut self, left: &[Var], forest: &mut Forest) -> Ref {
        self.steps = self.steps.saturating_sub(1);
        if self.steps == 0 || self.rounds == 0 {
            return Ref::leaf(YES);
        }
        let binding =
            |bound: &&Bound| !bound.facts().iter().any(|fact| self.doubtful.contains(fact));
        let binding: Vec<Bound> = self.bounds.iter().filter(binding).copied().collect();
        if !self.possible(&binding) {
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

    /// Whether any days meet all bounds.
    fn possible(&mut self, bounds: &[Bound]) -> bool {
        if let Some(clear) = possible(bounds, &mut self.rounds, limits::PATIENT_ROUNDS) {
            return clear;
        }
        match self.otherwise {
            Some(can_lie_so) if can_lie_so(bounds) => {
                possible(bounds, &mut self.rounds, u32::MAX).unwrap_or(true)
            }
            Some(_) => false,
            None => true,
        }
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

/// Whether any days that can be written meet all bounds; none, if that is not clear after so
/// many rounds. The rounds made are taken off `rounds`.
///
/// Every bound pushes a date later, by a fixed day or by another date, or keeps it before a
/// fixed day. So the earliest days that meet the first kind meet the second if any do. No
/// date is pushed before the first day there is: whatever counts back beyond it pushes nothing.
fn possible(bounds: &[Bound], rounds: &mut u32, most: u32) -> Option<bool> {
    let mut earliest: Vec<(FactId, Date)> = Vec::new();
    let mut left = most.min(*rounds);
    while left > 0 {
        left -= 1;
        *rounds -= 1;
        let mut moved = false;
        for bound in bounds {
            let at = |fact: &FactId| {
                let known = earliest.iter().find(|(known, _)| known == fact);
                known.map_or_else(day::first, |(_, day)| *day)
            };
            let (fact, pushed) = match bound {
                Bound::From(fact, day) => (*fact, *day),
                Bound::Before(fact, day) if at(fact) < *day => continue,
                Bound::Before(..) => return Some(false),
                Bound::FromOther(fact, base, (months, days)) => {
                    let Some(day) = later(at(base), *months, *days) else { return Some(false) };
                    (*fact, day)
                }
                Bound::BeforeOther(fact, base, lag) => {
                    let Some(day) = first_beyond(at(fact), *lag) else { return Some(false) };
                    (*base, day)
                }
            };
            if at(&fact) < pushed {
                if !is_written(pushed) {
                    return Some(false);
                }
                match earliest.iter_mut().find(|(known, _)| *known == fact) {
                    Some((_, day)) => *day = pushed,
                    None => earliest.push((fact, pushed)),
                }
                moved = true;
            }
        }
        if !moved {
            return Some(true);
        }
    }
    None
}

/// The first day from which so many months and days lead beyond `day`.
fn first_beyond(day: Date, (months, days): (i32, i32)) -> Option<Date> {
    const SLACK: i32 = 5;
    let mut from = later(day, -months, -days).and_then(|from| later(from, 0, -SLACK))?;
    while later(from, months, days)? <= day {
        from = from.succ_opt()?;
    }
    Some(from)
}
