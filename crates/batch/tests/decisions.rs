//! Files of cases against the plain request, row by row, in every format.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use std::path::Path;

use serde_json::{Map, Value, json};
use support::{Dice, Folder, as_cells, case, cells, csv, ndjson, parquet, read};
use zhengpin::{answer, library};
use zhengpin_batch::{BatchFiles, Deciding, decide};

type Rows = Vec<Map<String, Value>>;

/// Random cases, of which some contradict themselves.
fn cases(rulebook: &str, count: usize) -> Rows {
    let rulebook = library::built_in().rulebook(rulebook, "").unwrap();
    let mut dice = Dice::new(7);
    let row = |number: usize| {
        let mut row = case(rulebook, &mut dice);
        row.insert("case_no".to_owned(), json!(format!("案{number}")));
        row
    };
    (1..=count).map(row).collect()
}

fn asked(rulebook: &str) -> Deciding {
    let mut asked = Deciding::new(rulebook);
    asked.as_of = Some("2026-11-22".parse().unwrap());
    asked.ids = vec!["case_no".to_owned()];
    asked.only_ids = true;
    asked
}

/// Decides a file, in parts of seven rows on three threads.
fn decided(asked: &Deciding, input: &Path, output: &Path) -> BatchFiles {
    let mut files = BatchFiles::new(input, output);
    (files.part_rows, files.workers) = (7, Some(3));
    let done = decide(asked, &files, &mut |_| {}).unwrap();
    assert!(done.rows > 0 && !files.output.with_extension("parts").exists());
    files
}

/// The plain answer to a row, as cells; or the codes of its refusal.
fn plain(asked: &Deciding, row: &Map<String, Value>) -> Result<Map<String, Value>, Vec<String>> {
    let mut facts = row.clone();
    facts.retain(|name, value| !asked.ids.contains(name) && !value.is_null());
    let day = asked.as_of.unwrap().to_string();
    let mut request = json!({"rulebook": asked.rulebook, "asOf": day, "facts": facts});
    if !asked.issues.is_empty() {
        request["issues"] = json!(asked.issues);
    }
    let answer: Value = serde_json::from_str(&answer::decide(&request.to_string())).unwrap();
    if let Some(error) = answer.get("error") {
        let all = std::iter::once(error).chain(error["more"].as_array().unwrap());
        return Err(all.map(|one| one["code"].as_str().unwrap().to_owned()).collect());
    }
    let mut cells = Map::new();
    cells.insert("version".to_owned(), answer["version"].clone());
    let ids = |list: &Value, key: &str| -> Value {
        list.as_array().unwrap().iter().map(|one| one[key].clone()).collect()
    };
    for issue in answer["issues"].as_array().unwrap() {
        let mut put = |name: &str, value: Value| {
            cells.insert(format!("{}_{name}", issue["issue"].as_str().unwrap()), value);
        };
        for key in ["verdict", "settled", "possible", "because"] {
            put(key, issue[key].clone());
        }
        for (name, state) in [("missing", "no"), ("unknown", "unknown")] {
            let list = issue["missing"].as_array().unwrap().iter();
            let mut ids: Vec<&Value> =
                list.filter(|one| one["state"] == state).map(|one| &one["element"]).collect();
            ids.dedup();
            put(name, json!(ids));
        }
        put("provisions", ids(&issue["citations"], "provision"));
    }
    cells.insert("next".to_owned(), answer["next"].clone());
    let presumed = answer["presumed"].as_object().unwrap().keys();
    cells.insert("presumed".to_owned(), presumed.map(|fact| json!(fact)).collect());
    let told = |one: &Value, after: &str| {
        json!(format!("{} {after}", one["fact"].as_str().or(one["id"].as_str()).unwrap()))
    };
    let by_dates = answer["byDates"].as_array().unwrap().iter();
    let by_dates = by_dates.map(|one| told(one, one["bearing"].as_str().unwrap()));
    cells.insert("by_dates".to_owned(), by_dates.collect());
    let deadlines = answer["deadlines"].as_array().unwrap().iter();
    let deadlines = deadlines.filter(|one| one["applies"] == "yes").map(|one| {
        let day = one["moved"].as_str().or(one["due"].as_str());
        let range = [&one["range"]["earliest"], &one["range"]["latest"]].map(Value::as_str);
        match (day, range) {
            (Some(day), _) => told(one, day),
            (None, [Some(from), Some(to)]) => told(one, &format!("{from}/{to}")),
            _ => told(one, ".."),
        }
    });
    cells.insert("deadlines".to_owned(), deadlines.collect());
    let warned = |one: &Value| match one["about"].as_str() {
        None => one["code"].clone(),
        Some(about) => json!(format!("{} {about}", one["code"].as_str().unwrap())),
    };
    let warnings = answer["warnings"].as_array().unwrap().iter().map(warned);
    cells.insert("warnings".to_owned(), warnings.collect());
    Ok(cells)
}

