//! What the engine runs.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use crate::rulebook::{
    AmountOf, Confidence, Counted, Effect, Exam, LifeFrom, Limits, Overlap, Per, Shape, StrikeRule,
    Summed, Validity,
};

use super::super::{Id, ProvisionId};

/// A ledger as the engine runs it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledLedger {
    /// The offset from UTC in which days are counted, as written.
    pub offset: String,
    /// The same, in seconds.
    pub offset_seconds: i32,
    /// The time of day counted for a finding that names none, as written.
    pub time_of_day: String,
    /// The same, as hour and minute.
    pub hour_and_minute: (u32, u32),
    /// The largest admissible request.
    pub limits: Limits,
    /// The readings of ambiguous texts.
    pub readings: Vec<CompiledReading>,
    /// What findings may name besides.
    pub labels: Vec<String>,
    /// Sums of money that a request may state.
    pub amounts: Vec<CompiledAmount>,
    /// The books, the main one first.
    pub books: Vec<CompiledBook>,
    /// How long a strike counts.
    pub strike_lives: Vec<CompiledVariant<CompiledLife>>,
    /// The measures.
    pub measures: Vec<CompiledMeasure>,
    /// What happens where measures meet.
    pub overlap: Vec<CompiledVariant<Overlap>>,
    /// The windows.
    pub windows: Vec<CompiledWindow>,
    /// The tiers, gravest first.
    pub tiers: Vec<CompiledTier>,
    /// The circumstances.
    pub circumstances: Vec<CompiledCircumstance>,
    /// Findings that are graver because they repeat others.
    pub repeats: Vec<CompiledRepeat>,
    /// When a reversed finding still begins its window.
    pub reversed_opens_window: Option<When>,
    /// The nodes.
    pub nodes: Vec<CompiledNode>,
    /// What closes the account.
    pub closures: Vec<CompiledClosure>,
    /// What the turn of the year does.
    pub year_ends: Vec<CompiledYearEnd>,
    /// What findings cost in money.
    pub charges: Vec<CompiledCharge>,
}

/// When a rule holds: on which days, and under which readings.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct When {
    /// The days.
    pub in_force: Validity,
    /// Readings and the choice that each has to have.
    pub read: Vec<(Id, Id)>,
}

impl When {
    /// Whether the rule holds on `day`, with these choices of the readings.
    #[must_use]
    pub fn holds(&self, day: Date, choices: &[Id]) -> bool {
        let chosen = |reading: Id| choices.get(usize::from(reading)).copied();
        let read_so = |(reading, choice): &(Id, Id)| chosen(*reading) == Some(*choice);
        self.in_force.holds_on(day) && self.read.iter().all(read_so)
    }
}

/// A value and when it holds.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledVariant<T> {
    /// The value.
    pub is: T,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it holds.
    pub when: When,
}

/// An ambiguity, and the ways of reading it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledReading {
    /// Its id.
    pub id: String,
    /// The ways of reading it.
    pub choices: Vec<String>,
    /// The one taken by default.
    pub default: Id,
    /// How well that is attested.
    pub confidence: Confidence,
    /// Where it comes from.
    pub cite: Vec<ProvisionId>,
}

/// A sum of money that a request may state.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledAmount {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub of: AmountOf,
    /// What is counted where it is stated as 0, in yuan.
    pub if_none: Option<u32>,
    /// What it is stated for.
    pub per: Per,
    /// The amount counted in its place where it is not stated.
    pub or: Option<Id>,
}

/// A book.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledBook {
    /// Its id.
    pub id: String,
    /// How long points count in it; for good, where none holds.
    pub life: Vec<CompiledVariant<CompiledLife>>,
}

/// How long points or strikes count.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledLife {
    /// The id of the book, or of the life of a strike.
    pub id: String,
    /// The number of days of 24 hours.
    pub days: u32,
    /// From when they are counted.
    pub from: LifeFrom,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// How well it is attested.
    pub confidence: Confidence,
}

/// A measure.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledMeasure {
    /// Its id.
    pub id: String,
    /// Whether it is done once rather than a state that lasts.
    pub act: bool,
}

/// How long a window is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Length {
    /// So many calendar days.
    Days(u32),
    /// So many hours.
    Hours(u32),
}

/// A window.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledWindow {
    /// Its id.
    pub id: String,
    /// How long it is.
    pub length: Length,
    /// How it moves.
    pub shape: Shape,
    /// The most points that can be booked in it.
    pub cap: Option<u32>,
    /// Whether only the finding that opens it books points.
    pub opener_only: bool,
    /// Whether it opens only once.
    pub once: bool,
    /// The label that the findings in it share.
    pub by: Option<Id>,
    /// Whether a finding that does not name it stays outside.
    pub named_only: bool,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// How well it is attested that it runs on across the turn of a year.
    pub across_years: Confidence,
    /// When it ends with the year instead.
    pub ends_with_year: Option<When>,
}

