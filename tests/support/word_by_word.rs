//! A rulebook's file read word by word: whether a condition holds, without the engine.

use std::path::Path;

use chrono::{Days, Months, NaiveDate};
use serde_json::{Map, Value as Json, json};
use zhengpin::author::load_folder;
use zhengpin::truth::Truth;

/// The elements of a rulebook as its file has them.
pub(crate) fn elements(rulebook: &str) -> Map<String, Json> {
    part(rulebook, "elements")
}

/// A part of a rulebook as its file has it.
pub(crate) fn part(rulebook: &str, name: &str) -> Map<String, Json> {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    let book = found.rulebooks.iter().find(|book| book.value.rulebook == rulebook).unwrap();
    book.source().get(name).and_then(Json::as_object).cloned().unwrap_or_default()
}

/// A file read word by word: its elements, and the day.
pub(crate) struct Read<'a> {
    pub(crate) elements: &'a Map<String, Json>,
    pub(crate) day: &'a str,
}

impl Read<'_> {
    /// Whether a condition holds on facts; nothing, where it is not in force.
    pub(crate) fn holds(&self, facts: &Json, condition: &Json) -> Option<Truth> {
        let list = |list: &Json| -> Vec<Truth> {
            list.as_array().unwrap().iter().filter_map(|inner| self.holds(facts, inner)).collect()
        };
        if let Some(name) = condition.as_str() {
            let Some(element) = self.elements.get(name) else {
                return Some(tested(facts, name, &json!(true)));
            };
            let end = |key: &str| element["in_force"][key].as_str();
            if end("from").is_some_and(|from| self.day < from)
                || end("to").is_some_and(|to| to < self.day)
            {
                return None;
            }
            assert!(element.get("unless").is_none(), "{name} has exceptions");
            let own = ["all", "any", "not"].into_iter().find(|key| element.get(*key).is_some());
            let own = own.map_or_else(|| element["is"].clone(), |key| json!({key: element[key]}));
            return self.holds(facts, &own);
        }
        let (key, wanted) = condition.as_object().unwrap().iter().next().unwrap();
        match key.as_str() {
            "all" => list(wanted).into_iter().reduce(Truth::and),
            "any" => list(wanted).into_iter().reduce(Truth::or),
            "not" => self.holds(facts, wanted).map(Truth::opposite),
            fact => Some(tested(facts, fact, wanted)),
        }
    }
}

/// Whether a fact is as wanted: one of these, a number or a day on this side of another.
fn tested(facts: &Json, fact: &str, wanted: &Json) -> Truth {
    let Some(stated) = facts.get(fact) else { return Truth::Unknown };
    match wanted {
        Json::Array(several) => Truth::from(several.contains(stated)),
        Json::Object(compared) => {
            let (how, bound) = compared.iter().next().unwrap();
            match (stated.as_i64(), bound.as_i64()) {
                (Some(number), Some(bound)) => Truth::from(match how.as_str() {
                    "at_least" => number >= bound,
                    _ => number <= bound,
                }),
                _ => compared_days(day(Some(stated)), day_of(facts, bound), how),
            }
        }
        one => Truth::from(one == stated),
    }
}

/// Of a day that did not come, no comparison is known.
fn compared_days(day: Option<NaiveDate>, bound: Option<NaiveDate>, how: &str) -> Truth {
    let Some((day, bound)) = day.zip(bound) else { return Truth::Unknown };
    Truth::from(match how {
        "on_or_after" => day >= bound,
        "after" => day > bound,
        "on_or_before" => day <= bound,
        _ => day < bound,
    })
}

/// A fixed day, or one counted from another fact.
fn day_of(facts: &Json, bound: &Json) -> Option<NaiveDate> {
    let Some(from) = bound["fact"].as_str() else { return day(Some(bound)) };
    let count = |key: &str| u32::try_from(bound[key].as_u64().unwrap_or(0)).unwrap();
    let from = day(facts.get(from))? + Months::new(count("months"));
    Some(from + Days::new(count("days").into()))
}

fn day(stated: Option<&Json>) -> Option<NaiveDate> {
    stated?.as_str()?.parse().ok()
}
