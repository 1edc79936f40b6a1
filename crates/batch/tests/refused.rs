//! What is wrong with files, columns and rows: told with its reason in both languages, and
//! nothing lost.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use std::path::Path;
use std::sync::Arc;

use arrow_array::{
    ArrayRef, Date32Array, Float64Array, Int32Array, RecordBatch, StringArray,
    TimestampMillisecondArray,
};
use serde_json::{Map, Value, json};
use support::{Folder, cells, read, write_parquet};
use zhengpin_batch::{BatchError, BatchFiles, Deciding, decide};

fn asked() -> Deciding {
    let mut asked = Deciding::new("cn/complaint");
    asked.as_of = Some("2026-11-22".parse().unwrap());
    asked.issues = vec!["notice".to_owned()];
    asked
}

fn run(asked: &Deciding, input: &Path, output: &str) -> Result<BatchFiles, BatchError> {
    let output = input.with_file_name(output);
    let mut files = BatchFiles::new(input, &output);
    (files.overwrite, files.part_rows) = (true, 2);
    decide(asked, &files, &mut |_| {}).map(|_| files)
}

fn code(asked: &Deciding, input: &Path) -> String {
    let error = run(asked, input, "never.ndjson").unwrap_err();
    assert!(!error.reason.says.zh.is_empty() && error.reason.says.en != error.reason.code);
    error.reason.code
}

/// Row, column and code of what was refused.
fn told(files: &BatchFiles) -> Vec<(u64, Value, String)> {
    let one = |row: Map<String, Value>| {
        assert!(!row["zh"].as_str().unwrap().is_empty() && !row["en"].as_str().unwrap().is_empty());
        let code = row["code"].as_str().unwrap().to_owned();
        (row["row"].as_u64().unwrap(), row["column"].clone(), code)
    };
    read(&files.refused).into_iter().map(one).collect()
}

