//! One way of changing one rule, and the tools to make such changes.

use serde_json::{Map, Value};
use zhengpin::problem::child;

/// One rule changed in one way.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    /// What kind of change it is, in the words of the report.
    pub(crate) kind: Kind,
    /// Where: a JSON pointer into the rulebook.
    pub(crate) path: String,
    /// What was changed into what.
    pub(crate) what: String,
    /// The value that is put in the place of another.
    put: (String, Value),
}

/// Kinds of change. The order is that of the report.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Kind {
    /// `all` made `any`, or the other way round.
    AllAny,
    /// A negation added or dropped.
    Not,
    /// A part of a condition, or all of it, dropped.
    Branch,
    /// An exception dropped.
    Exception,
    /// The value that a fact is tested for.
    Value,
    /// A number one off, or a comparison turned round.
    Number,
    /// A day one off, or left out.
    Day,
    /// A provision dropped.
    CiteDropped,
    /// A provision exchanged for another of the same instrument.
    CiteExchanged,
    /// The order of what the first that holds is taken of, or that is shown in order.
    Order,
    /// The default of a reading, or what is presumed.
    Default,
    /// A whole rule dropped.
    Rule,
    /// A word of a fixed list exchanged for another: confidence, weight, party, unit.
    Word,
    /// A yes or no turned round.
    Flag,
    /// What a rule refers to: a tier, a book, a reading, a measure, a date.
    Reference,
}

impl Kind {
    /// Every kind, in the order of the report.
    pub(crate) const ALL: [Self; 15] = [
        Self::AllAny,
        Self::Not,
        Self::Branch,
        Self::Exception,
        Self::Value,
        Self::Number,
        Self::Day,
        Self::CiteDropped,
        Self::CiteExchanged,
        Self::Order,
        Self::Default,
        Self::Rule,
        Self::Word,
        Self::Flag,
        Self::Reference,
    ];

    /// Its name in the report.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::AllAny => "`all` and `any`",
            Self::Not => "negations",
            Self::Branch => "parts of conditions",
            Self::Exception => "exceptions",
            Self::Value => "values tested for",
            Self::Number => "numbers and comparisons",
            Self::Day => "days",
            Self::CiteDropped => "citations dropped",
            Self::CiteExchanged => "citations exchanged",
            Self::Order => "order",
            Self::Default => "defaults",
            Self::Rule => "rules dropped",
            Self::Word => "words of a fixed list",
            Self::Flag => "yes and no",
            Self::Reference => "references",
        }
    }
}

impl Mutant {
    /// A change at `path`, made by putting a value in the place of another.
    pub(crate) fn new(kind: Kind, path: String, what: String, put: (String, Value)) -> Self {
        Self { kind, path, what, put }
    }

    /// The rulebook with this change.
    pub(crate) fn of(&self, rulebook: &Map<String, Value>) -> Map<String, Value> {
        let mut changed = Value::Object(rulebook.clone());
        if let Some(place) = changed.pointer_mut(&self.put.0) {
            *place = self.put.1.clone();
        }
        match changed {
            Value::Object(map) => map,
            _ => Map::new(),
        }
    }

    /// How the report and the exceptions name it.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.path, self.what)
    }
}

/// A value of the rulebook, and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) value: &'a Value,
    pub(crate) path: &'a str,
}

/// What the walk through a rulebook collects.
pub(crate) struct Mutants<'a> {
    /// The ids of the provisions of every instrument.
    pub(crate) provisions: &'a [String],
    pub(crate) found: Vec<Mutant>,
}

impl Mutants<'_> {
    /// The value at a place is exchanged for another.
    pub(crate) fn put(&mut self, kind: Kind, path: &str, what: impl Into<String>, value: Value) {
        let (path, what) = (path.to_owned(), what.into());
        self.found.push(Mutant { kind, put: (path.clone(), value), path, what });
    }

    /// One key of a map is left out.
    pub(crate) fn drop_key(&mut self, kind: Kind, map: At<'_>, key: &str) {
        let Value::Object(of) = map.value else { return };
        let mut less = of.clone();
        if less.shift_remove(key).is_some() {
            let put = (map.path.to_owned(), Value::Object(less));
            let what = "dropped".to_owned();
            self.found.push(Mutant { kind, path: child(map.path, key), what, put });
        }
    }

    /// One entry of a list is left out.
    pub(crate) fn drop_entry(&mut self, kind: Kind, list: At<'_>, index: usize) {
        let Value::Array(of) = list.value else { return };
        let mut less = of.clone();
        let entry = less.remove(index);
        let what = match entry.as_str() {
            Some(name) => format!("{name} dropped"),
            None => "dropped".to_owned(),
        };
        let put = (list.path.to_owned(), Value::Array(less));
        self.found.push(Mutant { kind, path: child(list.path, &index.to_string()), what, put });
    }

    /// Neighbours of a map or a list change places.
    pub(crate) fn swaps(&mut self, at: At<'_>) {
        match at.value {
            Value::Array(list) => {
                for index in 1..list.len() {
                    let mut swapped = list.clone();
                    swapped.swap(index - 1, index);
                    let what = format!("{} and {index} swapped", index - 1);
                    self.put(Kind::Order, at.path, what, Value::Array(swapped));
                }
            }
            Value::Object(map) => {
                for index in 1..map.len() {
                    let mut entries: Vec<_> = map.clone().into_iter().collect();
                    entries.swap(index - 1, index);
                    let what = format!("{} and {} swapped", entries[index].0, entries[index - 1].0);
                    let swapped = Value::Object(entries.into_iter().collect());
                    self.put(Kind::Order, at.path, what, swapped);
                }
            }
            _ => {}
        }
    }
}

/// The other words of a list.
pub(crate) fn others<'w>(words: &[&'w str], word: &str) -> Vec<&'w str> {
    words.iter().copied().filter(|other| *other != word).collect()
}

/// Whether a value is words for people.
pub(crate) fn is_text(value: &Value) -> bool {
    value.get("zh").is_some_and(Value::is_string) && value.get("en").is_some_and(Value::is_string)
}
