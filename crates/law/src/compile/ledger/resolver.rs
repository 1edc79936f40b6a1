//! What resolving the parts of a ledger has in common.

use chrono::{FixedOffset, NaiveTime, Timelike};

use crate::problem::{Code, Problem};
use crate::rulebook::{Confidence, Imposed, Ledger, Ordered, Read, Validity, Variants};

use super::super::names::Names;
use super::super::{Key, Table};
use super::basis::{Basis, CompiledVariant, When};
use super::consequence::CompiledImposed;
use super::ids::{BookId, LabelId, TierId};

/// A ledger whose names are looked up.
pub(super) struct Resolver<'r, 'n, 'a> {
    pub(super) ledger: &'r Ledger,
    pub(super) names: &'n mut Names<'a>,
}

/// What resolves one part.
pub(super) type To<'t, 'r, 'n, 'a> = &'t mut Resolver<'r, 'n, 'a>;

impl<'r> Resolver<'r, '_, '_> {
    /// Resolves every entry of a map, each with its id and path.
    pub(super) fn all<K: Key, T, C>(
        &mut self,
        map: &'r Ordered<T>,
        key: &str,
        resolve: impl Fn(&mut Self, String, &str, &'r T) -> C,
    ) -> Table<K, C> {
        let mut all = Vec::with_capacity(map.len());
        for (id, entry) in map {
            all.push(resolve(self, id.clone(), &format!("/ledger/{key}/{id}"), entry));
        }
        self.names.table(all, &format!("/ledger/{key}"))
    }

    pub(super) fn when(&mut self, in_force: Validity, read: &Read, path: &str, id: &str) -> When {
        self.names.validity(in_force, path, id);
        let path = format!("{path}/read");
        let mut resolved = Vec::with_capacity(read.len());
        let mut by_default = true;
        for (reading, choice) in read {
            let index = self.names.find(&self.ledger.readings, reading, "reading", &path);
            let Some(known) = self.ledger.readings.get(reading) else { continue };
            resolved
                .push((index, self.names.find(&known.choices, choice, "reading_choice", &path)));
            by_default &= known.default == *choice;
        }
        if by_default {
            self.names.change(in_force);
        }
        When { in_force, read: resolved }
    }

    /// When days alone decide.
    pub(super) fn in_force(&mut self, in_force: Validity, path: &str, id: &str) -> When {
        self.when(in_force, &Read::default(), path, id)
    }

    /// When readings alone decide.
    pub(super) fn read(&mut self, read: &Read, path: &str, id: &str) -> When {
        self.when(Validity::default(), read, path, id)
    }

    pub(super) fn basis(
        &mut self,
        cite: &[String],
        confidence: Confidence,
        when: When,
        path: &str,
    ) -> Basis {
        Basis { cite: self.names.cite(cite, path), confidence, when }
    }

    pub(super) fn variants<T, C>(
        &mut self,
        variants: &Variants<T>,
        path: &str,
        resolve: impl Fn(&mut Self, &T, &str) -> C,
    ) -> Vec<CompiledVariant<C>> {
        match variants {
            Variants::One(value) => vec![CompiledVariant {
                is: resolve(self, value, path),
                confidence: Confidence::High,
                when: When::default(),
            }],
            Variants::Many(list) => {
                let mut variants = Vec::with_capacity(list.len());
                for (index, variant) in list.iter().enumerate() {
                    let path = format!("{path}/{index}");
                    variants.push(CompiledVariant {
                        is: resolve(self, &variant.is, &path),
                        confidence: variant.confidence,
                        when: self.when(variant.in_force, &variant.read, &path, ""),
                    });
                }
                variants
            }
        }
    }

    pub(super) fn imposed(&mut self, imposed: &[Imposed], path: &str) -> Vec<CompiledImposed> {
        let mut all = Vec::with_capacity(imposed.len());
        for imposed in imposed {
            self.not_none(path, imposed.days);
            self.not_none(path, imposed.exam.as_ref().and_then(|exam| exam.within));
            self.not_none(path, imposed.exam.as_ref().and_then(|exam| exam.otherwise));
            let measures = imposed.measures.iter();
            let measures = measures
                .map(|name| self.names.find(&self.ledger.measures, name, "measure", path))
                .collect();
            let when = self.when(imposed.in_force, &imposed.read, path, "");
            all.push(CompiledImposed {
                measures,
                days: imposed.days,
                exam: imposed.exam,
                basis: self.basis(&imposed.cite, imposed.confidence, when, path),
            });
        }
        all
    }

    /// A book; the main one, where none is named.
    pub(super) fn book(&mut self, book: Option<&String>, path: &str) -> BookId {
        book.map_or(BookId::main(), |book| self.names.find(&self.ledger.books, book, "book", path))
    }

    pub(super) fn label(&mut self, label: &str, path: &str) -> LabelId {
        self.names.find(&self.ledger.labels, label, "label", path)
    }

    pub(super) fn tiers(&mut self, tiers: &[String], path: &str) -> Vec<TierId> {
        tiers.iter().map(|tier| self.names.find(&self.ledger.tiers, tier, "tier", path)).collect()
    }

    pub(super) fn offset(&mut self) -> i32 {
        let written = &self.ledger.offset;
        // In one spelling, and in no other.
        match written.parse::<FixedOffset>() {
            Ok(offset) if offset.to_string() == *written => offset.local_minus_utc(),
            _ => {
                let problem = Problem::new(Code::NotAnInstant, "/ledger/offset");
                self.names.report(problem.with("value", written));
                0
            }
        }
    }

    /// Notes a number that says nothing as none at all: a time of no days, or what happens
    /// each time that nothing has come together.
    pub(super) fn not_none(&mut self, path: &str, number: Option<u32>) {
        if number == Some(0) {
            let problem = Problem::new(Code::OutOfRange, path).with("value", 0);
            self.names.report(problem.with("expected", "≥ 1"));
        }
    }

    /// Notes numbers that are no months, or that there is none.
    pub(super) fn months(&mut self, path: &str, months: &[u32]) {
        if months.is_empty() || months.iter().any(|month| !(1..=12).contains(month)) {
            let problem = Problem::new(Code::OutOfRange, format!("{path}/until/months"));
            let problem = problem.with("value", format!("{months:?}"));
            self.names.report(problem.with("expected", "1 – 12"));
        }
    }

    /// The code of the currency: three capital letters.
    pub(super) fn currency(&mut self) -> String {
        let code = &self.ledger.currency;
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let problem = Problem::new(Code::OutOfRange, "/ledger/currency").with("value", code);
            self.names.report(problem.with("expected", "ISO 4217"));
        }
        code.clone()
    }

    pub(super) fn time_of_day(&mut self) -> (u32, u32) {
        let written = &self.ledger.time_of_day;
        match NaiveTime::parse_from_str(written, "%H:%M") {
            Ok(time) if time.format("%H:%M").to_string() == *written => {
                (time.hour(), time.minute())
            }
            _ => {
                let problem = Problem::new(Code::NotAnInstant, "/ledger/time_of_day");
                self.names.report(problem.with("value", written));
                (0, 0)
            }
        }
    }

    /// Notes that an entry has to say exactly one of several things.
    pub(super) fn one_of(&mut self, path: &str, id: &str, expected: &str) {
        let problem = Problem::new(Code::NotOneCondition, path).with("value", id);
        self.names.report(problem.with("expected", expected));
    }
}