/// A tier.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledTier {
    /// Its id.
    pub id: String,
    /// The book of its points.
    pub book: Vec<CompiledVariant<Id>>,
    /// Points per finding, item, time or point.
    pub points: Vec<CompiledVariant<u32>>,
    /// What the points are taken for.
    pub per: Per,
    /// Whether its findings close the account.
    pub closes: bool,
    /// Whether the points are taken off the book.
    pub credit: bool,
    /// Whether it costs points of which no number is known.
    pub unnumbered: bool,
    /// Other points for the first finding of its kind.
    pub first: Vec<CompiledVariant<CompiledFirst>>,
    /// Its windows.
    pub windows: Vec<CompiledWithin>,
    /// Whether its findings are strikes.
    pub strike: Vec<CompiledVariant<StrikeRule>>,
    /// The tier one higher.
    pub upgrade: Vec<CompiledUpgrade>,
    /// The measures it carries.
    pub measures: Vec<CompiledImposed>,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it is in force.
    pub in_force: Validity,
}

/// Other points for the first finding of its kind.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledFirst {
    /// The points.
    pub points: u32,
    /// The label that makes findings one kind; all of the tier are, if none.
    pub by: Option<Id>,
}

/// A window of a tier.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledWithin {
    /// The window.
    pub window: Id,
    /// Whether it limits the points.
    pub caps: bool,
    /// Whether findings in it are one strike together.
    pub merges: bool,
    /// When it holds.
    pub when: When,
}

/// The tier one higher.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledUpgrade {
    /// The tier.
    pub to: Id,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it holds.
    pub when: When,
}

/// Measures that begin together.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledImposed {
    /// The measures.
    pub measures: Vec<Id>,
    /// How many days of 24 hours they run; final, if none.
    pub days: Option<u32>,
    /// The exam that the seller has to pass.
    pub exam: Option<Exam>,
    /// The provisions behind them.
    pub cite: Vec<ProvisionId>,
    /// How well they are attested.
    pub confidence: Confidence,
    /// When they are due.
    pub when: When,
}

/// A circumstance.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledCircumstance {
    /// Its id.
    pub id: String,
    /// What it does.
    pub effect: Effect,
    /// What begins in place of the tier's measures.
    pub imposes: Vec<CompiledImposed>,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it is in force.
    pub in_force: Validity,
}

/// A finding that is graver because it is not the first of its kind.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledRepeat {
    /// Its id.
    pub id: String,
    /// The labels that the findings share.
    pub by: Vec<Id>,
    /// Which finding it is.
    pub at: u32,
    /// The tiers whose findings are counted.
    pub tiers: Vec<Id>,
    /// The tier it is judged under.
    pub becomes: Id,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it is in force.
    pub in_force: Validity,
}

/// Measures at numbers of points or strikes.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledNode {
    /// Its id.
    pub id: String,
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are.
    pub book: Id,
    /// The number.
    pub at: u32,
    /// Whether its multiples count too.
    pub multiples: bool,
    /// The tiers whose findings it applies to; all, if none.
    pub tiers: Vec<Id>,
    /// Which points are summed up for it.
    pub sums: Vec<CompiledVariant<Summed>>,
    /// What begins.
    pub imposes: Vec<CompiledImposed>,
    /// When it holds.
    pub when: When,
}

/// What closes the account.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledClosure {
    /// Its id.
    pub id: String,
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are.
    pub book: Id,
    /// The number that closes the account.
    pub at: u32,
    /// What the ledger is raised to.
    pub raises_to: Option<u32>,
    /// What begins.
    pub imposes: Vec<CompiledImposed>,
    /// When it holds.
    pub when: When,
}

/// What the turn of the year does.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledYearEnd {
    /// Its id.
    pub id: String,
    /// What is turned over.
    pub counts: Counted,
    /// The book, where points are.
    pub book: Id,
    /// From how many points of the year some are carried over.
    pub carry_from: Option<u32>,
    /// How many are carried over then.
    pub carry: Option<u32>,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it holds.
    pub when: When,
}

/// What a finding costs in money.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledCharge {
    /// Its id.
    pub id: String,
    /// Of the charges of one group, only the first that applies is due.
    pub group: String,
    /// The tiers whose findings it applies to; all, if none.
    pub tiers: Vec<Id>,
    /// What has to be reached.
    pub reached: Option<CompiledCharged>,
    /// What has to set it off; anything, if neither names one.
    pub upon: Upon,
    /// The least points that the finding itself has to book.
    pub single: Option<u32>,
    /// The amount of which a share is due, and the share in percent.
    pub share: Option<(Id, Vec<CompiledVariant<u32>>)>,
    /// Whether the share is only the most that can be due.
    pub up_to: bool,
    /// The least that is due, in yuan.
    pub least: Option<u32>,
    /// The most that is due, in yuan.
    pub most: Option<u32>,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it holds.
    pub when: When,
}

/// Nodes and closures.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Upon {
    /// The nodes.
    pub nodes: Vec<Id>,
    /// The closures.
    pub closures: Vec<Id>,
}

/// What has to be reached for a charge.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledCharged {
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are.
    pub book: Id,
    /// The least number.
    pub from: u32,
    /// The largest number.
    pub to: Option<u32>,
}

impl CompiledLedger {
    /// The choices of the readings, where a request names none.
    #[must_use]
    pub fn defaults(&self) -> Vec<Id> {
        self.readings.iter().map(|reading| reading.default).collect()
    }

    /// The number of points in a book, or of strikes, that closes the account on `day`.
    #[must_use]
    pub fn limit(&self, counted: Counted, book: Id, day: Date, choices: &[Id]) -> Option<u32> {
        let closures = self.closures.iter().filter(|closure| {
            closure.counts == counted && (counted != Counted::Points || closure.book == book)
        });
        closures.filter(|closure| closure.when.holds(day, choices)).map(|closure| closure.at).min()
    }
}
