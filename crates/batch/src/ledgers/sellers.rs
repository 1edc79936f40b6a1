//! The rows of a file cut between sellers: no seller is ever in two parts.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_select::concat::concat;
use serde_json::Value;

use crate::layout::Layout;
use crate::reason::BatchError;
use crate::sheet::{Sheet, SheetRow};
use crate::source::TableSource;

/// Rows of whole sellers.
pub(super) struct SellerPart {
    /// The rows.
    pub(super) sheet: Sheet,
    /// Whose they are, in order.
    pub(super) sellers: Vec<OneSeller>,
}

/// The rows of one seller.
#[derive(Clone, Debug, Default)]
pub(super) struct OneSeller {
    /// Who it is; nobody, where no row says it.
    pub(super) name: Option<String>,
    /// How many rows there are.
    pub(super) rows: usize,
    /// The number of a row just before that names no seller, and so may be one of these.
    pub(super) after: Option<u64>,
    /// Whether there are more findings than a ledger takes.
    pub(super) too_many: bool,
    /// Whether rows of the seller stand in an earlier part.
    pub(super) begun: bool,
}

/// A file that is read seller by seller.
pub(super) struct Sellers {
    pub(super) source: TableSource,
    pub(super) layout: Arc<Layout>,
    /// The column that names the seller.
    pub(super) seller: String,
    /// The file, as a message names it.
    pub(super) input: String,
    pub(super) part_rows: usize,
    /// The most findings that a ledger takes.
    pub(super) most: usize,
    pub(super) state: ReadState,
}

/// What was read and not given on yet.
pub(super) struct ReadState {
    sheet: Sheet,
    /// The sellers whose rows have all been read.
    whole: Vec<OneSeller>,
    /// The seller whose rows are being read.
    open: OneSeller,
    /// The number of the last row, where it names no seller.
    nameless: Option<u64>,
    order: SellerOrder,
    ended: bool,
    begun: bool,
}

impl ReadState {
    /// Nothing read yet, with the columns that are passed on, empty.
    pub(super) fn new(kept: Vec<ArrayRef>) -> Self {
        Self {
            sheet: Sheet { rows: Vec::new(), kept },
            whole: Vec::new(),
            open: OneSeller::default(),
            nameless: None,
            order: SellerOrder::default(),
            ended: false,
            begun: false,
        }
    }
}

/// Who the seller of a row is.
pub(super) fn named<'r>(row: &'r SheetRow, column: &str) -> Option<&'r str> {
    row.values.get(column).and_then(Value::as_str).filter(|name| !name.is_empty())
}

impl Sellers {
    /// The next part: at least so many rows as one has, of whole sellers. The first is there
    /// even without a row.
    ///
    /// # Errors
    ///
    /// What cannot be read, and sellers that are not sorted.
    pub(super) fn next_part(&mut self) -> Result<Option<SellerPart>, BatchError> {
        while !self.state.ended && self.ready() < self.part_rows {
            match self.source.next(self.part_rows)? {
                Some(block) => self.take(block.read(&self.layout)?)?,
                None => {
                    self.state.ended = true;
                    self.close();
                }
            }
        }
        let state = &mut self.state;
        let rows = state.whole.iter().map(|seller| seller.rows).sum::<usize>();
        if rows == 0 && (state.begun || !state.ended) {
            return Ok(None);
        }
        state.begun = true;
        let later = state.sheet.rows.split_off(rows);
        let cut = |column: &ArrayRef| {
            (column.slice(0, rows), column.slice(rows, column.len().saturating_sub(rows)))
        };
        let (now, rest) = state.sheet.kept.iter().map(cut).unzip();
        let now = Sheet { rows: std::mem::replace(&mut state.sheet.rows, later), kept: now };
        state.sheet.kept = rest;
        Ok(Some(SellerPart { sheet: now, sellers: std::mem::take(&mut state.whole) }))
    }

    /// How many rows of whole sellers there are.
    fn ready(&self) -> usize {
        self.state.whole.iter().map(|seller| seller.rows).sum()
    }