/// Source: the plain request, row by row.
#[test]
fn every_row_has_the_answer_of_the_plain_request() {
    for (rulebook, count) in
        [("cn/complaint", 40), ("cn/parallel-import", 25), ("hk/parallel-import", 60)]
    {
        let (folder, rows, asked) = (Folder::new(), cases(rulebook, count), asked(rulebook));
        let input = folder.write("cases.ndjson", ndjson(&rows));
        let files = decided(&asked, &input, &folder.file("verdicts.ndjson"));
        let (answers, refused) = (read(&files.output), read(&files.refused));
        let (mut answers, mut refusals) = (answers.iter(), 0);
        for (row, number) in rows.iter().zip(1..) {
            let codes: Vec<&str> = refused
                .iter()
                .filter(|one| one["row"] == json!(number))
                .map(|one| one["code"].as_str().unwrap())
                .collect();
            match plain(&asked, row) {
                Err(expected) => {
                    assert_eq!(codes, expected, "{row:?}");
                    refusals += 1;
                }
                Ok(expected) => {
                    assert!(codes.is_empty());
                    let mut answer = answers.next().unwrap().clone();
                    assert_eq!(answer.remove("row"), Some(json!(number)));
                    assert_eq!(answer.remove("case_no"), Some(row["case_no"].clone()));
                    // An issue that does not arise has no answer.
                    answer.retain(|name, value| !value.is_null() || expected.contains_key(name));
                    assert_eq!(answer, expected, "{row:?}");
                }
            }
        }
        assert!(answers.next().is_none());
        assert!(refusals < rows.len() / 2, "{refusals} of {}", rows.len());
    }
}

