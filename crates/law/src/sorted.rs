//! Lists that are kept in order while they grow.
//!
//! A general sort of the standard library weighs more in the wasm than what it sorts, and is
//! made anew for each type. What is short is put into its place item by item; of what may be
//! long the places are sorted, by the one sort that there is.

use std::cmp::Ordering;

/// Puts `item` where it belongs, after its equals.
pub fn insert_by<T>(list: &mut Vec<T>, item: T, order: impl Fn(&T, &T) -> Ordering) {
    let place = list.partition_point(|known| order(known, &item) != Ordering::Greater);
    list.insert(place, item);
}

/// The items of a list in the order of their keys, equals as they stood. A key is asked for
/// once; the work grows with n log n.
///
/// ```
/// use zhengpin_law::sorted::by_key;
///
/// assert_eq!(by_key(vec!["bb", "a", "cc"], |text| text.len()), ["a", "bb", "cc"]);
/// ```
#[must_use]
pub fn by_key<T, K: Ord>(items: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = order(items.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| items.get_mut(place)?.take()).collect()
}

/// The places of so many items, in order.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Puts `item` where it belongs, unless it is there already.
pub fn insert_once<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(place) = list.binary_search(&item) {
        list.insert(place, item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: the sort of the standard library, on every list of up to five of four keys.
    #[test]
    fn items_stand_in_the_order_of_their_keys_and_equals_as_they_stood() {
        for length in 0..=5_u32 {
            for number in 0..4_u32.pow(length) {
                let items: Vec<(u32, u32)> =
                    (0..length).map(|place| (number / 4_u32.pow(place) % 4, place)).collect();
                let mut expected = items.clone();
                expected.sort_by_key(|(key, _)| *key);
                assert_eq!(by_key(items.clone(), |(key, _)| *key), expected);
                let mut inserted = Vec::new();
                for item in items {
                    insert_by(&mut inserted, item, |(one, _), (other, _)| one.cmp(other));
                }
                assert_eq!(inserted, expected);
            }
        }
    }
}
