//! A diagram as numbers: the nodes one after the other, each with its variable, how many values
//! that has, and where they lead, counted back from the node itself. So alike parts of diagrams
//! are alike as bytes, wherever they stand, and most branches are one byte.
//!
//! People and tests read it as a list of nodes.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::each::Each;
use super::{Branching, Diagram, IMPOSSIBLE, Kids, Leaf, Ref, Var};

/// A diagram as people read it.
#[derive(Deserialize, Serialize)]
struct ListedDiagram<N> {
    nodes: N,
    root: Ref,
}

impl Serialize for Diagram {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return ListedDiagram { nodes: &self.nodes, root: self.root }.serialize(serializer);
        }
        let mut numbers = Vec::new();
        for (place, node) in self.nodes.iter().enumerate() {
            numbers.extend([u32::from(node.var), small(node.kids.len())]);
            numbers.extend(node.kids.iter().map(|kid| packed(*kid, place)));
        }
        numbers.push(packed(self.root, self.nodes.len()));
        numbers.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Diagram {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let ListedDiagram { nodes, root } = ListedDiagram::deserialize(deserializer)?;
            return Ok(Self { nodes, root });
        }
        let numbers = Vec::deserialize(deserializer)?;
        unpacked(&numbers).ok_or_else(|| D::Error::custom("no diagram"))
    }
}

/// How many values a variable has, or how far back a node stands: both are small.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Where a branch of the node at this place leads: even for a leaf, of which the impossible one
/// comes first, and odd for a node before it.
fn packed(at: Ref, place: usize) -> u32 {
    match (at.as_leaf(), at.index()) {
        (Some(leaf), _) => u32::from(leaf.wrapping_sub(IMPOSSIBLE)) * 2,
        (None, index) => small(place - index.unwrap_or_default()) * 2 - 1,
    }
}

/// Where it leads, if there is such a place.
fn unpacked_ref(number: u32, place: usize) -> Option<Ref> {
    let half = number / 2;
    if number.is_multiple_of(2) {
        return Some(Ref::leaf(Leaf::try_from(half).ok()?.wrapping_add(IMPOSSIBLE)));
    }
    Ref::node(place.checked_sub(usize::try_from(half).ok()? + 1)?)
}

fn unpacked(numbers: &[u32]) -> Option<Diagram> {
    let mut nodes = Each::default();
    let mut rest = numbers;
    loop {
        let place = nodes.len();
        match rest {
            [] => return None,
            [root] => return Some(Diagram { nodes, root: unpacked_ref(*root, place)? }),
            [var, kids, more @ ..] => {
                let (kids, more) = more.split_at_checked(usize::try_from(*kids).ok()?)?;
                let kids = kids.iter().map(|kid| unpacked_ref(*kid, place));
                let kids: Kids = kids.collect::<Option<_>>()?;
                nodes.push(Branching { var: Var::try_from(*var).ok()?, kids });
                rest = more;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use smallvec::SmallVec;

    use super::super::Forest;
    use super::*;

    fn some() -> Vec<Diagram> {
        let mut forest = Forest::default();
        let low = forest.branch(
            7,
            SmallVec::from_slice(&[Ref::leaf(IMPOSSIBLE), Ref::leaf(1), Ref::leaf(254)]),
        );
        let high = forest.branch(300, SmallVec::from_slice(&[Ref::leaf(0), Ref::leaf(1)]));
        let top = forest.branch(2, SmallVec::from_slice(&[low, high, low, Ref::leaf(3), high]));
        [low, top, Ref::leaf(9)].map(|root| forest.extract(root)).into()
    }

    #[test]
    fn a_diagram_is_read_as_it_was_written_as_numbers_and_as_text() {
        for diagram in some() {
            let bytes = postcard::to_allocvec(&diagram).unwrap_or_default();
            assert_eq!(postcard::from_bytes(&bytes).ok(), Some(diagram.clone()));
            let text = serde_json::to_string(&diagram).unwrap_or_default();
            assert_eq!(serde_json::from_str(&text).ok(), Some(diagram));
        }
    }

    #[test]
    fn what_leads_before_the_first_node_or_ends_in_the_middle_is_refused() {
        // A root that leads one node back where there is none; a node cut off; nothing at all.
        for wrong in [&[1][..], &[4, 2, 0], &[4, 2, 0, 3, 1], &[70_000, 1, 0, 1], &[]] {
            assert_eq!(unpacked(wrong), None, "{wrong:?}");
        }
    }
}
