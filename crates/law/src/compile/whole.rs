//! Whether a library that was read is whole: every id leads somewhere, every level is one of
//! its variable, and nothing rests on itself. It is asked once, when a library is read; from
//! then on an id is looked up without asking.

use serde::Deserialize;
use std::fmt;

use crate::diagram::{Diagram, IMPOSSIBLE, Leaf, Level, NO, YES};
use crate::problem::Messages;
use crate::rulebook::Kind;

use super::conditions::circles;
use super::{
    CalendarId, Catalogues, Compiled, CompiledAlert, CompiledCalendar, CompiledCase,
    CompiledDeadline, CompiledDocument, CompiledDuty, CompiledFact, CompiledIssue, Cond, Key,
    Library, Meaning, ProvisionId, Slot, Stated, Table, Variable, VerdictRule, Version,
};

/// A library as it is read, before anybody has looked whether it is whole.
#[derive(Deserialize)]
pub struct Unlooked {
    rulebooks: Vec<Compiled>,
    calendars: Table<CalendarId, CompiledCalendar>,
    messages: Messages,
}

/// That a library holds an id without an entry, or something else that no compiled rulebook
/// does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the library is damaged: something in it leads nowhere")
    }
}

impl std::error::Error for Damaged {}

impl Unlooked {
    /// The library, without looking whether it is whole: for one of which a
    /// [seal](crate::seal) shows that it was looked at already.
    #[must_use]
    pub fn vouched(self) -> Library {
        let Self { rulebooks, calendars, messages } = self;
        let (apart, never_in_force, texts) = (Vec::new(), Vec::new(), Catalogues::default());
        Library { rulebooks, apart, calendars, messages, never_in_force, texts }
    }
}

impl TryFrom<Unlooked> for Library {
    type Error = Damaged;

    fn try_from(read: Unlooked) -> Result<Self, Damaged> {
        let library = read.vouched();
        let whole = library.calendars.values().all(calendar)
            && library.rulebooks.iter().all(|rulebook| rulebook.is_whole(&library.calendars));
        if whole { Ok(library) } else { Err(Damaged) }
    }
}

/// Whether a table has entries for all of these ids.
pub(super) fn has<'i, K: Key + 'i, T>(
    table: &Table<K, T>,
    ids: impl IntoIterator<Item = &'i K>,
) -> bool {
    ids.into_iter().all(|id| table.holds(*id))
}

/// Whether a fact can have this value.
fn takes(fact: &CompiledFact, stated: &Stated) -> bool {
    let offered = |level: &Level| usize::from(*level) < fact.choices.len();
    match (fact.kind, stated) {
        (Kind::YesNo, Stated::Answer(_))
        | (Kind::Number, Stated::Number(_))
        | (Kind::Date, Stated::Day(_)) => true,
        (Kind::Choice, Stated::Choice(level)) => offered(level),
        (Kind::Set, Stated::Members(members)) => members.iter().all(offered),
        (Kind::Date, Stated::Never) => offered(&0),
        _ => false,
    }
}

fn calendar(calendar: &CompiledCalendar) -> bool {
    calendar.foresight.as_ref().is_none_or(|foresight| {
        let expected = foresight.expected.iter().flat_map(|expected| &expected.cite);
        has(&foresight.provisions, foresight.arranging.iter().chain(expected))
            && foresight.holidays.iter().all(|holiday| {
                foresight.provisions.holds(holiday.provision)
                    && foresight.reaches.holds(holiday.reach)
            })
    })
}

impl Compiled {
    /// Whether all that the rulebook refers to is there, the calendars being these.
    #[must_use]
    pub fn is_whole(&self, calendars: &Table<CalendarId, CompiledCalendar>) -> bool {
        self.facts.values().all(|fact| self.fact(fact))
            && self.variables.values().all(|variable| self.variable(variable))
            && self.parts(calendars)
            && circles(&self.elements).0.is_empty()
            && self.versions.iter().all(|version| self.version(version))
            && self.ledger.as_ref().is_none_or(|ledger| ledger.is_whole(&self.provisions))
    }

    /// The rules.
    fn parts(&self, calendars: &Table<CalendarId, CompiledCalendar>) -> bool {
        self.constraints.values().all(|constraint| self.condition(&constraint.never))
            && self.elements.values().all(|element| {
                self.condition(&element.condition)
                    && element.unless.iter().all(|exception| self.condition(exception))
                    && self.cites(&element.cite)
                    && has(&self.cases, element.cases_for.iter().chain(&element.cases_against))
            })
            && self.issues.values().all(|issue| self.issue(issue))
            && self.alerts.values().all(|alert| self.alert(alert))
            && self.deadlines.values().all(|deadline| self.deadline(deadline, calendars))
            && self.documents.values().all(|document| self.document(document))
            && self.cases.values().all(|case| self.case(case))
            && self.duties.values().all(|duty| self.duty(duty))
    }

    fn cites(&self, cite: &[ProvisionId]) -> bool {
        has(&self.provisions, cite)
    }

    fn fact(&self, fact: &CompiledFact) -> bool {
        let undisputed = fact.undisputed.as_ref().is_none_or(|stated| takes(fact, stated));
        undisputed
            && self.groups.holds(fact.group)
            && has(&self.deadlines, &fact.in_time)
            && has(&self.facts, &fact.after)
    }

