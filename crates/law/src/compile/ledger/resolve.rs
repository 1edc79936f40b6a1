//! Resolves the names of a ledger.

use chrono::{FixedOffset, NaiveTime, Timelike};

use crate::problem::{Code, Problem};
use crate::rulebook::{
    Charge, Circumstance, Closure, Imposed, Ledger, LedgerNode, Life, Ordered, Read, Repeat,
    Rulebook, StrikeLife, Tier, Validity, Variants, Window, YearEnd,
};

use super::super::Id;
use super::super::names::Names;
use super::form::{
    CompiledAmount, CompiledBook, CompiledCharge, CompiledCharged, CompiledCircumstance,
    CompiledClosure, CompiledFirst, CompiledImposed, CompiledLedger, CompiledLife, CompiledMeasure,
    CompiledNode, CompiledReading, CompiledRepeat, CompiledTier, CompiledUpgrade, CompiledVariant,
    CompiledWindow, CompiledWithin, CompiledYearEnd, Length, Upon, When,
};

pub(in super::super) fn compile(
    rulebook: &Rulebook,
    names: &mut Names<'_>,
) -> Option<CompiledLedger> {
    let ledger = rulebook.ledger.as_ref()?;
    let mut resolver = Resolver { ledger, names };
    Some(resolver.ledger())
}

struct Resolver<'r, 'n, 'a> {
    ledger: &'r Ledger,
    names: &'n mut Names<'a>,
}

impl<'r> Resolver<'r, '_, '_> {
    fn ledger(&mut self) -> CompiledLedger {
        let ledger = self.ledger;
        CompiledLedger {
            offset: ledger.offset.clone(),
            offset_seconds: self.offset(),
            time_of_day: ledger.time_of_day.clone(),
            hour_and_minute: self.time_of_day(),
            limits: ledger.limits,
            readings: self.readings(),
            labels: ledger.labels.keys().cloned().collect(),
            amounts: self.amounts(),
            books: self.all(&ledger.books, "books", |this, id, path, book| CompiledBook {
                life: this.lives(book.life.as_ref(), &id, &format!("{path}/life")),
                id,
            }),
            strike_lives: self.all(&ledger.strike_lives, "strike_lives", Self::strike_life),
            measures: ledger
                .measures
                .iter()
                .map(|(id, measure)| CompiledMeasure { id: id.clone(), act: measure.act })
                .collect(),
            overlap: self.variants(&ledger.overlap, "/ledger/overlap", |_, rule, _| *rule),
            windows: self.all(&ledger.windows, "windows", Self::window),
            tiers: self.all(&ledger.tiers, "tiers", Self::tier),
            circumstances: self.all(&ledger.circumstances, "circumstances", Self::circumstance),
            repeats: self.all(&ledger.repeats, "repeats", Self::repeat),
            reversed_opens_window: ledger.reversed_opens_window.as_ref().map(|read| {
                self.when(Validity::default(), read, "/ledger/reversed_opens_window", "")
            }),
            nodes: self.all(&ledger.nodes, "nodes", Self::node),
            closures: self.all(&ledger.closures, "closures", Self::closure),
            year_ends: self.all(&ledger.year_ends, "year_ends", Self::year_end),
            charges: self.all(&ledger.charges, "charges", Self::charge),
        }
    }

