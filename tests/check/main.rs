//! What the checker finds: one deliberately broken rulebook for each kind of finding.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "../support/law.rs"]
mod provisions;

mod conditions;
mod deadlines;
mod documents;
mod duties;
mod in_force;

use provisions::LAW;
use serde_json::Value;
use zhengpin::author::read_yaml;
use zhengpin::check::{Severity, check, severity};
use zhengpin::compile::Law;
use zhengpin::problem::{Code, Problem};
use zhengpin::rulebook::{Instruments, Rulebook};

/// A small rulebook in which nothing is to be found.
const SOUND: &str = "
rulebook: test/small
title: {zh: 小, en: small}
summary: {zh: 小, en: small}
as_of: 2026-01-01
in_force: {from: 2020-01-01}
groups:
  all: {title: {zh: 全, en: all}}
facts:
  a: {kind: yes_no, group: all, ask: {zh: 甲, en: a}, proof: either, change: 'yes'}
  b: {kind: yes_no, group: all, ask: {zh: 乙, en: b}, proof: either, change: 'yes'}
  c: {kind: yes_no, group: all, ask: {zh: 丙, en: c}, proof: either, change: 'yes'}
constraints:
  k: {never: {all: [b, c]}, says: {zh: 不, en: no}}
elements:
  e: {title: {zh: 戊, en: e}, is: a, unless: [b], cite: [law/1], cases: {for: [z]}}
issues:
  i:
    title: {zh: 己, en: i}
    asks: {zh: 己, en: i}
    verdicts:
      bad: {title: {zh: 坏, en: bad}, says: {zh: 坏, en: bad}, weight: severe, unless: e}
      fair: {title: {zh: 中, en: fair}, says: {zh: 中, en: fair}, weight: caution, when: c}
      good: {title: {zh: 好, en: good}, says: {zh: 好, en: good}, weight: clear, otherwise: true}
alerts:
  w: {title: {zh: 提, en: w}, says: {zh: 提, en: w}, when: {all: [a, c]}, cite: [law/1]}
cases:
  z: {name: {zh: 案, en: z}, court: {zh: 院, en: court}, holding: {zh: 判, en: held}, confidence: high}
";

fn law(text: &str) -> Instruments {
    serde_json::from_value(read_yaml(text).unwrap().0).unwrap()
}

/// Everything found in the sound rulebook after `change`.
fn found(change: impl FnOnce(&mut Value)) -> Vec<Problem> {
    let mut value = read_yaml(SOUND).unwrap().0;
    change(&mut value);
    let rulebook: Rulebook = serde_json::from_value(value).unwrap();
    match check(&rulebook, &Law::of(&law(LAW))) {
        Ok((_, problems)) | Err(problems) => problems,
    }
}

/// Asserts that a change is found as `code` at `path`, with that severity, and nothing else.
fn finds(code: Code, path: &str, grave: Severity, change: impl FnOnce(&mut Value)) {
    let found = found(change);
    let [problem] = found.as_slice() else { panic!("{code:?}: {found:#?}") };
    assert_eq!((problem.code, problem.path.as_str()), (code, path));
    assert_eq!(severity(code), grave);
}

fn put(value: &mut Value, path: &str, new: Value) {
    let (around, key) = path.rsplit_once('/').unwrap();
    let around = value.pointer_mut(around).unwrap();
    match around {
        Value::Array(list) => list.push(new),
        around => {
            around.as_object_mut().unwrap().insert(key.to_owned(), new);
        }
    }
}

#[test]
fn nothing_is_found_in_a_sound_rulebook() {
    assert_eq!(found(|_| {}), []);
}

/// What is told where these parts of the rulebook are changed, and at which path.
type Wrong<'a> = (Code, &'a str, &'a [(&'a str, Value)]);
