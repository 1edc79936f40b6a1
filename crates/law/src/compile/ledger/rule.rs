//! The rules of a ledger by their kind.

use std::fmt;

use chrono::NaiveDate as Date;

use super::basis::{Choices, Conditional};
use super::consequence::CompiledImposed;
use super::form::CompiledLedger;
use super::ids::{
    BookId, ChargeId, CircumstanceId, ClosureId, MeasureId, NodeId, RepeatId, StrikeLifeId, TierId,
    WindowId, YearEndId,
};

/// A rule of a ledger.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Rule {
    /// How long points count in a book.
    Book(BookId),
    /// How long strikes count.
    StrikeLife(StrikeLifeId),
    /// A measure.
    Measure(MeasureId),
    /// A window.
    Window(WindowId),
    /// A tier.
    Tier(TierId),
    /// A circumstance.
    Circumstance(CircumstanceId),
    /// Findings that are graver because they repeat others.
    Repeat(RepeatId),
    /// A node.
    Node(NodeId),
    /// What closes the account.
    Closure(ClosureId),
    /// What the turn of the year does.
    YearEnd(YearEndId),
    /// What findings cost in money.
    Charge(ChargeId),
}

/// A rule by its name, such as `node/every_twelve`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Named<'a> {
    kind: &'static str,
    id: &'a str,
}

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

impl CompiledLedger {
    /// Every rule that begins and ends, in the order of the ledger.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        // Named one by one, so that a table that is added cannot be forgotten here.
        let Self {
            offset: _,
            offset_seconds: _,
            time_of_day: _,
            hour_and_minute: _,
            limits: _,
            // What may be stated, and what is not known, is no rule.
            readings: _,
            labels: _,
            amounts: _,
            unknown_measures: _,
            // Values without a name of their own.
            overlap: _,
            reversed_opens_window: _,
            books,
            strike_lives,
            measures,
            windows,
            tiers,
            circumstances,
            repeats,
            nodes,
            closures,
            year_ends,
            charges,
        } = self;
        let counted = tiers.ids().map(Rule::Tier).chain(strike_lives.ids().map(Rule::StrikeLife));
        let reached = nodes.ids().map(Rule::Node).chain(closures.ids().map(Rule::Closure));
        let turned = year_ends.ids().map(Rule::YearEnd).chain(books.ids().map(Rule::Book));
        let together = windows.ids().map(Rule::Window).chain(repeats.ids().map(Rule::Repeat));
        let stated = circumstances.ids().map(Rule::Circumstance);
        let due = measures.ids().map(Rule::Measure).chain(charges.ids().map(Rule::Charge));
        counted.chain(reached).chain(turned).chain(together).chain(stated).chain(due)
    }

    /// A rule by its name.
    #[must_use]
    pub fn named(&self, rule: Rule) -> Named<'_> {
        let (kind, id) = match rule {
            Rule::Book(id) => ("book", &self.books[id].id),
            Rule::StrikeLife(id) => ("strike_life", &self.strike_lives[id].id),
            Rule::Measure(id) => ("measure", &self.measures[id].id),
            Rule::Window(id) => ("window", &self.windows[id].id),
            Rule::Tier(id) => ("tier", &self.tiers[id].id),
            Rule::Circumstance(id) => ("circumstance", &self.circumstances[id].id),
            Rule::Repeat(id) => ("repeat", &self.repeats[id].id),
            Rule::Node(id) => ("node", &self.nodes[id].id),
            Rule::Closure(id) => ("closure", &self.closures[id].id),
            Rule::YearEnd(id) => ("year_end", &self.year_ends[id].id),
            Rule::Charge(id) => ("charge", &self.charges[id].id),
        };
        Named { kind, id }
    }

    /// Whether a rule is in force on `day`, with these choices of the readings: a book where
    /// points in it lapse; a window where a tier uses it; a measure where something imposes it;
    /// a charge where a sum or a share is due.
    #[must_use]
    pub fn in_force(&self, rule: Rule, day: Date, choices: &Choices) -> bool {
        let holds = |one: &dyn Conditional| one.when().holds(day, choices);
        match rule {
            Rule::Book(id) => self.books[id].life.iter().any(|life| holds(life)),
            Rule::StrikeLife(id) => holds(&self.strike_lives[id]),
            Rule::Measure(id) => {
                let imposes = |all: &[CompiledImposed]| {
                    all.iter().any(|one| one.measures.contains(&id) && holds(one))
                };
                self.tiers.values().any(|one| holds(one) && imposes(&one.measures))
                    || self.circumstances.values().any(|one| holds(one) && imposes(&one.imposes))
                    || self.nodes.values().any(|one| holds(one) && imposes(&one.imposes))
                    || self.closures.values().any(|one| holds(one) && imposes(&one.imposes))
            }
            Rule::Window(id) => self.tiers.values().any(|tier| {
                holds(tier) && tier.windows.iter().any(|one| one.window == id && holds(one))
            }),
            Rule::Tier(id) => holds(&self.tiers[id]),
            Rule::Circumstance(id) => holds(&self.circumstances[id]),
            Rule::Repeat(id) => holds(&self.repeats[id]),
            Rule::Node(id) => holds(&self.nodes[id]),
            Rule::Closure(id) => holds(&self.closures[id]),
            Rule::YearEnd(id) => holds(&self.year_ends[id]),
            Rule::Charge(id) => {
                let charge = &self.charges[id];
                let share = charge.share.as_ref();
                holds(charge)
                    && share.is_none_or(|share| share.percent.iter().any(|one| holds(one)))
            }
        }
    }
}
