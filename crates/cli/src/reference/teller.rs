//! Telling a part of a rulebook that has no section of its own kind, such as a ledger. A part
//! that is added to the format is told as well, under its own key until `words.yaml` names it.

use std::collections::BTreeMap;

use maud::{Markup, html};
use serde_json::{Map, Value};

use super::condition::Wording;
use super::entry::{RuleEntry, heading};
use super::language::{Lang, Say, pair};
use super::link::{Here, notes, provision};
use super::part::{
    anchor, confidence, each_rule, entries, has_rules, read, strings, text, title_of,
};
use super::site::{Site, Volume};
use zhengpin_law::rulebook::{Condition, Validity};
use zhengpin_law::text::Text;

/// What is told of a rule elsewhere than among its properties.
const APART: &[&str] = &["title", "ask", "name", "cite", "confidence", "in_force"];

/// The keys under which conditions stand.
const CONDITIONS: &[&str] = &["when", "unless", "except", "never"];

/// Tells the parts of one rulebook.
pub(super) struct Teller<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) here: &'a Here,
    pub(super) book: &'a Volume<'a>,
    names: BTreeMap<&'a str, (String, Text)>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(site: &'a Site<'a>, here: &'a Here, book: &'a Volume<'a>) -> Self {
        let mut names = BTreeMap::new();
        for (key, value) in &book.parts {
            each_rule("", key, value, &mut |rule| {
                let title = title_of(rule.id, rule.value);
                names.entry(rule.id).or_insert((rule.anchor, title));
            });
        }
        Self { site, here, book, names }
    }

    /// A part, under a heading of this level. `place` is its name as a place on the page.
    pub(super) fn part(&self, key: &str, place: &str, value: &Value, level: u8) -> Markup {
        html! {
            @if let Some(rules) = entries(value) {
                @for (id, rule) in rules { (self.entry(id, &anchor(place, id), rule, level + 1)) }
            } @else if let Some(map) = value.as_object() {
                (self.properties(map))
                (self.sections(place, map, level + 1))
            } @else {
                (pair("", |lang| self.value(key, value, lang)))
            }
        }
    }

    /// The values of a map that hold rules, each under a heading of this level.
    fn sections(&self, around: &str, map: &Map<String, Value>, level: u8) -> Markup {
        html! {
            @for (key, value) in map.iter().filter(|(_, value)| has_rules(value)) {
                (self.section(around, key, value, level))
            }
        }
    }

    /// A value that holds rules, under a heading of this level.
    pub(super) fn section(&self, around: &str, key: &str, value: &Value, level: u8) -> Markup {
        let place = anchor(around, key);
        html! {
            section.of-rules id=(place) {
                (heading(level, |lang| self.name(key).say(lang).to_owned()))
                (self.part(key, &place, value, level))
            }
        }
    }

    /// The values of a map that hold no rules.
    pub(super) fn properties(&self, map: &Map<String, Value>) -> Markup {
        pair("properties", |lang| self.rows(map, lang, &|value| !has_rules(value)))
    }

    /// A rule, under a heading of this level.
    pub(super) fn entry(&self, id: &str, place: &str, rule: &Value, level: u8) -> Markup {
        let Some(map) = rule.as_object() else { return html! {} };
        let in_force = map.get("in_force").and_then(read::<Validity>).unwrap_or_default();
        let cited = map.get("cite").map(strings).unwrap_or_default();
        let text = html! {
            @if let Some(confidence) = confidence(map) {
                (self.site.standing(confidence, in_force))
            } @else if in_force != Validity::default() {
                (pair("standing", |lang| html! { p { (self.site.validity(in_force, lang)) } }))
            }
            @for (key, value) in map {
                @if !APART.contains(&key.as_str()) { @if let Some(text) = text(value) {
                    (pair("", |lang| html! { p { (self.label(key, lang)) (text.say(lang)) } }))
                } }
            }
            (pair("properties", |lang| {
                self.rows(map, lang, &|value| text(value).is_none() && !has_rules(value))
            }))
        };
        let title = title_of(id, rule);
        let notes = notes(self.site, self.here, &cited);
        html! {
            (RuleEntry { anchor: place.to_owned(), id, level, title: &title, text, notes }.show())
            (self.sections(place, map, level + 1))
        }
    }

    /// The label of a text; what a rule says needs none.
    fn label(&self, key: &str, lang: Lang) -> Markup {
        let words = self.site.words;
        let label = match key {
            "says" | "note" => return html! {},
            "reading" => words.reading.clone(),
            "split" => words.split.clone(),
            "mend" => words.mend.clone(),
            other => words.part(other),
        };
        html! { b.label { (label.say(lang)) } " " }
    }

    /// The values of a map as names and values, without what is told apart.
    fn rows(&self, map: &Map<String, Value>, lang: Lang, keep: &dyn Fn(&Value) -> bool) -> Markup {
        let shown =
            |(key, value): &(&String, &Value)| keep(value) && !APART.contains(&key.as_str());
        let rows = map.iter().filter(shown);
        let rows = rows.map(|(key, value)| (self.name(key), self.value(key, value, lang)));
        in_rows(lang, &rows.collect::<Vec<_>>())
    }

    /// What a key is called.
    pub(super) fn name(&self, key: &str) -> Text {
        let words = self.site.words;
        match key {
            "when" => words.when.clone(),
            "unless" => words.unless.clone(),
            "never" => words.never.clone(),
            other => match self.names.get(other) {
                Some((_, title)) if !words.names_part(other) => title.clone(),
                _ => words.part(other),
            },
        }
    }

    fn value(&self, key: &str, value: &Value, lang: Lang) -> Markup {
        let words = self.site.words;
        if CONDITIONS.contains(&key)
            && let Some(condition) = read::<Condition>(value)
        {
            return Wording { here: self.here, words, rulebook: self.book.rulebook, lang }
                .tree(&condition);
        }
        match value {
            Value::Null => html! {},
            Value::Bool(answer) => html! { (words.value(answer).say(lang)) },
            Value::Number(number) => html! { (number) },
            Value::String(name) => self.named(name, lang),
            Value::Array(items) if items.iter().any(Value::is_object) => html! {
                ul.inner { @for item in items { li { (self.value(key, item, lang)) } } }
            },
            Value::Array(items) => html! {
                @for (place, item) in items.iter().enumerate() {
                    @if place > 0 { (words.comma.say(lang)) }
                    (self.value(key, item, lang))
                }
            },
            Value::Object(map) => match text(value) {
                Some(text) => html! { (text.say(lang)) },
                None => self.inner(map, lang),
            },
        }
    }

    /// A map within a rule: its values, how well it is attested, what it rests on.
    fn inner(&self, map: &Map<String, Value>, lang: Lang) -> Markup {
        let (site, words) = (self.site, self.site.words);
        let shown = map.iter().filter(|(key, _)| !APART.contains(&key.as_str()));
        let rows = shown.map(|(key, value)| (self.name(key), self.value(key, value, lang)));
        let confidence =
            confidence(map).map(|it| (words.confidence.clone(), site.confidence(it, lang)));
        let in_force = map
            .get("in_force")
            .and_then(read::<Validity>)
            .map(|in_force| (words.in_force.clone(), html! { (site.validity(in_force, lang)) }));
        let cited = map.get("cite").map(strings).filter(|cited| !cited.is_empty());
        let cited = cited.map(|cited| {
            let listed = html! {
                @for (place, id) in cited.iter().enumerate() {
                    @if place > 0 { (words.semicolon.say(lang)) }
                    (self.cited(id, lang))
                }
            };
            (words.sources.clone(), listed)
        });
        in_rows(lang, &rows.chain(confidence).chain(in_force).chain(cited).collect::<Vec<_>>())
    }

    /// A provision in one language, linked to its page.
    fn cited(&self, id: &str, lang: Lang) -> Markup {
        match self.site.provision(id) {
            Some(cited) => html! {
                a href=(self.here.to(&provision(id))) data-page { (self.site.citation(&cited, lang)) }
            },
            None => html! { code { (id) } },
        }
    }

    /// A string: a value of the format, a rule of the rulebook, a fact, a day, or itself.
    fn named(&self, name: &str, lang: Lang) -> Markup {
        let rulebook = self.book.rulebook;
        if let Some(text) = self.site.words.value_named(name) {
            return html! { (text.say(lang)) };
        }
        if let Some((anchor, title)) = self.names.get(name) {
            return self.here.rule(anchor, title.say(lang));
        }
        if let Some(fact) = rulebook.facts.get(name) {
            return self.here.rule(&format!("fact-{name}"), fact.ask.say(lang));
        }
        if let Some(element) = rulebook.elements.get(name) {
            return self.here.rule(&format!("element-{name}"), element.title.say(lang));
        }
        if self.site.provision(name).is_some() {
            return self.cited(name, lang);
        }
        match zhengpin_law::day::parse(name) {
            Some(day) => html! { (lang.day(day)) },
            None => html! { (name) },
        }
    }
}

