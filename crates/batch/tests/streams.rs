//! Batches as they come, against files of the same rows.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use std::fs::File;
use std::path::Path;

use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_json::writer::{LineDelimited, WriterBuilder};
use arrow_schema::ArrowError;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::{Map, Value, json};
use support::{Dice, Folder, case, parquet, read};
use zhengpin::library;
use zhengpin::request::Want;
use zhengpin_batch::{
    BatchFiles, BatchStream, Deciding, LedgerFiles, LedgerTable, Simulating, StreamOptions, decide,
    decide_batches, simulate, simulate_batches,
};

type Rows = Vec<Map<String, Value>>;

/// The rows of a Parquet file, in batches of so many.
fn batches(path: &Path, rows: usize) -> Box<dyn RecordBatchReader + Send> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    Box::new(builder.with_batch_size(rows).build().unwrap())
}

fn options(part_rows: usize, workers: usize) -> StreamOptions {
    let mut options = StreamOptions::default();
    (options.part_rows, options.workers) = (part_rows, workers);
    options
}

/// The rows of a stream, a null for each cell without a value.
fn rows(stream: BatchStream) -> Result<Rows, ArrowError> {
    let builder = WriterBuilder::new().with_explicit_nulls(true);
    let mut writer = builder.build::<_, LineDelimited>(Vec::new());
    for batch in stream {
        writer.write(&batch?)?;
    }
    writer.finish()?;
    let text = String::from_utf8(writer.into_inner()).unwrap();
    Ok(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// The rows that were answered, with these columns; and every reason, as a file tells them.
fn apart(rows: &Rows, columns: &[String]) -> (Rows, Rows) {
    let mut refused = Vec::new();
    let mut answered = Vec::new();
    for row in rows {
        match row["error"].as_array() {
            Some(reasons) => {
                refused.extend(reasons.iter().map(|one| one.as_object().unwrap().clone()));
            }
            None => answered
                .push(columns.iter().map(|name| (name.clone(), row[name].clone())).collect()),
        }
    }
    (answered, refused)
}

/// Refused rows of a file, without the row as it stands.
fn refused(path: &Path) -> Rows {
    let mut rows = read(path);
    rows.iter_mut().for_each(|row| drop(row.shift_remove("cells")));
    rows
}

fn names(rows: &Rows) -> Vec<String> {
    rows[0].keys().cloned().collect()
}

fn cases(rulebook: &str, count: usize) -> Rows {
    let compiled = library::built_in().rulebook(rulebook, "").unwrap();
    let mut dice = Dice::new(3);
    let own = |number: usize| {
        let mut row = case(compiled, &mut dice);
        row.insert("case".to_owned(), json!(format!("甲{number}")));
        row
    };
    (0..count).map(own).collect()
}

/// Source: files of the same rows, whatever is told of each, and however the rows come.
#[test]
fn a_stream_is_decided_as_a_file() {
    let (folder, cases) = (Folder::new(), cases("cn/complaint", 60));
    let input = folder.file("cases.parquet");
    parquet(&input, &cases);
    for (want, part_rows) in [(Want::Verdict, 7), (Want::Reasons, 100), (Want::Full, 13)] {
        let mut asked = Deciding::new("cn/complaint");
        (asked.want, asked.only_ids) = (want, true);
        asked.as_of = Some("2026-11-22".parse().unwrap());
        asked.ids = vec!["case".to_owned()];
        let mut files = BatchFiles::new(&input, folder.file("out.parquet"));
        files.overwrite = true;
        decide(&asked, &files, &mut |_| {}).unwrap();
        let expected = read(&files.output);
        let told = decide_batches(&asked, batches(&input, 10), &options(part_rows, 2)).unwrap();
        let told = rows(told).unwrap();
        assert_eq!(told.len(), cases.len());
        let (answered, reasons) = apart(&told, &names(&expected));
        assert_eq!((answered, reasons), (expected, refused(&files.refused)), "{want:?}");
        // All columns of the row as they came, where not only the ids are told.
        asked.only_ids = false;
        let all = decide_batches(&asked, batches(&input, 10), &options(part_rows, 1)).unwrap();
        for (row, case) in rows(all).unwrap().iter().zip(&cases) {
            assert!(case.iter().all(|(name, value)| row[name] == *value));
        }
    }
}

/// Source: one answer, told in full: what is told of less of it is the same.
#[test]
fn what_is_wanted_changes_nothing_of_what_is_told() {
    let (folder, cases) = (Folder::new(), cases("cn/parallel-import", 40));
    let input = folder.file("cases.parquet");
    parquet(&input, &cases);
    let told = |want| {
        let mut asked = Deciding::new("cn/parallel-import");
        (asked.want, asked.ids) = (want, vec!["case".to_owned()]);
        rows(decide_batches(&asked, batches(&input, 9), &options(16, 1)).unwrap()).unwrap()
    };
    let full = told(Want::Full);
    for want in [Want::Verdict, Want::Reasons] {
        for (less, row) in told(want).iter().zip(&full) {
            for (name, value) in less {
                // Less is said to be known of dates, and nothing of law to come.
                if !matches!(name.as_str(), "disputed" | "warnings") {
                    assert_eq!(*value, row[name], "{name}");
                }
            }
        }
    }
}

/// Source: the same table under the names of the rulebook, in a stream and in a file of each
/// format.
#[test]
fn a_column_of_another_name_is_read_and_told_by_its_own() {
    let folder = Folder::new();
    let mut asked = Deciding::new("cn/complaint");
    asked.issues = vec!["notice".to_owned()];
    asked.columns = [("权利".to_owned(), "right_type".to_owned())].into();
    let text = "权利,n_locate\ntrademark,false\n商标,false\n";
    let lines =
        "{\"权利\":\"trademark\",\"n_locate\":false}\n{\"权利\":\"商标\",\"n_locate\":false}\n";
    let input = folder.file("cases.parquet");
    let both = |right: &str| json!({"权利": right, "n_locate": false}).as_object().unwrap().clone();
    parquet(&input, &[both("trademark"), both("商标")]);
    let inputs = [folder.write("cases.csv", text), folder.write("cases.ndjson", lines), input];
    for input in &inputs {
        let mut files = BatchFiles::new(input, folder.file("out.parquet"));
        files.overwrite = true;
        decide(&asked, &files, &mut |_| {}).unwrap();
        let answered = read(&files.output);
        assert_eq!((answered.len(), &answered[0]["right_type"]), (1, &json!("trademark")));
        assert_eq!(answered[0]["notice_verdict"], json!("not_qualified"));
        assert_eq!(refused(&files.refused)[0]["column"], json!("权利"));
    }
    let told = decide_batches(&asked, batches(&inputs[2], 5), &options(5, 1)).unwrap();
    let told = rows(told).unwrap();
    assert_eq!(told[1]["权利"], json!("商标"));
    assert_eq!(told[1]["error"][0]["column"], json!("权利"));

    asked.columns = [("权利".to_owned(), "right_sort".to_owned())].into();
    let error = decide_batches(&asked, batches(&inputs[2], 5), &options(5, 1)).unwrap_err();
    assert_eq!(error.reason.code, "unknown_column");
    asked.columns = [("权".to_owned(), "right_type".to_owned())].into();
    let error = decide_batches(&asked, batches(&inputs[2], 5), &options(5, 1)).unwrap_err();
    assert_eq!(error.reason.code, "missing_column");
    // A fact that were passed on as it is would be unknown in every row.
    asked.columns = [("权利".to_owned(), "right_type".to_owned())].into();
    asked.ids = vec!["权利".to_owned()];
    let error = decide_batches(&asked, batches(&inputs[2], 5), &options(5, 1)).unwrap_err();
    assert_eq!(error.reason.code, "read_as_id");
    assert_eq!(error.reason.column.as_deref(), Some("权利"));
    asked.columns = [("n_locate".to_owned(), "right_type".to_owned())].into();
    asked.ids = vec!["权利".to_owned()];
    let error = decide_batches(&asked, batches(&inputs[2], 5), &options(5, 1)).unwrap_err();
    assert_eq!(error.reason.code, "wrong_column_type");
}

fn findings() -> Rows {
    let compiled = library::built_in().rulebook("taobao/counterfeit", "").unwrap();
    let tiers = compiled.ledger.as_ref().unwrap().tiers.as_slice();
    let mut dice = Dice::new(5);
    let mut rows = Vec::new();
    for seller in 0..30 {
        for day in 0..=dice.below(7) {
            let tier =
                if dice.below(40) == 0 { "none" } else { &tiers[dice.below(tiers.len())].id };
            let row = json!({
                "seller": format!("店{seller:02}"),
                "listing": format!("L{}", rows.len()),
                "issued": format!("2019-05-{:02}", day + 1),
                "tier": tier,
            });
            rows.push(row.as_object().unwrap().clone());
        }
    }
    rows
}

/// Source: files of the same rows, however batches cut the sellers.
#[test]
fn a_stream_of_findings_is_run_as_a_file() {
    let (folder, findings) = (Folder::new(), findings());
    let input = folder.file("findings.parquet");
    parquet(&input, &findings);
    let mut asked = Simulating::new("taobao/counterfeit");
    (asked.until, asked.ids) = (Some("2019-12-31".parse().unwrap()), vec!["listing".to_owned()]);
    let files = LedgerFiles::new(&input, folder.file("out.parquet"));
    let done = simulate(&asked, &files, &mut |_| {}).unwrap();
    assert!(done.refused > 5, "{done:?}");
    let tables = [
        (LedgerTable::Entries, read(&files.entries.output)),
        (LedgerTable::Accounts, read(&files.accounts)),
    ];
    for (batch_rows, part_rows, workers) in [(1, 3, 2), (10, 1, 1), (1000, 1000, 1)] {
        for (gives, expected) in &tables {
            let options = options(part_rows, workers);
            let told = simulate_batches(&asked, *gives, batches(&input, batch_rows), &options);
            let told = rows(told.unwrap()).unwrap();
            let (answered, reasons) = apart(&told, &names(expected));
            assert_eq!(answered, *expected);
            match gives {
                LedgerTable::Entries => {
                    assert_eq!(told.len(), findings.len());
                    assert_eq!(reasons, refused(&files.entries.refused));
                }
                LedgerTable::Accounts => {
                    assert!(reasons.iter().all(|one| one["code"] == "unknown_tier"), "{reasons:?}");
                    assert_eq!(told.len(), answered.len() + reasons.len());
                }
            }
        }
    }
}

/// Source: nothing that was not read is taken for the end.
#[test]
fn what_cannot_be_read_ends_the_stream_with_an_error() {
    let (folder, findings) = (Folder::new(), findings());
    let input = folder.file("findings.parquet");
    parquet(&input, &findings);
    let mut read: Vec<Result<RecordBatch, ArrowError>> = batches(&input, 20).collect();
    let schema = read[0].as_ref().unwrap().schema();
    read[1] = Err(ArrowError::ComputeError("the disk is gone".to_owned()));
    let mut asked = Simulating::new("taobao/counterfeit");
    asked.ids = vec!["listing".to_owned()];
    let table = Box::new(RecordBatchIterator::new(read, schema));
    let stream = simulate_batches(&asked, LedgerTable::Entries, table, &options(5, 1)).unwrap();
    let told: Vec<_> = stream.collect();
    let error = told.last().unwrap().as_ref().unwrap_err().to_string();
    assert!(error.contains("unreadable_file") && error.contains("the disk is gone"), "{error}");
    assert!(told.iter().rev().skip(1).all(Result::is_ok));
}
