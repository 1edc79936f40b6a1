//! What the constraints allow, part by part: constraints that share no variable, directly or
//! through others, have nothing to do with each other.

use crate::compile::Drawing;
use crate::diagram::{Kids, Op, Ref, Var, YES};
use crate::refused::Refused;

use super::elements::Elements;
use super::flat::{FlatDiagram, MayHave};
use super::whole::RowRules;

/// Constraints that bear on each other and on nothing else.
#[derive(Clone, Debug)]
pub(super) struct ConstraintGroup {
    pub(super) vars: Vec<Var>,
    /// Whether they bear on the verdict, so that its diagram leaves out what they exclude.
    pub(super) bears: bool,
    allowed: FlatDiagram,
}

impl ConstraintGroup {
    /// The rows of a block whose facts can be true together.
    pub(super) fn allows(&mut self, may_have: &MayHave, among: u64) -> u64 {
        let mut ends = self.allowed.walk(may_have, among).ends();
        ends.find(|(leaf, _)| *leaf == YES).map_or(0, |(_, rows)| rows)
    }
}

/// What the constraints leave of a variable while it is open.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// The steps that test it.
    pub(super) steps: Vec<usize>,
    /// Whether some step asks for all of its values or for none: only a whole decision tells
    /// what is to be said of that.
    pub(super) idle: bool,
    /// The values that it can have, as leaves.
    pub(super) values: FlatDiagram,
}

/// The parts of the constraints of a day, and what they leave of the variables that elements
/// test.
///
/// # Errors
///
/// [`TooComplex`](crate::problem::Code::TooComplex), where there is no room for their diagrams.
pub(super) fn parts(
    rules: &RowRules,
    tested: &[Var],
    elements: &Elements,
    may_have: &MayHave,
) -> Result<(Vec<ConstraintGroup>, Vec<Left>), Refused> {
    let mut drawing = Drawing::new(&rules.rulebook, rules.version.from);
    let mut groups: Vec<(Vec<Ref>, Vec<Var>)> = Vec::new();
    for constraint in drawing.constraints() {
        let mut joined = (vec![constraint], drawing.forest.extract(constraint).support());
        let apart =
            |known: &(Vec<Ref>, Vec<Var>)| !known.1.iter().any(|var| joined.1.contains(var));
        let (others, mine): (Vec<_>, Vec<_>) = groups.into_iter().partition(apart);
        for (constraints, vars) in mine {
            joined.0.extend(constraints);
            joined.1.extend(vars);
        }
        groups = others;
        groups.push(joined);
    }
    let (mut apart, mut left) = (Vec::with_capacity(groups.len()), Vec::new());
    for (constraints, vars) in groups {
        let allowed = drawing.all_of(&constraints);
        for (var, steps) in &elements.tested {
            if !vars.contains(var) {
                continue;
            }
            let arity = rules.rulebook.variables[*var].arity;
            let kids: Kids = (0..arity).map(Ref::leaf).collect();
            let value = drawing.forest.branch(*var, kids);
            let value = drawing.forest.apply(Op::Where, allowed, value);
            left.push(Left {
                idle: steps.iter().any(|step| elements.is_idle(*step)),
                steps: steps.clone(),
                values: FlatDiagram::of(&drawing.forest.extract(value), may_have),
            });
        }
        let bears = vars.iter().any(|var| tested.contains(var));
        let allowed = FlatDiagram::of(&drawing.forest.extract(allowed), may_have);
        apart.push(ConstraintGroup { vars, bears, allowed });
    }
    drawing.fits("/issue")?;
    Ok((apart, left))
}
