//! What the rules compare numbers and dates with: the cuts between their intervals.

use chrono::NaiveDate as Date;

use crate::day::later;
use crate::rulebook::{Comparison, Condition, DateBound, Lag, Rulebook, Test};

/// The values that numbers and dates are compared with.
#[derive(Default)]
pub(super) struct Cuts {
    numbers: Vec<(String, i64)>,
    days: Vec<(String, DayCut)>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum DayCut {
    Fixed(Date),
    After(String, i32, i32),
}

impl Cuts {
    /// All that the conditions of a rulebook compare with.
    pub(super) fn of(rulebook: &Rulebook) -> Self {
        let mut cuts = Self::default();
        conditions(rulebook).for_each(|condition| cuts.collect(condition));
        cuts
    }

    fn collect(&mut self, condition: &Condition) {
        match condition {
            Condition::All(list) | Condition::Any(list) => {
                list.iter().for_each(|inner| self.collect(inner));
            }
            Condition::Not(inner) => self.collect(inner),
            Condition::Test(fact, Test::Compare(comparison)) => {
                if let Some((cut, _)) = number_cut(comparison) {
                    self.numbers.push((fact.clone(), cut));
                }
                if let Some((cut, _)) = day_cut(comparison) {
                    self.days.push((fact.clone(), cut));
                }
            }
            Condition::Name(_) | Condition::Test(..) => {}
        }
    }

    pub(super) fn numbers(&self, fact: &str) -> Vec<i64> {
        let of = self.numbers.iter().filter(|(id, _)| id == fact);
        sorted(of.map(|(_, cut)| *cut).collect(), |cut| *cut)
    }

    pub(super) fn days(&self, fact: &str) -> Vec<Date> {
        let of = self.days.iter().filter(|(id, _)| id == fact);
        let fixed = of.filter_map(|(_, cut)| match cut {
            DayCut::Fixed(day) => Some(*day),
            DayCut::After(..) => None,
        });
        sorted(fixed.collect(), |cut| *cut)
    }

    /// The lags from each other fact's day, those that no calendar can bring into another
    /// order together.
    pub(super) fn lags(&self, fact: &str) -> Vec<(String, Vec<(i32, i32)>)> {
        let mut lags: Vec<(String, Vec<(i32, i32)>)> = Vec::new();
        for (_, cut) in self.days.iter().filter(|(id, _)| id == fact) {
            let DayCut::After(base, months, days) = cut else { continue };
            let lag = (*months, *days);
            let fits = |(known, cuts): &&mut (String, Vec<_>)| known == base && in_order(cuts, lag);
            match lags.iter_mut().find(fits) {
                Some((_, cuts)) => cuts.push(lag),
                None => lags.push((base.clone(), vec![lag])),
            }
        }
        for (_, cuts) in &mut lags {
            *cuts = sorted(std::mem::take(cuts), |lag| span(*lag));
        }
        lags
    }
}

/// Every condition that a rulebook states.
fn conditions(rulebook: &Rulebook) -> impl Iterator<Item = &Condition> {
    let elements = rulebook.elements.values().flat_map(|element| {
        let lists = element.all.iter().chain(&element.any).chain(&element.unless);
        lists.chain(element.not.iter()).chain(element.is.iter())
    });
    let verdicts = rulebook.issues.values().flat_map(|issue| issue.verdicts.values());
    let verdicts = verdicts.flat_map(|verdict| verdict.when.iter().chain(verdict.unless.iter()));
    let constraints = rulebook.constraints.values().map(|constraint| &constraint.never);
    let alerts = rulebook.alerts.values().flat_map(|alert| alert.when.iter());
    let deadlines = rulebook.deadlines.values().flat_map(|deadline| deadline.when.iter());
    let sentences = rulebook.documents.values().flat_map(|document| document.sections.values());
    let sentences = sentences.flat_map(|section| section.sentences.values());
    let sentences = sentences.flat_map(|sentence| sentence.when.iter());
    let ruling = elements.chain(verdicts).chain(constraints).chain(alerts);
    ruling.chain(deadlines).chain(sentences)
}

/// Whether a lag stands in one order with others from whatever day they are counted: a month
/// is longer or shorter than thirty days, but never shorter than February.
pub(super) fn in_order(lags: &[(i32, i32)], lag: (i32, i32)) -> bool {
    const SHORTEST_MONTH: i32 = 28;
    let first = |(months, days): (i32, i32), (others, rest): (i32, i32)| {
        let between = others.saturating_sub(months);
        0 <= between && days.saturating_sub(rest) <= between.saturating_mul(SHORTEST_MONTH)
    };
    lags.iter().all(|other| first(*other, lag) || first(lag, *other))
}

/// About how many days a lag lasts: lags stand in this order.
pub(super) fn span((months, days): (i32, i32)) -> i64 {
    i64::from(months) * 31 + i64::from(days)
}

/// Cuts in order, each once.
pub(super) fn sorted<T: PartialEq, K: Ord>(mut list: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    list.sort_by_key(key);
    list.dedup();
    list
}

/// The number from which a comparison changes, and whether it holds from there upwards.
pub(super) fn number_cut(comparison: &Comparison) -> Option<(i64, bool)> {
    match comparison {
        Comparison::AtLeast(number) => Some((*number, true)),
        Comparison::AtMost(number) => Some((number.checked_add(1)?, false)),
        _ => None,
    }
}

/// The day from which a comparison changes, and whether it holds from there onwards.
pub(super) fn day_cut(comparison: &Comparison) -> Option<(DayCut, bool)> {
    let (bound, next, above) = match comparison {
        Comparison::OnOrAfter(bound) => (bound, 0, true),
        Comparison::After(bound) => (bound, 1, true),
        Comparison::Before(bound) => (bound, 0, false),
        Comparison::OnOrBefore(bound) => (bound, 1, false),
        Comparison::AtLeast(_) | Comparison::AtMost(_) => return None,
    };
    let cut = match bound {
        DateBound::Day(day) => DayCut::Fixed(later(*day, 0, next)?),
        DateBound::Lag(Lag { fact, months, days }) => {
            DayCut::After(fact.clone(), *months, days.checked_add(next)?)
        }
    };
    Some((cut, above))
}
