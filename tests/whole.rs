//! The library that is built in is whole, and one that is not is refused.
//!
//! Source: every id is a place in a table (`compile::ids`); what an id means is read here from
//! the names of the fields alone, without the walk that the library makes itself.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it did not expect"
)]

use serde_json::{Value, json};
use zhengpin::compile::Library;
use zhengpin::library::{built_in, unpack};

/// The fields that hold ids of tables of the rulebook itself.
const IDS: [&str; 28] = [
    "after",
    "allowed",
    "becomes",
    "book",
    "by",
    "calendar",
    "cases_against",
    "cases_for",
    "cite",
    "closures",
    "default",
    "diagram",
    "done",
    "Element",
    "fact",
    "facts",
    "group",
    "in_time",
    "measures",
    "nodes",
    "or",
    "overruled_by",
    "read",
    "stated",
    "tiers",
    "var",
    "verdicts",
    "window",
];

/// The places of all ids in a value: numbers in these fields, alone or in lists.
fn ids(value: &Value, path: &str, within: bool, found: &mut Vec<String>) {
    match value {
        Value::Number(_) if within => found.push(path.to_owned()),
        Value::Array(list) => {
            for (index, one) in list.iter().enumerate() {
                ids(one, &format!("{path}/{index}"), within, found);
            }
        }
        Value::Object(map) => {
            for (key, one) in map {
                ids(one, &format!("{path}/{key}"), IDS.contains(&key.as_str()), found);
            }
        }
        _ => {}
    }
}

#[test]
fn the_built_in_library_is_whole() {
    let library = unpack().unwrap();
    for rulebook in &library.rulebooks {
        assert!(rulebook.is_whole(&library.calendars), "{}", rulebook.id);
    }
    let bytes = postcard::to_allocvec(&library).unwrap();
    assert_eq!(postcard::from_bytes::<Library>(&bytes).unwrap(), library);
}

/// Every table of every rulebook is looked at, in every version: an id that leads nowhere is
/// found wherever it stands.
#[test]
fn an_id_that_leads_nowhere_is_refused_wherever_it_stands() {
    const MOST: usize = 80;
    let calendars = serde_json::to_value(&built_in().calendars).unwrap();
    let mut changed = 0;
    for rulebook in &built_in().rulebooks {
        let whole = json!({
            "rulebooks": [rulebook],
            "calendars": calendars,
            "messages": {"problems": {}, "words": {}},
        });
        assert!(serde_json::from_value::<Library>(whole.clone()).is_ok(), "{}", rulebook.id);
        let mut places = Vec::new();
        ids(&whole["rulebooks"], "/rulebooks", false, &mut places);
        // Some of each field, in every part of the rulebook.
        let step = places.len() / MOST + 1;
        for place in places.iter().step_by(step) {
            let mut broken = whole.clone();
            *broken.pointer_mut(place).unwrap() = json!(60_000);
            let read = serde_json::from_value::<Library>(broken);
            assert!(read.is_err(), "{}{place} leads nowhere", rulebook.id);
            changed += 1;
        }
    }
    assert!(500 < changed, "{changed}");
}

/// Source: what a reader of bytes has to stand: cut off or changed at any place, they are
/// refused or are another library that is whole.
#[test]
fn a_damaged_library_is_refused_or_whole() {
    let bytes = postcard::to_allocvec(built_in()).unwrap();
    let look = |bytes: &[u8]| match postcard::from_bytes::<Library>(bytes) {
        Err(_) => false,
        Ok(library) => {
            let calendars = &library.calendars;
            assert!(library.rulebooks.iter().all(|rulebook| rulebook.is_whole(calendars)));
            true
        }
    };
    let (mut read, mut refused) = (0, 0);
    for place in (0..bytes.len()).step_by(bytes.len() / 300 + 1) {
        assert!(!look(&bytes[..place]), "cut off at {place}");
        for change in [0x01, 0x80, 0xff] {
            let mut bytes = bytes.clone();
            bytes[place] ^= change;
            if look(&bytes) { read += 1 } else { refused += 1 }
        }
    }
    assert!(100 < refused, "{refused} were refused and {read} read");
}
