//! The audit once more, plainly and slowly: every question is answered by running a second
//! implementation of the ledger again. Written from issue 8, "Held against the rule", and the
//! definitions in `docs/architecture.md`, not from the engine.

#![allow(dead_code, reason = "not every ledger knows everything")]

use std::cmp::Ordering;

use chrono::NaiveDateTime;
use serde_json::{Value, json};
use zhengpin::simulate::{Agreement, Audit, EntryAudit, MeasureEntry, Simulation, Status};

use super::dice::Dice;

/// What is beside the outcome: it does not bear on whether two outcomes are the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Aside<T>(pub(crate) T);

impl<T> PartialEq for Aside<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What is booked in place of what the rules give.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Booked {
    pub(crate) points: Option<u32>,
    pub(crate) strike: Option<bool>,
}

/// What the platform is said to have booked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken {
    pub(crate) booked: Booked,
    pub(crate) measures: Option<Vec<String>>,
}

impl Taken {
    pub(crate) fn request(&self) -> Value {
        let mut taken = json!({});
        if let Some(points) = self.booked.points {
            taken["points"] = json!(points);
        }
        if let Some(strike) = self.booked.strike {
            taken["strike"] = json!(strike);
        }
        if let Some(measures) = &self.measures {
            taken["measures"] = json!(measures);
        }
        taken
    }

    fn says_nothing(&self) -> bool {
        self.booked == Booked::default() && self.measures.is_none()
    }
}

/// A measure: from when, until when, and when a graver one took its place.
pub(crate) type Span = (String, NaiveDateTime, Option<NaiveDateTime>, Option<NaiveDateTime>);

/// What a finding comes to.
#[derive(Clone, Debug)]
pub(crate) struct Cost {
    pub(crate) points: u32,
    /// Those that closure books in the same book.
    pub(crate) raised: u32,
    pub(crate) strike: bool,
    /// Measures that are due, with or without effect.
    pub(crate) due: Vec<String>,
    pub(crate) begun: Vec<Span>,
    pub(crate) credit: bool,
    /// The place of its book.
    pub(crate) book: usize,
}

/// What a ledger comes to.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    pub(crate) costs: Vec<Cost>,
    pub(crate) closed: Option<(&'static str, NaiveDateTime)>,
    pub(crate) books: Vec<u32>,
    pub(crate) strikes: u32,
    /// What every turn of a year leaves in every book, and of strikes.
    pub(crate) turns: Vec<(i32, Vec<u32>, u32)>,
}

/// A reading and one way of reading it that is not chosen.
pub(crate) type Otherwise = (&'static str, &'static str);

/// What an audit is asked about.
pub(crate) struct Asked<'a> {
    pub(crate) taken: &'a [Taken],
    pub(crate) at: Vec<NaiveDateTime>,
    /// One other choice of every reading: all have two.
    pub(crate) otherwise: Vec<Otherwise>,
    /// Measures that are done once.
    pub(crate) acts: &'a [&'a str],
    pub(crate) run: &'a dyn Fn(&[Booked], &[Otherwise]) -> Account,
}

/// Random statements of a platform: what the rules give, a little off, or nothing.
pub(crate) fn statements(dice: &mut Dice, rules: &Account, measures: &[&str]) -> Vec<Taken> {
    rules
        .costs
        .iter()
        .map(|cost| {
            let mut taken = Taken::default();
            if !dice.one_in(3) {
                let off = if dice.one_in(2) { dice.roll(26) } else { 0 };
                let more = cost.points + off;
                let less = cost.points.saturating_sub(off);
                taken.booked.points = Some(match dice.roll(4) {
                    0 => less,
                    1 if cost.raised > 0 => cost.points + cost.raised,
                    _ => more,
                });
            }
            if dice.one_in(2) {
                taken.booked.strike = Some(cost.strike != dice.one_in(4));
            }
            if dice.one_in(4) {
                let mut named: Vec<String> = Vec::new();
                for code in cost.due.iter().map(String::as_str).chain([dice.of(measures)]) {
                    if !dice.one_in(4) && !named.iter().any(|known| known == code) {
                        named.push(code.to_owned());
                    }
                }
                taken.measures = Some(named);
            }
            taken
        })
        .collect()
}

/// What comes out for a finding, in words.
fn told_of(audit: &EntryAudit) -> Value {
    json!({
        "points": audit.points.as_ref().map(|one| json!({
            "verdict": one.verdict, "by": one.by, "readings": one.readings,
        })),
        "strike": audit.strike.as_ref().map(|one| json!({
            "verdict": one.verdict, "readings": one.readings,
        })),
        "measures": audit.measures.as_ref().map(|one| {
            let mut sorted = [one.not_due.clone(), one.not_taken.clone()];
            sorted.iter_mut().for_each(|list| list.sort());
            json!({"verdict": one.verdict, "not": sorted, "readings": one.readings})
        }),
    })
}

