//! What the pages are made from: the rulebooks, their instruments, and who rests on what.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate as Date;
use maud::{Markup, html};
use serde_json::{Map, Value};

use super::language::{Lang, Say};
use super::link::{self, Places};
use super::words::Words;
use zhengpin_law::rulebook::{Confidence, Instrument, Instruments, Provision, Rulebook, Validity};
use zhengpin_law::text::Text;

/// Everything that the pages tell of.
pub(super) struct Site<'a> {
    pub(super) words: &'a Words,
    pub(super) instruments: &'a Instruments,
    pub(super) books: Vec<Volume<'a>>,
    /// What rests on each provision, by the id under which it is cited.
    pub(super) uses: BTreeMap<String, Vec<Use>>,
    /// Where the rules of each rulebook stand.
    pub(super) places: BTreeMap<String, Rc<Places>>,
}

/// A rulebook, as a page tells it.
pub(super) struct Volume<'a> {
    pub(super) rulebook: &'a Rulebook,
    /// The first day of every version.
    pub(super) versions: Vec<Date>,
    /// The parts that have no page section of their own kind, such as a ledger, as the
    /// author wrote them.
    pub(super) parts: Vec<(&'a str, &'a Value)>,
}

/// The parts of a rulebook that the page of a rulebook tells in ways of their own.
const TOLD: &[&str] = &[
    "rulebook",
    "title",
    "summary",
    "as_of",
    "in_force",
    "gaps",
    "groups",
    "facts",
    "constraints",
    "elements",
    "issues",
    "alerts",
    "parties",
    "occasions",
    "duties",
    "cases",
];

impl<'a> Volume<'a> {
    pub(super) fn new(
        rulebook: &'a Rulebook,
        source: &'a Map<String, Value>,
        versions: Vec<Date>,
    ) -> Self {
        let parts = source.iter().filter(|(key, _)| !TOLD.contains(&key.as_str()));
        Self { rulebook, versions, parts: parts.map(|(key, part)| (key.as_str(), part)).collect() }
    }
}

/// A rule that rests on a provision, or a condition that names something.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Use {
    /// The rulebook.
    pub(super) rulebook: String,
    /// What kind of rule it is.
    pub(super) kind: Text,
    /// What it is called.
    pub(super) title: Text,
    /// Where it stands on the rulebook's page.
    pub(super) anchor: String,
}

/// A provision with the instrument it stands in.
#[derive(Clone, Copy)]
pub(super) struct Cited<'a> {
    pub(super) instrument_id: &'a str,
    pub(super) instrument: &'a Instrument,
    pub(super) provision: &'a Provision,
}

impl Cited<'_> {
    /// When it is in force.
    pub(super) fn in_force(&self) -> Validity {
        self.provision.in_force.unwrap_or(self.instrument.in_force)
    }

    /// How it was read.
    pub(super) fn confidence(&self) -> Confidence {
        self.provision.confidence.unwrap_or(self.instrument.confidence)
    }

    /// Whether its text was read in full.
    pub(super) fn is_read(&self) -> bool {
        self.confidence() == Confidence::High
    }

    /// Whether anything is known of when it is in force.
    pub(super) fn is_limited(&self) -> bool {
        let Validity { from, to, .. } = self.in_force();
        from.is_some() || to.is_some()
    }

    /// When it is in force, in digits: `2010-07-01 – 2020-12-31`.
    pub(super) fn in_digits(&self) -> String {
        let Validity { from, to, .. } = self.in_force();
        let end = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        format!("{} – {}", end(from), end(to)).trim().to_owned()
    }
}

impl Site<'_> {
    /// Where the rules of a rulebook stand.
    pub(super) fn places_of(&self, rulebook: &str) -> Rc<Places> {
        self.places.get(rulebook).cloned().unwrap_or_default()
    }

    /// The page on which a rule of a rulebook stands.
    pub(super) fn page_of(&self, rulebook: &str, anchor: &str) -> String {
        let known = self.places.get(rulebook).and_then(|places| places.get(anchor));
        known.cloned().unwrap_or_else(|| link::rulebook(rulebook))
    }

    /// The provision that is cited under this id.
    pub(super) fn provision<'s>(&'s self, id: &'s str) -> Option<Cited<'s>> {
        let (instrument_id, article) = id.split_once('/')?;
        let instrument = self.instruments.instruments.get(instrument_id)?;
        let provision = instrument.provisions.get(article)?;
        Some(Cited { instrument_id, instrument, provision })
    }

    /// The provision as a lawyer cites it: 《电子商务法》第四十二条第一款.
    pub(super) fn citation(&self, cited: &Cited<'_>, lang: Lang) -> String {
        let label = cited.provision.label.say(lang);
        let values = [("instrument", cited.instrument.short.say(lang)), ("label", label)];
        let numbered = self.words.is_numbered(lang, label);
        let words = if numbered { &self.words.citation } else { &self.words.citation_named };
        words.fill(lang, &values)
    }

    /// When something is in force, in words.
    pub(super) fn validity(&self, validity: Validity, lang: Lang) -> String {
        let words = self.words;
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| lang.day(day));
        let (from, to) = (day(validity.from), day(validity.to));
        let text = match (validity.from, validity.to) {
            (Some(_), Some(_)) => &words.between,
            (Some(_), None) => &words.since,
            (None, Some(_)) => &words.until,
            (None, None) => &words.always,
        };
        let text = text.fill(lang, &[("from", &from), ("to", &to)]);
        if validity.about { words.about.fill(lang, &[("days", &text)]) } else { text }
    }

    /// A degree of certainty in words, with a name by which it can be found and styled.
    pub(super) fn confidence(&self, confidence: Confidence, lang: Lang) -> Markup {
        let text: Text = self.words.value(&confidence);
        let name = match confidence {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
        };
        html! { span.confidence data-confidence=(name) { (text.say(lang)) } }
    }

    /// How well a rule is attested, and when it is in force if not always.
    pub(super) fn standing(&self, confidence: Confidence, in_force: Validity) -> Markup {
        super::language::pair("standing", |lang| {
            html! {
                p {
                    (self.confidence(confidence, lang))
                    @if in_force != Validity::default() {
                        (self.words.dot.say(lang)) (self.validity(in_force, lang))
                    }
                }
            }
        })
    }
}
