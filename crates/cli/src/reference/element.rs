//! An element: its condition, its sources, how well it is attested, what is disputed.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::condition::Wording;
use super::entry::RuleEntry;
use super::language::{Say, labelled_maybe, pair};
use super::link::{Here, notes};
use super::site::{Site, Use, Volume};
use zhengpin_law::rulebook::Element;
use zhengpin_law::text::Text;

/// An element of a rulebook.
pub(super) fn element(
    site: &Site<'_>,
    here: &Here,
    book: &Volume<'_>,
    used: &BTreeMap<String, Vec<Use>>,
    (id, element): (&str, &Element),
) -> Markup {
    let words = site.words;
    let text = html! {
        (site.standing(element.confidence, element.in_force))
        @if let Some(note) = &element.note {
            (pair("", |lang| html! { p { (note.say(lang)) } }))
        }
        (pair("condition", |lang| Wording { here, words, rulebook: book.rulebook, lang }.element(element)))
        (labelled_maybe(&words.split, element.split.as_ref()))
        (labelled_maybe(&words.reading, element.reading.as_ref()))
        (labelled_maybe(&words.mend, element.mend.as_ref()))
        (decided(here, book, &words.cases_for, &element.cases.pro))
        (decided(here, book, &words.cases_against, &element.cases.contra))
        (used_by(site, here, used.get(id)))
    };
    let notes = html! {
        @if element.cite.is_empty() {
            (pair("stacked", |lang| html! { p.span { (words.sources_below.say(lang)) } }))
        }
        (notes(site, here, &element.cite))
    };
    RuleEntry { anchor: format!("element-{id}"), id, level: 3, title: &element.title, text, notes }
        .show()
}

/// Decided cases, each linked to what it held.
fn decided(here: &Here, book: &Volume<'_>, label: &Text, cases: &[String]) -> Markup {
    let known: Vec<_> =
        cases.iter().filter_map(|id| book.rulebook.cases.get_key_value(id)).collect();
    html! {
        @if !known.is_empty() {
            (pair("links", |lang| html! {
                p { b.label { (label.say(lang)) } }
                ul { @for (id, case) in &known { li { (here.rule(&format!("case-{id}"), case.name.say(lang))) } } }
            }))
        }
    }
}

/// The rules of the same rulebook that name something, each linked.
pub(super) fn used_by(site: &Site<'_>, here: &Here, uses: Option<&Vec<Use>>) -> Markup {
    html! {
        @if let Some(uses) = uses {
            (pair("links", |lang| html! {
                p { b.label { (site.words.used_by.say(lang)) } }
                ul { @for used in uses { li { (here.rule(&used.anchor, used.title.say(lang))) } } }
            }))
        }
    }
}
