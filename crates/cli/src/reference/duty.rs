//! A duty that a guide or a notice lists: who has it to whom, when, and what binds beside it.

use maud::{Markup, html};

use super::entry::RuleEntry;
use super::fact::rows_of;
use super::language::{Lang, Say, both, labelled_maybe, pair};
use super::link::{Here, notes};
use super::site::{Site, Volume};
use zhengpin_law::rulebook::{Due, Duty, Group, Monthly, Ordered, Weekly};

/// A duty of a rulebook.
pub(super) fn duty(
    site: &Site<'_>,
    here: &Here,
    book: &Volume<'_>,
    (id, duty): (&str, &Duty),
) -> Markup {
    let words = site.words;
    let text = html! {
        (site.standing(duty.confidence, duty.in_force))
        (pair("", |lang| html! { p { (duty.says.say(lang)) } }))
        (labelled_maybe(&words.reading, duty.reading.as_ref()))
        (pair("properties", |lang| properties(site, book, duty, lang)))
    };
    let beside = html! {
        (notes(site, here, &duty.cite))
        @if !duty.counterpart.is_empty() {
            p.label { (both(|lang| words.counterpart.say(lang).to_owned())) }
            (notes(site, here, &duty.counterpart))
        }
    };
    let anchor = format!("duty-{id}");
    RuleEntry { anchor, id, level: 3, title: &duty.title, text, notes: beside }.show()
}

fn properties(site: &Site<'_>, book: &Volume<'_>, duty: &Duty, lang: Lang) -> Markup {
    let (words, rulebook) = (site.words, book.rulebook);
    let titles = |names: &[String], table: &Ordered<Group>| {
        let titles = names.iter().filter_map(|name| table.get(name));
        let titles: Vec<String> = titles.map(|one| one.title.say(lang).to_owned()).collect();
        (!titles.is_empty()).then(|| words.list(lang, &titles))
    };
    let group = rulebook.groups.get(&duty.group).map(|group| group.title.say(lang).to_owned());
    let rows = [
        (&words.force, Some(words.value(&duty.force).say(lang).to_owned())),
        (&words.who_acts, titles(&duty.who, &rulebook.parties)),
        (&words.to_whom, titles(&duty.to, &rulebook.parties)),
        (&words.occasion, titles(&duty.r#in, &rulebook.occasions)),
        (&words.group, group),
        (&words.due, duty.due.as_ref().map(|due| days(site, due, lang))),
    ];
    rows_of(lang, &rows)
}

/// The days on which it is due, in words.
fn days(site: &Site<'_>, due: &Due, lang: Lang) -> String {
    let words = site.words;
    match due {
        Due::On(day) => words.due_on.fill(lang, &[("day", &lang.day(*day))]),
        Due::Weekly(Weekly { weekday: None, .. }) => words.due_every_week.say(lang).to_owned(),
        Due::Weekly(Weekly { weekday: Some(weekday), .. }) => {
            let weekday = words.value(weekday);
            words.due_weekly.fill(lang, &[("weekday", weekday.say(lang))])
        }
        Due::Monthly(Monthly { day, .. }) => {
            words.due_monthly.fill(lang, &[("number", &day.to_string())])
        }
    }
}
