//! The request that a seller's rows make, and which cell a place in it is.

use serde_json::{Map, Value, json};

use super::Simulating;
use super::columns::{ACCOUNT, AMOUNT, TAKEN};
use crate::reason::Reason;
use crate::sheet::SheetRow;

/// The request for a seller's ledger.
///
/// # Errors
///
/// The row and the column in which a sum of the account is another one than before.
pub(super) fn of(asked: &Simulating, rows: &[SheetRow]) -> Result<Value, (usize, Reason)> {
    let mut amounts = Map::new();
    let mut findings = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let mut finding = Map::new();
        // One that names itself nothing is named by its row.
        finding.insert("id".to_owned(), json!(row.number.to_string()));
        for (column, value) in row.values.iter().filter(|(column, _)| **column != asked.seller) {
            if let Some(id) = column.strip_prefix(ACCOUNT) {
                let known = amounts.entry(id).or_insert_with(|| value.clone());
                if *known != *value {
                    let reason = Reason::new("sums_differ", &[("value", column)]);
                    return Err((at, reason.in_column(column)));
                }
            } else if let Some(key) = column.strip_prefix(TAKEN) {
                put_below(&mut finding, "taken", key, value);
            } else if let Some(id) = column.strip_prefix(AMOUNT) {
                put_below(&mut finding, "amounts", id, value);
            } else {
                finding.insert(column.clone(), value.clone());
            }
        }
        findings.push(Value::Object(finding));
    }
    Ok(asked.request(findings, amounts))
}

fn put_below(finding: &mut Map<String, Value>, above: &str, key: &str, value: &Value) {
    let below = finding.entry(above).or_insert_with(|| json!({}));
    if let Value::Object(map) = below {
        map.insert(key.to_owned(), value.clone());
    }
}

/// The row and the column that a path of a request leads to. What is about no finding is told
/// with the first.
pub(super) fn place(path: &str) -> (usize, Option<String>) {
    let mut steps = path.split('/').skip(1);
    let mut before = "";
    let first = steps.next();
    let row = match first {
        Some("findings") => steps.next().and_then(|row| row.parse().ok()).unwrap_or(0),
        Some("amounts") => {
            before = ACCOUNT;
            0
        }
        _ => return (0, None),
    };
    let mut column = steps.next();
    match column {
        Some("taken") => (before, column) = (TAKEN, steps.next()),
        Some("amounts") => (before, column) = (AMOUNT, steps.next()),
        _ => {}
    }
    let written = |name: &str| name.replace("~1", "/").replace("~0", "~");
    (row, column.map(|name| format!("{before}{}", written(name))))
}

#[cfg(test)]
mod tests {
    use super::place;

    /// Source: the paths of requests, `zhengpin simulate --help`.
    #[test]
    fn a_path_leads_to_a_cell() {
        let cell = |row, column: &str| (row, Some(column.to_owned()));
        assert_eq!(place("/findings/3/tier"), cell(3, "tier"));
        assert_eq!(place("/findings/3/taken/points"), cell(3, "taken_points"));
        assert_eq!(place("/findings/0/taken/measures/1"), cell(0, "taken_measures"));
        assert_eq!(place("/findings/7/amounts/sold"), cell(7, "amount_sold"));
        assert_eq!(place("/amounts/deposit"), cell(0, "account_deposit"));
        assert_eq!(place("/findings/2"), (2, None));
        assert_eq!(place(""), (0, None));
    }
}