    fn variable(&self, variable: &Variable) -> bool {
        variable.facts().all(|fact| self.facts.holds(fact)) && {
            let choices = self.facts[variable.fact].choices.len();
            let values = match &variable.meaning {
                Meaning::Answer => 2,
                Meaning::Choice => choices,
                Meaning::Member(member) if usize::from(*member) < choices => 2,
                Meaning::Never if choices > 0 => 2,
                Meaning::Member(_) | Meaning::Never => return false,
                Meaning::Number(cuts) => cuts.len() + 1,
                Meaning::Day(cuts) => cuts.len() + 1,
                Meaning::Since(_, cuts) => cuts.len() + 1,
            };
            usize::from(variable.arity) == values
        }
    }

    fn condition(&self, condition: &Cond) -> bool {
        match condition {
            Cond::Element(id) => self.elements.holds(*id),
            Cond::Fact { fact, literals, .. } => {
                self.facts.holds(*fact)
                    && literals.iter().all(|literal| {
                        self.variables.holds(literal.var) && {
                            let arity = self.variables[literal.var].arity;
                            literal.levels.iter().all(|level| *level < arity)
                        }
                    })
            }
            Cond::All(list) | Cond::Any(list) => list.iter().all(|inner| self.condition(inner)),
            Cond::Not(inner) => self.condition(inner),
        }
    }

    fn issue(&self, issue: &CompiledIssue) -> bool {
        issue.verdicts.values().all(|verdict| {
            self.cites(&verdict.cite)
                && match &verdict.rule {
                    VerdictRule::When(condition) | VerdictRule::Unless(condition) => {
                        self.condition(condition)
                    }
                    VerdictRule::Otherwise => true,
                }
        })
    }

    fn case(&self, case: &CompiledCase) -> bool {
        has(&self.cases, &case.overruled_by)
            && case
                .facts
                .iter()
                .all(|(fact, stated)| self.facts.holds(*fact) && takes(&self.facts[*fact], stated))
            && case.held.iter().all(|(issue, verdicts)| {
                self.issues.holds(*issue) && has(&self.issues[*issue].verdicts, verdicts)
            })
    }

    fn alert(&self, alert: &CompiledAlert) -> bool {
        let verdicts = alert.verdicts.iter().all(|(issue, verdicts)| {
            self.issues.holds(*issue) && has(&self.issues[*issue].verdicts, verdicts)
        });
        verdicts
            && alert.when.iter().all(|when| self.condition(when))
            && self.cites(&alert.cite)
            && alert.law_of.is_none_or(|fact| self.facts.holds(fact))
            && self
                .ledger
                .as_ref()
                .map_or(alert.tiers.is_empty(), |ledger| has(&ledger.tiers, &alert.tiers))
    }

    fn deadline(
        &self,
        deadline: &CompiledDeadline,
        calendars: &Table<CalendarId, CompiledCalendar>,
    ) -> bool {
        deadline.dates().all(|fact| self.facts.holds(fact))
            && has(calendars, &deadline.calendar)
            && deadline.counts_work() == deadline.calendar.is_some()
            && deadline
                .when
                .iter()
                .chain(&deadline.except)
                .all(|condition| self.condition(condition))
            && self.cites(&deadline.cite)
    }

    fn document(&self, document: &CompiledDocument) -> bool {
        document.sentences().all(|sentence| {
            let mut conditions = sentence.when.iter().chain(&sentence.except);
            conditions.all(|condition| self.condition(condition))
                && self.cites(&sentence.cite)
                && sentence.slots.iter().all(|slot| match slot {
                    Slot::Field(field) => document.fields.holds(*field),
                    Slot::Fact(fact) => self.facts.holds(*fact),
                })
        })
    }

    fn duty(&self, duty: &CompiledDuty) -> bool {
        has(&self.parties, duty.who.iter().chain(&duty.to))
            && has(&self.occasions, &duty.on)
            && self.groups.holds(duty.group)
            && self.cites(&duty.cite)
            && self.cites(&duty.counterpart)
    }

    fn version(&self, version: &Version) -> bool {
        let allowed = |leaf: Leaf| matches!(leaf, NO | YES);
        self.diagrams.holds(version.allowed)
            && self.diagram(&self.diagrams[version.allowed], allowed)
            && version.issues.len() == self.issues.len()
            && version.issues.iter().all(|(id, drawn)| {
                let verdicts = self.issues[id].verdicts.len();
                let verdict = |leaf: Leaf| leaf == IMPOSSIBLE || usize::from(leaf) < verdicts;
                drawn.as_ref().is_none_or(|drawn| {
                    has(&self.facts, &drawn.facts)
                        && self.diagrams.holds(drawn.diagram)
                        && self.diagram(&self.diagrams[drawn.diagram], verdict)
                })
            })
    }

    /// Whether a diagram tests nothing but variables, and ends in nothing but these leaves.
    fn diagram(&self, diagram: &Diagram, leaf: impl Fn(Leaf) -> bool) -> bool {
        let arity = |var| self.variables.holds(var).then(|| self.variables[var].arity);
        diagram.is_sound(&arity) && diagram.leaves().all(leaf)
    }
}