fn status_of(status: &Status) -> Value {
    let books: Vec<u32> = status.books.iter().map(|book| book.points).collect();
    json!({
        "books": books, "strikes": status.strikes, "closedBy": status.closed_by,
        "closedAt": status.closed_at,
    })
}

fn span_of(measure: Option<&MeasureEntry>) -> Value {
    measure.map_or(Value::Null, |one| json!([one.from, one.until, one.replaced]))
}

fn sorted(mut list: Vec<Value>) -> Vec<Value> {
    list.sort_by_key(Value::to_string);
    list
}

/// The engine's audit, in words.
pub(crate) fn told(simulation: &Simulation) -> Value {
    let entries = simulation.entries.iter();
    let sum = simulation.audit.as_ref().map(|audit: &Audit| {
        let changes = |list: &[zhengpin::simulate::MeasureChange]| {
            // Where only an exam differs, the second implementations do not tell it apart.
            let changes = list.iter().filter_map(|one| {
                let (was, is) = (span_of(one.was.as_ref()), span_of(one.is.as_ref()));
                (was != is).then(|| json!([one.finding, one.code, was, is]))
            });
            sorted(changes.collect())
        };
        let appeals = audit.appeals.iter().map(|one| {
            json!({
                "finding": one.finding, "certain": one.certain, "reopens": one.reopens,
                "measures": changes(&one.measures), "strikes": one.strikes,
                "points": one.points, "status": status_of(&one.status),
                "together": status_of(&one.together),
            })
        });
        json!({
            "counts": [audit.stated, audit.agree, audit.differ, audit.explained],
            "assumed": [audit.points_assumed, audit.strikes_assumed],
            "status": status_of(&audit.status),
            "closure": audit.closure,
            "turns": audit.turns,
            "measures": changes(&audit.measures),
            "appeals": appeals.collect::<Vec<_>>(),
            "exhaustive": audit.exhaustive,
        })
    });
    let entries: Vec<Value> =
        entries.map(|entry| entry.audit.as_ref().map_or(Value::Null, told_of)).collect();
    json!({"entries": entries, "sum": sum})
}

fn write(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M+08:00").to_string()
}

/// How one finding stands to a run, by what was stated: points, strike, measures.
fn right(taken: &Taken, cost: &Cost) -> [Option<bool>; 3] {
    let points = taken
        .booked
        .points
        .map(|points| points == cost.points || points == cost.points + cost.raised);
    let strike = taken.booked.strike.map(|strike| strike == cost.strike);
    let measures = taken.measures.as_ref().map(|_| {
        let [not_due, not_taken] = measures_against(taken, cost);
        not_due.is_empty() && not_taken.is_empty()
    });
    [points, strike, measures]
}

/// Measures stated and not due; those that begin and are not stated.
fn measures_against(taken: &Taken, cost: &Cost) -> [Vec<String>; 2] {
    let stated = taken.measures.clone().unwrap_or_default();
    let mut not_due: Vec<String> =
        stated.iter().filter(|code| !cost.due.contains(code)).cloned().collect();
    let mut not_taken: Vec<String> = cost.begun.iter().map(|(code, ..)| code.clone()).collect();
    not_taken.retain(|code| !stated.contains(code));
    not_taken.sort();
    not_taken.dedup();
    not_due.sort();
    [not_due, not_taken]
}

/// How far points are from those due: above or below, and by how much.
fn distance(points: u32, cost: &Cost) -> (Ordering, u32) {
    let with_raise = cost.points + cost.raised;
    if points == with_raise || points == cost.points {
        (Ordering::Equal, 0)
    } else if points < cost.points {
        (Ordering::Less, cost.points - points)
    } else if points > with_raise {
        (Ordering::Greater, points - with_raise)
    } else {
        (Ordering::Greater, points - cost.points)
    }
}

fn words(readings: &[Otherwise]) -> Value {
    readings.iter().map(|(reading, choice)| json!({"reading": reading, "choice": choice})).collect()
}

