//! Changes of what stands the same everywhere: citations, days in force, numbers, words, yes
//! and no.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use zhengpin::problem::child;

use crate::mutant::{At, Kind, Mutants, others};

impl Mutants<'_> {
    /// Each provision dropped, and exchanged for another of the same instrument.
    pub(crate) fn cites(&mut self, at: At<'_>) {
        let Value::Array(cited) = at.value else { return };
        let ids: Vec<&str> = cited.iter().filter_map(Value::as_str).collect();
        for (index, id) in ids.iter().enumerate() {
            self.drop_entry(Kind::CiteDropped, at, index);
            let instrument = id.split('/').next().unwrap_or_default();
            let same = self.provisions.iter().filter(|other| {
                other.split('/').next() == Some(instrument) && !ids.contains(&other.as_str())
            });
            // The one that follows, or else the first.
            let same: Vec<&String> = same.collect();
            let next = same.iter().find(|other| other.as_str() > *id).or(same.first());
            if let Some(other) = next.copied().cloned() {
                let what = format!("{id} → {other}");
                let mut changed = cited.clone();
                changed[index] = json!(other);
                self.found.push(crate::mutant::Mutant::new(
                    Kind::CiteExchanged,
                    child(at.path, &index.to_string()),
                    what,
                    (at.path.to_owned(), Value::Array(changed)),
                ));
            }
        }
    }

    /// Each end of a time in force a day earlier, a day later, and left out.
    pub(crate) fn validity(&mut self, at: At<'_>) {
        for end in ["from", "to"] {
            let Some(day) = at.value.get(end) else { continue };
            self.day(At { value: day, path: &child(at.path, end) });
            self.drop_key(Kind::Day, at, end);
        }
    }

    /// A day earlier and a day later.
    pub(crate) fn day(&mut self, at: At<'_>) {
        let day = at.value.as_str().and_then(|day| day.parse::<NaiveDate>().ok());
        let Some(day) = day else { return };
        for other in [day.pred_opt(), day.checked_add_days(Days::new(1))].into_iter().flatten() {
            self.put(Kind::Day, at.path, format!("{day} → {other}"), json!(other.to_string()));
        }
    }

    /// One less and one more.
    pub(crate) fn number(&mut self, at: At<'_>) {
        let Some(number) = at.value.as_i64() else { return };
        for other in [number - 1, number + 1] {
            if other >= 0 || number < 0 {
                self.put(Kind::Number, at.path, format!("{number} → {other}"), json!(other));
            }
        }
    }

    /// Every other word of the list.
    pub(crate) fn word(&mut self, kind: Kind, at: At<'_>, words: &[&str]) {
        let Some(word) = at.value.as_str() else { return };
        for other in others(words, word) {
            self.put(kind, at.path, format!("{word} → {other}"), json!(other));
        }
    }

    /// The next word of the list: where a list is long, one other is as good as all.
    pub(crate) fn next_word(&mut self, kind: Kind, at: At<'_>, words: &[&str]) {
        let Some(word) = at.value.as_str() else { return };
        let place = words.iter().position(|other| *other == word).unwrap_or(0);
        if let Some(other) = words.get((place + 1) % words.len().max(1)).filter(|one| **one != word)
        {
            self.put(kind, at.path, format!("{word} → {other}"), json!(other));
        }
    }

    /// Yes made no, or no yes.
    pub(crate) fn flag(&mut self, at: At<'_>) {
        if let Some(answer) = at.value.as_bool() {
            self.put(Kind::Flag, at.path, format!("{answer} → {}", !answer), json!(!answer));
        }
    }

    /// A key that was left out, with what it is not when it is left out.
    pub(crate) fn added(&mut self, kind: Kind, map: At<'_>, key: &str, value: Value) {
        let Value::Object(of) = map.value else { return };
        if of.contains_key(key) {
            return;
        }
        let mut more = of.clone();
        let what = format!("left out → {value}");
        more.insert(key.to_owned(), value);
        let put = (map.path.to_owned(), Value::Object(more));
        self.found.push(crate::mutant::Mutant::new(kind, child(map.path, key), what, put));
    }

    /// Each entry of a list of names dropped.
    pub(crate) fn names(&mut self, kind: Kind, at: At<'_>) {
        let count = at.value.as_array().map_or(0, Vec::len);
        for index in 0..count {
            self.drop_entry(kind, at, index);
        }
    }
}

/// How well something is attested.
pub(crate) const CONFIDENCES: [&str; 3] = ["low", "medium", "high"];
/// Who has to prove or to act.
pub(crate) const PARTIES: [&str; 4] = ["rights_holder", "seller", "platform", "either"];
