//! Nodes, none of which branches like another: what makes equal functions the same node.

use rustc_hash::FxHashMap;

use super::each::Each;
use super::{Branching, Full, Ref};

/// Nodes, counted on from those that stand elsewhere.
#[derive(Clone, Debug, Default)]
pub(super) struct Nodes {
    elsewhere: usize,
    made: Each<Branching>,
    known: FxHashMap<Branching, Ref>,
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
        if let Some(known) = self.known.get(&node) {
            return Ok(Made::Known(*known));
        }
        let at = Ref::node(self.elsewhere + self.made.len());
        let at = at.filter(|_| self.made.len() < room).ok_or(Full)?;
        self.made.push(node.clone());
        self.known.insert(node, at);
        Ok(Made::New(at))
    }
}
