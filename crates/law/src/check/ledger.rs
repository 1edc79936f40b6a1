//! What is wrong with the rules of a ledger.

use std::collections::BTreeSet;

use chrono::NaiveDate as Date;

use crate::compile::{
    AmountId, BookId, Compiled, CompiledImposed, CompiledLedger, CompiledVariant, Conditional, Key,
    LabelId, MeasureId, ProvisionId, ReadingId, Table, When, WindowId,
};
use crate::problem::{Code, Problem};
use crate::rulebook::{Confidence, Imposed, Ledger, Rulebook, Validity};

use super::citations::{days, held};

/// Looks at the rules of a ledger: whether each is ever in force, cites provisions that are,
/// and is used by something.
pub(super) fn check(rulebook: &Rulebook, compiled: &Compiled, found: &mut Vec<Problem>) {
    let (Some(source), Some(ledger)) = (&rulebook.ledger, compiled.ledger.as_ref()) else { return };
    let mut checker = Checker { compiled, ledger, found };
    checker.tiers();
    checker.windows();
    checker.consequences();
    checker.others();
    checker.unused(source);
    undisclosed(source, checker.found);
}

struct Checker<'a, 'f> {
    compiled: &'a Compiled,
    ledger: &'a CompiledLedger,
    found: &'f mut Vec<Problem>,
}

impl Checker<'_, '_> {
    /// Looks at one rule that holds where all of `within` are in force.
    fn rule(&mut self, path: &str, id: &str, cite: &[ProvisionId], within: &[Validity]) {
        let holds = |day: Date| within.iter().all(|validity| validity.holds_on(day));
        let days = days(self.compiled, cite, within, holds);
        if days.is_empty() {
            let problem = Problem::new(Code::NeverInForce, format!("{path}/in_force"));
            self.found.push(problem.with("value", id));
        }
        held(self.compiled, path, id, cite, &days, self.found);
    }

    fn imposed(&mut self, path: &str, id: &str, imposed: &[CompiledImposed], within: &[Validity]) {
        for (index, one) in imposed.iter().enumerate() {
            let within = [within, &[one.when().in_force]].concat();
            self.rule(&format!("{path}/{index}"), id, &one.basis.cite, &within);
        }
    }

    fn variants<T>(&mut self, path: &str, id: &str, of: &[CompiledVariant<T>], within: Validity) {
        for (path, one) in placed(path, of) {
            self.rule(&path, id, &[], &[within, one.when.in_force]);
        }
    }

    /// Whether one of several values holds on every day on which their rule does, as the
    /// texts are read by default.
    fn always<T>(&mut self, path: &str, id: &str, of: &[CompiledVariant<T>], within: Validity) {
        let choices = self.ledger.defaults();
        let changes: Vec<Validity> =
            of.iter().map(|one| one.when.in_force).chain([within]).collect();
        let days = days(self.compiled, &[], &changes, |day| within.holds_on(day));
        let none = |day: &&Date| !of.iter().any(|one| one.when.holds(**day, &choices));
        if let Some(day) = days.iter().find(none) {
            let problem = Problem::new(Code::NoValue, path);
            self.found.push(problem.with("value", id).with("expected", day));
        }
    }

    fn tiers(&mut self) {
        for tier in self.ledger.tiers.values() {
            let path = format!("/ledger/tiers/{}", tier.id);
            let within = tier.when().in_force;
            self.rule(&path, &tier.id, &tier.basis.cite, &[within]);
            self.variants(&format!("{path}/points"), &tier.id, &tier.points, within);
            self.always(&format!("{path}/points"), &tier.id, &tier.points, within);
            self.variants(&format!("{path}/book"), &tier.id, &tier.book, within);
            self.always(&format!("{path}/book"), &tier.id, &tier.book, within);
            self.variants(&format!("{path}/strike"), &tier.id, &tier.strike, within);
            self.imposed(&format!("{path}/measures"), &tier.id, &tier.measures, &[within]);
            for (index, upgrade) in tier.upgrade.iter().enumerate() {
                let path = format!("{path}/upgrade/{index}");
                self.rule(&path, &tier.id, &[], &[within, upgrade.when.in_force]);
            }
            for (index, one) in tier.windows.iter().enumerate() {
                let path = format!("{path}/windows/{index}");
                self.rule(&path, &tier.id, &[], &[within, one.when.in_force]);
            }
        }
    }

    /// A window holds on the days on which a tier uses it.
    fn windows(&mut self) {
        for (number, window) in &self.ledger.windows {
            let uses = self.ledger.tiers.values().flat_map(|tier| {
                let of = tier.windows.iter().filter(move |one| one.window == number);
                of.map(|one| [tier.when().in_force, one.when.in_force])
            });
            let uses: Vec<[Validity; 2]> = uses.collect();
            let in_use = |day: Date| uses.iter().any(|both| both.iter().all(|it| it.holds_on(day)));
            let days = days(self.compiled, &window.basis.cite, uses.as_flattened(), in_use);
            let path = format!("/ledger/windows/{}", window.id);
            held(self.compiled, &path, &window.id, &window.basis.cite, &days, self.found);
        }
    }

