//! The instruments that an instrument takes the place of, those that take its place, and the
//! same of a provision.

use maud::{Markup, html};

use super::language::{Lang, Say, pair};
use super::link::{self, Here};
use super::site::{Cited, Site};
use zhengpin_law::rulebook::Instrument;

/// Links to the earlier and the later instrument, each with its days in force; nothing where
/// there is none.
pub(super) fn versions(site: &Site<'_>, here: &Here, id: &str) -> Markup {
    let words = site.words;
    let all = &site.instruments.instruments;
    let replaced = all.get(id).and_then(|own| own.replaces.as_ref());
    let earlier = replaced.and_then(|before| all.get_key_value(before));
    let earlier = earlier.map(|found| (&words.earlier_version, found));
    let later = all.iter().filter(|(_, other)| other.replaces.as_deref() == Some(id));
    let later = later.map(|found| (&words.later_version, found));
    let listed: Vec<_> = earlier.into_iter().chain(later).collect();
    if listed.is_empty() {
        return html! {};
    }
    pair("properties versions", |lang| {
        html! {
            dl {
                @for (label, (id, instrument)) in &listed {
                    div {
                        dt { (label.say(lang)) }
                        dd { (version(site, here, id, instrument, lang)) }
                    }
                }
            }
            p.quiet { (words.numbers_differ.say(lang)) }
        }
    })
}

/// Links to the provision whose subject one takes up, and to those that take up its own, each with
/// its days in force; nothing where none is known.
pub(super) fn provisions(site: &Site<'_>, here: &Here, id: &str, cited: &Cited<'_>) -> Markup {
    let words = site.words;
    let earlier = cited.instrument.replaces.as_deref().zip(cited.provision.replaces.as_deref());
    let earlier = earlier.map(|(instrument, article)| format!("{instrument}/{article}"));
    let earlier = earlier.map(|before| (&words.earlier_provision, before));
    let own = id.split_once('/').map_or("", |(_, article)| article);
    let all = &site.instruments.instruments;
    let successors =
        all.iter().filter(|(_, other)| other.replaces.as_deref() == Some(cited.instrument_id));
    let later = successors.flat_map(|(instrument, other)| {
        let replacing = other.provisions.iter();
        let replacing = replacing.filter(|(_, one)| one.replaces.as_deref() == Some(own));
        replacing.map(move |(article, _)| format!("{instrument}/{article}"))
    });
    let later = later.map(|after| (&words.later_provision, after));
    let listed: Vec<_> = earlier.into_iter().chain(later).collect();
    if listed.is_empty() {
        return html! {};
    }
    pair("properties successors", |lang| {
        html! {
            dl {
                @for (label, id) in &listed {
                    @if let Some(other) = site.provision(id) {
                        div {
                            dt { (label.say(lang)) }
                            dd {
                                a href=(here.to(&link::provision(id))) data-page {
                                    (site.citation(&other, lang))
                                }
                                (words.dot.say(lang)) (site.validity(other.in_force(), lang))
                            }
                        }
                    }
                }
            }
        }
    })
}

fn version(site: &Site<'_>, here: &Here, id: &str, instrument: &Instrument, lang: Lang) -> Markup {
    html! {
        a href=(here.to(&link::instrument(id))) data-page { (instrument.title.say(lang)) }
        (site.words.dot.say(lang)) (site.validity(instrument.in_force, lang))
    }
}
