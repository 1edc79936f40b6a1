//! Sellers in, what their findings led to out.

use std::sync::Arc;

use serde_json::Value;
use zhengpin::answer::{Failure, try_simulate};
use zhengpin::compile::Compiled;
use zhengpin::simulate::Simulation;

use super::columns::{account_columns, entry_columns};
use super::sellers::{OneSeller, ReadState, SellerPart, Sellers, named};
use super::{Simulating, request, told};
use crate::answer_cell::AnswerCell;
use crate::layout::Layout;
use crate::parts::{DonePart, PartCount};
use crate::reason::{BatchError, Reason};
use crate::sheet::{Sheet, SheetRow};
use crate::source::TableSource;
use crate::tables::{Refusals, TableBuilder, TableShape, refuse, refused_shape};

/// What runs ledgers.
pub(super) struct Runner {
    asked: Simulating,
    layout: Arc<Layout>,
    /// The table, as it is named where it is not sorted.
    pub(super) input: String,
    /// The most findings that a ledger takes.
    pub(super) most: usize,
    books: Vec<String>,
    pub(super) entries: TableShape,
    pub(super) accounts: TableShape,
    pub(super) refused: TableShape,
}

/// The tables of a part that is being answered.
struct Answering<'s> {
    entries: TableBuilder<'s>,
    accounts: TableBuilder<'s>,
    refused: TableBuilder<'s>,
    among: Vec<bool>,
    count: PartCount,
}

impl Runner {
    /// What runs the ledgers of a source that a message names as `input`.
    pub(super) fn new(
        asked: &Simulating,
        input: String,
        rulebook: &Compiled,
        layout: &Arc<Layout>,
        source: &TableSource,
        refusals: Refusals,
    ) -> Result<Self, BatchError> {
        let ledger = rulebook.ledger.as_ref();
        let books = ledger.iter().flat_map(|ledger| ledger.books.values());
        let books: Vec<String> = books.map(|book| book.id.clone()).collect();
        let most = ledger.map_or(0, |ledger| ledger.limits.findings);
        let (of_entries, of_accounts) =
            (entry_columns(&asked.seller), account_columns(&asked.seller, &books));
        Ok(Self {
            asked: asked.clone(),
            layout: Arc::clone(layout),
            input,
            most: usize::try_from(most).unwrap_or(usize::MAX),
            entries: TableShape::new(&source.kept(layout), &of_entries, refusals)?,
            accounts: TableShape::new(&[], &of_accounts, refusals)?,
            refused: refused_shape()?,
            books,
        })
    }

    /// The rows of a source, seller by seller.
    pub(super) fn sellers(&self, source: TableSource, part_rows: usize) -> Sellers {
        Sellers {
            source,
            layout: Arc::clone(&self.layout),
            seller: self.asked.seller.clone(),
            input: self.input.clone(),
            part_rows: part_rows.max(1),
            most: self.most,
            state: ReadState::new(self.entries.none_kept(self.layout.kept.len())),
        }
    }

    pub(super) fn part(&self, part: SellerPart) -> Result<DonePart, BatchError> {
        let SellerPart { sheet: Sheet { rows, kept }, sellers } = part;
        let mut answering = Answering {
            entries: self.entries.begin(),
            accounts: self.accounts.begin(),
            refused: self.refused.begin(),
            among: Vec::with_capacity(rows.len()),
            count: PartCount { rows: u64::try_from(rows.len()).unwrap_or(0), refused: 0 },
        };
        let mut rest = rows.as_slice();
        for seller in &sellers {
            let (own, others) = rest.split_at_checked(seller.rows).unwrap_or((rest, &[]));
            rest = others;
            self.seller(seller, own, &mut answering)?;
        }
        let Answering { entries, accounts, refused, among, count } = answering;
        let entries = entries.finish(&kept, &among)?;
        let tables = vec![entries, accounts.finish(&[], &[])?, refused.finish(&[], &[])?];
        Ok(DonePart { count, tables })
    }

    /// Runs the ledger of a seller, or says of each row why not.
    fn seller(
        &self,
        seller: &OneSeller,
        rows: &[SheetRow],
        answering: &mut Answering<'_>,
    ) -> Result<(), BatchError> {
        let wrong = self.wrong(seller, rows);
        let ran = match wrong {
            Some(wrong) => Err(wrong),
            None => match request::of(&self.asked, rows) {
                Err((row, reason)) => Err(spread(rows, vec![(row, reason)])),
                Ok(request) => match try_simulate(Ok(request)) {
                    Ok(simulation) => Ok(simulation),
                    Err(failure) => Err(self.failed(rows, failure)?),
                },
            },
        };
        match ran {
            Ok(simulation) => self.tell(seller, rows, &simulation, answering),
            Err(reasons) => match self.entries.refusals() {
                Refusals::Apart => {
                    for (row, reasons) in rows.iter().zip(&reasons) {
                        refuse(&mut answering.refused, row, reasons)?;
                        answering.count.refused += 1;
                        answering.among.push(false);
                    }
                    Ok(())
                }
                Refusals::Beside => self.refuse(seller, rows, reasons, answering),
            },
        }
    }

