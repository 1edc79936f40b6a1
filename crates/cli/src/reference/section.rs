//! What a rulebook consists of, in sections, piece by piece: so that a long one can be told on
//! several pages.

use std::collections::BTreeMap;

use maud::{Markup, html};
use serde_json::Value;

use super::entry::mark;
use super::language::{Lang, Say, pair};
use super::link::Here;
use super::part::{anchor, entries, has_rules, title_of};
use super::site::{Site, Use, Volume};
use super::teller::Teller;
use super::{alert, case, duty, element, fact, issue};
use zhengpin_law::text::Text;

/// A section of a rulebook.
pub(super) struct PageSection<'a> {
    pub(super) id: String,
    pub(super) title: Text,
    /// How many rules it holds, where that can be said.
    pub(super) count: Option<usize>,
    pub(super) pieces: Vec<Piece<'a>>,
}

/// A piece of a section, which is told on one page.
pub(super) struct Piece<'a> {
    /// Its place and its name; none for what has no place of its own.
    pub(super) named: Option<(String, Text)>,
    tell: Box<dyn Fn(&Here) -> Markup + 'a>,
}

impl<'a> Piece<'a> {
    fn new(anchor: String, title: &Text, tell: impl Fn(&Here) -> Markup + 'a) -> Self {
        Self { named: Some((anchor, title.clone())), tell: Box::new(tell) }
    }

    /// The piece, as told on a page.
    pub(super) fn on(&self, here: &Here) -> Markup {
        (self.tell)(here)
    }
}

impl PageSection<'_> {
    /// Its name, and how many rules it holds.
    pub(super) fn counted(&self, site: &Site<'_>, lang: Lang) -> String {
        match self.count {
            Some(count) => {
                let count = count.to_string();
                let values = [("what", self.title.say(lang)), ("count", count.as_str())];
                site.words.counted.fill(lang, &values)
            }
            None => self.title.say(lang).to_owned(),
        }
    }
}

/// The sections that are not empty.
pub(super) fn sections<'a>(
    site: &'a Site<'a>,
    book: &'a Volume<'a>,
    used: &'a BTreeMap<String, Vec<Use>>,
) -> Vec<PageSection<'a>> {
    let (words, rulebook) = (site.words, book.rulebook);
    let of = |id: &str, title: &Text, pieces: Vec<Piece<'a>>| PageSection {
        id: id.to_owned(),
        title: title.clone(),
        count: Some(pieces.len()),
        pieces,
    };
    let issues = rulebook.issues.iter().map(|(id, one)| {
        Piece::new(format!("issue-{id}"), &one.title, move |here| {
            issue::issue(site, here, book, id, one)
        })
    });
    let elements = rulebook.elements.iter().map(|(id, one)| {
        Piece::new(format!("element-{id}"), &one.title, move |here| {
            element::element(site, here, book, used, (id, one))
        })
    });
    let duties = rulebook.duties.iter().map(|(id, one)| {
        Piece::new(format!("duty-{id}"), &one.title, move |here| {
            duty::duty(site, here, book, (id, one))
        })
    });
    let alerts = rulebook.alerts.iter().map(|(id, one)| {
        Piece::new(format!("alert-{id}"), &one.title, move |here| {
            alert::alert(site, here, book, (id, one))
        })
    });
    let facts = rulebook.facts.iter().map(|(id, one)| {
        Piece::new(format!("fact-{id}"), &one.ask, move |here| {
            fact::fact(site, here, book, used, (id, one))
        })
    });
    let constraints = rulebook.constraints.iter().map(|(id, one)| {
        Piece::new(format!("constraint-{id}"), &one.says, move |here| {
            alert::constraint(site, here, book, (id, one))
        })
    });
    let cases = rulebook.cases.iter().map(|(id, one)| {
        Piece::new(format!("case-{id}"), &one.name, move |here| {
            case::case(site, here, book, (id, one))
        })
    });
    let gaps = rulebook
        .gaps
        .iter()
        .map(|(id, one)| Piece::new(format!("gap-{id}"), one, move |_| gap(id, one)));
    let parts = book.parts.iter().map(|(key, value)| PageSection {
        id: (*key).to_owned(),
        title: words.part(key),
        count: None,
        pieces: part(site, book, key, value),
    });
    let mut all = vec![
        of("issues", &words.issues, issues.collect()),
        of("elements", &words.elements, elements.collect()),
        of("duties", &words.duties, duties.collect()),
    ];
    all.extend(parts);
    all.extend([
        of("alerts", &words.alerts, alerts.collect()),
        of("facts", &words.facts, facts.collect()),
        of("constraints", &words.constraints, constraints.collect()),
        of("cases", &words.cases, cases.collect()),
        of("gaps", &words.gaps, gaps.collect()),
    ]);
    all.retain(|section| section.count != Some(0));
    all
}

fn gap(id: &str, says: &Text) -> Markup {
    let anchor = format!("gap-{id}");
    html! {
        div.gap id=(anchor) {
            (pair("", |lang| html! { p { (says.say(lang)) } }))
            (mark(&anchor, id))
        }
    }
}

/// A part that has no section of its own kind: rule by rule, or heading by heading.
fn part<'a>(
    site: &'a Site<'a>,
    book: &'a Volume<'a>,
    key: &'a str,
    value: &'a Value,
) -> Vec<Piece<'a>> {
    if let Some(rules) = entries(value) {
        let pieces = rules.iter().map(|(id, rule)| {
            let place = anchor(key, id);
            Piece::new(place.clone(), &title_of(id, rule), move |here| {
                Teller::new(site, here, book).entry(id, &place, rule, 3)
            })
        });
        return pieces.collect();
    }
    let Some(map) = value.as_object() else {
        let tell = move |here: &Here| Teller::new(site, here, book).part(key, key, value, 2);
        return vec![Piece { named: None, tell: Box::new(tell) }];
    };
    let properties = move |here: &Here| Teller::new(site, here, book).properties(map);
    let mut pieces = vec![Piece { named: None, tell: Box::new(properties) }];
    let here = Here::at(String::new());
    let namer = Teller::new(site, &here, book);
    pieces.extend(map.iter().filter(|(_, value)| has_rules(value)).map(|(inner, value)| {
        Piece::new(anchor(key, inner), &namer.name(inner), move |here| {
            Teller::new(site, here, book).section(key, inner, value, 3)
        })
    }));
    pieces
}
