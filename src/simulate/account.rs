//! The state of an account.

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime, NaiveTime};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::compile::{Compiled, CompiledLedger, CompiledVariant, Id, ProvisionId};
use crate::decide::{Citation, add, citations};
use crate::rulebook::{Confidence, Counted, Overlap};

use super::charges::Stated;
use super::effects::Reached;
use super::findings::Finding;
use super::lives::{Lapsing, Lot};
use super::measures::Running;
use super::readings::Chosen;
use super::window::OpenWindow;
use super::{
    BookEntry, ClosedBy, Entry, LapseEntry, Status, StrikeReason, YearEndEntry, booking, charges,
    effects, time,
};

/// An account as a ledger sees it.
#[derive(Clone)]
pub(super) struct Account<'a> {
    pub(super) rulebook: &'a Compiled,
    pub(super) ledger: &'a CompiledLedger,
    /// How each ambiguous text is read.
    pub(super) chosen: Chosen<'a>,
    /// Sums of money that the request states.
    pub(super) stated: &'a Stated,
    pub(super) books: Vec<Book<'a>>,
    pub(super) strikes: u32,
    pub(super) strikes_of_year: u32,
    /// Strikes that lapse, oldest first.
    pub(super) strike_lots: Lapsing<'a>,
    pub(super) closed: Option<(ClosedBy, DateTime)>,
    /// The windows, each by the label that its findings share.
    pub(super) windows: Vec<FxHashMap<u32, OpenWindow>>,
    /// Of every tier, the labels that were found already.
    pub(super) seen: FxHashSet<(Id, u32)>,
    /// How often findings repeated, by rule and labels, and when last in a window.
    pub(super) repeated: FxHashMap<(usize, Vec<u32>), (u32, Option<DateTime>)>,
    /// Of every node, the points of its tiers in the year.
    pub(super) sums: Vec<u32>,
    pub(super) running: Running,
    /// What every turn of the year did so far.
    pub(super) year_ends: Vec<YearEndEntry>,
    /// What lapsed so far.
    pub(super) lapses: Vec<LapseEntry>,
    /// Rules relied on that are badly attested, with their provisions and the day.
    pub(super) doubtful: Vec<(String, Vec<ProvisionId>, Date)>,
    /// Whether nothing has to be said of the rules relied on.
    pub(super) silent: bool,
    /// The year in which the account stands.
    pub(super) year: Option<i32>,
    /// How many findings were booked.
    pub(super) booked: usize,
    /// The rules whose number the last finding reached.
    pub(super) reached: Vec<Reached>,
    /// What the last finding's entry does not say, and an audit needs.
    pub(super) basis: Basis,
}

/// What an audit needs of a finding besides its entry.
#[derive(Clone, Default)]
pub(super) struct Basis {
    /// How many of its provisions are behind its points and its strike; they stand first.
    pub(super) counting: usize,
    /// The measures that are due, also those that take no effect because a graver one runs.
    pub(super) due: Vec<Id>,
}

/// A book of points.
#[derive(Clone, Default)]
pub(super) struct Book<'a> {
    pub(super) points: u32,
    /// Points taken off.
    pub(super) credits: u32,
    /// Points carried over from earlier years.
    pub(super) carried: u32,
    /// Points that lapse, oldest first.
    pub(super) lots: Lapsing<'a>,
}

impl Book<'_> {
    /// The points that count.
    pub(super) fn net(&self) -> u32 {
        self.points.saturating_sub(self.credits)
    }
}

impl<'a> Account<'a> {
    pub(super) fn new(
        rulebook: &'a Compiled,
        ledger: &'a CompiledLedger,
        chosen: Chosen<'a>,
        stated: &'a Stated,
    ) -> Self {
        Self {
            rulebook,
            ledger,
            chosen,
            stated,
            books: vec![Book::default(); ledger.books.len()],
            strikes: 0,
            strikes_of_year: 0,
            strike_lots: Lapsing::default(),
            closed: None,
            windows: vec![FxHashMap::default(); ledger.windows.len()],
            seen: FxHashSet::default(),
            repeated: FxHashMap::default(),
            sums: vec![0; ledger.nodes.len()],
            running: Running::default(),
            year_ends: Vec::new(),
            lapses: Vec::new(),
            doubtful: Vec::new(),
            silent: false,
            year: None,
            booked: 0,
            reached: Vec::new(),
            basis: Basis::default(),
        }
    }

    pub(super) fn status(&self) -> Status {
        let books = self.ledger.books.iter().zip(&self.books);
        Status {
            open: self.closed.is_none(),
            closed_by: self.closed.map(|(by, _)| by),
            closed_at: self.closed.map(|(_, at)| time::write(at, self.ledger)),
            points: self.net(0),
            strikes: self.strikes,
            books: books
                .map(|(rules, book)| BookEntry { book: rules.id.clone(), points: book.net() })
                .collect(),
        }
    }

    /// The points that count in a book.
    pub(super) fn net(&self, book: Id) -> u32 {
        self.books.get(usize::from(book)).map_or(0, Book::net)
    }

    /// The points taken off a book beyond those booked in it: what has to be booked before any
    /// point counts.
    pub(super) fn surplus(&self, book: Id) -> u32 {
        let book = self.books.get(usize::from(book));
        book.map_or(0, |book| book.credits.saturating_sub(book.points))
    }

    /// A count.
    pub(super) fn count(&self, counts: Counted, book: Id) -> u32 {
        match counts {
            Counted::Points => self.net(book),
            Counted::Strikes => self.strikes,
            Counted::StrikesOfYear => self.strikes_of_year,
        }
    }

