//! Code blocks of the documents run, or fit what they are parts of.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Map, Value, json};
use zhengpin::answer;
use zhengpin_law::author::read as read_value;
use zhengpin_law::rulebook::Rulebook;

use crate::markdown::{document, documents};
use crate::root;
use crate::scenarios::{request, yaml};

/// A request that a shell line hands to a verb: `echo '…' | … -- verb`.
fn asked(line: &str) -> Option<(String, String)> {
    let line = line.replace("\\\n", " ").replace("|\n", "| ");
    let (_, rest) = line.split_once("echo '")?;
    let (request, rest) = rest.split_once('\'')?;
    let (_, verb) = rest.split_once(" -- ")?;
    Some((request.to_owned(), verb.trim().to_owned()))
}

fn answered(verb: &str, request: &str) -> Value {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zhengpin"))
        .arg(verb)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(request.as_bytes()).unwrap();
    serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap()
}

#[test]
fn every_request_in_a_shell_line_is_answered() {
    let mut looked_at = 0;
    for document in documents() {
        let blocks = document.blocks.iter().filter(|(language, _)| language == "sh");
        let texts = blocks.map(|(_, text)| text).chain(&document.spans);
        for (request, verb) in texts.filter_map(|text| asked(text)) {
            let told = answered(&verb, &request);
            assert!(told.get("error").is_none(), "{}: {request} is refused: {told}", document.path);
            looked_at += 1;
        }
    }
    assert!(looked_at >= 2, "the requests were not found");
}

/// Source: the README, which promises this verdict in its first examples.
#[test]
fn the_first_request_of_the_readme_has_the_verdict_that_it_promises() {
    let readme = document("README.md");
    let shell = readme.blocks.iter().filter(|(language, _)| language == "sh");
    let (request, verb) = shell.into_iter().find_map(|(_, text)| asked(text)).unwrap();
    assert_eq!(answered(&verb, &request)["issues"][0]["verdict"], "not_qualified");
}

#[test]
fn every_command_in_a_shell_block_is_one_that_there_is() {
    let xtask = Command::new(option_env!("CARGO").unwrap_or("cargo"))
        .args(["xtask", "--help"])
        .current_dir(root())
        .output()
        .unwrap();
    let xtask = String::from_utf8(xtask.stdout).unwrap();
    let own = Command::new(env!("CARGO_BIN_EXE_zhengpin")).arg("--help").output().unwrap();
    let own = String::from_utf8(own.stdout).unwrap();
    let known = |help: &str, command: &str| {
        help.lines().any(|line| line.split_whitespace().next() == Some(command))
    };
    let mut looked_at = 0;
    for document in documents() {
        // What was a command once may be another since.
        if document.path == "CHANGELOG.md" {
            continue;
        }
        let blocks = document.blocks.iter().filter(|(language, _)| language == "sh");
        let texts = blocks.map(|(_, text)| text).chain(&document.spans);
        for line in texts.flat_map(|text| text.lines()) {
            for (begin, help) in [("cargo xtask ", &xtask), ("zhengpin -- ", &own)] {
                let Some((_, rest)) = line.split_once(begin) else { continue };
                let command = rest.split([' ', '`']).next().unwrap();
                if command.starts_with(['<', '-', '…']) {
                    continue;
                }
                looked_at += 1;
                assert!(known(help, command), "{}: no command `{begin}{command}`", document.path);
            }
        }
    }
    assert!(looked_at > 10, "the commands were not found");
}

/// The skeleton, as a rulebook to put parts into.
fn with_parts(parts: &Map<String, Value>) -> Value {
    let mut book = yaml(&fs::read_to_string(root().join("docs/skeleton.yaml")).unwrap());
    let book_keys = book.as_object_mut().unwrap();
    for (key, value) in parts {
        let stands = book_keys.entry(key.clone()).or_insert_with(|| json!({}));
        stands.as_object_mut().unwrap().extend(value.as_object().unwrap().clone());
    }
    // What stands beside a rulebook: the version of the format, and what a request brings.
    book_keys.remove("format");
    book_keys.remove("instruments");
    book
}

#[test]
fn yaml_blocks_fit_the_format_and_scenarios_come_out_as_they_say() {
    let guide = document("docs/author-a-rule.md");
    let mut looked_at = 0;
    for (language, text) in &guide.blocks {
        if language != "yaml" {
            continue;
        }
        looked_at += 1;
        let value = yaml(text);
        let parts = value.as_object().unwrap();
        let Some(scenarios) = parts.get("scenarios") else {
            let book = with_parts(parts);
            let read: Result<Rulebook, _> = read_value(book);
            assert!(read.is_ok(), "{text}\ndoes not fit the format: {:?}", read.err());
            continue;
        };
        let rulebook = parts["rulebook"].as_str().unwrap();
        for scenario in scenarios.as_array().unwrap() {
            let asked = request(rulebook, scenario.as_object().unwrap());
            let told: Value = serde_json::from_str(&answer::decide(&asked.to_string())).unwrap();
            for (issue, wanted) in scenario["expect"].as_object().unwrap() {
                let issues = told["issues"].as_array().unwrap();
                let got = issues.iter().find(|one| one["issue"] == **issue).unwrap();
                assert_eq!(got["verdict"], wanted["verdict"]);
                assert_eq!(got["settled"], wanted["settled"]);
            }
        }
    }
    assert!(looked_at >= 3, "the blocks were not found");
}
