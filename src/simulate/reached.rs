//! Rules whose number a finding reached.

use crate::compile::{ClosureId, LedgerRule, NodeId};

/// A rule whose number a finding reached.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reached {
    Node(NodeId),
    Closure(ClosureId),
}

impl From<Reached> for LedgerRule {
    fn from(reached: Reached) -> Self {
        match reached {
            Reached::Node(id) => Self::Node(id),
            Reached::Closure(id) => Self::Closure(id),
        }
    }
}
