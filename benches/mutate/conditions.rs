//! Changes of conditions.

use serde_json::{Map, Value, json};
use zhengpin::problem::child;

use crate::mutant::{At, Kind, Mutants};

/// The facts of a rulebook, as far as conditions test them.
pub(crate) struct Facts<'a>(pub(crate) &'a Map<String, Value>);

impl Facts<'_> {
    /// The choices of a fact.
    fn choices(&self, fact: &str) -> Vec<&str> {
        let choices = self.0.get("facts").and_then(|facts| facts.get(fact)?.get("choices"));
        choices.and_then(Value::as_object).into_iter().flatten().map(|(id, _)| &**id).collect()
    }
}

impl Mutants<'_> {
    /// A condition, and every condition in it.
    pub(crate) fn condition(&mut self, facts: &Facts<'_>, at: At<'_>) {
        let negated = json!({"not": at.value});
        match at.value {
            Value::String(_) => self.put(Kind::Not, at.path, "negated", negated),
            Value::Object(map) => {
                let Some((key, value)) = map.iter().next() else { return };
                let inner = &child(at.path, key);
                let here = At { value, path: inner };
                match key.as_str() {
                    "not" => {
                        self.put(Kind::Not, at.path, "`not` dropped", value.clone());
                        self.condition(facts, here);
                    }
                    "all" | "any" => {
                        self.put(Kind::Not, at.path, "negated", negated);
                        self.list(facts, at, key, here);
                    }
                    fact => {
                        self.put(Kind::Not, at.path, "negated", negated);
                        self.test(facts, fact, here);
                    }
                }
            }
            _ => {}
        }
    }

    /// A list of conditions under `all` or `any`, of a condition or of an element.
    pub(crate) fn list(&mut self, facts: &Facts<'_>, around: At<'_>, key: &str, list: At<'_>) {
        let Value::Array(conditions) = list.value else { return };
        if conditions.len() > 1 {
            let other = if key == "all" { "any" } else { "all" };
            let renamed = around.value.as_object().into_iter().flatten().map(|(name, value)| {
                (if name == key { other.to_owned() } else { name.clone() }, value.clone())
            });
            let what = format!("{key} → {other}");
            self.put(Kind::AllAny, around.path, what, Value::Object(renamed.collect()));
        }
        for (index, condition) in conditions.iter().enumerate() {
            if conditions.len() > 1 {
                self.drop_entry(Kind::Branch, list, index);
            }
            let path = &child(list.path, &index.to_string());
            self.condition(facts, At { value: condition, path });
        }
    }

    /// What a fact is tested for. That a yes/no fact is tested for the other answer is the
    /// negation, which is there already.
    fn test(&mut self, facts: &Facts<'_>, fact: &str, at: At<'_>) {
        let choices = facts.choices(fact);
        match at.value {
            Value::String(_) => self.next_word(Kind::Value, at, &choices),
            Value::Array(_) => self.members(&choices, at),
            Value::Object(map) => {
                let Some((key, value)) = map.iter().next() else { return };
                let inner = &child(at.path, key);
                let here = At { value, path: inner };
                let renamed = |to: &str| json!({to: value});
                let turned = match key.as_str() {
                    "has_any" => "has_all",
                    "has_all" => "has_any",
                    "at_least" => "at_most",
                    "at_most" => "at_least",
                    "on_or_after" => "on_or_before",
                    "on_or_before" => "on_or_after",
                    "after" => "before",
                    "before" => "after",
                    _ => "",
                };
                match key.as_str() {
                    "has" => self.next_word(Kind::Value, here, &choices),
                    "has_any" | "has_all" | "none_of" => self.members(&choices, here),
                    "at_least" | "at_most" => self.number(here),
                    _ if value.is_string() => self.day(here),
                    _ => self.lag(at, key, here),
                }
                if !turned.is_empty() {
                    let kind = if key.starts_with("has") { Kind::Value } else { Kind::Number };
                    self.put(kind, at.path, format!("{key} → {turned}"), renamed(turned));
                }
            }
            _ => {}
        }
    }

    /// Members of a list of choices: each dropped, and one more added.
    fn members(&mut self, choices: &[&str], at: At<'_>) {
        let Value::Array(members) = at.value else { return };
        if members.len() > 1 {
            self.names(Kind::Value, at);
        } else if let Some(only) = members.first() {
            let path = &child(at.path, "0");
            self.next_word(Kind::Value, At { value: only, path }, choices);
        }
        let known = |choice: &&&str| !members.iter().any(|member| member == **choice);
        if let Some(more) = choices.iter().find(known) {
            let mut changed = members.clone();
            changed.push(json!(more));
            self.put(Kind::Value, at.path, format!("{more} added"), Value::Array(changed));
        }
    }

    /// A day counted from another: its days and months, and the days left out one off.
    fn lag(&mut self, around: At<'_>, key: &str, at: At<'_>) {
        for unit in ["months", "days"] {
            if let Some(value) = at.value.get(unit) {
                self.number(At { value, path: &child(at.path, unit) });
            }
        }
        if at.value.get("days").is_none() {
            for days in [-1, 1] {
                let mut moved = at.value.clone();
                if let Some(map) = moved.as_object_mut() {
                    map.insert("days".to_owned(), json!(days));
                }
                let what = format!("{days} days");
                self.put(Kind::Number, around.path, what, json!({key: moved}));
            }
        }
    }
}
