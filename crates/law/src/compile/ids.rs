//! Ids: places in the tables of a compiled rulebook, each of a type of its own.
//!
//! An id comes from the table that it indexes, when the table is built or gone through, or it
//! is read with a library, whose ids are all looked up once before anything else is done with
//! it. Nothing outside this crate can make one. So a table answers an id with its entry, and
//! not with a choice between an entry and a default.

use std::fmt;
use std::hash::Hash;
use std::iter::Enumerate;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::diagram::Leaf;

pub(crate) mod sealed {
    /// Makes ids of places, and places of ids.
    pub trait Placed: Sized {
        /// The id of a place.
        fn at(place: u16) -> Self;
        /// The place.
        fn place(self) -> u16;
        /// What stands for a name that nothing bears. The name has been reported, and what
        /// holds the id is thrown away before anything is looked up by it.
        fn unresolved() -> Self {
            Self::at(u16::MAX)
        }
    }

    impl Placed for u16 {
        fn at(place: u16) -> Self {
            place
        }

        fn place(self) -> u16 {
            self
        }
    }
}

/// An id of an entry of a [`Table`].
pub trait Key: sealed::Placed + Copy + fmt::Debug + Eq + Hash + Ord {}

impl<K: sealed::Placed + Copy + fmt::Debug + Eq + Hash + Ord> Key for K {}

/// Defines types of ids, each a place in one kind of table.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, serde::Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd,
            serde::Serialize,
        )]
        #[serde(transparent)]
        pub struct $name(u16);

        impl $crate::compile::ids::sealed::Placed for $name {
            fn at(place: u16) -> Self {
                Self(place)
            }

            fn place(self) -> u16 {
                self.0
            }
        }
    )+};
}
pub(crate) use ids;

ids! {
    /// A section of a form.
    GroupId,
    /// A fact.
    FactId,
    /// A constraint.
    ConstraintId,
    /// An element.
    ElementId,
    /// An issue.
    IssueId,
    /// A verdict among those of its issue.
    VerdictId,
    /// An alert.
    AlertId,
    /// A deadline.
    DeadlineId,
    /// A document.
    DocumentId,
    /// Something to type, among what its document asks for.
    FieldId,
    /// A provision that a rulebook or a calendar cites.
    ProvisionId,
    /// A decided case.
    CaseId,
    /// A diagram.
    DiagramId,
    /// A calendar of the library.
    CalendarId,
    /// How far an arrangement reaches, among those of a calendar.
    ReachId,
}

impl VerdictId {
    /// The verdict that a leaf of its issue's diagram is.
    #[must_use]
    pub const fn of(leaf: Leaf) -> Self {
        Self(leaf as u16)
    }
}

/// Entries of one kind, each with an id.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<K, T> {
    entries: Vec<T>,
    ids: PhantomData<fn() -> K>,
}

/// That a table has more entries than there are ids.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TableFull;

impl fmt::Display for TableFull {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a table has more than {} entries", Table::<u16, ()>::MOST)
    }
}

impl std::error::Error for TableFull {}

impl<K, T> Table<K, T> {
    /// How many entries a table may have.
    pub const MOST: usize = u16::MAX as usize;

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries without their ids, in order.
    pub fn values(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    /// The entries to change, in order.
    pub fn values_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.entries.iter_mut()
    }

    /// The entries as a list.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.entries
    }

    /// A table of the first of these entries, as many as there are ids.
    pub(crate) fn first(entries: impl IntoIterator<Item = T>) -> Self {
        Self { entries: entries.into_iter().take(Self::MOST).collect(), ids: PhantomData }
    }

    /// A table of these entries, in their order.
    ///
    /// # Errors
    ///
    /// [`TableFull`], if they are more than there are ids.
    pub fn of(entries: Vec<T>) -> Result<Self, TableFull> {
        if entries.len() <= Self::MOST {
            Ok(Self { entries, ids: PhantomData })
        } else {
            Err(TableFull)
        }
    }
}

