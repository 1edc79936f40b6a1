//! The state of an account.

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::compile::{
    BookId, CompiledLedger, CompiledTier, CompiledVariant, Conditional, LedgerRule, NodeId,
    RepeatId, Table, TierId, WindowId,
};
use crate::rulebook::{Confidence, Counted, Overlap, Summed};

use super::answer::{BookEntry, ClosedBy, Status};
use super::chosen::Chosen;
use super::finding::{Name, Sums};
use super::lots::Lapsing;
use super::running::Running;
use super::time;
use super::window::OpenWindow;

/// An account as a ledger sees it.
#[derive(Clone)]
pub(super) struct Account<'a> {
    pub(super) ledger: &'a CompiledLedger,
    /// How each ambiguous text is read.
    pub(super) chosen: Chosen<'a>,
    /// Sums of money that the request states.
    pub(super) stated: &'a Sums,
    pub(super) books: Table<BookId, BookState<'a>>,
    pub(super) strikes: u32,
    pub(super) strikes_of_year: u32,
    /// Strikes that lapse.
    pub(super) strike_lots: Lapsing<'a>,
    pub(super) closed: Option<Closed>,
    /// The windows, each by the name that its findings share.
    pub(super) windows: Table<WindowId, FxHashMap<Option<Name>, OpenWindow>>,
    /// Of every tier, the names that were found already.
    pub(super) seen: FxHashSet<(TierId, Option<Name>)>,
    /// How often findings repeated, by rule and names.
    pub(super) repeated: FxHashMap<(RepeatId, Vec<Name>), Repeated>,
    /// Of every node, the points of its tiers in the year.
    pub(super) sums: Table<NodeId, u32>,
    pub(super) running: Running,
    /// The year in which the account stands.
    pub(super) year: Option<i32>,
    /// How many findings were booked.
    pub(super) booked: usize,
}

/// That an account is closed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closed {
    pub(super) by: ClosedBy,
    pub(super) at: DateTime,
}

/// How often findings repeated.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Repeated {
    pub(super) times: u32,
    /// When last in a window.
    pub(super) last: Option<DateTime>,
}

/// A book of points.
#[derive(Clone, Default)]
pub(super) struct BookState<'a> {
    pub(super) points: u32,
    /// Points taken off.
    pub(super) credits: u32,
    /// Points carried over from earlier years.
    pub(super) carried: u32,
    /// Points that lapse.
    pub(super) lots: Lapsing<'a>,
}

impl BookState<'_> {
    /// The points that count.
    pub(super) fn net(&self) -> u32 {
        self.points.saturating_sub(self.credits)
    }
}

/// What an account counts, at a moment.
pub(super) struct Counts {
    points: Table<BookId, u32>,
    strikes: u32,
    strikes_of_year: u32,
    sums: Table<NodeId, u32>,
}

impl Counts {
    /// A count.
    pub(super) fn of(&self, counts: Counted, book: BookId) -> u32 {
        match counts {
            Counted::Points => self.points[book],
            Counted::Strikes => self.strikes,
            Counted::StrikesOfYear => self.strikes_of_year,
        }
    }
}

impl<'a> Account<'a> {
    pub(super) fn new(ledger: &'a CompiledLedger, chosen: Chosen<'a>, stated: &'a Sums) -> Self {
        Self {
            ledger,
            chosen,
            stated,
            books: ledger.books.map(|_, _| BookState::default()),
            strikes: 0,
            strikes_of_year: 0,
            strike_lots: Lapsing::default(),
            closed: None,
            windows: ledger.windows.map(|_, _| FxHashMap::default()),
            seen: FxHashSet::default(),
            repeated: FxHashMap::default(),
            sums: ledger.nodes.map(|_, _| 0),
            running: Running::default(),
            year: None,
            booked: 0,
        }
    }

    pub(super) fn status(&self) -> Status {
        let books = self.ledger.books.iter();
        Status {
            open: self.closed.is_none(),
            closed_by: self.closed.map(|closed| closed.by),
            closed_at: self.closed.map(|closed| time::write(closed.at, self.ledger)),
            points: self.net(BookId::main()),
            strikes: self.strikes,
            books: books
                .map(|(id, book)| BookEntry { book: book.id.clone(), points: self.net(id) })
                .collect(),
        }
    }

    /// The points that count in a book.
    pub(super) fn net(&self, book: BookId) -> u32 {
        self.books[book].net()
    }

    /// The points taken off a book beyond those booked in it: what has to be booked before any
    /// point counts.
    pub(super) fn surplus(&self, book: BookId) -> u32 {
        let book = &self.books[book];
        book.credits.saturating_sub(book.points)
    }