    /// Resolves every entry of a map, each with its id and path.
    fn all<T, C>(
        &mut self,
        map: &'r Ordered<T>,
        key: &str,
        resolve: impl Fn(&mut Self, String, &str, &'r T) -> C,
    ) -> Vec<C> {
        let mut all = Vec::with_capacity(map.len());
        for (id, entry) in map {
            all.push(resolve(self, id.clone(), &format!("/ledger/{key}/{id}"), entry));
        }
        all
    }

    fn when(&mut self, in_force: Validity, read: &Read, path: &str, id: &str) -> When {
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

    fn variants<T, C>(
        &mut self,
        variants: &Variants<T>,
        path: &str,
        resolve: impl Fn(&mut Self, &T, &str) -> C,
    ) -> Vec<CompiledVariant<C>> {
        match variants {
            Variants::One(value) => vec![CompiledVariant {
                is: resolve(self, value, path),
                confidence: crate::rulebook::Confidence::High,
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

    fn readings(&mut self) -> Vec<CompiledReading> {
        self.all(&self.ledger.readings, "readings", |this, id, path, reading| CompiledReading {
            id,
            choices: reading.choices.keys().cloned().collect(),
            default: this.names.find(&reading.choices, &reading.default, "reading_choice", path),
            confidence: reading.confidence,
            cite: this.names.cite(&reading.cite, path),
        })
    }

    fn amounts(&mut self) -> Vec<CompiledAmount> {
        self.all(&self.ledger.amounts, "amounts", |this, id, path, amount| CompiledAmount {
            id,
            of: amount.of,
            if_none: amount.if_none,
            per: amount.per,
            or: amount
                .or
                .as_ref()
                .map(|or| this.names.find(&this.ledger.amounts, or, "amount", path)),
        })
    }

    fn lives(
        &mut self,
        lives: Option<&Variants<Life>>,
        book: &str,
        path: &str,
    ) -> Vec<CompiledVariant<CompiledLife>> {
        let Some(lives) = lives else { return Vec::new() };
        self.variants(lives, path, |this, life, path| {
            this.not_none(path, Some(life.days));
            CompiledLife {
                id: book.to_owned(),
                days: life.days,
                from: life.from,
                cite: this.names.cite(&life.cite, path),
                confidence: life.confidence,
            }
        })
    }

    fn strike_life(
        &mut self,
        id: String,
        path: &str,
        life: &StrikeLife,
    ) -> CompiledVariant<CompiledLife> {
        self.not_none(path, Some(life.days));
        CompiledVariant {
            confidence: life.confidence,
            when: self.when(life.in_force, &life.read, path, &id),
            is: CompiledLife {
                days: life.days,
                from: life.from,
                cite: self.names.cite(&life.cite, path),
                confidence: life.confidence,
                id,
            },
        }
    }

    fn offset(&mut self) -> i32 {
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
    fn not_none(&mut self, path: &str, number: Option<u32>) {
        if number == Some(0) {
            let problem = Problem::new(Code::OutOfRange, path).with("value", 0);
            self.names.report(problem.with("expected", "≥ 1"));
        }
    }

    fn time_of_day(&mut self) -> (u32, u32) {
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

    fn book(&mut self, book: Option<&String>, path: &str) -> Id {
        book.map_or(0, |book| self.names.find(&self.ledger.books, book, "book", path))
    }

    fn label(&mut self, label: &str, path: &str) -> Id {
        self.names.find(&self.ledger.labels, label, "label", path)
    }

    fn tiers(&mut self, tiers: &[String], path: &str) -> Vec<Id> {
        tiers.iter().map(|tier| self.names.find(&self.ledger.tiers, tier, "tier", path)).collect()
    }

    fn imposed(&mut self, imposed: &[Imposed], path: &str) -> Vec<CompiledImposed> {
        let mut all = Vec::with_capacity(imposed.len());
        for imposed in imposed {
            self.not_none(path, imposed.days);
            self.not_none(path, imposed.exam.as_ref().and_then(|exam| exam.within));
            self.not_none(path, imposed.exam.as_ref().and_then(|exam| exam.otherwise));
            let measures = imposed.measures.iter();
            all.push(CompiledImposed {
                measures: measures
                    .map(|m| self.names.find(&self.ledger.measures, m, "measure", path))
                    .collect(),
                days: imposed.days,
                exam: imposed.exam,
                cite: self.names.cite(&imposed.cite, path),
                confidence: imposed.confidence,
                when: self.when(imposed.in_force, &imposed.read, path, ""),
            });
        }
        all
    }

    fn window(&mut self, id: String, path: &str, window: &Window) -> CompiledWindow {
        let length = match (window.days, window.hours) {
            (Some(days), None) => Length::Days(days),
            (None, Some(hours)) => Length::Hours(hours),
            _ => {
                self.one_of(path, &id, "days, hours");
                Length::Days(0)
            }
        };
        self.not_none(path, window.days.or(window.hours));
        if window.named_only && window.by.is_none() {
            self.one_of(path, &id, "by");
        }
        let ends_with_year = window.ends_with_year.as_ref();
        CompiledWindow {
            length,
            shape: window.shape,
            cap: window.cap,
            opener_only: window.opener_only,
            once: window.once,
            by: window.by.as_ref().map(|label| self.label(label, path)),
            named_only: window.named_only,
            cite: self.names.cite(&window.cite, path),
            confidence: window.confidence,
            across_years: window.across_years,
            ends_with_year: ends_with_year
                .map(|read| self.when(Validity::default(), read, path, &id)),
            id,
        }
    }

    /// Notes that an entry has to say exactly one of several things.
    fn one_of(&mut self, path: &str, id: &str, expected: &str) {
        let problem = Problem::new(Code::NotOneCondition, path).with("value", id);
        self.names.report(problem.with("expected", expected));
    }

    fn tier(&mut self, id: String, path: &str, tier: &Tier) -> CompiledTier {
        self.names.validity(tier.in_force, path, &id);
        self.names.change(tier.in_force);
        let main = Variants::One(String::new());
        let book = self.variants(tier.book.as_ref().unwrap_or(&main), path, |this, book, path| {
            this.book(Some(book).filter(|book| !book.is_empty()), path)
        });
        let first = tier.first.as_ref().map_or_else(Vec::new, |first| {
            self.variants(first, &format!("{path}/first"), |this, first, path| CompiledFirst {
                points: first.points,
                by: first.by.as_ref().map(|label| this.label(label, path)),
            })
        });
        let mut windows = Vec::with_capacity(tier.windows.len());
        for within in &tier.windows {
            windows.push(CompiledWithin {
                window: self.names.find(&self.ledger.windows, &within.window, "window", path),
                caps: within.caps,
                merges: within.merges,
                when: self.when(within.in_force, &within.read, path, &id),
            });
        }
        let mut upgrade = Vec::with_capacity(tier.upgrade.len());
        for higher in &tier.upgrade {
            upgrade.push(CompiledUpgrade {
                to: self.names.find(&self.ledger.tiers, &higher.to, "tier", path),
                confidence: higher.confidence,
                when: self.when(Validity::default(), &higher.read, path, &id),
            });
        }
        CompiledTier {
            book,
            points: self.variants(&tier.points, path, |_, points, _| *points),
            per: tier.per,
            closes: tier.closes,
            credit: tier.credit,
            unnumbered: tier.unnumbered,
            first,
            windows,
            strike: self.variants(&tier.strike, path, |_, rule, _| *rule),
            upgrade,
            measures: self.imposed(&tier.measures, path),
            cite: self.names.cite(&tier.cite, path),
            confidence: tier.confidence,
            in_force: tier.in_force,
            id,
        }
    }

    fn circumstance(
        &mut self,
        id: String,
        path: &str,
        circumstance: &Circumstance,
    ) -> CompiledCircumstance {
        self.names.validity(circumstance.in_force, path, &id);
        self.names.change(circumstance.in_force);
        CompiledCircumstance {
            effect: circumstance.effect,
            imposes: self.imposed(&circumstance.imposes, path),
            cite: self.names.cite(&circumstance.cite, path),
            confidence: circumstance.confidence,
            in_force: circumstance.in_force,
            id,
        }
    }

    fn repeat(&mut self, id: String, path: &str, repeat: &Repeat) -> CompiledRepeat {
        self.names.validity(repeat.in_force, path, &id);
        self.not_none(path, Some(repeat.at));
        self.names.change(repeat.in_force);
        CompiledRepeat {
            by: repeat.by.iter().map(|label| self.label(label, path)).collect(),
            at: repeat.at,
            tiers: self.tiers(&repeat.tiers, path),
            becomes: self.names.find(&self.ledger.tiers, &repeat.becomes, "tier", path),
            cite: self.names.cite(&repeat.cite, path),
            confidence: repeat.confidence,
            in_force: repeat.in_force,
            id,
        }
    }

    fn node(&mut self, id: String, path: &str, node: &LedgerNode) -> CompiledNode {
        if node.every.is_some() == node.at.is_some() {
            self.one_of(path, &id, "every, at");
        }
        self.not_none(path, node.every.or(node.at));
        CompiledNode {
            counts: node.counts,
            book: self.book(node.book.as_ref(), path),
            at: node.every.or(node.at).unwrap_or(0),
            multiples: node.every.is_some(),
            tiers: self.tiers(&node.tiers, path),
            sums: self.variants(&node.sums, path, |_, sums, _| *sums),
            imposes: self.imposed(&node.imposes, path),
            when: self.when(node.in_force, &node.read, path, &id),
            id,
        }
    }

    fn closure(&mut self, id: String, path: &str, closure: &Closure) -> CompiledClosure {
        self.not_none(path, Some(closure.at));
        CompiledClosure {
            counts: closure.counts,
            book: self.book(closure.book.as_ref(), path),
            at: closure.at,
            raises_to: closure.raises_to,
            imposes: self.imposed(&closure.imposes, path),
            when: self.when(closure.in_force, &closure.read, path, &id),
            id,
        }
    }

    fn year_end(&mut self, id: String, path: &str, year_end: &YearEnd) -> CompiledYearEnd {
        CompiledYearEnd {
            counts: year_end.counts,
            book: self.book(year_end.book.as_ref(), path),
            carry_from: year_end.carry_from,
            carry: year_end.carry,
            cite: self.names.cite(&year_end.cite, path),
            confidence: year_end.confidence,
            when: self.when(year_end.in_force, &year_end.read, path, &id),
            id,
        }
    }

    fn charge(&mut self, id: String, path: &str, charge: &Charge) -> CompiledCharge {
        if charge.share_of.is_some() != charge.percent.is_some() {
            self.one_of(path, &id, "share_of + percent, least");
        }
        let amounts = &self.ledger.amounts;
        let share = charge.share_of.as_ref().zip(charge.percent.as_ref());
        CompiledCharge {
            group: charge.group.clone(),
            tiers: self.tiers(&charge.tiers, path),
            reached: charge.when.as_ref().map(|reached| CompiledCharged {
                counts: reached.counts,
                book: self.book(reached.book.as_ref(), path),
                from: reached.from,
                to: reached.to,
            }),
            upon: self.upon(&charge.upon, path),
            single: charge.single,
            share: share.map(|(amount, percent)| {
                let percent = self.variants(percent, path, |_, percent, _| *percent);
                (self.names.find(amounts, amount, "amount", path), percent)
            }),
            up_to: charge.up_to,
            least: charge.least,
            most: charge.most,
            cite: self.names.cite(&charge.cite, path),
            confidence: charge.confidence,
            when: self.when(charge.in_force, &charge.read, path, &id),
            id,
        }
    }

    /// The nodes and closures of these names.
    fn upon(&mut self, names: &[String], path: &str) -> Upon {
        let mut upon = Upon::default();
        for name in names {
            let closure = self.ledger.closures.get_index_of(name);
            match closure.and_then(|index| Id::try_from(index).ok()) {
                Some(closure) => upon.closures.push(closure),
                None => {
                    let nodes = &self.ledger.nodes;
                    upon.nodes.push(self.names.find(nodes, name, "node_or_closure", path));
                }
            }
        }
        upon
    }
}