/// Source: `docs/batch.md`: a cell that is no answer is refused, never taken for no or unknown.
#[test]
fn a_bad_row_is_told_with_its_column_and_the_others_are_decided() {
    let folder = Folder::new();
    let text = "n_locate,n_prior_count,right_type,n_date_received\n\
        false,2,trademark,2026-01-31\n\
        no,2,trademark,\n\
        false,many,brand,2026-02-30\n\
        false,2\n\
        ,,,\n\
        0,-1,trademark,31.1.2026\n\
        \"a\nb\",,,\n\
        true,,,\n";
    let input = folder.write("cases.csv", text);
    let files = run(&asked(), &input, "out.ndjson").unwrap();
    let expected = [
        (2, "n_locate", "wrong_type"),
        (3, "n_date_received", "not_a_date"),
        (3, "n_prior_count", "wrong_type"),
        (3, "right_type", "unknown_choice"),
        (4, "", "wrong_cells"),
        (6, "n_date_received", "not_a_date"),
        (6, "n_locate", "wrong_type"),
        (6, "n_prior_count", "out_of_range"),
        (7, "n_locate", "wrong_type"),
    ];
    let mut found = told(&files);
    found.sort_by_key(|(row, column, _)| (*row, column.to_string()));
    let column = |name: &str| if name.is_empty() { Value::Null } else { json!(name) };
    let expected = expected.map(|(row, name, code)| (row, column(name), code.to_owned()));
    assert_eq!(found, expected);
    let rows: Vec<u64> =
        read(&files.output).iter().map(|row| row["row"].as_u64().unwrap()).collect();
    assert_eq!(rows, [1, 5, 8]);
    let refused = read(&files.refused);
    assert_eq!(
        refused[0]["cells"],
        r#"{"n_locate":"no","n_prior_count":"2","right_type":"trademark","n_date_received":""}"#
    );
    let ragged = refused.iter().find(|one| one["row"] == 4).unwrap();
    assert_eq!(ragged["cells"], r#"["false","2"]"#);
    assert!(ragged["zh"].as_str().unwrap().contains("2 格"));
}

/// An empty cell is unknown: it is decided as a row without the column.
#[test]
fn an_empty_cell_is_unknown_and_never_no() {
    let folder = Folder::new();
    let input = folder.write("cases.csv", "n_locate,right_type\n,trademark\nfalse,trademark\n");
    let answers = read(&run(&asked(), &input, "out.ndjson").unwrap().output);
    assert_eq!(
        (&answers[0]["notice_settled"], &answers[1]["notice_settled"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(answers[1]["notice_verdict"], "not_qualified");
    assert!(answers[0]["notice_unknown"].as_array().unwrap().contains(&json!("notice_locates")));
    assert!(answers[1]["notice_missing"].as_array().unwrap().contains(&json!("notice_locates")));
    let null =
        folder.write("cases.ndjson", "{\"n_locate\": null, \"right_type\": \"trademark\"}\n");
    let nulls = read(&run(&asked(), &null, "nulls.ndjson").unwrap().output);
    assert_eq!(nulls[0]["notice_verdict"], answers[0]["notice_verdict"]);
    assert_eq!(nulls[0]["notice_unknown"], answers[0]["notice_unknown"]);
}

/// Source: `docs/batch.md`: lines of NDJSON are read as requests are.
#[test]
fn a_bad_line_is_told_and_the_others_are_decided() {
    let folder = Folder::new();
    let mut text =
        b"\xef\xbb\xbf{\"n_locate\": true}\n\n[1]\n{\"n_locate\": 1}\nnot json\n{\"n_lo\": true}\n\
        {\"n_locate\": true, \"n_locate\": false}\n{\"n_prior_count\": 9007199254740993}\n\
        {\"case_no\": [1]}\n"
            .to_vec();
    text.extend(b"{\"n_locate\": \"\xff\"}\r\n{\"case_no\": 17, \"n_prior_count\": 2.0}\r\n");
    let input = folder.write("cases.ndjson", text);
    let mut asked = asked();
    asked.ids = vec!["case_no".to_owned()];
    let files = run(&asked, &input, "out.ndjson").unwrap();
    let expected = [
        (3, Value::Null, "not_an_object"),
        (4, json!("n_locate"), "wrong_type"),
        (5, Value::Null, "malformed_json"),
        (6, json!("n_lo"), "unknown_column"),
        (7, json!("n_locate"), "key_twice"),
        (8, json!("n_prior_count"), "imprecise_number"),
        (9, json!("case_no"), "not_single"),
        (10, Value::Null, "not_utf8"),
    ];
    assert_eq!(told(&files), expected.map(|(row, column, code)| (row, column, code.to_owned())));
    let answers = read(&files.output);
    let told: Vec<_> = answers.iter().map(|row| (&row["row"], &row["case_no"])).collect();
    assert_eq!(told, [(&json!(1), &Value::Null), (&json!(11), &json!("17"))]);
}

/// A header that is wrong stops the run before any row: a column misspelt would be unknown in
/// all of them.
#[test]
fn a_header_that_is_wrong_is_refused_at_once() {
    let folder = Folder::new();
    let mut asked = asked();
    for (text, expected) in [
        ("n_locat\ntrue\n", "unknown_column"),
        ("n_locate,n_locate\ntrue,true\n", "column_twice"),
        ("n_locate,\ntrue,\n", "unknown_column"),
        ("", "no_header"),
    ] {
        assert_eq!(code(&asked, &folder.write("cases.csv", text)), expected, "{text}");
    }
    asked.ids = vec!["case_no".to_owned()];
    assert_eq!(code(&asked, &folder.write("cases.csv", "n_locate\ntrue\n")), "missing_column");
    asked.ids = vec!["row".to_owned()];
    assert_eq!(code(&asked, &folder.write("cases.csv", "row\n1\n")), "name_taken");
    asked.ids = vec!["notice_verdict".to_owned()];
    assert_eq!(code(&asked, &folder.write("cases.csv", "notice_verdict\n1\n")), "name_taken");
    asked.ids = vec!["n_locate".to_owned()];
    assert_eq!(code(&asked, &folder.write("cases.csv", "n_locate\nfalse\n")), "read_as_id");
    asked.ids.clear();
    assert_eq!(code(&asked, &folder.write("cases.txt", "n_locate\n")), "unknown_format");
    assert_eq!(code(&asked, &folder.file("nothing.csv")), "unreadable_file");
    let input = folder.write("cases.csv", "n_locate\ntrue\n");
    for (wrong, expected) in [
        (Deciding::new("cn/complaints"), "unknown_rulebook"),
        (Deciding::new("taobao/counterfeit"), "not_decided"),
    ] {
        assert_eq!(code(&wrong, &input), expected);
    }
    asked.issues = vec!["notices".to_owned()];
    assert_eq!(code(&asked, &input), "unknown_issue");
}

/// A byte order mark is no part of the first name, and a quote that is never closed does not
/// take the whole file for a row.
#[test]
fn csv_as_programs_write_it() {
    let folder = Folder::new();
    let input = folder.write("cases.csv", "\u{feff}n_locate,right_type\r\nTRUE,trademark\r\n");
    let answers = read(&run(&asked(), &input, "out.ndjson").unwrap().output);
    assert_eq!((answers.len(), &answers[0]["n_locate"]), (1, &json!(true)));
    let mut endless = b"n_locate,right_type\ntrue,\"trademark\n".to_vec();
    endless.extend(b"true,trademark\n".repeat(700_000));
    let input = folder.write("cases.csv", endless);
    let error = run(&asked(), &input, "never.csv").unwrap_err();
    assert_eq!(error.reason.code, "row_too_long");
    assert!(error.reason.says.en.starts_with("row 1 of"), "{error}");
    // Without rows there is an answer without rows.
    let input = folder.write("cases.csv", "n_locate\n");
    let files = run(&asked(), &input, "empty.csv").unwrap();
    assert!(cells(&files.output).is_empty() && cells(&files.refused).is_empty());
    let text = std::fs::read_to_string(&files.output).unwrap();
    assert!(text.starts_with("row,n_locate,version,notice_verdict,notice_settled,"), "{text}");
    let files = run(&asked(), &input, "empty.parquet").unwrap();
    assert!(read(&files.output).is_empty());
    let input = folder.write("cases.ndjson", "\n");
    assert!(read(&run(&asked(), &input, "empty.ndjson").unwrap().output).is_empty());
}

/// Source: what `DuckDB` 2.0.1 and `pyarrow` 26.0.1 write: nullable and required columns, numbers
/// of every width, texts; a time is no day.
#[test]
fn types_of_parquet_are_read_without_a_guess_or_refused() {
    let folder = Folder::new();
    let of = |columns: Vec<(&str, ArrayRef)>| {
        let path = folder.file("cases.parquet");
        write_parquet(&path, &RecordBatch::try_from_iter(columns).unwrap());
        path
    };
    let texts = |texts: &[&str]| Arc::new(StringArray::from(texts.to_vec())) as ArrayRef;
    let day = Arc::new(Date32Array::from(vec![20_454])) as ArrayRef;
    let count = Arc::new(Int32Array::from(vec![2])) as ArrayRef;
    let input = of(vec![
        ("n_locate", texts(&["false"])),
        ("n_date_received", Arc::clone(&day)),
        ("n_prior_count", Arc::clone(&count)),
        ("weight", Arc::new(Float64Array::from(vec![1.5]))),
    ]);
    let mut with_weight = asked();
    with_weight.ids = vec!["weight".to_owned()];
    let answers = read(&run(&with_weight, &input, "out.parquet").unwrap().output);
    assert_eq!(answers[0]["n_date_received"], "2026-01-01");
    assert_eq!(answers[0]["n_prior_count"], 2);
    assert_eq!((&answers[0]["weight"], &answers[0]["n_locate"]), (&json!(1.5), &json!(false)));
    let time = Arc::new(TimestampMillisecondArray::from(vec![0]).with_timezone("Asia/Shanghai"));
    for (name, column) in [
        ("n_date_received", time as ArrayRef),
        ("n_locate", Arc::clone(&count)),
        ("n_prior_count", Arc::new(Float64Array::from(vec![2.0]))),
        ("right_type", day),
    ] {
        assert_eq!(code(&asked(), &of(vec![(name, column)])), "wrong_column_type", "{name}");
    }
    // An empty text is not a null: it says something, and nothing that can be read.
    let files = run(&asked(), &of(vec![("right_type", texts(&["", "trademark"]))]), "out.ndjson");
    assert_eq!(told(&files.unwrap()), [(1, json!("right_type"), "unknown_choice".to_owned())]);
}

/// Source: `docs/python.md`: the job goes on. `DuckDB` writes `infinity` as the largest number.
#[test]
fn a_day_beyond_every_calendar_is_refused_and_no_other_row() {
    let folder = Folder::new();
    let days = Date32Array::from(vec![Some(20_454), Some(i32::MAX), Some(-i32::MAX), None]);
    let path = folder.file("cases.parquet");
    let columns = [("n_date_received", Arc::new(days) as ArrayRef)];
    write_parquet(
        &path,
        &RecordBatch::try_from_iter_with_nullable(
            columns.map(|(name, column)| (name, column, true)),
        )
        .unwrap(),
    );
    let files = run(&asked(), &path, "out.ndjson").unwrap();
    assert_eq!(read(&files.output).len(), 2);
    let day = || json!("n_date_received");
    let code = || "not_a_date".to_owned();
    assert_eq!(told(&files), [(2, day(), code()), (3, day(), code())]);
    let refused = std::fs::read_to_string(&files.refused).unwrap();
    assert!(refused.contains("2147483647"), "{refused}");
}

/// Files that are there are not written over by mistake.
#[test]
fn what_is_there_is_not_written_over() {
    let folder = Folder::new();
    let input = folder.write("cases.csv", "n_locate\ntrue\n");
    let mut files = BatchFiles::new(&input, folder.write("out.csv", "mine"));
    let refused =
        |files: &BatchFiles| decide(&asked(), files, &mut |_| {}).unwrap_err().reason.code;
    assert_eq!(refused(&files), "exists");
    assert_eq!(std::fs::read_to_string(&files.output).unwrap(), "mine");
    files.output.clone_from(&input);
    assert_eq!(refused(&files), "same_file");
    files.output = folder.file("out.csv");
    files.overwrite = true;
    assert!(decide(&asked(), &files, &mut |_| {}).is_ok());
    assert_eq!(cells(&files.output).len(), 1);
}
