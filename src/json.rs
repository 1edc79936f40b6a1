//! JSON as requests may use it: nothing in it can get lost on the way to any caller.
//!
//! Text and JavaScript values are read to the same values. So a number has one form however
//! it was written, and one that JavaScript cannot hold exactly is refused everywhere.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::exact::{MOST_EXACT, is_exact};
use crate::limits;
use crate::problem::{Code, Problem, child};
use crate::refused::Refused;
use crate::request::Reader;

/// A request, or all that keeps it from being a value at all.
pub type Parsed = Result<Value, Refused>;

/// Reads a request from JSON text.
///
/// A byte order mark before it is passed over. A key that stands twice in one object is
/// refused, because one of its values would be lost; so is a whole number beyond
/// [`MOST_EXACT`], because JavaScript would take it for another one.
///
/// # Errors
///
/// [`Code::TooLarge`] above [`limits::REQUEST_BYTES`], [`Code::MalformedJson`] with line and column,
/// [`Code::KeyTwice`], [`Code::TooDeep`], [`Code::TooLong`] for a key and
/// [`Code::ImpreciseNumber`] with their paths.
///
/// ```
/// use zhengpin::json::parse;
/// use zhengpin::problem::Code;
///
/// assert!(parse(r#"{"rulebook": "cn/complaint"}"#).is_ok());
/// let refused = parse(r#"{"facts": {"n_locate": true, "n_locate": false}}"#).unwrap_err();
/// assert_eq!(refused.first().code, Code::KeyTwice);
/// assert_eq!(refused.first().path, "/facts/n_locate");
/// let refused = parse(r#"{"findings": [{"items": 9007199254740993}]}"#).unwrap_err();
/// assert_eq!(refused.first().code, Code::ImpreciseNumber);
/// assert_eq!(refused.first().path, "/findings/0/items");
/// ```
pub fn parse(text: &str) -> Parsed {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > limits::REQUEST_BYTES {
        return Err(too_large().into());
    }
    let mut reader = Reader::default();
    let mut source = serde_json::Deserializer::from_str(text);
    let seed = Strict { place: &Pointer::ROOT, reader: &mut reader };
    match seed.deserialize(&mut source).and_then(|value| source.end().map(|()| value)) {
        Ok(value) => reader.finish(value),
        Err(error) => Err(Problem::new(Code::MalformedJson, "").with("detail", error).into()),
    }
}

/// A value that was made in Rust, as requests may use it.
///
/// # Errors
///
/// [`Code::TooDeep`], [`Code::TooLong`] for a key and [`Code::ImpreciseNumber`] with their paths.
pub(crate) fn strict(value: Value) -> Parsed {
    let mut reader = Reader::default();
    let seed = Strict { place: &Pointer::ROOT, reader: &mut reader };
    match seed.deserialize(value) {
        Ok(value) => reader.finish(value),
        Err(error) => Err(Problem::new(Code::MalformedJson, "").with("detail", error).into()),
    }
}

/// That a request is longer than [`limits::REQUEST_BYTES`].
#[must_use]
pub fn too_large() -> Problem {
    Problem::new(Code::TooLarge, "").with("expected", limits::REQUEST_BYTES)
}

/// A number in the one form that it has however it was written: 3.0 and 3e0 are 3.
pub(crate) fn number(number: f64) -> Option<Number> {
    if number.fract() != 0.0 {
        return Number::from_f64(number);
    }
    #[expect(clippy::cast_precision_loss, reason = "it is one of the exact ones")]
    let exact = number.abs() <= MOST_EXACT as f64;
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within the exact ones")]
    exact.then_some(number as i64).map(Number::from)
}

/// A whole number, if JavaScript holds it exactly.
pub(crate) fn whole(number: i64) -> Option<Number> {
    is_exact(number).then(|| Number::from(number))
}

/// Where a value stands in a request. It costs nothing until something is wrong there.
pub(crate) struct Pointer<'a> {
    above: Option<&'a Pointer<'a>>,
    key: Token<'a>,
    depth: usize,
}

/// One step of a pointer.
#[derive(Clone, Copy)]
pub(crate) enum Token<'a> {
    Name(&'a str),
    Index(usize),
}

impl<'a> Pointer<'a> {
    /// The request itself.
    pub(crate) const ROOT: Pointer<'static> =
        Pointer { above: None, key: Token::Index(0), depth: 0 };

    /// What stands below.
    pub(crate) fn below(&'a self, key: Token<'a>) -> Self {
        Pointer { above: Some(self), key, depth: self.depth + 1 }
    }

    /// Whether a list or an object that stands here is one too many.
    pub(crate) fn is_too_deep(&self) -> bool {
        self.depth >= limits::NESTING
    }

