//! Conditions that say too much or too little.

use chrono::NaiveDate as Date;

use crate::compile::{
    Compiled, CompiledIssue, Drawing, Place, StatedCondition, VerdictRule, example,
};
use crate::diagram::{Assignment, Leaves, NO, Op, Ref, YES};
use crate::problem::{Code, Problem};
use crate::rulebook::Rulebook;

/// Looks at every condition in every version.
pub(super) fn check(rulebook: &Rulebook, compiled: &Compiled, found: &mut Vec<Problem>) {
    let mut seen = Seen::new(compiled);
    for version in &compiled.versions {
        let mut looked = Looking::at(compiled, version.from);
        if let Err(problem) = looked.drawing.fits("/constraints") {
            found.push(problem);
            return;
        }
        if looked.drawing.forest.leaves(looked.allowed).contains(YES) {
            seen.look(&mut looked, version.from);
        } else {
            let problem = Problem::new(Code::NothingPossible, "/constraints");
            found.push(problem.with("value", version.from));
            return;
        }
        exclusive(rulebook, compiled, &mut looked, found);
        if let Err(problem) = looked.drawing.fits("/issues") {
            found.push(problem);
            return;
        }
    }
    seen.tell(found);
    unreachable(compiled, found);
}

/// One version, with what its constraints allow.
struct Looking<'a> {
    compiled: &'a Compiled,
    day: Date,
    drawing: Drawing<'a>,
    constraints: Vec<Ref>,
    allowed: Ref,
}

impl<'a> Looking<'a> {
    fn at(compiled: &'a Compiled, day: Date) -> Self {
        let mut drawing = Drawing::new(compiled, day);
        let constraints = drawing.constraints();
        let allowed = drawing.all_of(&constraints);
        Self { compiled, day, drawing, constraints, allowed }
    }

    /// Whether a condition can hold, and whether it can fail, within what is allowed.
    fn leaves(&mut self, condition: Ref) -> Leaves {
        let bounded = self.drawing.forest.apply(Op::Where, self.allowed, condition);
        self.drawing.forest.leaves(bounded)
    }
}

/// What every condition was seen to do in some version.
struct Seen<'a> {
    compiled: &'a Compiled,
    /// Every condition with what it was seen to do.
    conditions: Vec<(StatedCondition<'a>, Did)>,
}

/// What a condition was seen to do.
#[derive(Clone, Copy, Default)]
struct Did {
    /// The ways in which it came out; an element with its exceptions.
    leaves: Leaves,
    /// Whether it ever took something out, where it excludes or excepts.
    took_out: bool,
}

impl<'a> Seen<'a> {
    fn new(compiled: &'a Compiled) -> Self {
        let conditions = compiled.conditions().into_iter();
        Self { compiled, conditions: conditions.map(|one| (one, Did::default())).collect() }
    }

    fn look(&mut self, at: &mut Looking<'_>, day: Date) {
        let (mut elements, mut constraints) = (self.compiled.elements.ids(), 0..);
        let mut element = None;
        for (stated, did) in &mut self.conditions {
            match stated.place {
                // Its exceptions follow, and are held against what it asks for.
                Place::Element(_) => {
                    let whole = elements.next().and_then(|id| at.drawing.element(id));
                    element = whole.map(|_| stated.condition);
                    whole.into_iter().for_each(|whole| did.leaves.join(at.leaves(whole)));
                }
                Place::Exception(..) => {
                    let Some(element) = element else { continue };
                    let condition = at.drawing.condition(element);
                    let exception = at.drawing.condition(stated.condition);
                    let Some((condition, exception)) = condition.zip(exception) else { continue };
                    let both = at.drawing.forest.apply(Op::And, condition, exception);
                    did.took_out = did.took_out || at.leaves(both).contains(YES);
                }
                Place::Constraint(_) => {
                    let index = constraints.next();
                    let others =
                        (0..).zip(&at.constraints).filter(|(other, _)| Some(*other) != index);
                    let others: Vec<Ref> = others.map(|(_, constraint)| *constraint).collect();
                    did.took_out = did.took_out || at.drawing.all_of(&others) != at.allowed;
                }
                Place::Alert(_) | Place::Deadline(..) | Place::Sentence(..) => {
                    if stated.in_force.holds_on(day)
                        && let Some(when) = at.drawing.condition(stated.condition)
                    {
                        did.leaves.join(at.leaves(when));
                    }
                }
                // Whether a verdict is ever reached depends on those before it.
                Place::Verdict(..) => {}
            }
        }
    }

