//! Changes of the rules of a ledger.

use serde_json::{Map, Value, json};
use zhengpin::problem::child;

use crate::mutant::{At, Kind, Mutants, is_text};
use crate::plain::CONFIDENCES;

/// The tables whose entries a rule may name.
struct Tables<'a>(&'a Map<String, Value>);

impl Tables<'_> {
    fn ids(&self, table: &str) -> Vec<&str> {
        let ids = self.0.get(table).and_then(Value::as_object);
        ids.into_iter().flatten().map(|(id, _)| &**id).collect()
    }

    fn choices(&self, reading: &str) -> Vec<&str> {
        let choices = self.0.get("readings").and_then(|all| all.get(reading)?.get("choices"));
        choices.and_then(Value::as_object).into_iter().flatten().map(|(id, _)| &**id).collect()
    }
}

impl Mutants<'_> {
    /// Every change of a ledger.
    pub(crate) fn ledger(&mut self, rulebook: &Map<String, Value>) {
        let Some(Value::Object(ledger)) = rulebook.get("ledger") else { return };
        let tables = &Tables(ledger);
        let whole = rulebook.get("ledger").unwrap_or(&Value::Null);
        self.in_ledger(tables, At { value: whole, path: "/ledger" }, "ledger");
    }

    /// A value of a ledger that stands under `key`, and all in it.
    fn in_ledger(&mut self, tables: &Tables<'_>, at: At<'_>, key: &str) {
        if is_text(at.value) {
            return;
        }
        match (key, at.value) {
            ("cite", _) => self.cites(at),
            ("in_force", _) => self.validity(at),
            ("confidence" | "across_years", _) => self.word(Kind::Word, at, &CONFIDENCES),
            ("read" | "ends_with_year" | "reversed_opens_window", _) => self.read(tables, at),
            // Words for people, and what a request may be as large as, which is no law.
            ("title" | "says" | "ask" | "choices" | "reading" | "limits", _) => {}
            // The measures of a tier are rules of their own; those of such a rule are names.
            ("measures" | "tiers" | "upon", Value::Array(list))
                if list.iter().all(Value::is_string) =>
            {
                self.names(Kind::Reference, at);
            }
            (_, Value::Bool(_)) => self.flag(at),
            (_, Value::Number(_)) => self.number(at),
            (_, Value::String(word)) => self.named(tables, at, key, word),
            (_, Value::Array(list)) => self.entries(tables, at, key, list),
            (_, Value::Object(map)) => self.keys(tables, at, key, map),
            _ => {}
        }
    }

    fn entries(&mut self, tables: &Tables<'_>, at: At<'_>, key: &str, list: &[Value]) {
        // Of variants, the first that holds is taken.
        let first_that_holds =
            key == "upgrade" || list.iter().any(|entry| entry.get("is").is_some());
        if first_that_holds {
            self.swaps(at);
        }
        for (index, value) in list.iter().enumerate() {
            self.drop_entry(Kind::Rule, at, index);
            let path = &child(at.path, &index.to_string());
            self.in_ledger(tables, At { value, path }, key);
        }
    }

    fn keys(&mut self, tables: &Tables<'_>, at: At<'_>, key: &str, map: &Map<String, Value>) {
        let rules = ["nodes", "closures", "year_ends", "charges", "repeats", "strike_lives"];
        if ["charges", "strike_lives"].contains(&key) {
            self.swaps(at);
        }
        if key == "tiers" {
            for id in map.keys() {
                let tier = At { value: &map[id], path: &child(at.path, id) };
                self.added(Kind::Flag, tier, "closes", json!(true));
            }
        }
        for (name, value) in map {
            if rules.contains(&key) {
                self.drop_key(Kind::Rule, at, name);
            }
            let optional = ["exam", "first", "by", "life", "cap", "group", "if_none", "or"];
            let optional = optional.iter().chain(&["raises_to", "single", "to", "most", "book"]);
            if optional.clone().any(|key| key == name) && !rules.contains(&key) {
                self.drop_key(Kind::Branch, at, name);
            }
            // A value of a variant is read as what the variants are of.
            let under = if name == "is" { key } else { name };
            self.in_ledger(tables, At { value, path: &child(at.path, name) }, under);
        }
    }

    /// Readings that a rule asks for: each left out, and read otherwise.
    fn read(&mut self, tables: &Tables<'_>, at: At<'_>) {
        for (reading, value) in at.value.as_object().into_iter().flatten() {
            self.drop_key(Kind::Branch, at, reading);
            let path = &child(at.path, reading);
            self.word(Kind::Reference, At { value, path }, &tables.choices(reading));
        }
    }

    /// A word of a fixed list, or the id of something else in the ledger.
    fn named(&mut self, tables: &Tables<'_>, at: At<'_>, key: &str, word: &str) {
        let words: &[&str] = match key {
            "per" => &["finding", "item", "time", "point"],
            "strike" => &["each", "each_time", "per_window", "never"],
            "overlap" => &["heaviest", "heaviest_from_first", "successive"],
            "from" | "life" => &["instant", "day"],
            "shape" => &["anchored", "chained", "trailing"],
            "counts" => &["points", "strikes", "strikes_of_year"],
            "sums" => &["book", "tiers"],
            "of" => &["account", "finding"],
            "effect" => &["not_counted", "upgrade"],
            _ => &[],
        };
        if !words.is_empty() {
            self.word(Kind::Word, at, words);
            return;
        }
        let table = match key {
            "book" => "books",
            "window" => "windows",
            "to" | "becomes" | "tiers" => "tiers",
            "by" => "labels",
            "share_of" | "or" => "amounts",
            "measures" => "measures",
            "default" => {
                let reading = at.path.rsplit('/').nth(1).unwrap_or_default();
                self.word(Kind::Default, at, &tables.choices(reading));
                return;
            }
            "time_of_day" => {
                self.put(Kind::Number, at.path, format!("{word} → 11:59"), json!("11:59"));
                return;
            }
            "offset" => {
                let other = if word == "+07:00" { "+08:00" } else { "+07:00" };
                self.put(Kind::Number, at.path, format!("{word} → {other}"), json!(other));
                return;
            }
            _ => return,
        };
        self.next_word(Kind::Reference, at, &tables.ids(table));
    }
}
