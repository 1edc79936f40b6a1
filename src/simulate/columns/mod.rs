//! Ledgers of many sellers at once: findings in columns in, entries and accounts in columns out.
//!
//! What is booked is what [`simulate`](super::simulate()) books, seller by seller; tests hold the
//! two together. Findings may come in parts, cut anywhere: those of the seller at the end of one
//! are kept and booked again with the next, so that memory stays flat. There are never more of
//! them than a ledger takes.
//!
//! Not told: money, the ends of measures and exams, year ends and lapses one by one, the
//! provisions, readings of which another choice would change something, and forecasts. Whether an
//! exam was passed and what a platform booked itself cannot be stated. Requests tell and take all
//! of these.

mod description;
mod findings;
mod seller;
mod tables;

use chrono::NaiveDate as Date;
use serde_json::Value;

use crate::compile::{Choices, Compiled, Library};
use crate::limits;
use crate::problem::{Code, Problem};
use crate::put::ask;
use crate::refused::Refused;
use crate::request::{LedgerColumnsRequest, Reader};

use super::findings as reading;

use findings::{FindingRows, ReadFinding};
use seller::OneLedger;

pub use description::LedgerColumnsDescription;
pub use findings::{FindingColumns, NOT_STATED};
pub use tables::{AccountColumns, EntryColumns};

/// A ledger made ready for the findings of many sellers.
///
/// ```
/// use zhengpin::simulate::{FindingColumns, LedgerColumns};
/// use zhengpin::{day, library, request::LedgerColumnsRequest};
///
/// // Source: Taobao's FAQ on its rule of 2017-02-21, question 8.
/// let request = LedgerColumnsRequest::new("taobao/counterfeit");
/// let mut ledger = LedgerColumns::new(library::built_in(), &request)?;
/// let tiers = ledger.describe().tiers;
/// let tier = tiers.iter().position(|tier| tier == "information").unwrap_or_default() as u8;
/// let first = day::number(day::parse("2017-04-01").unwrap_or_default());
/// let days: Vec<i32> = (first..first + 4).collect();
/// let tiers = [tier; 4];
/// let findings = FindingColumns::new(&[7; 4], &days, &tiers);
/// let findings = findings.items(&[1, 1, 4, 1]);
/// let (entries, before) = ledger.run(&findings)?;
/// assert_eq!(entries.points, [2, 2, 8, 2]);
/// assert_eq!(entries.strikes, [1, 1, 1, 2]);
/// assert!(before.seller.is_empty());
/// let accounts = ledger.finish();
/// assert_eq!((accounts.seller, accounts.points), (vec![7], vec![14, 0, 0]));
/// # Ok::<(), zhengpin::refused::Refused>(())
/// ```
#[derive(Clone, Debug)]
pub struct LedgerColumns {
    rulebook: Compiled,
    choices: Choices,
    until: Option<Date>,
    /// The findings of the seller at the end of the last part.
    open: Vec<ReadFinding>,
}

impl LedgerColumns {
    /// Makes a ledger ready.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the request; and a ledger with more books or circumstances
    /// than columns can name.
    pub fn new(library: &Library, request: &LedgerColumnsRequest) -> Result<Self, Refused> {
        ask(library, request, Self::read)
    }

    /// Makes a ledger ready that a request names which was read as a value.
    ///
    /// # Errors
    ///
    /// As of [`new`](Self::new).
    pub(crate) fn read(library: &Library, request: &Value) -> Result<Self, Refused> {
        let mut reader = Reader::default();
        let Some(map) = reader.request::<LedgerColumnsRequest>(request) else {
            return reader.need(None);
        };
        if !map.contains_key("rulebook") {
            reader.missing("", "rulebook");
        }
        let kept = reading::kept_by(library, map, &mut reader);
        let until = map.get("until").and_then(|value| reader.date(value, "/until"));
        let read = kept.map(|(rulebook, ledger)| {
            let in_force = until.map_or(Ok(()), |day| rulebook.version_on(day, "/until").map(drop));
            in_force.unwrap_or_else(|problem| reader.report(problem));
            let many = [(ledger.books.len(), 1 << 8), (ledger.circumstances.len(), 32)];
            for (found, most) in many.into_iter().filter(|(found, most)| most < found) {
                let problem = Problem::new(Code::TooComplex, "/rulebook").with("value", found);
                reader.report(problem.with("expected", most));
            }
            let choices = reading::choices(ledger, map.get("reading"), "/reading", &mut reader);
            (rulebook.clone(), choices)
        });
        let (rulebook, choices) = reader.need(read)?;
        Ok(Self { rulebook, choices, until, open: Vec::new() })
    }

