//! The page of a provision: what it says, and every rule that rests on it.

use maud::{Markup, html};

use super::entry::{mark, section};
use super::frame;
use super::instrument::sources;
use super::language::{Lang, Say, labelled, pair};
use super::link::{self, Here};
use super::page::Page;
use super::site::Use;
use super::site::{Cited, Site};
use super::versions;

/// The page of a provision.
pub(super) fn page(site: &Site<'_>, id: &str, cited: &Cited<'_>) -> Page {
    let here = Here::at(link::provision(id));
    let words = site.words;
    let name = |lang: Lang| site.citation(cited, lang);
    let body = html! {
        header.opening {
            (frame::opening(site, &here, name))
            (pair("says", |lang| html! { p { (cited.provision.says.say(lang)) } }))
            (pair("quiet", |lang| html! { p { (words.says.say(lang)) } }))
            (mark("main", id))
        }
        (pair("properties", |lang| about(site, &here, cited, lang)))
        (versions::provisions(site, &here, id, cited))
        (versions::versions(site, &here, cited.instrument_id))
        @if let Some(note) = &cited.instrument.note { (labelled(&words.on_instrument, note)) }
        (sources(site, cited.instrument))
        (section("rules", &words.resting, &resting(site, &here, id)))
    };
    frame::page(site, &here, name, |lang| cited.provision.says.say(lang).to_owned(), &body)
}

/// The instrument, its number and rank, when the provision is in force, how it was read.
fn about(site: &Site<'_>, here: &Here, cited: &Cited<'_>, lang: Lang) -> Markup {
    let words = site.words;
    let instrument = cited.instrument;
    html! {
        dl {
            div {
                dt { (words.instrument.say(lang)) }
                dd { a href=(here.to(&link::instrument(cited.instrument_id))) data-page {
                    (instrument.title.say(lang))
                } }
            }
            @if let Some(number) = &instrument.number {
                div { dt { (words.number.say(lang)) } dd lang=(Lang::Zh.tag()) { (number) } }
            }
            div { dt { (words.rank.say(lang)) } dd { (words.value(&instrument.rank).say(lang)) } }
            div {
                dt { (words.in_force.say(lang)) }
                dd { (site.validity(cited.in_force(), lang)) }
            }
            div {
                dt { (words.confidence.say(lang)) }
                dd { (site.confidence(cited.confidence(), lang)) }
            }
        }
    }
}

/// Every rule that rests on the provision, by rulebook.
fn resting(site: &Site<'_>, here: &Here, id: &str) -> Markup {
    let uses = site.uses.get(id).map(Vec::as_slice).unwrap_or_default();
    let of = |rulebook: &str| -> Vec<&Use> {
        uses.iter().filter(|used| used.rulebook == rulebook).collect()
    };
    let books = site.books.iter().map(|book| (book, of(&book.rulebook.rulebook)));
    html! {
        @if uses.is_empty() {
            (pair("", |lang| html! { p { (site.words.resting_none.say(lang)) } }))
        }
        @for (book, uses) in books {
            @if !uses.is_empty() {
                @let path = link::rulebook(&book.rulebook.rulebook);
                h3 { (link::link(here, &path, |lang| book.rulebook.title.say(lang).to_owned())) }
                (pair("rules", |lang| html! {
                    ul { @for used in &uses { li { (rule(site, here, used, lang)) } } }
                }))
            }
        }
    }
}

fn rule(site: &Site<'_>, here: &Here, used: &Use, lang: Lang) -> Markup {
    let path = site.page_of(&used.rulebook, &used.anchor);
    html! {
        span.kind { (used.kind.say(lang)) } " "
        a href={ (here.to(&path)) "#" (used.anchor) } data-page { (used.title.say(lang)) }
    }
}
