//! An independent diagram library as oracle for ours.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

use biodivine_lib_bdd::{Bdd, BddValuation, BddVariable, BddVariableSet};
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use zhengpin::compile::{Compiled, Cond, IssueId, VerdictRule, Version};
use zhengpin::diagram::{
    Assignment, Cost, Forest, Leaf, NO, Op, Options, PricedOptions, Ref, Scale, Var, YES, cheapest,
    cover, sift,
};
use zhengpin::library::built_in;

const VARS: u16 = 7;

/// A formula over seven yes/no variables.
#[derive(Clone, Debug)]
enum Formula {
    Var(u16),
    Not(Box<Formula>),
    And(Box<Formula>, Box<Formula>),
    Or(Box<Formula>, Box<Formula>),
}

fn formula() -> impl Strategy<Value = Formula> {
    let leaf = (0..VARS).prop_map(Formula::Var);
    leaf.prop_recursive(6, 48, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|it| Formula::Not(Box::new(it))),
            (inner.clone(), inner.clone())
                .prop_map(|(a, b)| Formula::And(Box::new(a), Box::new(b))),
            (inner.clone(), inner).prop_map(|(a, b)| Formula::Or(Box::new(a), Box::new(b))),
        ]
    })
}

fn ours(formula: &Formula, forest: &mut Forest) -> Ref {
    match formula {
        Formula::Var(var) => forest.test(*var, 2, |level| level == 1),
        Formula::Not(inner) => {
            let inner = ours(inner, forest);
            forest.negate(inner)
        }
        Formula::And(a, b) => {
            let (a, b) = (ours(a, forest), ours(b, forest));
            forest.apply(Op::And, a, b)
        }
        Formula::Or(a, b) => {
            let (a, b) = (ours(a, forest), ours(b, forest));
            forest.apply(Op::Or, a, b)
        }
    }
}

fn theirs(formula: &Formula, set: &BddVariableSet, vars: &[BddVariable]) -> Bdd {
    match formula {
        Formula::Var(var) => set.mk_var(vars[usize::from(*var)]),
        Formula::Not(inner) => theirs(inner, set, vars).not(),
        Formula::And(a, b) => theirs(a, set, vars).and(&theirs(b, set, vars)),
        Formula::Or(a, b) => theirs(a, set, vars).or(&theirs(b, set, vars)),
    }
}

fn check(cases: u32, property: impl Fn(Formula) -> Result<(), TestCaseError>) {
    let config = Config {
        cases,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..Config::with_source_file(file!())
    };
    TestRunner::new(config).run(&formula(), property).unwrap_or_else(|error| panic!("{error}"));
}

fn every_valuation() -> impl Iterator<Item = Vec<bool>> {
    (0_u32..1 << VARS).map(|bits| (0..VARS).map(|var| bits >> var & 1 == 1).collect())
}

fn assignment(values: &[bool]) -> Assignment {
    let mut assignment = Assignment::default();
    for (var, value) in (0..).zip(values) {
        assignment.set(var, Some(u8::from(*value)));
    }
    assignment
}

/// The same function, and as few nodes: both are reduced and ordered alike.
#[test]
fn both_libraries_draw_the_same_function_with_the_same_number_of_nodes() {
    let set = BddVariableSet::new_anonymous(VARS);
    let vars = set.variables();
    check(400, |formula| {
        let mut forest = Forest::default();
        let root = ours(&formula, &mut forest);
        let diagram = forest.extract(root);
        let bdd = theirs(&formula, &set, &vars);
        // Theirs counts its leaves: one where the function is constantly false, else two.
        let leaves = if bdd.is_false() { 1 } else { 2 };
        prop_assert_eq!(diagram.size(), bdd.size() - leaves);
        for values in every_valuation() {
            let here = diagram.reachable(&assignment(&values)).only() == Some(YES);
            prop_assert_eq!(here, bdd.eval_in(&BddValuation::new(values)));
        }
        Ok(())
    });
}

