//! Reading requests: every key known, every value of its type, every problem named.

use chrono::NaiveDate as Date;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

use crate::day;
use crate::problem::{Code, Problem, child};

/// The longest admissible request, in bytes of JSON.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// Reads a request from JSON text.
///
/// A key that stands twice in one object is refused, because one of its values would be
/// lost.
///
/// # Errors
///
/// [`Code::TooLarge`] above [`MOST_BYTES`], [`Code::MalformedJson`] with line and column.
///
/// ```
/// use zhengpin::problem::Code;
/// use zhengpin::request::parse;
///
/// assert!(parse(r#"{"rulebook": "cn/complaint"}"#).is_ok());
/// let problem = parse(r#"{"facts": {"n_locate": true, "n_locate": false}}"#).unwrap_err();
/// assert_eq!(problem.code, Code::MalformedJson);
/// ```
pub fn parse(text: &str) -> Result<Value, Problem> {
    if text.len() > MOST_BYTES {
        return Err(Problem::new(Code::TooLarge, "")
            .with("value", text.len())
            .with("expected", MOST_BYTES));
    }
    let Strict(value) = serde_json::from_str(text)
        .map_err(|error| Problem::new(Code::MalformedJson, "").with("detail", error))?;
    Ok(value)
}

/// A JSON value in which no key stands twice.
struct Strict(Value);

impl<'de> de::Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Strict)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some((key, Strict(value))) = entries.next_entry::<String, Strict>()? {
            if map.contains_key(&key) {
                return Err(de::Error::custom(format!("the key `{key}` stands twice")));
            }
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

/// Collects problems while a request is read, so that all of them are told at once.
#[derive(Debug, Default)]
pub struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    /// Notes a problem.
    pub fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Whether nothing is wrong so far.
    pub fn is_content(&self) -> bool {
        self.problems.is_empty()
    }

    /// The problems, or what was read if there are none.
    ///
    /// # Errors
    ///
    /// Every problem noted.
    pub fn finish<T>(self, read: T) -> Result<T, Vec<Problem>> {
        if self.problems.is_empty() { Ok(read) } else { Err(self.problems) }
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
            self.report(problem.with("value", key).with("expected", keys.join(", ")));
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

    /// A whole number from `min` to `max`. A number such as `3.0`, as some writers of JSON
    /// put it, is whole.
    pub fn integer(&mut self, value: &Value, path: &str, min: i64, max: i64) -> Option<i64> {
        let Some(number) = whole(value) else {
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

fn whole(value: &Value) -> Option<i64> {
    if let Some(number) = value.as_i64() {
        return Some(number);
    }
    let number = value.as_f64()?;
    let fits = number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_991.0;
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within the safe integers")]
    fits.then_some(number as i64)
}

/// What the user wrote, cut short.
fn shown(value: &Value) -> String {
    const MOST: usize = 60;
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text.chars().count() <= MOST {
        return text;
    }
    text.chars().take(MOST).chain(['…']).collect()
}
