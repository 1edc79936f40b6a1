//! Remarks, and facts that exclude each other.

use maud::{Markup, html};

use super::condition::Wording;
use super::entry::RuleEntry;
use super::language::{Lang, Say, pair};
use super::link::{Here, notes};
use super::site::{Site, Volume};
use zhengpin_law::rulebook::{Alert, Constraint, Validity};

/// A remark, and what calls for it.
pub(super) fn alert(
    site: &Site<'_>,
    here: &Here,
    book: &Volume<'_>,
    (id, alert): (&str, &Alert),
) -> Markup {
    let words = site.words;
    let text = html! {
        @if alert.in_force != Validity::default() {
            (pair("standing", |lang| html! { p { (site.validity(alert.in_force, lang)) } }))
        }
        (pair("", |lang| html! { p { (alert.says.say(lang)) } }))
        @if !alert.verdicts.is_empty() || alert.when.is_some() || !alert.tiers.is_empty() {
            (pair("condition", |lang| html! {
                (verdicts(site, here, book, alert, lang))
                (tiers(site, book, alert, lang))
                @if let Some(one) = &alert.when {
                    (Wording { here, words, rulebook: book.rulebook, lang }.under(&words.when, one))
                }
            }))
        }
    };
    let notes = html! {
        (notes(site, here, &alert.cite))
        @if let Some(date) = &alert.law_of {
            (pair("law-of", |lang| html! {
                p {
                    b.label { (words.law_of.say(lang)) } " "
                    (Wording { here, words, rulebook: book.rulebook, lang }.fact(date))
                }
            }))
        }
    };
    RuleEntry { anchor: format!("alert-{id}"), id, level: 3, title: &alert.title, text, notes }
        .show()
}

/// The verdicts that a remark needs, by issue.
fn verdicts(site: &Site<'_>, here: &Here, book: &Volume<'_>, alert: &Alert, lang: Lang) -> Markup {
    let words = site.words;
    let needed = || alert.verdicts.iter().filter(|(_, verdicts)| !verdicts.is_empty());
    let issues = needed().filter_map(|(id, verdicts)| {
        let issue = book.rulebook.issues.get(id)?;
        Some((id, issue, verdicts.iter().filter_map(|name| issue.verdicts.get_key_value(name))))
    });
    html! {
        @if needed().next().is_some() {
            p.of-all { (words.verdicts_needed.say(lang)) }
            ul.tree {
                @for (id, issue, verdicts) in issues {
                    li {
                        (issue.title.say(lang)) (words.parting(lang, issue.title.say(lang)))
                        @for (place, (name, verdict)) in verdicts.enumerate() {
                            @if place > 0 { (words.comma.say(lang)) }
                            (here.rule(&format!("verdict-{id}-{name}"), verdict.title.say(lang)))
                        }
                    }
                }
            }
        }
    }
}

/// The tiers of findings that call for a remark.
fn tiers(site: &Site<'_>, book: &Volume<'_>, alert: &Alert, lang: Lang) -> Markup {
    let words = site.words;
    let known = book.rulebook.ledger.as_ref().into_iter().map(|ledger| &ledger.tiers);
    let tiers: Vec<_> =
        known.flat_map(|known| alert.tiers.iter().filter_map(|name| known.get(name))).collect();
    html! {
        @if !tiers.is_empty() {
            p.of-all { (words.tiers_needed.say(lang)) }
            ul.tree {
                @for tier in tiers { li { (tier.title.say(lang)) } }
            }
        }
    }
}

/// Facts that exclude each other.
pub(super) fn constraint(
    site: &Site<'_>,
    here: &Here,
    book: &Volume<'_>,
    (id, constraint): (&str, &Constraint),
) -> Markup {
    let words = site.words;
    let text = pair("condition", |lang| {
        Wording { here, words, rulebook: book.rulebook, lang }
            .under(&words.never, &constraint.never)
    });
    let notes = html! {};
    RuleEntry {
        anchor: format!("constraint-{id}"),
        id,
        level: 3,
        title: &constraint.says,
        text,
        notes,
    }
    .show()
}
