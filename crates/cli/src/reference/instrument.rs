//! The page of an instrument: what it is, and its provisions as far as they are cited.

use maud::{Markup, html};

use super::entry::{mark, section};
use super::frame;
use super::language::{Lang, Say, labelled_maybe, pair};
use super::link::{self, Here};
use super::page::Page;
use super::site::{Cited, Site};
use super::source::addresses;
use super::versions::versions;
use zhengpin_law::rulebook::Instrument;

/// The page of an instrument.
pub(super) fn page(site: &Site<'_>, id: &str, instrument: &Instrument) -> Page {
    let here = Here::at(link::instrument(id));
    let words = site.words;
    let title = |lang: Lang| instrument.title.say(lang).to_owned();
    let body = html! {
        header.opening { (frame::opening(site, &here, title)) }
        (pair("properties", |lang| about(site, instrument, lang)))
        (versions(site, &here, id))
        (labelled_maybe(&words.on_instrument, instrument.note.as_ref()))
        (sources(site, instrument))
        (section("provisions", &words.provisions, &html! {
            @for (article, provision) in &instrument.provisions {
                (one(site, &here, article, &Cited { instrument_id: id, instrument, provision }))
            }
        }))
    };
    frame::page(site, &here, title, title, &body)
}

fn about(site: &Site<'_>, instrument: &Instrument, lang: Lang) -> Markup {
    let words = site.words;
    html! {
        dl {
            @if let Some(number) = &instrument.number {
                div { dt { (words.number.say(lang)) } dd lang=(Lang::Zh.tag()) { (number) } }
            }
            div { dt { (words.rank.say(lang)) } dd { (words.value(&instrument.rank).say(lang)) } }
            div {
                dt { (words.in_force.say(lang)) }
                dd { (site.validity(instrument.in_force, lang)) }
            }
            div {
                dt { (words.confidence.say(lang)) }
                dd { (site.confidence(instrument.confidence, lang)) }
            }
        }
    }
}

/// Where the instrument can be read. The links leave the site, and only when they are followed.
pub(super) fn sources(site: &Site<'_>, instrument: &Instrument) -> Markup {
    let elsewhere = instrument.read_elsewhere.as_ref();
    let text = html! {
        (addresses(site, &instrument.sources))
        @if let Some(text) = elsewhere {
            (pair("", |lang| {
                html! { p { (site.words.read_elsewhere.fill(lang, &[("text", text.say(lang))])) } }
            }))
        }
    };
    section("sources", &site.words.where_to_read, &text)
}

/// A provision: its name, linked to its page, and what it says.
fn one(site: &Site<'_>, here: &Here, article: &str, cited: &Cited<'_>) -> Markup {
    let id = &format!("{}/{article}", cited.instrument_id);
    let differs = cited.provision.in_force.is_some() || cited.provision.confidence.is_some();
    let anchor = format!("provision-{}", article.replace('/', "-"));
    html! {
        div.listed id=(anchor) {
            h3 {
                (link::link(here, &link::provision(id), |lang| {
                    cited.provision.label.say(lang).to_owned()
                }))
            }
            (pair("", |lang| html! { p { (cited.provision.says.say(lang)) } }))
            @if differs { (site.standing(cited.confidence(), cited.in_force())) }
            (mark(&anchor, id))
        }
    }
}
