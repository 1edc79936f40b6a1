//! An issue with its verdicts in order.

use maud::{Markup, html};

use super::condition::Wording;
use super::entry::{RuleEntry, heading};
use super::language::{Lang, Say, labelled, pair};
use super::link::{Here, notes};
use super::site::{Site, Volume};
use zhengpin_law::rulebook::{Issue, Validity, Verdict};

/// An issue, the verdicts in the order in which they are tried.
pub(super) fn issue(
    site: &Site<'_>,
    here: &Here,
    book: &Volume<'_>,
    id: &str,
    issue: &Issue,
) -> Markup {
    let words = site.words;
    html! {
        div.issue id={ "issue-" (id) } {
            (heading(3, |lang| issue.title.say(lang).to_owned()))
            (pair("asks", |lang| html! { p { (issue.asks.say(lang)) } }))
            @if issue.in_force != Validity::default() {
                (pair("standing", |lang| html! { p { (site.validity(issue.in_force, lang)) } }))
            }
            @if let Some(who) = &issue.who {
                (pair("standing", |lang| html! {
                    p { (words.whose.say(lang)) (words.colon.say(lang)) (words.value(who).say(lang)) }
                }))
            }
            (pair("lead", |lang| html! { p { (words.verdicts_lead.say(lang)) } }))
            @for (name, one) in &issue.verdicts { (verdict(site, here, book, (id, name), one)) }
            @if let Some(open) = &issue.open {
                (RuleEntry {
                    anchor: format!("verdict-{id}-{}", open.verdict),
                    id: &open.verdict,
                    level: 4,
                    title: &open.title,
                    text: labelled(&words.open, &open.says),
                    notes: html! {},
                }.show())
            }
        }
    }
}

fn verdict(
    site: &Site<'_>,
    here: &Here,
    book: &Volume<'_>,
    (issue, id): (&str, &str),
    verdict: &Verdict,
) -> Markup {
    let words = site.words;
    let weight = words.value(&verdict.weight);
    let condition = |lang: Lang| {
        let wording = Wording { here, words, rulebook: book.rulebook, lang };
        html! {
            @if let Some(one) = &verdict.when { (wording.under(&words.when, one)) }
            @if let Some(one) = &verdict.unless {
                (wording.list(&words.unless, std::slice::from_ref(one)))
            }
            @if verdict.otherwise { p.of-all { (words.otherwise.say(lang)) } }
        }
    };
    let text = html! {
        (pair("standing", |lang| html! {
            p {
                (site.confidence(verdict.confidence, lang))
                (words.dot.say(lang)) (weight.say(lang))
            }
        }))
        (pair("", |lang| html! { p { (verdict.says.say(lang)) } }))
        (pair("condition", condition))
    };
    RuleEntry {
        anchor: format!("verdict-{issue}-{id}"),
        id,
        level: 4,
        title: &verdict.title,
        text,
        notes: notes(site, here, &verdict.cite),
    }
    .show()
}
