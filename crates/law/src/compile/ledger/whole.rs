//! Whether every id in a ledger has an entry in its table: asked once, when a library is read.

use super::super::Id;
use super::basis::{Basis, CompiledVariant, Conditional, When};
use super::consequence::CompiledImposed;
use super::form::CompiledLedger;
use super::tier::CompiledTier;

impl CompiledLedger {
    /// Whether every id has an entry in its table, those of provisions as `cited` says, and there
    /// is a main book. One that was compiled is whole; one that was read may be damaged, and
    /// looking an id up would then stop the program.
    #[must_use]
    pub fn is_whole(&self, cited: &dyn Fn(Id) -> bool) -> bool {
        let whole = Whole { ledger: self, cited };
        !self.books.is_empty()
            && whole.stated()
            && self.tiers.values().all(|tier| whole.tier(tier))
            && whole.consequences()
            && whole.others()
    }
}

struct Whole<'a> {
    ledger: &'a CompiledLedger,
    cited: &'a dyn Fn(Id) -> bool,
}

impl Whole<'_> {
    fn when(&self, when: &When) -> bool {
        when.read.iter().all(|(reading, choice)| {
            let reading = self.ledger.readings.get(*reading);
            reading.is_some_and(|reading| reading.choices.holds(*choice))
        })
    }

    fn cite(&self, cite: &[Id]) -> bool {
        cite.iter().all(|id| (self.cited)(*id))
    }

    fn basis(&self, basis: &Basis) -> bool {
        self.cite(&basis.cite) && self.when(&basis.when)
    }

    fn variants<T>(&self, all: &[CompiledVariant<T>], holds: impl Fn(&T) -> bool) -> bool {
        all.iter().all(|one| holds(&one.is) && self.when(one.when()))
    }

    fn imposed(&self, all: &[CompiledImposed]) -> bool {
        let measures = &self.ledger.measures;
        all.iter()
            .all(|one| one.measures.iter().all(|id| measures.holds(*id)) && self.basis(&one.basis))
    }

    /// What a request may state.
    fn stated(&self) -> bool {
        let ledger = self.ledger;
        let readings = ledger
            .readings
            .values()
            .all(|reading| reading.choices.holds(reading.default) && self.cite(&reading.cite));
        let mut instead = ledger.amounts.values().filter_map(|amount| amount.or);
        readings && instead.all(|id| ledger.amounts.holds(id))
    }

    fn tier(&self, tier: &CompiledTier) -> bool {
        let ledger = self.ledger;
        self.variants(&tier.book, |id| ledger.books.holds(*id))
            && self.variants(&tier.points, |_| true)
            && self.variants(&tier.first, |first| first.by.is_none_or(|id| ledger.labels.holds(id)))
            && self.variants(&tier.strike, |_| true)
            && tier
                .windows
                .iter()
                .all(|one| ledger.windows.holds(one.window) && self.when(one.when()))
            && tier.upgrade.iter().all(|one| ledger.tiers.holds(one.to) && self.when(one.when()))
            && self.imposed(&tier.measures)
            && self.basis(&tier.basis)
    }

    fn consequences(&self) -> bool {
        let ledger = self.ledger;
        let circumstances = ledger.circumstances.values();
        let mut circumstances =
            circumstances.map(|one| self.imposed(&one.imposes) && self.basis(&one.basis));
        let mut nodes = ledger.nodes.values().map(|node| {
            ledger.books.holds(node.book)
                && node.tiers.iter().all(|id| ledger.tiers.holds(*id))
                && self.variants(&node.sums, |_| true)
                && self.imposed(&node.imposes)
                && self.when(&node.when)
        });
        let mut closures = ledger.closures.values().map(|closure| {
            ledger.books.holds(closure.book)
                && self.imposed(&closure.imposes)
                && self.when(&closure.when)
        });
        let mut unknown = ledger.unknown_measures.values().map(|one| {
            one.tiers.iter().all(|id| ledger.tiers.holds(*id))
                && one.at.as_ref().is_none_or(|at| ledger.books.holds(at.book))
                && self.when(&one.when)
        });
        let holds = |whole: bool| whole;
        circumstances.all(holds) && nodes.all(holds) && closures.all(holds) && unknown.all(holds)
    }

    fn others(&self) -> bool {
        let ledger = self.ledger;
        let tiers = |ids: &[super::ids::TierId]| ids.iter().all(|id| ledger.tiers.holds(*id));
        let lives = ledger.books.values().flat_map(|book| &book.life);
        let mut lives = lives.chain(ledger.strike_lives.values().map(|one| &one.life));
        let windows = ledger.windows.values().all(|window| {
            window.by.is_none_or(|id| ledger.labels.holds(id))
                && self.basis(&window.basis)
                && window.ends_with_year.as_ref().is_none_or(|when| self.when(when))
        });
        let repeats = ledger.repeats.values().all(|repeat| {
            repeat.by.iter().all(|id| ledger.labels.holds(*id))
                && tiers(&repeat.tiers)
                && ledger.tiers.holds(repeat.becomes)
                && self.basis(&repeat.basis)
        });
        let year_ends = ledger.year_ends.values();
        let mut year_ends =
            year_ends.map(|one| ledger.books.holds(one.book) && self.basis(&one.basis));
        let charges = ledger.charges.values().all(|charge| {
            tiers(&charge.tiers)
                && charge.reached.as_ref().is_none_or(|it| ledger.books.holds(it.book))
                && charge.upon.nodes.iter().all(|id| ledger.nodes.holds(*id))
                && charge.upon.closures.iter().all(|id| ledger.closures.holds(*id))
                && charge.share.as_ref().is_none_or(|share| {
                    ledger.amounts.holds(share.of) && self.variants(&share.percent, |_| true)
                })
                && self.basis(&charge.basis)
        });
        let opens = ledger.reversed_opens_window.as_ref().is_none_or(|when| self.when(when));
        lives.all(|life| self.basis(&life.basis))
            && windows
            && repeats
            && year_ends.all(|whole| whole)
            && charges
            && opens
            && self.variants(&ledger.overlap, |_| true)
    }
}
