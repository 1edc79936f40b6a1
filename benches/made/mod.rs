//! What the benches are given: the same every time.

use zhengpin::simulate::{FindingColumns, LedgerColumns};

/// A generator of numbers that is the same every time.
pub(crate) struct Draws(pub(crate) u64);

impl Draws {
    /// A number below `sides`.
    pub(crate) fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % sides
    }
}

/// The findings of many sellers, ten of each, in columns.
pub(crate) struct SellerFindings {
    seller: Vec<u32>,
    day: Vec<i32>,
    tier: Vec<u8>,
    items: Vec<u32>,
}

impl SellerFindings {
    /// So many findings of the one tier that counts items.
    pub(crate) fn new(ledger: &LedgerColumns, count: u32) -> Self {
        let tiers = ledger.describe().tiers;
        let code = tiers.iter().position(|tier| tier == "information").unwrap();
        let mut draws = Draws(7);
        let seller: Vec<u32> = (0..count).map(|row| row / 10).collect();
        let day = (0..count).map(|row| {
            let further = i32::try_from(draws.below(40)).unwrap();
            17_257 + i32::try_from(row % 10).unwrap() * 40 + further
        });
        let day: Vec<i32> = day.collect();
        let items: Vec<u32> =
            seller.iter().map(|_| 1 + u32::try_from(draws.below(3)).unwrap()).collect();
        let tier = vec![u8::try_from(code).unwrap(); seller.len()];
        Self { seller, day, tier, items }
    }

    /// Runs them through a ledger, from the first seller to the last.
    pub(crate) fn run(&self, ledger: &mut LedgerColumns) {
        let findings = FindingColumns::new(&self.seller, &self.day, &self.tier).items(&self.items);
        drop(ledger.run(&findings).unwrap());
        drop(ledger.finish());
    }
}
