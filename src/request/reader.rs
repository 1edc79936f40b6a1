//! Reading requests: every key known, every value of its type, every problem named.

use chrono::NaiveDate as Date;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::day;
use crate::limits;
use crate::problem::{Code, Problem, child, cut, untold};
use crate::refused::Refused;

use super::keys;

/// What only an engine takes that takes rulebooks of one's own.
#[cfg(not(feature = "author"))]
const FOR_AUTHORS: [&str; 2] = ["with", "against"];

/// Collects problems while a request is read, so that all of them are told at once.
///
/// Only the first [`limits::PROBLEMS`] of them are kept, and how many there were besides.
#[derive(Debug, Default)]
pub struct Reader {
    problems: Vec<Problem>,
    untold: usize,
}

impl Reader {
    /// Notes a problem.
    pub fn report(&mut self, problem: Problem) {
        if self.problems.len() < limits::PROBLEMS {
            self.problems.push(problem);
        } else {
            self.untold += 1;
        }
    }

    /// Whether nothing is wrong so far.
    pub fn is_content(&self) -> bool {
        self.problems.is_empty()
    }

    /// The problems, or what was read if there are none.
    ///
    /// # Errors
    ///
    /// Every problem noted, or the first ones and then [`Code::MoreProblems`].
    pub fn finish<T>(self, read: T) -> Result<T, Refused> {
        if self.is_content() { Ok(read) } else { Err(self.refused()) }
    }

    /// The problems, or what was read if there are none. Whatever could not be read has to have
    /// been noted.
    ///
    /// # Errors
    ///
    /// As of [`finish`](Self::finish), and [`Code::Broken`] where nothing was read and nothing
    /// noted.
    pub fn need<T>(self, read: Option<T>) -> Result<T, Refused> {
        match read {
            Some(read) if self.is_content() => Ok(read),
            _ => Err(self.refused()),
        }
    }

    fn refused(mut self) -> Refused {
        if self.untold > 0 {
            self.problems.push(untold(self.untold));
        }
        Refused::of(self.problems)
    }

    /// A request: an object with the keys of this type and no others.
    pub fn request<'v, R: Deserialize<'static>>(
        &mut self,
        value: &'v Value,
    ) -> Option<&'v Map<String, Value>> {
        let map = self.fields::<R>(value, "")?;
        #[cfg(not(feature = "author"))]
        for key in FOR_AUTHORS.iter().filter(|key| keys::<R>().contains(key)) {
            if map.contains_key(*key) {
                self.report(Problem::new(Code::NeedsAuthor, child("", key)).with("value", key));
            }
        }
        Some(map)
    }

    /// An object with the keys of this type and no others.
    pub fn fields<'v, R: Deserialize<'static>>(
        &mut self,
        value: &'v Value,
        path: &str,
    ) -> Option<&'v Map<String, Value>> {
        self.object(value, path, keys::<R>())
    }

    /// An object with these keys and no others.
    pub fn object<'v>(
        &mut self,
        value: &'v Value,
        path: &str,
        keys: &[&str],
    ) -> Option<&'v Map<String, Value>> {
        let map = self.map(value, path)?;
        for key in map.keys().filter(|key| !keys.contains(&key.as_str())) {
            let problem = Problem::new(Code::UnknownKey, child(path, key));
            self.report(problem.with("value", key).with_list("expected", keys));
        }
        Some(map)
    }

    /// An object with any keys.
    pub fn map<'v>(&mut self, value: &'v Value, path: &str) -> Option<&'v Map<String, Value>> {
        let map = value.as_object();
        if map.is_none() {
            self.wrong(value, path, "object");
        }
        map
    }

    /// A list of at most `most` entries.
    pub fn list<'v>(&mut self, value: &'v Value, path: &str, most: usize) -> Option<&'v [Value]> {
        match value.as_array() {
            None => self.wrong(value, path, "list"),
            Some(list) if list.len() > most => {
                let problem = Problem::new(Code::TooMany, path);
                self.report(problem.with("value", list.len()).with("expected", most));
            }
            Some(list) => return Some(list),
        }
        None
    }

    /// A text.
    pub fn text<'v>(&mut self, value: &'v Value, path: &str) -> Option<&'v str> {
        let text = value.as_str();
        if text.is_none() {
            self.wrong(value, path, "text");
        }
        text
    }

    /// True or false.
    pub fn boolean(&mut self, value: &Value, path: &str) -> Option<bool> {
        let answer = value.as_bool();
        if answer.is_none() {
            self.wrong(value, path, "boolean");
        }
        answer
    }

    /// A whole number from `min` to `max`.
    pub fn integer(&mut self, value: &Value, path: &str, min: i64, max: i64) -> Option<i64> {
        let Some(number) = value.as_i64() else {
            self.wrong(value, path, "integer");
            return None;
        };
        if (min..=max).contains(&number) {
            return Some(number);
        }
        let range = match (min, max) {
            (i64::MIN, _) => format!("≤ {max}"),
            (_, i64::MAX) => format!("≥ {min}"),
            _ => format!("{min} – {max}"),
        };
        let problem = Problem::new(Code::OutOfRange, path).with("value", number);
        self.report(problem.with("expected", range));
        None
    }

    /// A day as `YYYY-MM-DD`.
    pub fn date(&mut self, value: &Value, path: &str) -> Option<Date> {
        let text = self.text(value, path)?;
        let day = day::parse(text);
        if day.is_none() {
            self.report(Problem::new(Code::NotADate, path).with("value", shown(value)));
        }
        day
    }

    /// Notes that a value has the wrong type.
    pub fn wrong(&mut self, value: &Value, path: &str, word: &'static str) {
        let problem = Problem::new(Code::WrongType, path).with("value", shown(value));
        self.report(problem.with_word("expected", word));
    }

    /// Notes that a key is missing.
    pub fn missing(&mut self, path: &str, key: &str) {
        self.report(Problem::new(Code::MissingKey, child(path, key)).with("value", key));
    }
}

/// What the user wrote, cut short.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => cut(text, limits::SHOWN_CHARACTERS).into_owned(),
        other => cut(&other.to_string(), limits::SHOWN_CHARACTERS).into_owned(),
    }
}
