//! Where points and strikes are counted, how long, and which findings count together.

use chrono::{Datelike, Days, Months, NaiveDate as Date};
use serde::{Deserialize, Serialize};

use super::{Confidence, Counted, Read, Validity, Variants};
use crate::text::Text;

/// A book in which points are counted on their own.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Book {
    /// Its name.
    pub title: Text,
    /// How long points count in it; until the year ends, or for good, if left out. It is the
    /// life that holds on the day on which they are booked.
    #[serde(default)]
    pub life: Option<Variants<Life>>,
}

/// How long strikes count.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StrikeLife {
    /// Its name.
    pub title: Text,
    /// The number of days of 24 hours.
    pub days: u32,
    /// From when they are counted.
    pub from: LifeFrom,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
    /// The readings under which it holds; any, if left out.
    #[serde(default)]
    pub read: Read,
}

/// How long points count: so many `days` `from` when they were booked, or `until` a turn.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Life {
    /// The number of days of 24 hours.
    #[serde(default)]
    pub days: Option<u32>,
    /// From when they are counted.
    #[serde(default)]
    pub from: Option<LifeFrom>,
    /// The turn with which they lapse, such as that of a quarter: the next after their day.
    #[serde(default)]
    pub until: Option<Turn>,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
}

/// A day that comes round in certain months, with whose beginning points lapse.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// The months, by number.
    pub months: Vec<u32>,
    /// Which day of each.
    pub day: TurnDay,
}

/// Which day of a month a turn is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TurnDay {
    /// The first.
    FirstDay,
    /// The first Monday.
    FirstMonday,
    /// The last Monday.
    LastMonday,
}

impl Turn {
    /// The first turn after a day; none, where the calendar ends.
    #[must_use]
    pub fn after(&self, day: Date) -> Option<Date> {
        // Within a year every month comes round, the present one last once more.
        (0..=12).find_map(|ahead| {
            let first = day.with_day(1)?.checked_add_months(Months::new(ahead))?;
            let turns = self.months.contains(&first.month());
            turns.then(|| self.day.of_month(first)).flatten().filter(|turn| *turn > day)
        })
    }
}

impl TurnDay {
    /// That day of the month that begins on `first`.
    fn of_month(self, first: Date) -> Option<Date> {
        let monday_from = |day: Date| {
            let ahead = (7 - day.weekday().num_days_from_monday()) % 7;
            day.checked_add_days(Days::new(u64::from(ahead)))
        };
        match self {
            Self::FirstDay => Some(first),
            Self::FirstMonday => monday_from(first),
            // A week before the first Monday of the next month.
            Self::LastMonday => monday_from(first.checked_add_months(Months::new(1))?)?
                .checked_sub_days(Days::new(7)),
        }
    }
}

/// From when a life is counted.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LifeFrom {
    /// From the time of the finding.
    Instant,
    /// From the beginning of its day.
    Day,
}

/// Something that a finding may name, such as the right infringed.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The question.
    pub ask: Text,
    /// What it bears on.
    pub says: Text,
}

/// A span of time within which findings are counted together. It has either `days` or
/// `hours`.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Its name.
    pub title: Text,
    /// How many calendar days it has, the day of its first finding included.
    #[serde(default)]
    pub days: Option<u32>,
    /// How many hours it has, from the time of its first finding.
    #[serde(default)]
    pub hours: Option<u32>,
    /// How it moves.
    #[serde(default)]
    pub shape: Shape,
    /// The most points that can be booked in it; what exceeds them is lost.
    #[serde(default)]
    pub cap: Option<u32>,
    /// Whether only the finding that opens it books points.
    #[serde(default)]
    pub opener_only: bool,
    /// Whether it opens only once.
    #[serde(default)]
    pub once: bool,
    /// The label that the findings in it share; one window for all, if left out.
    #[serde(default)]
    pub by: Option<String>,
    /// Whether a finding that does not name the label stays outside; those that name none
    /// share a window, if left out.
    #[serde(default)]
    pub named_only: bool,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// How well it is attested that it runs on across the turn of a year.
    #[serde(default)]
    pub across_years: Confidence,
    /// The readings under which it ends with the year instead.
    #[serde(default)]
    pub ends_with_year: Option<Read>,
    /// The reading taken of the text, and why.
    #[serde(default)]
    pub reading: Option<Text>,
}

/// How a window moves.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// It begins with its first finding and stands.
    #[default]
    Anchored,
    /// Every finding in it prolongs it.
    Chained,
    /// It always reaches back from the finding at hand.
    Trailing,
}

/// A finding that is graver because it is not the first of its kind.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// Its name.
    pub title: Text,
    /// The labels that the findings share. A finding that lacks one of them is not counted.
    pub by: Vec<String>,
    /// Which finding it is that counts as graver.
    pub at: u32,
    /// The tiers whose findings are counted.
    pub tiers: Vec<String>,
    /// The tier it is judged under.
    pub becomes: String,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
}

/// What the turn of the year does to an account that is open.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct YearEnd {
    /// Its name.
    pub title: Text,
    /// What is turned over.
    pub counts: Counted,
    /// The book, where points are; the first, if left out.
    #[serde(default)]
    pub book: Option<String>,
    /// From how many points booked in the year some are carried over; everything is
    /// cleared, if left out.
    #[serde(default)]
    pub carry_from: Option<u32>,
    /// How many are carried over then.
    #[serde(default)]
    pub carry: Option<u32>,
    /// The provisions behind it.
    pub cite: Vec<String>,
    /// How well it is attested.
    #[serde(default)]
    pub confidence: Confidence,
    /// When it is in force; always, if left out.
    #[serde(default)]
    pub in_force: Validity,
    /// The readings under which it holds; any, if left out.
    #[serde(default)]
    pub read: Read,
}
