//! The first page of the reference: all rulebooks, and all instruments by rank.

use maud::{Markup, html};

use super::entry::section;
use super::language::{Lang, Say, pair};
use super::link::{self, Here, INDEX};
use super::page::Page;
use super::site::Site;
use super::{frame, rulebook};
use zhengpin_law::rulebook::Rank;

/// The ranks from the most binding to the least.
const RANKS: [Rank; 13] = [
    Rank::Law,
    Rank::Regulation,
    Rank::Interpretation,
    Rank::LocalRegulation,
    Rank::DepartmentalRule,
    Rank::NormativeDocument,
    Rank::CourtGuidance,
    Rank::GuidingCase,
    Rank::CaseLaw,
    Rank::PlatformRule,
    Rank::Standard,
    Rank::SoftLaw,
    Rank::Practice,
];

/// The first page.
pub(super) fn page(site: &Site<'_>) -> Page {
    let here = Here::at(INDEX.to_owned());
    let words = site.words;
    let title = |lang: Lang| words.index_title.say(lang).to_owned();
    let body = html! {
        header.opening {
            (frame::opening(site, &here, title))
            (pair("lead", |lang| html! { p { (words.index_lead.say(lang)) } }))
        }
        (section("rulebooks", &words.rulebooks, &html! {
            @for book in &site.books { (rulebook::listed(site, &here, book)) }
        }))
        (section("instruments", &words.instruments, &html! {
            @for rank in RANKS { (instruments(site, &here, rank)) }
        }))
    };
    frame::page(site, &here, title, |lang| words.index_lead.say(lang).to_owned(), &body)
}

/// The instruments of one rank.
fn instruments(site: &Site<'_>, here: &Here, rank: Rank) -> Markup {
    let all = &site.instruments.instruments;
    let of: Vec<_> = all.iter().filter(|(_, instrument)| instrument.rank == rank).collect();
    let name = site.words.value(&rank);
    html! {
        @if !of.is_empty() {
            (super::entry::heading(3, |lang| name.say(lang).to_owned()))
            (pair("instruments", |lang| html! {
                ul { @for (id, instrument) in &of {
                    li { a href=(here.to(&link::instrument(id))) data-page {
                        (instrument.title.say(lang))
                    } }
                } }
            }))
        }
    }
}
