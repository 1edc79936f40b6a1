//! Whether two findings come to the same.

use super::answer::Entry;

/// Whether two findings cost the same and leave the account at the same counts. The window
/// they fell into, the number of points they reached and the provisions behind them may
/// differ.
pub(super) fn same_outcome(one: &Entry, other: &Entry) -> bool {
    let counts = |entry: &Entry| (entry.ledger, entry.strikes);
    same_cost(one, other) && counts(one) == counts(other)
}

/// Whether two findings cost the same, whatever the account stood at before.
pub(super) fn same_cost(one: &Entry, other: &Entry) -> bool {
    let numbers = |entry: &Entry| {
        let Entry { points, lost, raised, strike, closes, .. } = *entry;
        (points, lost, raised, strike, closes)
    };
    numbers(one) == numbers(other)
        && one.tier == other.tier
        && one.book == other.book
        && one.measures == other.measures
        && one.money == other.money
}