    /// Adds rows that were read.
    fn take(&mut self, Sheet { rows, kept }: Sheet) -> Result<(), BatchError> {
        for row in &rows {
            self.row(row)?;
        }
        let state = &mut self.state;
        state.sheet.rows.extend(rows);
        for (before, more) in state.sheet.kept.iter_mut().zip(kept) {
            *before = concat(&[before.as_ref(), more.as_ref()]).map_err(BatchError::broken)?;
        }
        Ok(())
    }

    /// Counts a row to its seller.
    fn row(&mut self, row: &SheetRow) -> Result<(), BatchError> {
        let name = named(row, &self.seller).map(str::to_owned);
        if let Some(name) = &name
            && self.state.open.name.as_ref() != Some(name)
        {
            if !self.state.order.follows(name) {
                return Err(self.not_sorted(row.number, name));
            }
            let after = self.state.nameless;
            self.close();
            let name = Some(name.clone());
            self.state.open = OneSeller { name, rows: 0, after, too_many: false, begun: false };
        }
        // Whose a row is that names nobody is not known: it may be one of those before it and
        // one of those after it.
        self.state.nameless = name.is_none().then_some(row.number);
        let open = &mut self.state.open;
        open.rows += 1;
        open.too_many |= open.rows > self.most;
        // What is refused anyway need not be held together.
        if open.too_many && open.rows >= self.part_rows.max(self.most) {
            let more = OneSeller { rows: 0, begun: true, ..open.clone() };
            self.close();
            self.state.open = more;
        }
        Ok(())
    }

    /// Counts the open seller among the whole ones.
    fn close(&mut self) {
        let open = std::mem::take(&mut self.state.open);
        if open.rows > 0 {
            self.state.whole.push(open);
        }
    }

    fn not_sorted(&self, number: u64, name: &str) -> BatchError {
        let before = self.state.order.last.as_deref().unwrap_or_default();
        let number = number.to_string();
        let named = [
            ("value", self.input.as_str()),
            ("row", number.as_str()),
            ("detail", name),
            ("expected", before),
        ];
        BatchError::new("not_sorted", &named)
    }
}

/// The order in which sellers stand: upwards, so that none comes back. Programs sort by bytes,
/// or by number where names are numbers; a file is sorted in one of the two.
#[derive(Clone, Debug)]
pub(super) struct SellerOrder {
    last: Option<String>,
    by_bytes: bool,
    by_number: bool,
}

impl Default for SellerOrder {
    fn default() -> Self {
        Self { last: None, by_bytes: true, by_number: true }
    }
}

impl SellerOrder {
    /// Whether a seller may follow those before.
    fn follows(&mut self, name: &str) -> bool {
        let number = |name: &str| name.parse::<i128>().ok();
        if let Some(last) = &self.last {
            self.by_bytes &= last.as_str() < name;
            self.by_number &=
                number(last).zip(number(name)).is_some_and(|(last, name)| last < name);
        }
        let follows = self.by_bytes || self.by_number;
        if follows {
            self.last = Some(name.to_owned());
        }
        follows
    }
}

#[cfg(test)]
mod tests {
    use super::SellerOrder;

    fn sorted(names: &[&str]) -> bool {
        let mut order = SellerOrder::default();
        names.iter().all(|name| order.follows(name))
    }

    /// Source: `docs/batch.md`: upwards by bytes, or by number.
    #[test]
    fn a_seller_that_could_come_back_is_noticed() {
        assert!(sorted(&["9", "10", "100"]) && sorted(&["10", "100", "9"]));
        // Hashes, as Spark makes them, are numbers below zero, too.
        assert!(sorted(&["-20", "-3", "0", "4"]) && !sorted(&["-20", "-3", "-21"]));
        assert!(sorted(&["甲", "乙"]) == ("甲" < "乙"));
        assert!(sorted(&["a", "b", "ba"]));
        assert!(!sorted(&["b", "a"]) && !sorted(&["a", "b", "a"]));
        // By number until here, and by bytes from here on: neither all the way.
        assert!(!sorted(&["9", "10", "1"]) && !sorted(&["9", "10", "1a"]));
        assert!(!sorted(&["7", "007", "8", "10"]));
    }
}
