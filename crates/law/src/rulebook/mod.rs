//! The law as data: what a rulebook file may say.
//!
//! These types are the format. The JSON Schema is generated from them, the loader reads
//! into them, and [`crate::compile`] turns them into what the engine runs. They hold no
//! law themselves.

mod calendar;
mod condition;
mod deadline;
mod document;
mod duty;
mod element;
mod fact;
mod id;
mod instrument;
mod issue;
mod ledger;
mod rules;
mod statutory;
mod validity;

use chrono::NaiveDate as Date;
use indexmap::IndexMap;
use serde::Deserialize;

use crate::text::Text;

pub use calendar::{Calendar, CalendarYear, Calendars, Holiday, Weekday};
pub use condition::{Comparison, Condition, DateBound, Lag, SetTest, Test};
pub use deadline::{Count, Deadline};
pub use document::{Document, Field, Section, Sentence, Typed};
pub use duty::{Due, Duty, Force, Monthly, Weekly};
pub use element::{Cases, Confidence, Element};
pub use fact::{Alterable, Choice, Constraint, Fact, Group, Kind, Party, SettledBy, Value};
pub use id::{is_id, no_id};
pub use instrument::{Case, Docket, Extent, Instance, Instrument, Keeper, Provision, Rank, Source};
pub use issue::{Alert, Issue, Open, Verdict, Weight};
pub use ledger::*;
pub use rules::{Rests, Rule};
pub use statutory::{
    Expected, ExpectedBlock, HolidayDay, Joined, MonthDay, Reach, Reaches, Statutory,
    StatutoryHoliday, Term,
};
pub use validity::Validity;

/// A map that keeps the order in which the author wrote it.
pub type Ordered<T> = IndexMap<String, T>;

/// Everything one rulebook says, from all files of its folder together.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// The id that requests name, such as `cn/complaint`.
    pub rulebook: String,
    /// The name shown to users.
    pub title: Text,
    /// One or two sentences: what the rulebook answers, and for whom.
    pub summary: Text,
    /// The day as of which its authors state the law. A request that names no date is
    /// decided as of this one, because the engine reads no clock.
    #[serde(with = "crate::day")]
    #[cfg_attr(feature = "files", schemars(with = "Date"))]
    pub as_of: Date,
    /// When the rules as a whole are in force. Dates outside are refused.
    pub in_force: Validity,
    /// Why the rules never were law, such as a draft that was not adopted. They can be held
    /// against the law, and decide nothing.
    #[serde(default)]
    pub never_in_force: Option<Text>,
    /// What is not known or not encoded, shown to users beside the answers.
    #[serde(default)]
    pub gaps: Ordered<Text>,
    /// The sections in which a form asks its questions, in order.
    #[serde(default)]
    pub groups: Ordered<Group>,
    /// What a user can state.
    #[serde(default)]
    pub facts: Ordered<Fact>,
    /// Combinations of facts that cannot occur.
    #[serde(default)]
    pub constraints: Ordered<Constraint>,
    /// The conditions that the rules are made of.
    #[serde(default)]
    pub elements: Ordered<Element>,
    /// The questions to decide, in the order in which they are shown.
    #[serde(default)]
    pub issues: Ordered<Issue>,
    /// Remarks that several verdicts or facts together call for.
    #[serde(default)]
    pub alerts: Ordered<Alert>,
    /// What has to be done, and by when.
    #[serde(default)]
    pub deadlines: Ordered<Deadline>,
    /// Papers to hand in.
    #[serde(default)]
    pub documents: Ordered<Document>,
    /// Those who have duties, and those to whom they have them.
    #[serde(default)]
    pub parties: Ordered<Group>,
    /// The occasions on which somebody has duties.
    #[serde(default)]
    pub occasions: Ordered<Group>,
    /// What has to be done, ought to be or may be, as a guide or a notice lists it.
    #[serde(default)]
    pub duties: Ordered<Duty>,
    /// Decided cases that the elements refer to.
    #[serde(default)]
    pub cases: Ordered<Case>,
    /// Points, strikes, windows and measures, where the rulebook counts findings.
    #[serde(default)]
    pub ledger: Option<Ledger>,
}

impl Rulebook {
    /// Every rule, in the order in which a reader meets them: issues with their verdicts,
    /// elements, alerts, constraints, facts, deadlines, duties, documents with their sentences.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule<'_>> {
        let Self {
            rulebook: _,
            title: _,
            summary: _,
            as_of: _,
            in_force: _,
            never_in_force: _,
            gaps: _,
            groups: _,
            facts,
            constraints,
            elements,
            issues,
            alerts,
            deadlines,
            documents,
            parties: _,
            occasions: _,
            duties,
            cases: _,
            ledger: _,
        } = self;
        let mut rules = Vec::new();
        for (issue_id, issue) in issues {
            rules.push(Rule::Issue(issue_id, issue));
            let verdicts = issue.verdicts.iter();
            rules.extend(verdicts.map(|(id, verdict)| Rule::Verdict {
                issue_id,
                issue,
                id,
                verdict,
            }));
        }
        rules.extend(elements.iter().map(|(id, one)| Rule::Element(id, one)));
        rules.extend(alerts.iter().map(|(id, one)| Rule::Alert(id, one)));
        rules.extend(constraints.iter().map(|(id, one)| Rule::Constraint(id, one)));
        rules.extend(facts.iter().map(|(id, one)| Rule::Fact(id, one)));
        rules.extend(deadlines.iter().map(|(id, one)| Rule::Deadline(id, one)));
        rules.extend(duties.iter().map(|(id, one)| Rule::Duty(id, one)));
        for (document_id, document) in documents {
            rules.push(Rule::Document(document_id, document));
            for (section_id, Section { title: _, bare: _, lines: _, sentences }) in
                &document.sections
            {
                rules.extend(sentences.iter().map(|(id, sentence)| Rule::Sentence {
                    document_id,
                    document,
                    section_id,
                    id,
                    sentence,
                }));
            }
        }
        rules
    }
}

/// The instruments that rulebooks cite, from all files of the `instruments` folder.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Instruments {
    /// Each instrument under the id by which it is cited, such as `ecl`.
    pub instruments: Ordered<Instrument>,
}
