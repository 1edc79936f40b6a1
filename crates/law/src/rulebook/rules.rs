//! Every rule of a rulebook, and every condition, in one place.
//!
//! Whoever asks what a rulebook rests on (its cuts, its versions, its reference) asks here.
//! The structs of the format are taken apart without `..`: what is added to the format has to
//! be given a line here before anything compiles.

use super::{
    Alert, Condition, Constraint, Deadline, Document, Duty, Element, Fact, Issue, Sentence,
    SettledBy, Validity, Verdict,
};
use crate::text::slots;

/// A rule of a rulebook: something that holds on conditions, by provisions, or for a time.
///
/// The rules of a ledger are not among them. They name no facts, and what they rest on is
/// found where their names are resolved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule<'a> {
    /// An issue, which arises for a time.
    Issue(&'a str, &'a Issue),
    /// A verdict of an issue.
    Verdict {
        /// The issue's id.
        issue_id: &'a str,
        /// The issue.
        issue: &'a Issue,
        /// The verdict's id.
        id: &'a str,
        /// The verdict.
        verdict: &'a Verdict,
    },
    /// An element.
    Element(&'a str, &'a Element),
    /// An alert.
    Alert(&'a str, &'a Alert),
    /// A constraint.
    Constraint(&'a str, &'a Constraint),
    /// A fact, which is asked for a time.
    Fact(&'a str, &'a Fact),
    /// A deadline.
    Deadline(&'a str, &'a Deadline),
    /// A duty.
    Duty(&'a str, &'a Duty),
    /// A document, which can be drafted for a time.
    Document(&'a str, &'a Document),
    /// A sentence of a document.
    Sentence {
        /// The document's id.
        document_id: &'a str,
        /// The document.
        document: &'a Document,
        /// The section's id.
        section_id: &'a str,
        /// The sentence's id.
        id: &'a str,
        /// The sentence.
        sentence: &'a Sentence,
    },
}

/// What a rule rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rests<'a> {
    /// Its conditions, exceptions among them.
    pub conditions: Vec<&'a Condition>,
    /// What it names outside its conditions: dates to count from, deadlines, braces.
    pub names: Vec<&'a str>,
    /// The provisions behind it.
    pub cite: &'a [String],
    /// When it is in force by itself, whatever it stands in.
    pub in_force: Validity,
}

