//! Which rules rest on a provision, and which conditions name an element or a fact.

use std::collections::BTreeMap;

use serde_json::Value;

use super::language::{Lang, Say};
use super::part;
use super::site::{Use, Volume};
use super::words::Words;
use zhengpin_law::rulebook::{Calendar, Calendars, Rule, Rulebook};
use zhengpin_law::text::Text;

/// What rests on each provision. What counts by a calendar rests on what the calendar
/// cites.
pub(super) fn of_provisions(
    words: &Words,
    books: &[Volume<'_>],
    calendars: &Calendars,
) -> BTreeMap<String, Vec<Use>> {
    let mut uses: BTreeMap<String, Vec<Use>> = BTreeMap::new();
    for book in books {
        let mut add = |cited: &[String], one: &Use| {
            for id in cited {
                let known = uses.entry(id.clone()).or_default();
                if !known.contains(one) {
                    known.push(one.clone());
                }
            }
        };
        for rule in book.rulebook.rules() {
            // What has no section of its own kind is told by its shape, below.
            let told_by_shape = matches!(rule, Rule::Deadline(..) | Rule::Sentence { .. });
            if let Some(one) = as_use(words, book.rulebook, &rule).filter(|_| !told_by_shape) {
                add(rule.rests().cite, &one);
                if let Rule::Duty(_, duty) = rule {
                    add(&duty.counterpart, &one);
                }
            }
        }
        for (key, value) in &book.parts {
            part::each_rule("", key, value, &mut |rule| {
                let mut cited = Vec::new();
                part::cited_in(rule.value, &mut cited);
                let calendar = rule.value.get("calendar").and_then(Value::as_str);
                let calendar = calendar.and_then(|name| calendars.calendars.get(name));
                cited.extend(calendar.into_iter().flat_map(Calendar::cited).cloned());
                let one = Use {
                    rulebook: book.rulebook.rulebook.clone(),
                    kind: words.part(rule.section),
                    title: part::title_of(rule.id, rule.value),
                    anchor: rule.anchor,
                };
                add(&cited, &one);
            });
        }
    }
    uses
}

/// Which rules of a rulebook name each element and each fact.
pub(super) fn of_names(words: &Words, rulebook: &Rulebook) -> BTreeMap<String, Vec<Use>> {
    let mut uses: BTreeMap<String, Vec<Use>> = BTreeMap::new();
    for rule in rulebook.rules() {
        let Some(one) = as_use(words, rulebook, &rule) else { continue };
        for name in rule.mentions() {
            let known = uses.entry(name.to_owned()).or_default();
            if !known.contains(&one) {
                known.push(one.clone());
            }
        }
    }
    uses
}

/// How a rule is told as one that rests on something; none, where it rests on no provision and
/// names neither fact nor element.
fn as_use(words: &Words, rulebook: &Rulebook, rule: &Rule<'_>) -> Option<Use> {
    let within = |around: &Text, inner: &Text| {
        let title = |lang: Lang| {
            let name = around.say(lang);
            format!("{name}{}{}", words.parting(lang, name), inner.say(lang))
        };
        Text { zh: title(Lang::Zh), en: title(Lang::En) }
    };
    let (kind, title, anchor) = match *rule {
        Rule::Verdict { issue_id, issue, id, verdict } => {
            let title = within(&issue.title, &verdict.title);
            (words.verdict.clone(), title, format!("verdict-{issue_id}-{id}"))
        }
        Rule::Element(id, element) => {
            (words.element.clone(), element.title.clone(), format!("element-{id}"))
        }
        Rule::Alert(id, alert) => (words.alert.clone(), alert.title.clone(), format!("alert-{id}")),
        Rule::Constraint(id, constraint) => {
            (words.constraint.clone(), constraint.says.clone(), format!("constraint-{id}"))
        }
        Rule::Deadline(id, deadline) => {
            let anchor = part::anchor("deadlines", id);
            (words.part("deadlines"), deadline.title.clone(), anchor)
        }
        Rule::Duty(id, duty) => (words.duty.clone(), duty.title.clone(), format!("duty-{id}")),
        // Its section stands for a sentence: the name of a document says too little, and a
        // sentence is long.
        Rule::Sentence { document_id, document, section_id, .. } => {
            let section = document.sections.get(section_id)?;
            let anchor = format!("documents-{document_id}-sections-{section_id}");
            (words.part("documents"), within(&document.title, &section.title), anchor)
        }
        Rule::Issue(..) | Rule::Fact(..) | Rule::Document(..) => return None,
    };
    Some(Use { rulebook: rulebook.rulebook.clone(), kind, title, anchor })
}