/// Names and values in rows.
fn in_rows(lang: Lang, rows: &[(Text, Markup)]) -> Markup {
    html! {
        @if !rows.is_empty() {
            dl {
                @for (name, value) in rows { div { dt { (name.say(lang)) } dd { (value) } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::super::uses;
    use super::super::words::Words;
    use super::*;
    use zhengpin_law::rulebook::{Calendars, Instruments, Rulebook};

    // A part that the format does not have yet, with rules within rules.
    const PART: &str = r#"{
        "rulebook": "t", "title": {"zh": "t", "en": "t"}, "summary": {"zh": "t", "en": "t"},
        "as_of": "2026-01-01", "in_force": {},
        "accounts": {
            "shop": {
                "title": {"zh": "店铺", "en": "Shop"},
                "cite": ["law/1"],
                "confidence": "low",
                "levels": {
                    "first": {
                        "title": {"zh": "第一档", "en": "First"},
                        "after": "second",
                        "effect": {"raise_by": 7, "cite": ["law/2"], "confidence": "medium"}
                    },
                    "second": {"title": {"zh": "第二档", "en": "Second"}, "says": {"zh": "说", "en": "says"}}
                }
            }
        }
    }"#;

    #[test]
    fn a_part_that_the_format_gains_is_told_with_its_sources_and_confidence() {
        let words = Words::read().unwrap();
        let source: Map<String, Value> = serde_json::from_str(PART).unwrap();
        let mut known = source.clone();
        known.remove("accounts");
        let rulebook: Rulebook = serde_json::from_value(Value::Object(known)).unwrap();
        let instruments: Instruments = serde_json::from_str(
            r#"{"instruments": {"law": {
                "title": {"zh": "法", "en": "Law"}, "short": {"zh": "法", "en": "Law"},
                "rank": "law", "in_force": {}, "confidence": "high",
                "provisions": {
                    "1": {"label": {"zh": "一", "en": "1"}, "says": {"zh": "一", "en": "1"}},
                    "2": {"label": {"zh": "二", "en": "2"}, "says": {"zh": "二", "en": "2"}}
                }}}}"#,
        )
        .unwrap();
        let books = vec![Volume::new(&rulebook, &source, Vec::new())];
        let uses = uses::of_provisions(&words, &books, &Calendars::default());
        let anchors = |id: &str| -> Vec<String> {
            uses.get(id).into_iter().flatten().map(|one| one.anchor.clone()).collect()
        };
        assert_eq!(anchors("law/1"), ["accounts-shop"]);
        assert_eq!(anchors("law/2"), ["accounts-shop-levels-first"]);

        let places = BTreeMap::new();
        let site = Site { words: &words, instruments: &instruments, books, uses, places };
        let here = Here::at("rulebooks/t.html".to_owned());
        let told = site.books.iter().map(|book| {
            let teller = Teller::new(&site, &here, book);
            let parts = book.parts.iter().map(|(key, part)| teller.part(key, key, part, 2));
            parts.map(Markup::into_string).collect::<String>()
        });
        let told: String = told.collect();
        for wanted in [
            "id=\"accounts-shop\"",
            "id=\"accounts-shop-levels-first\"",
            "href=\"#accounts-shop-levels-second\"",
            "href=\"../provisions/law/1.html\"",
            "href=\"../provisions/law/2.html\"",
            "data-confidence=\"low\"",
            "data-confidence=\"medium\"",
            "raise by",
            "<dd>7</dd>",
        ] {
            assert!(told.contains(wanted), "{wanted} in {told}");
        }
        assert!(words.unsaid().contains(&"raise_by".to_owned()));
    }
}