/// What is left of open variables, and what is settled, as theirs tells it of each valuation.
#[test]
fn both_libraries_leave_the_same_of_open_variables() {
    let set = BddVariableSet::new_anonymous(VARS);
    let vars = set.variables();
    check(60, |formula| {
        let mut forest = Forest::default();
        let root = ours(&formula, &mut forest);
        let diagram = forest.extract(root);
        let bdd = theirs(&formula, &set, &vars);
        let yes: Vec<Vec<bool>> = every_valuation()
            .filter(|values| bdd.eval_in(&BddValuation::new(values.clone())))
            .collect();
        // Each variable open, no, or yes: every fifth way.
        for ways in (0..3_u32.pow(VARS.into())).step_by(5) {
            let mut known = Assignment::default();
            for var in 0..VARS {
                let way = ways / 3_u32.pow(var.into()) % 3;
                known.set(var, u8::try_from(way).unwrap().checked_sub(1));
            }
            let fits = |values: &&Vec<bool>| {
                known.iter().all(|(var, level)| values[usize::from(var)] == (level == 1))
            };
            let open = u32::from(VARS) - u32::try_from(known.iter().count()).unwrap();
            let holds = yes.iter().filter(fits).count();
            prop_assert_eq!(diagram.can_reach(&known, YES), holds > 0);
            prop_assert_eq!(diagram.can_reach(&known, NO), holds < 1 << open);
            let settled = if holds == 0 { Some(NO) } else { (holds == 1 << open).then_some(YES) };
            prop_assert_eq!(diagram.settled(&known), settled);
            let left = diagram.open_levels(&known);
            for var in diagram.support() {
                let levels: Vec<Leaf> = (0..2)
                    .filter(|level| {
                        yes.iter().filter(fits).any(|it| it[usize::from(var)] == (*level == 1))
                    })
                    .collect();
                match left.iter().find(|(told, _)| *told == var) {
                    Some((_, told)) => prop_assert_eq!(told.verdicts().collect::<Vec<_>>(), levels),
                    None => prop_assert!(known.get(var).is_some() || levels.len() == 2),
                }
            }
        }
        Ok(())
    });
}

/// A smallest reason has as few literals as the shortest prime implicant that theirs allows.
#[test]
fn a_cheapest_way_to_make_a_condition_hold_is_an_implicant_and_none_is_shorter() {
    let set = BddVariableSet::new_anonymous(VARS);
    let vars = set.variables();
    let all = |_: Var| Options {
        open: true,
        levels: (0..2).map(|level| (level, Cost { beyond_reach: 0, values: 1 })).collect(),
    };
    check(120, |formula| {
        let mut forest = Forest::default();
        let root = ours(&formula, &mut forest);
        let bdd = theirs(&formula, &set, &vars);
        let diagram = forest.extract(root);
        let options = PricedOptions::of(&diagram, &all);
        let found = cheapest(&diagram, YES, &options, 64).unwrap();
        prop_assert_eq!(found.is_empty(), bdd.is_false());
        let implicant = |picks: &[(u16, u8)]| {
            let values: Vec<(BddVariable, bool)> =
                picks.iter().map(|(var, level)| (vars[usize::from(*var)], *level == 1)).collect();
            bdd.restrict(&values).is_true()
        };
        prop_assert!(found.iter().all(|picks| implicant(picks)));
        let Some(first) = found.first() else { return Ok(()) };
        let shortest = first.len();
        // Every way of naming fewer variables leaves the function open.
        for bits in 0_u32..1 << VARS {
            if usize::try_from(bits.count_ones()).unwrap() >= shortest {
                continue;
            }
            let named: Vec<u16> = (0..VARS).filter(|var| bits >> var & 1 == 1).collect();
            for levels in 0_u32..1 << named.len() {
                let picks: Vec<(u16, u8)> = (0..)
                    .zip(&named)
                    .map(|(place, var)| (*var, u8::from(levels >> place & 1 == 1)))
                    .collect();
                prop_assert!(!implicant(&picks), "{:?}", picks);
            }
        }
        Ok(())
    });
}