    /// That it is.
    pub(crate) fn too_deep(&self) -> Problem {
        Problem::new(Code::TooDeep, self.path()).with("expected", limits::NESTING)
    }

    /// That an object that stands here has a key of so many characters, if that is too many.
    pub(crate) fn too_long(&self, key: &str) -> Option<Problem> {
        let length = key.chars().count();
        let problem = || Problem::new(Code::TooLong, self.path());
        (length > limits::KEY_CHARACTERS)
            .then(|| problem().with("value", length).with("expected", limits::KEY_CHARACTERS))
    }

    /// That the number that stands here cannot be passed on exactly.
    pub(crate) fn imprecise(&self) -> Problem {
        Problem::new(Code::ImpreciseNumber, self.path()).with("expected", MOST_EXACT)
    }

    /// A JSON pointer.
    pub(crate) fn path(&self) -> String {
        let Some(above) = self.above else { return String::new() };
        match self.key {
            Token::Name(name) => child(&above.path(), name),
            Token::Index(index) => child(&above.path(), &index.to_string()),
        }
    }
}

/// Reads the value at a place, and notes what cannot be taken as it is.
struct Strict<'a> {
    place: &'a Pointer<'a>,
    reader: &'a mut Reader,
}

impl Strict<'_> {
    fn number(self, number: Option<Number>) -> Value {
        if number.is_none() {
            self.reader.report(self.place.imprecise());
        }
        number.map_or(Value::Null, Value::Number)
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
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
        Ok(self.number(whole(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(self.number(i64::try_from(value).ok().and_then(whole)))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(self.number(number(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        if self.place.is_too_deep() {
            self.reader.report(self.place.too_deep());
            while items.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Value::Null);
        }
        let mut list = Vec::new();
        loop {
            let place = self.place.below(Token::Index(list.len()));
            let seed = Strict { place: &place, reader: &mut *self.reader };
            let Some(item) = items.next_element_seed(seed)? else { break };
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        if self.place.is_too_deep() {
            self.reader.report(self.place.too_deep());
            while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Value::Null);
        }
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if let Some(problem) = self.place.too_long(&key) {
                self.reader.report(problem);
                entries.next_value::<IgnoredAny>()?;
                continue;
            }
            let place = self.place.below(Token::Name(&key));
            if map.contains_key(&key) {
                self.reader.report(Problem::new(Code::KeyTwice, place.path()).with("value", &key));
                entries.next_value::<IgnoredAny>()?;
                continue;
            }
            let seed = Strict { place: &place, reader: &mut *self.reader };
            let value = entries.next_value_seed(seed)?;
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::limits;
    use crate::problem::Code;

    // Source: RFC 8259, section 6: numbers within ±(2^53 - 1) are agreed on by all.
    #[test]
    fn a_number_has_one_form_however_it_is_written() {
        for written in ["3", "3.0", "3e0", "0.3e1", "300e-2"] {
            assert_eq!(parse(written).map(|value| value.to_string()), Ok("3".into()), "{written}");
        }
        assert_eq!(parse("-0.0").map(|value| value.to_string()), Ok("0".into()));
        for exact in ["9007199254740991", "-9007199254740991", "9007199254740991.0", "0.1"] {
            assert!(parse(exact).is_ok(), "{exact}");
        }
        let beyond = ["9007199254740992", "-9007199254740992", "18446744073709551615", "1e30"];
        for written in beyond {
            let refused = parse(&format!(r#"{{"a": [0, {written}]}}"#)).err();
            let problems: Vec<_> = refused.into_iter().flatten().collect();
            let told: Vec<_> = problems.iter().map(|one| (one.code, one.path.as_str())).collect();
            assert_eq!(told, [(Code::ImpreciseNumber, "/a/1")], "{written}");
        }
    }

    #[test]
    fn what_stands_too_deep_is_named_and_the_rest_is_read() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(limits::NESTING)).is_ok());
        let problems: Vec<_> =
            parse(&nested(limits::NESTING + 1)).err().into_iter().flatten().collect();
        let told: Vec<_> = problems.iter().map(|one| (one.code, one.path.clone())).collect();
        assert_eq!(told, [(Code::TooDeep, "/0".repeat(limits::NESTING))]);
        let both = format!(r#"{{"a": {}, "b": 1e300}}"#, nested(100_000));
        let refused = parse(&both).err();
        let codes: Vec<_> = refused.into_iter().flatten().map(|one| one.code).collect();
        assert_eq!(codes, [Code::TooDeep, Code::ImpreciseNumber]);
    }

    #[test]
    fn one_byte_order_mark_is_passed_over() {
        assert!(parse("\u{feff}{}").is_ok());
        assert!(parse("\u{feff}\u{feff}{}").is_err());
        assert!(parse("{}\u{feff}").is_err());
    }
}
