//! The page of a rulebook: everything it says, in the order in which it says it.

use maud::{Markup, html};

use super::entry::section;
use super::language::{Lang, Say, both, pair};
use super::link::{self, Here};
use super::page::Page;
use super::site::{Site, Volume};
use super::teller::Teller;
use super::{alert, case, duty, element, fact, frame, issue, uses};
use zhengpin_law::rulebook::{Confidence, Validity};
use zhengpin_law::text::Text;

/// The page of a rulebook.
pub(super) fn page(site: &Site<'_>, book: &Volume<'_>) -> Page {
    let here = Here::at(link::rulebook(&book.rulebook.rulebook));
    let rulebook = book.rulebook;
    let sections = sections(site, &here, book);
    let body = html! {
        header.opening {
            (frame::opening(site, &here, |lang| rulebook.title.say(lang).to_owned()))
            (pair("lead", |lang| html! { p { (rulebook.summary.say(lang)) } }))
        }
        (pair("properties", |lang| about(site, book, lang)))
        nav.contents aria-label=(site.words.contents.say(Lang::Zh)) {
            ul {
                @for one in &sections {
                    li { a href={ "#" (one.id) } { (both(|lang| one.counted(site, lang))) } }
                }
            }
        }
        @for one in &sections { (section(&one.id, &one.title, &one.text)) }
    };
    let title = |lang: Lang| rulebook.title.say(lang).to_owned();
    frame::page(site, &here, title, |lang| rulebook.summary.say(lang).to_owned(), &body)
}

fn counted(site: &Site<'_>, what: &Text, count: usize, lang: Lang) -> String {
    let count = count.to_string();
    site.words.counted.fill(lang, &[("what", what.say(lang)), ("count", &count)])
}

/// The day of its authors, its time in force, its versions, how well it is attested.
fn about(site: &Site<'_>, book: &Volume<'_>, lang: Lang) -> Markup {
    let words = site.words;
    let days: Vec<String> = book.versions.iter().map(|day| lang.day(*day)).collect();
    let counts = [Confidence::High, Confidence::Medium, Confidence::Low].map(|level| {
        let elements = book.rulebook.elements.values();
        (level, elements.filter(|element| element.confidence == level).count())
    });
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> =
        counts.map(|(level, count)| counted(site, &words.value(&level), count, lang)).collect();
    html! {
        p { (words.as_of.fill(lang, &[("day", &lang.day(book.rulebook.as_of))])) }
        dl {
            div {
                dt { (words.in_force.say(lang)) }
                dd { (site.validity(book.rulebook.in_force, lang)) }
            }
            @if !counts.is_empty() {
                div { dt { (words.confidence_counts.say(lang)) } dd { (words.list(lang, &counts)) } }
            }
            div {
                dt { (words.versions.say(lang)) }
                dd {
                    p.quiet { (words.versions_note.say(lang)) }
                    @for (place, day) in days.iter().enumerate() {
                        @if place > 0 { (words.comma.say(lang)) }
                        span.whole { (day) }
                    }
                }
            }
        }
    }
}

/// A section of the page.
struct PageSection {
    id: String,
    title: Text,
    /// How many rules it holds, where that can be said.
    count: Option<usize>,
    text: Markup,
}

impl PageSection {
    fn counted(&self, site: &Site<'_>, lang: Lang) -> String {
        match self.count {
            Some(count) => counted(site, &self.title, count, lang),
            None => self.title.say(lang).to_owned(),
        }
    }
}

/// The sections that are not empty.
fn sections(site: &Site<'_>, here: &Here, book: &Volume<'_>) -> Vec<PageSection> {
    let (words, rulebook) = (site.words, book.rulebook);
    let used = uses::of_names(words, rulebook);
    let of = |id: &str, title: &Text, count: usize, text: Markup| PageSection {
        id: id.to_owned(),
        title: title.clone(),
        count: Some(count),
        text,
    };
    let issues = html! {
        @for (id, one) in &rulebook.issues { (issue::issue(site, here, book, id, one)) }
    };
    let elements = html! {
        @for (id, one) in &rulebook.elements {
            (element::element(site, here, book, &used, (id, one)))
        }
    };
    let alerts = html! {
        @for (id, one) in &rulebook.alerts { (alert::alert(site, here, book, (id, one))) }
    };
    let facts = html! {
        @for (id, one) in &rulebook.facts { (fact::fact(site, book, &used, (id, one))) }
    };
    let constraints = html! {
        @for (id, one) in &rulebook.constraints { (alert::constraint(site, book, (id, one))) }
    };
    let cases = html! {
        @for (id, one) in &rulebook.cases { (case::case(site, book, (id, one))) }
    };
    let duties = html! {
        @for (id, one) in &rulebook.duties { (duty::duty(site, here, book, (id, one))) }
    };
    let gaps = html! {
        @for (id, gap) in &rulebook.gaps {
            div.gap id={ "gap-" (id) } { (pair("", |lang| html! { p { (gap.say(lang)) } })) }
        }
    };
    let teller = Teller::new(site, here, book);
    let parts = book.parts.iter().map(|(key, part)| PageSection {
        id: (*key).to_owned(),
        title: words.part(key),
        count: None,
        text: teller.part(key, key, part, 2),
    });
    let mut all = vec![
        of("issues", &words.issues, rulebook.issues.len(), issues),
        of("elements", &words.elements, rulebook.elements.len(), elements),
        of("duties", &words.duties, rulebook.duties.len(), duties),
    ];
    all.extend(parts);
    all.extend([
        of("alerts", &words.alerts, rulebook.alerts.len(), alerts),
        of("facts", &words.facts, rulebook.facts.len(), facts),
        of("constraints", &words.constraints, rulebook.constraints.len(), constraints),
        of("cases", &words.cases, rulebook.cases.len(), cases),
        of("gaps", &words.gaps, rulebook.gaps.len(), gaps),
    ]);
    all.retain(|section| section.count != Some(0));
    all
}

/// A rulebook in the index: its name, what it answers, as of when.
pub(super) fn listed(site: &Site<'_>, here: &Here, book: &Volume<'_>) -> Markup {
    let rulebook = book.rulebook;
    html! {
        div.listed {
            h3 {
                (link::link(here, &link::rulebook(&rulebook.rulebook), |lang| {
                    rulebook.title.say(lang).to_owned()
                }))
            }
            (pair("", |lang| html! { p { (rulebook.summary.say(lang)) } }))
            (pair("standing", |lang| html! {
                p {
                    (site.words.as_of.fill(lang, &[("day", &lang.day(rulebook.as_of))]))
                    @if rulebook.in_force != Validity::default() {
                        (site.words.dot.say(lang)) (site.validity(rulebook.in_force, lang))
                    }
                }
            }))
        }
    }
}
