//! Files of findings against the plain request, seller by seller.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use std::path::Path;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray, TimestampMicrosecondArray};
use serde_json::{Map, Value, json};
use support::{Dice, Folder, as_cells, cells, csv, ndjson, parquet, read, write_parquet};
use zhengpin::{answer, library};
use zhengpin_batch::{BatchError, LedgerFiles, Simulating, simulate};

type Rows = Vec<Map<String, Value>>;

fn row(value: &Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

fn ran(asked: &Simulating, input: &Path, output: &Path) -> Result<LedgerFiles, BatchError> {
    let mut files = LedgerFiles::new(input, output);
    // A part is smaller than what some sellers have.
    (files.entries.part_rows, files.entries.workers) = (4, Some(3));
    files.entries.overwrite = true;
    simulate(asked, &files, &mut |_| {}).map(|_| files)
}

/// Random findings of 40 sellers, from one to nine each, with all that a finding can say.
fn findings(rulebook: &str) -> Rows {
    let compiled = library::built_in().rulebook(rulebook, "").unwrap();
    let ledger = compiled.ledger.as_ref().unwrap();
    let mut dice = Dice::new(11);
    let mut rows = Vec::new();
    for seller in 0..40 {
        let mut days: Vec<(usize, usize)> =
            (0..=dice.below(9)).map(|_| (1 + dice.below(12), 1 + dice.below(28))).collect();
        days.sort_unstable();
        for (month, day) in days {
            let tier = &ledger.tiers.as_slice()[dice.below(ledger.tiers.len())];
            let mut finding = row(&json!({
                "seller": format!("卖家{seller:03}"),
                "listing": format!("L{}", rows.len()),
                "id": format!("f{}", rows.len()),
                "issued": format!("2019-{month:02}-{day:02}"),
                "tier": tier.id,
                "items": 1 + dice.below(4),
                "account_deposit": 1000 * (1 + seller % 3),
            }));
            if dice.below(3) == 0 {
                finding.insert("reversed".to_owned(), json!(dice.below(2) == 1));
            }
            if dice.below(3) == 0 {
                finding.insert("taken_points".to_owned(), json!(2 * dice.below(7)));
                finding.insert("taken_strike".to_owned(), json!(dice.below(2) == 1));
            }
            if dice.below(4) == 0 {
                finding.insert("right".to_owned(), json!(format!("商标{}", dice.below(2))));
            }
            rows.push(finding);
        }
    }
    rows
}

/// The plain answer to the findings of a seller.
fn plain(asked: &Simulating, rows: &[&Map<String, Value>]) -> Value {
    let mut amounts = Map::new();
    let finding = |row: &&Map<String, Value>| {
        let mut finding = Map::new();
        let mut taken = Map::new();
        for (name, value) in *row {
            match name.as_str() {
                "seller" | "listing" => {}
                "account_deposit" => drop(amounts.insert("deposit".to_owned(), value.clone())),
                "taken_points" => drop(taken.insert("points".to_owned(), value.clone())),
                "taken_strike" => drop(taken.insert("strike".to_owned(), value.clone())),
                _ => drop(finding.insert(name.clone(), value.clone())),
            }
        }
        if !taken.is_empty() {
            finding.insert("taken".to_owned(), taken.into());
        }
        Value::Object(finding)
    };
    let findings: Vec<Value> = rows.iter().map(finding).collect();
    let request = json!({
        "rulebook": asked.rulebook,
        "findings": findings,
        "amounts": amounts,
        "until": asked.until.map(|day| day.to_string()).unwrap(),
        "reading": asked.reading,
        "forecast": false,
    });
    serde_json::from_str(&answer::simulate(&request.to_string())).unwrap()
}

fn asked() -> Simulating {
    let mut asked = Simulating::new("taobao/counterfeit");
    asked.until = Some("2020-12-31".parse().unwrap());
    asked.reading = [("cap".to_owned(), "shared".to_owned())].into();
    asked.ids = vec!["listing".to_owned()];
    asked
}

/// Source: the plain request, seller by seller, whatever part of the file a seller stands in.
#[test]
fn every_seller_has_the_answer_of_the_plain_request() {
    let (folder, rows, asked) = (Folder::new(), findings("taobao/counterfeit"), asked());
    let input = folder.write("findings.ndjson", ndjson(&rows));
    let files = ran(&asked, &input, &folder.file("entries.ndjson")).unwrap();
    let (entries, accounts) = (read(&files.entries.output), read(&files.accounts));
    let refused = read(&files.entries.refused);
    let mut of_refused = 0;
    let (mut entries, mut accounts) = (entries.iter(), accounts.iter());
    for own in rows.chunk_by(|one, other| one["seller"] == other["seller"]) {
        let own: Vec<&Map<String, Value>> = own.iter().collect();
        let seller = &own[0]["seller"];
        let plain = plain(&asked, &own);
        if plain.get("error").is_some() {
            let told = |row: &&Map<String, Value>| {
                let cells: Value = serde_json::from_str(row["cells"].as_str().unwrap()).unwrap();
                cells["seller"] == *seller
            };
            assert!(refused.iter().filter(told).count() >= own.len());
            of_refused += 1;
            continue;
        }
        for (entry, row) in plain["entries"].as_array().unwrap().iter().zip(&own) {
            let told = entries.next().unwrap();
            assert_eq!((&told["seller"], &told["listing"]), (seller, &row["listing"]));
            let keys = ["id", "issued", "version", "tier", "book", "points", "lost", "raised"];
            let more = ["ledger", "strikes", "strike", "reason", "node", "closes"];
            for key in keys.iter().chain(&more) {
                assert_eq!(told[*key], entry[*key], "{key} of {entry}");
            }
            let ids = |list: &Value, key: &str| -> Value {
                list.as_array().unwrap().iter().map(|one| one[key].clone()).collect()
            };
            assert_eq!(told["measures"], ids(&entry["measures"], "code"));
            assert_eq!(told["provisions"], ids(&entry["citations"], "provision"));
            assert_eq!(told["audit_points"], entry["audit"]["points"]["verdict"]);
            assert_eq!(told["audit_points_due"], entry["audit"]["points"]["due"]);
            assert_eq!(told["audit_strike"], entry["audit"]["strike"]["verdict"]);
            for (charge, sum) in
                told["charges"].as_array().unwrap().iter().zip(entry["money"].as_array().unwrap())
            {
                let expected = format!("{} {}/", sum["charge"].as_str().unwrap(), sum["least"]);
                assert!(charge.as_str().unwrap().starts_with(&expected), "{charge} {sum}");
            }
        }
        let (told, status) = (accounts.next().unwrap(), &plain["status"]);
        assert_eq!((&told["seller"], &told["findings"]), (seller, &json!(own.len())));
        for (key, name) in [
            ("open", "open"),
            ("closedBy", "closed_by"),
            ("closedAt", "closed_at"),
            ("points", "points"),
            ("strikes", "strikes"),
        ] {
            assert_eq!(told[name], status[key]);
        }
        for book in status["books"].as_array().unwrap() {
            assert_eq!(told[&format!("points_{}", book["book"].as_str().unwrap())], book["points"]);
        }
        assert_eq!(told["audit_points"], plain["audit"]["status"]["points"]);
        let appeals = plain["audit"]["appeals"].as_array();
        let appeals =
            appeals.map(|all| all.iter().map(|one| one["finding"].clone()).collect::<Value>());
        assert_eq!(told["appeals"], appeals.unwrap_or(Value::Null));
    }
    assert!(entries.next().is_none() && accounts.next().is_none());
    assert!(of_refused < 20, "{of_refused}");
}

/// Source: the same findings in each of the formats.
#[test]
fn every_format_says_the_same() {
    let (folder, rows, asked) = (Folder::new(), findings("taobao/counterfeit"), asked());
    folder.write("in.csv", csv(&rows));
    folder.write("in.ndjson", ndjson(&rows));
    parquet(&folder.file("in.parquet"), &rows);
    let mut seen: Option<[Rows; 2]> = None;
    for from in ["ndjson", "csv", "parquet"] {
        for to in ["ndjson", "parquet", "csv"] {
            let input = folder.file(&format!("in.{from}"));
            let files = ran(&asked, &input, &folder.file(&format!("{from}.{to}"))).unwrap();
            let all = if to == "csv" { cells } else { read };
            let told = [all(&files.entries.output), all(&files.accounts)];
            match &seen {
                None => seen = Some(told),
                Some(seen) if to == "csv" => {
                    assert_eq!(told, seen.each_ref().map(|rows| as_cells(rows)), "{from} to {to}");
                }
                Some(seen) => assert_eq!(&told, seen, "{from} to {to}"),
            }
        }
    }
}

/// Row and code of everything refused.
fn told(files: &LedgerFiles) -> Vec<(u64, String)> {
    let one = |row: Map<String, Value>| {
        (row["row"].as_u64().unwrap(), row["code"].as_str().unwrap().to_owned())
    };
    read(&files.entries.refused).into_iter().map(one).collect()
}

fn sellers(files: &LedgerFiles) -> Vec<String> {
    read(&files.accounts).iter().map(|row| row["seller"].as_str().unwrap().to_owned()).collect()
}

/// A ledger with a finding left out would be wrong: nothing is run of a seller with a bad row,
/// nor of those to whom a row without a seller may belong.
#[test]
fn a_bad_row_takes_its_seller_with_it_and_no_other() {
    let folder = Folder::new();
    let text = "seller,issued,tier,items\n\
        a,2019-01-01,sale,1\n\
        b,2019-01-01,sale,1\n\
        b,2019-02-30,sale,1\n\
        b,2019-03-01,sale,1\n\
        c,2019-01-01,sale,\n\
        d,2019-01-01,sale,1\n\
        ,2019-01-02,sale,1\n\
        e,2019-01-03,sale,1\n\
        f,2019-01-01,sale,1\n\
        f,2019\n\
        g,2019-01-01,sale,1\n\
        h,2019-01-01,sale,0\n";
    let input = folder.write("in.csv", text);
    let files =
        ran(&Simulating::new("taobao/counterfeit"), &input, &folder.file("out.ndjson")).unwrap();
    assert_eq!(sellers(&files), ["a", "c"]);
    let expected = [
        (2, "other_finding"),
        (3, "not_an_instant"),
        (4, "other_finding"),
        (6, "other_finding"),
        (7, "no_seller"),
        (8, "other_finding"),
        (9, "other_finding"),
        (10, "wrong_cells"),
        (11, "other_finding"),
        (12, "out_of_range"),
    ];
    assert_eq!(told(&files), expected.map(|(row, code)| (row, code.to_owned())));
}

/// A file that is not sorted is refused at the row where that is seen.
#[test]
fn a_file_that_is_not_sorted_is_refused_where_it_is_seen() {
    let folder = Folder::new();
    let asked = Simulating::new("taobao/counterfeit");
    let refused = |text: &str| {
        let input = folder.write("in.csv", text);
        let error = ran(&asked, &input, &folder.file("out.csv")).unwrap_err();
        assert!(!folder.file("out.csv").exists());
        (error.reason.code.clone(), error.to_string())
    };
    let (code, said) =
        refused("seller,issued,tier\na,2019-01-01,sale\nb,2019-01-01,sale\na,2019-01-01,sale\n");
    assert_eq!(code, "not_sorted");
    assert!(said.contains("row 3") && said.contains("第 3 行"), "{said}");
    let (code, said) =
        refused("seller,issued,tier\na,2019-01-01,sale\nb,2019-01-05,sale\nb,2019-01-04,sale\n");
    assert_eq!(code, "not_sorted_by_time");
    assert!(said.contains("row 3") && said.contains("2019-01-04"), "{said}");
}

/// A seller with more findings than a ledger takes is refused, however many they are, and the
/// next one is not.
#[test]
fn too_many_findings_of_one_seller_are_refused_and_the_next_is_run() {
    let folder = Folder::new();
    let most = library::built_in()
        .rulebook("taobao/counterfeit", "")
        .unwrap()
        .ledger
        .as_ref()
        .unwrap()
        .limits
        .findings;
    let mut text = String::from("seller,issued,tier\n");
    for _ in 0..=most + 5 {
        text.push_str("1,2019-01-01,information\n");
    }
    text.push_str("2,2019-01-01,information\n");
    let input = folder.write("in.csv", text);
    let files =
        ran(&Simulating::new("taobao/counterfeit"), &input, &folder.file("out.ndjson")).unwrap();
    assert_eq!(sellers(&files), ["2"]);
    let refused = told(&files);
    assert_eq!(refused.len(), usize::try_from(most).unwrap() + 6);
    assert!(refused.iter().all(|(_, code)| code == "too_many_findings"));
}

/// Source: what Spark, `DuckDB` and `pyarrow` write: a time with a zone is an instant, whatever
/// zone it names; one without is by the platform's clock.
#[test]
fn times_of_parquet_keep_their_instant() {
    let folder = Folder::new();
    // 2018-12-31T16:30Z is half past midnight of the new year in China.
    let at = 1_546_273_800_000_000;
    let texts = |text: &str| Arc::new(StringArray::from(vec![text])) as ArrayRef;
    let told = |times: TimestampMicrosecondArray| {
        let input = folder.file("in.parquet");
        let columns: Vec<(&str, ArrayRef)> =
            vec![("seller", texts("a")), ("issued", Arc::new(times)), ("tier", texts("sale"))];
        write_parquet(&input, &RecordBatch::try_from_iter(columns).unwrap());
        let files =
            ran(&Simulating::new("taobao/counterfeit"), &input, &folder.file("out.parquet"));
        read(&files.unwrap().entries.output)[0]["issued"].as_str().unwrap().to_owned()
    };
    let times = TimestampMicrosecondArray::from(vec![at]);
    for zone in ["UTC", "+00:00", "+08:00", "Asia/Shanghai", "America/New_York"] {
        assert_eq!(told(times.clone().with_timezone(zone)), "2019-01-01T00:30+08:00", "{zone}");
    }
    assert_eq!(told(times), "2018-12-31T16:30+08:00");
}
