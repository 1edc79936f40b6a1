//! A fact that can be stated: the question, the answers, who proves it, whether it can change.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::condition::Wording;
use super::element::used_by;
use super::entry::RuleEntry;
use super::language::{Lang, Say, labelled_maybe, pair};
use super::link::Here;
use super::site::{Site, Use, Volume};
use zhengpin_law::rulebook::{Choice, Fact, Validity};
use zhengpin_law::text::Text;

/// A fact of a rulebook.
pub(super) fn fact(
    site: &Site<'_>,
    here: &Here,
    book: &Volume<'_>,
    used: &BTreeMap<String, Vec<Use>>,
    (id, fact): (&str, &Fact),
) -> Markup {
    let words = site.words;
    let text = html! {
        (pair("properties", |lang| properties(site, here, book, fact, lang)))
        (labelled_maybe(&words.hint, fact.hint.as_ref()))
        (labelled_maybe(&words.blank, fact.blank.as_ref()))
        @if !fact.choices.is_empty() {
            (pair("", |lang| html! {
                p { b.label { (words.choices.say(lang)) } }
                ul.choices { @for choice in fact.choices.values() { li { (shown(choice, lang)) } } }
            }))
        }
        (labelled_maybe(&words.remedy, fact.remedy.as_ref()))
        (used_by(site, here, used.get(id)))
    };
    RuleEntry {
        anchor: format!("fact-{id}"),
        id,
        level: 3,
        title: &fact.ask,
        text,
        notes: html! {},
    }
    .show()
}

fn shown(choice: &Choice, lang: Lang) -> Markup {
    let label = if lang == Lang::Zh { &choice.zh } else { &choice.en };
    html! {
        (label)
        @if let Some(hint) = &choice.hint { p.quiet { (hint.say(lang)) } }
    }
}

fn properties(site: &Site<'_>, here: &Here, book: &Volume<'_>, fact: &Fact, lang: Lang) -> Markup {
    let words = site.words;
    let wording = Wording { here, words, rulebook: book.rulebook, lang };
    let group = book.rulebook.groups.get(&fact.group).map(|group| group.title.say(lang).to_owned());
    let bound = |text: &Text, number: i64| text.fill(lang, &[("number", &number.to_string())]);
    let least = fact.min.map(|least| bound(&words.at_least, least));
    let most = fact.max.map(|most| bound(&words.at_most, most));
    let range: Vec<String> = least.into_iter().chain(most).collect();
    let premises = fact.after.iter().filter_map(|premise| book.rulebook.facts.get(premise));
    let premises: Vec<String> = premises.map(|one| one.ask.say(lang).to_owned()).collect();
    let rows = [
        (&words.kind, Some(words.value(&fact.kind).say(lang).to_owned())),
        (&words.group, group),
        (&words.proof, Some(words.value(&fact.proof).say(lang).to_owned())),
        (&words.change, Some(words.alterable(&fact.change).say(lang).to_owned())),
        (&words.range, (!range.is_empty()).then(|| words.list(lang, &range))),
        (&words.presupposes, (!premises.is_empty()).then(|| words.list(lang, &premises))),
        (&words.undisputed, fact.undisputed.as_ref().map(|value| wording.value(fact, value))),
        (
            &words.asked,
            (fact.in_force != Validity::default()).then(|| site.validity(fact.in_force, lang)),
        ),
    ];
    rows_of(lang, &rows)
}

/// Properties as a list of names and values; those without a value are left out.
pub(super) fn rows_of(lang: Lang, rows: &[(&Text, Option<String>)]) -> Markup {
    html! {
        dl {
            @for (name, value) in rows {
                @if let Some(value) = value { div { dt { (name.say(lang)) } dd { (value) } } }
            }
        }
    }
}
