//! One function for each kind of thing that a stranger may send.
//!
//! Every one holds an answer to the same: it is JSON; a refusal says something, in both
//! languages; the same request has the same answer twice; and no answer is out of proportion.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use arbitrary::{Result, Unstructured};
use serde_json::{Value, json};
use zhengpin::{answer, day, json as reading, limits};
use zhengpin_law::author::{load_folder, read_yaml};
use zhengpin_law::check::check_folder;

use crate::mutate::mutate;
use crate::seeds::{comparisons, decisions, ledgers, skeleton, skeleton_text};

/// The longest answer to a request of the length of the seeds, in bytes.
const MOST_ANSWERED: usize = 16 * 1024 * 1024;

type Ask = fn(&str) -> String;

/// Puts a request, and looks at the answer.
fn put(ask: Ask, text: &str) {
    let answered = ask(text);
    assert!(answered.len() <= MOST_ANSWERED, "{} bytes: {text}", answered.len());
    assert_eq!(answered, ask(text), "another answer the second time: {text}");
    let parsed: serde_json::Result<Value> = serde_json::from_str(&answered);
    let Ok(Value::Object(answer)) = parsed else { panic!("no JSON object: {text}\n{answered}") };
    if let Some(error) = answer.get("error") {
        assert_eq!(answer.len(), 1, "an answer beside the error: {text}");
        let more = error["more"].as_array().into_iter().flatten();
        for told in std::iter::once(error).chain(more) {
            for said in [&told["message"]["zh"], &told["message"]["en"], &told["code"]] {
                assert!(said.as_str().is_some_and(|said| !said.is_empty()), "{text}\n{error}");
            }
        }
    }
}

/// One of several values, mutated.
fn seeded(bytes: &mut Unstructured<'_>, seeds: &[&Value]) -> Result<Value> {
    let mut value = (*bytes.choose(seeds)?).clone();
    mutate(&mut value, bytes)?;
    Ok(value)
}

/// A request for a decision.
pub fn decide(data: &[u8]) {
    if let Ok(request) = seeded(&mut Unstructured::new(data), &decisions()) {
        put(answer::decide, &request.to_string());
    }
}

/// A request to run a ledger.
pub fn simulate(data: &[u8]) {
    if let Ok(request) = seeded(&mut Unstructured::new(data), &ledgers()) {
        put(answer::simulate, &request.to_string());
    }
}

/// A request for duties.
pub fn duties(data: &[u8]) {
    let request = |bytes: &mut Unstructured<'_>| -> Result<Value> {
        let mut request = json!({
            "rulebook": bytes.choose(&["cn/cross-border", "cn/notice-2011", "cn/complaint"])?,
            "asOf": bytes.choose(&["2011-05-10", "2022-06-01", "2026-11-29"])?,
            "who": bytes.choose(&["seller", "platforms", "nobody"])?,
            "in": bytes.choose(&["export", "report"])?,
            "force": bytes.choose(&["must", "may", "shall"])?,
        });
        mutate(&mut request, bytes)?;
        Ok(request)
    };
    if let Ok(request) = request(&mut Unstructured::new(data)) {
        put(answer::duties, &request.to_string());
    }
}

/// A request for a document.
pub fn draft(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let request = |bytes: &mut Unstructured<'_>| -> Result<Value> {
        let mut request = (*bytes.choose(&decisions())?).clone();
        let rulebook = request["rulebook"].as_str().unwrap_or_default().to_owned();
        let documents = ["notice", "counter_notice", "appeal", "none"];
        request["document"] = json!(format!("{rulebook}/{}", bytes.choose(&documents)?));
        request["fields"] = json!({});
        if let Some(map) = request.as_object_mut() {
            map.shift_remove("rulebook");
            map.shift_remove("presume");
        }
        mutate(&mut request, bytes)?;
        Ok(request)
    };
    if let Ok(request) = request(&mut bytes) {
        put(answer::draft, &request.to_string());
    }
}

/// A request to tell for days when a deadline ends.
pub fn schedule(data: &[u8]) {
    let deadlines = [
        ("cn/complaint", "platform_verifies_again"),
        ("cn/complaint", "holder_acts"),
        ("taobao/findings", "appeal"),
    ];
    let seeds = deadlines.map(|(rulebook, deadline)| {
        let from = json!(["2026-08-31", "2024-02-29", "2060-12-25", "9999-12-31"]);
        json!({"rulebook": rulebook, "deadline": deadline, "from": from, "asOf": "2026-11-22"})
    });
    let seeds: Vec<&Value> = seeds.iter().collect();
    if let Ok(request) = seeded(&mut Unstructured::new(data), &seeds) {
        put(answer::schedule, &request.to_string());
    }
}

/// A request to compare.
pub fn compare(data: &[u8]) {
    let seeds = comparisons();
    let seeds: Vec<&Value> = seeds.iter().collect();
    if let Ok(request) = seeded(&mut Unstructured::new(data), &seeds) {
        put(answer::compare, &request.to_string());
    }
}

