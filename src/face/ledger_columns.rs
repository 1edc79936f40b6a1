//! Ledgers in columns, for JavaScript.

use wasm_bindgen::prelude::*;

use crate::answer;
use crate::problem::{Code, Problem, child};
use crate::refused::Refused;
use crate::request::Reader;
use crate::simulate::{AccountColumns, EntryColumns, FindingColumns, LedgerColumns};

use super::arrays::{Arrays, Handed, arrays, told};
use super::{handed_over, value};

/// [`LedgerColumnsHandle`] in TypeScript.
#[wasm_bindgen(typescript_custom_section)]
const COLUMNS: &str = r#"
/**
 * Findings of many sellers, sorted by seller and then by time. What the numbers mean tells
 * `describe()`. What is left out, `null` or `undefined` is stated of no finding.
 */
export type FindingArrays = {
    /** The sellers, by numbers that never fall from one row to the next. */
    seller: Uint32Array;
    /** The days of issue, in days since 1970-01-01. */
    day: Int32Array;
    /** The tiers, by their codes. */
    tier: Uint8Array;
    /** Seconds since midnight in the ledger's own offset. */
    second?: Uint32Array | null;
    /** How many items, times or points each counts. */
    items?: Uint32Array | null;
    /** 1, where it was reversed, else 0. */
    reversed?: Uint8Array | null;
    /** The circumstances stated, as bits. */
    circumstances?: Uint32Array | null;
    /** What findings name besides, such as a holder, under the rulebook's own name of it. */
    [label: string]: Uint8Array | Uint32Array | Int32Array | null | undefined;
};

/** What findings led to, a value for each row; of `measures` `words` values. */
export interface EntryArrays {
    tier: Uint8Array;
    book: Uint8Array;
    points: Uint32Array;
    lost: Uint32Array;
    raised: Uint32Array;
    ledger: Uint32Array;
    strikes: Uint32Array;
    strike: Uint8Array;
    reason: Uint8Array;
    node: Uint32Array;
    closes: Uint8Array;
    measures: Uint32Array;
}

/** Where accounts stand, a value for each seller; of `points` one for each book. */
export interface AccountArrays {
    seller: Uint32Array;
    findings: Uint32Array;
    closedBy: Uint8Array;
    closedDay: Int32Array;
    closedSecond: Uint32Array;
    strikes: Uint32Array;
    points: Uint32Array;
}

/** A part of the findings that was booked, and the accounts that have no further findings. */
export interface RunArrays {
    entries: EntryArrays;
    accounts: AccountArrays;
}

/** A ledger made ready for the findings of many sellers. It keeps memory until `free()` is called. */
export interface LedgerColumns {
    /** What goes in and comes out, and what the codes mean. */
    describe(): LedgerColumnsDescription;
    /** Books a part of the findings: cut anywhere, between two parts there is room for other work. */
    run(findings: FindingArrays): RunArrays | Failure;
    /** Ends the ledger of the last seller. What is handed over afterwards is another run, which knows no seller of this one. */
    finish(): AccountArrays;
    /** Gives its memory back; nothing is asked of it afterwards. */
    free(): void;
}

/** Makes a ledger ready, so that the findings of many sellers can be run in columns. */
export function ledgerColumns(request: LedgerColumnsRequest): LedgerColumns | Failure;
"#;

/// A ledger made ready for the findings of many sellers.
#[wasm_bindgen(skip_typescript)]
#[derive(Debug)]
pub struct LedgerColumnsHandle(LedgerColumns);

/// Makes a ledger ready for the findings of many sellers.
#[wasm_bindgen(js_name = ledgerColumns, skip_typescript)]
pub fn ledger_columns(request: &JsValue) -> JsValue {
    match answer::try_ledger_columns(value::read(request)) {
        Ok(columns) => LedgerColumnsHandle(columns).into(),
        Err(failure) => handed_over::<()>(&Err(failure)),
    }
}

#[wasm_bindgen]
impl LedgerColumnsHandle {
    /// What the codes mean.
    pub fn describe(&self) -> JsValue {
        handed_over(&Ok(self.0.describe()))
    }

    /// Books a part of the findings.
    pub fn run(&mut self, findings: &JsValue) -> JsValue {
        told(self.ran(findings))
    }

    /// Ends the ledger of the last seller.
    pub fn finish(&mut self) -> JsValue {
        accounts(&self.0.finish()).handed_over()
    }

    fn ran(&mut self, findings: &JsValue) -> Result<Arrays, Refused> {
        let handed = arrays(findings, "")?;
        let mut reader = Reader::default();
        let (mut columns, mut days) = (FindingColumns::default(), None);
        let (mut sellers, mut tiers) = (None, None);
        for (name, array) in &handed {
            match (name.as_str(), array) {
                ("seller", Handed::Words(list)) => sellers = Some(list.as_slice()),
                ("day", Handed::Whole(list)) => days = Some(list.as_slice()),
                ("tier", Handed::Bytes(list)) => tiers = Some(list.as_slice()),
                ("second", Handed::Words(list)) => columns.second = Some(list),
                ("items", Handed::Words(list)) => columns.items = Some(list),
                ("reversed", Handed::Bytes(list)) => columns.reversed = Some(list),
                ("circumstances", Handed::Words(list)) => columns.circumstances = Some(list),
                ("day", _) => wrong(&mut reader, name, "Int32Array"),
                ("tier" | "reversed", _) => wrong(&mut reader, name, "Uint8Array"),
                ("seller" | "second" | "items" | "circumstances", _) => {
                    wrong(&mut reader, name, "Uint32Array");
                }
                (label, Handed::Words(list)) => columns.labels.push((label, list)),
                (..) => wrong(&mut reader, name, "Uint32Array"),
            }
        }
        let given =
            [("seller", sellers.is_some()), ("day", days.is_some()), ("tier", tiers.is_some())];
        for (name, _) in given
            .iter()
            .filter(|(name, is_given)| !is_given && !handed.iter().any(|(known, _)| known == name))
        {
            reader.missing("", name);
        }
        let needed = sellers.zip(days).zip(tiers);
        let ((sellers, days), tiers) = reader.need(needed)?;
        (columns.seller, columns.day, columns.tier) = (sellers, days, tiers);
        let (entries, closed) = self.0.run(&columns)?;
        let arrays = Arrays::new().with("entries", told_entries(&entries).handed_over());
        Ok(arrays.with("accounts", accounts(&closed).handed_over()))
    }
}

fn wrong(reader: &mut Reader, name: &str, expected: &str) {
    let problem = Problem::new(Code::WrongType, child("", name)).with("value", name);
    reader.report(problem.with("expected", expected));
}

fn told_entries(entries: &EntryColumns) -> Arrays {
    Arrays::new()
        .bytes("tier", &entries.tier)
        .bytes("book", &entries.book)
        .words("points", &entries.points)
        .words("lost", &entries.lost)
        .words("raised", &entries.raised)
        .words("ledger", &entries.ledger)
        .words("strikes", &entries.strikes)
        .bytes("strike", &entries.strike)
        .bytes("reason", &entries.reason)
        .words("node", &entries.node)
        .bytes("closes", &entries.closes)
        .words("measures", &entries.measures)
}

fn accounts(accounts: &AccountColumns) -> Arrays {
    Arrays::new()
        .words("seller", &accounts.seller)
        .words("findings", &accounts.findings)
        .bytes("closedBy", &accounts.closed_by)
        .whole("closedDay", &accounts.closed_day)
        .words("closedSecond", &accounts.closed_second)
        .words("strikes", &accounts.strikes)
        .words("points", &accounts.points)
}
