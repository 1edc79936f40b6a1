//! Nodes, none of which branches like another: what makes equal functions the same node.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::each::Each;
use super::{Branching, Full, Kids, Ref, Var};

/// Nodes, counted on from those that stand elsewhere.
#[derive(Clone, Debug, Default)]
pub(super) struct Nodes {
    elsewhere: usize,
    made: Each<Branching>,
    /// Where each of them stands, to be found by how it branches.
    known: HashTable<Ref>,
}

/// Where a node stands.
pub(super) enum Made {
    /// It stood there before, or all of its branches lead there.
    Known(Ref),
    /// It is new.
    New(Ref),
}

impl Nodes {
    /// None yet, counted on from so many others.
    pub(super) fn after(elsewhere: usize) -> Self {
        Self { elsewhere, ..Self::default() }
    }

    /// How many there are, those elsewhere not counted.
    pub(super) fn len(&self) -> usize {
        self.made.len()
    }

    /// The node at `at`, unless that is a leaf or stands elsewhere.
    pub(super) fn get(&self, at: Ref) -> Option<&Branching> {
        self.made.get(Ref::node(at.index()?.checked_sub(self.elsewhere)?)?)
    }

    /// The node that branches so, or where all of its branches lead.
    ///
    /// # Errors
    ///
    /// [`Full`], if there are `room` nodes already.
    pub(super) fn branch(&mut self, node: Branching, room: usize) -> Result<Made, Full> {
        let first = node.kid(0);
        if node.kids.iter().all(|kid| *kid == first) {
            return Ok(Made::Known(first));
        }
        let Self { elsewhere, made, known } = self;
        let standing = |at: &Ref| made.get(Ref::node(at.index()?.checked_sub(*elsewhere)?)?);
        let hash = hash(node.var, &node.kids);
        if let Some(at) = known.find(hash, |at| standing(at) == Some(&node)) {
            return Ok(Made::Known(*at));
        }
        let at = Ref::node(*elsewhere + made.len());
        let at = at.filter(|_| made.len() < room).ok_or(Full)?;
        known.insert_unique(hash, at, |at| {
            standing(at).map_or(0, |node| self::hash(node.var, &node.kids))
        });
        made.push(node);
        Ok(Made::New(at))
    }
}

/// The hash of a node.
fn hash(var: Var, kids: &Kids) -> u64 {
    FxBuildHasher.hash_one((var, kids))
}
