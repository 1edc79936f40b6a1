//! The command line gives the same answers as the library.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use zhengpin::answer;

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zhengpin"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
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
    let output = run(&[command], &requests.join("\n"));
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