    fn tell(self, found: &mut Vec<Problem>) {
        for (stated, did) in self.conditions {
            let (path, id) = (stated.place.path(), stated.place.id());
            match stated.place {
                Place::Exception(..) if !did.took_out => {
                    found.push(Problem::new(Code::IdleException, path).with("value", id));
                }
                Place::Constraint(_) if !did.took_out => {
                    found.push(Problem::new(Code::IdleConstraint, path).with("value", id));
                }
                Place::Element(_) | Place::Alert(_) | Place::Deadline(..) | Place::Sentence(..) => {
                    found.extend(constant(did.leaves, &path, id));
                }
                Place::Exception(..) | Place::Constraint(_) | Place::Verdict(..) => {}
            }
        }
    }
}

/// What is wrong with a condition that only ever holds, or only ever fails.
fn constant(seen: Leaves, path: &str, id: &str) -> Option<Problem> {
    let code = match (seen.contains(YES), seen.contains(NO)) {
        (true, false) => Code::AlwaysHolds,
        (false, true) => Code::NeverHolds,
        _ => return None,
    };
    Some(Problem::new(code, path).with("value", id))
}

/// Holds an author to it that verdicts exclude each other.
fn exclusive(
    rulebook: &Rulebook,
    compiled: &Compiled,
    at: &mut Looking<'_>,
    found: &mut Vec<Problem>,
) {
    for issue in compiled.issues.values() {
        let stated = rulebook.issues.get(&issue.id).is_some_and(|issue| issue.exclusive);
        if !stated || !issue.in_force.holds_on(at.day) {
            continue;
        }
        let path = format!("/issues/{}/exclusive", issue.id);
        let known = found.iter().any(|problem| problem.path == path);
        if let Some((pair, example)) = overlap(issue, at).filter(|_| !known) {
            let problem = Problem::new(Code::NotExclusive, path);
            found.push(problem.with("value", pair).with("expected", example));
        }
    }
}

/// Two verdicts whose conditions are met together, and by what.
fn overlap(issue: &CompiledIssue, at: &mut Looking<'_>) -> Option<(String, String)> {
    let mut conditions: Vec<(&str, Ref)> = Vec::with_capacity(issue.verdicts.len());
    for verdict in issue.verdicts.values() {
        let condition = match &verdict.rule {
            VerdictRule::When(when) => at.drawing.condition(when),
            VerdictRule::Unless(unless) => {
                let holds = at.drawing.condition(unless);
                holds.map(|holds| at.drawing.forest.negate(holds))
            }
            VerdictRule::Otherwise => None,
        };
        let Some(condition) = condition else { continue };
        for (other, before) in &conditions {
            let both = at.drawing.forest.apply(Op::And, *before, condition);
            if at.leaves(both).contains(YES) {
                let root = at.drawing.forest.apply(Op::Where, at.allowed, both);
                let example = example(at.compiled, &mut at.drawing.forest, root);
                return Some((format!("`{other}`, `{}`", verdict.id), example));
            }
        }
        conditions.push((&verdict.id, condition));
    }
    None
}

/// Verdicts that no facts lead to, in any version.
fn unreachable(compiled: &Compiled, found: &mut Vec<Problem>) {
    for (id, issue) in &compiled.issues {
        let drawn = compiled.versions.iter().filter_map(|version| version.issues[id].as_ref());
        let diagrams = drawn.map(|drawn| &compiled.diagrams[drawn.diagram]);
        let mut reached = Leaves::default();
        diagrams.for_each(|diagram| reached.join(diagram.reachable(&Assignment::default())));
        for (leaf, verdict) in issue.by_leaf() {
            if !reached.contains(leaf) {
                let path = format!("/issues/{}/verdicts/{}", issue.id, verdict.id);
                found.push(Problem::new(Code::UnreachableVerdict, path).with("value", &verdict.id));
            }
        }
    }
}
