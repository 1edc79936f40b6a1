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
    let schedule = [
        r#"{"rulebook": "cn/complaint", "deadline": "platform_verifies_again", "from": ["2026-08-31"]}"#,
        r#"{"rulebook": "cn/complaint", "deadline": "never", "from": ["2026-02-30"]}"#,
    ];
    let draft = [
        r#"{"document": "taobao/findings/appeal", "facts": {"account_closed": true}, "fields": {"shop": "甲"}}"#,
        r#"{"document": "taobao/findings/appeal"}"#,
    ];
    let precedents = [
        r#"{"rulebook": "cn/parallel-import", "issue": "trademark", "facts": {"goods_genuine": "yes"}, "most": 100}"#,
        r#"{"rulebook": "cn/parallel-import", "facts": {}}"#,
    ];
    let describe = [r#"{"rulebook": "taobao/counterfeit"}"#];
    let list = ["{}"];
    same("decide", &decide, answer::decide);
    same("simulate", &simulate, answer::simulate);
    same("compare", &compare, answer::compare);
    same("schedule", &schedule, answer::schedule);
    same("draft", &draft, answer::draft);
    same("precedents", &precedents, answer::precedents);
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

/// Source: a line of CI with a misspelt folder, told that all is well.
#[test]
fn a_path_at_which_nothing_is_looked_at_does_not_pass_the_check() {
    for path in ["nowhere", "docs/skeleton.yaml", "README.md"] {
        let output = run(&["check", path], "");
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{path}: {told}");
        assert!(told.contains(&format!("`{path}`")) && told.contains("`src/rulebooks`"), "{told}");
    }
    for path in
        ["src/rulebooks/cn", "./src/rulebooks", "src", "src/rulebooks/cn/complaint/rulebook.yaml"]
    {
        let output = run(&["check", path], "");
        assert!(output.status.success(), "{path}: {}", String::from_utf8_lossy(&output.stderr));
    }
    // A place is named once, however the folder was named.
    let output = run(&["check", "--folder", "nowhere"], "");
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(!output.status.success() && !told.contains("nowhere/nowhere"), "{told}");
}

/// A small rulebook, with an element that is used.
const SMALL: &str = "\
format: 1
rulebook: test/small
title: {zh: 小, en: small}
summary: {zh: 小, en: small}
as_of: 2026-01-01
in_force: {from: 2020-01-01}
groups:
  all: {title: {zh: 全, en: all}}
facts:
  invoice: {kind: yes_no, group: all, ask: {zh: 发票, en: a}, proof: either, change: 'yes'}
elements:
  documented: {title: {zh: 凭证, en: e}, is: invoice, cite: [law/1]}
issues:
  papers:
    title: {zh: 己, en: i}
    asks: {zh: 己, en: i}
    verdicts:
      bad: {title: {zh: 坏, en: bad}, says: {zh: 坏, en: bad}, weight: severe, unless: documented}
      good: {title: {zh: 好, en: good}, says: {zh: 好, en: good}, weight: clear, otherwise: true}
";

const LAW: &str = "\
format: 1
instruments:
  law:
    title: {zh: 法, en: law}
    short: {zh: 法, en: law}
    rank: law
    in_force: {from: 2020-01-01}
    confidence: high
    read_elsewhere: {zh: 书, en: a book}
    provisions:
      1: {label: {zh: 第一条, en: art. 1}, says: {zh: 说, en: says}}
";

/// What is said of the small rulebook, where one word of it is another.
fn checked(test: &str, from: &str, to: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let changed = SMALL.replacen(from, to, 1);
    for (name, text) in [("instruments/law.yaml", LAW), ("small/rulebook.yaml", &changed)] {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let output = run(&["check", "--folder", root.to_str().unwrap()], "");
    assert_eq!(output.status.success(), from == to);
    String::from_utf8(output.stdout).unwrap()
}

/// Source: issue 9: `zhengpin check` shows the column and the line, underlines what is wrong,
/// and says in a line for each language what was meant.
#[test]
fn what_is_wrong_is_shown_in_its_line_with_what_was_meant() {
    assert!(checked("right", "invoice", "invoice").contains("\n0 errors, "));
    let said = checked("id", "is: invoice", "is: invioce");
    let lines: Vec<&str> = said.lines().collect();
    let at = lines.iter().position(|line| line.contains("is: invioce")).unwrap();
    assert!(lines[at - 1].ends_with("rulebook.yaml:12:40: /elements/documented/is"), "{said}");
    // Chinese characters are twice as wide as others: the mark stands two columns further on.
    assert_eq!(lines[at + 1], format!("     | {}^^^^^^^^^^^", " ".repeat(41)), "{said}");
    assert!(lines[at + 2].starts_with("  zh: ") && lines[at + 2].ends_with("？"), "{said}");
    assert!(lines[at + 3].ends_with("; did you mean `invoice`?"), "{said}");
    assert!(checked("provision", "[law/1]", "[law/11]").contains("did you mean `law/1`?"));
    assert!(checked("key", "asks:", "aks:").contains("did you mean `asks`?"));
    assert!(!checked("far", "is: invoice", "is: lorry").contains("did you mean"));
}

#[test]
fn a_command_that_does_not_exist_is_refused() {
    assert!(!run(&["judge"], "").status.success());
}