/// The patterns of a cover are, taken together, the condition itself.
#[test]
fn a_cover_is_the_condition() {
    let set = BddVariableSet::new_anonymous(VARS);
    let vars = set.variables();
    check(200, |formula| {
        let mut forest = Forest::default();
        let root = ours(&formula, &mut forest);
        let bdd = theirs(&formula, &set, &vars);
        let scale = |_: Var| Scale { arity: 2, ordered: false };
        let cover = cover(&mut forest, root, &scale, 1000);
        prop_assert!(cover.complete);
        let mut union = set.mk_false();
        for pattern in &cover.patterns {
            let mut both = set.mk_true();
            for (var, levels) in pattern {
                both = both.and(&set.mk_literal(vars[usize::from(*var)], levels.contains(1)));
            }
            union = union.or(&both);
        }
        prop_assert!(union == bdd);
        Ok(())
    });
}

/// Another order of the variables is another diagram of the same function, and no larger.
#[test]
fn sifting_gives_an_order_of_all_variables_that_is_no_worse() {
    check(200, |formula| {
        let mut forest = Forest::default();
        let root = ours(&formula, &mut forest);
        let before = forest.extract(root);
        let order = sift(std::slice::from_ref(&before), usize::from(VARS));
        let mut sorted = order.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..VARS).collect::<Vec<_>>());
        let place = |var: u16| order.iter().position(|known| *known == var).unwrap();
        let mut other = Forest::default();
        let renamed = renamed(&formula, &|var| u16::try_from(place(var)).unwrap());
        let root = ours(&renamed, &mut other);
        let after = other.extract(root);
        prop_assert!(after.size() <= before.size());
        for values in every_valuation() {
            let moved: Vec<bool> = order.iter().map(|var| values[usize::from(*var)]).collect();
            prop_assert_eq!(
                before.reachable(&assignment(&values)).only(),
                after.reachable(&assignment(&moved)).only()
            );
        }
        Ok(())
    });
}

fn renamed(formula: &Formula, name: &dyn Fn(u16) -> u16) -> Formula {
    match formula {
        Formula::Var(var) => Formula::Var(name(*var)),
        Formula::Not(inner) => Formula::Not(Box::new(renamed(inner, name))),
        Formula::And(a, b) => Formula::And(Box::new(renamed(a, name)), Box::new(renamed(b, name))),
        Formula::Or(a, b) => Formula::Or(Box::new(renamed(a, name)), Box::new(renamed(b, name))),
    }
}

/// The verdict that the conditions give for complete values, read off without any diagram.
fn by_tree(rulebook: &Compiled, version: &Version, issue: IssueId, values: &[u8]) -> Option<Leaf> {
    for (leaf, verdict) in (0..).zip(rulebook.issues[issue].verdicts.values()) {
        let met = match &verdict.rule {
            VerdictRule::When(when) => holds(rulebook, version, when, values) == Some(true),
            VerdictRule::Unless(unless) => holds(rulebook, version, unless, values) == Some(false),
            VerdictRule::Otherwise => true,
        };
        if met {
            return Some(leaf);
        }
    }
    None
}