impl<'a> Rule<'a> {
    /// What it is called in its map.
    #[must_use]
    pub fn id(&self) -> &'a str {
        match *self {
            Self::Issue(id, _)
            | Self::Element(id, _)
            | Self::Alert(id, _)
            | Self::Constraint(id, _)
            | Self::Fact(id, _)
            | Self::Deadline(id, _)
            | Self::Duty(id, _)
            | Self::Document(id, _)
            | Self::Verdict { id, .. }
            | Self::Sentence { id, .. } => id,
        }
    }

    /// Where it stands in the rulebook: a JSON pointer.
    #[must_use]
    pub fn path(&self) -> String {
        match *self {
            Self::Issue(id, _) => format!("/issues/{id}"),
            Self::Verdict { issue_id, id, .. } => format!("/issues/{issue_id}/verdicts/{id}"),
            Self::Element(id, _) => format!("/elements/{id}"),
            Self::Alert(id, _) => format!("/alerts/{id}"),
            Self::Constraint(id, _) => format!("/constraints/{id}"),
            Self::Fact(id, _) => format!("/facts/{id}"),
            Self::Deadline(id, _) => format!("/deadlines/{id}"),
            Self::Duty(id, _) => format!("/duties/{id}"),
            Self::Document(id, _) => format!("/documents/{id}"),
            Self::Sentence { document_id, section_id, id, .. } => {
                format!("/documents/{document_id}/sections/{section_id}/sentences/{id}")
            }
        }
    }

    /// What it rests on.
    #[must_use]
    pub fn rests(&self) -> Rests<'a> {
        match *self {
            Self::Issue(_, issue) => {
                let Issue {
                    title: _,
                    asks: _,
                    verdicts: _,
                    exclusive: _,
                    open: _,
                    who: _,
                    in_force,
                } = issue;
                Rests { in_force: *in_force, ..Rests::default() }
            }
            Self::Verdict { verdict, .. } => {
                let Verdict {
                    title: _,
                    says: _,
                    weight: _,
                    when,
                    unless,
                    otherwise: _,
                    cite,
                    undecided: _,
                    confidence: _,
                } = verdict;
                let conditions = when.iter().chain(unless).collect();
                Rests { conditions, cite, ..Rests::default() }
            }
            Self::Element(_, element) => of_element(element),
            Self::Alert(_, alert) => {
                let Alert {
                    title: _,
                    says: _,
                    verdicts: _,
                    when,
                    tiers: _,
                    cite,
                    law_of,
                    in_force,
                } = alert;
                let conditions = when.iter().collect();
                let names = law_of.iter().map(String::as_str).collect();
                Rests { conditions, names, cite, in_force: *in_force }
            }
            Self::Constraint(_, Constraint { never, says: _ }) => {
                Rests { conditions: vec![never], ..Rests::default() }
            }
            Self::Fact(_, fact) => of_fact(fact),
            Self::Deadline(_, deadline) => of_deadline(deadline),
            Self::Duty(_, duty) => of_duty(duty),
            Self::Document(_, document) => {
                let Document { title: _, note: _, who: _, fields: _, sections: _, in_force } =
                    document;
                Rests { in_force: *in_force, ..Rests::default() }
            }
            Self::Sentence { sentence, .. } => {
                let Sentence { says, when, except, cite, in_force } = sentence;
                // Both languages name the same; the checker holds them to it.
                let names = slots(&says.zh);
                let conditions = when.iter().chain(except).collect();
                Rests { conditions, names, cite, in_force: *in_force }
            }
        }
    }

    /// The names of the facts and elements that it mentions, each once. Braces may also name a
    /// field of the document.
    #[must_use]
    pub fn mentions(&self) -> Vec<&'a str> {
        let Rests { conditions, names, .. } = self.rests();
        let mut mentioned = Vec::new();
        conditions
            .iter()
            .for_each(|condition| condition.each_name(&mut |name| mentioned.push(name)));
        mentioned.extend(names);
        let mut once = Vec::with_capacity(mentioned.len());
        for name in mentioned {
            if !once.contains(&name) {
                once.push(name);
            }
        }
        once
    }
}

fn of_element(element: &Element) -> Rests<'_> {
    let Element {
        title: _,
        note: _,
        all,
        any,
        not,
        is,
        unless,
        cite,
        cases: _,
        confidence: _,
        split: _,
        reading: _,
        mend: _,
        replaces: _,
        in_force,
    } = element;
    let conditions = all.iter().chain(any).chain(not).chain(is).chain(unless).collect();
    Rests { conditions, names: Vec::new(), cite, in_force: *in_force }
}

fn of_fact(fact: &Fact) -> Rests<'_> {
    let Fact {
        kind: _,
        group: _,
        ask: _,
        hint: _,
        choices: _,
        min: _,
        max: _,
        blank: _,
        proof: _,
        change: _,
        remedy: _,
        undisputed: _,
        settled_by,
        after: _,
        in_force,
    } = fact;
    let deadlines = settled_by.iter().flat_map(|SettledBy { in_time }| in_time);
    let names = deadlines.map(String::as_str).collect();
    Rests { names, in_force: *in_force, ..Rests::default() }
}

fn of_deadline(deadline: &Deadline) -> Rests<'_> {
    let Deadline {
        title: _,
        says: _,
        from,
        before,
        not_before: _,
        count: _,
        calendar: _,
        moves: _,
        done,
        stated,
        who: _,
        when,
        except,
        cite,
        confidence: _,
        reading: _,
        in_force,
    } = deadline;
    let names = [from, before, done, stated].map(Option::as_ref);
    Rests {
        conditions: when.iter().chain(except).collect(),
        names: names.into_iter().flatten().map(String::as_str).collect(),
        cite,
        in_force: *in_force,
    }
}

/// What binds beside a duty is no provision that it rests on.
fn of_duty(duty: &Duty) -> Rests<'_> {
    let Duty {
        title: _,
        says: _,
        who: _,
        to: _,
        r#in: _,
        group: _,
        force: _,
        due: _,
        cite,
        counterpart: _,
        confidence: _,
        reading: _,
        in_force,
    } = duty;
    Rests { cite, in_force: *in_force, ..Rests::default() }
}
