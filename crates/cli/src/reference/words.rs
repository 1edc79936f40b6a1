//! The words that the pages themselves say.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::language::{Lang, Say};
use zhengpin_law::author::{YamlFault, read_yaml};
use zhengpin_law::text::Text;

/// Declares the words, each of which stands in `words.yaml`, and nothing else does.
macro_rules! words {
    ($($name:ident)*) => {
        /// The words of the pages, as `words.yaml` has them.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct Words {
            $(pub(super) $name: Text,)*
            values: IndexMap<String, Text>,
            alterable: IndexMap<String, Text>,
            parts: IndexMap<String, Text>,
            #[serde(skip)]
            unsaid: RefCell<BTreeSet<String>>,
        }
    };
}

words! {
    colon comma semicolon dot citation citation_named numbered
    index_title index_lead rulebooks instruments all_rules
    contents counted part_of earlier_page later_page as_of in_force versions versions_note gaps issues elements alerts facts
    constraints cases duties confidence_counts
    verdict element alert constraint duty verdicts_lead open when unless otherwise
    whose all any not exceptions never verdicts_needed tiers_needed split reading mend
    cases_for cases_against used_by
    sources sources_below
    kind group proof change choices remedy hint blank undisputed range asked presupposes at_least
    at_most
    on_or_after after on_or_before before day_of days_after days_before month months day days
    has has_any has_all none_of one_of
    force who_acts to_whom occasion due due_on due_weekly due_every_week due_monthly counterpart law_of
    court docket docket_of no_year held known speaks_for speaks_against overruled_by
    earlier_version later_version earlier_provision later_provision numbers_differ
    instrument provisions number rank confidence on_instrument where_to_read read_elsewhere no_sources read_on found_on says resting resting_none always since until between about
}

/// What is wrong with the pages' own words, `words.yaml`.
#[derive(Debug)]
pub enum WordsError {
    /// They are no YAML.
    Yaml(YamlFault),
    /// A word is missing, or nobody says it.
    Format(serde_json::Error),
}

impl fmt::Display for WordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yaml(fault) => write!(f, "words.yaml: {fault}"),
            Self::Format(error) => write!(f, "words.yaml: {error}"),
        }
    }
}

impl Error for WordsError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Yaml(fault) => Some(fault),
            Self::Format(error) => Some(error),
        }
    }
}

const SOURCE: &str = include_str!("words.yaml");

impl Words {
    /// Reads the words.
    ///
    /// # Errors
    ///
    /// What is wrong with `words.yaml`.
    pub(super) fn read() -> Result<Self, WordsError> {
        let (value, _) = read_yaml(SOURCE).map_err(WordsError::Yaml)?;
        serde_json::from_value(value).map_err(WordsError::Format)
    }

    /// A value of the rulebook format, such as a rank or a confidence.
    pub(super) fn value(&self, value: &impl Serialize) -> Text {
        self.word(&self.values, &name_of(value))
    }

    /// The value with this name, where it has words.
    pub(super) fn value_named(&self, name: &str) -> Option<&Text> {
        self.values.get(name)
    }

    /// Whether and how a fact can be changed.
    pub(super) fn alterable(&self, value: &impl Serialize) -> Text {
        self.word(&self.alterable, &name_of(value))
    }

    /// A part of a rulebook, by its key.
    pub(super) fn part(&self, key: &str) -> Text {
        self.word(&self.parts, key)
    }

    /// Whether a part of a rulebook with this key has words.
    pub(super) fn names_part(&self, key: &str) -> bool {
        self.parts.contains_key(key)
    }

    fn word(&self, words: &IndexMap<String, Text>, name: &str) -> Text {
        words.get(name).cloned().unwrap_or_else(|| {
            self.unsaid.borrow_mut().insert(name.to_owned());
            let bare = name.replace('_', " ");
            Text { zh: bare.clone(), en: bare }
        })
    }

    /// The names for which words were asked in vain; each was said as it is.
    pub(super) fn unsaid(&self) -> Vec<String> {
        self.unsaid.borrow().iter().cloned().collect()
    }

    /// What parts a name from what is told of it: a colon. A question mark parts them already.
    pub(super) fn parting(&self, lang: Lang, name: &str) -> &str {
        let colon = self.colon.say(lang);
        if name.ends_with(['?', '？']) { colon.trim_start_matches([':', '：']) } else { colon }
    }

    /// Whether a place in an instrument has a number, as articles have, and no name.
    pub(super) fn is_numbered(&self, lang: Lang, label: &str) -> bool {
        let mut marks = self.numbered.say(lang).split('|');
        marks.any(|mark| label.starts_with(mark) || label.ends_with(mark))
    }

    /// Names in a row.
    pub(super) fn list<T: AsRef<str>>(&self, lang: Lang, names: &[T]) -> String {
        names.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(self.comma.say(lang))
    }
}

/// The name that a value has in a rulebook.
fn name_of(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(other) => other.to_string(),
        Err(error) => error.to_string(),
    }
}
