//! Lists that are kept in order while they grow.
//!
//! They are short. The general sorts of the standard library would weigh more in the wasm
//! than everything they sort.

use std::cmp::Ordering;

/// Puts `item` where it belongs, after its equals.
pub fn insert_by<T>(list: &mut Vec<T>, item: T, order: impl Fn(&T, &T) -> Ordering) {
    let place = list.partition_point(|known| order(known, &item) != Ordering::Greater);
    list.insert(place, item);
}

/// The items of a list in order, equals as they stood.
#[must_use]
pub fn by<T>(items: Vec<T>, order: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut sorted = Vec::with_capacity(items.len());
    items.into_iter().for_each(|item| insert_by(&mut sorted, item, &order));
    sorted
}

/// Puts `item` where it belongs, unless it is there already.
pub fn insert_once<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(place) = list.binary_search(&item) {
        list.insert(place, item);
    }
}
