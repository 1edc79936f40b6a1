//! Whether a ledger that was read is whole: every id in it leads somewhere.

use super::super::whole::has;
use super::super::{CompiledProvision, ProvisionId, Table};
use super::basis::{Basis, CompiledVariant, When};
use super::booked::CompiledLife;
use super::consequence::CompiledImposed;
use super::form::CompiledLedger;
use super::money::CompiledCharge;
use super::tier::CompiledTier;

impl CompiledLedger {
    /// Whether all that it refers to is there, the provisions of its rulebook being these.
    pub(in super::super) fn is_whole(
        &self,
        provisions: &Table<ProvisionId, CompiledProvision>,
    ) -> bool {
        let looking = LedgerCheck { ledger: self, provisions };
        !self.books.is_empty() && looking.tables() && looking.consequences()
    }
}

struct LedgerCheck<'a> {
    ledger: &'a CompiledLedger,
    provisions: &'a Table<ProvisionId, CompiledProvision>,
}

impl LedgerCheck<'_> {
    fn tables(&self) -> bool {
        let ledger = self.ledger;
        let readings = ledger.readings.values().all(|reading| {
            reading.choices.holds(reading.default) && has(self.provisions, &reading.cite)
        });
        readings
            && ledger.amounts.values().all(|amount| has(&ledger.amounts, &amount.or))
            && ledger.books.values().all(|book| book.life.iter().all(|life| self.life(life)))
            && ledger.strike_lives.values().all(|one| self.life(&one.life))
            && self.variants(&ledger.overlap)
            && ledger.windows.values().all(|window| {
                has(&ledger.labels, &window.by)
                    && self.basis(&window.basis)
                    && window.ends_with_year.iter().all(|when| self.when(when))
            })
            && ledger.tiers.values().all(|tier| self.tier(tier))
            && ledger.reversed_opens_window.iter().all(|when| self.when(when))
    }

    fn consequences(&self) -> bool {
        let ledger = self.ledger;
        let circumstances = ledger
            .circumstances
            .values()
            .all(|one| self.imposed(&one.imposes) && self.basis(&one.basis));
        circumstances
            && ledger.unknown_measures.values().all(|unknown| {
                has(&ledger.tiers, &unknown.tiers)
                    && unknown.at.iter().all(|at| ledger.books.holds(at.book))
                    && self.when(&unknown.when)
            })
            && ledger.repeats.values().all(|repeat| {
                has(&ledger.labels, &repeat.by)
                    && has(&ledger.tiers, repeat.tiers.iter().chain([&repeat.becomes]))
                    && self.basis(&repeat.basis)
            })
            && ledger.nodes.values().all(|node| {
                ledger.books.holds(node.book)
                    && has(&ledger.tiers, &node.tiers)
                    && self.variants(&node.sums)
                    && self.imposed(&node.imposes)
                    && self.when(&node.when)
            })
            && ledger.closures.values().all(|closure| {
                ledger.books.holds(closure.book)
                    && self.imposed(&closure.imposes)
                    && self.when(&closure.when)
            })
            && ledger
                .year_ends
                .values()
                .all(|one| ledger.books.holds(one.book) && self.basis(&one.basis))
            && ledger.charges.values().all(|charge| self.charge(charge))
    }

    fn tier(&self, tier: &CompiledTier) -> bool {
        let ledger = self.ledger;
        self.variants(&tier.book)
            && tier.book.iter().all(|book| ledger.books.holds(book.is))
            && self.variants(&tier.points)
            && self.variants(&tier.first)
            && tier.first.iter().all(|first| has(&ledger.labels, &first.is.by))
            && tier
                .windows
                .iter()
                .all(|one| ledger.windows.holds(one.window) && self.when(&one.when))
            && self.variants(&tier.strike)
            && tier.upgrade.iter().all(|one| ledger.tiers.holds(one.to) && self.when(&one.when))
            && self.imposed(&tier.measures)
            && self.basis(&tier.basis)
    }

    fn charge(&self, charge: &CompiledCharge) -> bool {
        let ledger = self.ledger;
        has(&ledger.tiers, &charge.tiers)
            && charge.reached.iter().all(|reached| ledger.books.holds(reached.book))
            && has(&ledger.nodes, &charge.upon.nodes)
            && has(&ledger.closures, &charge.upon.closures)
            && charge
                .share
                .iter()
                .all(|share| ledger.amounts.holds(share.of) && self.variants(&share.percent))
            && self.basis(&charge.basis)
    }

    fn imposed(&self, imposed: &[CompiledImposed]) -> bool {
        let measures = &self.ledger.measures;
        imposed.iter().all(|one| has(measures, &one.measures) && self.basis(&one.basis))
    }

    fn life(&self, life: &CompiledLife) -> bool {
        self.basis(&life.basis)
    }

    fn variants<T>(&self, variants: &[CompiledVariant<T>]) -> bool {
        variants.iter().all(|variant| self.when(&variant.when))
    }

    fn basis(&self, basis: &Basis) -> bool {
        has(self.provisions, &basis.cite) && self.when(&basis.when)
    }

    fn when(&self, when: &When) -> bool {
        let readings = &self.ledger.readings;
        when.read.iter().all(|(reading, choice)| {
            readings.holds(*reading) && readings[*reading].choices.holds(*choice)
        })
    }
}
