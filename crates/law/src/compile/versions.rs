//! The days on which a rulebook changes.

use chrono::NaiveDate as Date;

use crate::rulebook::{Rests, Rulebook, Validity};

use super::Law;

/// The first day of every version, oldest first: the day on which the rulebook comes into
/// force, and every later day on which a rule or a provision cited begins or has ended.
pub(super) fn starts(rulebook: &Rulebook, law: &Law, of_ledger: &[Validity]) -> Vec<Date> {
    let mut days = Vec::new();
    let mut change = |validity: Validity| {
        days.extend(validity.from);
        days.extend(validity.to.and_then(|to| to.succ_opt()));
    };
    for rule in rulebook.rules() {
        let Rests { cite, in_force, .. } = rule.rests();
        change(in_force);
        let provisions = cite.iter().filter_map(|id| law.provision(id));
        provisions.for_each(|provision| change(provision.in_force));
    }
    of_ledger.iter().copied().for_each(&mut change);
    let begin = rulebook.in_force.from.unwrap_or(Date::MIN);
    days.retain(|day| begin < *day && rulebook.in_force.holds_on(*day));
    days.push(begin);
    days.sort_unstable();
    days.dedup();
    days
}