    /// A count.
    pub(super) fn count(&self, counts: Counted, book: BookId) -> u32 {
        match counts {
            Counted::Points => self.net(book),
            Counted::Strikes => self.strikes,
            Counted::StrikesOfYear => self.strikes_of_year,
        }
    }

    /// All counts as they stand.
    pub(super) fn counts(&self) -> Counts {
        Counts {
            points: self.books.map(|_, book| book.net()),
            strikes: self.strikes,
            strikes_of_year: self.strikes_of_year,
            sums: self.sums.clone(),
        }
    }

    /// What a node counts.
    pub(super) fn stands_at(&self, id: NodeId, day: Date) -> u32 {
        let node = &self.ledger.nodes[id];
        if self.sums_tiers(id, day) { self.sums[id] } else { self.count(node.counts, node.book) }
    }

    /// What a node counted when these were the counts.
    pub(super) fn stood_at(&self, id: NodeId, before: &Counts, day: Date) -> u32 {
        let node = &self.ledger.nodes[id];
        if self.sums_tiers(id, day) { before.sums[id] } else { before.of(node.counts, node.book) }
    }

    /// Whether a node sums up the points of its tiers only.
    fn sums_tiers(&self, id: NodeId, day: Date) -> bool {
        let sums = self.value(&self.ledger.nodes[id].sums, day);
        sums.is_some_and(|(sums, _)| sums == Summed::Tiers)
    }

    /// The first of several values that holds on `day`, and how well it is attested.
    pub(super) fn value<T: Copy>(
        &self,
        variants: &[CompiledVariant<T>],
        day: Date,
    ) -> Option<(T, Confidence)> {
        self.chosen.first(variants, day).map(|variant| (variant.is, variant.confidence))
    }

    /// The book of a tier's points, and how well it is attested: the main one, where the tier
    /// names none for the day.
    pub(super) fn book_of(&self, tier: &CompiledTier, day: Date) -> (BookId, Confidence) {
        self.value(&tier.book, day).unwrap_or((BookId::main(), Confidence::High))
    }

    /// The points of a tier, and how well they are attested: none, where the tier names none
    /// for the day.
    pub(super) fn points_of(&self, tier: &CompiledTier, day: Date) -> (u32, Confidence) {
        self.value(&tier.points, day).unwrap_or((0, Confidence::High))
    }

    /// What happens where measures meet.
    pub(super) fn overlap(&self, day: Date) -> Overlap {
        self.value(&self.ledger.overlap, day).map_or(Overlap::default(), |(rule, _)| rule)
    }

    /// Adds points to a book.
    pub(super) fn add_points(&mut self, book: BookId, at: DateTime, points: u32) {
        let life = self.chosen.first(&self.ledger.books[book].life, at.date());
        let rule = LedgerRule::Book(book);
        let book = &mut self.books[book];
        book.points = book.points.saturating_add(points);
        if let Some(life) = life.filter(|_| points > 0) {
            book.lots.queue(at, rule, life, points);
        }
    }

    /// Takes points off a book.
    pub(super) fn add_credits(&mut self, book: BookId, points: u32) {
        let book = &mut self.books[book];
        book.credits = book.credits.saturating_add(points);
    }

    /// Adds strikes.
    pub(super) fn add_strikes(&mut self, at: DateTime, strikes: u32) {
        self.strikes = self.strikes.saturating_add(strikes);
        self.strikes_of_year = self.strikes_of_year.saturating_add(strikes);
        let lives = self.ledger.strike_lives.iter();
        let mut lives = lives.filter(|(_, one)| self.chosen.holds(one.when(), at.date()));
        if let Some((id, one)) = lives.next().filter(|_| strikes > 0) {
            self.strike_lots.queue(at, LedgerRule::StrikeLife(id), &one.life, strikes);
        }
    }

    /// Clears a count, or leaves what is carried over.
    pub(super) fn clear(&mut self, counts: Counted, book: BookId, carried: Carried) {
        match counts {
            Counted::Points => {
                let book = &mut self.books[book];
                let booked = book.net().saturating_sub(book.carried);
                let reached = carried.from.is_some_and(|from| from <= booked);
                book.carried = carried.points.filter(|_| reached).unwrap_or(0);
                book.points = book.carried;
                book.credits = 0;
                book.lots.clear();
            }
            Counted::Strikes | Counted::StrikesOfYear => {
                self.strikes = 0;
                self.strike_lots.clear();
            }
        }
    }
}

/// What the turn of a year leaves in a book.
#[derive(Clone, Copy, Debug)]
pub(super) struct Carried {
    /// From how many points booked in the year some are; none, if left out.
    pub(super) from: Option<u32>,
    /// How many.
    pub(super) points: Option<u32>,
}