impl Asked<'_> {
    fn booked(&self) -> Vec<Booked> {
        self.taken.iter().map(|taken| taken.booked).collect()
    }

    /// For points, strike and measures of every finding: what explains them.
    fn explanations(&self, rules: &Account) -> Vec<[Vec<Value>; 3]> {
        let nothing = vec![Booked::default(); self.taken.len()];
        let mut found: Vec<[Vec<Value>; 3]> = vec![Default::default(); self.taken.len()];
        let singles: Vec<Vec<Otherwise>> = self.otherwise.iter().map(|one| vec![*one]).collect();
        let mut pairs: Vec<Vec<Otherwise>> = Vec::new();
        for (place, one) in self.otherwise.iter().enumerate() {
            for other in &self.otherwise[place + 1..] {
                pairs.push(vec![*one, *other]);
            }
        }
        for tries in [singles, pairs] {
            let before = found.clone();
            for read in tries {
                let other = (self.run)(&nothing, &read);
                for (place, taken) in self.taken.iter().enumerate() {
                    let by_rules = right(taken, &rules.costs[place]);
                    let by_other = right(taken, &other.costs[place]);
                    for what in 0..3 {
                        let wrong = by_rules[what] == Some(false);
                        if wrong && by_other[what] == Some(true) && before[place][what].is_empty() {
                            found[place][what].push(words(&read));
                        }
                    }
                }
            }
        }
        found
    }
}

fn verdict(explained: &[Value], against: Ordering) -> Agreement {
    match against {
        Ordering::Equal => Agreement::Agrees,
        _ if !explained.is_empty() => Agreement::Explained,
        Ordering::Greater => Agreement::More,
        Ordering::Less => Agreement::Less,
    }
}

/// Verdicts of points, strike and measures, where stated.
fn verdicts(taken: &Taken, cost: &Cost, explained: &[Vec<Value>; 3]) -> [Option<Agreement>; 3] {
    let points = taken.booked.points.map(|points| distance(points, cost).0);
    let strike = taken.booked.strike.map(|strike| strike.cmp(&cost.strike));
    let measures = taken.measures.as_ref().map(|_| {
        let [not_due, not_taken] = measures_against(taken, cost);
        if not_due.is_empty() && not_taken.is_empty() {
            Ordering::Equal
        } else if not_due.is_empty() {
            Ordering::Less
        } else {
            Ordering::Greater
        }
    });
    let mut all = [points, strike, measures].into_iter().zip(explained);
    std::array::from_fn(|_| {
        let (against, explained) = all.next().unwrap();
        against.map(|against| verdict(explained, against))
    })
}

/// What remains of a list when another is taken away, each as often as it stands there.
fn without(list: &[Span], other: &[Span]) -> Vec<Span> {
    let mut rest = other.to_vec();
    let mut kept = Vec::new();
    for one in list {
        match rest.iter().position(|known| known == one) {
            Some(place) => drop(rest.remove(place)),
            None => kept.push(one.clone()),
        }
    }
    kept
}

fn changes(was: &Account, is: &Account) -> Vec<Value> {
    let span = |one: Option<&Span>| {
        one.map_or(Value::Null, |(_, from, until, replaced)| {
            json!([write(*from), until.map(write), replaced.map(write)])
        })
    };
    let mut changes = Vec::new();
    for (place, (was, is)) in was.costs.iter().zip(&is.costs).enumerate() {
        let (gone, come) = (without(&was.begun, &is.begun), without(&is.begun, &was.begun));
        let mut codes: Vec<&String> = gone.iter().chain(&come).map(|(code, ..)| code).collect();
        codes.sort();
        codes.dedup();
        for code in codes {
            let of = |list: &[Span]| -> Vec<Span> {
                list.iter().filter(|one| one.0 == *code).cloned().collect()
            };
            let (gone, come) = (of(&gone), of(&come));
            for number in 0..gone.len().max(come.len()) {
                let (was, is) = (span(gone.get(number)), span(come.get(number)));
                changes.push(json!([place.to_string(), code, was, is]));
            }
        }
    }
    sorted(changes)
}

fn status(account: &Account) -> Value {
    json!({
        "books": account.books, "strikes": account.strikes,
        "closedBy": account.closed.map(|(by, _)| by),
        "closedAt": account.closed.map(|(_, at)| write(at)),
    })
}

/// Measures without an end, and the seconds of the others.
fn burden(account: &Account, acts: &[&str]) -> (i64, i64) {
    let spans = account.costs.iter().flat_map(|cost| &cost.begun);
    spans.filter(|(code, ..)| !acts.contains(&code.as_str())).fold(
        (0, 0),
        |(final_, time), span| match span.3.or(span.2) {
            None => (final_ + 1, time),
            Some(end) => (final_, time + (end - span.1).num_seconds()),
        },
    )
}

