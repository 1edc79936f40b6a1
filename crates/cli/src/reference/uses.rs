//! Which rules rest on a provision, and which conditions name an element or a fact.

use std::collections::BTreeMap;

use serde_json::Value;

use super::language::{Lang, Say};
use super::part;
use super::site::Book;
use super::words::Words;
use zhengpin_law::rulebook::{Calendar, Calendars, Condition, Rulebook};
use zhengpin_law::text::Text;

/// A rule that rests on a provision, or a condition that names something.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Use {
    /// The rulebook.
    pub(super) rulebook: String,
    /// What kind of rule it is.
    pub(super) kind: Text,
    /// What it is called.
    pub(super) title: Text,
    /// Where it stands on the rulebook's page.
    pub(super) anchor: String,
}

/// What rests on each provision. What counts by a calendar rests on what the calendar
/// cites.
pub(super) fn of_provisions(
    words: &Words,
    books: &[Book<'_>],
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
        each_rule(words, book.rulebook, &mut |rule, cited, _| add(cited, &rule));
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
    each_rule(words, rulebook, &mut |rule, _, conditions| {
        let mut names = Vec::new();
        conditions.iter().for_each(|condition| names_in(condition, &mut names));
        for name in names {
            let known = uses.entry(name.to_owned()).or_default();
            if !known.contains(&rule) {
                known.push(rule.clone());
            }
        }
    });
    uses
}

/// Calls `visit` with every rule of a rulebook, the provisions it cites and its conditions.
fn each_rule<'a>(
    words: &Words,
    rulebook: &'a Rulebook,
    visit: &mut dyn FnMut(Use, &'a [String], Vec<&'a Condition>),
) {
    let rule = |kind: &Text, title: Text, anchor: String| Use {
        rulebook: rulebook.rulebook.clone(),
        kind: kind.clone(),
        title,
        anchor,
    };
    for (issue_id, issue) in &rulebook.issues {
        for (id, verdict) in &issue.verdicts {
            let title = |lang: Lang| {
                let (issue, verdict) = (issue.title.say(lang), verdict.title.say(lang));
                format!("{issue}{}{verdict}", words.colon.say(lang))
            };
            let title = Text { zh: title(Lang::Zh), en: title(Lang::En) };
            let anchor = format!("verdict-{issue_id}-{id}");
            let conditions = verdict.when.iter().chain(&verdict.unless).collect();
            visit(rule(&words.verdict, title, anchor), &verdict.cite, conditions);
        }
    }
    for (id, element) in &rulebook.elements {
        let one = rule(&words.element, element.title.clone(), format!("element-{id}"));
        let lists = element.all.iter().chain(&element.any).chain(&element.unless);
        let conditions = lists.chain(&element.not).chain(&element.is).collect();
        visit(one, &element.cite, conditions);
    }
    for (id, alert) in &rulebook.alerts {
        let one = rule(&words.alert, alert.title.clone(), format!("alert-{id}"));
        visit(one, &alert.cite, alert.when.iter().collect());
    }
    for (id, constraint) in &rulebook.constraints {
        let one = rule(&words.constraint, constraint.says.clone(), format!("constraint-{id}"));
        visit(one, &[], vec![&constraint.never]);
    }
}

/// Adds the names of the elements and facts in a condition.
fn names_in<'a>(condition: &'a Condition, names: &mut Vec<&'a str>) {
    match condition {
        Condition::Name(name) | Condition::Test(name, _) => names.push(name),
        Condition::All(list) | Condition::Any(list) => {
            list.iter().for_each(|inner| names_in(inner, names));
        }
        Condition::Not(inner) => names_in(inner, names),
    }
}

/// The strings of a list, as a `cite` key holds them.
pub(super) fn strings(value: &Value) -> Vec<String> {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