/// Source: the same rows in each of the formats: the same answers in each of them.
#[test]
fn every_format_says_the_same() {
    let (folder, mut rows) = (Folder::new(), cases("cn/complaint", 30));
    rows[8].insert("right_type".to_owned(), json!("brand"));
    rows[19].insert("n_prior_count".to_owned(), json!(-1));
    let asked = asked("cn/complaint");
    folder.write("cases.csv", csv(&rows));
    folder.write("cases.ndjson", ndjson(&rows));
    parquet(&folder.file("cases.parquet"), &rows);
    let mut seen: Option<[Rows; 2]> = None;
    for from in ["csv", "ndjson", "parquet"] {
        let input = folder.file(&format!("cases.{from}"));
        for to in ["ndjson", "parquet", "csv"] {
            let output = folder.file(&format!("from-{from}.{to}"));
            let files = decided(&asked, &input, &output);
            // How the row is repeated differs, as the files do.
            let without = |mut rows: Rows| {
                rows.iter_mut().for_each(|row| drop(row.shift_remove("cells")));
                rows
            };
            let all = if to == "csv" { cells } else { read };
            let told = [all(&files.output), without(all(&files.refused))];
            assert!(told.iter().all(|rows| !rows.is_empty()));
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

/// What is decided can be decided again: facts are passed on as they are read.
#[test]
fn facts_that_are_passed_on_are_read_as_the_same_facts() {
    let (folder, rows) = (Folder::new(), cases("cn/complaint", 20));
    for format in ["csv", "parquet", "ndjson"] {
        let mut asked = asked("cn/complaint");
        asked.only_ids = false;
        asked.issues = vec!["notice".to_owned(), "platform".to_owned()];
        let input = folder.file(&format!("in.{format}"));
        match format {
            "csv" => drop(folder.write("in.csv", csv(&rows))),
            "parquet" => parquet(&input, &rows),
            _ => drop(folder.write("in.ndjson", ndjson(&rows))),
        }
        let once = decided(&asked, &input, &folder.file(&format!("once.{format}")));
        let first = if format == "csv" { cells(&once.output) } else { read(&once.output) };
        // Its answers are passed on like any other column.
        let known = |name: &String| rows.iter().any(|row| row.contains_key(name));
        let others = first[0].keys().filter(|name| !known(name) && *name != "row");
        let facts: Vec<String> = library::built_in()
            .rulebook("cn/complaint", "")
            .unwrap()
            .facts
            .values()
            .map(|fact| fact.id.clone())
            .collect();
        let answers: Vec<String> = others.filter(|name| !facts.contains(name)).cloned().collect();
        let strip = |rows: &Rows| -> Rows {
            let mut rows = rows.clone();
            for row in &mut rows {
                let none = |value: &Value| value.is_null() || value == "";
                row.retain(|name, value| name != "row" && !answers.contains(name) && !none(value));
            }
            rows
        };
        let again = folder.file(&format!("again.{format}"));
        match format {
            "csv" => drop(folder.write("again.csv", csv(&strip(&first)))),
            "parquet" => parquet(&again, &strip(&first)),
            _ => drop(folder.write("again.ndjson", ndjson(&strip(&first)))),
        }
        let twice = decided(&asked, &again, &folder.file(&format!("twice.{format}")));
        let second = if format == "csv" { cells(&twice.output) } else { read(&twice.output) };
        let answers_of = |rows: &Rows| -> Vec<Vec<Value>> {
            let of =
                |row: &Map<String, Value>| answers.iter().map(|name| row[name].clone()).collect();
            rows.iter().map(of).collect()
        };
        assert_eq!(answers_of(&first), answers_of(&second), "{format}");
        assert_eq!(strip(&first), strip(&second), "{format}");
    }
}

/// Source: `docs/batch.md`: each row may have a day of its own, and one without is refused.
#[test]
fn each_row_can_have_its_own_day() {
    let folder = Folder::new();
    let text = "filed_on,n_locate\n2026-11-22,false\n2019-06-01,false\n,false\n1999-01-01,false\n";
    let input = folder.write("cases.csv", text);
    let mut asked = Deciding::new("cn/complaint");
    asked.day_column = Some("filed_on".to_owned());
    asked.issues = vec!["notice".to_owned()];
    let files = decided(&asked, &input, &folder.file("out.ndjson"));
    let answers = read(&files.output);
    assert_eq!(answers.len(), 2);
    for (answer, row) in answers.iter().zip([1, 2]) {
        let day = answer["filed_on"].as_str().unwrap();
        let request =
            json!({"rulebook": "cn/complaint", "asOf": day, "facts": {"n_locate": false}});
        let plain: Value = serde_json::from_str(&answer::decide(&request.to_string())).unwrap();
        assert_eq!(answer["version"], plain["version"]);
        assert_eq!(answer["notice_verdict"], plain["issues"][0]["verdict"]);
        assert_eq!(answer["row"], json!(row));
    }
    assert_ne!(answers[0]["version"], answers[1]["version"]);
    let refused = read(&files.refused);
    let told: Vec<_> =
        refused.iter().map(|one| (&one["row"], &one["column"], &one["code"])).collect();
    let day = json!("filed_on");
    assert_eq!(
        told,
        [(&json!(3), &day, &json!("no_day")), (&json!(4), &day, &json!("not_in_force"))]
    );
}