/// The audit that has to come out, in words.
pub(crate) fn expected(asked: &Asked<'_>) -> Value {
    let nothing = vec![Booked::default(); asked.taken.len()];
    let rules = (asked.run)(&nothing, &[]);
    let explained = asked.explanations(&rules);
    let all: Vec<[Option<Agreement>; 3]> = asked
        .taken
        .iter()
        .zip(&rules.costs)
        .zip(&explained)
        .map(|((taken, cost), explained)| verdicts(taken, cost, explained))
        .collect();
    let entries: Vec<Value> = asked
        .taken
        .iter()
        .enumerate()
        .map(|(place, taken)| {
            if taken.says_nothing() {
                return Value::Null;
            }
            let cost = &rules.costs[place];
            let [points, strike, measures] = all[place];
            let [by_points, by_strike, by_measures] = &explained[place];
            json!({
                "points": points.map(|verdict| json!({
                    "verdict": verdict,
                    "by": distance(taken.booked.points.unwrap(), cost).1,
                    "readings": by_points,
                })),
                "strike": strike.map(|verdict| json!({"verdict": verdict, "readings": by_strike})),
                "measures": measures.map(|verdict| json!({
                    "verdict": verdict,
                    "not": measures_against(taken, cost),
                    "readings": by_measures,
                })),
            })
        })
        .collect();
    let stated = asked.taken.iter().filter(|taken| !taken.says_nothing()).count();
    if stated == 0 {
        return json!({"entries": entries, "sum": null});
    }
    let platform = (asked.run)(&asked.booked(), &[]);
    let flat = |one: &[Option<Agreement>; 3]| one.iter().flatten().copied().collect::<Vec<_>>();
    let differ = all
        .iter()
        .filter(|one| flat(one).iter().any(|one| [Agreement::More, Agreement::Less].contains(one)));
    let differ = differ.count();
    let agree = all.iter().filter(|one| {
        let one = flat(one);
        !one.is_empty() && one.iter().all(|one| *one == Agreement::Agrees)
    });
    let agree = agree.count();
    let left_out =
        |states: fn(&Taken) -> bool| asked.taken.iter().filter(|taken| !states(taken)).count();
    let turns = platform.turns.iter().filter(|turn| !rules.turns.contains(turn));
    json!({
        "entries": entries,
        "sum": {
            "counts": [stated, agree, differ, stated - agree - differ],
            "assumed": [
                left_out(|taken| taken.booked.points.is_some()),
                left_out(|taken| taken.booked.strike.is_some()),
            ],
            "status": status(&platform),
            "closure": platform.closed != rules.closed,
            "turns": turns.map(|(year, ..)| *year).collect::<Vec<_>>(),
            "measures": changes(&platform, &rules),
            "appeals": appeals(asked, &rules, &platform, &all),
            "exhaustive": true,
        },
    })
}

/// Which findings to put right, and what that changes.
fn appeals(
    asked: &Asked<'_>,
    rules: &Account,
    platform: &Account,
    verdicts: &[[Option<Agreement>; 3]],
) -> Vec<Value> {
    let mut found = Vec::new();
    for (place, taken) in asked.taken.iter().enumerate() {
        let cost = &rules.costs[place];
        let mut right = taken.booked;
        let points = right.points.is_some_and(|points| {
            let against = distance(points, cost).0;
            against == if cost.credit { Ordering::Less } else { Ordering::Greater }
        });
        if points {
            right.points = Some(cost.points);
        }
        let strike = right.strike == Some(true) && !cost.strike;
        if strike {
            right.strike = Some(false);
        }
        let not_due = measures_against(taken, cost)[0].len();
        if !points && !strike && not_due == 0 {
            continue;
        }
        let wrong = [points, strike, not_due > 0].into_iter().zip(verdicts[place]);
        let certain = wrong
            .filter(|(wrong, _)| *wrong)
            .any(|(_, verdict)| verdict != Some(Agreement::Explained));
        let mut booked = asked.booked();
        booked[place] = right;
        let after = (asked.run)(&booked, &[]);
        let reopens = platform.closed.is_some() && after.closed.is_none();
        let (was, is) = (burden(platform, asked.acts), burden(&after, asked.acts));
        let fewer = |was: u32, is: u32| i64::from(was) - i64::from(is);
        let strikes = fewer(platform.strikes, after.strikes);
        let points = fewer(platform.books[cost.book], after.books[cost.book]);
        let weight = (!reopens, is.0 - was.0, is.1 - was.1, -i64::try_from(not_due).unwrap());
        let weight = (weight, -strikes, -points);
        let order = (weight, asked.at[place].date(), place.to_string());
        let told = json!({
            "finding": place.to_string(), "certain": certain, "reopens": reopens,
            "measures": changes(platform, &after), "strikes": strikes.max(0),
            "points": points.max(0), "status": status(&after),
        });
        found.push((order, place, right, told));
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    let mut booked = asked.booked();
    found
        .into_iter()
        .map(|(_, place, right, mut told)| {
            booked[place] = right;
            told["together"] = status(&(asked.run)(&booked, &[]));
            told
        })
        .collect()
}