    /// What goes in and comes out, and what the codes mean.
    #[must_use]
    pub fn describe(&self) -> LedgerColumnsDescription {
        description::describe(&self.rulebook, &self.choices, self.until)
    }

    /// Books a part of the findings. Entries are told of every row, accounts of the sellers that
    /// are known to have no further findings: all but the last.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with the columns or with a row, at `/day/17` and its like; rows that are
    /// not sorted, and sellers with more findings than the ledger takes, too. Nothing of this part
    /// is booked then, and another may be handed over in its place.
    pub fn run(
        &mut self,
        findings: &FindingColumns<'_>,
    ) -> Result<(EntryColumns, AccountColumns), Refused> {
        let Self { rulebook, choices, until, open } = self;
        let rows = findings.seller.len();
        if limits::COLUMN_ROWS < rows {
            let problem = Problem::new(Code::TooMany, "/seller").with("value", rows);
            return Err(problem.with("expected", limits::COLUMN_ROWS).into());
        }
        // Every ledger that is ready has one.
        let Some(ledger) = rulebook.ledger.as_ref() else {
            return Err(Problem::new(Code::Broken, "/rulebook").into());
        };
        let read = FindingRows::of(rulebook, ledger, findings, *until)?;
        let stated = ledger.amounts.map(|_, _| None);
        let mut seller = OneLedger::begin(rulebook, ledger, choices, &stated)?;
        let mut entries = EntryColumns::with_room(ledger, rows);
        let mut accounts = AccountColumns::default();
        // The findings of the seller at the end of the last part are booked again, and not told.
        open.iter().for_each(|finding| drop(seller.book(finding)));
        let mut own = open.clone();
        let most = usize::try_from(ledger.limits.findings).unwrap_or(usize::MAX);
        for row in 0..rows {
            let finding = read.read(row)?;
            if let Some(last) = own.last() {
                let unsorted = |column: &str, value: String| {
                    let problem = Problem::new(Code::Unsorted, format!("/{column}/{row}"));
                    problem.with("value", value)
                };
                if finding.seller < last.seller {
                    return Err(unsorted("seller", finding.seller.to_string()).into());
                }
                if finding.seller > last.seller {
                    seller.close(*until, &own, &mut accounts);
                    own.clear();
                } else if finding.at < last.at {
                    return Err(unsorted("day", finding.at.to_string()).into());
                } else if own.len() >= most {
                    let problem = Problem::new(Code::TooMany, format!("/seller/{row}"));
                    let problem = problem.with("value", own.len() + 1);
                    return Err(problem.with("expected", most).into());
                }
            }
            let act = seller.book(&finding);
            entries.push(&seller.account, &act);
            own.push(finding);
        }
        self.open = own;
        Ok((entries, accounts))
    }

    /// Ends the ledger of the last seller, and tells where its account stands. What is handed over
    /// then begins anew.
    pub fn finish(&mut self) -> AccountColumns {
        let open = std::mem::take(&mut self.open);
        let Self { rulebook, choices, until, .. } = self;
        let mut accounts = AccountColumns::default();
        let Some(ledger) = rulebook.ledger.as_ref().filter(|_| !open.is_empty()) else {
            return accounts;
        };
        let stated = ledger.amounts.map(|_, _| None);
        // One was begun with these rules before.
        if let Ok(mut seller) = OneLedger::begin(rulebook, ledger, choices, &stated) {
            open.iter().for_each(|finding| drop(seller.book(finding)));
            seller.close(*until, &open, &mut accounts);
        }
        accounts
    }
}
