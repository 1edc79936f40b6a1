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
pub enum LedgerRule {
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
pub struct RuleName<'a> {
    kind: &'static str,
    id: &'a str,
}

impl fmt::Display for RuleName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

impl CompiledLedger {
    /// Every rule that begins and ends, in the order of the ledger.
    pub fn rules(&self) -> impl Iterator<Item = LedgerRule> {
        // Named one by one, so that a table that is added cannot be forgotten here.
        let Self {
            offset: _,
            offset_seconds: _,
            time_of_day: _,
            currency: _,
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
        let counted =
            tiers.ids().map(LedgerRule::Tier).chain(strike_lives.ids().map(LedgerRule::StrikeLife));
        let reached =
            nodes.ids().map(LedgerRule::Node).chain(closures.ids().map(LedgerRule::Closure));
        let turned =
            year_ends.ids().map(LedgerRule::YearEnd).chain(books.ids().map(LedgerRule::Book));
        let together =
            windows.ids().map(LedgerRule::Window).chain(repeats.ids().map(LedgerRule::Repeat));
        let stated = circumstances.ids().map(LedgerRule::Circumstance);
        let due =
            measures.ids().map(LedgerRule::Measure).chain(charges.ids().map(LedgerRule::Charge));
        counted.chain(reached).chain(turned).chain(together).chain(stated).chain(due)
    }

    /// A rule by its name.
    #[must_use]
    pub fn named(&self, rule: LedgerRule) -> RuleName<'_> {
        let (kind, id) = match rule {
            LedgerRule::Book(id) => ("book", &self.books[id].id),
            LedgerRule::StrikeLife(id) => ("strike_life", &self.strike_lives[id].id),
            LedgerRule::Measure(id) => ("measure", &self.measures[id].id),
            LedgerRule::Window(id) => ("window", &self.windows[id].id),
            LedgerRule::Tier(id) => ("tier", &self.tiers[id].id),
            LedgerRule::Circumstance(id) => ("circumstance", &self.circumstances[id].id),
            LedgerRule::Repeat(id) => ("repeat", &self.repeats[id].id),
            LedgerRule::Node(id) => ("node", &self.nodes[id].id),
            LedgerRule::Closure(id) => ("closure", &self.closures[id].id),
            LedgerRule::YearEnd(id) => ("year_end", &self.year_ends[id].id),
            LedgerRule::Charge(id) => ("charge", &self.charges[id].id),
        };
        RuleName { kind, id }
    }

    /// Whether a rule is in force on `day`, with these choices of the readings: a book where
    /// points in it lapse; a window where a tier uses it; a measure where something imposes it;
    /// a charge where a sum or a share is due.
    #[must_use]
    pub fn in_force(&self, rule: LedgerRule, day: Date, choices: &Choices) -> bool {
        let holds = |one: &dyn Conditional| one.when().holds(day, choices);
        match rule {
            LedgerRule::Book(id) => self.books[id].life.iter().any(|life| holds(life)),
            LedgerRule::StrikeLife(id) => holds(&self.strike_lives[id]),
            LedgerRule::Measure(id) => {
                let imposes = |all: &[CompiledImposed]| {
                    all.iter().any(|one| one.measures.contains(&id) && holds(one))
                };
                self.tiers.values().any(|one| holds(one) && imposes(&one.measures))
                    || self.circumstances.values().any(|one| holds(one) && imposes(&one.imposes))
                    || self.nodes.values().any(|one| holds(one) && imposes(&one.imposes))
                    || self.closures.values().any(|one| holds(one) && imposes(&one.imposes))
            }
            LedgerRule::Window(id) => self.tiers.values().any(|tier| {
                holds(tier) && tier.windows.iter().any(|one| one.window == id && holds(one))
            }),
            LedgerRule::Tier(id) => holds(&self.tiers[id]),
            LedgerRule::Circumstance(id) => holds(&self.circumstances[id]),
            LedgerRule::Repeat(id) => holds(&self.repeats[id]),
            LedgerRule::Node(id) => holds(&self.nodes[id]),
            LedgerRule::Closure(id) => holds(&self.closures[id]),
            LedgerRule::YearEnd(id) => holds(&self.year_ends[id]),
            LedgerRule::Charge(id) => {
                let charge = &self.charges[id];
                let share = charge.share.as_ref();
                holds(charge)
                    && share.is_none_or(|share| share.percent.iter().any(|one| holds(one)))
            }
        }
    }
}
