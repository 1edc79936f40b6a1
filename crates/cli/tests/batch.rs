//! `zhengpin batch` as a command: on the files of `examples/batch`, killed in the middle, and
//! gone on with.

#![cfg(feature = "batch")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use zhengpin::answer;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhengpin"));
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    command.arg("batch").args(arguments).current_dir(root).stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

/// A folder of its own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("zhengpin-cli-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn rows(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

/// Source: `zhengpin decide` on the same facts.
#[test]
fn the_cases_of_the_examples_are_decided_as_the_plain_command_decides() {
    let folder = folder("decide");
    let out = folder.join("out.ndjson");
    let said = run(&[
        "decide",
        "cn/complaint",
        "examples/batch/cases.csv",
        "--as-of",
        "2026-11-22",
        "--issue",
        "notice",
        "--id",
        "case",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert!(said.status.success(), "{}", text(&said.stderr));
    assert!(text(&said.stderr).contains("7 rows, 2 refused"), "{}", text(&said.stderr));
    let answers = rows(&out);
    let cases: Vec<&str> = answers.iter().map(|row| row["case"].as_str().unwrap()).collect();
    assert_eq!(cases, ["甲-001", "甲-002", "甲-003", "甲-004", "甲-005"]);
    for row in &answers {
        let facts = [
            "right_type",
            "n_identity",
            "n_right_proof",
            "n_locate",
            "n_prima_facie",
            "n_truth",
            "n_date_received",
        ];
        let facts: serde_json::Map<String, Value> = facts
            .iter()
            .map(|fact| ((*fact).to_owned(), row[*fact].clone()))
            .filter(|(_, value)| !value.is_null())
            .collect();
        let request = serde_json::json!({
            "rulebook": "cn/complaint", "asOf": "2026-11-22", "issues": ["notice"], "facts": facts
        });
        let plain: Value = serde_json::from_str(&answer::decide(&request.to_string())).unwrap();
        let notice = &plain["issues"][0];
        assert_eq!(row["notice_verdict"], notice["verdict"]);
        assert_eq!(row["notice_settled"], notice["settled"]);
        assert_eq!(row["notice_because"], notice["because"]);
        assert_eq!(row["next"], plain["next"]);
    }
    assert_eq!(answers[1]["notice_verdict"], "not_qualified");
    assert_eq!(answers[2]["notice_settled"], false);
    let refused = rows(&folder.join("out.refused.ndjson"));
    let told: Vec<_> = refused
        .iter()
        .map(|row| (&row["row"], row["column"].as_str(), row["code"].as_str()))
        .collect();
    let (six, seven) = (Value::from(6), Value::from(7));
    assert_eq!(
        told,
        [
            (&six, Some("n_identity"), Some("wrong_type")),
            (&seven, Some("n_date_received"), Some("not_a_date"))
        ]
    );
    fs::remove_dir_all(folder).unwrap();
}

/// Source: Taobao's FAQ on its rule of 2017-02-21, question 8: 2, 2, 8 and 2 points, and the
/// fourth is a second strike.
#[test]
fn the_findings_of_the_examples_are_run() {
    let folder = folder("simulate");
    let out = folder.join("entries.ndjson");
    let said = run(&[
        "simulate",
        "taobao/counterfeit",
        "examples/batch/findings.csv",
        "--id",
        "listing",
        "--quiet",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert!(said.status.success() && said.stderr.is_empty(), "{}", text(&said.stderr));
    let entries = rows(&out);
    let of = |key: &str| {
        entries.iter().take(4).map(|row| row[key].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!((of("points"), of("strikes")), (vec![2, 2, 8, 2], vec![1, 1, 1, 2]));
    assert_eq!(entries[4]["reason"], "reversed");
    let accounts = rows(&folder.join("entries.accounts.ndjson"));
    let sellers: Vec<&str> = accounts.iter().map(|row| row["seller"].as_str().unwrap()).collect();
    assert_eq!(sellers, ["店001", "店002"]);
    assert_eq!(
        (&accounts[0]["points"], &accounts[0]["findings"]),
        (&Value::from(14), &Value::from(4))
    );
    let refused = rows(&folder.join("entries.refused.ndjson"));
    let codes: Vec<&str> = refused.iter().map(|row| row["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["unknown_tier", "other_finding"]);
    fs::remove_dir_all(folder).unwrap();
}

/// Killed, a run leaves no output; gone on with, it leaves that of one that nobody killed.
#[test]
fn a_run_that_was_killed_goes_on() {
    let folder = folder("killed");
    let input = folder.join("cases.csv");
    let mut cases = String::from("case,right_type,n_locate,n_prior_count\n");
    for number in 0..4000 {
        let locate = ["true", "false", ""][number % 3];
        writeln!(cases, "c{number},trademark,{locate},{number}").unwrap();
    }
    fs::write(&input, cases).unwrap();
    let out = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let ask = |out: &str, more: &[&str]| {
        let mut arguments = vec![
            "decide",
            "cn/complaint",
            input.to_str().unwrap(),
            "--issue",
            "notice",
            "--id",
            "case",
        ];
        arguments.extend(["--part-rows", "50", "--out", out]);
        arguments.extend(more);
        command(&arguments)
    };
    let (whole, broken) = (out("whole.csv"), out("broken.csv"));
    assert!(ask(&whole, &["--workers", "1"]).output().unwrap().status.success());
    let mut child = ask(&broken, &[]).stderr(Stdio::null()).spawn().unwrap();
    let first = folder.join("broken.csv.parts").join("00000003.json");
    let begun = Instant::now();
    while !first.exists() && begun.elapsed() < Duration::from_secs(120) {
        sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success(), "it was over before it was killed");
    assert!(!Path::new(&broken).exists());
    let again = ask(&broken, &[]).output().unwrap();
    assert!(!again.status.success() && text(&again.stderr).contains("--resume"));
    assert!(text(&again.stderr).contains("中断"), "{}", text(&again.stderr));
    let resumed = ask(&broken, &["--resume"]).output().unwrap();
    assert!(resumed.status.success(), "{}", text(&resumed.stderr));
    assert!(text(&resumed.stderr).contains("before the interruption"), "{}", text(&resumed.stderr));
    for name in [".csv", ".refused.csv"] {
        let read = |run: &str| fs::read(folder.join(format!("{run}{name}"))).unwrap();
        assert_eq!(read("whole"), read("broken"));
    }
    assert!(!folder.join("broken.csv.parts").exists());
    fs::remove_dir_all(folder).unwrap();
}

/// The list of columns is itself a table, of what `describe` says.
#[test]
fn the_columns_of_a_rulebook_are_listed() {
    let said = run(&["--columns", "cn/complaint"]);
    assert!(said.status.success(), "{}", text(&said.stderr));
    let lines: Vec<&str> = text(&said.stdout).lines().collect();
    assert_eq!(lines[0], "table,column,holds,choices,zh,en");
    let described = answer::describe(r#"{"rulebook": "cn/complaint"}"#);
    let described: Value = serde_json::from_str(&described).unwrap();
    for fact in described["facts"].as_array().unwrap() {
        let id = fact["id"].as_str().unwrap();
        let line = lines.iter().find(|line| line.starts_with(&format!("cases,{id},"))).unwrap();
        let asked = described["texts"]["zh"][&format!("fact/{id}/ask")].as_str().unwrap();
        assert!(line.contains(asked), "{line}");
    }
    let wrong = run(&["--columns", "cn/complaints"]);
    assert!(!wrong.status.success() && text(&wrong.stderr).contains("cn/complaints"));
}