impl<K: Key, T> Table<K, T> {
    /// The entries with their ids, in order.
    pub fn iter(&self) -> Iter<'_, K, T> {
        Iter { entries: self.entries.iter().enumerate(), ids: PhantomData }
    }

    /// A table of what is made of each entry, under the same ids.
    pub fn map<U>(&self, mut make: impl FnMut(K, &T) -> U) -> Table<K, U> {
        let entries = self.iter().map(|(id, entry)| make(id, entry)).collect();
        Table { entries, ids: PhantomData }
    }

    /// Puts the entries into another order, and tells under which id each stands now. An id
    /// that `order` leaves out comes last, and one that it names again stays where it was put.
    pub(crate) fn arrange(&mut self, order: &[K]) -> Table<K, K>
    where
        T: Clone,
    {
        let mut places = self.map(|id, _| id);
        let mut arranged: Table<K, T> = Table::default();
        let mut done = self.map(|_, _| false);
        for old in order.iter().copied().chain(self.ids()) {
            if !std::mem::replace(&mut done[old], true) {
                places[old] = Self::id(arranged.len());
                arranged.entries.push(self[old].clone());
            }
        }
        *self = arranged;
        places
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = K> + ExactSizeIterator + use<K, T> {
        (0..self.entries.len()).map(Table::<K, T>::id)
    }

    /// The place of an entry among the others, counted from 0.
    #[must_use]
    pub fn place(&self, id: K) -> usize {
        usize::from(id.place())
    }

    /// The id of the first entry that is like this.
    pub fn find(&self, is: impl FnMut(&T) -> bool) -> Option<K> {
        self.entries.iter().position(is).map(Self::id)
    }

    /// Whether the id is one of an entry: what is asked once of ids that come from outside.
    #[must_use]
    pub fn holds(&self, id: K) -> bool {
        usize::from(id.place()) < self.entries.len()
    }

    /// Adds an entry, and gives its id.
    ///
    /// # Errors
    ///
    /// [`TableFull`], if no id is left. The entry is not added then.
    pub fn push(&mut self, entry: T) -> Result<K, TableFull> {
        if self.entries.len() == Self::MOST {
            return Err(TableFull);
        }
        self.entries.push(entry);
        Ok(Self::id(self.entries.len() - 1))
    }

    #[expect(
        clippy::expect_used,
        reason = "`of`, `push` and `deserialize` let no table grow beyond `MOST`, which is a u16"
    )]
    fn id(place: usize) -> K {
        K::at(u16::try_from(place).expect("a table has no more entries than ids"))
    }
}

impl<K, T> Default for Table<K, T> {
    fn default() -> Self {
        Self { entries: Vec::new(), ids: PhantomData }
    }
}

impl<K: Key, T> Index<K> for Table<K, T> {
    type Output = T;

    #[expect(
        clippy::expect_used,
        reason = "an id comes from its table, or every id was looked up when the library was read"
    )]
    fn index(&self, id: K) -> &T {
        self.entries.get(usize::from(id.place())).expect("an id has an entry in its table")
    }
}

impl<K: Key, T> IndexMut<K> for Table<K, T> {
    #[expect(
        clippy::expect_used,
        reason = "an id comes from its table, or every id was looked up when the library was read"
    )]
    fn index_mut(&mut self, id: K) -> &mut T {
        self.entries.get_mut(usize::from(id.place())).expect("an id has an entry in its table")
    }
}

impl<'a, K: Key, T> IntoIterator for &'a Table<K, T> {
    type Item = (K, &'a T);
    type IntoIter = Iter<'a, K, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The entries of a [`Table`] with their ids.
#[derive(Clone, Debug)]
pub struct Iter<'a, K, T> {
    entries: Enumerate<std::slice::Iter<'a, T>>,
    ids: PhantomData<fn() -> K>,
}

impl<'a, K: Key, T> Iterator for Iter<'a, K, T> {
    type Item = (K, &'a T);

    fn next(&mut self) -> Option<Self::Item> {
        self.entries.next().map(|(place, entry)| (Table::<K, T>::id(place), entry))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.entries.size_hint()
    }
}

impl<K: Key, T> ExactSizeIterator for Iter<'_, K, T> {}

impl<K: Key, T> DoubleEndedIterator for Iter<'_, K, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.entries.next_back().map(|(place, entry)| (Table::<K, T>::id(place), entry))
    }
}

impl<K, T: Serialize> Serialize for Table<K, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.entries.serialize(serializer)
    }
}

impl<'de, K, T: Deserialize<'de>> Deserialize<'de> for Table<K, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::of(Vec::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_found_by_the_id_that_it_was_given() -> Result<(), TableFull> {
        let mut table: Table<FactId, &str> = Table::default();
        let (one, two) = (table.push("one")?, table.push("two")?);
        assert_eq!((table[one], table[two]), ("one", "two"));
        assert_eq!(table.find(|entry| *entry == "two"), Some(two));
        assert!(table.iter().map(|(id, _)| id).eq([one, two]));
        assert!(table.holds(two) && !table.holds(sealed::Placed::at(2)));
        Ok(())
    }

    #[test]
    fn a_table_takes_as_many_entries_as_there_are_ids_and_no_more() -> Result<(), TableFull> {
        let most = Table::<FactId, ()>::MOST;
        let mut table: Table<FactId, ()> = Table::of(vec![(); most - 1])?;
        assert!(table.push(()).is_ok());
        assert_eq!(table.push(()), Err(TableFull));
        assert_eq!(table.len(), most);
        assert_eq!(Table::<FactId, ()>::of(vec![(); most + 1]), Err(TableFull));
        Ok(())
    }

    #[test]
    fn a_table_is_written_as_a_list_and_an_id_as_a_number() -> serde_json::Result<()> {
        let table: Table<FactId, u8> = serde_json::from_str("[7,8]")?;
        assert_eq!(serde_json::to_string(&table)?, "[7,8]");
        let ids: Vec<FactId> = table.ids().collect();
        assert_eq!(serde_json::to_string(&ids)?, "[0,1]");
        Ok(())
    }
}
