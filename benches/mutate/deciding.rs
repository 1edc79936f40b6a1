//! Changes of the rules outside ledgers: facts, constraints, elements, issues, alerts, deadlines,
//! duties and documents.

use serde_json::{Map, Value, json};
use zhengpin::problem::child;

use crate::conditions::Facts;
use crate::mutant::{At, Kind, Mutants, is_text};
use crate::plain::{CONFIDENCES, PARTIES};

impl Mutants<'_> {
    /// Every change of a rulebook outside its ledger.
    pub(crate) fn deciding(&mut self, rulebook: &Map<String, Value>) {
        let facts = &Facts(rulebook);
        if let Some(value) = rulebook.get("as_of") {
            self.day(At { value, path: "/as_of" });
        }
        if let Some(value) = rulebook.get("in_force") {
            self.validity(At { value, path: "/in_force" });
        }
        for (table, each) in [
            ("facts", Self::fact as fn(&mut Self, &Facts<'_>, At<'_>)),
            ("constraints", Self::constraint),
            ("elements", Self::element),
            ("issues", Self::issue),
            ("alerts", Self::alert),
            ("deadlines", Self::deadline),
            ("duties", Self::duty),
            ("documents", Self::document),
        ] {
            let Some(value) = rulebook.get(table) else { continue };
            let path = &format!("/{table}");
            let at = At { value, path };
            for (id, value) in value.as_object().into_iter().flatten() {
                if ["constraints", "alerts", "deadlines", "duties"].contains(&table) {
                    self.drop_key(Kind::Rule, at, id);
                }
                each(self, facts, At { value, path: &child(path, id) });
            }
        }
    }

    /// What stands the same in many rules.
    fn common(&mut self, map: At<'_>) {
        for (key, value) in map.value.as_object().into_iter().flatten() {
            let path = &child(map.path, key);
            let at = At { value, path };
            match key.as_str() {
                "cite" => self.cites(at),
                "in_force" => self.validity(at),
                "confidence" => self.word(Kind::Word, at, &CONFIDENCES),
                "proof" | "who" => self.word(Kind::Word, at, &PARTIES),
                "change" => self.word(Kind::Word, at, &["yes", "evidence", "no"]),
                "weight" => self.word(Kind::Word, at, &["clear", "caution", "severe"]),
                "min" | "max" => self.number(at),
                "moves" | "exclusive" | "optional" => self.flag(at),
                _ => {}
            }
        }
    }

    fn fact(&mut self, _: &Facts<'_>, at: At<'_>) {
        self.common(at);
        if let Some(value) = at.value.get("undisputed") {
            self.drop_key(Kind::Default, at, "undisputed");
            let path = &child(at.path, "undisputed");
            let at = At { value, path };
            if let Some(answer) = value.as_bool() {
                self.put(Kind::Default, path, format!("{answer} → {}", !answer), json!(!answer));
            }
            self.number(at);
        }
        self.drop_key(Kind::Reference, at, "settled_by");
    }

    fn constraint(&mut self, facts: &Facts<'_>, at: At<'_>) {
        if let Some(value) = at.value.get("never") {
            self.condition(facts, At { value, path: &child(at.path, "never") });
        }
    }

    fn element(&mut self, facts: &Facts<'_>, at: At<'_>) {
        self.common(at);
        for (key, value) in at.value.as_object().into_iter().flatten() {
            let path = &child(at.path, key);
            let here = At { value, path };
            match key.as_str() {
                "all" | "any" => self.list(facts, at, key, here),
                "is" | "not" => {
                    let other = if key == "is" { "not" } else { "is" };
                    self.renamed(Kind::Not, at, key, other);
                    self.condition(facts, here);
                }
                "unless" => {
                    for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                        self.drop_entry(Kind::Exception, here, index);
                        let path = &child(path, &index.to_string());
                        self.condition(facts, At { value, path });
                    }
                }
                "split" => self.drop_key(Kind::Word, at, key),
                "replaces" => self.drop_key(Kind::Reference, at, key),
                "cases" => {
                    for (side, value) in value.as_object().into_iter().flatten() {
                        let path = &child(path, side);
                        self.names(Kind::Reference, At { value, path });
                        let other = if side == "for" { "against" } else { "for" };
                        if here.value.get(other).is_none() {
                            self.renamed(Kind::Reference, here, side, other);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn renamed(&mut self, kind: Kind, map: At<'_>, key: &str, to: &str) {
        let renamed = map.value.as_object().into_iter().flatten().map(|(name, value)| {
            (if name == key { to.to_owned() } else { name.clone() }, value.clone())
        });
        self.put(kind, map.path, format!("{key} → {to}"), Value::Object(renamed.collect()));
    }

    fn issue(&mut self, facts: &Facts<'_>, at: At<'_>) {
        self.common(at);
        self.drop_key(Kind::Word, at, "open");
        let Some(verdicts) = at.value.get("verdicts") else { return };
        let path = &child(at.path, "verdicts");
        self.swaps(At { value: verdicts, path });
        for (id, verdict) in verdicts.as_object().into_iter().flatten() {
            let path = &child(path, id);
            let at = At { value: verdict, path };
            self.common(at);
            for (key, other) in [("when", "unless"), ("unless", "when")] {
                if let Some(value) = verdict.get(key) {
                    self.renamed(Kind::Not, at, key, other);
                    let path = &child(path, key);
                    // That the condition as a whole is negated is the same again.
                    let inner = At { value, path };
                    let before = self.found.len();
                    self.condition(facts, inner);
                    let whole = |one: &crate::mutant::Mutant| {
                        one.kind == Kind::Not && one.path == *path && one.what == "negated"
                    };
                    let mut index = before;
                    while index < self.found.len() {
                        if whole(&self.found[index]) {
                            self.found.remove(index);
                        } else {
                            index += 1;
                        }
                    }
                }
            }
        }
    }

    /// Where a condition may be left out, it is dropped too.
    fn maybe_when(&mut self, facts: &Facts<'_>, at: At<'_>) {
        for key in ["when", "except"] {
            if let Some(value) = at.value.get(key) {
                self.drop_key(Kind::Branch, at, key);
                self.condition(facts, At { value, path: &child(at.path, key) });
            }
        }
    }

    fn alert(&mut self, facts: &Facts<'_>, at: At<'_>) {
        self.common(at);
        self.maybe_when(facts, at);
        if let Some(value) = at.value.get("tiers") {
            self.names(Kind::Reference, At { value, path: &child(at.path, "tiers") });
        }
        let Some(verdicts) = at.value.get("verdicts") else { return };
        let path = &child(at.path, "verdicts");
        for (issue, value) in verdicts.as_object().into_iter().flatten() {
            self.drop_key(Kind::Branch, At { value: verdicts, path }, issue);
            if value.as_array().is_some_and(|list| list.len() > 1) {
                self.names(Kind::Reference, At { value, path: &child(path, issue) });
            }
        }
    }

    fn deadline(&mut self, facts: &Facts<'_>, at: At<'_>) {
        self.common(at);
        self.maybe_when(facts, at);
        for key in ["done", "stated", "calendar", "confidence"] {
            self.drop_key(Kind::Reference, at, key);
        }
        self.added(Kind::Flag, at, "moves", json!(true));
        let path = &child(at.path, "count");
        if at.value.get("count").is_some_and(Value::is_string) {
            self.put(Kind::Word, path, "no number → a day".to_owned(), json!({"days": 1}));
        }
        for (unit, value) in at.value.get("count").and_then(Value::as_object).into_iter().flatten()
        {
            self.number(At { value, path: &child(path, unit) });
            for other in ["days", "working_days", "months"] {
                if other != unit {
                    let what = format!("{unit} → {other}");
                    self.put(Kind::Word, path, what, json!({other: value}));
                }
            }
        }
    }

    fn duty(&mut self, _: &Facts<'_>, at: At<'_>) {
        self.common(at);
        for (key, value) in at.value.as_object().into_iter().flatten() {
            let path = &child(at.path, key);
            let here = At { value, path };
            match key.as_str() {
                "who" | "to" | "in" => self.names(Kind::Reference, here),
                "counterpart" => self.cites(here),
                "force" => self.word(Kind::Word, here, &["must", "should", "may"]),
                "due" => {
                    for place in ["/on", "/monthly/day", "/weekly/weekday"] {
                        let Some(value) = value.pointer(place) else { continue };
                        let at = At { value, path: &format!("{path}{place}") };
                        self.day(at);
                        self.number(at);
                        self.word(Kind::Word, at, &["monday", "friday"]);
                    }
                }
                _ => {}
            }
        }
    }

    fn document(&mut self, facts: &Facts<'_>, at: At<'_>) {
        self.common(at);
        let fields = at.value.get("fields").and_then(Value::as_object);
        for (id, value) in fields.into_iter().flatten() {
            let path = &child(&child(at.path, "fields"), id);
            self.common(At { value, path });
        }
        let Some(sections) = at.value.get("sections") else { return };
        let path = &child(at.path, "sections");
        self.swaps(At { value: sections, path });
        for (id, section) in sections.as_object().into_iter().flatten() {
            let path = &child(path, id);
            self.common(At { value: section, path });
            let Some(sentences) = section.get("sentences") else { continue };
            let path = &child(path, "sentences");
            let all = At { value: sentences, path };
            self.swaps(all);
            for (id, value) in sentences.as_object().into_iter().flatten() {
                debug_assert!(value.get("says").is_some_and(is_text), "a sentence says something");
                self.drop_key(Kind::Rule, all, id);
                let at = At { value, path: &child(path, id) };
                self.common(at);
                self.maybe_when(facts, at);
            }
        }
    }
}