/// A request to describe a rulebook, or to list them.
pub fn describe(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let seeds: Vec<Value> = decisions()
        .iter()
        .step_by(20)
        .map(|request| json!({"rulebook": request["rulebook"], "asOf": request["asOf"]}))
        .collect();
    let seeds: Vec<&Value> = seeds.iter().collect();
    if let Ok(request) = seeded(&mut bytes, &seeds) {
        put(answer::describe, &request.to_string());
        put(answer::list, &request.to_string());
    }
}

/// A rulebook, to be checked.
pub fn check(data: &[u8]) {
    if let Ok(rulebook) = seeded(&mut Unstructured::new(data), &[skeleton()]) {
        put(answer::check, &json!({"with": [rulebook]}).to_string());
    }
}

/// A rulebook that a request brings: what the checker finds no fault with answers, and what it
/// does find fault with refuses.
pub fn with(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let Ok(rulebook) = seeded(&mut bytes, &[skeleton()]) else { return };
    let (id, with) = (rulebook["rulebook"].clone(), json!([rulebook]));
    let checked: Value = serde_json::from_str(&answer::check(&json!({"with": with}).to_string()))
        .unwrap_or_default();
    let sound = checked["errors"].as_array().is_some_and(Vec::is_empty);
    let requests: [(Ask, Value); 4] = [
        (answer::describe, json!({"with": with, "rulebook": id})),
        (answer::decide, json!({"with": with, "rulebook": id, "facts": {}})),
        (answer::simulate, json!({"with": with, "rulebook": id, "findings": []})),
        (answer::compare, json!({"with": with, "rulebook": id, "against": "taobao/findings"})),
    ];
    for (number, (ask, request)) in requests.iter().enumerate() {
        let text = request.to_string();
        put(*ask, &text);
        let answered: Value = serde_json::from_str(&ask(&text)).unwrap_or_default();
        if number == 0 {
            assert_eq!(answered.get("error").is_none(), sound, "{text}\n{answered}");
        }
    }
}

/// A folder of YAML files, some of which are the skeleton with pieces of text changed.
pub fn folder(data: &[u8]) {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let mut bytes = Unstructured::new(data);
    let Ok(text) = changed_text(skeleton_text(), &mut bytes) else { return };
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = format!("zhengpin-fuzz-{}-{number}", std::process::id());
    let folder: PathBuf = std::env::temp_dir().join(folder);
    let written = fs::create_dir_all(folder.join("own"))
        .and_then(|()| fs::create_dir_all(folder.join("instruments")))
        .and_then(|()| fs::write(folder.join("own/rulebook.yaml"), &text));
    if written.is_ok() {
        let faults = |faults: Vec<zhengpin_law::author::Fault>| {
            assert!(faults.iter().all(|fault| fault.spot.line > 0), "{faults:?}");
        };
        match load_folder(&folder) {
            Ok(found) => drop(check_folder(&found)),
            Err(found) => faults(found),
        }
    }
    let _ = fs::remove_dir_all(&folder);
    if let Err(fault) = read_yaml(&text) {
        assert!(!fault.detail.is_empty() && fault.line <= text.lines().count() + 1, "{fault}");
    }
}

/// A text with some pieces cut, doubled or exchanged.
fn changed_text(text: &str, bytes: &mut Unstructured<'_>) -> Result<String> {
    const ODD: [&str; 12] =
        [":", "- ", "[", "{", "}", "&a ", "*a", "!!str ", "'", "\t", "---\n", "? "];
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..bytes.int_in_range(0..=6)? {
        let place = bytes.int_in_range(0..=chars.len().saturating_sub(1))?;
        let many = bytes.int_in_range(0..=20)?.min(chars.len() - place);
        match bytes.int_in_range(0..=3)? {
            0 => drop(chars.drain(place..place + many)),
            1 => {
                let piece: Vec<char> = chars.iter().skip(place).take(many).copied().collect();
                chars.splice(place..place, piece);
            }
            2 => drop(chars.splice(place..place, bytes.choose(&ODD)?.chars())),
            _ => {
                let odd = bytes.choose(&ODD)?.repeat(bytes.int_in_range(0..=300)?);
                chars.splice(place..place, odd.chars());
            }
        }
    }
    Ok(chars.into_iter().collect())
}

/// Any text, read as JSON: what is read is read again as the same.
pub fn json(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for ask in [answer::decide as Ask, answer::simulate, answer::list, answer::check] {
        put(ask, &text);
    }
    match reading::parse(&text) {
        Ok(value) => {
            let again = value.to_string();
            assert_eq!(reading::parse(&again).as_ref(), Ok(&value), "{text}");
            assert!(text.len() <= limits::REQUEST_BYTES + 3);
        }
        Err(refused) => assert!(refused.problems().count() > 0, "{text}"),
    }
}

/// Any text, read as a day: a day is written as it was read, and any day can be read again.
pub fn days(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Some(read) = day::parse(&text) {
        assert_eq!(read.to_string(), text);
    }
    let mut bytes = Unstructured::new(data);
    let months = bytes.arbitrary::<i16>().unwrap_or_default();
    let days = bytes.arbitrary::<i32>().unwrap_or_default() % 4_000_000;
    if let Some(moved) = day::later(day::first(), i32::from(months), days) {
        let written = moved.to_string();
        assert_eq!(day::parse(&written), Some(moved).filter(|day| day::is_written(*day)));
    }
}
