//! What is in force on one of two days only.

use chrono::NaiveDate as Date;

use crate::compile::{Compiled, CompiledIssue, Id, Part, VerdictRule, When};
use crate::decide::{add, citations};
use crate::rulebook::Validity;

use super::Rules;

/// What of the whole rulebook is in force on `day` and not on `other`.
pub(super) fn of_rulebook(rulebook: &Compiled, day: Date, other: Date) -> Rules {
    let only = |validity: &Validity| validity.holds_on(day) && !validity.holds_on(other);
    let all: Vec<Id> = (0..).take(rulebook.provisions.len()).collect();
    let elements = rulebook.elements.iter().filter(|element| only(&element.in_force));
    let alerts = rulebook.alerts.iter().filter(|alert| only(&alert.in_force));
    let deadlines = rulebook.deadlines.iter().filter(|deadline| only(&deadline.in_force));
    let mut ledger = Vec::new();
    if let Some(rules) = &rulebook.ledger {
        let choices = rules.defaults();
        let mut add = |kind: &str, id: &str, when: &When| {
            if when.holds(day, &choices) && !when.holds(other, &choices) {
                ledger.push(format!("{kind}/{id}"));
            }
        };
        for tier in &rules.tiers {
            add("tier", &tier.id, &When { in_force: tier.in_force, read: Vec::new() });
        }
        rules.strike_lives.iter().for_each(|life| add("strike_life", &life.is.id, &life.when));
        rules.nodes.iter().for_each(|node| add("node", &node.id, &node.when));
        rules.closures.iter().for_each(|it| add("closure", &it.id, &it.when));
        rules.year_ends.iter().for_each(|it| add("year_end", &it.id, &it.when));
    }
    Rules {
        provisions: provisions(rulebook, &all, &all, day, other),
        elements: elements.map(|element| element.id.clone()).collect(),
        alerts: alerts.map(|alert| alert.id.clone()).collect(),
        deadlines: deadlines.map(|deadline| deadline.id.clone()).collect(),
        ledger,
    }
}

/// What an issue rests on that is in force on `day` and not on `other`.
pub(super) fn of_issue(
    rulebook: &Compiled,
    issue: &CompiledIssue,
    day: Date,
    other: Date,
) -> Rules {
    let (here, there) = (reached(rulebook, issue, day), reached(rulebook, issue, other));
    let elements = here.elements.iter().filter(|id| !there.elements.contains(id));
    let elements = elements.filter_map(|id| rulebook.elements.get(usize::from(*id)));
    Rules {
        elements: elements.map(|element| element.id.clone()).collect(),
        provisions: provisions(rulebook, &here.cited, &there.cited, day, other),
        ..Rules::default()
    }
}

fn provisions(
    rulebook: &Compiled,
    here: &[Id],
    there: &[Id],
    day: Date,
    other: Date,
) -> Vec<crate::decide::Citation> {
    let there = citations(rulebook, there, other);
    let mut only = Vec::new();
    for citation in citations(rulebook, here, day) {
        if !there.contains(&citation) {
            add(&mut only, citation);
        }
    }
    only
}

/// The elements and provisions that an issue rests on.
#[derive(Default)]
struct Reached {
    elements: Vec<Id>,
    cited: Vec<Id>,
}

fn reached(rulebook: &Compiled, issue: &CompiledIssue, day: Date) -> Reached {
    let mut reached = Reached::default();
    if !issue.in_force.holds_on(day) {
        return reached;
    }
    for verdict in &issue.verdicts {
        reached.cited.extend(&verdict.cite);
        match &verdict.rule {
            VerdictRule::When(condition) | VerdictRule::Unless(condition) => {
                rulebook.walk(condition, &mut |part| match part {
                    Part::Element(id, element) => {
                        let fresh =
                            element.in_force.holds_on(day) && !reached.elements.contains(&id);
                        if fresh {
                            reached.elements.push(id);
                            reached.cited.extend(&element.cite);
                        }
                        fresh
                    }
                    Part::Fact(..) => false,
                });
            }
            VerdictRule::Otherwise => {}
        }
    }
    reached
}