/// Whether a condition holds; none, where it is not in force.
fn holds(rulebook: &Compiled, version: &Version, cond: &Cond, values: &[u8]) -> Option<bool> {
    match cond {
        Cond::Fact { every, literals, .. } => {
            let mut met =
                literals.iter().map(|one| one.levels.contains(&values[usize::from(one.var)]));
            Some(if *every { met.all(|it| it) } else { met.any(|it| it) })
        }
        Cond::All(list) => list
            .iter()
            .filter_map(|one| holds(rulebook, version, one, values))
            .reduce(|one, other| one && other),
        Cond::Any(list) => list
            .iter()
            .filter_map(|one| holds(rulebook, version, one, values))
            .reduce(|one, other| one || other),
        Cond::Not(inner) => holds(rulebook, version, inner, values).map(|it| !it),
        Cond::Element(id) => {
            let element = &rulebook.elements[*id];
            if !element.in_force.holds_on(version.from) {
                return None;
            }
            let met = holds(rulebook, version, &element.condition, values)?;
            let out = element
                .unless
                .iter()
                .any(|one| holds(rulebook, version, one, values) == Some(true));
            Some(met && !out)
        }
    }
}

/// The variables that an issue's conditions test in a version, tree and diagram alike.
fn tested(rulebook: &Compiled, version: &Version, cond: &Cond, vars: &mut Vec<Var>) {
    match cond {
        Cond::Fact { literals, .. } => vars.extend(literals.iter().map(|one| one.var)),
        Cond::All(list) | Cond::Any(list) => {
            list.iter().for_each(|one| tested(rulebook, version, one, vars));
        }
        Cond::Not(inner) => tested(rulebook, version, inner, vars),
        Cond::Element(id) => {
            let element = &rulebook.elements[*id];
            if element.in_force.holds_on(version.from) {
                tested(rulebook, version, &element.condition, vars);
                element.unless.iter().for_each(|one| tested(rulebook, version, one, vars));
            }
        }
    }
}

/// Source: issue 2, "diagram and tree agree on every completion (exhaustive up to 2^20,
/// random above)". What the constraints forbid may have no verdict in the diagram.
#[test]
fn diagram_and_tree_agree_on_every_completion() {
    let (mut exhaustive, mut random) = (0, 0);
    for rulebook in &built_in().rulebooks {
        for version in &rulebook.versions {
            for (index, drawn) in &version.issues {
                let Some(drawn) = drawn else { continue };
                let diagram = &rulebook.diagrams[drawn.diagram];
                let mut vars = diagram.support();
                for verdict in rulebook.issues[index].verdicts.values() {
                    if let VerdictRule::When(cond) | VerdictRule::Unless(cond) = &verdict.rule {
                        tested(rulebook, version, cond, &mut vars);
                    }
                }
                vars.sort_unstable();
                vars.dedup();
                let arity = |var: &Var| u64::from(rulebook.variables[*var].arity);
                let count = vars.iter().try_fold(1_u64, |all, var| all.checked_mul(arity(var)));
                let mut values = vec![0; rulebook.variables.len()];
                let mut agree = |mut number: u64, mixed: bool| {
                    let mut known = Assignment::default();
                    for var in &vars {
                        if mixed {
                            // A fixed generator (splitmix), so that a failure repeats.
                            number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
                            let mut mix = number;
                            mix = (mix ^ (mix >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                            mix = (mix ^ (mix >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                            values[usize::from(*var)] =
                                u8::try_from((mix ^ (mix >> 31)) % arity(var)).unwrap();
                        } else {
                            values[usize::from(*var)] = u8::try_from(number % arity(var)).unwrap();
                            number /= arity(var);
                        }
                        known.set(*var, Some(values[usize::from(*var)]));
                    }
                    if let Some(leaf) = diagram.reachable(&known).only() {
                        let tree = by_tree(rulebook, version, index, &values);
                        assert_eq!(Some(leaf), tree, "{} {index:?} {}", rulebook.id, version.from);
                    }
                };
                match count.filter(|count| *count <= 1 << 20) {
                    Some(count) => {
                        exhaustive += 1;
                        (0..count).for_each(|number| agree(number, false));
                    }
                    None => {
                        random += 1;
                        (0..20_000_u64)
                            .for_each(|seed| agree(seed.wrapping_mul(0x1234_5678_9abc_def1), true));
                    }
                }
            }
        }
    }
    assert!(exhaustive > 10 && random > 10, "{exhaustive} {random}");
}
