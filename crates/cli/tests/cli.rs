//! The command line gives the same answers as the library.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use zhengpin::answer;

fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zhengpin"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_ref()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn each_line_is_answered_with_one_line_as_the_library_answers() {
    let decide = [
        r#"{"rulebook": "cn/complaint", "facts": {"n_locate": false}}"#,
        r#"{"rulebook": "cn/parallel-import", "asOf": "2027-01-01", "facts": {}, "presume": true}"#,
        r#"{"rulebook": "nothing", "facts": {}}"#,
        "not json",
    ];
    let simulate = [
        r#"{"rulebook": "taobao/counterfeit", "findings": [{"id": "甲", "issued": "2017-04-01", "tier": "sale"}]}"#,
        r#"{"rulebook": "taobao/counterfeit", "findings": [{}]}"#,
    ];
    let compare = [
        r#"{"rulebook": "cn/parallel-import", "from": "2026-12-31", "to": "2027-01-01", "facts": {"imported": true}}"#,
        r#"{"rulebook": "cn/complaint", "from": "2026-12-31"}"#,
    ];
    let draft = [
        r#"{"document": "taobao/findings/appeal", "facts": {"account_closed": true}, "fields": {"shop": "甲"}}"#,
        r#"{"document": "taobao/findings/appeal"}"#,
    ];
    let describe = [r#"{"rulebook": "taobao/counterfeit"}"#];
    let list = ["{}"];
    same("decide", &decide, answer::decide);
    same("simulate", &simulate, answer::simulate);
    same("compare", &compare, answer::compare);
    same("draft", &draft, answer::draft);
    same("describe", &describe, answer::describe);
    same("list", &list, answer::list);
}

fn same(command: &str, requests: &[&str], library: fn(&str) -> String) {
    let output = run(&[command], requests.join("\n"));
    assert!(output.status.success(), "{command}");
    let answers = String::from_utf8(output.stdout).unwrap();
    let expected: Vec<String> = requests.iter().map(|request| library(request)).collect();
    assert_eq!(answers.lines().collect::<Vec<_>>(), expected, "{command}");
}

#[test]
fn blank_lines_are_passed_over() {
    let output = run(&["list"], "\n\n{}\n\n");
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 1);
}

/// The answers to a stream of bytes, by line.
fn answers(input: &[u8]) -> Vec<serde_json::Value> {
    let output = run(&["list"], input);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What is wrong with a line is answered in its place, and the stream goes on.
/// Source: break.md, E13.
#[test]
fn a_line_that_is_not_utf8_is_refused_and_the_next_is_answered() {
    let told = answers(b"{}\n{\"a\": \"\xd6\xd0\"}\n\xff\xfe{\x00}\x00\n{}\n");
    let codes: Vec<&str> =
        told.iter().map(|one| one["error"]["code"].as_str().unwrap_or("")).collect();
    assert_eq!(codes, ["", "not_utf8", "not_utf8", ""]);
    let said = told[1]["error"]["message"]["en"].as_str().unwrap();
    assert!(said.contains("from byte 8 on"), "{said}");
}

#[test]
fn a_byte_order_mark_before_a_request_is_passed_over() {
    let told = answers("\u{feff}{}\r\n\u{feff}\r\n\u{feff}{}".as_bytes());
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|one| one["rulebooks"].is_array()));
}

/// A line of 64 MiB is refused without being kept, and the next one is answered.
#[test]
fn a_line_over_the_limit_is_refused_and_the_next_is_answered() {
    let most = zhengpin::limits::REQUEST_BYTES;
    let fits = format!("{{}}{}", " ".repeat(most - 2));
    let mut input = format!("{fits}\n{fits} \n\u{feff}{fits}\n").into_bytes();
    input.extend(b"[".repeat(64 * 1024 * 1024));
    input.extend(b"\n{}");
    let told = answers(&input);
    let codes: Vec<&str> =
        told.iter().map(|one| one["error"]["code"].as_str().unwrap_or("")).collect();
    assert_eq!(codes, ["", "too_large", "", "too_large", ""]);
}

#[test]
fn the_rulebooks_pass_their_own_check() {
    let output = run(&["check"], "");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    for rulebook in ["cn/complaint", "cn/parallel-import", "taobao/counterfeit", "taobao/findings"]
    {
        assert!(said.contains(rulebook), "{said}");
    }
}

#[test]
fn a_command_that_does_not_exist_is_refused() {
    assert!(!run(&["judge"], "").status.success());
}
