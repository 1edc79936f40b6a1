//! Small random rulebooks, and what they say read off without the engine: every complete set
//! of facts held against the rules one by one.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};
use zhengpin::compile::{Library, compile};
use zhengpin::day::later;
use zhengpin::library::built_in;
use zhengpin::rulebook::Rulebook;

/// Numbers that decide what is made; when they run out, the simplest is.
pub(crate) struct Draws<'a>(pub(crate) &'a [u16]);

impl Draws<'_> {
    pub(crate) fn below(&mut self, most: usize) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first) % most
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.below(sides) == sides - 1
    }

    fn of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }
}

/// What a fact may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    YesNo,
    Choice,
    Set,
    Number { most: i64 },
    Date,
}

const CHOICES: [&str; 3] = ["x", "y", "z"];
const MEMBERS: usize = 2;

/// A condition.
#[derive(Clone, Debug)]
enum Cond {
    Yes(usize),
    In(usize, Vec<usize>),
    Members(usize, &'static str, Vec<usize>),
    Number(usize, &'static str, i64),
    Day(usize, &'static str, NaiveDate),
    Lag(usize, &'static str, (usize, i32, i32)),
    Element(usize),
    All(Vec<Cond>),
    Any(Vec<Cond>),
    Not(Box<Cond>),
}

/// What random rulebooks are made of.
pub(crate) struct Material {
    /// How many dates there are at most.
    pub(crate) dates: usize,
    /// How many other facts.
    pub(crate) others: usize,
    /// The days that dates can have.
    pub(crate) days: Vec<NaiveDate>,
    /// The days that they are compared with.
    pub(crate) fixed: Vec<NaiveDate>,
    /// The times by which they are compared with each other.
    pub(crate) lags: Vec<(i32, i32)>,
    /// How many days around a day that is stated have to be among those that dates can have,
    /// so that brute force sees whatever the other dates may be.
    pub(crate) reach: u64,
}

/// A random rulebook.
#[derive(Debug)]
pub(crate) struct Small {
    pub(crate) facts: Vec<Kind>,
    days: Vec<NaiveDate>,
    reach: u64,
    elements: Vec<(Cond, Option<Cond>)>,
    /// The verdicts but the last of each issue: whether it is given where its condition holds,
    /// or where it does not.
    issues: Vec<Vec<(bool, Cond)>>,
    constraints: Vec<Cond>,
}

/// The value of each fact, by its place among the values that it can have; none, if open.
pub(crate) type Stated = Vec<Option<usize>>;

/// Complete facts, and the verdict of every issue.
pub(crate) struct Complete {
    pub(crate) values: Vec<usize>,
    pub(crate) verdicts: Vec<usize>,
}

const COMPARISONS: [&str; 4] = ["on_or_after", "after", "on_or_before", "before"];

impl Small {
    pub(crate) fn draw(draws: &mut Draws<'_>, material: &Material) -> Self {
        let mut facts = vec![Kind::Date; draws.below(material.dates + 1)];
        for _ in 0..=draws.below(material.others) {
            let most = i64::try_from(1 + draws.below(5)).unwrap();
            let kinds = [Kind::YesNo, Kind::Choice, Kind::Set, Kind::Number { most }];
            facts.push(draws.of(&kinds));
        }
        let mut small = Self {
            facts,
            days: material.days.clone(),
            reach: material.reach,
            elements: Vec::new(),
            issues: Vec::new(),
            constraints: Vec::new(),
        };
        for _ in 0..draws.below(4) {
            let condition = small.condition(draws, material, 2);
            let exception = draws.one_in(3).then(|| small.condition(draws, material, 1));
            small.elements.push((condition, exception));
        }
        for _ in 0..=draws.below(2) {
            let mut verdicts = Vec::new();
            for _ in 0..=draws.below(3) {
                verdicts.push((!draws.one_in(3), small.condition(draws, material, 1)));
            }
            small.issues.push(verdicts);
        }
        for _ in 0..draws.below(3) {
            let one = small.condition(draws, material, 0);
            let other = small.condition(draws, material, 0);
            small.constraints.push(Cond::All(vec![one, other]));
        }
        small
    }

    fn condition(&self, draws: &mut Draws<'_>, material: &Material, depth: usize) -> Cond {
        if depth > 0 {
            let mut list = || {
                let many = 1 + draws.below(3);
                (0..many).map(|_| self.condition(draws, material, depth - 1)).collect::<Vec<_>>()
            };
            let list = list();
            match draws.below(5) {
                0 | 1 => return Cond::All(list),
                2 | 3 => return Cond::Any(list),
                _ => return Cond::Not(Box::new(Cond::All(list))),
            }
        }
        if !self.elements.is_empty() && draws.one_in(4) {
            return Cond::Element(draws.below(self.elements.len()));
        }
        let fact = draws.below(self.facts.len());
        match self.facts[fact] {
            Kind::YesNo => Cond::Yes(fact),
            Kind::Choice => {
                let many = 1 + draws.below(2);
                let first = draws.below(CHOICES.len());
                Cond::In(fact, (0..many).map(|next| (first + next) % CHOICES.len()).collect())
            }
            Kind::Set => {
                let tests = ["has", "has_any", "has_all", "none_of"];
                let test = draws.of(&tests);
                let first = draws.below(MEMBERS);
                let both = test != "has" && draws.one_in(2);
                Cond::Members(fact, test, if both { vec![0, 1] } else { vec![first] })
            }
            Kind::Number { .. } => {
                let number = i64::try_from(draws.below(9)).unwrap() - 1;
                Cond::Number(fact, draws.of(&["at_least", "at_most"]), number)
            }
            Kind::Date => {
                let dates = self.facts.iter().filter(|kind| **kind == Kind::Date).count();
                let base = draws.below(dates);
                let comparison = draws.of(&COMPARISONS);
                if (base == fact || material.fixed.is_empty() && dates == 1)
                    && let Some(day) = material.fixed.first()
                {
                    let day = if draws.one_in(2) { draws.of(&material.fixed) } else { *day };
                    return Cond::Day(fact, comparison, day);
                }
                let (months, days) = draws.of(&material.lags);
                Cond::Lag(fact, comparison, (base, months, days))
            }
        }
    }

    /// How many values a fact can have.
    pub(crate) fn values(&self, fact: usize) -> usize {
        match self.facts[fact] {
            Kind::YesNo => 2,
            Kind::Choice => CHOICES.len(),
            Kind::Set => 1 << MEMBERS,
            Kind::Number { most } => usize::try_from(most).unwrap() + 1,
            Kind::Date => self.days.len(),
        }
    }

    /// Whether a value may be stated: what a date leaves to others has to be seen.
    pub(crate) fn may_be_stated(&self, fact: usize, value: usize) -> bool {
        self.facts[fact] != Kind::Date || {
            let day = self.days[value];
            let is_in = |day: NaiveDate| self.days.binary_search(&day).is_ok();
            (1..=self.reach).all(|by| is_in(day - Days::new(by)) && is_in(day + Days::new(by)))
        }
    }

    /// How many sets of complete facts there are.
    pub(crate) fn count(&self) -> usize {
        (0..self.facts.len()).map(|fact| self.values(fact)).product()
    }

    fn holds(&self, condition: &Cond, values: &[usize]) -> bool {
        let number = |fact: &usize| i64::try_from(values[*fact]).unwrap();
        let compared = |comparison: &str, day: NaiveDate, bound: NaiveDate| match comparison {
            "on_or_after" => day >= bound,
            "after" => day > bound,
            "on_or_before" => day <= bound,
            _ => day < bound,
        };
        let day = |fact: &usize| self.days[values[*fact]];
        match condition {
            Cond::Yes(fact) => values[*fact] == 1,
            Cond::In(fact, choices) => choices.contains(&values[*fact]),
            Cond::Members(fact, test, members) => {
                let is_in = |member: &usize| values[*fact] >> member & 1 == 1;
                match *test {
                    "has" | "has_all" => members.iter().all(is_in),
                    "has_any" => members.iter().any(is_in),
                    _ => !members.iter().any(is_in),
                }
            }
            Cond::Number(fact, "at_least", least) => number(fact) >= *least,
            Cond::Number(fact, _, most) => number(fact) <= *most,
            Cond::Day(fact, comparison, bound) => compared(comparison, day(fact), *bound),
            Cond::Lag(fact, comparison, (base, months, days)) => {
                compared(comparison, day(fact), later(day(base), *months, *days).unwrap())
            }
            Cond::Element(element) => {
                let (condition, exception) = &self.elements[*element];
                let excepted = exception.as_ref().is_some_and(|it| self.holds(it, values));
                self.holds(condition, values) && !excepted
            }
            Cond::All(list) => list.iter().all(|inner| self.holds(inner, values)),
            Cond::Any(list) => list.iter().any(|inner| self.holds(inner, values)),
            Cond::Not(inner) => !self.holds(inner, values),
        }
    }

    /// Every set of complete facts that the constraints allow, with its verdicts.
    pub(crate) fn all(&self) -> Vec<Complete> {
        let mut all = Vec::new();
        for mut number in 0..self.count() {
            let mut values = Vec::with_capacity(self.facts.len());
            for fact in 0..self.facts.len() {
                values.push(number % self.values(fact));
                number /= self.values(fact);
            }
            if self.constraints.iter().any(|never| self.holds(never, &values)) {
                continue;
            }
            let verdicts = self.issues.iter().map(|verdicts| {
                let met =
                    |(when, condition): &(bool, Cond)| *when == self.holds(condition, &values);
                verdicts.iter().position(met).unwrap_or(verdicts.len())
            });
            let verdicts = verdicts.collect();
            all.push(Complete { values, verdicts });
        }
        all
    }

    /// How a request states a value of a fact.
    fn shown(&self, fact: usize, value: usize) -> Value {
        match self.facts[fact] {
            Kind::YesNo => json!(value == 1),
            Kind::Choice => json!(CHOICES[value]),
            Kind::Set => {
                let members = (0..MEMBERS).filter(|member| value >> member & 1 == 1);
                json!(members.map(|member| CHOICES[member]).collect::<Vec<_>>())
            }
            Kind::Number { .. } => json!(value),
            Kind::Date => json!(self.days[value].to_string()),
        }
    }

    pub(crate) fn facts_of(&self, stated: &Stated) -> Map<String, Value> {
        let given = stated.iter().enumerate();
        let given = given.filter_map(|(fact, value)| Some((fact, (*value)?)));
        given.map(|(fact, value)| (format!("f{fact}"), self.shown(fact, value))).collect()
    }

    fn said(condition: &Cond) -> Value {
        let list = |list: &[Cond]| list.iter().map(Self::said).collect::<Vec<_>>();
        let fact = |fact: &usize, test: Value| json!({format!("f{fact}"): test});
        let names = |of: &[usize]| of.iter().map(|one| CHOICES[*one]).collect::<Vec<_>>();
        match condition {
            Cond::Yes(fact) => json!(format!("f{fact}")),
            Cond::In(of, choices) => fact(of, json!(names(choices))),
            Cond::Members(of, "has", members) => fact(of, json!({"has": CHOICES[members[0]]})),
            Cond::Members(of, test, members) => fact(of, json!({*test: names(members)})),
            Cond::Number(of, test, number) => fact(of, json!({*test: number})),
            Cond::Day(of, test, day) => fact(of, json!({*test: day.to_string()})),
            Cond::Lag(of, test, (base, months, days)) => {
                let base = format!("f{base}");
                fact(of, json!({*test: {"fact": base, "months": months, "days": days}}))
            }
            Cond::Element(element) => json!(format!("e{element}")),
            Cond::All(all) => json!({"all": list(all)}),
            Cond::Any(any) => json!({"any": list(any)}),
            Cond::Not(inner) => json!({"not": Self::said(inner)}),
        }
    }

    /// The rulebook as an author writes it.
    pub(crate) fn source(&self) -> Value {
        let text = json!({"zh": "甲", "en": "a"});
        let facts: Map<String, Value> = (0..)
            .zip(&self.facts)
            .map(|(fact, kind)| {
                let mut said =
                    json!({"group": "g", "ask": text, "proof": "either", "change": "yes"});
                let choices = |many: usize| -> Map<String, Value> {
                    CHOICES[..many].iter().map(|it| ((*it).to_owned(), text.clone())).collect()
                };
                said["kind"] = match kind {
                    Kind::YesNo => json!("yes_no"),
                    Kind::Choice => json!("choice"),
                    Kind::Set => json!("set"),
                    Kind::Number { .. } => json!("number"),
                    Kind::Date => json!("date"),
                };
                match kind {
                    Kind::Choice => said["choices"] = json!(choices(CHOICES.len())),
                    Kind::Set => said["choices"] = json!(choices(MEMBERS)),
                    Kind::Number { most } => (said["min"], said["max"]) = (json!(0), json!(most)),
                    Kind::YesNo | Kind::Date => {}
                }
                (format!("f{fact}"), said)
            })
            .collect();
        let elements: Map<String, Value> = (0..)
            .zip(&self.elements)
            .map(|(element, (is, unless))| {
                let unless: Vec<Value> = unless.iter().map(Self::said).collect();
                (
                    format!("e{element}"),
                    json!({"title": text, "is": Self::said(is), "unless": unless}),
                )
            })
            .collect();
        let issues: Map<String, Value> = (0..)
            .zip(&self.issues)
            .map(|(issue, list)| {
                let verdict = json!({"title": text, "says": text, "weight": "clear"});
                let mut verdicts = Map::new();
                for (number, (when, condition)) in list.iter().enumerate() {
                    let mut one = verdict.clone();
                    one[if *when { "when" } else { "unless" }] = Self::said(condition);
                    verdicts.insert(format!("v{number}"), one);
                }
                let mut last = verdict;
                last["otherwise"] = json!(true);
                verdicts.insert(format!("v{}", list.len()), last);
                (format!("i{issue}"), json!({"title": text, "asks": text, "verdicts": verdicts}))
            })
            .collect();
        let constraints: Map<String, Value> = (0..)
            .zip(&self.constraints)
            .map(|(number, never)| {
                (format!("c{number}"), json!({"never": Self::said(never), "says": text}))
            })
            .collect();
        json!({
            "rulebook": "test/random", "title": text, "summary": text, "as_of": "2026-01-01",
            "in_force": {"from": "2000-01-01"}, "groups": {"g": {"title": text}},
            "facts": facts, "elements": elements, "issues": issues, "constraints": constraints,
        })
    }

    /// The rulebook as the engine runs it, alone in a library; none, if it is refused.
    pub(crate) fn library(&self) -> Option<Library> {
        let rulebook: Rulebook = serde_json::from_value(self.source()).unwrap();
        let compiled = compile(&rulebook, &zhengpin::compile::Law::default()).ok()?;
        let messages = built_in().messages.clone();
        Some(Library { rulebooks: vec![compiled], messages, ..Library::default() })
    }
}

/// Which verdicts complete facts have that agree with what is stated, issue by issue; none,
/// if no such facts are allowed.
pub(crate) fn possible(all: &[Complete], stated: &Stated) -> Option<Vec<Vec<String>>> {
    let fits = |one: &&Complete| {
        stated.iter().zip(&one.values).all(|(stated, value)| stated.is_none_or(|it| it == *value))
    };
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for one in all.iter().filter(fits) {
        for (issue, verdict) in one.verdicts.iter().enumerate() {
            let verdicts = found.entry(issue).or_default();
            if let Err(place) = verdicts.binary_search(verdict) {
                verdicts.insert(place, *verdict);
            }
        }
    }
    let told = |verdicts: Vec<usize>| verdicts.iter().map(|it| format!("v{it}")).collect();
    (!found.is_empty()).then(|| found.into_values().map(told).collect())
}

/// Days one after the other.
pub(crate) fn days(first: &str, many: u64) -> Vec<NaiveDate> {
    let first = zhengpin::day::parse(first).unwrap();
    (0..many).map(|more| first + Days::new(more)).collect()
}
