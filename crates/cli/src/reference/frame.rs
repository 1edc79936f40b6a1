//! What every page of the reference is framed by.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::language::{Lang, Say, both};
use super::link::{Here, INDEX, link};
use super::page::Page;
use super::site::Site;

/// A part that all pages share. It is put in where the page is published; see
/// `www/build/pages.ts`.
fn part(name: &str) -> Markup {
    PreEscaped(format!("<!-- part: {name} -->"))
}

/// A page: its names in the head, its text under the masthead that all pages share.
pub(super) fn page(
    site: &Site<'_>,
    here: &Here,
    title: impl Fn(Lang) -> String,
    description: impl Fn(Lang) -> String,
    body: &Markup,
) -> Page {
    let words = site.words;
    let html = html! {
        (DOCTYPE)
        html lang=(Lang::Zh.tag()) {
            head {
                (part("head"))
                title { (title(Lang::Zh)) (words.dot.say(Lang::En)) (title(Lang::En)) }
                meta name="description" content=(description(Lang::Zh));
            }
            body.reference-page {
                (part("masthead"))
                main #main { (body) }
                (part("colophon"))
            }
        }
    };
    let mut html = html.into_string();
    html.push('\n');
    Page { path: here.path().to_owned(), html }
}

/// The head of a page's text: the way back to all rules, and the page's name.
pub(super) fn opening(site: &Site<'_>, here: &Here, title: impl Fn(Lang) -> String) -> Markup {
    html! {
        @if here.path() != INDEX {
            p.back { (link(here, INDEX, |lang| site.words.all_rules.say(lang).to_owned())) }
        }
        h1 { (both(title)) }
    }
}
