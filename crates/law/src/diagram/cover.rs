//! A condition as a list of patterns, each in its smallest form.

use rustc_hash::FxHashMap;

use super::{Branching, Forest, Leaf, Leaves, Level, NO, Op, Picks, Ref, Var, YES};

/// One way in which a condition is met: of each variable named, the values that suffice.
pub type Pattern = Vec<(Var, Leaves)>;

/// A condition as patterns.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Cover {
    /// Patterns that together are met exactly where the condition holds, or is impossible.
    pub patterns: Vec<Pattern>,
    /// Whether they are all there are; otherwise they are the first ones.
    pub complete: bool,
}

/// What is known of a variable's values.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// How many there are.
    pub arity: Level,
    /// Whether they stand in an order that a pattern must not tear apart.
    pub ordered: bool,
}

/// Covers the condition at `root`, whose leaves are [`YES`], [`NO`] and
/// [`super::IMPOSSIBLE`], with at most `most` patterns.
///
/// No variable can be left out of a pattern without going beyond the condition, no value that
/// leads to more of it can be added, and each pattern names as few variables as any that
/// reaches what those before it leave.
pub fn cover(forest: &mut Forest, root: Ref, scale: &dyn Fn(Var) -> Scale, most: usize) -> Cover {
    let mut cover = Cover::default();
    let mut left = root;
    loop {
        let Some(picks) = shortest(forest, left, &mut FxHashMap::default()) else {
            cover.complete = true;
            return cover;
        };
        if cover.patterns.len() == most {
            return cover;
        }
        let mut pattern: Pattern =
            picks.into_iter().map(|(var, level)| (var, Leaves::one(level))).collect();
        widen(forest, left, scale, &mut pattern);
        let elsewhere = outside(forest, scale, &pattern);
        left = forest.apply(Op::Where, elsewhere, left);
        cover.patterns.push(pattern);
    }
}

/// The fewest values that make the condition hold whatever the other variables turn out to
/// be; of several the first in order. Each pattern asks this of nearly the same function, so
/// that the meets, which the forest remembers, need not be made again.
fn shortest(
    forest: &mut Forest,
    at: Ref,
    done: &mut FxHashMap<Ref, Option<Picks>>,
) -> Option<Picks> {
    if let Some(leaf) = at.as_leaf() {
        return (leaf == YES).then(Picks::new);
    }
    if let Some(known) = done.get(&at) {
        return known.clone();
    }
    let Branching { var, kids } = forest.node(at).cloned()?;
    let met = kids.iter().copied().reduce(|one, other| forest.apply(Op::Meet, one, other));
    let mut best = met.and_then(|met| shortest(forest, met, done));
    for (level, kid) in (0..).zip(kids) {
        let Some(mut picks) = shortest(forest, kid, done) else { continue };
        picks.insert(0, (var, level));
        let better = |best: &Picks| (picks.len(), &picks) < (best.len(), best);
        if best.as_ref().is_none_or(better) {
            best = Some(picks);
        }
    }
    done.insert(at, best.clone());
    best
}

/// Adds every value that does not lead beyond the condition and that meets some of it.
fn widen(forest: &Forest, root: Ref, scale: &dyn Fn(Var) -> Scale, pattern: &mut Pattern) {
    for index in 0..pattern.len() {
        let Some((var, start)) = pattern.get(index).copied() else { continue };
        let Scale { arity, ordered } = scale(var);
        let Some(start) = start.only() else { continue };
        // Away from the first value, so that ordered values stay together.
        let ways: [&mut dyn Iterator<Item = Level>; 2] =
            [&mut (start.saturating_add(1)..arity), &mut (0..start).rev()];
        for way in ways {
            for level in way {
                let mut slice = pattern.clone();
                if let Some((_, levels)) = slice.get_mut(index) {
                    *levels = Leaves::one(level);
                }
                if reaches(forest, root, &slice, YES) && !reaches(forest, root, &slice, NO) {
                    if let Some((_, levels)) = pattern.get_mut(index) {
                        levels.insert(level);
                    }
                } else if ordered {
                    break;
                }
            }
        }
    }
}

/// Whether some answers that meet the pattern lead to a leaf.
fn reaches(forest: &Forest, root: Ref, pattern: &Pattern, leaf: Leaf) -> bool {
    let mut seen = rustc_hash::FxHashSet::default();
    let mut stack = vec![root];
    while let Some(at) = stack.pop() {
        let Some(node) = forest.node(at) else {
            if at.as_leaf() == Some(leaf) {
                return true;
            }
            continue;
        };
        if !seen.insert(at) {
            continue;
        }
        let wanted = pattern.iter().find(|(var, _)| *var == node.var).map(|(_, levels)| levels);
        for (level, kid) in (0..).zip(&node.kids) {
            if wanted.is_none_or(|levels| levels.contains(level)) {
                stack.push(*kid);
            }
        }
    }
    false
}

/// The condition that the pattern is not met.
fn outside(forest: &mut Forest, scale: &dyn Fn(Var) -> Scale, pattern: &Pattern) -> Ref {
    let mut met = Ref::leaf(YES);
    for (var, levels) in pattern {
        let test = forest.test(*var, scale(*var).arity, |level| levels.contains(level));
        met = forest.apply(Op::And, met, test);
    }
    forest.negate(met)
}
