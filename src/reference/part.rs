//! Parts of a rulebook that have no section of their own kind, such as a ledger, told by the
//! shape in which they are written. A part that is added to the format is told as well,
//! under its own key until `words.yaml` names it.

use std::collections::BTreeMap;

use maud::{Markup, html};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::condition::Reader;
use super::entry::{Entry, heading};
use super::language::{Lang, Say, pair};
use super::link::{Here, notes, provision};
use super::site::{Book, Site};
use super::uses::strings;
use crate::rulebook::{Condition, Confidence, Validity};
use crate::text::Text;

/// The keys under which a rule carries its name, or else what stands for it.
const TITLES: &[&str] = &["title", "ask", "name", "says"];

/// What is told of a rule elsewhere than among its properties.
const APART: &[&str] = &["title", "ask", "name", "cite", "confidence", "in_force"];

/// The keys under which conditions stand.
const CONDITIONS: &[&str] = &["when", "unless", "never"];

/// Under what name a part of a rulebook can be linked to: the keys that lead there.
pub(super) fn anchor(around: &str, key: &str) -> String {
    if around.is_empty() { key.to_owned() } else { format!("{around}-{key}") }
}

/// What a rule of a part is called.
pub(super) fn title_of(id: &str, entry: &Value) -> Text {
    let title = TITLES.iter().find_map(|key| text(entry.get(key)?));
    title.unwrap_or_else(|| Text { zh: id.to_owned(), en: id.to_owned() })
}

/// A text in both languages, where the value is one.
fn text(value: &Value) -> Option<Text> {
    read(value)
}

/// The rules by id, where the value is a map of rules.
fn entries(value: &Value) -> Option<&Map<String, Value>> {
    let map = value.as_object().filter(|map| !map.is_empty())?;
    let named = |entry: &Value| TITLES.iter().any(|key| entry.get(key).and_then(text).is_some());
    map.values().all(named).then_some(map)
}

/// A rule in a part of a rulebook.
#[derive(Clone, Debug)]
pub(super) struct Rule<'a> {
    /// The key of the map that it stands in.
    pub(super) section: &'a str,
    /// Its id there.
    pub(super) id: &'a str,
    /// Under what name it can be linked to.
    pub(super) anchor: String,
    /// What is written of it.
    pub(super) value: &'a Value,
}

/// Calls `visit` with every rule in a part, at any depth. `around` is the name of what the
/// part stands in.
pub(super) fn each_rule<'a>(
    around: &str,
    section: &'a str,
    value: &'a Value,
    visit: &mut dyn FnMut(Rule<'a>),
) {
    let here = anchor(around, section);
    let rules = entries(value).is_some();
    for (id, value) in value.as_object().into_iter().flatten() {
        if rules {
            visit(Rule { section, id, anchor: anchor(&here, id), value });
        }
        each_rule(&here, id, value, visit);
    }
}

/// Adds every provision that is cited anywhere in a value.
pub(super) fn cited_in(value: &Value, cited: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                if key == "cite" { cited.extend(strings(value)) } else { cited_in(value, cited) }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| cited_in(item, cited)),
        _ => {}
    }
}

/// Tells the parts of one rulebook.
pub(super) struct Teller<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) here: &'a Here,
    pub(super) book: &'a Book<'a>,
    names: BTreeMap<&'a str, (String, Text)>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(site: &'a Site<'a>, here: &'a Here, book: &'a Book<'a>) -> Self {
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
                (pair("properties", |lang| self.rows(map, lang, &|value| !has_rules(value))))
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
                @let place = anchor(around, key);
                section.of-rules id=(place) {
                    (heading(level, |lang| self.name(key).say(lang).to_owned()))
                    (self.part(key, &place, value, level))
                }
            }
        }
    }

    fn entry(&self, id: &str, place: &str, rule: &Value, level: u8) -> Markup {
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
            (Entry { anchor: place.to_owned(), id, level, title: &title, text, notes }.show())
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

    fn name(&self, key: &str) -> Text {
        let words = self.site.words;
        match key {
            "when" => words.when.clone(),
            "unless" => words.unless.clone(),
            "never" => words.never.clone(),
            other => words.part(other),
        }
    }

    fn value(&self, key: &str, value: &Value, lang: Lang) -> Markup {
        let words = self.site.words;
        if CONDITIONS.contains(&key)
            && let Some(condition) = read::<Condition>(value)
        {
            return Reader { words, rulebook: self.book.rulebook, lang }.tree(&condition);
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
            return html! { a href={ "#" (anchor) } { (title.say(lang)) } };
        }
        if let Some(fact) = rulebook.facts.get(name) {
            return html! { a href={ "#fact-" (name) } { (fact.ask.say(lang)) } };
        }
        if let Some(element) = rulebook.elements.get(name) {
            return html! { a href={ "#element-" (name) } { (element.title.say(lang)) } };
        }
        if self.site.provision(name).is_some() {
            return self.cited(name, lang);
        }
        match crate::day::parse(name) {
            Some(day) => html! { (lang.day(day)) },
            None => html! { (name) },
        }
    }
}

/// Whether a value holds rules, at any depth.
fn has_rules(value: &Value) -> bool {
    let mut found = false;
    each_rule("", "", value, &mut |_| found = true);
    found
}

/// How well a rule is attested: as it says, or in full where it cites and says nothing.
fn confidence(rule: &Map<String, Value>) -> Option<Confidence> {
    let said = rule.get("confidence").and_then(read);
    said.or_else(|| rule.contains_key("cite").then(Confidence::default))
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

/// The value as one of the format, where it is one.
fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}