    fn consequences(&mut self) {
        for circumstance in self.ledger.circumstances.values() {
            let (id, within) = (&circumstance.id, [circumstance.when().in_force]);
            let path = format!("/ledger/circumstances/{id}");
            self.rule(&path, id, &circumstance.basis.cite, &within);
            self.imposed(&format!("{path}/imposes"), id, &circumstance.imposes, &within);
        }
        for node in self.ledger.nodes.values() {
            let (id, within) = (&node.id, [node.when.in_force]);
            let path = format!("/ledger/nodes/{id}");
            self.rule(&path, id, &[], &within);
            self.imposed(&format!("{path}/imposes"), id, &node.imposes, &within);
        }
        for closure in self.ledger.closures.values() {
            let (id, within) = (&closure.id, [closure.when.in_force]);
            let path = format!("/ledger/closures/{id}");
            self.rule(&path, id, &[], &within);
            self.imposed(&format!("{path}/imposes"), id, &closure.imposes, &within);
        }
    }

    fn others(&mut self) {
        for book in self.ledger.books.values() {
            let path = format!("/ledger/books/{}/life", book.id);
            for (path, life) in placed(&path, &book.life) {
                self.rule(&path, &book.id, &life.basis.cite, &[life.when().in_force]);
            }
        }
        for life in self.ledger.strike_lives.values() {
            let path = format!("/ledger/strike_lives/{}", life.id);
            self.rule(&path, &life.id, &life.life.basis.cite, &[life.when().in_force]);
        }
        for unknown in self.ledger.unknown_measures.values() {
            let path = format!("/ledger/unknown_measures/{}", unknown.id);
            self.rule(&path, &unknown.id, &[], &[unknown.when.in_force]);
        }
        for repeat in self.ledger.repeats.values() {
            let path = format!("/ledger/repeats/{}", repeat.id);
            self.rule(&path, &repeat.id, &repeat.basis.cite, &[repeat.when().in_force]);
        }
        for year_end in self.ledger.year_ends.values() {
            let path = format!("/ledger/year_ends/{}", year_end.id);
            self.rule(&path, &year_end.id, &year_end.basis.cite, &[year_end.when().in_force]);
        }
        for charge in self.ledger.charges.values() {
            let path = format!("/ledger/charges/{}", charge.id);
            let (id, within) = (&charge.id, charge.when().in_force);
            let Some(share) = &charge.share else {
                self.rule(&path, id, &charge.basis.cite, &[within]);
                continue;
            };
            self.variants(&format!("{path}/percent"), id, &share.percent, within);
            // A share is due on the days on which one is in force.
            let shares: Vec<Validity> = share.percent.iter().map(|one| one.when.in_force).collect();
            let due =
                |day: Date| within.holds_on(day) && shares.iter().any(|share| share.holds_on(day));
            let days =
                days(self.compiled, &charge.basis.cite, &[&shares[..], &[within]].concat(), due);
            held(self.compiled, &path, id, &charge.basis.cite, &days, self.found);
        }
        for reading in self.ledger.readings.values() {
            let path = format!("/ledger/readings/{}", reading.id);
            let days = days(self.compiled, &reading.cite, &[], |_| true);
            // Where an ambiguity comes from need not be in force on every day.
            let mut problems = Vec::new();
            held(self.compiled, &path, &reading.id, &reading.cite, &days, &mut problems);
            problems.retain(|problem| problem.code == Code::NeverCited);
            self.found.append(&mut problems);
        }
    }

    /// Looks for parts that nothing refers to.
    fn unused(&mut self, source: &Ledger) {
        let ledger = self.ledger;
        let tiers = || ledger.tiers.values();
        let windows = tiers().flat_map(|tier| &tier.windows).map(|one| one.window);
        let windows: BTreeSet<WindowId> = windows.collect();
        let labels = ledger.windows.values().filter_map(|window| window.by);
        let first = tiers().flat_map(|tier| &tier.first).filter_map(|first| first.is.by);
        let repeats = ledger.repeats.values().flat_map(|repeat| &repeat.by).copied();
        let labels: BTreeSet<LabelId> = labels.chain(first).chain(repeats).collect();
        let shares = ledger.charges.values().filter_map(|charge| charge.share.as_ref());
        let instead = ledger.amounts.values().filter_map(|amount| amount.or);
        let amounts: BTreeSet<AmountId> = shares.map(|share| share.of).chain(instead).collect();
        let books = tiers().flat_map(|tier| &tier.book).map(|variant| variant.is);
        let books: BTreeSet<BookId> = books.collect();
        let imposed = tiers().flat_map(|tier| &tier.measures);
        let imposed = imposed.chain(ledger.circumstances.values().flat_map(|it| &it.imposes));
        let imposed = imposed.chain(ledger.nodes.values().flat_map(|it| &it.imposes));
        let imposed = imposed.chain(ledger.closures.values().flat_map(|it| &it.imposes));
        let measures: BTreeSet<MeasureId> =
            imposed.flat_map(|one| &one.measures).copied().collect();
        self.look(&windows, &ledger.windows, "windows", &mut source.windows.keys());
        self.look(&labels, &ledger.labels, "labels", &mut source.labels.keys());
        self.look(&amounts, &ledger.amounts, "amounts", &mut source.amounts.keys());
        self.look(&books, &ledger.books, "books", &mut source.books.keys());
        self.look(&measures, &ledger.measures, "measures", &mut source.measures.keys());
        self.look(&read(ledger), &ledger.readings, "readings", &mut source.readings.keys());
    }

