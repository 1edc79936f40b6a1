//! A decided case, and the elements it speaks for or against.

use maud::{Markup, html};

use super::condition::Wording;
use super::entry::RuleEntry;
use super::fact::rows_of;
use super::language::{Lang, Say, pair};
use super::link::Here;
use super::site::{Site, Volume};
use super::source::addresses;
use zhengpin_law::rulebook::{Case, Cases, Validity};
use zhengpin_law::text::Text;

/// A decided case of a rulebook.
pub(super) fn case(
    site: &Site<'_>,
    here: &Here,
    book: &Volume<'_>,
    (id, case): (&str, &Case),
) -> Markup {
    let words = site.words;
    let overruling =
        case.overruled_by.as_ref().and_then(|by| book.rulebook.cases.get_key_value(by));
    let text = html! {
        (site.standing(case.confidence, Validity::default()))
        (pair("properties", |lang| {
            let year = case.year.map(|year| year.to_string());
            let year = year.unwrap_or_else(|| words.no_year.say(lang).to_owned());
            let court = format!("{}{}{year}", case.court.say(lang), words.dot.say(lang));
            rows_of(lang, &[(&words.court, Some(court)), (&words.docket, dockets(site, case, lang))])
        }))
        (pair("", |lang| html! { p { (case.holding.say(lang)) } }))
        @if !case.held.is_empty() {
            (pair("", |lang| listed(&words.held, lang, &held(site, book, case, lang))))
        }
        @if !case.facts.is_empty() {
            (pair("", |lang| listed(&words.known, lang, &known(site, here, book, case, lang))))
        }
        @if let Some((by, other)) = overruling {
            (pair("links", |lang| html! {
                p {
                    b.label { (words.overruled_by.say(lang)) } " "
                    (here.rule(&format!("case-{by}"), other.name.say(lang)))
                }
            }))
        }
        @if !case.sources.is_empty() { (addresses(site, &case.sources)) }
        (elements(here, book, &words.speaks_for, |cases| cases.pro.iter().any(|one| one == id)))
        (elements(here, book, &words.speaks_against, |cases| cases.contra.iter().any(|one| one == id)))
    };
    let notes = html! {};
    RuleEntry { anchor: format!("case-{id}"), id, level: 3, title: &case.name, text, notes }.show()
}

/// How the case came out, a line for each issue.
fn held(site: &Site<'_>, book: &Volume<'_>, case: &Case, lang: Lang) -> Vec<String> {
    let words = site.words;
    let issues = &book.rulebook.issues;
    let told = case.held.iter().filter_map(|(id, verdicts)| {
        let issue = issues.get(id)?;
        let title = |id: &String| issue.verdicts.get(id).map(|one| one.title.say(lang).to_owned());
        let titles: Vec<String> = verdicts.iter().filter_map(title).collect();
        let name = issue.title.say(lang);
        Some(format!("{name}{}{}", words.parting(lang, name), titles.join(" / ")))
    });
    told.collect()
}

/// What is known of the case, a line for each fact.
fn known(site: &Site<'_>, here: &Here, book: &Volume<'_>, case: &Case, lang: Lang) -> Vec<String> {
    let wording = Wording { here, words: site.words, rulebook: book.rulebook, lang };
    let told = case.facts.iter().filter_map(|(id, value)| {
        let fact = book.rulebook.facts.get(id)?;
        Some(format!("{} {}", fact.ask.say(lang), wording.value(fact, value)))
    });
    told.collect()
}

fn listed(label: &Text, lang: Lang, lines: &[String]) -> Markup {
    html! {
        p { b.label { (label.say(lang)) } }
        ul { @for line in lines { li { (line) } } }
    }
}

/// The elements that name the case.
fn elements(
    here: &Here,
    book: &Volume<'_>,
    label: &Text,
    speaks: impl Fn(&Cases) -> bool,
) -> Markup {
    let named: Vec<_> =
        book.rulebook.elements.iter().filter(|(_, element)| speaks(&element.cases)).collect();
    html! {
        @if !named.is_empty() {
            (pair("links", |lang| html! {
                p { b.label { (label.say(lang)) } }
                ul {
                    @for (id, element) in &named {
                        li { (here.rule(&format!("element-{id}"), element.title.say(lang))) }
                    }
                }
            }))
        }
    }
}

/// Its dockets, those of other instances by name; none where none was verified.
fn dockets(site: &Site<'_>, case: &Case, lang: Lang) -> Option<String> {
    let words = site.words;
    let told = case.dockets.iter().map(|docket| match docket.instance {
        None => docket.number.clone(),
        Some(instance) => words.docket_of.fill(
            lang,
            &[("instance", words.value(&instance).say(lang)), ("number", &docket.number)],
        ),
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(words.semicolon.say(lang)))
}