    /// Says beside each row of a seller why nothing was run, and once beside the account.
    fn refuse(
        &self,
        seller: &OneSeller,
        rows: &[SheetRow],
        reasons: Vec<Vec<Reason>>,
        answering: &mut Answering<'_>,
    ) -> Result<(), BatchError> {
        let name = |name: Option<&str>| AnswerCell::text(name);
        let mut of_account: Vec<(u64, Reason)> = Vec::new();
        for (row, reasons) in rows.iter().zip(reasons) {
            let reasons: Vec<_> = reasons.into_iter().map(|one| (row.number, one)).collect();
            for (number, reason) in &reasons {
                let same = |(_, known): &(u64, Reason)| {
                    (&known.code, &known.column) == (&reason.code, &reason.column)
                };
                if !of_account.iter().any(same) {
                    of_account.push((*number, reason.clone()));
                }
            }
            let cells = vec![name(named(row, &self.asked.seller))];
            answering.entries.refuse(row.number, cells, reasons)?;
            answering.count.refused += 1;
            answering.among.push(true);
        }
        if seller.begun {
            return Ok(());
        }
        // That another row was refused says nothing where that row stands beside.
        if of_account.iter().any(|(_, reason)| reason.code != OTHER_FINDING) {
            of_account.retain(|(_, reason)| reason.code != OTHER_FINDING);
        }
        let first = rows.first().map_or(0, |row| row.number);
        answering.accounts.refuse(first, vec![name(seller.name.as_deref())], of_account)
    }

    /// What keeps a seller's ledger from being run, row by row.
    fn wrong(&self, seller: &OneSeller, rows: &[SheetRow]) -> Option<Vec<Vec<Reason>>> {
        if seller.too_many {
            let most = self.most.to_string();
            let reason = Reason::new("too_many_findings", &[("expected", &most)]);
            return Some(rows.iter().map(|_| vec![reason.clone()]).collect());
        }
        let own = |row: &SheetRow| {
            let mut reasons = row.reasons.clone();
            if reasons.is_empty() && named(row, &self.asked.seller).is_none() {
                reasons.push(Reason::new("no_seller", &[]).in_column(&self.asked.seller));
            }
            reasons
        };
        let found = rows.iter().enumerate();
        let found = found.flat_map(|(at, row)| own(row).into_iter().map(move |one| (at, one)));
        let found: Vec<(usize, Reason)> = found.collect();
        match seller.after {
            Some(number) if found.is_empty() => {
                Some(rows.iter().map(|_| vec![other_finding(number)]).collect())
            }
            _ => (!found.is_empty()).then(|| spread(rows, found)),
        }
    }

    /// What the engine says of a seller's request, row by row.
    ///
    /// # Errors
    ///
    /// That the file is not sorted.
    fn failed(&self, rows: &[SheetRow], failure: Failure) -> Result<Vec<Vec<Reason>>, BatchError> {
        let all = std::iter::once(failure.error.first).chain(failure.error.more);
        let mut found = Vec::new();
        for problem in all {
            let (row, column) = request::place(&problem.path);
            let column = column.map(|name| self.layout.column(&name).to_owned());
            let reason = Reason::told(problem, column);
            if reason.code == "unsorted" {
                return Err(self.not_sorted(rows.get(row)));
            }
            found.push((row, reason));
        }
        Ok(spread(rows, found))
    }

    fn not_sorted(&self, row: Option<&SheetRow>) -> BatchError {
        let number = row.map_or(0, |row| row.number).to_string();
        let issued = row.and_then(|row| row.values.get("issued")).and_then(Value::as_str);
        let named =
            [("value", self.input.as_str()), ("row", &number), ("detail", issued.unwrap_or("–"))];
        BatchError::new("not_sorted_by_time", &named)
    }

    fn tell(
        &self,
        seller: &OneSeller,
        rows: &[SheetRow],
        simulation: &Simulation,
        answering: &mut Answering<'_>,
    ) -> Result<(), BatchError> {
        let name = AnswerCell::text(seller.name.clone());
        if rows.len() != simulation.entries.len() {
            return Err(BatchError::broken("a finding without an entry"));
        }
        for (row, entry) in rows.iter().zip(&simulation.entries) {
            answering.entries.push(row.number, told::entry(name.clone(), entry))?;
            answering.among.push(true);
        }
        let first = rows.first().map_or(0, |row| row.number);
        answering.accounts.push(first, told::account(name, &self.books, simulation))
    }
}

/// Reasons by row; each row without one of its own names the first that has one.
fn spread(rows: &[SheetRow], found: Vec<(usize, Reason)>) -> Vec<Vec<Reason>> {
    let mut reasons = vec![Vec::new(); rows.len()];
    let first = found.first().map_or(0, |(row, _)| *row);
    for (row, reason) in found {
        if let Some(own) = reasons.get_mut(row) {
            own.push(reason);
        }
    }
    let number = rows.get(first).map_or(0, |row| row.number);
    for own in reasons.iter_mut().filter(|own| own.is_empty()) {
        own.push(other_finding(number));
    }
    reasons
}

/// The code of what is said of a row that is refused because of another one.
const OTHER_FINDING: &str = "other_finding";

/// That nothing was run because of another row.
fn other_finding(number: u64) -> Reason {
    Reason::new(OTHER_FINDING, &[("row", &number.to_string())])
}
