//! The instruments that an instrument takes the place of, and those that take its place.

use maud::{Markup, html};

use super::language::{Lang, Say, pair};
use super::link::{self, Here};
use super::site::Site;
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

fn version(site: &Site<'_>, here: &Here, id: &str, instrument: &Instrument, lang: Lang) -> Markup {
    html! {
        a href=(here.to(&link::instrument(id))) data-page { (instrument.title.say(lang)) }
        (site.words.dot.say(lang)) (site.validity(instrument.in_force, lang))
    }
}
