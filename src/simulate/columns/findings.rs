//! The findings of many sellers, column by column.

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime, NaiveTime};

use crate::compile::{CircumstanceId, Compiled, CompiledLedger, TierId, When};
use crate::day;
use crate::problem::{Code, Problem, child};
use crate::refused::Refused;
use crate::request::Reader;

use super::super::time;

/// The findings of many sellers, sorted by seller and then by time. All columns have as many rows.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct FindingColumns<'a> {
    /// The sellers, by numbers that never fall from one row to the next.
    pub seller: &'a [u32],
    /// The days of issue, in days since 1970-01-01.
    pub day: &'a [i32],
    /// The tiers, by their codes.
    pub tier: &'a [u8],
    /// The time of the day in the ledger's own offset from UTC, in seconds since midnight;
    /// [`NOT_STATED`], where it is not known. The ledger's own time of day, if left out.
    pub second: Option<&'a [u32]>,
    /// How many items, times or points each finding counts; [`NOT_STATED`] is one. One, if left
    /// out.
    pub items: Option<&'a [u32]>,
    /// Whether it was reversed: 0 or 1. None was, if left out.
    pub reversed: Option<&'a [u8]>,
    /// The circumstances that are stated, a bit for each. None, if left out.
    pub circumstances: Option<&'a [u32]>,
    /// What findings name besides, such as a holder, by the rulebook's names of them: the same
    /// number for the same one; [`NOT_STATED`], where none is named.
    pub labels: Vec<(&'a str, &'a [u32])>,
}

/// That nothing is stated.
pub const NOT_STATED: u32 = u32::MAX;

impl<'a> FindingColumns<'a> {
    /// Findings of sellers, of which nothing else is stated.
    #[must_use]
    pub fn new(seller: &'a [u32], day: &'a [i32], tier: &'a [u8]) -> Self {
        Self { seller, day, tier, ..Self::default() }
    }

    /// With how many items, times or points each counts.
    #[must_use]
    pub fn items(mut self, items: &'a [u32]) -> Self {
        self.items = Some(items);
        self
    }

    /// With the time of the day of each.
    #[must_use]
    pub fn second(mut self, second: &'a [u32]) -> Self {
        self.second = Some(second);
        self
    }

    /// With those that were reversed.
    #[must_use]
    pub fn reversed(mut self, reversed: &'a [u8]) -> Self {
        self.reversed = Some(reversed);
        self
    }

    /// With circumstances.
    #[must_use]
    pub fn circumstances(mut self, circumstances: &'a [u32]) -> Self {
        self.circumstances = Some(circumstances);
        self
    }

    /// With what each names under a label of the rulebook.
    #[must_use]
    pub fn label(mut self, label: &'a str, names: &'a [u32]) -> Self {
        self.labels.push((label, names));
        self
    }
}

/// A finding that was read.
#[derive(Clone, Debug)]
pub(super) struct ReadFinding {
    pub(super) seller: u32,
    pub(super) at: DateTime,
    pub(super) tier: TierId,
    pub(super) items: u32,
    pub(super) reversed: bool,
    pub(super) circumstances: u32,
    /// What it names, in the order of the rulebook's labels.
    pub(super) names: Vec<u32>,
}

/// Reads findings, one row after the other.
pub(super) struct FindingRows<'r, 'a> {
    rulebook: &'r Compiled,
    ledger: &'r CompiledLedger,
    columns: &'r FindingColumns<'a>,
    /// The tiers and circumstances, by their codes.
    tiers: Vec<TierId>,
    circumstances: Vec<CircumstanceId>,
    /// The columns of the rulebook's labels, in their order.
    labels: Vec<Option<&'a [u32]>>,
    until: Option<Date>,
    of_day: NaiveTime,
}

impl<'r, 'a> FindingRows<'r, 'a> {
    /// The rows of columns.
    ///
    /// # Errors
    ///
    /// Columns of different lengths, and labels that the rulebook does not have or that stand
    /// twice.
    pub(super) fn of(
        rulebook: &'r Compiled,
        ledger: &'r CompiledLedger,
        columns: &'r FindingColumns<'a>,
        until: Option<Date>,
    ) -> Result<Self, Refused> {
        let mut reader = Reader::default();
        let rows = columns.seller.len();
        let mut even = |name: &str, found: Option<usize>| {
            if let Some(found) = found.filter(|found| *found != rows) {
                let problem = Problem::new(Code::UnevenColumns, child("", name));
                reader.report(problem.with("value", found).with("expected", rows));
            }
        };
        even("day", Some(columns.day.len()));
        even("tier", Some(columns.tier.len()));
        even("second", columns.second.map(<[u32]>::len));
        even("items", columns.items.map(<[u32]>::len));
        even("reversed", columns.reversed.map(<[u8]>::len));
        even("circumstances", columns.circumstances.map(<[u32]>::len));
        columns.labels.iter().for_each(|(name, names)| even(name, Some(names.len())));
        let known: Vec<&String> = ledger.labels.values().collect();
        for (place, (name, _)) in columns.labels.iter().enumerate() {
            let path = child("", name);
            if !known.iter().any(|known| known.as_str() == *name) {
                let problem = Problem::new(Code::UnknownKey, &path).with("value", name);
                reader.report(problem.with_list("expected", &known));
            }
            if columns.labels.iter().take(place).any(|(before, _)| before == name) {
                reader.report(Problem::new(Code::DuplicateId, path).with("value", name));
            }
        }
        let column = |known: &String| {
            let mut given = columns.labels.iter();
            given.find(|(name, _)| *name == known.as_str()).map(|(_, names)| *names)
        };
        let rows = Self {
            rulebook,
            ledger,
            columns,
            tiers: ledger.tiers.ids().collect(),
            circumstances: ledger.circumstances.ids().collect(),
            labels: ledger.labels.values().map(column).collect(),
            until,
            of_day: time::of_day(ledger),
        };
        reader.finish(rows)
    }