    /// The first of several values that holds on `day`.
    pub(super) fn value<T: Copy>(
        &self,
        variants: &[CompiledVariant<T>],
        day: Date,
    ) -> Option<(T, Confidence)> {
        self.chosen.first(variants, day).map(|variant| (variant.is, variant.confidence))
    }

    /// What happens where measures meet.
    pub(super) fn overlap(&self, day: Date) -> Overlap {
        self.value(&self.ledger.overlap, day).map_or(Overlap::default(), |(rule, _)| rule)
    }

    /// Lets time pass up to a finding: years end, points and strikes lapse.
    pub(super) fn pass_to(&mut self, at: DateTime) {
        self.turn_years(at.date());
        self.lapse(at);
    }

    /// Lets time pass through a day.
    pub(super) fn pass_through(&mut self, day: Date) {
        self.turn_years(day);
        let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
        self.lapse(day.and_time(last));
    }

    /// Books a finding.
    pub(super) fn book(&mut self, finding: &Finding<'_>) -> Entry {
        let before = self.clone_counts();
        let booked = booking::book(self, finding);
        let charged = booked.charged();
        let mut citations = booked.citations;
        let counting = citations.len();
        let mut effects = match booked.reason {
            StrikeReason::Reversed => effects::Effects::default(),
            StrikeReason::NotCounted => effects::of_special(self, finding),
            _ => effects::of_finding(self, finding, booked.tier, booked.book, &before),
        };
        let counts = !matches!(booked.reason, StrikeReason::Reversed | StrikeReason::NotCounted);
        if !counts && (booked.points > 0 || booked.strikes > 0) {
            let concerned = (booked.tier, booked.book);
            effects::of_counts(self, finding, concerned, &before, &mut effects);
        }
        effects.citations.into_iter().for_each(|citation| add(&mut citations, citation));
        self.reached = effects.reached;
        self.basis = Basis { counting, due: effects.due };
        let money = if counts {
            charges::of_finding(self, finding, &charged, &mut citations)
        } else {
            Vec::new()
        };
        self.booked += 1;
        let tier = self.ledger.tiers.get(usize::from(booked.tier));
        let book = self.ledger.books.get(usize::from(booked.book));
        Entry {
            id: finding.id.clone(),
            issued: time::write(finding.at, self.ledger),
            version: finding.version.from.to_string(),
            tier: tier.map_or_else(String::new, |tier| tier.id.clone()),
            book: book.map_or_else(String::new, |book| book.id.clone()),
            points: booked.points,
            lost: booked.lost,
            raised: effects.raised,
            ledger: self.net(booked.book),
            strikes: self.strikes,
            strike: booked.strikes > 0,
            reason: booked.reason,
            window: booked.window,
            node: effects.node,
            closes: effects.closes,
            measures: effects.measures,
            money,
            citations,
            audit: None,
        }
    }

    fn clone_counts(&self) -> Before {
        Before {
            points: self.books.iter().map(Book::net).collect(),
            strikes: self.strikes,
            strikes_of_year: self.strikes_of_year,
            sums: self.sums.clone(),
        }
    }

    /// Adds points to a book, or takes them off.
    pub(super) fn add_points(&mut self, book: Id, at: DateTime, points: u32, credit: bool) {
        let (ledger, chosen) = (self.ledger, self.chosen);
        let rules = ledger.books.get(usize::from(book));
        let life = rules.and_then(|rules| chosen.first(&rules.life, at.date()));
        let Some(book) = self.books.get_mut(usize::from(book)) else { return };
        if credit {
            book.credits = book.credits.saturating_add(points);
            return;
        }
        book.points = book.points.saturating_add(points);
        if let Some(life) = life.filter(|_| points > 0) {
            Lot::new(at, life, points).queue(&mut book.lots);
        }
    }

    /// Adds strikes.
    pub(super) fn add_strikes(&mut self, at: DateTime, strikes: u32) {
        self.strikes = self.strikes.saturating_add(strikes);
        self.strikes_of_year = self.strikes_of_year.saturating_add(strikes);
        let life = self.chosen.first(&self.ledger.strike_lives, at.date());
        if let Some(life) = life.filter(|_| strikes > 0) {
            Lot::new(at, life, strikes).queue(&mut self.strike_lots);
        }
    }

    /// Notes that an answer relies on a rule: its provisions, and that it is badly attested
    /// if it is.
    pub(super) fn rely(
        &mut self,
        behind: &mut Vec<Citation>,
        kind: &str,
        id: &str,
        cite: &[ProvisionId],
        confidence: Confidence,
        day: Date,
    ) {
        if self.silent {
            return;
        }
        for citation in citations(self.rulebook, cite, day) {
            add(behind, citation);
        }
        let known = |about: &str| about.split_once('/') == Some((kind, id));
        if confidence < Confidence::High && !self.doubtful.iter().any(|(about, ..)| known(about)) {
            self.doubtful.push((format!("{kind}/{id}"), cite.to_vec(), day));
        }
    }
}

/// The counts before a finding.
pub(super) struct Before {
    pub(super) points: Vec<u32>,
    pub(super) strikes: u32,
    pub(super) strikes_of_year: u32,
    pub(super) sums: Vec<u32>,
}

impl Before {
    pub(super) fn count(&self, counts: Counted, book: Id) -> u32 {
        match counts {
            Counted::Points => self.points.get(usize::from(book)).copied().unwrap_or(0),
            Counted::Strikes => self.strikes,
            Counted::StrikesOfYear => self.strikes_of_year,
        }
    }
}