    /// Looks for entries of a table that are not among those used.
    fn look<K: Key, T>(
        &mut self,
        used: &BTreeSet<K>,
        table: &Table<K, T>,
        map: &str,
        names: &mut dyn Iterator<Item = &String>,
    ) {
        for (id, name) in table.ids().zip(names) {
            if !used.contains(&id) {
                let path = format!("/ledger/{map}/{name}");
                self.found.push(Problem::new(Code::UnusedPart, path).with("value", name));
            }
        }
    }
}

/// Values with their paths: one that stands alone has none of its own.
fn placed<'a, T: Conditional>(path: &str, variants: &'a [T]) -> Vec<(String, &'a T)> {
    let alone = variants.len() == 1 && variants.iter().all(|one| *one.when() == When::default());
    let place = |index: usize| if alone { path.to_owned() } else { format!("{path}/{index}") };
    variants.iter().enumerate().map(|(index, one)| (place(index), one)).collect()
}

/// The readings on which a rule depends.
fn read(ledger: &CompiledLedger) -> BTreeSet<ReadingId> {
    fn of<T: Conditional>(all: &[T]) -> impl Iterator<Item = &When> {
        all.iter().map(Conditional::when)
    }
    let mut rules: Vec<&When> = Vec::new();
    rules.extend(of(&ledger.overlap));
    rules.extend(of(ledger.strike_lives.as_slice()));
    rules.extend(ledger.books.values().flat_map(|book| of(&book.life)));
    rules.extend(ledger.reversed_opens_window.as_ref());
    rules.extend(ledger.windows.values().filter_map(|window| window.ends_with_year.as_ref()));
    rules.extend(of(ledger.unknown_measures.as_slice()));
    for tier in ledger.tiers.values() {
        rules.extend(of(&tier.points));
        rules.extend(of(&tier.book));
        rules.extend(of(&tier.strike));
        rules.extend(of(&tier.first));
        rules.extend(of(&tier.upgrade));
        rules.extend(of(&tier.windows));
        rules.extend(of(&tier.measures));
    }
    for circumstance in ledger.circumstances.values() {
        rules.extend(of(&circumstance.imposes));
    }
    for node in ledger.nodes.values() {
        rules.push(&node.when);
        rules.extend(of(&node.sums));
        rules.extend(of(&node.imposes));
    }
    for closure in ledger.closures.values() {
        rules.push(&closure.when);
        rules.extend(of(&closure.imposes));
    }
    rules.extend(of(ledger.year_ends.as_slice()));
    for charge in ledger.charges.values() {
        rules.push(charge.when());
        rules.extend(charge.share.iter().flat_map(|share| of(&share.percent)));
    }
    rules.iter().flat_map(|when| &when.read).map(|(reading, _)| *reading).collect()
}

/// Tiers, windows and nodes of low confidence that do not say why.
fn undisclosed(ledger: &Ledger, found: &mut Vec<Problem>) {
    let mut look = |map: &str, id: &str, low: bool, said: bool| {
        if low && !said {
            let path = format!("/ledger/{map}/{id}");
            found.push(Problem::new(Code::UndisclosedConfidence, path).with("value", id));
        }
    };
    for (id, tier) in &ledger.tiers {
        look("tiers", id, tier.confidence == Confidence::Low, tier.reading.is_some());
    }
    for (id, window) in &ledger.windows {
        // A window that only a named reading uses is explained by that reading.
        let uses = ledger.tiers.values().flat_map(|tier| &tier.windows);
        let chosen = uses.filter(|one| one.window == *id).all(|one| !one.read.is_empty());
        let said = window.reading.is_some() || chosen;
        look("windows", id, window.confidence == Confidence::Low, said);
    }
    for (id, node) in &ledger.nodes {
        // What only a named reading imposes is explained by that reading.
        let low = |one: &Imposed| one.confidence == Confidence::Low && one.read.is_empty();
        let low = node.imposes.iter().any(low);
        look("nodes", id, low, node.reading.is_some());
    }
}
