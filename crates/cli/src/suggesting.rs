//! "Did you mean …": the name that comes closest to one that does not exist.

use serde_json::Value;
use strsim::damerau_levenshtein;
use zhengpin_law::author::{Fault, Found};
use zhengpin_law::problem::{Code, Param};

/// The name that was meant, if one comes close enough: another key of the format, or another id
/// of the same rulebook.
pub(crate) fn meant(found: Option<&Found>, fault: &Fault) -> Option<String> {
    let param = |name| fault.problem.params.get(name);
    match fault.problem.code {
        Code::MalformedRulebook => {
            let Some(Param::Plain(detail)) = param("detail") else { return None };
            let (wrong, others) = expected(detail)?;
            closest(wrong, others)
        }
        Code::UnknownName => {
            let Some(Param::Plain(wrong)) = param("value") else { return None };
            let Some(Param::Word(word)) = param("expected") else { return None };
            closest(wrong, ids(found?, fault, word).iter().map(String::as_str))
        }
        _ => None,
    }
}

/// Of "unknown field `a`, expected one of `b`, `c`" the first name, and the others. Serde words
/// it so, whatever the format.
fn expected(detail: &str) -> Option<(&str, impl Iterator<Item = &str>)> {
    let is_unknown = ["unknown field ", "unknown variant "].iter().any(|it| detail.starts_with(it));
    let mut quoted = detail.split('`').skip(1).step_by(2);
    quoted.next().filter(|_| is_unknown).map(|wrong| (wrong, quoted))
}

/// The ids of the kind that a word names, in the rulebook of a fault; all of them, where the
/// word is none of a kind.
fn ids(found: &Found, fault: &Fault, word: &str) -> Vec<String> {
    if word == "provision" {
        let instruments = &found.instruments.value.instruments;
        let of = instruments.iter().flat_map(|(id, instrument)| {
            instrument.provisions.keys().map(move |own| format!("{id}/{own}"))
        });
        return of.collect();
    }
    if word == "calendar" {
        return found.calendars.value.calendars.keys().cloned().collect();
    }
    let mut rulebooks = found.rulebooks.iter();
    let same = |file: &Fault| file.file == fault.file && file.spot == fault.spot;
    let Some(rulebook) = rulebooks.find(|one| same(&one.locate(fault.problem.clone()))) else {
        return Vec::new();
    };
    let sections: &[&str] = match word {
        "fact" => &["facts"],
        "element" => &["elements"],
        "fact_or_element" => &["facts", "elements"],
        "group" => &["groups"],
        "case" => &["cases"],
        "deadline" => &["deadlines"],
        _ => &[],
    };
    let source = rulebook.source();
    let mut ids = Vec::new();
    if sections.is_empty() {
        source.values().for_each(|section| keys(section, &mut ids));
    }
    for section in sections.iter().filter_map(|name| source.get(*name)?.as_object()) {
        ids.extend(section.keys().cloned());
    }
    ids
}

/// Every key within a value.
fn keys(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, below) in map {
                into.push(key.clone());
                keys(below, into);
            }
        }
        Value::Array(list) => list.iter().for_each(|below| keys(below, into)),
        _ => {}
    }
}

/// The name that differs from the wrong one in the fewest letters, and in no more than a third
/// of them.
fn closest<'n>(wrong: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let most = (wrong.chars().count() / 3).max(1);
    let near = names.map(|name| (damerau_levenshtein(wrong, name), name));
    let near = near.filter(|(distance, _)| (1..=most).contains(distance));
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{closest, expected};

    #[test]
    fn only_what_comes_close_was_meant() {
        let names = ["n_locate", "n_link", "right_type"];
        let meant = |wrong| closest(wrong, names.into_iter());
        assert_eq!(meant("n_loacte").as_deref(), Some("n_locate"));
        assert_eq!(meant("n_ling").as_deref(), Some("n_link"));
        assert_eq!(meant("goods"), None);
    }

    /// Source: serde, which words it so for every format; the next release may do otherwise.
    #[test]
    fn serde_names_the_wrong_key_first_and_then_those_there_are() {
        let error = serde_json::from_str::<zhengpin_law::text::Text>(r#"{"zn": "x"}"#);
        let said = error.err().map(|error| error.to_string()).unwrap_or_default();
        let found = expected(&said).map(|(wrong, others)| (wrong, others.collect::<Vec<_>>()));
        assert_eq!(found, Some(("zn", vec!["zh", "en"])));
        assert!(expected("missing field `zh`").is_none());
    }
}