    /// Reads a row.
    ///
    /// # Errors
    ///
    /// Whatever a request would be refused for, at `/day/17` and its like.
    pub(super) fn read(&self, row: usize) -> Result<ReadFinding, Problem> {
        let Self { columns, .. } = self;
        let at = |column: &str| format!("/{column}/{row}");
        let out_of = |column: &str, value: String, expected: String| {
            let problem = Problem::new(Code::OutOfRange, at(column)).with("value", value);
            problem.with("expected", expected)
        };
        let broken = || Problem::new(Code::Broken, at("seller"));
        let seller = *columns.seller.get(row).ok_or_else(broken)?;
        let number = *columns.day.get(row).ok_or_else(broken)?;
        let day = day::numbered(number).ok_or_else(|| {
            let (first, last) = day::numbers();
            out_of("day", number.to_string(), format!("{first} – {last}"))
        })?;
        let second = columns.second.and_then(|list| list.get(row)).copied().unwrap_or(NOT_STATED);
        let time = if second == NOT_STATED {
            self.of_day
        } else {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0);
            time.ok_or_else(|| out_of("second", second.to_string(), "0 – 86399".to_owned()))?
        };
        let issued = day.and_time(time);
        if self.rulebook.version_on(day, "").is_err() {
            self.rulebook.version_on(day, &at("day"))?;
        }
        if let Some(until) = self.until.filter(|until| *until < day) {
            let problem = Problem::new(Code::AfterUntil, at("day")).with("value", day);
            return Err(problem.with("expected", until));
        }
        let code = *columns.tier.get(row).ok_or_else(broken)?;
        let tier = self.tiers.get(usize::from(code)).copied().ok_or_else(|| {
            let last = self.tiers.len().saturating_sub(1);
            out_of("tier", code.to_string(), format!("0 – {last}"))
        })?;
        in_force(&self.ledger.tiers[tier].basis.when, day, || at("tier"))?;
        let rules = &self.ledger.tiers[tier];
        let (least, most) = (rules.least_booked, rules.most_booked);
        let items = columns.items.and_then(|list| list.get(row)).copied().unwrap_or(NOT_STATED);
        let items = if items == NOT_STATED { 1 } else { items };
        if !(least..=most).contains(&items) {
            return Err(out_of("items", items.to_string(), format!("{least} – {most}")));
        }
        let reversed = columns.reversed.and_then(|list| list.get(row)).copied().unwrap_or(0);
        if reversed > 1 {
            return Err(out_of("reversed", reversed.to_string(), "0 – 1".to_owned()));
        }
        let stated = columns.circumstances.and_then(|list| list.get(row)).copied().unwrap_or(0);
        let known = (1_u64 << self.circumstances.len()) - 1;
        if u64::from(stated) & !known != 0 {
            return Err(out_of("circumstances", stated.to_string(), format!("0 – {known}")));
        }
        for id in self.stated(stated) {
            let when = &self.ledger.circumstances[id].basis.when;
            in_force(when, day, || at("circumstances"))?;
        }
        let name = |names: Option<&[u32]>| {
            names.and_then(|names| names.get(row)).copied().unwrap_or(NOT_STATED)
        };
        let names = self.labels.iter().copied().map(name).collect();
        let reversed = reversed == 1;
        let circumstances = stated;
        Ok(ReadFinding { seller, at: issued, tier, items, reversed, circumstances, names })
    }

    /// The circumstances of which a bit is set.
    fn stated(&self, bits: u32) -> impl Iterator<Item = CircumstanceId> {
        let known = self.circumstances.iter().zip(0_u32..);
        known.filter(move |(_, place)| bits >> place & 1 == 1).map(|(id, _)| *id)
    }
}

/// Refuses what is not in force on the day of a finding.
fn in_force(when: &When, day: Date, path: impl FnOnce() -> String) -> Result<(), Problem> {
    let validity = when.in_force;
    if validity.holds_on(day) {
        return Ok(());
    }
    let nearest = validity.from.filter(|from| day < *from).or(validity.to);
    let problem = Problem::new(Code::NotInForce, path()).with("value", day);
    Err(problem.with("expected", nearest.unwrap_or(day)))
}
